//! Reading and writing ten megabytes of stories, beside what the parsers alone take on the same bytes.
//!
//! `cargo bench --bench formats`; the ratios stand in DESIGN.md.

mod collection;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsdesk::Format;
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

fn formats(criterion: &mut Criterion) {
    for format in [
        Format::Text,
        Format::Markdown,
        Format::Xml,
        Format::NewsMlG2,
        Format::Nitf,
        Format::Json,
        Format::Ninjs,
    ] {
        let documents = collection::documents(format);
        let stories: Vec<_> = documents
            .iter()
            .map(|document| format.read(document).expect("what was written reads").story)
            .collect();
        let mut group = criterion.benchmark_group(format.name());
        group.sample_size(10).throughput(Throughput::Bytes(collection::bytes(&documents)));
        group.bench_function("read", |bencher| {
            bencher.iter(|| {
                let read =
                    documents.iter().map(|document| format.read(document).map(|reading| reading.story));
                let blocks: usize = read.map(|story| story.expect("what was written reads").body.len()).sum();
                assert_eq!(blocks, stories.iter().map(|story| story.body.len()).sum::<usize>());
            });
        });
        group.bench_function("write", |bencher| {
            bencher.iter(|| {
                for (story, document) in stories.iter().zip(&documents) {
                    let written = format.write(story).expect("what was read can be written");
                    assert_eq!(written.len(), document.len());
                }
            });
        });
        if matches!(format, Format::Xml | Format::NewsMlG2 | Format::Nitf) {
            group.bench_function("bare quick_xml::NsReader events", |bencher| {
                bencher.iter(|| {
                    let elements: usize = documents.iter().map(|document| bare_xml_events(document)).sum();
                    assert!(elements > documents.len());
                });
            });
        }
        if matches!(format, Format::Json | Format::Ninjs) {
            group.bench_function("bare serde_json::Value", |bencher| {
                bencher.iter(|| {
                    for document in &documents {
                        assert!(black_box(bare_json_value(document)).is_object());
                    }
                });
            });
        }
        group.finish();
    }
}

/// ninjs as other newsrooms send it: without what this crate adds to it.
fn ninjs_without_facts(criterion: &mut Criterion) {
    let documents = collection::documents_of(&collection::stories_without_facts(), Format::Ninjs);
    let mut group = criterion.benchmark_group("ninjs without facts");
    group.sample_size(10).throughput(Throughput::Bytes(collection::bytes(&documents)));
    group.bench_function("read", |bencher| {
        bencher.iter(|| {
            for document in &documents {
                let story = Format::Ninjs.read(document).expect("what was written reads").story;
                assert!(!black_box(story).body.is_empty());
            }
        });
    });
    group.bench_function("bare serde_json::Value", |bencher| {
        bencher.iter(|| {
            for document in &documents {
                assert!(black_box(bare_json_value(document)).is_object());
            }
        });
    });
    group.finish();
}

criterion_group!(benches, formats, ninjs_without_facts);
criterion_main!(benches);
