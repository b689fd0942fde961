//! Sightings to people: who is the same person, and what the story says of each.
//!
//! | part | file |
//! |---|---|
//! | what is known of somebody | `character.rs` |
//! | whose name a name is, in spite of a slip too | `named.rs`, `same_name.rs`, `misspelt.rs`, `folded.rs` |
//! | who holds an office that stands alone | `holder.rs`, `head_of_state.rs`, `same_title.rs` |
//! | whom a pronoun stands for | `pronoun.rs` |
//! | the offices that somebody has of others | `shared_office.rs` |

mod character;
mod folded;
mod head_of_state;
mod holder;
mod misspelt;
mod named;
mod pronoun;
mod same_name;
mod same_title;
mod shared_office;

use std::ops::Range;

use super::annotated::FoundPerson;
use super::country::leave_open;
use super::passage::Passage;
use super::person::{FIRST_PERSON, LISTED, Sighting};
use crate::extract::words::Words;
use crate::model::{Country, MentionForm, Official, Part, Participant, Role};
use character::{Character, Seen, id, singular_title};
use folded::FoldedWords;
use holder::is_label;
use named::{Known, MOST_NAMESAKES};
use same_title::{Glance, Title};
use shared_office::{COUNTERPARTS_OFFICE, shared_by_several};

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
    mut sightings: Vec<Vec<Sighting>>,
    author: Option<Role>,
    home: Option<Country>,
) -> People {
    let has_lists = sightings.iter().flatten().any(|sighting| sighting.rule == LISTED);
    if let Some(home) = home {
        leave_open(passages, &mut sightings, home);
    }
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
    /// "In his address, Ana Berg said": whether the sentence begins with it, before whom it is about.
    opening: bool,
    /// Whether somebody else spoke of them, in quoted words.
    quoted: bool,
    /// Whoever signs a story is not spoken of as "she" in it.
    in_byline: bool,
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
                Known::None => match self.misspelt(&seen).or_else(|| self.who_speaks_on(&seen)) {
                    Some(known) => known,
                    None => self.add(Character::default()),
                },
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
        self.recent.push(Recent {
            character: index,
            passage: seen.index,
            sentence,
            start,
            end,
            possessive: sighting.possessive,
            opening: pronoun::opens_sentence(passage, start),
            quoted: passage.in_quote(start),
            in_byline: passage.part == Part::Byline,
        });
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

    /// Whether the sentence of a sighting has spoken of somebody before; in "During her visit, Ana Berg said" it has
    /// not, since it may well be her.
    fn is_in_sentence(&self, seen: &Seen<'_, '_>, index: usize) -> bool {
        let sentence = seen.passage.sentence_of(seen.sighting.tokens.start).start;
        let here = self.recent.iter().rev();
        let mut here = here.take_while(|recent| (recent.passage, recent.sentence) == (seen.index, sentence));
        here.any(|recent| recent.character == index && !recent.opening)
    }
}

/// Whether some tokens are all the words of a passage.
fn is_all(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let end = passage.tokens.len();
    let closed = tokens.end == end || tokens.end + 1 == end && !passage.kind(tokens.end).is_word();
    tokens.start == 0 && closed && passage.part != Part::Headline
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

/// How many mentions of holders of a role, or people without a name, are looked at.
const MOST_LOOKED_BACK: usize = 200;
