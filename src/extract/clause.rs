//! Clauses: who does it, to whom, and where it ends.

use std::ops::Range;

use super::annotated::{Annotated, FoundPerson, within};
use super::features::Features;
use super::lexicon::{self, Class, Frame, Tense, Trigger};
use super::passage::{Match, Passage};
use super::token::TokenKind;
use super::words::Words;
use crate::model::{MentionForm, Part};

/// A verb or noun that an event hangs on, in its sentence.
#[derive(Debug, Clone)]
pub(super) struct Hook {
    pub(super) tokens: Range<usize>,
    pub(super) trigger: Trigger,
    /// Its sentence, of which no more is looked at than [`MOST_OF_SENTENCE`] to either side.
    pub(super) sentence: Range<usize>,
}

/// How many tokens of a sentence are looked at before and after a verb or noun. Real sentences are shorter.
const MOST_OF_SENTENCE: usize = 400;

/// The triggers of a passage, in the order of the text.
pub(super) fn hooks(passage: &Passage<'_>) -> Vec<Hook> {
    let mut hooks = Vec::new();
    for sentence in passage.sentences_with(Features::classes(&[Class::Trigger])) {
        let mut at = sentence.start;
        while at < sentence.end {
            let found = passage.longest(at, Class::Trigger);
            match found.and_then(|found| Some((found.len, lexicon::trigger(found.entry.value)?))) {
                Some((len, _)) if is_in_name(passage, at, found) || is_other_word(passage, at) => at += len,
                Some((len, mut trigger)) => {
                    if is_noun(passage, at, trigger.tense) {
                        trigger.tense = Tense::Noun;
                    }
                    let tokens = at..at + len;
                    let sentence = sentence.start.max(at.saturating_sub(MOST_OF_SENTENCE))
                        ..sentence.end.min(tokens.end + MOST_OF_SENTENCE);
                    hooks.push(Hook { tokens, trigger, sentence });
                    at += len;
                }
                None => at += 1,
            }
        }
    }
    hooks
}

/// "is most welcome", "the final go-ahead": words that look like a verb and are none.
fn is_other_word(passage: &Passage<'_>, at: usize) -> bool {
    let before = |words: &Words| at.checked_sub(1).is_some_and(|before| passage.is_any(before, words));
    // "talks with her host, President A"
    let is_host = passage.is(at, "host")
        && (before(words!["his", "her", "their", "its"])
            || before(words!["the"]) && passage.is_mark(at + 1, ','));
    is_host
        // "is at present a lecturer at the university"
        || passage.is(at, "present") && before(words!["at"])
        || passage.is(at, "welcome")
            && before(words!["be", "is", "are", "was", "were", "most", "very", "always", "more"])
        || passage.is(at, "go") && (before(words!["the", "final", "a"]) || passage.is(at + 1, "ahead"))
}

/// "the Olkaria Power Plant": a noun in a name is no verb.
fn is_in_name(passage: &Passage<'_>, at: usize, found: Option<Match>) -> bool {
    let acts = found.and_then(|found| lexicon::trigger(found.entry.value));
    let follows_name = at.checked_sub(1).is_some_and(|before| passage.kind(before) == TokenKind::Capital);
    matches!(passage.part, Part::Block(_))
        && passage.kind(at) == TokenKind::Capital
        && follows_name
        && acts.is_some_and(|trigger| trigger.frame == Frame::Engage && trigger.tense == Tense::Base)
}

/// Words after which a form such as "visit" is a noun: articles, owners, and what visits and talks are like.
const BEFORE_NOUN: &Words = words![
    "a",
    "an",
    "the",
    "his",
    "her",
    "their",
    "its",
    "our",
    "my",
    "this",
    "that",
    "these",
    "any",
    "no",
    "first",
    "second",
    "third",
    "last",
    "next",
    "official",
    "state",
    "working",
    "private",
    "courtesy",
    "recent",
    "forthcoming",
    "upcoming",
    "future",
    "planned",
    "day",
    "week",
    "historic",
    "bilateral",
    "trilateral",
    "quadrilateral",
    "ministerial",
    "virtual",
    "previous",
    "of",
    "during",
    "for",
    "on",
    "two",
    "three",
    "four",
    "several",
    "short",
    "brief",
    "surprise",
    "unannounced",
    "inaugural",
    "maiden",
    "final",
    "successful",
    "productive",
    "return",
    "regional",
    "overseas",
    "foreign",
    "separate",
    "joint",
    "introductory",
    "telephone",
    "phone",
    "video",
    "high",
    "level",
    "extensive",
    "further",
    "constructive",
    "cordial",
    "fruitful",
    "royal",
    "ongoing",
    "annual",
    "presidential",
];

/// "the visit", "his visit", "'s visit", "official visit", "Visit to": the word is a noun there.
fn is_noun(passage: &Passage<'_>, at: usize, tense: Tense) -> bool {
    if tense == Tense::Past {
        return false;
    }
    let before = at.checked_sub(1);
    let follows = |words: &Words| before.is_some_and(|before| passage.is_any(before, words));
    let possessive = before.is_some_and(|before| passage.kind(before) == TokenKind::Possessive);
    // "during visiting" is no English, and "on meeting her" is.
    let is_gerund = tense == Tense::Ing && follows(words!["on", "of", "for"]);
    let capital_noun = matches!(tense, Tense::Base | Tense::Ing)
        && passage.kind(at).is_capital()
        && passage.is_any(at + 1, words!["to", "of", "by", "with"])
        && !follows(words!["to", "will", "shall", "would", "may", "and", "not"]);
    // "held a fruitful meeting with"
    let is_meeting = tense == Tense::Ing
        && passage.is(at, "meeting")
        && passage.is_any(at + 1, words!["with", "of", "between", "in", "at", "on"]);
    let described = (tense == Tense::Base || is_meeting) && is_described(passage, at);
    // "will first visit Tokyo"
    let is_ordered = follows(words!["first", "next", "second"])
        && at >= 2
        && passage.is_any(at - 2, words!["will", "shall", "to", "then"]);
    if is_ordered {
        return false;
    }
    (possessive || follows(BEFORE_NOUN)) && !is_gerund || capital_noun || described
}

/// "a day-long visit", "his much awaited visit": an article stands before the words that describe it.
fn is_described(passage: &Passage<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    const ARTICLES: &Words = words!["a", "an", "his", "her", "their", "its"];
    const LINKS: &Words =
        words!["to", "and", "or", "will", "who", "that", "not", "of", "in", "for", "with", "at", "on"];
    let between = |at: usize| {
        passage.is_hyphen(at) || passage.kind(at) == TokenKind::Lower && !passage.is_any(at, LINKS)
    };
    let before = at.saturating_sub(REACH)..at;
    let article = before.rev().find(|&at| passage.is_any(at, ARTICLES) || !between(at));
    article.is_some_and(|article| {
        article + 1 < at
            && passage.is_any(article, ARTICLES)
            && !(article + 1..at).any(|at| passage.has(at, Class::People) || passage.has(at, Class::Role))
    })
}

/// Whether a past participle tells what was done to its subject: "was warmly received by".
pub(super) fn is_passive(passage: &Passage<'_>, hook: &Hook) -> bool {
    const BE: &Words = words!["is", "are", "was", "were", "be", "been", "being", "am"];
    let mut before = hook.tokens.start;
    while let Some(at) = before.checked_sub(1).filter(|&at| at >= hook.sentence.start) {
        let is_adverb =
            passage.word(at).ends_with("ly") || passage.is_any(at, words!["also", "then", "later"]);
        if !is_adverb {
            return hook.trigger.tense == Tense::Past && passage.is_any(at, BE);
        }
        before = at;
    }
    false
}

/// Those who do what the verb at a token says: the people of the nearest phrase before it, or those of the
/// verb that it is joined to by "and".
pub(super) fn subject<'a>(
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
    let subject = if of_first.is_empty() { nearest_subject(text, sentence, verb) } else { of_first };
    let is_of_others = is_for_others(text, subject, verb) || has_pronoun_between(text, subject, verb);
    if subject.is_empty() || !is_of_others { subject } else { &[] }
}

/// "I thank Ms Berg as she departs": a pronoun of which nobody knows whom it means does what the verb says.
fn has_pronoun_between(text: &Annotated<'_>, subject: &[FoundPerson], verb: usize) -> bool {
    const BETWEEN: &Words = words![
        "will", "shall", "would", "has", "have", "had", "is", "are", "was", "were", "be", "been", "also",
        "then", "later", "recently", "earlier", "to", "now", "just", "again",
    ];
    let end = subject.last().map_or(verb, |person| person.tokens.end);
    let last = (end..verb).rev().find(|&at| !text.passage.is_any(at, BETWEEN));
    last.is_some_and(|at| text.passage.is_any(at, words!["he", "she", "it", "you"]))
}

/// "The Secretary asked the Inspectorate to visit every force": what somebody has others do is not done by them.
fn is_for_others(text: &Annotated<'_>, subject: &[FoundPerson], verb: usize) -> bool {
    const CAUSES: &Words = words![
        "allowed",
        "asked",
        "asking",
        "authorised",
        "authorized",
        "commissioned",
        "directed",
        "enabled",
        "encouraged",
        "instructed",
        "invited",
        "inviting",
        "ordered",
        "requested",
        "tasked",
        "told",
        "urged",
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
    const BETWEEN: &Words = words![
        "will",
        "shall",
        "would",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "also",
        "then",
        "later",
        "recently",
        "currently",
        "earlier",
        "to",
        "due",
        "just",
        "today",
        "yesterday",
        "on",
        "a",
        "an",
        "official",
        "state",
        "working",
        "private",
        "one",
        "two",
        "three",
        "four",
        "five",
        "-",
        "day",
    ];
    let passage = &text.passage;
    let earliest = verb.saturating_sub(REACH).max(sentence.start);
    let start = (earliest..verb).rev().find(|&at| !passage.is_any(at, BETWEEN));
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

/// Whom a "who" before a verb goes back to.
enum Related<'a> {
    Person(&'a FoundPerson),
    /// People without a name.
    Others,
    /// No "who" stands there, or nobody can tell.
    Nobody,
}

/// The verb that "and" joins the one at a token to: "will" of "will meet the mayor and visit a school".
pub(super) fn joined_verb(passage: &Passage<'_>, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    const BEFORE_VERB: &Words = words![
        "will",
        "shall",
        "also",
        "then",
        "later",
        "subsequently",
        "afterwards",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "be",
    ];
    const REACH: usize = 60;
    let mut start = verb;
    while let Some(before) = start.checked_sub(1).filter(|&before| passage.is_any(before, BEFORE_VERB)) {
        start = before;
    }
    let and = start.checked_sub(1).filter(|&and| sentence.contains(&and) && passage.is(and, "and"))?;
    let tense = verb_at(passage, verb)?.tense;
    (and.saturating_sub(REACH).max(sentence.start)..and).rev().find(|&at| {
        let is_related =
            at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["who", "which"]));
        let is_auxiliary = tense == Tense::Base && passage.is_any(at, words!["will", "shall"]);
        let is_verb =
            verb_at(passage, at).is_some_and(|earlier| earlier.tense == tense && tense != Tense::Base);
        passage.kind(at) == TokenKind::Lower && (is_auxiliary || is_verb) && !is_related
    })
}

/// The verb that begins at a token, if the lexicon knows one there.
fn verb_at(passage: &Passage<'_>, at: usize) -> Option<Trigger> {
    let trigger =
        passage.longest(at, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value))?;
    (trigger.tense != Tense::Noun && !is_noun(passage, at, trigger.tense)).then_some(trigger)
}

fn nearest_subject<'a>(text: &'a Annotated<'_>, sentence: &Range<usize>, verb: usize) -> &'a [FoundPerson] {
    let before = within(&text.people, sentence.start..verb);
    let mut end = before.len();
    while let Some(last) =
        before.get(..end).and_then(|open| open.iter().rposition(|person| is_subject(text, person, verb)))
    {
        let mut first = last;
        // "The Minister and her Serbian counterpart": whose counterpart it is stands between them.
        if let Some([other, owner, person]) = last.checked_sub(2).and_then(|other| before.get(other..=last))
            && is_owner_of(owner, person)
            && coordinated(&text.passage, other.tokens.end, owner.tokens.start)
        {
            first = last - 1;
        }
        let is_listed = |previous: &FoundPerson, person: &FoundPerson, is_last: bool| {
            is_joined_by_word(&text.passage, previous.tokens.end..person.tokens.start)
                // "At the invitation of A, B and C will visit": a comma parts A from the list; "A, B and several ministers"
                || is_subject(text, previous, verb)
                    && (!is_last || goes_on_to_others(&text.passage, person.tokens.end, verb))
        };
        while let Some(index) = first.checked_sub(1)
            && let (Some(previous), Some(person)) = (before.get(index), before.get(first))
            && coordinated(&text.passage, previous.tokens.end, person.tokens.start)
            && !previous.possessive
            && is_listed(previous, person, first == last)
        {
            first = index;
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

/// Whether a possessive pronoun stands right before somebody: "her counterpart".
fn is_owner_of(owner: &FoundPerson, person: &FoundPerson) -> bool {
    owner.possessive && owner.form == MentionForm::Pronoun && owner.tokens.end == person.tokens.start
}

/// Whether a list of people ends in others without a name: "A, B and several cabinet ministers".
fn goes_on_to_others(passage: &Passage<'_>, from: usize, verb: usize) -> bool {
    const MOST: usize = 6;
    let and = from + usize::from(passage.is_mark(from, ','));
    let others = and + 1..verb.min(and + 1 + MOST);
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
            && subject.any(|at| passage.has(at, Class::People) || passage.has(at, Class::Organisation))
    })
}

/// Whether more than a comma joins two people: in "Accompanied by A, B visited C" it does not.
fn is_joined_by_word(passage: &Passage<'_>, mut between: Range<usize>) -> bool {
    between.any(|at| passage.is_any(at, words!["and", "&", "with", "as"]) || passage.is_mark(at, '&'))
}

/// Those of the main clause that follows "During a visit to Kenya …", "While in Kenya …": the people who come
/// first in it and are no objects of a preposition.
pub(super) fn subject_after<'a>(
    text: &'a Annotated<'_>,
    sentence: &Range<usize>,
    from: usize,
) -> &'a [FoundPerson] {
    const REACH: usize = 60;
    const INTRODUCES: &Words = words![
        "during",
        "on",
        "in",
        "at",
        "following",
        "after",
        "before",
        "ahead",
        "while",
        "as",
        "for",
        "to",
        "concluding",
        "accompanied",
        "upon",
        "amid",
        "prior",
        "speaking",
        "visiting",
        "arriving",
        "touring",
    ];
    if !(sentence.start..from).take(3).any(|at| text.passage.is_any(at, INTRODUCES)) {
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
            && by.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["led", "headed"]))
    };
    let governed = governor.is_some_and(|before| {
        passage.is_any(before, GOVERNS) && passage.sentence_of(start).contains(&before) && !leads(before)
    });
    let verb_before = start.checked_sub(1).filter(|&before| passage.kind(before) == TokenKind::Lower);
    let is_object = verb_before.is_some_and(|before| {
        let found =
            passage.longest(before, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value));
        found.is_some_and(|verb| verb.tense != Tense::Noun && verb.frame != Frame::Say)
            && !is_noun(passage, before, Tense::Base)
            && !(0..2).any(|next| passage.is(person.tokens.end + next, "who"))
    });
    let is_object_pronoun =
        passage.is_any(start, words!["him", "her", "his"]) && person.form == MentionForm::Pronoun;
    !person.possessive && !governed && !is_object && !is_object_pronoun && person.tokens.end <= verb
}

/// Whether only commas, "and" and the like stand between two tokens.
pub(super) fn coordinated(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    let from = after_country(passage, from);
    from <= to
        && to - from <= 4
        && (from..to).all(|at| {
            passage.is_any(at, words!["and", "&", "the", "as", "well", "with", "then", "together", "along"])
                || passage.is_mark(at, ',')
                || passage.is_mark(at, '&')
        })
}

/// The token after the country in brackets that stands beside a name: "Ana Berg (Norway) and".
fn after_country(passage: &Passage<'_>, from: usize) -> usize {
    let country = Some(from + 1).filter(|_| passage.is_mark(from, '('));
    let found = country.and_then(|country| passage.longest(country, Class::Country));
    let close = found.map(|found| from + 1 + found.len).filter(|&close| passage.is_mark(close, ')'));
    close.map_or(from, |close| close + 1)
}

/// Where the clause of a verb ends: at the end of the sentence, a semicolon, or where another verb begins.
pub(super) fn clause_end(passage: &Passage<'_>, sentence: &Range<usize>, from: usize) -> usize {
    let mut depth = 0_usize;
    for at in from..sentence.end {
        match passage.kind(at) {
            TokenKind::Mark(';' | ':' | '—' | '–' | '.') => return at,
            TokenKind::Mark('(') => depth += 1,
            TokenKind::Mark(')') if depth > 0 => depth -= 1,
            TokenKind::Mark(')') => return at,
            _ => {}
        }
        if at > from && depth == 0 && begins_clause(passage, at) {
            return at;
        }
    }
    sentence.end
}

/// "where", "who", "to discuss", "and laid": another clause begins.
fn begins_clause(passage: &Passage<'_>, at: usize) -> bool {
    const OPENERS: &Words = words![
        "where", "who", "which", "when", "while", "after", "before", "because", "during", "as", "but",
        "ahead",
    ];
    if passage.is_any(at, OPENERS) {
        return !(passage.is(at, "as") && passage.is(at + 1, "well"));
    }
    let finite = |at: usize| {
        let trigger =
            passage.longest(at, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value));
        let is_verb = trigger
            .is_some_and(|trigger| trigger.tense != Tense::Noun && !is_noun(passage, at, trigger.tense));
        is_verb
            || passage.kind(at) == TokenKind::Lower && passage.word(at).ends_with("ed")
            || passage.is_any(at, OTHER_VERBS)
    };
    let joined = passage.is(at, "and") || passage.is(at, "to") || passage.is_mark(at, ',');
    joined
        && (finite(at + 1)
            || passage.is(at + 1, "will")
            || passage.is(at, "to") && is_infinitive(passage, at + 1))
}

/// Verbs of past time that do not end in "ed" and are no triggers.
const OTHER_VERBS: &Words = words![
    "laid", "saw", "gave", "took", "held", "led", "made", "paid", "went", "came", "had", "has", "is", "was",
    "were", "spoke", "began",
];

/// A small word after "to" that is no noun phrase: "to discuss", "to reaffirm".
fn is_infinitive(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Lower
        && !passage.is_any(
            at,
            words![
                "the", "a", "an", "his", "her", "their", "its", "our", "both", "all", "several", "members"
            ],
        )
        && !passage.has(at, Class::Portfolio)
        && !passage.has(at, Class::Role)
}

/// Whether a trigger is of a frame.
pub(super) fn of(hook: &Hook, frame: Frame) -> bool {
    hook.trigger.frame == frame
}

#[cfg(test)]
mod tests {
    use super::super::told::visits;

    #[test]
    fn who_goes_back_to_the_person_before_it() {
        let text = "President Aino Virta met Foreign Minister Ivo Novak of Serbia, who had come to Helsinki on Monday.";
        assert_eq!(visits("FI", text), ["Ivo Novak -> FI Helsinki completed 2022-05-02"]);
    }

    #[test]
    fn what_an_unknown_she_does_the_subject_before_her_does_not() {
        let text = "The Prime Minister, Mr Ivo Novak, thanks the nurse as she departs for Washington.";
        assert!(!visits("FI", text).iter().any(|told| told.starts_with("Ivo Novak")), "{text}");
    }

    #[test]
    fn a_visit_that_is_described_is_a_noun() {
        let told = visits("PK", "Prime Minister Asad Khan paid a day-long visit to Quetta.");
        assert_eq!(told, ["Asad Khan -> PK Quetta completed"]);
        let told = visits("FI", "Foreign Minister Aino Virta and her ministers visit Kenya.");
        assert!(told.iter().all(|told| told.starts_with("Aino Virta")), "{told:?}");
    }

    #[test]
    fn a_list_of_subjects_ends_in_others_and_begins_after_an_invitation() {
        let told = visits(
            "HR",
            "Prime Minister Ivo Lind, Speaker Ana Berg and several cabinet ministers joined tens of thousands of people in Split.",
        );
        assert_eq!(told, ["Ivo Lind + Ana Berg -> HR Split completed"]);
        let told = visits(
            "DE",
            "At the invitation of President Ana Montt, Federal President Ivo Roth and Elke Roth will pay a state visit to Chile.",
        );
        assert!(told.iter().all(|told| told.starts_with("Ivo Roth")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn those_who_are_sent_do_what_stands_after_who() {
        let text = "Prime Minister Ana Roy thanked Prime Minister Ivo Braga of Portugal for 140 firefighters, who are due to arrive in Halifax.";
        assert_eq!(visits("CA", text), [""; 0]);
    }

    #[test]
    fn those_who_go_together_may_have_their_countries_in_brackets() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta, together with Minister Ana Berg (Norway) and Minister Ivo Lind (Sweden), will visit Ukraine.",
        );
        assert_eq!(told, ["Aino Virta + Ana Berg + Ivo Lind -> UA planned"]);
    }

    #[test]
    fn a_verb_that_comes_first_or_next_is_no_noun() {
        let told = visits("FI", "Foreign Minister Aino Virta will first visit Tokyo.");
        assert_eq!(told, ["Aino Virta -> JP Tokyo planned"]);
    }
}
