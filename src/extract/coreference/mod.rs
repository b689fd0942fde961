//! Sightings to people: who is the same person, and what the story says of each.

mod character;
mod same_name;
mod same_title;

use std::collections::HashMap;
use std::ops::Range;

use super::annotated::FoundPerson;
use super::clause::coordinated;
use super::lexicon::Gender;
use super::passage::{Passage, folded_words};
use super::person::{FIRST_PERSON, Sighting};
use super::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Country, MentionForm, Official, Part, Participant, Role};
use character::{Character, id, is_counterpart};
use same_name::{name_words, same_name};
use same_title::{shortens, title};

/// The people of a story, and where each passage speaks of them.
#[derive(Debug, Default)]
pub(super) struct People {
    /// The officials, named or not, in the order in which the story brings them in.
    pub(super) officials: Vec<Official>,
    /// By passage: its people.
    pub(super) found: Vec<Vec<FoundPerson>>,
}

/// Tells the people of `sightings`, given by passage, apart.
///
/// "I" is whom the byline names, or else whose statement the headline says it is, or else the holder of
/// `author`, the office that publishes the story. `home` is the country of its publisher.
pub(super) fn people(
    passages: &[Passage<'_>],
    sightings: Vec<Vec<Sighting>>,
    author: Option<Role>,
    home: Option<Country>,
) -> People {
    let mut cast = Cast { publishing_office: author, home, ..Cast::default() };
    let mut who: Vec<Vec<Option<usize>>> = Vec::new();
    for (index, (passage, seen)) in passages.iter().zip(&sightings).enumerate() {
        who.push(seen.iter().map(|sighting| cast.place(passage, index, sighting)).collect());
    }
    let participants: Vec<Participant> =
        (0..cast.characters.len()).map(|index| cast.participant(index)).collect();
    let found = sightings.iter().zip(&who).map(|(seen, who)| {
        let people = seen.iter().zip(who).filter_map(|(sighting, who)| {
            Some(FoundPerson {
                tokens: sighting.tokens.clone(),
                who: participants.get((*who)?)?.clone(),
                form: sighting.form.clone(),
                possessive: sighting.possessive,
            })
        });
        people.collect()
    });
    let found = found.collect();
    let officials = cast.characters.into_iter().enumerate();
    let officials = officials
        .filter(|(_, character)| character.is_official() && character.merged_into.is_none())
        .map(|(index, c)| c.into_official(index));
    People { officials: officials.collect(), found }
}

/// The people so far.
#[derive(Debug, Default)]
struct Cast {
    characters: Vec<Character>,
    /// By a folded word: whose name has it.
    by_word: HashMap<String, Vec<usize>>,
    /// Those whom the story spoke of, the latest last.
    recent: Vec<Recent>,
    /// Those whom nobody has named yet, in the order in which the story brings them in.
    nameless: Vec<usize>,
    /// Who says "I".
    author: Option<usize>,
    /// The office that publishes the story, if its publisher is one.
    publishing_office: Option<Role>,
    /// The country of the publisher, whom officials serve of whom nothing else is known.
    home: Option<Country>,
}

/// Somebody whom the story spoke of, and where.
#[derive(Debug, Clone, Copy)]
struct Recent {
    character: usize,
    passage: usize,
    sentence: usize,
    /// Where in the passage.
    start: usize,
    end: usize,
}

impl Cast {
    /// The person of a sighting: one who is known, a new one, or none where that cannot be told.
    fn place(&mut self, passage: &Passage<'_>, passage_index: usize, sighting: &Sighting) -> Option<usize> {
        let words = sighting.name.as_ref().map(|name| name_words(passage.words(name.clone())));
        let index = match (&words, &sighting.form) {
            (Some(words), _) => match self.named(words, sighting, passage) {
                Known::One(index) => index,
                Known::Several => return None,
                Known::None => self.add(Character::default()),
            },
            (None, MentionForm::Role) => self.of_role(passage, sighting)?,
            (None, _) if sighting.rule == FIRST_PERSON => self.first_person()?,
            (None, _) => self.of_pronoun(passage, passage_index, sighting)?,
        };
        if self.author.is_none() && signs(passage, sighting) {
            self.author = Some(index);
        }
        if sighting.name.is_some()
            && let Some(unnamed) = self.unnamed(passage, sighting)
        {
            self.merge(unnamed, index);
        }
        let shared = self.office_of_counterpart(passage_index, sighting, index);
        let character = self.characters.get_mut(index)?;
        let words_before = character.words.len();
        character.take(passage, sighting, words.unwrap_or_default());
        if let Some(office) = shared {
            let evidence = passage.evidence(sighting.tokens.clone(), COUNTERPARTS_OFFICE, 70);
            character.take_shared(office.with_evidence(evidence));
        }
        if character.words.len() > words_before {
            for word in &character.words {
                let namesakes = self.by_word.entry(word.clone()).or_default();
                if namesakes.len() < MOST_NAMESAKES && !namesakes.contains(&index) {
                    namesakes.push(index);
                }
            }
        }
        let sentence = passage.sentence_of(sighting.tokens.start).start;
        let Range { start, end } = sighting.tokens;
        self.recent.push(Recent { character: index, passage: passage_index, sentence, start, end });
        Some(index)
    }

    /// The office that a counterpart shares with the person just spoken of: "the Foreign Minister and his Dutch
    /// counterpart, Ana Berg".
    fn office_of_counterpart(&self, passage: usize, sighting: &Sighting, index: usize) -> Option<Role> {
        /// How far before the name "his" may stand.
        const REACH: usize = 40;
        sighting.name.as_ref().filter(|_| sighting.roles.iter().any(is_counterpart))?;
        let owner = self.recent.last().filter(|recent| recent.passage == passage)?;
        let is_near = owner.end + REACH >= sighting.tokens.start && owner.character != index;
        self.characters.get(owner.character).filter(|_| is_near)?.office_to_share()
    }

    /// The author; the holder of the publishing office where nobody signs.
    fn first_person(&mut self) -> Option<usize> {
        if self.author.is_none() {
            let office = self.publishing_office.take()?;
            let words = folded_words(&office.title);
            let holder = self.characters.iter().position(|character| character.holds(&words));
            self.author = Some(match holder {
                Some(holder) => holder,
                None => self.add_nameless(Character::of_office(office)),
            });
        }
        self.author
    }

    /// How facts refer to a person.
    fn participant(&self, index: usize) -> Participant {
        let index = self.characters.get(index).and_then(|character| character.merged_into).unwrap_or(index);
        match self.characters.get(index) {
            Some(character) if !character.is_official() => Participant::described(character.name.clone()),
            _ => Participant::Official(id(index)),
        }
    }

    /// Gives the mentions of somebody without a name to the one who turns out to be meant.
    fn merge(&mut self, unnamed: usize, named: usize) {
        if let Ok([unnamed, character]) = self.characters.get_disjoint_mut([unnamed, named]) {
            unnamed.merged_into = Some(named);
            character.merge(unnamed);
        }
        if let Some(at) = self.nameless.iter().rposition(|&index| index == unnamed) {
            self.nameless.remove(at);
        }
    }

    fn add(&mut self, character: Character) -> usize {
        self.characters.push(character);
        self.characters.len() - 1
    }

    fn add_nameless(&mut self, character: Character) -> usize {
        let index = self.add(character);
        self.nameless.push(index);
        index
    }

    /// Those whose name may be the one of `words`, if that is exactly one.
    fn named(&self, words: &[String], sighting: &Sighting, passage: &Passage<'_>) -> Known {
        let titled_by_first = goes_by_first_name(passage, sighting);
        let loud = passage.words(sighting.name.clone().unwrap_or_default());
        let fits = |character: &&(usize, &Character)| {
            let (_, character) = character;
            let by_first = titled_by_first
                || !passage.shouts && character.family_first(loud)
                || family_comes_first(character, passage, sighting, self.home)
                || shares_office(character, words, passage, sighting);
            same_name(&character.words, words, by_first)
                && (!opposed(character.gender, sighting.gender) || has_two_surnames(&character.words, words))
        };
        let mut indices: Vec<usize> = words
            .iter()
            .filter_map(|word| self.by_word.get(word))
            .flatten()
            .copied()
            .take(MOST_NAMESAKES)
            .collect();
        indices.sort_unstable();
        indices.dedup();
        let all: Vec<(usize, &Character)> =
            indices.into_iter().filter_map(|index| Some((index, self.characters.get(index)?))).collect();
        let candidates: Vec<&(usize, &Character)> = all.iter().filter(fits).collect();
        match candidates.as_slice() {
            [] => Known::None,
            [(index, _)] => Known::One(*index),
            several => {
                let of_role = |(_, character): &&&(usize, &Character)| {
                    sighting.roles.iter().any(|role| character.holds(&title(passage, role)))
                };
                let exact = several.iter().filter(|(_, character)| character.words == words);
                let by_role = several.iter().filter(of_role);
                match (exact.collect::<Vec<_>>().as_slice(), by_role.collect::<Vec<_>>().as_slice()) {
                    ([(index, _)], _) | ([], [(index, _)]) => Known::One(*index),
                    _ => Known::Several,
                }
            }
        }
    }

    /// Somebody without a name so far whose only role the sighting's roles spell out.
    fn unnamed(&self, passage: &Passage<'_>, sighting: &Sighting) -> Option<usize> {
        if self.nameless.is_empty() {
            return None;
        }
        let titles: Vec<(Vec<String>, Option<Country>)> =
            sighting.roles.iter().map(|role| (title(passage, role), role.country)).collect();
        let first = self.nameless.len().saturating_sub(MOST_LOOKED_BACK);
        self.nameless.iter().skip(first).copied().find(|&index| {
            let Some(character) = self.characters.get(index) else { return false };
            let Some(words) = character.only_title() else { return false };
            titles.iter().any(|(title, country)| *country == character.country && shortens(words, title))
        })
    }

    /// "the Minister": the latest person who holds such a role, or somebody without a name.
    fn of_role(&mut self, passage: &Passage<'_>, sighting: &Sighting) -> Option<usize> {
        let role = sighting.roles.last()?;
        let words = title(passage, role);
        let definite = passage.is_any(sighting.tokens.start, &["the"])
            || role.country.is_some()
            || passage.kind(role.head.start).is_capital()
                && !passage.is_any(sighting.tokens.start.wrapping_sub(1), words!["a", "an"]);
        if role.plural || !definite {
            return None;
        }
        let country = role.country;
        let agrees = |character: &Character| {
            character.merged_into.is_none()
                && character.holds(&words)
                && (country.is_none() || character.country.is_none() || character.country == country)
        };
        let fitting = self
            .recent
            .iter()
            .rev()
            .take(MOST_SEARCHED)
            .map(|recent| recent.character)
            .filter(|&index| self.characters.get(index).is_some_and(agrees));
        // Of several ministers, "the Minister" is the one whom the story is about.
        let mentions = |index: &usize| self.characters.get(*index).map_or(0, |character| character.told);
        let mut best: Option<usize> = None;
        for index in fitting.take(MOST_LOOKED_BACK) {
            if best.is_none_or(|known| mentions(&index) > mentions(&known)) {
                best = Some(index);
            }
        }
        best.or_else(|| {
            let is_office = passage.kind(role.head.start).is_capital() && (!role.weak);
            is_office.then(|| self.add_nameless(Character::default()))
        })
    }

    /// "he": whom the sentence so far, or else the one before it, speaks of first and who may be a man.
    /// The search goes no further than two passages back.
    fn of_pronoun(&self, passage: &Passage<'_>, index: usize, sighting: &Sighting) -> Option<usize> {
        let subjects = self.subjects_of(passage, index, sighting);
        let agrees = |recent: &&Recent| {
            let character = self.characters.get(recent.character);
            let is_subject = recent.passage == index && subjects.contains(&recent.start);
            !is_subject
                && character.is_some_and(|character| {
                    !opposed(character.gender, sighting.gender) && !character.is_empty()
                })
        };
        let near: Vec<&Recent> =
            self.recent.iter().rev().take(60).take_while(|recent| recent.passage + 2 >= index).collect();
        let latest = near.iter().copied().find(|recent| agrees(recent))?;
        // "The Secretary congratulated Mr Berg on his appointment as …": whoever gets an office was told of last.
        if !sighting.roles.is_empty() {
            return Some(latest.character);
        }
        let mut of_that_sentence = near
            .iter()
            .copied()
            .filter(|recent| (recent.passage, recent.sentence) == (latest.passage, latest.sentence))
            .filter(|recent| agrees(recent));
        of_that_sentence.next_back().map(|recent| recent.character)
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

/// Whether a name of one word may be the first of the other: "Prime Minister Kishida" is Kishida Fumio.
///
/// Where family names come first both hold the same office, or the word is no given name that the lexicon knows.
fn family_comes_first(
    character: &Character,
    passage: &Passage<'_>,
    sighting: &Sighting,
    home: Option<Country>,
) -> bool {
    const FAMILY_FIRST: &[&str] = &["CN", "HU", "JP", "KH", "KP", "KR", "SG", "TW", "VN"];
    let Some(name) = &sighting.name else { return false };
    let country = character
        .country
        .or(sighting.country)
        .or(sighting.roles.iter().find_map(|role| role.country))
        .or(home);
    let same_office = || {
        sighting.roles.iter().any(|role| {
            let title = title(passage, role);
            character.holds(&title) || character.holds_part_of(&title)
        })
    };
    let one_word = name.len() == 1 || character.words.len() == 1;
    one_word && country.is_some_and(|country| FAMILY_FIRST.contains(&country.as_str())) && same_office()
}

/// "Moreno Bau" and "Ángeles Moreno Bau": what looks like a given name in the shorter one tells no gender.
fn has_two_surnames(one: &[String], other: &[String]) -> bool {
    one.len().min(other.len()) > 1 && one.len() != other.len() && one.first() != other.first()
}

/// "Prime Minister Abiy" is Prime Minister Abiy Ahmed: of one word and a whole name that begins with it, who hold an
/// office of one country.
fn shares_office(
    character: &Character,
    words: &[String],
    passage: &Passage<'_>,
    sighting: &Sighting,
) -> bool {
    let known = &character.words;
    known.len().min(words.len()) == 1
        && known.first() == words.first()
        && sighting.roles.iter().filter(|role| !role.is_style()).any(|role| {
            let title = title(passage, role);
            let agree = character.country.zip(role.country).is_none_or(|(one, other)| one == other);
            agree && (character.holds(&title) || character.holds_part_of(&title))
        })
}

/// "Sir", "Dame" and the like stand before given names.
fn goes_by_first_name(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    let address = sighting.honorifics.iter().map(|tokens| passage.words(tokens.clone()));
    address.into_iter().any(|word| matches!(word, "Sir" | "Dame" | "King" | "Queen"))
}

/// Whether a sighting is the signature of a text: in the byline, or "Statement by …" above it.
fn signs(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    const TEXTS: &Words =
        words!["statement", "remarks", "address", "speech", "message", "release", "transcript"];
    match passage.part {
        Part::Byline => sighting.name.is_some() || sighting.form == MentionForm::Role,
        Part::Headline | Part::Block(0 | 1) => {
            let by = sighting.tokens.start.checked_sub(1);
            by.is_some_and(|by| {
                passage.is(by, "by") && by.checked_sub(1).is_some_and(|text| passage.is_any(text, TEXTS))
            })
        }
        _ => false,
    }
}

/// The rule that gives a counterpart the office of whose counterpart it is.
const COUNTERPARTS_OFFICE: &str = "office-of-counterpart";

/// How many people of one name are told apart.
const MOST_NAMESAKES: usize = 64;

/// How many mentions of holders of a role, or people without a name, are looked at.
const MOST_LOOKED_BACK: usize = 200;

/// How many mentions the search for the holder of a role goes back.
const MOST_SEARCHED: usize = 1_000;

enum Known {
    None,
    One(usize),
    Several,
}

fn opposed(one: Option<Gender>, other: Gender) -> bool {
    matches!((one, other), (Some(Gender::Male), Gender::Female) | (Some(Gender::Female), Gender::Male))
}
