//! ninjs: the IPTC's verdicts and examples, round trips 3 and 4, and bad input.

#![cfg(feature = "ninjs")]

mod strategy;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use newsdesk::format::ninjs::{self, Version};
use newsdesk::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn shared(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/conformance/ninjs")).join(path)
}

/// The files of a folder and of those in it that end so, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("skipped: {} is not here", folder.display());
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => files(&path, ending),
            path if path.to_string_lossy().ends_with(ending) => vec![path],
            _ => Vec::new(),
        })
        .collect();
    found.sort();
    found
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The IPTC's schema of the version that is written.
fn schema() -> Option<jsonschema::Validator> {
    let read = |path: &str| std::fs::read(shared(path)).ok().map(|bytes| parsed(&bytes));
    let (schema, geojson) = (read("ninjs-schema_3.1.json")?, read("suite/GeoJSON-schema.json")?);
    let registry = jsonschema::Registry::new()
        .add("https://geojson.org/schema/GeoJSON.json", geojson)
        .unwrap()
        .prepare()
        .unwrap();
    Some(jsonschema::options().with_registry(&registry).build(&schema).unwrap())
}

#[test]
fn every_file_of_the_suite_gets_the_verdict_of_the_iptc() {
    let mut count = 0;
    for verdict in ["should_pass", "should_fail"] {
        for version in Version::all() {
            let name = version.to_string();
            let folder = if name.ends_with('x') { format!("{name}_dev") } else { name };
            for path in files(&shared(&format!("suite/{folder}/{verdict}")), ".json") {
                let findings = ninjs::validate(&std::fs::read(&path).unwrap(), Some(version));
                assert_eq!(findings.is_empty(), verdict == "should_pass", "{}: {findings:?}", path.display());
                assert!(findings.iter().all(|finding| finding.position.is_some()), "{findings:?}");
                count += 1;
            }
        }
    }
    println!("{count} files of the suite");
    assert!(count == 0 || count == 228);
}

/// The scalar values of a document, each as often as it stands there.
fn scalars(value: &Value, into: &mut BTreeMap<String, usize>) {
    match value {
        Value::Object(members) => members.values().for_each(|value| scalars(value, into)),
        Value::Array(items) => items.iter().for_each(|value| scalars(value, into)),
        scalar => {
            *into.entry(scalar.to_string()).or_default() += 1;
            // What had to become text is looked into.
            let inside = scalar.as_str().filter(|text| text.starts_with(['{', '[']));
            if let Some(Ok(inside)) = inside.map(serde_json::from_str) {
                scalars(&inside, into);
            }
        }
    }
}

/// The values of the original that the document written again does not hold, the standard that it
/// declares aside. What is upgraded has the words of 3.1:
/// a scheme stands at the start of a URI, a code at its end.
fn lost(original: &Value, written: &Value) -> Vec<String> {
    let mut original = original.clone();
    for standard in ["standard", "$standard"] {
        original.as_object_mut().unwrap().remove(standard);
    }
    let (mut had, mut has) = (BTreeMap::new(), BTreeMap::new());
    scalars(&original, &mut had);
    scalars(written, &mut has);
    let is_held = |value: &str, times: usize| {
        let renamed = match value {
            "\"complete\"" => "\"full\"",
            "\"incomplete\"" => "\"partial\"",
            other => other,
        };
        let text = renamed.trim_matches('"');
        let as_text = format!("\"{text}\"");
        has.get(renamed).or_else(|| has.get(&as_text)).is_some_and(|held| *held >= times)
            || has
                .keys()
                .map(|held| held.trim_matches('"'))
                .any(|held| held.starts_with(text) || held.ends_with(text))
    };
    had.into_iter().filter(|(value, times)| !is_held(value, *times)).map(|(value, _)| value).collect()
}

fn examples() -> Vec<(PathBuf, Value)> {
    let mut found = Vec::new();
    let passing = files(&shared("suite"), ".json").into_iter().filter(|path| {
        let path = path.to_string_lossy();
        path.contains("should_pass") && !path.contains("_dev")
    });
    for path in files(&shared("examples"), ".json").into_iter().chain(passing) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(value) = serde_json::from_slice::<Value>(&bytes) else { continue };
        let items = match value {
            Value::Array(items) => items,
            item => vec![item],
        };
        let is_item = |item: &&Value| item.get("uri").is_some();
        found.extend(items.iter().filter(is_item).map(|item| (path.clone(), item.clone())));
    }
    found
}

#[test]
fn every_example_is_read_and_written_again_with_all_that_it_says() {
    let examples = examples();
    for (path, original) in &examples {
        let bytes = original.to_string();
        let reading = Format::Ninjs.read(bytes.as_bytes()).unwrap();
        let written = Format::Ninjs.write(&reading.story).unwrap();
        let document = parsed(&written);
        assert_eq!(lost(original, &document), Vec::<String>::new(), "{}", path.display());
        if original.get("bodies").is_some_and(|it| it.is_array()) && original.get("versionCreated").is_some()
        {
            assert_eq!(&document, original, "{}", path.display());
        }
        let again = Format::Ninjs.read(&written).unwrap();
        assert_eq!(
            again.story,
            Format::Ninjs.read(&Format::Ninjs.write(&again.story).unwrap()).unwrap().story
        );
        let bare = |story: &Story| story.clone().without_extensions();
        assert_eq!(bare(&again.story), bare(&reading.story), "{}", path.display());
    }
    println!("{} examples", examples.len());
}

#[test]
fn what_an_upgraded_example_says_is_valid() {
    let Some(schema) = schema() else { return };
    let mut count = 0;
    for (path, original) in examples() {
        let valid = ninjs::validate(original.to_string().as_bytes(), None).is_empty();
        if !valid {
            continue;
        }
        let story = Format::Ninjs.read(original.to_string().as_bytes()).unwrap().story;
        let document = parsed(&Format::Ninjs.write(&story).unwrap());
        let errors: Vec<String> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{}", path.display());
        count += 1;
    }
    println!("{count} valid examples are valid as 3.1");
}

trait WithoutExtensions {
    fn without_extensions(self) -> Self;
}

impl WithoutExtensions for Story {
    fn without_extensions(mut self) -> Self {
        self.extensions.clear();
        self
    }
}

#[test]
fn an_edit_is_written_into_every_example_and_all_else_is_kept() {
    let examples = examples();
    for (path, original) in &examples {
        let mut story = Format::Ninjs.read(original.to_string().as_bytes()).unwrap().story;
        let untouched = parsed(&Format::Ninjs.write(&story).unwrap());
        story.headline = "Bridge & tunnel opened".to_owned();
        if let Some(official) = story.facts.officials.first_mut() {
            official.name = Some(Name::western("Åsa Virta"));
        }
        if let Some(block) = story.body.last_mut() {
            block.text = "It is <long>.".to_owned();
        }
        story.subjects.push(Subject::new("Bridges"));
        let written = Format::Ninjs.write(&story).unwrap();
        let again = Format::Ninjs.read(&written).unwrap().story;
        let lost =
            LossReport::between(&story.clone().without_extensions(), &again.clone().without_extensions());
        assert_eq!(lost.dropped, [], "{}", path.display());
        // All that differs lies in the members of what was edited.
        let edited = ["headlines", "title", "people", "bodies", "subjects", "associations"];
        let rest = |value: &Value| {
            let mut members = value.as_object().unwrap().clone();
            members.retain(|name, _| !edited.contains(&name.as_str()));
            members
        };
        assert_eq!(rest(&parsed(&written)), rest(&untouched), "{}", path.display());
    }
    println!("{} examples edited", examples.len());
}

#[test]
fn what_is_written_is_valid() {
    let Some(schema) = schema() else { return };
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..64 {
        let story = strategy::story(&strategy::any_text()).new_tree(&mut runner).unwrap().current();
        let written = Format::Ninjs.write(&story).unwrap();
        let errors: Vec<String> =
            schema.iter_errors(&parsed(&written)).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{}", String::from_utf8_lossy(&written));
        assert_eq!(ninjs::validate(&written, Some(Version::LATEST)), []);
    }
}

proptest! {
    #![proptest_config(strategy::cases(256))]

    #[test]
    fn a_story_comes_back_as_it_is_projected(story in strategy::story(&strategy::any_text())) {
        let written = Format::Ninjs.write(&story).unwrap();
        let reading = Format::Ninjs.read(&written).unwrap();
        prop_assert_eq!(&reading.diagnostics, &[]);
        prop_assert_eq!(&reading.story, &Format::Ninjs.project(&story), "{}", String::from_utf8_lossy(&written));
        let lost = LossReport::between(&story, &reading.story);
        prop_assert_eq!(Format::Ninjs.loss(&story), lost);
        prop_assert_eq!(Format::detect(&written), Some(Format::Ninjs));
    }

    #[test]
    fn a_document_that_is_kept_holds_any_story_and_what_it_said(story in strategy::story(&strategy::any_text())) {
        let document = json!({
            "uri": "urn:x:1", "type": "text", "edNote": "kept", "versionCreated": "2019-05-10T16:02:28Z",
            "headlines": [{"role": "short", "value": "S"}, {"role": "main", "value": "M"}],
            "people": [{"name": "Ann Fell", "contactInfo": [{"value": "1"}]}, {"name": "Bob"}],
            "bodies": [{"contentType": "text/html", "value": "<p class='a'>One.</p><p>Two.</p>"}],
            "associations": [{"name": "a", "uri": "urn:x:2", "slugline": "kept too"}]
        });
        let kept = Format::Ninjs.read(document.to_string().as_bytes()).unwrap().story.extensions;
        let mut story = story;
        story.extensions.extend(kept);
        let written = Format::Ninjs.write(&story).unwrap();
        let reading = Format::Ninjs.read(&written).unwrap();
        prop_assert_eq!(&reading.diagnostics, &[]);
        prop_assert_eq!(
            LossReport::between(&reading.story.clone().without_extensions(), &story.clone().without_extensions()).dropped,
            []
        );
        let held = parsed(&written);
        prop_assert_eq!(&held["edNote"], "kept");
        prop_assert!(held["headlines"].as_array().unwrap().iter().any(|headline| headline["value"] == "S"));
    }

    #[test]
    fn mutated_documents_never_panic(
        at in any::<proptest::sample::Index>(),
        length in 0..20_usize,
        put in prop_oneof![
            strategy::any_text().prop_map(String::into_bytes),
            proptest::collection::vec(any::<u8>(), 0..4)
        ],
    ) {
        let mut bytes = Format::Ninjs.write(&event()).unwrap();
        let start = at.index(bytes.len());
        bytes.splice(start..(start + length).min(bytes.len()), put);
        match Format::Ninjs.read(&bytes) {
            Ok(reading) => prop_assert!(reading.diagnostics.iter().all(|trouble| trouble.position.is_some())),
            Err(error) => prop_assert!(error.trouble().position.is_some(), "{}", error),
        }
        let _ = ninjs::validate(&bytes, None);
    }
}

/// A story with an official who visits a place.
fn event() -> Story {
    let id = |id: &str| Id::new(id).unwrap();
    let minister = Official::new(id("official-1"))
        .with_name(Name::western("Helen Marlowe"))
        .with_role(Role::new("Defence Minister"))
        .with_identifier(Identifier::new(IdentifierScheme::Wikidata, "Q1"));
    let tallinn = Place::new("Tallinn").with_identifier(Identifier::new("geo", "59.4,24.75"));
    let day = chrono::NaiveDate::from_ymd_opt(2022, 5, 4).unwrap();
    let visit = Visit::new(id("visit-1"))
        .with_visitor(Participant::Official(id("official-1")))
        .with_host(Participant::described("the Estonian government"))
        .with_dates(Date::day(day))
        .with_status(Status::Planned)
        .with_leg(Leg::to(Country::new("EE").unwrap()).with_place(tallinn));
    let remembrance = Commemoration::new(id("commemoration-1"))
        .with_remembered(Remembered::new("the Battle of Ost"))
        .with_date(Date::new("May").with_calendar(Calendar::Month { year: 2022, month: 5 }));
    Story::new("Minister to visit Estonia")
        .with_iri(Iri::new("https://example.org/news/1").unwrap())
        .with_dates(StoryDates::new().with_first_published(day))
        .with_block(Block::paragraph("The Minister will go to Tallinn."))
        .with_media(Media::new(Iri::new("https://example.org/1.jpg").unwrap()).with_media_type("image/jpeg"))
        .with_facts(Facts::new().with_official(minister).with_visit(visit).with_commemoration(remembrance))
}

#[test]
fn what_ninjs_has_a_slot_for_stands_in_it() {
    let document = parsed(&Format::Ninjs.write(&event()).unwrap());
    assert_eq!(document["headlines"], json!([{"role": "main", "value": "Minister to visit Estonia"}]));
    assert_eq!(
        document["bodies"],
        json!([{"role": "main", "contentType": "text/plain", "value": "The Minister will go to Tallinn."}])
    );
    let uri = "http://www.wikidata.org/entity/Q1";
    assert_eq!(document["people"], json!([{"name": "Helen Marlowe", "rel": "Defence Minister", "uri": uri}]));
    assert_eq!(document["associations"][0]["renditions"][0]["href"], "https://example.org/1.jpg");
    assert_eq!(
        document["associations"][1],
        json!({
            "name": "visit-1",
            "rel": "visit",
            "uri": "urn:newsdesk:visit:visit-1",
            "type": "event",
            "eventDetails": {
                "eventStatus": "http://cv.iptc.org/newscodes/speventstatus/pre-event",
                "dates": {"expectedStartDate": "2022-05-04"}
            },
            "people": [
                {"name": "Helen Marlowe", "uri": uri, "rel": "visitor"},
                {"name": "the Estonian government", "rel": "host"}
            ],
            "places": [{
                "name": "Tallinn",
                "contactInfo": [{"address": {"country": "EE"}}],
                "geoJSON": {"type": "Point", "coordinates": [24.75, 59.4]}
            }]
        })
    );
    assert_eq!(document["associations"][2]["eventDetails"]["dates"], json!({"expectedStartDate": "2022-05"}));
}

#[test]
fn facts_without_a_slot_are_left_aside_when_another_hand_edits_the_item() {
    let mut story = event();
    story.facts.officials[0].honorifics.push("Dr".to_owned());
    let text = String::from_utf8(Format::Ninjs.write(&story).unwrap()).unwrap();
    let edited = text.replace("\"Defence Minister\"", "\"Prime Minister\"");
    let reading = Format::Ninjs.read(edited.as_bytes()).unwrap();
    assert_eq!(reading.story.facts.officials[0].roles, [Role::new("Prime Minister")]);
    assert_eq!(reading.story.facts.officials[0].honorifics, Vec::<String>::new());
    assert!(reading.diagnostics[0].message.contains("edited"), "{:?}", reading.diagnostics);
}

#[test]
fn an_item_that_is_an_event_is_told_as_one() {
    let document = json!({
        "uri": "urn:x:1", "type": "event", "title": "State visit to Ost",
        "eventDetails": {"dates": {"startDate": "2023-07-11T09:00:00Z", "expectedEndDate": "2023-07"},
            "organiser": {"name": "NATO"}},
        "people": [{"name": "Ann Fell"}],
        "places": [{"name": "Ost", "contactInfo": [{"address": {"locality": "Ost", "country": "EE"}}]}]
    });
    let reading = Format::Ninjs.read(document.to_string().as_bytes()).unwrap();
    assert_eq!(reading.diagnostics, []);
    let mut story = reading.story;
    let visit = &story.facts.visits[0];
    assert_eq!(visit.dates.as_ref().unwrap().edtf().as_deref(), Some("2023-07-11T09:00:00Z/2023-07"));
    assert_eq!(visit.visitors, [Participant::Official(story.facts.officials[0].id.clone())]);
    assert_eq!(visit.hosts, [Participant::described("NATO")]);
    assert_eq!(visit.legs[0].country, Some(Country::new("EE").unwrap()));

    // An edit of the visit stands in the event itself.
    story.facts.visits[0].dates = Some(Date::new("2024").with_calendar(Calendar::Year(2024)));
    story.facts.visits[0].hosts = vec![Participant::described("the UN")];
    let written = parsed(&Format::Ninjs.write(&story).unwrap());
    assert_eq!(written["eventDetails"]["dates"], json!({"expectedStartDate": "2024"}));
    assert_eq!(written["eventDetails"]["organiser"]["name"], "the UN");
    assert_eq!(written.get("associations"), None);
}

#[test]
fn bad_values_are_told_and_the_rest_is_read() {
    let text = "{\"uri\": \"urn:x:1\", \"versionCreated\": \"2019-05-10T16:02:28+0200\",\n \"urgency\": 12, \"colour\": 1,\
        \"headlines\": [{\"value\": \"H\"}], \"language\": \"\u{e9}\", \"embargoedUntil\": \"soon\"}";
    let reading = Format::Ninjs.read(text.as_bytes()).unwrap();
    let told: Vec<String> = reading.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 1, column 38: item/versionCreated: expected a moment such as 2019-05-10T16:02:28+02:00",
            "line 2, column 13: item/urgency: expected a number from 1 to 9",
            "line 2, column 27: item/colour: ninjs 3.1 has no such member",
            "line 2, column 72: item/language: expected a language tag such as en-GB",
            "line 2, column 95: item/embargoedUntil: expected a moment such as 2019-05-10T16:02:28+02:00",
        ]
    );
    let story = reading.story;
    assert_eq!(story.headline, "H");
    assert_eq!(story.dates.first_published.unwrap().edtf().as_deref(), Some("2019-05-10T16:02:28+02:00"));
    assert_eq!(story.dates.embargo, Some(Date::new("soon")));
    let strict = ReadOptions::new().with_strict(true);
    let error = Format::Ninjs.read_with(text.as_bytes(), &strict).unwrap_err();
    assert_eq!(error.trouble(), &reading.diagnostics[0]);
}

#[test]
fn of_a_list_the_first_item_is_read_and_the_others_are_told() {
    let list = b"[{\"uri\": \"urn:x:1\", \"title\": \"A\", \"urgency\": true},\n {\"uri\": \"urn:x:2\"}]";
    assert_eq!(Format::detect(list), Some(Format::Ninjs));
    let reading = Format::Ninjs.read(list).unwrap();
    assert_eq!(reading.story.headline, "A");
    let told: Vec<String> = reading.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 1, column 46: item[1]/urgency: expected a whole number",
            "line 2, column 2: item[2]: the document goes on after its first item, which alone is read",
        ]
    );
}

#[test]
fn every_example_is_known_for_what_it_is_and_read_as_it_stands() {
    let paths = files(&shared("examples"), ".json");
    for path in paths.iter().filter(|path| !path.ends_with("extension-schema.json")) {
        let bytes = std::fs::read(path).unwrap();
        assert_eq!(Format::detect(&bytes), Some(Format::Ninjs), "{}", path.display());
        let story = Format::Ninjs.read(&bytes).unwrap().story;
        assert!(
            !story.headline.is_empty() || !story.body.is_empty() || !story.media.is_empty(),
            "{}",
            path.display()
        );
    }
    println!("{} examples known", paths.len());
}
