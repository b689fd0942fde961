//! A story into a tree of NITF: the document that was kept with it, or a new one.

use std::borrow::Cow;
use std::collections::HashMap;

use super::blocks;
use super::facts;
use super::markup::{Markup, one_line};
use super::names::{FIELDS, NAMESPACE, ORDER, SOURCE, VERSION};
use super::prose::reword;
use super::read::{
    ALT, BYLINE, CAPTION, CREDIT, DATELINE, DOCDATA, HEADLINE, MEDIA_SOURCE, MEDIA_TYPE, PUBLISHER,
    STANDFIRST, TITLE, Told, subject_level, tell,
};
use crate::error::ReadError;
use crate::format::ReadOptions;
use crate::format::tree::slot::{Slot, Step, align};
use crate::format::tree::{Diagnostics, Fresh, Name, NamespaceId, NodeId, Source, Tree};
use crate::model::{Dateline, IdentifierScheme, Media, Part, Rights, Story, Subject};

/// A document of NITF 3.6 that tells nothing yet.
pub(super) fn skeleton() -> (Tree<'static>, NodeId) {
    let mut tree = Tree::new();
    let nitf = Fresh::new("nitf").within(NAMESPACE).with("version", VERSION);
    let body = Fresh::new("body").child(Fresh::new("body.head")).child(Fresh::new("body.content"));
    let root = tree.make(&nitf.child(Fresh::new("head")).child(body), NamespaceId::NONE);
    let document = tree.document();
    tree.append(document, root);
    (tree, root)
}

/// Makes a document tell a story, touching nothing that it tells already; gives what its slots tell then.
///
/// # Errors
///
/// Only what [`tell`] gives to strict readers.
pub(super) fn update(tree: &mut Tree<'_>, root: NodeId, story: &Story) -> Result<Story, ReadError> {
    let told = told(tree, root)?;
    let markup = Markup::of(story);
    fields(tree, root, &told.story, story);
    subjects(tree, root, &told, story);
    rights(tree, root, &told, story);
    head_of_body(tree, root, &told, story, &markup);
    let mut writing = blocks::Writing { tree, root, story, markup: &markup };
    writing.update(&told.story.body, &told.blocks);
    media(tree, root, &told, story);
    // People and organisations may be named in the text by now.
    let told = self::told(tree, root)?;
    facts::update(tree, root, &told, story, &markup);
    Ok(self::told(tree, root)?.story)
}

fn told(tree: &Tree<'_>, root: NodeId) -> Result<Told, ReadError> {
    let nothing = Source::of_text("");
    tell(tree, root, false, &mut Diagnostics::new(&nothing, &ReadOptions::default()))
}

fn fields(tree: &mut Tree<'_>, root: NodeId, told: &Story, story: &Story) {
    for field in FIELDS {
        let value = (field.tell)(story);
        if value != (field.tell)(told) {
            field.slot.put(tree, root, value.as_deref(), &ORDER);
        }
    }
}

/// Sets an attribute in no namespace, or takes it away.
pub(super) fn set(tree: &mut Tree<'_>, node: NodeId, local: &'static str, value: Option<&str>) {
    let name = Name { namespace: NamespaceId::NONE, local };
    match value {
        _ if tree.attribute(node, local) == value => {}
        Some(value) => tree.set_attribute(node, name, value.to_owned()),
        None => tree.remove_attribute(node, name),
    }
}

/// Makes `values` stand where `elements` told `told`: `rewrite` changes an element, `make` adds one.
fn list<T: PartialEq + Clone>(
    tree: &mut Tree<'_>,
    (told, elements): (&[T], &[NodeId]),
    values: &[T],
    rewrite: impl Fn(&mut Tree<'_>, NodeId, &T),
    make: impl Fn(&mut Tree<'_>, &T) -> NodeId,
) {
    // What is equal at the beginning needs no alignment, and mostly that is all.
    let same = told.iter().zip(values).take_while(|(told, value)| told == value).count();
    let values = values.get(same..).unwrap_or_default();
    let known: Vec<(NodeId, T)> = elements.iter().copied().zip(told.iter().cloned()).skip(same).collect();
    let alignment = align(&known, values);
    for gone in alignment.gone {
        tree.remove(gone);
    }
    let known: HashMap<NodeId, T> = known.into_iter().collect();
    for (value, place) in values.iter().zip(alignment.places) {
        match place {
            Some(node) if known.get(&node) == Some(value) => {}
            Some(node) => rewrite(tree, node, value),
            None => {
                make(tree, value);
            }
        }
    }
}

// ---- The head ----

/// The subject code of a subject that has one: eight digits.
fn subject_code(subject: &Subject) -> Option<&str> {
    let codes = subject.identifiers.iter().filter(|code| code.scheme == IdentifierScheme::QCode);
    let mut codes = codes.filter_map(|code| code.value.strip_prefix("subj:"));
    codes.find(|code| code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()))
}

const TOBJECT: &[Step] = &[Step::child("head"), Step::child("tobject")];
const KEYWORDS: &[Step] = &[Step::child("head"), Step::child("docdata"), Step::child("key-list")];

fn subjects(tree: &mut Tree<'_>, root: NodeId, told: &Told, story: &Story) {
    let is_coded = |node: NodeId, tree: &Tree<'_>| tree.local(node) == "tobject.subject";
    let pairs = || told.subjects.iter().copied().zip(told.story.subjects.iter().cloned());
    let (coded, keyed): (Vec<_>, Vec<_>) = pairs().partition(|(node, _)| is_coded(*node, tree));
    // A subject that stands in the one list already stays there, whether or not it has a number.
    let stays = |subject: &Subject| coded.iter().any(|(_, known)| known == subject);
    let belongs = |subject: &&Subject| subject_code(subject).is_some() || stays(subject);
    let (with_code, without): (Vec<&Subject>, Vec<&Subject>) = story.subjects.iter().partition(belongs);
    let cloned = |subjects: Vec<&Subject>| subjects.into_iter().cloned().collect::<Vec<Subject>>();
    let (nodes, subjects): (Vec<NodeId>, Vec<Subject>) = coded.into_iter().unzip();
    list(
        tree,
        (&subjects, &nodes),
        &cloned(with_code),
        |tree, node, subject| {
            let code = subject_code(subject).unwrap_or_default();
            set(tree, node, "tobject.subject.refnum", Some(code));
            for level in ["tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"] {
                let here = level == subject_level(code) && !subject.name.is_empty();
                set(tree, node, level, here.then_some(subject.name.as_str()));
            }
        },
        |tree, subject| {
            let code = subject_code(subject).unwrap_or_default();
            let name = (!subject.name.is_empty()).then_some(subject.name.as_str());
            let fresh = Fresh::new("tobject.subject").with("tobject.subject.refnum", code);
            let parent = Slot::text(TOBJECT).make(tree, root, &ORDER);
            ORDER.add(tree, parent, &fresh.with_some(subject_level(code), name))
        },
    );
    let (nodes, subjects): (Vec<NodeId>, Vec<Subject>) = keyed.into_iter().unzip();
    list(
        tree,
        (&subjects, &nodes),
        // A keyword is a name, and nothing else.
        &without.iter().map(|subject| Subject::new(&*subject.name)).collect::<Vec<_>>(),
        |tree, node, subject| set(tree, node, "key", Some(&subject.name)),
        |tree, subject| {
            let parent = Slot::text(KEYWORDS).make(tree, root, &ORDER);
            ORDER.add(tree, parent, &Fresh::new("keyword").with("key", &*subject.name))
        },
    );
}

/// Rights as NITF tells them: a holder of the copyright, or an owner and limitations.
fn plain_rights(rights: &Rights) -> Option<Rights> {
    let mut plain = Rights::new();
    (plain.holder, plain.terms) = (rights.holder.clone(), rights.terms.clone());
    (plain != Rights::new()).then_some(plain)
}

fn rights(tree: &mut Tree<'_>, root: NodeId, told: &Told, story: &Story) {
    let rewrite = |tree: &mut Tree<'_>, node: NodeId, rights: &Rights| match tree.local(node) {
        "doc.copyright" => set(tree, node, "holder", rights.holder.as_deref()),
        _ => {
            set(tree, node, "owner", rights.holder.as_deref());
            set(tree, node, "limitations", rights.terms.as_deref());
        }
    };
    let values: Vec<Rights> = story.rights.iter().filter_map(plain_rights).collect();
    list(tree, (&told.story.rights, &told.rights), &values, rewrite, |tree, rights| {
        let fresh = match &rights.terms {
            None => Fresh::new("doc.copyright").with_some("holder", rights.holder.as_deref()),
            Some(terms) => Fresh::new("doc.rights")
                .with_some("owner", rights.holder.as_deref())
                .with("limitations", &**terms),
        };
        let docdata = Slot::text(DOCDATA).make(tree, root, &ORDER);
        ORDER.add(tree, docdata, &fresh)
    });
}

// ---- The head of the body ----

fn head_of_body(tree: &mut Tree<'_>, root: NodeId, told: &Told, story: &Story, markup: &Markup<'_>) {
    if story.headline != told.story.headline {
        // A title that was the headline stays so.
        let title = Slot::text(TITLE).node(tree, root);
        if let Some(title) = title.filter(|title| tree.content(*title).trim() == told.story.headline) {
            reword(tree, title, &story.headline);
        }
    }
    if told.headline.is_some() || !story.headline.is_empty() || story.standfirst.is_some() {
        let headline = markup.fill(Fresh::new("hl1"), &story.headline, Part::Headline);
        let is_new = told.headline.is_none();
        let old = if is_new { None } else { Some(told.story.headline.as_str()) };
        line(tree, root, (told.headline, old), Some(&story.headline), HEADLINE, headline);
    }
    let standfirst = story.standfirst.as_deref();
    let fresh = markup.fill(Fresh::new("hl2"), standfirst.unwrap_or_default(), Part::Standfirst);
    line(tree, root, (told.standfirst, told.story.standfirst.as_deref()), standfirst, STANDFIRST, fresh);
    let byline = story.byline.as_ref().map(|byline| byline.text.as_str());
    let old = told.story.byline.as_ref().map(|byline| byline.text.as_str());
    let fresh = markup.fill_byline(Fresh::new("byline"), byline.unwrap_or_default());
    line(tree, root, (told.byline, old), byline, BYLINE, fresh);
    dateline(tree, root, told, story);
    let publisher = story.publishers.first();
    let old = told.story.publishers.first();
    let name = publisher.map(|publisher| publisher.name.as_str());
    let organisation = publisher.map(|publisher| {
        let organisation = Fresh::new("org").with("idsrc", SOURCE).with("value", publisher.id.to_string());
        organisation.text(&*publisher.name).children(super::markup::codes(&publisher.identifiers))
    });
    let fresh = Fresh::new("distributor").children(organisation);
    line(tree, root, (told.publisher, old.map(|old| old.name.as_str())), name, PUBLISHER, fresh);
}

/// Makes an element of running text say `new`, where it said `old`.
fn line(
    tree: &mut Tree<'_>,
    root: NodeId,
    (node, old): (Option<NodeId>, Option<&str>),
    new: Option<&str>,
    steps: &'static [Step],
    fresh: Fresh,
) {
    match (node, new) {
        (Some(node), None) => tree.remove(node),
        (Some(node), Some(new)) if old != Some(new) => reword(tree, node, new),
        (None, Some(_)) => {
            let Some((_, way)) = steps.split_last() else { return };
            let parent = Slot::text(way).make(tree, root, &ORDER);
            ORDER.add(tree, parent, &fresh);
        }
        _ => {}
    }
}

fn dateline(tree: &mut Tree<'_>, root: NodeId, told: &Told, story: &Story) {
    let text = |story: &Story| story.dateline.as_ref().map(|dateline| dateline.text.clone());
    let (old, new) = (text(&told.story), text(story));
    let fresh = story.dateline.as_ref().map_or(Fresh::new("dateline"), fresh_dateline);
    let place = |story: &Story| {
        story.dateline.as_ref().map(|dateline| (dateline.place.clone(), dateline.date.clone()))
    };
    if let Some(node) = told.dateline
        && old == new
        && place(&told.story) != place(story)
        && let Some(dateline) = &story.dateline
    {
        revise_dateline(tree, node, dateline);
        return;
    }
    line(tree, root, (told.dateline, old.as_deref()), new.as_deref(), DATELINE, fresh);
}

/// The same words about another place or day: the day's norm is all that can be told beside the words.
fn revise_dateline(tree: &mut Tree<'_>, node: NodeId, dateline: &Dateline) {
    if let Some(date) = tree.child(node, "story.date") {
        let norm = dateline.date.as_ref().and_then(super::date::norm);
        set(tree, date, "norm", norm.as_deref());
    }
}

/// The words of a dateline, with the place and the day in them marked up.
fn fresh_dateline(dateline: &Dateline) -> Fresh {
    let mut element = Fresh::new("dateline");
    let text = one_line(&dateline.text);
    let mut rest = text.as_str();
    if let Some(place) = dateline.place.as_ref().filter(|place| is_words(&place.name))
        && let Some((before, after)) = rest.split_once(&*place.name)
    {
        element = element.text(before).child(location(place.name.as_str(), place));
        rest = after;
    }
    if let Some(date) = dateline.date.as_ref().filter(|date| is_words(&date.raw))
        && let Some((before, after)) = rest.split_once(&*date.raw)
    {
        let day = Fresh::new("story.date").with_some("norm", super::date::norm(date)).text(&*date.raw);
        element = element.text(before).child(day);
        rest = after;
    }
    element.text(rest)
}

fn is_words(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains('\n')
}

fn location(name: &str, place: &crate::model::Place) -> Fresh {
    let local = facts::place_element(place.kind.as_ref());
    let part = Fresh::new(local).text(name);
    let code = place.country.map(|country| country.to_string());
    match (local, code) {
        ("country", code) => Fresh::new("location").child(part.with_some("iso-cc", code)),
        (_, None) => Fresh::new("location").child(part),
        (_, Some(code)) => {
            Fresh::new("location").child(part).child(Fresh::new("country").with("iso-cc", code))
        }
    }
}

// ---- Media ----

fn media(tree: &mut Tree<'_>, root: NodeId, told: &Told, story: &Story) {
    let rewrite = |tree: &mut Tree<'_>, node: NodeId, medium: &Media| {
        MEDIA_SOURCE.put(tree, node, Some(medium.source.as_str()), &ORDER);
        MEDIA_TYPE.put(tree, node, medium.media_type.as_deref(), &ORDER);
        ALT.put(tree, node, medium.alt.as_deref(), &ORDER);
        CAPTION.put(tree, node, medium.caption.as_deref(), &ORDER);
        CREDIT.put(tree, node, medium.credit.as_deref(), &ORDER);
    };
    list(tree, (&told.story.media, &told.media), &story.media, rewrite, |tree, medium| {
        let reference = Fresh::new("media-reference")
            .with("source", medium.source.as_str())
            .with_some("mime-type", medium.media_type.as_deref())
            .with_some("alternate-text", medium.alt.as_deref());
        let words = |local, text: &Option<String>| text.as_deref().map(|text| Fresh::new(local).text(text));
        let fresh = Fresh::new("media")
            .with("media-type", media_type(medium))
            .child(reference)
            .children(words("media-caption", &medium.caption))
            .children(words("media-producer", &medium.credit));
        let content = blocks::content(tree, root);
        ORDER.add(tree, content, &fresh)
    });
}

/// The sort of medium, by its media type: the attribute must be there.
fn media_type(medium: &Media) -> Cow<'_, str> {
    match medium.media_type.as_deref().and_then(|name| name.split_once('/')) {
        Some((sort @ ("image" | "video" | "audio" | "text"), _)) => Cow::Borrowed(sort),
        Some(_) => Cow::Borrowed("other"),
        None => Cow::Borrowed("image"),
    }
}
