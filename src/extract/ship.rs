//! Names of ships, which look like those of people and places: "HMS Queen Elizabeth", "USS Abraham Lincoln".

use super::lexicon::Class;
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Words;

/// Where the name of a ship ends that begins at a token.
pub(super) fn ship_at(passage: &Passage<'_>, at: usize) -> Option<usize> {
    // They stand in capitals.
    const PREFIXES: &Words = words![
        "hms", "hmnb", "hmas", "hmcs", "hmnzs", "hmy", "rfa", "uss", "usns", "uscgc", "ins", "icgs", "slns",
        "hnlms", "lÉ", "mv", "rrs", "rv", "st", "kri", "brp", "roks", "htms", "pns", "bns", "ccgs", "jds",
    ];
    const MOST: usize = 4;
    let is_name = |at: usize| matches!(passage.kind(at), TokenKind::Capital | TokenKind::AllCaps);
    let is_loud = passage.kind(at) == TokenKind::AllCaps && !passage.shouts;
    if !is_loud || !passage.is_any(at, PREFIXES) || !is_name(at + 1) {
        return None;
    }
    // "HMS Defender │ Commander Ola Berg"
    let goes_on = |next: usize| {
        (is_name(next) || passage.is(next, "of")) && (next == at + 1 || !passage.has(next, Class::Rank))
    };
    Some((at + 1..at + 1 + MOST).find(|&next| !goes_on(next)).unwrap_or(at + 1 + MOST))
}

#[cfg(test)]
mod tests {
    use super::super::told::officials;

    #[test]
    fn a_ship_is_commanded_and_is_nobody() {
        let told =
            officials("GB", "They heard the Commander of HMS Ardent, Captain Ola Berg, on HMS Queen Anne.");
        assert_eq!(told, ["Ola Berg | Commander of HMS Ardent | GB"]);
        let told = officials("AU", "The Minister spoke with the Commander of HMAS Adelaide last Sunday.");
        assert_eq!(told, [" | Minister | AU", " | Commander of HMAS Adelaide | AU"]);
    }
}
