//! Writing.

use super::names::Root;
use crate::error::WriteError;

/// A whole document, indented by two spaces, with a line feed at its end.
pub(super) fn document<T: Root>(root: &T) -> Result<String, WriteError> {
    let mut json = serde_json::to_string_pretty(root)
        .map_err(|error| WriteError::new(T::NAME, format!("JSON cannot hold this: {error}")))?;
    json.push('\n');
    Ok(json)
}
