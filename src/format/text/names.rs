//! The words by which plain text says what a line is.

use crate::model::{BoilerplateRole, StoryKind};

/// The labels that stand before a headline and a colon, in lower case, beside those that are the name
/// of a kind itself.
const LABELS: &[(&str, StoryKind)] = &[
    ("news", StoryKind::NewsStory),
    ("news release", StoryKind::PressRelease),
    ("media release", StoryKind::PressRelease),
    ("press notice", StoryKind::PressRelease),
    ("press statement", StoryKind::Statement),
    ("world news", StoryKind::WorldNewsStory),
    ("oral statement", StoryKind::OralStatement),
    ("written statement", StoryKind::WrittenStatement),
    ("press advisory", StoryKind::MediaAdvisory),
    ("readout", StoryKind::Readout),
];

/// The words that begin a headline and are a part of it, in lower case.
const OPENINGS: &[(&str, StoryKind)] = &[
    ("readout of ", StoryKind::Readout),
    ("joint statement ", StoryKind::JointStatement),
    ("joint press statement ", StoryKind::JointStatement),
    ("statement by ", StoryKind::Statement),
    ("statement from ", StoryKind::Statement),
    ("statement of ", StoryKind::Statement),
    ("statement on ", StoryKind::Statement),
    ("remarks by ", StoryKind::Speech),
    ("remarks at ", StoryKind::Speech),
    ("speech by ", StoryKind::Speech),
    ("speech at ", StoryKind::Speech),
    ("transcript of ", StoryKind::Transcript),
];

/// The longest label, in bytes, with some odd spacing.
const LABEL_LIMIT: usize = 60;

/// The kind that `label` names, in any case and with any spacing.
pub(super) fn kind_of_label(label: &str) -> Option<StoryKind> {
    if label.len() > LABEL_LIMIT {
        return None;
    }
    let is = |name: &str| same_words(label, name);
    let listed = LABELS.iter().find(|(name, _)| is(name)).map(|(_, kind)| kind.clone());
    listed.or_else(|| StoryKind::KNOWN.iter().find(|kind| is(kind.as_str())).cloned())
}

/// The label of a kind, as it is written before a headline; none if it would not be read back.
pub(super) fn label_of_kind(kind: &StoryKind) -> Option<String> {
    let name = kind.as_str();
    kind_of_label(name).filter(|read| read == kind)?;
    let initial = name.chars().next()?;
    Some(initial.to_uppercase().chain(name.chars().skip(1)).collect())
}

/// The kind that the first words of a headline give, as "Readout of" does.
pub(super) fn kind_of_opening(headline: &str) -> Option<StoryKind> {
    OPENINGS.iter().find(|(words, _)| strip_prefix(headline, words).is_some()).map(|(_, kind)| kind.clone())
}

/// `text` without the ASCII words `prefix`, in any case.
pub(super) fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn same_words(text: &str, words: &str) -> bool {
    let mut expected = words.split(' ');
    let same = text
        .split_whitespace()
        .all(|word| expected.next().is_some_and(|wanted| wanted.eq_ignore_ascii_case(word)));
    same && expected.next().is_none()
}

/// Lines that say that a press release may be used at once.
pub(super) const IMMEDIATE: &[&str] = &["for immediate release", "immediate release"];

/// What stands before the date of an embargo, in lower case; the longer before the shorter.
pub(super) const EMBARGO: &[&str] = &[
    "strictly embargoed until",
    "under embargo until",
    "embargoed until",
    "embargoed to",
    "embargoed till",
    "embargo until",
    "embargo lifts",
    "embargoed:",
    "embargo:",
    "not for publication or broadcast before",
    "not for publication or broadcast until",
    "not to be published or broadcast before",
    "not for publication before",
    "not for publication until",
    "not for release before",
    "not for release until",
];

/// How the writer introduces the date of an embargo.
pub(super) const EMBARGO_WRITTEN: &str = "EMBARGOED UNTIL";

/// Words of an office: a line "Name, Office" under a headline is a byline if it has one of them.
pub(super) const OFFICES: &[&str] = &[
    "Administrator", "Adviser", "Advisor", "Ambassador", "Chair", "Chancellor", "Chief", "Commissioner",
    "Coordinator", "Correspondent", "Counselor", "Director", "Editor", "Envoy", "General", "Governor",
    "Minister", "Officer", "President", "Reporter", "Representative", "Secretary", "Spokesman",
    "Spokesperson", "Spokeswoman",
];

/// Marks that a story ends, in lower case and without their spaces, dashes and brackets.
pub(super) const END_MARKS: &[&str] = &["ends", "end", "30", "ends.", "###", "##"];

/// The heads of tails, in lower case and without a final colon.
pub(super) const HEADS: &[(&str, BoilerplateRole)] = &[
    ("notes to editors", BoilerplateRole::Notes),
    ("note to editors", BoilerplateRole::Notes),
    ("notes to editor", BoilerplateRole::Notes),
    ("notes for editors", BoilerplateRole::Notes),
    ("note for editors", BoilerplateRole::Notes),
    ("editors' notes", BoilerplateRole::Notes),
    ("editor's notes", BoilerplateRole::Notes),
    ("editors’ notes", BoilerplateRole::Notes),
    ("editor’s notes", BoilerplateRole::Notes),
    ("editors notes", BoilerplateRole::Notes),
    ("notes", BoilerplateRole::Notes),
    ("contact", BoilerplateRole::Contact),
    ("contacts", BoilerplateRole::Contact),
    ("contact us", BoilerplateRole::Contact),
    ("contact details", BoilerplateRole::Contact),
    ("contact information", BoilerplateRole::Contact),
    ("media contact", BoilerplateRole::Contact),
    ("media contacts", BoilerplateRole::Contact),
    ("press contact", BoilerplateRole::Contact),
    ("press contacts", BoilerplateRole::Contact),
    ("press office", BoilerplateRole::Contact),
    ("enquiries", BoilerplateRole::Contact),
    ("inquiries", BoilerplateRole::Contact),
    ("media enquiries", BoilerplateRole::Contact),
    ("media inquiries", BoilerplateRole::Contact),
    ("press enquiries", BoilerplateRole::Contact),
    ("press inquiries", BoilerplateRole::Contact),
    ("for media enquiries", BoilerplateRole::Contact),
    ("for media inquiries", BoilerplateRole::Contact),
    ("for more information contact", BoilerplateRole::Contact),
    ("for further information contact", BoilerplateRole::Contact),
];

/// How a sentence begins that tells the press whom to ask.
pub(super) const CONTACT_OPENINGS: &[&str] = &[
    "for further information",
    "for more information",
    "for additional information",
    "for media enquiries",
    "for media inquiries",
    "for press enquiries",
    "for press inquiries",
    "media enquiries",
    "press enquiries",
];

/// Verbs of speech that end a lead-in.
pub(super) const SPEECH_VERBS: &[&str] = &[
    "said", "says", "say", "saying", "added", "adds", "commented", "comments", "stated", "states",
    "continued", "continues", "explained", "explains", "remarked", "concluded", "concludes", "noted",
    "responded", "replied", "declared", "told", "wrote",
];
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read_in_any_case_and_spacing() {
        assert_eq!(kind_of_label("PRESS   RELEASE "), Some(StoryKind::PressRelease));
        assert_eq!(kind_of_label("World news story"), Some(StoryKind::WorldNewsStory));
        assert_eq!(kind_of_label("ORAL STATEMENT TO PARLIAMENT"), Some(StoryKind::OralStatement));
        assert_eq!(kind_of_label("press releases"), None);
    }

    #[test]
    fn every_known_kind_has_a_label_that_reads_back() {
        for kind in StoryKind::KNOWN {
            let label = label_of_kind(kind).unwrap();
            assert_eq!(kind_of_label(&label).as_ref(), Some(kind), "{label}");
        }
    }
}
