//! Direct speech: marked in the body, and tied to its speaker by `inlineRef`.

use std::collections::HashMap;

use super::body::{Form, Mark, QUOTATION, block_text};
use super::catalog::{Attribute, Catalog};
use super::concept::key;
use super::event::{participant, party};
use super::item::Item;
use super::names::nature;
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::model::{Evidence, Id, Marking, Part, Participant, Quote, Story};

/// The quotes of a body.
pub(super) fn read(tree: &Tree<'_>, catalog: &Catalog<'_>, item: Item, form: Option<Form>) -> Vec<Quote> {
    let references: Vec<NodeId> = tree.named(item.node, "inlineRef").collect();
    let (Some(Form::Markup(root)), false) = (form, references.is_empty()) else { return Vec::new() };
    let with_id =
        |node: NodeId| Some((tree.attribute(node, "id").or_else(|| tree.xml_attribute(node, "id"))?, node));
    let marked: HashMap<&str, NodeId> = tree.descendants(root).filter_map(with_id).collect();
    let quote = |reference: NodeId| {
        let ids = tree.attribute(reference, "idrefs")?.split_ascii_whitespace();
        let nodes: Vec<(&str, NodeId)> = ids.filter_map(|id| Some((id, *marked.get(id)?))).collect();
        let speech: Vec<(&str, NodeId)> =
            nodes.into_iter().filter(|(_, node)| is_speech(tree, *node)).collect();
        let (first, node) = speech.first()?;
        let is_block = tree.attribute(*node, "class") != Some(QUOTATION) && tree.local(*node) != "q";
        let marking = if is_block { Marking::Block } else { Marking::Marked };
        let mut quote = Quote::new(Id::new(*first).ok()?, marking);
        quote.paragraphs = speech.iter().map(|(_, node)| block_text(tree, *node)).collect();
        quote.speaker = speaker(tree, catalog, reference);
        Some(quote)
    };
    references.into_iter().filter_map(quote).collect()
}

fn speaker(tree: &Tree<'_>, catalog: &Catalog<'_>, reference: NodeId) -> Option<Participant> {
    let is_typed = [nature::PERSON, nature::ORGANISATION]
        .iter()
        .any(|nature| catalog.says(tree, reference, Attribute::TYPE, nature));
    // Who is named by a code alone is a person: organisations do not speak.
    match key(tree, reference).and_then(|key| Id::new(key).ok()) {
        Some(id) if !is_typed => Some(Participant::Official(id)),
        _ => Some(participant(tree, catalog, reference)).filter(|who| *who != Participant::described("")),
    }
}

/// Whether an element of the body holds direct speech.
fn is_speech(tree: &Tree<'_>, node: NodeId) -> bool {
    let is_block = |node: NodeId| matches!(tree.local(node), "blockquote" | "bq");
    tree.local(node) == "q"
        || tree.attribute(node, "class") == Some(QUOTATION)
        || std::iter::successors(Some(node), |node| tree.parent(*node)).any(is_block)
}

/// The marks of the quotes of a story, and the references that tie them to their speakers.
///
/// A quote is marked if its evidence says where each paragraph stands, and nothing else is marked there.
pub(super) fn render(story: &Story) -> (Vec<Mark>, Vec<Fresh>) {
    let mut marks: Vec<Mark> = Vec::new();
    let mut references = Vec::new();
    for quote in &story.facts.quotes {
        let Some(own) = marks_of(quote, story) else { continue };
        let is_free = |mark: &Mark| {
            marks.iter().all(|other| {
                other.id != mark.id
                    && (other.block != mark.block
                        || other.range.end <= mark.range.start
                        || mark.range.end <= other.range.start)
            })
        };
        if !own.iter().all(is_free) {
            continue;
        }
        let ids: Vec<&str> = own.iter().map(|mark| mark.id.as_str()).collect();
        let speaker = quote.speaker.clone().unwrap_or_else(|| Participant::described(""));
        references.push(party(Fresh::new("inlineRef"), &speaker, &story.facts).with("idrefs", ids.join(" ")));
        marks.extend(own);
    }
    (marks, references)
}

fn marks_of(quote: &Quote, story: &Story) -> Option<Vec<Mark>> {
    if quote.evidence.is_empty() || !is_xml_id(quote.id.as_str()) {
        return None;
    }
    let mark = |(number, evidence): (usize, &Evidence)| {
        let Part::Block(block) = evidence.part else { return None };
        let text = story.body.get(block)?.text.get(evidence.span())?;
        let id = if number == 0 { quote.id.to_string() } else { format!("{}.{}", quote.id, number + 1) };
        (!text.is_empty()).then(|| Mark { block, range: evidence.span(), id })
    };
    quote.evidence.iter().enumerate().map(mark).collect()
}

/// Whether text is a name without a colon, in ASCII, as ids in XML are.
fn is_xml_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
