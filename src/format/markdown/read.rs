//! Markdown into a story.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::escape::NULL;
use super::names::{self, Comment, Label};
use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::text::{date, dateline, decode, kind_and_headline, normal};
use crate::format::{DiagnosticSink, ReadOptions, Reading};
use crate::model::{Block, BlockKind, Byline, Iri, Link, Media, Story, StoryKind};

/// Reads a document.
pub(in crate::format) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let source = normal(decode(bytes)?);
    let mut reader = Reader::new(&source, options);
    let parser = Parser::new_ext(&source, Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);
    for (event, span) in parser.into_offset_iter() {
        reader.take(event, span)?;
        if reader.story.body.len() > options.limits.elements {
            let message = format!("the document has more than {} blocks", options.limits.elements);
            return Err(Trouble::new(TroubleKind::Limit, message).into());
        }
    }
    Ok(reader.sink.into_reading(reader.story))
}

struct Reader<'a> {
    source: &'a str,
    story: Story,
    sink: DiagnosticSink,
    /// How deep containers may nest.
    depth_limit: usize,
    depth: usize,
    /// The text of the part that is being read, and of the pictures in it.
    text: String,
    alternatives: Vec<(String, String)>,
    /// Whether the part held a picture.
    pictured: bool,
    html: Option<String>,
    metadata: Option<String>,
    label: Option<Label>,
    kind_is_said: bool,
    has_headline: bool,
    quotes: usize,
    /// Whether the next quotation starts one beside another.
    quote_starts: bool,
    lists: Vec<List>,
    /// What ended just before, with nothing between.
    ended: Ended,
    part: Range<usize>,
    /// Mark-up that wraps the whole of a paragraph.
    wrapped: bool,
    reported: Vec<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Nothing,
    Quote,
    List { depth: usize, ordered: bool },
}

struct List {
    ordered: bool,
    starts: bool,
    /// Whether the item that is being read has text that was not given out yet.
    pending: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, options: &ReadOptions) -> Self {
        Self {
            source,
            story: Story::new(""),
            sink: DiagnosticSink::new(options),
            depth_limit: options.limits.depth,
            depth: 0,
            text: String::new(),
            alternatives: Vec::new(),
            pictured: false,
            html: None,
            metadata: None,
            label: None,
            kind_is_said: false,
            has_headline: false,
            quotes: 0,
            quote_starts: false,
            lists: Vec::new(),
            ended: Ended::Nothing,
            part: 0..0,
            wrapped: false,
            reported: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), ReadError> {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => {
                self.push(&text);
                Ok(())
            }
            Event::SoftBreak | Event::HardBreak => {
                self.push("\n");
                Ok(())
            }
            Event::Html(html) => {
                if let Some(block) = &mut self.html {
                    block.push_str(&html);
                }
                Ok(())
            }
            Event::Code(code) => {
                self.push(&code);
                self.dropped("code", span)
            }
            Event::InlineHtml(_) => self.dropped("HTML within a paragraph", span),
            Event::Rule => {
                self.ended = Ended::Nothing;
                Ok(())
            }
            _ => self.dropped("an extension of CommonMark", span),
        }
    }

    fn push(&mut self, text: &str) {
        match (&mut self.metadata, self.alternatives.last_mut()) {
            (Some(metadata), _) => metadata.push_str(text),
            (None, Some((_, alternative))) => alternative.push_str(text),
            (None, None) => self.text.push_str(text),
        }
    }

    /// Reports mark-up that is dropped: once for each sort.
    fn dropped(&mut self, what: &'static str, span: Range<usize>) -> Result<(), ReadError> {
        if self.reported.contains(&what) {
            return Ok(());
        }
        self.reported.push(what);
        let message = format!("{what} is dropped, here and below; its words are kept where it has any");
        let trouble = Trouble::new(TroubleKind::Unknown, message);
        self.sink.report(trouble.with_position(Position::in_text(self.source, span)))
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) -> Result<(), ReadError> {
        let ended = self.ended;
        if !is_inline(&tag) {
            self.ended = Ended::Nothing;
        }
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => {
                self.part = span;
                self.wrapped = false;
                // A second paragraph of an item.
                if self.lists.last().is_some_and(|list| list.pending) && !self.text.is_empty() {
                    self.text.push_str("\n\n");
                }
            }
            Tag::BlockQuote(_) => {
                self.enter(span)?;
                self.give_item();
                self.quote_starts = self.quotes == 0 && ended == Ended::Quote;
                self.quotes += 1;
            }
            Tag::List(number) => {
                self.enter(span)?;
                self.give_item();
                let ordered = number.is_some();
                let starts = ended == Ended::List { depth: self.lists.len(), ordered };
                self.lists.push(List { ordered, starts, pending: false });
            }
            Tag::Item => {
                self.text.clear();
                if let Some(list) = self.lists.last_mut() {
                    list.pending = true;
                }
            }
            Tag::HtmlBlock => {
                self.give_item();
                self.html = Some(String::new());
            }
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.metadata = Some(String::new()),
            Tag::CodeBlock(_) => {
                self.give_item();
                self.dropped("a code block", span)?;
            }
            Tag::Emphasis | Tag::Strong => {
                if self.source.get(self.part.clone()).map(str::trim) == self.source.get(span.clone()) {
                    self.wrapped = true;
                }
                if !(self.wrapped && self.may_be_standfirst()) {
                    self.dropped("emphasis", span)?;
                }
            }
            Tag::Link { dest_url, title, .. } => self.link(&dest_url, &title, span)?,
            Tag::Image { dest_url, .. } => {
                self.alternatives.push((dest_url.into_string(), String::new()));
            }
            _ => self.dropped("an extension of CommonMark", span)?,
        }
        Ok(())
    }

    fn enter(&mut self, span: Range<usize>) -> Result<(), ReadError> {
        self.depth += 1;
        if self.depth <= self.depth_limit {
            return Ok(());
        }
        let message = format!("lists and quotations nest deeper than the limit of {}", self.depth_limit);
        let trouble = Trouble::new(TroubleKind::Limit, message);
        Err(trouble.with_position(Position::in_text(self.source, span)).into())
    }

    fn end(&mut self, tag: TagEnd, span: Range<usize>) -> Result<(), ReadError> {
        match tag {
            TagEnd::Paragraph if !self.lists.last().is_some_and(|list| list.pending) => self.paragraph(),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::BlockQuote(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.quotes = self.quotes.saturating_sub(1);
                self.ended = Ended::Quote;
            }
            TagEnd::List(ordered) => {
                self.depth = self.depth.saturating_sub(1);
                self.lists.pop();
                self.ended = Ended::List { depth: self.lists.len(), ordered };
            }
            TagEnd::Item => self.give_item(),
            TagEnd::HtmlBlock => {
                let html = self.html.take().unwrap_or_default();
                return self.html_block(&html, span);
            }
            TagEnd::MetadataBlock(_) => {
                let metadata = self.metadata.take().unwrap_or_default();
                return self.front_matter(&metadata, span);
            }
            TagEnd::CodeBlock => {
                self.text.truncate(self.text.trim_end_matches('\n').len());
                self.paragraph();
            }
            TagEnd::Image => self.picture(),
            _ => {}
        }
        Ok(())
    }

    fn may_be_standfirst(&self) -> bool {
        self.has_headline && self.story.standfirst.is_none() && self.story.body.is_empty() && self.quotes == 0
    }

    /// A paragraph ends: what its label or its place says that it is.
    fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        let pictured = std::mem::take(&mut self.pictured);
        if let Some(label) = self.label.take() {
            return self.labelled(label, text);
        }
        if text.trim().is_empty() && pictured && !text.contains('\0') {
            return;
        }
        if self.wrapped && self.may_be_standfirst() {
            self.story.standfirst = Some(text);
        } else if self.quotes > 0 {
            let starts = std::mem::take(&mut self.quote_starts);
            self.story.body.push(Block::new(BlockKind::Quotation { starts }, text));
        } else {
            self.story.body.push(Block::paragraph(text));
        }
    }

    fn labelled(&mut self, label: Label, text: String) {
        match label {
            Label::Standfirst => self.story.standfirst = Some(text),
            Label::Byline => self.story.byline = Some(Byline::new(text)),
            Label::Dateline => self.story.dateline = Some(dateline(&text)),
            Label::Embargo => self.story.dates.embargo = Some(date(&text)),
            Label::Block(kind) => self.story.body.push(Block::new(kind, text)),
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let text = std::mem::take(&mut self.text);
        self.label = None;
        self.pictured = false;
        if level == HeadingLevel::H1 && !self.has_headline && self.story.body.is_empty() {
            self.has_headline = true;
            self.headline(&text);
        } else {
            let level = (level as u8).saturating_sub(1).max(1);
            self.story.body.push(Block::heading(level, text));
        }
    }

    fn headline(&mut self, text: &str) {
        if self.kind_is_said {
            text.clone_into(&mut self.story.headline);
            return;
        }
        let (kind, headline) = kind_and_headline(text);
        headline.clone_into(&mut self.story.headline);
        self.story.kind = kind;
    }

    /// Gives out the item that is being read, if it has not been.
    fn give_item(&mut self) {
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let Some(list) = self.lists.last_mut().filter(|list| list.pending) else { return };
        list.pending = false;
        let (ordered, starts) = (list.ordered, std::mem::take(&mut list.starts));
        let text = std::mem::take(&mut self.text);
        self.pictured = false;
        self.story.body.push(Block::new(BlockKind::ListItem { ordered, depth, starts }, text));
    }

    fn html_block(&mut self, html: &str, span: Range<usize>) -> Result<(), ReadError> {
        match names::read(html) {
            Some(Comment::Kind(kind)) => {
                self.kind_is_said = true;
                self.story.kind = kind;
                Ok(())
            }
            Some(Comment::Label(label)) => {
                self.label = Some(label);
                Ok(())
            }
            Some(Comment::Empty(label)) => {
                self.labelled(label, String::new());
                Ok(())
            }
            None if html.trim_start().starts_with("<!--") => self.dropped("a comment", span),
            None => {
                self.story.body.push(Block::paragraph(html.trim()));
                self.dropped("the nature of an HTML block", span)
            }
        }
    }

    /// Front matter: lines of a name, a colon and a value.
    fn front_matter(&mut self, lines: &str, span: Range<usize>) -> Result<(), ReadError> {
        for line in lines.lines() {
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.trim().trim_matches(['"', '\'']);
            match name.trim().to_ascii_lowercase().as_str() {
                "title" | "headline" => self.headline(value),
                "description" | "summary" | "standfirst" => self.story.standfirst = Some(value.to_owned()),
                "author" | "byline" => self.story.byline = Some(Byline::new(value)),
                "kind" => {
                    self.kind_is_said = true;
                    self.story.kind = Some(StoryKind::from(value));
                }
                _ => self.dropped("a line of the front matter", span.clone())?,
            }
        }
        Ok(())
    }

    fn link(&mut self, target: &str, title: &str, span: Range<usize>) -> Result<(), ReadError> {
        let Ok(target) = Iri::new(target) else {
            return self.dropped("a link that is not absolute", span);
        };
        let mut link = Link::new(target);
        link.title = (!title.is_empty()).then(|| title.to_owned());
        self.story.links.push(link);
        Ok(())
    }

    fn picture(&mut self) {
        let Some((source, alternative)) = self.alternatives.pop() else { return };
        if source == NULL {
            return self.push("\0");
        }
        self.pictured = true;
        if let Ok(source) = Iri::new(source) {
            let mut media = Media::new(source);
            media.alt = (!alternative.is_empty()).then_some(alternative);
            self.story.media.push(media);
        }
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BoilerplateRole;

    #[test]
    fn a_null_character_in_the_headline_does_not_hide_the_paragraph_after_it() {
        let story = reading("# ![](x-null:)\n\n&#32;\n").story;
        assert_eq!(story.body, [Block::paragraph(" ")]);
    }

    fn reading(source: &str) -> Reading {
        read(source.as_bytes(), &ReadOptions::default()).unwrap()
    }

    #[test]
    fn a_foreign_document_keeps_its_words_links_and_pictures() {
        let reading = reading(
            "---\ntitle: Bridge opens\nlayout: news\n---\n\n**The bridge at Ost carries trains.**\n\n\
             Ms *Fell* cut [the ribbon](https://example.org/ribbon \"A ribbon\").\n\n\
             ![The bridge](https://example.org/bridge.jpg)\n\nNext steps\n----------\n\n* steel\n  1. stone\n\n\
             > We built it.\n>\n> We run it.\n\n> It pays.\n",
        );
        let story = reading.story;
        assert_eq!(story.headline, "Bridge opens");
        let kinds: Vec<_> = story.body.iter().map(|block| (&block.kind, block.text.as_str())).collect();
        let item = |ordered, depth| BlockKind::ListItem { ordered, depth, starts: false };
        assert_eq!(
            kinds,
            [
                (&BlockKind::Paragraph, "The bridge at Ost carries trains."),
                (&BlockKind::Paragraph, "Ms Fell cut the ribbon."),
                (&BlockKind::Heading { level: 1 }, "Next steps"),
                (&item(false, 0), "steel"),
                (&item(true, 1), "stone"),
                (&BlockKind::Quotation { starts: false }, "We built it."),
                (&BlockKind::Quotation { starts: false }, "We run it."),
                (&BlockKind::Quotation { starts: true }, "It pays."),
            ]
        );
        assert_eq!(story.links[0].title.as_deref(), Some("A ribbon"));
        assert_eq!(story.media[0].alt.as_deref(), Some("The bridge"));
        let messages: Vec<_> = reading.diagnostics.iter().map(|trouble| trouble.message.as_str()).collect();
        assert!(messages[0].starts_with("a line of the front matter"), "{messages:?}");
        assert!(messages.iter().any(|message| message.starts_with("emphasis")), "{messages:?}");
    }

    #[test]
    fn a_bold_paragraph_under_the_headline_is_the_standfirst() {
        let reading = reading("# Press release: Bridge opens\n\n**It carries trains.**\n\nIt is long.\n");
        assert_eq!(reading.story.kind, Some(StoryKind::PressRelease));
        assert_eq!(reading.story.standfirst.as_deref(), Some("It carries trains."));
        assert_eq!((reading.story.body.len(), reading.diagnostics), (1, Vec::new()));
    }

    #[test]
    fn a_comment_says_what_the_next_paragraph_is() {
        let story =
            reading("<!-- boilerplate: notes -->\nIt is *long*.\n\n<!-- note to self -->\n\nIt opened.")
                .story;
        assert_eq!(story.body[0], Block::boilerplate(BoilerplateRole::Notes, "It is long."));
        assert_eq!(story.body[1], Block::paragraph("It opened."));
    }

    #[test]
    fn strict_reading_refuses_markup_that_would_be_dropped() {
        let error = read(b"# Bridge\n\nIt *opened*.", &ReadOptions::new().with_strict(true)).unwrap_err();
        assert_eq!(error.trouble().position.as_ref().map(|at| (at.line, at.column)), Some((3, 4)));
    }

    #[test]
    fn nesting_beyond_the_limit_is_refused() {
        let error = read("> ".repeat(10_000).as_bytes(), &ReadOptions::default()).unwrap_err();
        assert_eq!(error.trouble().kind, TroubleKind::Limit);
    }
}
