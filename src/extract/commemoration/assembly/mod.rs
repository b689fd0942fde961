//! One commemoration out of all that the texts of a story say of an occasion.

mod message;

use std::collections::HashMap;
use std::ops::Range;

use super::InText;
use super::anniversary::FoundAnniversary;
use crate::extract::annotated::{Annotated, FoundDate, within};
use crate::extract::passage::folded_words;
use crate::model::{
    Act, ActKind, Anniversary, Calendar, Commemoration, Date, Evidence, Id, Part, Remembered, TimeUnit,
};

/// By what an occasion is known again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Anniversary(u32, TimeUnit),
    Unnumbered,
    Day(Vec<String>),
}

impl Key {
    pub(super) fn of(found: &FoundAnniversary) -> Self {
        found.anniversary.map_or(Self::Unnumbered, |found| Self::Anniversary(found.number, found.unit))
    }

    fn of_years(number: u32) -> Self {
        Self::Anniversary(number, TimeUnit::Year)
    }

    /// A country has one National Day, whatever else the story calls it.
    fn is_day_of_nation(&self) -> bool {
        const NAMES: [&str; 5] = ["national", "independence", "republic", "statehood", "constitution"];
        let Self::Day(words) = self else { return false };
        matches!(&words[..], [name, day] if day == "day" && NAMES.contains(&name.as_str()))
    }
}

/// Commemorations on their way.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    drafts: Vec<Draft>,
    by_key: HashMap<Key, usize>,
    /// Where occasions stand, in order: text, first token, draft.
    stands: Vec<(usize, usize, usize)>,
    /// Drafts of acts that no occasion explains, with the text that began them.
    lone: Vec<(usize, usize)>,
    /// The numbered anniversary that was told last.
    last_numbered: Option<usize>,
    /// The occasion, if the story or its headline has just one.
    only: Option<usize>,
}

#[derive(Debug, Default)]
struct Draft {
    remembered: Option<Remembered>,
    anniversary: Option<Anniversary>,
    named_day: Option<String>,
    /// Whether the name is the headline's, where a capital may be no part of a name.
    is_headline_s: bool,
    date: Option<Date>,
    acts: Vec<Act>,
    evidence: Vec<Evidence>,
    /// The draft that this one turned out to be the same as.
    joined: Option<usize>,
}

impl Assembly {
    pub(super) fn add_occasions(&mut self, index: usize, found: &InText<'_, '_>) {
        let passage = &found.text.passage;
        let first = self.stands.len();
        for anniversary in &found.anniversaries {
            let draft = self.draft(Key::of(anniversary));
            self.last_numbered = anniversary.anniversary.map(|_| draft).or(self.last_numbered);
            self.stands.push((index, anniversary.tokens.start, draft));
            let evidence =
                passage.evidence(anniversary.tokens.clone(), anniversary.rule, anniversary.confidence);
            let date = date_of(found.text, &anniversary.tokens, anniversary.remembered.as_ref());
            let Some(draft) = self.drafts.get_mut(draft) else { continue };
            draft.anniversary = draft.anniversary.or(anniversary.anniversary);
            if draft.remembered.is_none() {
                draft.remembered.clone_from(&anniversary.remembered);
            }
            draft.date = draft.date.take().or(date);
            draft.evidence.push(evidence);
        }
        let mut numbered_days = Vec::new();
        for day in &found.days {
            // "the 50th anniversary of Victory in the Pacific Day" is one occasion.
            let inside = anniversary_of(&found.anniversaries, &day.tokens);
            let key = Key::Day(folded_words(&day.name));
            let numbered = || day.number.map(Anniversary::years);
            let anniversary = inside.and_then(|found| found.anniversary).or_else(numbered);
            let draft = match anniversary
                .and_then(|found| self.by_key.get(&Key::Anniversary(found.number, found.unit)).copied())
            {
                Some(draft) => *self.by_key.entry(key).or_insert(draft),
                None => self.draft(key),
            };
            self.stands.push((index, day.tokens.start, draft));
            numbered_days.extend(day.number.map(|number| (number, draft)));
            let evidence = passage.evidence(day.tokens.clone(), day.rule, day.confidence);
            let date = date_of(found.text, &day.tokens, None);
            let Some(draft) = self.drafts.get_mut(draft) else { continue };
            draft.name_day(&day.name, passage.part == Part::Headline);
            draft.anniversary = draft.anniversary.or_else(numbered);
            draft.date = draft.date.take().or(date);
            draft.evidence.push(evidence);
        }
        for (day, draft) in numbered_days {
            self.by_key.entry(Key::of_years(day)).or_insert(draft);
        }
        if let Some(new) = self.stands.get_mut(first..) {
            new.sort_unstable();
        }
    }

    /// The draft of an occasion, new if none is known by `key`.
    fn draft(&mut self, key: Key) -> usize {
        // "the anniversary" is the one that was told before.
        if key == Key::Unnumbered
            && let Some(known) = self.last_numbered
        {
            return known;
        }
        if key.is_day_of_nation()
            && let Some(&known) = self.by_key.get(&Key::Day(vec!["national".to_owned(), "day".to_owned()]))
        {
            return *self.by_key.entry(key).or_insert(known);
        }
        if let Key::Day(words) = &key
            && let Some(known) = self.longer_or_shorter(words)
        {
            return *self.by_key.entry(key).or_insert(known);
        }
        *self.by_key.entry(key).or_insert_with(|| {
            self.drafts.push(Draft::default());
            self.drafts.len() - 1
        })
    }

    /// The draft of a day whose name is told in more or fewer words: "Refugee Day", "World Refugee Day".
    fn longer_or_shorter(&self, words: &[String]) -> Option<usize> {
        const NEARBY: usize = 16;
        let within = |one: &[String], other: &[String]| one.starts_with(other) || one.ends_with(other);
        let mut drafts = self.drafts.iter().enumerate().rev().take(NEARBY);
        let known = drafts.find(|(_, draft)| {
            draft.named_day.as_ref().is_some_and(|name| {
                let name = folded_words(name);
                within(&name, words) || within(words, &name)
            })
        });
        known.map(|(at, _)| at)
    }

    /// A story of one named day and one anniversary keeps them together.
    pub(super) fn join_lone_day(&mut self) {
        let of = |is: fn(&Draft) -> bool| {
            let mut all = self.drafts.iter().enumerate().filter(|(_, draft)| is(draft)).map(|(at, _)| at);
            (all.next(), all.next())
        };
        let days = of(|draft| draft.named_day.is_some());
        let anniversaries = of(|draft| draft.named_day.is_none());
        let (((Some(day), None), (Some(anniversary), None)), 2) = ((days, anniversaries), self.drafts.len())
        else {
            return;
        };
        let into = day.min(anniversary);
        let from = day.max(anniversary);
        let Some(taken) = self.drafts.get_mut(from).map(std::mem::take) else { return };
        if let Some(draft) = self.drafts.get_mut(into) {
            draft.remembered = draft.remembered.take().or(taken.remembered);
            draft.anniversary = draft.anniversary.or(taken.anniversary);
            draft.named_day = draft.named_day.take().or(taken.named_day);
            draft.date = draft.date.take().or(taken.date);
            draft.evidence.extend(taken.evidence);
        }
        if let Some(joined) = self.drafts.get_mut(from) {
            joined.joined = Some(into);
        }
        for (_, _, draft) in &mut self.stands {
            *draft = into;
        }
    }

    /// Finds the one occasion of the story, else the one that stands in the text `headline`.
    pub(super) fn find_only_occasion(&mut self, headline: Option<usize>) {
        let first = self.stands.first().copied();
        let only = first.filter(|first| self.stands.iter().all(|stand| stand.2 == first.2));
        let of_headline = || {
            let mut heads = self.stands.iter().filter(|stand| Some(stand.0) == headline);
            let head = heads.next()?;
            heads.all(|other| other.2 == head.2).then_some(*head)
        };
        self.only = only.or_else(of_headline).map(|(_, _, draft)| draft);
    }

    pub(super) fn add_acts(&mut self, index: usize, found: &InText<'_, '_>) {
        for act in &found.acts {
            let occasion = self.occasion_of(index, act.tokens.start, found);
            let at = occasion.unwrap_or_else(|| self.unexplained(index, &act.act));
            let Some(draft) = self.drafts.get_mut(at) else { continue };
            if draft.anniversary.is_none() && draft.named_day.is_none() {
                draft.evidence.extend(act.act.evidence.first().cloned());
            }
            if draft.remembered.is_none() {
                draft.remembered.clone_from(&act.remembered);
            }
            let date = date_of(found.text, &act.tokens, None);
            let tells_when = act.act.kind != ActKind::Message;
            draft.add(Act { date: date.filter(|_| tells_when), ..act.act.clone() });
        }
    }

    /// The draft of acts that no occasion explains: of the same text, or of one that told of this act.
    fn unexplained(&mut self, index: usize, act: &Act) -> usize {
        const NEARBY: usize = 8;
        let is_told = |draft: &Draft| draft.acts.iter().any(|known| is_same_act(known, act));
        let mut lone = self.lone.iter().rev().take(NEARBY).copied();
        let known = lone.find(|&(text, draft)| text == index || self.drafts.get(draft).is_some_and(is_told));
        if let Some((_, draft)) = known {
            return draft;
        }
        self.drafts.push(Draft::default());
        self.lone.push((index, self.drafts.len() - 1));
        self.drafts.len() - 1
    }

    /// The occasion that an act serves: of its sentence, of its text, or the only one of the story.
    fn occasion_of(&self, index: usize, at: usize, found: &InText<'_, '_>) -> Option<usize> {
        let sentence = found.text.passage.sentence_of(at);
        let next = self.stands.partition_point(|&(text, token, _)| (text, token) < (index, at));
        let after = self.stands.get(next);
        let before = next.checked_sub(1).and_then(|before| self.stands.get(before));
        let of_text = |stand: &&(usize, usize, usize)| stand.0 == index;
        let of_sentence = |stand: &&(usize, usize, usize)| of_text(stand) && sentence.contains(&stand.1);
        let told = before.filter(of_sentence).or(after.filter(of_sentence)).or(before.filter(of_text));
        told.or(after.filter(of_text)).map(|&(_, _, draft)| draft).or(self.only)
    }

    pub(super) fn finish(self) -> Vec<Commemoration> {
        let drafts = self.drafts.into_iter().filter(|draft| draft.joined.is_none());
        let mut drafts: Vec<Draft> = drafts.collect();
        drafts
            .sort_by_key(|draft| draft.evidence.iter().map(|evidence| (evidence.part, evidence.start)).min());
        let numbered = drafts.into_iter().zip(1..).map(|(draft, number)| draft.finish(number));
        numbered.collect()
    }
}

impl Draft {
    /// How many acts back a story may come to speak of one again.
    const NEARBY: usize = 64;

    /// Takes the name of the day, unless it has one: from a headline "Tomo Town Harbour Day", from the text "Harbour Day".
    fn name_day(&mut self, name: &str, is_headline_s: bool) {
        let Some(known) = &mut self.named_day else {
            self.named_day = Some(name.to_owned());
            self.is_headline_s = is_headline_s;
            return;
        };
        let is_shorter = known.strip_suffix(name).is_some_and(|more| more.ends_with(' '));
        if self.is_headline_s && !is_headline_s && is_shorter {
            name.clone_into(known);
        }
    }

    /// Adds an act, or what is new of it if the story told of it before.
    fn add(&mut self, act: Act) {
        let Some(known) =
            self.acts.iter_mut().rev().take(Self::NEARBY).find(|known| is_same_act(known, &act))
        else {
            self.acts.push(act);
            return;
        };
        known.place = known.place.take().or(act.place);
        known.date = known.date.take().or(act.date);
        for actor in act.actors {
            if !known.actors.contains(&actor) {
                known.actors.push(actor);
            }
        }
        known.evidence.extend(act.evidence);
    }

    fn finish(self, number: usize) -> Commemoration {
        let mut commemoration = Commemoration::new(Id::numbered("commemoration", number));
        let named = self.named_day.as_deref();
        commemoration.remembered = self.remembered.map(|remembered| without_day(remembered, named));
        commemoration.anniversary = self.anniversary;
        commemoration.named_day = self.named_day;
        commemoration.date = self.date;
        commemoration.acts = self.acts;
        commemoration.evidence = self.evidence;
        commemoration
    }
}

/// The anniversary of which a day is the event. `anniversaries` are in the order of the text.
fn anniversary_of<'a>(
    anniversaries: &'a [FoundAnniversary],
    day: &Range<usize>,
) -> Option<&'a FoundAnniversary> {
    const NEARBY: usize = 4;
    let next = anniversaries.partition_point(|found| found.tokens.start < day.end);
    let around = next.saturating_sub(NEARBY)..(next + 1).min(anniversaries.len());
    anniversaries.get(around)?.iter().find(|found| {
        found.event.as_ref().is_some_and(|event| event.start < day.end && day.start < event.end)
    })
}

/// Whether two tellings may be of one act: of a kind, and not at different places.
fn is_same_act(known: &Act, act: &Act) -> bool {
    let elsewhere = matches!((&known.place, &act.place), (Some(known), Some(new)) if known.name != new.name);
    known.kind == act.kind && !elsewhere
}

/// Victory in the Pacific Day remembers Victory in the Pacific.
fn without_day(mut remembered: Remembered, named_day: Option<&str>) -> Remembered {
    if named_day.is_some()
        && let Some(event) = remembered.text.strip_suffix(" Day")
    {
        remembered.text = event.to_owned();
    }
    remembered
}

/// The day that the sentence gives for an occasion: the nearest that is not when the event happened.
fn date_of(text: &Annotated<'_>, tokens: &Range<usize>, remembered: Option<&Remembered>) -> Option<Date> {
    const REACH: usize = 20;
    let sentence = text.passage.sentence_of(tokens.start);
    let nearby =
        tokens.start.saturating_sub(REACH).max(sentence.start)..(tokens.end + REACH).min(sentence.end);
    let is_day = |found: &&FoundDate| {
        let date = &found.date;
        let is_near =
            date.relative.is_some_and(|relative| relative.unit == TimeUnit::Day) || date.weekday.is_some();
        let in_calendar = matches!(date.calendar, Some(Calendar::Day(_) | Calendar::MonthDay { .. }));
        let happened = remembered.is_some_and(|remembered| remembered.date.as_ref() == Some(date));
        (is_near || in_calendar) && !happened
    };
    let distance = |found: &&FoundDate| found.tokens.start.abs_diff(tokens.start);
    within(&text.dates, nearby).iter().filter(is_day).min_by_key(distance).map(|found| found.date.clone())
}
