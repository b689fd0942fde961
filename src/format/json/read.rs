//! Reading: serde does it; a second look at the document says where trouble stands.

use super::names::Root;
use crate::error::{ReadError, Trouble, TroubleKind};
use crate::format::json_tree::Source;
use crate::format::{DiagnosticSink, ReadOptions};

/// A whole document.
pub(super) fn document<T: Root>(
    bytes: &[u8],
    options: &ReadOptions,
) -> Result<(T, DiagnosticSink), ReadError> {
    let source = Source::new(bytes, T::NAME, &options.limits)?;
    let (mut unknown, mut left_out) = (Vec::new(), 0);
    let mut deserializer = serde_json::Deserializer::from_str(source.json());
    let root = serde_ignored::deserialize(&mut deserializer, |path| {
        if unknown.len() < DiagnosticSink::MOST {
            let trouble = Trouble::new(TroubleKind::Unknown, "no such member belongs here");
            unknown.push(trouble.with_path(ignored_path(T::NAME, &path)));
        } else {
            left_out += 1;
        }
    });
    match root.and_then(|root| deserializer.end().map(|()| root)) {
        Ok(root) => Ok((root, source.report(unknown, left_out, options)?)),
        Err(error) => Err(source.explain::<T>(&error)),
    }
}

/// `story/facts/visits[2]/colour`, as serde_ignored tells it.
fn ignored_path(root: &str, path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => root.to_owned(),
        Path::Seq { parent, index } => format!("{}[{}]", ignored_path(root, parent), index + 1),
        Path::Map { parent, key } => format!("{}/{key}", ignored_path(root, parent)),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            ignored_path(root, parent)
        }
    }
}
