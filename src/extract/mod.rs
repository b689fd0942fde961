//! Prose to facts.

mod annotated;
mod commemoration;
mod date;
mod lexicon;
mod number;
mod passage;
mod token;
