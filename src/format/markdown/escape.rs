//! Text as CommonMark holds it: every character that might be mark-up escaped.

/// Where a picture of this stands, a null character stood: CommonMark can hold none.
pub(super) const NULL: &str = "x-null:";

/// Writes `text` as inline content.
///
/// A line break is a hard break, and the next line begins with `indent`. Without `indent`, as in a
/// heading, it is a reference.
pub(super) fn write(out: &mut String, text: &str, indent: Option<&str>) {
    let mut before: Option<&str> = None;
    for line in text.split('\n') {
        let mut starts = true;
        if let Some(before) = before {
            match indent.filter(|_| !before.trim().is_empty() && !line.trim().is_empty()) {
                Some(indent) => {
                    out.push_str("\\\n");
                    out.push_str(indent);
                }
                None => {
                    out.push_str("&#10;");
                    starts = false;
                }
            }
        }
        write_line(out, line, starts, indent.is_none());
        before = Some(line);
    }
}

fn write_line(out: &mut String, line: &str, starts: bool, heading: bool) {
    let number = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        let first = at == 0;
        let after = || line.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        match c {
            '\0' => {
                out.push_str("![](");
                out.push_str(NULL);
                out.push(')');
            }
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => escaped(out, c),
            '_' if before.is_alphanumeric() && after().is_some_and(char::is_alphanumeric) => out.push(c),
            '_' => escaped(out, c),
            '&' if after().is_some_and(|c| c == '#' || c.is_ascii_alphabetic()) => escaped(out, c),
            '#' if heading || first && starts => escaped(out, c),
            '+' | '-' | '=' | '>' if first && starts => escaped(out, c),
            '.' | ')' if at == number && starts => escaped(out, c),
            '\u{feff}' => referred(out, c),
            c if c.is_ascii_control() => referred(out, c),
            c if c.is_whitespace() && (first || after().is_none()) => referred(out, c),
            c => out.push(c),
        }
        before = c;
    }
}

fn escaped(out: &mut String, c: char) {
    out.push('\\');
    out.push(c);
}

fn referred(out: &mut String, c: char) {
    out.push_str(&format!("&#{};", u32::from(c)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        write(&mut out, text, Some("  "));
        out
    }

    #[test]
    fn only_what_may_be_markup_is_escaped() {
        assert_eq!(written("R & D, 3.5 - 4 (a) a_b #1!"), "R & D, 3.5 - 4 (a) a_b #1!");
        assert_eq!(written("- a\n1. b\n#c"), "\\- a\\\n  1\\. b\\\n  \\#c");
        assert_eq!(written(" *a* \n\n&amp;"), "&#32;\\*a\\*&#32;&#10;&#10;\\&amp;");
    }
}
