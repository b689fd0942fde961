//! `newsdesk formats`: what can be read and written.

use newsdesk::Format;

use crate::output::{Stop, to_stdout};

pub(super) fn run() -> Result<(), Stop> {
    let mut table = String::new();
    for format in Format::ALL {
        let extensions: Vec<String> = format.extensions().iter().map(|ending| format!(".{ending}")).collect();
        let row = format!("{:<10}{:<32}{}", format.name(), format.media_type(), extensions.join(" "));
        table.push_str(row.trim_end());
        table.push('\n');
    }
    to_stdout(&table)
}
