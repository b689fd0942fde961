//! What every rule is tested by: a story that breaks it and no other, and one like it that breaks none.

use crate::model::{
    Block, Calendar, Commemoration, Date, Evidence, Facts, Id, Language, Meeting, MeetingMode, Name,
    Official, Part, Quote, Story, StoryDates, Visit,
};

/// A rule, a story that breaks it, and a story that comes close.
pub(in crate::validate) struct Case {
    pub(in crate::validate) rule: &'static str,
    /// Where the finding stands.
    path: &'static str,
    breaks: Story,
    keeps: Story,
}

pub(super) fn case(rule: &'static str, path: &'static str, breaks: Story, keeps: Story) -> Case {
    Case { rule, path, breaks, keeps }
}

/// Each case is found, once and where it says, and what comes close is not.
pub(super) fn check(cases: &[Case]) {
    for case in cases {
        let found = case.breaks.validate();
        let found: Vec<_> = found.findings.iter().map(|f| (f.rule, f.path.as_str(), &f.message)).collect();
        assert!(
            matches!(found.as_slice(), [(rule, path, _)] if (*rule, *path) == (case.rule, case.path)),
            "{} at {} is to be found alone, but the rules found {found:#?}",
            case.rule,
            case.path
        );
        assert_eq!(case.keeps.validate().to_string(), "", "what comes close to {} is sound", case.rule);
    }
}

/// A sound story, published on Friday, 30 November 2018.
pub(super) fn story() -> Story {
    Story::new("Minister opens bridge")
        .with_language(Language::new("en-GB").unwrap())
        .with_dates(StoryDates::new().with_first_published(on("2018-11-30")))
        .with_block(Block::paragraph("Minister Aino Virta opened the bridge at Ost on Friday."))
}

/// A sound story of one official, `official-1`, with other facts.
pub(super) fn with_facts(fill: impl FnOnce(Facts) -> Facts) -> Story {
    story().with_facts(fill(Facts::new().with_official(official())))
}

pub(super) fn with_visit(fill: impl FnOnce(Visit) -> Visit) -> Story {
    with_facts(|facts| facts.with_visit(fill(Visit::new(Id::numbered("visit", 1)))))
}

pub(super) fn with_meeting(fill: impl FnOnce(Meeting) -> Meeting) -> Story {
    let meeting = Meeting::new(Id::numbered("meeting", 1), MeetingMode::InPerson);
    with_facts(|facts| facts.with_meeting(fill(meeting)))
}

pub(super) fn with_commemoration(fill: impl FnOnce(Commemoration) -> Commemoration) -> Story {
    with_facts(|facts| facts.with_commemoration(fill(Commemoration::new(Id::numbered("commemoration", 1)))))
}

pub(super) fn with_quote(quote: Quote) -> Story {
    with_facts(|facts| facts.with_quote(quote))
}

/// A sound story with another body.
pub(super) fn with_body(blocks: impl IntoIterator<Item = Block>) -> Story {
    let mut story = story();
    story.body = blocks.into_iter().collect();
    story
}

pub(super) fn paragraphs<const N: usize>(texts: [&str; N]) -> Story {
    with_body(texts.map(Block::paragraph))
}

pub(super) fn official() -> Official {
    Official::new(Id::numbered("official", 1)).with_name(Name::western("Aino Virta"))
}

/// The name in the first block of [`story`].
pub(super) fn evidence() -> Evidence {
    Evidence::new(Part::Block(0), 9..19, "name").with_text("Aino Virta")
}

pub(super) fn on(day: &str) -> Date {
    Date::day(day.parse().unwrap())
}

pub(super) fn from_to(start: &str, end: &str) -> Date {
    let day = |day: &str| Calendar::Day(day.parse().unwrap());
    Date::new(format!("{start} to {end}"))
        .with_calendar(Calendar::from(crate::model::DateRange::new(day(start), day(end))))
}
