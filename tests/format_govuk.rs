//! GOV.UK: the examples of its Content API, what its schemas ask for, and the promises of every format.

#![cfg(feature = "govuk")]

mod strategy;

use std::fs;
use std::path::{Path, PathBuf};

use newsdesk::{
    Block, BlockKind, BoilerplateRole, Byline, Date, Dateline, Format, Id, Iri, Language, LossReport, Media,
    Name, Official, Organisation, Participant, Place, Qualifier, ReadOptions, Role, RoleKind, Story,
    StoryKind, Subject, TroubleKind,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/conformance/govuk").join(name)
}

/// The examples by name; none, saying so, where the folder is absent.
fn examples() -> Vec<(String, Value)> {
    let Ok(files) = fs::read_dir(folder("examples")) else {
        println!("skipped: no ../shared/conformance/govuk/examples");
        return Vec::new();
    };
    let mut examples: Vec<(String, Value)> = files
        .map(|file| file.unwrap().path())
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
        })
        .collect();
    examples.sort_by(|one, other| one.0.cmp(&other.0));
    println!("{} items of GOV.UK", examples.len());
    examples
}

fn example(name: &str) -> Option<(Value, Story)> {
    let (_, item) = examples().into_iter().find(|(known, _)| known == name)?;
    let story = read(&item);
    Some((item, story))
}

fn read(item: &Value) -> Story {
    Format::GovUk.read(item.to_string().as_bytes()).unwrap().story
}

fn written(story: &Story) -> Value {
    serde_json::from_slice(&Format::GovUk.write(story).unwrap()).unwrap()
}

/// The words of HTML, taken out without a parser: tags away, the few references of the examples resolved.
fn words(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    for (reference, character) in
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    {
        text = text.replace(reference, character);
    }
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_example_is_read_and_its_text_is_complete() {
    for (name, item) in examples() {
        let reading = Format::GovUk.read(item.to_string().as_bytes()).unwrap();
        assert_eq!(reading.diagnostics, [], "{name}");
        let story = reading.story;
        assert_eq!(Format::detect(item.to_string().as_bytes()), Some(Format::GovUk), "{name}");
        assert_eq!(item["title"], *story.headline, "{name}");
        assert_eq!(item["locale"], *story.language.as_ref().unwrap().as_str(), "{name}");
        let body = item["details"]["body"].as_str().unwrap();
        let text: String = story.body.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(text.chars().filter(|c| !c.is_whitespace()).collect::<String>(), words(body), "{name}");
        let quotations = body.matches("<blockquote>").map(|_| ()).count();
        let begun = story.body.iter().enumerate().filter(|(at, block)| match block.kind {
            BlockKind::Quotation { starts } => {
                starts || !matches!(story.body[at.saturating_sub(1)].kind, BlockKind::Quotation { .. })
            }
            _ => false,
        });
        assert_eq!(begun.count(), quotations, "{name}");
        assert!(
            story.kind.is_some() && story.anchor().is_some() && !story.publishers.is_empty()
                || name.contains("world"),
            "{name}"
        );
    }
}

#[test]
fn every_example_is_written_as_it_was() {
    for (name, item) in examples() {
        let story = read(&item);
        assert_eq!(written(&story), item, "{name}");
        assert_eq!(Format::GovUk.loss(&story), LossReport::default(), "{name}");
    }
}

/// Where two documents differ.
fn differences(one: &Value, other: &Value, path: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for name in one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))) {
                let (one, other) =
                    (one.get(name).unwrap_or(&Value::Null), other.get(name).unwrap_or(&Value::Null));
                differences(one, other, &format!("{path}/{name}"), found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                differences(one, other, &format!("{path}/{index}"), found);
            }
        }
        _ if one != other => found.push(path.to_owned()),
        _ => {}
    }
}

#[test]
fn an_edit_of_an_example_changes_nothing_else() {
    for (name, item) in examples() {
        let mut story = read(&item);
        story.headline = "Another headline".to_owned();
        let was = story.body[0].text.clone();
        story.body[0].text.push_str(" And more.");
        let named = story.facts.officials.first_mut().filter(|official| official.name.is_some());
        let person = named.is_some();
        if let Some(official) = named {
            official.name = Some(Name::western("Ann Fell"));
        }
        if let Some(line) = &mut story.dateline {
            line.date = Some(Date::instant("2020-02-03T10:00:00+00:00".parse().unwrap()));
        }
        let edited = written(&story);
        let mut found = Vec::new();
        differences(&item, &edited, "", &mut found);
        let places = [
            "/title", "/details/body", "/details/delivered_on", "/links/people/0/title",
            "/links/speaker/0/title",
        ];
        assert!(found.iter().all(|place| places.contains(&place.as_str())), "{name}: {found:?}");
        assert_eq!(edited["title"], "Another headline");
        let (before, after) =
            (item["details"]["body"].as_str().unwrap(), edited["details"]["body"].as_str().unwrap());
        let last: String = was.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        assert!(
            after.contains(&format!("{} And more.", last.replace('&', "&amp;")))
                || after.contains(" And more."),
            "{name}"
        );
        let normal = |html: &str| {
            newsdesk::format::html::update(
                html,
                &newsdesk::format::html::read(html, None, &newsdesk::Limits::new()).unwrap().blocks,
            )
        };
        assert_eq!(normal(before), before);
        if person {
            let titles = [&edited["links"]["people"][0]["title"], &edited["links"]["speaker"][0]["title"]];
            assert!(
                titles.iter().any(|title| title.as_str().is_some_and(|title| title.contains("Ann Fell"))),
                "{name}"
            );
        }
        let back = read(&edited);
        assert_eq!(back.headline, story.headline);
        assert_eq!(back.body, story.body, "{name}");
        assert_eq!(back.facts.officials, story.facts.officials, "{name}");
        assert_eq!(back.dateline.map(|line| line.date), story.dateline.map(|line| line.date), "{name}");
    }
}

#[test]
fn a_speech_has_its_speaker_its_place_and_its_day() {
    let Some((_, story)) = example("speech-written-statement-parliament") else { return };
    assert_eq!(story.kind, Some(StoryKind::WrittenStatement));
    let line = story.dateline.unwrap();
    assert_eq!(
        (line.text.as_str(), line.place),
        ("House of Commons, 20 December 2016", Some(Place::new("House of Commons")))
    );
    let byline = story.byline.unwrap();
    let speaker = story.facts.official(&byline.authors[0]).unwrap();
    assert_eq!((byline.text.as_str(), speaker.label().as_str()), ("Nick Gibb MP", "Nick Gibb"));
    assert_eq!(story.dates.first_published.unwrap().raw, "2016-05-12T17:07:00.000+00:00");
    let Some((_, story)) = example("speech-speaker-without-profile") else { return };
    assert_eq!(story.byline, Some(Byline::new("Her Majesty the Queen")));
    assert!(story.subjects.iter().any(|subject| subject.name == "Queen's Speech 2016"));
}

#[test]
fn people_have_the_roles_beside_them() {
    let Some((_, story)) = example("best-practice-press-release") else { return };
    let browne = &story.facts.officials[0];
    assert_eq!(browne.label(), "Jeremy Browne");
    assert_eq!(browne.roles[0].title, "Minister of State for Crime Prevention");
    assert_eq!(browne.roles[0].kind, Some(RoleKind::Minister));
    assert_eq!(story.publishers[0].name, "Home Office");
    assert_eq!(story.country().unwrap().as_str(), "GB");
}

#[test]
fn withdrawn_and_translated_items_say_so() {
    let Some((_, story)) = example("news_article_withdrawn") else { return };
    assert_eq!(story.dates.withdrawn.unwrap().raw, "2019-08-22T10:29:02+01:00");
    let translations: Vec<&str> = story
        .links
        .iter()
        .filter(|link| link.relation.as_deref() == Some("translation"))
        .map(|link| link.target.as_str())
        .collect();
    assert_eq!(
        translations,
        ["https://www.gov.uk/government/news/christmas-2016-prime-ministers-message.ur"]
    );
    let Some((_, story)) = example("news_article_news_story_translated_arabic") else { return };
    assert_eq!(story.language, Some(Language::new("ur").unwrap()));
    assert!(story.body[0].text.starts_with("وزیراعظم"));
    assert_eq!(story.body[1].kind, BlockKind::Quotation { starts: false });
}

#[cfg(feature = "extract")]
#[test]
fn block_quotes_have_their_speakers() {
    for (name, expected) in [
        ("best-practice-news-story", &["Robert Goodwill"][..]),
        ("news_article", &["Theresa May"]),
        ("world_news_story_news_article", &["Theresa May"]),
        ("news_article_press_release", &["Kevin Fenton", "Muir Gray", "Dan Howarth", "Ellie Cannon"]),
    ] {
        let Some((_, story)) = example(name) else { return };
        let story = newsdesk::Extractor::new().extract(story);
        let speakers: Vec<String> = story
            .facts
            .quotes
            .iter()
            .filter_map(|quote| match quote.speaker.as_ref()? {
                Participant::Official(id) => Some(story.facts.official(id)?.label()),
                Participant::Described(words) => Some(words.clone()),
                _ => None,
            })
            .collect();
        for speaker in expected {
            assert!(speakers.iter().any(|name| name == speaker), "{name}: {speakers:?}");
        }
    }
}

/// An office that ended before the story, one that is held, and one that came later.
#[test]
fn appointments_are_roles_as_they_were_on_the_day() {
    let appointment = |title: &str, started: &str, ended: Value| {
        json!({"content_id": "ca7a1ae3-7a30-11e4-a3cb-005056011aef",
        "locale": "en", "title": "a", "details": {"started_on": started, "ended_on": ended, "current": ended.is_null()},
        "links": {"role": [{"title": title, "locale": "en", "document_type": "ministerial_role"}]}})
    };
    let item = json!({"document_type": "news_story", "first_published_at": "2020-05-05T00:00:00Z", "title": "a",
    "details": {"body": "<p>b"}, "links": {"people": [{"title": "The Rt Hon Ann Fell MP", "links": {"role_appointments": [
        appointment("Minister", "2010-01-01T00:00:00+00:00", json!("2012-01-01T00:00:00+00:00")),
        appointment("Secretary", "2019-01-01T00:00:00+00:00", json!("2021-01-01T00:00:00+00:00")),
        appointment("Chancellor", "2021-01-01T00:00:00+00:00", json!(null)),
    ]}}]}});
    let story = read(&item);
    let roles: Vec<String> = story.facts.officials[0].roles.iter().map(ToString::to_string).collect();
    assert_eq!(roles, ["Former Minister", "Secretary"]);
    assert_eq!(written(&story), item);
    let mut edited = story.clone();
    edited.facts.officials[0].roles[1].title = "Foreign Secretary".to_owned();
    assert_eq!(
        written(&edited)["links"]["people"][0]["links"]["role_appointments"][1]["links"]["role"][0]["title"],
        "Foreign Secretary"
    );
}

#[test]
fn trouble_is_reported_where_it_stands_and_the_rest_is_there() {
    let item = r#"{"title": 5, "document_type": "guide", "locale": "en_GB", "first_published_at": "yesterday",
 "public_updated_at": " 2020-05-05 10:00:00 +0100", "base_path": "no path",
 "links": {"people": ["Ann", {"name": "Bob"}, {"title": "Cy Dee"}], "organisations": {}},
 "details": {"body": "<p>One</p><a href='//[::'>x</a>", "image": {"alt_text": "a"}}}"#;
    let reading = Format::GovUk.read(item.as_bytes()).unwrap();
    let found: Vec<String> = reading.diagnostics.iter().map(ToString::to_string).collect();
    for (place, words) in [
        ("line 1, column 11: item/title:", "expected text"),
        ("line 1, column 31: item/document_type:", "no news"),
        ("item/locale:", "en_GB"),
        ("item/first_published_at:", "yesterday"),
        ("line 2, column 23: item/public_updated_at:", "RFC 3339"),
        ("item/base_path:", "no path"),
        ("item/links/people[1]:", "expected an object"),
        ("item/links/people[2]:", "without a title"),
        ("item/links/organisations:", "expected a list"),
        ("item/details/body:", "//[::"),
        ("item/details/image:", "where it is"),
    ] {
        assert!(
            found.iter().any(|line| line.contains(place) && line.contains(words)),
            "{place} {words}: {found:#?}"
        );
    }
    let story = reading.story;
    assert_eq!(story.kind, Some(StoryKind::from("guide")));
    assert_eq!(story.dates.updated.as_ref().unwrap().edtf().as_deref(), Some("2020-05-05T10:00:00+01:00"));
    assert_eq!(story.facts.officials[0].label(), "Cy Dee");
    assert_eq!(story.body[0], Block::paragraph("One"));
    assert_eq!(written(&story), serde_json::from_str::<Value>(item).unwrap());
    let strict = ReadOptions::new().with_strict(true);
    let error = Format::GovUk.read_with(item.as_bytes(), &strict).unwrap_err();
    assert_eq!(error.trouble(), &reading.diagnostics[0]);
}

#[test]
fn a_body_that_is_too_deep_is_refused() {
    let item = json!({"title": "a", "details": {"body": "<div>".repeat(10_000)}});
    let error = Format::GovUk.read(item.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.trouble().kind, TroubleKind::Limit);
    assert_eq!(error.trouble().path.as_deref(), Some("item/details/body"));
    assert!(error.trouble().position.is_some());
}

#[test]
fn documents_cut_off_or_of_other_sorts_are_refused() {
    let whole = written(&sample()).to_string();
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let error = Format::GovUk.read(&whole.as_bytes()[..end]).unwrap_err();
        assert!(error.trouble().position.is_some());
    }
    for other in ["[]", "<p>", "5", "\u{7}"] {
        assert!(Format::GovUk.read(other.as_bytes()).is_err());
    }
}

/// A press release with something in every slot.
fn sample() -> Story {
    let ann = Official::new(Id::new("a").unwrap())
        .with_name(Name::western("Ann Fell"))
        .with_honorific("The Rt Hon")
        .with_post_nominal("MP")
        .with_role(
            Role::new("Minister of Works")
                .with_kind(RoleKind::Minister)
                .with_organisation("Ministry of Works"),
        )
        .with_role(Role::new("Mayor").with_qualifier(Qualifier::Former));
    let page = |path: &str| Iri::new(format!("https://www.gov.uk{path}")).unwrap();
    let mut story = Story::new("Bridge opens")
        .with_kind(StoryKind::PressRelease)
        .with_language(Language::new("en").unwrap())
        .with_iri(page("/government/news/bridge"))
        .with_standfirst("It is long.")
        .with_publisher(Organisation::new(Id::new("b").unwrap(), "Ministry of Works"))
        .with_subject(Subject::new("Roads"))
        .with_media(Media::new(Iri::new("https://example.org/a.jpg").unwrap()).with_alt("A bridge"))
        .with_block(Block::paragraph("Minister of Works Ann Fell said:"))
        .with_block(Block::quotation("It is open."))
        .with_block(Block::boilerplate(BoilerplateRole::Contact, "Press office"));
    story.facts.officials =
        vec![ann, Official::new(Id::new("c").unwrap()).with_role(Role::new("Mayor of Ost"))];
    story.dates.first_published = Some(Date::day("2022-05-04".parse().unwrap()));
    story.byline = Some(Byline::new("Ann Fell").with_author(Id::new("a").unwrap()));
    story.dateline = Some(Dateline::new("Ost").with_place(Place::new("Ost")));
    story
}

struct Schemas(Vec<(String, jsonschema::Validator)>);

impl Schemas {
    fn new() -> Self {
        let schemas = ["news_article", "speech", "fatality_notice"].into_iter().filter_map(|name| {
            let Ok(schema) = fs::read(folder("schema").join(format!("{name}.json"))) else {
                println!("skipped: no schema of {name}");
                return None;
            };
            let schema: Value = serde_json::from_slice(&schema).unwrap();
            let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
            Some((name.to_owned(), validator))
        });
        Self(schemas.collect())
    }

    fn errors(&self, item: &Value) -> Vec<String> {
        let Some((_, schema)) = self.0.iter().find(|(name, _)| item["schema_name"] == **name) else {
            assert!(self.0.is_empty(), "no schema of {}", item["schema_name"]);
            return Vec::new();
        };
        schema.iter_errors(item).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    fn check(&self, item: &Value) {
        let errors = self.errors(item);
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn what_is_written_is_valid() {
    let schemas = Schemas::new();
    for kind in StoryKind::KNOWN {
        schemas.check(&written(&sample().with_kind(kind.clone())));
        schemas.check(&written(&Story::new("").with_kind(kind.clone())));
    }
    // The examples, and the same without what they keep.
    for (name, item) in examples() {
        let mut story = read(&item);
        // One of them has a path where an address should be.
        assert_eq!(schemas.errors(&written(&story)), schemas.errors(&item), "{name}");
        story.extensions.clear();
        schemas.check(&written(&story));
    }
}

#[test]
fn the_sample_loses_what_has_no_slot_and_no_more() {
    let losses: Vec<String> = Format::GovUk.loss(&sample()).dropped.iter().map(ToString::to_string).collect();
    assert_eq!(losses.iter().filter(|loss| loss.contains("roles")).count(), 0, "{losses:#?}");
    assert!(losses.iter().any(|loss| loss.starts_with("story/dateline: ")), "{losses:#?}");
    assert!(losses.iter().any(|loss| loss.starts_with("story/dates/first_published/")), "{losses:#?}");
}

proptest! {
    #![proptest_config(strategy::cases(256))]

    #[test]
    fn what_is_held_reads_back(story in strategy::story(&strategy::any_text())) {
        let bytes = Format::GovUk.write(&story).unwrap();
        let reading = Format::GovUk.read(&bytes).unwrap();
        let held = Format::GovUk.project(&story);
        prop_assert_eq!(&reading.story, &held);
        prop_assert_eq!(&reading.diagnostics, &[]);
        prop_assert_eq!(Format::GovUk.project(&held), held.clone());
        prop_assert_eq!(Format::GovUk.loss(&story), LossReport::between(&story, &reading.story));
        thread_local!(static SCHEMAS: Schemas = Schemas::new());
        SCHEMAS.with(|schemas| schemas.check(&serde_json::from_slice(&bytes).unwrap()));
    }

    #[test]
    fn a_kept_item_takes_any_edit(at in any::<proptest::sample::Index>(), other in strategy::story(&strategy::any_text()), part in 0..8_usize) {
        let examples = EXAMPLES.with(Clone::clone);
        if examples.is_empty() {
            return Ok(());
        }
        let item = at.get(&examples);
        let mut story = read(item);
        match part {
            0 => story.headline = other.headline,
            1 => story.standfirst = other.standfirst,
            2 => story.body = other.body,
            3 => story.dates = other.dates,
            4 => story.facts.officials = other.facts.officials,
            5 => story.publishers.extend(other.publishers),
            6 => story.subjects.extend(other.subjects),
            _ => {
                story.body.remove(0);
                story.body.extend(other.body);
            }
        }
        let bytes = Format::GovUk.write(&story).unwrap();
        let back = Format::GovUk.read(&bytes).unwrap().story;
        prop_assert_eq!(&back, &Format::GovUk.project(&story));
        match part {
            0 => prop_assert_eq!(back.headline, story.headline),
            1 => prop_assert_eq!(back.standfirst, story.standfirst),
            2 | 7 => prop_assert_eq!(back.body, newsdesk::format::html::project(&story.body)),
            _ => {}
        }
    }

    #[test]
    fn a_mutated_item_never_panics(at in any::<proptest::sample::Index>(), length in 0..20_usize, put in strategy::any_text()) {
        let mut bytes = written(&sample()).to_string().into_bytes();
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, put.bytes());
        match Format::GovUk.read(&bytes) {
            Ok(reading) => prop_assert!(reading.diagnostics.iter().all(|trouble| trouble.position.is_some())),
            Err(error) => prop_assert!(error.trouble().position.is_some(), "{}", error),
        }
    }
}

thread_local!(static EXAMPLES: Vec<Value> = examples().into_iter().map(|(_, item)| item).collect());
