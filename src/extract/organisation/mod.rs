//! Organisations: the ministries, forces and bodies that a story names.
//!
//! | part | file |
//! |---|---|
//! | which are the same, and their short names | here |
//! | the names: known ones, and those of the bodies of a state by their grammar | `name.rs` |

mod name;

use std::collections::HashMap;

use super::annotated::Annotated;
use super::features::{Topic, Topics};
use super::lexicon::Class;
use super::passage::{Passage, folded_words};
use super::token::TokenKind;
use crate::model::{Id, Organisation};
use name::{FoundName, names};

/// The rule of an abbreviation that the story has brought in before: "(NEA)".
const SHORT_NAME: &str = "short-name";

/// Words that the names of the bodies of a state have.
pub(super) const fn topics(topics: &mut Topics) {
    topics.add_all(Topic::Body, name::BODIES);
    topics.add_all(Topic::Body, name::FORCES);
}

/// Every organisation that the texts name, in the order in which they bring them in. One that publishes the story has its
/// id as a publisher, and no other has.
pub(super) fn organisations(texts: &[Annotated<'_>], publishers: &[Organisation]) -> Vec<Organisation> {
    let mut named = Named::default();
    for text in texts {
        named.read(&text.passage);
    }
    let mut organisations = named.organisations;
    let mut number = 0;
    for organisation in &mut organisations {
        if let Some(publisher) = publishers.iter().find(|publisher| publisher.name == organisation.name) {
            organisation.id = publisher.id.clone();
            organisation.country = organisation.country.or(publisher.country);
            continue;
        }
        organisation.id = loop {
            number += 1;
            let id = Id::numbered("organisation", number);
            if publishers.iter().all(|publisher| publisher.id != id) {
                break id;
            }
        };
    }
    organisations
}

/// The organisations so far.
#[derive(Debug, Default)]
struct Named {
    organisations: Vec<Organisation>,
    /// By the words of a name as the story has written it before: the same as of its folded words.
    written: HashMap<String, usize>,
    /// By folded name, or by the code of an international body: its place in the list.
    known: HashMap<String, usize>,
    /// By abbreviation that the story gives itself: the same.
    short: HashMap<String, usize>,
}

impl Named {
    fn read(&mut self, passage: &Passage<'_>) {
        let mut next = 0;
        for found in names(passage) {
            self.read_short_names(passage, next, found.tokens.start);
            next = self.take(passage, &found);
        }
        self.read_short_names(passage, next, passage.tokens.len());
    }

    /// Takes a name in, with the abbreviation that may stand in brackets behind it; where both end.
    fn take(&mut self, passage: &Passage<'_>, found: &FoundName) -> usize {
        let evidence = passage.evidence(found.tokens.clone(), found.rule, found.confidence);
        let words = passage.words(found.tokens.clone());
        let index = match self.written.get(words) {
            Some(&index) => index,
            None => self.take_new(passage, found, words),
        };
        let short = short_in_brackets(passage, found.tokens.end);
        let Some(organisation) = self.organisations.get_mut(index) else { return found.tokens.end };
        organisation.evidence.push(evidence);
        organisation.country = organisation.country.or(found.country);
        let Some(short) = short else { return found.tokens.end };
        let letters = passage.word(short);
        if letters != organisation.name {
            organisation.abbreviation.get_or_insert_with(|| letters.to_owned());
            self.short.entry(letters.to_owned()).or_insert(index);
        }
        // The brackets are of the name.
        short + 2
    }

    /// Takes in a way to write a name that the story has not had before.
    fn take_new(&mut self, passage: &Passage<'_>, found: &FoundName, words: &str) -> usize {
        let name = passage.on_one_line(found.tokens.clone());
        let key = found.key(&name);
        let known = self.known.get(&key).or_else(|| self.short.get(&name)).copied();
        let index = known.unwrap_or(self.organisations.len());
        self.written.insert(words.to_owned(), index);
        match self.organisations.get_mut(index) {
            None => {
                let id = self.organisations.first().map(|first| first.id.clone());
                let id = id.unwrap_or_else(|| Id::numbered("organisation", 1));
                self.organisations.push(Organisation::new(id, name));
                self.known.insert(key, index);
            }
            // "the EU … the European Union"
            Some(organisation) if is_short(&organisation.name) && !is_short(&name) => {
                organisation.abbreviation = Some(std::mem::replace(&mut organisation.name, name));
            }
            Some(organisation) if is_short(&name) && name != organisation.name => {
                organisation.abbreviation.get_or_insert(name);
            }
            Some(_) => {}
        }
        index
    }

    /// The abbreviations among some tokens that the story has brought in before.
    fn read_short_names(&mut self, passage: &Passage<'_>, from: usize, to: usize) {
        if self.short.is_empty() {
            return;
        }
        for at in (from..to).filter(|&at| passage.kind(at) == TokenKind::AllCaps) {
            let Some(&index) = self.short.get(passage.word(at)) else { continue };
            let evidence = passage.evidence(at..at + 1, SHORT_NAME, 90);
            if let Some(organisation) = self.organisations.get_mut(index) {
                organisation.evidence.push(evidence);
            }
        }
    }
}

/// The abbreviation in the brackets that begin at a token.
fn short_in_brackets(passage: &Passage<'_>, open: usize) -> Option<usize> {
    let short = open + 1;
    let is_one = passage.is_mark(open, '(') && passage.is_mark(short + 1, ')');
    (is_one && is_short(passage.word(short)) && !passage.has(short, Class::PostNominal)).then_some(short)
}

/// Whether a name is an abbreviation: one word of capitals, perhaps with small letters among them.
fn is_short(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && capitals * 2 > name.chars().count() && !name.contains(' ')
}

impl FoundName {
    /// What is the same for every way of writing the name: of an international body its code.
    fn key(&self, name: &str) -> String {
        match self.code {
            Some(code) => code.to_string(),
            None => folded_words(name).join(" "),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::organisations;

    #[test]
    fn a_body_is_told_by_its_noun_and_what_it_is_for() {
        let text = "Officials of the Ministry of Works and the Foreign Ministry met the National Council for Sports, and the \
                    Thai Finance Ministry wrote to the Ministry of Trade of Jamaica.";
        assert_eq!(
            organisations("FJ", text),
            [
                "Ministry of Works",
                "Foreign Ministry | FJ",
                "National Council for Sports",
                "Finance Ministry | TH",
                "Ministry of Trade | JM"
            ]
        );
    }

    #[test]
    fn a_body_that_is_part_of_another_is_one_of_its_own() {
        let text = "He wrote to the Department of Justice’s Office of Tribal Lands and to the Department of Veterans’ Affairs.";
        assert_eq!(
            organisations("AU", text),
            ["Department of Justice", "Office of Tribal Lands", "Department of Veterans’ Affairs | AU"]
        );
    }

    #[test]
    fn the_people_stand_in_the_names_of_authorities_and_not_of_ministries() {
        let text = "The Kenya Ports Authority, the Australian Fisheries Commission and the Kenyan Health Ministry agreed.";
        assert_eq!(
            organisations("KE", text),
            ["Kenya Ports Authority | KE", "Australian Fisheries Commission | AU", "Health Ministry | KE"]
        );
    }

    #[test]
    fn hyphens_and_fields_join_the_words_before_the_noun() {
        let text = "The Inter-Agency Council and the National Health and Medical Research Board agreed, and so did the \
                    Japan–Fiji Trade Committee. Yesterday the Senior Finance Department official left.";
        assert_eq!(
            organisations("FJ", text),
            [
                "Inter-Agency Council",
                "National Health and Medical Research Board",
                "Japan–Fiji Trade Committee | JP",
                "Finance Department"
            ]
        );
    }

    #[test]
    fn a_general_council_is_no_rank_and_initials_are_no_body() {
        let text = "Governor R.N. Bergson met the General Affairs Council and the National Commission for the Fight against Fraud.";
        assert_eq!(
            organisations("FJ", text),
            ["General Affairs Council", "National Commission for the Fight against Fraud"]
        );
    }

    #[test]
    fn a_force_is_told_by_whose_it_is() {
        let text =
            "The Fijian Coast Guard, the Government of Vanuatu, the Force and the Salvation Army agreed.";
        assert_eq!(organisations("FJ", text), ["Fijian Coast Guard | FJ", "Government of Vanuatu | VU"]);
    }

    #[test]
    fn a_short_name_stands_for_the_name_that_it_followed() {
        let text = "The National Ports Authority (NPA) agreed. The NPA then left. Nobody asked the EU or the European Union.";
        assert_eq!(
            organisations("KE", text),
            ["National Ports Authority (NPA) x2", "European Union (EU) | EU x2"]
        );
    }

    #[test]
    fn nouns_of_bodies_in_other_names_are_no_bodies() {
        let text = "The Council met in Senate Street for the Council for May. The Ministry and the Commission agreed, and an office \
                    was opened by the board.";
        assert_eq!(organisations("KE", text), [""; 0]);
    }

    #[test]
    fn an_organisation_has_the_id_of_a_publisher_if_it_is_one() {
        use crate::{Block, Extractor, Id, Organisation, Story};
        let publisher = Organisation::new(Id::numbered("organisation", 1), "Ministry of Works");
        let block = Block::paragraph("The Ministry of Trade and the Ministry of Works agreed.");
        let story = Extractor::new().extract(Story::new("").with_publisher(publisher).with_block(block));
        let ids: Vec<&str> = story.facts.organisations.iter().map(|found| found.id.as_str()).collect();
        assert_eq!(ids, ["organisation-2", "organisation-1"]);
    }
}
