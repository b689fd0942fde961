//! Posts that are entered, held and left: "took office as", "holds the post of", "resigned as", "served from 2010 to 2014 as".

use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// Where an office may begin after "sworn in as", "takes the oath as", "took office as", "assumed charge as", "holds the
/// post of", "took over from Ola Berg as", "presented his letters of credence as", "joined as".
pub(super) fn office_entered(passage: &Passage<'_>, verb: usize) -> Option<usize> {
    const VERBS: &Words = words![
        "assume", "assumed", "assumes", "held", "hold", "holding", "holds", "join", "joined", "joins",
        "occupied", "occupies", "present", "presented", "presents", "relinquish", "relinquished",
        "relinquishes", "resume", "resumed", "resumes", "step", "stepped", "steps", "submit", "submits",
        "submitted", "sworn", "take", "taken", "takes", "took", "vacate", "vacated", "vacates"
    ];
    const WORDS: &Words = words![
        "a", "appointment", "charge", "command", "commission", "credence", "credentials", "current", "down",
        "duties", "duty", "her", "his", "in", "letter", "letters", "new", "oath", "of", "office", "over",
        "portfolio", "position", "post", "role", "the", "up"
    ];
    const MOST: usize = 4;
    if !passage.is_any(verb, VERBS) {
        return None;
    }
    let is_word = |at: usize| passage.is_any(at, WORDS) || passage.is_hyphen(at) && at == verb + 1;
    let words = (verb + 1..verb + 1 + MOST).take_while(|&at| is_word(at)).count();
    let mut end = verb + 1 + words;
    if passage.is(end.wrapping_sub(1), "of") && passage.is_any(end.wrapping_sub(2), POSTS) {
        return Some(end);
    }
    let enters = words > 0 || passage.is_any(verb, words!["join", "joined", "joins", "sworn"]);
    if enters && passage.is(end, "from") {
        // "took over │ from Ola Berg │ as"
        let name = (end + 1..end + 1 + MOST).take_while(|&at| passage.kind(at).is_capital()).count();
        end += 1 + name;
    }
    (enters && passage.is(end, "as")).then_some(end + 1)
}

/// Where an office may begin after "resigned as", "was removed from her post as", "was transferred from the post of".
pub(super) fn office_left(passage: &Passage<'_>, verb: usize) -> Option<usize> {
    const VERBS: &Words = words![
        "dismissed", "fired", "ousted", "recalled", "relieved", "removed", "resign", "resigned", "resigning",
        "resigns", "retire", "retired", "retires", "retiring", "sacked", "suspended", "transferred",
    ];
    const WORDS: &Words = words![
        "as", "duties", "from", "her", "his", "job", "of", "office", "position", "post", "role", "the"
    ];
    const MOST: usize = 5;
    if !passage.is_any(verb, VERBS) {
        return None;
    }
    let words = (verb + 1..verb + 1 + MOST).take_while(|&at| passage.is_any(at, WORDS)).count();
    let last = verb + words;
    let of_post = passage.is(last, "of") && passage.is_any(last.wrapping_sub(1), POSTS);
    (words > 0 && (passage.is(last, "as") || of_post)).then_some(last + 1)
}

/// Where an office may begin after "served from 2010 to 2014 as", "served under President Berg as", "will continue to act
/// as".
pub(super) fn served_as(passage: &Passage<'_>, verb: usize) -> Option<usize> {
    const WHEN: &Words = words!["as", "during", "for", "from", "in", "since", "to", "under", "until"];
    const VERBS: &Words = words![
        "rejoined", "rejoins", "return", "returned", "returning", "returns", "serve", "served", "serves",
        "serving",
    ];
    const ACTS: &Words =
        words!["act", "acted", "acting", "acts", "continue", "continued", "continues", "continuing", "serve"];
    const CONTINUES: &Words = words!["continue", "continued", "continues", "continuing"];
    const MOST: usize = 10;
    let acts = if passage.is_any(verb, CONTINUES) && passage.is(verb + 1, "to") { verb + 2 } else { verb };
    if passage.is_any(acts, ACTS) && passage.is(acts + 1, "as") {
        return Some(acts + 2);
    }
    if !passage.is_any(verb, VERBS) || !passage.is_any(verb + 1, WHEN) {
        return None;
    }
    let is_word = |at: usize| {
        passage.kind(at).is_word() || matches!(passage.kind(at), TokenKind::Number | TokenKind::Possessive)
    };
    let mut words = (verb + 1..verb + 1 + MOST).take_while(|&at| is_word(at));
    words.find(|&at| passage.is(at, "as")).map(|link| link + 1)
}

/// Where an office may begin after "to the position of", "for the post of".
pub(super) fn after_post_of(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let leads = passage.is_any(at, words!["to", "for", "from"]) && passage.is(at + 1, "the");
    (leads && passage.is_any(at + 2, POSTS) && passage.is(at + 3, "of")).then_some(at + 4)
}

/// What an office is called that "of" names.
pub(super) const POSTS: &Words = words!["office", "portfolio", "position", "post", "role"];

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn whoever_acts_as_something_holds_the_office() {
        let text = "Mr Tom Taylar will continue to act as Secretary of Trade. I have asked Senator Ana Virta to act as Minister \
                    for Sport. The Premier said Ms Jo Berg would act as Treasurer. Mr M. H. Coddle continues as Governor of Ostby.";
        assert_eq!(
            officials("AU", text),
            [
                "Tom Taylar | Secretary of Trade | AU",
                "Ana Virta | Senator; Minister for Sport | AU",
                "Jo Berg | Treasurer | AU",
                "M. H. Coddle | Governor of Ostby | AU"
            ]
        );
    }

    #[test]
    fn offices_are_left_held_and_given_by_many_words() {
        let text = "Sandeep Rathodi was transferred from the post of City Police Commissioner. Ola Bergsen, a friend of the premier, is to serve as Minister of Finance. He nominated Ulan Kochkor for the post of Minister of Labour. Ana Virta, appointed Governor of Ostby in May, met Ivo Dar, who took over from Jo Moss as Auditor General. Mr Moss succeeds Mr A. R. Cutter, who was appointed Governor of Westby.";
        assert_eq!(
            officials("KG", text),
            [
                "Sandeep Rathodi | City Police Commissioner | KG",
                "Ola Bergsen | Minister of Finance | KG",
                "Ulan Kochkor | Minister of Labour | KG",
                "Ana Virta | Governor of Ostby | KG",
                "Ivo Dar | Auditor General | KG",
                "Jo Moss | Auditor General | KG",
                "A. R. Cutter | Governor of Westby | KG"
            ]
        );
    }

    #[test]
    fn offices_are_taken_up_and_given_up() {
        let text = "Mr Chee Wee Kanga, the current Permanent Secretary for Foreign Affairs, retires. Mr Albert Chuan will relinquish his current role as Permanent Secretary (Manpower). Mrs Ann Hale held the position of Central Province Commissioner of Police.";
        assert_eq!(
            officials("SG", text),
            [
                "Chee Wee Kanga | Permanent Secretary for Foreign Affairs | SG",
                "Albert Chuan | Permanent Secretary (Manpower) | SG",
                "Ann Hale | Central Province Commissioner of Police | LK"
            ]
        );
    }

    #[test]
    fn credentials_are_presented_as_what_somebody_is_to_be() {
        let text = "President Ana Virta received Ahmed Sidi Mohamed, who presented his credentials as the Ambassador of Mauritania. \
                    Christopher Coote joined as the High Commissioner of Canada.\nHis Excellency Archbishop Ivan Jurko\nApostolic \
                    Nuncio of the Holy See\n01 Ambassador of Chile Andres Barbo\n02 Ambassador of Peru Luis Ibarro";
        assert_eq!(
            officials("IN", text),
            [
                "Ana Virta | President | IN",
                "Ahmed Sidi Mohamed | Ambassador of Mauritania | MR",
                "Christopher Coote | High Commissioner of Canada | CA",
                "Ivan Jurko | Archbishop; Apostolic Nuncio of the Holy See | VA",
                "Andres Barbo | Ambassador of Chile | CL",
                "Luis Ibarro | Ambassador of Peru | PE"
            ]
        );
    }
}
