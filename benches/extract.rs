//! Extraction of all facts beside bare tokenising, in one run over the same stories.
//!
//! `cargo bench --bench extract`; the figures stand in DESIGN.md. The stories are those of `../shared/corpus`;
//! where the folder is absent, ten megabytes of the sample stories.

mod collection;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::BufReader;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use newsdesk::extract::count_tokens;
use newsdesk::format::facts::stories;
use newsdesk::{Block, Extractor, Format, ReadOptions, Story};

/// The stories of the corpus, or else the sample stories again and again.
fn collected() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("there is no {}: the sample stories are read instead", folder.display());
        let read = |document: &Vec<u8>| Format::Text.read(document).expect("what was written reads").story;
        return collection::documents_of(&collection::stories_without_facts(), Format::Text)
            .iter()
            .map(read)
            .collect();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    let options = ReadOptions::new();
    let of_file = |path| {
        let file = File::open(path).expect("a file of the corpus opens");
        stories(BufReader::new(file), &options).map(|reading| reading.expect("a line is a story").story)
    };
    paths.iter().flat_map(of_file).collect()
}

/// The texts of a story that facts are read from.
fn texts(story: &Story) -> impl Iterator<Item = &str> {
    let head = [Some(story.headline.as_str()), story.standfirst.as_deref()];
    head.into_iter().flatten().chain(story.body.iter().map(|block| block.text.as_str()))
}

fn tokens(stories: &[Story]) -> usize {
    stories.iter().flat_map(texts).map(count_tokens).sum()
}

fn facts(extractor: &Extractor, stories: Vec<Story>) -> Vec<Story> {
    stories.into_iter().map(|story| extractor.extract(story)).collect()
}

/// Officials, meetings and dates: what each run must find again.
fn found(stories: &[Story]) -> [usize; 3] {
    let sum = |count: fn(&Story) -> usize| stories.iter().map(count).sum();
    [
        sum(|story| story.facts.officials.len()),
        sum(|story| story.facts.meetings.len()),
        sum(|story| story.facts.dates.len()),
    ]
}

fn extraction(criterion: &mut Criterion) {
    let all = collected();
    let bytes = all.iter().flat_map(texts).map(|text| text.len() as u64).sum();
    let extractor = Extractor::new();
    let expected = found(&facts(&extractor, all.clone()));
    let expected_tokens = tokens(&all);
    assert!(expected.iter().all(|&count| count > 0) && expected_tokens > 0);

    let mut group = criterion.benchmark_group("extract");
    group.sample_size(10).throughput(Throughput::Bytes(bytes));
    group.bench_function("bare tokenising", |bencher| {
        bencher.iter(|| assert_eq!(tokens(black_box(&all)), expected_tokens));
    });
    group.bench_function("all facts", |bencher| {
        bencher.iter_batched(
            || all.clone(),
            |stories| {
                let stories = facts(&extractor, stories);
                assert_eq!(found(&stories), expected);
                stories
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();

    let bare = fastest(|| all.clone(), |stories| tokens(&stories));
    let full = fastest(|| all.clone(), |stories| facts(&extractor, stories));
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    println!(
        "all facts: {:.1} MB/s, bare tokenising: {:.0} MB/s, ratio {:.1}",
        speed(full),
        speed(bare),
        full.as_secs_f64() / bare.as_secs_f64()
    );
}

/// The shortest of three runs.
fn fastest<I, O>(input: impl Fn() -> I, run: impl Fn(I) -> O) -> Duration {
    let once = |_| {
        let input = input();
        let started = Instant::now();
        let output = black_box(run(input));
        let time = started.elapsed();
        drop(output);
        time
    };
    (0..3).map(once).min().unwrap_or_default()
}

/// One story of one kilobyte to ten megabytes: throughput must not fall with its length.
fn lengths(criterion: &mut Criterion) {
    let paragraphs: Vec<Block> =
        collection::sample_stories().into_iter().flat_map(|story| story.body).collect();
    let extractor = Extractor::new();
    let mut group = criterion.benchmark_group("extract one story");
    group.sample_size(10);
    for length in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
        let mut story = Story::new("A story");
        let mut bytes = 0;
        for block in paragraphs.iter().cycle() {
            if bytes >= length {
                break;
            }
            bytes += block.text.len();
            story.body.push(block.clone());
        }
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_with_input(BenchmarkId::from_parameter(length), &story, |bencher, story| {
            bencher.iter_batched(
                || story.clone(),
                |story| {
                    let story = extractor.extract(story);
                    assert!(!story.facts.officials.is_empty());
                    story
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, extraction, lengths);
criterion_main!(benches);
