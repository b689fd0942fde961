// The README's example needs these features, and its words speak of all of them.
#![cfg_attr(
    all(feature = "text", feature = "xml", feature = "extract", feature = "validate"),
    doc = include_str!("../README.md")
)]
#![cfg_attr(
    not(all(feature = "text", feature = "xml", feature = "extract", feature = "validate")),
    doc = "Government news as typed, checked data."
)]
#![forbid(unsafe_code)]
#![deny(missing_docs, unreachable_pub)]
#![deny(
    clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice,
    clippy::unreachable, clippy::todo, clippy::unimplemented, clippy::print_stdout, clippy::print_stderr
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// The strategies in tests/strategy name the crate; unit tests use them too.
#[cfg(test)]
extern crate self as newsdesk;

#[cfg(feature = "compose")]
pub mod compose;
#[cfg(feature = "format")]
pub mod error;
#[cfg(feature = "extract")]
pub mod extract;
#[cfg(feature = "format")]
pub mod format;
pub mod model;
#[cfg(feature = "validate")]
pub mod validate;
#[cfg(any(feature = "text", feature = "extract"))]
mod voice;

#[cfg(feature = "compose")]
pub use compose::Composer;
#[cfg(feature = "format")]
pub use error::{ConvertError, Diagnostic, Position, ReadError, Trouble, TroubleKind, WriteError};
#[cfg(feature = "extract")]
pub use extract::Extractor;
#[cfg(feature = "format")]
pub use format::{Format, Limits, Loss, LossReport, ReadOptions, Reading, UnknownFormat, convert};
pub use model::*;
