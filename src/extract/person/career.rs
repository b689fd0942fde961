//! The offices that a sentence gives its subject further on: "She is a career officer and was most recently Consul
//! General in Houston", "he has served in Oslo and as Ambassador to Peru".

use std::ops::Range;

use super::Sighting;
use super::appositive::ends_phrase;
use crate::extract::passage::Passage;
use crate::extract::role::FoundRole;
use crate::extract::words::Words;
use crate::model::MentionForm;

/// Gives offices that stand alone after "was most recently", "served … as" and the like to the subject before them.
pub(super) fn join(passage: &Passage<'_>, found: &mut Vec<Sighting>) {
    if !found.iter().any(|sighting| is_held(passage, sighting)) {
        return;
    }
    let mut kept: Vec<Sighting> = Vec::with_capacity(found.len());
    for mut sighting in found.drain(..) {
        // "Virta served in President Berg’s government as Minister of Trade"
        let mut latest = kept.iter_mut().rev().take(MOST_OWNERS);
        let subject = latest
            .find(|subject| !subject.possessive)
            .filter(|subject| is_held(passage, &sighting) && may_hold(passage, subject, &sighting));
        match subject {
            Some(subject) => subject.roles.append(&mut sighting.roles),
            None => kept.push(sighting),
        }
    }
    *found = kept;
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
        "appointed",
        "elected",
        "named",
        "nominated",
        "serve",
        "served",
        "serves",
        "serving",
        "sworn",
        "work",
        "worked",
    ];
    const MOST: usize = 12;
    let is_office = sighting.roles.iter().all(|role| {
        // "Minister Assisting │ the Treasurer" goes on.
        (role.is_of_one(passage) || is_of_body(passage, role))
            && ends_phrase(passage, role.tokens.end)
            && !passage.is(role.tokens.end, "the")
    });
    if sighting.form != MentionForm::Role || !is_office {
        return false;
    }
    let Some(mut before) = sighting.tokens.start.checked_sub(1) else { return false };
    if passage.is(before, "as") {
        let start = before.saturating_sub(MOST).max(passage.sentence_of(before).start);
        return (start..before).any(|at| passage.is_any(at, HELD));
    }
    let mut adverbs = 0;
    while passage.is_any(before, ADVERBS) && before > 0 {
        before -= 1;
        adverbs += 1;
    }
    adverbs > 0 && passage.is_any(before, BE)
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
    let is_person = match subject.form {
        MentionForm::Name => true,
        MentionForm::Pronoun => !passage.is_any(subject.tokens.start, words!["him", "himself", "herself"]),
        _ => false,
    };
    is_person
        && !subject.possessive
        && sentence.contains(&subject.tokens.start)
        && begins_clause(passage, subject, sentence.start)
        && !between.into_iter().any(|at| passage.is_mark(at, ';') || passage.is_mark(at, ':'))
}

/// Whether a mention is the subject of its sentence: nothing with a verb may stand before it.
fn begins_clause(passage: &Passage<'_>, subject: &Sighting, sentence: usize) -> bool {
    const MOST: usize = 6;
    subject.tokens.start <= sentence
        || subject.tokens.start <= sentence + MOST
            && passage.is_mark(subject.tokens.start.saturating_sub(1), ',')
            && !passage.in_quote(subject.tokens.start)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

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
}
