//! "the PS", "the Health CS", "the Minister of State": who of the story holds an office that is told in fewer words or
//! in letters.

use crate::model::{Official, Participant, Role, RoleKind};

/// The official with a name whom some words stand for, if they are an office that the story gives to nobody else; if it
/// does, whoever spoke last.
pub(super) fn holder(words: &str, officials: &[Official], last: Option<&Participant>) -> Option<Participant> {
    let office = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
    if office.contains(['’', '\'']) {
        return None;
    }
    find(office, officials, last, |_| true)
}

/// The official with a name who holds the office of somebody of whom the story has no more than that.
pub(super) fn named(
    who: &Participant,
    officials: &[Official],
    last: Option<&Participant>,
) -> Option<Participant> {
    let found = officials.iter().find(|official| who.id() == Some(&official.id))?;
    let title = &found.roles.first().filter(|_| found.name.is_none())?.title;
    let agrees = |other: &Official| {
        found.country.is_none() || other.country.is_none() || found.country == other.country
    };
    find(title, officials, last, agrees)
}

fn find(
    office: &str,
    officials: &[Official],
    last: Option<&Participant>,
    may_be: impl Fn(&Official) -> bool,
) -> Option<Participant> {
    let said = Office::of(office);
    let field = field_of_ministry(office);
    let is_holder = |official: &&Official| {
        official.name.is_some()
            && may_be(official)
            && official.roles.iter().any(|role| {
                role.kind.as_ref().is_some_and(|kind| is_style(office, kind))
                    || field.as_deref().is_some_and(|field| leads_ministry(role, field))
                    || said.is_short_for(&Office::of(&role.title))
            })
    };
    let mut holders = officials.iter().filter(is_holder);
    let first = holders.next()?;
    let is_last = |official: &&Official| last.and_then(Participant::id) == Some(&official.id);
    let found = match holders.next() {
        None => first,
        Some(_) => officials.iter().filter(is_holder).find(is_last)?,
    };
    Some(Participant::Official(found.id.clone()))
}

/// "foreign" of "head of the Foreign Ministry", "trade" of "head of Ostland’s Ministry of Trade": the first word that tells what
/// a ministry is for, in small letters.
fn field_of_ministry(office: &str) -> Option<String> {
    let body = office.strip_prefix("head of ").or_else(|| office.strip_prefix("Head of "))?;
    let mut words = body.split(' ');
    let before = words.by_ref().take_while(|word| !word.eq_ignore_ascii_case("ministry")).last();
    let after = words.find(|word| !["of", "for", "the"].contains(word));
    after.or(before.filter(|word| *word != "the")).map(str::to_lowercase)
}

/// Whether an office is that of the minister for a field.
fn leads_ministry(role: &Role, field: &str) -> bool {
    role.kind == Some(RoleKind::Minister)
        && role.title.split(' ').any(|word| word.eq_ignore_ascii_case(field))
}

/// Whether heads of states and envoys are called so by what they are besides.
fn is_style(words: &str, kind: &RoleKind) -> bool {
    let is = |styles: &[&str]| styles.iter().any(|style| words.eq_ignore_ascii_case(style));
    match kind {
        RoleKind::HeadOfState => {
            is(&["Commander-in-Chief", "Commander in Chief", "Head of State", "Sovereign", "Monarch"])
        }
        RoleKind::Royal => is(&["Sovereign", "Monarch"]),
        RoleKind::HeadOfGovernment => is(&["Head of Government"]),
        RoleKind::Ambassador | RoleKind::Envoy => is(&["Ambassador", "Envoy"]),
        _ => false,
    }
}

/// The words of an office.
struct Office<'w> {
    words: Vec<&'w str>,
    /// Which of them tells what somebody is: "Secretary" of "Principal Secretary for Water".
    head: usize,
}

impl<'w> Office<'w> {
    fn of(title: &'w str) -> Self {
        const SMALL: [&str; 7] = ["of", "for", "the", "and", "to", "in", "with"];
        let mut words = Vec::new();
        let mut head = None;
        for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if SMALL.contains(&word) {
                head = head.or(words.len().checked_sub(1));
            } else {
                words.push(word);
            }
        }
        let head = head.unwrap_or(words.len().saturating_sub(1));
        Self { words, head }
    }

    /// Whether an office that is told in more words may be the same: the head is, and the rest stands there.
    fn is_short_for(&self, whole: &Office<'_>) -> bool {
        let mut is_same_head = false;
        let stands = |(at, word): (usize, &&str)| {
            if let Some(place) = whole.words.iter().position(|other| other.eq_ignore_ascii_case(word)) {
                is_same_head |= at == self.head && place == whole.head;
                return true;
            }
            let Some(letters) = whole.initials(word) else { return false };
            is_same_head |= letters.contains(&whole.head);
            true
        };
        // "the President" may be anybody's; "the PS" and "the Deputy Minister" are of what was told.
        let is_telling = self.words.len() > 1 || self.words.iter().all(|word| is_abbreviation(word));
        let is_shorter = self.words.len() < whole.words.len();
        is_shorter
            && is_telling
            && !self.words.is_empty()
            && self.words.iter().enumerate().all(stands)
            && is_same_head
    }

    /// The words of which some letters are the first: "CS" of "Cabinet Secretary".
    fn initials(&self, letters: &str) -> Option<std::ops::Range<usize>> {
        let count = letters.len();
        let begins = |(word, letter): (&&str, char)| word.starts_with(letter);
        let fits = |words: &[&str]| words.iter().zip(letters.chars()).all(begins);
        let start = self.words.windows(count.max(1)).position(fits).filter(|_| is_abbreviation(letters))?;
        Some(start..start + count)
    }
}

fn is_abbreviation(word: &str) -> bool {
    const LONGEST: usize = 5;
    (2..=LONGEST).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::Office;
    use crate::extract::told::speakers;

    #[test]
    fn an_office_may_be_told_in_fewer_words_or_letters() {
        for (said, whole, is_short) in [
            ("PS", "Principal Secretary", true),
            ("Health CS", "Cabinet Secretary for Health", true),
            ("IGP", "Inspector-General of Police", true),
            ("Minister of State for HRD", "Minister of State for Human Resource Development", true),
            ("Chief Monitor", "Chief Monitor of the Mission", true),
            ("Board", "Chairman of the Board", false),
            ("Cabinet", "Cabinet Secretary", false),
            ("AU", "AU Commission Chairperson", false),
            ("Minister of State", "Minister of Health", false),
            ("Prime Minister", "Prime Minister", false),
            ("President", "President of the Senate", false),
        ] {
            assert_eq!(Office::of(said).is_short_for(&Office::of(whole)), is_short, "{said}: {whole}");
        }
    }

    #[test]
    fn who_spoke_may_be_called_by_the_letters_of_an_office() {
        for (words, speaker) in
            [("the PS", "Amina Odera"), ("the Commander-in-Chief", "Joe Koffa"), ("the Board", "Board")]
        {
            let text = format!(
                "President Joe Koffa met Water Principal Secretary Amina Odera.\n“We shall drill ten wells in the north,” {words} said."
            );
            let told = speakers("KE", &text);
            assert!(told.last().is_some_and(|told| told.contains(speaker)), "{words}: {told:?}");
        }
    }

    #[test]
    fn an_envoy_is_an_ambassador_and_a_diplomat() {
        for (who, said) in [
            ("German envoy Max Huter", "the ambassador"),
            ("German Ambassador Max Huter", "the envoy"),
            ("German Ambassador Max Huter", "the diplomat"),
        ] {
            let text = format!(
                "{who} came. Much was done there.\n\n“We have promised that we will not forget it,” {said} said."
            );
            assert_eq!(speakers("BY", &text), ["Max Huter"], "{said}");
        }
    }

    #[test]
    fn a_minister_is_the_head_of_the_ministry() {
        for said in
            ["the head of the Ostland Foreign Ministry", "the head of the Ministry of Foreign Affairs"]
        {
            let text = format!(
                "Foreign Minister Max Huter met Trade Minister Ana Virta there.\n\n“We have promised that we will not forget it,” {said} said."
            );
            assert_eq!(speakers("UZ", &text), ["Max Huter"], "{said}");
        }
    }
}
