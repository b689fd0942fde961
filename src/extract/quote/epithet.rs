//! "the top Finnish diplomat", "the official": words that stand for somebody of whom the story has told.

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::lexicon::{self, Class};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::attribution::is_adverb;
use super::speaker::{LEADING, back};
use crate::model::{Country, Official, Participant, RoleKind};

/// What words that stand for somebody say of whom they stand for.
#[derive(Debug, Clone)]
pub(super) struct Epithet {
    kind: Kind,
    country: Option<Country>,
    /// The noun, in small letters: "official".
    noun: String,
    /// What stands before it and tells of what: "police" of "the police chief".
    of_what: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Diplomat,
    Spokesperson,
    /// "the ministry"
    Body,
    /// "the UN chief", "the police boss"
    Chief,
    /// "the premier"
    Premier,
    /// "her Estonian counterpart"
    Counterpart,
    Other,
}

/// The longest such phrase, in tokens: "the Foreign Ministry spokesman".
const LONGEST: usize = 7;

impl Epithet {
    /// What a definite phrase tells: "the U.N. official", "Lithuania's top diplomat".
    pub(super) fn of(passage: &Passage<'_>, phrase: Range<usize>) -> Option<Self> {
        let end = back(passage, phrase.clone(), is_adverb);
        let start =
            (phrase.start..end).find(|&at| passage.kind(at).is_word() && !passage.is_any(at, LEADING))?;
        let last = end.checked_sub(1).filter(|&last| last > start && end - start <= LONGEST)?;
        let kind = match () {
            () if passage.is_any(last, words!["diplomat", "envoy"]) => Kind::Diplomat,
            () if passage.is_any(last, SPOKESPEOPLE) => Kind::Spokesperson,
            // "the head of the Foreign Ministry" is a person.
            () if passage.is_any(last, BODIES) && !(start..last).any(|at| passage.is(at, "of")) => Kind::Body,
            () if passage.is_any(last, words!["chief", "boss"]) => Kind::Chief,
            () if passage.is(last, "premier") => Kind::Premier,
            () if passage.is(last, "counterpart") => Kind::Counterpart,
            () if passage.is_any(last, PEOPLE) || is_age(passage, last) => Kind::Other,
            () => return None,
        };
        let land =
            |at: usize| passage.longest(at, Class::Demonym).or_else(|| passage.longest(at, Class::Country));
        let owner = land(start).is_some_and(|land| passage.kind(start + land.len) == TokenKind::Possessive);
        let is_shared =
            kind == Kind::Counterpart && passage.is_any(start, words!["his", "her", "its", "their"]);
        if !owner && !is_shared && !passage.is(start, "the") {
            return None;
        }
        let country = (start..last).find_map(|at| lexicon::country(land(at)?.entry.country));
        if kind == Kind::Counterpart && country.is_none() {
            return None;
        }
        let lands = (start..last).filter_map(|at| Some(at..at + land(at)?.len));
        let lands: Vec<Range<usize>> = lands.collect();
        let tells_more = |&at: &usize| {
            passage.kind(at).is_word()
                && !passage.is_any(at, NOT_OF_ANYTHING)
                && !lands.iter().any(|land| land.contains(&at))
        };
        let of_what = (start..last).filter(tells_more).map(|at| passage.word(at).to_lowercase()).collect();
        Some(Self { kind, country, noun: passage.word(last).to_lowercase(), of_what })
    }

    /// Whom the words stand for. `told` is whom the words before the speech tell to say something.
    pub(super) fn whose(
        &self,
        officials: &[Official],
        home: Option<Country>,
        last: Option<&Participant>,
        told: impl FnOnce() -> Option<Participant>,
    ) -> Option<Participant> {
        let found = |who: &Participant| officials.iter().find(|official| who.id() == Some(&official.id));
        let may_be = |official: &Official| {
            official.name.is_some() && self.agrees(official.country.or(home)) && self.allows(official)
        };
        if self.kind == Kind::Body {
            let is_same =
                |who: &&Participant| matches!(who, Participant::Described(words) if self.repeats(words));
            return last.filter(is_same).cloned();
        }
        let is_last = match last {
            _ if self.kind == Kind::Counterpart => false,
            Some(Participant::Described(words)) => self.fits(words),
            Some(who) => found(who).is_some_and(may_be),
            None => false,
        };
        let mut all = officials.iter().filter(|official| {
            let speaks = last.and_then(Participant::id) == Some(&official.id);
            let is_other = self.kind != Kind::Counterpart || !speaks;
            official.name.is_some() && is_other && self.tells(official, home)
        });
        let mut only = || match (all.next(), all.next()) {
            (Some(only), None) => Some(Participant::Official(only.id.clone())),
            _ => None,
        };
        // "the police chief" is of the police before whoever spoke last.
        let by_words = if self.kind == Kind::Chief { only() } else { None };
        by_words.or_else(|| last.filter(|_| is_last).cloned()).or_else(only).or_else(|| {
            told().filter(|who| match who {
                // "Ana Virta condemned the plan. “…,” the activist said."
                Participant::Described(words) => self.is_of_anybody() && is_name(words),
                _ => found(who).is_some_and(may_be),
            })
        })
    }

    /// Whether words between two places tell of somebody new of the same kind: "a senior official".
    pub(super) fn is_of_another(
        &self,
        (from, to): ((usize, usize), (usize, usize)),
        texts: &[Annotated<'_>],
    ) -> bool {
        const NEAR: usize = 4;
        (from.0..=to.0).any(|index| {
            let Some(passage) = texts.get(index).map(|text| &text.passage) else { return false };
            let start = if index == from.0 { from.1 } else { 0 };
            let end = if index == to.0 { to.1 } else { passage.tokens.len() };
            let is_new = |at: usize| {
                let determiner = |at: &usize| passage.is_any(*at, words!["a", "an", "another", "one", "the"]);
                let first = (at.saturating_sub(NEAR)..at).rev().find(determiner);
                first.is_some_and(|at| !passage.is(at, "the"))
            };
            from != (0, 0) && (start..end).any(|at| passage.is(at, &self.noun) && is_new(at))
        })
    }

    fn agrees(&self, country: Option<Country>) -> bool {
        // Who serves the United Nations is of some country, too.
        let is_of_union = self.country.as_ref().is_some_and(|it| matches!(it.as_str(), "UN" | "EU" | "NATO"));
        is_of_union || self.country.is_none() || country.is_none() || self.country == country
    }

    /// Whether a description is a name, or is of the same noun.
    fn fits(&self, words: &str) -> bool {
        self.repeats(words) || is_name(words)
    }

    /// Whether the words may stand for somebody of whom the story tells no office.
    fn is_of_anybody(&self) -> bool {
        matches!(self.kind, Kind::Diplomat | Kind::Spokesperson | Kind::Other)
    }

    /// Whether a description is of the same noun: "a senior official", then "the official".
    fn repeats(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let mut all = words.split(|c: char| !c.is_alphanumeric());
        match self.kind {
            Kind::Spokesperson => all.any(|word| word.starts_with("spokes")),
            Kind::Chief => all.any(|word| word == self.noun) && self.is_of_it(&words),
            _ => all.any(|word| word == self.noun),
        }
    }

    /// Whether a title or description has all that the words tell of what somebody leads.
    fn is_of_it(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        self.of_what.iter().all(|it| words.split(|c: char| !c.is_alphanumeric()).any(|word| word == it))
    }

    /// Whether somebody who spoke may be called so.
    fn allows(&self, official: &Official) -> bool {
        let mut kinds = official.roles.iter().filter_map(|role| role.kind.as_ref());
        match self.kind {
            Kind::Diplomat => is_diplomat(official),
            Kind::Spokesperson => official.roles.is_empty() || self.is_titled(official),
            // A head of state or government is called by the office.
            Kind::Body | Kind::Counterpart => false,
            Kind::Premier => self.tells(official, None),
            Kind::Chief if self.country.is_some() => self.tells(official, None),
            Kind::Chief | Kind::Other => !kinds
                .any(|kind| matches!(kind, RoleKind::HeadOfState | RoleKind::Royal | RoleKind::Religious)),
        }
    }

    /// Whether the words say all that it takes to tell an official from others.
    fn tells(&self, official: &Official, home: Option<Country>) -> bool {
        match self.kind {
            Kind::Diplomat => self.agrees(official.country.or(home)) && is_diplomat(official),
            Kind::Counterpart => official.country == self.country,
            Kind::Premier => {
                let mut kinds = official.roles.iter().filter_map(|role| role.kind.as_ref());
                self.agrees(official.country.or(home))
                    && kinds.any(|kind| *kind == RoleKind::HeadOfGovernment)
            }
            Kind::Chief if self.of_what.is_empty() => {
                self.country.is_some() && official.country == self.country && is_head_of_union(official)
            }
            Kind::Chief => {
                let is_union = || {
                    let code = official.country.map(|country| country.as_str().to_lowercase());
                    code.as_slice() == self.of_what && is_head_of_union(official)
                };
                official.roles.iter().any(|role| self.is_of_it(&role.title)) || is_union()
            }
            _ => self.agrees(official.country.or(home)) && self.is_titled(official),
        }
    }

    fn is_titled(&self, official: &Official) -> bool {
        official.roles.iter().any(|role| self.repeats(&role.title))
    }
}

/// Whether a description is a name and nothing else: "Ana Virta".
fn is_name(words: &str) -> bool {
    words.split(' ').all(|word| word.starts_with(char::is_uppercase)) && !words.starts_with("The ")
}

/// "the UN chief", "the NATO chief"
fn is_head_of_union(official: &Official) -> bool {
    official.roles.iter().any(|role| {
        let title = role.title.to_lowercase();
        title.contains("secretary") && title.contains("general") || title.contains("commission president")
    })
}

fn is_diplomat(official: &Official) -> bool {
    official.roles.iter().any(|role| {
        let title = role.title.to_lowercase();
        let is_foreign = || title.contains("foreign") || title.contains("external");
        match role.kind {
            Some(RoleKind::Ambassador | RoleKind::Envoy) => true,
            Some(RoleKind::Minister | RoleKind::DeputyMinister) => {
                is_foreign() || title == "secretary of state"
            }
            _ => title.contains("foreign minister") || title.contains("diplomat"),
        }
    })
}

const SPOKESPEOPLE: &Words = words!["spokesman", "spokesperson", "spokeswoman"];

/// "the 54-year-old"
fn is_age(passage: &Passage<'_>, last: usize) -> bool {
    passage.is(last, "old") && last.checked_sub(2).is_some_and(|year| passage.is(year, "year"))
}

/// Words before a noun that tell nothing of what somebody leads.
const NOT_OF_ANYTHING: &Words = words![
    "the", "his", "her", "its", "their", "top", "senior", "former", "new", "veteran", "outgoing", "old"
];

/// Whether a word for a body stands at a token: "the Foreign Ministry".
pub(super) fn is_body(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, BODIES)
        || passage.is_any(at, words!["court", "government", "parliament", "police", "senate", "cabinet"])
}

/// Bodies that are told of again in one word.
const BODIES: &Words = words![
    "agency", "army", "association", "authority", "commission", "committee", "company", "council",
    "department", "embassy", "force", "group", "ministry", "office", "organisation", "organization", "party",
    "union",
];

/// What somebody is called who has been named, besides the office.
const PEOPLE: &Words = words![
    "academic", "activist", "adviser", "advisor", "aide", "analyst", "attorney", "billionaire",
    "businessman", "businesswoman", "campaigner", "candidate", "cleric", "commander", "dissident",
    "economist", "executive", "expert", "founder", "historian", "judge", "laureate", "lawmaker", "lawyer",
    "leader", "legislator", "negotiator", "officer", "official", "parliamentarian", "politician",
    "professor", "researcher", "scientist", "source", "prosecutor", "statesman", "tycoon", "veteran",
];

#[cfg(test)]
mod tests {
    use crate::extract::told;

    /// Who speaks in each quote of a text.
    fn speakers(text: &str) -> Vec<String> {
        told::speakers("FI", text)
    }

    #[test]
    fn who_spoke_may_be_called_by_other_words() {
        for (first, words) in [
            ("Foreign Minister Ana Virta of Finland", "the top Finnish diplomat"),
            ("Foreign Minister Ana Virta of Finland", "the diplomat"),
            ("Trade Minister Ana Virta", "the politician"),
            ("police spokesperson Ana Virta", "the spokeswoman"),
            ("UN envoy Ana Virta", "the U.N. official"),
        ] {
            let text = format!(
                "“We have come to listen to you,” said {first}.\n\nThe roads are closed.\n\n“We shall stay for a week,” {words} added."
            );
            let speakers = speakers(&text);
            assert_eq!(speakers.len(), 2, "{words}: {speakers:?}");
            assert!(speakers.iter().all(|speaker| speaker.contains("Ana Virta")), "{words}: {speakers:?}");
        }
    }

    #[test]
    fn somebody_without_an_office_may_be_called_by_other_words() {
        let text = "In a post, Ilmari Bergfors condemned the plan.\n“The bridge will harm the birds of the bay,” the activist said.";
        let speakers = speakers(text);
        assert!(speakers[0].contains("Ilmari Bergfors"), "{speakers:?}");
    }

    #[test]
    fn a_spokesman_for_somebody_is_not_that_one() {
        for words in ["a spokesman for President Karl Berg", "the spokeswoman for Foreign Minister Karl Berg"]
        {
            let text = format!("“We shall stay for a week,” {words} said.");
            let speakers = speakers(&text);
            assert!(speakers[0].contains("spokes"), "{speakers:?}");
        }
    }

    #[test]
    fn whoever_leads_something_is_its_chief() {
        let text = "Police Commissioner Ana Virta and UN Secretary-General Bo Lind met Prime Minister Ola Berg of Finland.\n\n“The road is long and it is hard,” said Ola Berg.\n\n“We shall keep the road safe,” the police chief said.\n\n“The world needs more such roads,” the UN chief said.\n\n“It will serve all of the north,” the premier added.";
        let speakers = speakers(text);
        assert_eq!(speakers.len(), 4, "{speakers:?}");
        for (speaker, name) in speakers.iter().zip(["Berg", "Virta", "Lind", "Berg"]) {
            assert!(speaker.contains(name), "{speakers:?}");
        }
    }

    #[test]
    fn a_counterpart_is_of_the_country_told() {
        let text = "Finnish Foreign Minister Ana Virta and Estonian Foreign Minister Mart Tamm met in Ost.\n\n“We see the world with the same eyes,” Virta said.\n\n“Our region needs more trade and roads,” her Estonian counterpart replied.";
        assert_eq!(speakers(text), ["Ana Virta", "Mart Tamm"]);
    }

    #[test]
    fn an_age_stands_for_who_spoke() {
        let text = "“There is no money left for it,” said Mayor Bo Lind.\n\nThe rain went on.\n\n“We have to start again now,” the 54-year-old said.";
        assert_eq!(speakers(text), ["Bo Lind", "Bo Lind"]);
    }

    #[test]
    fn the_diplomat_of_a_country_is_its_minister() {
        let text = "Mayor Bo Lind met Lithuanian Foreign Minister Jonas Petraitis in Ost.\n\n“We stand by our friends as ever,” Lithuania’s top diplomat said.";
        assert_eq!(speakers(text), ["Jonas Petraitis"]);
    }

    #[test]
    fn words_for_another_are_not_of_who_spoke() {
        let text = "“We have come to listen to you,” said Trade Minister Ana Virta.\n\nA senior official of the port was less sure.\n\n“The ships will not come at all,” the official said.";
        let speakers = speakers(text);
        assert!(speakers[1].contains("official"), "{speakers:?}");
        let text = "“We have come to listen to you,” said Trade Minister Ana Virta.\n\n“The ships will not come at all,” the spokesman said.";
        assert!(!super::tests::speakers(text)[1].contains("Virta"));
    }

    #[test]
    fn a_description_is_told_again_in_fewer_words() {
        let text = "“We are ready to go home now,” said a spokesperson for the Ministry of Works.\n\n“All papers have been signed by us,” the spokesperson added.";
        let speakers = speakers(text);
        assert_eq!(speakers[0], speakers[1], "{speakers:?}");
        let text = "“We condemn this in the strongest terms,” said the Harbour Ministry.\n\n“All ships must now return,” the ministry added.";
        assert!(super::tests::speakers(text)[1].contains("Harbour"));
    }
}
