//! Days that have a name: "ANZAC Day", "Remembrance Sunday", "International Day for the Abolition of Slavery".

use std::ops::Range;

use super::words::{after, before, has_stem, is_beside_act, is_greeted, is_marked, is_marking};
use crate::extract::annotated::Annotated;
use crate::extract::features::{Features, Topic, Topics};
use crate::extract::lexicon::{Class, named_day, role};
use crate::extract::number::ordinal;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

const LISTED_DAY: &str = "listed-day";
const DAY_BY_ITS_NAME: &str = "day-by-its-name";

/// A named day in a text.
#[derive(Debug)]
pub(super) struct FoundDay {
    pub(super) tokens: Range<usize>,
    /// "the 61st Independence Day": how often a state has kept it.
    pub(super) number: Option<u32>,
    pub(super) name: String,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// What named days are found by.
const WORDS: Features = Features::topic(Topic::NamedDay).or(Features::classes(&[Class::NamedDay]));

/// The last word of their names, in English and in India's.
const DAYS: &Words = words!["day", "diwas", "divas", "jayanti", "jayanthi"];

pub(super) const fn topics(topics: &mut Topics) {
    topics.add_all(Topic::NamedDay, DAYS);
    topics.add(Topic::NamedDay, &["sunday"]);
}

/// The named days that a text keeps, in order. Those that it only mentions are not among them.
pub(super) fn named_days(text: &Annotated<'_>) -> Vec<FoundDay> {
    let passage = &text.passage;
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(at) = passage.next_with(WORDS, next) {
        let day = listed(passage, at).or_else(|| by_its_name(passage, at));
        next = day.as_ref().map_or(at + 1, |day: &FoundDay| day.tokens.end.max(at + 1));
        found.extend(day.filter(|day| is_kept(passage, &day.tokens)));
    }
    found
}

/// A day that the lexicon knows.
fn listed(passage: &Passage<'_>, at: usize) -> Option<FoundDay> {
    let known = passage.longest(at, Class::NamedDay).filter(|_| passage.kind(at).is_capital())?;
    let end = at + known.len;
    let is_jubilee = passage.is_any(end - 1, words!["jubilee", "centenary", "bicentenary"]);
    if is_jubilee || is_ordinary(passage, at) {
        return None;
    }
    // "World Press Freedom Day" may be known by its end only.
    if let Some(longer) = by_its_name(passage, end - 1).filter(|day| day.tokens.start < at) {
        return Some(longer);
    }
    let name = named_day(known.entry.value)?;
    // Of "Maldives Independence Day" only the name is wanted.
    // "Vietnam Veterans' Day" is one of Australia's.
    let country = passage.longest(at, Class::Country).map_or(0, |country| country.len);
    let is_whole = country > 0 && at + country + 1 < end && !passage.is_any(at + country, OF_ANY_STATE);
    let start = if is_whole { at } else { after_introduction(passage, at, end - 1) };
    // "National Day of Commemoration" is another than "National Day of Kuwait".
    let is_of_state = passage.has_any(end + 1, STATES);
    let longer = if is_of_state { end } else { end_of_name(passage, start, end) };
    let is_listed = start == at && longer == end;
    let name = if is_listed { (*name).to_owned() } else { passage.on_one_line(start..longer) };
    Some(FoundDay {
        number: number_before(passage, start..longer),
        tokens: start..longer,
        name,
        rule: LISTED_DAY,
        confidence: 90,
    })
}

/// "the 61st Independence Day", "Tonga's 73rd National Day": the ordering number before a day of a state.
fn number_before(passage: &Passage<'_>, day: Range<usize>) -> Option<u32> {
    const REACH: usize = 6;
    const OF_STATE: &Words = words!["victory", "unification", "unity", "army", "navy", "anzac"];
    const LEAST: u32 = 10;
    let is_of_state = day.clone().any(|at| passage.is_any(at, OF_ANY_STATE) || passage.is_any(at, OF_STATE));
    // "the 62nd Madaraka Day": of the days that all the world keeps nobody counts the years.
    let is_of_one = !day
        .clone()
        .any(|at| passage.is_any(at, words!["world", "international", "global", "annual", "european"]));
    let is_day = day.end.checked_sub(1).is_some_and(|last| passage.is(last, "day"));
    // "the 53rd Independence and National Day"
    let is_name = |at: usize| passage.kind(at).is_capital() || passage.is_any(at, words!["glorious", "and"]);
    let numerals =
        before(passage, day.start, REACH).filter_map(|start| Some((start, ordinal(passage, start)?)));
    let mut near = numerals.filter(|(start, numeral)| (start + numeral.len..day.start).all(is_name));
    near.next()
        .filter(|(_, numeral)| is_day && (is_of_state || is_of_one && numeral.value >= LEAST))
        .map(|(_, numeral)| numeral.value)
}

/// Days that many states have, each its own.
const OF_ANY_STATE: &Words =
    words!["national", "independence", "statehood", "constitution", "republic", "flag", "liberation"];

const STATES: Features =
    Features::classes(&[Class::Country, Class::Demonym, Class::City, Class::Region, Class::Given]);

/// Whether a name begins with the first word of a day that is not kept, such as "Boxing Day".
fn is_ordinary(passage: &Passage<'_>, at: usize) -> bool {
    const ORDINARY: &Words = words![
        "boxing", "groundhog", "election", "polling", "inauguration", "budget", "opening", "open", "special",
        "first", "second", "third", "last", "next", "new", "every", "each", "this", "that", "all", "one",
        "family", "long", "sports", "present", "modern", "latter", "black", "cyber",
    ];
    passage.is_any(at, ORDINARY) && passage.is_any(at + 1, words!["day", "friday", "monday"])
}

/// Words in capitals that end in "Day", at that word.
fn by_its_name(passage: &Passage<'_>, at: usize) -> Option<FoundDay> {
    if !passage.kind(at).is_capital() || !(passage.is_any(at, DAYS) || is_sunday_of_name(passage, at)) {
        return None;
    }
    let start = after_introduction(passage, name_start(passage, at), at);
    if is_ordinary(passage, start) || is_surname(passage, at) {
        return None;
    }
    let end = end_of_name(passage, start, at + 1);
    // "Day of Mourning" has a name, and "the Day" has none.
    if start >= at && end == at + 1 {
        return None;
    }
    let start = start.min(at);
    let name = passage.on_one_line(start..end);
    Some(FoundDay {
        number: number_before(passage, start..end),
        tokens: start..end,
        name,
        rule: DAY_BY_ITS_NAME,
        confidence: 75,
    })
}

/// "Chief Isadore │ Day": whether the word stands behind an office and a name. A day may be called after a king.
fn is_surname(passage: &Passage<'_>, at: usize) -> bool {
    let is_office = |title: usize| {
        let office = passage.longest(title, Class::Role).and_then(|office| role(office.entry.value));
        passage.kind(title).is_capital() && office.is_some_and(|office| office.kind != "royal")
    };
    let is_name = |given: &usize| {
        passage.kind(*given) == TokenKind::Capital
            && passage.matches(*given).iter().all(|known| known.is(Class::Given))
    };
    let given = at.checked_sub(1).filter(is_name);
    given.and_then(|given| given.checked_sub(1)).is_some_and(is_office)
}

/// "Battle of the Narrows Sunday" before a service: a Sunday that is called after what is remembered.
fn is_sunday_of_name(passage: &Passage<'_>, at: usize) -> bool {
    const MOST_BEFORE_ACT: usize = 3;
    let follows_name = at.checked_sub(1).is_some_and(|name| {
        passage.kind(name).is_capital()
            && passage.matches(name).iter().all(|known| !known.is(Class::NamedDay))
    });
    passage.is(at, "sunday")
        && !passage.shouts
        && follows_name
        && after(passage, at + 1, MOST_BEFORE_ACT)
            .any(|at| has_stem(passage, at, stems!["service", "ceremon", "commemorat", "parade"]))
}

/// The first token of the words in capitals that end at `day`, with small words between them.
fn name_start(passage: &Passage<'_>, day: usize) -> usize {
    // Where all is in capitals they tell no name from what stands before it.
    let reach = if passage.shouts { 2 } else { 9 };
    let mut start = day;
    for at in before(passage, day, reach).rev() {
        let is_small = passage.is_any(at, words!["of", "the", "in", "and", "for", "de"])
            || passage.kind(at) == TokenKind::Possessive
            || passage.is_hyphen(at)
            // "Martin Luther King, Jr. Day"
            || passage.is_mark(at, ',') && passage.is_any(at + 1, words!["jr", "jr.", "sr", "sr."]);
        let ends = [
            "on", "for", "the", "anniversary", "anniversaries", "centenary", "statement", "message", "ahead",
            "during", "before", "after", "as", "since", "happy", "joyous", "blessed",
        ];
        if passage.kind(at).is_capital() && !passage.is_any(at, &ends) {
            start = at;
        } else if !is_small || passage.is(at, "for") {
            break;
        }
    }
    start
}

/// Without "Happy", "Marking" and the country before the name: "Zimbabwe National Day" is National Day.
fn after_introduction(passage: &Passage<'_>, start: usize, day: usize) -> usize {
    let mut name = start;
    while name < day {
        let country = passage.longest(name, Class::Country).map_or(0, |country| country.len);
        // "18 March Martyrs' Day"
        let is_of_date = || {
            passage.is_any(name, MONTHS)
                && name.checked_sub(1).is_some_and(|day| passage.kind(day) == TokenKind::Number)
        };
        let ordering = ordinal(passage, name).filter(|numeral| name + numeral.len < day);
        let next = if let Some(ordering) = ordering {
            name + ordering.len
        } else if is_of_date()
            || is_marking(passage, name)
            || passage.is_any(
                name,
                words!["happy", "on", "the", "today", "statement", "occasion", "of", "and", "'s", "’s", "in"],
            )
            || passage.kind(name) == TokenKind::Possessive
            || has_stem(passage, name, stems!["recogni"])
            || passage.shouts && passage.has(name, Class::PostNominal)
        {
            name + 1
        } else if country > 0 {
            name + country
        } else {
            // "Solomon Islands' National Day": the owner of a day that every country has.
            let is_general = |at| {
                passage
                    .is_any(at, words!["national", "independence", "statehood", "constitution", "republic"])
            };
            let general = (name..day).find(|&at| is_general(at) && at + 1 == day && at > name);
            match general.or_else(|| day_of_minister(passage, name, day)) {
                Some(at) if !passage.is_any(name, words!["world", "international"]) => at,
                _ => break,
            }
        };
        // "Canada Day" is not just a day; "the Day" and "Ukraine's Day" are.
        let is_name = country > 0 && passage.kind(name + country) != TokenKind::Possessive;
        if is_name && next >= day {
            break;
        }
        name = next;
    }
    name
}

/// "Minister of Culture Ana Berg │ National Flag Day Message": the day behind an office that its name has run on into.
fn day_of_minister(passage: &Passage<'_>, office: usize, day: usize) -> Option<usize> {
    let is_day = |at: usize| passage.has(at, Class::NamedDay) || passage.is_any(at, OF_ANY_STATE);
    let is_office = passage.has(office, Class::Role) && passage.kind(office + 1) != TokenKind::Possessive;
    is_office.then(|| (office + 1..day).find(|&at| is_day(at))).flatten()
}

/// "International Day" goes on: "of Peace", "for the Elimination of Racial Discrimination".
fn end_of_name(passage: &Passage<'_>, start: usize, end: usize) -> usize {
    let links = ["of", "for", "against", "the", "in", "to", "with"];
    let is_worldwide = passage.is_any(start, words!["international", "world", "european"]);
    // "International Day of commemoration in memory of the victims of the Holocaust"
    const SMALL: &Words = words![
        "commemoration", "memory", "remembrance", "victims", "solidarity", "reflection", "prayer", "people",
        "persons", "women", "children", "all",
    ];
    // "Day of Remembrance for the Victims of the Flood"
    let is_of_victims = end.checked_sub(1).is_some_and(|last| {
        passage.is_any(last, words!["remembrance", "mourning", "memory", "commemoration"])
    }) && passage.is_any(end, words!["of", "for"])
        && (end + 1..end + 4).any(|at| passage.is_any(at, words!["victim", "victims"]));
    let goes_on = if is_of_victims {
        true
    } else if is_worldwide {
        passage.is_any(end, words!["of", "for"]) || has_stem(passage, end, stems!["against"])
    } else {
        let name = end + 1 + usize::from(passage.is(end + 1, "the"));
        // "the National Day of the Republic" is a state's.
        let is_state = start + 1 < end && passage.has(name, Class::Country)
            || name > end + 1
                && (passage.has_any(name, STATES)
                    || passage
                        .is_any(name, words!["republic", "kingdom", "state", "federal", "united", "union"]));
        passage.is(end, "of") && passage.kind(name).is_capital() && !is_state && !passage.is_any(name, MONTHS)
    };
    // Where all is in capitals only a headline ends where its name does.
    if !goes_on || (passage.shouts && !(is_worldwide && passage.part == Part::Headline)) {
        return end;
    }
    let mut name = end;
    for at in after(passage, end, 14) {
        let is_small =
            (is_worldwide || is_of_victims) && (passage.is(at, "and") || passage.is_any(at, SMALL));
        if passage.kind(at).is_capital() {
            name = at + 1;
        } else if !(passage.is_any(at, &links) || is_small) {
            break;
        }
    }
    name
}

const MONTHS: &Words = words![
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];

/// Whether the text keeps the day, or only dates something by it.
fn is_kept(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    const MERELY: &Words = words![
        "weekend", "weekends", "sale", "sales", "holiday", "petrol", "traffic", "shopping", "council",
        "committee", "network", "board", "foundation", "honours", "honors", "awards", "award", "act",
        "lunch", "match", "test", "trust", "fund", "medal", "accord", "agreement", "attacks", "bombing",
        "massacre", "uprising", "incident", "attack", "shooting", "shootings", "blast", "blasts", "fire",
        "riot", "riots", "storm", "flood", "crash", "travel", "shooter",
    ];
    // "September 11-14, 2023"
    let is_date = passage.kind(tokens.end - 1) == TokenKind::Number
        && (passage.is_hyphen(tokens.end)
            || matches!(passage.kind(tokens.end), TokenKind::Mark('–' | '—'))
            || passage.is_mark(tokens.end, ',') && passage.kind(tokens.end + 1) == TokenKind::Number
            || passage.is_any(tokens.end, words!["to", "and", "until"]));
    // "Harbour Day, also known as the Day of Boats"
    let is_other_name = before(passage, tokens.start, 4).any(|at| {
        passage.is(at, "as")
            && at.checked_sub(1).is_some_and(|known| passage.is_any(known, words!["known", "called", "to"]))
    });
    // "to mark the annual Memorial Day holiday"
    let is_holiday = passage.is(tokens.end, "holiday") && is_marked(passage, tokens);
    if passage.is_any(tokens.end, MERELY) && !is_holiday || is_date || is_other_name {
        return false;
    }
    let is_headline = passage.part == Part::Headline;
    // "Today is World Water Day", "This year, Earth Day is"
    let is_today = before(passage, tokens.start, 4).any(|at| {
        passage.is_any(at, words!["today", "tomorrow", "yesterday"])
            && (passage.is_any(at + 1, words!["is", "was"])
                || passage.is_mark(at + 1, ',')
                    && (at + 2..tokens.start).all(|at| passage.is_any(at, words!["on", "the"])))
    });
    // "the Dawn Service for Harbour Day"
    let is_of_rite = before(passage, tokens.start, 4).any(|at| {
        has_stem(passage, at, stems!["service", "ceremon", "parade", "observance", "celebration"])
            && passage.is_any(at + 1, words!["for", "of", "on", "marking"])
    });
    if tokens.len() == 1 {
        // "Easter" and "Thanksgiving" mostly tell when something else was.
        let marked = before(passage, tokens.start, 4).any(|at| is_marking(passage, at));
        return is_headline || marked || is_greeted(passage, tokens.start);
    }
    let has_act = || {
        after(passage, tokens.end, 4).any(|at| {
            has_stem(
                passage,
                at,
                stems![
                    "service", "ceremon", "commemorat", "message", "statement", "march", "parade", "address",
                    "reception", "festivit"
                ],
            )
        })
    };
    // "laid a wreath on ANZAC Day"
    let before_day =
        before(passage, tokens.start, 2).rev().find(|&at| !passage.is_any(at, words!["the", "his", "her"]));
    let dates_act = before_day.is_some_and(|on| passage.is_any(on, words!["on", "during"]));
    let is_ahead = before_day.is_some_and(|of| {
        passage.is(of, "of") && of.checked_sub(1).is_some_and(|ahead| passage.is(ahead, "ahead"))
    });
    let dates_act = dates_act || is_ahead;
    // "his Harbour Day greetings"
    let is_wished =
        (tokens.end..tokens.end + 2).any(|at| passage.is_any(at, words!["greetings", "message", "wishes"]));
    is_headline
        || is_wished
        || is_today
        || is_of_rite
        || dates_act && is_beside_act(passage, tokens)
        || is_marked(passage, tokens)
        || is_greeted(passage, tokens.start)
        || has_act()
}
