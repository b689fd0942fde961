//! Whom a story lists with officials of another country: "Kosovan President Vjosa Osmani and Prime Minister Albin Kurti".

use std::collections::HashMap;
use std::ops::Range;

use super::office::{governs, has_foreign_office, has_office};
use super::surroundings::Surroundings;
use crate::extract::passage::Passage;
use crate::extract::role::is_body;
use crate::extract::words::Words;
use crate::model::{Country, Id, MentionForm, Official, RoleKind};

impl Surroundings<'_, '_> {
    /// Those without a country who stand in one list with officials of another, and that country.
    ///
    /// `foreign` is told by something else than a title, `hosts` by an event.
    pub(super) fn listed_with(
        &self,
        officials: &[Official],
        foreign: &HashMap<Id, Option<Country>>,
        hosts: &HashMap<Id, Country>,
        is_unknown: &dyn Fn(&Official) -> bool,
    ) -> HashMap<Id, Country> {
        let officials: HashMap<&Id, &Official> =
            officials.iter().map(|official| (&official.id, official)).collect();
        let inferred = |id: &Id| foreign.get(id).copied().flatten();
        let titled = |id: &Id| officials.get(id)?.country;
        let mut listed: HashMap<Id, Country> = HashMap::new();
        for text in self.texts {
            for (one, other) in text.people.iter().zip(text.people.iter().skip(1)) {
                let (Some(first), Some(second)) = (one.who.id(), other.who.id()) else { continue };
                let are_named = one.form == MentionForm::Name && other.form == MentionForm::Name;
                if !are_named || !is_joint(&text.passage, one.tokens.end..other.tokens.start) {
                    continue;
                }
                let known = inferred(first).or_else(|| listed.get(first).copied());
                let sure = titled(first).or_else(|| hosts.get(first).copied());
                let is_abroad = |country: &Country| *country != self.home && !is_body(*country);
                let is_envoy =
                    officials.get(first).is_some_and(|official| has_kind(official, &RoleKind::Ambassador));
                // "Foreign Minister Ana Virta of Fiji and Trade Minister Ola Berg signed": one for each side.
                let are_partners = text.passage.is_any(other.tokens.end, PARTNERS);
                let follows = |official: &&&Official| {
                    let here = self.mentions_of(second).next().is_some_and(|(first_text, at)| {
                        std::ptr::eq(first_text, text) && other.tokens.contains(&at)
                    });
                    let is_foreign = has_foreign_office(official, self.home);
                    // "Queen Ana of Denmark and Prince Ola": they are of one house.
                    let are_royal = has_kind(official, &RoleKind::Royal)
                        && officials.get(first).is_some_and(|first| has_kind(first, &RoleKind::Royal));
                    // "President Ola Berg and Her Excellency Mrs Ana Berg"
                    let is_spouse = official.roles.is_empty();
                    are_royal
                        || is_spouse
                        || governs(official) && (known.is_some() || is_foreign)
                        || !is_envoy && here && !are_partners && may_be_foreign(official)
                };
                let unknown = |id: &Id| {
                    let official = officials.get(id).filter(|official| is_unknown(official));
                    official.filter(|_| inferred(id).is_none())
                };
                if let Some(country) = known.or(sure).filter(is_abroad)
                    && unknown(second).filter(follows).is_some()
                {
                    listed.entry(second.clone()).or_insert(country);
                }
                // "As announced by Prime Minister Ana Virta, Emperor Akio will visit": a clause ends between them.
                let is_clause = !text.passage.is(other.tokens.start.saturating_sub(1), "and");
                let may_precede = |official: &Official| {
                    let is_ours = || official.roles.iter().any(|role| has_office(self.home, &role.title));
                    governs(official) && !(is_clause && is_ours())
                };
                if let Some(country) = inferred(second).filter(is_abroad)
                    && unknown(first).is_some_and(|official| may_precede(official))
                {
                    listed.entry(first.clone()).or_insert(country);
                }
            }
        }
        listed
    }
}

/// What two countries do with each other.
const PARTNERS: &Words =
    words!["signed", "sign", "agreed", "met", "discussed", "launched", "co-chaired", "announced"];

/// Whether two people between whom some tokens stand are in one list.
fn is_joint(passage: &Passage<'_>, between: Range<usize>) -> bool {
    const MOST: usize = 2;
    !between.is_empty()
        && between.len() <= MOST
        && between.clone().all(|at| passage.is_mark(at, ',') || passage.is(at, "and"))
}

/// Whether somebody whom a story first names after an official of another country is likely of that country, too: no
/// ambassador, who may be the publisher's there, and nobody so well known at home that the surname does.
fn may_be_foreign(official: &Official) -> bool {
    let is_full = official.name.as_ref().is_some_and(|name| name.parts.len() > 1);
    let may_be_own = has_kind(official, &RoleKind::Ambassador) || has_kind(official, &RoleKind::Legislator);
    is_full && !official.roles.is_empty() && !may_be_own
}

fn has_kind(official: &Official, kind: &RoleKind) -> bool {
    official.roles.iter().any(|role| role.kind.as_ref() == Some(kind))
}
