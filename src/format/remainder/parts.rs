//! Comparing and placing the parts of the model by path: one table of its fields gives both.

use std::borrow::Cow;

use chrono::Weekday;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Differences;
use crate::model::*;

/// A value of the model that is compared, and filled, part by part.
///
/// This goes over the values themselves. Over `serde_json::Value`, which costs an allocation a member, the same
/// takes several times as long.
pub(super) trait Parts: PartialEq + Serialize + DeserializeOwned {
    /// Notes where this differs from what a format has of it; as a whole, if it has no parts.
    fn compare(&self, native: &Self, differences: &mut Differences) {
        if self != native {
            differences.note(self);
        }
    }

    /// Puts a value, in JSON, at `path` below the part of this that is called `step`.
    fn put_in(&mut self, step: &str, path: Option<&str>, value: &str) -> Result<(), Misfit> {
        let _ = (path, value);
        Err(Misfit::NoSuchPart(step.to_owned()))
    }

    /// Puts a value, in JSON, at `path`: in place of this, where there is none.
    fn put(&mut self, path: Option<&str>, value: &str) -> Result<(), Misfit> {
        let Some(path) = path else {
            *self = serde_json::from_str(value)?;
            return Ok(());
        };
        match path.split_once('/') {
            Some((step, rest)) => self.put_in(step, Some(rest), value),
            None => self.put_in(path, None, value),
        }
    }
}

/// Why a value cannot stand where a path says.
#[derive(Debug, thiserror::Error)]
pub(super) enum Misfit {
    #[error("there is no {0:?}")]
    NoSuchPart(String),
    #[error("what the facts rest on is told for other facts")]
    Grounds,
    #[error(transparent)]
    Value(#[from] serde_json::Error),
}

impl<T: Parts> Parts for Option<T> {
    fn compare(&self, native: &Self, differences: &mut Differences) {
        match (self, native) {
            (Some(full), Some(native)) => full.compare(native, differences),
            (None, None) => {}
            _ => differences.note(self),
        }
    }

    fn put_in(&mut self, step: &str, path: Option<&str>, value: &str) -> Result<(), Misfit> {
        match self {
            Some(present) => present.put_in(step, path, value),
            None => Err(Misfit::NoSuchPart(step.to_owned())),
        }
    }
}

impl<T: Parts> Parts for Vec<T> {
    fn compare(&self, native: &Self, differences: &mut Differences) {
        let before = differences.parts.len();
        let both = self.len().min(native.len());
        let mut first = both;
        for (index, (full, native)) in self.iter().zip(native).enumerate() {
            differences.at(index, |differences| full.compare(native, differences));
            if differences.parts.len() > before {
                first = first.min(index);
            }
        }
        if self.len() != native.len() {
            let more = self.get(both..).unwrap_or_default();
            differences.at(format_args!("{both}.."), |differences| differences.note(more));
        }
        // Lists that only look alike are told shorter as a whole.
        if differences.parts.len() > before + 2 {
            let rest = self.get(first..).unwrap_or_default();
            differences.at(format_args!("{first}.."), |differences| differences.shorten(before, rest));
        }
    }

    fn put_in(&mut self, step: &str, path: Option<&str>, value: &str) -> Result<(), Misfit> {
        let no_such_part = || Misfit::NoSuchPart(step.to_owned());
        if let Some(start) = step.strip_suffix("..") {
            let start = start.parse().ok().filter(|start| *start <= self.len()).ok_or_else(no_such_part)?;
            let more: Self = serde_json::from_str(value)?;
            self.truncate(start);
            self.extend(more);
            return Ok(());
        }
        let index: usize = step.parse().map_err(|_| no_such_part())?;
        self.get_mut(index).ok_or_else(no_such_part)?.put(path, value)
    }
}

impl Parts for Calendar {
    fn compare(&self, native: &Self, differences: &mut Differences) {
        // Moments are equal in any offset from UTC, and stories tell theirs.
        if self != native || self.to_string() != native.to_string() {
            differences.note(self);
        }
    }
}

impl Parts for Cow<'static, str> {}

macro_rules! whole {
    ($($type:ident)*) => { $(impl Parts for $type {})* };
}

whole! {
    bool u32 usize String
    ActKind Anniversary BlockKind Confidence Country Direction Id IdentifierScheme Iri Language Marking MeetingMode
    MentionForm Name Part Participant PlaceKind PrecedenceScope Qualifier Rank Relative RoleKind Status StoryKind
    VisitKind Weekday
}

macro_rules! fields {
    ($($type:ident { $($field:ident)* })*) => { $(
        impl Parts for $type {
            fn compare(&self, native: &Self, differences: &mut Differences) {
                // A field that the table leaves out is an error here.
                let Self { $($field),* } = self;
                $(differences.at(stringify!($field), |differences| $field.compare(&native.$field, differences));)*
            }

            fn put_in(&mut self, step: &str, path: Option<&str>, value: &str) -> Result<(), Misfit> {
                match step {
                    $(stringify!($field) => self.$field.put(path, value),)*
                    _ => Err(Misfit::NoSuchPart(step.to_owned())),
                }
            }
        }
    )* };
}

fields! {
    Story {
        id iri kind language headline standfirst dateline byline publishers dates subjects rights links media body
        facts extensions
    }
    Dateline { text place date }
    Byline { text authors }
    StoryDates { first_published updated embargo withdrawn }
    Subject { name identifiers }
    Rights { holder notice terms licence }
    Link { target relation title }
    Media { source media_type caption alt credit }
    Block { kind text language }
    Extension { format path value }
    Facts { officials organisations visits meetings commemorations quotes dates }
    Official { id name honorifics rank post_nominals roles country identifiers mentions }
    Role { title kind organisation jurisdiction qualifier evidence }
    Mention { form evidence }
    Organisation { id name abbreviation country identifiers evidence }
    Visit {
        id visitors companions legs dates days hosts meetings kind direction status engagements invitation purpose
        precedence background evidence
    }
    Leg { country places dates }
    Engagement { text place date evidence }
    Precedence { scope ordinal place since since_event evidence }
    Meeting { id party with mode status place date subject evidence }
    Commemoration { id remembered anniversary named_day acts date evidence }
    Remembered { text person date }
    Act { kind actors place date evidence }
    Quote { id speaker paragraphs marking lead_in evidence }
    DateMention { date evidence }
    Date { raw calendar weekday relative approximate resolved }
    Place { name kind country identifiers }
    Identifier { scheme value retired }
    Evidence { part start end text rule confidence in_quote }
}
