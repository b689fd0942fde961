//! Blocks as XHTML.

use crate::format::newsml_g2::names::XHTML;
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::model::{Block, BlockKind, Language};

/// A part of a block that an element of its own marks.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format::newsml_g2) struct Mark {
    pub(in crate::format::newsml_g2) block: usize,
    pub(in crate::format::newsml_g2) range: std::ops::Range<usize>,
    pub(in crate::format::newsml_g2) id: String,
}

/// The class of an element that marks direct speech.
pub(in crate::format::newsml_g2) const QUOTATION: &str = "quotation";

/// The deepest list that is written as it is.
const DEEPEST: u8 = 12;

/// The body in XHTML.
pub(in crate::format::newsml_g2) fn render(blocks: &[Block], marks: &[Mark]) -> Fresh {
    let mut body = Fresh::new("body");
    let numbered: Vec<(usize, &Block)> = blocks.iter().enumerate().collect();
    let mut rest = numbered.as_slice();
    while let Some(((number, first), more)) = rest.split_first() {
        let run = |continues: &dyn Fn(&Block) -> bool| {
            more.iter().take_while(|(_, block)| continues(block)).count()
        };
        let (element, length) = match &first.kind {
            BlockKind::ListItem { ordered, .. } => {
                let continues = |block: &Block| match block.kind {
                    BlockKind::ListItem { ordered: other, depth, starts } => {
                        !starts && (other == *ordered || depth > 0)
                    }
                    _ => false,
                };
                let length = run(&continues) + 1;
                (list(rest.get(..length).unwrap_or_default(), 0, marks), length)
            }
            BlockKind::Quotation { .. } => {
                let continues = |block: &Block| matches!(block.kind, BlockKind::Quotation { starts: false });
                let length = run(&continues) + 1;
                let blocks = rest.get(..length).unwrap_or_default().iter();
                let paragraphs = blocks.map(|(number, block)| line("p", *number, block, marks));
                (Fresh::new("blockquote").children(paragraphs), length)
            }
            _ => (single(*number, first, marks), 1),
        };
        body = body.child(element);
        rest = rest.get(length..).unwrap_or_default();
    }
    Fresh::new("html").within(XHTML).child(Fresh::new("head").child(Fresh::new("title"))).child(body)
}

/// The element of a block that needs no other around it.
pub(super) fn single(number: usize, block: &Block, marks: &[Mark]) -> Fresh {
    const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let element = |name| line(name, number, block, marks);
    match &block.kind {
        BlockKind::Heading { level } => {
            let level = usize::from(level.saturating_sub(1));
            element(HEADINGS.get(level).copied().unwrap_or("h6"))
        }
        BlockKind::Caption => element("p").with("class", "caption"),
        BlockKind::Boilerplate { role } => element("p").with("class", format!("boilerplate {role}")),
        _ => element("p"),
    }
}

/// Items of one list, those of lists in it deeper down.
pub(super) fn list(items: &[(usize, &Block)], depth: u8, marks: &[Mark]) -> Fresh {
    let place = |block: &Block| match block.kind {
        BlockKind::ListItem { ordered, depth, .. } => (ordered, depth.min(DEEPEST)),
        _ => (false, 0),
    };
    let ordered = items.iter().map(|(_, block)| place(block)).find(|(_, own)| *own == depth);
    let is_ordered =
        ordered.or_else(|| items.first().map(|(_, block)| place(block))).is_some_and(|(ordered, _)| ordered);
    let mut elements: Vec<Fresh> = Vec::new();
    let mut rest = items;
    while let Some(((number, first), more)) = rest.split_first() {
        let is_own = place(first).1 <= depth;
        let (own, deeper) = match is_own {
            true => (line("li", *number, first, marks), more),
            false => (Fresh::new("li"), rest),
        };
        let length = deeper.iter().take_while(|(_, block)| place(block).1 > depth).count();
        let (inner, after) = deeper.split_at_checked(length).unwrap_or((deeper, &[]));
        let inner = (!inner.is_empty()).then(|| list(inner, depth + 1, marks));
        elements.push(own.children(inner));
        rest = after;
    }
    Fresh::new(if is_ordered { "ol" } else { "ul" }).children(elements)
}

/// An element with the text of a block, its line breaks and its marks.
pub(super) fn line(element: &'static str, number: usize, block: &Block, marks: &[Mark]) -> Fresh {
    let mut fresh = Fresh::new(element).with_some("xml:lang", block.language.as_ref().map(Language::as_str));
    let mut own: Vec<&Mark> = marks.iter().filter(|mark| mark.block == number).collect();
    own.sort_by_key(|mark| mark.range.start);
    let mut at = 0;
    for mark in own {
        let (Some(before), Some(inner)) =
            (block.text.get(at..mark.range.start), block.text.get(mark.range.clone()))
        else {
            continue;
        };
        let span = Fresh::new("span").with("class", QUOTATION).with("id", mark.id.clone());
        fresh = broken(fresh, before).child(broken(span, inner));
        at = mark.range.end;
    }
    broken(fresh, block.text.get(at..).unwrap_or_default())
}

fn broken(mut fresh: Fresh, text: &str) -> Fresh {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            fresh = fresh.child(Fresh::new("br"));
        }
        fresh = fresh.text(line);
    }
    fresh
}

/// Whether the white space in an element counts, so that it is not to be indented.
pub(in crate::format::newsml_g2) fn counts_space(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.namespace(node) == XHTML
        && matches!(tree.local(node), "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "title" | "span")
}
