//! What formats are called: their names, media types and the extensions of files.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::Format;

impl Format {
    /// The name, in lower case.
    ///
    /// ```
    /// # #[cfg(feature = "json")]
    /// assert_eq!(newsdesk::Format::Json.name(), "json");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.codec().name
    }

    /// The media type (RFC 6838).
    ///
    /// ```
    /// # #[cfg(feature = "markdown")]
    /// assert_eq!(newsdesk::Format::Markdown.media_type(), "text/markdown");
    /// ```
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.codec().media_type
    }

    /// The extensions of files, without the dot; the first is the usual one.
    ///
    /// ```
    /// # #[cfg(feature = "text")]
    /// assert_eq!(newsdesk::Format::Text.extensions(), ["txt", "text"]);
    /// ```
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        self.codec().extensions
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
