//! What is written in a lossless format and read again is the same story.

mod strategy;

use std::fmt::Debug;

use newsdesk::*;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

/// Equal, and equal in what `==` does not compare: the offset of a moment.
fn assert_same<T: PartialEq + Debug>(read: &T, written: &T) -> TestCaseResult {
    prop_assert_eq!(read, written);
    prop_assert_eq!(format!("{read:?}"), format!("{written:?}"));
    Ok(())
}

/// A format reads the story that it wrote, without a diagnostic even when strict.
fn survives(format: Format, story: &Story) -> TestCaseResult {
    let bytes = format.write(story).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let reading = format
        .read_with(&bytes, &ReadOptions::new().with_strict(true))
        .map_err(|error| TestCaseError::fail(format!("{error}\n{}", String::from_utf8_lossy(&bytes))))?;
    prop_assert_eq!(&reading.diagnostics, &[]);
    assert_same(&reading.story, story)
}

proptest! {
    #![proptest_config(strategy::cases(1_000))]

    #[test]
    fn a_story_survives_xml(story in strategy::story(&strategy::xml_text())) {
        survives(Format::Xml, &story)?;
    }

    #[test]
    fn a_story_survives_json(story in strategy::story(&strategy::any_text())) {
        survives(Format::Json, &story)?;
    }

    #[test]
    fn xml_holds_any_text_or_says_where_it_cannot(story in strategy::story(&strategy::any_text())) {
        let holds = serde_json::to_string(&story).unwrap();
        let holds = serde_json::from_str::<serde_json::Value>(&holds).unwrap();
        match Format::Xml.write(&story) {
            Ok(_) => {
                prop_assert!(first_forbidden(&holds).is_none());
                survives(Format::Xml, &story)?;
            }
            Err(error) => {
                prop_assert!(first_forbidden(&holds).is_some());
                prop_assert!(error.path.starts_with("story"), "{}", error);
                prop_assert!(error.message.contains("U+"), "{}", error);
            }
        }
    }
}

proptest! {
    #![proptest_config(strategy::cases(1_000))]

    #[test]
    fn a_loss_is_told_if_and_only_if_stories_differ(
        one in strategy::story(&strategy::any_text()),
        other in strategy::story(&strategy::any_text()),
    ) {
        prop_assert!(LossReport::between(&one, &one.clone()).is_empty());
        prop_assert_eq!(LossReport::between(&one, &other).is_empty(), one == other);
        let mut bare = one.clone();
        bare.facts = Facts::new();
        let report = LossReport::between(&one, &bare);
        let paths: Vec<&str> = report.dropped.iter().map(|loss| loss.path.as_str()).collect();
        prop_assert_eq!(paths, if one == bare { vec![] } else { vec!["story/facts"] });
        prop_assert!(report.dropped.iter().all(|loss| !loss.value.contains('\n')));
    }

    #[test]
    fn the_loss_of_a_format_is_what_its_projection_lacks(story in strategy::story(&strategy::any_text())) {
        for format in Format::ALL {
            prop_assert_eq!(format.loss(&story).is_empty(), format.project(&story) == story, "{}", format);
        }
        prop_assert!(Format::Xml.loss(&story).is_empty() && Format::Json.loss(&story).is_empty());
    }
}

/// A string in the tree with a character that XML cannot hold.
fn first_forbidden(value: &serde_json::Value) -> Option<&str> {
    match value {
        serde_json::Value::String(text) => {
            text.contains(|c| !strategy::is_xml_char(c)).then_some(text.as_str())
        }
        serde_json::Value::Array(members) => members.iter().find_map(first_forbidden),
        serde_json::Value::Object(members) => members.values().find_map(first_forbidden),
        _ => None,
    }
}

/// Each type alone, through XML and JSON.
macro_rules! alone {
    ($($test:ident: $type:ident from $strategy:ident;)*) => {
        proptest! {
            #![proptest_config(strategy::cases(1_000))]
            $(
                #[test]
                fn $test(value in strategy::$strategy(&strategy::xml_text()), any in strategy::$strategy(&strategy::any_text())) {
                    assert_same(&$type::from_xml(&value.to_xml().unwrap()).unwrap(), &value)?;
                    assert_same(&$type::from_json(&any.to_json().unwrap()).unwrap(), &any)?;
                }
            )*
        }
    };
}

alone! {
    an_official_survives_alone: Official from official;
    an_organisation_survives_alone: Organisation from organisation;
    a_visit_survives_alone: Visit from visit;
    a_meeting_survives_alone: Meeting from meeting;
    a_commemoration_survives_alone: Commemoration from commemoration;
    a_quote_survives_alone: Quote from quote;
    facts_survive_alone: Facts from facts;
}

#[test]
fn a_character_that_xml_cannot_hold_is_refused_with_its_path() {
    let id = Id::new("official-1").unwrap();
    let with_facts = |facts| Story::new("").with_facts(facts);
    for (story, path) in [
        (Story::new("a bell: \u{7}"), "story/headline"),
        (
            Story::new("").with_block(Block::paragraph("")).with_block(Block::paragraph("\0")),
            "story/body/paragraph[2]",
        ),
        (
            Story::new("").with_block(Block::heading(1, "a")).with_block(Block::paragraph("\u{FFFE}")),
            "story/body/paragraph[1]",
        ),
        (Story::new("").with_kind(StoryKind::from("\u{1B}")), "story/@kind"),
        (
            with_facts(Facts::new().with_official(
                Official::new(id.clone()).with_role(Role::new("").with_organisation("\u{FFFF}")),
            )),
            "story/facts/official[1]/role[1]/organisation",
        ),
        (
            with_facts(
                Facts::new()
                    .with_visit(Visit::new(id.clone()))
                    .with_visit(Visit::new(id.clone()).with_status(Status::from("\u{2}"))),
            ),
            "story/facts/visit[2]/@status",
        ),
        (
            with_facts(Facts::new().with_visit(Visit::new(id).with_visitor(Participant::described("\u{B}")))),
            "story/facts/visit[1]/visitors/described[1]",
        ),
    ] {
        assert_eq!(Format::Xml.write(&story).unwrap_err().path, path);
    }
}
