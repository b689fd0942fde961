//! Blocks into HTML.

use super::names::{self, BOILERPLATE};
use super::tree::escape;
use crate::model::{Block, BlockKind, BoilerplateRole};

/// The HTML of blocks that hold no more than HTML can; a line for each element that stands on its own.
pub(super) fn html(blocks: &[Block]) -> String {
    // Each with a tag or two.
    let length = blocks.iter().map(|block| block.text.len() + 48).sum();
    let mut out = Out { html: String::with_capacity(length), ..Out::default() };
    for block in blocks {
        out.block(block);
    }
    out.close_all();
    out.html
}

#[derive(Default)]
struct Out {
    html: String,
    quoting: bool,
    /// The open lists, from the outermost; in each, an item is open.
    lists: Vec<List>,
}

struct List {
    ordered: bool,
    /// Whether its open item says its language, which lists in it would inherit.
    language: bool,
}

impl Out {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::ListItem { ordered, depth, starts } => {
                self.close_quote();
                self.item(*ordered, usize::from(*depth), *starts);
                if let Some(list) = self.lists.last_mut() {
                    list.language = block.language.is_some();
                }
                self.tag("li", block);
                self.text(&block.text);
            }
            BlockKind::Quotation { starts } => {
                self.close_lists(0);
                if *starts {
                    self.close_quote();
                }
                self.line(if self.quoting { "" } else { "<blockquote>" });
                self.quoting = true;
                self.element("p", block);
            }
            kind => {
                self.close_all();
                self.line("");
                match kind {
                    BlockKind::Heading { level } => self.element(&names::heading(*level), block),
                    BlockKind::Caption => {
                        self.html.push_str("<figure>");
                        self.element("figcaption", block);
                        self.html.push_str("</figure>");
                    }
                    BlockKind::Boilerplate { role } => {
                        self.boilerplate(role);
                        self.element("p", block);
                        self.html.push_str("</div>");
                    }
                    _ => self.element("p", block),
                }
            }
        }
    }

    fn boilerplate(&mut self, role: &BoilerplateRole) {
        if *role == BoilerplateRole::Contact {
            return self.html.push_str("<div class=\"contact\">");
        }
        self.html.push_str(&format!("<div {BOILERPLATE}=\""));
        escape(&mut self.html, role.as_str());
        self.html.push_str("\">");
    }

    /// Opens and closes lists until an item can stand at `depth`.
    fn item(&mut self, ordered: bool, depth: usize, starts: bool) {
        self.close_lists(depth + 1);
        if let Some(same) = self.lists.get(depth).map(|list| list.ordered == ordered) {
            if same && !starts {
                return self.html.push_str("</li>");
            }
            self.close_lists(depth);
        }
        // A list within a list that has no item of its own.
        while self.lists.len() < depth {
            self.open_list(false);
            self.html.push_str("<li>");
        }
        self.open_list(ordered);
    }

    fn open_list(&mut self, ordered: bool) {
        let inherits = self.lists.last().is_some_and(|list| list.language);
        let language = if inherits { " lang=\"\"" } else { "" };
        self.line(&format!("<{}{language}>", if ordered { "ol" } else { "ul" }));
        self.lists.push(List { ordered, language: false });
    }

    fn close_lists(&mut self, depth: usize) {
        while self.lists.len() > depth {
            let ordered = self.lists.pop().is_some_and(|list| list.ordered);
            self.html.push_str(if ordered { "</li></ol>" } else { "</li></ul>" });
        }
    }

    fn close_quote(&mut self) {
        if std::mem::take(&mut self.quoting) {
            self.html.push_str("</blockquote>");
        }
    }

    fn close_all(&mut self) {
        self.close_lists(0);
        self.close_quote();
    }

    /// Writes on a line of its own.
    fn line(&mut self, html: &str) {
        if !self.html.is_empty() {
            self.html.push('\n');
        }
        self.html.push_str(html);
    }

    fn element(&mut self, name: &str, block: &Block) {
        self.tag(name, block);
        self.text(&block.text);
        self.html.extend(["</", name, ">"]);
    }

    fn tag(&mut self, name: &str, block: &Block) {
        match &block.language {
            Some(language) => self.html.extend(["<", name, " lang=\"", language.as_str(), "\">"]),
            None => self.html.extend(["<", name, ">"]),
        }
    }

    fn text(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.html.push_str("<br/>");
            }
            escape(&mut self.html, line);
        }
    }
}
