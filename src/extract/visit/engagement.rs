//! What the visitors do, apart from meeting people: "opened a clinic in Kisumu", "addressed the Assembly".

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, clause_end, of, subject};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::{Modality, modality};
use crate::model::{Commemoration, Engagement, Evidence, Part, Visit};

/// Adds to the visits what a text says the visitors do there. Acts of commemoration are told elsewhere.
pub(in crate::extract) fn add(texts: &[Annotated<'_>], visits: &mut [Visit], acts: &[Commemoration]) {
    if visits.is_empty() {
        return;
    }
    for text in texts.iter().filter(|text| matches!(text.passage.part, Part::Block(_))) {
        for hook in &text.hooks {
            let is_act = of(hook, Frame::Engage) || of(hook, Frame::Attend);
            if !is_act || hook.trigger.tense == Tense::Noun {
                continue;
            }
            if let Some(engagement) = engagement(text, hook)
                && !is_commemorative(&engagement, acts)
                && let Some(visit) = visit_of(text, hook, &engagement, visits)
            {
                visit.engagements.push(engagement);
            }
        }
    }
}

fn engagement(text: &Annotated<'_>, hook: &Hook) -> Option<Engagement> {
    const FEWEST_WORDS: usize = 2;
    let passage = &text.passage;
    let told = modality(passage, &hook.sentence, hook.tokens.start, hook.trigger.tense);
    if passage.in_quote(hook.tokens.start) || matches!(told, Modality::Unreal | Modality::Cancelled) {
        return None;
    }
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let tokens = hook.tokens.start..end;
    if tokens.len() < FEWEST_WORDS {
        return None;
    }
    let words = passage.on_one_line(tokens.clone());
    let words = words.trim_end_matches([',', '.', ' ']);
    let mut engagement = Engagement::new(words);
    engagement.place = within(&text.places, tokens.clone()).first().map(|found| found.place.clone());
    engagement.date = within(&text.dates, tokens.clone()).first().map(|found| found.date.clone());
    engagement.evidence.push(passage.evidence(tokens, "engagement", 75));
    Some(engagement)
}

/// Whether a commemoration tells of the same words.
fn is_commemorative(engagement: &Engagement, commemorations: &[Commemoration]) -> bool {
    let told = |one: &Evidence, other: &Evidence| {
        one.part == other.part && one.start < other.end && other.start < one.end
    };
    let mut evidence =
        commemorations.iter().flat_map(|found| found.acts.iter().flat_map(|act| &act.evidence));
    evidence.any(|act| engagement.evidence.iter().any(|here| told(here, act)))
}

/// The visit that an engagement belongs to: one of its doer, of its country if it has one, told of last.
fn visit_of<'v>(
    text: &Annotated<'_>,
    hook: &Hook,
    engagement: &Engagement,
    visits: &'v mut [Visit],
) -> Option<&'v mut Visit> {
    let doers = subject(text, &hook.sentence, hook.tokens.start);
    let country = engagement.place.as_ref().and_then(|place| place.country);
    let here = engagement.evidence.first().map(|evidence| (evidence.part, evidence.start))?;
    let fits = |visit: &&mut Visit| {
        let there = country.is_none() || visit.legs.iter().any(|leg| leg.country == country);
        there && !visit.background && doers.iter().any(|person| visit.visitors.contains(&person.who))
    };
    let told_last = |visit: &&mut Visit| {
        visit.evidence.iter().map(|told| (told.part, told.start)).filter(|told| *told <= here).max()
    };
    visits.iter_mut().filter(fits).max_by_key(told_last)
}
