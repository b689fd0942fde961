//! Atom and RSS: feeds of many stories, read as a stream, written, kept and edited.

#![cfg(all(feature = "atom", feature = "rss"))]

mod strategy;

use std::io::{BufReader, Read};

use newsdesk::{
    Block, BlockKind, Date, Format, Iri, Language, Limits, LossReport, ReadOptions, Reading, Status, Story,
    StoryKind, Subject, TroubleKind, Visit,
};
use proptest::prelude::*;

const FEEDS: [Format; 2] = [Format::Atom, Format::Rss];

const ATOM: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet href="a.xsl"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="urn:x" xml:lang="en-GB" xml:base="https://ost.example/">
  <title type="text">News from Ost</title><id>tag:ost.example,2022:feed</id><updated>2022-05-05T10:00:00Z</updated>
  <author><name>City of Ost</name><uri>https://ost.example/</uri></author>
  <entry xml:base="news/">
    <title type="html">Bridge &amp;amp; tunnel open</title>
    <id>tag:ost.example,2022:1</id><link href="bridge" hreflang="en"/><link rel="related" href="/map" title="Map"/>
    <link rel="enclosure" href="bridge.jpg" type="image/jpeg" length="1234"/>
    <published>2022-05-04T09:00:00+02:00</published><updated>2022-05-04</updated>
    <category term="roads" scheme="https://ost.example/topics" label="Roads"/><x:mood level="3">glad</x:mood>
    <summary>It is   long.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>bridge</b> is open,<br/>at last.</p>
      <blockquote><p>We are <i>proud</i>.</p></blockquote></div></content>
  </entry>
  <entry><title>Second</title><id>tag:ost.example,2022:2</id><updated>yesterday</updated><author><name>Ann</name></author>
    <content type="html">&lt;p&gt;One&lt;p&gt;Two &amp;nbsp; &lt;a href="/a"&gt;more&lt;/a&gt;</content></entry>
  <link rel="next" href="?page=2"/>
</feed>
"#;

const RSS: &str = r#"<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
 <title>News from Ost</title><link>https://ost.example/</link><description>All news</description><language>en</language>
 <item><title>Bridge opens</title><link>https://ost.example/1</link><guid isPermaLink="false">ost-1</guid>
  <pubDate>Wed, 04 May 2022 09:00:00 GMT</pubDate><dc:creator><![CDATA[Ann Fell]]></dc:creator><category>Roads</category>
  <description><![CDATA[It is <b>long</b>.]]></description><ttl>5</ttl>
  <content:encoded><![CDATA[<div class="x"><h2>Ost</h2><p>The bridge &amp; the tunnel. <img src="/b.jpg" alt="b"></p><ul><li>one</li></ul></div>]]></content:encoded>
  <media:content url="https://ost.example/b.jpg" type="image/jpeg" width="9"><media:title>The bridge</media:title></media:content></item>
 <item><title>Bad date</title><pubDate>4th of May</pubDate><description>Still here.</description></item>
 <item><title>ISO date</title><guid>https://ost.example/3</guid><pubDate>2022-05-04T09:00:00Z</pubDate></item>
</channel></rss>"#;

fn stories(format: Format, feed: &str) -> Vec<Result<Reading, newsdesk::ReadError>> {
    format.stories(feed.as_bytes(), &ReadOptions::new()).collect()
}

fn told(format: Format, feed: &str) -> Vec<Story> {
    stories(format, feed).into_iter().map(|read| read.unwrap().story).collect()
}

#[test]
fn an_entry_of_atom_has_all_its_parts() {
    let found = told(Format::Atom, ATOM);
    assert_eq!(found.len(), 2);
    let first = &found[0];
    assert_eq!(first.headline, "Bridge & tunnel open");
    assert_eq!(first.id.as_ref().unwrap().as_str(), "tag:ost.example,2022:1");
    assert_eq!(first.iri.as_ref().unwrap().as_str(), "https://ost.example/news/bridge");
    assert_eq!(first.links[0].target.as_str(), "https://ost.example/map");
    assert_eq!(first.media[0].source.as_str(), "https://ost.example/news/bridge.jpg");
    assert_eq!(first.language, Some(Language::new("en-GB").unwrap()));
    assert_eq!(first.publishers[0].name, "City of Ost");
    assert_eq!(first.standfirst.as_deref(), Some("It is long."));
    assert_eq!(first.subjects[0].identifiers[0].scheme.as_str(), "https://ost.example/topics");
    assert_eq!(
        first.dates.first_published.as_ref().unwrap().edtf().as_deref(),
        Some("2022-05-04T09:00:00+02:00")
    );
    assert_eq!(
        first.body,
        [Block::paragraph("The bridge is open,\nat last."), Block::quotation("We are proud.")]
    );
    let second = &found[1];
    assert_eq!(second.body, [Block::paragraph("One"), Block::paragraph("Two \u{a0} more")]);
    assert_eq!(second.byline.as_ref().unwrap().text, "Ann");
    assert_eq!(second.dates.updated, Some(Date::new("yesterday")));
}

#[test]
fn an_item_of_rss_has_all_its_parts() {
    let found = told(Format::Rss, RSS);
    let first = &found[0];
    assert_eq!(
        (first.id.as_ref().unwrap().as_str(), first.iri.as_ref().unwrap().as_str()),
        ("ost-1", "https://ost.example/1")
    );
    assert_eq!(first.standfirst.as_deref(), Some("It is long."));
    assert_eq!(first.byline.as_ref().unwrap().text, "Ann Fell");
    assert_eq!(first.body[0], Block::heading(1, "Ost"));
    assert!(matches!(first.body[2].kind, BlockKind::ListItem { .. }));
    assert_eq!(first.media.len(), 1, "the picture in the body is the same");
    assert_eq!(first.media[0].caption.as_deref(), Some("The bridge"));
    assert_eq!(first.language, Some(Language::new("en").unwrap()));
    assert_eq!(first.anchor().unwrap().to_string(), "2022-05-04");
    assert_eq!(found[1].standfirst.as_deref(), Some("Still here."));
    assert_eq!(found[2].iri.as_ref().unwrap().as_str(), "https://ost.example/3");
}

#[test]
fn a_bad_date_is_told_where_it_stands_and_rejects_nothing() {
    for (format, feed, expected) in [
        (
            Format::Atom,
            ATOM,
            vec![
                vec!["line 10, column 53: feed/entry/updated"],
                vec!["line 16, column 62: feed/entry/updated"],
            ],
        ),
        (
            Format::Rss,
            RSS,
            vec![
                vec![],
                vec!["line 9, column 31: rss/channel/item/pubDate"],
                vec!["line 10, column 65: rss/channel/item/pubDate"],
            ],
        ),
    ] {
        let found: Vec<Vec<String>> = stories(format, feed)
            .into_iter()
            .map(|read| read.unwrap().diagnostics.iter().map(ToString::to_string).collect())
            .collect();
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(found.len(), expected.len(), "{found:#?}");
            assert!(found.iter().zip(expected).all(|(found, start)| found.starts_with(start)), "{found:#?}");
        }
        let strict: Vec<bool> = format
            .stories(feed.as_bytes(), &ReadOptions::new().with_strict(true))
            .map(|read| read.is_ok())
            .collect();
        assert!(strict.contains(&false));
        assert_eq!(strict.len(), found.len(), "a bad entry does not end the stream");
    }
}

#[test]
fn a_feed_is_known_by_its_beginning() {
    assert_eq!(Format::detect(ATOM.as_bytes()), Some(Format::Atom));
    assert_eq!(Format::detect(RSS.as_bytes()), Some(Format::Rss));
    assert_eq!(
        Format::detect(b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"),
        Some(Format::Rss)
    );
}

/// The feed as a tree of events without white space between elements, for comparison.
fn events(xml: &[u8]) -> Vec<String> {
    let document = roxmltree::Document::parse(std::str::from_utf8(xml).unwrap()).unwrap();
    let mut events = Vec::new();
    for node in document.root_element().descendants() {
        if node.is_element() {
            let mut attributes: Vec<String> = node
                .attributes()
                .map(|it| format!("{:?}{}={}", it.namespace(), it.name(), it.value()))
                .collect();
            attributes.sort();
            events.push(format!("<{:?} {attributes:?}", node.tag_name()));
        } else if let Some(text) = node.text().filter(|text| !text.trim().is_empty()) {
            events.push(text.to_owned());
        }
    }
    events
}

#[test]
fn a_feed_is_written_as_it_was() {
    for (format, feed) in [(Format::Atom, ATOM), (Format::Rss, RSS)] {
        let found = told(format, feed);
        let written = format.write_all(&found.iter().collect::<Vec<_>>()).unwrap();
        assert_eq!(events(&written), events(feed.as_bytes()), "{}", String::from_utf8_lossy(&written));
        // Read whole, the first story keeps the whole feed.
        let whole = format.read(feed.as_bytes()).unwrap();
        assert_eq!(
            whole.diagnostics.iter().filter(|trouble| trouble.message.contains("more stories")).count(),
            1
        );
        assert_eq!(events(&format.write(&whole.story).unwrap()), events(feed.as_bytes()));
        for story in &found {
            assert_eq!(format.loss(story), LossReport::default());
        }
    }
}

#[test]
fn an_edit_changes_what_it_is_of_and_nothing_else() {
    for (format, feed, old, new) in [
        (Format::Atom, ATOM, "It is   long.", "It is short."),
        (Format::Rss, RSS, "It is <b>long</b>.", "It is <b>short</b>."),
    ] {
        let mut story = told(format, feed).remove(0);
        story.standfirst = Some("It is short.".into());
        let written = String::from_utf8(format.write(&story).unwrap()).unwrap();
        let (was, is) = (events(&format.write(&told(format, feed)[0]).unwrap()), events(written.as_bytes()));
        let changed: Vec<(&String, &String)> = was.iter().zip(&is).filter(|(was, is)| was != is).collect();
        assert_eq!((was.len(), changed), (is.len(), vec![(&old.to_owned(), &new.to_owned())]), "{written}");

        let mut story = told(format, feed).remove(0);
        story.headline = "A & B".into();
        story.body[0].text.push_str(" More.");
        story.subjects.push(Subject::new("Rivers"));
        story.media.clear();
        story.kind = Some(StoryKind::PressRelease);
        let written = format.write(&story).unwrap();
        let back = format.read(&written).unwrap().story;
        assert_eq!(
            (&back.headline, &back.body, &back.subjects, &back.kind),
            (&story.headline, &story.body, &story.subjects, &story.kind)
        );
        let text = String::from_utf8(written).unwrap();
        assert!(text.contains("mood") || text.contains("<ttl>5</ttl>"), "{text}");
        assert!(
            text.contains("proud") || text.contains("class=\"x\"") || text.contains("class=&quot;x&quot;"),
            "{text}"
        );
    }
}

#[test]
fn a_broken_entry_is_an_error_and_those_after_it_go_on() {
    let broken =
        RSS.replace("<description>Still here.</description>", "<description>Still <b>here.</description>");
    let found = stories(Format::Rss, &broken);
    assert_eq!(found.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true]);
    let error = found[1].as_ref().unwrap_err().trouble();
    assert_eq!(error.position.as_ref().unwrap().line, 9, "{error}");
    let cut = &ATOM[..ATOM.find("yesterday").unwrap()];
    let found = stories(Format::Atom, cut);
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].as_ref().unwrap_err().trouble().kind, TroubleKind::Truncated);
    assert!(stories(Format::Atom, "<feed xmlns='http://www.w3.org/2005/Atom'><title/></feed>").is_empty());
    assert_eq!(
        Format::Atom.read(b"<feed xmlns='http://www.w3.org/2005/Atom'/>").unwrap_err().trouble().kind,
        TroubleKind::Missing
    );
    for (format, other) in [
        (Format::Atom, RSS),
        (Format::Rss, ATOM),
        (Format::Atom, "<p>a</p>"),
        (Format::Rss, "text"),
        (Format::Rss, ""),
    ] {
        let found = stories(format, other);
        assert!(found.len() == 1 && found[0].is_err(), "{format} {other}");
    }
}

#[test]
fn encodings_are_read_by_their_declaration() {
    let latin = [b"<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>caf\xE9</title><item><title>\xE9</title></item><item><title>\xE8</title></item></channel></rss>".to_vec()].concat();
    let utf16: Vec<u8> = "\u{FEFF}<rss><channel><title>café</title><item><title>é</title></item><item><title>è</title></item></channel></rss>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [latin, utf16] {
        let headlines: Vec<String> = Format::Rss
            .stories(&bytes[..], &ReadOptions::new())
            .map(|read| read.unwrap().story.headline)
            .collect();
        assert_eq!(headlines, ["é", "è"]);
        assert_eq!(Format::Rss.read(&bytes).unwrap().story.publishers[0].name, "café");
    }
}

/// A feed of so many items that it would not fit, if it were held.
struct Endless {
    left: usize,
    part: std::io::Cursor<Vec<u8>>,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let length = self.part.read(into)?;
        if length > 0 || self.left == 0 {
            return Ok(length);
        }
        self.left -= 1;
        let item = format!(
            "<item><title>{}</title><description>{}</description></item>",
            self.left,
            "word ".repeat(200)
        );
        self.part = std::io::Cursor::new(item.into_bytes());
        self.part.read(into)
    }
}

#[test]
fn a_stream_takes_the_memory_of_one_entry() {
    let start = "<rss><channel><title>t</title>".to_owned().into_bytes();
    let endless = Endless { left: 5_000, part: std::io::Cursor::new(start) };
    // Each entry, with what is before it, fits the limit; all of them together are five hundred times more.
    let options = ReadOptions::new().with_limits(Limits::new().with_bytes(10_000));
    let mut stories = Format::Rss.stories(BufReader::new(endless), &options);
    for number in (1..5_000).rev() {
        assert_eq!(stories.next().unwrap().unwrap().story.headline, number.to_string());
    }
}

#[test]
fn an_entry_larger_than_the_limit_is_refused() {
    let feed = format!("<rss><channel><item><title>{}</title></item></channel></rss>", "a".repeat(100_000));
    let options = ReadOptions::new().with_limits(Limits::new().with_bytes(10_000));
    let found: Vec<_> =
        Format::Rss.stories(BufReader::with_capacity(512, feed.as_bytes()), &options).collect();
    assert_eq!(found.len(), 1);
    let error = found[0].as_ref().unwrap_err().trouble();
    assert_eq!(error.kind, TroubleKind::Limit);
    assert!(error.position.is_some());
}

#[test]
fn entities_are_not_expanded_and_nothing_is_fetched() {
    let feed = "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;&nbsp;</title></item></channel></rss>";
    let read = stories(Format::Rss, feed).remove(0);
    if let Ok(reading) = read {
        assert!(!reading.story.headline.contains("root"));
        assert!(!reading.diagnostics.is_empty());
    }
}

#[test]
fn facts_have_no_slot_and_are_told_as_lost() {
    let mut story = Story::new("a").with_iri(Iri::new("https://a.example/").unwrap());
    story.facts.visits.push(Visit::new(newsdesk::Id::numbered("visit", 1)).with_status(Status::Planned));
    for format in FEEDS {
        let losses: Vec<String> = format.loss(&story).dropped.iter().map(ToString::to_string).collect();
        assert!(losses.len() == 1 && losses[0].starts_with("story/facts:"), "{losses:?}");
    }
    let error = Format::Rss.write(&Story::new("a\u{7}")).unwrap_err();
    assert_eq!(error.path, "story/headline");
}

proptest! {
    #![proptest_config(strategy::cases(256))]

    #[test]
    fn what_is_held_reads_back(story in strategy::story(&strategy::xml_text())) {
        for format in FEEDS {
            let bytes = format.write(&story).unwrap();
            let reading = format.read(&bytes).unwrap();
            let held = format.project(&story);
            prop_assert_eq!(&reading.story, &held, "{}", String::from_utf8_lossy(&bytes));
            prop_assert_eq!(&reading.diagnostics, &[]);
            prop_assert_eq!(format.project(&held), held.clone());
            prop_assert_eq!(format.loss(&story), LossReport::between(&story, &reading.story));
        }
    }

    #[test]
    fn a_feed_of_stories_reads_back(stories in proptest::collection::vec(strategy::story(&strategy::xml_text()), 1..4)) {
        for format in FEEDS {
            let bytes = format.write_all(&stories.iter().collect::<Vec<_>>()).unwrap();
            let read: Vec<String> = format.stories(&bytes[..], &ReadOptions::new()).map(|read| read.unwrap().story.headline).collect();
            let held: Vec<String> = stories.iter().map(|story| format.project(story).headline).collect();
            prop_assert_eq!(read, held);
        }
    }

    #[test]
    fn a_kept_entry_takes_any_edit(other in strategy::story(&strategy::xml_text()), part in 0..7_usize, second in any::<bool>()) {
        for (format, feed) in [(Format::Atom, ATOM), (Format::Rss, RSS)] {
            let mut story = told(format, feed).remove(usize::from(second));
            match part {
                0 => story.headline = other.headline.clone(),
                1 => story.standfirst = other.standfirst.clone(),
                2 => story.body = other.body.clone(),
                3 => story.dates = other.dates.clone(),
                4 => story.subjects = other.subjects.clone(),
                5 => story.byline = other.byline.clone(),
                _ => story.media = other.media.clone(),
            }
            let back = format.read(&format.write(&story).unwrap()).unwrap().story;
            prop_assert_eq!(&back, &format.project(&story));
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            match part {
                0 => prop_assert_eq!(words(&back.headline), words(&story.headline)),
                2 if !newsdesk::format::html::project(&story.body).is_empty() => {
                    prop_assert_eq!(back.body, newsdesk::format::html::project(&story.body));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_mutated_feed_never_panics(at in any::<proptest::sample::Index>(), length in 0..20_usize, put in strategy::any_text()) {
        for (format, feed) in [(Format::Atom, ATOM), (Format::Rss, RSS)] {
            let mut bytes = feed.as_bytes().to_vec();
            let start = at.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, put.bytes());
            for read in format.stories(&bytes[..], &ReadOptions::new()).take(10) {
                match read {
                    Ok(reading) => prop_assert!(reading.diagnostics.iter().all(|trouble| trouble.position.is_some())),
                    Err(error) => prop_assert!(error.trouble().position.is_some(), "{}", error),
                }
            }
        }
    }
}
