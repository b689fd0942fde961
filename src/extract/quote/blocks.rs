//! Speech without marks of its own: blocks of quotation, and what follows a lead-in in its paragraph.

use std::ops::Range;

use super::super::features::Features;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::attribution::{
    before, headed, introduced, introduces, introduces_at, lead_in, of_lead_in, signature, signed_beside,
    told_before,
};
use super::marks::{Enclosed, Marks, is_quotation_mark, trimmed};
use super::voice::{Speaker, goes_on, is_in_first_person, is_whole};
use super::{Piece, Setting, Speech};
use crate::model::Marking;

/// The quotations that stand as blocks: those that follow each other are one, unless one `starts`.
pub(super) fn quotations(passages: &[Passage<'_>], settings: &[Setting], marks: &[Marks]) -> Vec<Speech> {
    let mut speeches = Vec::new();
    let mut index = 0;
    while let Some(setting) = settings.get(index) {
        let first = index;
        index += 1;
        if !matches!(setting, Setting::Quotation { .. }) {
            continue;
        }
        while settings.get(index) == Some(&Setting::Quotation { starts: false }) {
            index += 1;
        }
        speeches.push(quotation(passages, settings, marks, first..index));
    }
    speeches
}

fn quotation(
    passages: &[Passage<'_>],
    settings: &[Setting],
    marks: &[Marks],
    blocks: Range<usize>,
) -> Speech {
    let mut is_marked = false;
    let mut pieces = Vec::new();
    let mut signed = None;
    for index in blocks.clone() {
        let (Some(passage), Some(marks)) = (passages.get(index), marks.get(index)) else { continue };
        let mut tokens = trimmed(passage, 0..passage.tokens.len());
        let is_last = index + 1 == blocks.end;
        if let Some(line) = last_line(passage, &tokens).filter(|_| is_last) {
            signed = signature(passage, index, line..tokens.end).filter(|cue| cue.describes);
            if signed.is_some() {
                tokens = trimmed(passage, tokens.start..line);
            }
        }
        let (tokens, has_marks) = without_outer_marks(passage, marks, tokens);
        is_marked |= has_marks;
        if !tokens.is_empty() {
            pieces.push(Piece { passage: index, tokens });
        }
    }
    let before = blocks.start.checked_sub(1);
    let follows_block =
        before.is_some_and(|before| matches!(settings.get(before), Some(Setting::Quotation { .. })));
    let before = before.filter(|&before| settings.get(before) == Some(&Setting::Prose));
    let introduction = introduced(passages, settings, marks, blocks.start);
    let marking = match (is_marked, &introduction) {
        (true, _) => Marking::Marked,
        (false, Some(_)) => Marking::Inferred,
        (false, None) => Marking::Block,
    };
    let mut speech = Speech::new(pieces, marking, "quotation-block");
    // What has marks of its own is a quotation of its own.
    speech.stands_apart =
        is_marked || settings.get(blocks.start) == Some(&Setting::Quotation { starts: true });
    let follows_speech =
        || before.and_then(|it| passages.get(it).zip(marks.get(it))).is_some_and(ends_in_speech);
    speech.follows = follows_block || !speech.stands_apart && introduction.is_none() && follows_speech();
    if let Some((index, passage, words)) = introduction {
        speech.cue = of_lead_in(passage, index, &words);
        speech.lead_in = Some(Piece { passage: index, tokens: words });
    } else {
        speech.cue = signed.or_else(|| signed_beside(passages, settings, marks, (blocks.start, blocks.end)));
        if speech.cue.is_none() && !speech.follows {
            speech.cue = told_before(passages, settings, blocks.start)
                .or_else(|| headed(passages, settings, blocks.start));
            speech.is_paragraph = is_marked;
        }
    }
    speech
}

/// Whether the last sentence of a paragraph has speech in it: `"It is open," Ana Virta said.`
fn ends_in_speech((passage, marks): (&Passage<'_>, &Marks)) -> bool {
    let last = passage.sentences.last();
    let end = marks.pairs.last().and_then(|pair| pair.outer.end.checked_sub(1));
    last.zip(end).is_some_and(|(sentence, end)| sentence.contains(&end))
}

/// Some tokens of a block without the marks around them, and whether they have any.
fn without_outer_marks(
    passage: &Passage<'_>,
    marks: &Marks,
    mut tokens: Range<usize>,
) -> (Range<usize>, bool) {
    // `“We stay”.`: the stop may stand outside.
    let stop = tokens.end.checked_sub(1).filter(|&last| passage.is_mark(last, '.')).unwrap_or(tokens.end);
    let begins = |pair: &&Enclosed| pair.outer.start <= tokens.start;
    if marks.pairs.iter().filter(begins).chain(&marks.head).any(|pair| pair.outer.end == stop) {
        tokens.end = stop;
    }
    let all = marks.pairs.first().filter(|pair| pair.outer == tokens);
    let opens = all.or(marks.tail.as_ref().filter(|tail| tail.outer.start == tokens.start));
    let closes = all.or(marks.head.as_ref().filter(|head| head.outer.end == tokens.end));
    let start = opens.and_then(|opens| opens.inner.first()).map_or(tokens.start, |words| words.start);
    let end = closes.and_then(|closes| closes.inner.last()).map_or(tokens.end, |words| words.end);
    (trimmed(passage, start..end.max(start)), opens.or(closes).is_some())
}

/// Where the last line of a block begins, if it has several.
fn last_line(passage: &Passage<'_>, tokens: &Range<usize>) -> Option<usize> {
    let start = passage.tokens.get(tokens.start)?.start as usize;
    let last = start + passage.words(tokens.clone()).trim_end().rfind('\n')?;
    let line = passage.tokens.partition_point(|token| (token.start as usize) < last);
    (line > tokens.start && line < tokens.end).then_some(line)
}

/// Speech without marks that "X said:" leads to: the rest of that paragraph, or the next, and those
/// after it in which the speaker speaks on.
pub(super) fn led_in(passages: &[Passage<'_>], settings: &[Setting], marks: &[Marks]) -> Vec<Speech> {
    let is_prose = |index: usize| settings.get(index) == Some(&Setting::Prose);
    let mut speeches = Vec::new();
    let mut index = 0;
    let mut narrator_speaks = false;
    while let Some((passage, marks_here)) = passages.get(index).zip(marks.get(index)) {
        let here = index;
        index += 1;
        if !is_prose(here) {
            continue;
        }
        let found = led_in_paragraph(passage, here, marks_here).or_else(|| {
            let next = passages.get(index).zip(marks.get(index)).filter(|_| is_prose(index));
            led_in_next(passage, here, next?, narrator_speaks)
        });
        let Some(mut speech) = found else {
            narrator_speaks |= is_in_first_person(passage, marks_here);
            continue;
        };
        let speaker = Speaker::of(speech.cue.as_ref(), passages);
        let first = speech.pieces.last().map_or(index, |piece| piece.passage + 1);
        let last = first.saturating_add(LONGEST).min(passages.len());
        index = goes_on(passages, marks, first..last, &speaker, (is_prose, narrator_speaks));
        speech.pieces.extend((first..index).filter_map(|passage| {
            let all = passages.get(passage)?;
            Some(Piece { passage, tokens: trimmed(all, 0..all.tokens.len()) })
        }));
        speeches.push(speech);
    }
    speeches
}

/// The most paragraphs that unmarked speech goes on for.
const LONGEST: usize = 30;

/// The paragraph after one that ends with "X said:", or with "X urged all to help:" if somebody speaks in it who does
/// not tell the story.
fn led_in_next(
    passage: &Passage<'_>,
    index: usize,
    next: (&Passage<'_>, &Marks),
    narrator_speaks: bool,
) -> Option<Speech> {
    if !passage.holds(Features::COLON) {
        return None;
    }
    let words = lead_in(passage)?;
    let (next, marks) = next;
    let is_led_in = || {
        introduces(passage, &words)
            || !narrator_speaks && urges(passage, words.clone()) && is_in_first_person(next, marks)
    };
    if !passage.is_mark(words.end - 1, ':') || !is_led_in() {
        return None;
    }
    let opens = marks.tail.as_ref().or(marks.pairs.first());
    let is_marked = marks.head.is_some() || opens.is_some_and(|opens| opens.outer.start <= marks.first_word);
    let tokens = trimmed(next, 0..next.tokens.len());
    let is_item = next.kind(tokens.start) == TokenKind::Number;
    if is_marked || is_item || tokens.is_empty() || !is_whole(next) || next.is_mark(tokens.end - 1, ':') {
        return None;
    }
    let pieces = vec![Piece { passage: index + 1, tokens }];
    let mut speech = Speech::new(pieces, Marking::Inferred, "lead-in");
    speech.cue = of_lead_in(passage, index, &words);
    speech.lead_in = Some(Piece { passage: index, tokens: words });
    Some(speech)
}

/// Whether words tell that somebody spoke to others, and announce no list.
fn urges(passage: &Passage<'_>, mut words: Range<usize>) -> bool {
    const URGE: &Words = words![
        "appealed", "assured", "called", "declared", "emphasised", "emphasized", "explained", "noted",
        "recalled", "reflected", "reiterated", "reminded", "stressed", "thanked", "underlined", "urged",
        "warned",
    ];
    !words.clone().any(|at| passage.is_any(at, words!["following", "follows", "these", "points"]))
        && words.any(|at| passage.is_any(at, URGE))
}

fn led_in_paragraph(passage: &Passage<'_>, index: usize, marks: &Marks) -> Option<Speech> {
    if marks.head.is_some() || marks.tail.is_some() {
        return None;
    }
    let colon = passage.all_with(Features::COLON).find(|&at| {
        at > 0
            && introduces_at(passage, at - 1)
            && passage.kind(at + 1).is_capital()
            && !is_quotation_mark(passage, at + 1)
    })?;
    let sentence = passage.sentence_of(colon);
    let tokens = trimmed(passage, colon + 1..passage.tokens.len());
    let words = tokens.clone().filter(|&at| passage.kind(at).is_word()).count();
    let is_whole =
        matches!(passage.kind(tokens.end.checked_sub(1)?), TokenKind::Mark('.' | '!' | '?' | '…' | ')'));
    let in_marks = marks.pairs.iter().any(|pair| pair.outer.contains(&colon));
    if words < SHORTEST || !is_whole || in_marks {
        return None;
    }
    let mut speech = Speech::new(vec![Piece { passage: index, tokens }], Marking::Inferred, "lead-in");
    speech.cue = before(passage, index, sentence.start..colon);
    speech.lead_in = Some(Piece { passage: index, tokens: sentence.start..colon + 1 });
    Some(speech)
}

/// Shorter quoted words in a sentence are a term or a name.
pub(super) const SHORTEST: usize = 5;
