//! Headlines that leave out the verb of going: "Premier in Ottawa for talks", "Foreign Minister to Oslo for summit".

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::lexicon::{Class, Frame, Tense, Trigger};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use crate::model::{Part, PlaceKind};

/// What the verb would tell that a headline leaves out between who it begins with and where they are or go.
pub(super) fn left_out(text: &Annotated<'_>) -> Option<Hook> {
    let passage = &text.passage;
    if passage.part != Part::Headline {
        return None;
    }
    let who = text.people.first()?;
    let at = who.tokens.end;
    let opens = who.tokens.start == 0 || who.tokens.start == 1 && passage.is(0, "the");
    let link = at + usize::from(passage.is(at, "off") && passage.is(at + 1, "to"));
    let (frame, tense) = match () {
        () if !opens || who.possessive => return None,
        () if passage.is(link, "in") => (Frame::Stay, Tense::Present),
        // "Foreign Minister to Oslo" announces it.
        () if passage.is(link, "to") => (Frame::Travel, Tense::Noun),
        () => return None,
    };
    let place = within(&text.places, link + 1..link + 3).first()?;
    let is_next = place.tokens.start == link + 1 || passage.is(link + 1, "the");
    let is_goal = matches!(place.place.kind, Some(PlaceKind::City | PlaceKind::Country));
    (is_next && is_goal && ends(passage, place.tokens.end)).then(|| Hook {
        tokens: at..link + 1,
        trigger: Trigger { frame, tense },
        sentence: passage.sentence_of(at),
    })
}

/// Whether what a headline leaves out is told by what stands behind the place: nothing, a mark, or what for. "Minister in
/// Oslo meets the King" has a verb.
fn ends(passage: &Passage<'_>, end: usize) -> bool {
    const BEHIND: &Words =
        words!["for", "to", "on", "ahead", "this", "next", "today", "tomorrow", "with", "as"];
    matches!(passage.kind(end), TokenKind::Mark(_) | TokenKind::Break)
        || end >= passage.tokens.len()
        || passage.is_any(end, BEHIND)
        || passage.has(end, Class::Trigger)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::headline_visits;

    #[test]
    fn a_headline_may_leave_out_the_verb_of_going() {
        for (headline, status) in [
            ("Prime Minister Aino Virta in Nairobi for talks", "ongoing"),
            ("Prime Minister Aino Virta in Nairobi", "ongoing"),
            ("Prime Minister Aino Virta to Nairobi for Water Forum", "planned"),
            ("Prime Minister Aino Virta off to Nairobi", "planned"),
        ] {
            let told = headline_visits("FI", headline);
            assert_eq!(told, [format!("Aino Virta -> KE Nairobi {status}")], "{headline}");
        }
        for none in [
            "Ambassador Aino Virta to Kenya praises aid",
            "Prime Minister Aino Virta to open school",
            "Book of Prime Minister Aino Virta in Nairobi bookshops",
            "Prime Minister Aino Virta in Helsinki for talks",
        ] {
            assert_eq!(headline_visits("FI", none), [""; 0], "{none}");
        }
    }
}
