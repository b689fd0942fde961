//! The office that somebody is appointed to, or holds by the words of a verb: "has been appointed", "was most
//! recently", "was sworn in as".

use super::Sighting;
use super::appositive::ends_phrase;
use super::post::{after_post_of, office_entered, office_left, served_as};
use super::titled::titled_name;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::private_post::is_public;
use crate::extract::role::{FoundRole, role_at, role_of_place_at, role_or_acronym_at};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// "has been appointed Her Majesty's Ambassador to Peru", "was most recently Ambassador to Peru", "as Chile's next
/// Ambassador to Peru" after a name: the office to come, or the one held.
///
/// Of one who is known to hold office, an office in small letters counts that is held in a body: "commander of the
/// 10th Division".
pub(super) fn appointed(passage: &Passage<'_>, end: usize, is_known: bool) -> Option<FoundRole> {
    const AUXILIARIES: &Words = words![
        "has", "have", "had", "been", "will", "be", "was", "is", "today", "currently", "also", "earlier",
        "later", "now", "previously", "subsequently", "officially", "formally", "recently", "since", "would"
    ];
    const HOLDS: &Words = words![
        "appointed", "reappointed", "confirmed", "designated", "redesignated", "made", "promoted", "named",
        "nominated", "assigned", "elected", "elevated", "posted", "is", "was", "be", "been", "as", "become",
        "becomes", "becoming", "became", "remain", "remains", "serve", "serves", "served", "serving",
    ];
    const MOST: usize = 4;
    if passage.is_any(end, words!["on", "upon"]) {
        // "congratulated Ana Virta on her election as President"
        if passage.is_any(end + 1, words!["his", "her", "their"]) {
            return office_taken_up(passage, end + 2);
        }
        // "I congratulate Ana Virta on becoming Deputy Leader"
        if passage.is(end + 1, "becoming") {
            return office_at(passage, end + 2, is_known);
        }
    }
    // "Ana Virta, who │ took office as Minister of Trade,"
    let start = if passage.is_mark(end, ',') && passage.is(end + 1, "who") { end + 2 } else { end };
    // "asked Ana Virta │ to act as Treasurer", "Ana Virta, │ acting as Treasurer,"
    let asked = start + usize::from(passage.is(start, "to") || passage.is_mark(start, ','));
    if asked > start
        && let Some(office) = served_as(passage, asked)
    {
        return office_at(passage, office, is_known);
    }
    let auxiliaries = (start..start + MOST).take_while(|&at| passage.is_any(at, AUXILIARIES)).count();
    let verb = start + auxiliaries;
    if let Some(office) = office_entered(passage, verb).or_else(|| office_left(passage, verb)) {
        return office_at(passage, office, is_known);
    }
    if let Some(office) = served_as(passage, verb) {
        return office_at(passage, office, is_known);
    }
    // "the appointment of Ana Virta to the position of Attorney General"
    if let Some(office) = after_post_of(passage, verb) {
        return office_at(passage, office, is_known);
    }
    // "Ana Virta, appointed Minister of Trade in May,"
    let participle = end + 1 + usize::from(passage.is_any(end + 1, words!["just", "newly", "recently"]));
    if passage.is_mark(end, ',') && passage.is_any(participle, GIVEN) {
        return office_at(passage, participle + 1, is_known);
    }
    let again = usize::from(passage.is(verb, "re"));
    let verb = verb + again + usize::from(again == 1 && passage.is_hyphen(verb + 1));
    let is_verb = passage.is_any(verb, HOLDS);
    // "The President has appointed": somebody else.
    let is_passive = (end..verb).any(|at| passage.is_any(at, words!["be", "been", "is", "was"]));
    if auxiliaries > 0 && !is_passive && passage.is_any(verb, GIVEN) {
        return None;
    }
    // "has been nominated │ for the post of head of the Ministry of Culture"
    if is_passive
        && is_verb
        && let Some(office) = after_post_of(passage, verb + 1)
    {
        return office_at(passage, office, is_known);
    }
    let verb = if is_verb && auxiliaries > 0 { after_agent(passage, verb) } else { verb };
    let leads = passage.is_any(verb, words!["as", "becomes", "became", "remains", "serves", "served"]);
    // "Ana Virta, to be │ Governor", "to serve as │ Governor"
    let to = verb + usize::from(passage.is_mark(verb, ','));
    let comes = to > verb && passage.reads(to, &["to", "be"]);
    if auxiliaries == 0 && !leads && !comes {
        return None;
    }
    // "Ana Virta to be named │ Parliamentary Secretary"
    if comes && passage.is(to + 1, "be") && passage.is_any(to + 2, GIVEN) {
        return office_at(passage, to + 3, is_known);
    }
    office_at(passage, verb + usize::from(is_verb || passage.is_mark(verb, ',')), is_known)
}

/// "has named Ana Virta │ chair of the Trade Commission": the office right behind a name, given by the verb before it.
pub(super) fn given_to(passage: &Passage<'_>, name: usize, end: usize, is_known: bool) -> Option<FoundRole> {
    const VERBS: &Words = words![
        "appoint", "appointed", "appointing", "appoints", "elect", "elected", "electing", "elects", "made",
        "name", "named", "names", "naming",
    ];
    const MOST: usize = 3;
    let is_given =
        (1..=MOST).filter_map(|back| name.checked_sub(back)).any(|verb| passage.is_any(verb, VERBS));
    let role = is_given.then(|| office_at(passage, end, is_known)).flatten()?;
    // "appointed Ana Virta Minister Ola Berg’s deputy": somebody else's.
    (role.title.len() > 1 || role.is_of_one(passage)).then_some(role)
}

/// What is done to whom an office is given.
const GIVEN: &Words = words![
    "appointed", "assigned", "confirmed", "designated", "elected", "elevated", "made", "named", "nominated",
    "posted", "promoted", "reappointed"
];

/// The office at a token, or after words that lead to it: "as Chile's next │ Ambassador to Peru".
fn office_at(passage: &Passage<'_>, start: usize, is_known: bool) -> Option<FoundRole> {
    const BEFORE_OFFICE: &Words = words![
        "a", "an", "as", "to", "be", "the", "his", "her", "majesty", "new", "next", "first", "most",
        "recently", "currently", "previously", "formerly", "serve", "also", "now", "then", "its", "our",
        "their", "female", "incoming",
    ];
    const MOST: usize = 8;
    let mut at = start;
    while at < start + MOST {
        let owner = passage.longest_of(at, &[Class::Country, Class::Region]).map(|place| at + place.len);
        // "served as the Governor's │ Special Adviser"
        let owner = owner.or_else(|| {
            let office = passage.longest(at, Class::Role).filter(|_| passage.kind(at).is_capital())?;
            Some(at + office.len)
        });
        // "as the Department's incoming │ Spokesperson", "named the state's │ agriculture secretary"
        let is_noun = |at: usize| matches!(passage.kind(at), TokenKind::Capital | TokenKind::Lower);
        let owner = owner.or_else(|| Some(at + 1).filter(|_| is_noun(at)));
        // "First Assistant Secretary": the word is of the office.
        let is_of_office = passage.is(at, "first") && passage.has(at, Class::Role);
        match owner {
            Some(owner) if passage.kind(owner) == TokenKind::Possessive => at = owner + 1,
            _ if !is_of_office && passage.is_any(at, BEFORE_OFFICE)
                || passage.kind(at) == TokenKind::Possessive
                // "has been the most successful │ Trade Minister"
                || passage.kind(at) == TokenKind::Lower && passage.is(at.wrapping_sub(1), "most")
                || passage.kind(at) == TokenKind::Number && passage.word(at).ends_with("th")
                || passage.is_hyphen(at) && passage.is(at + 1, "ever")
                || passage.is(at, "ever") && passage.is_hyphen(at.wrapping_sub(1)) =>
            {
                at += 1;
            }
            _ => break,
        }
    }
    let role = role_or_acronym_at(passage, at).or_else(|| role_of_place_at(passage, at))?;
    // "was Prime Minister Key's idea", "is Director-General for now": the office must end there.
    let end = role.tokens.end;
    let is_all = !passage.kind(end).is_capital() && passage.kind(end) != TokenKind::Possessive;
    (is_office(passage, &role, is_known) && is_all).then_some(role)
}

/// Grades of orders, which are offices elsewhere.
const HONOURS: &[&str] = &["Commander", "Companion", "Fellow", "Knight", "Member", "Officer"];

/// Whether a role is an office that one person holds: in capitals, or in small letters with its field and of the state,
/// or of a body in capitals.
pub(super) fn is_office(passage: &Passage<'_>, role: &FoundRole, is_known: bool) -> bool {
    const OF_STATE: &[&str] =
        &["minister", "deputy-minister", "head-of-government", "head-of-state", "ambassador"];
    let is_plain = role.title.len() > 1
        && (OF_STATE.contains(&role.row.kind) || role.row.head.ends_with("Permanent Secretary"));
    // "an Honorary Officer of the Order of Australia" is an honour.
    let order = role.complement.clone().is_some_and(|body| passage.is(body.start, "order"));
    if HONOURS.contains(&role.row.head) && (order || passage.is_any(role.title.start, words!["honorary"])) {
        return false;
    }
    let is_candidate = role.row.head == "Candidate";
    // "has served as UNMISS head"
    let is_acronym = role.title.start < role.head.start
        && passage.kind(role.title.start) == TokenKind::AllCaps
        && !passage.shouts;
    let is_of_body = is_known && !is_candidate && role.complement.is_some();
    role.is_of_one(passage)
        || is_acronym && !role.plural
        || !role.weak && !role.plural && (is_plain || is_of_body || !is_candidate && is_public(passage, role))
}

/// "appointed by the Political Bureau │ as Secretary": the last word before "as", where it is told by whom.
fn after_agent(passage: &Passage<'_>, verb: usize) -> usize {
    const MOST: usize = 8;
    let is_word = |at: usize| passage.kind(at).is_word() || passage.kind(at) == TokenKind::Possessive;
    let agent = (verb + 2..verb + 2 + MOST).take_while(|&at| is_word(at)).find(|&at| passage.is(at, "as"));
    agent.filter(|_| passage.is(verb + 1, "by")).map_or(verb, |link| link - 1)
}

/// "… as Attorney-General │ and Minister for Emergency Management": the offices that somebody takes on beside another.
pub(super) fn other_offices(passage: &Passage<'_>, end: usize) -> Vec<FoundRole> {
    const MOST: usize = 3;
    let mut offices = Vec::new();
    let mut end = end;
    while offices.len() < MOST {
        let comma = usize::from(passage.is_mark(end, ','));
        let and = usize::from(passage.is(end + comma, "and"));
        if comma + and == 0 {
            break;
        }
        // "… as Deputy High Commissioner to Kenya and as Consul-General in Houston"
        let again = usize::from(passage.is(end + comma + and, "as"));
        let Some(role) = role_at(passage, end + comma + and + again) else { break };
        let next = role.tokens.end;
        let begins_next = passage.is_mark(next, ',') && titled_name(passage, next + 1).is_some();
        if !is_office(passage, &role, false) || begins_next || !ends_phrase(passage, next) {
            break;
        }
        offices.push(role);
        end = next;
    }
    offices
}

/// The office in "(her) appointment as Minister of Trade", "(his) Letters of Credence as Ambassador of Peru", "(her)
/// assumption of the office of President".
pub(super) fn office_taken_up(passage: &Passage<'_>, at: usize) -> Option<FoundRole> {
    const NOUNS: &Words = words![
        "appointment", "assumption", "chairmanship", "credence", "credentials", "election", "elevation",
        "inauguration", "installation", "job", "leadership", "nomination", "portfolio", "position", "post",
        "reappointment", "re-election", "role", "selection", "service", "stint", "tenure", "term", "time",
    ];
    const MOST: usize = 6;
    let noun = (at..at + MOST).find(|&at| passage.is_any(at, NOUNS))?;
    let office = passage
        .is_any(noun + 1, words!["of", "to"])
        .then(|| noun + 2 + usize::from(passage.is(noun + 2, "the")));
    let is_office =
        |at: usize| passage.is_any(at, words!["office", "position", "post", "presidency", "role"]);
    let link = office.filter(|&office| is_office(office)).map_or(noun + 1, |office| office + 1);
    let leads = passage.is(link, "as") || link > noun + 1 && passage.is(link, "of");
    let start = link + 1 + usize::from(passage.is_any(link + 1, words!["the", "a", "an"]));
    let role = leads.then(|| role_at(passage, start)).flatten()?;
    (role.is_of_one(passage) && ends_phrase(passage, role.tokens.end)).then_some(role)
}

/// Verbs between whoever takes an office over and whoever leaves it.
pub(in crate::extract) const SUCCEEDS: &Words =
    words!["replace", "replaced", "replaces", "replacing", "succeed", "succeeded", "succeeding", "succeeds"];

/// "Ana Virta will replace Ola Berg as Minister of Trade": the office is that of both.
pub(super) fn succeeds(passage: &Passage<'_>, successor: &Sighting, holder: &Sighting) -> bool {
    const BEFORE: &Words = words!["and", "has", "is", "to", "who", "will"];
    let between = successor.tokens.end..holder.tokens.start;
    let is_link = |at: usize| passage.is_any(at, BEFORE) || passage.is_mark(at, ',');
    successor.name.is_some()
        && between.clone().next_back().is_some_and(|verb| passage.is_any(verb, SUCCEEDS))
        && between.rev().skip(1).all(is_link)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn offices_are_entered_by_many_words() {
        let text = "Shri Ashok Vaishna assumed charge as Secretary, Ministry of Coal. General Nestor Mempa has been assigned by \
                    the Political Bureau as Secretary of the Council. Mempa was commander of the 10th Division. Senator Will \
                    Toganiva spoke of Toganiva’s appointment as Ambassador to Samoa. Ana Virta, who was elected Speaker, left.";
        assert_eq!(
            officials("IN", text),
            [
                "Ashok Vaishna | Secretary, Ministry of Coal | IN",
                "Nestor Mempa | Secretary of the Council; commander of the 10th Division | IN",
                "Will Toganiva | Senator; Ambassador to Samoa | IN",
                "Ana Virta | Speaker | IN"
            ]
        );
    }

    #[test]
    fn whom_one_congratulates_or_welcomes_has_the_office() {
        let text = "I congratulate Megana Suri on her assumption of the office of President of Indonesia. I also congratulate \
                    Letho Tangbi on his election as Speaker. I look forward to welcoming Vedan Patal as the Department's \
                    incoming Principal Deputy Spokesperson.";
        assert_eq!(
            officials("US", text),
            [
                "Megana Suri | President of Indonesia | ID",
                "Letho Tangbi | Speaker | US",
                "Vedan Patal | Principal Deputy Spokesperson | US"
            ]
        );
        let told = officials("FI", "I congratulate Ana Mata on becoming the Minister for Health.");
        assert_eq!(told, ["Ana Mata | Minister for Health | FI"]);
    }

    #[test]
    fn whom_somebody_appoints_has_the_office() {
        let text = "Mr Charles Salwa has appointed MP for Malek, Ana Virta, as Minister of Health. He appointed Ola Berg of \
                    Pakistan as his Special Envoy for Sudan, and Anton Auga, who most recently served as Ambassador to Peru, \
                    to serve as Governor. Senator Ivo Kopu was sworn-in as Minister for Lands.";
        assert_eq!(
            officials("VU", text),
            [
                "Ana Virta | MP for Malek; Minister of Health | VU",
                "Ola Berg | Special Envoy for Sudan | VU",
                "Anton Auga | Ambassador to Peru; Governor | VU",
                "Ivo Kopu | Senator; Minister for Lands | VU"
            ]
        );
    }

    #[test]
    fn an_office_is_given_without_as() {
        let text = "The governor named retired Col. Jason Pruit chair of the Texas Veterans Commission. She appointed Ola Bergson Minister of Trade. Ivo Darr has been named the state’s agriculture secretary. Mark Sable was made the new Health Minister.";
        assert_eq!(
            officials("US", text),
            [
                "Jason Pruit | chair of the Texas Veterans Commission | US",
                "Ola Bergson | Minister of Trade",
                "Ivo Darr | agriculture secretary | US",
                "Mark Sable | Health Minister"
            ]
        );
    }

    #[test]
    fn the_owner_of_an_office_tells_that_it_is_public() {
        let text = "The council appointed Emily Danielson as the city’s new finance director. The firm appointed Ivo Darr as the company’s new finance director.";
        assert_eq!(officials("US", text), ["Emily Danielson | finance director | US"]);
    }
}
