//! The crate's own XML: a story with all its facts, without loss.
//!
//! The format is an XML 1.0 document in UTF-8 whose elements are in the namespace [`NAMESPACE`].
//! `schema/newsdesk.xsd` describes it exactly.
//!
//! ```xml
//! <?xml version="1.0" encoding="UTF-8"?>
//! <story xmlns="urn:newsdesk:story:1" kind="press release" language="en-GB">
//!   <headline>Minister opens bridge</headline>
//!   <body>
//!     <paragraph>The Minister of Works opened the bridge at Ost on Monday.</paragraph>
//!   </body>
//!   <facts>
//!     <official id="official-1" country="FI">
//!       <name>
//!         <given>Aino</given>
//!         <family>Virta</family>
//!       </name>
//!     </official>
//!   </facts>
//! </story>
//! ```
//!
//! | in the model | in XML |
//! | --- | --- |
//! | [`Story`], [`Official`](crate::Official), [`Visit`](crate::Visit), … | an element `story`, `official`, `visit`, …: any of them may be the root |
//! | ids, codes, numbers, words of vocabularies | an attribute; not written where it has its default |
//! | text | an element with nothing but the text: `<headline>`, `<purpose>`, `<post-nominal>` |
//! | a list | its members one after the other: `<visit>…</visit><visit>…</visit>` |
//! | a list of blocks, of name parts or of those who take part | one element around its members: `<body>`, `<name>`, `<visitors>` |
//! | a [`Block`](crate::Block) | an element named after its kind: `<paragraph>`, `<heading level="1">`, `<list-item>`, `<quotation>`, `<caption>`, `<boilerplate role="notes">` |
//! | a [`NamePart`](crate::NamePart) | `<given>`, `<family>`, `<particle>`, `<nickname>`, `<suffix>`; of another kind, `<part kind="…">` |
//! | a [`Participant`](crate::Participant) | `<official ref="official-1"/>`, `<organisation ref="…"/>`, `<described>his counterparts</described>` |
//! | a [`Calendar`](crate::Calendar) date | `<day>2018-11-30</day>`, `<month year="1942" month="5"/>`, `<range><start>…</start><end>…</end></range>`, … |
//! | an [`Evidence`](crate::Evidence) | `<evidence part="body[0]" start="4" end="18" rule="rank-and-name" confidence="100">` around the text that stood there |
//! | an [`Extension`](crate::Extension) | `<extension format="govuk" path="details/tags">` around its value |
//!
//! No text stands beside elements, so indentation changes nothing. Carriage returns, and in
//! attributes all white space but the space, are written as character references, because parsers
//! change them otherwise. What XML cannot hold, such as control characters, is a
//! [`WriteError`] that names the place.
//!
//! Read, a document may use any prefix for the namespace, and comments, processing instructions,
//! CDATA sections and attributes of XML Schema are fine. Elements and attributes that do not belong are
//! reported and skipped. A document type declaration is refused, so no entity but the five of XML
//! exists.
//!
//! ```
//! use newsdesk::{Format, Story};
//! let story = Story::new("Minister opens bridge");
//! let xml = story.to_xml()?;
//! assert_eq!(Story::from_xml(&xml)?, story);
//! assert_eq!(Format::Xml.read(xml.as_bytes())?.story, story);
//!
//! let error = Story::from_xml(&xml.replace("headline", "headlime")).unwrap_err();
//! assert_eq!(error.to_string(), "line 3, column 3: story/headlime: no element <headlime> belongs here");
//! # Ok::<(), newsdesk::ConvertError>(())
//! ```

mod element;
mod encoding;
mod mapping;
mod names;
mod path;
mod read;
mod read_shapes;
mod write;
mod write_shapes;

pub use names::NAMESPACE;

use super::codec::Codec;
use super::{ReadOptions, Reading};
use crate::error::{ReadError, WriteError};
use crate::model::Story;

pub(super) static CODEC: Codec = Codec {
    name: "xml",
    media_type: "application/xml",
    extensions: &["xml"],
    read,
    write,
    project: Story::clone,
    stories: None,
    write_all: None,
};

/// The most elements within each other that are read or written, whatever the limits: reading recurses.
const MAX_DEPTH: usize = 128;

/// Whether `text` begins a document in this format: its first element is in the namespace.
pub(super) fn begins(text: &str) -> bool {
    read::begins(text)
}

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let (story, sink) = read::document(bytes, options)?;
    Ok(sink.into_reading(story))
}

fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    write::document(story).map(String::into_bytes)
}
