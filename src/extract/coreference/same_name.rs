//! Whether two names are one person's.

use super::folded::FoldedWord;

/// Whether one name shortens the other: its words stand in it in order, and share its first or last word.
///
/// A single word is a surname, unless `by_first` says that the first word may stand for all: "Sir Alan",
/// or "President HAN" of HAN Seung-ho.
pub(super) fn same_name(known: &[FoldedWord], new: &[FoldedWord], by_first: bool) -> bool {
    let (short, long) = if known.len() <= new.len() { (known, new) } else { (new, known) };
    let (Some(first), Some(last)) = (short.first(), short.last()) else { return false };
    let mut rest = long.iter();
    // "Mansoor bin Mohammed Al Maktoum" is a son of "Mohammed Al Maktoum".
    let at_first = long.iter().position(|word| word.agrees(*first));
    let is_fathers = at_first
        .and_then(|at| at.checked_sub(1))
        .and_then(|before| long.get(before))
        .is_some_and(|before| before.is_patronym());
    // "Minister Zayed" is Abdullah bin Zayed Al Nahyan: the one father who is named may stand for the family.
    let fathers = long.iter().filter(|word| word.is_patronym()).count();
    if is_fathers && (short.len() > 1 || fathers > 1 && long.last() != Some(first)) {
        return false;
    }
    let in_order = short.iter().all(|word| rest.any(|other| word.agrees(*other)));
    // One word may be the first of two surnames: "Laurentino Cortizo Cohen" is President Cortizo.
    let is_inner = short.len() == 1 && long.len() > 2 && long.first() != Some(first);
    let shares_first = (short.len() > 1 || by_first) && long.first() == Some(first);
    in_order && (is_inner || long.last() == Some(last) || shares_first)
}

#[cfg(test)]
mod tests {
    use super::super::folded::FoldedWords;
    use super::*;

    #[test]
    fn a_surname_or_initials_shorten_a_name() {
        let mut words = FoldedWords::default();
        let mut same =
            |one: &str, other: &str, by_first| same_name(&words.name(one), &words.name(other), by_first);
        for (one, other) in [
            ("Mark Lancaster", "Lancaster"),
            ("Antony J. Blinken", "Antony Blinken"),
            ("P J Keating", "Paul Keating"),
            ("Lancaster", "Mark Lancaster"),
            ("Lord Ashgrove of Netherby", "Ashgrove"),
            ("B. Battset", "B.Battset"),
            ("Battset", "B.Battset"),
        ] {
            assert!(same(one, other, false), "{one} / {other}");
        }
        assert!(!same("Mark Lancaster", "Mark Smith", false));
        assert!(!same("Mansoor bin Mohammed Al Maktoum", "Mohammed Al Maktoum", false));
        assert!(same("Masud bin Momen", "Momen", false));
        assert!(!same("Mark Lancaster", "Mark", false));
        assert!(same("Mark Lancaster", "Mark", true));
    }
}
