//! What is said or sent for the day: speeches, messages, greetings.

use std::ops::Range;

use super::super::words::{after, before, has_stem};
use super::{Text, says_we};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// "made these remarks at the ceremony to mark the 75th anniversary", "addressing the gathering".
pub(super) fn speech(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const GAVE: &Words = words![
        "made", "makes", "make", "making", "deliver", "delivers", "delivered", "delivering", "gave", "give",
        "gives", "giving",
    ];
    const HEARERS: &Words = words![
        "gathering", "gatherings", "ceremony", "crowd", "crowds", "nation", "audience", "guests",
        "congregation", "parade", "participants", "attendees", "people", "veterans", "event", "function",
        "commemoration", "assembly", "rally", "public", "troops", "mourners", "those",
    ];
    let passage = text.passage();
    // "will speak at the Dawn Service"
    if passage.is_any(at, words!["speak", "speaks", "spoke", "speaking"]) {
        // "will speak later at the memorial service"
        let place = at + 1 + usize::from(passage.is_any(at + 1, words!["later", "today", "also"]));
        let is_at =
            passage.is_any(place, words!["at", "during"]) && text.serves_occasion() && !passage.in_quote(at);
        let rite = after(passage, place + 1, 7).find(|&at| {
            has_stem(
                passage,
                at,
                stems![
                    "service", "ceremon", "commemorat", "observance", "vigil", "memorial", "event",
                    "reception", "parade", "celebration", "function"
                ],
            )
        });
        // "Speaking on the occasion"
        if passage.is(at, "speaking")
            && (passage.reads(at + 1, &["on", "the", "occasion"])
                || passage.reads(at + 1, &["at", "the", "occasion"]))
        {
            return (text.serves_occasion() && !passage.in_quote(at)).then_some(at..at + 4);
        }
        return rite.filter(|_| is_at).map(|rite| at..rite + 1);
    }
    let is_verb = passage.is_any(at, words!["addressed", "addressing", "addresses", "address"]);
    let hearers = after(passage, at + 1, 4)
        .find(|&at| passage.is_any(at, HEARERS) && passage.kind(at + 1) != TokenKind::Possessive);
    if let Some(hearers) = hearers.filter(|_| is_verb && text.serves_occasion()) {
        return Some(at..hearers + 1);
    }
    if !passage.is_any(at, words!["speech", "speeches", "remarks", "address", "addresses"]) {
        return None;
    }
    // "The programme included prayers and addresses by the Minister"
    if passage.is_any(at, words!["speeches", "addresses", "remarks"])
        && passage.is(at + 1, "by")
        && text.serves_occasion()
    {
        return Some(at..at + 1);
    }
    // "The service will include remarks by the Mayor"
    let is_included = before(passage, at, 3).any(|at| has_stem(passage, at, stems!["includ", "featur"]));
    if is_included && passage.is_any(at, words!["speeches", "addresses", "remarks"]) {
        return (text.serves_occasion() && !passage.in_quote(at)).then_some(at..at + 1);
    }
    // "In his speech", "in her opening remarks", "during his National Day address"
    const MOST_BETWEEN: usize = 3;
    let own = (at.saturating_sub(MOST_BETWEEN + 2)..at.saturating_sub(1)).any(|preposition| {
        passage.is_any(preposition, words!["in", "during"])
            && passage.is_any(preposition + 1, words!["his", "her"])
            && (preposition + 2..at).all(|at| passage.kind(at).is_word() && !passage.is(at, "and"))
    });
    // "the Mayor's keynote address recalled", "the Commemorative Address"
    let is_keynote = || {
        let owned = at.checked_sub(2).is_some_and(|owner| passage.kind(owner) == TokenKind::Possessive);
        owned && passage.is_any(at - 1, words!["keynote", "opening", "welcome", "presidential"])
    };
    let is_memorial = at.checked_sub(1).is_some_and(|kind| has_stem(passage, kind, stems!["commemorat"]));
    if is_keynote() {
        return text.serves_occasion().then_some(at..at + 1);
    }
    // "In a speech that she gave on the occasion"
    let is_of_occasion = || {
        after(passage, at + 1, 8)
            .any(|at| passage.reads(at, &["the", "occasion"]) || passage.reads(at, &["the", "ceremony"]))
    };
    let is_given = at.checked_sub(2).is_some_and(|preposition| {
        passage.is(preposition, "in") && passage.is_any(preposition + 1, words!["a", "an"])
    });
    if own || is_given && is_of_occasion() {
        return text.serves_occasion().then_some(at..at + 1);
    }
    let verb = before(passage, at, 6).rev().find(|&at| passage.is_any(at, GAVE))?;
    (text.serves_occasion() || is_memorial).then_some(verb..at + 1)
}

/// "I congratulate the people of X as you celebrate …", "we join … in marking", "I wish all a happy …".
pub(super) fn message(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    // "I am honored to congratulate" congratulates.
    let is_feeling = passage.is(at + 1, "to");
    let is_own = !is_feeling && !passage.in_quote(at) && says_we(passage, at);
    (is_own && text.has_occasion(at)).then(|| at..at + 1)
}

/// "issued the following statement", "will send a video message", "sent greetings".
pub(super) fn message_sent(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const SENT: &Words = words![
        "issue", "issues", "issued", "issuing", "send", "sends", "sent", "sending", "release", "released",
        "conveyed", "conveys", "extended", "extends", "addressed", "publish", "published", "made", "read",
        "exchange", "exchanges", "exchanged", "delivered", "received", "receives", "receiving", "offers",
        "offered", "expressed", "expresses", "extending",
    ];
    /// "in a social media post", "in his video message"
    const MODIFIERS: usize = 2;
    let passage = text.passage();
    // "in a message on the International Day of Peace"
    let is_in = (0..=MODIFIERS).any(|modifiers| {
        let Some(article) = at.checked_sub(modifiers + 1) else { return false };
        let begins = article.checked_sub(1).is_some_and(|before| passage.is(before, "in"));
        begins && passage.is_any(article, words!["a", "an", "his", "her", "its", "their"])
    });
    // "In a video address to mark Harbour Day"
    let is_video = passage.is(at, "address")
        && at
            .checked_sub(1)
            .is_some_and(|kind| passage.is_any(kind, words!["video", "televised", "recorded", "radio"]));
    let is_text = is_video || passage.is_any(at, words!["message", "statement", "post", "tweet", "letter"]);
    let is_for = passage.is_any(at + 1, words!["on", "for", "to", "marking"]) && text.has_occasion(at);
    // "In a message, the President said", where the story is of the day
    let is_of_day = passage.is(at, "message") && passage.is_mark(at + 1, ',') && text.serves_occasion();
    // "In a post, he wrote: “On the anniversary of the flood, …”"
    let writes_of_day = passage.is_mark(at + 1, ',') && text.has_occasion(at);
    if is_text && is_in && (is_for || is_of_day || writes_of_day) && !passage.in_quote(at) {
        return Some(at..at + 1);
    }
    // "sends the strongest possible message to those who did it"
    let is_figure = before(passage, at, 3)
        .any(|at| has_stem(passage, at, stems!["strong", "clear", "powerful", "wrong"]));
    let is_noun = passage
        .is_any(at, words!["message", "messages", "statement", "statements", "greetings", "proclamation"])
        && !is_figure;
    let is_wish = passage.is_any(
        at,
        words![
            "congratulations", "felicitations", "wishes", "cable", "cables", "telegram", "telegrams",
            "letter", "letters", "condolences", "sympathies",
        ],
    );
    // "tweeted on the anniversary of the flood"
    if passage.is_any(at, words!["tweeted", "tweets", "posted"]) {
        return (text.has_occasion(at) && !passage.in_quote(at)).then_some(at..at + 1);
    }
    // "A message from the King was read"
    let read_out = || {
        let verb = after(passage, at + 1, 24).find(|&at| passage.is_any(at, words!["was", "were"]))?;
        let is_read = passage.is_any(verb + 1, words!["read", "issued", "sent", "released", "delivered"]);
        (is_noun && is_read).then_some(at..verb + 2)
    };
    if let Some(found) = read_out() {
        return (text.serves_occasion() && !passage.in_quote(at)).then_some(found);
    }
    let verb = before(passage, at, 6).rev().find(|&at| passage.is_any(at, SENT))?;
    // "the two made short statements"
    if passage.is(at, "statements") && passage.is(verb, "made") {
        return None;
    }
    let is_of_day = passage.is(at, "greetings") || !passage.is(verb, "extended");
    let is_sent = is_noun && is_of_day && text.serves_occasion() || is_wish && text.has_occasion(at);
    (is_sent && !passage.in_quote(at)).then_some(verb..at + 1)
}

/// "The King congratulated the President on the anniversary of independence", "wished all a happy Harbour Day".
pub(super) fn congratulation(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const REACH: usize = 16;
    let passage = text.passage();
    if passage.is_any(at, words!["wished", "wishes"]) {
        let glad = after(passage, at + 1, REACH).find(|&at| {
            passage
                .is_any(at, words!["happy", "blessed", "joyous", "joyful", "peaceful", "merry", "prosperous"])
        });
        let is_told = glad.is_some_and(|glad| text.is_before_occasion(glad)) && !passage.in_quote(at);
        return is_told.then_some(at..at + 1);
    }
    if passage.is_any(at, words!["greeted", "greets"]) {
        let on = after(passage, at + 1, REACH).find(|&at| passage.is_any(at, words!["on", "for"]));
        let is_told = on.is_some_and(|on| text.is_before_occasion(on)) && !passage.in_quote(at);
        return is_told.then_some(at..at + 1);
    }
    let tells = passage.is_any(at, words!["congratulated", "congratulates"]);
    let on = after(passage, at + 1, REACH).find(|&at| passage.is_any(at, words!["on", "for", "as"]))?;
    (tells && text.is_before_occasion(on) && !passage.in_quote(at)).then_some(at..at + 1)
}
