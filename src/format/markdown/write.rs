//! A story into Markdown.

use super::escape;
use super::names::{self, Comment, Label};
use crate::format::text::kind_and_headline;
use crate::model::{Block, BlockKind, Story};

/// The Markdown of a story that holds no more than Markdown can.
pub(super) fn markdown(story: &Story) -> String {
    let mut out = Out::default();
    if kind_and_headline(&story.headline) != (story.kind.clone(), story.headline.as_str()) {
        names::write(&mut out.text, &Comment::Kind(story.kind.clone()));
    }
    if !story.headline.is_empty() {
        out.part();
        out.text.push_str("# ");
        escape::write(&mut out.text, &story.headline, None);
        out.text.push('\n');
    }
    let fields = [
        (Label::Standfirst, story.standfirst.as_ref()),
        (Label::Byline, story.byline.as_ref().map(|byline| &byline.text)),
        (Label::Dateline, story.dateline.as_ref().map(|dateline| &dateline.text)),
        (Label::Embargo, story.dates.embargo.as_ref().map(|embargo| &embargo.raw)),
    ];
    for (label, text) in fields {
        if let Some(text) = text {
            out.labelled(label, text);
        }
    }
    for block in &story.body {
        out.block(block);
    }
    out.text
}

/// Items deeper than this are labelled, not nested.
const DEEPEST: u8 = 8;

#[derive(Default)]
struct Out {
    text: String,
    /// Whether a block quote was written last.
    quoting: bool,
    /// The lists that are open, from the outermost.
    lists: Vec<List>,
}

struct List {
    ordered: bool,
    /// Whether it has the second of the two markers, to part it from the list before.
    second: bool,
    items: u32,
    /// Where the text of its items begins, in columns.
    column: usize,
}

impl Out {
    /// Parts what follows from what was written.
    fn part(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        let quoting = std::mem::take(&mut self.quoting);
        if block.text.is_empty() {
            return self.labelled(Label::Block(block.kind.clone()), "");
        }
        match block.kind {
            BlockKind::Paragraph => {
                self.lists.clear();
                self.part();
                self.paragraph(&block.text, "");
            }
            BlockKind::Heading { level: level @ 1..=5 } => {
                self.lists.clear();
                self.part();
                self.text.extend(std::iter::repeat_n('#', usize::from(level) + 1));
                self.text.push(' ');
                escape::write(&mut self.text, &block.text, None);
                self.text.push('\n');
            }
            BlockKind::Quotation { starts } => {
                self.lists.clear();
                if quoting && !starts {
                    self.text.push('>');
                }
                self.part();
                if starts && !quoting {
                    names::write(&mut self.text, &Comment::Label(Label::Block(block.kind.clone())));
                }
                self.text.push_str("> ");
                self.paragraph(&block.text, "> ");
                self.quoting = true;
            }
            BlockKind::ListItem { ordered, depth, starts } if self.takes_item(ordered, depth, starts) => {
                self.item(&block.text, ordered, usize::from(depth), starts);
            }
            _ => self.labelled(Label::Block(block.kind.clone()), &block.text),
        }
    }

    fn paragraph(&mut self, text: &str, indent: &str) {
        escape::write(&mut self.text, text, Some(indent));
        self.text.push('\n');
    }

    /// A paragraph that a comment says the nature of.
    fn labelled(&mut self, label: Label, text: &str) {
        self.lists.clear();
        self.part();
        if text.is_empty() {
            return names::write(&mut self.text, &Comment::Empty(label));
        }
        names::write(&mut self.text, &Comment::Label(label));
        self.paragraph(text, "");
    }

    /// Whether an item can stand where it is by its marker alone.
    fn takes_item(&self, ordered: bool, depth: u8, starts: bool) -> bool {
        let same = self.lists.get(usize::from(depth)).is_some_and(|list| list.ordered == ordered);
        depth < DEEPEST && usize::from(depth) <= self.lists.len() && (same || !starts)
    }

    fn item(&mut self, text: &str, ordered: bool, depth: usize, starts: bool) {
        let open = self.lists.len();
        self.lists.truncate(depth + 1);
        let mut second = false;
        if let Some(list) = self.lists.get(depth).filter(|list| starts || list.ordered != ordered) {
            second = starts && !list.second;
            self.lists.truncate(depth);
        }
        let indent = self.lists.get(depth.wrapping_sub(1)).map_or(0, |parent| parent.column);
        if self.lists.len() == depth {
            // The first list of all is parted from what precedes it; others follow a line of theirs.
            if open == 0 {
                self.part();
            }
            self.lists.push(List { ordered, second, items: 0, column: 0 });
        }
        let Some(list) = self.lists.last_mut() else { return };
        list.items += 1;
        let marker = match (ordered, list.second) {
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
            (true, second) => format!("{}{} ", list.items, if second { ')' } else { '.' }),
        };
        list.column = indent + marker.len();
        let margin = " ".repeat(list.column);
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(&marker);
        self.paragraph(text, &margin);
    }
}
