//! The offices that a sentence gives its subject further on: "She is a career officer and was most recently Consul
//! General in Houston", "he has served in Oslo and as Ambassador to Peru".

use std::ops::Range;

use super::appointment::is_office;
use super::appositive::ends_phrase;
use super::sighting::Sighting;
use crate::extract::lexicon::Frame;
use crate::extract::passage::Passage;
use crate::extract::private_post::is_membership;
use crate::extract::role::FoundRole;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::MentionForm;

/// Gives offices that stand alone after "was most recently", "served … as" and the like to the subject before them.
pub(super) fn join(passage: &Passage<'_>, found: &mut Vec<Sighting>) {
    let may_be_said = |index: usize, office: &Sighting| {
        let subject = index.checked_sub(1).and_then(|before| found.get(before));
        subject.is_some_and(|subject| is_said_of(passage, subject, office))
    };
    if !found
        .iter()
        .enumerate()
        .any(|(index, sighting)| is_held(passage, sighting) || may_be_said(index, sighting))
    {
        return;
    }
    let mut kept: Vec<Sighting> = Vec::with_capacity(found.len());
    // Whose the last office was, and where it ended.
    let mut last: Option<(usize, usize)> = None;
    for mut sighting in found.drain(..) {
        // "She was the Governor's Chief of Staff and │ Head of the Mission to Mali"
        let joint = last.filter(|&(_, end)| is_joint(passage, end, &sighting)).map(|(subject, _)| subject);
        if let Some(subject) = joint.and_then(|subject| kept.get_mut(subject)) {
            last = joint.map(|subject| (subject, sighting.tokens.end));
            subject.roles.append(&mut sighting.roles);
            continue;
        }
        // "Virta served in President Berg’s government as Minister of Trade"
        let mut latest = kept.iter_mut().enumerate().rev().take(MOST_OWNERS);
        let subject = latest.find(|(_, subject)| !subject.possessive).filter(|(_, subject)| {
            is_held(passage, &sighting) && may_hold(passage, subject, &sighting)
                || is_said_of(passage, subject, &sighting)
        });
        match subject {
            Some((index, subject)) => {
                last = Some((index, sighting.tokens.end));
                subject.roles.append(&mut sighting.roles);
            }
            None => kept.push(sighting),
        }
    }
    *found = kept;
}

/// Gives the office of “As a former Minister of Trade, I know …,” to whoever is told to speak behind the quotation.
pub(in crate::extract) fn join_own_words(passage: &Passage<'_>, found: &mut Vec<Sighting>) {
    let Some(office) = found.iter().position(|sighting| is_own_office(passage, sighting)) else { return };
    let says = |at: usize| {
        let verb = passage.trigger(at).filter(|_| passage.kind(at) == TokenKind::Lower);
        verb.is_some_and(|verb| verb.frame == Frame::Say)
    };
    let speaker = found.iter().skip(office + 1).position(|sighting| {
        let start = sighting.tokens.start;
        let is_told = says(sighting.tokens.end) || start.checked_sub(1).is_some_and(says);
        sighting.form == MentionForm::Name && !sighting.possessive && !passage.in_quote(start) && is_told
    });
    let Some(speaker) = speaker.map(|behind| office + behind) else { return };
    let mut own = found.remove(office);
    if let Some(speaker) = found.get_mut(speaker) {
        speaker.roles.append(&mut own.roles);
    }
}

/// “As a former Minister of Trade, │ I”: whether an office in a quotation is that of whoever speaks.
fn is_own_office(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    let start = sighting.tokens.start;
    let article = start.saturating_sub(1);
    let before = if passage.is_any(article, words!["a", "an", "the", "your"]) {
        article.checked_sub(1)
    } else {
        start.checked_sub(1)
    };
    let (comma, next) = (sighting.tokens.end, sighting.tokens.end + 1);
    passage.in_quote(start)
        && before.is_some_and(|before| passage.is(before, "as"))
        && passage.is_mark(comma, ',')
        && passage.is_any(next, words!["i", "i'm", "i’m", "i've", "i’ve", "i'd", "i’d"])
        && is_office_alone(passage, sighting)
}

/// "he │ has previously been the │ Governor": whether nothing but a verb of being stands between somebody and an office.
fn is_said_of(passage: &Passage<'_>, subject: &Sighting, office: &Sighting) -> bool {
    const BEING: &Words = words!["became", "become", "been", "is", "remains", "was"];
    const WORDS: &Words = words![
        "a", "also", "an", "be", "became", "been", "briefly", "currently", "earlier", "first", "formerly",
        "had", "has", "her", "his", "is", "later", "most", "next", "now", "once", "presently", "previously",
        "recently", "remains", "second", "still", "subsequently", "the", "then", "third", "was", "who",
        "will",
    ];
    const MOST: usize = 8;
    // "will be his government’s │ Minister of Trade"
    let start = office.tokens.start;
    let is_owned = start > 1
        && passage.kind(start - 1) == TokenKind::Possessive
        && passage.kind(start - 2) == TokenKind::Lower;
    let between = subject.tokens.end..if is_owned { start - 2 } else { before_owner(passage, start) };
    let is_word = |at: usize| {
        passage.is_any(at, WORDS) || passage.kind(at) == TokenKind::Number && passage.word(at).ends_with("th")
    };
    may_be_subject(passage, subject)
        && (1..=MOST).contains(&between.len())
        && between.clone().all(is_word)
        && (between.clone().any(|at| passage.is_any(at, BEING))
            || passage.reads(subject.tokens.end, &["will", "be"]))
        && office.form == MentionForm::Role
        && !office.possessive
        && office.roles.iter().all(|role| {
            is_office(passage, role, true) && ends_alone(passage, role) && !is_membership(passage, role)
        })
}

/// How many owners of something may stand between an office and its holder.
const MOST_OWNERS: usize = 3;

/// "commissioner of the Presidential Commission": an office in small letters of a body in capitals.
fn is_of_body(passage: &Passage<'_>, role: &FoundRole) -> bool {
    let names_body = |mut body: Range<usize>| body.any(|at| passage.kind(at).is_capital());
    !role.weak && !role.plural && role.complement.clone().is_some_and(names_body)
}

/// Whether a verb of holding an office leads to an office that stands alone.
fn is_held(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    const ADVERBS: &Words = words!["currently", "formerly", "most", "now", "previously", "recently"];
    const BE: &Words = words!["been", "is", "was"];
    const HELD: &Words = words![
        "accrediting", "appointed", "designated", "elected", "elevated", "named", "nominated", "resign",
        "resigned", "resigning", "resigns", "retire", "retired", "retires", "retiring", "serve", "served",
        "serves", "serving", "step", "stepped", "stepping", "steps", "sworn", "work", "worked",
    ];
    const MOST: usize = 12;
    const MOST_IN_LIST: usize = 40;
    if !is_office_alone(passage, sighting) {
        return false;
    }
    let start = before_owner(passage, sighting.tokens.start);
    let Some(mut before) = start.checked_sub(1) else { return false };
    if passage.is(before, "as") {
        // "served as Envoy to Mali and Head of the Mission from 2014 to 2016, and as Governor"
        let goes_on = before.checked_sub(1).is_some_and(|and| passage.is(and, "and"));
        let most = if goes_on { MOST_IN_LIST } else { MOST };
        let start = before.saturating_sub(most).max(passage.sentence_of(before).start);
        return (start..before).any(|at| passage.is_any(at, HELD));
    }
    let mut adverbs = 0;
    while passage.is_any(before, ADVERBS) && before > 0 {
        before -= 1;
        adverbs += 1;
    }
    (adverbs > 0 || start < sighting.tokens.start) && passage.is_any(before, BE)
}

/// Whether a mention is an office that stands alone, and that one person holds.
fn is_office_alone(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    let is_office = |role: &FoundRole| {
        (role.is_of_one(passage) || is_of_body(passage, role)) && ends_alone(passage, role)
    };
    sighting.form == MentionForm::Role && !sighting.possessive && sighting.roles.iter().all(is_office)
}

/// Whether an office ends its phrase: "Minister Assisting │ the Treasurer" goes on.
fn ends_alone(passage: &Passage<'_>, role: &FoundRole) -> bool {
    ends_phrase(passage, role.tokens.end) && !passage.is(role.tokens.end, "the")
}

/// Whether an office follows another, and "and", in capitals and without an article.
fn is_joint(passage: &Passage<'_>, end: usize, office: &Sighting) -> bool {
    passage.is(end, "and")
        && office.tokens.start == end + 1
        && !passage.is(end + 1, "the")
        && is_office_alone(passage, office)
}

/// Where the owner of an office begins that stands before it: "is currently │ the Governor's Special Adviser".
fn before_owner(passage: &Passage<'_>, office: usize) -> usize {
    const MOST: usize = 5;
    let Some(mark) = office.checked_sub(1).filter(|&at| passage.kind(at) == TokenKind::Possessive) else {
        return office;
    };
    let is_word = |at: usize| passage.kind(at).is_capital() || passage.is_hyphen(at);
    let words = (mark.saturating_sub(MOST)..mark).rev().take_while(|&at| is_word(at)).count();
    let owner = mark - words;
    owner.checked_sub(1).filter(|&the| passage.is(the, "the")).unwrap_or(owner)
}

/// Whether the one who is mentioned last before an office in its sentence is the one that holds it.
fn may_hold(passage: &Passage<'_>, subject: &Sighting, office: &Sighting) -> bool {
    /// How far behind its subject an office may stand: a sentence may be as long as a story.
    const FARTHEST: usize = 80;
    let between = subject.tokens.end..office.tokens.start;
    if between.len() > FARTHEST {
        return false;
    }
    let sentence = passage.sentence_of(office.tokens.start);
    may_be_subject(passage, subject)
        && sentence.contains(&subject.tokens.start)
        && begins_clause(passage, subject, sentence.start)
        && !between.into_iter().any(|at| passage.is_mark(at, ';') || passage.is_mark(at, ':'))
}

/// Whether a mention is a name or a pronoun of whoever does something: "he", and not "him" or "his".
fn may_be_subject(passage: &Passage<'_>, mention: &Sighting) -> bool {
    let is_person = match mention.form {
        MentionForm::Name => true,
        MentionForm::Pronoun => !passage.is_any(mention.tokens.start, words!["him", "himself", "herself"]),
        _ => false,
    };
    is_person && !mention.possessive
}

/// Whether a mention is the subject of its sentence: nothing with a verb may stand before it.
fn begins_clause(passage: &Passage<'_>, subject: &Sighting, sentence: usize) -> bool {
    const MOST: usize = 6;
    // "has advised me that │ he │ will step down as"
    let follows_that = || {
        let that = subject.tokens.start.checked_sub(1);
        subject.form == MentionForm::Pronoun && that.is_some_and(|that| passage.is(that, "that"))
    };
    subject.tokens.start <= sentence
        || follows_that()
        || subject.tokens.start <= sentence + MOST
            && passage.is_mark(subject.tokens.start.saturating_sub(1), ',')
            && !passage.in_quote(subject.tokens.start)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn whoever_speaks_tells_the_own_office() {
        for text in [
            "“As a former Trade Minister, I welcome this,” said Senator Ann Hale.",
            "“As a former Trade Minister, I welcome this. It is good,” Senator Ann Hale said.",
            "Senator Ann Hale spoke. “As a former Trade Minister, I welcome this,” said Hale. “It is good.”",
        ] {
            assert_eq!(officials("AU", text), ["Ann Hale | Senator; Trade Minister | AU"], "{text}");
        }
        let none = "“As a friend of the Trade Minister, I welcome this,” said Senator Ann Hale.";
        assert_eq!(officials("AU", none).first().map(String::as_str), Some("Ann Hale | Senator | AU"));
    }

    #[test]
    fn whoever_steps_down_held_the_office() {
        for goes in ["will be stepping down as", "resigned as", "retires this week as"] {
            let text =
                format!("Peter Berg AO has advised me that he {goes} Secretary of the Department of Trade.");
            assert_eq!(
                officials("AU", &text),
                ["Peter Berg | Secretary of the Department of Trade | AU"],
                "{goes}"
            );
        }
    }

    #[test]
    fn whoever_served_under_somebody_held_the_office() {
        let text = "Assistant Secretary Rey Munsay had served during former president Ola Berg’s administration as \
                    commissioner of the Commission on Good Government.";
        assert_eq!(
            officials("PH", text),
            [
                "Rey Munsay | Assistant Secretary; commissioner of the Commission on Good Government | PH",
                "Ola Berg | president | PH"
            ]
        );
    }
    #[test]
    fn whoever_was_somebodys_envoy_held_that_office() {
        let text = "Mr. Thomas Wray spoke. He is currently the Secretary-General's Special Adviser for Energy. From 2018 to \
                    2019, he was the Governor's Special Representative and Head of the Harbour Commission. He served as \
                    Ambassador to Peru and Envoy to Chad from 2014 to 2016, and as Consul General in Houston.";
        assert_eq!(
            officials("US", text).first().map(String::as_str),
            Some(
                "Thomas Wray | Special Adviser for Energy; Special Representative; Head of the Harbour Commission; \
                 Ambassador to Peru; Envoy to Chad; Consul General in Houston | US"
            )
        );
    }

    #[test]
    fn what_somebody_is_or_was_is_their_office() {
        let text = "Mr Moses Kabuko was sworn in as Cabinet Secretary. Formerly, he was the Governor of Kiambu and MP for Juja. He will be his government’s Minister of Trade. She left following her role as Strategic Adviser to the Secretary of State. He said the visit was the President’s.";
        assert_eq!(
            officials("KE", text),
            ["Moses Kabuko | Cabinet Secretary; Governor of Kiambu; MP for Juja; Minister of Trade | KE"]
        );
    }

    #[test]
    fn a_member_of_a_society_is_no_official() {
        let text = "Mr Tom Brayn died. He was a Foundation Member of the Society of Collectors. Ms Ann Hale was a Member of the Legislative Council.";
        assert_eq!(officials("AU", text), ["Ann Hale | Member of the Legislative Council | AU"]);
    }
}
