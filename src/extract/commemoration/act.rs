//! Acts of remembrance: wreaths, silences, services, messages. Each needs evidence that it remembers.

use std::ops::Range;
use std::sync::LazyLock;

use super::event::event;
use super::site::{place_of_act, site_in};
use super::words::{after, before, has_stem, holds, is_marking};
use crate::extract::annotated::{Annotated, FoundPerson};
use crate::extract::passage::Passage;
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
    kind: ActKind,
    /// The beginnings of the words at which the act may stand.
    stems: &'static [&'static str],
    reads: fn(&Text<'_, '_>, usize) -> Option<Range<usize>>,
    confidence: u8,
}

/// A text with what else is known of it.
struct Text<'a, 't> {
    annotated: &'a Annotated<'t>,
    /// Where anniversaries and named days stand, in order.
    occasions: &'a [Range<usize>],
}

const RULES: &[Rule] = &[
    Rule { name: "lay-wreath", kind: ActKind::Wreath, stems: &["wreath"], reads: laid, confidence: 95 },
    Rule {
        name: "lay-flowers",
        kind: ActKind::Flowers,
        stems: &["flower", "floral"],
        reads: flowers,
        confidence: 85,
    },
    Rule {
        name: "keep-silence",
        kind: ActKind::Silence,
        stems: &["silence"],
        reads: silence,
        confidence: 95,
    },
    Rule {
        name: "memorial-service",
        kind: ActKind::Service,
        stems: &["service"],
        reads: service,
        confidence: 90,
    },
    Rule {
        name: "memorial-ceremony",
        kind: ActKind::Ceremony,
        stems: &["ceremon"],
        reads: ceremony,
        confidence: 80,
    },
    Rule {
        name: "unveil-memorial",
        kind: ActKind::Unveiling,
        stems: &["unveil"],
        reads: unveiling,
        confidence: 85,
    },
    Rule {
        name: "memorial-parade",
        kind: ActKind::Parade,
        stems: &["parade", "march"],
        reads: parade,
        confidence: 70,
    },
    Rule {
        name: "speech-for-the-day",
        kind: ActKind::Speech,
        stems: &["speech", "remarks", "address"],
        reads: speech,
        confidence: 65,
    },
    Rule {
        name: "message-for-the-day",
        kind: ActKind::Message,
        stems: MESSAGE_STEMS,
        reads: message,
        confidence: 80,
    },
    Rule {
        name: "tribute-to-the-dead",
        kind: ActKind::Tribute,
        stems: &["tribute"],
        reads: tribute,
        confidence: 80,
    },
    Rule {
        name: "visit-memorial",
        kind: ActKind::MemorialVisit,
        stems: &["visit", "tour"],
        reads: memorial_visit,
        confidence: 80,
    },
    Rule {
        name: "memorial-exhibition",
        kind: ActKind::Exhibition,
        stems: &["exhibition"],
        reads: exhibition,
        confidence: 70,
    },
    Rule { name: "memorial-medal", kind: ActKind::Medal, stems: &["medal"], reads: medal, confidence: 70 },
];

const MESSAGE_STEMS: &[&str] = &[
    "congratulat",
    "wish",
    "greet",
    "join",
    "commemorat",
    "celebrat",
    "mark",
    "remember",
    "honour",
    "honor",
    "recogni",
    "observ",
    "salut",
];

/// The acts of a text, in order. `occasions`: where its anniversaries and named days stand, in order.
pub(super) fn acts(annotated: &Annotated<'_>, occasions: &[Range<usize>]) -> Vec<FoundAct> {
    let text = Text { annotated, occasions };
    let passage = &annotated.passage;
    let mut found = Vec::new();
    for at in 0..passage.tokens.len() {
        if !passage.kind(at).is_word() {
            continue;
        }
        for rule in rules_for(passage.word(at)).filter(|rule| has_stem(passage, at, rule.stems)) {
            let Some(tokens) = (rule.reads)(&text, at) else { continue };
            found.push(text.act(rule, tokens));
        }
    }
    found
}

/// The rules of which a stem begins with the first letter of a word.
fn rules_for(word: &str) -> impl Iterator<Item = &'static Rule> + use<> {
    static BY_LETTER: LazyLock<[Vec<&'static Rule>; 26]> = LazyLock::new(|| {
        std::array::from_fn(|letter| {
            let begins = |stem: &&str| letter_of(stem) == Some(letter);
            RULES.iter().filter(|rule| rule.stems.iter().any(begins)).collect()
        })
    });
    letter_of(word).and_then(|letter| BY_LETTER.get(letter)).into_iter().flatten().copied()
}

/// The place of a word's first letter in the alphabet, from 0.
fn letter_of(word: &str) -> Option<usize> {
    let first = word.bytes().next()?.to_ascii_lowercase();
    first.checked_sub(b'a').map(usize::from)
}

/// Whether a text that a headline or a title gives to a day is written to its readers in the first person.
pub(super) fn is_in_first_person(passage: &Passage<'_>) -> bool {
    (0..passage.tokens.len())
        .any(|at| passage.kind(at).is_word() && has_stem(passage, at, MESSAGE_STEMS) && says_we(passage, at))
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

    fn act(&self, rule: &Rule, tokens: Range<usize>) -> FoundAct {
        let passage = self.passage();
        let mut act = Act::new(rule.kind.clone()).with_evidence(passage.evidence(
            tokens.clone(),
            rule.name,
            rule.confidence,
        ));
        act.actors = self.actors(&tokens);
        if rule.kind != ActKind::Message {
            act.place = place_of_act(self.annotated, &tokens);
        }
        FoundAct { remembered: self.remembered(&tokens), act, tokens }
    }

    /// The people before the act in its sentence: the nearest, and those joined to him.
    fn actors(&self, tokens: &Range<usize>) -> Vec<Participant> {
        const MOST: usize = 8;
        let passage = self.passage();
        let start = passage.sentence_of(tokens.start).start;
        let people = &self.annotated.people;
        let first_after = people.partition_point(|person| person.tokens.start < tokens.end);
        let mut actors = Vec::new();
        let mut next: Option<&FoundPerson> = None;
        for person in people.get(..first_after).unwrap_or_default().iter().rev().take(MOST) {
            let is_joined = next.is_none_or(|next| {
                let between = person.tokens.end..next.tokens.start;
                between.len() <= 2 && between.clone().all(|at| passage.is_any(at, &["and", ",", "&"]))
            });
            if person.tokens.start < start || !is_joined {
                break;
            }
            if person.possessive && next.is_none() {
                continue;
            }
            actors.push(person.who.clone());
            next = Some(person);
        }
        actors.reverse();
        if actors.is_empty() {
            actors.extend(everyone(passage, tokens.start));
        }
        actors
    }

    /// "in memory of …", "in honour of …" after an act.
    fn remembered(&self, tokens: &Range<usize>) -> Option<Remembered> {
        let passage = self.passage();
        let at = after(passage, tokens.end, 16).find_map(|at| {
            let of = passage.is(at, "in")
                && passage.is_any(at + 1, &["memory", "honour", "honor", "remembrance", "commemoration"])
                && passage.is(at + 2, "of");
            let to = passage.is(at, "to")
                && passage.is_any(at + 1, &["honour", "honor", "remember", "commemorate"]);
            let died = passage.is_any(at, &["those", "all"]) && passage.is(at + 1, "who");
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
    let greets = has_stem(passage, at, &["congratulat", "wish", "greet", "join", "salut"]);
    let others_do = !greets && at.checked_sub(1).is_some_and(|before| passage.is(before, "to"));
    let reach = if greets { 8 } else { 3 };
    !others_do && holds(passage, before(passage, at, reach), &["i", "we", "behalf"])
}

/// "laid a wreath", "wreath-laying", "wreaths were laid".
fn laid(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const LAY: &[&str] =
        &["lay", "lays", "laid", "laying", "place", "placed", "placing", "deposit", "deposited"];
    let passage = text.passage();
    if let Some(verb) = before(passage, at, 5).rev().find(|&at| passage.is_any(at, LAY)) {
        return Some(verb..at + 1);
    }
    after(passage, at + 1, 4)
        .find(|&at| passage.is_any(at, &["laying", "laid", "placed"]))
        .map(|verb| at..verb + 1)
}

fn flowers(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if passage.is(at, "floral") && !has_stem(passage, at + 1, &["tribute", "offering", "wreath"]) {
        return None;
    }
    laid(text, at)
}

/// "a minute's silence", "two minutes silence", "a moment of silence".
fn silence(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let minute = before(passage, at, 3)
        .find(|&at| passage.is_any(at, &["minute", "minutes", "moment", "minute's"]))?;
    Some(minute..at + 1)
}

/// "memorial service", "dawn service", "service of remembrance".
fn service(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let start = before(passage, at, 2).find(|&at| {
        passage
            .is_any(at, &["memorial", "commemorative", "commemoration", "remembrance", "dawn", "anniversary"])
    });
    if let Some(start) = start {
        return Some(start..at + 1);
    }
    let of = passage.is(at + 1, "of") && passage.is_any(at + 2, &["remembrance", "commemoration"]);
    of.then_some(at..at + 3)
}

/// A ceremony that is called memorial, or that an anniversary or named day shares the sentence with.
fn ceremony(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const OTHER: &[&str] = &[
        "signing",
        "opening",
        "graduation",
        "award",
        "awards",
        "citizenship",
        "swearing",
        "investiture",
        "closing",
        "prize",
        "launch",
        "inauguration",
        "welcoming",
        "welcome",
        "credentials",
        "handover",
        "medal",
    ];
    let passage = text.passage();
    let ahead = before(passage, at, 4);
    if holds(passage, ahead.clone(), OTHER) {
        return None;
    }
    let memorial = ahead.clone().find(|&at| {
        passage.is_any(at, &["memorial", "remembrance", "wreath", "anniversary", "dawn"])
            || has_stem(passage, at, &["commemorat"])
    });
    let of = passage.is(at + 1, "of") && passage.is_any(at + 2, &["remembrance", "commemoration"]);
    memorial.map(|start| start..at + 1).or((of || text.has_occasion(at)).then_some(at..at + 1))
}

/// "unveiled a plaque", "the memorial will be unveiled".
fn unveiling(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const UNVEILED: &[&str] = &[
        "memorial",
        "plaque",
        "statue",
        "stone",
        "monument",
        "bust",
        "cenotaph",
        "tombstone",
        "headstone",
        "gravestone",
        "sculpture",
        "obelisk",
    ];
    let passage = text.passage();
    if let Some(noun) = after(passage, at + 1, 9).find(|&at| passage.is_any(at, UNVEILED)) {
        return Some(at..noun + 1);
    }
    before(passage, at, 8).find(|&at| passage.is_any(at, UNVEILED)).map(|noun| noun..at + 1)
}

fn parade(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let is_noun = passage.is_any(at, &["parade", "parades", "march", "marches"]) && !is_month(text, at);
    let verb = at.checked_sub(1).is_some_and(|before| passage.is_any(before, &["to", "will", "they", "we"]));
    let named =
        before(passage, at, 2).any(|at| has_stem(passage, at, &["commemorat", "remembrance", "veteran"]));
    (is_noun && !verb && (named || text.has_occasion(at))).then_some(at..at + 1)
}

/// "March" is a month wherever a date was read there.
fn is_month(text: &Text<'_, '_>, at: usize) -> bool {
    let dates = &text.annotated.dates;
    let next = dates.partition_point(|date| date.tokens.end <= at);
    dates.get(next).is_some_and(|date| date.tokens.contains(&at)) || text.passage().kind(at).is_capital()
}

/// "made these remarks at the ceremony to mark the 75th anniversary".
fn speech(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let gave =
        ["made", "makes", "make", "making", "deliver", "delivered", "delivering", "gave", "give", "gives"];
    if passage.is_any(at, &["addressed", "addressing"]) {
        return text.has_occasion(at).then_some(at..at + 1);
    }
    let verb = before(passage, at, 5).rev().find(|&at| passage.is_any(at, &gave))?;
    text.has_occasion(at).then_some(verb..at + 1)
}

/// "I congratulate the people of X as you celebrate …", "we join … in marking", "I wish all a happy …".
fn message(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    // "I am honored to congratulate" congratulates.
    let is_feeling = passage.is(at + 1, "to");
    (!is_feeling && says_we(passage, at) && text.has_occasion(at)).then(|| at..at + 1)
}

/// "paid tribute to those who died"; "paid tribute to the close relations" remembers no one.
fn tribute(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const DEAD: &[&str] = &[
        "fallen",
        "died",
        "dead",
        "fell",
        "victims",
        "veterans",
        "servicemen",
        "servicewomen",
        "soldiers",
        "lives",
        "lost",
        "sacrifice",
        "sacrificed",
        "sacrifices",
        "memory",
        "killed",
        "perished",
        "heroes",
        "late",
        "anzacs",
        "diggers",
    ];
    let passage = text.passage();
    let verb = before(passage, at, 4).rev().find(|&at| has_stem(passage, at, &["pay", "paid"]))?;
    let is_to_the_dead = passage.is(at + 1, "to") && holds(passage, after(passage, at + 2, 12), DEAD);
    is_to_the_dead.then_some(verb..at + 1)
}

/// "visited the Australian War Memorial", "a visit to the cemetery".
fn memorial_visit(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if !passage.is_any(at, &["visit", "visits", "visited", "visiting", "toured", "tour"]) {
        return None;
    }
    // The object only: "visited Canberra and spoke of the memorial" visits no memorial.
    let object = after(passage, at + 1, 10);
    let joined = |&at: &usize| {
        !passage.is_any(at, &["where", "and", "who", "for", "by", "with"])
            && (passage.kind(at).is_word()
                || passage.kind(at) == crate::extract::token::TokenKind::Possessive)
    };
    let len = object.clone().take_while(joined).count();
    let object = object.start..object.start + len;
    site_in(text.annotated, object.clone()).map(|_| at..object.end)
}

fn exhibition(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let marks = after(passage, at + 1, 6).any(|at| is_marking(passage, at));
    (marks || text.has_occasion(at)).then_some(at..at + 1)
}

fn medal(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let named = before(passage, at, 2).find(|&at| has_stem(passage, at, &["commemorat", "anniversary"]))?;
    Some(named..at + 1)
}
