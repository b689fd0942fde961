//! A rule, what it is given, and how it reports.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::order;
use super::report::{Finding, Report, Severity, Span};
use super::tree::{At, FactKind, Member, Thing, Tree};
use crate::model::{Calendar, Facts, Id, Part, Story};

/// A rule of the registry.
///
/// ```
/// use newsdesk::validate::{RULES, Severity};
/// let rule = RULES.iter().find(|rule| rule.id == "empty-headline").unwrap();
/// assert_eq!(rule.severity, Severity::Error);
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// Its id, in kebab case. An id never changes its meaning.
    pub id: &'static str,
    /// How bad it is to break it.
    pub severity: Severity,
    /// What is wrong with what breaks it.
    pub what: &'static str,
    /// Something that breaks it.
    pub example: &'static str,
    pub(super) check: Check,
}

/// Looks at a subject, and reports what breaks one rule.
pub(super) type Check = fn(&Subject<'_>, &mut Found<'_, '_>);

/// What the rules look at: a story, or a part of one that stands alone.
pub(super) struct Subject<'a> {
    pub(super) tree: Tree<'a>,
    /// The story; none where a part stands alone.
    pub(super) story: Option<&'a Story>,
    /// What each id names; none where the facts that an id refers to are not at hand.
    pub(super) ids: Option<HashMap<&'a Id, FactKind>>,
}

impl<'a> Subject<'a> {
    /// A part that stands alone, under the name by which its paths begin.
    pub(super) fn part(name: &'static str, part: &'a impl Member) -> Self {
        Self { tree: Tree::of(name, part), story: None, ids: None }
    }

    pub(super) fn facts(facts: &'a Facts) -> Self {
        let mut subject = Self::part("facts", facts);
        subject.ids = Some(subject.tree.named_facts().map(|(_, id, kind)| (id, kind)).collect());
        subject
    }

    pub(super) fn story(story: &'a Story) -> Self {
        let mut subject = Self::part("story", story);
        subject.story = Some(story);
        subject.ids = Some(subject.tree.named_facts().map(|(_, id, kind)| (id, kind)).collect());
        subject
    }

    /// Runs every rule.
    pub(super) fn check(&self, rules: &[Rule]) -> Report {
        let mut findings = Vec::new();
        for rule in rules {
            (rule.check)(self, &mut Found { subject: self, rule, findings: &mut findings });
        }
        findings.sort_by_key(|(at, _)| *at);
        Report { findings: findings.into_iter().map(|(_, finding)| finding).collect() }
    }

    /// The node that holds all others.
    pub(super) fn root(&self) -> At {
        At::ROOT
    }

    /// The texts of the story, by part.
    pub(super) fn texts(&self) -> impl Iterator<Item = (At, Part, &'a str)> {
        self.tree.things().filter_map(|(at, thing)| {
            let text = match thing {
                Thing::Block(block) => &block.text,
                Thing::Words(text) => *text,
                _ => return None,
            };
            Some((at, self.part_of(at)?, text))
        })
    }

    /// The part of the story whose text stands at a node.
    pub(super) fn part_of(&self, at: At) -> Option<Part> {
        self.story?;
        let standing = self.tree.standing(at)?;
        match (standing.field, standing.number) {
            ("headline", None) => Some(Part::Headline),
            ("standfirst", None) => Some(Part::Standfirst),
            ("body", Some(number)) => Some(Part::Block(number - 1)),
            ("text", None) if self.path_ends(at, &["byline", "text"]) => Some(Part::Byline),
            ("text", None) if self.path_ends(at, &["dateline", "text"]) => Some(Part::Dateline),
            _ => None,
        }
    }

    /// The counts in a field of that name, wherever it stands.
    pub(super) fn numbers(&self, field: &'static str) -> impl Iterator<Item = (At, u32)> {
        self.tree.things().filter_map(move |(at, thing)| match thing {
            Thing::Number(number) => {
                self.tree.standing(at).filter(|standing| standing.field == field).map(|_| (at, *number))
            }
            _ => None,
        })
    }

    /// Whether the path of a node ends in these fields.
    pub(super) fn path_ends(&self, mut at: At, fields: &[&str]) -> bool {
        for field in fields.iter().rev() {
            match self.tree.standing(at) {
                Some(standing) if standing.field == *field => at = standing.parent,
                _ => return false,
            }
        }
        true
    }

    /// When the story was first published, or else when its dateline says that it was written.
    pub(super) fn published(&self) -> Option<&'a Calendar> {
        let story = self.story?;
        let dateline = || story.dateline.as_ref()?.date.as_ref();
        story
            .dates
            .first_published
            .as_ref()
            .and_then(order::settled)
            .or_else(|| dateline().and_then(order::settled))
    }

    /// The day that the story's relative dates count from.
    pub(super) fn anchor(&self) -> Option<NaiveDate> {
        self.story?.anchor()
    }
}

/// Where a rule reports.
pub(super) struct Found<'s, 'f> {
    subject: &'s Subject<'s>,
    rule: &'s Rule,
    findings: &'f mut Vec<(At, Finding)>,
}

impl Found<'_, '_> {
    /// Reports what stands at a node, and points at the text that the node rests on.
    pub(super) fn at(&mut self, at: At, message: impl Into<String>) {
        let span =
            self.subject.tree.evidence_of(at).map(|evidence| Span::new(evidence.part, evidence.span()));
        self.report(at, span, message.into());
    }

    /// Reports certain bytes of the text of a part.
    pub(super) fn in_text(&mut self, at: At, span: Span, message: impl Into<String>) {
        self.report(at, Some(span), message.into());
    }

    fn report(&mut self, at: At, span: Option<Span>, message: String) {
        let stands = |span: &Span| {
            let text = self.subject.story.and_then(|story| story.text_of(span.part));
            text.is_some_and(|text| text.get(span.range()).is_some())
        };
        let finding = Finding {
            rule: self.rule.id,
            severity: self.rule.severity,
            path: self.subject.tree.path(at),
            span: span.filter(stands),
            message,
        };
        self.findings.push((at, finding));
    }
}

/// Gives the subject an iterator over the things of each kind, with where they stand.
macro_rules! things {
    ($($method:ident: $variant:ident($type:ty);)*) => {
        impl<'a> Subject<'a> {
            $(
                pub(super) fn $method(&self) -> impl Iterator<Item = (At, &'a $type)> {
                    self.tree.things().filter_map(|(at, thing)| match thing {
                        Thing::$variant(thing) => Some((at, *thing)),
                        _ => None,
                    })
                }
            )*
        }
    };
}

things! {
    blocks: Block(crate::model::Block);
    commemorations: Commemoration(crate::model::Commemoration);
    countries: Country(crate::model::Country);
    dates: Date(crate::model::Date);
    evidence: Evidence(crate::model::Evidence);
    identifiers: Identifier(crate::model::Identifier);
    languages: Language(crate::model::Language);
    meetings: Meeting(crate::model::Meeting);
    participants: Participant(crate::model::Participant);
    quotes: Quote(crate::model::Quote);
    roles: Role(crate::model::Role);
    visits: Visit(crate::model::Visit);
    words: Words(str);
}
