//! How attributes and children of each shape are read: required, optional, defaulted, many.

use super::element::{Element, Scalar};
use super::read::Reader;
use crate::error::ReadError;

/// How an attribute of each shape is read.
pub(super) mod attribute {
    use super::{ReadError, Reader, Scalar};

    pub(in super::super) fn required<T: Scalar>(reader: &mut Reader<'_>, name: &str) -> Result<T, ReadError> {
        reader.required_attribute(name)
    }

    pub(in super::super) fn optional<T: Scalar>(
        reader: &mut Reader<'_>,
        name: &str,
    ) -> Result<Option<T>, ReadError> {
        reader.attribute(name)
    }

    pub(in super::super) fn defaulted<T: Scalar + Default>(
        reader: &mut Reader<'_>,
        name: &str,
    ) -> Result<T, ReadError> {
        Ok(reader.attribute(name)?.unwrap_or_default())
    }
}

/// How the children of each shape come out of the slots that they were read into.
pub(super) mod child {
    use std::ops::Range;

    use super::{Element, ReadError, Reader};

    /// Where children of one name are gathered while an element is read.
    pub(in super::super) trait Slot {
        fn take(&mut self, reader: &mut Reader<'_>, name: &'static str) -> Result<(), ReadError>;
    }

    impl<T: Element> Slot for Option<T> {
        fn take(&mut self, reader: &mut Reader<'_>, name: &'static str) -> Result<(), ReadError> {
            if self.is_some() {
                return reader.repeated_child(name);
            }
            *self = Some(reader.within(name, 0, T::read)?);
            Ok(())
        }
    }

    impl<T: Element> Slot for Vec<T> {
        fn take(&mut self, reader: &mut Reader<'_>, name: &'static str) -> Result<(), ReadError> {
            let child = reader.within(name, self.len() + 1, T::read)?;
            self.push(child);
            Ok(())
        }
    }

    pub(in super::super) fn required<T>(
        reader: &mut Reader<'_>,
        tag: &Range<usize>,
        name: &str,
        slot: Option<T>,
    ) -> Result<T, ReadError> {
        slot.ok_or_else(|| reader.missing_child(tag.clone(), name))
    }

    pub(in super::super) fn optional<T>(
        _: &mut Reader<'_>,
        _: &Range<usize>,
        _: &str,
        slot: Option<T>,
    ) -> Result<Option<T>, ReadError> {
        Ok(slot)
    }

    pub(in super::super) fn defaulted<T: Default>(
        _: &mut Reader<'_>,
        _: &Range<usize>,
        _: &str,
        slot: Option<T>,
    ) -> Result<T, ReadError> {
        Ok(slot.unwrap_or_default())
    }

    pub(in super::super) fn many<T>(
        _: &mut Reader<'_>,
        _: &Range<usize>,
        _: &str,
        slot: Vec<T>,
    ) -> Result<Vec<T>, ReadError> {
        Ok(slot)
    }
}
