//! A story as a tree of what rules look at, each with the path to it.
//!
//! The story is walked once. Paths are put together only for what is found.

use crate::model::{
    Act, Anniversary, Block, Byline, Commemoration, Country, Date, DateMention, Dateline, Engagement,
    Evidence, Facts, Id, Identifier, Language, Leg, Meeting, Mention, Name, NamePart, Official, Organisation,
    Participant, Place, Precedence, PrecedenceScope, Quote, Rank, Remembered, Role, Story, StoryDates,
    Subject, Visit,
};

/// Where a node stands: the order of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct At(usize);

impl At {
    /// The node that holds all others.
    pub(super) const ROOT: Self = Self(0);
}

/// What a rule may look at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Thing<'a> {
    Block(&'a Block),
    Commemoration(&'a Commemoration),
    Country(&'a Country),
    Date(&'a Date),
    Evidence(&'a Evidence),
    Identifier(&'a Identifier),
    Language(&'a Language),
    Leg,
    Meeting(&'a Meeting),
    Official(&'a Official),
    Organisation(&'a Organisation),
    Participant(&'a Participant),
    Quote(&'a Quote),
    Role(&'a Role),
    Visit(&'a Visit),
    /// An id that names a fact of a kind.
    Reference(&'a Id, FactKind),
    Number(u32),
    /// Text that says nothing when it is blank.
    Words(&'a str),
    /// A node that only leads to others.
    Branch,
}

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FactKind {
    Official,
    Organisation,
    Visit,
    Meeting,
    Commemoration,
    Quote,
}

impl FactKind {
    /// The kind with its article.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Official => "an official",
            Self::Organisation => "an organisation",
            Self::Visit => "a visit",
            Self::Meeting => "a meeting",
            Self::Commemoration => "a commemoration",
            Self::Quote => "a quote",
        }
    }
}

/// The nodes, each after the one that it belongs to.
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
}

struct Node<'a> {
    parent: At,
    field: &'static str,
    /// The place in a list, counted from 1; none where the field holds one.
    number: Option<usize>,
    thing: Thing<'a>,
    evidence: Option<&'a Evidence>,
}

impl<'a> Tree<'a> {
    /// The tree of a thing, under the name by which its paths begin.
    pub(super) fn of(name: &'static str, member: &'a impl Member) -> Self {
        let mut tree = Self { nodes: Vec::new() };
        Branch { tree: &mut tree, at: At::ROOT }.add(name, None, member);
        tree
    }

    pub(super) fn things(&self) -> impl Iterator<Item = (At, &Thing<'a>)> {
        self.nodes.iter().enumerate().map(|(index, node)| (At(index), &node.thing))
    }

    pub(super) fn thing(&self, at: At) -> Option<Thing<'a>> {
        self.nodes.get(at.0).map(|node| node.thing)
    }

    /// The facts that have an id.
    pub(super) fn named_facts(&self) -> impl Iterator<Item = (At, &'a Id, FactKind)> {
        self.things().filter_map(|(at, thing)| match thing {
            Thing::Official(official) => Some((at, &official.id, FactKind::Official)),
            Thing::Organisation(organisation) => Some((at, &organisation.id, FactKind::Organisation)),
            Thing::Visit(visit) => Some((at, &visit.id, FactKind::Visit)),
            Thing::Meeting(meeting) => Some((at, &meeting.id, FactKind::Meeting)),
            Thing::Commemoration(commemoration) => Some((at, &commemoration.id, FactKind::Commemoration)),
            Thing::Quote(quote) => Some((at, &quote.id, FactKind::Quote)),
            _ => None,
        })
    }

    /// The ids by which facts, and the byline, refer to facts of a kind.
    pub(super) fn references(&self) -> impl Iterator<Item = (At, &'a Id, FactKind)> {
        self.things().filter_map(|(at, thing)| match thing {
            Thing::Participant(Participant::Official(id)) => Some((at, id, FactKind::Official)),
            Thing::Participant(Participant::Organisation(id)) => Some((at, id, FactKind::Organisation)),
            Thing::Reference(id, kind) => Some((at, *id, *kind)),
            _ => None,
        })
    }

    /// Where a node stands in what it belongs to.
    pub(super) fn standing(&self, at: At) -> Option<Standing<'a>> {
        let node = self.nodes.get(at.0).filter(|_| at != At::ROOT)?;
        let parent = self.nodes.get(node.parent.0)?;
        Some(Standing { field: node.field, number: node.number, parent: node.parent, of: parent.thing })
    }

    /// The text that a node rests on, or else what it belongs to.
    pub(super) fn evidence_of(&self, mut at: At) -> Option<&'a Evidence> {
        loop {
            let node = self.nodes.get(at.0)?;
            if node.evidence.is_some() || at == At::ROOT {
                return node.evidence;
            }
            at = node.parent;
        }
    }

    /// The path of a node, as [`Finding::path`](super::Finding::path) gives it.
    pub(super) fn path(&self, mut at: At) -> String {
        let mut steps = Vec::new();
        while let Some(node) = self.nodes.get(at.0) {
            steps.push(match node.number {
                Some(number) => format!("{}[{number}]", node.field),
                None => node.field.to_owned(),
            });
            if at == At::ROOT {
                break;
            }
            at = node.parent;
        }
        steps.reverse();
        steps.join("/")
    }
}

/// Where a node stands in what it belongs to.
pub(super) struct Standing<'a> {
    pub(super) field: &'static str,
    /// Its place in a list, counted from 1; none where the field holds one.
    pub(super) number: Option<usize>,
    pub(super) parent: At,
    /// What stands at `parent`.
    pub(super) of: Thing<'a>,
}

/// Something that a tree holds: what it is to the rules, what it rests on, and what it is made of.
pub(super) trait Member {
    fn thing(&self) -> Thing<'_> {
        Thing::Branch
    }

    fn evidence(&self) -> Option<&Evidence> {
        None
    }

    fn grow<'a>(&'a self, _branch: &mut Branch<'_, 'a>) {}
}

/// A node that is being given its members.
pub(super) struct Branch<'t, 'a> {
    tree: &'t mut Tree<'a>,
    at: At,
}

impl<'a> Branch<'_, 'a> {
    fn one(&mut self, field: &'static str, member: &'a impl Member) {
        self.add(field, None, member);
    }

    fn some(&mut self, field: &'static str, member: &'a Option<impl Member>) {
        if let Some(member) = member {
            self.add(field, None, member);
        }
    }

    fn many(&mut self, field: &'static str, members: &'a [impl Member]) {
        for (index, member) in members.iter().enumerate() {
            self.add(field, Some(index + 1), member);
        }
    }

    /// Ids of facts of a kind.
    fn refer(&mut self, field: &'static str, ids: &'a [Id], kind: FactKind) {
        for (index, id) in ids.iter().enumerate() {
            self.push(field, Some(index + 1), Thing::Reference(id, kind), None);
        }
    }

    fn meetings(&mut self, field: &'static str, ids: &'a [Id]) {
        self.refer(field, ids, FactKind::Meeting);
    }

    fn person(&mut self, field: &'static str, id: &'a Option<Id>) {
        if let Some(id) = id {
            self.push(field, None, Thing::Reference(id, FactKind::Official), None);
        }
    }

    fn add(&mut self, field: &'static str, number: Option<usize>, member: &'a impl Member) {
        let at = self.push(field, number, member.thing(), member.evidence());
        member.grow(&mut Branch { tree: self.tree, at });
    }

    fn push(
        &mut self,
        field: &'static str,
        number: Option<usize>,
        thing: Thing<'a>,
        evidence: Option<&'a Evidence>,
    ) -> At {
        let at = At(self.tree.nodes.len());
        self.tree.nodes.push(Node { parent: self.at, field, number, thing, evidence });
        at
    }
}

/// Declares what a type is to the rules, what it rests on, and its fields in their order.
///
/// `one` is a field that is always there, `some` an `Option`, `many` a `Vec`.
macro_rules! members {
    ($($type:ty as $self:ident: $thing:expr, $evidence:expr; { $($kind:ident $field:ident)* })*) => { $(
        #[allow(unused_variables, reason = "not every type needs itself for both")]
        impl Member for $type {
            fn thing(&self) -> Thing<'_> {
                let $self = self;
                $thing
            }

            fn evidence(&self) -> Option<&Evidence> {
                let $self = self;
                $evidence
            }

            fn grow<'a>(&'a self, branch: &mut Branch<'_, 'a>) {
                $(branch.$kind(stringify!($field), &self.$field);)*
            }
        }
    )* };
}

members! {
    Story as story: Thing::Branch, None; {
        some language one headline some standfirst some dateline some byline many publishers one dates
        many subjects many body one facts
    }
    Dateline as line: Thing::Branch, None; { one text some place some date }
    StoryDates as dates: Thing::Branch, None; {
        some first_published some updated some embargo some withdrawn
    }
    Subject as subject: Thing::Branch, None; { one name many identifiers }
    Block as block: Thing::Block(block), None; { some language }
    Facts as facts: Thing::Branch, None; {
        many officials many organisations many visits many meetings many commemorations many quotes
        many dates
    }
    Official as official: Thing::Official(official), official.mentions.first().map(|mention| &mention.evidence); {
        some name many honorifics some rank many post_nominals many roles some country many identifiers
        many mentions
    }
    NamePart as part: Thing::Branch, None; { one text }
    Rank as rank: Thing::Branch, None; { one title }
    Role as role: Thing::Role(role), role.evidence.first(); {
        one title some organisation some jurisdiction many evidence
    }
    Mention as mention: Thing::Branch, Some(&mention.evidence); { one evidence }
    Organisation as organisation: Thing::Organisation(organisation), organisation.evidence.first(); {
        one name some abbreviation some country many identifiers many evidence
    }
    Visit as visit: Thing::Visit(visit), visit.evidence.first(); {
        many visitors many companions many legs some dates some days many hosts meetings meetings
        many engagements some invitation some purpose many precedence many evidence
    }
    Leg as leg: Thing::Leg, None; { some country many places some dates }
    Engagement as engagement: Thing::Branch, engagement.evidence.first(); {
        one text some place some date many evidence
    }
    Precedence as precedence: Thing::Branch, precedence.evidence.first(); {
        one scope one ordinal some place some since some since_event many evidence
    }
    Meeting as meeting: Thing::Meeting(meeting), meeting.evidence.first(); {
        many party many with some place some date some subject many evidence
    }
    Commemoration as commemoration: Thing::Commemoration(commemoration), commemoration.evidence.first(); {
        some remembered some anniversary some named_day many acts some date many evidence
    }
    Remembered as remembered: Thing::Branch, None; { one text person person some date }
    Anniversary as anniversary: Thing::Branch, None; { one number }
    Act as act: Thing::Branch, act.evidence.first(); { many actors some place some date many evidence }
    Quote as quote: Thing::Quote(quote), quote.evidence.first(); {
        some speaker some lead_in many evidence
    }
    DateMention as mention: Thing::Branch, Some(&mention.evidence); { one date one evidence }
    Place as place: Thing::Branch, None; { one name some country many identifiers }
    Evidence as evidence: Thing::Evidence(evidence), Some(evidence); {}
    Participant as participant: Thing::Participant(participant), None; {}
    Identifier as identifier: Thing::Identifier(identifier), None; {}
    Country as country: Thing::Country(country), None; {}
    Language as language: Thing::Language(language), None; {}
    Date as date: Thing::Date(date), None; {}
    String as text: Thing::Words(text), None; {}
    u32 as number: Thing::Number(*number), None; {}
}

impl Member for Byline {
    fn grow<'a>(&'a self, branch: &mut Branch<'_, 'a>) {
        branch.one("text", &self.text);
        branch.refer("authors", &self.authors, FactKind::Official);
    }
}

impl Member for Name {
    /// A name without parts is as blank as one of blank parts.
    fn thing(&self) -> Thing<'_> {
        if self.parts.is_empty() { Thing::Words("") } else { Thing::Branch }
    }

    fn grow<'a>(&'a self, branch: &mut Branch<'_, 'a>) {
        branch.many("parts", &self.parts);
    }
}

impl Member for PrecedenceScope {
    fn grow<'a>(&'a self, branch: &mut Branch<'_, 'a>) {
        match self {
            Self::Person(person) => branch.one("person", person),
            Self::Office(office) => branch.one("office", office),
        }
    }
}
