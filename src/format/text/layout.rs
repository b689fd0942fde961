//! Lines into chunks: what stands together before anyone asks what it is.
//!
//! A blank line ends a chunk. In text whose every line is followed by a blank line, as some transcribers
//! leave it, a line that fills the measure or breaks off within a sentence goes on in the next. In lines
//! that stand together, a chunk also ends where a sentence ends a line that had room for the next word,
//! and around lines that say what they are: an item, a head of a tail, a lead-in.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::{boilerplate, dateline, explicit, lead_in, list};

/// A line that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// The line, without its end.
    pub(super) text: &'a str,
    /// Where it starts in the document.
    pub(super) start: usize,
    /// Blank lines before it: 2 for more.
    pub(super) gap: u8,
}

/// Lines that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk<'a, 'l> {
    source: &'a str,
    pub(super) lines: &'l [Line<'a>],
    /// Whether it is one line in the explicit form.
    pub(super) explicit: bool,
}

/// The lines of `source` that are not blank.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut start, mut gap) = (0, 0);
    for end in memchr_iter(b'\n', source.as_bytes()).chain([source.len()]) {
        let text = source.get(start..end).unwrap_or_default();
        if is_blank(text) {
            gap = 2.min(gap + 1);
        } else {
            lines.push(Line { text, start, gap });
            gap = 0;
        }
        start = end + 1;
    }
    lines
}

fn is_blank(line: &str) -> bool {
    match line.as_bytes().first() {
        None => true,
        Some(b'!'..=b'~') => false,
        Some(_) => line.trim_start().is_empty(),
    }
}

/// Spaces and tabs are layout at the ends of a chunk; any other white space is text.
pub(super) const SPACE: [char; 2] = [' ', '\t'];

impl<'a> Line<'a> {
    /// The line without the spaces around it.
    pub(super) fn trimmed(&self) -> &'a str {
        self.text.trim_matches(SPACE)
    }
}

impl<'a> Chunk<'a, '_> {
    /// The text, from the first character that is not a space to the last.
    pub(super) fn text(&self) -> Cow<'a, str> {
        let (Some(first), Some(last)) = (self.lines.first(), self.lines.last()) else { return "".into() };
        if self.lines.iter().skip(1).all(|line| line.gap == 0) {
            let text = self.source.get(first.start..last.start + last.text.len());
            return text.unwrap_or_default().trim_matches(SPACE).into();
        }
        let joined = self.lines.iter().map(|line| line.text).collect::<Vec<_>>().join("\n");
        joined.trim_matches(SPACE).to_owned().into()
    }

    /// The first line, without the spaces around it.
    pub(super) fn first(&self) -> &'a str {
        self.lines.first().map_or("", Line::trimmed)
    }

    /// The last line, without the spaces around it.
    pub(super) fn last(&self) -> &'a str {
        self.lines.last().map_or("", Line::trimmed)
    }

    /// Where the chunk starts in the document.
    pub(super) fn start(&self) -> usize {
        self.lines.first().map_or(0, |line| line.start)
    }

    /// How many bytes its lines have.
    pub(super) fn length(&self) -> usize {
        self.lines.iter().map(|line| line.text.len()).sum()
    }
}

/// The chunks of `lines`, which are lines of `source`.
pub(super) fn chunks<'a, 'l>(source: &'a str, lines: &'l [Line<'a>]) -> Vec<Chunk<'a, 'l>> {
    let page = Page { measure: measure(lines), doubled: is_doubled(lines) };
    let mut chunks = Vec::new();
    let mut first = 0;
    let mut state = Run::begin(lines.first());
    for (index, pair) in lines.windows(2).enumerate() {
        let [previous, line] = pair else { continue };
        if page.breaks(previous, line, &state) {
            let lines = lines.get(first..=index).unwrap_or_default();
            chunks.push(Chunk { source, lines, explicit: state.explicit });
            first = index + 1;
            state = Run::begin(Some(line));
        } else {
            state.lines += 1;
        }
    }
    if let Some(lines) = lines.get(first..).filter(|lines| !lines.is_empty()) {
        chunks.push(Chunk { source, lines, explicit: state.explicit });
    }
    chunks
}

/// What is known of the chunk that is being gathered.
struct Run {
    explicit: bool,
    item: bool,
    marked: bool,
    lines: usize,
}

impl Run {
    fn begin(line: Option<&Line<'_>>) -> Self {
        let text = line.map_or("", |line| line.text);
        Self {
            explicit: explicit::read(text).is_some(),
            item: list::marker(text).is_some(),
            marked: text.starts_with('>'),
            lines: 1,
        }
    }
}

/// How a document is laid out.
struct Page {
    measure: usize,
    doubled: bool,
}

impl Page {
    fn breaks(&self, previous: &Line<'_>, line: &Line<'_>, run: &Run) -> bool {
        if run.explicit || line.text.starts_with('\\') && explicit::read(line.text).is_some() {
            return true;
        }
        if line.gap > 1 || line.gap == 1 && !self.doubled {
            return true;
        }
        let (before, after) = (previous.trimmed(), line.trimmed());
        if line.gap == 1 && !self.goes_on(before, after) {
            return true;
        }
        run.marked != line.text.starts_with('>')
            || boilerplate::is_mark_or_head(before)
            || boilerplate::is_mark_or_head(after)
            || list::marker(line.text).is_some() && (run.item || ends_clause(before) || run.lines == 1)
            || self.turns_capitals(before, after)
            || dateline::is_own_line(before)
            || dateline::is_own_line(after)
            || before.ends_with(':') && lead_in::is_lead_in(before)
            || line.gap == 0 && self.ends_paragraph(before, after)
    }

    /// Whether a line of doubled text goes on in the next.
    fn goes_on(&self, before: &str, after: &str) -> bool {
        let lower = after.starts_with(char::is_lowercase) && !ends_sentence(before);
        (lower || self.is_full(before, after)) && list::marker(after).is_none()
    }

    fn is_full(&self, before: &str, after: &str) -> bool {
        before.len() + 1 + first_word(after).len() > self.measure
    }

    /// Whether lines in capitals, as of a headline, begin or end between two lines.
    fn turns_capitals(&self, before: &str, after: &str) -> bool {
        match (is_capitals(before), is_capitals(after)) {
            (true, false) => !after.starts_with(char::is_lowercase),
            (false, true) => !before.ends_with(',') && before.len() < self.measure / 4 * 3,
            _ => false,
        }
    }

    /// Whether a sentence ends a line that had room for the first word of the next line, and for some
    /// more: a ragged margin is no end.
    fn ends_paragraph(&self, before: &str, after: &str) -> bool {
        ends_sentence(before)
            && !after.starts_with(char::is_lowercase)
            && before.len() + 1 + first_word(after).len() <= self.measure - self.measure / 6
    }
}

fn first_word(line: &str) -> &str {
    line.split([' ', '\t']).next().unwrap_or_default()
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', '”', '’', ')', ']', ' ', '\t']);
    line.ends_with(['.', '!', '?', '…'])
}

fn ends_clause(line: &str) -> bool {
    ends_sentence(line) || line.ends_with([':', ';']) || line.ends_with("and") || line.ends_with("or")
}

/// Whether a line has words, and all of them in capitals.
pub(super) fn is_capitals(line: &str) -> bool {
    let mut capitals = 0;
    for c in line.chars() {
        if c.is_lowercase() {
            return false;
        }
        capitals += usize::from(c.is_uppercase());
    }
    capitals >= 4
}

/// Lines this long are not wrapped.
const UNWRAPPED: usize = 200;

/// The length that the lines are wrapped at, in bytes: no more than one line in twenty is longer.
fn measure(lines: &[Line<'_>]) -> usize {
    let mut counts = [0_usize; UNWRAPPED + 1];
    for line in lines {
        if let Some(count) = counts.get_mut(line.trimmed().len().min(UNWRAPPED)) {
            *count += 1;
        }
    }
    let mut longer = lines.len() / 20;
    for (length, &count) in counts.iter().enumerate().rev() {
        if count > longer {
            return if length == UNWRAPPED { usize::MAX / 2 } else { length };
        }
        longer -= count;
    }
    0
}

/// Whether every line is followed by a blank one, paragraph or not.
fn is_doubled(lines: &[Line<'_>]) -> bool {
    let apart = lines.iter().filter(|line| line.gap > 0).count();
    if apart < 4 || (apart + 1) * 10 < lines.len() * 9 {
        return false;
    }
    let broken = lines.windows(2).filter(|pair| match pair {
        [previous, line] => {
            line.gap == 1
                && line.text.starts_with(char::is_lowercase)
                && !previous.trimmed().ends_with(['.', '!', '?', ':', ';', ','])
        }
        _ => false,
    });
    broken.count() * 4 >= lines.len()
}
