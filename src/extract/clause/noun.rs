//! Words that look like a verb and are none.

use super::super::date::is_calendar_word;
use super::super::features::Features;
use super::super::lexicon::{Class, Frame, Tense, Trigger};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use crate::model::Part;

/// "is most welcome", "the final go-ahead": words that look like a verb and are none.
pub(super) fn is_other_word(passage: &Passage<'_>, at: usize) -> bool {
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
        // "a free and open region", "on her return to office"
        || passage.is(at, "open") && before(words!["and"]) && at >= 2 && passage.is_any(at - 2, OPEN)
        || passage.is(at, "return") && passage.is(at + 1, "to") && is_duty(passage, at + 2)
        // "on-going work in Kenya"
        || passage.is(at, "going") && at >= 2 && passage.is_hyphen(at - 1) && passage.is(at - 2, "on")
        || passage.is(at, "go") && (before(words!["the", "final", "a"]) || passage.is(at + 1, "ahead"))
}

/// What "and open" is said of too.
const OPEN: &Words =
    words!["fair", "free", "frank", "full", "honest", "inclusive", "secure", "stable", "transparent"];

/// "the Foreign Ministry", "office": somebody returns to a post there, and to no place.
fn is_duty(passage: &Passage<'_>, at: usize) -> bool {
    const POSTS: &Words = words![
        "cabinet", "duties", "duty", "government", "ministry", "office", "parliament", "politics",
        "position", "post", "power", "role", "work",
    ];
    let the = usize::from(passage.is(at, "the"));
    passage.is_any(at + the, POSTS) || the > 0 && passage.is_any(at + 2, POSTS)
}

/// "the Olkaria Power Plant": a noun in a name is no verb.
pub(super) fn is_in_name(passage: &Passage<'_>, at: usize, trigger: Trigger) -> bool {
    let follows_name = at.checked_sub(1).is_some_and(|before| passage.kind(before) == TokenKind::Capital);
    let is_verb = trigger.frame == Frame::Engage && trigger.tense == Tense::Base;
    matches!(passage.part, Part::Block(_))
        && passage.kind(at) == TokenKind::Capital
        && follows_name
        && is_verb
}

/// "the Lakes Cooperation Meeting in May": a noun in a name is no verb, either.
fn is_named_meeting(passage: &Passage<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    passage.kind(at) == TokenKind::Capital
        && matches!(passage.part, Part::Block(_))
        && passage.is(at, "meeting")
        && before.is_some_and(|before| passage.kind(before).is_capital() && before > 0)
        && !passage.kind(at + 1).is_capital()
}

/// "the visit", "his visit", "'s visit", "official visit", "Visit to": the word is a noun there.
pub(super) fn is_noun(passage: &Passage<'_>, at: usize, tense: Tense) -> bool {
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
    // "the lakes meeting between the two"
    let is_of_both = tense == Tense::Ing && passage.is(at, "meeting") && passage.is(at + 1, "between");
    let described = (tense == Tense::Base || is_meeting) && is_described(passage, at);
    // "will first visit Tokyo"
    let is_ordered = follows(words!["first", "next", "second"])
        && at >= 2
        && passage.is_any(at - 2, words!["will", "shall", "to", "then"]);
    if is_ordered {
        return false;
    }
    // "completed visits in Kenya"
    let is_object = tense == Tense::Present
        && follows(words![
            "completed", "concluded", "conducted", "ended", "finished", "made", "paid", "undertook"
        ]);
    // "a day of briefings and visits in Kenya": the verb has its place right after it.
    let is_listed = passage.is(at, "visits")
        && follows(words!["and", "or"])
        && passage.is_any(at + 1, words!["in", "to", "by", "from", "of"]);
    (possessive || follows(BEFORE_NOUN)) && !is_gerund
        || is_object
        || is_listed
        || capital_noun
        || described
        || is_named_meeting(passage, at)
        || is_of_both
}

/// "a day-long visit", "his much awaited visit", "her June 13 visit", "the President's Oslo visit": an article or
/// owner stands before the words that describe it.
fn is_described(passage: &Passage<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    const OWNERS: &Words = words!["a", "an", "his", "her", "their", "its", "my", "our"];
    const LINKS: &Words =
        words!["to", "and", "or", "will", "who", "that", "not", "of", "in", "for", "with", "at", "on"];
    const NAMED: Features = Features::classes(&[Class::Country, Class::City, Class::Demonym]);
    let is_owner = |at: usize| passage.is_any(at, OWNERS) || passage.kind(at) == TokenKind::Possessive;
    let between = |at: usize| match passage.kind(at) {
        TokenKind::Lower => !passage.is_any(at, LINKS),
        TokenKind::Number => true,
        _ => passage.is_hyphen(at) || passage.has_any(at, NAMED) || is_calendar_word(passage, at),
    };
    let before = at.saturating_sub(REACH)..at;
    let owner = before.rev().find(|&at| is_owner(at) || !between(at));
    owner.is_some_and(|owner| {
        owner + 1 < at
            && is_owner(owner)
            && !(owner + 1..at).any(|at| passage.has(at, Class::People) || passage.has(at, Class::Role))
    })
}

/// Words after which a form such as "visit" is a noun: articles, owners, and what visits and talks are like.
const BEFORE_NOUN: &Words = words![
    "a", "an", "the", "his", "her", "their", "its", "our", "my", "this", "that", "these", "any", "no",
    "first", "second", "third", "last", "next", "official", "state", "working", "private", "courtesy",
    "recent", "forthcoming", "upcoming", "future", "planned", "day", "week", "historic", "bilateral",
    "trilateral", "quadrilateral", "ministerial", "virtual", "previous", "include", "includes", "included",
    "including", "of", "during", "for", "on", "two", "three", "four", "several", "short", "brief",
    "surprise", "unannounced", "inaugural", "maiden", "final", "successful", "productive", "return",
    "regional", "overseas", "foreign", "separate", "joint", "introductory", "telephone", "phone", "video",
    "high", "level", "extensive", "further", "constructive", "cordial", "fruitful", "royal", "ongoing",
    "annual", "presidential", "ever", "another", "subsequent", "latest", "initial", "informal", "formal",
    "friendly", "lengthy", "closed", "doors",
];
