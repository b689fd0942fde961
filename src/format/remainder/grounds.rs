//! What the facts of a story rest on, told apart from the facts, and in numbers.
//!
//! Evidence is most of what a format has no slot for, and most of evidence is what a story says anyway: the words
//! at a place are known by the place, and there are few ways in which they were read. So the evidence of all facts,
//! the mentions of officials and the dates that the prose names are taken out of the facts and stand beside them:
//!
//! ```json
//! {"readings":[["title-and-name",95,false,"name"]],"places":[1,0,38,91,0],"texts":[],"dates":[]}
//! ```
//!
//! | member | what it is |
//! |---|---|
//! | `readings` | each way of reading once: the rule, how sure it is, whether in direct speech, the form of a mention |
//! | `places` | for each list of evidence or mentions, in the order of [`lists`]: how many there are, and then four numbers for each: the part of the story, the first byte, the byte after the last, the reading |
//! | `texts` | pairs of which evidence of all (from 0) and its text, where that is not what the story has there |
//! | `dates` | the dates that the prose names |
//!
//! Parts of a story are numbered: headline 0, standfirst 1, byline 2, dateline 3, and the blocks of the body from 4.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Misfit;
use crate::model::{Confidence, Date, DateMention, Evidence, Facts, Mention, MentionForm, Part, Story};

/// The grounds of all facts of a story.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Grounds {
    readings: Vec<Reading>,
    places: Vec<usize>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    texts: Vec<(usize, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dates: Vec<Date>,
}

/// A way of reading: the rule, how sure it is, whether in direct speech, and the form, if it is a mention.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Reading(String, Confidence, bool, Option<MentionForm>);

/// One list of what a fact rests on.
enum List<'f> {
    Evidence(&'f mut Vec<Evidence>),
    Mentions(&'f mut Vec<Mention>),
    Dates(&'f mut Vec<DateMention>),
}

/// The lists of all facts, in one order.
fn lists<'f>(
    facts: &'f mut Facts,
    visit: &mut impl FnMut(List<'f>) -> Result<(), Misfit>,
) -> Result<(), Misfit> {
    for official in &mut facts.officials {
        visit(List::Mentions(&mut official.mentions))?;
        official.roles.iter_mut().try_for_each(|role| visit(List::Evidence(&mut role.evidence)))?;
    }
    facts.organisations.iter_mut().try_for_each(|found| visit(List::Evidence(&mut found.evidence)))?;
    for found in &mut facts.visits {
        visit(List::Evidence(&mut found.evidence))?;
        found.engagements.iter_mut().try_for_each(|inner| visit(List::Evidence(&mut inner.evidence)))?;
        found.precedence.iter_mut().try_for_each(|inner| visit(List::Evidence(&mut inner.evidence)))?;
    }
    facts.meetings.iter_mut().try_for_each(|found| visit(List::Evidence(&mut found.evidence)))?;
    for found in &mut facts.commemorations {
        visit(List::Evidence(&mut found.evidence))?;
        found.acts.iter_mut().try_for_each(|act| visit(List::Evidence(&mut act.evidence)))?;
    }
    facts.quotes.iter_mut().try_for_each(|found| visit(List::Evidence(&mut found.evidence)))?;
    visit(List::Dates(&mut facts.dates))
}

impl Grounds {
    /// The grounds of a story.
    pub(super) fn of(story: &Story) -> Self {
        let mut grounds = Self::default();
        let mut known: HashMap<Reading, usize> = HashMap::new();
        let mut number = 0;
        let mut facts = story.facts.clone();
        let told = lists(&mut facts, &mut |list| {
            let (evidence, forms): (Vec<&Evidence>, Vec<Option<&MentionForm>>) = match &list {
                List::Evidence(found) => found.iter().map(|found| (found, None)).unzip(),
                List::Mentions(found) => {
                    found.iter().map(|found| (&found.evidence, Some(&found.form))).unzip()
                }
                List::Dates(found) => {
                    grounds.dates.extend(found.iter().map(|found| found.date.clone()));
                    found.iter().map(|found| (&found.evidence, None)).unzip()
                }
            };
            grounds.places.push(evidence.len());
            for (evidence, form) in evidence.into_iter().zip(forms) {
                let Evidence { part, start, end, text, rule, confidence, in_quote } = evidence;
                let reading = Reading(rule.clone(), *confidence, *in_quote, form.cloned());
                let reading = *known.entry(reading).or_insert_with_key(|reading| {
                    grounds.readings.push(reading.clone());
                    grounds.readings.len() - 1
                });
                grounds.places.extend([number_of(*part), *start, *end, reading]);
                if text != standing(story, *part, *start, *end) {
                    grounds.texts.push((number, text.clone()));
                }
                number += 1;
            }
            Ok(())
        });
        debug_assert!(told.is_ok(), "nothing here fails");
        grounds
    }

    /// Puts the grounds into the facts of a story, which have none.
    pub(super) fn restore(&self, story: &mut Story) -> Result<(), Misfit> {
        let mut facts = std::mem::take(&mut story.facts);
        let mut places = Places { rest: &self.places, number: 0, texts: &self.texts, grounds: self, story };
        let mut dates = self.dates.iter();
        let told = lists(&mut facts, &mut |list| {
            let count = places.count()?;
            match list {
                List::Evidence(found) => {
                    *found = (0..count).map(|_| Ok(places.next()?.0)).collect::<Result<_, Misfit>>()?;
                }
                List::Mentions(found) => {
                    let mention = |_| {
                        let (evidence, form) = places.next()?;
                        Ok(Mention::new(form.cloned().ok_or(Misfit::Grounds)?, evidence))
                    };
                    *found = (0..count).map(mention).collect::<Result<_, Misfit>>()?;
                }
                List::Dates(found) => {
                    let mention = |_| {
                        let date = dates.next().cloned().ok_or(Misfit::Grounds)?;
                        Ok(DateMention::new(date, places.next()?.0))
                    };
                    *found = (0..count).map(mention).collect::<Result<_, Misfit>>()?;
                }
            }
            Ok(())
        });
        let is_all = places.rest.is_empty() && places.texts.is_empty() && dates.next().is_none();
        story.facts = facts;
        if told.is_ok() && !is_all { Err(Misfit::Grounds) } else { told }
    }
}

/// The numbers of places, as they are gone through.
struct Places<'g> {
    rest: &'g [usize],
    /// How many evidences there were so far.
    number: usize,
    texts: &'g [(usize, String)],
    grounds: &'g Grounds,
    story: &'g Story,
}

impl<'g> Places<'g> {
    /// How many evidences a list has, for which there are numbers.
    fn count(&mut self) -> Result<usize, Misfit> {
        let (count, rest) = self.rest.split_first().ok_or(Misfit::Grounds)?;
        self.rest = rest;
        (*count <= rest.len() / 4).then_some(*count).ok_or(Misfit::Grounds)
    }

    fn next(&mut self) -> Result<(Evidence, Option<&'g MentionForm>), Misfit> {
        let ([part, start, end, reading], rest) = self.rest.split_first_chunk().ok_or(Misfit::Grounds)?;
        self.rest = rest;
        let Reading(rule, confidence, in_quote, form) =
            self.grounds.readings.get(*reading).ok_or(Misfit::Grounds)?;
        let part = part_of(*part);
        let text = match self.texts.split_first() {
            Some(((number, text), others)) if *number == self.number => {
                self.texts = others;
                text
            }
            _ => standing(self.story, part, *start, *end),
        };
        self.number += 1;
        let evidence = Evidence::new(part, *start..*end, rule.as_str()).with_text(text);
        Ok((evidence.with_confidence(*confidence).with_in_quote(*in_quote), form.as_ref()))
    }
}

/// What a story has at a place; nothing if there is no such place.
fn standing(story: &Story, part: Part, start: usize, end: usize) -> &str {
    story.text_of(part).and_then(|text| text.get(start..end)).unwrap_or_default()
}

/// The parts of a story before the blocks of its body.
const PARTS: [Part; 4] = [Part::Headline, Part::Standfirst, Part::Byline, Part::Dateline];

fn number_of(part: Part) -> usize {
    match part {
        Part::Block(block) => PARTS.len() + block,
        part => PARTS.iter().position(|known| *known == part).unwrap_or_default(),
    }
}

fn part_of(number: usize) -> Part {
    PARTS.get(number).copied().unwrap_or_else(|| Part::Block(number.saturating_sub(PARTS.len())))
}
