//! Whose name a name is: "Mr Virta", "Prime Minister Kishida", "Mrs Ana Virta".

use super::character::{Character, Seen};
use super::folded::FoldedWord;
use super::same_name::same_name;
use super::{Cast, Recent};
use crate::extract::lexicon::Gender;
use crate::extract::passage::Passage;
use crate::extract::person::Sighting;
use crate::extract::words::Words;
use crate::model::Country;

impl Cast {
    /// Those whose name may be the one of a sighting, if that is exactly one.
    pub(super) fn named(&self, seen: &Seen<'_, '_>) -> Known {
        let words = seen.words.as_slice();
        let is_relative = is_relative(seen.passage, seen.sighting) || self.is_spouse(seen);
        let fits = |index: &usize| {
            let Some(character) = self.characters.get(*index) else { return false };
            !is_married_to(character, seen)
                && same_name(&character.words, words, true)
                && (same_name(&character.words, words, false)
                    || character.goes_by(words) && !is_fronted_by_another(character, seen)
                    || self.goes_by_first(character, seen))
                && !opposed(character.styled_gender, seen.sighting.styled_gender())
                && (!opposed(character.gender, seen.sighting.gender)
                    || has_two_surnames(&character.words, words)
                    // "Dr Vivian Berg … His Excellency Dr Vivian Berg": a given name that both sexes bear tells nothing.
                    || words.len() > 1 && character.words == words)
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
            // "King Salim" is King Salim bin Nasser, and not Prince Nasser bin Salim.
            let holds = |index: &usize| {
                let one = self.characters.get(*index);
                one.is_some_and(|one| seen.titles.iter().any(|title| one.holds(title)))
            };
            let is_by_office = candidates.iter().any(holds)
                && !candidates.iter().any(|index| by_surname(index) && holds(index));
            if is_by_office {
                candidates.retain(holds);
            } else {
                candidates.retain(by_surname);
            }
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
                    Known::None => match only(&|one| {
                        seen.titles.iter().any(|title| one.holds(title)) || has_rank_of(one, seen)
                    }) {
                        Known::One(index) => Known::One(index),
                        _ => Known::Several,
                    },
                    exact => exact,
                }
            }
        }
    }

    /// "President Virta and │ Mrs Ana Virta": a lady of the family of the one who stands before her.
    pub(super) fn is_spouse(&self, seen: &Seen<'_, '_>) -> bool {
        const LADIES: &Words = words![
            "begum", "datin", "donna", "doña", "lady", "madam", "madame", "mme", "mrs", "mrs.", "puan"
        ];
        let Seen { passage, sighting, .. } = seen;
        let start = sighting.tokens.start;
        let is_lady = sighting.honorifics.iter().any(|title| passage.is_any(title.start, LADIES));
        if is_lady && sighting.roles.is_empty() && comes_along(passage, start) {
            return true;
        }
        let Some(and) = start.checked_sub(1).filter(|&and| passage.is(and, "and")) else { return false };
        let end = and - usize::from(and.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ',')));
        let is_beside = |last: &Recent| {
            let beside = self.characters.get(last.character);
            let shares_name =
                beside.is_some_and(|one| one.words.iter().any(|word| seen.words.contains(word)));
            last.passage == seen.index && last.end == end && shares_name
        };
        let is_named_so = is_lady && sighting.roles.is_empty() || is_consort_seen(seen);
        is_named_so && self.recent.last().is_some_and(is_beside)
    }

    /// Whether somebody's name is made of just these words, and more than one.
    pub(super) fn is_called(&self, index: usize, words: &[FoldedWord]) -> bool {
        words.len() > 1 && self.characters.get(index).is_some_and(|character| character.words == words)
    }

    /// Whether the first word of a longer name may stand for all of it.
    pub(super) fn goes_by_first(&self, character: &Character, seen: &Seen<'_, '_>) -> bool {
        let name = || seen.passage.words(seen.sighting.name.clone().unwrap_or_default());
        goes_by_first_name(seen.passage, seen.sighting)
            || is_styled_by_first_name(character, seen)
            || !seen.passage.shouts && character.family_first(name())
            || family_comes_first(character, seen, self.home)
            || shares_office(character, seen)
    }
}

/// "The presidents were accompanied by Mrs Ana Virta and │ Mrs Ola Berg": whether somebody comes along with others.
fn comes_along(passage: &Passage<'_>, at: usize) -> bool {
    const REACH: usize = 12;
    let mut before = at.saturating_sub(REACH).max(passage.sentence_of(at).start)..at;
    before.any(|near| passage.is_any(near, words!["accompanied", "joined"]) && passage.is(near + 1, "by"))
}

/// "Governor Abebe" where Abebe is a Prime Minister: whether an office stands before a name that its bearer does not hold.
fn is_fronted_by_another(character: &Character, seen: &Seen<'_, '_>) -> bool {
    let Some(name) = &seen.sighting.name else { return false };
    let mut offices = seen.sighting.roles.iter().zip(&seen.titles);
    offices.any(|(role, title)| role.tokens.start < name.start && !character.holds(title))
}

/// How many people of one name are told apart.
pub(super) const MOST_NAMESAKES: usize = 64;

/// "First Lady Ana Virta" and "President Virta": two of one surname, each with a title, one of them by marriage.
fn is_married_to(character: &Character, seen: &Seen<'_, '_>) -> bool {
    let is_bare = seen.words.len() == 1 || character.words.len() == 1;
    is_bare
        && !character.roles.is_empty()
        && !seen.sighting.roles.is_empty()
        && character.roles.iter().any(|role| is_consort(&role.title)) != is_consort_seen(seen)
}

fn is_consort_seen(seen: &Seen<'_, '_>) -> bool {
    seen.sighting.roles.iter().any(|role| is_consort(seen.passage.words(role.title.clone())))
}

/// Whether a title is that of whoever is married to the holder of another.
fn is_consort(title: &str) -> bool {
    let begins = |known: &&str| title.get(..known.len()).is_some_and(|it| it.eq_ignore_ascii_case(known));
    ["first lady", "first gentleman", "second lady", "second gentleman"].iter().any(begins)
}

/// "Supt Berg", where one Berg is a superintendent and another has no rank.
fn has_rank_of(character: &Character, seen: &Seen<'_, '_>) -> bool {
    let written = seen.sighting.rank.as_ref().map(|(tokens, _)| seen.passage.words(tokens.clone()));
    let rank = character.rank.as_ref().map(|rank| rank.title.as_str());
    written.is_some() && written == rank
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

/// "Hon Fisano" of Fisano Pihani, "Dr Mahati" of Mahati bin Muhammad: an honorific before the first word of a name that is
/// known in full.
fn is_styled_by_first_name(character: &Character, seen: &Seen<'_, '_>) -> bool {
    let is_first = character.words.len() > 1 && character.words.first() == seen.words.first();
    is_first && seen.words.len() == 1 && !seen.sighting.honorifics.is_empty() && !seen.passage.shouts
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

/// "Sir", "Dame", "Sheikh" and the like stand before given names.
fn goes_by_first_name(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    let address = sighting.honorifics.iter().map(|tokens| passage.words(tokens.clone()));
    address.into_iter().any(|word| {
        matches!(word, "Sir" | "Dame" | "King" | "Queen" | "Sheikh" | "Sheikha" | "Shaikh" | "Sayyid")
    })
}

pub(super) fn opposed(one: Option<Gender>, other: Gender) -> bool {
    matches!((one, other), (Some(Gender::Male), Gender::Female) | (Some(Gender::Female), Gender::Male))
}

pub(super) enum Known {
    None,
    One(usize),
    Several,
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn an_honorific_may_stand_before_the_first_word_of_a_name() {
        let text = "High Commissioner Hon Fisano Pihani of Niue spoke. Hon Fisano then left.";
        assert_eq!(officials("FJ", text), ["Fisano Pihani | High Commissioner | NU"]);
    }

    #[test]
    fn a_given_name_of_both_sexes_makes_no_two_of_one() {
        let text = "He will host his counterpart from Singapore, Dr Vivian Balak. His Excellency Dr Vivian Balak will come.";
        assert_eq!(officials("MY", text).len(), 1);
    }

    #[test]
    fn whoever_holds_the_office_goes_before_whoever_has_the_surname() {
        let text = "For King Salim bin Nasser, Crown Prince Mohammed bin Salim received them. He spoke of King Salim.";
        assert_eq!(
            officials("SA", text),
            ["Salim bin Nasser | King | SA", "Mohammed bin Salim | Crown Prince | SA"]
        );
    }

    #[test]
    fn a_wife_who_comes_along_is_not_the_president() {
        let text = "President Kagemo and President Musevo visited a village. They were accompanied by Mrs. Ana Kagemo and Mrs. Jo Musevo.";
        let told = officials("RW", text);
        assert!(told.iter().any(|told| told.starts_with("Kagemo | President")), "{told:?}");
        assert!(told.iter().any(|told| told.starts_with("Musevo | President")), "{told:?}");
    }
}
