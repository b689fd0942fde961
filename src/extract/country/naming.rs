//! The countries that some tokens name.

use std::ops::Range;

use crate::extract::features::Features;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::{Match, Passage};
use crate::extract::place::is_territory;
use crate::extract::role::{is_body, is_part_of_name};
use crate::model::Country;

/// The countries that some tokens name, by name, people or a large city, and where. "Papua New Guinea" is one, and
/// Victoria is none to an Australian.
pub(super) fn countries_in(
    passage: &Passage<'_>,
    tokens: Range<usize>,
    home: Country,
) -> impl Iterator<Item = (usize, Country)> {
    const LARGE: u32 = 500_000;
    const NO_GIVEN: Features = Features::classes(&[
        Class::City,
        Class::Common,
        Class::Country,
        Class::Demonym,
        Class::Organisation,
        Class::Region,
        Class::Role,
    ]);
    const CLASSES: &[Class] = &[Class::Country, Class::Demonym, Class::City];
    const PLACES: Features = Features::classes(CLASSES).or(Features::class(Class::Region as u8));
    let mut next = tokens.start;
    std::iter::from_fn(move || {
        while let Some(at) = passage.next_with(PLACES, next).filter(|at| *at < tokens.end) {
            next = at + 1;
            let region = passage.longest(at, Class::Region);
            let region = region.filter(|region| lexicon::country(region.entry.country) == Some(home));
            let named = CLASSES.iter().filter_map(|&class| passage.foremost(at, class));
            let named = named.max_by_key(|found| found.len);
            let is_country = |found: &Match| found.is(Class::Country) && is_territory(found);
            if let Some(region) = region
                && !named.is_some_and(|found| found.len > region.len || is_country(&found))
            {
                next = at + region.len;
                continue;
            }
            let Some(found) = named else { continue };
            // "Sir Joseph France"
            let is_surname = |at: usize| {
                found.is(Class::Country)
                    && found.len == 1
                    && passage.has(at, Class::Given)
                    && passage.kind(at).is_capital()
                    && !passage.has_any(at, NO_GIVEN)
            };
            if at.checked_sub(1).is_some_and(is_surname) {
                next = at + 1;
                continue;
            }
            let is_sure = !found.is(Class::City)
                || found.entry.value >= LARGE && !is_part_of_name(passage, at, found.len);
            let Some(country) = lexicon::country(found.entry.country) else { continue };
            next = at + found.len;
            if is_sure && !is_body(country) && passage.kind(at).is_capital() {
                return Some((at, country));
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_surname_is_no_state() {
        let text = "The Prime Minister, Timothy Harris, told of Sir Robert Bradshaw and Sir Joseph France. Dr. Harris praised the \
                    first Prime Minister, Dr. Kenneth Simmons.";
        let told = officials("KN", text);
        assert_eq!(told.last().map(String::as_str), Some("Kenneth Simmons | Prime Minister | KN"));
    }
}
