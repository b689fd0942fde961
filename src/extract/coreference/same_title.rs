//! Whether two titles are one office.

use super::folded::FoldedWord;

/// A title by its folded words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    words: Vec<FoldedWord>,
    /// The last word before "of" and the like.
    head: Option<FoldedWord>,
}

impl Title {
    pub(super) fn of(words: Vec<FoldedWord>) -> Self {
        let end = words.iter().position(|word| word.is_preposition()).unwrap_or(words.len());
        Self { head: words.get(..end).and_then(<[FoldedWord]>::last).copied(), words }
    }

    /// Whether each word of this title stands in the other, and the words before "of" end alike.
    pub(super) fn shortens(&self, long: &Self) -> bool {
        // "the Foreign Minister" is the "Minister of Foreign Affairs" too.
        self.head == long.head
            && !self.words.is_empty()
            && self.words.iter().all(|word| long.words.contains(word))
    }

    /// Whether this title shortens the other without leaving out that its holder is somebody's deputy: "President" is the
    /// "President of Serbia", and the "Vice President" only where nobody else is.
    pub(super) fn is_whole_of(&self, long: &Self) -> bool {
        let lesser = |title: &Self| title.words.iter().filter(|word| word.is_lesser()).count();
        self.shortens(long) && lesser(self) == lesser(long)
    }

    /// Whether "of" and the like stand in it.
    pub(super) fn has_complement(&self) -> bool {
        self.words.iter().any(|word| word.is_preposition())
    }

    /// Whether it says of what, or which, its holder is the head: "Minister of Trade", "Trade Minister", but no "Minister".
    pub(super) fn is_spelt_out(&self) -> bool {
        self.words.len() > 1
    }

    /// What its head is told by at a glance.
    pub(super) fn glance(&self) -> Glance {
        // Titles without a head have a place of their own, which some heads share.
        Glance(1 << (self.head.map_or(0, FoldedWord::number) % 64))
    }
}

/// The heads of some titles at a glance: what has none of another's has no title of its head.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Glance(u64);

impl Glance {
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::folded::FoldedWords;

    #[test]
    fn a_shorter_title_stands_for_a_longer_one_of_the_same_head() {
        let mut words = FoldedWords::default();
        let mut shortens = |short: &str, long: &str| words.title(short).shortens(&words.title(long));
        assert!(shortens("Minister", "Defence Minister"));
        assert!(shortens("Minister", "Minister for Trade"));
        assert!(shortens("PM", "Prime Minister"));
        assert!(shortens("Commissioner", "Commissioner, Federal Police"));
        assert!(!shortens("President", "Secretary to the President"));
        assert!(!shortens("Minister", "Secretary"));
    }

    use crate::extract::told::officials;

    #[test]
    fn letters_and_a_number_are_of_the_same_office() {
        let text = "The CDS, Admiral Tony Radani, spoke. Admiral Tony Radani, Chief of the Defence Staff, met Foreign Minister II \
                    Eric Yusof. Foreign Minister Eric spoke.";
        let told = officials("BN", text);
        assert_eq!(
            told,
            ["Tony Radani | Chief of the Defence Staff | BN", "Eric Yusof | Foreign Minister II | BN"]
        );
    }

    #[test]
    fn a_first_name_behind_the_same_title_is_the_same_person() {
        let text = "Admiral Tariq Aziz Buttar met Prince Turki bin Khalid and State Minister Ambassador Tesfaye Arga. Admiral \
                    Tariq, Prince Turki and Ambassador Tesfaye spoke. Senator Cameron Berg met Senator Ana Cameron. Senator \
                    Cameron left.";
        let told = officials("SA", text);
        assert_eq!(told.len(), 5, "{told:?}");
    }

    #[test]
    fn each_word_of_a_title_may_be_short() {
        let mut words = FoldedWords::default();
        let mut shortens = |short: &str, long: &str| words.title(short).shortens(&words.title(long));
        assert!(shortens("Lieutenant Governor", "Lt. Gov."));
        assert!(shortens("Lt Gov", "Lieutenant Governor of Ohio"));
        assert!(!shortens("Lieutenant", "Lt. Gov."));
    }
}
