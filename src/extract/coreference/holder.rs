//! Who holds an office that stands alone: "the Minister", "PRIME MINISTER:".

use std::ops::Range;

use super::character::{Character, Seen};
use super::{Cast, MOST_LOOKED_BACK, is_all};
use crate::extract::country::has_office;
use crate::extract::lexicon::{Frame, Tense};
use crate::extract::passage::Passage;
use crate::extract::person::NEVER_ADDRESSED;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Country, Part};

impl Cast {
    /// "the Minister": the latest person who holds such a role, or somebody without a name.
    pub(super) fn of_role(&mut self, seen: &Seen<'_, '_>) -> Option<usize> {
        let Seen { passage, sighting, .. } = seen;
        let role = sighting.roles.last()?;
        if is_all(passage, &sighting.tokens)
            && let Some(signer) = self.alone.filter(|(passage, _)| passage + 1 == seen.index)
        {
            return Some(signer.1);
        }
        let title = seen.titles.last()?;
        let definite = passage.is_any(sighting.tokens.start, &["the"])
            || role.country.is_some()
            || passage.kind(role.head.start).is_capital()
                && !passage.is_any(sighting.tokens.start.wrapping_sub(1), words!["a", "an"]);
        if role.plural || !definite {
            return None;
        }
        let country = role.country;
        let is_abroad = country.is_some_and(|country| self.home.is_some_and(|home| home != country));
        let agrees = |character: &Character| {
            character.merged_into.is_none()
                // "a service for the late President Virta": she is not "the President".
                && !character.is_late
                && character.holds(title)
                && (country.is_none() || character.country.is_none() || character.country == country)
        };
        // "Foreign Minister Ana Virta met the Fijian Foreign Minister": these are two, and so is somebody whose office
        // the publisher's country has.
        // "congratulations on your appointment as Minister of Trade of Kenya": whoever is written to.
        let start = sighting.tokens.start;
        let is_of_reader =
            (2..=4).filter_map(|back| start.checked_sub(back)).any(|at| passage.is(at, "your"));
        let is_said_of =
            !is_of_reader && start.checked_sub(1).is_some_and(|verb| passage.is_any(verb, BEING));
        let held_at_home = is_abroad
            && !is_said_of
            && self.home.is_some_and(|home| has_office(home, passage.words(role.title.clone())));
        let is_other = |index: usize| {
            let character = self.characters.get(index).filter(|_| is_abroad && !is_said_of);
            character.is_some_and(|character| character.country.is_none() && !character.name.is_empty())
                && (held_at_home || self.is_in_sentence(seen, index))
        };
        let may_hold = |index: usize| self.heads.get(index).is_some_and(|heads| heads.meets(title.glance()));
        let fitting = self
            .recent
            .iter()
            .rev()
            .take(MOST_SEARCHED)
            .map(|recent| recent.character)
            .filter(|&index| may_hold(index) && self.characters.get(index).is_some_and(agrees))
            .filter(|&index| !is_other(index));
        // Of several ministers, "the Minister" is the one whom the story is about.
        // "The Austrian ambassador" is she who is known to be, before any other.
        // "HM the King" is the publisher's own king, whatever king he writes to.
        let is_own = |one: &Character| {
            role.row.kind == "royal" && self.home.is_some() && one.country.or(self.home) == self.home
        };
        let mentions = |index: &usize| {
            let character = self.characters.get(*index);
            character.map_or((false, false, false, false, 0), |one| {
                // "the Governor" is not the former one, if there is another.
                let is_in_office = role.qualifier.is_some() || !one.held_before(title);
                let is_of_it = country.is_some() && one.country == country;
                // "the President" is not the Vice President, if there is a President.
                let is_whole = one.holds_itself(title);
                (is_in_office, is_whole, is_of_it, country.is_none() && is_own(one), one.told)
            })
        };
        let mut best: Option<usize> = None;
        for index in fitting.take(MOST_LOOKED_BACK) {
            if best.is_none_or(|known| mentions(&index) > mentions(&known)) {
                best = Some(index);
            }
        }
        best.or_else(|| self.of_head(seen)).or_else(|| {
            // "The Secretary will travel to Kenya."
            let is_definite = passage.is(seen.sighting.tokens.start, "the")
                && role.row.kind == "administrator"
                && !NEVER_ADDRESSED.contains(&role.row.head);
            let is_office = passage.kind(role.head.start).is_capital() && (!role.weak || is_definite);
            is_office.then(|| self.add_nameless(Character::default()))
        })
    }

    /// "PRIME MINISTER:": whoever spoke under this title before, the author if it is theirs, or else as elsewhere.
    pub(super) fn of_label(&mut self, seen: &Seen<'_, '_>) -> Option<usize> {
        const MOST: usize = 16;
        let title = seen.titles.last()?;
        if let Some((_, speaker)) = self.labelled.iter().find(|(known, _)| known == title) {
            return Some(*speaker);
        }
        // "Prime Minister of Australia"
        let office = self.publishing_office.as_ref().and_then(|office| office.title.split(" of ").next());
        let is_publisher = office.is_some_and(|office| self.folded.title_as_written(office) == *title);
        let speaker = if is_publisher { self.first_person(seen) } else { self.of_role(seen) }?;
        if self.labelled.len() < MOST {
            self.labelled.push((title.clone(), speaker));
        }
        Some(speaker)
    }

    /// Somebody without a name so far whose only role the sighting's roles spell out.
    pub(super) fn unnamed(&self, seen: &Seen<'_, '_>) -> Option<usize> {
        if self.nameless.is_empty() {
            return None;
        }
        let first = self.nameless.len().saturating_sub(MOST_LOOKED_BACK);
        self.nameless.iter().skip(first).copied().find(|&index| {
            let Some(character) = self.characters.get(index) else { return false };
            let Some(known) = character.only_title() else { return false };
            // "PRIME MINISTER: I met Prime Minister Virta": nobody names himself where he speaks.
            if self.labelled.iter().any(|(_, speaker)| *speaker == index) {
                return false;
            }
            let mut roles = seen.sighting.roles.iter().zip(&seen.titles);
            // A headline leaves out that the minister is the publisher's own.
            let is_headed = character.first_part() == Some(&Part::Headline);
            let served = |country: Option<Country>| country.or(self.home.filter(|_| is_headed));
            // "The Prime Minister spoke to Prime Minister Virta": these are two.
            roles.any(|(role, title)| {
                served(role.country) == served(character.country) && known.shortens(title)
            }) && !self.is_in_sentence(seen, index)
        })
    }

    /// "The Prime Minister today announced a review. │ Mr Berg │ said": the holder of the office that publishes the story,
    /// whom nobody has named, where the surname of somebody new speaks on.
    pub(super) fn who_speaks_on(&mut self, seen: &Seen<'_, '_>) -> Option<usize> {
        const MOST_BACK: usize = 2;
        let Seen { passage, index, sighting, ref words, .. } = *seen;
        let says = |at: usize| {
            let verb = passage.trigger(at).filter(|_| passage.kind(at) == TokenKind::Lower);
            verb.is_some_and(|verb| {
                verb.frame == Frame::Say && matches!(verb.tense, Tense::Past | Tense::Present)
            })
        };
        let is_addressed = words.len() == 1 && !sighting.honorifics.is_empty() && sighting.roles.is_empty();
        let [unnamed] = *self.nameless.as_slice() else { return None };
        let office = self.publishing_office.as_ref()?.title.split(" of ").next()?.to_owned();
        if !is_addressed || !says(sighting.tokens.end) || passage.in_quote(sighting.tokens.start) {
            return None;
        }
        let last = self.recent.last().filter(|last| last.character == unnamed)?;
        let is_near = last.passage + MOST_BACK >= index;
        let title = self.folded.title_as_written(&office);
        let holds = self.characters.get(unnamed)?.only_title() == Some(&title);
        if !(is_near && holds) {
            return None;
        }
        self.nameless.clear();
        Some(unnamed)
    }
}

/// Whether some tokens are the label of a turn in a transcript: "PRIME MINISTER:".
pub(super) fn is_label(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    passage.is_mark(tokens.end, ':') && passage.begins_line(tokens.start) && passage.part != Part::Headline
}

/// What joins a title to somebody: "Ana Virta was China's Permanent Representative".
const BEING: &Words = words!["is", "was", "as", "be", "been", "became", "becomes", "remains"];

/// How many mentions the search for the holder of a role goes back.
const MOST_SEARCHED: usize = 1_000;

#[cfg(test)]
mod tests {
    use crate::extract::told::{facts_under, meetings, visits};

    #[test]
    fn who_speaks_on_by_surname_holds_the_publishing_office() {
        use crate::extract::Extractor;
        use crate::model::{Block, Country, Id, Organisation, Story};
        for (text, label) in [
            ("The Prime Minister today announced a review. Mr Fras said he was glad.", Some("Fras")),
            (
                "The Prime Minister today announced the appointment of Mr Smith. Mr Smith said he was glad.",
                None,
            ),
            ("The Prime Minister met the Treasurer. Mr Howar said he was glad.", None),
        ] {
            let mut publisher =
                Organisation::new(Id::new("publisher").unwrap(), "Prime Minister of Australia");
            publisher.country = Some(Country::new("AU").unwrap());
            let story = Story::new("").with_publisher(publisher).with_block(Block::paragraph(text));
            let facts = Extractor::new().extract(story).facts;
            let named = facts.officials.iter().find(|official| official.name.is_some());
            assert_eq!(named.map(|official| official.label()).as_deref(), label, "{text}");
        }
    }

    #[test]
    fn the_minister_of_a_headline_is_the_publishers_own() {
        let text = "Aino Virta, the Finnish Foreign Minister, will visit Kenya.";
        let facts = facts_under("FI", "Foreign Minister to visit Kenya", text);
        let visitors: Vec<_> = facts.visits.iter().flat_map(|visit| &visit.visitors).collect();
        let visitors: Vec<_> = visitors.iter().filter_map(|who| facts.official(who.id()?)).collect();
        assert_eq!(visitors.iter().map(|who| who.label()).collect::<Vec<_>>(), ["Aino Virta"]);
    }

    #[test]
    fn the_president_is_no_vice_president() {
        for (office, deputy) in [("President", "Vice President"), ("Minister", "Deputy Minister")] {
            let text = format!("{office} Ola Hale met {deputy} Jari Berg. The {office} will visit Kenya.");
            assert_eq!(visits("FI", &text), ["Ola Hale -> KE planned"], "{text}");
        }
        let text = "Deputy Minister Jari Berg spoke. The Minister will visit Kenya.";
        assert_eq!(visits("FI", text), ["Jari Berg -> KE planned"]);
    }

    #[test]
    fn the_king_is_the_publishers_own() {
        let text = "King Mohammed IX sent a message to King Carl IV of Norway. King Carl IV is in Oslo. The King will visit Fez.";
        assert_eq!(visits("MA", text), ["Mohammed IX -> MA Fez planned"]);
    }

    #[test]
    fn the_late_president_is_not_the_president() {
        let text = "Foreign Minister Aino Virta went to the funeral of the late President Ivo Novak of Serbia. The President \
                    received Ms Virta.";
        assert_eq!(meetings("FI", text), ["the President / Aino Virta in_person completed"]);
    }

    #[test]
    fn her_who_is_named_behind_it_may_hold_the_office_of_the_headline() {
        let text = "First Minister visits Norway\nIn her first visit as First Minister, Ana Morgan is in Oslo. The First Minister met Norwegian President Ola Berg.";
        assert_eq!(meetings("GB", text), ["Ana Morgan / Ola Berg in_person completed"]);
    }

    #[test]
    fn the_secretary_is_somebody_without_a_name() {
        let told = visits("US", "The Secretary will travel to Nairobi, Kenya. She will also visit Uganda.");
        assert_eq!(told, ["the Secretary -> KE Nairobi planned", "the Secretary -> UG planned"]);
        assert_eq!(visits("US", "The Executive will travel to Kenya."), [""; 0]);
    }
}
