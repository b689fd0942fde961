//! Sightings to people: who is the same person, and what the story says of each.

use std::collections::HashMap;

use super::annotated::FoundPerson;
use super::lexicon::{self, Gender};
use super::passage::{Passage, folded_words};
use super::person::Sighting;
use super::role::FoundRole;
use crate::model::{
    Country, Id, Mention, MentionForm, Name, NatoGrade, Official, Participant, Rank, Role, RoleKind, Service,
};

/// The people of a story, and where each passage speaks of them.
#[derive(Debug, Default)]
pub(super) struct People {
    /// The officials, named or not, in the order in which the story brings them in.
    pub(super) officials: Vec<Official>,
    /// By passage: its people.
    pub(super) found: Vec<Vec<FoundPerson>>,
}

/// Tells the people of `sightings`, given by passage, apart.
pub(super) fn people(passages: &[Passage<'_>], sightings: Vec<Vec<Sighting>>) -> People {
    let mut cast = Cast::default();
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
}

/// Somebody whom the story spoke of, and where.
#[derive(Debug, Clone, Copy)]
struct Recent {
    character: usize,
    passage: usize,
    sentence: usize,
}

/// A person as the story gives them.
#[derive(Debug, Default)]
struct Character {
    /// The fullest name so far, as written, and its folded words.
    name: String,
    words: Vec<String>,
    honorifics: Vec<String>,
    rank: Option<Rank>,
    roles: Vec<Role>,
    post_nominals: Vec<String>,
    gender: Option<Gender>,
    country: Option<Country>,
    mentions: Vec<Mention>,
    /// Whether some title shows that the person holds an office.
    cued: bool,
    /// The named person whom this one without a name turned out to be.
    merged_into: Option<usize>,
}

impl Cast {
    /// The person of a sighting: one who is known, a new one, or none where that cannot be told.
    fn place(&mut self, passage: &Passage<'_>, passage_index: usize, sighting: &Sighting) -> Option<usize> {
        let index = match (&sighting.name, &sighting.form) {
            (Some(name), _) => {
                let words = name_words(passage.words(name.clone()));
                match self.named(&words, sighting, passage) {
                    Known::One(index) => index,
                    Known::Several => return None,
                    Known::None => self.add(Character::default()),
                }
            }
            (None, MentionForm::Role) => self.of_role(passage, sighting)?,
            (None, _) => self.of_pronoun(passage_index, sighting.gender)?,
        };
        if sighting.name.is_some()
            && let Some(unnamed) = self.unnamed(passage, sighting)
        {
            self.merge(unnamed, index);
        }
        let character = self.characters.get_mut(index)?;
        let words_before = character.words.len();
        character.take(passage, sighting);
        if character.words.len() > words_before {
            for word in &character.words {
                let namesakes = self.by_word.entry(word.clone()).or_default();
                if !namesakes.contains(&index) {
                    namesakes.push(index);
                }
            }
        }
        let sentence = passage.sentence_of(sighting.tokens.start).start;
        self.recent.push(Recent { character: index, passage: passage_index, sentence });
        Some(index)
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
        let Some(character) = self.characters.get_mut(unnamed).filter(|_| unnamed != named) else { return };
        character.merged_into = Some(named);
        let mentions = std::mem::take(&mut character.mentions);
        let country = character.country;
        if let Some(named) = self.characters.get_mut(named) {
            named.mentions.splice(0..0, mentions);
            named.country = named.country.or(country);
        }
    }

    fn add(&mut self, character: Character) -> usize {
        self.characters.push(character);
        self.characters.len() - 1
    }

    /// Those whose name may be the one of `words`, if that is exactly one.
    fn named(&self, words: &[String], sighting: &Sighting, passage: &Passage<'_>) -> Known {
        let fits = |character: &&(usize, &Character)| {
            let (_, character) = character;
            same_name(&character.words, words) && !opposed(character.gender, sighting.gender)
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
        let titles: Vec<(Vec<String>, Option<Country>)> =
            sighting.roles.iter().map(|role| (title(passage, role), role.country)).collect();
        self.characters.iter().position(|character| {
            let [role] = character.roles.as_slice() else { return false };
            let words = folded_words(&role.title);
            character.name.is_empty()
                && character.merged_into.is_none()
                && titles
                    .iter()
                    .any(|(title, country)| shortens(&words, title) && *country == character.country)
        })
    }

    /// "the Minister": the latest person who holds such a role, or somebody without a name.
    fn of_role(&mut self, passage: &Passage<'_>, sighting: &Sighting) -> Option<usize> {
        let role = sighting.roles.last()?;
        let words = title(passage, role);
        let definite = passage.is_any(sighting.tokens.start, &["the"])
            || role.country.is_some()
            || passage.kind(role.head.start).is_capital()
                && !passage.is_any(sighting.tokens.start.wrapping_sub(1), &["a", "an"]);
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
            .map(|recent| recent.character)
            .filter(|&index| self.characters.get(index).is_some_and(agrees));
        // Of several ministers, "the Minister" is the one whom the story is about.
        let mentions =
            |index: &usize| self.characters.get(*index).map_or(0, |character| character.mentions.len());
        let mut best: Option<usize> = None;
        for index in fitting.take(MOST_LOOKED_BACK) {
            if best.is_none_or(|known| mentions(&index) > mentions(&known)) {
                best = Some(index);
            }
        }
        best.or_else(|| {
            let is_office = passage.kind(role.head.start).is_capital() && (!role.weak);
            is_office.then(|| self.add(Character::default()))
        })
    }

    /// "he": whom the sentence so far, or else the one before it, speaks of first and who may be a man.
    /// The search goes no further than two passages back.
    fn of_pronoun(&self, passage: usize, gender: Gender) -> Option<usize> {
        let agrees = |recent: &&Recent| {
            let character = self.characters.get(recent.character);
            character.is_some_and(|character| !opposed(character.gender, gender) && !character.is_empty())
        };
        let near: Vec<&Recent> =
            self.recent.iter().rev().take(60).take_while(|recent| recent.passage + 2 >= passage).collect();
        let latest = near.iter().copied().find(|recent| agrees(recent))?;
        let mut of_that_sentence = near
            .iter()
            .copied()
            .filter(|recent| (recent.passage, recent.sentence) == (latest.passage, latest.sentence))
            .filter(|recent| agrees(recent));
        of_that_sentence.next_back().map(|recent| recent.character)
    }
}

/// How many people of one name are told apart.
const MOST_NAMESAKES: usize = 64;

/// How many mentions the search for the holder of a role goes back.
const MOST_LOOKED_BACK: usize = 200;

enum Known {
    None,
    One(usize),
    Several,
}

impl Character {
    /// Takes in what a sighting says.
    fn take(&mut self, passage: &Passage<'_>, sighting: &Sighting) {
        if let Some(name) = &sighting.name {
            let words = name_words(passage.words(name.clone()));
            let fuller = words.len() > self.words.len();
            let better_case =
                words == self.words && !passage.shouts && self.name.chars().all(|c| !c.is_lowercase());
            if fuller || better_case {
                self.name = plain(passage.words(name.clone()));
                self.words = words;
            }
        }
        for honorific in &sighting.honorifics {
            let honorific = plain(passage.words(honorific.clone()));
            self.cued |= !is_everyday(&honorific);
            push_new(&mut self.honorifics, honorific);
        }
        for letters in &sighting.post_nominals {
            self.cued = true;
            push_new(&mut self.post_nominals, plain(passage.words(letters.clone())));
        }
        if let Some((tokens, row)) = &sighting.rank {
            self.cued = true;
            let rank = rank(&plain(passage.words(tokens.clone())), *row);
            let longer = self.rank.as_ref().is_none_or(|known| known.title.len() < rank.title.len());
            if longer {
                self.rank = Some(rank);
            }
        }
        for role in &sighting.roles {
            self.cued = true;
            self.country = self.country.or(role.country);
            self.take_role(passage, role, sighting.rule);
        }
        self.gender = self.gender.filter(|gender| *gender != Gender::Unknown).or(Some(sighting.gender));
        let evidence = passage.evidence(sighting.tokens.clone(), sighting.rule, confidence(sighting));
        self.mentions.push(Mention::new(sighting.form.clone(), evidence));
    }

    /// Adds a role, unless a fuller one that it shortens is known; a fuller one takes its place.
    fn take_role(&mut self, passage: &Passage<'_>, found: &FoundRole, rule: &'static str) {
        let role = role(passage, found).with_evidence(passage.evidence(found.tokens.clone(), rule, 90));
        let words = folded_words(&role.title);
        for known in &mut self.roles {
            let known_words = folded_words(&known.title);
            if shortens(&words, &known_words) {
                known.evidence.extend(role.evidence);
                known.qualifier = known.qualifier.take().or(role.qualifier);
                if words == known_words && known.title.chars().all(|c| !c.is_lowercase()) {
                    known.title = role.title;
                }
                return;
            }
            if shortens(&known_words, &words) {
                let evidence = std::mem::take(&mut known.evidence);
                let qualifier = known.qualifier.take();
                *known = role;
                known.evidence.splice(0..0, evidence);
                known.qualifier = known.qualifier.take().or(qualifier);
                return;
            }
        }
        self.roles.push(role);
    }

    /// Whether the person holds a role that the folded words of a title may stand for.
    fn holds(&self, title: &[String]) -> bool {
        self.roles.iter().any(|role| shortens(title, &folded_words(&role.title)))
    }

    /// Whether nothing is known of the person yet.
    fn is_empty(&self) -> bool {
        self.name.is_empty() && self.roles.is_empty()
    }

    fn is_official(&self) -> bool {
        self.cued
    }

    fn into_official(self, index: usize) -> Official {
        let mut official = Official::new(id(index));
        official.name = (!self.name.is_empty()).then(|| name(&self.name));
        official.honorifics = self.honorifics;
        official.rank = self.rank;
        official.post_nominals = self.post_nominals;
        official.roles = self.roles;
        official.country = self.country;
        official.mentions = self.mentions;
        official
    }
}

fn id(index: usize) -> Id {
    Id::numbered("official", index + 1)
}

fn push_new(texts: &mut Vec<String>, text: String) {
    if !texts.contains(&text) {
        texts.push(text);
    }
}

/// Text on one line, with single spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn confidence(sighting: &Sighting) -> u8 {
    match sighting.form {
        MentionForm::Name if sighting.roles.is_empty() && sighting.rank.is_none() => 75,
        MentionForm::Name => 95,
        MentionForm::Role => 80,
        _ => 60,
    }
}

/// Forms of address that anybody may have.
fn is_everyday(honorific: &str) -> bool {
    const EVERYDAY: &[&str] =
        &["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "doctor", "messrs", "mx"];
    EVERYDAY.contains(&lexicon::fold(honorific).as_str())
}

/// The folded words of a name, without "Jr" and the like.
fn name_words(name: &str) -> Vec<String> {
    let mut words = folded_words(name);
    if words.len() > 1
        && words.last().is_some_and(|word| matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
    {
        words.pop();
    }
    words
}

/// Whether one name shortens the other: its words stand in it in order, and share its first or last word.
fn same_name(known: &[String], new: &[String]) -> bool {
    let (short, long) = if known.len() <= new.len() { (known, new) } else { (new, known) };
    let (Some(first), Some(last)) = (short.first(), short.last()) else { return false };
    let mut rest = long.iter();
    let in_order = short.iter().all(|word| rest.any(|other| agree(word, other)));
    // One word may be the first of two surnames: "Laurentino Cortizo Cohen" is President Cortizo.
    let is_inner = short.len() == 1 && long.len() > 2 && long.first() != Some(first);
    let shares_end = is_inner || long.last() == Some(last) || short.len() > 1 && long.first() == Some(first);
    in_order && shares_end
}

/// Words agree if they are the same, or one is the initial of the other.
fn agree(word: &str, other: &str) -> bool {
    let is_initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    word == other || is_initial(word, other) || is_initial(other, word)
}

fn opposed(one: Option<Gender>, other: Gender) -> bool {
    matches!((one, other), (Some(Gender::Male), Gender::Female) | (Some(Gender::Female), Gender::Male))
}

/// Whether each word of one title stands in the other, and the words before "of" end alike.
fn shortens(short: &[String], long: &[String]) -> bool {
    let head = |title: &[String]| {
        let end = title.iter().position(|word| is_preposition(word)).unwrap_or(title.len());
        title.get(..end).and_then(<[String]>::last).cloned()
    };
    let fits = short.iter().all(|word| long.contains(word));
    // "the Foreign Minister" is the "Minister of Foreign Affairs" too.
    fits && !short.is_empty() && (head(short) == head(long))
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "for" | "to" | "in" | "at")
}

/// The folded words of a role's title.
fn title(passage: &Passage<'_>, role: &FoundRole) -> Vec<String> {
    folded_words(passage.words(role.title.clone()))
}

fn role(passage: &Passage<'_>, found: &FoundRole) -> Role {
    let mut role = Role::new(singular_title(passage, found)).with_kind(RoleKind::from(found.row.kind));
    role.organisation = found.complement.clone().map(|tokens| plain(passage.words(tokens)));
    role.jurisdiction = found.country;
    role.qualifier.clone_from(&found.qualifier);
    role
}

/// The title as written; of "Prime Ministers Craxi and Papandreou" each is a "Prime Minister".
fn singular_title(passage: &Passage<'_>, found: &FoundRole) -> String {
    if !found.plural {
        return plain(passage.words(found.title.clone()));
    }
    let parts = [
        passage.words(found.title.start..found.head.start),
        found.row.head,
        passage.words(found.head.end..found.title.end),
    ];
    plain(&parts.join(" "))
}

fn rank(title: &str, row: u32) -> Rank {
    let mut rank = Rank::new(title);
    if let Some(row) = lexicon::rank(row) {
        rank.service = (!row.service.is_empty()).then(|| Service::from(row.service));
        rank.grade = row.grade.parse::<NatoGrade>().ok();
    }
    rank
}

/// A name from its words: the family name first where only that stands in capitals.
fn name(words: &str) -> Name {
    let is_loud = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-');
    let all: Vec<&str> = words.split(' ').collect();
    match all.split_first() {
        Some((first, rest))
            if is_loud(first) && !rest.is_empty() && !rest.iter().any(|word| is_loud(word)) =>
        {
            let parts = std::iter::once(("family", *first)).chain(rest.iter().map(|word| ("given", *word)));
            Name::from_parts(parts)
        }
        _ => Name::western(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        folded_words(text)
    }

    #[test]
    fn a_surname_or_initials_shorten_a_name() {
        for (one, other) in [
            ("Mark Lancaster", "Lancaster"),
            ("Antony J. Blinken", "Antony Blinken"),
            ("P J Keating", "Paul Keating"),
            ("Lancaster", "Mark Lancaster"),
        ] {
            assert!(same_name(&words(one), &words(other)), "{one} / {other}");
        }
        assert!(!same_name(&words("Mark Lancaster"), &words("Mark Smith")));
        assert!(!same_name(&words("Mark Lancaster"), &words("Mark")));
    }

    #[test]
    fn a_shorter_title_stands_for_a_longer_one_of_the_same_head() {
        assert!(shortens(&words("Minister"), &words("Defence Minister")));
        assert!(shortens(&words("Minister"), &words("Minister for Trade")));
        assert!(!shortens(&words("President"), &words("Secretary to the President")));
        assert!(!shortens(&words("Minister"), &words("Secretary")));
    }
}
