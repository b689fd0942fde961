//! Whole stories.

use newsdesk::*;
use proptest::prelude::*;

use super::facts::place;
use super::{Text, date, facts, few, id, identifier, iri, language, maybe, organisation, word};

/// A block of any kind.
pub fn block(text: &Text) -> BoxedStrategy<Block> {
    let kind = prop_oneof![
        3 => Just(BlockKind::Paragraph),
        1 => any::<u8>().prop_map(|level| BlockKind::Heading { level }),
        1 => (any::<bool>(), any::<u8>(), any::<bool>())
            .prop_map(|(ordered, depth, starts)| BlockKind::ListItem { ordered, depth, starts }),
        1 => any::<bool>().prop_map(|starts| BlockKind::Quotation { starts }),
        1 => Just(BlockKind::Caption),
        1 => word(BoilerplateRole::KNOWN, text).prop_map(|role| BlockKind::Boilerplate { role }),
    ];
    (kind, text.clone(), maybe(language()))
        .prop_map(|(kind, text, language)| {
            let mut block = Block::new(kind, text);
            block.language = language;
            block
        })
        .boxed()
}

fn dateline(text: &Text) -> BoxedStrategy<Dateline> {
    (text.clone(), maybe(place(text)), maybe(date(text)))
        .prop_map(|(line, place, date)| {
            let mut dateline = Dateline::new(line);
            dateline.place = place;
            dateline.date = date;
            dateline
        })
        .boxed()
}

fn byline(text: &Text) -> BoxedStrategy<Byline> {
    (text.clone(), few(id(text)))
        .prop_map(|(line, authors)| {
            let mut byline = Byline::new(line);
            byline.authors = authors;
            byline
        })
        .boxed()
}

fn dates(text: &Text) -> BoxedStrategy<StoryDates> {
    (maybe(date(text)), maybe(date(text)), maybe(date(text)), maybe(date(text)))
        .prop_map(|(first_published, updated, embargo, withdrawn)| {
            let mut dates = StoryDates::new();
            dates.first_published = first_published;
            dates.updated = updated;
            dates.embargo = embargo;
            dates.withdrawn = withdrawn;
            dates
        })
        .boxed()
}

fn subject(text: &Text) -> BoxedStrategy<Subject> {
    (text.clone(), few(identifier(text)))
        .prop_map(|(name, identifiers)| {
            let mut subject = Subject::new(name);
            subject.identifiers = identifiers;
            subject
        })
        .boxed()
}

fn rights(text: &Text) -> BoxedStrategy<Rights> {
    (maybe(text.clone()), maybe(text.clone()), maybe(text.clone()), maybe(iri(text)))
        .prop_map(|(holder, notice, terms, licence)| {
            let mut rights = Rights::new();
            rights.holder = holder;
            rights.notice = notice;
            rights.terms = terms;
            rights.licence = licence;
            rights
        })
        .boxed()
}

fn link(text: &Text) -> BoxedStrategy<Link> {
    (iri(text), maybe(text.clone()), maybe(text.clone()))
        .prop_map(|(target, relation, title)| {
            let mut link = Link::new(target);
            link.relation = relation;
            link.title = title;
            link
        })
        .boxed()
}

fn media(text: &Text) -> BoxedStrategy<Media> {
    (iri(text), maybe(text.clone()), maybe(text.clone()), maybe(text.clone()), maybe(text.clone()))
        .prop_map(|(source, media_type, caption, alt, credit)| {
            let mut media = Media::new(source);
            media.media_type = media_type;
            media.caption = caption;
            media.alt = alt;
            media.credit = credit;
            media
        })
        .boxed()
}

fn extension(text: &Text) -> BoxedStrategy<Extension> {
    (text.clone(), text.clone(), text.clone())
        .prop_map(|(format, path, value)| Extension::new(format, path, value))
        .boxed()
}

/// A story, every field of it filled now and then.
pub fn story(text: &Text) -> BoxedStrategy<Story> {
    let head = (
        maybe(id(text)),
        maybe(iri(text)),
        maybe(word(StoryKind::KNOWN, text)),
        maybe(language()),
        text.clone(),
        maybe(text.clone()),
        maybe(dateline(text)),
        maybe(byline(text)),
    );
    let about = (
        few(organisation(text)),
        dates(text),
        few(subject(text)),
        few(rights(text)),
        few(link(text)),
        few(media(text)),
        few(extension(text)),
    );
    let body = proptest::collection::vec(block(text), 0..6);
    (head, about, body, facts(text))
        .prop_map(|(head, about, body, facts)| {
            let mut story = Story::new("");
            (
                story.id, story.iri, story.kind, story.language, story.headline, story.standfirst,
                story.dateline, story.byline,
            ) = head;
            (
                story.publishers, story.dates, story.subjects, story.rights, story.links, story.media,
                story.extensions,
            ) = about;
            story.body = body;
            story.facts = facts;
            story
        })
        .boxed()
}
