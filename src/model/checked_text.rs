//! Newtypes over text that is checked once, when the value is made.

use std::fmt;

/// The error of a checked newtype: the text is not what the type stands for.
///
/// ```
/// let error = newsdesk::Id::new("two words").unwrap_err();
/// assert_eq!(error.to_string(), "\"two words\" is not an id: expected one or more characters, none of them white space or a control character");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidText {
    /// The text that was refused.
    pub text: Box<str>,
    /// What it should have been, with the article: "an id".
    pub wanted: &'static str,
    /// The shape that was expected.
    pub expected: &'static str,
}

impl fmt::Display for InvalidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not {}: expected {}", self.text, self.wanted, self.expected)
    }
}

impl std::error::Error for InvalidText {}

/// Declares a newtype over a text with a check, and the traits that all such types share. Clones share the text: facts
/// refer to each other by it.
macro_rules! checked_text {
    (
        $(#[$meta:meta])*
        $name:ident, $wanted:literal, $expected:literal, $check:path
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// Checks `text` and takes it.
            ///
            /// # Errors
            ///
            #[doc = concat!("If `text` is not ", $expected, ".")]
            pub fn new(text: impl Into<std::sync::Arc<str>>) -> Result<Self, $crate::model::InvalidText> {
                let text = text.into();
                if $check(&text) {
                    Ok(Self(text))
                } else {
                    let text = Box::from(&*text);
                    Err($crate::model::InvalidText { text, wanted: $wanted, expected: $expected })
                }
            }

            /// Whether [`new`](Self::new) takes a text.
            #[allow(dead_code, reason = "each format takes what it needs")]
            pub(crate) fn takes(text: &str) -> bool {
                $check(text)
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::model::InvalidText;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::word::deserialize(deserializer, |text| Self::new(text))
            }
        }
    };
}

pub(crate) use checked_text;
