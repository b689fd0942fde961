//! What a story says now, done to the lines that were read.

use super::calendar::{IN_CALENDAR, Row};
use super::line::{Line, escape};
use super::names::own;
use super::read::{Role, is_own_categories, participant, role};
use crate::format::common_run::common;

/// How the lines of a component are told apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// How deep they stand.
    pub(super) depth: usize,
    /// What is made of other lines: where others have written something else, theirs stays.
    pub(super) derived: &'static [&'static str],
    /// Whether those who take part in different roles are different lists.
    pub(super) by_role: bool,
}

/// Makes the lines of a component say what `is` says; `was` is what they were understood as.
pub(super) fn merge(rows: &mut Vec<Row>, was: &[Line], is: &[Line], rules: &Rules) {
    if was == is {
        return;
    }
    merge_places(rows, was, is, rules);
    let mut groups: Vec<Group> = Vec::new();
    for line in was.iter().chain(is) {
        let group = rules.group(line);
        if group.name != own::PLACE && !groups.contains(&group) {
            groups.push(group);
        }
    }
    for group in groups {
        let of = |lines: &[Line]| -> Vec<Line> {
            lines.iter().filter(|line| rules.group(line) == group).cloned().collect()
        };
        let (was, is) = (of(was), of(is));
        match group.name.as_str() {
            _ if was == is => {}
            HOST | "ATTENDEE" => merge_list(rows, &was, &is, rules, &group),
            _ => merge_one(rows, was.first(), is.first(), rules, &group),
        }
    }
}

/// Places of acts: nobody else writes these lines, so those that stand are replaced.
fn merge_places(rows: &mut Vec<Row>, was: &[Line], is: &[Line], rules: &Rules) {
    let of =
        |lines: &[Line]| -> Vec<Line> { lines.iter().filter(|line| line.is(own::PLACE)).cloned().collect() };
    let stood = rules.rows_of(rows, &Group { name: own::PLACE.to_owned(), role: None });
    if of(was) == of(is) && stood.is_empty() {
        // The place may be told by the location of the event.
        return;
    }
    let at = stood.first().copied().unwrap_or_else(|| end_of_properties(rows, rules));
    remove(rows, &stood);
    rows.splice(at..at, of(is).into_iter().map(|line| Row::new(line, rules.depth)));
}

/// The name of the group of the organiser and those who have the chair.
const HOST: &str = "ORGANIZER and CHAIR";

/// Lines that say the same sort of thing.
#[derive(Debug, PartialEq)]
struct Group {
    name: String,
    role: Option<Role>,
}

impl Rules {
    fn group(&self, line: &Line) -> Group {
        let name = match line.name().as_str() {
            "X-WR-CALNAME" if self.depth == IN_CALENDAR => "NAME".to_owned(),
            "X-WR-CALDESC" if self.depth == IN_CALENDAR => "DESCRIPTION".to_owned(),
            name => name.to_owned(),
        };
        match (self.by_role, name.as_str()) {
            (true, "ATTENDEE") if role(line) == Role::Chair => Group { name: HOST.to_owned(), role: None },
            (true, "ATTENDEE") => Group { name, role: Some(role(line)) },
            (true, "ORGANIZER") => Group { name: HOST.to_owned(), role: None },
            _ => Group { name, role: None },
        }
    }

    /// The rows of a group, by their places.
    fn rows_of(&self, rows: &[Row], group: &Group) -> Vec<usize> {
        let is_of = |row: &Row| {
            row.depth == self.depth
                && row.property().is_some_and(|line| {
                    // Categories of other people's stay theirs.
                    self.group(line) == *group && (group.name != "CATEGORIES" || is_own_categories(line))
                })
        };
        rows.iter().enumerate().filter(|(_, row)| is_of(row)).map(|(at, _)| at).collect()
    }
}

/// Whether two lines of a group are understood as the same.
fn tells_same(line: &Line, other: &Line) -> bool {
    match line.name().as_str() {
        "ATTENDEE" | "ORGANIZER" => participant(line) == participant(other),
        _ => line.text().trim() == other.text().trim(),
    }
}

/// The part of a `UID` that is the id of a fact.
fn local_part(line: &Line) -> Option<&str> {
    line.value.split('@').next()
}

fn merge_one(rows: &mut Vec<Row>, was: Option<&Line>, is: Option<&Line>, rules: &Rules, group: &Group) {
    let is_of_event = group.name == "UID" && rules.depth != IN_CALENDAR;
    if is_of_event && was.and_then(local_part) == is.and_then(local_part) {
        return;
    }
    let all = rules.rows_of(rows, group);
    let line = |at: &usize| rows.get(*at).and_then(Row::property);
    let same: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| line(at).zip(was).is_some_and(|(line, was)| tells_same(line, was)))
        .collect();
    let is_derived = rules.derived.contains(&group.name.as_str());
    let meant = if same.is_empty() && !is_derived { all.iter().copied().take(1).collect() } else { same };
    match is {
        Some(is) if !meant.is_empty() => {
            let mut more = Vec::new();
            for at in meant {
                let Some(stands) = rows.get(at).and_then(Row::property) else { continue };
                let was = was.cloned().unwrap_or_else(|| Line::new(&group.name, ""));
                more.extend(words_beside(stands, &was));
                let changed = with_address(stands.changed(&was, is), stands);
                put(rows, at, changed, rules);
            }
            let end = end_of_properties(rows, rules);
            rows.splice(end..end, more.into_iter().map(|line| Row::new(line, rules.depth)));
        }
        Some(_) if is_derived && !all.is_empty() => {}
        Some(is) => {
            let end = end_of_properties(rows, rules);
            rows.insert(end, Row::new(is.clone(), rules.depth));
        }
        // What stood beside it would be understood in its place.
        None if !is_derived || !meant.is_empty() => remove(rows, &all),
        None => {}
    }
}

/// The categories that others have added to a line of ours, as a line of their own.
fn words_beside(stands: &Line, was: &Line) -> Option<Line> {
    if !stands.is("CATEGORIES") {
        return None;
    }
    let known = was.texts();
    let words: Vec<String> =
        stands.texts().iter().filter(|word| !known.contains(word)).map(|word| escape(word)).collect();
    (!words.is_empty()).then(|| Line::new("CATEGORIES", words.join(",")))
}

/// A line with the electronic address that stood in its place (RFC 7986, section 6.2).
fn with_address(line: Line, stood: &Line) -> Line {
    let mail = stood.value.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    match mail.and_then(|_| stood.value.get(7..)) {
        Some(mail) if line.value != stood.value && line.parameter("EMAIL").is_none() => {
            line.with("EMAIL", mail)
        }
        _ => line,
    }
}

/// Lines of which there may be many: each new one goes where the one stood that it was, in the new order.
fn merge_list(rows: &mut Vec<Row>, was: &[Line], is: &[Line], rules: &Rules, group: &Group) {
    let mut free = rules.rows_of(rows, group);
    let place = |was: &Line| {
        let line = |at: &usize| rows.get(*at).and_then(Row::property);
        let same = free.iter().position(|at| line(at).is_some_and(|line| tells_same(line, was)))?;
        Some(free.remove(same))
    };
    let places: Vec<Option<usize>> = was.iter().map(place).collect();
    let pairs = pairs(was, is);
    let filled: Vec<Line> = is
        .iter()
        .zip(&pairs)
        .map(|(is, pair)| {
            let stood = pair.and_then(|at| Some((was.get(at)?, (*places.get(at)?)?)));
            let stood = stood.and_then(|(was, at)| Some((was, rows.get(at)?.property()?)));
            stood.map_or_else(|| is.clone(), |(was, line)| with_address(line.changed(was, is), line))
        })
        .collect();
    let mut slots: Vec<usize> = places.into_iter().flatten().collect();
    slots.sort_unstable();
    let after = slots.last().map_or_else(|| end_of_properties(rows, rules), |last| last + 1);
    for (at, line) in slots.iter().zip(&filled) {
        put(rows, *at, line.clone(), rules);
    }
    let more: Vec<Row> =
        filled.iter().skip(slots.len()).map(|line| Row::new(line.clone(), rules.depth)).collect();
    rows.splice(after..after, more);
    let left: Vec<usize> = slots.into_iter().skip(filled.len()).collect();
    remove(rows, &left);
}

/// For each new line, which old one it was: an equal one, else of the same person, else the next that is left if as many
/// are left of both.
fn pairs(was: &[Line], is: &[Line]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; is.len()];
    for (old, new) in common(was, is) {
        pairs.iter_mut().skip(new).take(1).for_each(|pair| *pair = Some(old));
    }
    let left = |pairs: &[Option<usize>]| -> Vec<usize> {
        (0..was.len()).filter(|old| !pairs.contains(&Some(*old))).collect()
    };
    for (new, line) in is.iter().enumerate() {
        let is_new = pairs.get(new).is_some_and(Option::is_none);
        let same =
            || left(&pairs).into_iter().find(|old| was.get(*old).is_some_and(|was| tells_same(was, line)));
        if let Some(old) = Some(same).filter(|_| is_new).and_then(|same| same()) {
            pairs.iter_mut().skip(new).take(1).for_each(|pair| *pair = Some(old));
        }
    }
    let open = left(&pairs);
    if open.len() == pairs.iter().filter(|pair| pair.is_none()).count() {
        for (pair, old) in pairs.iter_mut().filter(|pair| pair.is_none()).zip(open) {
            *pair = Some(old);
        }
    }
    pairs
}

fn put(rows: &mut [Row], at: usize, line: Line, rules: &Rules) {
    if let Some(row) = rows.get_mut(at) {
        *row = Row { span: row.span.clone(), ..Row::new(line, rules.depth) };
    }
}

fn remove(rows: &mut Vec<Row>, places: &[usize]) {
    let mut at = 0;
    rows.retain(|_| {
        at += 1;
        !places.contains(&(at - 1))
    });
}

/// Where the properties of a component end and its parts begin.
fn end_of_properties(rows: &[Row], rules: &Rules) -> usize {
    let is_one = |row: &&Row| row.depth == rules.depth && row.property().is_some();
    (1 + rows.iter().skip(1).take_while(is_one).count()).min(rows.len())
}
