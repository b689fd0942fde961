//! Running text as it is written afresh: people, organisations, dates and quotations marked up where the facts
//! of a story rest on it.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::date;
use super::names::SOURCE;
use crate::format::tree::Fresh;
use crate::model::{
    BlockKind, Date, Evidence, Identifier, MentionForm, NamePartKind, Official, Organisation, Part,
    Participant, Quote, Story,
};

/// What is to be marked up in each part of a story.
pub(super) struct Markup<'s> {
    story: &'s Story,
    marks: HashMap<Part, Vec<Mark<'s>>>,
    officials: HashMap<&'s str, &'s Official>,
}

/// A range of bytes of a text that an element stands for.
#[derive(Clone)]
struct Mark<'s> {
    range: Range<usize>,
    what: What<'s>,
}

#[derive(Clone, Copy)]
enum What<'s> {
    Quote(&'s Quote),
    Person(&'s Official),
    Function,
    Organisation(&'s Organisation),
    Chron(&'s Date),
}

impl What<'_> {
    /// The wider of two marks on the same words comes first.
    fn rank(&self) -> u8 {
        match self {
            Self::Quote(_) => 0,
            Self::Person(_) => 1,
            Self::Function => 3,
            Self::Organisation(_) | Self::Chron(_) => 2,
        }
    }

    /// Whether the schema, and sense, let this stand in another, or in none.
    fn fits(&self, around: Option<&Self>) -> bool {
        match around {
            None => !matches!(self, Self::Function),
            Some(Self::Quote(_)) => !matches!(self, Self::Quote(_) | Self::Function),
            Some(Self::Person(_)) => matches!(self, Self::Function),
            Some(_) => false,
        }
    }
}

impl<'s> Markup<'s> {
    pub(super) fn of(story: &'s Story) -> Self {
        let officials =
            story.facts.officials.iter().map(|official| (official.id.as_str(), official)).collect();
        let mut markup = Self { story, marks: HashMap::new(), officials };
        let facts = &story.facts;
        for official in &facts.officials {
            let named = official.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
            for mention in named {
                markup.mark(&mention.evidence, What::Person(official));
            }
            for evidence in official.roles.iter().flat_map(|role| &role.evidence) {
                markup.mark(evidence, What::Function);
            }
        }
        for organisation in &facts.organisations {
            organisation
                .evidence
                .iter()
                .for_each(|found| markup.mark(found, What::Organisation(organisation)));
        }
        for named in &facts.dates {
            if date::norm(&named.date).is_some() {
                markup.mark(&named.evidence, What::Chron(&named.date));
            }
        }
        for quote in &facts.quotes {
            // A block of its own is marked as a whole.
            let is_inline = |found: &&Evidence| {
                !matches!(block_kind(story, found.part), Some(BlockKind::Quotation { .. }))
            };
            quote.evidence.iter().filter(is_inline).for_each(|found| markup.mark(found, What::Quote(quote)));
        }
        for marks in markup.marks.values_mut() {
            marks.sort_by_key(|mark| (mark.range.start, Reverse(mark.range.end), mark.what.rank()));
        }
        markup
    }

    fn mark(&mut self, evidence: &Evidence, what: What<'s>) {
        let text = self.story.text_of(evidence.part).and_then(|text| text.get(evidence.span()));
        let is_plain = |text: &&str| !text.is_empty() && text.trim() == *text && !text.contains('\n');
        if text.filter(is_plain).is_some() {
            self.marks.entry(evidence.part).or_default().push(Mark { range: evidence.span(), what });
        }
    }

    /// Puts the text of a part into an element, marked up.
    pub(super) fn fill(&self, element: Fresh, text: &str, part: Part) -> Fresh {
        let marks = self.marks.get(&part).map(Vec::as_slice).unwrap_or_default();
        self.within(element, text, 0..text.len(), &mut marks.iter().peekable(), None)
    }

    /// As [`fill`](Self::fill), on one line, with nothing marked but people, as a byline has it.
    pub(super) fn fill_byline(&self, element: Fresh, text: &str) -> Fresh {
        let text = &one_line(text);
        let marks = self.marks.get(&Part::Byline).map(Vec::as_slice).unwrap_or_default();
        let is_person = |mark: &&Mark<'_>| matches!(mark.what, What::Person(_) | What::Function);
        let people: Vec<Mark<'_>> = marks.iter().filter(is_person).cloned().collect();
        self.within(element, text, 0..text.len(), &mut people.iter().peekable(), None)
    }

    fn within<'m>(
        &self,
        mut element: Fresh,
        text: &str,
        range: Range<usize>,
        marks: &mut std::iter::Peekable<std::slice::Iter<'m, Mark<'s>>>,
        around: Option<&What<'s>>,
    ) -> Fresh {
        let mut at = range.start;
        while let Some(mark) = marks.next_if(|mark| mark.range.start < range.end) {
            if mark.range.start < at || mark.range.end > range.end || !mark.what.fits(around) {
                continue;
            }
            element = plain(element, text, at..mark.range.start, around);
            let inner = self.within(self.element(mark), text, mark.range.clone(), marks, Some(&mark.what));
            element = element.child(inner);
            at = mark.range.end;
        }
        plain(element, text, at..range.end, around)
    }

    fn element(&self, mark: &Mark<'s>) -> Fresh {
        match mark.what {
            What::Quote(quote) => {
                let element = Fresh::new("q").with_some("quote-source", self.source(quote));
                // The paragraphs of one quotation have its id in common.
                let many = quote.evidence.len() > 1;
                element.with_some("class", many.then(|| format!("newsdesk:{}", quote.id)))
            }
            What::Person(official) => {
                Fresh::new("person").with("idsrc", SOURCE).with("value", official.id.to_string())
            }
            What::Function => Fresh::new("function"),
            What::Organisation(organisation) => {
                Fresh::new("org").with("idsrc", SOURCE).with("value", organisation.id.to_string())
            }
            What::Chron(date) => Fresh::new("chron").with_some("norm", date::norm(date)),
        }
    }

    /// Who speaks a quotation, by name.
    pub(super) fn source(&self, quote: &Quote) -> Option<String> {
        match quote.speaker.as_ref()? {
            Participant::Official(id) => self.officials.get(id.as_str()).map(|official| official.label()),
            Participant::Organisation(id) => {
                self.story.facts.organisation(id).map(|organisation| organisation.name.clone())
            }
            Participant::Described(words) => Some(words.clone()),
        }
    }
}

fn block_kind(story: &Story, part: Part) -> Option<&BlockKind> {
    match part {
        Part::Block(index) => story.body.get(index).map(|block| &block.kind),
        _ => None,
    }
}

/// Adds text; in a person it may be the name, which is told part by part.
fn plain(element: Fresh, text: &str, range: Range<usize>, around: Option<&What<'_>>) -> Fresh {
    let said = text.get(range).unwrap_or_default();
    if let Some(What::Person(official)) = around
        && let Some(name) = &official.name
        && let whole = name.to_string()
        && !whole.is_empty()
        && let Some((before, after)) = said.split_once(&whole)
    {
        return name_parts(lines(element, before), official).text(after);
    }
    lines(element, said)
}

/// The parts of a name, with spaces between them.
pub(super) fn name_parts(mut element: Fresh, official: &Official) -> Fresh {
    let is_family = |kind: &NamePartKind| matches!(kind, NamePartKind::Family | NamePartKind::Particle);
    let parts = official.name.iter().flat_map(|name| &name.parts);
    let mut runs: Vec<(Option<&'static str>, String)> = Vec::new();
    for part in parts {
        let local = match &part.kind {
            NamePartKind::Given => Some("name.given"),
            kind if is_family(kind) => Some("name.family"),
            _ => None,
        };
        match runs.last_mut() {
            Some((known, words)) if *known == local => {
                words.push(' ');
                words.push_str(&part.text);
            }
            _ => runs.push((local, part.text.clone())),
        }
    }
    for (index, (local, words)) in runs.into_iter().enumerate() {
        element = element.text(if index > 0 { " " } else { "" });
        element = match local {
            Some(local) => element.child(Fresh::new(local).text(words)),
            None => element.text(words),
        };
    }
    element
}

/// Text for an element that holds no `br`, byte for byte.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// Adds text, with a `br` for each line end.
pub(super) fn lines(mut element: Fresh, text: &str) -> Fresh {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            element = element.child(Fresh::new("br"));
        }
        element = element.text(line);
    }
    element
}

/// The codes of something in registers.
pub(super) fn codes(identifiers: &[Identifier]) -> impl Iterator<Item = Fresh> + '_ {
    identifiers.iter().map(|identifier| {
        Fresh::new("alt-code").with("idsrc", identifier.scheme.as_str()).with("value", &*identifier.value)
    })
}
