//! Values in attributes, or alone in an element.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, Weekday};

use crate::error::{ReadError, WriteError};
use crate::format::xml::element::{Element, Scalar};
use crate::format::xml::read::Reader;
use crate::format::xml::write::Writer;
use crate::format::xml_text::shortened;
use crate::model::*;

/// Values that are text.
impl Scalar for String {
    fn from_text(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }

    fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
        write(self)
    }
}

impl Scalar for Cow<'static, str> {
    fn from_text(text: &str) -> Result<Self, String> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
        write(self)
    }
}

/// Types of checked text: the type itself says what is wrong.
macro_rules! checked {
    ($($type:ty)*) => {$(
        impl Scalar for $type {
            fn from_text(text: &str) -> Result<Self, String> {
                text.parse().map_err(|error: InvalidText| error.to_string())
            }

            fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
                write(self.as_str())
            }
        }
    )*};
}

checked! { Id Iri Language Country }

/// Open vocabularies: every word is one.
macro_rules! vocabulary {
    ($($type:ty)*) => {$(
        impl Scalar for $type {
            fn from_text(text: &str) -> Result<Self, String> {
                Ok(text.into())
            }

            fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
                write(self.as_str())
            }
        }
    )*};
}

vocabulary! {
    ActKind BoilerplateRole Direction IdentifierScheme Marking MeetingMode MentionForm NamePartKind PlaceKind
    Qualifier RoleKind Service Status StoryKind VisitKind
}

/// Types that read what they print; white space around the value means nothing.
macro_rules! printed {
    ($($type:ty = $wanted:literal;)*) => {$(
        impl Scalar for $type {
            fn from_text(text: &str) -> Result<Self, String> {
                text.trim_ascii().parse().map_err(|_| format!("{:?} is not {}", shortened(text), $wanted))
            }

            fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
                let mut text = Digits::new();
                // Writing to this cannot fail: no value of these types is longer.
                let _ = write!(text, "{self}");
                write(text.as_str())
            }
        }
    )*};
}

printed! {
    u8 = "a whole number from 0 to 255";
    u32 = "a whole number from 0 to 4294967295";
    usize = "a whole number";
    i32 = "a whole number from -2147483648 to 2147483647";
    bool = "true or false";
    NaiveDate = "a day: write it as 2022-05-04";
    Weekday = "a weekday: one of Mon, Tue, Wed, Thu, Fri, Sat, Sun";
    NatoGrade = "a NATO grade: one of OF-1 to OF-10, OR-1 to OR-9";
    Part = "a part of a story: one of headline, standfirst, byline, dateline, body[0], body[1], …";
}

impl Scalar for Confidence {
    fn from_text(text: &str) -> Result<Self, String> {
        let percent = text.trim_ascii().parse().ok().filter(|percent| *percent <= Self::CERTAIN.as_percent());
        percent
            .map(Self::percent)
            .ok_or_else(|| format!("{:?} is not a number from 0 to 100", shortened(text)))
    }

    fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
        self.as_percent().with_text(write)
    }
}

impl Scalar for DateTime<FixedOffset> {
    fn from_text(text: &str) -> Result<Self, String> {
        let wanted = "a moment with its offset from UTC: write it as 2022-05-04T09:30:00+02:00";
        text.trim_ascii().parse().map_err(|_| format!("{:?} is not {wanted}", shortened(text)))
    }

    fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
        write(&self.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

/// Closed vocabularies.
macro_rules! words {
    ($($type:ident { $($variant:ident = $word:literal)* })*) => {$(
        impl Scalar for $type {
            fn from_text(text: &str) -> Result<Self, String> {
                match text.trim_ascii() {
                    $($word => Ok(Self::$variant),)*
                    _ => Err(format!("{:?} is not one of {}", shortened(text), [$($word),*].join(", "))),
                }
            }

            fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R {
                write(match self { $(Self::$variant => $word,)* })
            }
        }
    )*};
}

words! {
    TimeUnit { Day = "day" Week = "week" Month = "month" Year = "year" }
    Bound { Exact = "exact" MoreThan = "more_than" LessThan = "less_than" }
}

/// Elements that hold one value.
macro_rules! alone {
    ($($type:ty)*) => {$(
        impl Element for $type {
            fn read(reader: &mut Reader<'_>) -> Result<Self, ReadError> {
                reader.value()
            }

            fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
                self.with_text(|text| writer.text(text))
            }
        }
    )*};
}

alone! { u32 i32 NaiveDate DateTime<FixedOffset> }

/// A reference: an element with nothing but the id of a fact.
impl Element for Id {
    fn read(reader: &mut Reader<'_>) -> Result<Self, ReadError> {
        let id = crate::format::xml::read_shapes::attribute::required(reader, "ref")?;
        reader.nothing()?;
        Ok(id)
    }

    fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        writer.attribute("ref", self)
    }
}

/// The text of a short value, without an allocation.
struct Digits {
    bytes: [u8; Self::MOST],
    length: usize,
}

impl Digits {
    /// `body[` with the longest `usize` and `]`.
    const MOST: usize = 32;

    fn new() -> Self {
        Self { bytes: [0; Self::MOST], length: 0 }
    }

    fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl std::fmt::Write for Digits {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        let free = self.bytes.get_mut(self.length..end).ok_or(std::fmt::Error)?;
        free.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
