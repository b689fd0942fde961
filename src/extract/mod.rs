//! Prose to facts.

mod annotated;
mod lexicon;
mod passage;
mod token;
