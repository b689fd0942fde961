//! Extracting the facts of ten megabytes of stories.
//!
//! `cargo bench --bench extract`; the figures stand in DESIGN.md.

mod collection;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsdesk::{Extractor, Format};

fn extract(criterion: &mut Criterion) {
    let documents = collection::documents(Format::Text);
    let stories: Vec<_> = documents
        .iter()
        .map(|document| Format::Text.read(document).expect("what was written reads").story)
        .collect();
    let extractor = Extractor::new();
    let officials: usize =
        stories.iter().map(|story| extractor.extract(story.clone()).facts.officials.len()).sum();
    let mut group = criterion.benchmark_group("extract");
    group.sample_size(10).throughput(Throughput::Bytes(collection::bytes(&documents)));
    group.bench_function("all facts", |bencher| {
        bencher.iter_batched(
            || stories.clone(),
            |stories| {
                let found: usize =
                    stories.into_iter().map(|story| extractor.extract(story).facts.officials.len()).sum();
                assert_eq!(found, officials);
                assert!(found > 0);
            },
            criterion::BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, extract);
criterion_main!(benches);
