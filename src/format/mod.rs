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
mod codec;
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
mod name;
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

use codec::Codec;
pub use loss::{Loss, LossReport};
pub use name::UnknownFormat;
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

use crate::error::{ConvertError, ReadError, WriteError};
use crate::model::Story;

/// Each format: its name as a variant, its folder, and the feature that it needs.
macro_rules! formats {
    ($($(#[$doc:meta])+ $variant:ident = $folder:ident if $feature:literal,)+) => {
        /// A format that stories are read from and written in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Format {
            $($(#[$doc])+ #[cfg(feature = $feature)] $variant,)+
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
            pub const ALL: &'static [Self] = &[$(#[cfg(feature = $feature)] Self::$variant,)+];

            fn codec(self) -> &'static Codec {
                match self {
                    $(#[cfg(feature = $feature)] Self::$variant => &$folder::CODEC,)+
                }
            }
        }
    };
}

formats! {
    /// Plain text as published.
    Text = text if "text",
    /// CommonMark.
    Markdown = markdown if "markdown",
    /// The crate's own XML.
    Xml = xml if "xml",
    /// The crate's own JSON.
    Json = json if "json",
    /// The flat facts format, and JSON Lines of stories.
    Facts = facts if "facts",
    /// NITF, the news text format of the IPTC.
    Nitf = nitf if "nitf",
    /// ninjs, the IPTC's News in JSON.
    Ninjs = ninjs if "ninjs",
    /// Items of the GOV.UK Content API.
    GovUk = govuk if "govuk",
    /// NewsML-G2 of the IPTC.
    NewsMlG2 = newsml_g2 if "newsml-g2",
    /// schema.org's NewsArticle in JSON-LD.
    SchemaOrg = schema_org if "schema-org",
    /// Atom 1.0.
    Atom = atom if "atom",
    /// RSS 2.0.
    Rss = rss if "rss",
    /// iCalendar.
    ICal = ical if "ical",
}

impl Format {
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
        (self.codec().read)(bytes, options)
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
        (self.codec().write)(story)
    }

    /// Whether one document of this format may hold many stories: a feed, or lines.
    ///
    /// ```
    /// # #[cfg(all(feature = "facts", feature = "json"))]
    /// assert!(newsdesk::Format::Facts.holds_many() && !newsdesk::Format::Json.holds_many());
    /// ```
    #[must_use]
    pub fn holds_many(self) -> bool {
        self.codec().write_all.is_some()
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
        let codec = self.codec();
        codec.write_all.map_or_else(|| codec::documents(stories, codec.write), |write_all| write_all(stories))
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
        (self.codec().project)(story)
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
