//! What a type of the model is in XML: an element, one of several elements, or a value.

use super::read::Reader;
use super::write::Writer;
use crate::error::{ReadError, WriteError};

/// What an element of some name holds: attributes and content.
pub(super) trait Element: Sized {
    /// Reads the attributes and content of an element whose start tag has just been read, and its end tag.
    fn read(reader: &mut Reader<'_>) -> Result<Self, ReadError>;

    /// Writes the attributes and content of an element whose name has just been written.
    fn write(&self, writer: &mut Writer) -> Result<(), WriteError>;
}

/// An element whose name tells which of several things it is.
pub(super) trait Choice: Sized {
    /// The names.
    const NAMES: &'static [&'static str];

    /// The name for this.
    fn name(&self) -> &'static str;

    /// As [`Element::read`], of an element named `name`, which is one of [`NAMES`](Self::NAMES).
    fn read(name: &'static str, reader: &mut Reader<'_>) -> Result<Self, ReadError>;

    /// As [`Element::write`].
    fn write(&self, writer: &mut Writer) -> Result<(), WriteError>;
}

/// A value in an attribute, or alone in an element.
pub(super) trait Scalar: Sized {
    /// Reads the text of the value; the error says what is wrong with it.
    fn from_text(text: &str) -> Result<Self, String>;

    /// The text of the value, handed to `write`.
    fn with_text<R>(&self, write: impl FnOnce(&str) -> R) -> R;
}

impl Element for String {
    fn read(reader: &mut Reader<'_>) -> Result<Self, ReadError> {
        reader.text()
    }

    fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        writer.text(self)
    }
}

impl<T: Element> Element for Box<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, ReadError> {
        T::read(reader).map(Self::new)
    }

    fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        (**self).write(writer)
    }
}

/// Any number of elements, each of which may be any of the choice.
impl<T: Choice> Element for Vec<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, ReadError> {
        let mut members = Self::new();
        let mut numbers = Numbers::new(T::NAMES);
        reader.begin_content()?;
        while let Some(found) = reader.next_child()? {
            match numbers.count(found) {
                Some((name, number)) => {
                    members.push(reader.within(name, number, |reader| T::read(name, reader))?);
                }
                None => reader.unknown_child(found)?,
            }
        }
        Ok(members)
    }

    fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        let mut numbers = Numbers::new(T::NAMES);
        for member in self {
            if let Some((name, number)) = numbers.count(member.name()) {
                writer.element(name, number, |writer| member.write(writer))?;
            }
        }
        Ok(())
    }
}

/// Exactly one element of the choice.
pub(super) fn read_one<T: Choice>(reader: &mut Reader<'_>) -> Result<T, ReadError> {
    let tag = reader.begin_content()?;
    let mut one = None;
    while let Some(found) = reader.next_child()? {
        match T::NAMES.iter().find(|name| **name == found) {
            Some(name) if one.is_none() => {
                one = Some(reader.within(name, 0, |reader| T::read(name, reader))?);
            }
            Some(_) => reader.repeated_child(found)?,
            None => reader.unknown_child(found)?,
        }
    }
    one.ok_or_else(|| reader.missing_choice(tag, T::NAMES))
}

/// As [`read_one`].
pub(super) fn write_one<T: Choice>(one: &T, writer: &mut Writer) -> Result<(), WriteError> {
    writer.element(one.name(), 0, |writer| one.write(writer))
}

/// Counts elements by name.
struct Numbers {
    names: &'static [&'static str],
    counts: [usize; Self::MOST],
}

impl Numbers {
    /// No choice has more names than the eight shapes of a calendar date and its range.
    const MOST: usize = 9;

    fn new(names: &'static [&'static str]) -> Self {
        Self { names, counts: [0; Self::MOST] }
    }

    /// The name as the choice has it, and how often it has come up with this time; none if it has no such name.
    fn count(&mut self, found: &str) -> Option<(&'static str, usize)> {
        let (name, count) = self.names.iter().zip(&mut self.counts).find(|(name, _)| **name == found)?;
        *count += 1;
        Some((name, *count))
    }
}
