//! The report of a parliament, in which whoever speaks stands on a line alone: "The Minister for Health (Ana Virta)".

use std::ops::Range;

use super::label::Label;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;

/// Adds the lines of a report that name a speaker, in the order of the story.
///
/// An office with a name in brackets shows that it is one; then a speaker's name or office alone, and a member with
/// seat and party, "Ana Virta (Norra) (Green)", head turns too.
pub(super) fn add_labels(passages: &[Passage<'_>], labels: &mut Vec<Label>) {
    let holders: Vec<Holder<'_>> = passages.iter().enumerate().filter_map(holder).collect();
    if holders.is_empty() || !labels.is_empty() {
        return;
    }
    for (index, passage) in passages.iter().enumerate() {
        let Some(name) = line(passage).filter(|_| is_before_speech(passages, index)) else { continue };
        let written = passage.words(name.clone());
        let known = holders
            .iter()
            .find(|holder| holder.passage == index || holder.name == written || holder.office == written);
        let speaker = match known {
            Some(holder) => holder.name,
            None => match member(passage, &name) {
                Some(name) => passage.words(name),
                None => continue,
            },
        };
        if passages.get(index + 1).is_some_and(|next| begins_with(next, speaker)) {
            continue;
        }
        labels.push(Label {
            passage: index,
            name,
            end: passage.tokens.len(),
            loud: false,
            titled: true,
            speaker: speaker.to_lowercase(),
        });
    }
}

/// Whether a passage is a time of day alone, which a report puts between turns: "15:55".
pub(super) fn is_time(passage: &Passage<'_>) -> bool {
    const MOST: usize = 5;
    let all = 0..passage.tokens.len();
    passage.kind(0) == TokenKind::Number
        && all.len() <= MOST
        && all.clone().all(|at| {
            matches!(passage.kind(at), TokenKind::Number | TokenKind::Mark(':' | '.') | TokenKind::Break)
        })
}

/// An office with the name of whoever holds it in brackets, alone on a line.
struct Holder<'t> {
    passage: usize,
    office: &'t str,
    name: &'t str,
}

fn holder<'t>((index, passage): (usize, &Passage<'t>)) -> Option<Holder<'t>> {
    // Few lines are short and end in a bracket.
    let may_end = |kind: TokenKind| matches!(kind, TokenKind::Mark(')') | TokenKind::Break);
    if passage.tokens.len() > LONGEST || !passage.tokens.last().is_some_and(|last| may_end(last.kind)) {
        return None;
    }
    let line = line(passage)?;
    let open = line.clone().find(|&at| passage.is_mark(at, '('))?;
    let office = line.start..open;
    let name = open + 1..line.end.checked_sub(1)?;
    let is_office = office.clone().any(|at| passage.has(at, Class::Role));
    (is_office && is_name(passage, name.clone())).then(|| Holder {
        passage: index,
        office: passage.words(office),
        name: passage.words(name),
    })
}

/// The name of a member with seat, party or both in brackets: "Ana Virta (Norra) (Green)".
fn member(passage: &Passage<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let open = line.clone().find(|&at| passage.is_mark(at, '('))?;
    let name = line.start..open;
    is_name(passage, name.clone()).then_some(name)
}

/// How many tokens a line with a name or an office may have.
const LONGEST: usize = 24;

/// The words of a passage that is a name or an office, perhaps with something in brackets behind it.
fn line(passage: &Passage<'_>) -> Option<Range<usize>> {
    let end = passage.tokens.iter().rposition(|token| token.kind != TokenKind::Break)? + 1;
    let fits = |at: usize| {
        let kind = passage.kind(at);
        kind.is_capital()
            || matches!(kind, TokenKind::Mark('(' | ')' | '-' | ',' | '’' | '\''))
            || passage.is_any(at, words!["of", "for", "the", "and", "to", "in", "with"])
    };
    let brackets = (0..end).filter(|&at| passage.is_mark(at, '(')).count();
    let closes = brackets == 0 || passage.is_mark(end - 1, ')');
    (end <= LONGEST && passage.kind(0).is_capital() && closes && (0..end).all(fits)).then_some(0..end)
}

/// Two words and more in capitals.
fn is_name(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    const LONGEST: usize = 5;
    (2..=LONGEST).contains(&tokens.len()) && tokens.clone().all(|at| passage.kind(at).is_capital())
}

/// Whether a sentence follows the line.
fn is_before_speech(passages: &[Passage<'_>], index: usize) -> bool {
    const FEWEST: usize = 4;
    passages.get(index + 1).is_some_and(|next| {
        let last = next.tokens.iter().rfind(|token| token.kind != TokenKind::Break);
        next.kind(0).is_capital()
            && next.tokens.len() >= FEWEST
            && last
                .is_some_and(|token| matches!(token.kind, TokenKind::Mark('.' | '?' | '!' | '…' | '"' | '”')))
    })
}

/// Whether a passage begins with the name above it, whose life it tells: "Ana Virta leads a bank".
fn begins_with(passage: &Passage<'_>, name: &str) -> bool {
    const OPENING: usize = 5;
    let surname = name.split_whitespace().next_back().unwrap_or_default();
    (0..OPENING).any(|at| passage.word(at) == surname)
}

#[cfg(test)]
mod tests {
    use crate::extract::told;

    /// Who speaks in each quote of a story.
    fn speakers(text: &str) -> Vec<String> {
        told::speakers("GB", text)
    }

    #[test]
    fn a_report_has_its_speakers_on_lines_of_their_own() {
        let text = "Statement on Flooding\n\
                    The Presiding Officer (Alma Reid)\n\
                    The next item of business is a statement by Tom Harran on flooding.\n\
                    15:55\n\
                    The Cabinet Secretary for Rural Affairs (Tom Harran)\n\
                    I welcome this opportunity to tell the Parliament of the floods of last week.\n\
                    The councils have done all that they could, and I thank them for it.\n\
                    The Presiding Officer\n\
                    The cabinet secretary will now take questions from members.\n\
                    Tom Harran\n\
                    Forty roads are still closed this morning.";
        assert_eq!(speakers(text), ["Alma Reid", "Tom Harran", "Alma Reid", "Tom Harran"]);
    }

    #[test]
    fn a_name_above_a_life_heads_no_turn() {
        let text = "New Members\nMs Ana Virta (Chair)\nAna Virta leads a bank and chairs the Council on Trade.\n\
                    Dr Olli Lind (Deputy Chair)\nOlli Lind is a doctor and has been a member since May.";
        assert_eq!(speakers(text), [""; 0]);
    }

    #[test]
    fn an_office_with_a_name_in_a_sentence_heads_no_turn() {
        let text = "Floods\n\
                    The Cabinet Secretary for Rural Affairs (Tom Harran) spoke first.\n\
                    Forty roads are still closed this morning.";
        assert_eq!(speakers(text), [""; 0]);
    }
}
