//! A person as one place of the text gives them.

use std::ops::Range;

use super::pronoun::STYLE;
use crate::extract::lexicon::Gender;
use crate::extract::role::FoundRole;
use crate::model::{Country, MentionForm};

/// A person as one place of the text gives them.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Sighting {
    /// All tokens: title, name and appositive.
    pub(in crate::extract) tokens: Range<usize>,
    /// The tokens of the name.
    pub(in crate::extract) name: Option<Range<usize>>,
    pub(in crate::extract) honorifics: Vec<Range<usize>>,
    /// The tokens of the rank, and its row.
    pub(in crate::extract) rank: Option<(Range<usize>, u32)>,
    pub(in crate::extract) roles: Vec<FoundRole>,
    pub(in crate::extract) post_nominals: Vec<Range<usize>>,
    /// The country that words beside the title or name tell: "Lithuanian Lt. Gen. …", "… of Japan".
    pub(in crate::extract) country: Option<Country>,
    pub(in crate::extract) gender: Gender,
    /// Whether an honorific tells the gender, and not merely a given name.
    pub(in crate::extract) is_gender_styled: bool,
    pub(in crate::extract) form: MentionForm,
    pub(in crate::extract) possessive: bool,
    /// The rule that read it.
    pub(in crate::extract) rule: &'static str,
}

impl Sighting {
    /// The gender that an honorific tells.
    pub(in crate::extract) fn styled_gender(&self) -> Gender {
        if self.is_gender_styled { self.gender } else { Gender::Unknown }
    }

    /// Whether it is a style that stands for somebody as a pronoun does: "His Royal Highness".
    pub(in crate::extract) fn is_style(&self) -> bool {
        self.rule == STYLE
    }

    pub(super) fn new(tokens: Range<usize>, rule: &'static str) -> Self {
        Self {
            tokens,
            name: None,
            honorifics: Vec::new(),
            rank: None,
            roles: Vec::new(),
            post_nominals: Vec::new(),
            country: None,
            gender: Gender::Unknown,
            is_gender_styled: false,
            form: MentionForm::Name,
            possessive: false,
            rule,
        }
    }
}
