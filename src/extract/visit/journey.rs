//! Who goes where, by the verb that tells it.

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, clause_end, is_passive, of, subject, subject_after};
use super::super::lexicon::{Class, Frame, Tense};
use super::super::participants::participants;
use super::super::passage::Passage;
use super::super::person::first_person;
use super::super::place::is_capital_city;
use super::super::words::Words;
use super::away::{is_abroad, is_away};
use super::event::is_act_of_presence;
use super::occasion::{self, done_where_sentence_begins};
use super::received::{is_visiting, visiting_guest};
use super::reception::{self, reception};
use super::stop::Stop;
use super::travellers::travellers;
use super::{Setting, delegation, destination, guests, opening, scene, statement};
use crate::model::{Leg, MentionForm, Part, Participant, PlaceKind};

/// Who goes where.
pub(super) struct Journey {
    pub(super) visitors: Vec<Participant>,
    pub(super) hosts: Vec<Participant>,
    pub(super) stops: Vec<Stop>,
}

impl Journey {
    /// A journey of which no hosts are told.
    pub(super) fn new(visitors: Vec<Participant>, stops: Vec<Stop>) -> Self {
        Self { visitors, hosts: Vec::new(), stops }
    }
}

pub(super) fn journey(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    let passage = &text.passage;
    // "welcomed President A and his delegation to Australia"
    if delegation::is_of_guest(passage, hook) {
        return None;
    }
    if is_visiting(passage, hook) {
        let guest = visiting_guest(text, hook).filter(|guest| setting.is_foreign(&guest.who))?;
        let mut home = Stop::new(Leg::to(setting.publisher?), hook.tokens.clone());
        home.leg.places = scene::of_guest(text, hook, &guest.tokens, setting.publisher);
        return Some(Journey::new(vec![guest.who.clone()], vec![home]));
    }
    match hook.trigger.frame {
        Frame::Visit | Frame::Travel if !is_passive(passage, hook) => Some(of_travel(text, hook, setting)),
        Frame::Stay => Some(of_stay(text, hook, setting)),
        Frame::Accompany if hook.trigger.tense != Tense::Noun && !passage.is(hook.tokens.end, "by") => {
            Some(of_company(text, hook, setting))
        }
        Frame::Attend if passage.is(hook.tokens.start, "participation") => {
            Some(occasion::of_participation(text, hook, setting))
        }
        Frame::Attend | Frame::Engage
            if of(hook, Frame::Attend) && hook.trigger.tense == Tense::Noun
                || occasion::by_whom(passage, hook).is_some() =>
        {
            Some(occasion::of_occasion(text, hook, setting))
        }
        Frame::Attend if !is_passive(passage, hook) => Some(occasion::of_attendance(text, hook, setting)),
        Frame::Say => statement::of_statement(text, hook, setting),
        Frame::Engage if !is_passive(passage, hook) => Some(occasion::of_act(text, hook, setting)),
        // "exchanged views on the war in Yemen" tells what about.
        Frame::Meet if !is_passive(passage, hook) && !passage.is(hook.tokens.end - 1, "views") => {
            match setting.publisher {
                Some(_) => occasion::of_meeting(text, hook, setting),
                None => guests::of_somebody_at_home(text, hook, setting),
            }
        }
        // "was met at the airport by"
        Frame::Meet if reception::is_met_on_arrival(passage, hook) => Some(reception(text, hook, setting)),
        Frame::Host => {
            let guests = reception(text, hook, setting);
            // "hosted a reception for the community in Riga", "received the Order of Merit in Riga": there nobody comes.
            let is_of_nobody =
                guests.stops.is_empty() || guests.visitors.iter().all(|who| who.id().is_none());
            Some(if is_of_nobody && is_act_of_presence(passage, hook) {
                occasion::of_act(text, hook, setting)
            } else {
                guests
            })
        }
        _ => None,
    }
}

/// "visited A", "travels to A", "the visit to A".
fn of_travel(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let visitors = travellers(text, hook);
    let mut stops = destination::of_travel(text, hook);
    if stops.is_empty() {
        stops = opening::of_headline(text, hook);
    }
    let is_coming =
        || is_coming(passage, hook, &visitors, setting) || comes_here(passage, hook, &visitors, setting);
    if stops.is_empty() && of(hook, Frame::Visit) && hook.trigger.tense != Tense::Noun {
        stops = done_where_sentence_begins(text, hook, &visitors, setting);
    }
    if stops.is_empty() && is_coming() {
        stops.extend(setting.publisher.map(|home| Stop::new(Leg::to(home), hook.tokens.clone())));
    }
    Journey::new(visitors, stops)
}

/// "is in A", "during her stay in A".
fn of_stay(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let visitors = if hook.trigger.tense == Tense::Noun {
        // "during her stay in Tallinn"
        travellers(text, hook)
    } else if passage.is(hook.tokens.start, "while") {
        participants(subject_after(text, &hook.sentence, hook.tokens.end))
    } else {
        let doers = match right_before(text, hook) {
            Some(person) => std::slice::from_ref(person),
            None => subject(text, &hook.sentence, hook.tokens.start),
        };
        participants(if doers.is_empty() { glad_to_be_there(text, hook) } else { doers })
    };
    let stops = scene::right_after(text, hook);
    let away = stops
        .into_iter()
        .filter(|stop| is_away(text, stop, &visitors, setting) || is_on_visit_there(passage, stop))
        .collect();
    Journey::new(visitors, away)
}

/// "is in Kenya on an official visit": nobody visits where they live.
fn is_on_visit_there(passage: &Passage<'_>, stop: &Stop) -> bool {
    const REACH: usize = 7;
    let end = stop.tokens.end;
    passage.is_any(end, words!["on", "for"])
        && (end + 1..end + REACH).any(|at| passage.is_any(at, words!["visit", "tour", "mission", "trip"]))
}

/// Whom "currently in Kenya" is said of, right behind: "attended by President A, currently in Kenya".
fn right_before<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPerson> {
    let passage = &text.passage;
    let comma = hook.tokens.start.checked_sub(1).filter(|&comma| passage.is_mark(comma, ','))?;
    let is_now = passage.is_any(hook.tokens.start, words!["currently", "now", "presently"]);
    let last = within(&text.people, hook.sentence.start..comma).last()?;
    (is_now && last.tokens.end == comma && !last.possessive).then_some(last)
}

/// Whoever speaks where "it is a pleasure to be in A".
fn glad_to_be_there<'a>(text: &'a Annotated<'_>, hook: &Hook) -> &'a [FoundPerson] {
    const REACH: usize = 8;
    let passage = &text.passage;
    let at = hook.tokens.start;
    let begins = |word: &str| word.starts_with("It") || word.starts_with("it");
    let mut before = at.saturating_sub(REACH).max(hook.sentence.start)..at;
    let is_pleasure = at.checked_sub(1).is_some_and(|to| passage.is(to, "to"))
        && hook.trigger.tense == Tense::Base
        && before.any(|near| begins(passage.word(near)));
    if !is_pleasure {
        return &[];
    }
    let is_author = |person: &FoundPerson| {
        person.form == MentionForm::Pronoun && first_person(passage, person.tokens.start).is_some()
    };
    let author = text.people.iter().position(is_author);
    author.and_then(|author| text.people.get(author..=author)).unwrap_or_default()
}

/// "joined pupils at A", "will accompany the Secretary to A".
fn of_company(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let mut visitors = participants(subject(text, &hook.sentence, hook.tokens.start));
    // "joined pupils at the school in Swansea"
    if joins_at(text, hook) {
        let stops = scene::of_event(text, hook).into_iter();
        let is_at_seat = |stop: &Stop| {
            let mut places = within(&text.places, stop.tokens.clone()).iter();
            stop.leg.country == setting.publisher
                && places.any(|found| is_capital_city(passage, found.tokens.start))
        };
        let is_there = |stop: &Stop| is_of_site(stop) && !is_at_seat(stop);
        let away = stops.filter(|stop| is_away(text, stop, &visitors, setting) || is_there(stop)).collect();
        return Journey::new(visitors, away);
    }
    // "will accompany the Secretary to Berlin"
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    visitors.extend(participants(within(&text.people, hook.tokens.end..end)));
    let stops = destination::of_company(text, hook, end).into_iter();
    let abroad = stops.filter(|stop| is_abroad(stop.leg.country, &visitors, setting)).collect();
    Journey::new(visitors, abroad)
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

/// "jetted into the country", "will arrive here": the publisher's, of visitors who are not at home there.
fn comes_here(passage: &Passage<'_>, hook: &Hook, visitors: &[Participant], setting: Setting<'_>) -> bool {
    const HERE: &Words = words!["country", "kingdom", "sultanate", "emirate", "island", "capital"];
    let at = hook.tokens.end;
    let come_from_elsewhere = || visitors.iter().all(|who| setting.country(who) != setting.publisher);
    if passage.is(at, "here") && of(hook, Frame::Travel) && setting.publisher.is_some() {
        return !visitors.is_empty() && come_from_elsewhere();
    }
    let at = at + usize::from(passage.is_any(at, words!["in", "into", "to"]));
    passage.is_any(at, words!["the", "our"])
        && passage.is_any(at + 1, HERE)
        && !passage.is_any(at + 2, words!["of", "where"])
        && !visitors.is_empty()
        && visitors.iter().all(|who| setting.is_foreign(who))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{signed_visits, visits};

    #[test]
    fn who_joins_pupils_at_a_school_is_there() {
        let told =
            visits("GB", "Schools Minister Ann Hale joined pupils at Holy Cross Primary School in Swansea.");
        assert_eq!(told, ["Ann Hale -> GB Holy Cross Primary School Swansea completed"]);
        assert_eq!(visits("GB", "Schools Minister Ann Hale joined calls for peace in Sudan."), [""; 0]);
    }

    #[test]
    fn an_opening_verb_of_journey_has_its_subject_after_it() {
        let told = visits("RU", "On his way to Astana, President Ivan Orlov will stop in Omsk.");
        assert_eq!(told.first().map(String::as_str), Some("Ivan Orlov -> KZ Astana planned"), "{told:?}");
    }

    #[test]
    fn whoever_is_glad_to_be_somewhere_is_there() {
        for text in [
            "I am delighted to be back in Nairobi.",
            "It is a pleasure to be here in Nairobi. I thank you all.",
        ] {
            let told = signed_visits("FI", "Prime Minister Aino Virta", text);
            assert_eq!(told, ["Aino Virta -> KE Nairobi ongoing"], "{text}");
        }
        let told = signed_visits("FI", "Prime Minister Aino Virta", "I would be pleased to be in Nairobi.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn who_will_arrive_here_comes_to_the_publishers_country() {
        for who in
            ["Serbian Speaker Ivo Novak", "A delegation of the Serbian Parliament, led by Speaker Ivo Novak,"]
        {
            let told = visits("KE", &format!("{who} will arrive here on Friday."));
            assert_eq!(told, ["Ivo Novak -> KE planned 2022-05-06"], "{who}");
        }
        assert_eq!(visits("KE", "Kenyan Speaker Ann Hale will arrive here on Friday."), [""; 0]);
    }

    #[test]
    fn whoever_is_said_to_be_there_is_who_stands_right_before() {
        let told = visits(
            "KE",
            "The parade was attended by Secretary-General Ivo Novak of Serbia, currently in Kenya on an official visit.",
        );
        assert_eq!(told, ["Ivo Novak -> KE ongoing"]);
    }

    #[test]
    fn whoever_is_in_the_country_on_a_visit_does_not_live_there() {
        let told = visits(
            "KE",
            "The parade was attended by Commonwealth Secretary-General Ann Hale, currently in Kenya on an official visit.",
        );
        assert_eq!(told, ["Ann Hale -> KE ongoing"]);
    }

    #[test]
    fn who_joins_others_at_the_seat_of_government_has_not_travelled() {
        let told =
            visits("FJ", "Prime Minister Ann Hale joined members of the forces at Suva’s Military Cemetery.");
        assert_eq!(told, [""; 0]);
    }
}
