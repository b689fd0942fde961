//! What went wrong, told with the line, the column and a caret under the words.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Element, Level, Origin as Place, Renderer, Snippet};
use newsdesk::validate::{Finding, Severity};
use newsdesk::{Loss, Position, Story, Trouble};

use crate::input::Origin;
use crate::locate;

/// How a run went; the worst counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Fine,
    Findings,
    Unreadable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Findings => 1,
            Outcome::Unreadable => 2,
        })
    }
}

/// Where reports are told, and what they come to.
#[derive(Debug)]
pub(crate) struct Reports {
    stream: Stream,
    renderer: Renderer,
    outcome: Cell<Outcome>,
}

/// Where findings are told. Trouble always goes to standard error.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stream {
    /// They are what the command is for.
    Stdout,
    /// They stand beside the output.
    Stderr,
}

/// Whether output is coloured: on a terminal, unless the user wants no colours.
pub(crate) fn is_styled(terminal: bool) -> bool {
    terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

impl Reports {
    pub(crate) fn to(stream: Stream) -> Self {
        let terminal = match stream {
            Stream::Stdout => io::stdout().is_terminal() && io::stderr().is_terminal(),
            Stream::Stderr => io::stderr().is_terminal(),
        };
        let renderer = if is_styled(terminal) { Renderer::styled() } else { Renderer::plain() };
        Self { stream, renderer, outcome: Cell::new(Outcome::Fine) }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        self.outcome.get()
    }

    /// Remembers the worst of what happened.
    pub(crate) fn note(&self, outcome: Outcome) {
        self.outcome.set(self.outcome.get().max(outcome));
    }

    /// A file that could not be read or written at all.
    pub(crate) fn unreadable(&self, name: &str, message: &str) {
        self.note(Outcome::Unreadable);
        self.tell(Stream::Stderr, Level::ERROR, None, message, vec![Place::path(name.to_owned()).into()]);
    }

    /// Trouble that ended the reading of a story.
    pub(crate) fn read_error(&self, origin: &Origin, trouble: &Trouble) {
        self.note(Outcome::Unreadable);
        self.trouble(Level::ERROR, origin, trouble);
    }

    /// Trouble that the reader went around.
    pub(crate) fn diagnostic(&self, origin: &Origin, trouble: &Trouble) {
        self.trouble(Level::WARNING, origin, trouble);
    }

    fn trouble(&self, level: Level<'_>, origin: &Origin, trouble: &Trouble) {
        let mut elements = vec![match &trouble.position {
            Some(position) => point_at(origin, position),
            None => Place::path(origin.name.as_str()).into(),
        }];
        elements.extend(trouble.path.as_ref().map(|path| at(path)));
        self.tell(Stream::Stderr, level, None, &trouble.message, elements);
    }

    /// What a format cannot hold of a story.
    pub(crate) fn losses(&self, origin: &Origin, format: &str, losses: &[Loss]) {
        if losses.is_empty() {
            return;
        }
        let title = format!("{format} cannot hold all of the story");
        let mut elements = vec![Place::path(origin.name.as_str()).into()];
        elements.extend(losses.iter().map(|loss| {
            let note = format!("left out: {}: {}", loss.path, loss.value);
            Level::NOTE.message(printable(&note).into_owned()).into()
        }));
        self.tell(Stream::Stderr, Level::WARNING, Some("loss"), &title, elements);
    }

    /// What a rule found.
    pub(crate) fn finding(&self, origin: &Origin, story: &Story, finding: &Finding) {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let source = str::from_utf8(&origin.bytes).unwrap_or_default();
        let place = finding.span.and_then(|span| locate::part_of(source, story, span.part, span.range()));
        let place = match place {
            Some(span) => point_at(origin, &Position::in_text(source, span)),
            None => Place::path(origin.name.as_str()).into(),
        };
        self.tell(self.stream, level, Some(finding.rule), &finding.message, vec![place, at(&finding.path)]);
    }

    fn tell(
        &self,
        stream: Stream,
        level: Level<'_>,
        id: Option<&str>,
        title: &str,
        elements: Vec<Element<'_>>,
    ) {
        let title = level.primary_title(printable(title));
        let title = match id {
            Some(id) => title.id(id),
            None => title,
        };
        let report = self.renderer.render(&[title.elements(elements)]);
        // Nobody is left to tell if this fails.
        let _ = match stream {
            Stream::Stdout => writeln!(io::stdout().lock(), "{report}"),
            Stream::Stderr => writeln!(io::stderr().lock(), "{report}"),
        };
    }
}

fn at(path: &str) -> Element<'static> {
    Level::NOTE.message(format!("at {}", printable(path))).into()
}

/// The line with a caret, or its number alone where the text is not at hand.
fn point_at<'a>(origin: &'a Origin, position: &Position) -> Element<'a> {
    match locate::excerpt(origin, position) {
        Some(excerpt) => Snippet::source(excerpt.text)
            .line_start(excerpt.line)
            .path(origin.name.as_str())
            .annotation(AnnotationKind::Primary.span(excerpt.span))
            .into(),
        None => Place::path(origin.name.as_str()).line(position.line).char_column(position.column).into(),
    }
}

/// Text from a document, with nothing in it that a terminal would obey.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(|c: char| c.is_control() && c != '\n') {
        Cow::Owned(annotate_snippets::normalize_untrusted_str(text))
    } else {
        Cow::Borrowed(text)
    }
}
