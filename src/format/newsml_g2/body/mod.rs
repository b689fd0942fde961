//! The body: XHTML or NITF in `inlineXML`, or text in `inlineData`, as blocks.
//!
//! | block | XHTML | NITF |
//! | --- | --- | --- |
//! | paragraph | `p` | `p` |
//! | heading | `h1` to `h6` | `hl2` |
//! | list item | `li` in `ul` or `ol` | the same |
//! | quotation | a block in `blockquote` | a block in `bq` |
//! | caption | `figcaption`, `caption`, `p class="caption"` | `media-caption`, `caption` |
//! | boilerplate | `p class="boilerplate ROLE"` | `p` in `body.end` |

mod read;
mod render;
mod update;

pub(super) use read::{block_text, read};
pub(super) use render::{Mark, QUOTATION, counts_space, render};
pub(super) use update::update;

use super::item::Item;
use crate::format::tree::{NodeId, Tree};
use crate::model::Block;

/// A block, and the node of the document that holds it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bound {
    pub(super) node: NodeId,
    pub(super) block: Block,
}

/// How the body of an item is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In elements, below this one.
    Markup(NodeId),
    /// As text alone, in this element.
    Text(NodeId),
}

/// The body that an item has: the first that is in a form that is read here.
pub(super) fn form(tree: &Tree<'_>, item: Item) -> Option<Form> {
    let renditions = || item.body.into_iter().flat_map(|set| tree.elements(set));
    let markup = renditions().filter(|node| tree.local(*node) == "inlineXML").find_map(|inline| {
        let root = tree.elements(inline).next()?;
        ["html", "nitf", "body", "div", "article"].contains(&tree.local(root)).then_some(root)
    });
    let text = || {
        let is_text = |node: &NodeId| {
            tree.local(*node) == "inlineData"
                && tree.attribute(*node, "encoding").is_none()
                && tree.attribute(*node, "encodinguri").is_none()
                && tree.attribute(*node, "contenttype").is_none_or(|kind| kind.starts_with("text/plain"))
        };
        renditions().find(is_text)
    };
    markup.map(Form::Markup).or_else(|| text().map(Form::Text))
}
