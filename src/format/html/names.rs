//! What each element is to the blocks in it.

use super::tree::Element;
use crate::model::BoilerplateRole;

/// The attribute by which a `<div>` of ours says what boilerplate it is.
pub(super) const BOILERPLATE: &str = "data-boilerplate";

/// What an element is to the blocks in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Flow {
    /// Mark-up of words: no block begins or ends with it.
    Inline,
    /// A block, or what holds blocks.
    Container,
    Heading(u8),
    Caption,
    Quote,
    List {
        ordered: bool,
    },
    Item,
    Row,
    Boilerplate(BoilerplateRole),
    /// Text in which line breaks are line breaks.
    Preformatted,
}

/// What an element is, by its name and its classes.
pub(super) fn flow(element: &Element) -> Flow {
    if let Some(role) = boilerplate(element) {
        return Flow::Boilerplate(role);
    }
    match element.name() {
        // A page has one <h1>, and that is the headline.
        "h1" | "h2" => Flow::Heading(1),
        "h3" => Flow::Heading(2),
        "h4" => Flow::Heading(3),
        "h5" => Flow::Heading(4),
        "h6" => Flow::Heading(5),
        "blockquote" => Flow::Quote,
        "ul" | "menu" | "dir" => Flow::List { ordered: false },
        "ol" => Flow::List { ordered: true },
        "li" => Flow::Item,
        "figcaption" | "caption" => Flow::Caption,
        "tr" => Flow::Row,
        "pre" | "textarea" | "listing" | "xmp" => Flow::Preformatted,
        name if CONTAINERS.contains(&name) => Flow::Container,
        _ => Flow::Inline,
    }
}

/// Elements that begin a block or hold some (HTML Living Standard, section 15.3).
const CONTAINERS: [&str; 37] = [
    "address", "article", "aside", "body", "center", "col", "colgroup", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "main",
    "nav", "optgroup", "option", "p", "search", "section", "select", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead",
];

/// The element of a heading of a level from 1 to 5.
pub(super) fn heading(level: u8) -> String {
    format!("h{}", level.clamp(1, DEEPEST_HEADING) + 1)
}

/// The lowest level of a heading: that of `<h6>`.
pub(super) const DEEPEST_HEADING: u8 = 5;

/// Elements whose text is for programs.
pub(super) fn is_hidden(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "iframe" | "noembed" | "noframes" | "head" | "datalist")
}

/// The boilerplate that an element holds: by our attribute, or by the class of govspeak's contacts.
fn boilerplate(element: &Element) -> Option<BoilerplateRole> {
    match element.attribute(BOILERPLATE) {
        Some(role) => Some(BoilerplateRole::from(role)),
        None => (element.name() == "div" && element.has_class("contact")).then_some(BoilerplateRole::Contact),
    }
}
