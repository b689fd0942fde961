//! Prose to facts.

mod annotated;
mod lexicon;
mod passage;
mod quote;
mod token;
