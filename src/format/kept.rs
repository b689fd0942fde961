//! The document that a story keeps of its own format.

use crate::model::{Extension, Story};

/// The document that was kept for the format of that name, and the story without it.
pub(super) fn split_kept<'s>(story: &'s Story, format: &str) -> (Option<&'s Extension>, Story) {
    let is_kept = |extension: &&Extension| extension.format == format && extension.path.is_empty();
    let kept = story.extensions.iter().find(is_kept);
    let mut own = story.clone();
    own.extensions.retain(|extension| !is_kept(&extension));
    (kept, own)
}
