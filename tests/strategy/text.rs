//! Hostile text, and the checked words made of it.

use std::fmt::Debug;

use newsdesk::{Id, Iri, Language};
use proptest::prelude::*;
use proptest::sample::select;

/// Text that a model is filled with.
pub type Text = BoxedStrategy<String>;

/// What every format must carry.
const HARMLESS: &[&str] = &["The", "Minister", "said", "Pristina", "4 May 2022", "a", " ", " ", ". ", ", "];

/// What some reader or writer takes for its own.
const HOSTILE: &[&str] = &[
    // Markup.
    "&",
    "<",
    ">",
    "\"",
    "'",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "&amp;",
    "&#10;",
    "&lt;b&gt;",
    "<p>",
    "</p>",
    "<?x?>",
    // JSON, CommonMark, tables.
    "\\",
    "\\n",
    "\\u0000",
    "{",
    "}",
    "[",
    "]",
    "*",
    "**",
    "_",
    "# ",
    "> ",
    "- ",
    "1. ",
    "1) ",
    "`",
    "---",
    "***",
    "===",
    "|",
    "~",
    "![",
    "](",
    "  \n",
    "\\\n",
    "+ ",
    "    ",
    // Quotation marks of all kinds.
    "\u{201C}",
    "\u{201D}",
    "\u{2018}",
    "\u{2019}",
    "\u{AB}",
    "\u{BB}",
    "\u{201E}",
    "\u{201F}",
    "\u{2039}",
    "\u{203A}",
    "\u{300C}",
    "\u{300D}",
    "\u{FF02}",
    "''",
    "``",
    // White space, and what looks like it.
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    "\u{A0}",
    "\u{AD}",
    "\u{2028}",
    "\u{2029}",
    "\u{200B}",
    "\u{3000}",
    "\u{85}",
    "\u{202F}",
    "\u{FEFF}",
    // Combining marks, right-to-left text, joined signs, all widths of UTF-8.
    "e\u{301}",
    "\u{301}",
    "a\u{308}\u{323}",
    "\u{5D0}\u{5D1}",
    "\u{627}\u{644}\u{631}",
    "\u{202E}",
    "\u{200F}",
    "\u{2066}",
    "\u{2069}",
    "\u{1F1EC}\u{1F1E7}",
    "\u{1F468}\u{200D}\u{1F469}",
    "\u{D7FF}",
    "\u{E000}",
    "\u{FFFD}",
    "\u{10000}",
    "\u{10FFFF}",
    "\u{7F}",
    "\u{9F}",
    // Words that text formats read a meaning into.
    "ENDS",
    "###",
    "Notes to editors",
    "Contact:",
    "Press release:",
    "EMBARGOED UNTIL",
    "said:",
    "By ",
    "LONDON, 4 May 2022 \u{2013} ",
];

/// What XML 1.0 cannot hold.
const NOT_IN_XML: &[&str] =
    &["\0", "\u{1}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "\u{E}", "\u{1B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"];

/// Whether XML 1.0 can hold a character (section 2.2, production 2).
pub fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Any text that XML 1.0 can hold.
pub fn xml_text() -> Text {
    let any_char = any::<char>().prop_filter("XML holds it", |c| is_xml_char(*c)).prop_map(String::from);
    let piece = prop_oneof![
        4 => select(HARMLESS).prop_map(String::from),
        5 => select(HOSTILE).prop_map(String::from),
        1 => any_char,
    ];
    pieces(piece.boxed())
}

/// Any text.
pub fn any_text() -> Text {
    let piece = prop_oneof![
        4 => select(HARMLESS).prop_map(String::from),
        4 => select(HOSTILE).prop_map(String::from),
        1 => select(NOT_IN_XML).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    pieces(piece.boxed())
}

/// Empty and white-space-only text comes up too.
fn pieces(piece: Text) -> Text {
    prop_oneof![
        1 => Just(String::new()),
        1 => select(&[" ", "\n", "\t", " \r\n ", "\u{A0}", "   "][..]).prop_map(String::from),
        8 => proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat()),
    ]
    .boxed()
}

/// An id: text without what an id cannot hold.
pub fn id(text: &Text) -> BoxedStrategy<Id> {
    let hostile = text.clone().prop_map(|text| {
        let kept: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        Id::new(if kept.is_empty() { "x".to_owned() } else { kept }).unwrap()
    });
    let plain =
        ("(official|visit|meeting|org)", 1..20_usize).prop_map(|(kind, number)| Id::numbered(&kind, number));
    prop_oneof![hostile, plain].boxed()
}

/// An IRI whose path is text without what an IRI cannot hold.
pub fn iri(text: &Text) -> BoxedStrategy<Iri> {
    ("(https://example\\.org/|urn:x:|tag:a@b,2020:)", text.clone())
        .prop_map(|(start, text)| {
            let kept =
                text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(*c));
            Iri::new(format!("{start}{}x", kept.collect::<String>())).unwrap()
        })
        .boxed()
}

/// A well-formed language tag.
pub fn language() -> BoxedStrategy<Language> {
    select(&["en", "en-GB", "fr", "sr-Latn-RS", "zh-Hant-TW", "x-pirate", "i-klingon", "de-1996", "qaa"][..])
        .prop_map(|tag| Language::new(tag).unwrap())
        .boxed()
}

/// A value of an open vocabulary: a known word, or any other.
pub fn word<T>(known: &'static [T], text: &Text) -> BoxedStrategy<T>
where
    T: Clone + Debug + for<'a> From<&'a str> + 'static,
{
    prop_oneof![
        2 => select(known),
        1 => text.clone().prop_map(|word| T::from(word.as_str())),
    ]
    .boxed()
}
