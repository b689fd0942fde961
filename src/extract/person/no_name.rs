//! What looks like a name and names no person: "Captain Cook Memorial", "San Diego", "BHP".

use std::ops::Range;

use crate::extract::features::Features;
use crate::extract::lexicon::{self, AMBIGUOUS, Class};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// Whether words that follow a title are no person's name but the end of a thing's: "King Street",
/// "Prince of Wales Theatre", "Captain Cook Memorial".
pub(super) fn names_a_thing(passage: &Passage<'_>, name: Range<usize>) -> bool {
    if passage.shouts {
        return false;
    }
    let thing = |at: usize| passage.longest(at, Class::Thing).filter(|_| passage.kind(at).is_capital());
    if thing(name.end).is_some() && !passage.begins_sentence(name.end) || is_of_union(passage, name.end) {
        return true;
    }
    let last = name.end.saturating_sub(1);
    let Some(noun) = thing(last).filter(|_| !is_second_barrel(passage, last)) else { return false };
    let before = last.checked_sub(1);
    let title = name.start.checked_sub(1);
    let of_royal = title
        .and_then(|title| passage.longest(title, Class::Role))
        .is_some_and(|role| lexicon::role(role.entry.value).is_some_and(|row| row.kind == "royal"));
    let of_rank = title.is_some_and(|title| passage.has(title, Class::Rank));
    let follows_given = before.is_some_and(|before| passage.has(before, Class::Given));
    // "Col. Tobin Green", "Mr Tobin Hill": nothing is called so but a person.
    let is_addressed = title.is_some_and(|title| {
        passage.has(title, Class::Honorific) && !passage.has(title, Class::Role)
            || of_rank && passage.word(title).ends_with('.')
    });
    let follows_given = follows_given || is_addressed;
    let is_surname = noun.entry.flags & AMBIGUOUS != 0 && !of_royal;
    !is_surname || if name.len() == 1 { of_rank } else { !follows_given }
}

/// "Master Builders│' Association": whether a body of several follows, to whom the words before it belong.
fn is_of_union(passage: &Passage<'_>, end: usize) -> bool {
    const UNIONS: &Words = words![
        "alliance", "association", "club", "council", "federation", "guild", "league", "society",
        "syndicate", "union",
    ];
    let is_of_several = passage.kind(end) == TokenKind::Possessive && matches!(passage.word(end), "'" | "’");
    is_of_several && passage.kind(end + 1) == TokenKind::Capital && passage.is_any(end + 1, UNIONS)
}

/// "San Diego", "Casablanca", "IBM": no name begins with a place that can be nothing else, nor with a short acronym.
pub(super) fn is_place_or_acronym(passage: &Passage<'_>, at: usize) -> bool {
    const SHORT: usize = 3;
    const LARGE: u32 = 500_000;
    let stands_alone = !passage.kind(at + 1).is_capital();
    let is_place = passage.matches(at).iter().any(|found| {
        let is_sure = found.entry.flags & AMBIGUOUS == 0 && found.entry.value >= LARGE && stands_alone;
        found.is(Class::City) && (found.len > 1 || is_sure)
            || (found.is(Class::Region) || found.is(Class::Organisation)) && found.len > 1
    });
    let word = passage.word(at);
    let is_acronym = passage.kind(at) == TokenKind::AllCaps
        && !passage.shouts
        && word.len() <= SHORT
        && !word.contains('.');
    // "BHP Billiton": no family name is without a vowel.
    let is_spelt = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase() && !"AEIOUY".contains(c));
    is_place || is_acronym && (stands_alone || is_spelt)
}

/// "Lane" of "Ana Virta-Lane": a noun as the second half of a surname.
pub(super) fn is_second_barrel(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|hyphen| passage.is_hyphen(hyphen))
}

/// "KP Sharma": two initials without full stops, before a name.
pub(super) fn are_initials(passage: &Passage<'_>, at: usize) -> bool {
    // "IAEA Director DG Berg"
    const OFFICES: &Words = words!["ag", "cm", "dg", "hr", "sg", "vp"];
    let letters = passage.word(at).as_bytes();
    passage.kind(at) == TokenKind::AllCaps
        && !passage.is_any(at, OFFICES)
        && letters.len() == 2
        && letters.is_ascii()
        && passage.kind(at + 1) == TokenKind::Capital
        && !passage.has_any(at + 1, Features::classes(&[Class::Role, Class::Thing, Class::Common]))
        && !passage.shouts
}

/// Verbs of headlines, which have a capital there: "Premier │ Amends Travel Plans", "PRIME MINISTER BERG │ PAYS RESPECT".
const VERBS_OF_HEADLINES: &Words = words![
    "accepts", "accuses", "achieves", "activates", "adopts", "advises", "alerts", "alleges", "amends",
    "amplifies", "anticipates", "apologises", "apologizes", "appeals", "applauds", "appoints", "approves",
    "arraigns", "assails", "assents", "assigns", "assists", "assures", "attains", "attributes", "audits",
    "authorises", "authorizes", "awaits", "backs", "bans", "begs", "bestows", "bids", "blames", "blasts",
    "blocks", "bolsters", "boosts", "braves", "breaches", "breaks", "briefs", "bypasses", "captures",
    "celebrates", "cements", "certifies", "champions", "cites", "clarifies", "clashes", "clears", "clinches",
    "closes", "combats", "comforts", "commemorates", "commends", "commutes", "compels", "completes",
    "compliments", "concedes", "concurs", "condoles", "conducts", "confers", "congratulates", "consoles",
    "consults", "contends", "contests", "contradicts", "convicts", "convinces", "counsels", "criticises",
    "criticizes", "curbs", "customises", "dares", "debunks", "decides", "decorates", "decries", "dedicates",
    "deepens", "defends", "defers", "delights", "demolishes", "demotes", "denies", "deplores", "deploys",
    "deports", "deputises", "derides", "designates", "detains", "deters", "develops", "dines", "directs",
    "disagrees", "disapproves", "disbands", "disburses", "discloses", "discourages", "dismantles",
    "dismisses", "dispatches", "dispels", "displays", "disputes", "dissolves", "donates", "downplays",
    "drafts", "dresses", "drops", "earmarks", "earns", "eases", "echoes", "elevates", "embarks", "embraces",
    "empowers", "emulates", "enacts", "endorses", "enforces", "engages", "enhances", "enjoys", "enters",
    "entertains", "entrusts", "envisions", "eulogises", "eulogizes", "evacuates", "examines", "exceeds",
    "executes", "exempts", "exhorts", "exonerates", "expands", "expedites", "expels", "exposes", "expresses",
    "extradites", "facilitates", "farewells", "favors", "favours", "felicitates", "fights", "files", "finds",
    "finishes", "flanks", "flays", "floats", "focuses", "forbids", "forecasts", "foresees", "forgives",
    "forwards", "fosters", "frees", "freezes", "fulfils", "garners", "gathers", "hails", "halts", "hears",
    "hints", "hits", "hoists", "honors", "honours", "hugs", "ignites", "impeaches", "implements", "imposes",
    "impounds", "impresses", "improves", "indicts", "informs", "infuses", "initiates", "inks", "insists",
    "inspires", "installs", "instals", "instructs", "interacts", "interrogates", "intervenes", "interviews",
    "introduces", "investigates", "invests", "invites", "invokes", "jails", "jets", "jumps", "keeps",
    "kicks", "kisses", "knocks", "lambasts", "laments", "lauds", "learns", "legislates", "liaises",
    "liberates", "lifts", "listens", "lodges", "loses", "lowers", "mandates", "mediates", "mends", "mentors",
    "merges", "mobilises", "mobilizes", "moderates", "modernises", "modernizes", "monitors", "motivates",
    "mourns", "mulls", "navigates", "neglects", "nixes", "nods", "nominates", "notches", "notifies",
    "nudges", "obtains", "occupies", "okays", "oks", "opposes", "opts", "ousts", "outpaces", "overrules",
    "owes", "pardons", "parries", "passes", "patrols", "pauses", "pays", "penalises", "penalizes",
    "performs", "permits", "persuades", "petitions", "picks", "pioneers", "pleads", "pleases", "pledges",
    "portrays", "pounds", "pours", "praises", "prays", "preaches", "predicts", "prefers", "presides",
    "presses", "prevents", "prioritises", "prioritizes", "probes", "proffers", "prohibits", "prolongs",
    "promulgates", "propels", "prosecutes", "protests", "publishes", "pulls", "pursues", "pushes", "queries",
    "quits", "raids", "rallies", "ranks", "ratifies", "reacts", "reaps", "rebukes", "rebuts", "recaps",
    "recites", "recommends", "reconvenes", "recovers", "rectifies", "reduces", "refers", "refurbishes",
    "refuses", "refutes", "registers", "regrets", "reinforces", "reinstates", "reiterates", "rejects",
    "relaxes", "releases", "remembers", "reminds", "removes", "renames", "renews", "renounces", "reopens",
    "repeals", "replaces", "reprimands", "requires", "reschedules", "rescinds", "reshapes", "reshuffles",
    "resigns", "restores", "restricts", "resumes", "retains", "retires", "retracts", "reunites", "revamps",
    "revises", "revives", "revokes", "rewards", "rides", "rolls", "runs", "sacks", "salutes", "sanctions",
    "savors", "scolds", "scores", "scraps", "screens", "seizes", "selects", "sells", "settles", "shakes",
    "shelves", "shields", "shoots", "shortens", "shuffles", "shuts", "sidesteps", "signals", "silences",
    "simplifies", "sings", "sits", "skips", "slams", "slaps", "slashes", "snubs", "solicits", "speeds",
    "spells", "splits", "sponsors", "spotlights", "spurs", "stalls", "stays", "steers", "stirs",
    "streamlines", "strives", "struggles", "stuns", "submits", "succeeds", "sues", "summarizes", "summons",
    "surpasses", "suspends", "swaps", "swears", "tables", "tells", "terminates", "testifies", "thrashes",
    "throws", "thwarts", "tightens", "toasts", "tops", "toughens", "touts", "tracks", "transforms", "treats",
    "tries", "trims", "triumphs", "trumps", "twins", "uncovers", "undertakes", "unfurls", "unites",
    "unlocks", "unravels", "upgrades", "upholds", "uplifts", "uproots", "usurps", "vacates", "validates",
    "vetoes", "vindicates", "volunteers", "vouches", "wades", "waives", "walks", "warms", "watches",
    "weighs", "whips", "widens", "wields", "wins", "withdraws", "withholds", "witnesses", "wonders", "woos",
    "wraps", "yields",
];

/// Nouns of what somebody does, in the heads of programmes: "Secretary General │ Doorstep".
const NOUNS_OF_PROGRAMMES: &Words =
    words!["doorstep", "doorstop", "jubilee", "keynote", "readout", "briefing", "interview"];

/// Whether a word with a capital tells what somebody does, and is no name.
pub(in crate::extract) fn tells_what_is_done(passage: &Passage<'_>, at: usize) -> bool {
    let is_headline = passage.part == Part::Headline || passage.shouts;
    is_headline && passage.is_any(at, VERBS_OF_HEADLINES) || passage.is_any(at, NOUNS_OF_PROGRAMMES)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn those_to_whom_a_union_belongs_are_nobody() {
        let text = "The Minister met representatives of the Queensland Master Builders' Association and Premier Ann Hale's Office.";
        assert_eq!(officials("AU", text).last().map(String::as_str), Some("Ann Hale | Premier | AU"));
        assert!(officials("AU", text).iter().all(|told| !told.contains("Builders")));
    }

    #[test]
    fn two_letters_before_a_name_are_initials() {
        let text = "Prime Minister KP Bergson met Minister TV Program and Speaker GD Virtanen.";
        assert_eq!(officials("NP", text), ["KP Bergson | Prime Minister | NP", "GD Virtanen | Speaker | NP"]);
    }

    #[test]
    fn letters_of_a_body_may_be_initials() {
        let text = "Hon. E.P. Chet Lawson, Minister of Trade, met Speaker Moses arap Too. The E.U. Ambassador, Ana Virta, left.";
        assert_eq!(
            officials("AG", text),
            [
                "E.P. Chet Lawson | Minister of Trade | AG",
                "Moses arap Too | Speaker | AG",
                "Ana Virta | E.U. Ambassador | EU"
            ]
        );
        let told =
            officials("EG", "Foreign Minister Sam Shok received his Iranian counterpart Amir Abdel Rahm.");
        assert!(told.iter().any(|told| told.starts_with("Amir Abdel Rahm | ")), "{told:?}");
    }

    #[test]
    fn verbs_of_headlines_are_no_names() {
        use crate::extract::told::headed;
        for (headline, told) in [
            ("Premier Amends Upcoming Travel Plans", "Michael Dunkel | Premier | BM"),
            ("PREMIER DUNKEL PAYS RESPECT TO FALLEN", "Michael Dunkel | Premier | BM"),
            ("Premier Farewells High Commissioner to Ostland", "Michael Dunkel | Premier | BM"),
            ("High Commissioner to Australia Presents His Credentials", "Michael Dunkel | Premier | BM"),
            ("Premier Dunkel Lauds Team", "Michael Dunkel | Premier | BM"),
            ("Premier Dunkel Monitors Flooding Response in Ostby", "Michael Dunkel | Premier | BM"),
        ] {
            assert_eq!(headed("BM", headline, "Premier Michael Dunkel spoke."), [told], "{headline}");
        }
        let text = "Secretary General Doorstep at the meeting. Secretary General Bo Hale will speak.";
        assert_eq!(headed("NO", "", text), ["Bo Hale | Secretary General | NO"]);
    }
}
