//! Stories from files, folders and standard input.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use newsdesk::{Date, Diagnostic, Format, ReadError, ReadOptions, Reading, Story};
use walkdir::WalkDir;

use crate::args::Source;
use crate::report::{Reports, printable};

/// A story, and where it came from.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) story: Story,
    /// The trouble of reading it, already told.
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) origin: Rc<Origin>,
}

/// What a story was read from.
#[derive(Debug)]
pub(crate) struct Origin {
    /// What to call it in a report.
    pub(crate) name: String,
    /// Where it lies below the path that was given, without its ending: `2024/visit`.
    pub(crate) stem: PathBuf,
    /// The file; none for standard input.
    pub(crate) path: Option<PathBuf>,
    /// Its bytes; none of a stream of stories.
    pub(crate) bytes: Vec<u8>,
}

/// Every story of the paths, in order. What cannot be read is told and passed over.
pub(crate) fn documents<'a>(source: &'a Source, reports: &'a Reports) -> impl Iterator<Item = Document> + 'a {
    let stdin = [PathBuf::from("-")];
    let paths = if source.paths.is_empty() { stdin.to_vec() } else { source.paths.clone() };
    let files = paths.into_iter().flat_map(|path| files(&path, source.from)).filter_map(|file| match file {
        Ok(file) => Some(file),
        Err((name, message)) => {
            reports.unreadable(&name, &message);
            None
        }
    });
    files.flat_map(move |file| stories(&file, source, reports)).map(|mut document| {
        if let Some(date) = source.date {
            document.story.dates.first_published = Some(Date::day(date));
        }
        document
    })
}

/// A file to read; no path is standard input.
#[derive(Debug)]
struct InputFile {
    path: Option<PathBuf>,
    stem: PathBuf,
}

impl InputFile {
    fn name(&self) -> String {
        self.path
            .as_ref()
            .map_or_else(|| "<stdin>".to_owned(), |path| printable(&path.display().to_string()).into())
    }
}

type Refused = (String, String);

fn files(path: &Path, from: Option<Format>) -> Vec<Result<InputFile, Refused>> {
    if path.as_os_str() == "-" {
        return vec![Ok(InputFile { path: None, stem: "stdin".into() })];
    }
    if !path.is_dir() {
        let stem = path.file_stem().map_or_else(|| "story".into(), PathBuf::from);
        return vec![Ok(InputFile { path: Some(path.to_owned()), stem })];
    }
    // A folder holds other things beside stories: only the endings of formats are taken from it.
    let is_story = |file: &Path| {
        let format = Format::from_path(file);
        format.is_some() && (from.is_none() || format == from)
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() || !is_story(entry.path()) => {}
            Ok(entry) => {
                let below = entry.path().strip_prefix(path).unwrap_or(entry.path());
                files.push(Ok(InputFile { stem: below.with_extension(""), path: Some(entry.into_path()) }));
            }
            Err(error) => files.push(Err((path.display().to_string(), error.to_string()))),
        }
    }
    if files.is_empty() {
        let message = "the folder has no file with the ending of a format: name the file itself";
        files.push(Err((path.display().to_string(), message.to_owned())));
    }
    files
}

/// How many bytes of a file without a telling name are looked at.
const HEAD: u64 = 64 << 10;

fn stories<'a>(
    file: &InputFile,
    source: &Source,
    reports: &'a Reports,
) -> Box<dyn Iterator<Item = Document> + 'a> {
    let options = ReadOptions::new().with_strict(source.strict);
    let mut origin =
        Origin { name: file.name(), stem: file.stem.clone(), path: file.path.clone(), bytes: Vec::new() };
    let opened = open(file).and_then(|mut reader| {
        let mut head = Vec::new();
        reader.by_ref().take(HEAD).read_to_end(&mut head)?;
        Ok((head, reader))
    });
    let (head, reader) = match opened {
        Ok(opened) => opened,
        Err(error) => return refuse(&origin.name, &error.to_string(), reports),
    };
    let by_name = || file.path.as_ref().and_then(Format::from_path);
    let by_content = || Format::detect(&head);
    // Several formats are JSON or XML, and their files have the extension of one.
    let family = |format: Format| ["json", "xml"].into_iter().find(|name| format.media_type().contains(name));
    let by_name = || match by_name() {
        Some(named) if family(named).is_some() => {
            by_content().filter(|found| family(*found) == family(named)).or(Some(named))
        }
        named => named,
    };
    let told = source.from.or_else(by_name).or_else(by_content);
    let Some(format) = told else {
        return refuse(&origin.name, "its format cannot be told: name it with --from", reports);
    };
    let reader = Cursor::new(head).chain(reader);
    if format.holds_many() {
        let origin = Rc::new(origin);
        let stories = format.stories(BufReader::new(reader), &options);
        return Box::new(stories.filter_map(move |read| document(read, &origin, reports)));
    }
    // One byte more than the limit is enough for the reader to refuse it.
    let most = u64::try_from(options.limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
    if let Err(error) = reader.take(most).read_to_end(&mut origin.bytes) {
        return refuse(&origin.name, &error.to_string(), reports);
    }
    let read = format.read_with(&origin.bytes, &options);
    Box::new(document(read, &Rc::new(origin), reports).into_iter())
}

fn open(file: &InputFile) -> io::Result<Box<dyn Read>> {
    Ok(match &file.path {
        Some(path) => Box::new(File::open(path)?),
        None => Box::new(io::stdin()),
    })
}

fn refuse<'a>(name: &str, message: &str, reports: &Reports) -> Box<dyn Iterator<Item = Document> + 'a> {
    reports.unreadable(name, message);
    Box::new(std::iter::empty())
}

/// Tells the trouble of a reading and gives its story.
fn document(read: Result<Reading, ReadError>, origin: &Rc<Origin>, reports: &Reports) -> Option<Document> {
    match read {
        Ok(Reading { story, diagnostics, .. }) => {
            for diagnostic in &diagnostics {
                reports.diagnostic(origin, diagnostic);
            }
            Some(Document { story, diagnostics, origin: Rc::clone(origin) })
        }
        Err(error) => {
            reports.read_error(origin, error.trouble());
            None
        }
    }
}
