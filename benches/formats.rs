//! Reading and writing ten megabytes of stories, beside what the parsers alone take on the same bytes.
//!
//! `cargo bench --all-features --bench formats` prints the ratios to these too; they stand in DESIGN.md and FIGURES.md.

mod collection;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsdesk::{Format, Story};
use quick_xml::NsReader;
use quick_xml::events::Event;

/// Counts the start tags of a document by its bare events.
fn bare_xml_events(document: &[u8]) -> usize {
    let mut reader = NsReader::from_reader(document);
    let mut elements = 0;
    loop {
        match reader.read_resolved_event().expect("what was written is well-formed") {
            (_, Event::Start(_) | Event::Empty(_)) => elements += 1,
            (_, Event::Eof) => return elements,
            _ => {}
        }
    }
}

fn bare_json_value(document: &[u8]) -> serde_json::Value {
    serde_json::from_slice(document).expect("what was written is JSON")
}

/// What the parsers alone take on the same bytes.
#[derive(Clone, Copy)]
enum Bare {
    XmlEvents,
    JsonValue,
}

impl Bare {
    /// That of a format, if it is XML or JSON.
    fn of(format: Format) -> Option<Self> {
        match format {
            Format::Xml | Format::NewsMlG2 | Format::Nitf | Format::Atom | Format::Rss => {
                Some(Self::XmlEvents)
            }
            Format::Json | Format::Ninjs | Format::SchemaOrg | Format::GovUk => Some(Self::JsonValue),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::XmlEvents => "bare quick_xml::NsReader events",
            Self::JsonValue => "bare serde_json::Value",
        }
    }

    fn read(self, document: &[u8]) {
        match self {
            Self::XmlEvents => assert!(bare_xml_events(document) > 0),
            Self::JsonValue => assert!(black_box(bare_json_value(document)).is_object()),
        }
    }
}

fn read(format: Format, document: &[u8]) -> Story {
    format.read(document).expect("what was written reads").story
}

fn formats(criterion: &mut Criterion) {
    let stories = collection::sample_stories();
    for format in [
        Format::Text,
        Format::Markdown,
        Format::Xml,
        Format::NewsMlG2,
        Format::Nitf,
        Format::Json,
        Format::Ninjs,
        Format::SchemaOrg,
        Format::GovUk,
        Format::Atom,
        Format::Rss,
        Format::ICal,
    ] {
        measure(criterion, format.name(), format, &collection::documents_of(&stories, format));
    }
    // ninjs as other newsrooms send it: without what this crate adds to it.
    let documents = collection::documents_of(&collection::stories_without_facts(), Format::Ninjs);
    measure(criterion, "ninjs without facts", Format::Ninjs, &documents);
}

/// Reads and writes documents, and reads them with the bare parser; prints the ratio to that.
fn measure(criterion: &mut Criterion, name: &str, format: Format, documents: &[Vec<u8>]) {
    let stories: Vec<Story> = documents.iter().map(|document| read(format, document)).collect();
    let blocks: usize = stories.iter().map(|story| story.body.len()).sum();
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::Bytes(collection::bytes(documents)));
    group.bench_function("read", |bencher| {
        bencher.iter(|| {
            let read = documents.iter().map(|document| read(format, document).body.len());
            assert_eq!(read.sum::<usize>(), blocks);
        });
    });
    let write = |story: &Story| format.write(story).expect("what was read can be written").len();
    let written: usize = stories.iter().map(write).sum();
    group.bench_function("write", |bencher| {
        bencher.iter(|| assert_eq!(stories.iter().map(write).sum::<usize>(), written));
    });
    if let Some(bare) = Bare::of(format) {
        group.bench_function(bare.name(), |bencher| {
            bencher.iter(|| documents.iter().for_each(|document| bare.read(document)));
        });
        let mut ratios: Vec<f64> = Vec::new();
        // In turns, so that a busy machine slows both.
        group.bench_function("read, in turns with the bare parser", |bencher| {
            bencher.iter_custom(|times| {
                let (mut whole, mut alone) = (Duration::ZERO, Duration::ZERO);
                for _ in 0..times {
                    whole += timed(documents, |document| drop(black_box(read(format, document))));
                    alone += timed(documents, |document| bare.read(document));
                }
                ratios.push(whole.as_secs_f64() / alone.as_secs_f64());
                whole
            });
        });
        ratios.sort_by(f64::total_cmp);
        if let Some(median) = ratios.get(ratios.len() / 2) {
            println!("{name}/read takes {median:.2} times as long as {}\n", bare.name());
        }
    }
    group.finish();
}

fn timed(documents: &[Vec<u8>], run: impl Fn(&[u8])) -> Duration {
    let start = Instant::now();
    documents.iter().for_each(|document| run(document));
    start.elapsed()
}

criterion_group!(benches, formats);
criterion_main!(benches);
