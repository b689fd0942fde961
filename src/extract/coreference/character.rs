//! One person: all that the sightings say together.

use std::borrow::Cow;

use super::folded::{FoldedWord, FoldedWords};
use super::head_of_state::heads_meant;
use super::same_title::{Glance, Title};
use crate::extract::country::heads_a_body;
use crate::extract::lexicon::{self, Class, Gender, WEAK};
use crate::extract::passage::Passage;
use crate::extract::person::{OWN_NAME, Sighting};
use crate::extract::private_post::are_private;
use crate::extract::role::{FoundRole, NOBLES, PRINCES};
use crate::model::{
    Country, Id, Mention, MentionForm, Name, NatoGrade, Official, Part, Qualifier, Rank, Role, RoleKind,
    Service,
};

/// Whether a role is "counterpart": whoever holds the same office elsewhere, and no title by itself.
pub(super) fn is_counterpart(role: &FoundRole) -> bool {
    role.row.head == "counterpart"
}

/// How many roles of one person a role is compared with.
const MOST_ROLES: usize = 64;

/// A sighting, with its words folded.
#[derive(Debug)]
pub(super) struct Seen<'s, 't> {
    pub(super) passage: &'s Passage<'t>,
    /// Which passage of the story that is.
    pub(super) index: usize,
    pub(super) sighting: &'s Sighting,
    /// The words of the name; none if the sighting has no name.
    pub(super) words: Vec<FoldedWord>,
    /// By role: its title, as written.
    pub(super) titles: Vec<Title>,
}

/// A person as the story gives them.
#[derive(Debug, Default)]
pub(super) struct Character {
    /// The fullest name so far, as written, and its folded words.
    pub(super) name: String,
    pub(super) words: Vec<FoldedWord>,
    /// The one word that the story has called them by.
    by_one: Option<FoldedWord>,
    pub(super) honorifics: Vec<String>,
    pub(super) rank: Option<Rank>,
    /// How many words the name has beside which the rank stood.
    rank_beside: usize,
    pub(super) roles: Vec<Role>,
    /// By role: its title.
    titles: Vec<Title>,
    /// The heads of all titles that the person has had.
    pub(super) heads: Glance,
    pub(super) post_nominals: Vec<String>,
    pub(super) gender: Option<Gender>,
    /// The gender that honorifics tell: a given name may be borne by both sexes.
    pub(super) styled_gender: Option<Gender>,
    pub(super) country: Option<Country>,
    mentions: Vec<Mention>,
    /// The mentions of those who turned out to be this one, the latest last: they come before the others.
    merged: Vec<Vec<Mention>>,
    /// How many mentions there are in all.
    pub(super) told: usize,
    /// Whether some title shows that the person holds an office.
    pub(super) cued: bool,
    /// Whether the text calls them late: they hold no office any more.
    pub(super) is_late: bool,
    /// The named person whom this one without a name turned out to be.
    pub(super) merged_into: Option<usize>,
}

/// How a role was told.
struct Told {
    rule: &'static str,
    /// Whether with a name.
    is_named: bool,
    /// The first of the roles that were told in one breath with it, none of which it is short for.
    own: usize,
}

impl Character {
    /// The holder of an office whom nobody names.
    pub(super) fn of_office(office: Role, title: Title) -> Self {
        Self {
            country: office.jurisdiction,
            roles: vec![office],
            heads: title.glance(),
            titles: vec![title],
            cued: true,
            ..Self::default()
        }
    }

    /// Takes the mentions of somebody who turned out to be this one.
    pub(super) fn merge(&mut self, other: &mut Self) {
        self.told += std::mem::take(&mut other.told);
        self.merged.push(other.take_mentions());
        self.country = self.country.or(other.country);
    }

    /// The part of the story that mentions them first.
    pub(super) fn first_part(&self) -> Option<&Part> {
        self.mentions.first().map(|mention| &mention.evidence.part)
    }

    fn take_mentions(&mut self) -> Vec<Mention> {
        let own = std::mem::take(&mut self.mentions);
        let merged = std::mem::take(&mut self.merged);
        if merged.is_empty() { own } else { merged.into_iter().rev().flatten().chain(own).collect() }
    }

    /// Takes in what a sighting says.
    pub(super) fn take(&mut self, seen: Seen<'_, '_>, folded: &mut FoldedWords) {
        let Seen { passage, sighting, words, titles, .. } = seen;
        self.cued |= sighting.rule == OWN_NAME;
        let start = sighting.tokens.start;
        let name_words = words.len();
        self.is_late |= (start.saturating_sub(1)..start + 2).any(|late| passage.is(late, "late"));
        if let [word] = words.as_slice() {
            self.by_one = self.by_one.or(Some(*word));
        }
        if let Some(name) = &sighting.name {
            let fuller = words.len() > self.words.len();
            // "Ashgrove of Netherby" has the words of "Ashgrove", and a seat.
            let seated = words == self.words && name.clone().any(|at| passage.is(at, "of"));
            let better_case = seated
                || words == self.words && !passage.shouts && self.name.chars().all(|c| !c.is_lowercase());
            if fuller || better_case {
                self.name = plain(passage.words(name.clone())).into_owned();
                self.words = words;
            }
        }
        for honorific in &sighting.honorifics {
            // "Mr" may be anybody, "HE" may not.
            let entry = passage.longest(honorific.start, Class::Honorific).map(|found| found.entry);
            self.cued |= entry.is_some_and(|entry| entry.flags & WEAK == 0);
            // The title of a peer is part of the name.
            let in_name = sighting.name.as_ref().is_some_and(|name| name.contains(&honorific.start));
            if !in_name {
                push_new(&mut self.honorifics, plain(passage.words(honorific.clone())));
            }
        }
        for letters in &sighting.post_nominals {
            self.cued = true;
            push_new(&mut self.post_nominals, plain(passage.words(letters.clone())));
        }
        if let Some((tokens, row)) = &sighting.rank {
            self.cued = true;
            let title = plain(passage.words(tokens.clone()));
            // Of "Major Generals Ana Virta and Ola Berg" each is a Major General.
            let is_shared = passage.longest(tokens.start, Class::Rank).is_some_and(|rank| rank.is_plural());
            let title = match title.strip_suffix('s') {
                Some(one) if is_shared => Cow::Owned(one.to_owned()),
                _ => title,
            };
            // The rank beside the fullest name, the longer of two beside as full ones.
            let is_fuller = name_words > self.rank_beside;
            let longer = name_words == self.rank_beside
                && self.rank.as_ref().is_none_or(|known| known.title.len() < title.len());
            if self.rank.is_none() || is_fuller || longer {
                self.rank = Some(rank(title, *row));
                self.rank_beside = name_words;
            }
        }
        self.cued |= !sighting.roles.is_empty() && !are_private(passage, &sighting.roles);
        let told_before = self.roles.len();
        for (role, title) in sighting.roles.iter().zip(titles) {
            self.country = self.country.or(role.country);
            // "his Dutch counterpart Ana Berg" tells her country, and no title.
            // "the Head of State" says who is meant, and no office more.
            let is_meant =
                !self.name.is_empty() && sighting.name.is_none() && heads_meant(passage, role).is_some();
            if !is_counterpart(role) && !is_meant {
                // "Minister of Education and Minister of Higher Education": two, of which none is short for the other.
                let are_two = role.complement.is_some() && self.roles.len() > told_before;
                let own = if are_two { told_before } else { self.roles.len() };
                let told = Told { rule: sighting.rule, is_named: sighting.name.is_some(), own };
                self.take_role(passage, role, title, &told, folded);
            }
        }
        self.country = self.country.or(sighting.country);
        self.gender = self.gender.filter(|gender| *gender != Gender::Unknown).or(Some(sighting.gender));
        let styled = Some(sighting.styled_gender()).filter(|gender| *gender != Gender::Unknown);
        self.styled_gender = self.styled_gender.or(styled);
        let evidence = passage.evidence(sighting.tokens.clone(), sighting.rule, confidence(sighting));
        self.told += 1;
        self.mentions.push(Mention::new(sighting.form.clone(), evidence));
    }

    /// Adds a role, unless a fuller one that it shortens is known; a fuller one takes its place. `title` is the title
    /// as written.
    fn take_role(
        &mut self,
        passage: &Passage<'_>,
        found: &FoundRole,
        title: Title,
        told: &Told,
        folded: &mut FoldedWords,
    ) {
        let Told { rule, is_named, own } = *told;
        let mut role =
            role_of(passage, found).with_evidence(passage.evidence(found.tokens.clone(), rule, 90));
        let title = if found.plural { folded.title(&role.title) } else { title };
        self.heads.add(title.glance());
        let first = self.roles.len().saturating_sub(MOST_ROLES);
        for (index, (known, known_title)) in
            self.roles.iter_mut().zip(&mut self.titles).enumerate().skip(first)
        {
            if index >= own && title != *known_title && known_title.has_complement() {
                continue;
            }
            // "Special Envoy for Sudan" and "Deputy Special Envoy for Sudan" were held one after the other.
            // So were "Arts Minister" and "Deputy Minister of Arts"; an "Acting Governor" is not the Deputy Governor either.
            let are_spelt_out = title.is_spelt_out() && known_title.is_spelt_out();
            let is_acting = role.qualifier.is_some() && is_named;
            if (are_spelt_out || is_acting) && deputises(&known.title) != deputises(&role.title) {
                continue;
            }
            // "Justice Ana Virta" is the style of a judge, and "Chief Justice" an office.
            if (role.title == "Justice") != (known.title == "Justice") && found.row.head.ends_with("Justice")
            {
                continue;
            }
            if title.shortens(known_title) {
                known.evidence.extend(role.evidence);
                // "the interim president" alone may be another than a president who was named as such.
                let qualifier = role.qualifier.take().filter(|_| is_named);
                known.qualifier = known.qualifier.take().or(qualifier);
                // "Sen." and "Senator": of one title the form that is not shortened, and not in capitals alone.
                let is_loud = known.title.chars().all(|c| !c.is_lowercase());
                let is_short = known.title.contains('.') && !role.title.contains('.');
                if title == *known_title && (is_loud || is_short) {
                    known.title = role.title;
                }
                return;
            }
            // "President Ana Virta … in her role as President of the Conference": of a state, and of a body.
            let are_apart = known.title == found.row.head && heads_a_body(&role);
            if known_title.shortens(&title) && !are_apart {
                let evidence = std::mem::take(&mut known.evidence);
                let qualifier = known.qualifier.take();
                *known = role;
                *known_title = title;
                known.evidence.splice(0..0, evidence);
                known.qualifier = known.qualifier.take().or(qualifier);
                return;
            }
        }
        self.roles.push(role);
        self.titles.push(title);
    }

    /// The office that the holder's counterpart elsewhere has: a minister's, or that of the head of a state or
    /// government, without a state that it is held in.
    pub(super) fn office_to_share(&self) -> Option<Role> {
        let mut offices = self.roles.iter().rev().filter(|role| role.qualifier.is_none());
        offices.find_map(|role| {
            let head = role.title.split(" of ").next().unwrap_or_default();
            let leads = matches!(role.kind, Some(RoleKind::HeadOfState | RoleKind::HeadOfGovernment));
            let title = match &role.kind {
                _ if leads => head,
                Some(RoleKind::Minister | RoleKind::DeputyMinister) if role.title.contains("Minister") => {
                    role.title.as_str()
                }
                _ => return None,
            };
            Some(Role::new(title).with_kind(role.kind.clone()?))
        })
    }

    /// Takes an office that another title implies, if the story gives the person none.
    pub(super) fn take_shared(&mut self, office: Role, title: Title) {
        if self.roles.is_empty() {
            self.heads.add(title.glance());
            self.titles.push(title);
            self.roles.push(office);
        }
    }

    /// Whether the person holds a role that a title may stand for.
    pub(super) fn holds(&self, title: &Title) -> bool {
        self.heads.meets(title.glance())
            && self.titles.iter().rev().take(MOST_ROLES).any(|known| title.shortens(known))
    }

    /// Whether one of the person's roles is the title itself, and not that of a deputy.
    pub(super) fn holds_itself(&self, title: &Title) -> bool {
        self.titles.iter().rev().take(MOST_ROLES).any(|known| title.is_whole_of(known))
    }

    /// Whether a title may stand only for what the person is said to have been: "former President Virta".
    pub(super) fn held_before(&self, title: &Title) -> bool {
        let named = self.titles.iter().zip(&self.roles).filter(|(known, _)| title.shortens(known));
        let mut before = named.map(|(_, role)| role.qualifier == Some(Qualifier::Former)).peekable();
        before.peek().is_some() && before.all(|is_former| is_former)
    }

    /// Whether a title spells out one of the person's roles.
    pub(super) fn holds_part_of(&self, title: &Title) -> bool {
        self.titles.iter().rev().take(MOST_ROLES).any(|known| known.shortens(title))
    }

    /// The title of the person's only role.
    pub(super) fn only_title(&self) -> Option<&Title> {
        if let [title] = self.titles.as_slice() { Some(title) } else { None }
    }

    /// Whether a name is the one word that the story has called the person by: "Muhyid" after "PM Muhyid" of Muhyid Rahman.
    pub(super) fn goes_by(&self, words: &[FoldedWord]) -> bool {
        matches!(words, [word] if self.by_one == Some(*word))
    }

    /// Whether nothing is known of the person yet.
    pub(super) fn is_empty(&self) -> bool {
        self.name.is_empty() && self.roles.is_empty()
    }

    /// Whether one of two names is the family name that the other begins with in capitals: "Han", of "HAN Seung-ho".
    pub(super) fn family_first(&self, name: &str) -> bool {
        let opens_with = |long: &str, word: &str| {
            let first = long.split(' ').next().unwrap_or_default();
            let is_loud = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
            is_loud && long.chars().any(char::is_lowercase) && first.to_lowercase() == word.to_lowercase()
        };
        opens_with(&self.name, name) || opens_with(name, &self.name)
    }

    pub(super) fn is_official(&self) -> bool {
        self.cued
    }

    pub(super) fn into_official(mut self, id: Id) -> Official {
        let mut official = Official::new(id);
        official.mentions = self.take_mentions();
        official.name = match self.name.as_str() {
            "" => self
                .roles
                .iter()
                .find(|role| is_title_of_nobility(role))
                .map(|role| Name::western(&role.title)),
            words => Some(name(words)),
        };
        official.honorifics = self.honorifics;
        official.rank = self.rank;
        official.post_nominals = self.post_nominals;
        official.roles = self.roles;
        official.country = self.country;
        official
    }
}

/// Whether a title is that of whoever deputises for its holder: "Principal Deputy Spokesperson".
fn deputises(title: &str) -> bool {
    let is_grade = |word: &str| ["deputy", "assistant"].iter().any(|grade| word.eq_ignore_ascii_case(grade));
    title.split(' ').take_while(|word| !matches!(*word, "of" | "for" | "to")).any(is_grade)
}

/// "Duke of Gloucester": nobles are known by their title, and no one else bears it.
fn is_title_of_nobility(role: &Role) -> bool {
    let Some((head, place)) = role.title.split_once(" of ") else { return role.title == "Princess Royal" };
    role.kind == Some(RoleKind::Royal)
        && (NOBLES.contains(&head) || PRINCES.contains(&head))
        && !place.is_empty()
}

pub(super) fn id(index: usize) -> Id {
    Id::numbered("official", index + 1)
}

fn push_new(texts: &mut Vec<String>, text: Cow<'_, str>) {
    if !texts.iter().any(|known| *known == text) {
        texts.push(text.into_owned());
    }
}

/// Text on one line, with single spaces.
fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') && !text.contains("  ");
    if is_plain && text.trim_ascii() == text {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    Cow::Owned(plain)
}

fn confidence(sighting: &Sighting) -> u8 {
    match sighting.form {
        MentionForm::Name if sighting.roles.is_empty() && sighting.rank.is_none() => 75,
        MentionForm::Name => 95,
        MentionForm::Role => 80,
        _ => 60,
    }
}

/// The title as written; of "Prime Ministers Craxi and Papandreou" each is a "Prime Minister", and of "the Duke and
/// Duchess of Edinburgh" the first is the "Duke of Edinburgh".
pub(super) fn singular_title(passage: &Passage<'_>, found: &FoundRole) -> String {
    if let Some(seat) = found.complement.as_ref().filter(|_| found.shares_seat(passage)) {
        return plain(&format!("{} of {}", found.row.head, passage.words(seat.clone()))).into_owned();
    }
    if !found.plural {
        return plain(passage.words(found.title.clone())).into_owned();
    }
    // Of "Ambassadors of Latvia and Lithuania" the second is "Ambassador" and "of", and "Lithuania".
    let field = found.complement.as_ref().map_or(found.head.end, |complement| complement.start);
    let the = field - usize::from(field > found.head.end && passage.is(field.saturating_sub(1), "the"));
    // "ambassadors-designate │ to Peru"
    let suffix = if passage.is_hyphen(found.head.end) { 2 } else { 0 };
    let head_end = (found.head.end + suffix).min(the);
    let link = (head_end + 1).min(the);
    let parts = [
        passage.words(found.title.start..found.head.start),
        found.row.head,
        passage.words(head_end..link),
        passage.words(the..found.title.end),
    ];
    plain(&parts.join(" ")).into_owned()
}

pub(super) fn role_of(passage: &Passage<'_>, found: &FoundRole) -> Role {
    let mut role = Role::new(singular_title(passage, found)).with_kind(RoleKind::from(found.row.kind));
    role.organisation = found.complement.clone().map(|tokens| plain(passage.words(tokens)).into_owned());
    role.jurisdiction = found.country;
    role.qualifier.clone_from(&found.qualifier);
    role
}

fn rank(title: Cow<'_, str>, row: u32) -> Rank {
    let mut rank = Rank::new(title);
    if let Some(row) = lexicon::rank(row) {
        rank.service = (!row.service.is_empty()).then(|| Service::from(row.service));
        rank.grade = row.grade.parse::<NatoGrade>().ok();
    }
    rank
}

/// A name from its words: the family name first where only that stands in capitals.
fn name(words: &str) -> Name {
    let is_loud = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-');
    let all: Vec<&str> = words.split(' ').collect();
    match all.split_first() {
        Some((first, rest))
            if is_loud(first) && !rest.is_empty() && !rest.iter().any(|word| is_loud(word)) =>
        {
            let parts = std::iter::once(("family", *first)).chain(rest.iter().map(|word| ("given", *word)));
            Name::from_parts(parts)
        }
        _ => Name::western(words),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn two_offices_told_together_are_two() {
        let text = "He received Minister of Education and Minister of Higher Education Dr Ana Virta and her peer Ola Berg.";
        assert_eq!(
            officials("KW", text)[0],
            "Ana Virta | Minister of Education; Minister of Higher Education | KW"
        );
    }

    #[test]
    fn a_deputys_office_is_another() {
        let text = "Mr Nicol Haysen, the Deputy Special Envoy for Sudan, spoke. He served as Special Envoy for Sudan.";
        assert_eq!(
            officials("US", text),
            ["Nicol Haysen | Deputy Special Envoy for Sudan; Special Envoy for Sudan | US"]
        );
    }

    #[test]
    fn a_deputy_and_a_body_are_apart() {
        let text = "Arts Minister Ola Berg was Deputy Minister of Arts. Deputy Governor Ann Hale will serve as Acting Governor. President Dana Rusef spoke in her role as President of the Conference.";
        assert_eq!(
            officials("BR", text),
            [
                "Ola Berg | Arts Minister; Deputy Minister of Arts | BR",
                "Ann Hale | Deputy Governor; Governor | BR",
                "Dana Rusef | President; President of the Conference | BR"
            ]
        );
    }

    #[test]
    fn a_style_of_judges_stands_beside_their_office() {
        let text = "Justice Anil Prakashan was elevated as Chief Justice of Ostby. Principal Deputy Spokesperson Ann Hale spoke. Deputy Spokesperson Hale left.";
        assert_eq!(
            officials("IN", text),
            [
                "Anil Prakashan | Justice; Chief Justice of Ostby | IN",
                "Ann Hale | Principal Deputy Spokesperson | IN"
            ]
        );
    }
}
