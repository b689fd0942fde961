//! How attributes and children of each shape are written: required, optional, defaulted, many.

use super::element::{Element, Scalar};
use super::write::Writer;
use crate::error::WriteError;

/// How an attribute of each shape is written.
pub(super) mod attribute {
    use super::{Scalar, WriteError, Writer};

    pub(in super::super) fn required<T: Scalar>(
        writer: &mut Writer,
        name: &str,
        value: &T,
    ) -> Result<(), WriteError> {
        writer.attribute(name, value)
    }

    pub(in super::super) fn optional<T: Scalar>(
        writer: &mut Writer,
        name: &str,
        value: &Option<T>,
    ) -> Result<(), WriteError> {
        value.as_ref().map_or(Ok(()), |value| writer.attribute(name, value))
    }

    pub(in super::super) fn defaulted<T: Scalar + Default + PartialEq>(
        writer: &mut Writer,
        name: &str,
        value: &T,
    ) -> Result<(), WriteError> {
        if *value == T::default() { Ok(()) } else { writer.attribute(name, value) }
    }
}

/// How a child element of each shape is written.
pub(super) mod child {
    use super::{Element, WriteError, Writer};

    pub(in super::super) fn required<T: Element>(
        writer: &mut Writer,
        name: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        writer.element(name, 0, |writer| value.write(writer))
    }

    pub(in super::super) fn optional<T: Element>(
        writer: &mut Writer,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), WriteError> {
        value.as_ref().map_or(Ok(()), |value| required(writer, name, value))
    }

    pub(in super::super) fn defaulted<T: Element + Default + PartialEq>(
        writer: &mut Writer,
        name: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        if *value == T::default() { Ok(()) } else { required(writer, name, value) }
    }

    pub(in super::super) fn many<T: Element>(
        writer: &mut Writer,
        name: &'static str,
        values: &[T],
    ) -> Result<(), WriteError> {
        for (index, value) in values.iter().enumerate() {
            writer.element(name, index + 1, |writer| value.write(writer))?;
        }
        Ok(())
    }
}
