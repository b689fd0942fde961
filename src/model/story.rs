//! The story.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::block::Block;
use super::builder::builder;
use super::country::Country;
use super::date::Date;
use super::evidence::Part;
use super::facts::Facts;
use super::id::{Id, Identifier, Iri};
use super::language::Language;
use super::organisation::Organisation;
use super::place::Place;
use super::vocabulary::open_vocabulary;

/// A news story: what its publisher says it is, its body as blocks, and its facts.
///
/// ```
/// use newsdesk::{Block, Story, StoryKind};
///
/// let story = Story::new("Minister opens bridge")
///     .with_kind(StoryKind::PressRelease)
///     .with_block(Block::paragraph("The Minister of Works opened the bridge at Ost on Monday."));
/// assert_eq!(story.body.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Story {
    /// The publisher's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Where the story is published, or its name on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iri: Option<Iri>,
    /// What sort of story it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<StoryKind>,
    /// The language of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The headline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub headline: String,
    /// The sentence or two under the headline that sum the story up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// Where and when it was written, as a line: "LONDON, 4 May 2022".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// Who wrote or issued it, as a line: "Antony J. Blinken, Secretary of State".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<Byline>,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub publishers: Vec<Organisation>,
    /// When it was published, changed, held back, withdrawn.
    #[serde(default, skip_serializing_if = "StoryDates::is_empty")]
    pub dates: StoryDates,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Who holds which rights in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<Rights>,
    /// Where it points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Its pictures, recordings and attachments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
    /// The body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// The facts read in it.
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// What a format holds and this model has no place for, to be written back to that format.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
}

impl Story {
    /// A story of which only the headline is known.
    #[must_use]
    pub fn new(headline: impl Into<String>) -> Self {
        Self {
            id: None,
            iri: None,
            kind: None,
            language: None,
            headline: headline.into(),
            standfirst: None,
            dateline: None,
            byline: None,
            publishers: Vec::new(),
            dates: StoryDates::default(),
            subjects: Vec::new(),
            rights: Vec::new(),
            links: Vec::new(),
            media: Vec::new(),
            body: Vec::new(),
            facts: Facts::default(),
            extensions: Vec::new(),
        }
    }

    /// The text of a part, if the story has that part.
    ///
    /// ```
    /// use newsdesk::{Block, Part, Story};
    /// let story = Story::new("A headline").with_block(Block::paragraph("A paragraph."));
    /// assert_eq!(story.text_of(Part::Block(0)), Some("A paragraph."));
    /// assert_eq!(story.text_of(Part::Standfirst), None);
    /// ```
    #[must_use]
    pub fn text_of(&self, part: Part) -> Option<&str> {
        match part {
            Part::Headline => Some(&self.headline),
            Part::Standfirst => self.standfirst.as_deref(),
            Part::Byline => self.byline.as_ref().map(|byline| byline.text.as_str()),
            Part::Dateline => self.dateline.as_ref().map(|dateline| dateline.text.as_str()),
            Part::Block(index) => self.body.get(index).map(|block| block.text.as_str()),
        }
    }

    /// The day that relative dates count from: that of first publication, or else of the dateline.
    #[must_use]
    pub fn anchor(&self) -> Option<NaiveDate> {
        let dateline = || self.dateline.as_ref()?.date.as_ref()?.first_day();
        self.dates.first_published.as_ref().and_then(Date::first_day).or_else(dateline)
    }

    /// The publisher's country: that of the first publisher that has one.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.publishers.iter().find_map(|publisher| publisher.country)
    }
}

builder! { Story {
    some with_id(id: Id);
    some with_iri(iri: Iri);
    some with_kind(kind: StoryKind);
    some with_language(language: Language);
    set with_headline(headline: String);
    some with_standfirst(standfirst: String);
    some with_dateline(dateline: Dateline);
    some with_byline(byline: Byline);
    push with_publisher(publishers: Organisation);
    set with_dates(dates: StoryDates);
    push with_subject(subjects: Subject);
    push with_rights(rights: Rights);
    push with_link(links: Link);
    push with_media(media: Media);
    push with_block(body: Block);
    set with_facts(facts: Facts);
    push with_extension(extensions: Extension);
} }

open_vocabulary! {
    /// What sort of story a [`Story`] is, in the words that publishers put before a headline.
    ///
    /// ```
    /// use newsdesk::StoryKind;
    /// assert_eq!(StoryKind::from("press release"), StoryKind::PressRelease);
    /// assert_eq!(StoryKind::from("gazette").as_str(), "gazette");
    /// ```
    StoryKind {
        /// A news story.
        NewsStory = "news story",
        /// A press release.
        PressRelease = "press release",
        /// News of a government's work in another country.
        WorldNewsStory = "world news story",
        /// A speech.
        Speech = "speech",
        /// A statement.
        Statement = "statement",
        /// A joint statement of several governments.
        JointStatement = "joint statement",
        /// A statement made to parliament.
        OralStatement = "oral statement to Parliament",
        /// A statement laid before parliament.
        WrittenStatement = "written statement to Parliament",
        /// An account of a call or meeting.
        Readout = "readout",
        /// News of a death in service.
        FatalityNotice = "fatality notice",
        /// An answer of a government to the press or the public.
        GovernmentResponse = "government response",
        /// A sheet of facts.
        FactSheet = "fact sheet",
        /// A notice to the media of what is to come.
        MediaAdvisory = "media advisory",
        /// A transcript of spoken words.
        Transcript = "transcript",
        /// An article under an author's name.
        AuthoredArticle = "authored article",
    }
}

/// Where and when a story was written.
///
/// ```
/// use newsdesk::Dateline;
/// assert_eq!(Dateline::new("LONDON, 4 May 2022").text, "LONDON, 4 May 2022");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Dateline {
    /// The line, as written.
    pub text: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

impl Dateline {
    /// A dateline as written.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), place: None, date: None }
    }
}

builder! { Dateline {
    some with_place(place: Place);
    some with_date(date: Date);
} }

/// Who wrote or issued a story.
///
/// ```
/// use newsdesk::Byline;
/// assert_eq!(Byline::new("Antony J. Blinken, Secretary of State").authors, []);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Byline {
    /// The line, as written.
    pub text: String,
    /// The officials whom it names, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Id>,
}

impl Byline {
    /// A byline as written.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), authors: Vec::new() }
    }
}

builder! { Byline {
    push with_author(authors: Id);
} }

/// The dates of a story's life.
///
/// ```
/// use newsdesk::StoryDates;
/// use chrono::NaiveDate;
/// let dates = StoryDates::new().with_first_published(NaiveDate::from_ymd_opt(2018, 11, 30).unwrap());
/// assert!(dates.embargo.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StoryDates {
    /// When it was first published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_published: Option<Date>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Until when it must be held back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embargo: Option<Date>,
    /// When it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Date>,
}

impl StoryDates {
    /// No dates.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

builder! { StoryDates {
    some with_first_published(first_published: Date);
    some with_updated(updated: Date);
    some with_embargo(embargo: Date);
    some with_withdrawn(withdrawn: Date);
} }

/// What a story is about, as its publisher classes it.
///
/// ```
/// use newsdesk::Subject;
/// assert_eq!(Subject::new("Defence and armed forces").identifiers, []);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Subject {
    /// Its name.
    pub name: String,
    /// Its names in registers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
}

impl Subject {
    /// A subject by name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), identifiers: Vec::new() }
    }
}

builder! { Subject {
    push with_identifier(identifiers: Identifier);
} }

/// Who holds which rights in a story, and on what terms it may be used.
///
/// ```
/// use newsdesk::Rights;
/// let rights = Rights::new().with_notice("© Crown copyright");
/// assert_eq!(rights.holder, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rights {
    /// Who holds the rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// The copyright notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// The terms of use, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// The licence, by IRI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Iri>,
}

impl Rights {
    /// Nothing said.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

builder! { Rights {
    some with_holder(holder: String);
    some with_notice(notice: String);
    some with_terms(terms: String);
    some with_licence(licence: Iri);
} }

/// Another document that a story points at.
///
/// ```
/// use newsdesk::{Iri, Link};
/// let link = Link::new(Iri::new("https://www.gov.uk/")?).with_relation("canonical");
/// assert_eq!(link.title, None);
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Link {
    /// Where.
    pub target: Iri,
    /// How the target stands to the story: "canonical", "related", "translation".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// What the target is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl Link {
    /// A link of which only the target is known.
    #[must_use]
    pub fn new(target: Iri) -> Self {
        Self { target, relation: None, title: None }
    }
}

builder! { Link {
    some with_relation(relation: String);
    some with_title(title: String);
} }

/// A picture, recording or attachment.
///
/// ```
/// use newsdesk::{Iri, Media};
/// let picture = Media::new(Iri::new("https://example.org/bridge.jpg")?).with_alt("The bridge");
/// assert_eq!(picture.media_type, None);
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Media {
    /// Where.
    pub source: Iri,
    /// Its media type (RFC 6838): "image/jpeg".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// Its caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// What stands in for it where it cannot be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

impl Media {
    /// A medium of which only the source is known.
    #[must_use]
    pub fn new(source: Iri) -> Self {
        Self { source, media_type: None, caption: None, alt: None, credit: None }
    }
}

builder! { Media {
    some with_media_type(media_type: String);
    some with_caption(caption: String);
    some with_alt(alt: String);
    some with_credit(credit: String);
} }

/// Something that a format holds and the model has no place for.
///
/// ```
/// use newsdesk::Extension;
/// let extension = Extension::new("govuk", "details/emphasised_organisations", "[]");
/// assert_eq!(extension.format, "govuk");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Extension {
    /// The name of the format, as [`Format::name`](crate::Format::name) gives it.
    pub format: String,
    /// Where it stood.
    pub path: String,
    /// What it was, as that format writes it.
    pub value: String,
}

impl Extension {
    /// What stood at `path` of a document in `format`.
    #[must_use]
    pub fn new(format: impl Into<String>, path: impl Into<String>, value: impl Into<String>) -> Self {
        Self { format: format.into(), path: path.into(), value: value.into() }
    }
}
