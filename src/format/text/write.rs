//! A story into plain text.
//!
//! The text is written as people write it, and read again. Where a block or a field of the header does
//! not come back as it was, it is written in the next plainer form: marked ("> ", "# "), then
//! [explicit](super::explicit). A form that reads wrongly often misleads the reader about what follows it,
//! so the first rounds change only the first block of each run of wrong ones. After a few rounds all is
//! explicit; so the work is linear in the story.

use super::dateline::SEPARATORS;
use super::explicit::{self, Field};
use super::header::kind_and_headline;
use super::names::{EMBARGO_WRITTEN, label_of_kind};
use super::{project, read};
use crate::model::{Block, BlockKind, Story};

/// How a part is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Natural,
    Marked,
    Explicit,
}

impl Form {
    fn plainer(self) -> Self {
        match self {
            Self::Natural => Self::Marked,
            Self::Marked | Self::Explicit => Self::Explicit,
        }
    }
}

/// Rounds in which only the first block of each run of wrong ones changes its form.
const GENTLE_ROUNDS: usize = 5;

/// Rounds after which all is explicit.
const ROUNDS: usize = 8;

/// The text of a story.
pub(super) fn text(story: &Story) -> String {
    let wanted = project(story);
    let mut forms = Forms::natural(&wanted);
    for round in 0..ROUNDS {
        let written = write(&wanted, &forms);
        if !forms.improve(&wanted, &written, round < GENTLE_ROUNDS) {
            return written.text;
        }
    }
    write(&wanted, &Forms::explicit(&wanted)).text
}

/// The form of each part of a story.
struct Forms {
    headline: Form,
    standfirst: Form,
    byline: Form,
    dateline: Form,
    embargo: Form,
    body: Vec<Form>,
}

/// A text, and where each block of the story was put in it.
struct Written {
    text: String,
    starts: Vec<usize>,
}

impl Forms {
    fn natural(story: &Story) -> Self {
        let body = story.body.iter().map(|block| {
            // Such characters would end the line, or make the text a binary file.
            if block.text.contains(['\r', '\0']) { Form::Explicit } else { Form::Natural }
        });
        let mut forms = Self { body: body.collect(), ..Self::all(Form::Natural) };
        let outside = [Some(&story.headline), story.standfirst.as_ref()];
        if outside.into_iter().flatten().any(|text| text.contains(['\r', '\0'])) {
            forms.headline = Form::Explicit;
        }
        forms
    }

    fn explicit(story: &Story) -> Self {
        Self { body: vec![Form::Explicit; story.body.len()], ..Self::all(Form::Explicit) }
    }

    fn all(form: Form) -> Self {
        Self {
            headline: form,
            standfirst: form,
            byline: form,
            dateline: form,
            embargo: form,
            body: Vec::new(),
        }
    }

    /// Makes plainer what does not come back from the text; whether there was anything.
    fn improve(&mut self, story: &Story, written: &Written, gentle: bool) -> bool {
        if written.text.contains('\0') {
            *self = Self::explicit(story);
            return true;
        }
        let read = read::located(&written.text);
        let back = &read.story;
        if *back == *story {
            return false;
        }
        let raise = |form: &mut Form, same: bool| {
            if !same {
                *form = Form::Explicit;
            }
        };
        raise(&mut self.headline, back.headline == story.headline && back.kind == story.kind);
        raise(&mut self.standfirst, back.standfirst == story.standfirst);
        raise(&mut self.byline, back.byline == story.byline);
        raise(&mut self.dateline, back.dateline == story.dateline);
        raise(&mut self.embargo, back.dates == story.dates);
        let mut blocks = read.starts.iter().zip(&back.body).peekable();
        let ends = written.starts.iter().skip(1).copied().chain([usize::MAX]);
        let mut wrong_before = false;
        for (((form, block), &start), end) in
            self.body.iter_mut().zip(&story.body).zip(&written.starts).zip(ends)
        {
            while blocks.peek().is_some_and(|(at, _)| **at < start) {
                blocks.next();
            }
            let first = blocks.next_if(|(at, _)| **at < end);
            let only = blocks.peek().is_none_or(|(at, _)| **at >= end);
            let right = only && first.is_some_and(|(_, read)| read == block);
            let waits = gentle && wrong_before;
            if !right && !waits {
                *form = form.plainer();
            }
            wrong_before = !right;
        }
        true
    }
}

/// Writes a story in these forms.
fn write(story: &Story, forms: &Forms) -> Written {
    let mut out = Out { text: String::new(), starts: Vec::with_capacity(story.body.len()) };
    let explicit = forms.headline == Form::Explicit;
    let is_explicit = |form: Form| explicit || form == Form::Explicit;
    if explicit {
        out.field(Field::Headline, &story.headline);
        if let Some(kind) = &story.kind {
            out.field(Field::Kind, kind.as_str());
        }
    } else if let Some(headline) = natural_headline(story) {
        out.chunk();
        out.text.push_str(&headline);
    }
    let byline = story.byline.as_ref().map(|byline| byline.text.as_str());
    let fields = [
        (Field::Standfirst, forms.standfirst, story.standfirst.as_deref(), ""),
        (Field::Byline, forms.byline, byline, ""),
        (
            Field::Embargo,
            forms.embargo,
            story.dates.embargo.as_ref().map(|date| date.raw.as_str()),
            EMBARGO_WRITTEN,
        ),
    ];
    for (field, form, text, words) in fields {
        let Some(text) = text else { continue };
        if is_explicit(form) {
            out.field(field, text);
            continue;
        }
        out.chunk();
        out.text.push_str(words);
        out.text.push_str(if words.is_empty() { "" } else { " " });
        out.text.push_str(text);
    }
    let mut dateline = story.dateline.as_ref().map(|dateline| dateline.text.as_str());
    if let Some(text) = dateline.filter(|_| is_explicit(forms.dateline)) {
        out.field(Field::Dateline, text);
        dateline = None;
    }
    let leads = story.body.first().is_some_and(|block| block.kind == BlockKind::Paragraph)
        && forms.body.first() == Some(&Form::Natural);
    if let Some(text) = dateline.filter(|_| !leads) {
        out.chunk();
        out.text.push_str(text);
        dateline = None;
    }
    let mut numbers = Numbers::default();
    let mut after_item = false;
    for (block, form) in story.body.iter().zip(&forms.body) {
        let is_item = matches!(block.kind, BlockKind::ListItem { .. });
        if after_item && is_item && *form == Form::Natural {
            out.text.push('\n');
        } else {
            out.chunk();
        }
        after_item = is_item;
        out.starts.push(out.text.len());
        if let Some(dateline) = dateline.take() {
            out.text.push_str(dateline);
            out.text.push_str(SEPARATORS.first().copied().unwrap_or_default());
        }
        out.block(block, *form, &mut numbers);
    }
    if !out.text.is_empty() {
        out.text.push('\n');
    }
    Written { text: out.text, starts: out.starts }
}

/// The headline with the label of its kind, unless its own words say the kind.
fn natural_headline(story: &Story) -> Option<String> {
    let Some(kind) = &story.kind else {
        return (!story.headline.is_empty()).then(|| story.headline.clone());
    };
    if kind_and_headline(&story.headline) == (Some(kind.clone()), story.headline.as_str()) {
        return Some(story.headline.clone());
    }
    Some(format!("{}: {}", label_of_kind(kind)?, story.headline))
}

struct Out {
    text: String,
    starts: Vec<usize>,
}

impl Out {
    /// Parts the next chunk from what was written.
    fn chunk(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(if self.text.ends_with('\n') { "\n" } else { "\n\n" });
        }
    }

    fn field(&mut self, field: Field, text: &str) {
        explicit::write_field(&mut self.text, field, text);
        self.text.push('\n');
    }

    fn block(&mut self, block: &Block, form: Form, numbers: &mut Numbers) {
        let number = numbers.next(&block.kind);
        match (&block.kind, form) {
            (BlockKind::ListItem { depth, .. }, Form::Natural) => {
                self.text.extend(std::iter::repeat_n("  ", usize::from(*depth)));
                match number {
                    Some(number) => self.text.push_str(&format!("{number}. ")),
                    None => self.text.push_str("- "),
                }
                self.text.push_str(&block.text);
            }
            (_, Form::Natural) => self.text.push_str(&block.text),
            (BlockKind::Quotation { starts: false }, Form::Marked) => {
                for (index, line) in block.text.split('\n').enumerate() {
                    self.text.push_str(if index > 0 { "\n> " } else { "> " });
                    self.text.push_str(line);
                }
            }
            (BlockKind::Heading { level: level @ 1..=6 }, Form::Marked) => {
                self.text.extend(std::iter::repeat_n("#", usize::from(*level)));
                self.text.push(' ');
                self.text.push_str(&block.text);
            }
            _ => explicit::write_block(&mut self.text, block),
        }
    }
}

/// The numbers of ordered lists, by depth.
#[derive(Default)]
struct Numbers(Vec<u32>);

impl Numbers {
    /// The number of the next item, if it has one.
    fn next(&mut self, kind: &BlockKind) -> Option<u32> {
        let BlockKind::ListItem { ordered, depth, starts } = kind else {
            self.0.clear();
            return None;
        };
        self.0.resize(usize::from(*depth) + 1, 0);
        let number = self.0.last_mut()?;
        // A number of more than two digits would be read as a year.
        *number = if *starts || !ordered || *number >= 99 { 0 } else { *number } + u32::from(*ordered);
        ordered.then_some(*number)
    }
}
