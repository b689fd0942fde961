//! Streams of stories.

use std::io::{BufRead, Read};

use super::{Format, ReadOptions, Reading};
use crate::error::{ReadError, Trouble, TroubleKind};

/// The stories of a stream, one after the other, as [`Format::stories`] gives them.
pub type Stories<'r> = Box<dyn Iterator<Item = Result<Reading, ReadError>> + 'r>;

impl Format {
    /// Reads a stream of stories: as many as it has in a format that [holds many](Self::holds_many), one in
    /// any other.
    ///
    /// Memory is that of one story, within the limits.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use newsdesk::{Format, ReadOptions};
    /// let mut stories = Format::Json.stories(&b"{\"headline\": \"Minister opens bridge\"}"[..], &ReadOptions::new());
    /// assert_eq!(stories.next().unwrap()?.story.headline, "Minister opens bridge");
    /// assert!(stories.next().is_none());
    /// # }
    /// # Ok::<(), newsdesk::ReadError>(())
    /// ```
    pub fn stories<'r>(self, reader: impl BufRead + 'r, options: &ReadOptions) -> Stories<'r> {
        if let Some(stories) = self.codec().stories {
            return stories(Box::new(reader), options);
        }
        let options = options.clone();
        Box::new(std::iter::once_with(move || self.read_with(&all_bytes(reader, &options)?, &options)))
    }
}

/// The bytes of a stream, as far as the limits allow them.
pub(super) fn all_bytes(reader: impl BufRead, options: &ReadOptions) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let most = u64::try_from(options.limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
    reader
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Trouble::new(TroubleKind::Truncated, format!("the stream broke off: {error}")))?;
    options.limits.check_bytes(bytes.len())?;
    Ok(bytes)
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;
    use crate::format::Limits;

    #[test]
    fn an_endless_stream_ends_at_the_limit() {
        let options = ReadOptions::new().with_limits(Limits::new().with_bytes(1_000));
        let endless = std::io::BufReader::new(std::io::repeat(b' '));
        let error = Format::Json.stories(endless, &options).next().unwrap().unwrap_err();
        assert_eq!(error.trouble().kind, TroubleKind::Limit);
    }
}
