//! Those who go in the place of others: "The Minister of Finance will represent him."

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, clause_end, is_passive, of, subject};
use super::super::lexicon::{Frame, Tense};
use super::super::meeting::status;
use super::super::modality::{Modality, modality};
use super::scene;
use crate::model::{Id, Participant, Visit};

/// Adds the visits of those who represent somebody where the story has said that the other was to go.
pub(super) fn add(text: &Annotated<'_>, visits: &mut Vec<Visit>) {
    for hook in text.hooks.iter().filter(|hook| of(hook, Frame::Attend)) {
        if let Some(visit) = substitute(text, hook, visits) {
            visits.push(visit);
        }
    }
}

fn substitute(text: &Annotated<'_>, hook: &Hook, visits: &[Visit]) -> Option<Visit> {
    /// How far after the verb whom it is about may stand.
    const REACH: usize = 8;
    let passage = &text.passage;
    let represents = passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("represent");
    if !represents
        || hook.trigger.tense == Tense::Noun
        || is_passive(passage, hook)
        || passage.in_quote(hook.tokens.start)
    {
        return None;
    }
    let told = modality(passage, &hook.sentence, hook.tokens.start, hook.trigger.tense);
    if matches!(told, Modality::Unreal | Modality::Cancelled) || !scene::of_event(text, hook).is_empty() {
        return None;
    }
    let end = clause_end(passage, &hook.sentence, hook.tokens.end).min(hook.tokens.end + REACH);
    let [other] = within(&text.people, hook.tokens.end..end) else { return None };
    let doers = subject(text, &hook.sentence, hook.tokens.start).iter().map(|person| person.who.clone());
    let doers: Vec<Participant> = doers.filter(|who| who.id().is_some() && *who != other.who).collect();
    let is_instead = |visit: &&Visit| !visit.background && visit.visitors.contains(&other.who);
    let instead = visits.iter().rev().find(is_instead).filter(|_| !doers.is_empty())?;
    let mut visit = Visit::new(Id::numbered("visit", 1));
    visit.visitors = doers;
    visit.legs.clone_from(&instead.legs);
    visit.dates.clone_from(&instead.dates);
    visit.status = status(told);
    visit.direction.clone_from(&instead.direction);
    visit.evidence.push(passage.evidence(hook.tokens.start..other.tokens.end, "represents", 70));
    Some(visit)
}
