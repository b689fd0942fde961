//! What the formats that are JSON share: documents as trees, read with their paths, and written into.
//!
//! | file | what |
//! | --- | --- |
//! | `source.rs` | the text: limits, located errors ([`Source`]) |
//! | `scan.rs`, `locate.rs` | how deep and rich it is; where a path stands in it |
//! | `repeated.rs` | members of one name in one object, of which only the last is read |
//! | `json.rs` | a value that borrows its text ([`Json`]) |
//! | `node.rs` | a value beside its path, to be read leniently ([`Node`], [`Troubles`]) |
//! | `draft.rs` | the document that a story is written as ([`Draft`]) |
//! | `bindings.rs` | which part of a draft stands where in a document that was read ([`Bindings`]) |
//! | `merge.rs` | the changes between two drafts, written into such a document |
//! | `kept.rs` | the document that a story keeps for its own format ([`keep`], [`rewritten`]) |
//!
//! A format gives two functions, and all else follows from them: `read`, from a tree to a story and the
//! bindings, and `draft`, from a story to a tree.
//!
//! - A document is kept only if the draft of its story does not say all that it says.
//! - A story with a kept document is written as that document, changed where the draft of the story
//!   differs from the draft of what the document tells.

mod locate;
mod scan;
mod source;

#[cfg(feature = "json-kept")]
mod bindings;
#[cfg(feature = "json-kept")]
mod draft;
#[cfg(feature = "json-kept")]
mod json;
#[cfg(feature = "json-kept")]
mod kept;
#[cfg(feature = "json-kept")]
mod merge;
#[cfg(feature = "json-kept")]
mod node;
#[cfg(feature = "json-kept")]
mod repeated;

pub(super) use source::Source;

#[cfg(feature = "json-kept")]
pub(super) use {
    bindings::Bindings,
    draft::{Draft, Members},
    json::Json,
    kept::{Change, Layout, keep, kept, pretty, rewritten, without_kept, write},
    merge::pairs,
    node::{Node, Troubles},
};
