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

use super::item::Item;
use super::names::XHTML;
use crate::format::tree::slot::words;
use crate::format::tree::{Fresh, NodeId, Tree, is_space};
use crate::model::{Block, BlockKind, BoilerplateRole, Language};

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

/// The blocks of a body.
pub(super) fn read(tree: &Tree<'_>, form: Form) -> Vec<Bound> {
    match form {
        Form::Markup(root) => {
            let mut blocks = Blocks { tree, found: Vec::new(), starts_list: false, starts_quotation: false };
            blocks.inside(root, &Around::default());
            blocks.found
        }
        Form::Text(node) => {
            let content = tree.content(node);
            let paragraphs = content.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
            paragraphs.map(|text| Bound { node, block: Block::paragraph(text) }).collect()
        }
    }
}

/// What a block stands in.
#[derive(Debug, Clone, Default)]
struct Around {
    lists: u8,
    ordered: bool,
    /// Whether the block is the item of a list itself.
    in_item: bool,
    in_quotation: bool,
    kind: Option<BlockKind>,
}

struct Blocks<'t, 'i> {
    tree: &'t Tree<'i>,
    found: Vec<Bound>,
    starts_list: bool,
    starts_quotation: bool,
}

/// What elements are to the body.
enum Part {
    /// Text beside other text.
    Inline,
    /// Nothing that is read.
    Skipped,
    /// A block, or what holds blocks.
    Block,
}

fn part(element: &str) -> Part {
    match element {
        "head"
        | "script"
        | "style"
        | "template"
        | "body.head"
        | "media-metadata"
        | "media-reference"
        | "media-object"
        | "media-producer"
        | "nitf-table-metadata"
        | "colgroup"
        | "col" => Part::Skipped,
        "html" | "nitf" | "body" | "body.content" | "body.end" | "p" | "h1" | "h2" | "h3" | "h4" | "h5"
        | "h6" | "hl1" | "hl2" | "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "blockquote" | "bq" | "block"
        | "div" | "section" | "article" | "main" | "aside" | "header" | "footer" | "address" | "center"
        | "figure" | "figcaption" | "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th"
        | "caption" | "pre" | "media" | "media-caption" | "nitf-table" | "tagline" | "hr" | "fn" | "note"
        | "credit" | "datasource" => Part::Block,
        _ => Part::Inline,
    }
}

impl Blocks<'_, '_> {
    /// Reads what stands in an element that may hold blocks.
    fn inside(&mut self, node: NodeId, around: &Around) {
        let mut run: Option<(NodeId, usize)> = None;
        let mut text = String::new();
        let is_block = |child: NodeId| {
            self.tree.is_element(child) && matches!(part(self.tree.local(child)), Part::Block)
        };
        if !self.tree.children(node).any(is_block) {
            let text = block_text(self.tree, node);
            self.push(node, text, around);
            return;
        }
        for child in self.tree.children(node) {
            match self.tree.is_element(child).then(|| part(self.tree.local(child))) {
                Some(Part::Skipped) => {}
                Some(Part::Block) => {
                    self.end_run(&mut run, &mut text, around);
                    self.block(child, around);
                }
                Some(Part::Inline) | None => {
                    collect(self.tree, child, &mut text);
                    let (first, count) = run.unwrap_or((child, 0));
                    run = Some((first, count + 1));
                }
            }
        }
        self.end_run(&mut run, &mut text, around);
    }

    /// Text between blocks is a block too; it is bound to its node if it is one.
    fn end_run(&mut self, run: &mut Option<(NodeId, usize)>, text: &mut String, around: &Around) {
        if let Some((node, _)) = run.take() {
            let text = std::mem::take(text);
            self.push(node, text.trim_matches([' ', '\n']).to_owned(), around);
        }
    }

    fn block(&mut self, node: NodeId, around: &Around) {
        let mut inner = Around { in_item: false, ..around.clone() };
        match self.tree.local(node) {
            list @ ("ul" | "ol") => {
                self.starts_list = around.lists == 0;
                inner.lists = around.lists.saturating_add(1);
                inner.ordered = list == "ol";
                self.inside(node, &inner);
                self.starts_list = false;
                return;
            }
            "li" => inner.in_item = true,
            "blockquote" | "bq" => {
                inner.in_quotation = true;
                self.starts_quotation = true;
            }
            "figcaption" | "caption" | "media-caption" => inner.kind = Some(BlockKind::Caption),
            "body.end" => inner.kind = Some(BlockKind::Boilerplate { role: BoilerplateRole::Notes }),
            "h1" | "hl1" => inner.kind = Some(BlockKind::Heading { level: 1 }),
            "h2" | "hl2" => inner.kind = Some(BlockKind::Heading { level: 2 }),
            "h3" => inner.kind = Some(BlockKind::Heading { level: 3 }),
            "h4" => inner.kind = Some(BlockKind::Heading { level: 4 }),
            "h5" => inner.kind = Some(BlockKind::Heading { level: 5 }),
            "h6" => inner.kind = Some(BlockKind::Heading { level: 6 }),
            "p" => match self.tree.attribute(node, "class").map(|class| class.split_once(' ')) {
                Some(Some(("boilerplate", role))) => {
                    inner.kind = Some(BlockKind::Boilerplate { role: BoilerplateRole::from(role) });
                }
                Some(None) if self.tree.attribute(node, "class") == Some("caption") => {
                    inner.kind = Some(BlockKind::Caption);
                }
                _ => {}
            },
            _ => {}
        }
        // The first block of an item is the item, also where it is a paragraph in it.
        inner.in_item |= around.in_item && self.tree.local(node) == "p";
        self.inside(node, &inner);
    }

    fn push(&mut self, node: NodeId, text: String, around: &Around) {
        if text.is_empty() {
            return;
        }
        let before = self.found.last().map(|bound| &bound.block.kind);
        let kind = match &around.kind {
            Some(kind) => kind.clone(),
            None if around.in_item => {
                let follows = matches!(before, Some(BlockKind::ListItem { .. }));
                let starts = std::mem::take(&mut self.starts_list) && follows;
                BlockKind::ListItem { ordered: around.ordered, depth: around.lists.saturating_sub(1), starts }
            }
            None if around.in_quotation => {
                let follows = matches!(before, Some(BlockKind::Quotation { .. }));
                BlockKind::Quotation { starts: std::mem::take(&mut self.starts_quotation) && follows }
            }
            None => BlockKind::Paragraph,
        };
        let mut block = Block::new(kind, text);
        let language = self.tree.xml_attribute(node, "lang").or_else(|| self.tree.attribute(node, "lang"));
        block.language = language.and_then(|tag| Language::new(tag).ok());
        self.found.push(Bound { node, block });
    }
}

/// The text of an element without blocks in it: one space between words, and the line breaks that are marked.
pub(super) fn block_text(tree: &Tree<'_>, node: NodeId) -> String {
    let mut children = tree.children(node);
    if let (Some(only), None) = (children.next(), children.next())
        && let Some(text) = tree.text(only)
    {
        return words(text.into()).into_owned();
    }
    let mut text = String::new();
    collect(tree, node, &mut text);
    text.truncate(text.trim_end_matches([' ', '\n']).len());
    text
}

fn collect(tree: &Tree<'_>, node: NodeId, text: &mut String) {
    if let Some(piece) = tree.text(node) {
        append(piece, text);
    } else if tree.local(node) == "br" {
        text.truncate(text.trim_end_matches(' ').len());
        if !text.is_empty() {
            text.push('\n');
        }
    } else if !matches!(part(tree.local(node)), Part::Skipped) {
        tree.children(node).for_each(|child| collect(tree, child, text));
    }
}

/// Appends text with one space for any white space, and none at the beginning of a line.
fn append(piece: &str, text: &mut String) {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let mut pending = piece.starts_with(is_space);
    for word in piece.split(is_space).filter(|word| !word.is_empty()) {
        if pending && !text.is_empty() && !text.ends_with([' ', '\n']) {
            text.push(' ');
        }
        text.push_str(word);
        pending = true;
    }
    if piece.ends_with(is_space) && !text.is_empty() && !text.ends_with([' ', '\n']) {
        text.push(' ');
    }
}

// ---- Rendering ----

/// A part of a block that an element of its own marks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) block: usize,
    pub(super) range: std::ops::Range<usize>,
    pub(super) id: String,
}

/// The class of an element that marks direct speech.
pub(super) const QUOTATION: &str = "quotation";

/// The deepest list that is written as it is.
const DEEPEST: u8 = 12;

/// The body in XHTML.
pub(super) fn render(blocks: &[Block], marks: &[Mark]) -> Fresh {
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
fn single(number: usize, block: &Block, marks: &[Mark]) -> Fresh {
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
fn list(items: &[(usize, &Block)], depth: u8, marks: &[Mark]) -> Fresh {
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
fn line(element: &'static str, number: usize, block: &Block, marks: &[Mark]) -> Fresh {
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
pub(super) fn counts_space(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.namespace(node) == XHTML
        && matches!(tree.local(node), "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "title" | "span")
}

// ---- Updating ----

/// Makes the body of a document that holds `old` one that holds `new`, block by block.
pub(super) fn update(tree: &mut Tree<'_>, form: Form, old: &[Bound], new: &[Block]) {
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
