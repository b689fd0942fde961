//! Names: parts named after their kind.

use crate::error::{ReadError, WriteError};
use crate::format::xml::element::{Choice, Element};
use crate::format::xml::read::Reader;
use crate::format::xml::write::Writer;
use crate::format::xml::{read_shapes, write_shapes};
use crate::model::{Name, NamePart, NamePartKind};

/// The element of a part whose kind is not a known one; an attribute gives the kind.
const OTHER: &str = "part";

impl Choice for NamePart {
    const NAMES: &'static [&'static str] = &["given", "family", "particle", "nickname", "suffix", OTHER];

    fn name(&self) -> &'static str {
        Self::NAMES.iter().find(|name| **name == self.kind.as_str()).unwrap_or(&OTHER)
    }

    fn read(name: &'static str, reader: &mut Reader<'_>) -> Result<Self, ReadError> {
        let kind = if name == OTHER {
            read_shapes::attribute::required(reader, "kind")?
        } else {
            NamePartKind::from(name)
        };
        Ok(Self { kind, text: reader.text()? })
    }

    fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        if Choice::name(self) == OTHER {
            write_shapes::attribute::required(writer, "kind", &self.kind)?;
        }
        writer.text(&self.text)
    }
}

impl Element for Name {
    fn read(reader: &mut Reader<'_>) -> Result<Self, ReadError> {
        Ok(Self { parts: Element::read(reader)? })
    }

    fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        self.parts.write(writer)
    }
}
