//! Facts to the story that tells them, fact by fact.

use super::cast::{Again, Cast};
use super::list::capitalised;
use super::official::Introduction;
use super::sayable::conclude;
use super::{commemoration, meeting, quote, visit};
use crate::extract::number_officials;
use crate::model::{Block, Facts, Id, Official, Story};

/// The headline of a composed story: it names no fact.
const HEADLINE: &str = "News in brief";
const ALSO_NAMED: &str = "Also named";

/// A story, and the facts as it numbers and introduces them.
#[derive(Debug)]
pub(super) struct Telling {
    pub(super) story: Story,
    pub(super) facts: Facts,
}

/// Tells all of some facts that have a form in words.
pub(super) fn tell(facts: &Facts, again: Again) -> Telling {
    let mut cast = Cast::new(facts, again);
    let mut told = facts.clone();
    let mut body: Vec<Block> = facts.visits.iter().map(|visit| visit::block(&mut cast, visit)).collect();
    body.extend(facts.meetings.iter().filter_map(|meeting| meeting::block(&mut cast, meeting)));
    body.extend(facts.commemorations.iter().filter_map(|found| commemoration::block(&mut cast, found)));
    for (quote, told) in facts.quotes.iter().zip(&mut told.quotes) {
        let (blocks, lead_in) = quote::blocks(&mut cast, quote);
        body.extend(blocks);
        told.lead_in = lead_in;
    }
    // Who has no name is told by what they take part in, and by nothing else.
    let is_other = |official: &&Official| official.name.is_some() && !cast.introduced.contains(&official.id);
    let others: Vec<&Official> = facts.officials.iter().filter(is_other).collect();
    if !others.is_empty() {
        body.push(Block::heading(2, ALSO_NAMED));
    }
    for official in others {
        cast.introduced.push(official.id.clone());
        body.push(Block::list_item(capitalised(&Introduction::of(official).words)));
    }
    conclude(&mut told);
    number(&mut told, &cast.introduced);
    let mut story = Story::new(HEADLINE);
    story.body = body;
    Telling { story, facts: told }
}

/// Gives officials the order in which a text brings them in, and the ids that follow from it.
fn number(facts: &mut Facts, introduced: &[Id]) {
    let place = |id: &Id| introduced.iter().position(|known| known == id).unwrap_or(usize::MAX);
    facts.officials.sort_by_key(|official| place(&official.id));
    number_officials(facts);
}
