//! Whether a story is still the one that a remainder was made for.

use std::io::{self, Write};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::Story;

/// FNV-1a over 64 bits (RFC 9923) of a story as JSON, its extensions aside: they
/// hold what the format says and the model does not.
///
/// It finds edits, not malice. In a document it is 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;

    pub(super) fn of(story: &Story) -> Self {
        let mut hash = Self(Self::START);
        let Story {
            id,
            iri,
            kind,
            language,
            headline,
            standfirst,
            dateline,
            byline,
            publishers,
            dates,
            subjects,
            rights,
            links,
            media,
            body,
            facts,
            extensions: _,
        } = story;
        let named = (id, iri, kind, language, headline, standfirst, dateline, byline);
        let listed = (publishers, dates, subjects, rights, links, media, body, facts);
        // Neither the model nor the hash ever fails to be written.
        let _ = serde_json::to_writer(&mut hash, &(named, listed));
        hash
    }
}

impl Write for Fingerprint {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(Self::PRIME);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", self.0))
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        u64::from_str_radix(&digits, 16).map(Self).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fnv_1a() {
        // A test vector of the algorithm's authors.
        let mut hash = Fingerprint(Fingerprint::START);
        hash.write_all(b"foobar").unwrap();
        assert_eq!(hash, Fingerprint(0x8594_4171_f739_67e8));
    }
}
