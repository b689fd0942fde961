//! Those whom a story spoke of last: "the two presidents met", "spoke to both leaders", "Talks with A are planned".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, told_of_together};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::visit::Setting;
use super::super::words::Words;
use crate::model::{Country, MentionForm, Participant};

/// A story up to one of its texts.
#[derive(Debug, Clone, Copy)]
pub(super) struct SpokenOf<'a, 't> {
    texts: &'a [Annotated<'t>],
    /// The text that is read.
    index: usize,
    setting: Setting<'a>,
}

impl<'a, 't> SpokenOf<'a, 't> {
    pub(super) fn new(texts: &'a [Annotated<'t>], index: usize, setting: Setting<'a>) -> Self {
        Self { texts, index, setting }
    }

    /// Those of "They also met A", "The delegation met A".
    pub(super) fn together(self, hook: &Hook) -> Vec<Participant> {
        let told = self.texts.get(..=self.index).unwrap_or_default();
        let mut together = told_of_together(told, hook, self.setting.delegates);
        if let Some(text) = told.last() {
            self.setting.of_delegation(&text.passage, hook, &mut together);
        }
        together
    }

    /// Whose schedule the story is.
    pub(super) fn owner(self) -> Option<Participant> {
        self.setting.owner.cloned()
    }

    /// Whether two people serve two countries, the publisher's where the story does not say which: who serve one alone
    /// need not meet to discuss something.
    pub(super) fn are_of_two_countries(self, people: &[Participant]) -> bool {
        let (Some(one), Some(other)) = (people.first(), people.last()) else { return false };
        let is_one_of_them = |who: &Participant| who == one || who == other;
        let [first, last] = [one, other].map(|who| self.setting.country(who).or(self.setting.publisher));
        people.iter().all(is_one_of_them) && first.is_some() && last.is_some() && first != last
    }

    /// Whether all of some people serve one country, the publisher's where the story does not say which.
    pub(super) fn are_of_one_country(self, people: &[Participant]) -> bool {
        let country = |who: &Participant| self.country(who);
        let first = people.first().and_then(country);
        first.is_some() && people.iter().all(|who| country(who) == first)
    }

    /// Those of "The two presidents held talks", "The three ministers met A", if nobody else stands before the verb.
    pub(super) fn subject(self, hook: &Hook, met: &[Participant]) -> Vec<Participant> {
        let Some(text) = self.texts.get(self.index) else { return Vec::new() };
        let before = hook.sentence.start..hook.tokens.start;
        if !within(&text.people, before.clone()).is_empty() {
            return Vec::new();
        }
        let found = before.clone().find_map(|at| several(&text.passage, at));
        match found {
            Some(found) => self.holders(found, hook.tokens.start, met, true),
            None if met.is_empty() && names_both(&text.passage, before.start) => {
                self.two_told_of(before.start)
            }
            None => Vec::new(),
        }
    }

    /// The two officials of the sentence before a token, if they are all whom it names and serve two countries.
    fn two_told_of(self, before: usize) -> Vec<Participant> {
        let earlier = self.texts.get(..=self.index).unwrap_or_default();
        let told = earlier.iter().enumerate().rev().find_map(|(index, text)| {
            let end = if index == self.index { before } else { text.passage.tokens.len() };
            let last = end.checked_sub(1)?;
            Some(within(&text.people, text.passage.sentence_of(last).start..end))
        });
        let mut two: Vec<Participant> = Vec::with_capacity(2);
        for person in told.unwrap_or_default().iter().filter(|person| person.form != MentionForm::Pronoun) {
            if !two.contains(&person.who) {
                two.push(person.who.clone());
            }
        }
        let are_named = two.len() == 2 && two.iter().all(|who| who.id().is_some());
        if are_named && self.are_of_two_countries(&two) { two } else { Vec::new() }
    }

    /// The two of "spoke to both leaders", who are none of `party`.
    pub(super) fn object(self, tokens: &Range<usize>, party: &[Participant]) -> Option<[Participant; 2]> {
        let passage = &self.texts.get(self.index)?.passage;
        let at = tokens.start.saturating_sub(2)..tokens.start + 1;
        let found = at
            .into_iter()
            .find_map(|at| several(passage, at))
            .filter(|found| tokens.contains(&found.noun))?;
        let both = self.holders(found, tokens.start, party, false);
        <[Participant; 2]>::try_from(both).ok()
    }

    /// Whoever of another country than those who are met was spoken of last: the party of "Talks with A are planned".
    pub(super) fn party(self, hook: &Hook, with: &[Participant]) -> Option<Participant> {
        let theirs: Vec<Country> = with.iter().filter_map(|who| self.setting.country(who)).collect();
        let mentions = || self.mentions(hook.tokens.start).map(|(_, person)| &person.who);
        let is_other = |who: &Participant| {
            !with.contains(who) && !self.country(who).is_some_and(|country| theirs.contains(&country))
        };
        // The publisher's own official, who tells of it, before any other guest.
        let is_own = |who: &Participant| is_other(who) && self.country(who) == self.setting.publisher;
        mentions().find(|who| is_own(who)).or_else(|| mentions().find(|who| is_other(who))).cloned()
    }

    /// As many holders of an office as are told of, those who were named last, the first of them first. Nobody of `others`
    /// is one of them. Those who meet are of countries that differ.
    fn holders(
        self,
        found: Several,
        before: usize,
        others: &[Participant],
        do_countries_differ: bool,
    ) -> Vec<Participant> {
        let Some(here) = self.texts.get(self.index).map(|text| &text.passage) else { return Vec::new() };
        let word = here.word(found.noun);
        let is_one_a_country = here.is_any(found.noun, ONE_A_COUNTRY);
        let mut holders: Vec<Participant> = Vec::with_capacity(found.number);
        let mentions = self.mentions(before).filter(|(text, person)| {
            !others.contains(&person.who) && is_called(&text.passage, &person.tokens, word)
        });
        for (_, person) in mentions {
            if holders.len() == found.number {
                break;
            }
            let is_of_same_country = |who: &Participant| {
                let [one, other] = [who, &person.who].map(|who| self.setting.country(who));
                let is_unknown = one.is_none() || other.is_none();
                if is_unknown && is_one_a_country {
                    false
                } else {
                    self.country(who) == self.country(&person.who)
                }
            };
            let is_taken = holders.contains(&person.who)
                || do_countries_differ && holders.iter().any(is_of_same_country);
            if !is_taken {
                holders.push(person.who.clone());
            }
        }
        if holders.len() < found.number {
            return Vec::new();
        }
        holders.reverse();
        holders
    }

    /// Officials by name or office before a token of the text, the latest first.
    fn mentions(self, before: usize) -> impl Iterator<Item = (&'a Annotated<'t>, &'a FoundPerson)> {
        const MOST: usize = 40;
        let earlier = self.texts.get(..=self.index).unwrap_or_default().iter().enumerate().rev();
        let all = earlier.flat_map(move |(index, text)| {
            let end = if index == self.index { before } else { usize::MAX };
            within(&text.people, 0..end).iter().rev().map(move |person| (text, person))
        });
        all.take(MOST).filter(|(_, person)| person.who.id().is_some() && person.form != MentionForm::Pronoun)
    }

    fn country(self, who: &Participant) -> Option<Country> {
        self.setting.country(who).or(self.setting.publisher)
    }
}

/// "The two then held", "Both sides met", "They held": both of whom the sentence before told.
fn names_both(passage: &Passage<'_>, start: usize) -> bool {
    let the = start + usize::from(passage.is(start, "the"));
    let two = passage.is_any(the, words!["two", "both"]);
    let side =
        passage.is_any(the + 1, words!["sides", "parties", "officials", "dignitaries", "men", "women"]);
    let next = the + 1 + usize::from(side);
    two && !passage.is_any(next, words!["of", "countries"]) && passage.kind(next) == TokenKind::Lower
        || passage.is(start, "they")
}

/// What several people are called together.
const CALLED: &Words = words![
    "chancellors", "counterparts", "heads", "kings", "leaders", "ministers", "monarchs", "premiers",
    "presidents", "secretaries",
];

/// Offices that no country has two of.
const ONE_A_COUNTRY: &Words = words!["chancellors", "kings", "monarchs", "premiers", "presidents"];

/// People who are told of by their number and office: "both foreign ministers".
struct Several {
    number: usize,
    noun: usize,
}

/// Those of "two leaders", "both foreign ministers" at a token.
fn several(passage: &Passage<'_>, at: usize) -> Option<Several> {
    const MOST: usize = 3;
    let number = match () {
        () if passage.is_any(at, words!["two", "both"]) => 2,
        () if passage.is(at, "three") => 3,
        () if passage.is(at, "four") => 4,
        () => return None,
    };
    let noun = (at + 1..at + 1 + MOST).find(|&noun| passage.is_any(noun, CALLED))?;
    let is_near = (at + 1..noun).all(|at| passage.kind(at).is_word());
    // "the two leaders' envoys"
    let is_owner = passage.kind(noun + 1) == TokenKind::Possessive;
    (is_near && !is_owner).then_some(Several { number, noun })
}

/// Whether the words for somebody name the office of a plural: "presidents" are those called President. Any may be a
/// leader.
fn is_called(passage: &Passage<'_>, tokens: &Range<usize>, plural: &str) -> bool {
    let plural = plural.to_ascii_lowercase();
    let office = plural.strip_suffix('s').unwrap_or(&plural);
    matches!(office, "counterpart" | "head" | "leader" | "monarch")
        || tokens.clone().any(|at| {
            let is_deputy =
                at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["deputy", "vice"]));
            passage.word(at).eq_ignore_ascii_case(office) && (!is_deputy || office == "minister")
                // A Secretary of State is a minister.
                || office == "minister" && passage.is(at, "secretary")
                || matches!(office, "president" | "premier") && passage.is(at, "leader")
                || passage.is(at, "counterpart")
        })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn the_two_presidents_are_those_named_last() {
        let told = meetings(
            "EE",
            "President Ivo Novak of Serbia arrived in Tallinn yesterday to congratulate President Ann Tamm. Minister Ola Lind of Norway sent flowers. The two presidents met this afternoon.",
        );
        assert_eq!(told, ["Ivo Novak / Ann Tamm in_person completed"]);
        let told = meetings("EE", "President Ann Tamm spoke. The two presidents met this afternoon.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn presidents_of_whom_one_has_no_country_are_of_two() {
        let told = meetings(
            "EE",
            "President Ann Tamm spoke. Serbia was represented by its President, Ivo Novak. The two presidents met this afternoon.",
        );
        assert_eq!(told, ["Ann Tamm / Ivo Novak in_person completed"]);
    }

    #[test]
    fn a_state_secretary_is_one_of_two_ministers() {
        let told = meetings(
            "GB",
            "Minister Ann Hale laid a wreath beside Norway’s State Secretary for Defence, Ola Berg. The two ministers held talks.",
        );
        assert_eq!(told, ["Ann Hale / Ola Berg in_person completed"]);
    }

    #[test]
    fn several_who_were_named_last_meet_others() {
        let told = meetings(
            "EE",
            "Foreign Minister Ann Tamm, Foreign Minister Eva Ozola of Latvia and Foreign Minister Ona Kazlas of Lithuania are in Belgrade. The three ministers will meet President Ivo Novak of Serbia.",
        );
        assert_eq!(told, ["Ann Tamm + Eva Ozola + Ona Kazlas / Ivo Novak in_person planned"]);
    }

    #[test]
    fn both_leaders_are_those_named_last() {
        let told = meetings(
            "FJ",
            "Prime Minister Ivo Molisa of Vanuatu and Prime Minister Ann Leva of Samoa will not come. Prime Minister Epeli Tui spoke to both leaders by phone.",
        );
        assert_eq!(told, ["Epeli Tui / Ivo Molisa + Ann Leva call completed"]);
    }

    #[test]
    fn talks_that_are_planned_are_of_the_traveller() {
        let told = meetings(
            "CH",
            "Federal Councillor Ann Berg is paying a visit to Kazakhstan. Talks with Foreign Minister Ivo Nurtal of Kazakhstan are on the programme.",
        );
        assert_eq!(told, ["Ann Berg / Ivo Nurtal in_person planned"]);
    }

    #[test]
    fn a_meeting_that_will_take_place_is_of_whoever_says_so() {
        let told = meetings(
            "FI",
            "The meeting with Foreign Minister Ivo Novak of Serbia will take place on 20 May, Foreign Minister Aino Virta said.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
        let told = meetings(
            "FI",
            "During their meeting, Foreign Minister Aino Virta and Foreign Minister Ivo Novak of Serbia discussed trade.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
        for verb in ["held a meeting", "talked on the phone"] {
            let text = format!("Foreign Minister Aino Virta and her Serbian counterpart Ivo Novak {verb}.");
            assert_eq!(meetings("FI", &text).len(), 1, "{text}");
        }
    }

    #[test]
    fn counterparts_and_leaders_share_an_office() {
        let told = meetings(
            "PK",
            "Foreign Minister Ann Khan and her Turkish counterpart Ivo Demir, in their first meeting on Monday, vowed to trade.",
        );
        assert_eq!(told, ["Ann Khan / Ivo Demir in_person completed"]);
        let told = meetings(
            "PK",
            "Foreign Minister Ann Khan thanked her Turkish counterpart Ivo Demir. The two foreign ministers met in New York.",
        );
        assert_eq!(told, ["Ann Khan / Ivo Demir in_person completed"]);
        let told = meetings(
            "KE",
            "Tanzanian leader Ivo Salum is in Nairobi. President Ann Kimani and Deputy President Joe Otieno are glad. The two presidents will lead their delegations in bilateral talks.",
        );
        assert_eq!(told, ["Ivo Salum / Ann Kimani in_person planned"]);
    }

    #[test]
    fn a_meeting_that_was_called_off_is_of_whoever_tells_of_it() {
        let told = meetings(
            "BR",
            "Minister Ana Vieira received Minister Ola Berg of Norway. A meeting with Foreign Minister Ivo Novak of Serbia had to be cancelled.",
        );
        assert!(told.contains(&"Ana Vieira / Ivo Novak in_person cancelled".to_owned()), "{told:?}");
    }

    #[test]
    fn an_agenda_is_of_the_traveller() {
        let told = meetings(
            "PT",
            "Foreign Minister Ana Cruz will visit Cabo Verde. The agenda includes meetings with President Ivo Neves and Prime Minister Eva Silva.",
        );
        assert_eq!(told, ["Ana Cruz / Ivo Neves + Eva Silva in_person planned"]);
    }
}
