//! Reading a value from one word, without a copy of the word.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a string and gives what `parse` makes of it.
pub(crate) fn deserialize<'de, D, T, E>(
    deserializer: D,
    parse: fn(&str) -> Result<T, E>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    E: Display,
{
    deserializer.deserialize_str(Word { parse, value: PhantomData })
}

struct Word<T, E> {
    parse: fn(&str) -> Result<T, E>,
    value: PhantomData<T>,
}

impl<T, E: Display> Visitor<'_> for Word<T, E> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<S: Error>(self, word: &str) -> Result<T, S> {
        (self.parse)(word).map_err(S::custom)
    }
}
