//! A visit as one clause tells it.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, clause_end, is_passive, of, subject, subject_after};
use super::super::lexicon::{Class, Frame, Tense};
use super::super::modality::{Modality, is_on_visit, modality};
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::place::{is_capital_city, is_district};
use super::super::schedule;
use super::super::words::Words;
use super::destination::{self, Stop};
use super::event::{is_at_assembly, is_in_city, is_work_site, lays_wreath, signs};
use super::reception::reception;
use super::travellers::{are_told_of, is_visiting, travellers, visiting_guest};
use super::{Setting, delegation, description, guests, opening, unknown_town, when};
use crate::model::{Country, Date, Evidence, Leg, Part, Participant, Place, PlaceKind, TimeUnit, VisitKind};

/// A visit as one clause tells it: one country.
#[derive(Debug)]
pub(super) struct Account {
    /// None where it is the visitors whom the story told of last.
    pub(super) visitors: Vec<Participant>,
    pub(super) hosts: Vec<Participant>,
    /// None where the clause tells only more of a visit that is known: "his first official visit".
    pub(super) stop: Option<Stop>,
    /// When the whole journey takes place.
    pub(super) dates: Option<Date>,
    pub(super) told: Modality,
    /// Whether the clause tells that they set out: "arrives", "begins a visit".
    pub(super) sets_out: bool,
    /// Whether the clause tells that it has come to its end: "concluded a visit", "returned from".
    pub(super) is_over: bool,
    /// Whether the visitors are said to be on it: "who is on a two-day visit".
    pub(super) is_on_it: bool,
    /// Whether they are said to be there: "is currently in Kenya".
    pub(super) is_there: bool,
    /// Whether the clause tells what is still to come: "flew to Oslo, where she will".
    pub(super) goes_on: bool,
    /// Whether a verb tells it, or what is done there, and no noun: "the visit will strengthen" tells of no future.
    pub(super) is_act: bool,
    /// Whether a verb in the present tells what is done there, and not that they go: "opens", "visits".
    pub(super) is_present_act: bool,
    pub(super) kind: Option<VisitKind>,
    pub(super) days: Option<u32>,
    pub(super) purpose: Option<String>,
    pub(super) background: bool,
    pub(super) evidence: Evidence,
}

/// The visits that a trigger tells of: one for each country.
pub(super) fn accounts(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Vec<Account> {
    let passage = &text.passage;
    let at = hook.tokens.start;
    if passage.in_quote(at) {
        return Vec::new();
    }
    let Some(mut journey) = journey(text, hook, setting) else { return Vec::new() };
    let sent = delegation::sent(text, hook);
    if sent.is_some() {
        journey.visitors = setting.delegates.to_vec();
    }
    // "The delegation, which includes A, will visit Turku": whoever leads it, and A.
    if delegation::is_done_with_members(passage, hook)
        && let Some(leader) = setting.named_delegate().filter(|leader| !journey.visitors.contains(leader))
    {
        journey.visitors.insert(0, leader.clone());
    }
    // "The delegation will also visit Turku": whoever leads it.
    if journey.visitors.is_empty() && delegation::is_done_by_delegation(passage, hook) {
        journey.visitors.extend(setting.delegates.first().cloned());
    }
    let is_official = |who: &Participant| matches!(who, Participant::Official(_));
    let mut visitors: Vec<Participant> = journey.visitors.into_iter().filter(is_official).collect();
    let names_visit =
        hook.trigger.tense == Tense::Noun && matches!(hook.trigger.frame, Frame::Visit | Frame::Travel);
    let are_told_of = visitors.is_empty() && are_told_of(passage, hook);
    if visitors.is_empty() && !names_visit && !are_told_of && setting.owner.is_none() {
        return Vec::new();
    }
    // Most triggers tell of nobody's journey, which is found sooner than how they tell it.
    let told = sent.unwrap_or_else(|| modality(passage, &hook.sentence, at, hook.trigger.tense));
    if visitors.is_empty() && schedule::opens_line(text, hook) {
        visitors.extend(setting.owner.cloned());
    }
    // "A visit to Cairo had to be called off" is of those whom the story told of last.
    let is_of_others = names_visit && (journey.stops.is_empty() || told == Modality::Cancelled);
    let is_nobodys = visitors.is_empty() && !is_of_others && !are_told_of;
    if told == Modality::Unreal || is_nobodys || description::is_first_time(passage, hook) {
        return Vec::new();
    }
    let (mut stops, mut dates) = when::dated(text, journey.stops, hook, setting.anchor);
    stops.retain(|stop| !is_homecoming(passage, hook, stop, &visitors, setting));
    let tokens = evidence_tokens(hook, &stops);
    // "this week" does not say that it is today.
    let is_of_days = |date: &&Date| date.relative.is_none_or(|relative| relative.unit == TimeUnit::Day);
    let days: Vec<&Date> = stops.iter().filter_map(|stop| stop.leg.dates.as_ref()).chain(&dates).collect();
    let exact = days.iter().copied().filter(is_of_days);
    let first = exact.filter_map(|date| date.clone().resolve(setting.anchor?).first_day()).min();
    let is_soon = told == Modality::Present && !days.is_empty() && is_setting_out_soon(passage, hook);
    let told = if is_soon && (first.is_none() || first != setting.anchor) { Modality::Future } else { told };
    if stops.is_empty() && names_visit {
        dates = description::date_after(text, hook);
    }
    let purpose = description::purpose(text, &hook.sentence, tokens.end);
    let account = |stop: Option<Stop>| Account {
        visitors: visitors.clone(),
        hosts: journey.hosts.clone(),
        told,
        sets_out: sets_out(passage, hook),
        is_over: is_over(passage, hook),
        is_on_it: hook.trigger.tense == Tense::Noun && is_on_visit(passage, &hook.sentence, at),
        is_there: hook.trigger.frame == Frame::Stay
            && told == Modality::Present
            && passage.part != Part::Headline,
        goes_on: goes_on(passage, hook, tokens.end),
        is_act: hook.trigger.tense != Tense::Noun,
        is_present_act: hook.trigger.tense == Tense::Present
            && matches!(hook.trigger.frame, Frame::Visit | Frame::Attend | Frame::Engage | Frame::Meet),
        kind: description::kind(passage, hook),
        days: description::days(passage, hook),
        background: description::is_background(text, hook, told, setting),
        purpose: purpose.clone(),
        dates: dates.clone(),
        evidence: passage.evidence(tokens.clone(), rule(hook), confidence(hook)),
        stop,
    };
    if stops.is_empty() {
        return if names_visit { vec![account(None)] } else { Vec::new() };
    }
    stops.into_iter().map(|stop| account(Some(stop))).collect()
}

/// "arrives", "left for", "began a visit": the visit goes on after that.
fn sets_out(passage: &Passage<'_>, hook: &Hook) -> bool {
    const SETS_OUT: &Words = words![
        "arrive",
        "arrives",
        "arrived",
        "land",
        "lands",
        "landed",
        "left",
        "leaves",
        "leaving",
        "departed",
        "departs",
        "departing",
        "arriving",
        "began",
        "begins",
        "begun",
        "started",
        "starts",
        "commenced",
        "commences",
        "commencing",
        "embarked",
        "jetted",
        "touched",
    ];
    // "left Oslo today for Paris on an official visit"
    let reach = if hook.trigger.tense == Tense::Noun { 9 } else { 5 };
    let near = hook.tokens.start.saturating_sub(reach).max(hook.sentence.start)..hook.tokens.end;
    let has_come = passage.is_any(hook.tokens.start, words!["has", "have"]);
    // "has today travelled to"
    let has_gone = hook.tokens.start >= 2
        && of(hook, Frame::Travel)
        && hook.trigger.tense == Tense::Past
        && passage.is_any(hook.tokens.start - 2, words!["has", "have"])
        && passage.is_any(hook.tokens.start - 1, words!["today", "now", "just", "already"]);
    has_come || has_gone || near.into_iter().any(|at| passage.is_any(at, SETS_OUT))
}

/// "is travelling to Poland this week" announces it; "is currently travelling in Poland" does not.
fn is_setting_out_soon(passage: &Passage<'_>, hook: &Hook) -> bool {
    const SETTING_OUT: &Words =
        words!["travelling", "traveling", "flying", "heading", "going", "leaving", "departing"];
    const NOW: &Words = words!["currently", "now", "today", "already", "still"];
    let near = hook.tokens.start.saturating_sub(4).max(hook.sentence.start)
        ..hook.sentence.end.min(hook.tokens.end + 12);
    hook.trigger.tense == Tense::Ing
        && passage.is_any(hook.tokens.start, SETTING_OUT)
        && !near.into_iter().any(|at| passage.is_any(at, NOW))
}

/// "concluded a visit to", "returned from a tour of", "has returned from": the visit is at its end.
fn is_over(passage: &Passage<'_>, hook: &Hook) -> bool {
    const OVER: &Words = words![
        "concluded",
        "concluding",
        "cut",
        "ended",
        "ending",
        "completed",
        "completing",
        "wrapped",
        "wrapping",
        "returned",
        "finished",
    ];
    let near = hook.tokens.start.saturating_sub(9).max(hook.sentence.start)..hook.tokens.start;
    destination::is_coming_back(passage, hook)
        || hook.trigger.tense == Tense::Noun
            && (near.clone().any(|at| passage.is_any(at, OVER)) || comes_after(passage, hook, near))
}

/// "returned to Abuja on Tuesday after a three-day visit to": who is back has been there.
fn comes_after(passage: &Passage<'_>, hook: &Hook, mut near: Range<usize>) -> bool {
    const REACH: usize = 16;
    let Some(after) = near.rfind(|&at| passage.is_any(at, words!["after", "following", "from"])) else {
        return false;
    };
    (after.saturating_sub(REACH).max(hook.sentence.start)..after)
        .any(|at| passage.is_any(at, words!["returned", "returns", "arrived", "returning"]))
        && !(after..hook.tokens.start).any(|at| passage.is_mark(at, ','))
}

/// "flew to Oslo, where she will hold talks": there is more to come.
fn goes_on(passage: &Passage<'_>, hook: &Hook, end: usize) -> bool {
    const REACH: usize = 8;
    // "met the Prime Minister on the second day of his visit"
    const BEFORE: usize = 4;
    let near = hook.tokens.start.saturating_sub(BEFORE).max(hook.sentence.start)..hook.tokens.start;
    if hook.trigger.tense == Tense::Noun && near.into_iter().any(|at| passage.reads(at, &["day", "of"])) {
        return true;
    }
    let clause = destination::relative_clause(passage, end..hook.sentence.end);
    clause.is_some_and(|at| {
        (at..hook.sentence.end.min(at + REACH)).any(|at| passage.is_any(at, words!["will", "shall"]))
    })
}

/// Who goes where.
pub(super) struct Journey {
    pub(super) visitors: Vec<Participant>,
    pub(super) hosts: Vec<Participant>,
    pub(super) stops: Vec<Stop>,
}

fn journey(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    let passage = &text.passage;
    let at = hook.tokens.start;
    let hosts = Vec::new();
    // "welcomed President A and his delegation to Australia"
    if delegation::is_of_guest(passage, hook) {
        return None;
    }
    if is_visiting(passage, hook) {
        let guest = visiting_guest(text, hook).filter(|guest| setting.is_foreign(&guest.who))?;
        let mut home = Stop::new(Leg::to(setting.publisher?), hook.tokens.clone());
        home.leg.places = destination::of_guest(text, hook, &guest.tokens, setting.publisher);
        return Some(Journey { visitors: vec![guest.who.clone()], hosts, stops: vec![home] });
    }
    match hook.trigger.frame {
        Frame::Visit | Frame::Travel if !is_passive(passage, hook) => {
            let visitors = travellers(text, hook);
            let mut stops = destination::of_travel(text, hook);
            if stops.is_empty() {
                stops = opening::of_headline(text, hook);
            }
            let is_coming = || {
                is_coming(passage, hook, &visitors, setting) || comes_here(passage, hook, &visitors, setting)
            };
            if stops.is_empty() && of(hook, Frame::Visit) && hook.trigger.tense != Tense::Noun {
                stops = done_where_sentence_begins(text, hook, &visitors, setting);
            }
            if stops.is_empty() && is_coming() {
                stops.extend(setting.publisher.map(|home| Stop::new(Leg::to(home), hook.tokens.clone())));
            }
            Some(Journey { visitors, hosts, stops })
        }
        Frame::Stay => {
            let visitors = if hook.trigger.tense == Tense::Noun {
                // "during her stay in Tallinn"
                travellers(text, hook)
            } else if passage.is(at, "while") {
                participants(subject_after(text, &hook.sentence, hook.tokens.end))
            } else {
                participants(subject(text, &hook.sentence, at))
            };
            let stops = destination::right_after(text, hook);
            let away = stops.into_iter().filter(|stop| is_away(text, stop, &visitors, setting)).collect();
            Some(Journey { visitors, hosts, stops: away })
        }
        Frame::Accompany if hook.trigger.tense != Tense::Noun && !passage.is(hook.tokens.end, "by") => {
            let mut visitors = participants(subject(text, &hook.sentence, at));
            // "joined pupils at the school in Swansea"
            if joins_at(text, hook) {
                let stops = destination::of_event(text, hook).into_iter();
                let away = stops
                    .filter(|stop| is_away(text, stop, &visitors, setting) || is_of_site(stop))
                    .collect();
                return Some(Journey { visitors, hosts, stops: away });
            }
            // "will accompany the Secretary to Berlin"
            let end = clause_end(passage, &hook.sentence, hook.tokens.end);
            visitors.extend(participants(within(&text.people, hook.tokens.end..end)));
            let stops = destination::of_company(text, hook, end).into_iter();
            let abroad = stops.filter(|stop| is_abroad(stop.leg.country, &visitors, setting)).collect();
            Some(Journey { visitors, hosts, stops: abroad })
        }
        Frame::Attend if hook.trigger.tense == Tense::Noun || is_attended_by(passage, hook) => {
            // "held in Kandy under the patronage of the President", "a summit in Oslo attended by the President"
            let by = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "by"));
            let visitors = listed(text, by, hook.sentence.end).into_iter().map(|(_, who)| who);
            let visitors: Vec<Participant> = visitors.collect();
            let stops = destination::around(text, hook).into_iter();
            // An ambassador need not travel to what is held where they live.
            let lives_there = |stop: &Stop| {
                is_attended_by(passage, hook)
                    && stop.leg.country == setting.publisher
                    && visitors.iter().all(|who| setting.is_resident(who))
            };
            let away =
                stops.filter(|stop| is_away(text, stop, &visitors, setting) && !lives_there(stop)).collect();
            Some(Journey { visitors, hosts, stops: away })
        }
        Frame::Attend if !is_passive(passage, hook) => {
            let doers = subject(text, &hook.sentence, at);
            // "Speaking at a rally in Kandy, the President said"
            let speaks = doers.is_empty() && hook.trigger.tense == Tense::Ing;
            let doers = if speaks { subject_after(text, &hook.sentence, hook.tokens.end) } else { doers };
            let visitors = participants(doers);
            let stops = destination::of_event(text, hook).into_iter();
            let mut away: Vec<Stop> = stops.filter(|stop| is_away(text, stop, &visitors, setting)).collect();
            if away.is_empty() {
                away = done_where_sentence_begins(text, hook, &visitors, setting);
            }
            let town = unknown_town(text, hook, &visitors, setting);
            match away.as_mut_slice() {
                [] => away.extend(town),
                // "at Ulvila Primary School in a town that nobody knows"
                [site] if !is_in_city(site) => {
                    site.leg.places.extend(town.into_iter().flat_map(|town| town.leg.places));
                }
                _ => {}
            }
            Some(Journey { visitors, hosts, stops: away })
        }
        // "opened the new hospital in Geelong" and "met him in Paris" tell of a journey, too; "addressed the
        // war in Ukraine" does not.
        Frame::Engage if !is_passive(passage, hook) => {
            let mut visitors = participants(subject(text, &hook.sentence, at));
            let mut opened = destination::of_opening(text, hook);
            if opened.is_empty() && destination::opens(passage, hook) {
                opened.extend(unknown_town(text, hook, &visitors, setting));
            }
            if !opened.is_empty() {
                return Some(Journey { visitors, hosts, stops: opened });
            }
            let is_home = |stop: &Stop| {
                let is_named = |place: &Place| is_district(place) && !place.name.ends_with("egion");
                let is_unknown = hook.trigger.tense == Tense::Past
                    && stop.leg.country.is_none()
                    && stop.leg.places.iter().any(is_named);
                is_unknown || stop.leg.country.is_some() && stop.leg.country == setting.publisher
            };
            let is_there =
                is_at_assembly(passage, hook) || lays_wreath(passage, hook) || signs(passage, hook);
            let stops = destination::of_event(text, hook).into_iter();
            let away = stops.filter(|stop| {
                (is_home(stop) || is_work_site(stop) || is_there && is_in_city(stop))
                    && is_away(text, stop, &visitors, setting)
            });
            let mut away: Vec<Stop> = away.collect();
            if away.is_empty() {
                away = done_where_sentence_begins(text, hook, &visitors, setting);
            }
            // "Minister A and the German Minister B signed the treaty in Berlin": B lives there.
            drop_hosts(&mut visitors, &away, setting);
            Some(Journey { visitors, hosts, stops: away })
        }
        // "exchanged views on the war in Yemen" tells what about.
        Frame::Meet
            if setting.publisher.is_some()
                && !is_passive(passage, hook)
                && !passage.is(hook.tokens.end - 1, "views") =>
        {
            if is_of_others(passage, hook) {
                return guests::of_meeting(text, hook, &destination::of_event(text, hook), setting);
            }
            let doers = subject(text, &hook.sentence, at);
            if is_with_unknown(passage, doers.last()) {
                return None;
            }
            let mut visitors = participants(doers);
            let mut stops = destination::of_event(text, hook);
            if stops.is_empty() {
                stops = opening::stops(text, hook);
            }
            if let Some(guests) = guests::of_meeting(text, hook, &stops, setting) {
                return Some(guests);
            }
            // "Minister A and his German counterpart B met in Berlin": B lives there.
            drop_hosts(&mut visitors, &stops, setting);
            // "Prime Minister A of Japan and I will meet in Sydney": of the two, one is at home.
            let all = visitors.len();
            if visitors.iter().any(|who| setting.is_foreign(who)) {
                visitors.retain(|who| setting.country(who) != setting.publisher);
            }
            let has_host = visitors.len() < all;
            // Who meets a guest from abroad is at home.
            let end = clause_end(passage, &hook.sentence, hook.tokens.end);
            let met = participants(within(&text.people, hook.tokens.end..end));
            let is_host = met.iter().any(|who| setting.is_foreign(who));
            let is_home = |stop: &Stop| {
                (stop.leg.country == setting.publisher || is_work_site(stop))
                    && passage.part != Part::Headline
                    && !is_host
                    && !visitors.iter().any(|who| setting.is_foreign(who))
            };
            let away = stops.into_iter().filter(|stop| {
                is_abroad(stop.leg.country, &visitors, setting)
                    || has_host && stop.leg.country == setting.publisher
                    || is_home(stop) && is_away(text, stop, &visitors, setting)
            });
            let away = away.collect();
            Some(Journey { visitors, hosts, stops: away })
        }
        Frame::Host => Some(reception(text, hook, setting)),
        _ => None,
    }
}

/// Leaves out of those who meet in a country whoever serves it, if others come from elsewhere.
fn drop_hosts(visitors: &mut Vec<Participant>, stops: &[Stop], setting: Setting<'_>) {
    let [stop] = stops else { return };
    let lives_there =
        |who: &Participant| stop.leg.country.is_some() && setting.country(who) == stop.leg.country;
    if stop.leg.country != setting.publisher && !visitors.iter().all(lives_there) {
        visitors.retain(|who| !lives_there(who));
    }
}

/// "Prime Minister A and I met in Tokyo": of two of whom one is not known nobody can tell who travelled.
fn is_with_unknown(passage: &Passage<'_>, last: Option<&FoundPerson>) -> bool {
    last.is_some_and(|last| {
        passage.is(last.tokens.end, "and") && passage.is_any(last.tokens.end + 1, words!["i", "myself"])
    })
}

/// "In Bergen, the Minister opened a school": what is done is done where the sentence begins, if that is away from home.
fn done_where_sentence_begins(
    text: &Annotated<'_>,
    hook: &Hook,
    visitors: &[Participant],
    setting: Setting<'_>,
) -> Vec<Stop> {
    if visitors.is_empty() || hook.trigger.tense == Tense::Ing {
        return Vec::new();
    }
    let stops = opening::stops(text, hook).into_iter();
    stops.filter(|stop| is_in_city(stop) && is_away(text, stop, visitors, setting)).collect()
}

/// The town that the lexicon does not know where somebody of the publisher's attends or opens something.
fn unknown_town(
    text: &Annotated<'_>,
    hook: &Hook,
    visitors: &[Participant],
    setting: Setting<'_>,
) -> Option<Stop> {
    let is_home = !visitors.is_empty() && !visitors.iter().any(|who| setting.is_foreign(who));
    let is_told = setting.publisher.is_some() && is_home;
    is_told.then(|| unknown_town::town_of_event(text, hook)).flatten()
}

/// "attended by the President"
fn is_attended_by(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.is(hook.tokens.start, "attended") && passage.is(hook.tokens.end, "by")
}

/// "the recent meeting between the ministers of A and B" is none of whoever speaks of it.
fn is_of_others(passage: &Passage<'_>, hook: &Hook) -> bool {
    hook.trigger.tense == Tense::Noun && passage.is_any(hook.tokens.end, words!["between", "of", "among"])
}

/// "joined pupils", "joined veterans and their families": those who are joined are no officials.
fn joins_at(text: &Annotated<'_>, hook: &Hook) -> bool {
    const REACH: usize = 6;
    let passage = &text.passage;
    let at = hook.tokens.end;
    passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("join")
        && hook.tokens.len() == 1
        && !passage.is_any(at, words!["by", "in", "with", "the", "forces", "hands"])
        && !is_passive(passage, hook)
        && (at..at + REACH).any(|at| passage.has(at, Class::People))
        && within(&text.people, at..at + REACH).is_empty()
}

/// Whether a stop is a named site.
fn is_of_site(stop: &Stop) -> bool {
    stop.leg.places.iter().any(|place| place.kind == Some(PlaceKind::Site))
}

/// "Visit by the President of Ghana": a headline that names no destination means the publisher's country.
fn is_coming(passage: &Passage<'_>, hook: &Hook, visitors: &[Participant], setting: Setting<'_>) -> bool {
    passage.part == Part::Headline
        && hook.trigger.tense == Tense::Noun
        && passage.is_any(hook.tokens.end, words!["by", "of"])
        && !visitors.is_empty()
        && visitors.iter().all(|who| setting.country(who) != setting.publisher)
}

/// "jetted into the country": the publisher's, of visitors who are not at home there.
fn comes_here(passage: &Passage<'_>, hook: &Hook, visitors: &[Participant], setting: Setting<'_>) -> bool {
    const HERE: &Words = words!["country", "kingdom", "sultanate", "emirate", "island", "capital"];
    let at = hook.tokens.end;
    let at = at + usize::from(passage.is_any(at, words!["in", "into", "to"]));
    passage.is_any(at, words!["the", "our"])
        && passage.is_any(at + 1, HERE)
        && !passage.is_any(at + 2, words!["of", "where"])
        && !visitors.is_empty()
        && visitors.iter().all(|who| setting.is_foreign(who))
}

/// Whether a country is neither the publisher's nor that of all visitors.
fn is_abroad(country: Option<Country>, visitors: &[Participant], setting: Setting<'_>) -> bool {
    country.is_some()
        && country != setting.publisher
        && !visitors.iter().all(|who| setting.country(who) == country)
}

/// Whether an event takes people away from their usual seat: abroad, or to a city that is no capital.
fn is_away(text: &Annotated<'_>, stop: &Stop, visitors: &[Participant], setting: Setting<'_>) -> bool {
    let is_guest = stop.leg.country.is_some()
        && stop.leg.country == setting.publisher
        && !visitors.is_empty()
        && visitors.iter().all(|who| setting.is_foreign(who));
    is_guest
        || is_abroad(stop.leg.country, visitors, setting)
        || within(&text.places, stop.tokens.clone()).iter().any(|found| match found.place.kind {
            Some(PlaceKind::City) => !is_capital_city(&text.passage, found.tokens.start),
            _ => is_district(&found.place) && stop.leg.country.is_none_or(|to| Some(to) == setting.publisher),
        })
        || is_work_site(stop) && stop.leg.country.is_none_or(|to| Some(to) == setting.publisher)
}

/// "returned to Canberra": the way home is no visit.
fn is_homecoming(
    passage: &Passage<'_>,
    hook: &Hook,
    stop: &Stop,
    visitors: &[Participant],
    setting: Setting<'_>,
) -> bool {
    let is_return = |at: usize| passage.word(at).to_ascii_lowercase().starts_with("return");
    // "flew back to Helsinki"
    let returns = is_return(hook.tokens.start)
        || hook.tokens.start.checked_sub(1).is_some_and(is_return)
        || (hook.tokens.start + 1..hook.tokens.end + 1).any(|at| passage.is_any(at, words!["back", "home"]));
    // "will leave for Helsinki": the seat of the government, where they live.
    let leaves = destination::is_leaving(passage, hook);
    let is_seat = || {
        let is_theirs = stop.leg.country.is_some()
            && !visitors.is_empty()
            && visitors.iter().all(|who| setting.country(who).or(setting.publisher) == stop.leg.country);
        is_theirs && is_capital_city(passage, stop.tokens.start)
    };
    returns && !is_abroad(stop.leg.country, visitors, setting) || leaves && is_seat()
}

fn rule(hook: &Hook) -> &'static str {
    match (hook.trigger.frame, hook.trigger.tense) {
        (Frame::Host, _) => "hosts-visitor",
        (Frame::Stay, _) => "is-in",
        (Frame::Attend | Frame::Engage | Frame::Meet, _) => "attends-in",
        (_, Tense::Noun) => "visit-to",
        (Frame::Visit, _) => "visits",
        _ => "travels-to",
    }
}

fn confidence(hook: &Hook) -> u8 {
    if matches!(hook.trigger.frame, Frame::Stay | Frame::Attend | Frame::Engage | Frame::Meet) {
        70
    } else {
        85
    }
}

fn evidence_tokens(hook: &Hook, stops: &[Stop]) -> Range<usize> {
    let end = stops.iter().map(|stop| stop.tokens.end).max().unwrap_or(0).max(hook.tokens.end);
    let start =
        stops.iter().map(|stop| stop.tokens.start).min().unwrap_or(hook.tokens.start).min(hook.tokens.start);
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_joins_pupils_at_a_school_is_there() {
        let told =
            visits("GB", "Schools Minister Ann Hale joined pupils at Holy Cross Primary School in Swansea.");
        assert_eq!(told, ["Ann Hale -> GB Holy Cross Primary School Swansea completed"]);
        assert_eq!(visits("GB", "Schools Minister Ann Hale joined calls for peace in Sudan."), [""; 0]);
    }

    #[test]
    fn a_visit_that_was_concluded_is_over() {
        let told = visits("IE", "Foreign Minister Sean Daly concluded a two-day visit to Lebanon today.");
        assert!(
            told.iter().all(|told| told.starts_with("Sean Daly -> LB completed")) && told.len() == 1,
            "{told:?}"
        );
    }

    #[test]
    fn where_more_is_to_come_the_visit_goes_on() {
        let told = visits(
            "SE",
            "Minister Ann Berg flew to Riga, where she will hold talks with Minister Janis Ozols on Thursday.",
        );
        assert_eq!(told, ["Ann Berg -> LV Riga ongoing"]);
        let told = visits("SE", "Minister Ann Berg is travelling to Poland this week.");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Berg -> PL planned")) && told.len() == 1,
            "{told:?}"
        );
    }

    #[test]
    fn an_opening_verb_of_journey_has_its_subject_after_it() {
        let told = visits("RU", "On his way to Astana, President Ivan Orlov will stop in Omsk.");
        assert_eq!(told.first().map(String::as_str), Some("Ivan Orlov -> KZ Astana planned"), "{told:?}");
    }

    #[test]
    fn who_addresses_an_assembly_is_where_it_sits() {
        let told = visits("IE", "Foreign Minister Sean Daly addressed the General Assembly in New York.");
        assert_eq!(told, ["Sean Daly -> US New York completed"]);
        assert_eq!(visits("IE", "Foreign Minister Sean Daly addressed the war in Ukraine."), [""; 0]);
    }

    #[test]
    fn who_is_said_to_be_the_speaker_is_no_stop() {
        let told =
            visits("AT", "Chancellor Karl Berg is travelling to Kyiv, the Federal Chancellery announced.");
        assert!(told.iter().all(|told| told.contains("UA Kyiv")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn who_attends_an_event_is_named_after_it_too() {
        let told = visits("FI", "The summit in Granada was attended by Prime Minister Aino Virta.");
        assert_eq!(told, ["Aino Virta -> ES Granada completed"]);
        let told = visits("FI", "The fair in Turku was attended by the Ambassador of Japan, Kenji Ota.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn who_is_due_or_speaks_somewhere_goes_there() {
        let told = visits("FI", "Prime Minister Aino Virta is due in Stockholm.");
        assert_eq!(told, ["Aino Virta -> SE Stockholm planned"]);
        let told = visits("FI", "Prime Minister Aino Virta, speaking in Nairobi, said that aid would rise.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi completed"]);
        let told = visits("FI", "Speaking in Nairobi, Prime Minister Aino Virta said that aid would rise.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi completed"]);
        assert_eq!(
            visits("FI", "Prime Minister Aino Virta expected in those days that war would come in Kenya."),
            [""; 0]
        );
    }

    #[test]
    fn a_visit_within_the_name_of_a_possessor_is_read_without_trouble() {
        for office in [
            "Director of the Visit Office",
            "Minister of Visits and Talks",
            "Secretary for the Tour and Talks",
        ] {
            let text = format!("{office} Ana Virta's deputy spoke. The {office}'s view is known.");
            assert!(visits("FI", &text).len() < 2, "{text}");
            assert!(super::super::super::told::meetings("FI", &text).len() < 2, "{text}");
        }
    }
}
