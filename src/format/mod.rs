//! The formats: one folder each, all of the same shape, behind one [`Format`].
//!
//! # What a conversion keeps
#![doc = include_str!("conversions.md")]
#![cfg_attr(
    not(any(
        feature = "text",
        feature = "markdown",
        feature = "xml",
        feature = "json",
        feature = "facts",
        feature = "nitf",
        feature = "govuk",
        feature = "atom",
        feature = "rss",
        feature = "ical",
    )),
    allow(
        dead_code,
        unused_imports,
        unused_variables,
        reason = "without a format, there is nothing to read or write"
    )
)]

#[cfg(any(feature = "html", feature = "xml", feature = "tree"))]
mod byte_scan;
#[cfg(any(feature = "json-kept", feature = "nitf", feature = "ical"))]
mod common_run;
mod detect;
#[cfg(any(feature = "ninjs", feature = "schema-org", feature = "ical"))]
#[cfg_attr(not(feature = "ninjs"), allow(dead_code, reason = "each format takes what it needs"))]
mod event_sort;
#[cfg(feature = "feed")]
#[cfg_attr(
    not(all(feature = "atom", feature = "rss")),
    allow(dead_code, unused_imports, reason = "each takes what it needs")
)]
mod feed;
#[cfg(any(feature = "remainder", feature = "tree"))]
mod fnv;
#[cfg(any(
    feature = "ninjs",
    feature = "govuk",
    feature = "newsml-g2",
    feature = "schema-org",
    feature = "feed"
))]
#[cfg_attr(
    not(all(feature = "ninjs", feature = "govuk")),
    allow(dead_code, reason = "each format takes what it needs")
)]
mod iso_date;
#[cfg(any(
    feature = "json-kept",
    feature = "newsml-g2",
    feature = "nitf",
    feature = "feed",
    feature = "ical"
))]
mod kept;
mod loss;
mod reading;
#[cfg(feature = "remainder")]
mod remainder;
mod stories;
#[cfg(any(feature = "ninjs", feature = "schema-org", feature = "ical", feature = "newsml-g2"))]
#[cfg_attr(not(feature = "ninjs"), allow(dead_code, reason = "each format takes what it needs"))]
mod web_name;
#[cfg(any(feature = "xml", feature = "tree"))]
mod xml_text;

#[cfg(feature = "atom")]
pub mod atom;
#[cfg(feature = "facts")]
pub mod facts;
#[cfg(feature = "govuk")]
pub mod govuk;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "ical")]
pub mod ical;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "json-tree")]
#[cfg_attr(
    not(all(feature = "ninjs", feature = "govuk", feature = "schema-org")),
    allow(dead_code, unused_imports, reason = "each format takes what it needs")
)]
mod json_tree;
#[cfg(feature = "markdown")]
pub mod markdown;
#[cfg(feature = "newsml-g2")]
pub mod newsml_g2;
#[cfg(feature = "ninjs")]
pub mod ninjs;
#[cfg(feature = "nitf")]
pub mod nitf;
#[cfg(feature = "rss")]
pub mod rss;
#[cfg(feature = "schema-org")]
pub mod schema_org;
#[cfg(feature = "text")]
pub mod text;
#[cfg(feature = "tree")]
pub(crate) mod tree;
#[cfg(feature = "xml")]
pub mod xml;

pub use loss::{Loss, LossReport};
#[cfg(any(
    feature = "markdown",
    feature = "xml",
    feature = "json-tree",
    feature = "ical",
    feature = "facts",
    feature = "tree"
))]
pub(crate) use reading::DiagnosticSink;
pub use reading::{Limits, ReadOptions, Reading};
pub use stories::Stories;

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::error::{ConvertError, ReadError, WriteError};
use crate::model::Story;

/// A format that stories are read from and written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text as published.
    #[cfg(feature = "text")]
    Text,
    /// CommonMark.
    #[cfg(feature = "markdown")]
    Markdown,
    /// The crate's own XML.
    #[cfg(feature = "xml")]
    Xml,
    /// The crate's own JSON.
    #[cfg(feature = "json")]
    Json,
    /// The flat facts format, and JSON Lines of stories.
    #[cfg(feature = "facts")]
    Facts,
    /// NITF, the news text format of the IPTC.
    #[cfg(feature = "nitf")]
    Nitf,
    /// ninjs, the IPTC's News in JSON.
    #[cfg(feature = "ninjs")]
    Ninjs,
    /// Items of the GOV.UK Content API.
    #[cfg(feature = "govuk")]
    GovUk,
    /// NewsML-G2 of the IPTC.
    #[cfg(feature = "newsml-g2")]
    NewsMlG2,
    /// schema.org's NewsArticle in JSON-LD.
    #[cfg(feature = "schema-org")]
    SchemaOrg,
    /// Atom 1.0.
    #[cfg(feature = "atom")]
    Atom,
    /// RSS 2.0.
    #[cfg(feature = "rss")]
    Rss,
    /// iCalendar.
    #[cfg(feature = "ical")]
    ICal,
}

impl Format {
    /// The formats that this build of the crate has.
    ///
    /// ```
    /// use newsdesk::Format;
    /// let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
    /// # #[cfg(all(feature = "text", feature = "markdown", feature = "xml", feature = "json", feature = "facts"))]
    /// assert!(names.starts_with(&["text", "markdown", "xml", "json", "facts"]));
    /// ```
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "text")]
        Self::Text,
        #[cfg(feature = "markdown")]
        Self::Markdown,
        #[cfg(feature = "xml")]
        Self::Xml,
        #[cfg(feature = "json")]
        Self::Json,
        #[cfg(feature = "facts")]
        Self::Facts,
        #[cfg(feature = "nitf")]
        Self::Nitf,
        #[cfg(feature = "ninjs")]
        Self::Ninjs,
        #[cfg(feature = "govuk")]
        Self::GovUk,
        #[cfg(feature = "newsml-g2")]
        Self::NewsMlG2,
        #[cfg(feature = "schema-org")]
        Self::SchemaOrg,
        #[cfg(feature = "atom")]
        Self::Atom,
        #[cfg(feature = "rss")]
        Self::Rss,
        #[cfg(feature = "ical")]
        Self::ICal,
    ];

    /// The name, media type and file extensions.
    fn names(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            #[cfg(feature = "text")]
            Self::Text => ("text", "text/plain", &["txt", "text"]),
            #[cfg(feature = "markdown")]
            Self::Markdown => ("markdown", "text/markdown", &["md", "markdown"]),
            #[cfg(feature = "xml")]
            Self::Xml => ("xml", "application/xml", &["xml"]),
            #[cfg(feature = "json")]
            Self::Json => ("json", "application/json", &["json"]),
            #[cfg(feature = "facts")]
            Self::Facts => ("facts", "application/jsonl", &["jsonl", "ndjson"]),
            #[cfg(feature = "nitf")]
            Self::Nitf => ("nitf", "application/nitf+xml", &["nitf"]),
            #[cfg(feature = "ninjs")]
            Self::Ninjs => ("ninjs", "application/json", &["ninjs"]),
            #[cfg(feature = "govuk")]
            Self::GovUk => ("govuk", "application/json", &["json"]),
            #[cfg(feature = "newsml-g2")]
            Self::NewsMlG2 => ("newsml-g2", "application/vnd.iptc.g2.newsitem+xml", &["newsml", "g2"]),
            #[cfg(feature = "schema-org")]
            Self::SchemaOrg => ("schema-org", "application/ld+json", &["jsonld"]),
            #[cfg(feature = "atom")]
            Self::Atom => ("atom", "application/atom+xml", &["atom"]),
            #[cfg(feature = "rss")]
            Self::Rss => ("rss", "application/rss+xml", &["rss"]),
            #[cfg(feature = "ical")]
            Self::ICal => ("ical", "text/calendar", &["ics", "ical"]),
        }
    }

    /// The name, in lower case.
    ///
    /// ```
    /// # #[cfg(feature = "json")]
    /// assert_eq!(newsdesk::Format::Json.name(), "json");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// The media type (RFC 6838).
    ///
    /// ```
    /// # #[cfg(feature = "markdown")]
    /// assert_eq!(newsdesk::Format::Markdown.media_type(), "text/markdown");
    /// ```
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.names().1
    }

    /// The extensions of files, without the dot; the first is the usual one.
    ///
    /// ```
    /// # #[cfg(feature = "text")]
    /// assert_eq!(newsdesk::Format::Text.extensions(), ["txt", "text"]);
    /// ```
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        self.names().2
    }

    /// The format of a [name](Self::name), in either case.
    ///
    /// ```
    /// # #[cfg(feature = "xml")]
    /// assert_eq!(newsdesk::Format::from_name("XML"), Some(newsdesk::Format::Xml));
    /// assert_eq!(newsdesk::Format::from_name("pdf"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// The format of files with an [extension](Self::extensions), in either case and without the dot.
    ///
    /// ```
    /// # #[cfg(feature = "markdown")]
    /// assert_eq!(newsdesk::Format::from_extension("md"), Some(newsdesk::Format::Markdown));
    /// assert_eq!(newsdesk::Format::from_extension("pdf"), None);
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let has =
            |format: &&Self| format.extensions().iter().any(|known| known.eq_ignore_ascii_case(extension));
        Self::ALL.iter().find(has).copied()
    }

    /// The format of a file, by the extension of its name.
    ///
    /// ```
    /// # #[cfg(feature = "facts")]
    /// assert_eq!(newsdesk::Format::from_path("stories/2018.jsonl"), Some(newsdesk::Format::Facts));
    /// assert_eq!(newsdesk::Format::from_path("README"), None);
    /// ```
    #[must_use]
    pub fn from_path(path: impl AsRef<Path>) -> Option<Self> {
        Self::from_extension(path.as_ref().extension()?.to_str()?)
    }

    /// Reads a story, leniently and within the default limits.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use newsdesk::Format;
    /// let reading = Format::Json.read(br#"{"headline": "Minister opens bridge", "colour": "red"}"#)?;
    /// assert_eq!(reading.story.headline, "Minister opens bridge");
    /// assert_eq!(reading.diagnostics[0].path.as_deref(), Some("story/colour"));
    /// # }
    /// # Ok::<(), newsdesk::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the bytes are not a document of this format.
    pub fn read(self, bytes: &[u8]) -> Result<Reading, ReadError> {
        self.read_with(bytes, &ReadOptions::default())
    }

    /// Reads a story as `options` say.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use newsdesk::{Format, ReadOptions};
    /// let strict = ReadOptions::new().with_strict(true);
    /// let error = Format::Json.read_with(br#"{"colour": "red"}"#, &strict).unwrap_err();
    /// assert_eq!(error.to_string(), "line 1, column 12: story/colour: no such member belongs here");
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the bytes are not a document of this format, exceed the limits, or, when strict, have any
    /// trouble at all.
    pub fn read_with(self, bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
        options.limits.check_bytes(bytes.len())?;
        match self {
            #[cfg(feature = "text")]
            Self::Text => text::read(bytes, options),
            #[cfg(feature = "markdown")]
            Self::Markdown => markdown::read(bytes, options),
            #[cfg(feature = "xml")]
            Self::Xml => xml::read(bytes, options),
            #[cfg(feature = "json")]
            Self::Json => json::read(bytes, options),
            #[cfg(feature = "facts")]
            Self::Facts => facts::read(bytes, options),
            #[cfg(feature = "nitf")]
            Self::Nitf => nitf::read(bytes, options),
            #[cfg(feature = "ninjs")]
            Self::Ninjs => ninjs::read(bytes, options),
            #[cfg(feature = "govuk")]
            Self::GovUk => govuk::read(bytes, options),
            #[cfg(feature = "newsml-g2")]
            Self::NewsMlG2 => newsml_g2::read(bytes, options),
            #[cfg(feature = "schema-org")]
            Self::SchemaOrg => schema_org::read(bytes, options),
            #[cfg(feature = "atom")]
            Self::Atom => atom::read(bytes, options),
            #[cfg(feature = "rss")]
            Self::Rss => rss::read(bytes, options),
            #[cfg(feature = "ical")]
            Self::ICal => ical::read(bytes, options),
        }
    }

    /// Writes a story.
    ///
    /// ```
    /// # #[cfg(feature = "xml")] {
    /// use newsdesk::{Format, Story};
    /// let xml = String::from_utf8(Format::Xml.write(&Story::new("Minister opens bridge"))?)?;
    /// assert!(xml.contains("<headline>Minister opens bridge</headline>"));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the story holds text that this format cannot hold at all, as a control character in XML.
    pub fn write(self, story: &Story) -> Result<Vec<u8>, WriteError> {
        match self {
            #[cfg(feature = "text")]
            Self::Text => text::write(story),
            #[cfg(feature = "markdown")]
            Self::Markdown => markdown::write(story),
            #[cfg(feature = "xml")]
            Self::Xml => xml::write(story),
            #[cfg(feature = "json")]
            Self::Json => json::write(story),
            #[cfg(feature = "facts")]
            Self::Facts => facts::write(story),
            #[cfg(feature = "nitf")]
            Self::Nitf => nitf::write(story),
            #[cfg(feature = "ninjs")]
            Self::Ninjs => ninjs::write(story),
            #[cfg(feature = "govuk")]
            Self::GovUk => govuk::write(story),
            #[cfg(feature = "newsml-g2")]
            Self::NewsMlG2 => newsml_g2::write(story),
            #[cfg(feature = "schema-org")]
            Self::SchemaOrg => schema_org::write(story),
            #[cfg(feature = "atom")]
            Self::Atom => atom::write_all(&[story]),
            #[cfg(feature = "rss")]
            Self::Rss => rss::write_all(&[story]),
            #[cfg(feature = "ical")]
            Self::ICal => ical::write(story),
        }
    }

    /// Whether one document of this format may hold many stories: a feed, or lines.
    ///
    /// ```
    /// # #[cfg(all(feature = "facts", feature = "json"))]
    /// assert!(newsdesk::Format::Facts.holds_many() && !newsdesk::Format::Json.holds_many());
    /// ```
    #[must_use]
    pub fn holds_many(self) -> bool {
        match self {
            #[cfg(feature = "facts")]
            Self::Facts => true,
            #[cfg(feature = "atom")]
            Self::Atom => true,
            #[cfg(feature = "rss")]
            Self::Rss => true,
            #[allow(unreachable_patterns, reason = "there may be no other format")]
            _ => false,
        }
    }

    /// Writes a document of many stories, in a format that [holds many](Self::holds_many); in any other,
    /// one document after the other.
    ///
    /// ```
    /// # #[cfg(feature = "atom")] {
    /// use newsdesk::{Format, ReadOptions, Story};
    /// let feed = Format::Atom.write_all(&[&Story::new("Bridge opens"), &Story::new("Bridge closes")])?;
    /// let stories = Format::Atom.stories(&feed[..], &ReadOptions::new());
    /// let headlines: Vec<String> = stories.filter_map(|read| Some(read.ok()?.story.headline)).collect();
    /// assert_eq!(headlines, ["Bridge opens", "Bridge closes"]);
    /// # }
    /// # Ok::<(), newsdesk::WriteError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`write`](Self::write).
    pub fn write_all(self, stories: &[&Story]) -> Result<Vec<u8>, WriteError> {
        match self {
            #[cfg(feature = "atom")]
            Self::Atom => atom::write_all(stories),
            #[cfg(feature = "rss")]
            Self::Rss => rss::write_all(stories),
            #[allow(unreachable_patterns, reason = "there may be no other format")]
            _ => {
                let documents: Result<Vec<Vec<u8>>, WriteError> =
                    stories.iter().map(|story| self.write(story)).collect();
                Ok(documents?.concat())
            }
        }
    }

    /// What this format can hold of a story: reading what was written gives exactly this.
    ///
    /// ```
    /// # #[cfg(feature = "xml")] {
    /// use newsdesk::{Format, Story};
    /// let story = Story::new("Minister opens bridge");
    /// assert_eq!(Format::Xml.project(&story), story);
    /// # }
    /// ```
    #[must_use]
    pub fn project(self, story: &Story) -> Story {
        match self {
            #[cfg(feature = "text")]
            Self::Text => text::project(story),
            #[cfg(feature = "markdown")]
            Self::Markdown => markdown::project(story),
            #[cfg(feature = "facts")]
            Self::Facts => facts::project(story),
            #[cfg(feature = "nitf")]
            Self::Nitf => nitf::project(story),
            #[cfg(feature = "ninjs")]
            Self::Ninjs => ninjs::project(story),
            #[cfg(feature = "govuk")]
            Self::GovUk => govuk::project(story),
            #[cfg(feature = "newsml-g2")]
            Self::NewsMlG2 => newsml_g2::project(story),
            #[cfg(feature = "schema-org")]
            Self::SchemaOrg => schema_org::project(story),
            #[cfg(feature = "atom")]
            Self::Atom => atom::project(story),
            #[cfg(feature = "rss")]
            Self::Rss => rss::project(story),
            #[cfg(feature = "ical")]
            Self::ICal => ical::project(story),
            #[allow(unreachable_patterns, reason = "there may be no lossless format")]
            _ => story.clone(),
        }
    }

    /// What this format cannot hold of a story.
    ///
    /// ```
    /// # #[cfg(feature = "xml")] {
    /// use newsdesk::{Format, Story};
    /// assert!(Format::Xml.loss(&Story::new("Minister opens bridge")).is_empty());
    /// # }
    /// ```
    #[must_use]
    pub fn loss(self, story: &Story) -> LossReport {
        LossReport::between(story, &self.project(story))
    }
}

impl fmt::Display for Format {
    /// The [name](Format::name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    /// As [`from_name`](Format::from_name).
    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::from_name(name).ok_or_else(|| UnknownFormat { name: name.into() })
    }
}

/// The error of a name that no [`Format`] has.
///
/// ```
/// let error = "pdf".parse::<newsdesk::Format>().unwrap_err();
/// assert!(error.to_string().starts_with("\"pdf\" is not a format: expected one of "));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownFormat {
    /// The name.
    pub name: Box<str>,
}

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        write!(f, "{:?} is not a format: expected one of {}", self.name, known.join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

/// Reads a document in one format and writes it in another.
///
/// ```
/// # #[cfg(all(feature = "json", feature = "xml"))] {
/// use newsdesk::{Format, convert};
/// let (xml, loss) = convert(br#"{"headline": "Minister opens bridge"}"#, Format::Json, Format::Xml)?;
/// assert!(loss.is_empty());
/// assert!(xml.starts_with(b"<?xml"));
/// # }
/// # Ok::<(), newsdesk::ConvertError>(())
/// ```
///
/// # Errors
///
/// If it cannot be read, or holds text that the other format cannot hold at all.
pub fn convert(bytes: &[u8], from: Format, to: Format) -> Result<(Vec<u8>, LossReport), ConvertError> {
    let reading = from.read(bytes)?;
    let mut loss = to.loss(&reading.story);
    loss.unread = reading.diagnostics;
    Ok((to.write(&reading.story)?, loss))
}
