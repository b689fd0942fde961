//! "at the invitation of …", "the visit is hosted by …": who asked the visitors to come.

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, is_passive, of};
use super::super::features::{Features, Topic};
use super::super::lexicon::Frame;
use super::super::participants::listed;
use super::told_last;
use crate::model::{Participant, Visit};

/// Adds to the visits who a text says invited the visitors, and who hosts the visit.
pub(super) fn add(text: &Annotated<'_>, visits: &mut [Visit]) {
    for sentence in text.passage.sentences_with(Features::topic(Topic::Invitation)) {
        let of_invitation = sentence.clone().filter(|&at| {
            let before = at.saturating_sub(4).max(sentence.start)..at;
            text.passage.is(at, "invitation")
                && text.passage.is_any(at + 1, words!["of", "from"])
                && before
                    .into_iter()
                    .any(|near| text.passage.is_any(near, words!["at", "on", "upon", "accepted"]))
        });
        for at in of_invitation {
            let Some((_, host)) = listed(text, at + 2, sentence.end).into_iter().next() else { continue };
            let people = within(&text.people, sentence.clone());
            let present = |visit: &Visit| {
                people.iter().any(|person| visit.visitors.contains(&person.who))
                    && !visit.visitors.contains(&host)
            };
            for visit in visits.iter_mut().filter(|visit| !visit.background && present(visit)) {
                visit.invitation.get_or_insert_with(|| host.clone());
            }
        }
    }
    for hook in text.hooks.iter().filter(|hook| of(hook, Frame::Host)) {
        let hosts = hosts_of_visit(text, hook);
        if hosts.is_empty() {
            continue;
        }
        let here = (text.passage.part, text.passage.span(hook.tokens.clone()).start);
        for visit in told_last(visits, here) {
            for host in &hosts {
                if !visit.hosts.contains(host) && !visit.visitors.contains(host) {
                    visit.hosts.push(host.clone());
                }
            }
        }
    }
}

/// Those after "the visit was hosted by".
fn hosts_of_visit(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    let passage = &text.passage;
    let near = hook.tokens.start.saturating_sub(4).max(hook.sentence.start)..hook.tokens.start;
    let is_visit = near.into_iter().any(|at| passage.is_any(at, words!["visit", "trip", "tour"]));
    if !(is_visit && is_passive(passage, hook) && passage.is(hook.tokens.end, "by")) {
        return Vec::new();
    }
    let list = listed(text, hook.tokens.end + 1, hook.sentence.end);
    list.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect()
}
