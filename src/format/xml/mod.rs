//! (to be written)

use super::{ReadOptions, Reading};
use crate::error::{ReadError, WriteError};
use crate::model::Story;

pub(super) fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Reading, ReadError> {
    Ok(Reading::new(Story::new("")))
}

pub(super) fn write(_story: &Story) -> Result<Vec<u8>, WriteError> {
    Ok(Vec::new())
}
