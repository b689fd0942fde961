//! Strategies for every type of the model, with the text that breaks readers and writers.
//!
//! Each takes the [`Text`] that its free text is made of: [`xml_text`] for what XML 1.0 can hold,
//! [`any_text`] for all of Unicode. Every field of every type is filled now and then, and left empty
//! now and then.

#![allow(dead_code, unused_imports, reason = "each test takes the strategies that it needs")]

mod dates;
mod facts;
mod story;
mod text;

pub use dates::{calendar, date};
pub use facts::{commemoration, evidence, facts, identifier, meeting, official, organisation, quote, visit};
pub use story::{block, story};
pub use text::{Text, any_text, id, iri, is_xml_char, language, word, xml_text};

use std::fmt::Debug;

use proptest::prelude::*;

/// So many cases, or as many as the variable PROPTEST_CASES asks for.
pub fn cases(count: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        asked
    } else {
        ProptestConfig { cases: count, ..asked }
    }
}

/// A value, or as often none.
pub fn maybe<T: Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Option<T>> {
    proptest::option::of(value).boxed()
}

/// No value, one or two.
pub fn few<T: Debug + Clone + 'static>(value: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Vec<T>> {
    prop_oneof![
        2 => Just(0_usize),
        2 => Just(1),
        1 => Just(2),
    ]
    .prop_flat_map({
        let value = value.boxed();
        move |count| proptest::collection::vec(value.clone(), count)
    })
    .boxed()
}
