//! The person in the words beside direct speech who is the subject of the verb of saying.

use std::ops::Range;

use super::phrase::{
    PARTICIPLES, PREPOSITIONS, back, begins_clause, is_adverbial, is_boundary, is_other_verb,
};
use crate::extract::annotated::{Annotated, FoundPerson, within};
use crate::extract::clause::coordinated;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::quote::attribution::{ANSWERS, TEXTS, is_adverb};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::MentionForm;

/// The words of a clause, and the people in it.
pub(in crate::extract::quote) struct Clause<'a, 't> {
    pub(in crate::extract::quote) text: &'a Annotated<'t>,
    pub(in crate::extract::quote) region: Range<usize>,
}

impl<'a> Clause<'a, '_> {
    pub(super) fn people(&self) -> impl DoubleEndedIterator<Item = &'a FoundPerson> {
        within(&self.text.people, self.region.clone()).iter()
    }

    /// Those who can be the subject of a verb: not "with Ana Virta", not "Ana Virta's".
    fn free(&self) -> impl DoubleEndedIterator<Item = &'a FoundPerson> {
        self.people().filter(|person| !person.possessive && !self.is_governed(person))
    }

    pub(in crate::extract::quote) fn first_free(&self) -> Option<&'a FoundPerson> {
        self.free().next()
    }

    /// The one of whom the words tell, if they tell of nobody else.
    pub(super) fn only(&self) -> Option<&'a FoundPerson> {
        let first = self.people().next()?;
        self.people().all(|person| person.who == first.who).then_some(first)
    }

    /// Whether a preposition or a verb stands before a person.
    fn is_governed(&self, person: &FoundPerson) -> bool {
        let passage = &self.text.passage;
        let start = person.tokens.start;
        let before = (self.region.start..start)
            .rev()
            .find(|&at| !passage.is_any(at, words!["the", "a", "an", "his", "her", "their", "our"]));
        // "after Ana Virta posted": the word before the subject of a verb begins a clause.
        let begins_clause = |at: usize| {
            passage.is_any(at, words!["after", "before"])
                && (person.tokens.end..self.region.end).all(|at| is_adverb(passage, at))
        };
        before.is_some_and(|at| {
            passage.is_any(at, PREPOSITIONS) && !begins_clause(at) || is_other_verb(passage, at)
        })
    }

    /// The phrase that ends before the verb, or before an insertion between commas there.
    pub(super) fn before_verb(&self) -> (Option<&'a FoundPerson>, Range<usize>) {
        let passage = &self.text.passage;
        let start = self.region.start;
        let end = back(passage, self.region.clone(), is_adverb);
        if end > start && passage.is_mark(end - 1, ',') {
            let close = end - 1;
            let comma = (start..close).rev().find(|&at| passage.is_mark(at, ','));
            if let Some(before) = comma.and_then(|comma| self.before_relative(comma)) {
                let subject = self.free().find(|person| person.tokens.end <= before);
                return (subject, start..before);
            }
            let ending = |at: usize| self.free().find(|person| person.tokens.end == at);
            let person = comma.and_then(ending).or_else(|| ending(close)).or_else(|| self.first_free());
            let appositive = comma.map_or(start, |comma| comma + 1)..close;
            return match person.filter(|person| person.tokens.start >= appositive.start) {
                Some(found) if found.form == MentionForm::Role => {
                    self.before_appositive(&appositive).unwrap_or((person, appositive))
                }
                _ => (person, start..comma.unwrap_or(close)),
            };
        }
        let begins = |at: usize| is_boundary(passage, at) || begins_clause(passage, at);
        let phrase_start = (start..end).rev().find(|&at| begins(at)).map_or(start, |at| at + 1);
        let phrase = phrase_start..end;
        if phrase.is_empty() {
            return (self.first_free(), phrase);
        }
        // A name with commas in it begins before the phrase and ends in it.
        let person = self.free().rfind(|person| person.tokens.end > phrase.start);
        let person = person.filter(|person| !self.is_modifier(person, &phrase));
        if let Some(joint) = person.and_then(|person| self.joint(person, &phrase)) {
            return (None, joint);
        }
        let person = person.or_else(|| self.antecedent(&phrase));
        match person {
            Some(found) if found.form == MentionForm::Role && found.tokens.start >= phrase.start => {
                self.before_appositive(&phrase).unwrap_or((person, phrase))
            }
            Some(_) => (person, phrase),
            None => self
                .before_appositive(&phrase)
                .or_else(|| self.before_two_appositives(&phrase))
                .unwrap_or((None, phrase)),
        }
    }

    /// "Ana Virta and Bo Lind said": the words for all who speak together, of whom the last stands in a phrase.
    fn joint(&self, last: &FoundPerson, phrase: &Range<usize>) -> Option<Range<usize>> {
        let passage = &self.text.passage;
        let mut first = last;
        while let Some(before) = self.free().rfind(|person| person.tokens.end <= first.tokens.start)
            && before.who != first.who
            && coordinated(passage, before.tokens.end, first.tokens.start)
        {
            first = before;
        }
        let joined = (first.tokens.end..last.tokens.start).any(|at| passage.is(at, "and"));
        let before = self.region.start..first.tokens.start;
        let is_subject = || before.clone().all(|at| self.text.passage.trigger(at).is_none());
        (joined && is_subject()).then_some(first.tokens.start..phrase.end.max(last.tokens.end))
    }

    /// "Ana Virta, a writer and one of the keepers said": whom a phrase after "and" tells more of, if what stands before
    /// it does, too.
    fn before_two_appositives(
        &self,
        phrase: &Range<usize>,
    ) -> Option<(Option<&'a FoundPerson>, Range<usize>)> {
        let passage = &self.text.passage;
        let and = phrase.start.checked_sub(1).filter(|&at| passage.is(at, "and"))?;
        let comma = (self.region.start..and).rev().find(|&at| passage.is_mark(at, ','))?;
        let opens = passage.is_any(comma + 1, words!["a", "an", "the"]);
        let is_phrase = opens && (comma + 1..and).all(|at| !is_other_verb(passage, at));
        self.before_appositive(&(comma + 1..phrase.end)).filter(|_| is_phrase)
    }

    /// "President Berg, accompanied by his wife, Eva Berg, said": the comma before the insertion in which somebody is
    /// named who belongs to the speaker, from the comma before that name.
    fn before_relative(&self, comma: usize) -> Option<usize> {
        let passage = &self.text.passage;
        let noun = comma.checked_sub(1).filter(|&noun| passage.kind(noun) == TokenKind::Lower)?;
        let owner = noun.checked_sub(1).filter(|&at| passage.is_any(at, words!["his", "her", "their"]))?;
        let governs = owner.checked_sub(1).filter(|&at| passage.is_any(at, PREPOSITIONS))?;
        (self.region.start..governs).rev().find(|&at| passage.is_mark(at, ','))
    }

    /// The one whose words are read out: "President Berg's message to the King read", "a letter from Ana Virta says".
    pub(in crate::extract::quote) fn writer(&self, phrase: &Range<usize>) -> Option<&'a FoundPerson> {
        const MOST_BETWEEN: usize = 2;
        let passage = &self.text.passage;
        let leads = phrase.end.checked_sub(1).is_some_and(|colon| passage.is_mark(colon, ':'));
        let is_text = |at: usize| {
            phrase.contains(&at) && (passage.is_any(at, TEXTS) || leads && passage.is_any(at, ANSWERS))
        };
        let before = |at: usize, back: usize| at.checked_sub(back);
        self.people().find(|person| {
            let Range { start, end } = person.tokens;
            let owned = end + usize::from(passage.kind(end) == TokenKind::Possessive);
            let owns =
                person.possessive && !self.is_governed(person) && (owned..=owned + MOST_BETWEEN).any(is_text);
            let from = before(start, 1).is_some_and(|at| passage.is_any(at, words!["from", "by", "of"]));
            // "a statement issued on Monday by Ana Virta"
            let is_known = |&at: &usize| self.region.contains(&at) && passage.is_any(at, TEXTS);
            let issued = || (2..=FARTHEST_TEXT).filter_map(|back| before(start, back)).find(is_known);
            // "a statement by his spokesperson" is not his.
            owns || from
                && !person.possessive
                && issued().is_some_and(|text| is_plain(passage, text + 1..start))
        })
    }

    /// The report or law that a clause begins with: "The report found that".
    pub(super) fn document(&self) -> Option<Range<usize>> {
        const MOST_BEFORE: usize = 4;
        let passage = &self.text.passage;
        let start = self.region.start;
        let reads = self.region.clone().any(|at| passage.is_any(at, words!["read", "reads"]));
        let noun = (start..self.region.end.min(start + MOST_BEFORE)).find(|&at| {
            (passage.is_any(at, DOCUMENTS) || reads && passage.is_any(at, TEXTS))
                && !passage.kind(at + 1).is_capital()
        })?;
        let opens = passage.is_any(start, words!["the", "this", "its", "their", "a"])
            && !passage.is(start + 1, "following");
        let is_one = (start..noun).all(|at| passage.kind(at).is_word() && !is_other_verb(passage, at));
        (opens && is_one).then_some(start..noun + 1)
    }

    /// "A Downing Street spokesperson": a name before a noun that it only tells more of.
    fn is_modifier(&self, person: &FoundPerson, phrase: &Range<usize>) -> bool {
        let passage = &self.text.passage;
        let next = person.tokens.end;
        phrase.contains(&next)
            && passage.kind(next) == TokenKind::Lower
            && !passage.is_any(next, PREPOSITIONS)
            && !passage.is_any(next, &["who", "and", "then", "himself", "herself"])
            && !is_adverb(passage, next)
            && !is_other_verb(passage, next)
    }

    /// "She met Ana Virta, Mayor of Ost, who said": the person before "who", whatever governs the name.
    fn antecedent(&self, phrase: &Range<usize>) -> Option<&'a FoundPerson> {
        if phrase.len() != 1 || !self.text.passage.is(phrase.start, "who") {
            return None;
        }
        let near = || self.people().rev().take_while(|person| person.tokens.end + APPOSITIVE > phrase.start);
        near().find(|person| person.form == MentionForm::Name).or_else(|| near().next())
    }

    /// "Ana Virta, keeper of the bridge said": whom the phrase before the verb tells more of, if no comma closes it.
    fn before_appositive(&self, phrase: &Range<usize>) -> Option<(Option<&'a FoundPerson>, Range<usize>)> {
        let passage = &self.text.passage;
        let comma = phrase.start.checked_sub(1).filter(|&at| passage.is_mark(at, ','))?;
        let is_name = |at: &usize| passage.kind(*at).is_capital() || passage.is_hyphen(*at);
        if let Some(person) = self.free().find(|person| person.tokens.end == comma) {
            return Some((Some(person), phrase.clone()));
        }
        let name = (self.region.start..comma).rev().take_while(is_name).last()?..comma;
        let opens = passage.is_any(name.start, PREPOSITIONS) || passage.is_any(name.start, PARTICIPLES);
        let begins = !opens
            && name.start.checked_sub(1).filter(|_| name.start > self.region.start).is_none_or(|before| {
                is_boundary(passage, before)
                    || passage.is_any(before, HONORIFICS)
                    || passage.is_mark(before, '.')
                        && before.checked_sub(1).is_some_and(|at| passage.is_any(at, HONORIFICS))
            });
        let words = name.clone().filter(|&at| passage.kind(at).is_word()).count();
        (begins && (2..=4).contains(&words) && !passage.has(name.end - 1, Class::Country))
            .then_some((None, name))
    }

    /// The phrase that follows the verb.
    pub(super) fn after_verb(&self) -> (Option<&'a FoundPerson>, Range<usize>) {
        let passage = &self.text.passage;
        let start = self.region.start;
        let end =
            (start + 1..self.region.end).find(|&at| is_boundary(passage, at) || is_adverbial(passage, at));
        let phrase = start..end.unwrap_or(self.region.end);
        let person = self.free().next().filter(|person| phrase.contains(&person.tokens.start));
        if let Some(joint) = person.and_then(|person| self.joint_after(person)) {
            return (None, joint);
        }
        (person, phrase)
    }

    /// "said Ana Virta and Bo Lind": the words for all who speak together, of whom the first follows the verb.
    fn joint_after(&self, first: &FoundPerson) -> Option<Range<usize>> {
        let passage = &self.text.passage;
        let mut last = first;
        while let Some(next) = self.free().find(|person| person.tokens.start >= last.tokens.end)
            && next.who != last.who
            && coordinated(passage, last.tokens.end, next.tokens.start)
        {
            last = next;
        }
        let joined = (first.tokens.end..last.tokens.start).any(|at| passage.is(at, "and"));
        let end = last.tokens.end;
        let ends = end >= self.region.end
            || is_adverbial(passage, end)
            || matches!(passage.kind(end), TokenKind::Mark(_) | TokenKind::Break);
        (joined && ends).then_some(first.tokens.start..end)
    }
}

/// How far before whoever wrote it the word for a text may stand, with "by".
const FARTHEST_TEXT: usize = 7;

/// Whether nothing but when and how a text was issued stands in some words: "issued on Monday by".
fn is_plain(passage: &Passage<'_>, words: Range<usize>) -> bool {
    let says = |at: usize| {
        passage.is_any(
            at,
            words![
                "issued", "signed", "sent", "released", "written", "made", "available", "on", "by", "from",
                "of", "the", "today", "yesterday",
            ],
        )
    };
    words
        .into_iter()
        .all(|at| says(at) || crate::extract::date::is_calendar_word(passage, at) || passage.is_mark(at, ','))
}

/// What stands before the name of somebody who holds no office.
const HONORIFICS: &Words =
    words!["dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.", "professor", "rev.", "sir"];

/// The longest appositive between a name and "who", in tokens.
const APPOSITIVE: usize = 16;

/// What is quoted as if it spoke.
const DOCUMENTS: &Words = words![
    "act", "agreement", "assessment", "audit", "bill", "charter", "code", "communique", "communiqué",
    "convention", "declaration", "inquiry", "judgment", "paper", "report", "resolution", "review",
    "statement", "study", "survey", "treaty",
];
