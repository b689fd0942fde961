//! What each type of the model is in XML: one table a type, from which both its reader and its writer are made.

mod block;
mod commemoration;
mod date;
mod evidence;
mod facts;
mod name;
mod official;
mod scalar;
mod story;
mod visit;

/// Maps a struct to an element: first its attributes, then its children in the order in which they are written.
///
/// A field is `required`, `optional` (an `Option`), `defaulted` (not written where it has its default
/// value) or, for children, `many` (a `Vec`). In place of children, `content` is the text.
macro_rules! element {
    ($type:ident {
        $(attribute $akind:ident $afield:ident = $aname:literal;)*
        $(child $ckind:ident $cfield:ident = $cname:literal;)*
    }) => {
        impl $crate::format::xml::element::Element for $crate::model::$type {
            fn read(
                reader: &mut $crate::format::xml::read::Reader<'_>,
            ) -> Result<Self, $crate::error::ReadError> {
                #[allow(unused_imports, reason = "not every element has attributes and children of its own")]
                use $crate::format::xml::read_shapes::{attribute, child, child::Slot};
                $(let $afield = attribute::$akind(reader, $aname)?;)*
                let tag = reader.begin_content()?;
                $(let mut $cfield = Default::default();)*
                while let Some(name) = reader.next_child()? {
                    match name {
                        $($cname => Slot::take(&mut $cfield, reader, $cname)?,)*
                        unknown => reader.unknown_child(unknown)?,
                    }
                }
                let _ = &tag;
                Ok(Self {
                    $($afield,)*
                    $($cfield: child::$ckind(reader, &tag, $cname, $cfield)?,)*
                })
            }

            fn write(
                &self,
                writer: &mut $crate::format::xml::write::Writer,
            ) -> Result<(), $crate::error::WriteError> {
                #[allow(unused_imports, reason = "not every element has attributes and children of its own")]
                use $crate::format::xml::write_shapes::{attribute, child};
                $(attribute::$akind(writer, $aname, &self.$afield)?;)*
                $(child::$ckind(writer, $cname, &self.$cfield)?;)*
                Ok(())
            }
        }
    };
    ($type:ident {
        $(attribute $akind:ident $afield:ident = $aname:literal;)*
        content $text:ident;
    }) => {
        impl $crate::format::xml::element::Element for $crate::model::$type {
            fn read(
                reader: &mut $crate::format::xml::read::Reader<'_>,
            ) -> Result<Self, $crate::error::ReadError> {
                $(let $afield = $crate::format::xml::read_shapes::attribute::$akind(reader, $aname)?;)*
                Ok(Self { $($afield,)* $text: reader.text()? })
            }

            fn write(
                &self,
                writer: &mut $crate::format::xml::write::Writer,
            ) -> Result<(), $crate::error::WriteError> {
                $($crate::format::xml::write_shapes::attribute::$akind(writer, $aname, &self.$afield)?;)*
                writer.text(&self.$text)
            }
        }
    };
}

/// Maps an enum to elements: a name for each variant. A tuple variant is the element that its value
/// is; a struct variant has its fields as attributes.
macro_rules! choice {
    ($type:ident { $($name:literal = $variant:ident $fields:tt;)* }) => {
        impl $crate::format::xml::element::Choice for $crate::model::$type {
            const NAMES: &'static [&'static str] = &[$($name,)*];

            fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $name,)*
                }
            }

            fn read(
                name: &'static str,
                reader: &mut $crate::format::xml::read::Reader<'_>,
            ) -> Result<Self, $crate::error::ReadError> {
                match name {
                    $($name => choice!(@read $type $variant reader $fields),)*
                    other => {
                        reader.unknown_child(other)?;
                        Err(reader.missing_choice(0..0, Self::NAMES))
                    }
                }
            }

            fn write(
                &self,
                writer: &mut $crate::format::xml::write::Writer,
            ) -> Result<(), $crate::error::WriteError> {
                match self {
                    $(choice!(@pattern $variant value $fields) => choice!(@write writer value $fields),)*
                }
            }
        }
    };
    (@read $type:ident $variant:ident $reader:ident (value)) => {
        Ok(Self::$variant($crate::format::xml::element::Element::read($reader)?))
    };
    (@read $type:ident $variant:ident $reader:ident { $($akind:ident $afield:ident = $aname:literal;)* }) => {{
        $(let $afield = $crate::format::xml::read_shapes::attribute::$akind($reader, $aname)?;)*
        $reader.nothing()?;
        Ok(Self::$variant { $($afield,)* })
    }};
    (@pattern $variant:ident $value:ident (value)) => { Self::$variant($value) };
    (@pattern $variant:ident $value:ident { $($akind:ident $afield:ident = $aname:literal;)* }) => {
        Self::$variant { $($afield,)* }
    };
    (@write $writer:ident $value:ident (value)) => {
        $crate::format::xml::element::Element::write($value, $writer)
    };
    (@write $writer:ident $value:ident { $($akind:ident $afield:ident = $aname:literal;)* }) => {{
        $($crate::format::xml::write_shapes::attribute::$akind($writer, $aname, $afield)?;)*
        Ok(())
    }};
}

/// Makes an enum that [`choice!`] maps the one child of an element.
macro_rules! one_of {
    ($($type:ident)*) => {$(
        impl $crate::format::xml::element::Element for $crate::model::$type {
            fn read(
                reader: &mut $crate::format::xml::read::Reader<'_>,
            ) -> Result<Self, $crate::error::ReadError> {
                $crate::format::xml::element::read_one(reader)
            }

            fn write(
                &self,
                writer: &mut $crate::format::xml::write::Writer,
            ) -> Result<(), $crate::error::WriteError> {
                $crate::format::xml::element::write_one(self, writer)
            }
        }
    )*};
}

use {choice, element, one_of};
