//! "President Anura Dissanayake spoke. President │ Disanayaka left": a surname with a slip of the pen.

use super::character::Seen;
use super::{Cast, MOST_LOOKED_BACK};

impl Cast {
    /// The one whom the story spoke of last by the same office and a surname that differs by a slip.
    pub(super) fn misspelt(&self, seen: &Seen<'_, '_>) -> Option<usize> {
        let role = seen.sighting.roles.last()?;
        let title = seen.titles.last()?;
        let surname = seen.passage.words(seen.sighting.name.clone()?);
        if surname.contains(' ') || !role.is_of_one(seen.passage) || surname.chars().count() < SHORTEST {
            return None;
        }
        let recent = self.recent.iter().rev().take(MOST_LOOKED_BACK).map(|recent| recent.character);
        let mut holders = recent.filter(|&index| {
            self.characters.get(index).is_some_and(|one| {
                let agrees = role.country.is_none() || one.country.is_none() || role.country == one.country;
                let known = one.name.split(' ').next_back().unwrap_or_default();
                agrees && one.words.len() > 1 && one.holds(title) && is_slip(known, surname)
            })
        });
        holders.next()
    }
}

/// How many letters a surname has at least in which a slip is told from another surname.
const SHORTEST: usize = 6;

/// Whether two surnames differ by a letter, or long ones by two.
fn is_slip(one: &str, other: &str) -> bool {
    const LONG: usize = 9;
    let letters = |name: &str| name.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let shorter = one.len().min(other.len());
    let most = if shorter < LONG { 1 } else { 2 };
    shorter >= SHORTEST
        && one.len().abs_diff(other.len()) <= most
        && one.first() == other.first()
        && distance(&one, &other) <= most
}

/// How many letters must be put in, left out or replaced to make one word of another.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut left = at + 1;
        let mut above_left = at;
        for (cell, known) in row.iter_mut().skip(1).zip(other) {
            let replaced = above_left + usize::from(letter != known);
            above_left = *cell;
            left = replaced.min(*cell + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_slip;
    use crate::extract::told::officials;

    #[test]
    fn surnames_differ_by_a_slip() {
        for (one, other, slips) in [
            ("Dissanayake", "Disanayaka", true),
            ("Akufo-Addo", "Akufo-Adoo", true),
            ("McEwen", "McEven", true),
            ("Johnson", "Johnston", true),
            ("Berger", "Bergen", true),
            ("Berg", "Burg", false),
            ("Dissanayake", "Bandaranaike", false),
            ("Virtanen", "Lahtinen", false),
        ] {
            assert_eq!(is_slip(one, other), slips, "{one} {other}");
        }
    }

    #[test]
    fn the_holder_of_an_office_is_known_in_spite_of_a_slip() {
        let text = "President Anura Dissanayake met Minister Ola Berg. President Disanayaka then left.";
        assert_eq!(officials("LK", text), ["Anura Dissanayake | President | LK", "Ola Berg | Minister | LK"]);
        // Another office, or another name in full, is another person.
        let text = "President Anura Dissanayake met Minister Disanayaka and Speaker Ann Johnson. Speaker Bo Johnston left.";
        assert_eq!(officials("LK", text).len(), 4);
    }
}
