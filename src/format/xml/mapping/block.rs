//! The blocks of the body: elements named after their kind.

use crate::error::{ReadError, WriteError};
use crate::format::xml::element::Choice;
use crate::format::xml::read::Reader;
use crate::format::xml::write::Writer;
use crate::format::xml::{read_shapes, write_shapes};
use crate::model::{Block, BlockKind};

/// Maps the kinds of a block to names and attributes; its language and text are the same for all.
macro_rules! block_kinds {
    ($($name:literal = $kind:ident { $($akind:ident $afield:ident = $aname:literal;)* })*) => {
        impl Choice for Block {
            const NAMES: &'static [&'static str] = &[$($name,)*];

            fn name(&self) -> &'static str {
                match self.kind {
                    $(BlockKind::$kind { .. } => $name,)*
                }
            }

            fn read(name: &'static str, reader: &mut Reader<'_>) -> Result<Self, ReadError> {
                let kind = match name {
                    $($name => BlockKind::$kind { $($afield: read_shapes::attribute::$akind(reader, $aname)?,)* },)*
                    _ => BlockKind::Paragraph,
                };
                let language = read_shapes::attribute::optional(reader, "language")?;
                Ok(Self { kind, language, text: reader.text()? })
            }

            fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
                match &self.kind {
                    $(BlockKind::$kind { $($afield,)* } => {
                        $(write_shapes::attribute::$akind(writer, $aname, $afield)?;)*
                    })*
                }
                write_shapes::attribute::optional(writer, "language", &self.language)?;
                writer.text(&self.text)
            }
        }
    };
}

block_kinds! {
    "paragraph" = Paragraph {}
    "heading" = Heading {
        required level = "level";
    }
    "list-item" = ListItem {
        defaulted ordered = "ordered";
        defaulted depth = "depth";
        defaulted starts = "starts";
    }
    "quotation" = Quotation {
        defaulted starts = "starts";
    }
    "caption" = Caption {}
    "boilerplate" = Boilerplate {
        required role = "role";
    }
}
