//! What the facts of a story rest on, told apart from the facts, and in numbers.
//!
//! Evidence is most of what a format has no slot for, and most of evidence is what a story says anyway: the words
//! at a place are known by the place, and there are few ways in which they were read. So the evidence of all facts,
//! the mentions of officials and the dates that the prose names are taken out of the facts and stand beside them:
//!
//! ```json
//! {"words":["title-and-name","name"],"readings":"0 95 0 2","places":"1 0 38 91 0"}
//! ```
//!
//! | member | what it is |
//! |---|---|
//! | `words` | the names of rules, and the forms of mentions |
//! | `readings` | four numbers for each way of reading: which word is its rule, how sure it is in per cent, 1 if in direct speech, which word is the form of a mention (from 1; 0 for none) |
//! | `places` | for each list of evidence or mentions, in the order of [`lists`]: how many there are, and then four numbers for each: the part of the story, the first byte, the byte after the last, the reading |
//! | `texts` | pairs of which evidence of all (from 0) and its text, where that is not what the story has there |
//! | `dates` | the dates that the prose names |
//!
//! Numbers stand in texts, between spaces: there are hundreds, and JSON takes several times as long to read them.
//!
//! Parts of a story are numbered: headline 0, standfirst 1, byline 2, dateline 3, and the blocks of the body from 4.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::Misfit;
use crate::model::{Confidence, Date, DateMention, Evidence, Facts, Mention, MentionForm, Part, Story};

/// The grounds of all facts of a story.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Grounds<'t> {
    #[serde(borrow)]
    words: Vec<Word<'t>>,
    #[serde(borrow)]
    readings: Cow<'t, str>,
    #[serde(borrow)]
    places: Cow<'t, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    texts: Vec<(usize, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dates: Vec<Date>,
}

/// A word that is borrowed where it can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Word<'t>(#[serde(borrow)] Cow<'t, str>);

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

impl Grounds<'_> {
    /// Takes the grounds of a story out of its facts, which rest on nothing then.
    pub(super) fn take(story: &mut Story) -> Self {
        let mut made = Making::default();
        let mut facts = std::mem::take(&mut story.facts);
        let taken = lists(&mut facts, &mut |list| {
            match list {
                List::Evidence(found) => {
                    made.list(story, found.iter().map(|found| (found, None)));
                    found.clear();
                }
                List::Mentions(found) => {
                    made.list(story, found.iter().map(|found| (&found.evidence, Some(found.form.as_str()))));
                    found.clear();
                }
                List::Dates(found) => {
                    made.list(story, found.iter().map(|found| (&found.evidence, None)));
                    made.grounds.dates.extend(found.drain(..).map(|found| found.date));
                }
            }
            Ok(())
        });
        debug_assert!(taken.is_ok(), "nothing here fails");
        story.facts = facts;
        made.grounds
    }

    /// Puts the grounds into the facts of a story, which have none.
    pub(super) fn restore(self, story: &mut Story) -> Result<(), Misfit> {
        let mut facts = std::mem::take(&mut story.facts);
        let told = self.put_into(&mut facts, story);
        story.facts = facts;
        told
    }

    fn put_into(mut self, facts: &mut Facts, story: &Story) -> Result<(), Misfit> {
        let mut dates = std::mem::take(&mut self.dates).into_iter();
        let mut places = Places {
            numbers: Numbers(&self.places),
            readings: self.readings()?,
            number: 0,
            texts: &self.texts,
            story,
        };
        lists(facts, &mut |list| {
            let count = places.count()?;
            match list {
                List::Evidence(found) => {
                    *found = all(count, || Ok(places.next()?.0))?;
                }
                List::Mentions(found) => {
                    *found = all(count, || {
                        let (evidence, form) = places.next()?;
                        Ok(Mention::new(MentionForm::from(form.ok_or(Misfit::Grounds)?), evidence))
                    })?;
                }
                List::Dates(found) => {
                    *found = all(count, || {
                        let date = dates.next().ok_or(Misfit::Grounds)?;
                        Ok(DateMention::new(date, places.next()?.0))
                    })?;
                }
            }
            Ok(())
        })?;
        let is_all = places.numbers.next().is_none() && places.texts.is_empty() && dates.next().is_none();
        is_all.then_some(()).ok_or(Misfit::Grounds)
    }

    fn readings(&self) -> Result<Vec<Reading<'_>>, Misfit> {
        let word = |number: usize| self.words.get(number).map(|Word(word)| &**word);
        let mut numbers = Numbers(&self.readings);
        // Each takes eight bytes at least.
        let mut readings = Vec::with_capacity(self.readings.len() / 8 + 1);
        while let Some(rule) = numbers.next() {
            let (percent, in_quote, form) = numbers.three().ok_or(Misfit::Grounds)?;
            readings.push(Reading {
                rule: word(rule).ok_or(Misfit::Grounds)?,
                confidence: u8::try_from(percent).map_err(|_| Misfit::Grounds)?.into(),
                in_quote: in_quote == 1,
                form: form.checked_sub(1).map(|form| word(form).ok_or(Misfit::Grounds)).transpose()?,
            });
        }
        Ok(readings)
    }
}

/// So many of what `next` gives, in as much room as they need.
fn all<T>(count: usize, mut next: impl FnMut() -> Result<T, Misfit>) -> Result<Vec<T>, Misfit> {
    /// The most for which room is made before they are there.
    const MOST: usize = 64;
    let mut all = Vec::with_capacity(count.min(MOST));
    for _ in 0..count {
        all.push(next()?);
    }
    Ok(all)
}

/// A way of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Reading<'g> {
    rule: &'g str,
    confidence: Confidence,
    in_quote: bool,
    /// That of a mention.
    form: Option<&'g str>,
}

/// Grounds as they are gathered.
#[derive(Default)]
struct Making {
    grounds: Grounds<'static>,
    words: HashMap<String, usize>,
    /// Which reading has which numbers.
    readings: HashMap<[usize; 4], usize>,
    /// How many evidences there were so far.
    number: usize,
}

impl Making {
    fn list<'e>(
        &mut self,
        story: &Story,
        list: impl ExactSizeIterator<Item = (&'e Evidence, Option<&'e str>)>,
    ) {
        push(&mut self.grounds.places, list.len());
        for (evidence, form) in list {
            let Evidence { part, start, end, text, rule, confidence, in_quote } = evidence;
            let form = form.map_or(0, |form| self.word(form) + 1);
            let reading =
                [self.word(rule), usize::from(confidence.as_percent()), usize::from(*in_quote), form];
            let known = self.readings.len();
            let reading = *self.readings.entry(reading).or_insert_with(|| {
                reading.iter().for_each(|number| push(&mut self.grounds.readings, *number));
                known
            });
            for number in [number_of(*part), *start, *end, reading] {
                push(&mut self.grounds.places, number);
            }
            if text != standing(story, *part, *start, *end) {
                self.grounds.texts.push((self.number, text.clone()));
            }
            self.number += 1;
        }
    }

    fn word(&mut self, word: &str) -> usize {
        if let Some(known) = self.words.get(word) {
            return *known;
        }
        self.grounds.words.push(Word(Cow::Owned(word.to_owned())));
        self.words.insert(word.to_owned(), self.words.len());
        self.words.len() - 1
    }
}

fn push(numbers: &mut Cow<'_, str>, number: usize) {
    let numbers = numbers.to_mut();
    if !numbers.is_empty() {
        numbers.push(' ');
    }
    // A text of it is never refused, and no other is made on the way.
    let _ = write!(numbers, "{number}");
}

/// The numbers of a text, between single spaces; none from the first on that is no number.
struct Numbers<'g>(&'g str);

impl Numbers<'_> {
    fn next(&mut self) -> Option<usize> {
        let mut number: usize = 0;
        let mut digits = 0;
        for byte in self.0.bytes().take_while(u8::is_ascii_digit) {
            number = number.checked_mul(10)?.checked_add(usize::from(byte - b'0'))?;
            digits += 1;
        }
        let rest = self.0.get(digits..)?;
        self.0 = rest.strip_prefix(' ').unwrap_or(rest);
        (digits > 0).then_some(number)
    }

    fn three(&mut self) -> Option<(usize, usize, usize)> {
        Some((self.next()?, self.next()?, self.next()?))
    }
}

/// The numbers of places, as they are gone through.
struct Places<'g> {
    numbers: Numbers<'g>,
    readings: Vec<Reading<'g>>,
    /// How many evidences there were so far.
    number: usize,
    texts: &'g [(usize, String)],
    story: &'g Story,
}

impl<'g> Places<'g> {
    /// How many evidences a list has: no more than there is text for.
    fn count(&mut self) -> Result<usize, Misfit> {
        let count = self.numbers.next().ok_or(Misfit::Grounds)?;
        (count <= self.numbers.0.len()).then_some(count).ok_or(Misfit::Grounds)
    }

    fn next(&mut self) -> Result<(Evidence, Option<&'g str>), Misfit> {
        let part = self.numbers.next().ok_or(Misfit::Grounds)?;
        let (start, end, reading) = self.numbers.three().ok_or(Misfit::Grounds)?;
        let Reading { rule, confidence, in_quote, form } =
            *self.readings.get(reading).ok_or(Misfit::Grounds)?;
        let part = part_of(part);
        let text = match self.texts.split_first() {
            Some(((number, text), others)) if *number == self.number => {
                self.texts = others;
                text
            }
            _ => standing(self.story, part, start, end),
        };
        self.number += 1;
        let evidence = Evidence::new(part, start..end, rule.to_owned()).with_text(text);
        Ok((evidence.with_confidence(confidence).with_in_quote(in_quote), form))
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
