//! GOV.UK: items of its Content API, as the schemas of news articles, speeches and fatality notices have them.
//!
//! Addresses of pages stand as paths below `https://www.gov.uk`, people and bodies by UUIDs.
//!
//! | in the item | in the [`Story`] |
//! | --- | --- |
//! | `content_id` | `id` |
//! | `base_path` | `iri` |
//! | `document_type` | `kind` |
//! | `locale` | `language` |
//! | `title`, `description` | `headline`, `standfirst` |
//! | `first_published_at`, or else `details.first_public_at` | `dates.first_published` |
//! | `public_updated_at`, `withdrawn_notice.withdrawn_at` | `dates.updated`, `dates.withdrawn` |
//! | `details.body` | `body`, as [`html`] reads it; links and pictures in it are `links` and `media` |
//! | `links.organisations`, `links.worldwide_organisations` | `publishers`, all of them of the United Kingdom |
//! | `links.people`, `links.speaker` | officials by name, with rank, honorifics and post-nominals |
//! | their `role_appointments`, or `links.roles` beside a person alone | their roles; former if they had ended before |
//! | `links.roles` | officials by role alone |
//! | `details.speaker_without_profile`, or the speaker | `byline` |
//! | `details.location`, `details.delivered_on` | `dateline` of a speech |
//! | `links.topical_events`, `links.world_locations`, `links.field_of_operation`, `links.taxons`, … | `subjects` |
//! | `links.available_translations`, `links.document_collections` | `links`, relations "translation" and "collection" |
//! | `details.images`, `details.image`, `details.attachments` | `media` |
//!
//! Change history, governments and history mode, the explanation of a withdrawal, emphasised organisations
//! and all else are kept in an [`Extension`](crate::Extension) and written back.
//!
//! The schemas allow nothing of their own and ask for some things that a story may not have. An id of zeros,
//! the path `/`, the locale `en`, the first moment of 1970 and the type `news_story` stand in for them. What
//! has no slot is lost and [`Format::loss`](crate::Format::loss) lists it: visits, meetings, commemorations,
//! quotes as facts, evidence, rights, a dateline that is not of a speech, subjects' registers, and more.
//!
//! ```
//! use newsdesk::{Format, StoryKind};
//! let item = br#"{"content_id": "60267088-7631-11e4-a3cb-005056011aef", "base_path": "/government/news/ost",
//!     "document_type": "press_release", "schema_name": "news_article", "locale": "en", "title": "Bridge opens",
//!     "details": {"body": "<div class=\"govspeak\"><p>It is long.</p></div>"}, "links": {}}"#;
//! let story = Format::GovUk.read(item)?.story;
//! assert_eq!(story.kind, Some(StoryKind::PressRelease));
//! assert_eq!(story.iri.unwrap().as_str(), "https://www.gov.uk/government/news/ost");
//! assert_eq!(story.body[0].text, "It is long.");
//! # Ok::<(), newsdesk::ReadError>(())
//! ```

mod names;
mod person;
mod project;
mod read;
mod write;

use serde_json::Value;

use super::codec::Codec;
use super::json_tree::{self, Change, Layout};
use super::{Limits, html};
use crate::error::WriteError;
use crate::model::Story;
use project::project;
use read::read;

pub(super) static CODEC: Codec = Codec {
    name: NAME,
    media_type: "application/json",
    extensions: &["json"],
    read,
    write,
    project,
    stories: None,
    write_all: None,
};

/// The name of the format, and of the extensions that belong to it.
const NAME: &str = "govuk";

/// How documents of this format are kept and written into.
static LAYOUT: Layout = Layout {
    name: NAME,
    identity: &["content_id", "base_path", "url", "title"],
    sort: "document_type",
    read: read::told,
    draft: write::draft,
    rewrite,
};

fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    json_tree::write(story, &LAYOUT)
}

/// A body is changed where its blocks are: mark-up, links and classes around them stay.
fn rewrite(pointer: &str, change: Change<'_>) -> Option<Value> {
    if pointer != "/details/body" {
        return None;
    }
    let blocks = html::read(change.wanted.as_str()?, None, &Limits::default()).ok()?.blocks;
    Some(html::update(change.stands.as_str()?, &blocks).into())
}
