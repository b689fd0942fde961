//! Writing: tags, indentation and escapes.

use super::element::Scalar;
use super::names::{NAMESPACE, Root};
use super::path::Path;
use crate::error::WriteError;
use crate::format::xml_text::{IN_ATTRIBUTE, IN_TEXT, escape};

/// A whole document.
pub(super) fn document<T: Root>(root: &T) -> Result<String, WriteError> {
    let mut writer = Writer::default();
    writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    writer.element(T::NAME, 0, |writer| {
        writer.namespace();
        root.write(writer)
    })?;
    writer.out.push('\n');
    Ok(writer.out)
}

/// A document as far as it is written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    path: Path,
    content: Content,
}

/// What the innermost open element holds so far.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// Nothing: its start tag is still open.
    #[default]
    Nothing,
    /// Text, which indentation would change.
    Text,
    /// Elements, each on a line of its own.
    Elements,
}

impl Writer {
    /// Writes an element; `write` gives its attributes, then its content.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        number: usize,
        write: impl FnOnce(&mut Self) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        if self.path.depth() > 0 {
            self.begin(Content::Elements);
        }
        self.path.push(name, number);
        if self.path.depth() > super::MAX_DEPTH {
            let message = format!("XML holds no more than {} elements within each other", super::MAX_DEPTH);
            return Err(WriteError::new(self.path.to_string(), message));
        }
        self.break_line(self.path.depth() - 1);
        self.out.push('<');
        self.out.push_str(name);
        self.content = Content::Nothing;
        write(self)?;
        match self.content {
            Content::Nothing => self.out.push_str("/>"),
            Content::Text => self.close(name),
            Content::Elements => {
                self.break_line(self.path.depth() - 1);
                self.close(name);
            }
        }
        self.path.pop();
        self.content = Content::Elements;
        Ok(())
    }

    /// Writes an attribute of the element whose start tag is open.
    pub(super) fn attribute<T: Scalar>(&mut self, name: &str, value: &T) -> Result<(), WriteError> {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        let Self { out, path, .. } = self;
        value
            .with_text(|text| escape(text, out, &IN_ATTRIBUTE))
            .map_err(|bad| cannot_hold(path.to(&format!("@{name}")), bad))?;
        self.out.push('"');
        Ok(())
    }

    /// Writes text, the only content of its element.
    pub(super) fn text(&mut self, text: &str) -> Result<(), WriteError> {
        if text.is_empty() {
            return Ok(());
        }
        self.begin(Content::Text);
        escape(text, &mut self.out, &IN_TEXT).map_err(|bad| cannot_hold(self.path.to_string(), bad))
    }

    fn namespace(&mut self) {
        self.out.push_str(" xmlns=\"");
        self.out.push_str(NAMESPACE);
        self.out.push('"');
    }

    fn begin(&mut self, content: Content) {
        if self.content == Content::Nothing {
            self.out.push('>');
        }
        self.content = content;
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn break_line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", depth));
    }
}

fn cannot_hold(path: String, bad: char) -> WriteError {
    let message = format!("XML cannot hold the character U+{:04X}; remove it, or write JSON", u32::from(bad));
    WriteError::new(path, message)
}
