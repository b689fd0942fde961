//! Sites that nothing but their capitals tell: "visited the Eden Project", "toured Tata Steel in Port Talbot".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::clause::Hook;
use super::super::date::is_calendar_word;
use super::super::features::Features;
use super::super::lexicon::{self, Class, Frame, OF_SEVERAL_STATES, Tense};
use super::super::passage::Passage;
use super::super::place::{is_territory, is_unknown, may_be_named};
use super::super::role::is_body;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::after_place::AFTER_PLACE;
use super::before_place::preceded_by;
use super::stop::Stop;
use crate::model::{Leg, Part, Place, PlaceKind};

/// What a verb of visiting has as its object, or what the noun leads to, if that is a name in capitals of which the lexicon knows no place.
pub(super) fn stop(text: &Annotated<'_>, hook: &Hook) -> Option<Stop> {
    let passage = &text.passage;
    // "is visiting"
    let is_going_on = || {
        let is = hook.tokens.start.checked_sub(1);
        is.is_some_and(|is| passage.is_any(is, words!["is", "are", "was", "were", "be"]))
    };
    let is_verb = matches!(hook.trigger.tense, Tense::Past | Tense::Base | Tense::Present)
        || hook.trigger.tense == Tense::Ing && is_going_on();
    // "a visit to the Eden Project"
    let to = usize::from(hook.trigger.tense == Tense::Noun && passage.reads(hook.tokens.end, &["to", "the"]));
    if passage.shouts || passage.part == Part::Headline || !is_verb && to == 0 {
        return None;
    }
    let start = hook.tokens.end + to;
    let article = usize::from(passage.is(start, "the"));
    let name = name_at(text, start + article)?;
    // "the Eden Project" is more than one word, and so is "Tata Steel", which its town must follow.
    // "visited Aalto Steel, a family-owned mill"
    let is_explained =
        passage.is_mark(name.end, ',') && passage.is_any(name.end + 1, words!["a", "an", "one"]);
    let fits = name.len() > 1 && (article == 1 || is_explained || is_located(passage, name.end));
    let town = || is_located(passage, name.end).then(|| name_at(text, name.end + 1)).flatten();
    fits.then(|| {
        let mut leg = Leg::new();
        leg.places.push(place(passage, name.clone(), PlaceKind::Site));
        let town = town();
        let end = town.as_ref().map_or(name.end, |town| town.end);
        leg.places.extend(town.map(|town| place(passage, town, PlaceKind::City)));
        Stop::new(leg, name.start..end)
    })
}

/// The site that a verb of visiting has as its object, or its noun leads to, before the place that it lies in: "toured │ Tata
/// Steel │ in Port Talbot", "visited │ the Chilean Parliament │ in Santiago". And where it stands.
pub(super) fn before_place(text: &Annotated<'_>, hook: &Hook, place: usize) -> Option<Place> {
    const MOST_BETWEEN: usize = 2;
    let passage = &text.passage;
    let start = object_start(passage, hook)?;
    let found = house_at(text, start).or_else(|| {
        let name = name_at(text, start).filter(|name| !passage.has(name.start, Class::Given))?;
        is_located(passage, name.end).then(|| (self::place(passage, name.clone(), PlaceKind::Site), name))
    });
    let (site, tokens) = found?;
    let is_before = tokens.end < place && place <= tokens.end + MOST_BETWEEN;
    let is_known = !within(&text.places, tokens.clone()).is_empty();
    (is_before && !is_known && passage.part != Part::Headline && !passage.shouts).then_some(site)
}

/// The house of a body that a verb of visiting has as its object: "visited the Chilean Parliament", "to the Bank of Chile".
pub(super) fn house(text: &Annotated<'_>, hook: &Hook) -> Option<Stop> {
    let passage = &text.passage;
    let start = object_start(passage, hook).filter(|_| passage.part != Part::Headline && !passage.shouts)?;
    // The European Commission has its house in no country that its name tells.
    let is_of_states = passage.longest(start, Class::Organisation).is_some_and(|body| {
        body.entry.value == OF_SEVERAL_STATES || lexicon::country(body.entry.country).is_some_and(is_body)
    });
    let (site, tokens) = house_at(text, start).filter(|_| !is_of_states)?;
    let mut leg = site.country.map_or_else(Leg::new, Leg::to);
    leg.places.push(site);
    Some(Stop::new(leg, tokens))
}

/// The house of a body of several states, and the city that the sentence names before the verb: "in Abuja visited the
/// ECOWAS Commission". Alone it lies nobody knows where.
pub(super) fn house_of_states(text: &Annotated<'_>, hook: &Hook) -> Option<Stop> {
    let passage = &text.passage;
    let start = object_start(passage, hook).filter(|_| passage.part != Part::Headline && !passage.shouts)?;
    let (site, tokens) = house_at(text, start)?;
    let before = within(&text.places, hook.sentence.start..hook.tokens.start);
    let is_scene = |found: &&FoundPlace| {
        found.place.kind == Some(PlaceKind::City) && preceded_by(passage, found.tokens.start, &["in"])
    };
    let city = before.iter().rev().find(is_scene)?;
    let mut leg = Leg::to(city.place.country?);
    leg.places.extend([city.place.clone(), site]);
    Some(Stop::new(leg, tokens))
}

/// Where the object of a verb of visiting begins, behind its article.
fn object_start(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    let at = hook.tokens.end;
    let start = match hook.trigger.tense {
        Tense::Noun if passage.is(at, "to") => at + 1,
        Tense::Noun => return None,
        _ => at,
    };
    (hook.trigger.frame == Frame::Visit).then(|| start + usize::from(passage.is(start, "the")))
}

/// A name in capitals of a body that has a house, with the country that it names.
fn house_at(text: &Annotated<'_>, at: usize) -> Option<(Place, Range<usize>)> {
    const MOST: usize = 8;
    const BODIES: &Words = words![
        "academy", "agency", "assembly", "authority", "bank", "bundesrat", "bundestag", "chamber", "command",
        "commission", "congress", "council", "court", "duma", "federation", "folketing", "foundation",
        "institute", "institution", "knesset", "majlis", "ministry", "parliament", "rada", "riigikogu",
        "riksdag", "sabor", "saeima", "secretariat", "seimas", "sejm", "senate", "senedd", "storting",
        "university",
    ];
    const PARTS: &Words = words!["building", "buildings", "chamber", "headquarters", "offices"];
    let passage = &text.passage;
    let is_name = |at: usize| passage.kind(at).is_capital() && !is_calendar_word(passage, at);
    let is_of_body = |at: usize| passage.is_any(at, BODIES);
    let mut end = at;
    while end < at + MOST {
        let the = end + 1 + usize::from(passage.is(end + 1, "the"));
        let links = end > at && passage.is_any(end, words!["of", "for", "and"]) && is_name(the);
        match () {
            () if is_name(end) => end += 1,
            // "the Bank of Chile", and not "the Ministry of Defence of │ Chile"
            () if links && !(passage.is(end, "and") && (at..end).any(is_of_body)) => end = the,
            () => break,
        }
    }
    let is_body = (at..end).any(is_of_body);
    let end = end + usize::from(is_body && passage.is_any(end, PARTS));
    let is_whole = match passage.kind(end) {
        TokenKind::Possessive => false,
        TokenKind::Lower => !passage.has_any(end, Features::classes(&[Class::People, Class::Role])),
        _ => true,
    };
    // "the University of New South Wales" is not in Wales, and that of Georgia may be in either.
    let region = (at..end).find_map(|at| passage.longest(at, Class::Region));
    let named = (at..end).find_map(|at| passage.longest_of(at, &[Class::Demonym, Class::Country]));
    let country = match (region, named) {
        (Some(region), Some(named))
            if region.len == named.len && region.entry.country != named.entry.country =>
        {
            None
        }
        (Some(region), _) => Some(region),
        (None, named) => named,
    };
    // "the EU Council", which sits somewhere
    let is_of_union = country.as_ref().is_some_and(|found| !is_territory(found));
    (is_body && is_whole && !is_of_union && within(&text.people, at..end).is_empty()).then(|| {
        let mut site = place(passage, at..end, PlaceKind::Site);
        site.country = country.and_then(|found| lexicon::country(found.entry.country));
        (site, at..end)
    })
}

fn place(passage: &Passage<'_>, name: Range<usize>, kind: PlaceKind) -> Place {
    Place::new(passage.on_one_line(name)).with_kind(kind)
}

/// A name in capitals that is of nobody, of no country and no body, and that no noun in small letters follows: "the
/// Royal Navy base" is no name of a site.
fn name_at(text: &Annotated<'_>, at: usize) -> Option<Range<usize>> {
    const MOST: usize = 5;
    let passage = &text.passage;
    // "AB Nordsteel"
    let is_short = |at: usize| passage.kind(at) == TokenKind::AllCaps && passage.matches(at).is_empty();
    let len = (at..at + MOST).take_while(|&at| may_be_named(passage, at) || is_short(at)).count();
    let end = at + len;
    let is_whole = match passage.kind(end) {
        TokenKind::Mark('.' | ',' | ';' | ':') | TokenKind::Break => true,
        // "the Paris Air and Space Show"
        TokenKind::Lower if passage.is(end, "and") => !passage.kind(end + 1).is_capital(),
        TokenKind::Lower => passage.is_any(end, AFTER_PLACE),
        _ => false,
    };
    let has_new = (at..end).any(|at| is_unknown(passage, at));
    (is_whole && has_new && within(&text.people, at..end).is_empty()).then_some(at..end)
}

/// Whether the place of a site follows it.
fn is_located(passage: &Passage<'_>, end: usize) -> bool {
    passage.is_any(end, words!["in", "near", "outside"]) && passage.kind(end + 1).is_capital()
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn the_university_of_a_region_is_not_in_its_namesake() {
        for (name, country) in [("New South Wales", "AU"), ("New Mexico", "US"), ("Kenya", "KE")] {
            let told = visits("FI", &format!("Minister Aino Virta toured the University of {name} in May."));
            assert!(told.iter().all(|told| told.contains(&format!("-> {country} "))), "{name}: {told:?}");
        }
        let told = visits("US", "Senator Ann Hale toured the University of Georgia on Monday.");
        assert!(told.iter().all(|told| !told.contains("GE")), "{told:?}");
    }

    #[test]
    fn a_site_may_be_told_by_its_capitals_alone() {
        let told = visits("GB", "Education Secretary Ann Hale visited the Eden Project this morning.");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Hale -> GB Eden Project completed")),
            "{told:?}"
        );
        assert_eq!(told.len(), 1);
        let told = visits("GB", "Education Secretary Ann Hale toured Tata Steel in Port Ulden.");
        assert_eq!(told, ["Ann Hale -> GB Tata Steel Port Ulden completed"]);
    }

    #[test]
    fn whom_one_visits_is_no_site() {
        for none in [
            "Education Secretary Ann Hale visited the Royal Marines band.",
            "Education Secretary Ann Hale visited the Foreign Minister.",
            "Education Secretary Ann Hale visited the Ulden Air and Space Show.",
            "Education Secretary Ann Hale visited Oke Brand today.",
            "Education Secretary Ann Hale said many had visited the Old Website of hers.",
        ] {
            assert_eq!(visits("GB", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn the_house_of_a_body_is_visited() {
        let told = visits("FI", "Speaker Aino Virta visited the Serbian Parliament.");
        assert_eq!(told, ["Aino Virta -> RS Serbian Parliament completed"]);
        let told = visits("FI", "Speaker Aino Virta visited the Serbian Parliament in Belgrade.");
        assert_eq!(told, ["Aino Virta -> RS Serbian Parliament Belgrade completed"]);
        let told = visits("FI", "Minister Aino Virta visited Nordtek Oy in Kuopio.");
        assert_eq!(told, ["Aino Virta -> FI Nordtek Oy Kuopio completed"]);
        for none in [
            "Minister Aino Virta visited Parliament officials.",
            "Minister Aino Virta visited the EU Council.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn what_a_site_is_may_be_told_after_it() {
        let told = visits("FI", "Minister Aino Virta is visiting AB Nordsteel, a family-owned mill.");
        assert_eq!(told, ["Aino Virta -> FI AB Nordsteel ongoing"]);
    }

    #[test]
    fn a_body_of_several_states_has_no_house_at_home() {
        let told = visits("AU", "Prime Minister Ann Hale visited the European Commission.");
        assert_eq!(told, [""; 0]);
        let told =
            visits("FI", "Minister Aino Virta on Monday in Strasbourg visited the European Commission.");
        assert!(told.iter().all(|told| told.starts_with("Aino Virta -> FR Strasbourg")), "{told:?}");
        assert_eq!(told.len(), 1);
    }
}
