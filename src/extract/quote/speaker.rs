//! Who the words beside direct speech name.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::lexicon::{Class, Frame, trigger};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::attribution::{Cue, Subject, TEXTS, is_adverb};
use super::epithet::Epithet;
use super::leader::country_led;
use super::sender::{of_text_only, sender, told_in_text};
use crate::model::{Country, MentionForm, Participant};

/// What a cue tells of the speaker.
pub(super) enum Named {
    Speaker(Participant),
    /// Whoever leads a country, and the words for it: "the Liberian leader".
    Leader(Country, Participant),
    /// Words that stand for somebody of whom the story has told, and the words: "the top Finnish diplomat".
    Epithet(Epithet, Participant),
    /// "the statement", of which the story has not told whose it is, and the words.
    Text(Participant),
    /// "it": a body or a text.
    Body,
    /// "he", "she", and nobody is found to whom that refers.
    Pronoun,
    Nobody,
}

/// The speaker whom a cue names.
pub(super) fn speaker(cue: &Cue, texts: &[Annotated<'_>]) -> Named {
    named(cue, texts, true)
}

/// The speaker whom a cue names; "the statement" is looked for among what was told before, if that is `sought`.
fn named(cue: &Cue, texts: &[Annotated<'_>], sought: bool) -> Named {
    let Some(text) = texts.get(cue.passage) else { return Named::Nobody };
    let clause = Clause { text, region: cue.region.clone() };
    let (person, phrase) = match cue.subject {
        Subject::Last => clause.before_verb(),
        Subject::First => clause.after_verb(),
        Subject::OfClause => (clause.first_free(), 0..0),
        Subject::All => (clause.people().next(), cue.region.clone()),
    };
    // "The King's message to Ana Virta reads": the clause is all that the words of a text have.
    let of_text = if cue.subject == Subject::OfClause { &cue.region } else { &phrase };
    let person = person.or_else(|| clause.writer(of_text)).or_else(|| sender(texts, cue.passage, of_text));
    match person {
        Some(person) => Named::Speaker(person.who.clone()),
        None if cue.subject == Subject::OfClause => {
            clause.document().map_or(Named::Nobody, |words| described(&text.passage, words))
        }
        None if cue.describes => {
            if let Some(told) = told_in_text(texts, cue.passage, &phrase).filter(|_| sought) {
                return named(&told, texts, false);
            }
            let passage = &text.passage;
            if of_text_only(passage, &phrase) && sought {
                return match described(passage, phrase) {
                    Named::Speaker(words) => Named::Text(words),
                    named => named,
                };
            }
            match (country_led(passage, &phrase), described(passage, phrase.clone())) {
                (Some(country), Named::Speaker(words)) => Named::Leader(country, words),
                (None, Named::Speaker(words)) => match Epithet::of(passage, phrase) {
                    Some(epithet) => Named::Epithet(epithet, words),
                    None => Named::Speaker(words),
                },
                (_, named) => named,
            }
        }
        None => Named::Nobody,
    }
}

/// The words of a clause, and the people in it.
pub(super) struct Clause<'a, 't> {
    pub(super) text: &'a Annotated<'t>,
    pub(super) region: Range<usize>,
}

impl<'a> Clause<'a, '_> {
    fn people(&self) -> impl DoubleEndedIterator<Item = &'a FoundPerson> {
        within(&self.text.people, self.region.clone()).iter()
    }

    /// Those who can be the subject of a verb: not "with Ana Virta", not "Ana Virta's".
    fn free(&self) -> impl DoubleEndedIterator<Item = &'a FoundPerson> {
        self.people().filter(|person| !person.possessive && !self.is_governed(person))
    }

    pub(super) fn first_free(&self) -> Option<&'a FoundPerson> {
        self.free().next()
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
    fn before_verb(&self) -> (Option<&'a FoundPerson>, Range<usize>) {
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
        let person = person.or_else(|| self.antecedent(&phrase));
        match person {
            Some(found) if found.form == MentionForm::Role && found.tokens.start >= phrase.start => {
                self.before_appositive(&phrase).unwrap_or((person, phrase))
            }
            Some(_) => (person, phrase),
            None => self.before_appositive(&phrase).unwrap_or((None, phrase)),
        }
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
    pub(super) fn writer(&self, phrase: &Range<usize>) -> Option<&'a FoundPerson> {
        const MOST_BETWEEN: usize = 2;
        let passage = &self.text.passage;
        let is_text = |at: usize| phrase.contains(&at) && passage.is_any(at, TEXTS);
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
            owns || from && issued().is_some_and(|text| is_plain(passage, text + 1..start))
        })
    }

    /// The report or law that a clause begins with: "The report found that".
    fn document(&self) -> Option<Range<usize>> {
        const MOST_BEFORE: usize = 4;
        let passage = &self.text.passage;
        let start = self.region.start;
        let noun = (start..self.region.end.min(start + MOST_BEFORE))
            .find(|&at| passage.is_any(at, DOCUMENTS) && !passage.kind(at + 1).is_capital())?;
        let opens = passage.is_any(start, words!["the", "this", "its", "their", "a"]);
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
        let begins = !opens && (name.start == self.region.start || is_boundary(passage, name.start - 1));
        let words = name.clone().filter(|&at| passage.kind(at).is_word()).count();
        (begins && (2..=4).contains(&words) && !passage.has(name.end - 1, Class::Country))
            .then_some((None, name))
    }

    /// The phrase that follows the verb.
    fn after_verb(&self) -> (Option<&'a FoundPerson>, Range<usize>) {
        let passage = &self.text.passage;
        let start = self.region.start;
        let end =
            (start + 1..self.region.end).find(|&at| is_boundary(passage, at) || is_adverbial(passage, at));
        let phrase = start..end.unwrap_or(self.region.end);
        (self.free().next().filter(|person| phrase.contains(&person.tokens.start)), phrase)
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
                "issued",
                "signed",
                "sent",
                "released",
                "written",
                "made",
                "available",
                "on",
                "by",
                "from",
                "of",
                "the",
                "today",
                "yesterday",
            ],
        )
    };
    words
        .into_iter()
        .all(|at| says(at) || super::super::date::is_calendar_word(passage, at) || passage.is_mark(at, ','))
}

/// The longest appositive between a name and "who", in tokens.
const APPOSITIVE: usize = 16;

/// The end of a range without the last words of a kind.
pub(super) fn back(
    passage: &Passage<'_>,
    tokens: Range<usize>,
    is: impl Fn(&Passage<'_>, usize) -> bool,
) -> usize {
    tokens.clone().rev().find(|&at| !is(passage, at)).map_or(tokens.start, |at| at + 1)
}

const PREPOSITIONS: &Words = words![
    "of",
    "for",
    "with",
    "by",
    "to",
    "from",
    "at",
    "under",
    "alongside",
    "behind",
    "after",
    "before",
    "between",
    "about",
    "against",
    "on",
    "in",
    "via",
    "through",
    "without",
    "than",
    "like",
    "including",
    "beside",
    "near",
    "over",
    "accompanied",
    "thanking",
    "meeting",
];

/// What is quoted as if it spoke.
const DOCUMENTS: &Words = words![
    "act",
    "agreement",
    "assessment",
    "audit",
    "bill",
    "charter",
    "code",
    "communique",
    "communiqué",
    "convention",
    "declaration",
    "inquiry",
    "judgment",
    "paper",
    "report",
    "resolution",
    "review",
    "statement",
    "study",
    "survey",
    "treaty",
];

/// A verb of another kind than saying.
fn is_other_verb(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Lower
        && passage
            .longest(at, Class::Trigger)
            .and_then(|found| trigger(found.entry.value))
            .is_some_and(|trigger| trigger.frame != Frame::Say)
}

/// A mark or a word that no noun phrase goes across.
fn is_boundary(passage: &Passage<'_>, at: usize) -> bool {
    match passage.kind(at) {
        TokenKind::Break => true,
        TokenKind::Mark('-' | '‑' | '‐' | '.' | '&' | '/' | '(' | ')' | '\'' | '’') => false,
        TokenKind::Mark(_) => true,
        TokenKind::Lower => {
            passage.is_any(
                at,
                words![
                    "and", "but", "as", "when", "while", "because", "that", "if", "although", "though", "so",
                    "where", "whereas",
                ],
            ) && !joins_names(passage, at)
        }
        _ => false,
    }
}

/// "a row broke out after the mayor posted": where the clause of the verb begins that a phrase ends before.
fn begins_clause(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["after", "before"])
        && passage.is_any(at + 1, words!["the", "a", "an", "he", "she", "they", "his", "her", "their"])
}

/// "the Minister of Trade and Industry", where the "and" begins no clause.
fn joins_names(passage: &Passage<'_>, at: usize) -> bool {
    passage.is(at, "and")
        && passage.kind(at + 1).is_capital()
        && at.checked_sub(1).is_some_and(|before| passage.kind(before).is_capital())
}

/// A word that begins an adverbial after a speaker: "said Ana Virta in Ost".
fn is_adverbial(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(
        at,
        words![
            "in",
            "on",
            "at",
            "during",
            "after",
            "before",
            "following",
            "today",
            "yesterday",
            "speaking",
            "who",
            "ahead",
            "later",
            "while",
        ],
    )
}

/// A noun phrase as a description, unless it is a pronoun or no phrase.
fn described(passage: &Passage<'_>, phrase: Range<usize>) -> Named {
    let end = back(passage, phrase.clone(), is_adverb);
    // "Sir Robert's reply read": the words of the phrase are whose it is.
    let possessive = (phrase.start..end).find(|&at| passage.kind(at) == TokenKind::Possessive);
    let end = possessive.filter(|&at| at + 1 == end).unwrap_or(end);
    let leads = |at: &usize| {
        passage.is_any(*at, LEADING) || matches!(passage.kind(*at), TokenKind::Mark(_) | TokenKind::Break)
    };
    let Some(start) = (phrase.start..end).find(|at| !leads(at)) else { return Named::Nobody };
    let is_object = end - start == 1 && passage.is_any(start, words!["him", "her", "them"]);
    if is_object || passage.is_any(end - 1, words!["he", "she", "they"]) {
        return Named::Pronoun;
    }
    if end - start == 1 && passage.is(start, "it") {
        return Named::Body;
    }
    let start = if start < end && passage.is_any(start, PARTICIPLES) {
        name_at_end(passage, start..end)
    } else {
        start
    };
    let is_phrase = start < end
        && end - start <= LONGEST
        && (start..end).all(|at| !is_other_verb(passage, at) && !passage.is_any(at, NO_DESCRIPTION))
        && !passage.is_any(start, PREPOSITIONS)
        && !passage.is_any(end - 1, PREPOSITIONS);
    if is_phrase { Named::Speaker(Participant::described(passage.words(start..end))) } else { Named::Nobody }
}

/// Where the capitalised words begin that a phrase ends with: "Speaking before the visit Mr Lind".
fn name_at_end(passage: &Passage<'_>, phrase: Range<usize>) -> usize {
    let is_name = |at: &usize| passage.kind(*at).is_capital();
    let name = phrase.clone().rev().take_while(is_name).last().unwrap_or(phrase.end);
    let article =
        name.checked_sub(1).filter(|&at| at > phrase.start && passage.is_any(at, &["the", "a", "an"]));
    article.unwrap_or(name)
}

/// Words that begin a clause before a speaker.
const PARTICIPLES: &Words = words![
    "speaking",
    "commenting",
    "announcing",
    "welcoming",
    "responding",
    "following",
    "writing",
    "visiting"
];

/// The longest description, in tokens.
const LONGEST: usize = 20;

/// Words before a noun phrase that are not of it.
pub(super) const LEADING: &Words = words![
    "but",
    "and",
    "so",
    "then",
    "meanwhile",
    "yesterday",
    "today",
    "however",
    "when",
    "while",
    "as",
    "that",
    "also",
    "earlier",
    "later",
];

/// Words of clauses and first persons, which no description of a speaker has.
const NO_DESCRIPTION: &Words = words![
    "who", "is", "was", "are", "were", "be", "been", "would", "could", "should", "may", "might", "must", "i",
    "we", "you", "my", "it", "this", "these", "which", "what", "there", "not", "if",
];
