//! Prose to facts.

mod annotated;
mod date;
mod lexicon;
mod number;
mod passage;
mod token;
