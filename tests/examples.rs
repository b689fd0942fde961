//! Every example runs, and does what it says.

#[allow(dead_code, reason = "an example has a main of its own")]
#[cfg(feature = "xml")]
#[path = "../examples/build_xml.rs"]
mod build_xml;
#[allow(dead_code, reason = "an example has a main of its own")]
#[cfg(all(feature = "text", feature = "markdown", feature = "json"))]
#[path = "../examples/convert.rs"]
mod convert;
#[allow(dead_code, reason = "an example has a main of its own")]
#[path = "../examples/model_only.rs"]
mod model_only;
#[allow(dead_code, reason = "an example has a main of its own")]
#[cfg(feature = "extract")]
#[path = "../examples/own_words.rs"]
mod own_words;
#[allow(dead_code, reason = "an example has a main of its own")]
#[cfg(all(feature = "text", feature = "extract"))]
#[path = "../examples/read_officials.rs"]
mod read_officials;
#[allow(dead_code, reason = "an example has a main of its own")]
#[cfg(all(feature = "text", feature = "extract", feature = "validate"))]
#[path = "../examples/validate.rs"]
mod validate;

#[test]
fn the_types_alone_tell_of_a_visit() {
    assert_eq!(model_only::run().unwrap(), "von der Virta: EE in 2019");
}

#[test]
#[cfg(feature = "xml")]
fn a_story_built_in_code_is_xml_that_reads_back() {
    let xml = build_xml::run().unwrap();
    let story = newsdesk::Format::Xml.read(xml.as_bytes()).unwrap().story;
    assert_eq!(story.facts.officials[0].label(), "Helen Marlowe");
    assert_eq!(story.facts.visits.len(), 1);
}

#[test]
#[cfg(all(feature = "text", feature = "markdown", feature = "json"))]
fn a_release_is_markdown_and_json() {
    let (markdown, json) = convert::run(include_bytes!("../examples/stories/embargoed-release.txt")).unwrap();
    assert!(markdown.contains("\n# Foreign Secretary to open"), "{markdown}");
    assert!(json.contains("Sir Alastair Penrose"), "{json}");
}

#[test]
#[cfg(all(feature = "text", feature = "extract"))]
fn the_officials_of_a_visit_are_listed() {
    let officials = read_officials::run(include_bytes!("../examples/stories/harbour-visit.txt")).unwrap();
    for name in ["Helen Marlowe", "Kaarel Rannaste", "Juhan Sild", "Aino Virtakari", "Pekka Halme"] {
        assert_eq!(officials.matches(name).count(), 1, "{name} in\n{officials}");
    }
}

#[test]
#[cfg(all(feature = "text", feature = "extract", feature = "validate"))]
fn a_quotation_mark_that_never_closes_is_found() {
    let findings =
        validate::run("Bridge opens\n\nThe bridge is open.\n\n“It is a fine bridge, she said.\n").unwrap();
    assert!(findings.contains("unbalanced-quotation-marks at story/body[2]"), "{findings}");
}

#[test]
#[cfg(feature = "extract")]
fn words_of_ones_own_are_found() {
    let reasons = own_words::run().unwrap();
    assert!(reasons.contains("official-1: Qiro Vantel (own-name)\n"), "{reasons}");
    assert!(reasons.contains("visit-1: visited Ostaville (visits)\n"), "{reasons}");
}
