//! The state that a story is about as a whole, told by one who reports on it from abroad: "Palau Senate rejects nominee".

use std::collections::HashSet;

use super::naming::countries_in;
use super::surroundings::Surroundings;
use crate::extract::annotated::Annotated;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Country, Facts, Part};

impl Surroundings<'_, '_> {
    /// The foreign state whose bodies the headline or the lead tells of, where the headline names no other state and the
    /// story never that of its publisher. Nobody of home travels there, nor is named with the country.
    pub(super) fn subject(&self, facts: &Facts) -> Option<Country> {
        let mut parts = self.texts.iter();
        let headline = parts.next().filter(|text| matches!(text.passage.part, Part::Headline))?;
        let named = |text: &Annotated<'_>| -> HashSet<Country> {
            let tokens = 0..text.passage.tokens.len().min(MOST_TOKENS);
            countries_in(&text.passage, tokens, self.home).map(|(_, country)| country).collect()
        };
        let in_headline = named(headline);
        let country = in_headline.iter().next().filter(|_| in_headline.len() == 1)?;
        let country = Some(*country).filter(|country| *country != self.home)?;
        let lead = self.texts.iter().find(|text| matches!(text.passage.part, Part::Block(_)));
        let tells_of_body = [Some(headline), lead]
            .into_iter()
            .flatten()
            .any(|text| has_body(&text.passage, self.home, country));
        let is_named_with_home = || {
            let mut officials = facts.officials.iter().filter_map(|official| official.country);
            officials.any(|theirs| theirs == self.home)
        };
        if !tells_of_body || is_named_with_home() || !facts.visits.is_empty() {
            return None;
        }
        let names_home = self.texts.iter().any(|text| {
            let mut all = countries_in(&text.passage, 0..text.passage.tokens.len(), self.home);
            all.any(|(_, named)| named == self.home)
        });
        (!names_home).then_some(country)
    }
}

/// How many tokens of a headline or a lead are looked at.
const MOST_TOKENS: usize = 60;

/// "Samoa police", "Fiji’s High Court": whether a body of a state stands behind its name.
fn has_body(passage: &Passage<'_>, home: Country, state: Country) -> bool {
    const BODIES: &Words = words![
        "army", "assembly", "authorities", "cabinet", "congress", "constabulary", "court", "courts",
        "election", "elections", "government", "lawmakers", "legislature", "military", "ministry", "navy",
        "opposition", "parliament", "police", "prosecutors", "senate", "voters",
    ];
    const MOST: usize = 3;
    countries_in(passage, 0..passage.tokens.len().min(MOST_TOKENS), home).any(|(at, country)| {
        let words = at + 1..at + 2 + MOST;
        let is_word = |at: &usize| passage.kind(*at).is_word() || passage.kind(*at) == TokenKind::Possessive;
        country == state && words.take_while(is_word).any(|at| passage.is_any(at, BODIES))
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::told::headed;

    #[test]
    fn a_story_of_another_states_bodies_is_of_its_officials() {
        let text = "Fiji’s High Court has jailed former attorney-general Ayaz Sayedi. Chief Justice Salote Temi spoke.";
        assert_eq!(
            headed("NZ", "Fiji court jails former minister", text),
            ["Ayaz Sayedi | attorney-general | FJ", "Salote Temi | Chief Justice | FJ"]
        );
        let text = "Fiji’s Parliament has met. Foreign Minister Ana Virta of New Zealand spoke, and so did Chief Justice Salote Temi.";
        assert_eq!(
            headed("NZ", "Fiji Parliament meets", text),
            ["Ana Virta | Foreign Minister | NZ", "Salote Temi | Chief Justice | NZ"]
        );
        let text = "The books went to schools, Education Minister Ana Virta said.";
        assert_eq!(headed("NZ", "Books for Fiji", text), ["Ana Virta | Education Minister | NZ"]);
    }
}
