//! Several offices of one person: "Prime Minister and Minister of Defence Ana Virta".

use super::address::{after_address, after_parenthesis, is_burmese_address};
use super::is_spaced_dash;
use super::name::{Cue, name_at};
use super::titled::titled_name;
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::role::{FoundRole, role_at, role_or_acronym_at};

/// Where the next of several offices of one person begins: "the Minister for Trade and Minister for Defence, X",
/// "the Tánaiste, Minister for Trade and Minister for Defence, X".
///
/// Without an article of its own an office is the same person's, if a comma leads from the last to the name.
pub(super) fn next_portfolio(passage: &Passage<'_>, end: usize) -> usize {
    const MOST: usize = 4;
    let begin = |end: usize| {
        let comma = passage.is_mark(end, ',');
        let and = passage.is(end + usize::from(comma), "and");
        (comma || and).then_some(end + usize::from(comma) + usize::from(and))
    };
    let Some(first) = begin(end) else { return end };
    let mut next = first;
    for _ in 0..MOST {
        let Some(role) = role_at(passage, next).filter(|role| role.is_of_one(passage)) else { return end };
        if passage.is_mark(role.tokens.end, ',') && titled_name(passage, role.tokens.end + 1).is_some() {
            return first;
        }
        let Some(begin) = begin(role.tokens.end) else { return end };
        next = begin;
    }
    end
}

/// Where a second role begins after "and", ",", "/", "&" or a dash, if one does: "Prime Minister and Minister of Defence
/// X", "Deputy Prime Minister – Minister of Economy X".
pub(super) fn another_role(passage: &Passage<'_>, end: usize) -> usize {
    joint_role(passage, end, true)
}

/// Where a second role begins that shares a name with the first, which may stand behind a comma where `after_comma`.
pub(super) fn joint_role(passage: &Passage<'_>, end: usize, after_comma: bool) -> usize {
    const MOST: usize = 3;
    let Some(first) = after_joint(passage, end) else { return end };
    let mut next = first;
    for _ in 0..MOST {
        // "…, Minister of Trade, Senator Ola Berg": a style after a list begins the next person.
        let is_joint = |role: &FoundRole| role.is_of_one(passage) || is_small_office(passage, role);
        let goes_on = |role: &FoundRole| is_joint(role) && (next == first || !role.is_style());
        let Some(role) = role_or_acronym_at(passage, next).filter(goes_on) else { return end };
        let office_end = after_parenthesis(passage, role.tokens.end);
        // "Minister of Trade, and Deputy Prime Minister, Hon. Ana Virta"
        let is_last = passage.is(next.saturating_sub(1), "and") && passage.is_mark(office_end, ',');
        const TITLES: Features = Features::classes(&[Class::Honorific, Class::Rank, Class::Role]);
        let is_title = passage.has_any(office_end + 1, TITLES);
        if after_comma && is_last && is_title && is_named(passage, office_end + 1) {
            return first;
        }
        // In "Prime Minister and Foreign Minister Lee" both are Lee's; in "President Kim and Prime Minister Lee" they
        // are not.
        if is_named(passage, office_end) {
            return first;
        }
        let Some(more) = after_joint(passage, office_end) else { return end };
        // "Secretary and Spokesperson, and │ Ambassador Ana Virta": the last of a list was named.
        let is_listed = passage.is(next.saturating_sub(1), "and");
        if is_listed && passage.is_mark(office_end, ',') && passage.is(more.saturating_sub(1), "and") {
            return end;
        }
        next = more;
    }
    end
}

/// "finance minister" of "Deputy Prime Minister and finance minister Ana Virta": an office in small letters with its
/// field, right before a name.
fn is_small_office(passage: &Passage<'_>, role: &FoundRole) -> bool {
    !role.weak && !role.plural && role.title.len() > 1 && is_named(passage, role.tokens.end)
}

/// The token after what joins two offices of one person.
fn after_joint(passage: &Passage<'_>, end: usize) -> Option<usize> {
    let comma = passage.is_mark(end, ',');
    let next = end + usize::from(comma);
    // "chairman cum Ostby MP Ana Virta"
    let joint = passage.is_any(next, words!["and", "cum"])
        || passage.is_mark(next, '&')
        || passage.is_mark(next, '/')
        || !comma && is_spaced_dash(passage, next);
    if joint { Some(next + 1) } else { comma.then_some(next) }
}

/// Whether a name stands at a token, after honorifics and perhaps a style: "Senator Dr Ana Virta".
fn is_named(passage: &Passage<'_>, at: usize) -> bool {
    // "Deputy Prime Minister and Union Minister │ U Than Swe"
    let name = after_address(passage, at + usize::from(is_burmese_address(passage, at)));
    let style = || role_at(passage, name).filter(FoundRole::is_style).map(|style| style.tokens.end);
    name_at(passage, name, Cue::Title).is_some()
        || style().is_some_and(|end| name_at(passage, after_address(passage, end), Cue::Title).is_some())
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_dash_or_a_slash_joins_two_offices_of_one_person() {
        let text = "Deputy Prime Minister/Foreign Minister Senator Ivo Dar met Kyryl Bud, First Deputy Minister – Head of \
                    Department Olha Stefan and Deputy Prime Minister – Minister of Economy Yulia Vyrid.";
        assert_eq!(
            officials("PK", text),
            [
                "Ivo Dar | Deputy Prime Minister; Foreign Minister; Senator | PK",
                "Olha Stefan | First Deputy Minister; Head of Department | PK",
                "Yulia Vyrid | Deputy Prime Minister; Minister of Economy | PK"
            ]
        );
    }

    #[test]
    fn a_style_after_a_list_of_offices_begins_the_next_person() {
        let text = "Senator Ana Kemp, Minister for the Arts, and Senator Ola Berg, Minister for Trade, met.";
        assert_eq!(
            officials("AU", text),
            ["Ana Kemp | Senator; Minister for the Arts | AU", "Ola Berg | Senator; Minister for Trade | AU"]
        );
    }

    #[test]
    fn a_small_or_a_titled_office_may_be_the_second_of_one_person() {
        let text = "Minister of Trade, and Deputy Prime Minister, Hon. Dr. Ana Virta, and Deputy Premier and finance minister \
                    Ola Berg met Vice President and outgoing DepEd Secretary Sara Dumla.";
        assert_eq!(
            officials("JM", text),
            [
                "Ana Virta | Minister of Trade; Deputy Prime Minister | JM",
                "Ola Berg | Deputy Premier; finance minister | JM",
                "Sara Dumla | Vice President; DepEd Secretary"
            ]
        );
    }

    #[test]
    fn an_owner_is_as_good_as_an_article() {
        let text = "Guyana’s Vice President and Minister of Foreign Affairs, Carl Grenage, met chairman cum Ostby MP Wil Leon and Ann Hale, Librarian and Director General, Department of Research.";
        assert_eq!(
            officials("JM", text),
            [
                "Carl Grenage | Vice President; Minister of Foreign Affairs | GY",
                "Wil Leon | Ostby MP | JM",
                "Ann Hale | Librarian; Director General, Department of Research | JM"
            ]
        );
    }

    #[test]
    fn a_burmese_address_stands_behind_two_offices() {
        let text = "Deputy Prime Minister and Union Minister for Foreign Affairs U Than Swei met Minister Ana Virta.";
        assert_eq!(
            officials("MM", text),
            [
                "Than Swei | Deputy Prime Minister; Union Minister for Foreign Affairs | MM",
                "Ana Virta | Minister | MM"
            ]
        );
    }
}
