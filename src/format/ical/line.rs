//! Content lines (RFC 5545, section 3.1): folding, parameters, escapes.

use std::ops::Range;

/// A line: its name, its parameters and its value, as they stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    name: String,
    /// Each with its name, as `CN="Ann"`.
    parameters: Vec<String>,
    pub(super) value: String,
}

impl Line {
    /// A line of a name and a value that is written as it is.
    pub(super) fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), parameters: Vec::new(), value: value.into() }
    }

    /// A line with text for its value; none if there is no text.
    pub(super) fn text_of(name: &str, text: &str) -> Option<Self> {
        let text = clean(text);
        (!text.is_empty()).then(|| Self::new(name, escape(&text)))
    }

    /// Adds a parameter of a word that needs no quotation marks.
    pub(super) fn with_word(mut self, name: &str, word: &str) -> Self {
        self.parameters.push(format!("{name}={word}"));
        self
    }

    /// Adds a parameter of any text (RFC 6868).
    pub(super) fn with(self, name: &str, text: &str) -> Self {
        let text = text.replace('^', "^^").replace('"', "^'").replace('\n', "^n");
        self.with_word(name, &format!("\"{text}\""))
    }

    /// The name as it is compared: in capitals.
    pub(super) fn name(&self) -> String {
        self.name.to_ascii_uppercase()
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let (_, value) = self.parameters.iter().find_map(|parameter| {
            parameter.split_once('=').filter(|(known, _)| known.eq_ignore_ascii_case(name))
        })?;
        let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        Some(without_carets(value))
    }

    /// The value as text.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }

    /// The value as texts that commas part.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut escaped = false;
        for c in self.value.chars() {
            if c == ',' && !escaped {
                texts.push(String::new());
            } else if let Some(last) = texts.last_mut() {
                last.push(c);
            }
            escaped = c == '\\' && !escaped;
        }
        texts.iter().map(|text| unescape(text)).collect()
    }

    /// This line with what became of another one: `was` is what this line was understood as, `is` what it shall say.
    pub(super) fn changed(&self, was: &Self, is: &Self) -> Self {
        /// Parameters that say how a value is to be read, or where there is another form of it.
        const OF_VALUE: [&str; 4] = ["TZID", "VALUE", "ENCODING", "ALTREP"];
        let mut line = self.clone();
        let key = |parameter: &String| {
            let name = parameter.split_once('=').map_or(parameter.as_str(), |(name, _)| name);
            name.to_ascii_uppercase()
        };
        if !was.is(&is.name) {
            line.name.clone_from(&is.name);
        }
        if was.value != is.value {
            line.value.clone_from(&is.value);
            line.parameters.retain(|parameter| !OF_VALUE.contains(&key(parameter).as_str()));
        }
        let has = |line: &Self, parameter: &String| line.parameters.contains(parameter);
        for old in was.parameters.iter().filter(|old| !has(is, old)) {
            line.parameters.retain(|parameter| key(parameter) != key(old));
        }
        for new in &is.parameters {
            let is_missing = !line.parameters.iter().any(|parameter| key(parameter) == key(new));
            let is_of_value = OF_VALUE.contains(&key(new).as_str());
            if !has(was, new) || (is_missing && is_of_value && was.value != is.value) {
                line.parameters.retain(|parameter| key(parameter) != key(new));
                line.parameters.push(new.clone());
            }
        }
        line
    }

    /// Reads an unfolded line; none if it has no value.
    fn parse(line: &str) -> Option<Self> {
        let mut quoted = false;
        let mut cuts = Vec::new();
        let mut colon = None;
        for (at, c) in line.char_indices() {
            match c {
                '"' => quoted = !quoted,
                ';' if !quoted => cuts.push(at),
                ':' if !quoted => {
                    colon = Some(at);
                    break;
                }
                _ => {}
            }
        }
        let colon = colon?;
        cuts.push(colon);
        let (name, _) = line.split_at_checked(*cuts.first()?)?;
        let between =
            cuts.iter().zip(cuts.iter().skip(1)).filter_map(|(start, end)| line.get(start + 1..*end));
        Some(Self {
            name: name.to_owned(),
            parameters: between.map(str::to_owned).collect(),
            value: line.get(colon + 1..)?.to_owned(),
        })
    }

    /// Writes the line in pieces of at most 75 bytes.
    pub(super) fn put(&self, out: &mut String) {
        let parameters: String = self.parameters.iter().map(|parameter| format!(";{parameter}")).collect();
        put(out, &format!("{}{parameters}:{}", self.name, self.value));
    }
}

/// The lines of a document, unfolded, each with its bytes; as it stands what has no value.
pub(super) fn lines(text: &str) -> Vec<(Result<Line, String>, Range<usize>)> {
    let mut unfolded: Vec<(String, Range<usize>)> = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive('\n') {
        let start = at;
        at += piece.len();
        let piece = piece.strip_suffix('\n').unwrap_or(piece);
        let piece = piece.strip_suffix('\r').unwrap_or(piece);
        match (piece.strip_prefix([' ', '\t']), unfolded.last_mut()) {
            (Some(more), Some((line, span))) => {
                line.push_str(more);
                span.end = start + piece.len();
            }
            _ if piece.is_empty() => {}
            _ => unfolded.push((piece.to_owned(), start..start + piece.len())),
        }
    }
    unfolded.into_iter().map(|(line, span)| (Line::parse(&line).ok_or(line), span)).collect()
}

/// The text of a parameter (RFC 6868).
fn without_carets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let meant = match (c, rest.peek()) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('\'')) => Some('"'),
            ('^', Some('^')) => Some('^'),
            _ => None,
        };
        if meant.is_some() {
            rest.next();
        }
        out.push(meant.unwrap_or(c));
    }
    out
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(c) => out.push(c),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

/// Text as a value.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// Writes a line in pieces of at most 75 bytes.
pub(super) fn put(out: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// Text without characters that a calendar cannot hold, and without white space around it.
pub(super) fn clean(text: &str) -> String {
    let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(kept).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        lines(text).remove(0).0.unwrap()
    }

    #[test]
    fn a_parameter_holds_any_text() {
        for text in ["Ann", "a^nb", "\"Bo\" ^'x", "a\nb;c:d,e", ""] {
            let mut out = String::new();
            Line::new("ATTENDEE", "mailto:a@b.example").with("CN", text).put(&mut out);
            assert_eq!(line(&out).parameter("cn").as_deref(), Some(text), "{out}");
        }
    }

    #[test]
    fn a_line_is_written_as_it_stood_apart_from_its_folding() {
        for text in ["x-a;b=\"c:;d\";E;f=g,\"h\":v\\,w;x", "A:", "SUMMARY;LANGUAGE=en: two  spaces "] {
            let mut out = String::new();
            line(text).put(&mut out);
            assert_eq!(out.trim_end_matches("\r\n"), text);
        }
        assert_eq!(lines("A:x\r\n  y\n\n\tz\n").remove(0).0, Ok(Line::new("A", "x yz")));
        assert_eq!(lines("no value").remove(0).0, Err("no value".to_owned()));
    }

    #[test]
    fn a_change_leaves_what_others_have_added_to_a_line() {
        let own = |name: &str| Line::new("ATTENDEE", "urn:x").with("CN", name);
        let stands = line("ATTENDEE;PARTSTAT=ACCEPTED;CN=Ann:mailto:ann@example.org");
        let changed = stands.changed(&own("Ann"), &own("Anne"));
        assert_eq!(changed, line("ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Anne\":mailto:ann@example.org"));
        let stands = line("DTSTART;TZID=Europe/London;X-A=1:20220504T090000");
        let day = |day: &str| Line::new("DTSTART", day).with_word("VALUE", "DATE");
        let changed = stands.changed(&day("20220504"), &day("20220505"));
        assert_eq!(changed, line("DTSTART;X-A=1;VALUE=DATE:20220505"));
    }
}
