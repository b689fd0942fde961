//! The comments by which Markdown says what it has no mark for.

use crate::model::{BlockKind, BoilerplateRole, StoryKind};

/// What a comment of ours says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Comment {
    /// The kind of the story, or that it has none.
    Kind(Option<StoryKind>),
    /// What the next paragraph is.
    Label(Label),
    /// A part without text.
    Empty(Label),
}

/// What a paragraph is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Label {
    Standfirst,
    Byline,
    Dateline,
    Embargo,
    Block(BlockKind),
}

/// The comment of ours that an HTML block is, if it is one.
pub(super) fn read(html: &str) -> Option<Comment> {
    let words = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    if let Some(label) = words.strip_prefix("empty ") {
        return read_label(label).map(Comment::Empty);
    }
    match words.split_once(' ').unwrap_or((words, "")) {
        ("kind", "") => Some(Comment::Kind(None)),
        ("kind", "%") => Some(Comment::Kind(Some(StoryKind::from("")))),
        ("kind", word) => Some(Comment::Kind(Some(StoryKind::from(decode(word)?.as_str())))),
        _ => read_label(words).map(Comment::Label),
    }
}

fn read_label(words: &str) -> Option<Label> {
    let (word, argument) = words.split_once(' ').unwrap_or((words, ""));
    let item = |ordered, starts| Some(BlockKind::ListItem { ordered, depth: argument.parse().ok()?, starts });
    let kind = match word {
        "standfirst" => return Some(Label::Standfirst),
        "byline" => return Some(Label::Byline),
        "dateline" => return Some(Label::Dateline),
        "embargo" => return Some(Label::Embargo),
        "paragraph" => BlockKind::Paragraph,
        "caption" => BlockKind::Caption,
        "heading" => BlockKind::Heading { level: argument.parse().ok()? },
        "quotation" => BlockKind::Quotation { starts: false },
        "quotation-starts" => BlockKind::Quotation { starts: true },
        "item" => item(false, false)?,
        "item-starts" => item(false, true)?,
        "ordered-item" => item(true, false)?,
        "ordered-item-starts" => item(true, true)?,
        "boilerplate" => {
            // "boilerplate: notes" is what people write.
            BlockKind::Boilerplate { role: BoilerplateRole::from(decode(argument)?.as_str()) }
        }
        "boilerplate:" => BlockKind::Boilerplate { role: BoilerplateRole::from(argument.trim()) },
        _ => return None,
    };
    Some(Label::Block(kind))
}

/// Writes a comment.
pub(super) fn write(out: &mut String, comment: &Comment) {
    out.push_str("<!-- ");
    match comment {
        Comment::Kind(None) => out.push_str("kind"),
        Comment::Kind(Some(kind)) if kind.as_str().is_empty() => out.push_str("kind %"),
        Comment::Kind(Some(kind)) => {
            out.push_str("kind ");
            encode(out, kind.as_str());
        }
        Comment::Label(label) => write_label(out, label),
        Comment::Empty(label) => {
            out.push_str("empty ");
            write_label(out, label);
        }
    }
    out.push_str(" -->\n");
}

fn write_label(out: &mut String, label: &Label) {
    let kind = match label {
        Label::Standfirst => return out.push_str("standfirst"),
        Label::Byline => return out.push_str("byline"),
        Label::Dateline => return out.push_str("dateline"),
        Label::Embargo => return out.push_str("embargo"),
        Label::Block(kind) => kind,
    };
    let starting = |starts: bool| if starts { "-starts" } else { "" };
    match kind {
        BlockKind::Paragraph => out.push_str("paragraph"),
        BlockKind::Caption => out.push_str("caption"),
        BlockKind::Heading { level } => out.push_str(&format!("heading {level}")),
        BlockKind::Quotation { starts } => out.push_str(&format!("quotation{}", starting(*starts))),
        BlockKind::ListItem { ordered, depth, starts } => {
            let ordered = if *ordered { "ordered-" } else { "" };
            out.push_str(&format!("{ordered}item{} {depth}", starting(*starts)));
        }
        BlockKind::Boilerplate { role } => {
            out.push_str("boilerplate ");
            encode(out, role.as_str());
        }
    }
}

/// Writes the words of a vocabulary as a comment can hold them: bytes that might end it, or be trimmed,
/// as `%` and two hexadecimal digits.
fn encode(out: &mut String, words: &str) {
    let mut between = false;
    let mut characters = words.chars().peekable();
    while let Some(c) = characters.next() {
        let joins = between && characters.peek().is_some_and(|next| next.is_alphanumeric());
        between = c.is_alphanumeric();
        if between || joins && matches!(c, ' ' | '-') {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                out.push_str(&format!("%{byte:02x}"));
            }
        }
    }
}

fn decode(words: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(words.len());
    let mut parts = words.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_comment_reads_back() {
        let role = |role: &str| Label::Block(BlockKind::Boilerplate { role: BoilerplateRole::from(role) });
        for comment in [
            Comment::Kind(None),
            Comment::Kind(Some(StoryKind::OralStatement)),
            Comment::Kind(Some(StoryKind::from(""))),
            Comment::Kind(Some(StoryKind::from(" --> %41\n"))),
            Comment::Label(Label::Standfirst),
            Comment::Empty(Label::Block(BlockKind::ListItem { ordered: true, depth: 7, starts: true })),
            Comment::Label(role("end-mark")),
            Comment::Label(role("")),
            Comment::Empty(role("-- é")),
        ] {
            let mut html = String::new();
            write(&mut html, &comment);
            assert_eq!(read(&html), Some(comment), "{html}");
            assert_eq!(html.matches("--").count(), 2);
        }
    }
}
