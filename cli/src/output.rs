//! Stories to standard output, a file or a folder; no file is ever half-written.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use newsdesk::{Format, Story};
use tempfile::NamedTempFile;

use crate::args::Target;
use crate::input::Origin;

/// Why nothing more can be written.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Whoever read our output wants no more of it.
    ClosedPipe,
    /// What is wrong, and where.
    Failed(PathBuf, String),
}

/// Writes text to standard output.
pub(crate) fn to_stdout(text: &str) -> Result<(), Stop> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Stop::ClosedPipe),
        Err(error) => Err(Stop::Failed(PathBuf::from("<stdout>"), error.to_string())),
        Ok(()) => Ok(()),
    }
}

/// Where the stories of one run go.
#[derive(Debug)]
pub(crate) struct Output {
    format: Format,
    sink: Sink,
    written: usize,
    /// The stories of a feed, which is written when all are there.
    feed: Vec<Story>,
}

#[derive(Debug)]
enum Sink {
    Stdout,
    /// A file under a temporary name, until it is whole.
    File {
        path: PathBuf,
        file: BufWriter<NamedTempFile>,
    },
    Folder {
        path: PathBuf,
        taken: HashSet<PathBuf>,
    },
}

impl Output {
    pub(crate) fn open(target: &Target, format: Format) -> Result<Self, Stop> {
        let sink = match &target.output {
            None => Sink::Stdout,
            Some(path) if path.as_os_str() == "-" => Sink::Stdout,
            Some(path) if names_folder(path) => Sink::Folder { path: path.clone(), taken: HashSet::new() },
            Some(path) => Sink::File {
                file: BufWriter::new(beside(path).map_err(|error| failed(path, &error))?),
                path: path.clone(),
            },
        };
        Ok(Self { format, sink, written: 0, feed: Vec::new() })
    }

    /// Writes the bytes of a story.
    pub(crate) fn write(&mut self, bytes: &[u8], story: &Story, origin: &Origin) -> Result<(), Stop> {
        self.written += 1;
        let is_feed = self.format.holds_many() && self.format != Format::Facts;
        if is_feed && !matches!(self.sink, Sink::Folder { .. }) {
            self.feed.push(story.clone());
            return Ok(());
        }
        let place = match &mut self.sink {
            Sink::Folder { path, taken } => {
                let path = free_name(path, story, origin, self.format, taken);
                return write_whole(&path, bytes).map_err(|error| failed(&path, &error));
            }
            Sink::Stdout => "<stdout>".into(),
            Sink::File { path, .. } => path.clone(),
        };
        // A stream of lines holds many stories; a document of the other formats holds one.
        if self.written > 1 && self.format != Format::Facts {
            let message = format!(
                "one {} document holds one story, and there are more: name a folder with --output, as in \
                 --output stories/",
                self.format.name()
            );
            return Err(Stop::Failed(place, message));
        }
        self.put(bytes, &place)
    }

    fn put(&mut self, bytes: &[u8], place: &Path) -> Result<(), Stop> {
        let done = match &mut self.sink {
            Sink::File { file, .. } => file.write_all(bytes),
            _ => io::stdout().lock().write_all(bytes),
        };
        done.map_err(|error| failed(place, &error))
    }

    /// Gives a file its name, once all is written.
    pub(crate) fn finish(mut self) -> Result<(), Stop> {
        if !self.feed.is_empty() {
            let stories: Vec<&Story> = self.feed.iter().collect();
            let feed = self.format.write_all(&stories);
            let feed = feed.map_err(|error| Stop::Failed("<feed>".into(), error.to_string()))?;
            self.put(&feed, Path::new("<feed>"))?;
        }
        match self.sink {
            Sink::Stdout => {
                io::stdout().lock().flush().map_err(|error| failed(Path::new("<stdout>"), &error))
            }
            // A file that nothing was written to does not replace what stood there.
            Sink::File { .. } if self.written == 0 => Ok(()),
            Sink::File { path, file } => {
                let file = file.into_inner().map_err(|error| failed(&path, error.error()))?;
                file.persist(&path).map(|_| ()).map_err(|error| failed(&path, &error.error))
            }
            Sink::Folder { .. } => Ok(()),
        }
    }
}

fn failed(place: &Path, error: &io::Error) -> Stop {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Stop::ClosedPipe;
    }
    Stop::Failed(place.to_owned(), error.to_string())
}

/// A folder that stands there, or a name that ends as a folder's does.
fn names_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

/// The name of the story's file in the folder: as its own was called, or as its id is in a stream.
fn free_name(
    folder: &Path,
    story: &Story,
    origin: &Origin,
    format: Format,
    taken: &mut HashSet<PathBuf>,
) -> PathBuf {
    let stem = match &story.id {
        Some(id) if origin.bytes.is_empty() => PathBuf::from(file_name(id.as_str())),
        _ => origin.stem.clone(),
    };
    let extension = format.extensions().first().copied().unwrap_or("out");
    let numbered = |number: usize| {
        let mut name = stem.clone().into_os_string();
        if number > 1 {
            name.push(format!("-{number}"));
        }
        name.push(format!(".{extension}"));
        folder.join(name)
    };
    let mut number = 1;
    while !taken.insert(numbered(number)) {
        number += 1;
    }
    numbered(number)
}

/// An id with only such characters as a file name may have anywhere.
fn file_name(id: &str) -> String {
    let keep = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' };
    let name: String = id.chars().map(keep).take(100).collect();
    if name.starts_with('.') { format!("_{name}") } else { name }
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = beside(path)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// A temporary file in the folder of `path`, where a rename is one step.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".newsdesk-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the umask takes from it what it takes from others.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
