//! How each act of remembrance is read at its word, and what shows that it is one.

use std::ops::Range;

use super::super::site::site_in;
use super::super::words::{SITES, after, before, has_stem, holds, is_marking};
use super::Text;
use super::customs::is_in_memory;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// "laid a wreath", "wreath-laying", "wreaths were laid".
pub(super) fn laid(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const LAY: &Words = words![
        "lay",
        "lays",
        "laid",
        "laying",
        "place",
        "places",
        "placed",
        "placing",
        "deposit",
        "deposits",
        "deposited",
        "depositing",
        "present",
        "presents",
        "presented",
        "offer",
        "offered",
        "cast",
        "dropped",
        "floated",
        "threw",
        "tossed",
        "put",
        "puts",
        "left",
    ];
    let passage = text.passage();
    // "presented the golden wreath on loan to the museum"
    if passage.reads(at + 1, &["on", "loan"]) {
        return None;
    }
    if let Some(verb) = before(passage, at, 5).rev().find(|&at| passage.is_any(at, LAY)) {
        return Some(verb..at + 1);
    }
    after(passage, at + 1, 4)
        .find(|&at| passage.is_any(at, words!["laying", "laid", "placed", "presentation", "presented"]))
        .map(|verb| at..verb + 1)
}

/// "laid flowers at the monument", "paid floral tributes", "garlanded the statue".
pub(super) fn flowers(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const PAY: &Words = words!["pay", "pays", "paid", "paying", "offer", "offers", "offered", "offering"];
    let passage = text.passage();
    let is_form = |words: &Words| passage.is_any(at, words);
    if is_form(words!["garlanded", "garlanding", "garlands"]) {
        let to_one =
            |at: usize| passage.is_any(at, words!["statue", "bust", "portrait", "memorial", "monument"]);
        return after(passage, at + 1, 6).any(to_one).then_some(at..at + 1);
    }
    if passage.is(at, "floral") {
        // A floral wreath is a wreath.
        if !has_stem(passage, at + 1, stems!["tribute", "offering", "homage", "basket"]) {
            return None;
        }
        if let Some(verb) = before(passage, at, 4).rev().find(|&at| passage.is_any(at, PAY)) {
            return Some(verb..at + 2);
        }
    } else if !is_form(words![
        "flower",
        "flowers",
        "bouquet",
        "bouquets",
        "rose",
        "roses",
        "poppies",
        "carnation",
        "carnations",
    ]) || at
        .checked_sub(2)
        .is_some_and(|wreath| passage.is_any(wreath, words!["wreath", "wreaths"]))
    {
        return None;
    }
    // A bouquet is presented to a guest; flowers are laid.
    let found = laid(text, at)?;
    let is_gift = found
        .clone()
        .any(|at| passage.is_any(at, words!["present", "presents", "presented", "offer", "offered"]));
    (!is_gift).then_some(found)
}

/// "a minute's silence", "two minutes silence", "a moment of silence".
pub(super) fn silence(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    // "the whole country fell silent for two minutes"
    if passage.is(at, "silent") {
        let verb = at
            .checked_sub(1)
            .filter(|&verb| passage.is_any(verb, words!["fell", "fall", "falls", "stood"]))?;
        let is_timed = passage.is_any(at + 1, words!["for", "at", "in"]) && text.serves_occasion();
        return is_timed.then_some(verb..at + 1);
    }
    // "stood in silence in honour of the dead"
    let in_silence = || {
        let is_in = at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["in", "solemn"]));
        let verb =
            before(passage, at, 4).rev().find(|&at| passage.is_any(at, words!["stood", "stand", "bowed"]))?;
        let is_done = is_in && (text.serves_occasion() || is_in_memory(text, at));
        is_done.then_some(verb..at + 1)
    };
    let minute = before(passage, at, 3)
        .find(|&at| passage.is_any(at, words!["minute", "minutes", "moment", "moments", "minute's"]));
    // "asked the country to observe the silence"
    let kept = before(passage, at, 3).find(|&verb| {
        has_stem(passage, verb, stems!["observ"]) && passage.is_any(at - 1, words!["the", "a"])
    });
    minute.or(kept).map(|start| start..at + 1).or_else(in_silence)
}

/// "memorial service", "dawn service", "service of remembrance"; any service that marks an occasion.
pub(super) fn service(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const OF: &Words = words![
        "remembrance",
        "commemoration",
        "thanksgiving",
        "dedication",
        "rededication",
        "reflection",
        "reconciliation",
        "prayer",
    ];
    let passage = text.passage();
    let start = before(passage, at, 2).find(|&at| {
        passage.is_any(
            at,
            words![
                "memorial",
                "commemorative",
                "commemoration",
                "remembrance",
                "dawn",
                "anniversary",
                "rededication",
                "thanksgiving",
                "ecumenical",
                "interfaith",
                "requiem",
                "burial",
                "reburial",
                "graveside",
                "interment",
                "committal",
            ],
        )
    });
    if let Some(start) = start {
        return Some(start..at + 1);
    }
    if passage.is(at + 1, "of") && passage.is_any(at + 2, OF) {
        return Some(at..at + 3);
    }
    // "The services were held at Hill Cemetery"
    let is_at_graves = || {
        let first = after(passage, at + 1, 12).take_while(|&at| passage.kind(at) != TokenKind::Mark('.'));
        let mut first = first.skip_while(|&at| !passage.is_any(at, words!["held", "at"]));
        first.any(|at| passage.is_any(at, SITES))
    };
    let opens = at.checked_sub(1).is_some_and(|article| passage.is_any(article, words!["the", "a"]));
    if opens && passage.is_any(at, words!["service", "services"]) && is_at_graves() {
        return Some(at..at + 1);
    }
    let is_held =
        passage.is_any(at + 1, words!["at", "in", "to", "marking", "commemorating", "was", "will", "held"]);
    let article = at.checked_sub(1)?;
    let is_one = passage.is_any(article, words!["a", "the", "church", "special", "prayer"]);
    (is_held && is_one && text.has_occasion(at)).then_some(at..at + 1)
}

/// "a commemorative Mass", "a Mass for the victims", "a requiem".
pub(super) fn mass(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if passage.is(at, "requiem") {
        return (!passage.is_any(at + 1, words!["mass"])).then_some(at..at + 1);
    }
    let is_mass =
        passage.is(at, "mass") && passage.kind(at) == TokenKind::Capital && !passage.begins_sentence(at);
    let named = before(passage, at, 2).any(|at| {
        has_stem(passage, at, stems!["commemorat", "memorial", "requiem", "anniversary", "thanksgiving"])
    });
    (is_mass && (named || text.has_occasion(at))).then_some(at..at + 1)
}

/// A ceremony that is called memorial, or that an anniversary or named day shares the sentence with.
pub(super) fn ceremony(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const OTHER: &Words = words![
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
    // "the opening ceremony of Holocaust Remembrance Day" is of the day all the same.
    let is_of_day = passage.is(at + 1, "of") && text.begins_occasion(at + 2);
    if holds(passage, ahead.clone(), OTHER) && !is_of_day {
        return None;
    }
    let memorial = ahead.clone().find(|&at| {
        passage.is_any(at, words!["memorial", "remembrance", "wreath", "anniversary", "dawn"])
            || has_stem(passage, at, stems!["commemorat"])
    });
    // "the Women of Courage Ceremony" bears its name, and so does the Last Post Ceremony.
    let is_named = !passage.shouts
        && text.annotated.passage.part != Part::Headline
        && passage.kind(at).is_capital()
        && at.checked_sub(1).is_some_and(|name| passage.kind(name).is_capital() && !passage.is(name, "post"));
    if is_named && memorial.is_none() && !text.ends_occasion(at) {
        return None;
    }
    let of =
        passage.is(at + 1, "of") && passage.is_any(at + 2, words!["remembrance", "commemoration", "homage"]);
    // "ceremonies in Poland next week to commemorate"
    let commemorates =
        || after(passage, at + 1, 6).any(|at| has_stem(passage, at, stems!["commemorat", "remember"]));
    let is_of_occasion = of || commemorates() || text.serves_occasion();
    memorial.map(|start| start..at + 1).or(is_of_occasion.then_some(at..at + 1))
}

/// "the central memorial event", "an event to mark the 30th anniversary of the siege"; an event of any other sort
/// remembers nothing.
pub(super) fn event_held(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const REACH: usize = 8;
    let passage = text.passage();
    if !passage.is_any(at, words!["event", "events"]) {
        return None;
    }
    let memorial = at.checked_sub(1).filter(|&near| {
        passage.is_any(near, words!["memorial", "remembrance"])
            || has_stem(passage, near, stems!["commemorat"])
    });
    // "the funding of commemorative events"
    let is_held = passage.is(at, "event") || text.serves_occasion();
    if let Some(start) = memorial {
        return is_held.then_some(start..at + 1);
    }
    // "An event was held at the memorial to mark"
    const HELD: &Words = words!["held", "hosted", "hosts", "organised", "organized", "took"];
    let is_held =
        holds(passage, before(passage, at, 4), HELD) || holds(passage, after(passage, at + 1, 4), HELD);
    let is_one = before(passage, at, 3).any(|at| passage.is_any(at, words!["a", "an", "special"]));
    let marks = after(passage, at + 1, REACH).any(|at| is_marking(passage, at));
    (passage.is(at, "event") && is_one && is_held && marks && text.has_occasion(at)).then_some(at..at + 1)
}

/// "unveiled a plaque", "the memorial will be unveiled".
pub(super) fn unveiling(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const UNVEILED: &Words = words![
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
    let is_unveiled = has_stem(passage, at, stems!["unveil"]);
    // "inaugurated the monument", "the dedication of a memorial"; but "dedicated his life to the memorial"
    let reach = if is_unveiled { 9 } else { 5 };
    let is_done = is_unveiled
        || passage.is_any(at, words!["inaugurate", "inaugurates", "inaugurated", "inaugurating"])
        || passage.is_any(at, words!["dedication", "inauguration"]) && passage.is(at + 1, "of");
    if !is_done {
        return None;
    }
    if let Some(noun) = after(passage, at + 1, reach).find(|&at| passage.is_any(at, UNVEILED)) {
        return Some(at..noun + 1);
    }
    if !is_unveiled {
        return None;
    }
    // "unveiled a bronze figure": on the day itself whatever is unveiled is for it.
    const ART: &Words = words![
        "artwork",
        "logo",
        "emblem",
        "bronze",
        "figure",
        "installation",
        "mosaic",
        "mural",
        "painting",
        "panel",
        "portrait",
        "tablet",
        "work",
    ];
    if text.serves_occasion()
        && let Some(noun) = after(passage, at + 1, 5).find(|&at| passage.is_any(at, ART))
    {
        return Some(at..noun + 1);
    }
    // "A plaque to mark the 80th anniversary of the campaign was unveiled"
    let is_passive =
        at.checked_sub(1).is_some_and(|be| passage.is_any(be, words!["was", "were", "be", "been"]));
    let reach = if is_passive { 20 } else { 8 };
    before(passage, at, reach).find(|&at| passage.is_any(at, UNVEILED)).map(|noun| noun..at + 1)
}

pub(super) fn parade(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let is_noun = passage.is_any(at, words!["parade", "parades", "march", "marches"]) && !is_month(text, at);
    let verb =
        at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["to", "will", "they", "we"]));
    let named = before(passage, at, 2)
        .any(|at| has_stem(passage, at, stems!["commemorat", "remembrance", "veteran"]));
    let is_parade = passage.is_any(at, words!["parade", "parades"]) && text.serves_occasion();
    // "veterans marched through the town to mark Armistice Day"
    if passage.is_any(at, words!["marched", "paraded"]) {
        let is_past = passage.is_any(at + 1, words!["through", "past", "along", "down", "to", "in"]);
        return (is_past && text.has_occasion(at)).then_some(at..at + 1);
    }
    (is_noun && !verb && (named || is_parade || text.has_occasion(at))).then_some(at..at + 1)
}

/// "March" is a month wherever a date was read there.
fn is_month(text: &Text<'_, '_>, at: usize) -> bool {
    let dates = &text.annotated.dates;
    let next = dates.partition_point(|date| date.tokens.end <= at);
    dates.get(next).is_some_and(|date| date.tokens.contains(&at)) || text.passage().kind(at).is_capital()
}

/// "paid tribute to those who died", "paid homage at the memorial"; "paid tribute to the close relations" remembers no one.
pub(super) fn tribute(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const DEAD: &Words = words![
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
        "fought",
        "martyrs",
        "survivors",
        "genocide",
        "unknown",
        "anzacs",
        "diggers",
    ];
    let passage = text.passage();
    let verb = before(passage, at, 4).rev().find(|&at| has_stem(passage, at, stems!["pay", "paid"]))?;
    // "paid floral tributes": flowers.
    if at.checked_sub(1).is_some_and(|before| passage.is(before, "floral")) {
        return None;
    }
    let object = after(passage, at + 2, 12);
    let is_to = passage.is_any(at + 1, words!["to", "at"]);
    let is_to_the_dead = is_to
        && (holds(passage, object.clone(), DEAD) || holds(passage, object, SITES) || text.has_occasion(at));
    is_to_the_dead.then_some(verb..at + 1)
}

/// "visited the Australian War Memorial", "a visit to the cemetery".
pub(super) fn memorial_visit(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if !passage.is_any(at, words!["visit", "visits", "visited", "visiting", "toured", "tour"]) {
        return None;
    }
    // The object only: "visited Canberra and spoke of the memorial" visits no memorial.
    let object = after(passage, at + 1, 10);
    let joined = |&at: &usize| {
        !passage.is_any(at, words!["where", "and", "who", "for", "by", "with"])
            && (passage.kind(at).is_word() || passage.kind(at) == TokenKind::Possessive)
    };
    let len = object.clone().take_while(joined).count();
    let object = object.start..object.start + len;
    site_in(text.annotated, object.clone()).map(|_| at..object.end)
}

pub(super) fn exhibition(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let marks = after(passage, at + 1, 6).any(|at| is_marking(passage, at));
    (marks || text.has_occasion(at)).then_some(at..at + 1)
}

pub(super) fn medal(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let named =
        before(passage, at, 2).find(|&at| has_stem(passage, at, stems!["commemorat", "anniversary"]))?;
    Some(named..at + 1)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::commemorations;

    /// Whether a text tells of an act.
    fn tells(text: &str, act: &str) -> bool {
        commemorations("GB", text).iter().any(|told| told.contains(act))
    }

    #[test]
    fn a_service_at_graves_remembers() {
        assert!(tells("The service was held at Bedford House Cemetery near Ypres.", "service"));
        assert!(tells(
            "The burial service was led by a chaplain, and flowers were laid at the grave.",
            "service"
        ));
        assert!(!tells("The service was held up by snow, said the railway.", "service"));
    }

    #[test]
    fn who_speaks_at_a_service_gives_a_speech() {
        let text =
            "The Minister will speak at the Dawn Service to mark the 107th anniversary of the landings.";
        assert!(
            commemorations("NZ", text).iter().any(|told| told.contains("speech") && told.contains("service"))
        );
        assert!(!tells(
            "The Minister will speak at a trade fair on the 10th anniversary of the flood.",
            "speech"
        ));
    }

    #[test]
    fn a_plaque_is_unveiled_however_long_its_purpose() {
        let text = "A plaque to mark the 80th anniversary of the Kokoda campaign in Papua was unveiled by the Governor.";
        assert_eq!(commemorations("AU", text), ["80; unveiling"]);
    }

    #[test]
    fn flames_and_incense_are_customs_of_a_day() {
        for custom in ["lit the flame of remembrance", "offered incense"] {
            let text = format!("The President {custom} on the 28th anniversary of the genocide.");
            assert_eq!(commemorations("RW", &text).len(), 1, "{custom}");
            assert!(tells(&text, "other"), "{custom}");
        }
        assert!(commemorations("RW", "The President lit the flame of the stove.").is_empty());
    }

    #[test]
    fn a_custom_that_names_its_dead_needs_no_day() {
        for text in [
            "The Prime Minister lit a candle in the cathedral to remember the victims of the bombing.",
            "The Minister signed a book of condolence at the embassy in memory of Queen Ana.",
            "Flags will fly at half mast in memory of the miners.",
        ] {
            assert!(tells(text, "other"), "{text}");
        }
        assert!(commemorations("GB", "The Minister lit a candle on the cake.").is_empty());
        assert!(commemorations("GB", "Prices rose by half in memory cards.").is_empty());
    }

    #[test]
    fn coins_stamps_and_roll_calls_are_of_a_day() {
        for text in [
            "The Mint issued a coin to mark the 80th anniversary of the landings.",
            "The Prime Minister released a postage stamp to mark the 150th anniversary of the railway.",
            "A roll call of the fallen was held on the 80th anniversary of the uprising.",
        ] {
            assert!(tells(text, "other"), "{text}");
        }
        assert!(commemorations("GB", "The Mint issued a coin with a bee on it.").is_empty());
    }

    #[test]
    fn poppies_are_flowers_and_a_wreath_on_loan_is_none() {
        assert!(tells("Families placed poppies at the headstone in Hill Cemetery.", "flowers"));
        assert!(!tells("He presented a golden wreath on loan to the museum.", "wreath"));
    }

    #[test]
    fn an_ordinal_commemoration_is_an_anniversary() {
        let text = "We mark the 28th commemoration of the genocide with a minute of silence.";
        assert!(commemorations("RW", text).iter().any(|told| told.starts_with("28; ")));
        let day = "The President released a message on the occasion of 18 March Martyrs' Day.";
        assert!(commemorations("TR", day).iter().any(|told| told.starts_with("Martyrs' Day; ")));
    }

    #[test]
    fn what_is_done_at_a_memorial_or_out_of_respect_remembers() {
        for (text, act) in [
            ("The President planted a tree at the Hill Memorial.", "other"),
            (
                "Flags will be flown at half-mast as a mark of respect to the victims of the earthquake.",
                "other",
            ),
            ("President Hale tossed a wreath into the sea.", "wreath"),
            ("The Chancellor took part in the central memorial event for the victims.", "ceremony"),
            ("Veterans marched through the town to mark Armistice Day.", "parade"),
            ("The Governor read the message for the 50th anniversary of the accord.", "message"),
            (
                "The Secretary-General, in a message on the 50th anniversary of the accord, urged calm.",
                "message",
            ),
        ] {
            assert!(tells(text, act), "{text}");
        }
        for none in ["The President planted a tree at the school.", "The central event was a match."] {
            assert!(commemorations("GB", none).is_empty(), "{none}");
        }
    }

    #[test]
    fn days_of_india_are_named_days() {
        let text = "The Prime Minister paid tribute to the poet on Parakram Diwas.";
        assert!(commemorations("IN", text).iter().any(|told| told.starts_with("Parakram Diwas; tribute")));
        let text = "Marking 25 years of the Good Friday Agreement, the Secretary hosted a reception.";
        assert!(commemorations("GB", text).iter().any(|told| told.starts_with("25; ")), "{text}");
        assert!(!commemorations("GB", text).iter().any(|told| told.starts_with("Good Friday")), "{text}");
    }
}
