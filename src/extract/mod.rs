//! Prose to facts: blocks, tokens, the lexicon, small grammars, then people, then events.
//!
//! | layer | file | gives |
//! |---|---|---|
//! | words | `lexicon/`, `own_words.rs`, `features.rs`, `words.rs` | what is known of words, and which grammars look for them |
//! | paragraphs | `run_together.rs` | those of a text that has lost its line breaks |
//! | tokens and sentences | `line_end.rs`, `run.rs`, `token.rs`, `phrases.rs`, `prose.rs`, `passage.rs` | words, numbers, marks; what the lexicon says of them |
//! | numbers and dates | `number.rs`, `date/` | every date, as its words say it |
//! | titles and names | `role/`, `private_post.rs`, `ship.rs`, `person/` | sightings of people |
//! | who is who | `author.rs`, `coreference/` | officials, and all their mentions |
//! | whom they serve | `country/`, `counterparts.rs`, `delegation.rs`, `dateline.rs` | the country of each official |
//! | organisations | `organisation/` | ministries, forces and bodies |
//! | places | `place/` | countries, cities, sites |
//! | clauses | `clause/`, `modality/`, `participants/`, `schedule.rs` | who does what with whom, and whether it happened |
//! | events | `visit/`, `meeting/`, `commemoration/`, `quote/` | the facts |
//! | all together | `annotated.rs`, `assembly.rs`, `registry.rs`, `explain.rs`, `alone.rs` | the facts of a story, and the rules that read them |
//!
//! # The rules
//!
//! The evidence of a fact names the rule that read it. A slash parts the paragraphs of an example.
//!
#![doc = include_str!("rules.md")]

#[macro_use]
mod words;

mod alone;
mod annotated;
mod assembly;
mod author;
mod clause;
mod commemoration;
mod coreference;
mod counterparts;
mod country;
mod date;
mod dateline;
mod delegation;
mod explain;
mod features;
mod lexicon;
mod line_end;
mod meeting;
mod modality;
mod number;
mod organisation;
mod own_words;
mod participants;
mod passage;
mod person;
mod phrases;
mod place;
mod private_post;
mod prose;
mod quote;
mod registry;
mod role;
mod run;
mod run_together;
mod schedule;
mod ship;
mod token;
#[cfg(test)]
mod told;
mod visit;

use chrono::NaiveDate;

use crate::model::{Part, Role, Story};
pub use alone::NotOneFact;
use annotated::Annotated;
#[cfg(feature = "compose")]
pub(crate) use assembly::{each_date, each_participant, number_officials, referred_officials};
#[cfg(feature = "compose")]
pub(crate) use country::settle_hosts;
pub use explain::Explanation;
use lexicon::Lexicon;
pub use own_words::{Entry, EntryError, EntryKind, EntryProblem};
use passage::Passage;
use prose::Prose;
pub use registry::{RULES, Rule};
#[cfg(feature = "compose")]
pub(crate) use visit::tie_meetings;

/// Reads the prose of stories into facts.
///
/// ```
/// use newsdesk::{Block, Extractor, Story};
///
/// let story = Story::new("").with_block(Block::paragraph(
///     "Foreign Minister Aino Virta met President Carlos Reyes in Madrid on Tuesday.",
/// ));
/// let story = Extractor::new().extract(story);
/// assert_eq!(story.facts.officials.len(), 2);
/// assert_eq!(story.facts.meetings.len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Extractor {
    lexicon: Lexicon,
    date: Option<NaiveDate>,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the built-in lexicon.
    #[must_use]
    pub fn new() -> Self {
        Self { lexicon: Lexicon::built_in(), date: None }
    }

    /// Sets the day of publication for stories that do not say their own.
    #[must_use]
    pub fn with_date(mut self, date: NaiveDate) -> Self {
        self.date = Some(date);
        self
    }

    /// Reads the prose of a story; its facts are replaced by those that were read.
    ///
    /// Relative dates are resolved against the day of publication, if the story or the extractor has
    /// one; otherwise they stay unresolved.
    #[must_use]
    pub fn extract(&self, mut story: Story) -> Story {
        let facts = {
            let mut prose = self.prose(&story);
            let all = prose.len();
            let office = self.publishing_office(&story, &mut prose);
            let mut passages = prose.passages();
            passages.truncate(all);
            let home = story.country().or_else(|| dateline::country(&story, &self.lexicon));
            let anchor = story.anchor().or(self.date);
            assembly::facts(&story, passages, anchor, office, home)
        };
        assembly::name_authors(&mut story, &facts);
        story.facts = facts;
        story
    }

    /// The office that a publisher's name begins with: "Prime Minister of Australia (transcripts)". The name is read
    /// after the prose.
    fn publishing_office<'s>(&'s self, story: &'s Story, prose: &mut Prose<'s>) -> Option<Role> {
        let publisher = story.publishers.first()?;
        prose.read(Part::Byline, &publisher.name, 0..publisher.name.len());
        let name = prose.last()?;
        let found = role::role_at(&name, 0).filter(|role| !role.weak && role.head.start == 0)?;
        let mut office = Role::new(name.words(found.office(&name))).with_kind(found.row.kind);
        office.jurisdiction = found.country.or(publisher.country);
        Some(office)
    }

    /// The parts of a story that have prose, in reading order.
    fn prose<'s>(&'s self, story: &'s Story) -> Prose<'s> {
        let heads = [Part::Headline, Part::Standfirst, Part::Byline];
        let blocks = story.body.iter().enumerate().filter(|(_, block)| block.is_prose());
        let parts = heads.into_iter().chain(blocks.map(|(index, _)| Part::Block(index)));
        let parts = parts.filter_map(|part| Some((part, story.text_of(part)?)));
        let bytes = parts.clone().map(|(_, text)| text.len()).sum();
        let mut prose =
            Prose::with_room(bytes, heads.len() + story.body.len() + story.publishers.len(), &self.lexicon);
        for (part, text) in parts {
            read_paragraphs(part, text, &mut prose);
        }
        prose
    }
}

/// Reads a part as one passage, or as its paragraphs if it has lost the breaks between them.
fn read_paragraphs<'s>(part: Part, text: &'s str, prose: &mut Prose<'s>) {
    if matches!(part, Part::Block(_)) {
        run_together::paragraphs(text).for_each(|bytes| prose.read(part, text, bytes));
    } else {
        prose.read(part, text, 0..text.len());
    }
}

/// How many tokens a text has: the least that reading it costs, for the benchmark to measure extraction by.
#[doc(hidden)]
#[must_use]
pub fn count_tokens(text: &str) -> usize {
    let room = text.len() / 5;
    let (mut tokens, mut seconds) = (Vec::with_capacity(room), Vec::with_capacity(room));
    token::tokenize(text, 0, &mut tokens, &mut seconds);
    tokens.len()
}

/// A passage with what the layers below the events found in it.
fn annotate<'t>(
    passage: Passage<'t>,
    layers: (Vec<annotated::FoundPerson>, Vec<annotated::FoundPlace>),
    anchor: Option<NaiveDate>,
) -> Annotated<'t> {
    let dates = date::dates(&passage, anchor);
    let (people, places) = layers;
    let hooks = clause::hooks(&passage);
    Annotated { passage, dates, places, people, hooks }
}
