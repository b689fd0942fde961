//! What the phrases of the lexicon are.

/// The class of a phrase. Its number is stored in the trie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// A country by name. `country`.
    Country = 1,
    /// "Serbian", "Serbs": an adjective or people. `country`.
    Demonym,
    /// A city. `country`; `value`: its inhabitants; flag `AMBIGUOUS`.
    City,
    /// A region, water or famous site. `country`; `value`: 1 for a site.
    Region,
    /// A military or police rank. `value`: a row of `RANKS`.
    Rank,
    /// The head of a role: "Prime Minister", "Secretary". `value`: a row of `ROLES`; flags `PLURAL`, `WEAK`.
    Role,
    /// A word before the head of a role: "Foreign", "Defence".
    Portfolio,
    /// "Mr", "The Rt Hon". `value`: a gender.
    Honorific,
    /// "MP", "KCMG".
    PostNominal,
    /// "acting", "former". `value`: a row of `QUALIFIERS`.
    Qualifier,
    /// "ANZAC Day". `value`: a row of `NAMED_DAYS`.
    NamedDay,
    /// A well-known organisation. `country`.
    Organisation,
    /// A given name. `value`: a gender.
    Given,
    /// A word that is no name, however it is written.
    Common,
    /// The form of a verb or noun that an event hangs on. `value`: a row of `TRIGGERS`.
    Trigger,
    /// A noun that ends the name of a place or body: "Street", "Foundation". Flag `AMBIGUOUS`: a surname, too.
    Thing,
    /// What the name of a site ends in: "cemetery", "air base".
    SiteNoun,
    /// People without names: "officials", "delegation", "veterans".
    People,
    /// Somebody who holds office, by name, in a user's own words. `country`.
    Person,
}

/// The phrase must stand in capitals: "US" is a country and "us" is not.
pub(crate) const CAPITALS: u8 = 1;
/// The phrase is a plural: "Prime Ministers".
pub(crate) const PLURAL: u8 = 2;
/// The phrase is a role only where more says so: "Chair", "Director".
pub(crate) const WEAK: u8 = 4;
/// The phrase is also another word: "Nice", "Reading".
pub(crate) const AMBIGUOUS: u8 = 8;
/// The phrase must end in a full stop: "Sen." is an office, and "Sen" is a surname.
pub(crate) const STOP: u8 = 16;
