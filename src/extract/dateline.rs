//! Where a story was written, as its dateline says: "NAIROBI, Kenya (AP)".

use super::lexicon::Lexicon;
use super::place::places;
use super::prose::Prose;
use crate::model::{Country, Part, Story};

/// Cities where officials of many countries come together, so that a dateline tells nothing of whose they are.
const MEETING_PLACES: &[&str] = &[
    "brussels", "davos", "geneva", "new york", "strasbourg", "the hague", "hague", "united nations", "vienna",
];

/// The country of a dateline: that of the officials of a wire story who are given no other.
pub(super) fn country(story: &Story, lexicon: &Lexicon) -> Option<Country> {
    let text = &story.dateline.as_ref()?.text;
    let lower = text.to_lowercase();
    if MEETING_PLACES.iter().any(|city| lower.starts_with(city)) {
        return None;
    }
    let mut prose = Prose::with_room(text.len(), 1, lexicon);
    prose.read(Part::Dateline, text, 0..text.len());
    places(&prose.last()?, &[], None).iter().find_map(|found| found.place.country)
}

#[cfg(test)]
mod tests {
    use crate::Extractor;
    use crate::model::{Block, Dateline, Story};

    fn countries(dateline: &str, text: &str) -> Vec<String> {
        let story = Story::new("").with_dateline(Dateline::new(dateline)).with_block(Block::paragraph(text));
        let officials = Extractor::new().extract(story).facts.officials;
        officials.iter().map(|found| found.country.map_or(String::new(), |found| found.to_string())).collect()
    }

    #[test]
    fn officials_of_a_wire_story_serve_the_country_that_it_was_written_in() {
        let text = "Chief Justice Grace Wanja met Attorney General Paul Ota.";
        assert_eq!(countries("NAIROBI, Kenya (AP)", text), ["KE", "KE"]);
        assert_eq!(countries("NAIROBI (Reuters)", text), ["KE", "KE"]);
        assert_eq!(countries("GENEVA (AP)", text), ["", ""]);
        let text = "Chief Justice Grace Wanja met German Chancellor Ola Berg.";
        assert_eq!(countries("NAIROBI, Kenya (AP)", text), ["KE", "DE"]);
    }
}
