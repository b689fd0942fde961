//! The time that extraction takes grows as the story does, whatever the story repeats.

#![cfg(feature = "extract")]

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use newsdesk::{Block, Extractor, Story};

/// What adversarial stories repeat.
const UNITS: &[&str] = &[
    "and ",
    "Ministry of ",
    "National Council and ",
    "Health and Works Ministry (HWM) ",
    "Commission against ",
    "The following ambassadors: Ana Virta of Oz; ",
    "They are Minister Ana Virta and ",
    "the port city of Ostby and ",
    "her host, Ana Virta, ",
    "Minister visited the wards of Ostby Hospital, ",
    "signed the agreement in Ostby with ",
    "KP Ana ",
    "Tun Tun ",
    "Secretary Information Ana Virta and ",
    "10:00 - ",
    "10:00 meets ",
    "A",
    "A ",
    "Ana ",
    "“",
    "\"",
    "'",
    "‘",
    ".",
    ". ",
    ",",
    ", ",
    "(",
    ")",
    "[",
    "-",
    "Ab-",
    "7",
    "7 ",
    "\n",
    "\n\n",
    "’s ",
    "U.S. ",
    "the ",
    "of ",
    "to ",
    "he ",
    "I ",
    "Minister ",
    "Minister of ",
    "Prime Minister ",
    "the Minister, ",
    "President Smith and ",
    "President Ana Virta met ",
    "Foreign Minister of ",
    "Mr Ab Cd, ",
    "former ",
    "visited ",
    "Kenya and she visited the Eden Dam ",
    "saying “a b c d e f”, adding ",
    "what she called “a b c d e f” ",
    "the Duke and Duchess of Ulden ",
    "visit to France and ",
    "I will visit France ",
    "Paris, France ",
    "4 May ",
    "January ",
    "first ",
    "since ",
    "100th anniversary of ",
    "wreath ",
    "said ",
    "X said: ",
    "said: “",
    "“x.” said Ana Virta. ",
    "“we stay where we are.” It rained. ",
    "the telegram read “a b c d e f”. ",
    "a statement by Ana Virta on Monday read “a b c d e f”. ",
    "''a b c d e f'' ",
    "was quoted as saying ",
    "on his death anniversary ",
    "march last year ",
    "QUESTION: Hi.\n",
    "MR SMITH: ok ok.\n",
    "X:\n\n",
];

/// Bytes of the shorter story; the longer one is four times as long.
const BYTES: usize = 20_000;

/// Four times the text takes four times as long if time is linear, and 16 times as long if it is quadratic.
const MOST: u32 = 9;

/// Below this the clock and the machine tell more than the story: a thread's time may be counted only at ticks, some
/// milliseconds apart.
const NOISE: Duration = Duration::from_millis(20);

/// The machine may be busy with other things: one good measurement in so many is enough.
const TRIES: usize = 6;

fn time(story: Story) -> Duration {
    let extractor = Extractor::new();
    let blocks = story.body.len();
    let started = clock();
    let story = extractor.extract(story);
    let time = clock().saturating_sub(started);
    assert_eq!(story.body.len(), blocks);
    time
}

/// How long this thread has run; where the system does not say, how long the test has.
fn clock() -> Duration {
    static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);
    let started = *STARTED;
    let ran = || fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok();
    ran().map_or_else(|| started.elapsed(), Duration::from_nanos)
}

fn is_linear(story: impl Fn(usize) -> Story) -> Result<(), String> {
    let mut measured = Vec::new();
    for _ in 0..TRIES {
        let (short, long) = (time(story(BYTES)), time(story(4 * BYTES)));
        if long <= short * MOST + NOISE {
            return Ok(());
        }
        measured.push(format!("{short:?}, {long:?}"));
    }
    Err(measured.join("; "))
}

fn of_one_block(text: String) -> Story {
    Story::new("").with_block(Block::paragraph(text))
}

/// Sentences that each say something of somebody else, to a length.
fn sentences(length: usize, sentence: fn(&str) -> String) -> Vec<String> {
    let mut total = 0;
    let mut all = Vec::new();
    for number in 0.. {
        if total >= length {
            break;
        }
        let said = sentence(&name(number));
        total += said.len();
        all.push(said);
    }
    all
}

/// A name that no other number has.
fn name(mut number: usize) -> String {
    let mut name = String::from("Zq");
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}

#[test]
fn time_is_linear_in_a_paragraph_that_repeats_itself() {
    let slow: Vec<String> = UNITS
        .iter()
        .filter_map(|unit| {
            let story = |length: usize| of_one_block(unit.repeat(length / unit.len()));
            is_linear(story).err().map(|times| format!("{unit:?}: {times}"))
        })
        .collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn time_is_linear_in_the_number_of_paragraphs() {
    let slow: Vec<String> =
        ["President Ana Virta met", "“Hi.", "the Minister.", "QUESTION: Hi.", "He visited France."]
            .iter()
            .filter_map(|unit| {
                let story = |length: usize| {
                    let mut story = Story::new("");
                    story.body = vec![Block::paragraph(*unit); length / unit.len()];
                    story
                };
                is_linear(story).err().map(|times| format!("{unit:?}: {times}"))
            })
            .collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn time_is_linear_in_the_number_of_people_and_events() {
    let kinds: &[fn(&str) -> String] = &[
        |name| format!("President Ana {name} met. "),
        |name| format!("The Minister of {name} said so. "),
        |name| format!("President Ana {name} visited France. "),
        |name| format!("President Ana {name} met Minister Ola {name}x. "),
        |name| format!("“We like {name} very much indeed,” said President {name}. "),
        |name| {
            format!("President {name} laid a wreath to mark the 9th anniversary of the Battle of {name}. ")
        },
    ];
    let slow: Vec<String> = kinds
        .iter()
        .flat_map(|&sentence| {
            let joined = move |length: usize| of_one_block(sentences(length, sentence).concat());
            let apart = move |length: usize| {
                let mut story = Story::new("");
                story.body = sentences(length, sentence).into_iter().map(Block::paragraph).collect();
                story
            };
            let told = sentence("NAME");
            [is_linear(joined).err(), is_linear(apart).err()]
                .map(|times| Some(format!("{told:?}: {}", times?)))
        })
        .flatten()
        .collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn time_is_linear_in_the_number_of_offices_that_one_subject_may_hold() {
    let story = |length: usize| {
        let offices = sentences(length, |name| format!("was recently Minister of {name} and "));
        of_one_block(format!("Ana Virta {}", offices.concat()))
    };
    let told = is_linear(story);
    assert!(told.is_ok(), "{told:?}");
}
