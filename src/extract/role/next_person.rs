//! Where a complement ends because the next person begins: "Minister of Health and │ Bundestag President Ana Virta".

use super::head::{is_noun_of_body, is_style};
use super::name_start::{begins_bare_name, is_abstract_noun, is_given_rather_than_role};
use crate::extract::features::Features;
use crate::extract::lexicon::{Class, WEAK};
use crate::extract::passage::Passage;
use crate::extract::person::after_parenthesis;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// ", and Rasa Petrauskienė, Lithuania's Minister": two or three words in capitals, the last unknown to the lexicon,
/// before a comma and a title.
pub(super) fn names_somebody(passage: &Passage<'_>, at: usize) -> bool {
    const NO_NAME: Features =
        Features::classes(&[Class::Portfolio, Class::Common, Class::Organisation, Class::Thing]);
    const TITLE: Features = Features::classes(&[Class::Role, Class::Country, Class::Demonym, Class::Rank]);
    let words = (at..at + 3).take_while(|&at| passage.kind(at) == TokenKind::Capital).count();
    let (last, comma) = ((at + words).saturating_sub(1), at + words);
    // "Minister for Education and │ Senley Filua as Minister for Lands"
    if words > 1 && passage.is(comma, "as") && !passage.has_any(at, NO_NAME) {
        return true;
    }
    words > 1
        && passage.is_mark(comma, ',')
        && passage.matches(last).iter().all(|found| found.is(Class::Given))
        && !is_abstract_noun(passage.word(last))
        && !passage.has_any(at, NO_NAME)
        && (passage.is(comma + 1, "the") || passage.has_any(comma + 1, TITLE))
}

/// Whether a role, rank, honorific or given name begins at a token.
pub(super) fn begins_person(passage: &Passage<'_>, at: usize) -> bool {
    let is_given = passage.has(at, Class::Given)
        && !passage.has(at, Class::Portfolio)
        && !passage.has(at, Class::Country)
        && (!passage.has(at, Class::Region) || passage.kind(at + 1).is_capital());
    // "for Foreign Affairs, │ Justice and Culture Ana Virta": a field that goes on to another is no office.
    let field = passage.longest(at, Class::Portfolio).map(|field| at + field.len);
    let is_field = field.is_some_and(|end| {
        let next = end + usize::from(passage.is_mark(end, ',')) + usize::from(passage.is(end, "and"));
        next > end && passage.has(next, Class::Portfolio) && !passage.has(next, Class::Role)
    });
    if is_field {
        return false;
    }
    // "to the Prime Minister and │ Acting Government Spokesperson", "and │ Assistant Deputy Chair of Committees"
    const GRADES: &Words =
        words!["assistant", "associate", "honorary", "joint", "permanent", "principal", "senior"];
    let is_qualified = || {
        (passage.has(at, Class::Qualifier) || passage.is_any(at, GRADES))
            && passage.kind(at).is_capital()
            && (at + 1..at + 4)
                .take_while(|&at| passage.kind(at).is_capital())
                .any(|at| passage.has(at, Class::Role))
    };
    passage.has(at, Class::Role)
        || passage.has(at, Class::Rank)
        || passage.has(at, Class::Honorific)
        || is_given
        || is_qualified()
        || begins_foreign_title(passage, at)
}

/// ", and │ Bundestag President Ana Virta": words in capitals that end in an office or a rank, and then a name.
///
/// Without a comma a rank is the same person's: "Minister of Youth and Sports │ Gen. Ola Berg".
pub(super) fn begins_other_title(passage: &Passage<'_>, at: usize, comma: bool) -> bool {
    const MOST: usize = 6;
    let is_word = |at: usize| {
        passage.kind(at).is_capital()
            || passage.kind(at) == TokenKind::Possessive
            || passage.is_hyphen(at)
            || passage.kind(at) == TokenKind::Number
            // ", and Department of Health Secretary Ana Virta"
            || passage.is_any(at, words!["of", "for"])
                && at.checked_sub(1).is_some_and(|noun| is_noun_of_body(passage, noun))
    };
    let leads_to_name = |head: usize| {
        let rank = passage.longest(head, Class::Rank).filter(|_| comma).map_or(0, |rank| rank.len);
        let office = passage.longest(head, Class::Role);
        let office = office.filter(|office| !office.is_plural() && !is_style(office.entry.value));
        let end = head + office.map_or(0, |office| office.len).max(rank);
        let is_title = end > head && !is_given_rather_than_role(passage, head);
        let addressed = passage.has(end, Class::Rank) || passage.has(end, Class::Honorific);
        is_title && passage.kind(end).is_capital() && (addressed || begins_bare_name(passage, end))
    };
    let words = (at..at + MOST).take_while(|&at| is_word(at)).count();
    // "UNHCR head Ana Virta": the office may stand in small letters.
    passage.kind(at).is_capital() && !passage.shouts && (at + 1..=at + words).any(leads_to_name)
}

/// "Vietnamese Minister", "Peru's Ambassador": a people or country, and an office of theirs.
fn begins_foreign_title(passage: &Passage<'_>, at: usize) -> bool {
    let country = passage.longest_of(at, &[Class::Demonym, Class::Country]);
    country.filter(|_| passage.kind(at).is_capital()).is_some_and(|country| {
        let end = at + country.len;
        let office = end + usize::from(passage.kind(end) == TokenKind::Possessive);
        passage.kind(office).is_capital() && passage.has(office, Class::Role)
    })
}

/// Whether a second title begins at a token inside a complement, and a name follows it.
pub(super) fn another_title_at(passage: &Passage<'_>, at: usize) -> bool {
    // "Special Assistant to Prime │ Minister (SA) Ola Berg": the word is of an office that began before.
    if at.checked_sub(1).is_some_and(|before| passage.is(before, "prime") && passage.is(at, "minister")) {
        return false;
    }
    let role = passage.longest(at, Class::Role).filter(|head| head.entry.flags & WEAK == 0);
    let role = role.filter(|_| !is_given_rather_than_role(passage, at));
    let Some(head) = role.or(passage.longest(at, Class::Rank)) else { return false };
    let the = after_parenthesis(passage, at + head.len);
    let address = the + usize::from(passage.is(the, "the"));
    let name = passage.longest(address, Class::Honorific).map_or(the, |found| address + found.len);
    passage.kind(at).is_capital()
        && passage.kind(name).is_capital()
        && !passage.shouts
        && (passage.has(name, Class::Given) || begins_bare_name(passage, name))
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn the_next_office_begins_with_a_word_that_nobody_knows() {
        let text = "Kim Chulso, director of the National Intelligence Service, and Gyeonggi Province Governor Lee Minho met \
                    Andrea Kels, State Secretary at the Federal Foreign Office, and Bundestag President Beate Basser.";
        assert_eq!(
            officials("KR", text),
            [
                "Kim Chulso | director of the National Intelligence Service | KR",
                "Lee Minho | Gyeonggi Province Governor | KR",
                "Andrea Kels | State Secretary at the Federal Foreign Office | DE",
                "Beate Basser | Bundestag President | DE"
            ]
        );
        let text = "Minister for Innovation, Science and Research Senator Kim Carrow spoke.";
        assert_eq!(
            officials("AU", text),
            ["Kim Carrow | Minister for Innovation, Science and Research; Senator | AU"]
        );
    }

    #[test]
    fn styles_posts_and_acting_offices_end_a_complement() {
        let text = "Ibrahim Shatta, Undersecretary at the Amiri Diwan, met Anuch Burap, Deputy Secretary-General to the Prime \
                    Minister and Acting Government Spokesperson, and High Commissioner of Peru Professor Ana Virta. Union \
                    Minister of State (IC) of Mines, Dr Jit Sinha, left.";
        assert_eq!(
            officials("TH", text),
            [
                "Ibrahim Shatta | Undersecretary at the Amiri Diwan | TH",
                "Anuch Burap | Deputy Secretary-General to the Prime Minister; Government Spokesperson | TH",
                "Ana Virta | High Commissioner of Peru | PE",
                "Jit Sinha | Union Minister of State (IC) of Mines | TH"
            ]
        );
    }

    #[test]
    fn acronyms_and_particles_are_of_an_office() {
        let text = "Wayne Ewas, MLA for Lac du Bonnet, met the Minister of the Economy, SME, Energy and Tourism, Lex Delle, and \
                    fellow MPs Ana Virta and Ola Berg.";
        assert_eq!(
            officials("CA", text),
            [
                "Wayne Ewas | MLA for Lac du Bonnet | CA",
                "Lex Delle | Minister of the Economy, SME, Energy and Tourism | CA",
                "Ana Virta | MP | CA",
                "Ola Berg | MP | CA"
            ]
        );
    }

    #[test]
    fn a_field_that_goes_on_to_another_is_nobody() {
        let text = "He received the Minister for Foreign Affairs, Justice and Culture Katrin Eggen and DPM Kralahom Sar Khen.";
        assert_eq!(
            officials("LI", text),
            ["Katrin Eggen | Minister for Foreign Affairs, Justice and Culture | LI", "Sar Khen | DPM | LI"]
        );
    }

    #[test]
    fn a_grade_begins_the_next_office() {
        let text = "Mr. Bruce Stanfor, Assistant Deputy Speaker of the House and Assistant Deputy Chair of Committees, met Special Assistant to Prime Minister (SA) Tariq Fatem.";
        assert_eq!(
            officials("GB", text),
            [
                "Bruce Stanfor | Assistant Deputy Speaker of the House; Assistant Deputy Chair of Committees | GB",
                "Tariq Fatem | Special Assistant to Prime Minister | GB"
            ]
        );
    }
}
