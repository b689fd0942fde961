//! Those whom a story spoke of last: "the two presidents met", "spoke to both leaders", "Talks with A are planned".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::Hook;
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

    /// The two of "The two presidents held talks", if nobody else stands before the verb.
    pub(super) fn subject(self, hook: &Hook) -> Option<[Participant; 2]> {
        let text = self.texts.get(self.index)?;
        let before = hook.sentence.start..hook.tokens.start;
        if !within(&text.people, before.clone()).is_empty() {
            return None;
        }
        let at = before.into_iter().find_map(|at| both(&text.passage, at))?;
        self.pair(at, hook.tokens.start, &[])
    }

    /// The two of "spoke to both leaders", who are none of `party`.
    pub(super) fn object(self, tokens: &Range<usize>, party: &[Participant]) -> Option<[Participant; 2]> {
        let passage = &self.texts.get(self.index)?.passage;
        let at = tokens.start.saturating_sub(2)..tokens.start + 1;
        let noun = at.into_iter().find_map(|at| both(passage, at)).filter(|noun| tokens.contains(noun))?;
        self.pair(noun, tokens.start, party)
    }

    /// Whoever of another country than those who are met was spoken of last: the party of "Talks with A are planned".
    pub(super) fn party(self, hook: &Hook, with: &[Participant]) -> Option<Participant> {
        let theirs: Vec<Country> = with.iter().filter_map(|who| self.setting.country(who)).collect();
        let mut mentions = self.mentions(hook.tokens.start).map(|(_, person)| &person.who);
        let is_of_them =
            |who: &Participant| self.country(who).is_some_and(|country| theirs.contains(&country));
        mentions.find(|who| !with.contains(who) && !is_of_them(who)).cloned()
    }

    /// The two holders of an office of different countries, or of any other than `party`, who were named last.
    fn pair(self, noun: usize, before: usize, party: &[Participant]) -> Option<[Participant; 2]> {
        let here = &self.texts.get(self.index)?.passage;
        let fits = |(text, person): &(&Annotated<'_>, &FoundPerson)| {
            !party.contains(&person.who) && is_called(&text.passage, &person.tokens, here.word(noun))
        };
        let mut mentions = self.mentions(before).filter(fits).map(|(_, person)| &person.who);
        let last = mentions.next()?;
        let is_other = |who: &&Participant| {
            *who != last && (!party.is_empty() || self.country(who) != self.country(last))
        };
        let other = mentions.find(is_other)?;
        Some([other.clone(), last.clone()])
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

/// What two people are called together.
const CALLED: &Words = words![
    "chancellors", "counterparts", "heads", "kings", "leaders", "ministers", "monarchs", "premiers",
    "presidents", "secretaries",
];

/// The noun of "two leaders", "both foreign ministers" at a token.
fn both(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 3;
    let is_both = passage.is_any(at, words!["two", "both"]);
    let noun = (at + 1..at + 1 + MOST).find(|&noun| passage.is_any(noun, CALLED))?;
    let is_near = (at + 1..noun).all(|at| passage.kind(at).is_word());
    // "the two leaders' envoys"
    let is_owner = passage.kind(noun + 1) == TokenKind::Possessive;
    (is_both && is_near && !is_owner).then_some(noun)
}

/// Whether the words for somebody name the office of a plural: "presidents" are those called President. Any may be a
/// leader.
fn is_called(passage: &Passage<'_>, tokens: &Range<usize>, plural: &str) -> bool {
    let plural = plural.to_ascii_lowercase();
    let office = plural.strip_suffix('s').unwrap_or(&plural);
    matches!(office, "counterpart" | "head" | "leader" | "monarch")
        || tokens.clone().any(|at| passage.word(at).eq_ignore_ascii_case(office))
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
    fn an_agenda_is_of_the_traveller() {
        let told = meetings(
            "PT",
            "Foreign Minister Ana Cruz will visit Cabo Verde. The agenda includes meetings with President Ivo Neves and Prime Minister Eva Silva.",
        );
        assert_eq!(told, ["Ana Cruz / Ivo Neves + Eva Silva in_person planned"]);
    }
}
