//! HTML as this crate writes it, into blocks without a parser of all HTML.

use super::tree::character_of;
use super::{DEEPEST_ITEM, is_held, write};
use crate::format::Limits;
use crate::model::{Block, BlockKind, BoilerplateRole, Language};

/// How deep what this crate writes can be: an element for each list and each item, and some around and in them.
const DEEPEST: usize = 2 * (DEEPEST_ITEM as usize + 1) + 4;

/// The blocks of a fragment that is, to the byte, what they are written as; none for any other.
///
/// The scan is but a guess. What makes it sure is that its blocks are written again: they are all that HTML
/// holds of them, and so what reading gives.
pub(super) fn blocks(html: &str, limits: &Limits) -> Option<Vec<Block>> {
    // A byte makes one node at most.
    if html.len() > limits.bytes.min(limits.elements) || limits.depth < DEEPEST {
        return None;
    }
    let blocks = scanned(html)?;
    (is_held(&blocks) && write::html(&blocks) == html).then_some(blocks)
}

fn scanned(html: &str) -> Option<Vec<Block>> {
    let mut scan = Scan::default();
    let mut rest = html;
    while let Some((text, after)) = parted(rest, b'<') {
        scan.text(text)?;
        let (tag, after) = parted(after, b'>')?;
        scan.tag(tag)?;
        rest = after;
    }
    scan.text(rest)?;
    Some(scan.blocks)
}

#[derive(Default)]
struct Scan {
    blocks: Vec<Block>,
    /// The block that is being read.
    open: Option<Block>,
    /// The boilerplate that the next paragraphs are.
    boilerplate: Option<BoilerplateRole>,
    /// Whether a quotation is open, and whether a paragraph of it was there yet.
    quote: Option<bool>,
    /// The open lists, from the outermost.
    lists: Vec<List>,
    /// The sorts of the lists that the items just before stand in, by depth.
    before: Vec<Option<bool>>,
}

struct List {
    ordered: bool,
    /// Whether a block of it was there yet.
    begun: bool,
}

impl Scan {
    fn text(&mut self, text: &str) -> Option<()> {
        let Some(open) = &mut self.open else { return text.trim_ascii().is_empty().then_some(()) };
        unescape(&mut open.text, text)
    }

    fn tag(&mut self, tag: &str) -> Option<()> {
        if tag == "br/" {
            self.open.as_mut()?.text.push('\n');
            return Some(());
        }
        self.finish();
        if let Some(name) = tag.strip_prefix('/') {
            match name {
                "ul" | "ol" => drop(self.lists.pop()),
                "blockquote" => self.quote = None,
                "div" => self.boilerplate = None,
                _ => {}
            }
            return Some(());
        }
        let (name, attribute) = tag.split_once(' ').unwrap_or((tag, ""));
        let kind = match name {
            "p" => self.paragraph(),
            "li" => {
                let depth = u8::try_from(self.lists.len().checked_sub(1)?).ok()?;
                BlockKind::ListItem { ordered: self.lists.last()?.ordered, depth, starts: false }
            }
            "h2" => BlockKind::Heading { level: 1 },
            "h3" => BlockKind::Heading { level: 2 },
            "h4" => BlockKind::Heading { level: 3 },
            "h5" => BlockKind::Heading { level: 4 },
            "h6" => BlockKind::Heading { level: 5 },
            "figcaption" => BlockKind::Caption,
            _ => return self.container(name, attribute),
        };
        let mut block = Block::new(kind, "");
        if !attribute.is_empty() {
            let tag = attribute.strip_prefix("lang=\"")?.strip_suffix('"')?;
            block.language = Some(Language::new(tag).ok()?);
        }
        self.open = Some(block);
        Some(())
    }

    fn paragraph(&self) -> BlockKind {
        match (&self.boilerplate, self.quote) {
            (Some(role), _) => BlockKind::Boilerplate { role: role.clone() },
            (None, Some(_)) => BlockKind::Quotation { starts: false },
            (None, None) => BlockKind::Paragraph,
        }
    }

    fn container(&mut self, name: &str, attribute: &str) -> Option<()> {
        match name {
            "ul" | "ol" => self.lists.push(List { ordered: name == "ol", begun: false }),
            "blockquote" => self.quote = Some(false),
            "div" if attribute == "class=\"contact\"" => self.boilerplate = Some(BoilerplateRole::Contact),
            "div" => {
                let role = attribute.strip_prefix("data-boilerplate=\"")?.strip_suffix('"')?;
                let mut name = String::new();
                unescape(&mut name, role)?;
                self.boilerplate = Some(BoilerplateRole::from(name.as_str()));
            }
            "figure" => {}
            _ => return None,
        }
        Some(())
    }

    /// The block that is being read ends.
    fn finish(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        block.text.truncate(block.text.trim_end_matches('\n').len());
        if block.text.is_empty() {
            return;
        }
        match &mut block.kind {
            BlockKind::ListItem { ordered, depth, starts } => {
                self.before.resize(usize::from(*depth) + 1, None);
                let begun =
                    self.lists.last_mut().is_some_and(|list| std::mem::replace(&mut list.begun, true));
                if let Some(before) = self.before.last_mut() {
                    *starts = *before == Some(*ordered) && !begun;
                    *before = Some(*ordered);
                }
            }
            _ => self.before.clear(),
        }
        if let BlockKind::Quotation { starts } = &mut block.kind {
            let follows =
                self.blocks.last().is_some_and(|last| matches!(last.kind, BlockKind::Quotation { .. }));
            *starts = follows && self.quote.replace(true) == Some(false);
            self.quote = Some(true);
        }
        self.blocks.push(block);
    }
}

/// The text before the first of an ASCII character, and that after it.
fn parted(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = memchr::memchr(mark, text.as_bytes())?;
    text.get(..at).zip(text.get(at + 1..))
}

/// Adds a text that has references of ours and no others.
fn unescape(out: &mut String, html: &str) -> Option<()> {
    let mut rest = html;
    while let Some((plain, after)) = parted(rest, b'&') {
        let (name, after) = after.split_once(';')?;
        out.push_str(plain);
        out.push(character_of(name)?);
        rest = after;
    }
    out.push_str(rest);
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::format::html;
    use crate::format::remainder::strategy;

    fn written() -> impl Strategy<Value = String> {
        let blocks = proptest::collection::vec(strategy::block(&strategy::any_text()), 0..8);
        blocks.prop_map(|blocks| html::write(&blocks))
    }

    fn parsed(html: &str) -> Vec<Block> {
        html::read(html, None, &Limits::new()).unwrap().blocks
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_parser_reads_it(html in written()) {
            prop_assert_eq!(blocks(&html, &Limits::new()), Some(parsed(&html)));
        }

        #[test]
        fn what_someone_edited_is_read_as_the_parser_reads_it_or_left_to_it(
            html in written(),
            at in any::<proptest::sample::Index>(),
            length in 0..8_usize,
            new in proptest::sample::select(vec!["", " ", "\n", "x", "<b>", "</li>", "<ul>", "<p>", "&", "&amp;", "\""]),
        ) {
            let characters: Vec<char> = html.chars().collect();
            let at = at.index(characters.len() + 1);
            let before = characters.iter().take(at);
            let edited: String = before.copied().chain(new.chars()).chain(characters.iter().skip(at + length).copied()).collect();
            if let Some(blocks) = blocks(&edited, &Limits::new()) {
                prop_assert_eq!(blocks, parsed(&edited));
            }
        }
    }

    #[test]
    fn what_others_write_is_left_to_the_parser() {
        for html in [
            "text", "<p>a", "<P>a</P>", "<p>a <b>b</b></p>", "<p>a</p><p>b</p>", "<p>&nbsp;</p>", "<p> a</p>",
        ] {
            assert_eq!(blocks(html, &Limits::new()), None, "{html}");
        }
        assert_eq!(blocks("<p>a</p>", &Limits::new().with_depth(5)), None);
    }
}
