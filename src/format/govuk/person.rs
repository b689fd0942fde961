//! The titles by which GOV.UK calls people: "The Rt Hon Sir Eric Pickles MP".

use crate::model::{Name, Official, Rank};

/// Forms of address that a title may begin with, longest first.
const HONORIFICS: [&str; 29] = [
    "His Royal Highness", "Her Royal Highness", "The Right Honourable", "Her Majesty", "His Majesty",
    "The Rt Hon", "Baroness", "Professor", "Viscount", "Countess", "Rt Hon", "HRH The", "Dame", "Lord",
    "Lady", "Earl", "Prof", "Miss", "Judge", "HRH", "Sir", "The", "Mrs", "Rev", "Cllr", "Mr", "Ms", "Dr",
    "HE",
];

/// Ranks of the British services and the police, longest first.
const RANKS: [&str; 38] = [
    "Admiral of the Fleet",
    "Marshal of the Royal Air Force",
    "Air Chief Marshal",
    "Assistant Chief Constable",
    "Air Vice-Marshal",
    "Deputy Chief Constable",
    "Air Vice Marshal",
    "Lieutenant Commander",
    "Lieutenant Colonel",
    "Lieutenant General",
    "Squadron Leader",
    "Flight Lieutenant",
    "Flying Officer",
    "Chief Constable",
    "Air Commodore",
    "Wing Commander",
    "Group Captain",
    "Warrant Officer",
    "Lance Corporal",
    "Field Marshal",
    "Major General",
    "Vice Admiral",
    "Rear Admiral",
    "Vice-Admiral",
    "Rear-Admiral",
    "Staff Sergeant",
    "Air Marshal",
    "Lieutenant",
    "Commodore",
    "Commander",
    "Brigadier",
    "Corporal",
    "Sergeant",
    "Colonel",
    "Captain",
    "Admiral",
    "General",
    "Major",
];

/// The title of a person with a name: rank, forms of address, name, letters after it.
pub(super) fn title(official: &Official) -> Option<String> {
    let name = official.name.as_ref()?.to_string();
    let before = official.rank.iter().map(|rank| rank.title.as_str());
    let before = before.chain(official.honorifics.iter().map(String::as_str));
    let words: Vec<&str> = before
        .chain([name.as_str()])
        .chain(official.post_nominals.iter().map(String::as_str))
        .flat_map(str::split_whitespace)
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Puts what a title says of a person into `official`.
pub(super) fn read_title(title: &str, mut official: Official) -> Official {
    let mut rest = title.trim();
    while let Some((before, after)) = first_of(&HONORIFICS, rest) {
        official.honorifics.push(before.to_owned());
        rest = after;
    }
    if let Some((rank, after)) = first_of(&RANKS, rest) {
        official.rank = Some(Rank::new(rank));
        rest = after;
        while let Some((before, after)) = first_of(&HONORIFICS, rest) {
            official.honorifics.push(before.to_owned());
            rest = after;
        }
    }
    let is_letters = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let mut after = Vec::new();
    while let Some((name, last)) = rest.rsplit_once(char::is_whitespace).filter(|(_, last)| is_letters(last))
    {
        after.push(last.to_owned());
        rest = name.trim_end();
    }
    after.reverse();
    official.post_nominals = after;
    official.name = Some(Name::western(rest));
    official
}

/// The first of these that a title begins with, and what comes after it; something must.
fn first_of<'t>(words: &[&'static str], title: &'t str) -> Option<(&'static str, &'t str)> {
    words.iter().find_map(|word| {
        let after = title.strip_prefix(word)?.strip_prefix(char::is_whitespace)?.trim_start();
        (!after.is_empty()).then_some((*word, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    #[test]
    fn a_title_has_its_parts() {
        let read = |title: &str| read_title(title, Official::new(Id::numbered("official", 1)));
        let pickles = read("The Rt Hon Sir Eric Pickles MP");
        assert_eq!(pickles.honorifics, ["The Rt Hon", "Sir"]);
        assert_eq!(pickles.name, Some(Name::western("Eric Pickles")));
        assert_eq!(pickles.post_nominals, ["MP"]);
        let key = read("Vice Admiral Sir Ben Key KCB CBE");
        assert_eq!((key.rank, key.post_nominals.len()), (Some(Rank::new("Vice Admiral")), 2));
        assert_eq!(read("Lord").name, Some(Name::western("Lord")));
        for text in ["The Rt Hon Lord McNally", "General Sir Nick Carter", "Jeremy Browne", "MP"] {
            assert_eq!(title(&read(text)).as_deref(), Some(text));
        }
    }
}
