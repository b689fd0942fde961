//! NewsML-G2: what is written keeps to the schema, as far as that can be seen without the schema.
#![cfg(feature = "newsml-g2")]

mod strategy;

use newsdesk::format::newsml_g2::event_item;
use newsdesk::*;
use proptest::prelude::*;
use roxmltree::{Document, Node};

const FORMAT: Format = Format::NewsMlG2;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn written(story: &Story) -> String {
    String::from_utf8(FORMAT.write(story).unwrap()).unwrap()
}

/// Reads a document, edits its story and writes it: the story reads back as its projection.
fn edited(document: &str, edit: impl Fn(&mut Story)) -> String {
    let mut story = FORMAT.read(document.as_bytes()).unwrap().story;
    edit(&mut story);
    let text = written(&story);
    assert_eq!(FORMAT.read(text.as_bytes()).unwrap().story, FORMAT.project(&story), "{text}");
    text
}

/// A document with an item of a kind, and what stands in it after `itemMeta`.
fn item(kind: &str, rights: &str, provider: &str, content: &str) -> String {
    format!(
        "<{kind} xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:1\" standard=\"NewsML-G2\" \
         standardversion=\"2.35\" conformance=\"power\">\
         <catalogRef href=\"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml\"/>{rights}\
         <itemMeta><itemClass qcode=\"ninat:text\"/>{provider}\
         <versionCreated>2018-11-30T12:00:00Z</versionCreated></itemMeta>{content}</{kind}>"
    )
}

fn named<'d>(document: &'d Document<'d>, name: &str) -> Vec<Node<'d, 'd>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

fn children<'d>(node: Node<'d, 'd>) -> Vec<&'d str> {
    node.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect()
}

fn visit() -> Visit {
    Visit::new(id("visit-1"))
        .with_status(Status::Planned)
        .with_visitor(Participant::described("the Minister"))
        .with_companion(Participant::described("three engineers"))
        .with_host(Participant::Organisation(id("org-1")))
        .with_leg(
            Leg::to(Country::new("LB").unwrap()).with_place(Place::new("Beirut").with_kind(PlaceKind::City)),
        )
        .with_leg(Leg::to(Country::new("JO").unwrap()))
}

/// `dates` must stand in `eventDetails`, so without a date there can be none.
#[test]
fn an_event_without_a_date_is_told_without_event_details() {
    let meeting = Meeting::new(id("meeting-1"), MeetingMode::InPerson)
        .with_party(Participant::described("the Minister"))
        .with_counterpart(Participant::described("the Mayor"))
        .with_place(Place::new("City Hall"));
    let act = Act::new(ActKind::Wreath)
        .with_actor(Participant::described("the Minister"))
        .with_place(Place::new("the old pier").with_country(Country::new("FI").unwrap()));
    let commemoration = Commemoration::new(id("commemoration-1"))
        .with_act(Act::new(ActKind::Silence))
        .with_act(act)
        .with_date(Date::new("in the 1990s").with_calendar(Calendar::Decade(1990)));
    let facts = Facts::new()
        .with_organisation(Organisation::new(id("org-1"), "Ministry of Works"))
        .with_visit(visit())
        .with_meeting(meeting)
        .with_commemoration(commemoration);
    let story = Story::new("Minister to visit").with_facts(facts);
    let text = written(&story);
    assert!(!text.contains("eventDetails"), "{text}");
    // All but the words of the date is told by elements of the standard.
    let (start, rest) = text.split_once("<additions").unwrap();
    let bare = format!("{start}{}", rest.split_once("</additions>").unwrap().1);
    let mut native = FORMAT.read(bare.as_bytes()).unwrap().story;
    native.extensions.clear();
    let lost: Vec<String> =
        LossReport::between(&story, &native).dropped.into_iter().map(|loss| loss.path).collect();
    assert!(lost.iter().all(|path| path.starts_with("story/facts/commemorations[1]/date")), "{lost:?}");
    assert_eq!(FORMAT.read(text.as_bytes()).unwrap().story, story);
}

#[test]
fn an_event_that_gets_or_loses_its_date_moves_into_details_and_out_of_them() {
    let dated = |story: &mut Story| {
        story.facts.visits[0].dates = Some(Date::day("2018-03-08".parse().unwrap()));
    };
    let story = Story::new("").with_facts(Facts::new().with_visit(visit()));
    let document = item("newsItem", "", "<provider/>", "");
    let document = edited(&document, |read| read.facts = story.facts.clone());
    assert!(!document.contains("eventDetails"));
    let with_date = edited(&document, dated);
    let tree = Document::parse(&with_date).unwrap();
    let details = named(&tree, "eventDetails");
    assert_eq!(
        children(details[0]),
        ["dates", "occurStatus", "location", "location", "participant", "participant", "organiser"]
    );
    let without = edited(&with_date, |story| story.facts.visits[0].dates = None);
    assert!(!without.contains("eventDetails"), "{without}");
}

#[test]
fn an_item_has_a_guid_also_when_the_story_loses_its_iri() {
    let document = item("newsItem", "", "<provider/>", "");
    let text = edited(&document, |story| story.iri = None);
    let tree = Document::parse(&text).unwrap();
    assert!(tree.root_element().attribute("guid").unwrap().starts_with("urn:newsdesk:"), "{text}");
    let other = document.replace("urn:x:1", "one");
    let text = edited(&other, |story| story.headline = "New".to_owned());
    assert!(text.contains("guid=\"one\""), "a guid that is no IRI is kept: {text}");
}

#[test]
fn an_item_holds_only_what_its_schema_has() {
    let full = Story::new("Headline")
        .with_kind(StoryKind::PressRelease)
        .with_dateline(Dateline::new("BEIRUT").with_place(Place::new("Beirut")))
        .with_byline(Byline::new("By us"))
        .with_standfirst("More.")
        .with_subject(Subject::new("bridges"))
        .with_facts(Facts::new().with_visit(visit()));
    let concept = "<contentMeta/><concept><conceptId qcode=\"x:1\"/><name>A thing</name></concept>";
    let catalog =
        "<catalogContainer><catalog><scheme alias=\"x\" uri=\"urn:x:\"/></catalog></catalogContainer>";
    for (kind, content, has, has_not) in [
        ("conceptItem", concept, &["keyword", "description", "assert"][..], &["genre", "dateline", "by"][..]),
        ("planningItem", "<contentMeta/>", &["keyword", "headline", "assert"], &["genre", "dateline", "by"]),
        ("catalogItem", catalog, &["title"], &["genre", "assert", "subject", "headline", "contentMeta"]),
        ("packageItem", "<contentMeta/>", &["genre", "dateline", "by", "assert"], &["contentSet"]),
    ] {
        let text = edited(&item(kind, "", "<provider/>", content), |story| {
            let kept = std::mem::take(&mut story.extensions);
            *story = full.clone();
            story.extensions = kept;
        });
        let tree = Document::parse(&text).unwrap();
        let meta = |name: &&str| {
            named(&tree, name).iter().any(|node| {
                ["contentMeta", "itemMeta", kind].contains(&node.parent_element().unwrap().tag_name().name())
                    && node.has_children()
            })
        };
        assert!(has.iter().all(meta), "{kind}: {text}");
        assert!(!has_not.iter().any(meta), "{kind}: {text}");
    }
}

#[test]
fn what_stands_once_is_not_written_twice() {
    let rights = "<rightsInfo><copyrightHolder literal=\"we\"/></rightsInfo>";
    let provider = "<provider><name>Us</name><organisationDetails><founded>1999</founded></organisationDetails>\
                    </provider>";
    let text = edited(&item("newsItem", rights, provider, ""), |story| {
        story.rights[0].holder = Some("We".to_owned());
        story.publishers[0].country = Country::new("FI").ok();
    });
    let tree = Document::parse(&text).unwrap();
    assert_eq!(named(&tree, "copyrightHolder").len(), 1, "{text}");
    let details = named(&tree, "organisationDetails");
    assert_eq!(details.iter().map(|node| children(*node)).collect::<Vec<_>>(), [["founded", "location"]]);
    // One of two: a person has no details of an organisation.
    let provider = provider.replace("organisationDetails", "personDetails").replace("founded", "born");
    let text = edited(&item("newsItem", rights, &provider, ""), |story| {
        story.publishers[0].country = Country::new("FI").ok();
    });
    assert!(!text.contains("<organisationDetails"), "{text}");
}

#[test]
fn an_event_item_has_a_name_and_an_iri_whatever_the_event_has() {
    let commemoration = Commemoration::new(id("<p>[1]é")).with_named_day(" \n");
    let story = Story::new("").with_facts(Facts::new().with_commemoration(commemoration.clone()));
    let text = event_item(&story, &commemoration.id).unwrap();
    let tree = Document::parse(&text).unwrap();
    assert_eq!(named(&tree, "name")[0].text(), Some("commemoration"));
    let iri = named(&tree, "conceptId")[0].attribute("uri").unwrap();
    assert!(iri.ends_with(":%3Cp%3E%5B1%5D%C3%A9"), "{iri}");
    assert_eq!(FORMAT.read(text.as_bytes()).unwrap().story.facts.commemorations, [commemoration]);
}

/// A fragment has no place for most of a story, which is then written as a document of its own.
#[test]
fn a_fragment_that_cannot_hold_the_story_is_given_up_and_reported() {
    let fragment = "<groupSet xmlns=\"http://iptc.org/std/nar/2006-10-01/\" root=\"g\"><group id=\"g\" role=\"x:y\"/></groupSet>";
    let mut story = FORMAT.read(fragment.as_bytes()).unwrap().story;
    assert!(written(&story).contains("groupSet"));
    story.headline = "New".to_owned();
    let text = edited(fragment, |story| story.headline = "New".to_owned());
    assert!(text.contains("<newsItem") && !text.contains("groupSet"), "{text}");
    let lost: Vec<String> = FORMAT.loss(&story).dropped.into_iter().map(|loss| loss.path).collect();
    assert!(!lost.is_empty() && lost.iter().all(|path| path.starts_with("story/extensions")), "{lost:?}");
}

/// What the schema asks of every document, and a reader of ours would not miss.
fn faults(text: &str) -> Vec<String> {
    const IRIS: [&str; 6] = ["href", "uri", "reluri", "roleuri", "typeuri", "parturi"];
    let tree = Document::parse(text).unwrap();
    let root = tree.root_element();
    let mut faults = Vec::new();
    if root.attribute("guid").is_none_or(str::is_empty) {
        faults.push("no guid".to_owned());
    }
    let own = root.tag_name().namespace();
    for node in root.descendants().filter(|node| node.is_element() && node.tag_name().namespace() == own) {
        let name = node.tag_name().name();
        let content: String = node.descendants().filter_map(|node| node.text()).collect();
        if ["name", "keyword"].contains(&name) && content.contains(['\t', '\n', '\r']) {
            faults.push(format!("<{name}> holds {content:?}"));
        }
        if name == "eventDetails" && children(node).first() != Some(&"dates") {
            faults.push("<eventDetails> without dates".to_owned());
        }
        if name == "concept" && !children(node).contains(&"name") {
            faults.push("<concept> without a name".to_owned());
        }
        for attribute in node.attributes() {
            let value = attribute.value();
            if attribute.name() == "literal" && value.contains(['\t', '\n', '\r']) {
                faults.push(format!("literal {value:?}"));
            }
            if IRIS.contains(&attribute.name()) && value.contains(['[', ']']) {
                faults.push(format!("{} {value:?}", attribute.name()));
            }
        }
        let mut once: Vec<&str> = children(node);
        once.retain(|child| ["provider", "copyrightHolder", "eventDetails", "personDetails"].contains(child));
        once.sort_unstable();
        if once.windows(2).any(|pair| pair.first() == pair.last()) {
            faults.push(format!("<{name}> holds {once:?}"));
        }
    }
    faults
}

proptest! {
    #![proptest_config(strategy::cases(128))]

    #[test]
    fn no_story_makes_a_document_that_the_schema_would_refuse(
        story in strategy::story(&strategy::xml_text()),
        other in strategy::story(&strategy::xml_text()),
    ) {
        let text = written(&story);
        prop_assert_eq!(faults(&text), Vec::<String>::new(), "{}", text);
        // Nor does one that becomes another story.
        let mut other = other;
        other.extensions.push(Extension::new("newsml-g2", "", text));
        let text = written(&other);
        prop_assert_eq!(faults(&text), Vec::<String>::new(), "{}", text);
    }
}
