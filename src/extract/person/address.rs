//! What stands between a title and a name: "Dato' Seri", "(Retired)", "U", "the Hon".

use super::peerage::PEERS;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// The token after the honorifics and the rank that may stand between a role and a name.
pub(super) fn after_address(passage: &Passage<'_>, mut at: usize) -> usize {
    const MOST: usize = 4;
    for _ in 0..MOST {
        // "Foreign Minister the Hon Ana Virta"
        let the = usize::from(passage.is(at, "the") && passage.has(at + 1, Class::Honorific));
        let address = passage.longest(at + the, Class::Honorific).or(passage.longest(at, Class::Rank));
        let Some(address) = address.filter(|_| passage.kind(at + the).is_capital()) else { break };
        at += the + address.len;
    }
    at
}

/// The token after a parenthesis within a title: "(SACEUR)", "(Retired)", "(Dr)"; the same where none stands.
pub(in crate::extract) fn after_parenthesis(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 3;
    if !passage.is_mark(at, '(') {
        return at;
    }
    let close = (at + 2..=at + 1 + MOST).find(|&close| passage.is_mark(close, ')'));
    let inner = at + 1;
    // "Lord (Tariq) Ahmad": the given name of a peer.
    let is_peer = at.checked_sub(1).is_some_and(|title| passage.is_any(title, PEERS));
    let is_given = is_peer && close == Some(inner + 1) && passage.kind(inner) == TokenKind::Capital;
    // "(CoAS)": letters that shorten the title, small ones among them.
    let is_short =
        close == Some(inner + 1) && passage.word(inner).chars().filter(|c| c.is_uppercase()).count() > 1;
    let is_of_title = is_given
        // "(H.E. Ana Virta)" is the holder.
        || passage.kind(inner) == TokenKind::AllCaps && !passage.has(inner, Class::Honorific)
        || is_short && !passage.has(inner, Class::Honorific)
        || passage.is_any(
            inner,
            words![
                "ic",
                "i/c",
                "retired",
                "retd",
                "retd.",
                "rtd",
                "rtd.",
                "ret",
                "ret.",
                "ret'd",
                "ret’d",
                "r",
                "reserve",
                "res",
                "navy",
                "army",
                "independent",
                "acting",
                "ag",
                "ag."
            ],
        )
        || passage.longest(inner, Class::Honorific).is_some_and(|found| close == Some(inner + found.len))
        || passage.has(inner, Class::Qualifier)
        // "Commissioner for Human Rights (Ombudsperson)"
        || passage.longest(inner, Class::Role).is_some_and(|role| {
            close == Some(inner + role.len) && passage.kind(inner + role.len + 1).is_capital()
        });
    close.filter(|_| is_of_title).map_or(at, |close| close + 1)
}

/// The token after the mark that "Dato'" ends in, and after the words that raise it: "Dato' Seri Utama".
pub(super) fn after_apostrophe(passage: &Passage<'_>, at: usize) -> usize {
    const RAISE: &Words = words!["paduka", "seri", "setia", "sri", "utama", "wira"];
    const MOST: usize = 2;
    let is_joined = passage.tokens.get(at).is_some_and(|mark| !mark.spaced);
    let is_apostrophe = matches!(passage.kind(at), TokenKind::Mark('\'' | '’' | 'ʼ' | '‘'));
    let is_dato = at.checked_sub(1).is_some_and(|title| passage.is_any(title, words!["dato", "datin", "to"]));
    if !(is_joined && is_apostrophe && is_dato) {
        return at;
    }
    let raised = (at + 1..at + 1 + MOST).take_while(|&at| passage.is_any(at, RAISE)).count();
    at + 1 + raised
}

/// "Deputy Minister │ U Hla Myint": "U" without a full stop, and two words behind it.
pub(super) fn is_burmese_address(passage: &Passage<'_>, at: usize) -> bool {
    let is_name = |at: usize| passage.kind(at) == TokenKind::Capital && !passage.has(at, Class::Role);
    passage.word(at) == "U" && is_name(at + 1) && is_name(at + 2)
}

/// "Prince │ ‘Abdul Malik": a mark that stands for a letter, and no quotation mark, which another would close.
pub(super) fn is_letter_of_name(passage: &Passage<'_>, at: usize) -> bool {
    const MOST: usize = 4;
    let close = match passage.kind(at) {
        TokenKind::Mark('‘') => ['’', '‘'],
        TokenKind::Mark('\'' | '`' | 'ʻ') => ['\'', '`'],
        _ => return false,
    };
    let is_joined = passage.tokens.get(at + 1).is_some_and(|word| !word.spaced);
    let is_closed = |at: usize| close.iter().any(|&close| passage.is_mark(at, close));
    is_joined
        && passage.kind(at + 1) == TokenKind::Capital
        && !(at + 2..at + 2 + MOST)
            .any(|at| is_closed(at) && passage.tokens.get(at).is_some_and(|mark| !mark.spaced))
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn malay_titles_are_no_part_of_the_name() {
        let text = "The Prime Minister of Malaysia, Dato' Seri Abdul Badaw, met YB Dato’ Seri Utama Mohamad Hasan, Minister of \
                    Foreign Affairs, and Chief Secretary to the Government Tan Sri Shamsul Azrin.";
        assert_eq!(
            officials("MY", text),
            [
                "Abdul Badaw | Prime Minister of Malaysia | MY",
                "Mohamad Hasan | Minister of Foreign Affairs | MY",
                "Shamsul Azrin | Chief Secretary to the Government | MY"
            ]
        );
    }

    #[test]
    fn burmese_address_and_letters_before_a_name_are_no_part_of_it() {
        let text = "Deputy Minister U Hla Myint Oo met Prince ‘Abdul Matin and Premier Datuk Patinggi Tan Sri Rahim Salleh.";
        assert_eq!(
            officials("MM", text),
            ["Hla Myint Oo | Deputy Minister | MM", "Abdul Matin | Prince | MM", "Rahim Salleh | Premier"]
        );
    }

    #[test]
    fn an_office_in_brackets_says_the_one_before_again() {
        let text = "Commissioner for Human Rights (Ombudsman) Sabina Alieva met Colonel Jan Cahil, Superintendent of the State Police, and Speaker Pro Tem Ann Hale.";
        assert_eq!(
            officials("AZ", text),
            [
                "Sabina Alieva | Commissioner for Human Rights | AZ",
                "Jan Cahil | Superintendent of the State Police | AZ",
                "Ann Hale | Speaker Pro Tem | AZ"
            ]
        );
    }

    #[test]
    fn letters_that_shorten_a_title_may_be_small() {
        let text = "Chief of Army Staff (CoAS) Prabhu Ram Sharmo met the Chief of Police (CoP), Ola Berg.";
        assert_eq!(
            officials("NP", text),
            ["Prabhu Ram Sharmo | Chief of Army Staff | NP", "Ola Berg | Chief of Police | NP"]
        );
    }
}
