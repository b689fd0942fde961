//! The blocks of a body.

use super::{Bound, Form};
use crate::format::tree::slot::words;
use crate::format::tree::{NodeId, Tree};
use crate::model::{Block, BlockKind, BoilerplateRole, Language};

/// The blocks of a body.
pub(in crate::format::newsml_g2) fn read(tree: &Tree<'_>, form: Form) -> Vec<Bound> {
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
pub(in crate::format::newsml_g2) fn block_text(tree: &Tree<'_>, node: NodeId) -> String {
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
