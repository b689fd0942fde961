//! Text to a tree: limits, namespaces, references, truncation.

mod element;
mod names;

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, Reader};

use names::{FEW, Names};

use super::scan::{self, RawAttribute};
use super::source::Source;
use super::trouble::Diagnostics;
use super::{Kind, MAX_DEPTH, NamespaceId, NodeId, Tree, is_space, offset};
use crate::error::{ReadError, TroubleKind};
use crate::format::ReadOptions;
use crate::format::xml_text::{forbidden_char, resolve, syntax_error};

/// The most attributes of an element: each is compared with each.
const MOST_ATTRIBUTES: usize = 256;

/// The most nodes, or attributes, for which room is made before they are there.
const MOST_RESERVED: usize = 4_096;

impl<'s> Tree<'s> {
    /// The tree of a document.
    ///
    /// A document type declaration is passed over: nothing is fetched, and no entity but the five of XML
    /// exists. A reference to another is reported, and kept as it is written.
    ///
    /// # Errors
    ///
    /// If the document is not well-formed, exceeds the limits, or ends before it is complete.
    pub(crate) fn parse(
        source: &'s Source<'s>,
        options: &ReadOptions,
        diagnostics: &mut Diagnostics<'s>,
    ) -> Result<Self, ReadError> {
        Self::parsed(source, options, diagnostics, true)
    }

    /// As [`parse`](Self::parse); unless it `glances`, each tag is read by `quick-xml`, which gives the same.
    pub(super) fn parsed(
        source: &'s Source<'s>,
        options: &ReadOptions,
        diagnostics: &mut Diagnostics<'s>,
        glances: bool,
    ) -> Result<Self, ReadError> {
        let text: &'s str = &source.text;
        // About what a document comes to; a longer one may grow.
        let mut tree =
            Tree::with_room((text.len() / 24).min(MOST_RESERVED), (text.len() / 64).min(MOST_RESERVED));
        tree.names.reserve(FEW);
        let mut parser = Parser {
            open: tree.document(),
            tree,
            text,
            glances,
            has_returns: memchr::memchr(b'\r', text.as_bytes()).is_some(),
            has_section_ends: memchr::memmem::find(text.as_bytes(), b"]]>").is_some(),
            diagnostics,
            opened: Vec::with_capacity(16),
            most_depth: options.limits.depth.min(MAX_DEPTH),
            elements: 0,
            most_elements: options.limits.elements,
            scope: Vec::with_capacity(4),
            names: Names::default(),
            joins: false,
            found: Vec::with_capacity(8),
        };
        parser.scope.extend([
            Binding { depth: 0, prefix: "", namespace: NamespaceId::NONE },
            Binding { depth: 0, prefix: "xml", namespace: NamespaceId::XML },
        ]);
        if u32::try_from(text.len()).is_err() {
            return Err(parser.error(TroubleKind::Limit, 0..1, "a document of more than four gigabytes"));
        }
        if let Some(span) = forbidden_char(text) {
            return Err(parser.error(TroubleKind::Syntax, span, "a character that XML cannot hold"));
        }
        if source.may_be_utf8 {
            let message = "the document says that it is not in UTF-8, and looks as if it were: \
                           it is read as it says";
            parser.report(TroubleKind::Encoding, 0..0, message)?;
        }
        parser.document()?;
        Ok(parser.tree)
    }
}

/// The namespace and local name of the first element of what may be only the beginning of a document.
pub(crate) fn first_element(bytes: &[u8]) -> Option<(String, String)> {
    let text = super::source::beginning(bytes)?;
    let mut xml = NsReader::from_str(&text);
    loop {
        match xml.read_resolved_event().ok()? {
            (namespace, Event::Start(tag) | Event::Empty(tag)) => {
                let namespace = match namespace {
                    ResolveResult::Bound(namespace) => namespace.0.to_owned(),
                    ResolveResult::Unbound => String::new(),
                    ResolveResult::Unknown(_) => return None,
                };
                return Some((namespace, tag.local_name().as_ref().to_owned()));
            }
            (_, Event::Eof) => return None,
            (_, Event::Text(text)) if !is_space(&text) => return None,
            _ => {}
        }
    }
}

/// A document as far as it is read.
struct Parser<'p, 's> {
    tree: Tree<'s>,
    text: &'s str,
    /// Whether tags are looked at before `quick-xml` is asked.
    glances: bool,
    /// Whether there are line ends that need to be made one (XML 1.0, section 2.11).
    has_returns: bool,
    /// Whether there is a `]]>`, which text must not hold (section 2.4).
    has_section_ends: bool,
    diagnostics: &'p mut Diagnostics<'s>,
    /// The innermost open element.
    open: NodeId,
    /// The names of the open elements, with their prefixes.
    opened: Vec<&'s str>,
    most_depth: usize,
    elements: usize,
    most_elements: usize,
    scope: Vec<Binding<'s>>,
    names: Names<'s>,
    /// Whether text that comes now goes on with the text before it.
    joins: bool,
    /// The attributes of the last tag, before their prefixes are known.
    found: Vec<RawAttribute<'s>>,
}

struct Binding<'s> {
    depth: usize,
    prefix: &'s str,
    namespace: NamespaceId,
}

impl<'s> Parser<'_, 's> {
    fn document(&mut self) -> Result<(), ReadError> {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            at = match first {
                b'<' => match self.plain_tag(at)? {
                    Some(end) => end,
                    None => self.markup(at)?,
                },
                b'&' => self.reference(at)?,
                _ => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    let end = at + memchr::memchr2(b'<', b'&', rest).unwrap_or(rest.len());
                    self.text(at..end)?;
                    end
                }
            };
        }
        self.end(at..at)
    }

    /// Takes in a tag, if it can be read at a glance; gives the byte after it.
    fn plain_tag(&mut self, at: usize) -> Result<Option<usize>, ReadError> {
        if !self.glances {
            return Ok(None);
        }
        match self.text.as_bytes().get(at + 1) {
            Some(b'/') => {
                let end = self.opened.last().and_then(|open| scan::end_tag(self.text, at, open));
                if end.is_some() {
                    self.end_tag();
                }
                Ok(end)
            }
            Some(b'!' | b'?') | None => Ok(None),
            Some(_) => {
                let Some(tag) = scan::start_tag(self.text, at, MOST_ATTRIBUTES, &mut self.found) else {
                    return Ok(None);
                };
                self.start_tag(tag.qualified, at..tag.end)?;
                if tag.is_empty {
                    self.end_tag();
                }
                Ok(Some(tag.end))
            }
        }
    }

    /// Takes in what begins with `<`, whatever it is; gives the byte after it.
    fn markup(&mut self, at: usize) -> Result<usize, ReadError> {
        let mut xml = Reader::from_str(self.text.get(at..).unwrap_or_default());
        let config = xml.config_mut();
        config.check_comments = true;
        // What is open is known here.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        let event =
            xml.read_event().map_err(|error| self.ill_formed(at + position(xml.error_position()), &error))?;
        let span = at..at + position(xml.buffer_position());
        let end = span.end;
        match event {
            Event::Start(tag) => {
                let qualified = self.collect_attributes(&tag, &span)?;
                self.start_tag(qualified, span)?;
            }
            Event::Empty(tag) => {
                let qualified = self.collect_attributes(&tag, &span)?;
                self.start_tag(qualified, span)?;
                self.end_tag();
            }
            Event::End(tag) => match self.opened.last() {
                Some(open) if *open == tag.name().0 => self.end_tag(),
                open => {
                    let found = tag.name().0.to_owned();
                    let error = IllFormedError::MismatchedEndTag {
                        expected: open.map(|open| (*open).to_owned()).unwrap_or_default(),
                        found: found.clone(),
                    };
                    let error = if open.is_none() { IllFormedError::UnmatchedEndTag(found) } else { error };
                    return Err(self.ill_formed(at, &Error::IllFormed(error)));
                }
            },
            Event::CData(_) => self.unmarked(span.start + "<![CDATA[".len()..span.end - "]]>".len(), span)?,
            Event::Comment(_) => {
                let text = self.borrowed(span.start + "<!--".len()..span.end - "-->".len());
                self.beside_text(Kind::Comment(text), span);
            }
            Event::PI(_) => {
                let text = self.borrowed(span.start + "<?".len()..span.end - "?>".len());
                self.beside_text(Kind::Instruction(text), span);
            }
            Event::Decl(declaration) => {
                let version = declaration.version().ok();
                if span.start > 0 {
                    let message = "an XML declaration belongs at the very beginning";
                    return Err(self.error(TroubleKind::Syntax, span, message));
                }
                if !version.is_some_and(|version| version.starts_with("1.") && version != "1.1") {
                    return Err(self.error(TroubleKind::Syntax, span, "only XML 1.0 is read"));
                }
            }
            Event::DocType(_) => self.doctype(span)?,
            // None of these begins with `<`.
            Event::Text(_) | Event::GeneralRef(_) | Event::Eof => {}
        }
        Ok(end)
    }

    /// Takes in the reference at a place, and gives the byte after it.
    fn reference(&mut self, at: usize) -> Result<usize, ReadError> {
        let rest = self.text.get(at + 1..).unwrap_or_default();
        let end = memchr::memchr3(b';', b'&', b'<', rest.as_bytes());
        let Some((length, reference)) = end.and_then(|end| Some((end, rest.get(..end)?))) else {
            return Err(self.ill_formed(at, &Error::IllFormed(IllFormedError::UnclosedReference)));
        };
        if rest.as_bytes().get(length) != Some(&b';') {
            return Err(self.ill_formed(at, &Error::IllFormed(IllFormedError::UnclosedReference)));
        }
        let span = at..at + 1 + length + 1;
        let end = span.end;
        match resolve(reference) {
            Ok(c) => self.character_data(Cow::Owned(c.to_string()), span)?,
            Err(message) => {
                self.report(TroubleKind::Syntax, span.clone(), message)?;
                let literal = self.borrowed(span.clone());
                self.character_data(literal, span)?;
            }
        }
        Ok(end)
    }

    fn text(&mut self, span: Range<usize>) -> Result<(), ReadError> {
        if self.has_section_ends && self.borrowed(span.clone()).contains("]]>") {
            self.report(TroubleKind::Syntax, span.clone(), "]]> in text: write ]]&gt;")?;
        }
        self.unmarked(span.clone(), span)
    }

    /// Takes in text that stands as it is, its line ends made one.
    fn unmarked(&mut self, text: Range<usize>, span: Range<usize>) -> Result<(), ReadError> {
        let mut text = self.borrowed(text);
        if self.has_returns && text.contains('\r') {
            text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
        }
        self.character_data(text, span)
    }

    fn end(&mut self, span: Range<usize>) -> Result<(), ReadError> {
        if !self.opened.is_empty() {
            let message = format!("the document ends inside <{}>", self.tree.local(self.open));
            return Err(self.error(TroubleKind::Truncated, span, message));
        }
        match self.tree.root() {
            Some(_) => Ok(()),
            None => {
                Err(self.error(TroubleKind::Truncated, span, "the document ends before its root element"))
            }
        }
    }

    fn character_data(&mut self, text: Cow<'s, str>, span: Range<usize>) -> Result<(), ReadError> {
        if self.opened.is_empty() {
            if is_space(&text) {
                return Ok(());
            }
            let (kind, message) = match self.tree.root() {
                Some(_) => (TroubleKind::Syntax, "the document goes on after its root element"),
                None => (TroubleKind::WrongFormat, "this is no XML: a document begins with an element"),
            };
            return Err(self.error(kind, span, message));
        }
        if self.joins {
            let last = self.tree.node(self.open).and_then(|open| open.last_child);
            if let Some(node) = last.and_then(|last| self.tree.node_mut(last)) {
                node.end = offset(span.end);
                if let Kind::Text(before) = &mut node.kind {
                    *before += text;
                }
            }
            return Ok(());
        }
        if !text.is_empty() {
            self.tree.push_last(self.open, Kind::Text(text), span);
            self.joins = true;
        }
        Ok(())
    }

    fn beside_text(&mut self, kind: Kind<'s>, span: Range<usize>) {
        self.joins = false;
        self.tree.push_last(self.open, kind, span);
    }

    /// Keeps the name and the external identifier, and nothing that a declaration inside it might define.
    fn doctype(&mut self, span: Range<usize>) -> Result<(), ReadError> {
        if !self.opened.is_empty() || self.tree.root().is_some() || self.tree.doctype.is_some() {
            let message = "a document type declaration belongs before the root element, once";
            return Err(self.error(TroubleKind::Syntax, span, message));
        }
        let all = self.text.get(span.clone()).unwrap_or_default();
        let inner = all.get("<!DOCTYPE".len()..all.len().saturating_sub(1)).unwrap_or_default().trim();
        let Some((name, _)) = inner.split_once('[') else {
            self.tree.doctype = Some(Cow::Borrowed(inner));
            return Ok(());
        };
        self.tree.doctype = Some(Cow::Borrowed(name.trim()));
        let message = "the declarations inside the document type are not read: no entity is defined";
        self.report(TroubleKind::Unknown, span, message)
    }

    fn borrowed(&self, span: Range<usize>) -> Cow<'s, str> {
        Cow::Borrowed(self.text.get(span).unwrap_or_default())
    }

    /// Where a piece of the document stands in it.
    fn span_of(&self, piece: &str) -> Range<usize> {
        let start = (piece.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let start = if start <= self.text.len() { start } else { 0 };
        start..start + piece.len()
    }

    fn ill_formed(&mut self, at: usize, error: &Error) -> ReadError {
        let (kind, span) = syntax_error(error, at, self.text);
        self.error(kind, span, error.to_string())
    }

    fn error(&mut self, kind: TroubleKind, span: Range<usize>, message: impl Into<String>) -> ReadError {
        self.diagnostics.error(&self.tree, self.open, span, kind, message)
    }

    fn report(
        &mut self,
        kind: TroubleKind,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Result<(), ReadError> {
        self.diagnostics.at_span(&self.tree, self.open, span, kind, message)
    }
}

fn position(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
