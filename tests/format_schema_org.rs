//! schema.org: round trips 3 and 4, documents of other hands, and bad input.

#![cfg(feature = "schema-org")]

mod strategy;

use newsdesk::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(document: &Value) -> Story {
    let reading = Format::SchemaOrg.read(document.to_string().as_bytes()).unwrap();
    assert_eq!(reading.diagnostics, []);
    reading.story
}

fn written(story: &Story) -> Value {
    serde_json::from_slice(&Format::SchemaOrg.write(story).unwrap()).unwrap()
}

fn bare(story: &Story) -> Story {
    let mut story = story.clone();
    story.extensions.clear();
    story
}

proptest! {
    #![proptest_config(strategy::cases(256))]

    #[test]
    fn a_story_comes_back_as_it_is_projected(story in strategy::story(&strategy::any_text())) {
        let document = Format::SchemaOrg.write(&story).unwrap();
        let reading = Format::SchemaOrg.read(&document).unwrap();
        prop_assert_eq!(&reading.diagnostics, &[]);
        let projected = Format::SchemaOrg.project(&story);
        let lost = LossReport::between(&projected, &reading.story).dropped;
        prop_assert_eq!(lost, [], "{}", String::from_utf8_lossy(&document));
        prop_assert_eq!(&reading.story, &projected);
        prop_assert_eq!(Format::SchemaOrg.loss(&story), LossReport::between(&story, &reading.story));
        prop_assert_eq!(Format::detect(&document), Some(Format::SchemaOrg));
    }

    #[test]
    fn a_document_that_is_kept_holds_any_story_and_what_it_said(story in strategy::story(&strategy::any_text())) {
        let mut story = story;
        story.extensions = read(&graph()).extensions;
        let document = written(&story);
        let again = Format::SchemaOrg.read(document.to_string().as_bytes()).unwrap().story;
        prop_assert_eq!(&again.headline, &story.headline);
        prop_assert_eq!(again.facts.officials.len(), story.facts.officials.len());
        prop_assert_eq!(&document["@graph"][0], &graph()["@graph"][0]);
        prop_assert_eq!(&document["@graph"][1]["isAccessibleForFree"], true);
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
        let mut bytes = graph().to_string().into_bytes();
        let start = at.index(bytes.len());
        bytes.splice(start..(start + length).min(bytes.len()), put);
        match Format::SchemaOrg.read(&bytes) {
            Ok(reading) => {
                prop_assert!(reading.diagnostics.iter().all(|trouble| trouble.position.is_some()));
                Format::SchemaOrg.write(&reading.story).unwrap();
            }
            Err(error) => prop_assert!(error.trouble().position.is_some(), "{}", error),
        }
    }
}

/// A document of another hand: nodes that refer to each other, single values, members without a slot.
fn graph() -> Value {
    json!({
        "@context": "http://schema.org/",
        "@graph": [
            {"@type": "WebSite", "@id": "https://example.org/#site", "name": "Example"},
            {
                "@type": ["ReportageNewsArticle"],
                "@id": "https://example.org/news/1",
                "isAccessibleForFree": true,
                "headline": "Minister visits Estonia",
                "description": "The first visit since 2010.",
                "datePublished": "2022-05-04T10:00:00Z",
                "inLanguage": "en-GB",
                "keywords": "defence, Baltic states",
                "author": [{"@type": "Person", "name": "Jo Bell"}, {"@type": "Person", "name": "Al Fox"}],
                "publisher": {"@id": "https://example.org/#org"},
                "image": "https://example.org/1.jpg",
                "articleBody": "Helen Marlowe met Kaarel Rannaste.\n\nShe left at noon.",
                "about": [{"@id": "#marlowe"}, "Estonia"],
                "mentions": {
                    "@type": "Event", "name": "Working visit to Tallinn", "startDate": "2022-05-03",
                    "endDate": "2022-05-04", "eventStatus": "http://schema.org/EventScheduled",
                    "attendee": {"@id": "#marlowe"}, "organizer": {"@type": "Person", "name": "Kaarel Rannaste"},
                    "location": {"@type": "City", "name": "Tallinn",
                        "address": {"@type": "PostalAddress", "addressCountry": "EE"},
                        "geo": {"@type": "GeoCoordinates", "latitude": 59.4, "longitude": 24.75}}
                },
                "hasPart": {"@type": "Quotation", "text": "We stand together.",
                    "creator": {"@type": "Person", "name": "Helen Marlowe"}}
            },
            {"@type": "Person", "@id": "#marlowe", "name": "Helen Marlowe", "jobTitle": "Defence Minister",
                "worksFor": "Ministry of Defence", "email": "x@example.org",
                "sameAs": "http://www.wikidata.org/entity/Q1"},
            {"@type": "GovernmentOrganization", "@id": "https://example.org/#org", "name": "Ministry of Defence",
                "address": {"addressCountry": "GB"}}
        ]
    })
}

#[test]
fn nodes_that_refer_to_each_other_are_read_together() {
    let story = read(&graph());
    assert_eq!(story.headline, "Minister visits Estonia");
    assert_eq!(story.byline, Some(Byline::new("Jo Bell and Al Fox")));
    assert_eq!(story.country(), Some(Country::new("GB").unwrap()));
    let subjects: Vec<&str> = story.subjects.iter().map(|subject| subject.name.as_str()).collect();
    assert_eq!(subjects, ["Estonia", "defence", "Baltic states"]);
    assert_eq!(story.media[0].source.as_str(), "https://example.org/1.jpg");
    let minister = &story.facts.officials[0];
    assert_eq!(minister.name, Some(Name::western("Helen Marlowe")));
    assert_eq!(minister.roles, [Role::new("Defence Minister").with_organisation("Ministry of Defence")]);
    assert_eq!(minister.identifiers, [Identifier::new(IdentifierScheme::Wikidata, "Q1")]);
    let visit = &story.facts.visits[0];
    assert_eq!(visit.visitors, [Participant::Official(minister.id.clone())]);
    assert_eq!(visit.hosts, [Participant::described("Kaarel Rannaste")]);
    assert_eq!(visit.status, Some(Status::Planned));
    assert_eq!(visit.dates.as_ref().unwrap().edtf().as_deref(), Some("2022-05-03/2022-05-04"));
    assert_eq!(visit.legs[0].country, Some(Country::new("EE").unwrap()));
    let tallinn = &visit.legs[0].places[0];
    assert_eq!(
        (tallinn.kind.clone(), tallinn.identifiers[0].value.as_str()),
        (Some(PlaceKind::City), "59.4,24.75")
    );
    let quote = &story.facts.quotes[0];
    assert_eq!(quote.speaker, Some(Participant::Official(minister.id.clone())));
}

#[test]
fn a_document_that_is_written_again_is_the_same() {
    assert_eq!(written(&read(&graph())), graph());
}

#[test]
fn an_edit_stands_where_the_document_has_it() {
    let mut story = read(&graph());
    story.headline = "Minister to visit Estonia".to_owned();
    story.facts.officials[0].name = Some(Name::western("Ann Fell"));
    story.facts.visits[0].dates = Some(Date::day(chrono::NaiveDate::from_ymd_opt(2022, 6, 1).unwrap()));
    story.subjects[1].name = "security".to_owned();
    story.body[1].text = "She stayed.".to_owned();
    story.facts.quotes[0].paragraphs = vec!["We stand.".to_owned()];
    story.publishers[0].name = "MOD".to_owned();
    let document = written(&story);
    let mut expected = graph();
    let nodes = &mut expected["@graph"];
    nodes[1]["headline"] = "Minister to visit Estonia".into();
    nodes[2]["name"] = "Ann Fell".into();
    nodes[1]["mentions"]["startDate"] = "2022-06-01".into();
    nodes[1]["mentions"].as_object_mut().unwrap().remove("endDate");
    nodes[1]["keywords"] = json!(["security", "Baltic states"]);
    nodes[1]["articleBody"] = "Helen Marlowe met Kaarel Rannaste.\n\nShe stayed.".into();
    nodes[1]["hasPart"]["text"] = "We stand.".into();
    nodes[3]["name"] = "MOD".into();
    // The quotation named its speaker by the words that changed.
    nodes[1]["hasPart"]["creator"] = json!({"@type": "Person", "@id": "#marlowe"});
    assert_eq!(document, expected);
    assert_eq!(bare(&read(&document)), bare(&story));
}

#[test]
fn an_event_alone_is_a_story_of_it() {
    let story = read(&json!({
        "@context": "https://schema.org", "@type": "Event", "name": "Remembrance service",
        "startDate": "2022-11-11", "location": {"@type": "Place", "name": "the Cenotaph"},
        "attendee": {"@type": "Person", "name": "Ann Fell", "jobTitle": "Mayor"}
    }));
    assert_eq!(story.headline, "Remembrance service");
    assert_eq!(story.facts.officials[0].roles, [Role::new("Mayor")]);
    assert_eq!(story.facts.commemorations[0].remembered, Some(Remembered::new("Remembrance service")));
}

#[test]
fn a_list_of_nodes_and_other_names_of_the_vocabulary_are_read() {
    for document in [
        json!([{"@type": "WebPage"}, {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A"}]),
        json!({"@context": {"@vocab": "http://schema.org/"}, "@type": "http://schema.org/NewsArticle", "headline": "A"}),
        json!({"@context": {"schema": "https://schema.org/"}, "@type": "schema:Article", "name": {"@value": "A"}}),
    ] {
        assert_eq!(Format::detect(document.to_string().as_bytes()), Some(Format::SchemaOrg));
        let mut story = read(&document);
        assert_eq!(story.headline, "A");
        assert_eq!(written(&story), document);
        story.headline = "B".to_owned();
        assert_eq!(bare(&read(&written(&story))), bare(&story));
    }
}

#[test]
fn trouble_is_told_with_its_place_and_the_rest_is_read() {
    let page = "<!DOCTYPE html>\n<html><script type=\"application/ld+json\">\n{\"@type\": \"NewsArticle\", \"headline\": \"A\",\n \
        \"datePublished\": \"soon\", \"inLanguage\": \"\u{e9}\", \"mentions\": [{\"@type\": \"Event\", \"startDate\": \"May\"}]}\n</script></html>";
    assert_eq!(Format::detect(page.as_bytes()), Some(Format::SchemaOrg));
    let reading = Format::SchemaOrg.read(page.as_bytes()).unwrap();
    assert_eq!(reading.story.headline, "A");
    let told: Vec<String> = reading.diagnostics.iter().map(ToString::to_string).collect();
    let date = "expected a date such as 2019-05-10 or 2019-05-10T16:02:28+02:00";
    assert_eq!(told[0], format!("line 4, column 19: article/datePublished: {date}"));
    assert!(told[1].starts_with("line 4, column 41: article/inLanguage: "), "{told:?}");
    assert_eq!(told[2], format!("line 4, column 91: article/mentions[1]/startDate: {date}"));
    let strict = ReadOptions::new().with_strict(true);
    let error = Format::SchemaOrg.read_with(page.as_bytes(), &strict).unwrap_err();
    assert_eq!(error.trouble(), &reading.diagnostics[0]);
}

#[test]
fn a_node_that_refers_to_itself_ends() {
    let document = json!({"@graph": [
        {"@type": "NewsArticle", "@id": "#a", "mentions": {"@id": "#a"}, "author": {"@id": "#b"}},
        {"@id": "#b"}
    ]});
    assert_eq!(read(&document).byline, None);
}
