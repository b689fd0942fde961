//! Posts that make nobody an official: "Managing Director of Ostby Foods", "Professor of Law".
//!
//! | post | private where |
//! |---|---|
//! | that of a business or a university | no public body stands in its title |
//! | one that is public too, "Chairman", "President" | a company, club or association stands in its title, and no country |

use super::lexicon::{self, Class, OF_SEVERAL_STATES};
use super::passage::Passage;
use super::role::FoundRole;
use super::token::TokenKind;
use super::words::Words;

/// Whether all of somebody's posts are those of companies, universities, clubs or charities.
///
/// In "President and CEO of Ostby Foods" the first post is held where the second one is.
pub(super) fn are_private(passage: &Passage<'_>, roles: &[FoundRole]) -> bool {
    let mut shares = false;
    !roles.is_empty()
        && roles.iter().rev().all(|role| {
            let is_bare = || role.complement.is_none() && role.country.is_none();
            let may_share = || is_bare() && EITHER.contains(&role.row.head);
            let private = is_private(passage, role) || shares && may_share();
            shares = private;
            private
        })
}

/// Whether a post that is written in small letters is a public one, by what stands with it: "governor of the central bank",
/// "undersecretary for administration", "chief executive of the Roads Agency".
pub(super) fn is_public(passage: &Passage<'_>, role: &FoundRole) -> bool {
    const MOST: usize = 6;
    let head = &role.row.head;
    if role.plural || is_membership(passage, role) || BUSINESS.contains(head) && !CHIEFS.contains(head) {
        return false;
    }
    let link = role.tokens.end;
    let next = if role.complement.is_none() && passage.is_any(link, words!["at", "for", "in", "of", "to"]) {
        (link + 1..link + 1 + MOST).take_while(|&at| passage.kind(at).is_word()).count()
    } else {
        0
    };
    // "the city’s │ finance director"
    let start = role.tokens.start;
    let is_owned = start.checked_sub(1).is_some_and(|mark| passage.kind(mark) == TokenKind::Possessive);
    let owner = if is_owned { 2 } else { 0 };
    // "the city’s new │ finance director"
    let new = usize::from(start.checked_sub(1).is_some_and(|new| passage.is(new, "new")));
    let is_new =
        new > 0 && start.checked_sub(2).is_some_and(|mark| passage.kind(mark) == TokenKind::Possessive);
    let owner = if is_new { 3 } else { owner };
    let words = start.saturating_sub(owner)..link + 1 + next;
    let holds = |list: &Words| words.clone().any(|at| passage.is_any(at, list));
    let is_either = EITHER.contains(head) || CHIEFS.contains(head) || role.weak || is_everyday(role);
    if holds(PRIVATE) {
        return false;
    }
    let says_what_for = role.title.len() > 1 || next > 0;
    // "agriculture secretary", "secretary of natural resources"
    let is_field = |at: usize| !role.head.contains(&at) && passage.has(at, Class::Portfolio);
    let is_secretary = role.row.head == "Secretary" && role.title.clone().any(is_field);
    if is_either {
        role.country.is_some() || is_secretary || holds(PUBLIC) || holds(OF_STATE)
    } else {
        says_what_for
    }
}

/// Whether a post makes nobody an official but in a chamber or a commission: "Member of the Society of Collectors".
pub(super) fn is_membership(passage: &Passage<'_>, role: &FoundRole) -> bool {
    const HEADS: &[&str] =
        &["Candidate", "Expert", "Fellow", "Founder", "Member", "Nominee", "Patron", "Trustee"];
    const CHAMBERS: &Words = words![
        "assembly", "board", "bureau", "cabinet", "chamber", "commission", "committee", "congress",
        "council", "court", "delegation", "duma", "government", "house", "knesset", "legislature",
        "parliament", "politburo", "senate",
    ];
    HEADS.contains(&role.row.head) && !role.tokens.clone().any(|at| passage.is_any(at, CHAMBERS))
}

/// Whether a head is too common a word to be an office by itself, whatever stands with it.
fn is_everyday(role: &FoundRole) -> bool {
    const HEADS: &[&str] = &[
        "Administrator", "Adviser", "Advisor", "Agent", "Aide", "Analyst", "Coordinator", "Counsellor",
        "Counselor", "Delegate", "Executive", "Expert", "Leader", "Manager", "Member", "Officer", "Official",
        "Organiser", "Organizer", "Principal", "Registrar", "Representative", "Secretary", "Senior Adviser",
        "Senior Advisor",
    ];
    HEADS.contains(&role.row.head)
}

/// Whether a post is one of a company, university, club or charity.
fn is_private(passage: &Passage<'_>, role: &FoundRole) -> bool {
    let title = role.tokens.clone();
    let holds =
        |words: &Words| title.clone().any(|at| passage.is_any(at, words) && passage.kind(at).is_capital());
    let of_state = || {
        role.country.is_some()
            || holds(PUBLIC)
            || is_of_public_body(passage, role)
            || title.clone().any(|at| {
                let body = passage.longest(at, Class::Organisation);
                body.is_some_and(|body| {
                    body.entry.value == OF_SEVERAL_STATES || lexicon::country(body.entry.country).is_some()
                })
            })
    };
    if BUSINESS.contains(&role.row.head) {
        return !of_state();
    }
    EITHER.contains(&role.row.head) && holds(PRIVATE) && !of_state()
}

/// "the International Monetary Fund’s │ Managing Director": whether the owner before a post is a public body.
fn is_of_public_body(passage: &Passage<'_>, role: &FoundRole) -> bool {
    const MOST: usize = 5;
    let owner = role.tokens.start.checked_sub(1).filter(|&mark| passage.kind(mark) == TokenKind::Possessive);
    owner.is_some_and(|mark| {
        (mark.saturating_sub(MOST)..mark)
            .any(|at| passage.longest(at, Class::Organisation).is_some_and(|body| at + body.len == mark))
    })
}

/// Posts of businesses and universities.
const BUSINESS: &[&str] = &[
    "Board Member",
    "CEO",
    "Chief Executive Officer",
    "Chief Financial Officer",
    "Chief Operating Officer",
    "Co-Founder",
    "Curator",
    "Executive Chairman",
    "Fellow",
    "Founder",
    "General Manager",
    "Group Managing Director",
    "Historian",
    "Managing Director",
    "Partner",
    "Professor",
    "Trustee",
];

/// Those of them that public bodies have, too.
const CHIEFS: &[&str] = &["CEO", "Chief Executive Officer", "General Manager", "Managing Director"];

/// Posts that are public ones, too.
const EITHER: &[&str] = &[
    "Chair", "Chairman", "Chairperson", "Chairwoman", "Chief Executive", "Commissioner", "Director",
    "Director General", "Director-General", "Executive Director", "General Secretary", "Head", "President",
    "Secretary General", "Vice Chair", "Vice Chairman", "Vice President",
];

/// What companies, clubs, charities and universities are called.
const PRIVATE: &Words = words![
    "associated", "association", "cbi", "chamber", "chambers", "charity", "club", "co", "college", "company",
    "corp", "corporation", "enterprises", "foods", "fifa", "foundation", "group", "holdings", "inc", "inc.",
    "industries", "institute", "league", "limited", "llc", "ltd", "ltd.", "nba", "nfl", "plc", "school",
    "society", "trust", "uefa", "university",
];

/// What is a state's, in small letters.
const OF_STATE: &Words = words![
    "assembly", "central", "city", "country", "country's", "delegation", "district", "embassy", "foreign",
    "governor", "minister", "mission", "municipal", "nation", "state", "parliamentary", "presidency",
    "president", "presidential", "provincial", "regional",
];

/// What public bodies are called.
const PUBLIC: &Words = words![
    "administration", "agency", "army", "authority", "board", "bureau", "cabinet", "commission", "committee",
    "council", "court", "defence", "defense", "department", "federal", "force", "forces", "government",
    "ministry", "national", "nations", "navy", "office", "parliament", "police", "public", "republic",
    "reserve", "royal", "secretariat", "senate", "service", "services", "state", "treasury",
];
