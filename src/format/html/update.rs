//! Blocks into a fragment that stands: what is the same is not touched.

use ego_tree::{NodeId, NodeRef, Tree};
use html5ever::{QualName, local_name, ns};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::blocks::{Passage, passages};
use super::tree::{Element, Node};
use super::{names, parse, tree, write};
use crate::format::Limits;
use crate::model::{Block, BlockKind};

/// `html` with these blocks, which hold no more than HTML can.
///
/// Words that are mark-up for others, pictures, classes and comments stay. Where that is more than can be
/// told (a list that is split, a quotation that becomes two), the blocks are written anew within the
/// outermost element.
pub(super) fn html(html: &str, blocks: &[Block]) -> String {
    let limits = Limits { bytes: usize::MAX, elements: usize::MAX, ..Limits::default() };
    let Ok(mut tree) = parse::parse(html, &limits) else { return write::html(blocks) };
    let before = passages(&tree);
    if before.iter().map(|passage| &passage.block).eq(blocks) {
        return html.to_owned();
    }
    edit(&mut tree, &before, blocks);
    let edited = tree::html(tree.root());
    match parse::parse(&edited, &limits) {
        Ok(read) if passages(&read).iter().map(|passage| &passage.block).eq(blocks) => edited,
        _ => rewritten(html, &limits, blocks),
    }
}

/// The blocks written anew, in the element that the whole fragment stands in if there is one.
fn rewritten(html: &str, limits: &Limits, blocks: &[Block]) -> String {
    let new = write::html(blocks);
    let Ok(mut old) = parse::parse(html, limits) else { return new };
    let Some(wrapper) = wrapper(&old) else { return new };
    let Ok(new) = parse::parse(&new, limits) else { return new };
    let children: Vec<NodeId> =
        old.get(wrapper).into_iter().flat_map(|node| node.children()).map(|child| child.id()).collect();
    children.into_iter().for_each(|child| detach(&mut old, child));
    let new = old.extend_tree(new).id();
    if let Some(mut wrapper) = old.get_mut(wrapper) {
        wrapper.reparent_from_id_append(new);
    }
    tree::html(old.root())
}

/// The one `<div>` or the like that all stands in.
fn wrapper(tree: &Tree<Node>) -> Option<NodeId> {
    let is_blank = |node: &NodeRef<'_, Node>| match node.value() {
        Node::Text(text) => text.trim().is_empty(),
        _ => false,
    };
    let mut children = tree.root().children().filter(|node| !is_blank(node));
    let only = children.next()?;
    (children.next().is_none() && is_wrapper(only.value())).then(|| only.id())
}

fn is_wrapper(node: &Node) -> bool {
    matches!(node.name(), "div" | "section" | "article" | "main")
        && node.as_element().is_some_and(|element| names::flow(element) == names::Flow::Container)
}

/// What a new block is put after.
#[derive(Clone)]
struct Anchor<'a> {
    node: NodeId,
    kind: &'a BlockKind,
}

fn anchor(passage: &Passage) -> Option<Anchor<'_>> {
    let node = passage.pieces.iter().rev().find_map(|piece| piece.node)?;
    Some(Anchor { node, kind: &passage.block.kind })
}

fn edit(tree: &mut Tree<Node>, before: &[Passage], after: &[Block]) {
    let old: Vec<&Block> = before.iter().map(|passage| &passage.block).collect();
    let new: Vec<&Block> = after.iter().collect();
    // Removed last, so that what is new can stand beside it.
    let mut removed: Vec<&Passage> = Vec::new();
    let mut beside: Option<Anchor<'_>> = None;
    for change in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let mut gone = before.get(change.old_range()).unwrap_or_default().iter();
        if let DiffOp::Equal { .. } = change {
            beside = gone.next_back().and_then(anchor);
            continue;
        }
        for block in after.get(change.new_range()).unwrap_or_default() {
            let same = |passage: &&Passage| {
                passage.block.kind == block.kind && passage.block.language == block.language
            };
            if let Some(passage) = gone.as_slice().first().filter(same) {
                gone.next();
                reword(tree, passage, &block.text);
                beside = anchor(passage);
            } else if let Some(node) = insert(tree, beside.as_ref(), block) {
                beside = Some(Anchor { node, kind: &block.kind });
            }
        }
        removed.extend(gone);
    }
    for passage in removed {
        remove(tree, passage);
    }
}

/// Puts another text into the nodes of a passage: only nodes whose words differ are changed.
fn reword(tree: &mut Tree<Node>, passage: &Passage, text: &str) {
    let old = &passage.block.text;
    let start = common_start(old, text);
    let rest = |text: &str| text.get(start..).unwrap_or_default().chars().rev().collect::<String>();
    let end = common_start(&rest(old), &rest(text));
    let changed = start..old.len() - end;
    let mut new = text.get(start..text.len() - end);
    let mut at = 0;
    let last = passage.pieces.len().saturating_sub(1);
    for (number, piece) in passage.pieces.iter().enumerate() {
        let span = at..at + piece.text.len();
        at = span.end;
        let Some(node) = piece.node else { continue };
        // What only adds goes to the first node that it touches, what replaces to the first that loses words.
        let touches = if changed.is_empty() {
            span.contains(&changed.start) || changed.start == span.end
        } else {
            span.start < changed.end && changed.start < span.end
        };
        let touches = touches || number == last && new.is_some();
        if !touches {
            continue;
        }
        let kept = |range: std::ops::Range<usize>| old.get(range).unwrap_or_default();
        let words = format!(
            "{}{}{}",
            kept(span.start..changed.start.clamp(span.start, span.end)),
            new.take().unwrap_or_default(),
            kept(changed.end.clamp(span.start, span.end)..span.end),
        );
        if words != piece.text {
            put(tree, node, &words);
        }
    }
}

/// How many bytes two texts have in common at their start.
fn common_start(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

/// Puts `words` where a text or a line break stands.
fn put(tree: &mut Tree<Node>, node: NodeId, words: &str) {
    let mut lines = words.split('\n');
    let first = lines.next().unwrap_or_default().to_owned();
    let mut after: Vec<Node> = Vec::new();
    for line in lines {
        after.push(line_break());
        after.push(Node::Text(line.to_owned()));
    }
    let Some(mut place) = tree.get_mut(node) else { return };
    if place.as_ref().parent().is_none() {
        return;
    }
    for node in after.into_iter().rev() {
        place.insert_after(node);
    }
    if matches!(place.value(), Node::Text(_)) {
        *place.value() = Node::Text(first);
    } else {
        place.insert_after(Node::Text(first));
        place.detach();
    }
}

fn line_break() -> Node {
    let name = QualName::new(None, ns!(html), local_name!("br"));
    Node::Element(Element { name, attributes: Vec::new(), depth: 0 })
}

/// Takes a passage out, and with it the elements that held nothing else.
fn remove(tree: &mut Tree<Node>, passage: &Passage) {
    for node in passage.pieces.iter().filter_map(|piece| piece.node) {
        let mut next = Some(node);
        while let Some(id) = next {
            let Some(node) = tree.get(id) else { break };
            next = node.parent().map(|parent| parent.id());
            let holds_nothing = node.children().all(|child| match child.value() {
                Node::Text(text) => text.trim().is_empty(),
                _ => false,
            });
            let is_own = id == passage.pieces.first().and_then(|piece| piece.node).unwrap_or(id)
                || !matches!(node.value(), Node::Root) && !is_wrapper(node.value());
            if !(holds_nothing && is_own) {
                break;
            }
            detach(tree, id);
        }
    }
}

fn detach(tree: &mut Tree<Node>, node: NodeId) {
    if let Some(mut node) = tree.get_mut(node) {
        node.detach();
    }
}

/// Puts a new block after what stands `beside`, or at the start; gives where it stands.
fn insert(tree: &mut Tree<Node>, beside: Option<&Anchor<'_>>, block: &Block) -> Option<NodeId> {
    let new = parse::parse(&write::html(std::slice::from_ref(block)), &Limits::default()).ok()?;
    let new = tree.extend_tree(new).id();
    let (place, part) = match beside {
        Some(beside) => place(tree, beside, &block.kind),
        None => (None, None),
    };
    let mut inside = tree.get(new)?.descendants().filter(|node| node.value().as_element().is_some());
    let new = inside.find(|node| part.is_none_or(|part| node.value().name() == part))?.id();
    match place {
        Some(place) => {
            tree.get_mut(place)?.insert_id_after(new);
            tree.get_mut(place)?.insert_after(Node::Text("\n".to_owned()));
        }
        None => {
            let within = wrapper(tree).unwrap_or_else(|| tree.root().id());
            tree.get_mut(within)?.prepend_id(new);
        }
    }
    Some(new)
}

/// The node after which a block of a kind is put, and which element of its own HTML it needs there.
fn place(tree: &Tree<Node>, beside: &Anchor<'_>, kind: &BlockKind) -> (Option<NodeId>, Option<&'static str>) {
    let above = |inner: &str, outer: &[&str]| {
        let node = tree.get(beside.node)?;
        let mut line = std::iter::once(node).chain(node.ancestors());
        let is_one = |node: &NodeRef<'_, Node>| {
            node.value().name() == inner
                && node.parent().is_some_and(|parent| outer.contains(&parent.value().name()))
        };
        line.find(is_one).map(|node| node.id())
    };
    let joined = match (beside.kind, kind) {
        (
            BlockKind::ListItem { ordered, depth, .. },
            BlockKind::ListItem { ordered: same, depth: level, starts: false },
        ) if ordered == same && depth == level => above("li", &["ul", "ol"]).map(|place| (place, "li")),
        (BlockKind::Quotation { .. }, BlockKind::Quotation { starts: false }) => {
            above("p", &["blockquote"]).map(|place| (place, "p"))
        }
        _ => None,
    };
    if let Some((place, part)) = joined {
        return (Some(place), Some(part));
    }
    let Some(node) = tree.get(beside.node) else { return (None, None) };
    let mut line = std::iter::once(node).chain(node.ancestors());
    let stands_free = |node: &NodeRef<'_, Node>| {
        node.parent().is_some_and(|parent| *parent.value() == Node::Root || is_wrapper(parent.value()))
    };
    (line.find(stands_free).map(|node| node.id()), None)
}
