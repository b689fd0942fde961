//! Direct speech: where it stands, and who speaks.
//!
//! | speech | found by |
//! |---|---|
//! | between quotation marks | `marks`, `marked` |
//! | blocks of quotation, and what follows "X said:" | `blocks`, and `voice` for where it ends |
//! | the turns of a transcript | `transcript` |
//! | the text of a letter or telegram below the words that tell who sent it | `letter` |
//! | a post of a social network that the story shows, with whoever signs it | `post` |
//!
//! Speech is found before people are, so that they can be told apart by who speaks of whom;
//! `attribution` finds the words that name the speaker, `speaker` the person in them, and `whose` tells who speaks in each.

mod attribution;
mod blocks;
mod earlier;
mod epithet;
mod later;
mod leader;
mod letter;
mod marked;
mod marks;
mod office;
mod post;
mod pronoun;
mod sender;
mod speaker;
mod transcript;
mod unclosed;
mod unnamed;
mod voice;
mod whose;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::features::Topics;
use super::passage::Passage;
use crate::model::{BlockKind, Marking, Part, Story};
use attribution::Cue;
pub(super) use attribution::INTRODUCE;
use marks::Marks;
pub(super) use marks::trimmed;
pub(super) use whose::quotes;

/// The words that speech is found by.
pub(super) const fn topics(topics: &mut Topics) {
    voice::topics(topics);
}

/// Direct speech, before its speaker is identified.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    /// Its words without the outer marks: one piece for each paragraph, or part of one, in order.
    pub(super) pieces: Vec<Piece>,
    pub(super) marking: Marking,
    /// The words that introduce it.
    pub(super) lead_in: Option<Piece>,
    /// Where its speaker is named.
    pub(super) cue: Option<Cue>,
    /// Whether who spoke before speaks on.
    follows: bool,
    /// Whether it is a quotation of its own, whoever speaks.
    stands_apart: bool,
    /// Whether it is a paragraph of its own: where nothing names another, who spoke before speaks on.
    is_paragraph: bool,
    /// The passage, and the token there before which earlier sentences may tell who speaks.
    told_earlier: Option<(usize, usize)>,
    /// Whether it is a turn of somebody without a name: "QUESTION:".
    nameless: bool,
    /// The rule that found it.
    rule: &'static str,
}

/// Tokens of one passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The index of the passage.
    pub(super) passage: usize,
    pub(super) tokens: Range<usize>,
}

impl Speech {
    fn new(pieces: Vec<Piece>, marking: Marking, rule: &'static str) -> Self {
        Self {
            pieces,
            marking,
            lead_in: None,
            cue: None,
            follows: false,
            stands_apart: false,
            is_paragraph: false,
            told_earlier: None,
            nameless: false,
            rule,
        }
    }

    /// The passage and token that it begins with.
    fn start(&self) -> (usize, usize) {
        self.pieces.first().map_or((0, 0), |piece| (piece.passage, piece.tokens.start))
    }

    /// Whether it is a block right after another speech, by the same speaker.
    fn speaks_on_after(&self, last: &Self) -> bool {
        self.follows && !self.stands_apart && self.cue.is_none() && last.end().0 + 1 == self.start().0
    }

    /// Whether marked speech without a speaker is all the story there is: then it is a statement and no quote.
    fn is_whole_story(&self, passages: &[Passage<'_>], settings: &[Setting]) -> bool {
        let is_text =
            |setting: Option<&Setting>| matches!(setting, Some(Setting::Prose | Setting::Quotation { .. }));
        if self.cue.is_some()
            || self.follows
            || self.marking != Marking::Marked
            || !is_text(settings.get(self.start().0))
        {
            return false;
        }
        let texts = passages.iter().zip(settings).filter(|(_, setting)| is_text(Some(setting)));
        let all: usize = texts.map(|(passage, _)| marked::words(passage, 0..passage.tokens.len())).sum();
        10 * marked::words_of(passages, &self.pieces) >= 9 * all
    }

    /// The passage that it ends in, and the token after its last.
    fn end(&self) -> (usize, usize) {
        self.pieces.last().map_or((0, 0), |piece| (piece.passage, piece.tokens.end))
    }
}

/// What a passage is to direct speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// A headline, a heading, a caption: it stands alone.
    Line,
    /// A paragraph or an item of a list.
    Prose,
    /// A block of quotation.
    Quotation { starts: bool },
    /// A turn of a transcript.
    Turn,
    /// It is not of the story.
    Outside,
}

/// The direct speech of a story, in order; each passage learns which of its tokens stand in it.
///
/// The passages are in the order of the story.
pub(super) fn spoken(story: &Story, passages: &mut [Passage<'_>]) -> Vec<Speech> {
    let mut settings = settings(story, passages);
    let mut speeches = transcript::turns(passages, &mut settings);
    if speeches.is_empty() {
        speeches = transcript::answers(passages, &mut settings);
    }
    let marks: Vec<Marks> = passages
        .iter()
        .zip(&settings)
        .map(|(passage, setting)| match setting {
            Setting::Turn | Setting::Outside => Marks::default(),
            Setting::Prose => unclosed::closed(Marks::of(passage), passage),
            _ => Marks::of(passage),
        })
        .collect();
    read_by_marks(passages, &mut settings, &marks);
    speeches.extend(blocks::quotations(passages, &settings, &marks));
    speeches.extend(blocks::led_in(passages, &settings, &marks));
    speeches.extend(letter::letter(passages, &settings, &marks));
    speeches.extend(post::posts(passages, &settings, &marks));
    speeches.extend(marked::speeches(passages, &settings, &marks));
    for speech in &mut speeches {
        speech.pieces.retain_mut(|piece| {
            let tokens = piece.tokens.clone();
            piece.tokens = passages.get(piece.passage).map_or(0..0, |passage| trimmed(passage, tokens));
            !piece.tokens.is_empty()
        });
    }
    speeches.retain(|speech| !speech.pieces.is_empty());
    let words = |speech: &Speech| marked::words_of(passages, &speech.pieces);
    let longest = (0..speeches.len()).max_by_key(|&index| speeches.get(index).map_or(0, words));
    if let Some(longest) = longest
        && speeches.get(longest).is_some_and(|speech| speech.is_whole_story(passages, &settings))
    {
        speeches.remove(longest);
    }
    speeches.sort_by_key(Speech::start);
    let speeches = apart(speeches);
    for speech in &speeches {
        for piece in &speech.pieces {
            if let Some(passage) = passages.get_mut(piece.passage) {
                passage.quoted.push(piece.tokens.clone());
            }
        }
    }
    for passage in passages {
        passage.quoted.sort_by_key(|quoted| quoted.start);
    }
    speeches
}

/// Speeches, in order, each once: marks within what a lead-in introduced are a part of it, and a block
/// in which the speaker of the paragraph before speaks on is a part of that speech.
fn apart(speeches: Vec<Speech>) -> Vec<Speech> {
    let mut apart: Vec<Speech> = Vec::new();
    for speech in speeches {
        match apart.last_mut() {
            Some(last) if speech.start() < last.end() => {}
            Some(last) if speech.speaks_on_after(last) => last.pieces.extend(speech.pieces),
            _ => apart.push(speech),
        }
    }
    apart
}

/// What each passage is. Of a block that is several passages, those that are no sentence are headings.
fn settings(story: &Story, passages: &[Passage<'_>]) -> Vec<Setting> {
    let part = |index: Option<usize>| index.and_then(|index| passages.get(index)).map(|passage| passage.part);
    let all = passages.iter().enumerate();
    all.map(|(index, passage)| match setting(story, passage.part) {
        Setting::Prose
            if (part(index.checked_sub(1)) == Some(passage.part)
                || part(Some(index + 1)) == Some(passage.part))
                && !voice::is_whole(passage) =>
        {
            Setting::Line
        }
        setting => setting,
    })
    .collect()
}

/// Blocks of quotation that open with a mark, after a paragraph that opens speech and does not close it, go on with
/// that speech: they are read as the prose is. So are all that follow each other, where one tells who spoke.
fn read_by_marks(passages: &[Passage<'_>], settings: &mut [Setting], marks: &[Marks]) {
    let is_block = |setting: Option<&Setting>| matches!(setting, Some(Setting::Quotation { .. }));
    let mut is_open = false;
    let mut index = 0;
    while let Some(setting) = settings.get(index) {
        let first = index;
        index += 1;
        if is_block(Some(setting)) {
            while is_block(settings.get(index)) {
                index += 1;
            }
            let run = || (first..index).filter_map(|at| passages.get(at).zip(marks.get(at)));
            let opens = || run().next().is_some_and(|(passage, _)| opens_with_mark(passage));
            // `“We came.” │ “We saw,” Ana Virta said.`: what nothing introduces is of who is told after it.
            let is_told_after = || {
                settings.get(index) == Some(&Setting::Prose)
                    && attribution::introduced(passages, settings, marks, first).is_none()
                    && passages.get(index).zip(marks.get(index)).is_some_and(|(passage, marks)| {
                        opens_with_mark(passage) && is_attributed(passage, marks)
                    })
            };
            let is_prose =
                opens() && (run().any(|(passage, marks)| is_attributed(passage, marks)) || is_told_after());
            for (at, (passage, marks)) in (first..index).zip(run()) {
                let Some(setting) = settings.get_mut(at) else { break };
                if is_prose || is_open && opens_with_mark(passage) {
                    *setting = Setting::Prose;
                }
                is_open = *setting == Setting::Prose && marks.tail.is_some();
            }
        } else {
            is_open =
                *setting == Setting::Prose && marks.get(first).is_some_and(|marks| marks.tail.is_some());
        }
    }
}

/// Whether a block is no more than speech and who spoke: `“It is open,'' Ana Virta said.`
fn is_attributed(passage: &Passage<'_>, marks: &Marks) -> bool {
    // An office of several fields may stand before the name.
    const NEAR: usize = 24;
    let begins = marks.pairs.first().is_some_and(|pair| pair.outer.start <= marks.first_word);
    let mut pairs = marks.pairs.iter().peekable();
    while let Some(pair) = pairs.next().filter(|_| begins) {
        let limit = pairs.peek().map_or(passage.tokens.len(), |next| next.outer.start);
        let rest = pair.outer.end..limit.min(pair.outer.end + NEAR);
        if rest.into_iter().any(|at| attribution::say_verb(passage, at).is_some()) {
            return true;
        }
    }
    false
}

fn opens_with_mark(passage: &Passage<'_>) -> bool {
    passage.words(0..passage.tokens.len()).starts_with(['“', '"', '‘', '«', '„'])
}

fn setting(story: &Story, part: Part) -> Setting {
    match part {
        Part::Byline | Part::Dateline => Setting::Outside,
        Part::Headline | Part::Standfirst => Setting::Line,
        Part::Block(index) => match story.body.get(index).map(|block| &block.kind) {
            Some(BlockKind::Paragraph | BlockKind::ListItem { .. }) => Setting::Prose,
            Some(BlockKind::Quotation { starts }) => Setting::Quotation { starts: *starts },
            Some(BlockKind::Heading { .. } | BlockKind::Caption) => Setting::Line,
            _ => Setting::Outside,
        },
    }
}
