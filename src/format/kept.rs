//! The document that a story keeps of its own format.

use crate::model::{Extension, Story};

/// The document that was kept for the format of that name, and the number of its extension.
pub(super) fn document<'s>(story: &'s Story, format: &str) -> Option<(usize, &'s Extension)> {
    story.extensions.iter().enumerate().find(|(_, extension)| is_kept(extension, format))
}

/// The document that was kept for the format of that name, and the story without it.
#[cfg(any(feature = "newsml-g2", feature = "ical"))]
pub(super) fn split_kept<'s>(story: &'s Story, format: &str) -> (Option<&'s Extension>, Story) {
    let kept = document(story, format).map(|(_, extension)| extension);
    let mut own = story.clone();
    own.extensions.retain(|extension| !is_kept(extension, format));
    (kept, own)
}

/// The XML document that was kept for the format of that name, if its root is one, and the number of its extension.
#[cfg(any(feature = "nitf", feature = "feed"))]
pub(super) fn kept_xml<'s>(
    story: &'s Story,
    format: &str,
    is_root: impl Fn(&str, &str) -> bool,
) -> Option<(usize, &'s str)> {
    let (at, extension) = document(story, format)?;
    let (namespace, local) = super::tree::first_element(extension.value.as_bytes())?;
    is_root(&namespace, &local).then_some((at, extension.value.as_str()))
}

fn is_kept(extension: &Extension, format: &str) -> bool {
    extension.format == format && extension.path.is_empty()
}
