//! `newsdesk formats`: what can be read and written.

use std::io::{self, Write};
use std::path::PathBuf;

use newsdesk::Format;

use crate::output::Stop;

pub(super) fn run() -> Result<(), Stop> {
    let mut table = String::new();
    for format in Format::ALL {
        let extensions: Vec<String> = format.extensions().iter().map(|ending| format!(".{ending}")).collect();
        let row = format!("{:<10}{:<32}{}", format.name(), format.media_type(), extensions.join(" "));
        table.push_str(row.trim_end());
        table.push('\n');
    }
    match io::stdout().lock().write_all(table.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Stop::ClosedPipe),
        Err(error) => Err(Stop::Failed(PathBuf::from("<stdout>"), error.to_string())),
        Ok(()) => Ok(()),
    }
}
