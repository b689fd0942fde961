//! Whom a pronoun stands for, and a style such as "His Royal Highness", which stands for somebody as a pronoun does.

use super::named::opposed;
use std::ops::Range;

use super::character::{Character, Seen};
use super::{Cast, Recent};
use crate::extract::clause::coordinated;
use crate::extract::passage::Passage;
use crate::extract::person::{Sighting, first_person};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::RoleKind;

/// How many mentions back somebody may stand for whom a pronoun does.
const MOST_BACK: usize = 60;

impl Cast {
    /// "he": whom the sentence so far, or else the one before it, speaks of first and who may be a man.
    /// The search goes no further than two passages back.
    pub(super) fn of_pronoun(&self, seen: &Seen<'_, '_>) -> Option<usize> {
        let Seen { passage, index, sighting, .. } = *seen;
        let subjects = self.subjects_of(passage, index, sighting);
        let speaker = self.author.filter(|_| self.speaks_in_sentence(passage, index, sighting));
        let agrees = |recent: &&Recent| {
            let character = self.characters.get(recent.character);
            let is_subject = recent.passage == index && subjects.contains(&recent.start);
            !is_subject
                && !recent.in_byline
                && speaker != Some(recent.character)
                && character.is_some_and(|character| {
                    !opposed(character.gender, sighting.gender) && !character.is_empty()
                })
        };
        if sighting.is_style() {
            let mut back = self.recent.iter().rev().take(MOST_BACK);
            let latest = back.find(|recent| agrees(recent) && self.is_styled(recent, seen))?;
            return Some(latest.character);
        }
        // `“I thank the Premier,” said Mr Berg. He …`: the story goes on with those of whom it tells itself.
        let narrates = !passage.in_quote(sighting.tokens.start);
        let near: Vec<&Recent> = self
            .recent
            .iter()
            .rev()
            .take(MOST_BACK)
            .take_while(|recent| recent.passage + 2 >= index)
            .filter(|recent| !narrates || !recent.quoted)
            .collect();
        let Some(latest) = near.iter().copied().find(|recent| agrees(recent)) else {
            return self.only_one_near(&near, sighting);
        };
        // "The Secretary congratulated Mr Berg on his appointment as …": whoever gets an office was told of last.
        // In "She is the Governor's envoy. Before, she was …" that is not the Governor.
        if !sighting.roles.is_empty() {
            let mut others = near.iter().copied().filter(|recent| agrees(recent));
            let latest = others.find(|recent| sighting.possessive || !recent.possessive).unwrap_or(latest);
            return Some(latest.character);
        }
        let mut of_that_sentence = near
            .iter()
            .copied()
            .filter(|recent| (recent.passage, recent.sentence) == (latest.passage, latest.sentence))
            .filter(|recent| agrees(recent));
        let first = of_that_sentence.next_back()?;
        let subject = of_that_sentence.rfind(|recent| first.opening && !recent.possessive);
        Some(subject.unwrap_or(first).character)
    }

    /// "I welcome President Berg’s plan and │ his │ visit": whether the author says "I" earlier in the sentence.
    fn speaks_in_sentence(&self, passage: &Passage<'_>, index: usize, sighting: &Sighting) -> bool {
        let start = passage.sentence_of(sighting.tokens.start).start;
        let mut here = self.recent.iter().rev().take_while(|recent| recent.passage == index);
        self.author.is_some()
            && here.any(|recent| recent.start >= start && first_person(passage, recent.start).is_some())
    }

    /// The tokens of those who do something to "him": in "A and B will accompany him" he is neither.
    fn subjects_of(&self, passage: &Passage<'_>, index: usize, sighting: &Sighting) -> Range<usize> {
        const MOST_VERBS: usize = 4;
        let at = sighting.tokens.start;
        if !passage.is_any(at, words!["him", "them"]) {
            return 0..0;
        }
        let is_verb = |&at: &usize| passage.kind(at) == TokenKind::Lower;
        let verbs = (at.saturating_sub(MOST_VERBS)..at).rev().take_while(is_verb).count();
        let comma = (at - verbs).checked_sub(1).filter(|&comma| passage.is_mark(comma, ','));
        let end = comma.unwrap_or(at - verbs);
        let mut here = self.recent.iter().rev().take_while(|recent| recent.passage == index).peekable();
        let Some(last) = here.next_if(|last| verbs > 0 && last.end == end) else { return 0..0 };
        let mut first = last.start;
        while let Some(before) =
            here.next_if(|before| before.end < first && coordinated(passage, before.end, first))
        {
            first = before.start;
        }
        first..at
    }
}

/// Whether a person stands in what a sentence begins with before its subject: "On his part, Ana Berg said", "Asked by
/// Ana Berg, he said".
pub(super) fn opens_sentence(passage: &Passage<'_>, at: usize) -> bool {
    const BY: &Words = words![
        "accompanied", "asked", "flanked", "greeted", "introduced", "invited", "joined", "pressed",
        "questioned", "received", "welcomed",
    ];
    let is_agent = at.checked_sub(2).is_some_and(|verb| {
        passage.is(verb + 1, "by") && passage.is_any(verb, BY) && passage.begins_sentence(verb)
    });
    if is_agent {
        return true;
    }
    const OPENING: &Words =
        words!["in", "on", "at", "during", "for", "after", "before", "with", "throughout", "through", "from"];
    let is_pronoun = passage.is_any(at, words!["his", "her", "their"]);
    // "Apart from his talks with Ana Berg, Mr Lind will …"
    let is_apart = at.checked_sub(2).is_some_and(|apart| {
        passage.is_any(apart, words!["apart", "aside"])
            && passage.is(apart + 1, "from")
            && passage.begins_sentence(apart)
    });
    let is_opening = || {
        let before = at.checked_sub(1);
        before.is_some_and(|before| passage.is_any(before, OPENING) && passage.begins_sentence(before))
    };
    is_pronoun && (is_apart || is_opening())
}

impl Cast {
    /// "Dr Vivian Berg spoke. │ He …": of the only one who was spoken of, a given name that both sexes bear tells no
    /// gender.
    fn only_one_near(&self, near: &[&Recent], sighting: &Sighting) -> Option<usize> {
        let only = near.first()?.character;
        let character = self.characters.get(only)?;
        let may_be = character.is_official()
            && !character.name.is_empty()
            && !opposed(character.styled_gender, sighting.gender)
            && near.iter().all(|recent| recent.character == only && !recent.in_byline);
        may_be.then_some(only)
    }

    /// Whether somebody is addressed by the style of a sighting, "Highness", or holds an office that has it.
    fn is_styled(&self, recent: &Recent, seen: &Seen<'_, '_>) -> bool {
        let style = seen.passage.word(seen.sighting.tokens.end.saturating_sub(1));
        let Some(character) = self.characters.get(recent.character) else { return false };
        let is_called =
            |character: &Character| character.honorifics.iter().any(|known| known.ends_with(style));
        let has_office = |character: &Character| {
            character.roles.iter().filter_map(|role| role.kind.as_ref()).any(|kind| match style {
                "Excellency" => matches!(kind, RoleKind::HeadOfState | RoleKind::Ambassador),
                _ => *kind == RoleKind::Royal,
            })
        };
        is_called(character) || has_office(character)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::{facts, officials, signed_visits, visits};

    #[test]
    fn a_style_stands_for_whom_it_was_given() {
        let text = "Queen Margot II of Denmark and His Royal Highness Prince Henning arrive. The Governor-General, Mr Ola \
                    Berg, is glad. His Royal Highness will visit Hobart.";
        assert_eq!(visits("AU", text), ["Henning -> AU Hobart planned"]);
        assert_eq!(officials("AU", text).get(1).map(String::as_str), Some("Henning | Prince | DK"));
    }

    #[test]
    fn what_a_sentence_opens_with_is_not_its_subject() {
        for opening in ["On his part", "In his speech", "During his visit"] {
            let text = format!(
                "Mayor Olli Lind spoke. {opening}, President Karl Berg thanked the town. He will visit Nairobi."
            );
            assert_eq!(
                visits("FI", &text).last().map(String::as_str),
                Some("Karl Berg -> KE Nairobi planned")
            );
        }
    }

    #[test]
    fn he_is_the_only_one_spoken_of_whatever_the_given_name() {
        let text = "Minister for Foreign Affairs Dr Vivian Balak will travel. He will visit Jakarta.";
        assert_eq!(visits("SG", text), ["Vivian Balak -> ID Jakarta planned"]);
    }

    #[test]
    fn whoever_signs_a_story_is_not_told_of_as_she() {
        let text = "During her visit to Mogadishu, Under Secretary Ana Lind met with farmers.";
        let told = signed_visits("US", "Office of the Spokesperson", text);
        assert_eq!(told, ["Ana Lind -> SO Mogadishu completed"]);
    }

    #[test]
    fn he_is_not_whoever_says_i_in_the_sentence() {
        let text = "Statement by the Prime Minister, Mr Ola Berg\nI welcome President Ivo Novak’s speech and his tour of Kenya in May.\n\nThe Government has long asked for this and will help him.";
        let told = visits("AU", text);
        assert!(told.len() == 1 && told[0].starts_with("Ivo Novak -> KE"), "{told:?}");
    }

    #[test]
    fn husband_and_wife_are_two() {
        let text = "I welcome His Excellency Mr Joko Widod, President of the Republic of Indonesia, and Her Excellency Mrs \
                    Iriana Joko Widod. President Joko Widod and Mrs Iriana Joko Widod will stay.";
        assert_eq!(
            officials("AU", text),
            ["Joko Widod | President of the Republic of Indonesia | ID", "Iriana Joko Widod |  | ID"]
        );
    }

    #[test]
    fn he_is_nobody_whom_only_somebody_else_spoke_of() {
        let text = "Opposition leader Karl Berg thanked Mayor Olli Lind. The Governor, Olavi Holm, spoke next. “Mayor Lind did it all himself,” he told the crowd.";
        let facts = facts("FI", text);
        let speaker = facts.quotes[0].speaker.as_ref().and_then(|who| facts.official(who.id()?));
        assert_eq!(speaker.map(|who| who.label()), Some("Olavi Holm".into()));
    }

    #[test]
    fn a_first_lady_is_not_the_president_of_her_name() {
        let text = "President Karo and First Lady Joana Karo laid a wreath. President Karo spoke.";
        assert_eq!(officials("KE", text), ["Karo | President | KE", "Joana Karo | First Lady | KE"]);
        let text = "First Lady Joana Karo and President Karo laid a wreath. President Karo spoke.";
        assert_eq!(officials("KE", text), ["Joana Karo | First Lady | KE", "Karo | President | KE"]);
    }

    #[test]
    fn the_surname_of_a_junior_stands_alone() {
        let text = "Defence Secretary Gilbert Tolan Jr. came. Tolan will visit Nairobi.";
        assert_eq!(visits("PH", text), ["Gilbert Tolan Jr. -> KE Nairobi planned"]);
    }

    #[test]
    fn a_rank_tells_one_of_two_of_a_name() {
        let text = "Mr Justice Holm heard Supt Olavi Berg. Mayor Kai Berg had called a car. Supt Berg will visit Nairobi.";
        assert_eq!(visits("FI", text), ["Olavi Berg -> KE Nairobi planned"]);
    }
}
