//! What stands above the body: kind, headline, standfirst, byline, embargo, dateline.

use super::boilerplate;
use super::date::date;
use super::dateline;
use super::explicit::{self, Explicit, Field};
use super::layout::{Line, ends_sentence, is_capitals};
use super::lead_in::is_lead_in;
use super::list;
use super::names::{EMBARGO, IMMEDIATE, OFFICES, kind_of_label, kind_of_opening, strip_prefix};
use super::quotation_marks::{Marks, marks};
use crate::model::{Byline, Story, StoryKind};

/// The story that the header says, and how many lines the header takes.
///
/// `lines` are all lines of the document that are not blank.
pub(super) fn read(lines: &[Line<'_>]) -> (Story, usize) {
    let mut header = Header { story: Story::new(""), lines, at: 0 };
    if !header.explicit_headline() {
        header.preamble();
        header.headline();
        header.below(true);
    }
    (header.story, header.at)
}

/// What stands under a headline that is known, and how many lines it takes.
pub(super) fn read_below(story: Story, lines: &[Line<'_>]) -> (Story, usize) {
    let mut header = Header { story, lines, at: 0 };
    // An explicit header says all; nothing more is guessed.
    if !header.explicit_headline() {
        header.preamble();
        header.below(false);
    }
    (header.story, header.at)
}

/// The kind that a headline gives, and the headline without its label.
pub(in crate::format) fn kind_and_headline(line: &str) -> (Option<StoryKind>, &str) {
    if let Some((label, rest)) = line.split_once(':')
        && let Some(kind) = kind_of_label(label)
    {
        return (Some(kind), rest.trim());
    }
    (kind_of_opening(line), line)
}

struct Header<'a, 'l> {
    story: Story,
    lines: &'l [Line<'a>],
    at: usize,
}

/// The longest line that is a headline although it ends as a sentence, and the longest at all, in bytes.
const HEADLINE_LIMITS: (usize, usize) = (120, 600);

/// The longest standfirst, in bytes: GOV.UK asks for 160 characters and does not insist.
const STANDFIRST_LIMIT: usize = 320;

/// A line without a full stop is a standfirst from this length on, in bytes.
const STANDFIRST_LEAST: usize = 60;

impl<'a> Header<'a, '_> {
    fn line(&self, at: usize) -> Option<&'a str> {
        self.lines.get(at).map(Line::trimmed)
    }

    /// Whether the line at `at` ends a chunk.
    fn ends_chunk(&self, at: usize) -> bool {
        self.lines.get(at + 1).is_none_or(|next| next.gap > 0)
    }

    /// Reads the explicit fields at the current line; whether the first was the headline.
    fn explicit_headline(&mut self) -> bool {
        let is_headline =
            |line: &Line<'_>| matches!(explicit::read(line.text), Some(Explicit::Field(Field::Headline, _)));
        if !self.lines.first().is_some_and(is_headline) {
            return false;
        }
        while self.explicit_field() {}
        true
    }

    fn explicit_field(&mut self) -> bool {
        let Some(line) = self.lines.get(self.at).filter(|line| line.text.starts_with('\\')) else {
            return false;
        };
        let Some(Explicit::Field(field, text)) = explicit::read(line.text) else { return false };
        match field {
            Field::Headline => self.story.headline = text,
            Field::Kind => self.story.kind = Some(StoryKind::from(text.as_str())),
            Field::Standfirst => self.story.standfirst = Some(text),
            Field::Byline => self.story.byline = Some(Byline::new(text)),
            Field::Dateline => self.story.dateline = Some(dateline::dateline(&text)),
            Field::Embargo => self.story.dates.embargo = Some(date(&text)),
        }
        self.at += 1;
        true
    }

    /// Lines above the headline: an embargo, "For immediate release", a kind alone.
    fn preamble(&mut self) {
        while let Some(line) = self.line(self.at).filter(|_| self.at + 1 < self.lines.len()) {
            if !self.embargo(line) && !self.immediate(line) && !self.kind_alone(line) {
                return;
            }
            self.at += 1;
        }
    }

    fn embargo(&mut self, line: &str) -> bool {
        if self.story.dates.embargo.is_some() || line.len() > 150 {
            return false;
        }
        let Some(words) = EMBARGO.iter().find_map(|words| strip_prefix(line, words)) else { return false };
        if !words.starts_with([' ', ':', '\t']) {
            return false;
        }
        let words = words.trim_start_matches([' ', ':', '\t']);
        self.story.dates.embargo = (!words.is_empty()).then(|| date(words));
        !words.is_empty()
    }

    fn immediate(&mut self, line: &str) -> bool {
        let bare = line.trim_end_matches([':', '.', ' ']);
        let says = IMMEDIATE.iter().any(|words| words.eq_ignore_ascii_case(bare));
        if says && self.story.kind.is_none() {
            self.story.kind = Some(StoryKind::PressRelease);
        }
        says
    }

    fn kind_alone(&mut self, line: &str) -> bool {
        let Some(kind) = kind_of_label(line.trim_end_matches([':', ' '])) else { return false };
        self.story.kind = Some(kind);
        true
    }

    fn headline(&mut self) {
        let Some(first) = self.line(self.at) else { return };
        let first = first.strip_prefix("# ").unwrap_or(first);
        let lines = self.headline_lines(first);
        if lines == 0 {
            return;
        }
        let (kind, headline) = kind_and_headline(first);
        if kind.is_some() {
            self.story.kind = kind;
        }
        headline.clone_into(&mut self.story.headline);
        for line in self.lines.iter().skip(self.at + 1).take(lines - 1) {
            self.story.headline.push('\n');
            self.story.headline.push_str(line.text.trim_end_matches(super::layout::SPACE));
        }
        self.at += lines;
    }

    /// How many lines the headline has: none if the text begins with prose.
    fn headline_lines(&self, first: &str) -> usize {
        let is_explicit = self.lines.get(self.at).is_some_and(|line| explicit::read(line.text).is_some());
        let (sentence, longest) = HEADLINE_LIMITS;
        let is_prose = ends_sentence(first) && !is_capitals(first);
        if is_explicit || first.len() > longest || is_prose && first.len() > sentence {
            return 0;
        }
        if self.ends_chunk(self.at) {
            return 1;
        }
        let end = (self.at + 1..self.at + 3).find(|&at| self.ends_chunk(at));
        let wrapped = self.line(self.at + 1).is_some_and(|line| line.starts_with(char::is_lowercase));
        match end {
            // Two or three lines that stand alone and end as no sentence are one headline, wrapped.
            Some(end) if wrapped && self.line(end).is_some_and(|line| !ends_sentence(line)) => {
                end + 1 - self.at
            }
            _ if wrapped => 0,
            _ => 1,
        }
    }

    /// Lines between the headline and the body.
    fn below(&mut self, standfirst: bool) {
        // A header has each field once, so that the loop ends soon.
        for _ in 0..8 {
            let Some(line) = self.line(self.at) else { return };
            if self.explicit_field() {
                continue;
            }
            let last = self.at + 1 == self.lines.len();
            if self.embargo(line) || self.immediate(line) {
            } else if !last && self.story.byline.is_none() && is_byline(line) && self.ends_chunk(self.at) {
                self.story.byline = Some(Byline::new(line));
            } else if !last && self.story.dateline.is_none() && dateline::is_own_line(line) {
                self.story.dateline = Some(dateline::dateline(line));
            } else if standfirst && self.story.standfirst.is_none() && self.is_standfirst(line) {
                self.story.standfirst = Some(line.to_owned());
            } else {
                return;
            }
            self.at += 1;
        }
    }

    /// Whether the line is a standfirst.
    ///
    /// Under a label such as "News story:" the first short paragraph is one, as GOV.UK's summaries are;
    /// without a label, a line of a sentence's length that does not end as a sentence. Either needs prose
    /// below it, and is no dateline, lead-in, quotation or item.
    fn is_standfirst(&self, line: &str) -> bool {
        let labelled = self.story.kind.is_some() && kind_of_opening(&self.story.headline).is_none();
        let fits = line.len() <= STANDFIRST_LIMIT && (labelled || line.len() >= STANDFIRST_LEAST);
        let alone = self.ends_chunk(self.at) && self.lines.get(self.at).is_some_and(|line| line.gap > 0);
        let next = self.line(self.at + 1).unwrap_or_default();
        fits && alone
            && self.story.byline.is_none()
            && (if labelled { ends_sentence(line) || line.len() >= STANDFIRST_LEAST } else { is_deck(line) })
            && !line.ends_with(':')
            && !is_lead_in(line)
            && list::marker(line).is_none()
            && marks(line) == Marks::Outside
            && dateline::run_in(line).is_none()
            && !boilerplate::is_contact_line(line)
            && !line.starts_with(['#', '>', '\\'])
            && !next.is_empty()
            && !boilerplate::is_mark_or_head(next)
            && (ends_sentence(next)
                || next.ends_with(':')
                || next.len() >= line.len()
                || !self.ends_chunk(self.at + 1))
    }
}

/// A line that ends in one of these is wrapped, not finished.
const UNFINISHED: [&str; 12] = ["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"];

/// Whether a line reads as a sentence and does not end as one.
fn is_deck(line: &str) -> bool {
    let lower = line.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    line.ends_with(char::is_alphanumeric)
        && line.starts_with(char::is_uppercase)
        && lower >= 4
        && !line.rsplit(' ').next().is_some_and(|word| UNFINISHED.contains(&word))
        && kind_of_opening(line).is_none()
        && !line.contains("://")
        && !line.contains('@')
}

/// Whether a line under a headline says who wrote or issued the story: "By …", "Office of …", or a name,
/// a comma and an office.
fn is_byline(line: &str) -> bool {
    if line.len() > 140 || line.ends_with(['.', ':', ';', '!', '?', ',']) {
        return false;
    }
    let words = line.split_whitespace().count();
    if let Some(name) = strip_prefix(line, "by ") {
        return words <= 14 && name.starts_with(char::is_uppercase);
    }
    if line.starts_with("Office of the ") {
        return words <= 9;
    }
    let Some((name, office)) = line.split_once(", ") else { return false };
    let names = name.split_whitespace();
    (2..=5).contains(&names.clone().count())
        && names.clone().all(|word| word.starts_with(char::is_uppercase) && word.len() < 20)
        && office.starts_with(char::is_uppercase)
        && office.split(|c: char| !c.is_alphanumeric()).any(|word| OFFICES.contains(&word))
}
