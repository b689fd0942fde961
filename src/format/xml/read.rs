//! Reading: one pass over the events of quick-xml, with the trouble placed where it stands.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::errors::Error;
use quick_xml::events::attributes::{Attribute, Attributes};
use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use super::element::Scalar;
use super::names::{NAMESPACE, Root, SCHEMA_INSTANCE};
use super::path::Path;
use crate::error::{Locator, ReadError, Trouble, TroubleKind};
use crate::format::xml_text::{attribute_value, forbidden_char, resolve, shortened, syntax_error};
use crate::format::{DiagnosticSink, Limits, ReadOptions};

/// A whole document.
pub(super) fn document<T: Root>(
    bytes: &[u8],
    options: &ReadOptions,
) -> Result<(T, DiagnosticSink), ReadError> {
    options.limits.check_bytes(bytes.len())?;
    let mut reader = Reader::new(bytes, options)?;
    reader.root(T::NAME)?;
    let root = T::read(&mut reader)?;
    reader.epilogue()?;
    Ok((root, reader.sink))
}

/// Whether the first element is in the namespace.
pub(super) fn begins(text: &str) -> bool {
    let mut xml = NsReader::from_str(text);
    loop {
        match xml.read_resolved_event() {
            Ok((resolved, Event::Start(_) | Event::Empty(_))) => {
                return matches!(resolved, ResolveResult::Bound(Namespace(NAMESPACE)));
            }
            Ok((_, Event::Decl(_) | Event::Comment(_) | Event::PI(_))) => {}
            Ok((_, Event::Text(text))) if is_space(&text) => {}
            _ => return false,
        }
    }
}

/// The most attributes that an element may have; none of the format's own has half as many.
const MOST_ATTRIBUTES: usize = 32;

/// A document as far as it is read.
#[derive(Debug)]
pub(super) struct Reader<'i> {
    xml: NsReader<&'i [u8]>,
    /// The document without its byte order mark, which `bom` counts.
    source: &'i str,
    bom: usize,
    limits: &'i Limits,
    elements: usize,
    depth: usize,
    path: Path,
    /// The last start tag, and those of its attributes that nobody has asked for yet.
    tag: Range<usize>,
    attributes: Vec<Attribute<'i>>,
    sink: DiagnosticSink,
    locator: Locator<'i>,
}

impl<'i> Reader<'i> {
    fn new(bytes: &'i [u8], options: &'i ReadOptions) -> Result<Self, ReadError> {
        let source = super::encoding::decode(bytes)?;
        let without_bom = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let mut xml = NsReader::from_str(without_bom);
        xml.config_mut().expand_empty_elements = true;
        xml.config_mut().check_comments = true;
        let reader = Self {
            xml,
            source: without_bom,
            bom: source.len() - without_bom.len(),
            limits: &options.limits,
            elements: 0,
            depth: 0,
            path: Path::default(),
            tag: 0..0,
            attributes: Vec::new(),
            sink: DiagnosticSink::new(options),
            locator: Locator::new(bytes),
        };
        match forbidden_char(without_bom) {
            Some(span) => {
                let mut reader = reader;
                Err(reader.error(TroubleKind::Syntax, span, "a character that XML cannot hold"))
            }
            None => Ok(reader),
        }
    }

    // ---- What the tables of the mapping ask for ----

    /// Reads an attribute, if it is there; a value that makes no sense is reported and left out.
    pub(super) fn attribute<T: Scalar>(&mut self, name: &str) -> Result<Option<T>, ReadError> {
        let Some(attribute) = self.take_attribute(name) else { return Ok(None) };
        match self.attribute_scalar(name, &attribute) {
            Ok(value) => Ok(Some(value)),
            Err(trouble) => self.sink.report(trouble).map(|()| None),
        }
    }

    pub(super) fn required_attribute<T: Scalar>(&mut self, name: &str) -> Result<T, ReadError> {
        match self.take_attribute(name) {
            Some(attribute) => Ok(self.attribute_scalar(name, &attribute)?),
            None => {
                let message = format!("the attribute {name} is missing");
                let path = self.path.to(&format!("@{name}"));
                Err(self.trouble(TroubleKind::Missing, self.tag.clone(), message).with_path(path).into())
            }
        }
    }

    /// Turns from the attributes to the content: attributes that nobody asked for are unknown.
    ///
    /// Gives the place of the start tag.
    pub(super) fn begin_content(&mut self) -> Result<Range<usize>, ReadError> {
        while let Some(attribute) = self.attributes.pop() {
            let name = format!("@{}", shortened(attribute.key.0));
            let message = format!("no attribute {name} belongs here");
            let path = self.path.to(&name);
            let trouble = self.trouble(TroubleKind::Unknown, self.span_of(attribute.key.0), message);
            self.sink.report(trouble.with_path(path))?;
        }
        Ok(self.tag.clone())
    }

    /// Goes to the next child element and gives its name; none at the end of the element.
    pub(super) fn next_child(&mut self) -> Result<Option<&'i str>, ReadError> {
        loop {
            let (span, event) = self.event()?;
            match event {
                Event::Start(start) => match self.open(span, &start)? {
                    Some(name) => return Ok(Some(name)),
                    None => self.unknown_child(start.name().0)?,
                },
                Event::End(_) => {
                    self.depth -= 1;
                    return Ok(None);
                }
                Event::Text(text) if is_space(&text) => {}
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                    self.report(TroubleKind::Unknown, span, "text where only elements belong")?;
                }
                other => self.between(span, &other)?,
            }
        }
    }

    /// Reads what stands in an element, one step down the path.
    pub(super) fn within<T>(
        &mut self,
        name: &'static str,
        number: usize,
        read: impl FnOnce(&mut Self) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        self.path.push(name, number);
        let value = read(self)?;
        self.path.pop();
        Ok(value)
    }

    /// Reads the text of an element that holds nothing else, and its end tag.
    pub(super) fn text(&mut self) -> Result<String, ReadError> {
        self.begin_content()?;
        let mut text = String::new();
        loop {
            let (span, event) = self.event()?;
            match event {
                Event::Text(piece) => append(&mut text, piece.xml10_content()),
                Event::CData(piece) => append(&mut text, piece.xml10_content()),
                Event::GeneralRef(reference) => match resolve(&reference) {
                    Ok(c) => text.push(c),
                    Err(message) => return Err(self.error(TroubleKind::Syntax, span, message)),
                },
                Event::Start(start) => {
                    let _ = self.open(span, &start)?;
                    self.unknown_child(start.name().0)?;
                }
                Event::End(_) => {
                    self.depth -= 1;
                    return Ok(text);
                }
                other => self.between(span, &other)?,
            }
        }
    }

    /// Reads the value that an element holds as its text, and its end tag.
    pub(super) fn value<T: Scalar>(&mut self) -> Result<T, ReadError> {
        let from = self.tag.end;
        let text = self.text()?;
        T::from_text(&text)
            .map_err(|message| self.error(TroubleKind::InvalidValue, from..from + text.len(), message))
    }

    /// Reads on to the end tag of an element that holds nothing.
    pub(super) fn nothing(&mut self) -> Result<(), ReadError> {
        self.begin_content()?;
        while let Some(child) = self.next_child()? {
            self.unknown_child(child)?;
        }
        Ok(())
    }

    /// Reports the child whose start tag has just been read as unknown, and skips it.
    pub(super) fn unknown_child(&mut self, name: &str) -> Result<(), ReadError> {
        let name = shortened(name);
        let message = format!("no element <{name}> belongs here");
        self.skip_child(TroubleKind::Unknown, &name, message)
    }

    /// Reports the child whose start tag has just been read as one too many, and skips it.
    pub(super) fn repeated_child(&mut self, name: &str) -> Result<(), ReadError> {
        let message = format!("<{name}> stands here a second time; the first one holds");
        self.skip_child(TroubleKind::Unknown, name, message)
    }

    pub(super) fn missing_choice(&mut self, tag: Range<usize>, names: &[&str]) -> ReadError {
        self.error(TroubleKind::Missing, tag, format!("one of <{}> is missing", names.join(">, <")))
    }

    pub(super) fn missing_child(&mut self, tag: Range<usize>, name: &str) -> ReadError {
        let path = self.path.to(name);
        self.trouble(TroubleKind::Missing, tag, format!("<{name}> is missing")).with_path(path).into()
    }

    // ---- The document around the root ----

    /// Reads up to the start tag of the root, which must be `name`.
    fn root(&mut self, name: &'static str) -> Result<(), ReadError> {
        loop {
            let (span, event) = self.event()?;
            match event {
                Event::Start(start) => {
                    let found = self.open(span.clone(), &start)?;
                    if found == Some(name) {
                        self.path.push(name, 0);
                        return Ok(());
                    }
                    let message = match found {
                        Some(found) => format!("the root element is <{found}> and not <{name}>"),
                        None => format!(
                            "the root element <{}> is not in the namespace {NAMESPACE}",
                            shortened(start.name().0)
                        ),
                    };
                    return Err(self.error(TroubleKind::WrongFormat, span, message));
                }
                Event::Decl(declaration) if span.start == 0 => self.declaration(span, &declaration)?,
                Event::Text(text) if is_space(&text) => {}
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
                    let message = format!("this is no XML: a document begins with <{name}>");
                    return Err(self.error(TroubleKind::WrongFormat, span, message));
                }
                Event::Eof => {
                    let message = format!("the document ends before <{name}>");
                    return Err(self.error(TroubleKind::Truncated, span, message));
                }
                other => self.between(span, &other)?,
            }
        }
    }

    fn declaration(&mut self, span: Range<usize>, declaration: &BytesDecl<'_>) -> Result<(), ReadError> {
        let version = declaration.version().ok();
        if !version.is_some_and(|version| version.starts_with("1.") && version != "1.1") {
            return Err(self.error(TroubleKind::Syntax, span, "only XML 1.0 is read"));
        }
        let encoding = declaration.encoding().and_then(Result::ok);
        let is_utf8 =
            |name: &str| ["utf-8", "utf8", "us-ascii"].iter().any(|known| known.eq_ignore_ascii_case(name));
        match encoding {
            Some(name) if !is_utf8(&name) => {
                let message = format!("only UTF-8 is read, and this says {}: convert it", shortened(&name));
                Err(self.error(TroubleKind::Encoding, span, message))
            }
            _ => Ok(()),
        }
    }

    /// Reads what follows the root: nothing but comments, instructions and white space.
    fn epilogue(&mut self) -> Result<(), ReadError> {
        loop {
            let (span, event) = self.event()?;
            match event {
                Event::Eof => return Ok(()),
                Event::Text(text) if is_space(&text) => {}
                Event::Comment(_) | Event::PI(_) => {}
                _ => {
                    return Err(self.error(
                        TroubleKind::Syntax,
                        span,
                        "the document goes on after its root element",
                    ));
                }
            }
        }
    }

    // ---- Events ----

    fn event(&mut self) -> Result<(Range<usize>, Event<'i>), ReadError> {
        let start = offset(self.xml.buffer_position());
        match self.xml.read_event() {
            Ok(event) => Ok((start..offset(self.xml.buffer_position()), event)),
            Err(error) => Err(self.syntax_error(&error)),
        }
    }

    /// Takes in a start tag; gives its local name if the element is in the format's namespace.
    fn open(&mut self, span: Range<usize>, start: &BytesStart<'i>) -> Result<Option<&'i str>, ReadError> {
        self.depth += 1;
        self.elements += 1;
        let depth = self.limits.depth.min(super::MAX_DEPTH);
        if self.depth > depth {
            let message = format!("more than {depth} elements within each other, which is the limit");
            return Err(self.error(TroubleKind::Limit, span, message));
        }
        if self.elements > self.limits.elements {
            let message = format!("more than {} elements, which is the limit", self.limits.elements);
            return Err(self.error(TroubleKind::Limit, span, message));
        }
        // The tag again, borrowed from the document itself and not from the event.
        let tag =
            self.source.get(span.start + 1..).and_then(|tag| tag.get(..start.len())).unwrap_or_default();
        let name_length = start.name().0.len();
        let (resolved, local) = self.xml.resolver().resolve_element(start.name());
        let is_ours = matches!(resolved, ResolveResult::Bound(Namespace(NAMESPACE)));
        let unbound = matches!(resolved, ResolveResult::Unknown(_));
        let local = tag.get(name_length - local.as_ref().len()..name_length).unwrap_or_default();
        self.tag = span.clone();
        if unbound {
            let message = format!("the prefix of <{}> is not declared", shortened(start.name().0));
            return Err(self.error(TroubleKind::Syntax, span, message));
        }
        self.collect_attributes(Attributes::new(tag, name_length))?;
        Ok(is_ours.then_some(local))
    }

    fn collect_attributes(&mut self, attributes: Attributes<'i>) -> Result<(), ReadError> {
        self.attributes.clear();
        for (index, attribute) in attributes.enumerate() {
            let attribute = match attribute {
                Ok(attribute) => attribute,
                Err(error) => {
                    return Err(self.error(TroubleKind::Syntax, self.tag.clone(), error.to_string()));
                }
            };
            if index == MOST_ATTRIBUTES {
                let message = format!("more than {MOST_ATTRIBUTES} attributes in one element");
                return Err(self.error(TroubleKind::Limit, self.tag.clone(), message));
            }
            if !self.is_of_the_frame(&attribute) {
                self.attributes.push(attribute);
            }
        }
        Ok(())
    }

    /// Whether an attribute declares a namespace, a schema or how to treat white space.
    fn is_of_the_frame(&self, attribute: &Attribute<'_>) -> bool {
        let name = attribute.key.0;
        if !name.contains(':') {
            return name == "xmlns";
        }
        name.starts_with("xmlns:")
            || name == "xml:space"
            || matches!(
                self.xml.resolver().resolve_attribute(attribute.key).0,
                ResolveResult::Bound(Namespace(SCHEMA_INSTANCE))
            )
    }

    /// What may stand between elements and within text without meaning anything, and what may not.
    fn between(&mut self, span: Range<usize>, event: &Event<'_>) -> Result<(), ReadError> {
        match event {
            Event::Comment(_) | Event::PI(_) => Ok(()),
            Event::DocType(_) => Err(self.error(
                TroubleKind::Syntax,
                span,
                "a document type declaration, which is not read: its entities could stand for anything",
            )),
            Event::Decl(_) => {
                Err(self.error(TroubleKind::Syntax, span, "an XML declaration belongs at the very beginning"))
            }
            Event::Eof => {
                let message = format!("the document ends inside <{}>", self.path);
                Err(self.error(TroubleKind::Truncated, span, message))
            }
            _ => Err(self.error(TroubleKind::Syntax, span, "markup that does not belong here")),
        }
    }

    fn skip_child(&mut self, kind: TroubleKind, name: &str, message: String) -> Result<(), ReadError> {
        let path = self.path.to(name);
        let trouble = self.trouble(kind, self.tag.clone(), message).with_path(path);
        self.sink.report(trouble)?;
        let outside = self.depth - 1;
        while self.depth > outside {
            let (span, event) = self.event()?;
            match event {
                Event::Start(start) => {
                    let _ = self.open(span, &start)?;
                }
                Event::End(_) => self.depth -= 1,
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {}
                other => self.between(span, &other)?,
            }
        }
        self.attributes.clear();
        Ok(())
    }

    fn take_attribute(&mut self, name: &str) -> Option<Attribute<'i>> {
        let index = self.attributes.iter().position(|attribute| attribute.key.0 == name)?;
        Some(self.attributes.swap_remove(index))
    }

    fn attribute_scalar<T: Scalar>(&mut self, name: &str, attribute: &Attribute<'i>) -> Result<T, Trouble> {
        let raw: &str = &attribute.value;
        let span = self.span_of(raw);
        let (span, kind, message) = match attribute_value(raw, Err) {
            Ok(value) => match T::from_text(&value) {
                Ok(value) => return Ok(value),
                Err(message) => (span, TroubleKind::InvalidValue, message),
            },
            Err((at, message)) => (span.start + at.start..span.start + at.end, TroubleKind::Syntax, message),
        };
        let path = self.path.to(&format!("@{name}"));
        Err(self.trouble(kind, span, message).with_path(path))
    }

    /// Where a piece of the last start tag stands.
    fn span_of(&self, piece: &str) -> Range<usize> {
        let tag = self.source.get(self.tag.clone()).unwrap_or_default();
        let start = (piece.as_ptr() as usize).wrapping_sub(tag.as_ptr() as usize);
        if start <= tag.len() {
            self.tag.start + start..self.tag.start + start + piece.len()
        } else {
            self.tag.clone()
        }
    }

    // ---- Trouble ----

    fn trouble(&mut self, kind: TroubleKind, span: Range<usize>, message: impl Into<String>) -> Trouble {
        let position = self.locator.position(span.start + self.bom..span.end + self.bom);
        let trouble = Trouble::new(kind, message).with_position(position);
        if self.path.depth() == 0 { trouble } else { trouble.with_path(self.path.to_string()) }
    }

    fn error(&mut self, kind: TroubleKind, span: Range<usize>, message: impl Into<String>) -> ReadError {
        self.trouble(kind, span, message).into()
    }

    fn report(&mut self, kind: TroubleKind, span: Range<usize>, message: &str) -> Result<(), ReadError> {
        let trouble = self.trouble(kind, span, message);
        self.sink.report(trouble)
    }

    fn syntax_error(&mut self, error: &Error) -> ReadError {
        let at = offset(self.xml.error_position());
        let (kind, span) = syntax_error(error, at, self.source);
        self.error(kind, span, error.to_string())
    }
}

fn is_space(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

fn append(text: &mut String, piece: Cow<'_, str>) {
    if text.is_empty() {
        *text = piece.into_owned();
    } else {
        text.push_str(&piece);
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
