//! A title, and the name or names after it: "Foreign Minister Ana Virta", "the Prime Minister, Mr Lee".

use std::ops::Range;

use super::after_name::finish;
use super::holder::holder_after;
use super::line;
use super::name::{Cue, name_at};
use super::peerage::{after_seat, is_other_noble, with_peerage};
use super::plural::plural_names;
use super::sighting::Sighting;
use super::title::{Title, title_at};
use super::unknown_name::may_be_of_name;
use crate::extract::lexicon::{self, Class, Gender};
use crate::extract::passage::Passage;
use crate::extract::role::{FoundRole, rank_behind_service};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Country, MentionForm};

/// A title, and the name or names after it.
pub(super) fn titled(
    passage: &Passage<'_>,
    at: usize,
    title: Title,
    found: &mut Vec<Sighting>,
) -> Option<usize> {
    // "two former Chief Ministers, namely", "two Menteri Besar namely": some titles have no plural of their own.
    let is_plural =
        |rank: &Range<usize>| passage.longest(rank.start, Class::Rank).is_some_and(|rank| rank.is_plural());
    let plural = match (title.roles.last(), &title.rank) {
        (Some(role), _) => role.plural || passage.is(title.end, "namely"),
        (None, Some((rank, _))) => is_plural(rank),
        (None, None) => false,
    };
    if plural && let Some(end) = street_end(passage, at) {
        return Some(end);
    }
    if plural && let Some(end) = plural_names(passage, at, &title, found) {
        return Some(end);
    }
    let mut sighting = Sighting::new(at..title.end, "title-and-name");
    sighting.honorifics = title.honorifics;
    sighting.rank = title.rank;
    // "1st Lt.": a number is of the rank.
    sighting.tokens.start = sighting.rank.as_ref().map_or(at, |(rank, _)| rank.start.min(at));
    sighting.gender = title.gender.unwrap_or(Gender::Unknown);
    sighting.is_gender_styled = true;
    if sighting.rank.is_some() {
        sighting.country = country_before(passage, at);
    }
    let lone_weak_role = title.roles.iter().all(|role| role.weak) && !title.roles.is_empty();
    sighting.roles = title.roles;
    // "the Prime Minister, Mr Lee": the name may stand after a comma.
    // "their ambassador here, Mr Lee"
    let mark = title.end + usize::from(passage.is_any(title.end, words!["here", "there"]));
    // "The Inspector-General of Police, Dr. Ola Berg": a rank that is an office.
    let is_chief = sighting.rank.as_ref().is_some_and(|(rank, _)| {
        let is_short = rank.len() == 1 && passage.kind(rank.start) == TokenKind::AllCaps;
        // "Inspector-General of Police, Dr. Ola Berg": an article may be missing.
        let is_of_force = rank.clone().any(|at| passage.is(at, "of"));
        is_of_force || (rank.len() > 2 || is_short && !passage.shouts) && title.definite
    });
    let mark = after_residence(passage, mark);
    // "The Assistant Inspector General of Police, │ Zone Two, Ola Berg"
    let zone = mark + usize::from(passage.is_mark(mark, ','));
    let mark = if is_chief && passage.is(zone, "zone") { zone + 2 } else { mark };
    let comma = passage.is_mark(mark, ',') && (!sighting.roles.is_empty() || is_chief) && !plural;
    // "Senior Enlisted Leader, U.S. Marine Corps Sgt. Maj. Ola Berg": the service stands before the rank.
    let service = mark
        + 1
        + passage.longest_of(mark + 1, &[Class::Country, Class::Demonym]).map_or(0, |state| state.len);
    let behind = rank_behind_service(passage, service).unwrap_or(mark + 1);
    let after_comma = comma.then(|| titled_name(passage, behind)).flatten();
    // "with Ana Virta as Minister for Research, Ola Berg as Minister for Lands": the office is not the next one's.
    let is_given = (1..=3).filter_map(|back| at.checked_sub(back)).any(|at| passage.is(at, "as"));
    let after_comma = after_comma.filter(|(_, name)| !(is_given && passage.is(name.end, "as")));
    // "after serving as Speaker of the House, Ola Berg, a farmer": nor is what somebody before has served as.
    let is_served = at.checked_sub(2).is_some_and(|verb| {
        passage.is(verb + 1, "as")
            && passage.is_any(verb, words!["serve", "served", "serves", "serving", "work", "worked"])
    });
    let after_comma = after_comma
        .filter(|(second, name)| !is_served && !is_other_noble(passage, &sighting.roles, (second, name.end)));
    let after_comma = after_comma
        .or_else(|| holder_after(passage, &sighting, title.end))
        .or_else(|| line::holder_below(passage, &sighting, title.end, found.last()));
    let gloss = sighting
        .roles
        .last()
        .filter(|role| role.is_of_one(passage))
        .map_or(title.end, |_| after_gloss(passage, title.end));
    let name = name_at(passage, gloss, Cue::Title)
        .filter(|name| gloss == title.end || name.len() > 1)
        .filter(|name| !lone_weak_role || is_cued_by_noun(passage, &sighting, name))
        // "The Leaders Plenary met."
        .filter(|name| !plural || name.len() > 1);
    match (name, after_comma) {
        (Some(name), _) if is_street(passage, at, name.end) || is_named_after(passage, at) => {
            return Some(name.end);
        }
        (Some(name), _) => {
            let name = with_peerage(passage, &sighting, name);
            sighting.tokens.end = after_seat(passage, &sighting, &name);
            sighting.name = Some(name);
        }
        (None, Some((second, name))) => {
            sighting.honorifics.extend(second.honorifics);
            if sighting.gender == Gender::Unknown {
                sighting.gender = second.gender.unwrap_or(Gender::Unknown);
            }
            sighting.rank = sighting.rank.or(second.rank);
            sighting.roles.extend(second.roles.into_iter().filter(|role| !is_chieftain(role)));
            let name = with_peerage(passage, &sighting, name);
            sighting.tokens.end = name.end;
            sighting.name = Some(name);
            sighting.rule = "role-comma-name";
        }
        (None, None) => {
            if sighting.roles.is_empty() || lone_weak_role && !title.definite {
                return None;
            }
            if names_award(passage, &sighting) {
                return None;
            }
            sighting.form = MentionForm::Role;
            sighting.rule = "role-alone";
            let end = sighting.tokens.end;
            found.push(sighting);
            return Some(end);
        }
    }
    if sighting.gender == Gender::Unknown
        && let Some(name) = &sighting.name
    {
        let given = passage.longest(name.start, Class::Given).filter(|_| name.len() > 1);
        sighting.gender = given.map_or(Gender::Unknown, |given| given.entry.value.into());
        sighting.is_gender_styled = false;
    }
    Some(finish(passage, sighting, found))
}

/// "The High Commissioner of Peru, resident in Ostby │, Ms Ana Virta": the comma behind where somebody lives who is sent; the
/// same where that is not told.
fn after_residence(passage: &Passage<'_>, comma: usize) -> usize {
    const MOST: usize = 6;
    // "The Defence Attaché of Peru currently residing in Ostby │, Colonel Ana Virta"
    let start = comma + usize::from(passage.is_mark(comma, ','));
    let start = start + usize::from(passage.is(start, "currently"));
    let lives = passage.is_any(start, words!["accredited", "based", "resident", "residing", "stationed"])
        && passage.is_any(start + 1, words!["at", "in", "to"]);
    let close = (start + 2..start + 2 + MOST).find(|&at| passage.is_mark(at, ','));
    close.filter(|_| lives).unwrap_or(comma)
}

/// Heads by which nobody is addressed: "Deputy Negotiator", "Host Expo" are no people.
pub(in crate::extract) const NEVER_ADDRESSED: &[&str] = &[
    "Candidate", "Deputy", "Executive", "Fellow", "Founder", "Host", "Leader", "Member", "Metropolitan",
    "Negotiator", "Officer", "Official", "Partner", "Principal",
];

/// Whether a role that is also an everyday noun cues a name: in capitals "Director Virta", else "director Ana Virta".
fn is_cued_by_noun(passage: &Passage<'_>, sighting: &Sighting, name: &Range<usize>) -> bool {
    let addressed = sighting
        .roles
        .iter()
        .any(|role| passage.kind(role.head.start).is_capital() && !NEVER_ADDRESSED.contains(&role.row.head));
    let is_full = name.len() > 1 && (addressed || passage.has(name.start, Class::Given));
    let is_titled = sighting.rank.is_some() || !sighting.honorifics.is_empty();
    // "her Indian counterpart Mukher"
    let is_counterpart = sighting.roles.iter().any(|role| role.row.head == "counterpart")
        && !passage.kind(name.end).is_capital()
        && name.clone().all(|at| may_be_of_name(passage, at));
    is_full || is_titled || addressed || is_counterpart
}

/// "300 Prince Albert Dr": a number before and the short noun of a street behind.
fn is_street(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    const STREETS: &Words = words![
        "ave", "ave.", "avenue", "blvd", "blvd.", "boulevard", "ct", "dr", "dr.", "drive", "highway", "hwy",
        "lane", "ln", "quay", "rd", "rd.", "road", "st", "st.", "street", "terrace", "way"
    ];
    let number = start.checked_sub(1);
    number.is_some_and(|at| passage.kind(at) == TokenKind::Number)
        && (start + 1..=end).any(|at| passage.is_any(at, STREETS))
}

/// "339 Queens Quay W.": where the name of a street ends that begins with the title of many.
fn street_end(passage: &Passage<'_>, start: usize) -> Option<usize> {
    const MOST: usize = 4;
    let run = (start..start + MOST).take_while(|&at| passage.kind(at).is_capital()).count();
    is_street(passage, start, start + run.saturating_sub(1)).then_some(start + run)
}

/// "Chairman of the Majlis (lower house of parliament) │ Ana Virta": the token after what brackets behind a title explain,
/// or after the name of what it serves.
fn after_gloss(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 10;
    if let Some(end) = after_name_of_body(passage, at) {
        return end;
    }
    if !passage.is_mark(at, '(') {
        return at;
    }
    let close = (at + 2..at + 2 + MOST).find(|&close| passage.is_mark(close, ')'));
    let explains = |close: usize| (at + 1..close).any(|at| passage.kind(at) == TokenKind::Lower);
    close
        .filter(|&close| explains(close) && passage.kind(close + 1).is_capital())
        .map_or(at, |close| close + 1)
}

/// "Speaker of the Ostland parliament, the Thing, │ Ana Virta": the token after a name in commas of what was described.
fn after_name_of_body(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 5;
    let is_described = at.checked_sub(1).is_some_and(|noun| passage.kind(noun) == TokenKind::Lower);
    if !(is_described && passage.is_mark(at, ',') && passage.is(at + 1, "the")) {
        return None;
    }
    let mut name = at + 2..at + 2 + MOST;
    let close = name.find(|&at| !passage.kind(at).is_capital())?;
    let is_office = |at: usize| passage.has(at, Class::Role) || passage.has(at, Class::Honorific);
    let is_name = close > at + 2 && !(at + 2..close).any(is_office);
    (is_name && passage.is_mark(close, ',') && passage.kind(close + 1).is_capital()).then_some(close + 1)
}

/// "Jalan Sultan Ismail", "Hospital Tun Razak": a street or building that is named after somebody, its noun before the title.
fn is_named_after(passage: &Passage<'_>, title: usize) -> bool {
    const NOUNS: &Words = words![
        "bandar", "bangunan", "dataran", "istana", "jalan", "kampung", "kolej", "kompleks", "lapangan",
        "lebuh", "lebuhraya", "masjid", "menara", "pelabuhan", "sekolah", "stadium", "universiti",
    ];
    const QUOTED: &Words = words![
        "academy", "airport", "barracks", "base", "brigade", "camp", "college", "garrison", "gymnasium",
        "hospital", "institute", "library", "museum", "park", "regiment", "school", "square", "stadium",
        "university",
    ];
    let before = title.checked_sub(1);
    let noun = before.filter(|&noun| passage.kind(noun) == TokenKind::Capital);
    // The Military Academy “General Ola Berg”
    let quoted = before
        .filter(|&mark| ['"', '“', '„', '«', '\''].iter().any(|&quote| passage.is_mark(mark, quote)))
        .and_then(|mark| mark.checked_sub(1));
    noun.is_some_and(|noun| passage.is_any(noun, NOUNS))
        || quoted.is_some_and(|noun| passage.is_any(noun, QUOTED) && passage.kind(noun).is_capital())
}

/// "The Duke of Edinburgh's Award", "the Prince of Wales Hospital": a thing that a noble gave the name to.
fn names_award(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    const MOST: usize = 5;
    let Some(role) = sighting.roles.last().filter(|role| role.row.kind == "royal") else { return false };
    let Some(place) = role.complement.clone() else { return false };
    let owned = place.end + usize::from(passage.kind(place.end) == TokenKind::Possessive);
    let is_thing = |at: usize| {
        passage.kind(at) == TokenKind::Possessive
            || passage.has(at, Class::Thing)
            || passage.is_any(at, words!["award", "awards", "scheme", "to", "in"])
    };
    let goes_on = passage.kind(owned).is_capital() || place.len() > MOST || place.clone().any(is_thing);
    goes_on && !passage.shouts
}

/// A name with its own honorific, rank or style, or one of at least two words, after a comma.
pub(super) fn titled_name(passage: &Passage<'_>, at: usize) -> Option<(Title, Range<usize>)> {
    match title_at(passage, at) {
        Some(title)
            if title.roles.is_empty()
                || !title.definite
                    && title.roles.iter().all(|role| role.is_style() || is_chieftain(role)) =>
        {
            let name = name_at(passage, title.end, Cue::Title)?;
            Some((title, name))
        }
        Some(_) => None,
        None => {
            // "the Chief of Staff, Tri-forces Commanders, …"
            let is_office = |at: usize| passage.longest(at, Class::Role).is_some_and(|role| role.is_plural());
            let is_name = |name: &Range<usize>| !name.clone().any(is_office);
            let plain = || name_at(passage, at, Cue::None);
            // Between commas, two words that the lexicon does not know are a name too.
            let enclosed = || {
                let name = name_at(passage, at, Cue::Title)?;
                let closed = !passage.kind(name.end).is_word()
                    || passage.kind(name.end) == TokenKind::Lower
                    || passage.has(name.end, Class::PostNominal);
                (name.len() > 1 && closed).then_some(name)
            };
            let name = plain().or_else(enclosed).filter(is_name)?;
            Some((Title { end: at, ..Title::default() }, name))
        }
    }
}

/// "the Minister of Trade, │ Chief Ola Berg": a title of honour behind an office, and no office of its own.
fn is_chieftain(role: &FoundRole) -> bool {
    role.row.head == "Chief" && role.title == role.head
}

/// "Lithuanian", "U.S. Army" before a rank: the country served.
fn country_before(passage: &Passage<'_>, at: usize) -> Option<Country> {
    const MOST: usize = 4;
    let classes = [Class::Demonym, Class::Country, Class::Organisation];
    (at.saturating_sub(MOST)..at).find_map(|before| {
        let matches = classes.iter().filter_map(|&class| passage.longest(before, class));
        let found = matches.filter(|found| before + found.len == at).max_by_key(|found| found.len)?;
        lexicon::country(found.entry.country).filter(|_| passage.kind(before).is_capital())
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_chieftain_has_the_office_before_the_comma() {
        let text = "The Minister of Trade, Chief Ola Berg, and the Commissioner for Works, Chief (Mrs.) Ada Virta, met Chief Bo \
                    Lund, the Fire Chief of Ostby.";
        assert_eq!(
            officials("NG", text),
            [
                "Ola Berg | Minister of Trade | NG",
                "Ada Virta | Commissioner for Works | NG",
                "Bo Lund | Fire Chief of Ostby | NG"
            ]
        );
    }

    #[test]
    fn where_an_envoy_lives_parts_no_office_from_its_holder() {
        let text = "The Defence Attaché of Zambia currently residing in Ghana, Colonel Darek Mwedi, met the Prime Minister, \
                    Brigadier (Ret’d) Mark Philby. The Ambassador of Peru based in Oslo, Ms Ana Virta, met Anton Jamer, \
                    who is concurrently Minister of Health.";
        assert_eq!(
            officials("GY", text),
            [
                "Darek Mwedi | Defence Attaché of Zambia | ZM",
                "Mark Philby | Prime Minister | GY",
                "Ana Virta | Ambassador of Peru | PE",
                "Anton Jamer | Minister of Health | GY"
            ]
        );
    }

    #[test]
    fn engineers_advocates_and_prelates_are_addressed_as_such() {
        let text = "The Premier of Tasmania, Ing. Bogdan Czarn, the Defence Attaché, Adv. Petra Novakova, and the Fire Chief, \
                    Mgr. Ivo Dar, met Sheriff Tom Dale and Surgeon General Ana Virta.";
        assert_eq!(
            officials("AU", text),
            [
                "Bogdan Czarn | Premier of Tasmania | AU",
                "Petra Novakova | Defence Attaché | AU",
                "Ivo Dar | Fire Chief | AU",
                "Tom Dale | Sheriff | AU",
                "Ana Virta | Surgeon General | AU"
            ]
        );
    }

    #[test]
    fn a_counterpart_may_have_but_a_surname() {
        let text = "President Ana Berg of Nepal will meet her Indian counterpart Mukher, Prime Minister Ivo Modil and others.";
        let told = officials("NP", text);
        assert!(told.contains(&"Mukher | President | IN".to_owned()), "{told:?}");
    }

    #[test]
    fn nobody_is_a_street() {
        assert_eq!(
            officials("CA", "Mayor Ola Berg spoke at 300 Prince Albert Dr in Ostby."),
            ["Ola Berg | Mayor | CA"]
        );
    }

    #[test]
    fn a_chief_of_police_may_stand_without_an_article() {
        let text = "Inspector-General of Police, Dato Ola Berg (left), met the outgoing Inspector General of Police (IGP), Kofi Boatung. Commodore M. Rahimi, the Chief Justice, Tri-forces Commanders and guests came.";
        assert_eq!(
            officials("GH", text),
            ["Ola Berg |  | GH", "Kofi Boatung |  | GH", "M. Rahimi | Chief Justice | GH"]
        );
    }

    #[test]
    fn a_title_may_be_explained_before_the_name() {
        let text = "Chairman of the Majlisi Namoyandagon (the lower chamber of parliament) Shukur Zuhurin met President H M Hamad bin Isan. After serving as Speaker of the House, Bill Hawkson, a farmer, retired.";
        assert_eq!(
            officials("TJ", text),
            ["Shukur Zuhurin | Chairman of the Majlisi Namoyandagon | TJ", "Hamad bin Isan | President | TJ"]
        );
    }

    #[test]
    fn the_name_of_what_an_office_serves_may_stand_before_its_holder() {
        let text = "Minister Ola Berg met the Speaker of the Kenyan parliament, the Grand Thing, Ana Virta.";
        assert_eq!(
            officials("SE", text),
            ["Ola Berg | Minister | SE", "Ana Virta | Speaker of the Kenyan parliament | KE"]
        );
    }

    #[test]
    fn names_stand_behind_asides_and_services_and_in_brackets() {
        let text = "The High Commissioner of Peru to Kenya, resident in Ostby, H.E. Luis Ibarro, met the Ambassador of Latvia (H.E. \
                    Ilze Ozola) and the Command Senior Enlisted Leader, U.S. Marine Corps Sgt. Maj. Richard Thresh.";
        assert_eq!(
            officials("KE", text),
            [
                "Luis Ibarro | High Commissioner of Peru to Kenya | PE",
                "Ilze Ozola | Ambassador of Latvia | LV",
                "Richard Thresh | Command Senior Enlisted Leader | KE"
            ]
        );
    }

    #[test]
    fn streets_and_academies_that_are_named_after_titles_are_nobody() {
        let text = "They met at 339 Queens Quay W. and went to the Military Academy “General Mihail Aposto” with Mayor Ola Berg.";
        assert_eq!(officials("CA", text), ["Ola Berg | Mayor | CA"]);
    }
}
