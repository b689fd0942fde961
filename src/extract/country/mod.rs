//! Which country an official serves, where no title tells it.
//!
//! | what tells it | example |
//! |---|---|
//! | a delegation that is listed | "The Maldivian side included Foreign Minister Ana Virta" |
//! | whom a delegation meets in a country, or who invites it there | "visited Angola and met President Lourenço" |
//! | a leader whom the lexicon knows | "President Macron" |
//! | the mission that a story names, and the post of an envoy who meets somebody | "The Embassy of Peru held a reception. Ambassador Ibarro spoke." |
//! | a foreign state whose bodies the story is about | "Palau Senate rejects nominee" |
//! | an office that the publisher's country has not | "Prime Minister Rama", in news of the United States |
//! | an office whose holder at home is another | "my visit at the invitation of Prime Minister O'Neill" |
//! | else the publisher, or where nobody says who publishes the dateline | "NAIROBI, Kenya (AP)" |

mod bodies;
mod host;
mod leader;
mod lists;
mod missions;
mod naming;
mod office;
mod shared;
mod subject;
mod surroundings;

use std::collections::{HashMap, HashSet};

use super::annotated::Annotated;
use super::delegation::delegates;
use crate::model::{Country, Facts, Id, Official, Participant, Visit};
use bodies::most_named_body;
use host::{assign, hosts};
use leader::{led_by, led_or_served, name_leaders};
use office::{governs, has_foreign_office, is_envoy};
use surroundings::Surroundings;

#[cfg(feature = "compose")]
pub(crate) use host::settle_hosts;
pub(super) use office::{has_office, heads_a_body};
pub(super) use shared::leave_open;

/// Gives each official without a country the one that the events, the words nearby or the publisher tell.
pub(super) fn settle(facts: &mut Facts, texts: &[Annotated<'_>], publisher: Option<Country>) {
    // Who comes along with a delegate is of the same country.
    let delegates = delegates(texts);
    for official in &mut facts.officials {
        official.country = official.country.or_else(|| delegates.get(&official.id).copied());
    }
    let mut hosts = hosts(facts, publisher);
    let Some(home) = publisher.filter(|_| facts.officials.len() <= MOST_OFFICIALS) else {
        name_leaders(facts, texts);
        return assign(facts, &hosts, publisher);
    };
    let story = Surroundings::new(texts, home);
    let body = most_named_body(&facts.officials, texts);
    let travellers = travellers(facts, home);
    let envoy_of = |id: &Id| {
        let envoy = facts.officials.iter().find(|official| official.id == *id && is_envoy(official));
        envoy.and_then(|envoy| envoy.country)
    };
    let is_open = facts.officials.iter().any(|official| official.country.is_none());
    let subject = is_open.then(|| story.subject(facts)).flatten();
    for official in facts.officials.iter().filter(|official| official.country.is_none()) {
        // Nearer than the event is the place of the clause: "to Riga to meet Minister A and to Oslo to meet Minister B".
        if let Some(host) = hosts.get_mut(&official.id)
            && let Some(country) = story.scene(&official.id)
        {
            *host = country;
        }
    }
    let mut foreign: HashMap<Id, Option<Country>> = HashMap::new();
    let mut stateless: HashSet<Id> = HashSet::new();
    for (index, official) in facts.officials.iter().enumerate() {
        if official.country.is_none() && story.serves_several_states(&official.id) {
            hosts.remove(&official.id);
            stateless.insert(official.id.clone());
        }
        let is_settled = hosts.contains_key(&official.id) || stateless.contains(&official.id);
        if official.country.is_some() || is_settled {
            continue;
        }
        if let Some(country) = led_or_served(official, body)
            .or_else(|| story.owner(&official.id))
            .or_else(|| story.seat(&official.id))
            .or_else(|| is_envoy(official).then(|| story.mission(&official.id)).flatten())
            .or_else(|| story.post(&official.id))
            .or_else(|| governs(official).then(|| story.sender(&official.id, &envoy_of)).flatten())
            .or(subject)
        {
            foreign.insert(official.id.clone(), Some(country));
            continue;
        }
        let is_met = governs(official) && story.is_met_abroad(&official.id);
        let is_foreign = is_met
            || is_visitor(facts, &official.id, home)
            || has_foreign_office(official, home)
            || has_rival(&facts.officials, index, &travellers, home);
        if is_foreign {
            let country = story.country_near(&official.id).or_else(|| led_by(official, false));
            // An office that is held at home too stays there, unless another country is named.
            if country.is_some() || has_foreign_office(official, home) {
                foreign.insert(official.id.clone(), country);
            }
        }
    }
    let is_unknown = |official: &Official| {
        let known = hosts.contains_key(&official.id) || stateless.contains(&official.id);
        official.country.is_none() && !known
    };
    for (id, country) in story.listed_with(&facts.officials, &foreign, &hosts, &is_unknown) {
        let known = foreign.entry(id).or_default();
        *known = known.or(Some(country));
    }
    for official in &mut facts.officials {
        if let Some(country) = foreign.get(&official.id) {
            official.country = official.country.or(*country);
        }
    }
    stateless.extend(foreign.into_iter().filter(|(_, country)| country.is_none()).map(|(id, _)| id));
    for official in &mut facts.officials {
        let host = hosts.get(&official.id).copied();
        let home = Some(home).filter(|_| !stateless.contains(&official.id));
        official.country = official.country.or(host).or(home);
    }
}

/// A text that names more officials than this is no story, and comparing all of them would take too long.
const MOST_OFFICIALS: usize = 300;

/// Whether somebody visits a country as a whole, as nobody does who lives there: "Minister Virta will visit Australia".
fn is_visitor(facts: &Facts, id: &Id, country: Country) -> bool {
    let mut visits =
        facts.visits.iter().filter(|visit| visit.visitors.iter().any(|who| who.id() == Some(id)));
    let is_inbound = |visit: &&Visit| {
        let alone = visit.visitors.len() == 1;
        alone && visit.legs.iter().all(|leg| leg.country == Some(country) && leg.places.is_empty())
    };
    visits.clone().next().is_some()
        && visits.all(|visit| is_inbound(&visit))
        && !receives_guest(facts, id, country)
}

/// Whether somebody meets an official of another country who visits this one.
fn receives_guest(facts: &Facts, id: &Id, country: Country) -> bool {
    let is_of = |who: &[Participant]| who.iter().any(|who| who.id() == Some(id));
    let is_guest = |who: &Participant| {
        let is_foreign = |official: &Official| official.country.is_some_and(|theirs| theirs != country);
        facts.officials.iter().any(|official| Some(&official.id) == who.id() && is_foreign(official))
            && facts.visits.iter().any(|visit| {
                visit.visitors.contains(who) && visit.legs.iter().all(|leg| leg.country == Some(country))
            })
    };
    facts.meetings.iter().any(|meeting| is_of(&meeting.party) && meeting.with.iter().any(is_guest))
}

/// Those who travel abroad alone, as news of the publisher's own tells.
fn travellers(facts: &Facts, home: Country) -> HashSet<&Id> {
    let is_abroad = |visit: &&Visit| visit.legs.iter().all(|leg| leg.country.is_some_and(|to| to != home));
    let alone = facts.visits.iter().filter(|visit| visit.visitors.len() == 1);
    alone.filter(is_abroad).filter_map(|visit| visit.visitors.first()?.id()).collect()
}

/// Whether another official, whom the story names or means first, holds the same highest office at home.
fn has_rival(officials: &[Official], index: usize, travellers: &HashSet<&Id>, home: Country) -> bool {
    /// How many officials are compared; a story brings in its own first.
    const MOST: usize = 200;
    const SINGULAR: &[&str] =
        &["President", "Prime Minister", "Foreign Minister", "King", "Governor-General"];
    let current = |official: &Official| {
        let roles = official.roles.iter().filter(|role| role.qualifier.is_none());
        roles.filter_map(|role| SINGULAR.iter().find(|office| role.title.eq_ignore_ascii_case(office))).next()
    };
    let Some(official) = officials.get(index) else { return false };
    let Some(office) = current(official) else { return false };
    let at_home = |other: &&Official| other.country.is_none_or(|country| country == home);
    let mut holders =
        officials.iter().take(MOST).filter(at_home).filter(|other| current(other) == Some(office));
    // The one who goes abroad, or whom the story names most, is the publisher's; else the first.
    let known =
        |other: &&Official| (other.country.is_some(), travellers.contains(&other.id), other.mentions.len());
    let most = holders.clone().rev().max_by_key(known);
    holders.any(|other| other.id != official.id) && most.is_some_and(|most| most.id != official.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn countries(text: &str) -> Vec<(String, Option<Country>)> {
        let facts = crate::extract::told::facts("AU", text);
        facts.officials.iter().map(|found| (found.label(), found.country)).collect()
    }

    #[test]
    fn whoever_travels_along_serves_the_country_that_both_come_from() {
        let told = countries(
            "This week I will travel to Tonga and Samoa with the Hon Pat Conroy MP, Minister for Aid.",
        );
        assert_eq!(told, [("Pat Conroy".to_owned(), Country::new("AU").ok())]);
    }

    #[test]
    fn whom_one_goes_somewhere_to_meet_is_at_home_there() {
        let text = "Foreign Minister Ann Hale will travel to Tokyo to meet Prime Minister Ishiba and to Seoul for talks with \
                    President Yoonson.";
        let text = format!("{text} In Jakarta, Coordinating Minister Airlan Hart will host her.");
        let told: Vec<_> = countries(&text).into_iter().map(|(_, country)| country).collect();
        assert_eq!(told, ["AU", "JP", "KR", "ID"].map(|code| Country::new(code).ok()));
    }

    #[test]
    fn whom_a_foreign_envoy_meets_at_home_is_of_home() {
        let told = countries(
            "The U.S. envoy has held many meetings in Canberra, including with Foreign Minister Ann Hale.",
        );
        assert_eq!(told.last(), Some(&("Ann Hale".to_owned(), Country::new("AU").ok())));
    }

    #[test]
    fn whom_one_met_where_one_was_is_at_home_there() {
        let told =
            countries("Foreign Minister Ann Hale was in Israel where she met with President Isaac Levi.");
        assert_eq!(told.last(), Some(&("Isaac Levi".to_owned(), Country::new("IL").ok())));
    }

    #[test]
    fn whoever_receives_a_guest_and_the_first_lady_are_at_home() {
        let text = "Party General Secretary Ngu Tron on April 26 hosted a reception for Chinese Minister of National Defence Wei \
                    Fenga, who is paying an official visit to Australia. First Lady Ada Tron came.";
        let told: Vec<_> = countries(text).into_iter().map(|(_, country)| country).collect();
        assert_eq!(told.first(), Some(&Country::new("AU").ok()));
        let told = crate::extract::told::officials(
            "MM",
            "President U Win Myinto and First Lady Daw Cho Cho met the President of China, Mr Xu.",
        );
        assert_eq!(told.first().map(String::as_str), Some("Win Myinto | President | MM"));
    }
}
