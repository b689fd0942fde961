//! Who does what a verb says.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::delegation::is_delegation;
use super::super::lexicon::{Class, Frame, Tense};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::noun::is_noun;
use super::{coordinated, joined_verb, verb_at};
use crate::model::{MentionForm, Part};

/// Those who do what the verb at a token says: the people of the nearest phrase before it, or those of the
/// verb that it is joined to by "and".
pub(in crate::extract) fn subject<'a>(
    text: &'a Annotated<'_>,
    sentence: &Range<usize>,
    verb: usize,
) -> &'a [FoundPerson] {
    /// How many verbs may be joined to the first.
    const MOST_JOINED: usize = 4;
    match related_to(text, sentence, verb) {
        Related::Person(person) => return std::slice::from_ref(person),
        Related::Others => return &[],
        Related::Nobody => {}
    }
    let mut first = verb;
    for _ in 0..MOST_JOINED {
        let Some(earlier) = joined_verb(&text.passage, sentence, first) else { break };
        first = earlier;
    }
    let of_first = if first < verb { nearest_subject(text, sentence, first) } else { &[] };
    // "They laid flowers at the grave of A and called on B": nobody knows who they are.
    if first < verb && of_first.is_empty() && text.passage.is_any(sentence.start, words!["they", "we"]) {
        return &[];
    }
    let subject = if of_first.is_empty() { nearest_subject(text, sentence, verb) } else { of_first };
    let is_of_others = is_for_others(text, subject, verb) || has_pronoun_between(text, subject, verb);
    if subject.is_empty() || !is_of_others { subject } else { &[] }
}

/// Those of the main clause that follows "During a visit to Kenya …", "While in Kenya …": the people who come
/// first in it and are no objects of a preposition.
pub(in crate::extract) fn subject_after<'a>(
    text: &'a Annotated<'_>,
    sentence: &Range<usize>,
    from: usize,
) -> &'a [FoundPerson] {
    const REACH: usize = 60;
    const INTRODUCES: &Words = words![
        "during", "on", "in", "at", "following", "after", "before", "ahead", "while", "as", "for", "to",
        "concluding", "accompanied", "upon", "amid", "prior", "speaking", "meeting", "receiving", "hosting",
        "welcoming", "visiting", "arriving", "touring", "having",
    ];
    // "Chairing the session in Oslo, the Minister said"
    let opens = || text.passage.trigger(sentence.start).is_some_and(|verb| verb.tense == Tense::Ing);
    if !(sentence.start..from).take(3).any(|at| text.passage.is_any(at, INTRODUCES)) && !opens() {
        return &[];
    }
    let after = within(&text.people, from..sentence.end.min(from + REACH));
    let mut first = 0;
    while let Some(person) = after.get(first) {
        // A list ends with the person after its "and", if it has one.
        let (mut last, mut reached) = (first, first);
        while let (Some(person), Some(next)) = (after.get(reached), after.get(reached + 1))
            && coordinated(&text.passage, person.tokens.end, next.tokens.start)
            && !next.possessive
        {
            reached += 1;
            if is_joined_by_word(&text.passage, person.tokens.end..next.tokens.start) {
                last = reached;
                break;
            }
        }
        if is_subject(text, person, usize::MAX) {
            return after.get(first..=last).unwrap_or_default();
        }
        first = last + 1;
    }
    &[]
}

fn nearest_subject<'a>(text: &'a Annotated<'_>, sentence: &Range<usize>, verb: usize) -> &'a [FoundPerson] {
    let before = within(&text.people, sentence.start..verb);
    let mut end = before.len();
    while let Some(last) =
        before.get(..end).and_then(|open| open.iter().rposition(|person| is_subject(text, person, verb)))
    {
        // "The Minister and her Serbian counterpart": whose counterpart it is stands between them.
        let with_owner = |index: usize| {
            let pair = index.checked_sub(1).and_then(|owner| before.get(owner..=index));
            let is_owned = matches!(pair, Some([owner, owned]) if is_owner_of(&text.passage, owner, owned));
            let other = index.checked_sub(2).and_then(|other| before.get(other));
            let goes_on = |owner: &FoundPerson| {
                other.is_some_and(|other| coordinated(&text.passage, other.tokens.end, owner.tokens.start))
            };
            if is_owned && pair.and_then(<[FoundPerson]>::first).is_some_and(goes_on) {
                index - 1
            } else {
                index
            }
        };
        let mut first = with_owner(last);
        let is_listed = |previous: &FoundPerson, person: &FoundPerson, is_last: bool| {
            is_joined_by_word(&text.passage, previous.tokens.end..person.tokens.start)
                // "At the invitation of A, B and C will visit": a comma parts A from the list; "A, B and several ministers"
                // "Ministers A and B, Senator C Leave for Kenya": a headline leaves out the last "and".
                || is_subject(text, previous, verb)
                    && (!is_last
                        || text.passage.part == Part::Headline && first_of_all(previous, before)
                        || goes_on_to_others(&text.passage, person.tokens.end, verb))
        };
        while let Some(index) = first.checked_sub(1)
            && let (Some(previous), Some(person)) = (before.get(index), before.get(first))
            && coordinated(&text.passage, previous.tokens.end, person.tokens.start)
            && !previous.possessive
            && is_listed(previous, person, first == last)
        {
            first = with_owner(index);
        }
        // Of "the invitation of A and B" B is no subject either.
        if before.get(first).is_some_and(|person| is_subject(text, person, verb)) {
            let said = before.get(last).is_some_and(|person| tells_of_others(text, person.tokens.end, verb));
            return if said { &[] } else { before.get(first..=last).unwrap_or_default() };
        }
        end = first;
    }
    &[]
}

/// A person who is no possessor and no object of a preposition.
fn is_subject(text: &Annotated<'_>, person: &FoundPerson, verb: usize) -> bool {
    const GOVERNS: &Words =
        words!["with", "by", "to", "for", "of", "from", "between", "at", "on", "alongside", "against"];
    let passage = &text.passage;
    let start = person.tokens.start;
    // "by the President", "by her host President A"
    const ARTICLES: &Words = words!["the", "his", "her", "their"];
    let governor = start
        .checked_sub(1)
        .map(|before| if passage.is_any(before, ARTICLES) { before.saturating_sub(1) } else { before });
    // A delegation does what whoever leads it does.
    let leads = |by: usize| {
        passage.is(by, "by")
            && by
                .checked_sub(1)
                .is_some_and(|before| passage.is_any(before, words!["chaired", "headed", "led"]))
    };
    // "President A, in his capacity as Chair of the Union, visited"
    let is_capacity = |before: usize| {
        passage.is(before, "as") && before > 0 && passage.is_any(before - 1, words!["capacity", "role"])
    };
    let governed = governor.is_some_and(|before| {
        (passage.is_any(before, GOVERNS) || is_capacity(before))
            && passage.sentence_of(start).contains(&before)
            && !leads(before)
            && !(passage.is(before, "with") && begins_absolute(passage, person.tokens.end, verb))
    });
    let verb_before = start.checked_sub(1).filter(|&before| passage.kind(before) == TokenKind::Lower);
    let is_object = verb_before.is_some_and(|before| {
        let found = passage.trigger(before);
        found.is_some_and(|verb| verb.tense != Tense::Noun && verb.frame != Frame::Say)
            && !is_noun(passage, before, Tense::Base)
            && !is_seen_doing(passage, before, person.tokens.end)
            && !(0..2).any(|next| passage.is(person.tokens.end + next, "who"))
    });
    let is_object_pronoun =
        passage.is_any(start, words!["him", "her", "his"]) && person.form == MentionForm::Pronoun;
    !person.possessive
        && !governed
        && !is_object
        && !is_object_pronoun
        && person.tokens.end <= verb
        && !is_company(passage, person, verb)
}

/// "A, accompanied by the Sergeant Major, │ B │, wrapped up a trip": whoever is with the one who does it, between commas.
fn is_company(passage: &Passage<'_>, person: &FoundPerson, verb: usize) -> bool {
    const REACH: usize = 16;
    let start = person.tokens.start;
    if verb == usize::MAX || !passage.is_mark(person.tokens.end, ',') {
        return false;
    }
    let first = start.saturating_sub(REACH).max(passage.sentence_of(start).start);
    (first..start.saturating_sub(1))
        .any(|at| passage.is_mark(at, ',') && passage.reads(at + 1, &["accompanied", "by"]))
}

/// "The visit will see the Minister meet A": whoever is seen to do something does it.
fn is_seen_doing(passage: &Passage<'_>, sees: usize, end: usize) -> bool {
    passage.is_any(sees, words!["see", "sees", "saw", "seen"])
        && verb_at(passage, end).is_some_and(|verb| verb.tense == Tense::Base)
}

/// "with President A holding bilateral talks with B": what stands after "with" is a clause without a finite verb.
fn begins_absolute(passage: &Passage<'_>, end: usize, verb: usize) -> bool {
    /// How many words may stand between its verb and a noun that tells what is done.
    const MOST: usize = 4;
    (end..end + MOST).contains(&verb)
        && passage.kind(end) == TokenKind::Lower
        && passage.word(end).ends_with("ing")
}

/// Whether more than a comma joins two people: in "Accompanied by A, B visited C" it does not.
fn is_joined_by_word(passage: &Passage<'_>, mut between: Range<usize>) -> bool {
    between.any(|at| passage.is_any(at, words!["and", "&", "with", "as"]) || passage.is_mark(at, '&'))
}

/// Whether a possessive pronoun stands right before somebody: "her counterpart", "his wife A".
fn is_owner_of(passage: &Passage<'_>, owner: &FoundPerson, person: &FoundPerson) -> bool {
    let end = owner.tokens.end;
    let of_family = usize::from(passage.is_any(end, words!["wife", "husband", "spouse", "partner"]));
    let is_pronoun = owner.form == MentionForm::Pronoun && end + of_family == person.tokens.start;
    // "the President’s │ Secretary B"
    let holds_office = passage.kind(end) == TokenKind::Possessive && end + 1 == person.tokens.start;
    owner.possessive && (is_pronoun || holds_office)
}

/// Whether nobody stands before somebody but those of the same list.
fn first_of_all(person: &FoundPerson, before: &[FoundPerson]) -> bool {
    const MOST: usize = 4;
    before.iter().take(MOST).any(|found| found.tokens == person.tokens)
}

/// Whether a list of people ends in others without a name, or in those with them: "A, B and several cabinet ministers", "A,
/// B, along with C,".
fn goes_on_to_others(passage: &Passage<'_>, from: usize, verb: usize) -> bool {
    const MOST: usize = 6;
    let and = from + usize::from(passage.is_mark(from, ','));
    let others = and + 1..verb.min(and + 1 + MOST);
    if passage.is_any(and, words!["accompanied", "along", "together"])
        && passage.is_any(and + 1, words!["by", "with"])
    {
        return true;
    }
    passage.is(and, "and")
        && !others.is_empty()
        && others.clone().all(|at| passage.kind(at) == TokenKind::Lower)
        && others.clone().any(|at| passage.has(at, Class::People) || passage.has(at, Class::Role))
}

/// "The Minister announced that a party of scientists arrived": the verb after "that" has a subject of its own.
fn tells_of_others(text: &Annotated<'_>, from: usize, verb: usize) -> bool {
    const REACH: usize = 40;
    const SAID: usize = 4;
    let passage = &text.passage;
    let earliest = from.max(verb.saturating_sub(REACH));
    let that = (earliest..verb).rev().find(|&at| passage.is(at, "that"));
    that.is_some_and(|that| {
        let is_said = |at: usize| verb_at(passage, at).is_some_and(|verb| verb.frame == Frame::Say);
        let mut subject = that + 1..verb;
        verb_at(passage, verb).is_some()
            && (that.saturating_sub(SAID).max(from)..that).any(is_said)
            && subject.any(|at| {
                passage.has(at, Class::People)
                    || passage.has(at, Class::Organisation)
                    || is_delegation(passage, at)
            })
    })
}

/// Auxiliaries, and words of time between them and their verb.
pub(super) const BEFORE_VERB: &Words = words![
    "will", "shall", "would", "has", "have", "had", "is", "are", "was", "were", "be", "been", "also", "then",
    "later", "recently", "earlier", "to", "now", "just", "again",
];

/// "I thank Ms Berg as she departs": a pronoun of which nobody knows whom it means does what the verb says.
fn has_pronoun_between(text: &Annotated<'_>, subject: &[FoundPerson], verb: usize) -> bool {
    let end = subject.last().map_or(verb, |person| person.tokens.end);
    let last = (end..verb).rev().find(|&at| !text.passage.is_any(at, BEFORE_VERB));
    // "King Ivo I met": a number.
    let is_author = |at: usize| text.passage.is(at, "i") && at > end;
    last.is_some_and(|at| {
        text.passage.is_any(at, words!["he", "she", "it", "we", "you", "they"]) || is_author(at)
    })
}

/// "The Secretary asked the Inspectorate to visit every force": what somebody has others do is not done by them.
fn is_for_others(text: &Annotated<'_>, subject: &[FoundPerson], verb: usize) -> bool {
    const CAUSES: &Words = words![
        "allowed", "asked", "asking", "authorised", "authorized", "commissioned", "directed", "enabled",
        "encouraged", "instructed", "invited", "inviting", "ordered", "requested", "tasked", "told", "urged",
    ];
    const MOST_OTHERS: usize = 16;
    let passage = &text.passage;
    let Some(to) = verb.checked_sub(1).filter(|&to| passage.is(to, "to")) else { return false };
    let after = subject.last().map_or(0, |person| person.tokens.end);
    let causes = (to.saturating_sub(MOST_OTHERS).max(after)..to).find(|&at| passage.is_any(at, CAUSES));
    causes.is_some_and(|at| {
        at + 1 < to
            && !passage.is_any(at + 1, words!["for", "by", "about", "after", "before", "on", "in", "when"])
            && !(at..to).any(|at| passage.is_mark(at, ',') || passage.is(at, "and"))
    })
}

/// The person of "met the Minister, who had come to Moscow": whom a "who" right before the verb goes back to.
fn related_to<'a>(text: &'a Annotated<'_>, sentence: &Range<usize>, verb: usize) -> Related<'a> {
    const REACH: usize = 8;
    /// "who is due on a three-day working visit", "who today visited", "who was paying his first visit"
    const OF_VISIT: &Words = words![
        "currently", "due", "today", "yesterday", "on", "in", "a", "an", "official", "state", "working",
        "private", "one", "two", "three", "four", "five", "-", "day", "his", "her", "first", "paying",
        "paid", "pays", "pay", "making", "made", "makes", "make", "undertaking", "undertook",
    ];
    let passage = &text.passage;
    let is_between = |at: usize| passage.is_any(at, BEFORE_VERB) || passage.is_any(at, OF_VISIT);
    let earliest = verb.saturating_sub(REACH).max(sentence.start);
    let start = (earliest..verb).rev().find(|&at| !is_between(at));
    // "chaired a meeting which called on the troops": no person does that. A delegation may.
    let is_thing = |which: usize| {
        let noun = which.checked_sub(1).filter(|&noun| passage.kind(noun) == TokenKind::Lower);
        passage.is(which, "which") && noun.is_some_and(|noun| !is_delegation(passage, noun))
    };
    if start.is_some_and(is_thing) {
        return Related::Others;
    }
    let start = start.map(|at| who_before(text, sentence, at).unwrap_or(at));
    let Some(who) = start.filter(|&at| passage.is(at, "who")) else { return Related::Nobody };
    let before = within(&text.people, sentence.start..who);
    let is_next = |person: &FoundPerson| {
        !person.possessive
            && person.tokens.end + 2 >= who
            && (person.tokens.end..who).all(|at| passage.is_mark(at, ',') || passage.is_mark(at, ')'))
    };
    if let Some(person) = before.last().filter(|person| is_next(person)) {
        return Related::Person(person);
    }
    // "thanked A for sending 140 firefighters, who are due in Halifax"
    let noun = who.checked_sub(1 + usize::from(passage.is_mark(who.saturating_sub(1), ',')));
    let is_group = noun.is_some_and(|at| {
        passage.kind(at) == TokenKind::Lower
            && passage.has(at, Class::People)
            && passage.word(at).ends_with('s')
    });
    if is_group { Related::Others } else { Related::Nobody }
}

/// The "who" of "who was paying a visit to Kenya │ after a trip to Oslo", of whom no other is told in between.
fn who_before(text: &Annotated<'_>, sentence: &Range<usize>, link: usize) -> Option<usize> {
    const REACH: usize = 16;
    let passage = &text.passage;
    let near = link.saturating_sub(REACH).max(sentence.start)..link;
    let who = near.rev().find(|&at| passage.is(at, "who"))?;
    let is_alone = within(&text.people, who..link).is_empty()
        && !(who..link).any(|at| passage.is_mark(at, ',') || passage.is(at, "and"));
    (passage.is_any(link, words!["after", "following", "before"]) && is_alone).then_some(who)
}

/// Whom a "who" before a verb goes back to.
enum Related<'a> {
    Person(&'a FoundPerson),
    /// People without a name.
    Others,
    /// No "who" stands there, or nobody can tell.
    Nobody,
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn a_list_may_end_with_those_who_come_along() {
        let text = "Governor Aino Virta, Senator Jari Horn, Commissioner Ola Berg, along with Director Ida Lind, visited Kenya.";
        let told = visits("FI", text);
        assert!(told[0].starts_with("Aino Virta + Jari Horn + Ola Berg"), "{told:?}");
    }

    #[test]
    fn what_a_meeting_does_its_chair_does_not() {
        let text =
            "Minister Aino Virta chaired a meeting which called on troops fighting the rebels in Kenya.";
        assert_eq!(visits("FI", text), [""; 0]);
        let text = "Minister Aino Virta led the delegation which visited Kenya.";
        assert_eq!(visits("FI", text), ["Aino Virta -> KE completed"]);
    }

    #[test]
    fn whom_a_visit_sees_do_something_does_it() {
        for verb in ["will see", "saw"] {
            let text =
                format!("The visit {verb} Foreign Minister Aino Virta meet President Ivo Novak of Serbia.");
            assert_eq!(meetings("FI", &text).len(), 1, "{text}");
        }
        let told =
            meetings("FI", "Foreign Minister Aino Virta saw President Ivo Novak of Serbia as a friend.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn who_goes_along_does_not_do_what_the_sentence_tells() {
        let told = visits(
            "FI",
            "General Aino Virta, commander of the Navy, accompanied by her adviser, Army Sergeant Major Jari Horn, wrapped up a trip to Kenya.",
        );
        assert!(told.iter().all(|told| told.starts_with("Aino Virta")) && !told.is_empty(), "{told:?}");
        let told = visits("FI", "Accompanied by Minister Jari Horn, President Aino Virta visited Kenya.");
        assert!(told.iter().all(|told| told.starts_with("Aino Virta")) && !told.is_empty(), "{told:?}");
    }
}
