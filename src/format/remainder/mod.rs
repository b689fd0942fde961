//! What a format has no slot for, kept at its extension point.
//!
//! A format such as NITF has a slot for a headline and none for the confidence of a reading. What its
//! slots say of a story is the *native* story; the [`Remainder`] is the difference between the full
//! story and that, so that native story and remainder give the full story again. It stands in the
//! document as one line of JSON:
//!
//! ```json
//! {"of":"5e4d0e7cbf2f3a11","grounds":{…},"parts":[["facts/officials/0/country","FI"],["facts/visits/1..",[…]]]}
//! ```
//!
//! | member | what it is |
//! |---|---|
//! | `whole` | a mark of the format, where it has no better place for it |
//! | `of` | the fingerprint of the native story: [`Fingerprint`] |
//! | `grounds` | the evidence of all facts, if it is not what the native story has: [`Grounds`]; the parts then have none |
//! | `parts` | pairs of where in the story (a JSON pointer, RFC 6901, without the first `/`) and what stands there |
//!
//! The last step `N..` of a path is the members of a list from `N` on, counted from 0. A value of `null` is a
//! field that the full story leaves empty.
//!
//! Other systems edit documents and know nothing of the remainder. When the native story is not the one that it
//! was made for, it is left aside and that is told: it is never applied to what it may not fit.

mod fingerprint;
mod grounds;
mod parts;
#[cfg(test)]
#[path = "../../../tests/strategy/mod.rs"]
#[allow(
    unreachable_pub,
    clippy::field_reassign_with_default,
    reason = "written as integration tests see the crate"
)]
pub(super) mod strategy;

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use self::fingerprint::Fingerprint;
use self::grounds::Grounds;
use self::parts::{Misfit, Parts};
use crate::error::{Trouble, TroubleKind, WriteError};
use crate::model::Story;

/// What a native story lacks of the full one.
#[derive(Debug, Serialize)]
pub(crate) struct Remainder {
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<&'static str>,
    of: Fingerprint,
    #[serde(skip_serializing_if = "Option::is_none")]
    grounds: Option<Grounds<'static>>,
    parts: Vec<(String, Box<RawValue>)>,
}

/// A remainder as it stands in a document.
#[derive(Debug, Deserialize)]
pub(crate) struct Told<'t> {
    of: Fingerprint,
    #[serde(default, borrow)]
    grounds: Option<Grounds<'t>>,
    #[serde(borrow)]
    parts: Vec<Part<'t>>,
}

/// Where in a story, and what stands there.
#[derive(Debug, Deserialize)]
struct Part<'t>(#[serde(borrow)] Cow<'t, str>, #[serde(borrow)] &'t RawValue);

impl Remainder {
    /// What `native` lacks of `full`; none if they are equal.
    ///
    /// # Errors
    ///
    /// If a part of `full` cannot be told in JSON, with its path.
    pub(crate) fn between(full: &Story, native: &Story) -> Result<Option<Self>, WriteError> {
        let (mut groundless, mut natively) = (full.clone(), native.clone());
        let grounds = Grounds::take(&mut groundless);
        let grounds = Some(grounds).filter(|grounds| *grounds != Grounds::take(&mut natively));
        let mut differences = Differences::default();
        match grounds {
            Some(_) => groundless.compare(&natively, &mut differences),
            None => full.compare(native, &mut differences),
        }
        if let Some(refused) = differences.refused {
            return Err(refused);
        }
        if grounds.is_none() && differences.parts.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self { whole: None, of: Fingerprint::of(native), grounds, parts: differences.parts }))
    }

    /// Begins with a member `whole`, for a format that marks there that a document is as it was written.
    #[cfg(feature = "ninjs")]
    pub(crate) fn with_whole(mut self, mark: &'static str) -> Self {
        self.whole = Some(mark);
        self
    }
}

impl fmt::Display for Remainder {
    /// JSON on one line, of characters that XML 1.0 can hold.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_json::to_string(self).map_err(|_| fmt::Error)?;
        if text.contains(['\u{FFFE}', '\u{FFFF}']) {
            return f.write_str(&text.replace('\u{FFFE}', "\\ufffe").replace('\u{FFFF}', "\\uffff"));
        }
        f.write_str(&text)
    }
}

impl<'t> Told<'t> {
    /// Reads what [`Remainder`] writes.
    ///
    /// # Errors
    ///
    /// If it is no remainder, without its place in the document, which the caller knows.
    pub(crate) fn read(text: &'t str) -> Result<Self, Trouble> {
        serde_json::from_str(text).map_err(|error| {
            let message =
                format!("these additions to the document cannot be read, and are left aside: {error}");
            Trouble::new(TroubleKind::InvalidValue, message)
        })
    }

    /// Makes the native story the full one. If it is not the story that this was made for, it stays as it is.
    ///
    /// What could not be applied is told, without its place in the document.
    pub(crate) fn apply(self, native: &mut Story) -> Vec<Trouble> {
        if Fingerprint::of(native) != self.of {
            let message = "the document was edited after these additions to it were written, \
                           so they are left aside: extract the facts anew";
            return vec![Trouble::new(TroubleKind::InvalidValue, message)];
        }
        self.apply_unchecked(native)
    }

    /// Whether it says anything of a field of the story.
    #[cfg(feature = "ninjs")]
    pub(crate) fn changes(&self, field: &str) -> bool {
        self.parts.iter().any(|Part(path, _)| path.split('/').next() == Some(field))
    }

    /// Whether it says what the facts rest on, so that nothing that the native story has of that is kept.
    #[cfg(feature = "nitf")]
    pub(crate) fn has_grounds(&self) -> bool {
        self.grounds.is_some()
    }

    /// As [`apply`](Self::apply), to a story that is known to be the one that this was made for.
    pub(crate) fn apply_unchecked(self, native: &mut Story) -> Vec<Trouble> {
        if self.grounds.is_some() {
            native.facts = std::mem::take(&mut native.facts).without_evidence();
        }
        let misfit = |path: &str, wrong: Misfit| {
            let message = format!("the addition at story/{path} does not fit: {wrong}");
            Trouble::new(TroubleKind::InvalidValue, message)
        };
        let put = |Part(path, value): &Part<'_>| {
            native.put(Some(path), value.get()).err().map(|wrong| misfit(path, wrong))
        };
        let mut troubles: Vec<Trouble> = self.parts.iter().filter_map(put).collect();
        // The facts are whole by now, and so are the texts that they were read in.
        if let Some(grounds) = self.grounds
            && let Err(wrong) = grounds.restore(native)
        {
            troubles.push(misfit("facts", wrong));
        }
        troubles
    }
}

/// The parts in which two stories differ, as they are found.
#[derive(Default)]
struct Differences {
    path: String,
    parts: Vec<(String, Box<RawValue>)>,
    refused: Option<WriteError>,
}

impl Differences {
    /// Compares what stands at a step below the present path.
    fn at(&mut self, step: impl fmt::Display, compare: impl FnOnce(&mut Self)) {
        let outside = self.path.len();
        if outside > 0 {
            self.path.push('/');
        }
        self.path.push_str(&step.to_string());
        compare(self);
        self.path.truncate(outside);
    }

    /// Notes one thing at the present path for all from the part `from` on, if that is shorter.
    fn shorten<T: Serialize + ?Sized>(&mut self, from: usize, whole: &T) {
        let parts = self.parts.get(from..).unwrap_or_default();
        let length: usize = parts.iter().map(|(path, value)| path.len() + value.get().len()).sum();
        if let Ok(value) = serde_json::value::to_raw_value(whole)
            && self.path.len() + value.get().len() < length
        {
            self.parts.truncate(from);
            self.parts.push((self.path.clone(), value));
        }
    }

    /// Notes what the full story has at the present path.
    fn note<T: Serialize + ?Sized>(&mut self, part: &T) {
        match serde_json::value::to_raw_value(part) {
            Ok(value) => self.parts.push((self.path.clone(), value)),
            Err(error) => {
                self.refused = Some(WriteError::new(format!("story/{}", self.path), error.to_string()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Calendar, Date, Facts, Id, Name, Official, StoryDates, Visit};

    fn remainder(full: &Story, native: &Story) -> Remainder {
        Remainder::between(full, native).unwrap().unwrap()
    }

    fn official(number: usize) -> Official {
        Official::new(Id::numbered("official", number)).with_name(Name::western("Aino Virta"))
    }

    proptest::proptest! {
        #[test]
        fn a_native_story_and_its_remainder_give_the_full_story(
            full in strategy::story(&strategy::any_text()),
            native in strategy::story(&strategy::any_text()),
        ) {
            let mut applied = native.clone();
            if let Some(remainder) = Remainder::between(&full, &native).unwrap() {
                let text = remainder.to_string();
                proptest::prop_assert!(text.chars().all(strategy::is_xml_char), "{:?}", text);
                proptest::prop_assert_eq!(Told::read(&text).unwrap().apply(&mut applied), []);
            }
            proptest::prop_assert_eq!(applied, full);
        }
    }

    #[test]
    fn equal_stories_leave_nothing() {
        let story = Story::new("A").with_block(Block::paragraph("B"));
        assert!(Remainder::between(&story, &story).unwrap().is_none());
    }

    #[test]
    fn only_what_differs_is_told() {
        let native = Story::new("A").with_facts(
            Facts::new().with_official(official(1)).with_visit(Visit::new(Id::numbered("visit", 1))),
        );
        let mut full = native.clone();
        full.standfirst = Some("\u{7}\u{FFFF}".to_owned());
        full.facts.officials[0].honorifics.push("Dr".to_owned());
        full.facts.officials.push(official(2));
        full.facts.visits.clear();
        let text = remainder(&full, &native).to_string();
        let parts = text.split_once(r#""parts":"#).unwrap().1;
        assert_eq!(
            parts,
            r#"[["standfirst","\u0007\uffff"],["facts/officials/0/honorifics/0..",["Dr"]],["facts/officials/1..",[{"id":"official-2","name":[{"kind":"given","text":"Aino"},{"kind":"family","text":"Virta"}]}]],["facts/visits/0..",[]]]}"#
        );
        let mut applied = native;
        assert_eq!(Told::read(&text).unwrap().apply(&mut applied), []);
        assert_eq!(applied, full);
    }

    #[test]
    fn the_offset_of_a_moment_is_kept() {
        let at = |text: &str| {
            let instant = Calendar::Instant(text.parse().unwrap());
            Story::new("").with_dates(StoryDates::new().with_updated(Date::new("now").with_calendar(instant)))
        };
        let (full, mut native) = (at("2022-05-04T12:00:00+02:00"), at("2022-05-04T10:00:00+00:00"));
        let text = remainder(&full, &native).to_string();
        Told::read(&text).unwrap().apply(&mut native);
        assert_eq!(format!("{native:?}"), format!("{full:?}"));
    }

    #[test]
    fn an_edited_document_keeps_its_own_words() {
        let native = Story::new("A").with_block(Block::paragraph("B"));
        let text = remainder(&native.clone().with_standfirst("S"), &native).to_string();
        let mut edited = native.with_block(Block::paragraph("C"));
        let before = edited.clone();
        let troubles = Told::read(&text).unwrap().apply(&mut edited);
        assert!(troubles[0].message.contains("edited"), "{troubles:?}");
        assert_eq!(edited, before);
    }

    #[test]
    fn what_does_not_fit_is_told_and_the_rest_applied() {
        let native = Story::new("A");
        let of = serde_json::to_string(&Fingerprint::of(&native)).unwrap();
        let parts = r#"[["standfirst","S"],["mood","good"],["id","a b"],["body/3",1],["body/1..",[]],["headline/x",1],["",1]]"#;
        let text = format!(r#"{{"of":{of},"parts":{parts}}}"#);
        let mut applied = native;
        let troubles = Told::read(&text).unwrap().apply(&mut applied);
        assert_eq!(applied, Story::new("A").with_standfirst("S"));
        assert_eq!(troubles.len(), 6, "{troubles:?}");
        assert!(troubles[0].message.starts_with("the addition at story/mood does not fit"));
        assert!(Told::read("{}").is_err());
    }
}
