//! Posts that make nobody an official: "Managing Director of Ostby Foods", "Professor of Law".
//!
//! | post | private where |
//! |---|---|
//! | that of a business or a university | no public body stands in its title |
//! | one that is public too, "Chairman", "President" | a company, club or association stands in its title, and no country |

use super::lexicon::{self, Class};
use super::passage::Passage;
use super::role::FoundRole;
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

/// Whether a post is one of a company, university, club or charity.
fn is_private(passage: &Passage<'_>, role: &FoundRole) -> bool {
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
    let title = role.tokens.clone();
    let holds =
        |words: &Words| title.clone().any(|at| passage.is_any(at, words) && passage.kind(at).is_capital());
    let of_state = || {
        role.country.is_some()
            || holds(PUBLIC)
            || title.clone().any(|at| {
                let body = passage.longest(at, Class::Organisation);
                body.is_some_and(|body| lexicon::country(body.entry.country).is_some())
            })
    };
    if BUSINESS.contains(&role.row.head) {
        return !of_state();
    }
    EITHER.contains(&role.row.head) && holds(PRIVATE) && !of_state()
}

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

/// What public bodies are called.
const PUBLIC: &Words = words![
    "administration", "agency", "army", "authority", "board", "bureau", "cabinet", "commission", "committee",
    "council", "court", "defence", "defense", "department", "federal", "force", "forces", "government",
    "ministry", "national", "nations", "navy", "office", "parliament", "police", "public", "republic",
    "reserve", "royal", "secretariat", "senate", "service", "services", "state", "treasury",
];
