//! Chunks into blocks: what each part of the body is.

use super::boilerplate;
use super::date::date;
use super::explicit::{self, Explicit};
use super::layout::{self, Chunk, Line};
use super::lead_in::{is_lead_in, names_the_speaker, speaker, speaks_in_first_person};
use super::list::{self, Lists};
use super::quotation_marks::{Marks, closes, marks};
use crate::model::{Block, BlockKind, BoilerplateRole};
use crate::voice::leaning;

/// A block, and where it starts in the document.
pub(super) type Placed = (usize, Block);

/// The blocks of `lines`, which are lines of `source`.
pub(super) fn blocks(source: &str, lines: &[Line<'_>]) -> Vec<Placed> {
    let chunks = layout::chunks(source, lines);
    let shapes = chunks.iter().map(Shape::of).collect();
    let mut body = Body {
        chunks,
        shapes,
        lists: Lists::default(),
        speech: Speech::None,
        tail: None,
        narrator: Narrator::default(),
    };
    (0..body.chunks.len()).filter_map(|at| body.block(at)).collect()
}

/// What a chunk is by itself, whatever stands around it.
#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Explicit,
    EndMark,
    Head(BoilerplateRole),
    /// A head with the contact on its own line.
    RunInHead,
    Contact,
    Item,
    /// Lines that begin with ">".
    Marked,
    /// A heading behind "#" marks.
    Hashed(u8),
    LeadIn,
    /// A short line without a final mark: a heading, if prose follows.
    Short,
    Quoted(Marks),
    Prose,
}

impl Shape {
    fn of(chunk: &Chunk<'_, '_>) -> Self {
        let first = chunk.first();
        if chunk.explicit {
            Self::Explicit
        } else if chunk.lines.len() == 1 && boilerplate::is_end_mark(first) {
            Self::EndMark
        } else if let Some(role) = boilerplate::head(first).filter(|_| chunk.lines.len() == 1) {
            Self::Head(role)
        } else if boilerplate::run_in_head(first).is_some() {
            Self::RunInHead
        } else if list::marker(first).is_some() {
            Self::Item
        } else if first.starts_with('>') {
            Self::Marked
        } else if let Some((level, _)) = hashed(first).filter(|_| chunk.lines.len() == 1) {
            Self::Hashed(level)
        } else if chunk.last().ends_with(':') && is_lead_in(&chunk.text()) {
            Self::LeadIn
        } else if is_short(chunk) {
            Self::Short
        } else if boilerplate::is_contact_line(&chunk.text()) {
            Self::Contact
        } else if first.starts_with(['“', '"', '‘', '\'', '«']) {
            Self::Quoted(marks(&chunk.text()))
        } else {
            Self::Prose
        }
    }

    /// Whether a heading may stand over this.
    fn is_under_a_heading(&self) -> bool {
        matches!(self, Self::Prose | Self::Item | Self::LeadIn | Self::Quoted(_) | Self::Marked)
    }
}

fn hashed(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - text.len()).ok().filter(|level| (1..=6).contains(level))?;
    let text = text.strip_prefix(' ')?;
    (!text.is_empty() && !text.starts_with(' ')).then_some((level, text))
}

/// A heading is no longer than this, in bytes and in words.
const HEADING_LIMIT: (usize, usize) = (100, 14);

fn is_short(chunk: &Chunk<'_, '_>) -> bool {
    let (first, last) = (chunk.first(), chunk.last().trim_end());
    let capitals = || chunk.lines.iter().all(|line| layout::is_capitals(line.text));
    let one = chunk.lines.len() == 1 || chunk.length() <= 2 * HEADING_LIMIT.0 && capitals();
    one && chunk.length() <= HEADING_LIMIT.0 * chunk.lines.len().min(2)
        && first.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        && !last.ends_with(['.', ',', ';', ':', '!', '…', '”', '"', '’', '-', '–', '—', '&'])
        && last.ends_with(|c: char| c.is_alphanumeric() || "?)%".contains(c))
        && first.split_whitespace().count() <= HEADING_LIMIT.1
        && !is_transcript_turn(first)
        && !first.contains("p.m.")
        && !first.contains("a.m.")
        && chunk.lines.iter().any(|line| line.text.chars().filter(|c| c.is_alphabetic()).count() >= 3)
}

/// The direct speech that the reader stands in.
enum Speech {
    None,
    /// Without marks, by this speaker, as many paragraphs so far.
    Inferred {
        speaker: Option<String>,
        paragraphs: usize,
    },
    /// In marks that are not closed yet, up to the chunk at this index at most.
    Open {
        end: usize,
    },
    /// In marks, closed in the block before.
    Closed,
    /// Marked by ">" in the block before.
    Marked,
}

struct Body<'a, 'l> {
    chunks: Vec<Chunk<'a, 'l>>,
    shapes: Vec<Shape>,
    lists: Lists,
    speech: Speech,
    tail: Option<BoilerplateRole>,
    narrator: Narrator,
}

/// Whether the story itself has spoken in the first person, as a speech does.
#[derive(Default)]
struct Narrator {
    speaks: bool,
    /// Paragraphs of the story itself that nobody has listened to yet: only a lead-in makes it worth it.
    unheard: Vec<usize>,
}

/// A contact on the line of its head has at most this many chunks below it.
const TAIL_REACH: usize = 12;

/// How far ahead the reader looks for the end of open quotation marks, in chunks.
const CLOSE_REACH: usize = 40;

/// How many paragraphs of a quotation may pass without a word in the first person.
const IMPERSONAL_REACH: usize = 2;

impl Body<'_, '_> {
    fn shape(&self, at: usize) -> &Shape {
        self.shapes.get(at).unwrap_or(&Shape::EndMark)
    }

    /// The block that the chunk at `at` is.
    fn block(&mut self, at: usize) -> Option<Placed> {
        let chunk = *self.chunks.get(at)?;
        let text = chunk.text();
        let shape = self.shape(at).clone();
        if shape == Shape::Explicit {
            self.leave();
            self.tail = None;
            let Some(Explicit::Block(block)) = explicit::read(chunk.lines.first()?.text) else {
                return Some((chunk.start(), Block::paragraph(text)));
            };
            return Some((chunk.start(), block));
        }
        if let Some(role) = self.boilerplate(at, &shape) {
            self.leave();
            return Some((chunk.start(), Block::boilerplate(role, text)));
        }
        if shape == Shape::Item {
            self.speech = Speech::None;
            let marker = list::marker(chunk.lines.first()?.text)?;
            let place = self.lists.place(&marker);
            let (ordered, depth, starts) = (place.ordered, place.depth, place.starts);
            let text = text.get(marker.width..).unwrap_or_default();
            return Some((chunk.start(), Block::new(BlockKind::ListItem { ordered, depth, starts }, text)));
        }
        self.lists.end();
        let block = match shape {
            Shape::Hashed(level) => {
                self.speech = Speech::None;
                Block::heading(level, hashed(chunk.first())?.1)
            }
            Shape::Marked => {
                let mut unmarked = String::with_capacity(text.len());
                for (index, line) in chunk.lines.iter().enumerate() {
                    unmarked.push_str(if index > 0 { "\n" } else { "" });
                    let line = line.text.strip_prefix('>').unwrap_or(line.text);
                    unmarked.push_str(line.strip_prefix(' ').unwrap_or(line));
                }
                self.speech = Speech::Marked;
                Block::quotation(unmarked)
            }
            shape => self.prose(at, &shape, &text),
        };
        Some((chunk.start(), block))
    }

    fn leave(&mut self) {
        self.speech = Speech::None;
        self.lists.end();
    }

    /// The role of the chunk, if it is in a tail or begins one.
    fn boilerplate(&mut self, at: usize, shape: &Shape) -> Option<BoilerplateRole> {
        match shape {
            Shape::EndMark => {
                // What follows the mark is not of the story, and most often for editors.
                self.tail.get_or_insert(BoilerplateRole::Notes);
                Some(BoilerplateRole::EndMark)
            }
            Shape::Head(role) => {
                self.tail = Some(role.clone());
                Some(role.clone())
            }
            Shape::RunInHead => {
                let role = self.chunks.get(at).and_then(|chunk| boilerplate::run_in_head(chunk.first()))?;
                // Such a line may stand within a story, or above it: it heads a tail only near the end.
                if at > 0 && at + TAIL_REACH >= self.chunks.len() {
                    self.tail = Some(role.clone());
                }
                Some(role)
            }
            Shape::Contact if self.tail.is_some() || at + 3 > self.chunks.len() => {
                Some(BoilerplateRole::Contact)
            }
            _ => self.tail.clone(),
        }
    }

    /// A paragraph, heading or quotation.
    fn prose(&mut self, at: usize, shape: &Shape, text: &str) -> Block {
        if let Some(starts) = self.quotation(at, shape, text) {
            return Block::new(BlockKind::Quotation { starts }, text);
        }
        self.speech = if *shape == Shape::LeadIn {
            self.listen();
            Speech::Inferred { speaker: speaker(text).map(str::to_owned), paragraphs: 0 }
        } else {
            Speech::None
        };
        if *shape == Shape::Short && self.is_heading(at) {
            return Block::heading(1, text);
        }
        self.narrator.unheard.push(at);
        Block::paragraph(text)
    }

    fn listen(&mut self) {
        let unheard = std::mem::take(&mut self.narrator.unheard);
        let speaks =
            |at: &usize| self.chunks.get(*at).is_some_and(|chunk| speaks_in_first_person(&chunk.text()));
        self.narrator.speaks = self.narrator.speaks || unheard.iter().any(speaks);
    }

    /// Whether a short line is a heading: prose follows, and no other short line precedes.
    fn is_heading(&self, at: usize) -> bool {
        let text = self.chunks.get(at).map(Chunk::text).unwrap_or_default();
        let next = self.chunks.get(at + 1).map_or(0, Chunk::length);
        let before = at.checked_sub(1).map(|before| self.shape(before));
        let stands_free = match before {
            // The first line of a body may be a place or a name.
            None => !text.contains(',') && text.split_whitespace().count() > 2,
            Some(Shape::Short) => false,
            Some(_) => true,
        };
        let is_date = || date(&text).calendar.is_some();
        let is_spoken = || self.chunks.get(at + 1).is_some_and(|chunk| is_transcript_turn(chunk.first()));
        stands_free
            && !is_date()
            && !is_spoken()
            && self.shape(at + 1).is_under_a_heading()
            && next > text.len()
    }

    /// Whether the chunk is a quotation, and if so whether it starts one beside another.
    fn quotation(&mut self, at: usize, shape: &Shape, text: &str) -> Option<bool> {
        let reopens = matches!(shape, Shape::Quoted(_)) && *shape != Shape::Quoted(Marks::Outside);
        match &mut self.speech {
            Speech::Open { end } if at < *end => {
                if matches!(shape, Shape::Quoted(Marks::Closed)) || at + 1 == *end {
                    self.speech = Speech::Closed;
                }
                return Some(false);
            }
            Speech::Inferred { .. } if reopens => {}
            Speech::Inferred { .. } => return self.inferred(at, shape, text).then_some(false),
            _ => {}
        }
        let Shape::Quoted(marks) = shape else { return None };
        let follows = matches!(self.speech, Speech::Closed | Speech::Open { .. } | Speech::Marked)
            || matches!(self.speech, Speech::Inferred { paragraphs, .. } if paragraphs > 0);
        let after_lead_in = matches!(self.speech, Speech::Inferred { paragraphs: 0, .. });
        match marks {
            Marks::Outside => None,
            Marks::Closed => {
                self.speech = Speech::Closed;
                Some(follows)
            }
            Marks::Open => {
                let end = self.close_of(at);
                if end.is_none() && !after_lead_in {
                    return None;
                }
                self.speech = end.map_or(Speech::Closed, |end| Speech::Open { end });
                Some(follows)
            }
        }
    }

    /// The index after the chunk that closes the marks which the chunk at `at` opens.
    fn close_of(&self, at: usize) -> Option<usize> {
        let mut reopened = None;
        for next in at + 1..=at + CLOSE_REACH {
            match self.shape(next) {
                Shape::Quoted(Marks::Closed) => return Some(next + 1),
                Shape::Quoted(Marks::Open) => reopened = Some(next + 1),
                Shape::Prose | Shape::Short | Shape::LeadIn | Shape::Quoted(Marks::Outside)
                    if reopened.is_none() =>
                {
                    if self.chunks.get(next).is_some_and(|chunk| closes(chunk.last())) {
                        return Some(next + 1);
                    }
                    if matches!(self.shape(next), Shape::LeadIn) {
                        break;
                    }
                }
                _ => break,
            }
        }
        reopened
    }

    /// Whether a chunk after a lead-in goes on with the speech, which has no marks.
    fn inferred(&mut self, at: usize, shape: &Shape, text: &str) -> bool {
        let narrator = self.narrator.speaks;
        let Speech::Inferred { speaker, paragraphs } = &self.speech else { return false };
        let goes_on = match (shape, *paragraphs) {
            (Shape::Prose | Shape::Quoted(_), 0) => !is_transcript_turn(text),
            (Shape::Short, 0) => !self.shape(at + 1).is_under_a_heading() || self.is_spoken_short(at),
            (Shape::Prose, _) => self.is_spoken(at, speaker.as_deref(), narrator),
            _ => false,
        };
        if let (true, Speech::Inferred { paragraphs, .. }) = (goes_on, &mut self.speech) {
            *paragraphs += 1;
        }
        goes_on
    }

    /// A short line after a lead-in is speech if the line after it is not led by it.
    fn is_spoken_short(&self, at: usize) -> bool {
        self.chunks.get(at).is_some_and(|chunk| speaks_in_first_person(chunk.first()))
    }

    /// Whether the chunk, or one soon after it with nothing between that ends a speech, speaks in the
    /// first person and not of the speaker; or else reads as speech. Where the story itself speaks in the
    /// first person, that tells nothing.
    fn is_spoken(&self, at: usize, speaker: Option<&str>, narrator: bool) -> bool {
        let reach = if narrator { 0 } else { IMPERSONAL_REACH };
        let mut leans = false;
        for next in at..=at + reach {
            let (Shape::Prose, Some(chunk)) = (self.shape(next), self.chunks.get(next)) else { return leans };
            let text = chunk.text();
            if names_the_speaker(&text, speaker)
                || is_transcript_turn(&text)
                || text.contains(['“', '"']) && closes_inside(&text)
            {
                return leans;
            }
            if !narrator && speaks_in_first_person(&text) {
                return true;
            }
            leans |= next == at && !narrator && leaning(&text) > 0;
        }
        leans
    }
}

/// Whether a paragraph quotes someone and says so: marks, and a word of speech after them.
fn closes_inside(text: &str) -> bool {
    ["said", "says", "added", "told"].iter().any(|verb| text.contains(verb))
}

/// Whether a paragraph is a turn of a transcript: "SECRETARY FELL:  Thank you."
fn is_transcript_turn(text: &str) -> bool {
    let Some((name, _)) = text.get(..text.len().min(60)).unwrap_or(text).split_once(':') else {
        return false;
    };
    // "Question: And then?"
    const TURNS: [&str; 8] =
        ["Q", "A", "Question", "Answer", "Journalist", "Reporter", "Interviewer", "Moderator"];
    TURNS.contains(&name.trim_end())
        || name.len() >= 2 && name.chars().all(|c| !c.is_lowercase()) && name.chars().any(char::is_uppercase)
}
