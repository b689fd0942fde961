//! Posts of social networks that a story shows: a text, and then "— Ana Virta (@anavirta) May 3, 2021".

use std::ops::Range;

use super::attribution::{Cue, Subject};
use super::marks::{Marks, trimmed};
use super::{Piece, Setting, Speech};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::model::{Marking, Part};

/// The longest name that a post is signed with, in tokens.
const LONGEST_NAME: usize = 12;

/// The longest handle in brackets, and the longest date after it, in tokens.
const LONGEST_HANDLE: usize = 8;
const LONGEST_DATE: usize = 6;

/// How near its end a post has links to what it shows, in tokens.
const LINKS: usize = 24;

/// The posts of a story, each with whoever signs it. Marks around one tell that it is quoted, and then it is found by
/// them.
pub(super) fn posts(passages: &[Passage<'_>], settings: &[Setting], marks: &[Marks]) -> Vec<Speech> {
    let mut speeches = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        let Some(signature) = signature(passage) else { continue };
        let told = match signature.start {
            0 => index.checked_sub(1).map(|before| (before, None)),
            start => Some((index, Some(start))),
        };
        let Some((before, end)) = told else { continue };
        let (Some(post), Some(marks)) = (passages.get(before), marks.get(before)) else { continue };
        let is_marked = marks.head.is_some()
            || marks.tail.is_some()
            || marks.pairs.first().is_some_and(|pair| pair.outer.start <= marks.first_word);
        let is_text = matches!(settings.get(before), Some(Setting::Prose | Setting::Line));
        let tokens = trimmed(post, 0..without_links(post, end.unwrap_or(post.tokens.len())));
        if is_marked || !is_text || !matches!(post.part, Part::Block(_)) || tokens.is_empty() {
            continue;
        }
        let piece = Piece { passage: before, tokens };
        let mut speech = Speech::new(vec![piece], Marking::Inferred, "signed-post");
        let region = signature.name;
        speech.cue = Some(Cue { passage: index, region, subject: Subject::All, describes: true });
        speeches.push(speech);
    }
    speeches
}

/// The line under a post.
struct Signature {
    start: usize,
    name: Range<usize>,
}

/// The signature that a passage ends with.
fn signature(passage: &Passage<'_>) -> Option<Signature> {
    let all = 0..passage.tokens.len();
    // Few texts have a bracket this near their end.
    let mut last = all.end.saturating_sub(LONGEST_DATE + 2)..all.end;
    if !last.any(|at| passage.is_mark(at, ')')) {
        return None;
    }
    let open = all.rev().find(|&at| passage.is_mark(at, '(') && passage.is_mark(at + 1, '@'))?;
    let close = (open..open + LONGEST_HANDLE).find(|&at| passage.is_mark(at, ')'))?;
    let end = trimmed(passage, 0..passage.tokens.len()).end;
    let numbers = (close + 1..end).filter(|&at| passage.kind(at) == TokenKind::Number);
    let is_dated = numbers.count() > 1;
    let dash = (open.saturating_sub(LONGEST_NAME)..open)
        .rev()
        .find(|&at| matches!(passage.kind(at), TokenKind::Mark('—' | '–' | '-' | '―')));
    let start = dash.filter(|&dash| dash == 0 || !passage.is_hyphen(dash)).unwrap_or(0);
    let name = start + usize::from(dash == Some(start))..open;
    let is_name = !name.is_empty() && name.len() <= LONGEST_NAME && passage.kind(name.start).is_capital();
    (is_name && is_dated && end - close <= LONGEST_DATE + 1).then_some(Signature { start, name })
}

/// Where a post ends before the links to what it shows: "https://t.co/…", "pic.twitter.com/…".
fn without_links(passage: &Passage<'_>, end: usize) -> usize {
    let is_link = |at: &usize| {
        passage.is_any(*at, words!["http", "https"]) || passage.word(*at).starts_with("pic.twitter")
    };
    (end.saturating_sub(LINKS)..end).find(is_link).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{facts, speaker};

    /// Who speaks in each quote of a text, and the words.
    fn posts(text: &str) -> Vec<String> {
        let facts = facts("FI", text);
        let posts = facts
            .quotes
            .iter()
            .map(|quote| format!("{}: {}", speaker(quote, &facts), quote.paragraphs.join(" / ")));
        posts.collect()
    }

    #[test]
    fn a_post_is_of_whoever_signs_it() {
        for signature in [
            "— Ana Virta (@AnaVirta) April 21, 2019",
            "– Ana Virta (@ana_virta01) 21 April 2019",
            "— Mayor Ana Virta (@AnaVirta) Apr 21, 2019",
        ] {
            let text = format!(
                "Mayor Ana Virta answered on Sunday.\nMany have lost their homes today. We stand ready to help! https://t.co/a1B2c3\n{signature}\nThe rain went on."
            );
            let told = posts(&text);
            assert_eq!(
                told,
                ["Ana Virta: Many have lost their homes today. We stand ready to help!"],
                "{signature}"
            );
        }
    }

    #[test]
    fn a_line_with_no_handle_or_no_date_signs_no_post() {
        for signature in ["— Mayor's office, Ost, April 21, 2019", "Contact: Ana Virta (@AnaVirta)"] {
            let text = format!("Mayor Ana Virta answered.\nMany have lost their homes today.\n{signature}");
            assert!(posts(&text).is_empty(), "{signature}");
        }
    }
}
