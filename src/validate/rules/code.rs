//! Rules of codes that a register gives out.

use std::collections::HashMap;

use language_tags::{LanguageTag, ValidationError};

use crate::model::{CodeStatus, IdentifierScheme, Iri, Language};
use crate::validate::rule::{Found, Subject};
use crate::validate::tree::Thing;

pub(in crate::validate) fn unknown_country(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, country) in subject.countries().filter(|(_, c)| c.status() == CodeStatus::Unknown) {
        found.at(at, format!("{country} is not a country in ISO 3166-1"));
    }
}

pub(in crate::validate) fn retired_country(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, country) in subject.countries().filter(|(_, c)| c.status() == CodeStatus::Retired) {
        found.at(at, format!("{country} was withdrawn from ISO 3166-1; use the code of the country today"));
    }
}

pub(in crate::validate) fn unknown_language(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, language) in subject.languages() {
        if unregistered(language) == Some(Unregistered::Primary) {
            let primary = language.primary();
            found.at(at, format!("{primary:?} is not a language in the IANA subtag registry"));
        }
    }
}

pub(in crate::validate) fn unregistered_subtag(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, language) in subject.languages() {
        if let Some(Unregistered::Other(what)) = unregistered(language) {
            found.at(
                at,
                format!("{:?} has a {what} that is not in the IANA subtag registry", language.as_str()),
            );
        }
    }
}

#[derive(PartialEq)]
enum Unregistered {
    Primary,
    Other(&'static str),
}

fn unregistered(language: &Language) -> Option<Unregistered> {
    let Ok(tag) = LanguageTag::parse(language.as_str()) else { return Some(Unregistered::Primary) };
    match tag.validate() {
        Err(ValidationError::PrimaryLanguageNotInRegistry) => Some(Unregistered::Primary),
        Err(ValidationError::ScriptNotInRegistry) => Some(Unregistered::Other("script")),
        Err(ValidationError::RegionNotInRegistry) => Some(Unregistered::Other("region")),
        // The rest is registered, if not always well combined.
        _ => None,
    }
}

pub(in crate::validate) fn malformed_identifier(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, identifier) in subject.identifiers() {
        let value = identifier.value.as_str();
        let wanted = match identifier.scheme {
            IdentifierScheme::QCode if !is_qcode(value) => "alias:code, without white space",
            IdentifierScheme::Wikidata if !is_wikidata_item(value) => "Q and a number",
            IdentifierScheme::Iri if Iri::new(value).is_err() => "an absolute IRI",
            IdentifierScheme::Other(_) if value.trim().is_empty() => "not blank",
            _ => continue,
        };
        found.at(at, format!("{value:?} is no identifier of {}: it should be {wanted}", identifier.scheme));
    }
}

/// NewsML-G2, QCode: a scheme alias, a colon, a code.
fn is_qcode(value: &str) -> bool {
    value.split_once(':').is_some_and(|(alias, code)| !alias.is_empty() && !code.is_empty())
        && !value.contains(char::is_whitespace)
}

fn is_wikidata_item(value: &str) -> bool {
    value.strip_prefix('Q').is_some_and(|number| {
        number.starts_with(|c: char| matches!(c, '1'..='9')) && number.bytes().all(|b| b.is_ascii_digit())
    })
}

pub(in crate::validate) fn retired_identifier(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, identifier) in subject.identifiers() {
        if let Some(retired) = &identifier.retired {
            found.at(at, format!("{:?} was retired on {retired}; use its successor", identifier.value));
        }
    }
}

pub(in crate::validate) fn shared_identifier(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let mut bearers = HashMap::new();
    for (at, identifier) in subject.identifiers() {
        let Some(standing) = subject.tree.standing(at) else { continue };
        if !matches!(standing.of, Thing::Official(_)) {
            continue;
        }
        let first = *bearers.entry((&identifier.scheme, &identifier.value)).or_insert(standing.parent);
        if first != standing.parent {
            let value = &identifier.value;
            found.at(at, format!("{value:?} names another official too; they may be one person"));
        }
    }
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{Country, Id, Identifier, Leg, Name, Official, Story};
    use proptest::prelude::*;

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let to = |code: &str| with_visit(|visit| visit.with_leg(Leg::to(Country::new(code).unwrap())));
        let language = |tag: &str| story().with_language(Language::new(tag).unwrap());
        let virta = |scheme: &str, value: &str| {
            let mut story = with_facts(|facts| facts);
            story.facts.officials[0].identifiers.push(Identifier::new(scheme, value));
            story
        };
        let retired = |mut story: Story| {
            story.facts.officials[0].identifiers[0].retired = Some(on("2010-01-01"));
            story
        };
        let other = |mut story: Story, item: &str| {
            let kallas = Official::new(Id::numbered("official", 2)).with_name(Name::western("Juhan Kallas"));
            story.facts.officials.push(kallas.with_identifier(Identifier::new("wikidata", item)));
            story
        };
        vec![
            case("unknown-country", "story/facts/visits[1]/legs[1]/country", to("ZZ"), to("XK")),
            case("retired-country", "story/facts/visits[1]/legs[1]/country", to("YU"), to("NATO")),
            case("unknown-language", "story/language", language("xx-GB"), language("qaa")),
            case("unregistered-subtag", "story/language", language("en-UK"), language("sr-Latn-XK")),
            case(
                "malformed-identifier",
                "story/facts/officials[1]/identifiers[1]",
                virta("wikidata", "Q012"),
                virta("wikidata", "Q12"),
            ),
            case(
                "malformed-identifier",
                "story/facts/officials[1]/identifiers[1]",
                virta("qcode", "medtop 11000000"),
                virta("qcode", "medtop:11000000:x"),
            ),
            case(
                "malformed-identifier",
                "story/facts/officials[1]/identifiers[1]",
                virta("iri", "virta"),
                virta("register of ministers", "virta"),
            ),
            case(
                "retired-identifier",
                "story/facts/officials[1]/identifiers[1]",
                retired(virta("qcode", "a:b")),
                virta("qcode", "a:b"),
            ),
            case(
                "shared-identifier",
                "story/facts/officials[2]/identifiers[1]",
                other(virta("wikidata", "Q12"), "Q12"),
                other(virta("wikidata", "Q12"), "Q13"),
            ),
        ]
    }

    #[test]
    fn each_rule_of_codes_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn common_and_old_language_tags_are_known() {
        for tag in
            ["en", "EN-gb", "cy", "fr-CA", "zh-Hant-TW", "i-klingon", "x-pirate", "es-419", "mni", "sr-Cyrl"]
        {
            assert!(unregistered(&Language::new(tag).unwrap()).is_none(), "{tag}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn every_well_formed_tag_can_be_looked_up(
            tag in "([a-zA-Z]{1,9}|x|i|en)(-([a-zA-Z0-9]{1,9}|[a-z]{3}|[A-Z]{2}|[a-z]|u-co|x|a-b1)){0,6}",
        ) {
            if let Ok(language) = Language::new(tag.as_str()) {
                prop_assert!(LanguageTag::parse(&tag).is_ok(), "{} is well-formed", tag);
                let _ = story().with_language(language).validate();
            }
        }
    }
}
