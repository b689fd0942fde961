//! Fact by fact to a story that reads back: each is taken whole, or in part, or not at all.

use super::cast::Again;
use super::sayable::forgo_nameless;
use super::telling::{Telling, tell};
use super::{Composer, Unsaid};
use crate::extract::each_participant;
use crate::model::{Act, Commemoration, Facts, Id, Meeting, Official, Participant, Quote, Visit};

const REASON: &str = "read back, the words say something else";

/// The telling of those of `facts` that read back beside each other.
pub(super) fn settle(composer: &Composer, facts: &Facts, unsaid: &mut Vec<Unsaid>) -> Telling {
    let mut settling = Settling { composer, all: facts, said: Facts::new(), unsaid };
    settling.officials();
    settling.visits();
    settling.meetings();
    settling.commemorations();
    settling.quotes();
    settling.finish()
}

struct Settling<'s> {
    composer: &'s Composer,
    all: &'s Facts,
    /// What reads back so far.
    said: Facts,
    unsaid: &'s mut Vec<Unsaid>,
}

/// A part that a fact can go without: its name, and how it is taken away.
type Cut<T> = (&'static str, fn(&mut T));

impl Settling<'_> {
    fn officials(&mut self) {
        const CUTS: &[Cut<Official>] = &[
            ("role/organisation", |official| {
                official.roles.iter_mut().for_each(|role| role.organisation = None);
            }),
            ("role/kind", |official| official.roles.iter_mut().for_each(|role| role.kind = None)),
            ("rank/service", |official| official.rank.iter_mut().for_each(|rank| rank.service = None)),
            ("post_nominal", |official| official.post_nominals.clear()),
            ("honorific", |official| official.honorifics.clear()),
            ("role", |official| official.roles.truncate(1)),
            ("country", |official| {
                official.country = None;
                official.roles.iter_mut().for_each(|role| role.jurisdiction = None);
            }),
            ("rank", |official| official.rank = None),
            ("role", |official| official.roles.clear()),
        ];
        self.each("official", &self.all.officials, CUTS, |facts, official| facts.officials.push(official));
    }

    fn visits(&mut self) {
        const CUTS: &[Cut<Visit>] = &[
            ("precedence", |visit| visit.precedence.clear()),
            ("companion", |visit| visit.companions.clear()),
            ("host", |visit| visit.hosts.clear()),
            ("kind", |visit| visit.kind = None),
            ("days", |visit| visit.days = None),
            ("leg/dates", |visit| visit.legs.iter_mut().for_each(|leg| leg.dates = None)),
            ("leg/place", |visit| visit.legs.iter_mut().for_each(|leg| leg.places.clear())),
        ];
        self.each("visit", &self.all.visits, CUTS, |facts, visit| {
            let id = Id::numbered("visit", facts.visits.len() + 1);
            facts.visits.push(Visit { id, ..visit });
        });
    }

    fn meetings(&mut self) {
        const CUTS: &[Cut<Meeting>] = &[
            ("date", |meeting| meeting.date = None),
            ("place", |meeting| meeting.place = None),
            ("with", |meeting| meeting.with.retain(|who| matches!(who, Participant::Official(_)))),
        ];
        self.each("meeting", &self.all.meetings, CUTS, |facts, meeting| {
            let id = Id::numbered("meeting", facts.meetings.len() + 1);
            facts.meetings.push(Meeting { id, ..meeting });
        });
    }

    fn commemorations(&mut self) {
        const CUTS: &[Cut<Commemoration>] = &[
            ("act/place", |found| found.acts.iter_mut().for_each(|act: &mut Act| act.place = None)),
            ("date", |found| found.date = None),
            ("remembered/date", |found| {
                found.remembered.iter_mut().for_each(|remembered| remembered.date = None);
            }),
            ("act", |found| found.acts.clear()),
            ("remembered", |found| found.remembered = None),
        ];
        self.each("commemoration", &self.all.commemorations, CUTS, |facts, found| {
            let id = Id::numbered("commemoration", facts.commemorations.len() + 1);
            facts.commemorations.push(Commemoration { id, ..found });
        });
    }

    fn quotes(&mut self) {
        const CUTS: &[Cut<Quote>] =
            &[("lead_in", |quote| quote.lead_in = None), ("speaker", |quote| quote.speaker = None)];
        self.each("quote", &self.all.quotes, CUTS, |facts, quote| {
            let id = Id::numbered("quote", facts.quotes.len() + 1);
            facts.quotes.push(Quote { id, ..quote });
        });
    }

    /// Adds each of some facts: whole, else without one of the parts, else without more and more of them.
    fn each<T: Clone + PartialEq>(
        &mut self,
        kind: &str,
        facts: &[T],
        cuts: &[Cut<T>],
        add: fn(&mut Facts, T),
    ) {
        for (index, fact) in facts.iter().enumerate() {
            let path = format!("facts/{kind}[{}]", index + 1);
            if self.take(fact.clone(), add) {
                continue;
            }
            let lost = self.take_less(fact, cuts, add);
            let parts = lost.unwrap_or_else(|| vec![""]);
            self.unsaid.extend(parts.into_iter().map(|part| Unsaid {
                path: if part.is_empty() { path.clone() } else { format!("{path}/{part}") },
                reason: REASON,
            }));
        }
    }

    /// The parts that had to go; none if the fact cannot be said without them either.
    fn take_less<T: Clone + PartialEq>(
        &mut self,
        fact: &T,
        cuts: &[Cut<T>],
        add: fn(&mut Facts, T),
    ) -> Option<Vec<&'static str>> {
        for (part, cut) in cuts {
            let mut less = fact.clone();
            cut(&mut less);
            if less != *fact && self.take(less, add) {
                return Some(vec![part]);
            }
        }
        let mut less = fact.clone();
        let mut lost = Vec::new();
        for (part, cut) in cuts {
            let before = less.clone();
            cut(&mut less);
            if less != before {
                lost.push(*part);
                if self.take(less.clone(), add) {
                    return Some(lost);
                }
            }
        }
        None
    }

    /// Adds a fact if everything still reads back with it.
    fn take<T>(&mut self, fact: T, add: fn(&mut Facts, T)) -> bool {
        let mut more = self.said.clone();
        add(&mut more, fact);
        let reads =
            refers_to_known(&mut more) && self.composer.read_back(&more, Again::Introduction).is_some();
        if reads {
            self.said = more;
        }
        reads
    }

    fn finish(mut self) -> Telling {
        forgo_nameless(&self.all.officials, &mut self.said, self.unsaid);
        let styles = [Again::FamilyName, Again::FullName, Again::Introduction];
        let telling = styles.into_iter().find_map(|again| self.composer.read_back(&self.said, again));
        telling.unwrap_or_else(|| tell(&Facts::new(), Again::Introduction))
    }
}

/// Whether every official whom facts refer to is among them.
fn refers_to_known(facts: &mut Facts) -> bool {
    let known: Vec<Id> = facts.officials.iter().map(|official| official.id.clone()).collect();
    let mut all = true;
    each_participant(facts, &mut |participant| {
        if let Participant::Official(id) = participant {
            all &= known.contains(id);
        }
    });
    all
}
