//! Stories, and what stands around their body.

use super::element;

element! { Story {
    attribute optional id = "id";
    attribute optional iri = "iri";
    attribute optional kind = "kind";
    attribute optional language = "language";
    child defaulted headline = "headline";
    child optional standfirst = "standfirst";
    child optional dateline = "dateline";
    child optional byline = "byline";
    child many publishers = "publisher";
    child defaulted dates = "dates";
    child many subjects = "subject";
    child many rights = "rights";
    child many links = "link";
    child many media = "media";
    child defaulted body = "body";
    child defaulted facts = "facts";
    child many extensions = "extension";
} }

element! { Dateline {
    child required text = "text";
    child optional place = "place";
    child optional date = "date";
} }

element! { Byline {
    child required text = "text";
    child many authors = "author";
} }

element! { StoryDates {
    child optional first_published = "first-published";
    child optional updated = "updated";
    child optional embargo = "embargo";
    child optional withdrawn = "withdrawn";
} }

element! { Subject {
    child required name = "name";
    child many identifiers = "identifier";
} }

element! { Rights {
    attribute optional licence = "licence";
    child optional holder = "holder";
    child optional notice = "notice";
    child optional terms = "terms";
} }

element! { Link {
    attribute required target = "href";
    attribute optional relation = "relation";
    child optional title = "title";
} }

element! { Media {
    attribute required source = "href";
    attribute optional media_type = "type";
    child optional caption = "caption";
    child optional alt = "alt";
    child optional credit = "credit";
} }

element! { Extension {
    attribute required format = "format";
    attribute required path = "path";
    content value;
} }
