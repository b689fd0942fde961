//! The body of a document made to hold other blocks, its markup kept where nothing changes.

use super::read::block_text;
use super::render::{line, list, single};
use super::{Bound, Form};
use crate::format::tree::{Fresh, NodeId, Tree, is_space};
use crate::model::{Block, BlockKind};

/// Makes the body of a document that holds `old` one that holds `new`, block by block.
pub(in crate::format::newsml_g2) fn update(tree: &mut Tree<'_>, form: Form, old: &[Bound], new: &[Block]) {
    let Form::Markup(root) = form else {
        if let Form::Text(node) = form
            && old.iter().map(|bound| &bound.block).ne(new)
        {
            let paragraphs: Vec<&str> = new.iter().map(|block| block.text.as_str()).collect();
            tree.set_text(node, paragraphs.join("\n\n"));
        }
        return;
    };
    let mut before: Option<NodeId> = None;
    for step in steps(old, new) {
        match step {
            Step::Keep(old) => before = Some(old.node),
            Step::Change(old, block)
                if old.block.kind == block.kind && old.block.language == block.language =>
            {
                set_text(tree, old, &block.text);
                before = Some(old.node);
            }
            Step::Change(old, block) => {
                let placed = insert(tree, root, Some(old.node), block);
                remove(tree, old.node);
                before = Some(placed);
            }
            Step::Remove(old) => remove(tree, old.node),
            Step::Insert(block) => before = Some(insert(tree, root, before, block)),
        }
    }
}

enum Step<'b> {
    Keep(&'b Bound),
    Change(&'b Bound, &'b Block),
    Remove(&'b Bound),
    Insert(&'b Block),
}

/// How one list of blocks becomes the other: what is equal is kept, what stands between two such is changed in
/// its order, and what is left over goes or comes.
fn steps<'b>(old: &'b [Bound], new: &'b [Block]) -> Vec<Step<'b>> {
    let mut steps = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        // The nearest block that both still have.
        let next = (j..new.len()).find_map(|to| {
            let from = (i..old.len()).find(|from| old.get(*from).map(|bound| &bound.block) == new.get(to))?;
            Some((from, to))
        });
        let (from, to) = next.unwrap_or((old.len(), new.len()));
        let (gone, come) = (old.get(i..from).unwrap_or_default(), new.get(j..to).unwrap_or_default());
        let both = gone.len().min(come.len());
        steps.extend(gone.iter().zip(come).map(|(old, new)| Step::Change(old, new)));
        steps.extend(gone.iter().skip(both).map(Step::Remove));
        steps.extend(come.iter().skip(both).map(Step::Insert));
        steps.extend(old.get(from).filter(|_| to < new.len()).map(Step::Keep));
        (i, j) = (from + 1, to + 1);
    }
    steps
}

/// Sets the text of a block, and leaves the markup that is not in the changed part of it.
fn set_text(tree: &mut Tree<'_>, old: &Bound, text: &str) {
    let was = old.block.text.as_str();
    let start =
        was.chars().zip(text.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    let most = was.len().min(text.len()) - start;
    let mut end = 0;
    for (a, b) in was.chars().rev().zip(text.chars().rev()) {
        if a != b || end + a.len_utf8() > most {
            break;
        }
        end += a.len_utf8();
    }
    let (removed, added) = (was.get(start..was.len() - end), text.get(start..text.len() - end));
    let pieces: Vec<NodeId> = tree.descendants(old.node).filter(|node| tree.text(*node).is_some()).collect();
    if let (Some(removed), Some(added), true) = (removed, added, pieces.len() > 1) {
        // The piece in which the changed part stands, tried by what comes out.
        for piece in pieces {
            let Some(before) = tree.text(piece).map(str::to_owned) else { continue };
            let places: Vec<usize> = match removed.is_empty() {
                true => before.char_indices().map(|(at, _)| at).chain([before.len()]).collect(),
                false => before.match_indices(removed).map(|(at, _)| at).collect(),
            };
            for at in places.into_iter().take(200) {
                let (Some(head), Some(tail)) = (before.get(..at), before.get(at + removed.len()..)) else {
                    continue;
                };
                tree.set_text(piece, format!("{head}{added}{tail}"));
                if block_text(tree, old.node) == text {
                    return;
                }
            }
            tree.set_text(piece, before);
        }
    }
    if text.contains('\n') && tree.is_element(old.node) {
        tree.set_text(old.node, "");
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                let name = tree.name(old.node);
                let line_break = name.map(|name| crate::format::tree::Name { local: "br", ..name });
                if let Some(name) = line_break {
                    let node = tree.element(name);
                    tree.append(old.node, node);
                }
            }
            let node = tree.text_node(line.to_owned());
            tree.append(old.node, node);
        }
        return;
    }
    tree.set_text(old.node, text.to_owned());
}

/// Puts a block after the element that holds another, or else first in the body; gives the element that holds it.
fn insert(tree: &mut Tree<'_>, root: NodeId, after: Option<NodeId>, block: &Block) -> NodeId {
    let is_nitf = tree.local(root) == "nitf";
    let container = tree
        .descendants(root)
        .find(|node| matches!(tree.local(*node), "body.content"))
        .or_else(|| tree.descendants(root).find(|node| tree.local(*node) == "body"))
        .unwrap_or(root);
    let namespace = tree.name(root).map_or(crate::format::tree::NamespaceId::NONE, |name| name.namespace);
    // An item or a quotation joins the list or quotation that it goes on with.
    let joins = |tree: &Tree<'_>, parent: &str| {
        let holder =
            after.filter(|node| tree.parent(*node).is_some_and(|around| tree.local(around) == parent));
        holder.filter(|node| tree.is_element(*node))
    };
    let (element, beside) = match &block.kind {
        BlockKind::ListItem { ordered, starts: false, .. }
            if joins(tree, if *ordered { "ol" } else { "ul" }).is_some() =>
        {
            (line("li", 0, block, &[]), joins(tree, if *ordered { "ol" } else { "ul" }))
        }
        BlockKind::Quotation { starts: false } if joins(tree, "blockquote").is_some() => {
            (line("p", 0, block, &[]), joins(tree, "blockquote"))
        }
        BlockKind::ListItem { .. } => (list(&[(0, block)], 0, &[]), None),
        BlockKind::Quotation { .. } if is_nitf => {
            (Fresh::new("bq").child(Fresh::new("block").child(line("p", 0, block, &[]))), None)
        }
        BlockKind::Quotation { .. } => (Fresh::new("blockquote").child(line("p", 0, block, &[])), None),
        BlockKind::Heading { .. } if is_nitf => (line("hl2", 0, block, &[]), None),
        _ => (single(0, block, &[]), None),
    };
    let node = tree.make(&element, namespace);
    let top = |tree: &Tree<'_>, node: NodeId| {
        std::iter::successors(Some(node), |node| tree.parent(*node))
            .find(|node| tree.parent(*node) == Some(container))
    };
    let beside = beside.or_else(|| after.and_then(|after| top(tree, after)));
    match beside {
        Some(beside) => {
            let parent = tree.parent(beside).unwrap_or(container);
            tree.place(parent, Some(beside), node);
        }
        None => tree.place(container, None, node),
    }
    // What holds the text is the innermost element.
    let innermost = tree.descendants(node).filter(|node| matches!(tree.local(*node), "p" | "li")).last();
    innermost.unwrap_or(node)
}

/// Takes the element of a block away, and the list or quotation that is empty without it.
fn remove(tree: &mut Tree<'_>, node: NodeId) {
    let parent = tree.parent(node);
    tree.remove(node);
    let Some(parent) =
        parent.filter(|parent| matches!(tree.local(*parent), "ul" | "ol" | "blockquote" | "bq" | "block"))
    else {
        return;
    };
    let is_empty = tree.children(parent).all(|child| tree.text(child).is_some_and(is_space));
    if is_empty {
        remove(tree, parent);
    }
}
