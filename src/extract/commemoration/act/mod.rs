//! Acts of remembrance: wreaths, silences, services, messages. Each needs evidence that it remembers.

mod ceremony;
mod customs;
mod homage;
mod laying;
mod monument;
mod said;
mod service;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use self::ceremony::{ceremony, event_held, parade, spoken_at};
use self::customs::{custom, programme, reception};
use self::homage::{exhibition, medal, tribute};
use self::laying::{flowers, laid};
use self::monument::{memorial_visit, unveiling};
use self::said::{congratulation, message, message_sent, speech};
use self::service::{mass, service, silence};
use super::event::event;
use super::site::place_of_act;
use super::words::{after, before, has_stem, holds};
use crate::extract::annotated::{Annotated, FoundPerson, within};
use crate::extract::features::{Features, Topic, Topics};
use crate::extract::lexicon::{Class, cut, head_of};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::{Stem, Words};
use crate::model::{Act, ActKind, Participant, Remembered};

/// An act in a text.
#[derive(Debug)]
pub(super) struct FoundAct {
    pub(super) tokens: Range<usize>,
    pub(super) act: Act,
    /// What it says itself to remember: "in memory of those who died at sea".
    pub(super) remembered: Option<Remembered>,
}

/// A rule: the words at which it looks, and the tokens of the act if there is one.
struct Rule {
    name: &'static str,
    /// A word of `ActKind`.
    kind: &'static str,
    /// The beginnings of the words at which the act may stand.
    stems: &'static [Stem],
    reads: fn(&Text<'_, '_>, usize) -> Option<Range<usize>>,
    confidence: u8,
}

/// A text with what else is known of it.
struct Text<'a, 't> {
    annotated: &'a Annotated<'t>,
    /// Where anniversaries and named days stand, in order.
    occasions: &'a [Range<usize>],
    /// Whether the story is headed by an occasion.
    is_headed: bool,
}

const RULES: &[Rule] = &[
    rule("lay-wreath", "wreath", stems!["wreath"], laid, 95),
    rule(
        "lay-flowers",
        "flowers",
        stems!["flower", "floral", "bouquet", "garland", "rose", "poppies", "carnation", "basket"],
        flowers,
        85,
    ),
    rule("keep-silence", "silence", stems!["silence", "silent"], silence, 95),
    rule("memorial-service", "service", stems!["service", "ceremon"], service, 90),
    rule("memorial-mass", "service", stems!["mass", "requiem", "deum", "liturgy", "panikhida"], mass, 80),
    rule("memorial-ceremony", "ceremony", stems!["ceremon", "rites"], ceremony, 80),
    rule("memorial-event", "ceremony", stems!["event", "commemoration"], event_held, 75),
    rule("unveil-memorial", "unveiling", stems!["unveil", "inaugurat", "dedicat"], unveiling, 85),
    rule("memorial-parade", "parade", stems!["parade", "march", "procession"], parade, 70),
    rule(
        "speech-for-the-day",
        "speech",
        stems!["speech", "remarks", "address", "speak", "spoke"],
        speech,
        65,
    ),
    rule(
        "speech-for-the-day",
        "speech",
        stems!["ceremon", "commemoration", "service", "event", "reception", "parade"],
        spoken_at,
        60,
    ),
    rule("message-for-the-day", "message", MESSAGE_STEMS, message, 80),
    rule("message-sent", "message", SENT_STEMS, message_sent, 75),
    rule("congratulation", "message", stems!["congratulat", "wish", "greet"], congratulation, 75),
    rule("tribute-to-the-dead", "tribute", stems!["tribute", "homage", "respects", "memory"], tribute, 80),
    rule("visit-memorial", "memorial_visit", stems!["visit", "tour"], memorial_visit, 80),
    rule("memorial-exhibition", "exhibition", stems!["exhibition"], exhibition, 70),
    rule("memorial-medal", "medal", stems!["medal"], medal, 70),
    rule("memorial-custom", "other", CUSTOM_STEMS, custom, 65),
    rule("reception-for-the-day", "other", RECEPTION_STEMS, reception, 60),
    rule("programme-for-the-day", "other", PROGRAMME_STEMS, programme, 60),
];

const fn rule(
    name: &'static str,
    kind: &'static str,
    stems: &'static [Stem],
    reads: fn(&Text<'_, '_>, usize) -> Option<Range<usize>>,
    confidence: u8,
) -> Rule {
    Rule { name, kind, stems, reads, confidence }
}

/// What is written or wired for the day.
const SENT_STEMS: &[Stem] = stems![
    "message", "statement", "greetings", "congratulations", "felicitations", "wishes", "cable", "telegram",
    "letter", "tweet", "post", "condolence", "sympathies", "proclamation", "address"
];

const RECEPTION_STEMS: &[Stem] =
    stems!["reception", "banquet", "gala", "dinner", "luncheon", "cake", "fireworks", "concert"];

const PROGRAMME_STEMS: &[Stem] = stems![
    "flag", "seminar", "symposium", "webinar", "lecture", "roundtable", "screening", "documentary", "book",
    "festival", "performance"
];

const CUSTOM_STEMS: &[Stem] = stems![
    "candle", "vigil", "flypast", "fly", "salute", "volley", "tree", "libation", "half", "prayer", "post",
    "flame", "torch", "incense", "siren", "bells", "condolence", "coin", "banknote", "stamp", "roll",
    "fateha", "fatiha"
];

/// What acts are found by.
const STEMS: Features = Features::topic(Topic::Act);

/// The beginnings of the words that acts are found by.
pub(super) const fn topics(topics: &mut Topics) {
    let mut rest = RULES;
    while let [rule, after @ ..] = rest {
        topics.add_stems(Topic::Act, rule.stems);
        rest = after;
    }
}

const MESSAGE_STEMS: &[Stem] = stems![
    "congratulat", "wish", "greet", "join", "commemorat", "celebrat", "mark", "remember", "honour", "honor",
    "recogni", "observ", "salut",
];

/// The acts of a text, in order. `occasions`: where its anniversaries and named days stand, in order;
/// `is_headed`: whether one stands in the headline of the story.
pub(super) fn acts(annotated: &Annotated<'_>, occasions: &[Range<usize>], is_headed: bool) -> Vec<FoundAct> {
    let text = Text { annotated, occasions, is_headed };
    let passage = &annotated.passage;
    let mut found = Vec::new();
    for at in passage.all_with(STEMS) {
        for rule in rules_at(passage, at) {
            let Some(tokens) = (rule.reads)(&text, at) else { continue };
            found.push(text.act(rule, tokens));
        }
    }
    found
}

/// The rules that look at a token: those of which a stem begins its word.
fn rules_at<'p>(passage: &'p Passage<'p>, at: usize) -> impl Iterator<Item = &'static Rule> {
    /// Each rule by the first letters of its stems, in the order of the letters.
    static BY_LETTERS: LazyLock<Vec<(u64, &'static Rule)>> = LazyLock::new(|| {
        let letters = |stem: &Stem| first_letters(head_of(stem.text()));
        let of_rule = |rule: &'static Rule| rule.stems.iter().map(move |stem| (letters(stem), rule));
        let mut by_letters: Vec<_> = RULES.iter().flat_map(of_rule).collect();
        by_letters.sort_by_key(|(letters, _)| *letters);
        by_letters.dedup_by_key(|(letters, rule)| (*letters, rule.name));
        by_letters
    });
    let letters = passage.tokens.get(at).map_or(0, |token| first_letters(token.head));
    let first = BY_LETTERS.partition_point(|(known, _)| *known < letters);
    let rules = BY_LETTERS.get(first..).unwrap_or_default().iter();
    let rules = rules.take_while(move |(known, _)| *known == letters).map(|(_, rule)| *rule);
    rules.filter(move |rule| has_stem(passage, at, rule.stems))
}

/// The first letters of a word by its head, as many as each stem has.
fn first_letters(head: u64) -> u64 {
    const SHORTEST_STEM: usize = 3;
    cut(head, SHORTEST_STEM)
}

/// Whether a text that a headline or a title gives to a day is written to its readers in the first person.
pub(super) fn is_in_first_person(passage: &Passage<'_>) -> bool {
    passage
        .all_with(STEMS)
        .any(|at| has_stem(passage, at, MESSAGE_STEMS) && !passage.in_quote(at) && says_we(passage, at))
}

impl<'t> Text<'_, 't> {
    fn passage(&self) -> &Passage<'t> {
        &self.annotated.passage
    }

    /// Whether an anniversary or named day stands in the sentence of a token.
    fn has_occasion(&self, at: usize) -> bool {
        let sentence = self.passage().sentence_of(at);
        let next = self.occasions.partition_point(|occasion| occasion.end <= sentence.start);
        self.occasions.get(next).is_some_and(|occasion| occasion.start < sentence.end)
    }

    /// Whether an occasion begins at a token, or after an article there.
    fn begins_occasion(&self, at: usize) -> bool {
        let at = at + usize::from(self.passage().is(at, "the"));
        let next = self.occasions.partition_point(|occasion| occasion.start < at);
        self.occasions.get(next).is_some_and(|occasion| occasion.start == at)
    }

    /// Whether an occasion ends before a token: "the Harbour Day Ceremony".
    fn ends_occasion(&self, at: usize) -> bool {
        let next = self.occasions.partition_point(|occasion| occasion.end < at);
        self.occasions.get(next).is_some_and(|occasion| occasion.end == at)
    }

    /// Whether an occasion follows a token in its sentence.
    fn is_before_occasion(&self, at: usize) -> bool {
        let end = self.passage().sentence_of(at).end;
        let next = self.occasions.partition_point(|occasion| occasion.start < at);
        self.occasions.get(next).is_some_and(|occasion| occasion.start < end)
    }

    /// Whether an occasion stands in the text or heads the story.
    fn serves_occasion(&self) -> bool {
        self.is_headed || !self.occasions.is_empty()
    }

    fn act(&self, rule: &Rule, tokens: Range<usize>) -> FoundAct {
        let passage = self.passage();
        let mut act = Act::new(ActKind::from(rule.kind)).with_evidence(passage.evidence(
            tokens.clone(),
            rule.name,
            rule.confidence,
        ));
        act.actors = self.actors(&tokens);
        if act.kind != ActKind::Message {
            act.place = place_of_act(self.annotated, &tokens);
        }
        FoundAct { remembered: self.remembered(&tokens), act, tokens }
    }

    /// Who did it: the subject before the act in its sentence, or the people after "by".
    fn actors(&self, tokens: &Range<usize>) -> Vec<Participant> {
        let agent = after(self.passage(), tokens.end, 12).find(|&at| self.passage().is(at, "by"));
        let agent = agent.and_then(|by| {
            let people = within(&self.annotated.people, by + 1..by + 3);
            people.first().map(|person| vec![person.who.clone()])
        });
        let actors = agent.unwrap_or_else(|| self.subjects(tokens));
        if actors.is_empty() { everyone(self.passage(), tokens.start).into_iter().collect() } else { actors }
    }

    /// The nearest people before the act that are not the object of another verb, with those joined to them.
    fn subjects(&self, tokens: &Range<usize>) -> Vec<Participant> {
        /// How many people back to look.
        const MOST: usize = 12;
        let people = &self.annotated.people;
        let sentence = self.passage().sentence_of(tokens.start).start;
        let first_after = people.partition_point(|person| person.tokens.start < tokens.end);
        let before = people.get(first_after.saturating_sub(MOST)..first_after).unwrap_or_default();
        let mut groups: Vec<Vec<&FoundPerson>> = Vec::new();
        for person in before.iter().filter(|person| person.tokens.start >= sentence) {
            match groups.last_mut() {
                Some(group) if self.is_joined(group, person) => group.push(person),
                _ => groups.push(vec![person]),
            }
        }
        let may_act = |group: &&Vec<&FoundPerson>| group.last().is_some_and(|person| !person.possessive);
        let is_subject =
            |group: &&Vec<&FoundPerson>| group.first().is_some_and(|first| !self.is_object(first));
        let acting = || groups.iter().rev().filter(may_act);
        let subject = acting().find(is_subject).or_else(|| acting().next());
        subject.into_iter().flatten().map(|person| person.who.clone()).collect()
    }

    /// Whether only "and" or a comma stands between a group and a person.
    fn is_joined(&self, group: &[&FoundPerson], person: &FoundPerson) -> bool {
        let Some(last) = group.last() else { return false };
        let mut between = last.tokens.end..person.tokens.start;
        between.len() <= 2 && between.all(|at| self.passage().is_any(at, words!["and", ",", "&"]))
    }

    /// Whether a verb or preposition stands right before a person: "met the Mayor, laid a wreath".
    fn is_object(&self, person: &FoundPerson) -> bool {
        const PREPOSITIONS: &Words = words![
            "with", "to", "of", "for", "from", "alongside", "including", "by", "after", "before", "on"
        ];
        let passage = self.passage();
        person.tokens.start.checked_sub(1).is_some_and(|at| {
            passage.is_any(at, PREPOSITIONS)
                || passage.has(at, Class::Trigger)
                || (passage.kind(at) == TokenKind::Lower && passage.word(at).ends_with("ed"))
        })
    }

    /// "in memory of …", "in honour of …" after an act.
    fn remembered(&self, tokens: &Range<usize>) -> Option<Remembered> {
        let passage = self.passage();
        let at = after(passage, tokens.end, 16).find_map(|at| {
            let of = passage.is(at, "in")
                && passage
                    .is_any(at + 1, words!["memory", "honour", "honor", "remembrance", "commemoration"])
                && passage.is(at + 2, "of");
            let to = passage.is(at, "to")
                && passage.is_any(at + 1, words!["honour", "honor", "remember", "commemorate"]);
            let died = passage.is_any(at, words!["those", "all"]) && passage.is(at + 1, "who");
            of.then_some(at + 3).or(to.then_some(at + 2)).or(died.then_some(at))
        })?;
        if passage.reads(at, &["those", "who"]) || passage.reads(at, &["all", "who"]) {
            let end = after(passage, at + 2, 10).find(|&at| !passage.kind(at).is_word());
            let end = end.unwrap_or(after(passage, at + 2, 10).end);
            return Some(Remembered::new(passage.words(at..end)));
        }
        event(self.annotated, at).map(|(remembered, _)| remembered)
    }
}

/// "all Australians", "the people of Malta" before an act.
fn everyone(passage: &Passage<'_>, at: usize) -> Option<Participant> {
    let all = before(passage, at, 10)
        .rev()
        .find(|&at| passage.is(at, "all") && passage.kind(at + 1).is_capital())?;
    Some(Participant::described(passage.words(all..all + 2)))
}

/// "I am honored to congratulate", "as we celebrate"; but "we urge all to observe" marks nothing itself.
fn says_we(passage: &Passage<'_>, at: usize) -> bool {
    let greets = has_stem(passage, at, stems!["congratulat", "wish", "greet", "join", "salut"]);
    let others_do = !greets && at.checked_sub(1).is_some_and(|before| passage.is(before, "to"));
    let reach = if greets { 8 } else { 3 };
    !others_do && holds(passage, before(passage, at, reach), words!["i", "we", "behalf"])
}
