//! Facts and the reasons for them, for people to read.

use std::fmt::Write as _;
use std::io::{self, IsTerminal};

use newsdesk::extract::Explanation;
use newsdesk::{Facts, Meeting, Participant, Quote, Story};

use crate::report::is_styled;

/// How much of a sentence is shown before and after the words that count, in characters.
const CONTEXT: usize = 60;

/// The styles of a terminal, or none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    words: (&'static str, &'static str),
    fact: (&'static str, &'static str),
}

impl Style {
    const PLAIN: Self = Self { words: ("[", "]"), fact: ("", "") };
    const TERMINAL: Self = Self { words: ("\x1b[1;36m", "\x1b[0m"), fact: ("\x1b[1m", "\x1b[0m") };

    /// Colours on a terminal, unless they are not wanted.
    pub(crate) fn of_stdout() -> Self {
        if is_styled(io::stdout().is_terminal()) { Self::TERMINAL } else { Self::PLAIN }
    }
}

/// The facts of a story, each with the sentences that it was read in, the rules and their confidence.
pub(crate) fn explained(story: &Story, explanations: &[Explanation<'_>], style: Style) -> String {
    let mut told = String::new();
    let _ = writeln!(told, "{}{}{}", style.fact.0, story.headline.trim(), style.fact.1);
    let mut last = "";
    for explanation in explanations {
        if explanation.fact != last {
            last = &explanation.fact;
            let summary = summary(&story.facts, last);
            let _ = writeln!(told, "\n{}{last}{}  {summary}", style.fact.0, style.fact.1);
        }
        let evidence = explanation.evidence;
        let rule = if evidence.rule.is_empty() { "-" } else { &evidence.rule };
        let _ = writeln!(
            told,
            "  {:>3} %  {rule:<20}  {:<10}  {}{}",
            evidence.confidence.as_percent(),
            evidence.part.to_string(),
            shown(explanation, style),
            if evidence.in_quote { "  (in a quotation)" } else { "" },
        );
    }
    if explanations.is_empty() {
        told.push_str("\nNo facts were found.\n");
    }
    told
}

/// The sentence on one line, with marks around the words that count and dots for what is left out.
fn shown(explanation: &Explanation<'_>, style: Style) -> String {
    let from = explanation.evidence.start.saturating_sub(explanation.start);
    let to = explanation.evidence.end.saturating_sub(explanation.start);
    let part = |range: std::ops::Range<usize>| {
        let text = explanation.sentence.get(range).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (before, words, after) = (part(0..from), part(from..to), part(to..explanation.sentence.len()));
    let gap = |side: &str, text: std::ops::Range<usize>| {
        let gap = explanation.sentence.get(text).unwrap_or_default();
        let spaced = if side == "before" {
            gap.ends_with(char::is_whitespace)
        } else {
            gap.starts_with(char::is_whitespace)
        };
        if spaced { " " } else { "" }
    };
    format!(
        "{}{}{}{words}{}{}{}",
        last_of(&before),
        gap("before", 0..from),
        style.words.0,
        style.words.1,
        gap("after", to..explanation.sentence.len()),
        first_of(&after),
    )
}

fn first_of(text: &str) -> String {
    match text.char_indices().nth(CONTEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn last_of(text: &str) -> String {
    match text.char_indices().rev().nth(CONTEXT) {
        Some((start, _)) => format!("…{}", text.get(start..).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A fact in a few words, by its id.
fn summary(facts: &Facts, id: &str) -> String {
    let is = |known: &newsdesk::Id| known.as_str() == id;
    if let Some(official) = facts.officials.iter().find(|official| is(&official.id)) {
        return official.to_string();
    }
    if let Some(organisation) = facts.organisations.iter().find(|organisation| is(&organisation.id)) {
        return organisation.to_string();
    }
    if let Some(visit) = facts.visits.iter().find(|visit| is(&visit.id)) {
        return named(facts, &visit.to_string());
    }
    if let Some(meeting) = facts.meetings.iter().find(|meeting| is(&meeting.id)) {
        return of_meeting(facts, meeting);
    }
    if let Some(commemoration) = facts.commemorations.iter().find(|commemoration| is(&commemoration.id)) {
        return named(facts, &commemoration.to_string());
    }
    if let Some(quote) = facts.quotes.iter().find(|quote| is(&quote.id)) {
        return of_quote(facts, quote);
    }
    let date = id.strip_prefix("date-").and_then(|number| number.parse::<usize>().ok());
    let mention = date.and_then(|number| facts.dates.get(number.checked_sub(1)?));
    let edtf = mention.map(|mention| mention.date.edtf().unwrap_or_else(|| "not resolved".to_owned()));
    edtf.unwrap_or_default()
}

fn of_meeting(facts: &Facts, meeting: &Meeting) -> String {
    let list = |who: &[Participant]| who.iter().map(|who| name(facts, who)).collect::<Vec<_>>().join(", ");
    let status = meeting.status.as_ref().map(|status| format!(", {status}")).unwrap_or_default();
    format!("{} with {} ({}{status})", list(&meeting.party), list(&meeting.with), meeting.mode)
}

fn of_quote(facts: &Facts, quote: &Quote) -> String {
    quote.speaker.as_ref().map_or_else(|| "speaker unknown".to_owned(), |speaker| name(facts, speaker))
}

/// A sentence with the names of officials in place of their ids.
fn named(facts: &Facts, sentence: &str) -> String {
    let mut named = String::with_capacity(sentence.len());
    for (index, word) in sentence.split(' ').enumerate() {
        named.push_str(if index > 0 { " " } else { "" });
        let id = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let official = facts.officials.iter().find(|official| official.id.as_str() == id);
        match official {
            Some(official) => {
                named.push_str(
                    &official.name.as_ref().map_or_else(|| official.to_string(), ToString::to_string),
                );
                named.push_str(word.get(id.len()..).unwrap_or_default());
            }
            None => named.push_str(word),
        }
    }
    named
}

fn name(facts: &Facts, who: &Participant) -> String {
    if let Participant::Described(words) = who {
        return words.clone();
    }
    let official = who.id().and_then(|id| facts.official(id));
    let name = official
        .map(|official| official.name.as_ref().map_or_else(|| official.to_string(), ToString::to_string));
    name.or_else(|| who.id().map(ToString::to_string)).unwrap_or_default()
}
