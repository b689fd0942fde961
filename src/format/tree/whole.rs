//! The mark of a document that was written from a story alone, and that nobody has changed since.
//!
//! It is two numbers, `TEXT.TREE`: one of the text around the mark, and one of what the tree says
//! ([`fingerprint`](Tree::fingerprint)). The first is told at once; the second holds for a document that was laid
//! out anew.

use super::{Forbidden, Layout, Name, NamespaceId, NodeId, Source, Tree};
use crate::format::fnv::number_around;

/// Digits of a number.
const DIGITS: usize = 16;

/// Where the mark stands, and what it is about.
pub(crate) struct Whole<'w> {
    /// The element that must be the same, without those of which `leave_out` says it.
    pub(crate) root: NodeId,
    pub(crate) leave_out: &'w dyn Fn(&Tree<'_>, NodeId) -> bool,
    /// The element and the attribute that hold the mark.
    pub(crate) node: NodeId,
    pub(crate) attribute: &'static str,
}

impl Whole<'_> {
    /// Marks a tree; [`write`](Self::write) marks its text.
    pub(crate) fn mark(&self, tree: &mut Tree<'_>) {
        let mark = format!("{:0DIGITS$}.{}", 0, self.tree_number(tree));
        tree.set_attribute(self.node, Name { namespace: NamespaceId::NONE, local: self.attribute }, mark);
    }

    /// The text of a tree that was [marked](Self::mark), with its own number in its mark.
    ///
    /// # Errors
    ///
    /// If there is a character that XML cannot hold.
    pub(crate) fn write(&self, tree: &Tree<'_>, layout: Layout) -> Result<String, Forbidden> {
        let (mut text, place) = tree.write_seeking(layout, Some((self.node, self.attribute)))?;
        if let Some(place) = place.filter(|place| place.len() >= DIGITS) {
            let number = number_around(&text, place.clone());
            text.replace_range(place.start..place.start + DIGITS, &number);
        }
        Ok(text)
    }

    /// Whether a document is as it was marked.
    pub(crate) fn holds(&self, tree: &Tree<'_>, source: &Source<'_>) -> bool {
        let mark = tree.attribute(self.node, self.attribute).and_then(|mark| mark.split_once('.'));
        let place = tree.attribute_span(self.node, self.attribute);
        let (Some((of_text, of_tree)), Some(place)) = (mark, place) else { return false };
        of_text == number_around(&source.text, place) || of_tree == self.tree_number(tree)
    }

    fn tree_number(&self, tree: &Tree<'_>) -> String {
        format!("{:0DIGITS$x}", tree.fingerprint(self.root, self.leave_out))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Diagnostics;
    use super::*;
    use crate::format::ReadOptions;

    fn marked(document: &str) -> String {
        let (source, options) = (Source::of_text(document), ReadOptions::new());
        let mut tree = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options)).unwrap();
        whole(&tree).mark(&mut tree);
        whole(&tree).write(&tree, Layout::AsItStands).unwrap()
    }

    fn whole(tree: &Tree<'_>) -> Whole<'static> {
        let root = tree.root().unwrap();
        // Its own mark is no part of what an element says.
        let leave_out = &|tree: &Tree<'_>, node| tree.local(node) == "c";
        let inner = tree.elements(root).next().unwrap();
        Whole { root: inner, leave_out, node: root, attribute: "mark" }
    }

    fn holds(document: &str) -> bool {
        let (source, options) = (Source::of_text(document), ReadOptions::new());
        let tree = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options)).unwrap();
        whole(&tree).holds(&tree, &source)
    }

    #[test]
    fn a_mark_holds_until_someone_changes_what_the_document_says() {
        let document = marked("<a><b d='1'><c>x</c><e/></b></a>");
        assert!(holds(&document), "{document}");
        // Laid out anew, and with another prefix.
        assert!(holds(&document.replace("<b ", "\n  <b ").replace("<e/>", "<e></e>")));
        assert!(holds(&document.replace("<c>x", "<c>y")));
        assert!(!holds(&document.replace("<e/>", "<f/>")));
        assert!(!holds(&document.replace("d=\"1\"", "d=\"2\"")));
    }

    #[test]
    fn what_is_no_mark_does_not_hold() {
        for document in ["<a mark=''><b/></a>", "<a><b/></a>", "<a mark='0'><b/></a>", "<a mark='.'><b/></a>"]
        {
            assert!(!holds(document), "{document}");
        }
    }
}
