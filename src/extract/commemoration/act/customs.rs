//! What else is done on the day: candles, flypasts, receptions, stamps.

use std::ops::Range;

use super::super::words::{SITES, after, before, has_stem, holds, is_marking};
use super::Text;
use crate::extract::words::Words;

/// "lit candles", "a candlelight vigil", "a flypast", "a 21-gun salute", "planted a tree": what else is done on the day,
/// or without one in memory of somebody.
pub(super) fn custom(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let near = |words: &Words| {
        holds(passage, before(passage, at, 5), words) || holds(passage, after(passage, at + 1, 5), words)
    };
    let is = |words: &Words| passage.is_any(at, words);
    let follows = |word: &str| at.checked_sub(1).is_some_and(|before| passage.is(before, word));
    // "half-mast", "half mast"
    let joined = at + 1 + usize::from(passage.is_hyphen(at + 1));
    // "laid a wreath at the vigil site": where one stands is none.
    let is_rite =
        is(words!["candlelight", "candlelit", "vigil", "vigils", "flypast", "libation", "libations"])
            && !passage.is(at + 1, "site")
            || is(words!["candle", "candles"])
                && near(words!["light", "lit", "lighting", "lighted", "lights"])
            || is(words!["fly"]) && passage.is_hyphen(at + 1) && passage.is(at + 2, "past")
            || is(words!["half"]) && passage.is_any(joined, words!["mast", "staff"])
            || is(words!["salute", "salutes", "volley", "volleys"])
                && near(words!["gun", "rifle", "cannon", "fired"])
            || is(words!["flame", "torch", "torches"])
                && near(words!["light", "lit", "lighting", "lights", "rekindled", "rekindling", "kindled"])
            || is(words!["incense"]) && near(words!["offered", "offering", "burned", "burnt", "lit"])
            || is(words!["siren", "sirens", "bells"])
                && near(words!["sounded", "tolled", "rang", "rung", "wailed"])
            || is(words!["tree", "trees"]) && near(words!["plant", "planted", "planting", "plants"])
            || is(words!["prayer", "prayers"])
                && !passage.is_any(at + 1, words!["book", "books"])
                && near(words!["said", "read", "offered", "led", "recited", "held", "special", "silence"])
            || is(words!["condolence", "condolences"]) && follows("of") && near(words!["book", "books"])
            || is(words!["fateha", "fatiha"]) && near(words!["offered", "offer", "offering", "recited"])
            || is(words!["post"]) && passage.kind(at).is_capital() && follows("last");
    // What a mint or a post issues, and names that are read out, need the day itself beside them.
    let is_of_day = || {
        is(words!["coin", "coins", "banknote", "stamp", "stamps"])
            && near(words![
                "issue", "issues", "issued", "issuing", "release", "released", "minted", "launched"
            ])
            || is(words!["roll"]) && passage.is(joined, "call")
    };
    // "released a commemorative stamp on the poet"
    let is_commemorative = || {
        is(words!["coin", "coins", "banknote", "stamp", "stamps"])
            && before(passage, at, 3).any(|at| has_stem(passage, at, stems!["commemorat"]))
            && near(words![
                "issue", "issues", "issued", "issuing", "release", "released", "minted", "launched",
                "unveiled"
            ])
    };
    let is_at_memorial = || {
        const REACH: usize = 8;
        holds(passage, before(passage, at, REACH), SITES)
            || holds(passage, after(passage, at + 1, REACH), SITES)
    };
    let is_done = is_rite && (text.serves_occasion() || is_in_memory(text, at) || is_at_memorial())
        || text.has_occasion(at) && is_of_day()
        || is_commemorative();
    is_done.then_some(at..at + 1)
}

/// "hosted a reception to celebrate National Day", "cut the anniversary cake".
pub(super) fn reception(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const HOST: &Words = words![
        "host", "hosts", "hosted", "hosting", "held", "hold", "holds", "gave", "gives", "organised",
        "organized", "attended", "attends", "attend", "attending", "at", "with", "joined", "cut", "cutting",
    ];
    let passage = text.passage();
    let is_cake = passage.is(at, "cake");
    let is_party = passage.is_any(
        at,
        words![
            "reception", "receptions", "banquet", "gala", "dinner", "luncheon", "fireworks", "concert",
            "cake"
        ],
    );
    // "reception centre", "dinner table"
    let is_of_other = passage.is_any(
        at + 1,
        words!["centre", "center", "centres", "centers", "area", "desk", "class", "facilities"],
    );
    let is_given = passage.is(at, "fireworks")
        || holds(passage, before(passage, at, 5), HOST)
        || holds(passage, after(passage, at + 1, 4), words!["held", "hosted", "cutting", "marking"]);
    let is_cut = !is_cake
        || holds(passage, before(passage, at, 5), words!["cut", "cutting"])
        || passage.is(at + 1, "cutting")
        || passage.is(at + 2, "cutting");
    // "the guests at the reception", where the day heads the story
    let is_known = || text.is_headed && at.checked_sub(1).is_some_and(|the| passage.is(the, "the"));
    let is_of_day = || text.has_occasion(at) || is_known();
    // "a cake-cutting ceremony" is a ceremony.
    let is_ceremony = is_cake && after(passage, at + 1, 3).any(|at| has_stem(passage, at, stems!["ceremon"]));
    (is_party && !is_ceremony && !is_of_other && is_given && is_cut && is_of_day()).then_some(at..at + 1)
}

/// "A seminar was held to mark the 30th anniversary", "raised the flag on Harbour Day": what an occasion itself is told to
/// be the purpose of.
pub(super) fn programme(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const REACH: usize = 10;
    let passage = text.passage();
    if passage.in_quote(at) || !text.has_occasion(at) {
        return None;
    }
    if passage.is_any(at, words!["flag", "flags"]) {
        const RAISED: &Words =
            words!["raised", "raises", "raising", "hoisted", "hoisting", "hoists", "unfurled", "unfurling"];
        let near = before(passage, at, 4).chain(after(passage, at + 1, 5));
        let is_raised = near.into_iter().any(|at| passage.is_any(at, RAISED));
        let is_ceremony =
            || (0..passage.tokens.len()).any(|at| has_stem(passage, at, stems!["ceremon", "rites"]));
        return (is_raised && !is_ceremony()).then_some(at..at + 1);
    }
    let is_event = passage.is_any(
        at,
        words![
            "seminar", "symposium", "webinar", "lecture", "roundtable", "screening", "documentary", "book",
            "festival", "performance", "performances",
        ],
    );
    let marks = after(passage, at + 1, REACH).find(|&at| {
        passage.reads(at, &["to", "mark"])
            || passage.reads(at, &["to", "commemorate"])
            || passage.reads(at, &["to", "celebrate"])
            || passage.is_any(at, words!["marking", "commemorating", "celebrating", "marked"])
            || passage.reads(at, &["occasion", "of"])
    });
    // "will observe Harbour Day with a lecture"
    let is_kept_by = || {
        before(passage, at, 3).any(|at| passage.is(at, "with"))
            && before(passage, at, 12).any(|at| is_marking(passage, at))
    };
    let is_for = marks.is_some_and(|marks| text.is_before_occasion(marks));
    (is_event && (is_for || is_kept_by())).then_some(at..at + 1)
}

/// "lit a candle in memory of the victims": whom an act itself says to remember.
pub(super) fn is_in_memory(text: &Text<'_, '_>, at: usize) -> bool {
    const REACH: usize = 16;
    let passage = text.passage();
    after(passage, at + 1, REACH).any(|at| {
        passage.reads(at, &["in", "memory", "of"])
            || passage.reads(at, &["in", "the", "memory", "of"])
            || passage.reads(at, &["in", "remembrance", "of"])
            || passage.reads(at, &["to", "remember"])
            || passage.reads(at, &["in", "honour", "of"])
            || passage.reads(at, &["in", "honor", "of"])
            || passage.reads(at, &["for", "the", "victims"])
            || passage.reads(at, &["mark", "of"])
                && (at + 2..at + 4).any(|respect| passage.is(respect, "respect"))
            || passage.reads(at, &["for", "the", "memory"])
    })
}
