//! Commemorations in words: what is remembered, and what was done to remember it.

use std::fmt;

use super::cast::{Again, Called, Cast};
use super::date;
use super::list::{capitalised, cardinal, ordinal};
use super::place::location;
use crate::model::{Act, ActKind, Anniversary, Block, Commemoration, Facts, Remembered, TimeUnit};

impl fmt::Display for Commemoration {
    /// The commemoration in sentences. Those who take part are called by their ids.
    ///
    /// ```
    /// use newsdesk::{Act, ActKind, Anniversary, Commemoration, Id, Participant, Remembered};
    /// let commemoration = Commemoration::new(Id::new("commemoration-1")?)
    ///     .with_remembered(Remembered::new("Salonika Front"))
    ///     .with_anniversary(Anniversary::years(100))
    ///     .with_act(Act::new(ActKind::Wreath).with_actor(Participant::Official(Id::new("official-1")?)));
    /// assert_eq!(
    ///     commemoration.to_string(),
    ///     "The 100th anniversary of the Salonika Front was marked. official-1 laid a wreath."
    /// );
    /// # Ok::<(), newsdesk::InvalidText>(())
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = Facts::new();
        let mut cast = Cast::new(&facts, Again::Introduction);
        f.write_str(&sentences(&mut cast, self).join(" "))
    }
}

/// The block that tells of a commemoration.
pub(super) fn block(cast: &mut Cast<'_>, commemoration: &Commemoration) -> Option<Block> {
    let sentences = sentences(cast, commemoration);
    (!sentences.is_empty()).then(|| Block::paragraph(sentences.join(" ")))
}

fn sentences(cast: &mut Cast<'_>, commemoration: &Commemoration) -> Vec<String> {
    let occasion = occasion(commemoration);
    let mut sentences: Vec<String> = occasion.iter().map(|occasion| kept(commemoration, occasion)).collect();
    // What is remembered without an occasion is what the first act remembers.
    let mut memory = commemoration.remembered.as_ref().filter(|_| occasion.is_none()).map(event);
    for act in &commemoration.acts {
        let Some(done) = done(&act.kind) else { continue };
        sentences.push(sentence(cast, act, &done, memory.take(), occasion.as_deref()));
    }
    sentences
}

/// "the 100th anniversary of the Salonika Front", "ANZAC Day"; none if nothing names the occasion.
fn occasion(commemoration: &Commemoration) -> Option<String> {
    let remembered = commemoration.remembered.as_ref();
    let day = commemoration.named_day.as_deref();
    match (commemoration.anniversary, day, remembered) {
        (Some(anniversary), day, remembered) => {
            // Victory in the Pacific Day remembers Victory in the Pacific.
            let day_of =
                |event: &Remembered| day.is_some_and(|day| day.strip_suffix(" Day") == Some(&event.text));
            let of = match remembered {
                Some(event) if day_of(event) => day.map(str::to_owned),
                Some(event) => Some(self::event(event)),
                None => None,
            };
            Some(number(anniversary, of.as_deref()))
        }
        (None, Some(day), _) => Some(day.to_owned()),
        (None, None, Some(event)) if commemoration.acts.is_empty() => {
            Some(format!("the anniversary of {}", self::event(event)))
        }
        (None, None, _) => None,
    }
}

fn number(anniversary: Anniversary, of: Option<&str>) -> String {
    let count = anniversary.number;
    let unit = match anniversary.unit {
        TimeUnit::Day => "day",
        TimeUnit::Week => "week",
        TimeUnit::Month => "month",
        TimeUnit::Year => "year",
    };
    if anniversary.approximate {
        let since = of.map(|of| format!(" since {of}")).unwrap_or_default();
        return format!("nearly {count} {unit}s{since}");
    }
    let of = of.map(|of| format!(" of {of}")).unwrap_or_default();
    match anniversary.unit {
        TimeUnit::Year => format!("the {} anniversary{of}", ordinal(count)),
        _ => format!("the {}-{unit} anniversary{of}", cardinal(count)),
    }
}

/// What is remembered, with its article and its date.
fn event(remembered: &Remembered) -> String {
    let text = &remembered.text;
    let has_own = text.starts_with("those ")
        || text.starts_with("all ")
        || text.contains("’s ")
        || text.contains("'s ");
    let article = if has_own { "" } else { "the " };
    let date = remembered.date.as_ref().and_then(date::words).map(|date| format!(" {date}"));
    format!("{article}{text}{}", date.unwrap_or_default())
}

/// The sentence that says that an occasion was kept, and when.
fn kept(commemoration: &Commemoration, occasion: &str) -> String {
    let approximate = commemoration.anniversary.is_some_and(|anniversary| anniversary.approximate);
    let words = match &commemoration.named_day {
        Some(day) if !occasion.contains(day.as_str()) => format!("{day} marked {occasion}"),
        _ if approximate => format!("the day marked {occasion}"),
        _ => format!("{occasion} was marked"),
    };
    // After the event, a date would be when it happened.
    match commemoration.date.as_ref().and_then(date::words) {
        Some(date) => capitalised(&format!("{date}, {words}.")),
        None => capitalised(&format!("{words}.")),
    }
}

/// What is done in an act: by somebody, and as it was done.
struct Done {
    active: &'static str,
    passive: &'static str,
    /// Whether only its occasion makes it an act of remembrance.
    needs_occasion: bool,
}

fn done(kind: &ActKind) -> Option<Done> {
    let done = |active, passive| Done { active, passive, needs_occasion: false };
    let for_occasion = |active, passive| Done { active, passive, needs_occasion: true };
    Some(match kind {
        ActKind::Wreath => done("laid a wreath", "a wreath was laid"),
        ActKind::Flowers => done("laid flowers", "flowers were laid"),
        ActKind::Silence => done("kept a minute’s silence", "a minute’s silence was kept"),
        ActKind::Service => done("attended a memorial service", "a memorial service was held"),
        ActKind::Ceremony => done("attended a commemorative ceremony", "a commemorative ceremony was held"),
        ActKind::Unveiling => done("unveiled a plaque", "a plaque was unveiled"),
        ActKind::Parade => done("attended a commemorative parade", "a commemorative parade was held"),
        ActKind::Tribute => done("paid tribute", "tribute was paid"),
        ActKind::Medal => done("received a commemorative medal", "a commemorative medal was awarded"),
        ActKind::Speech => for_occasion("gave a speech", "a speech was given"),
        ActKind::Exhibition => for_occasion("opened an exhibition", "an exhibition was opened"),
        _ => return None,
    })
}

fn sentence(
    cast: &mut Cast<'_>,
    act: &Act,
    done: &Done,
    memory: Option<String>,
    occasion: Option<&str>,
) -> String {
    let mut words = match cast.call(&act.actors) {
        Some(actors) => by(&actors, done.active),
        None => capitalised(done.passive),
    };
    if let Some(memory) = memory {
        let link = if act.kind == ActKind::Tribute { "to" } else { "in memory of" };
        words = format!("{words} {link} {memory}");
    }
    if let Some(place) = &act.place {
        words = format!("{words} {}", location(place));
    }
    if let Some(occasion) = occasion.filter(|_| done.needs_occasion) {
        words = format!("{words} to mark {occasion}");
    }
    words + "."
}

fn by(actors: &Called, verb: &str) -> String {
    let words = actors.then(verb);
    let is_id = actors.words.ends_with(|c: char| c.is_ascii_digit());
    if is_id { words } else { capitalised(&words) }
}
