//! Officials: people who hold, held or are to hold an office.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::country::Country;
use super::evidence::Evidence;
use super::id::{Id, Identifier};
use super::name::Name;
use super::rank::Rank;
use super::vocabulary::open_vocabulary;

/// A person who holds, held or is to hold public office, rank, or a royal, diplomatic or like post.
///
/// The name may be missing: "the British Ambassador" is an official too.
///
/// ```
/// use newsdesk::{Id, Name, Official, Role, RoleKind};
///
/// let lancaster = Official::new(Id::new("official-1")?)
///     .with_name(Name::western("Mark Lancaster"))
///     .with_role(Role::new("Defence Minister").with_kind(RoleKind::Minister));
/// assert_eq!(lancaster.label(), "Mark Lancaster");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Official {
    /// The id by which other facts refer to this person.
    pub id: Id,
    /// The fullest form of the name in the story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Forms of address, as written: "Mr", "The Rt Hon", "HE".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub honorifics: Vec<String>,
    /// The military or police rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// Letters after the name, as written: "MP", "KCMG".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub post_nominals: Vec<String>,
    /// Every office that the story gives the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// The state, or the union of states, that the person serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The person's names in registers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// Every place where the story speaks of the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
}

impl Official {
    /// An official of whom nothing is known yet.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: None,
            honorifics: Vec::new(),
            rank: None,
            post_nominals: Vec::new(),
            roles: Vec::new(),
            country: None,
            identifiers: Vec::new(),
            mentions: Vec::new(),
        }
    }

    /// What to call the official: the name, or else the first role, or else the id.
    #[must_use]
    pub fn label(&self) -> String {
        match (&self.name, self.roles.first()) {
            (Some(name), _) => name.to_string(),
            (None, Some(role)) => format!("the {}", role.title),
            (None, None) => self.id.to_string(),
        }
    }

    /// All that the official rests on: each mention, and each role where it is given.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let mentions = self.mentions.iter().map(|mention| &mention.evidence);
        mentions.chain(self.roles.iter().flat_map(|role| &role.evidence))
    }
}

builder! { Official {
    some with_name(name: Name);
    push with_honorific(honorifics: String);
    some with_rank(rank: Rank);
    push with_post_nominal(post_nominals: String);
    push with_role(roles: Role);
    some with_country(country: Country);
    push with_identifier(identifiers: Identifier);
    push with_mention(mentions: Mention);
} }

/// An office that a person holds.
///
/// ```
/// use newsdesk::{Qualifier, Role};
/// let role = Role::new("Prime Minister").with_qualifier(Qualifier::Acting);
/// assert_eq!(role.to_string(), "Acting Prime Minister");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// The office as written, in its shortest complete form: "Minister for the Kosovo Security Force".
    pub title: String,
    /// What sort of office it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<RoleKind>,
    /// The department, force or body that the title names: "Kosovo Security Force".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The country in which the office is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<Country>,
    /// Whether the person is acting, former, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// Where the story gives the role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Role {
    /// An office of which only the title is known.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            kind: None,
            organisation: None,
            jurisdiction: None,
            qualifier: None,
            evidence: Vec::new(),
        }
    }
}

builder! { Role {
    some with_kind(kind: RoleKind);
    some with_organisation(organisation: String);
    some with_jurisdiction(jurisdiction: Country);
    some with_qualifier(qualifier: Qualifier);
    push with_evidence(evidence: Evidence);
} }

impl std::fmt::Display for Role {
    /// The title, with the qualifier before it ("-designate" after it).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.qualifier {
            None => f.write_str(&self.title),
            Some(Qualifier::Designate) => write!(f, "{}-designate", self.title),
            Some(qualifier) => {
                let mut letters = qualifier.as_str().chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase).collect::<String>();
                write!(f, "{first}{} {}", letters.as_str(), self.title)
            }
        }
    }
}

open_vocabulary! {
    /// What sort of office a [`Role`] is.
    ///
    /// ```
    /// use newsdesk::RoleKind;
    /// assert_eq!(RoleKind::HeadOfGovernment.to_string(), "head-of-government");
    /// ```
    RoleKind {
        /// A president, a reigning monarch, a governor-general.
        HeadOfState = "head-of-state",
        /// A prime minister, a chancellor.
        HeadOfGovernment = "head-of-government",
        /// A member of the cabinet: a minister, a secretary of state.
        Minister = "minister",
        /// A deputy, junior or assistant minister.
        DeputyMinister = "deputy-minister",
        /// An ambassador, high commissioner, consul or other head of mission.
        Ambassador = "ambassador",
        /// A special envoy, representative or coordinator.
        Envoy = "envoy",
        /// A member of a parliament, council or assembly, or its speaker.
        Legislator = "legislator",
        /// A judge, prosecutor or attorney general.
        Judiciary = "judiciary",
        /// A chief, commander or officer of the armed forces.
        Military = "military",
        /// A chief or officer of police or another civil force.
        Police = "police",
        /// A governor, premier, mayor or other head of a part of a country.
        Regional = "regional",
        /// A member of a royal or noble house.
        Royal = "royal",
        /// A leader of a religious community.
        Religious = "religious",
        /// A spokesperson or press officer.
        Spokesperson = "spokesperson",
        /// A head or senior officer of an international organisation.
        International = "international",
        /// A civil servant, adviser or head of an agency.
        Administrator = "administrator",
    }
}

open_vocabulary! {
    /// How a person stands to an office that is not simply held.
    ///
    /// ```
    /// use newsdesk::Qualifier;
    /// assert_eq!(Qualifier::from("former"), Qualifier::Former);
    /// ```
    Qualifier {
        /// Holding it for the time being.
        Acting = "acting",
        /// Having held it.
        Former = "former",
        /// Second to its holder.
        Deputy = "deputy",
        /// Chosen, and not yet in it.
        Designate = "designate",
        /// Holding it until another is chosen.
        Interim = "interim",
        /// About to leave it.
        Outgoing = "outgoing",
        /// About to take it.
        Incoming = "incoming",
    }
}

/// One place where the story speaks of an official.
///
/// ```
/// use newsdesk::{Evidence, Mention, MentionForm, Part};
/// let mention = Mention::new(MentionForm::Pronoun, Evidence::new(Part::Block(3), 0..2, "pronoun"));
/// assert_eq!(mention.form, MentionForm::Pronoun);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mention {
    /// By what the story calls the person there.
    pub form: MentionForm,
    /// Where.
    pub evidence: Evidence,
}

impl Mention {
    /// A mention of a form, at a place.
    #[must_use]
    pub fn new(form: MentionForm, evidence: Evidence) -> Self {
        Self { form, evidence }
    }
}

open_vocabulary! {
    /// By what a story calls a person.
    ///
    /// ```
    /// use newsdesk::MentionForm;
    /// assert_eq!(MentionForm::Role.as_str(), "role");
    /// ```
    MentionForm {
        /// By name, perhaps with role, rank or honorific.
        Name = "name",
        /// By role alone: "the Defence Minister".
        Role = "role",
        /// By a pronoun.
        Pronoun = "pronoun",
    }
}
