//! Sightings to people: who is the same person, and what the story says of each.

mod character;
mod folded;
mod head_of_state;
mod pronoun;
mod same_name;
mod same_title;

use std::ops::Range;

use super::annotated::FoundPerson;
use super::country::has_office;
use super::lexicon::Gender;
use super::passage::Passage;
use super::person::{FIRST_PERSON, LISTED, SUCCEEDS, Sighting};
use crate::extract::words::Words;
use crate::model::{Country, MentionForm, Official, Part, Participant, Role};
use character::{Character, Seen, id, is_counterpart, role_of, singular_title};
use folded::{FoldedWord, FoldedWords};
use same_name::same_name;
use same_title::{Glance, Title};

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
    let has_lists = sightings.iter().flatten().any(|sighting| sighting.rule == LISTED);
    let mut cast = Cast { publishing_office: author, home, has_lists, ..Cast::default() };
    let mut who: Vec<Option<usize>> = Vec::with_capacity(sightings.iter().map(Vec::len).sum());
    for (index, (passage, seen)) in passages.iter().zip(&sightings).enumerate() {
        who.extend(seen.iter().map(|sighting| cast.place(passage, index, sighting)));
    }
    let participants: Vec<Participant> =
        (0..cast.characters.len()).map(|index| cast.participant(index)).collect();
    let mut who = who.into_iter();
    let found = sightings.into_iter().map(|seen| {
        let mut people = Vec::with_capacity(seen.len());
        people.extend(seen.into_iter().zip(&mut who).filter_map(|(sighting, who)| {
            Some(FoundPerson {
                tokens: sighting.tokens,
                who: participants.get(who?)?.clone(),
                form: sighting.form,
                possessive: sighting.possessive,
            })
        }));
        people
    });
    let found = found.collect();
    let officials = cast.characters.into_iter().zip(participants).filter_map(|(character, who)| match who {
        Participant::Official(id) if character.merged_into.is_none() => Some(character.into_official(id)),
        _ => None,
    });
    People { officials: officials.collect(), found }
}

/// The people so far.
#[derive(Debug, Default)]
struct Cast {
    characters: Vec<Character>,
    /// By character: the heads of their titles, close together for the search for the holder of a role.
    heads: Vec<Glance>,
    folded: FoldedWords,
    /// By the number of a folded word: whose name has it.
    by_word: Vec<Vec<usize>>,
    /// Those whom the story spoke of, the latest last.
    recent: Vec<Recent>,
    /// The last passage that is a name and nothing else, and whose it is: an office below it is theirs.
    alone: Option<(usize, usize)>,
    /// Those whom nobody has named yet, in the order in which the story brings them in.
    nameless: Vec<usize>,
    /// Those who speak under a title alone: "PRIME MINISTER:".
    labelled: Vec<(Title, usize)>,
    /// The office that a title in the plural named last, and the passage that did.
    shared: Option<(Role, Title, usize)>,
    /// Whether the story lists people whose office is told before.
    has_lists: bool,
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
    possessive: bool,
}

impl Cast {
    /// The person of a sighting: one who is known, a new one, or none where that cannot be told.
    fn place(&mut self, passage: &Passage<'_>, index: usize, sighting: &Sighting) -> Option<usize> {
        let seen = self.fold(passage, index, sighting);
        if self.has_lists
            && let Some(role) = shared_by_several(&seen)
        {
            let title = self.folded.title(&role.title);
            self.shared = Some((role, title, index));
        }
        let listed = self.office_of_list(&seen);
        let index = match &sighting.form {
            _ if sighting.name.is_some() => match self.named(&seen) {
                Known::One(index) => index,
                Known::Several => return None,
                Known::None => self.add(Character::default()),
            },
            _ if sighting.is_style() => self.of_pronoun(&seen)?,
            MentionForm::Role if is_label(passage, &sighting.tokens) => self.of_label(&seen)?,
            MentionForm::Role => self.of_role(&seen)?,
            _ if sighting.rule == FIRST_PERSON => self.first_person(&seen)?,
            _ => self.of_pronoun(&seen)?,
        };
        if self.author.is_none() && signs(passage, sighting) {
            self.author = Some(index);
        }
        if sighting.name.is_some()
            && let Some(unnamed) = self.unnamed(&seen)
        {
            self.merge(unnamed, index);
        }
        let shared = self.office_of_counterpart(&seen, index);
        let is_succeeded = self.is_succeeded(&seen, index);
        let sentence = passage.sentence_of(sighting.tokens.start).start;
        let Range { start, end } = sighting.tokens;
        let possessive = sighting.possessive;
        self.recent.push(Recent { character: index, passage: seen.index, sentence, start, end, possessive });
        if sighting.name.is_some() && sighting.roles.is_empty() && is_all(passage, &sighting.tokens) {
            self.alone = Some((seen.index, index));
        }
        let character = self.characters.get_mut(index)?;
        let words_before = character.words.len();
        character.take(seen, &mut self.folded);
        if let Some(office) = shared {
            let evidence = passage.evidence(sighting.tokens.clone(), COUNTERPARTS_OFFICE, 70);
            let title = self.folded.title(&office.title);
            character.take_shared(office.with_evidence(evidence), title);
        }
        character.cued |= is_succeeded;
        if let Some((office, title)) = listed {
            character.cued = true;
            character.take_shared(office, title);
        }
        if let Some(heads) = self.heads.get_mut(index) {
            *heads = character.heads;
        }
        if character.words.len() > words_before {
            for word in &character.words {
                if self.by_word.len() <= word.number() {
                    self.by_word.resize_with(word.number() + 1, Vec::new);
                }
                let Some(namesakes) = self.by_word.get_mut(word.number()) else { continue };
                if namesakes.len() < MOST_NAMESAKES && !namesakes.contains(&index) {
                    namesakes.push(index);
                }
            }
        }
        Some(index)
    }

    fn fold<'s, 't>(
        &mut self,
        passage: &'s Passage<'t>,
        index: usize,
        sighting: &'s Sighting,
    ) -> Seen<'s, 't> {
        let name = sighting.name.clone().map(|name| passage.words(name));
        let words = name.map(|name| self.folded.name(name)).unwrap_or_default();
        let titles = sighting.roles.iter().map(|role| {
            if role.shares_seat(passage) {
                self.folded.title(&singular_title(passage, role))
            } else {
                self.folded.title(passage.words(role.title.clone()))
            }
        });
        Seen { passage, index, sighting, words, titles: titles.collect() }
    }

    /// The office that those of a list hold, if the list has none of its own: it was named a sentence before, or in the
    /// list before it.
    fn office_of_list(&mut self, seen: &Seen<'_, '_>) -> Option<(Role, Title)> {
        let opens = seen.passage.sentence_of(seen.sighting.tokens.start).start == 0;
        let (office, title, passage) = self.shared.as_mut().filter(|_| seen.sighting.rule == LISTED)?;
        let is_near = *passage == seen.index || opens && *passage + 1 == seen.index;
        is_near.then(|| {
            *passage = seen.index;
            (office.clone(), title.clone())
        })
    }

    /// The office that a counterpart shares with the person just spoken of: "the Foreign Minister and his Dutch
    /// counterpart, Ana Berg".
    fn office_of_counterpart(&self, seen: &Seen<'_, '_>, index: usize) -> Option<Role> {
        /// How far before the name "his" may stand.
        const REACH: usize = 40;
        let sighting = seen.sighting;
        sighting.name.as_ref().filter(|_| sighting.roles.iter().any(is_counterpart))?;
        let owner = self.recent.last().filter(|recent| recent.passage == seen.index)?;
        let is_near = owner.end + REACH >= sighting.tokens.start && owner.character != index;
        self.characters.get(owner.character).filter(|_| is_near)?.office_to_share()
    }

    /// Whether somebody leaves an office to the official just spoken of: "Ana Virta was appointed Ambassador to Peru. She
    /// replaces │ Ola Berg."
    fn is_succeeded(&self, seen: &Seen<'_, '_>, index: usize) -> bool {
        /// How far before the name the successor may stand.
        const REACH: usize = 30;
        let sighting = seen.sighting;
        let is_full = sighting.name.as_ref().is_some_and(|name| name.len() > 1);
        let verb = sighting.tokens.start.checked_sub(1);
        if !is_full || !verb.is_some_and(|verb| seen.passage.is_any(verb, SUCCEEDS)) {
            return false;
        }
        let sentence = seen.passage.sentence_of(sighting.tokens.start).start;
        let successor = self.recent.last().filter(|recent| {
            recent.passage == seen.index
                && recent.character != index
                && recent.start >= sentence
                && recent.end + REACH >= sighting.tokens.start
        });
        let successor = successor.and_then(|successor| self.characters.get(successor.character));
        successor.is_some_and(|successor| !successor.roles.is_empty())
    }

    /// The author; the holder of the publishing office where nobody signs.
    fn first_person(&mut self, seen: &Seen<'_, '_>) -> Option<usize> {
        if self.author.is_none() {
            let office = self.publishing_office.take()?;
            let title = self.folded.title_as_written(&office.title);
            let mut holders = self.characters.iter().enumerate().filter(|(index, character)| {
                let is_foreign =
                    character.country.zip(office.jurisdiction).is_some_and(|(theirs, ours)| theirs != ours);
                // "Prime Minister Ana Lind and I": nobody gives their own name beside "I".
                character.holds(&title) && !is_foreign && !self.is_in_sentence(seen, *index)
            });
            let holder = holders.next().map(|(index, _)| index);
            self.author = Some(match holder {
                Some(holder) => holder,
                None => {
                    let title = self.folded.title(&office.title);
                    self.add_nameless(Character::of_office(office, title))
                }
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
        self.heads.push(character.heads);
        self.characters.push(character);
        self.characters.len() - 1
    }

    fn add_nameless(&mut self, character: Character) -> usize {
        let index = self.add(character);
        self.nameless.push(index);
        index
    }

    /// Those whose name may be the one of a sighting, if that is exactly one.
    fn named(&self, seen: &Seen<'_, '_>) -> Known {
        let words = seen.words.as_slice();
        let is_relative = is_relative(seen.passage, seen.sighting) || self.is_spouse(seen);
        let fits = |index: &usize| {
            let Some(character) = self.characters.get(*index) else { return false };
            same_name(&character.words, words, true)
                && (same_name(&character.words, words, false) || self.goes_by_first(character, seen))
                && !opposed(character.styled_gender, seen.sighting.styled_gender())
                && (!opposed(character.gender, seen.sighting.gender)
                    || has_two_surnames(&character.words, words))
        };
        let namesakes = words.iter().filter_map(|word| self.by_word.get(word.number())).flatten();
        let mut candidates: Vec<usize> = namesakes.copied().take(MOST_NAMESAKES).collect();
        candidates.sort_unstable();
        candidates.dedup();
        if is_relative && !candidates.iter().any(|&index| self.is_called(index, words)) {
            // "his wife, Mrs Virta": a bare surname would stand for either of them.
            let is_surname = |&index: &usize| {
                self.characters.get(index).is_some_and(|character| character.words.ends_with(words))
            };
            return if candidates.iter().any(is_surname) { Known::Several } else { Known::None };
        }
        candidates.retain(fits);
        // "Senator Cameron" is Ana Cameron before he is Cameron Berg.
        let by_surname = |index: &usize| {
            self.characters.get(*index).is_some_and(|one| same_name(&one.words, words, false))
        };
        if candidates.len() > 1 && candidates.iter().any(by_surname) {
            candidates.retain(by_surname);
        }
        match candidates.as_slice() {
            [] => Known::None,
            [index] => Known::One(*index),
            several => {
                let only = |fits: &dyn Fn(&Character) -> bool| {
                    let fits = |index: &usize| self.characters.get(*index).is_some_and(fits);
                    let mut fitting = several.iter().copied().filter(fits);
                    match (fitting.next(), fitting.next()) {
                        (None, _) => Known::None,
                        (Some(index), None) => Known::One(index),
                        _ => Known::Several,
                    }
                };
                match only(&|character| character.words == words) {
                    Known::None => match only(&|one| seen.titles.iter().any(|title| one.holds(title))) {
                        Known::One(index) => Known::One(index),
                        _ => Known::Several,
                    },
                    exact => exact,
                }
            }
        }
    }

    /// "President Virta and │ Mrs Ana Virta": a lady of the family of the one who stands before her.
    fn is_spouse(&self, seen: &Seen<'_, '_>) -> bool {
        const LADIES: &Words = words![
            "begum", "datin", "donna", "doña", "lady", "madam", "madame", "mme", "mrs", "mrs.", "puan"
        ];
        let Seen { passage, sighting, .. } = seen;
        let start = sighting.tokens.start;
        let Some(and) = start.checked_sub(1).filter(|&and| passage.is(and, "and")) else { return false };
        let end = and - usize::from(and.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ',')));
        let is_lady = sighting.honorifics.iter().any(|title| passage.is_any(title.start, LADIES));
        let is_beside = |last: &Recent| {
            let beside = self.characters.get(last.character);
            let shares_name =
                beside.is_some_and(|one| one.words.iter().any(|word| seen.words.contains(word)));
            last.passage == seen.index && last.end == end && shares_name
        };
        is_lady && sighting.roles.is_empty() && self.recent.last().is_some_and(is_beside)
    }

    /// Whether somebody's name is made of just these words, and more than one.
    fn is_called(&self, index: usize, words: &[FoldedWord]) -> bool {
        words.len() > 1 && self.characters.get(index).is_some_and(|character| character.words == words)
    }

    /// Whether the first word of a longer name may stand for all of it.
    fn goes_by_first(&self, character: &Character, seen: &Seen<'_, '_>) -> bool {
        let name = || seen.passage.words(seen.sighting.name.clone().unwrap_or_default());
        goes_by_first_name(seen.passage, seen.sighting)
            || !seen.passage.shouts && character.family_first(name())
            || family_comes_first(character, seen, self.home)
            || shares_office(character, seen)
    }

    /// Somebody without a name so far whose only role the sighting's roles spell out.
    fn unnamed(&self, seen: &Seen<'_, '_>) -> Option<usize> {
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
            // "The Prime Minister spoke to Prime Minister Virta": these are two.
            roles.any(|(role, title)| role.country == character.country && known.shortens(title))
                && !self.is_in_sentence(seen, index)
        })
    }

    /// Whether the sentence of a sighting has spoken of somebody before.
    fn is_in_sentence(&self, seen: &Seen<'_, '_>, index: usize) -> bool {
        let sentence = seen.passage.sentence_of(seen.sighting.tokens.start).start;
        let here = self.recent.iter().rev();
        let mut here = here.take_while(|recent| (recent.passage, recent.sentence) == (seen.index, sentence));
        here.any(|recent| recent.character == index)
    }

    /// "PRIME MINISTER:": whoever spoke under this title before, the author if it is theirs, or else as elsewhere.
    fn of_label(&mut self, seen: &Seen<'_, '_>) -> Option<usize> {
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

    /// "the Minister": the latest person who holds such a role, or somebody without a name.
    fn of_role(&mut self, seen: &Seen<'_, '_>) -> Option<usize> {
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
                && character.holds(title)
                && (country.is_none() || character.country.is_none() || character.country == country)
        };
        // "Foreign Minister Ana Virta met the Fijian Foreign Minister": these are two, and so is somebody whose office
        // the publisher's country has.
        let is_said_of = sighting.tokens.start.checked_sub(1).is_some_and(|verb| passage.is_any(verb, BEING));
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
        let mentions = |index: &usize| {
            let character = self.characters.get(*index);
            character.map_or((false, 0), |one| (country.is_some() && one.country == country, one.told))
        };
        let mut best: Option<usize> = None;
        for index in fitting.take(MOST_LOOKED_BACK) {
            if best.is_none_or(|known| mentions(&index) > mentions(&known)) {
                best = Some(index);
            }
        }
        best.or_else(|| self.of_head(seen)).or_else(|| {
            let is_office = passage.kind(role.head.start).is_capital() && (!role.weak);
            is_office.then(|| self.add_nameless(Character::default()))
        })
    }
}

/// The office of a title in the plural without names: "the ministers".
fn shared_by_several(seen: &Seen<'_, '_>) -> Option<Role> {
    let role = seen.sighting.roles.last().filter(|role| role.plural && !role.weak)?;
    seen.sighting.name.is_none().then(|| role_of(seen.passage, role))
}

/// "President Virta’s wife Ana Virta", "his son, Ola Virta": somebody of the same name as one before.
fn is_relative(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    const RELATIVES: &Words = words![
        "brother", "daughter", "father", "husband", "mother", "parents", "partner", "sister", "son",
        "spouse", "widow", "widower", "wife"
    ];
    let Some(before) = sighting.tokens.start.checked_sub(1) else { return false };
    let noun = before.checked_sub(usize::from(passage.is_mark(before, ',')));
    noun.is_some_and(|noun| passage.is_any(noun, RELATIVES))
}

/// Whether a name of one word may be the first of the other: "Prime Minister Kishida" is Kishida Fumio.
///
/// Where family names come first both hold the same office, or the word is no given name that the lexicon knows.
fn family_comes_first(character: &Character, seen: &Seen<'_, '_>, home: Option<Country>) -> bool {
    const FAMILY_FIRST: &[&str] = &["CN", "HU", "JP", "KH", "KP", "KR", "SG", "TW", "VN"];
    let sighting = seen.sighting;
    let Some(name) = &sighting.name else { return false };
    let country = character
        .country
        .or(sighting.country)
        .or(sighting.roles.iter().find_map(|role| role.country))
        .or(home);
    let same_office =
        || seen.titles.iter().any(|title| character.holds(title) || character.holds_part_of(title));
    let one_word = name.len() == 1 || character.words.len() == 1;
    one_word && country.is_some_and(|country| FAMILY_FIRST.contains(&country.as_str())) && same_office()
}

/// "Moreno Bau" and "Ángeles Moreno Bau": what looks like a given name in the shorter one tells no gender.
fn has_two_surnames(one: &[FoldedWord], other: &[FoldedWord]) -> bool {
    one.len().min(other.len()) > 1 && one.len() != other.len() && one.first() != other.first()
}

/// "Prime Minister Abiy" is Prime Minister Abiy Ahmed, and "Admiral Zafar" Admiral Zafar Mahmood: of one word and a whole
/// name that begins with it, who hold an office of one country or a rank of one kind.
fn shares_office(character: &Character, seen: &Seen<'_, '_>) -> bool {
    let (known, words) = (&character.words, &seen.words);
    let mut offices = seen.sighting.roles.iter().zip(&seen.titles);
    let last_word = |rank: &str| rank.rsplit(' ').next().map(str::to_lowercase);
    let rank = seen.sighting.rank.as_ref().map(|(tokens, _)| last_word(seen.passage.words(tokens.clone())));
    known.len().min(words.len()) == 1
        && known.first() == words.first()
        && (rank
            .is_some_and(|rank| character.rank.as_ref().is_some_and(|known| last_word(&known.title) == rank))
            || offices.any(|(role, title)| {
                let agree = character.country.zip(role.country).is_none_or(|(one, other)| one == other);
                agree && (character.holds(title) || character.holds_part_of(title))
            }))
}

/// Whether some tokens are the label of a turn in a transcript: "PRIME MINISTER:".
fn is_label(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    passage.is_mark(tokens.end, ':') && passage.begins_line(tokens.start)
}

/// Whether some tokens are all the words of a passage.
fn is_all(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let end = passage.tokens.len();
    let closed = tokens.end == end || tokens.end + 1 == end && !passage.kind(tokens.end).is_word();
    tokens.start == 0 && closed && passage.part != Part::Headline
}

/// "Sir", "Dame", "Sheikh" and the like stand before given names.
fn goes_by_first_name(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    let address = sighting.honorifics.iter().map(|tokens| passage.words(tokens.clone()));
    address.into_iter().any(|word| {
        matches!(word, "Sir" | "Dame" | "King" | "Queen" | "Sheikh" | "Sheikha" | "Shaikh" | "Sayyid")
    })
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

/// What joins a title to somebody: "Ana Virta was China's Permanent Representative".
const BEING: &Words = words!["is", "was", "as", "be", "been", "became", "becomes", "remains"];

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

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn whom_an_official_replaces_held_office() {
        let text = "The Governor appointed Adela Mbek as ambassador to Chad, replacing Thomas Wray of Ireland. Mr Wray retires. \
                    The band replaced Ivo Novak.";
        assert_eq!(officials("US", text), ["Adela Mbek | ambassador to Chad | US", "Thomas Wray |  | US"]);
    }
}
