//! Makes the lexicon's trie from the tables in `data/`.
//!
//! Each table is read by one line of [`main`]: a file, its class, and how a row becomes entries.

use std::collections::{HashMap, HashSet};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

#[allow(dead_code, reason = "the tables have no people")]
#[path = "src/extract/lexicon/class.rs"]
mod class;
#[path = "src/extract/lexicon/fold.rs"]
mod fold;
#[allow(dead_code, reason = "the build takes no word from the middle of a text")]
#[path = "src/extract/lexicon/head.rs"]
mod head;
#[allow(dead_code, reason = "the build only fills the table")]
#[path = "src/extract/lexicon/places.rs"]
mod places;
#[allow(dead_code, reason = "the build only fills the trie")]
#[path = "src/extract/lexicon/trie.rs"]
mod trie;
#[path = "src/extract/lexicon/trie_builder.rs"]
mod trie_builder;

use class::{AMBIGUOUS, Class, PLURAL, STOP, WEAK};
use trie::Entry;
use trie_builder::{TrieBuilder, flags_of, phrase_words};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/extract/lexicon");
    if env::var_os("CARGO_FEATURE_EXTRACT").is_none() {
        return;
    }
    let mut lexicon = Lexicon::default();
    lexicon.countries();
    lexicon.roles();
    lexicon.governments();
    lexicon.leaders();
    lexicon.shared();
    lexicon.ranks();
    lexicon
        .keyed("named_days.tsv", Class::NamedDay, "NAMED_DAYS", "&str", |row| format!("{:?}", row.cell(0)));
    lexicon
        .keyed("qualifiers.tsv", Class::Qualifier, "QUALIFIERS", "&str", |row| format!("{:?}", row.cell(1)));
    lexicon.keyed("triggers.tsv", Class::Trigger, "TRIGGERS", "Trigger", |row| {
        format!("Trigger {{ frame: Frame::{}, tense: Tense::{} }}", row.cell(1), row.cell(2))
    });
    lexicon.plain("honorifics.tsv", Class::Honorific, |row| Extra {
        value: gender(row.cell(1)),
        flags: if row.cell(2) == "yes" { 0 } else { WEAK },
        ..Extra::none()
    });
    lexicon
        .plain("given_names.tsv", Class::Given, |row| Extra { value: gender(row.cell(1)), ..Extra::none() });
    lexicon.plain("post_nominals.tsv", Class::PostNominal, |_| Extra::none());
    lexicon.plain("portfolios.tsv", Class::Portfolio, |_| Extra::none());
    lexicon.plain("thing_nouns.tsv", Class::Thing, |row| Extra {
        flags: if row.cell(1) == "yes" { AMBIGUOUS } else { 0 },
        ..Extra::none()
    });
    lexicon.plain("site_nouns.tsv", Class::SiteNoun, |_| Extra::none());
    lexicon.plain("people_nouns.tsv", Class::People, |_| Extra::none());
    lexicon.common_words();
    lexicon.plain("regions.tsv", Class::Region, |row| Extra {
        country: row.first(1),
        value: u32::from(row.cell(2) == "site"),
        ..Extra::none()
    });
    lexicon.plain("organisations.tsv", Class::Organisation, organisation);
    lexicon.abbreviations("organisations.tsv");
    lexicon.plain("cities.tsv", Class::City, |row| Extra {
        country: row.cell(1),
        value: row.cell(2).parse().unwrap_or(0),
        flags: if row.cell(3) == "yes" { AMBIGUOUS } else { 0 },
    });

    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let out = Path::new(&out);
    fs::write(out.join("lexicon.bin"), lexicon.trie.finish().to_bytes()).expect("OUT_DIR is writable");
    fs::write(out.join("lexicon_rows.rs"), lexicon.rows).expect("OUT_DIR is writable");
}

/// The trie on its way, and the source text of the rows that it refers to.
#[derive(Default)]
struct Lexicon {
    trie: TrieBuilder,
    rows: String,
    country_rows: HashMap<String, u16>,
}

/// What a row says beside its phrase.
struct Extra<'r> {
    country: &'r str,
    value: u32,
    flags: u8,
}

/// What a row of `organisations.tsv` says: the country, or `*` where several states keep it.
fn organisation<'r>(row: &'r Row) -> Extra<'r> {
    match row.cell(2) {
        "*" => Extra { value: 1, ..Extra::none() },
        country => Extra { country, ..Extra::none() },
    }
}

impl Extra<'_> {
    fn none() -> Self {
        Extra { country: "", value: 0, flags: 0 }
    }
}

impl Lexicon {
    fn countries(&mut self) {
        let rows = table("countries.tsv");
        let codes: Vec<String> = rows.iter().map(|row| row.cell(0).to_owned()).collect();
        for (index, code) in codes.iter().enumerate() {
            self.country_rows.insert(code.clone(), index as u16 + 1);
        }
        self.write_rows("COUNTRIES", "&str", codes.iter().map(|code| format!("{code:?}")));
        for row in &rows {
            let extra = || Extra { country: row.cell(0), ..Extra::none() };
            for name in row.values(1).chain(row.values(2)) {
                self.insert(name, Class::Country, extra());
            }
            for demonym in row.values(3) {
                self.insert(demonym, Class::Demonym, extra());
            }
            for capital in row.values(4) {
                self.insert(capital, Class::City, Extra { value: 10_000_000, ..extra() });
            }
        }
    }

    fn roles(&mut self) {
        let rows = table("roles.tsv");
        self.write_rows(
            "ROLES",
            "RoleRow",
            rows.iter().map(|row| {
                let takes = row.cell(3).replace('|', " ");
                format!("RoleRow {{ head: {:?}, kind: {:?}, takes: {takes:?} }}", row.cell(0), row.cell(1))
            }),
        );
        let unique = table("unique_offices.tsv");
        let unique: HashMap<&str, &str> = unique.iter().map(|row| (row.cell(0), row.first(1))).collect();
        let heads: HashSet<&str> = rows.iter().map(|row| row.cell(0)).collect();
        for (index, row) in rows.iter().enumerate() {
            let weak = if row.cell(5) == "yes" { WEAK } else { 0 };
            let bare = row.cell(0).strip_suffix('.').filter(|bare| !bare.contains(' '));
            let stop = if bare.is_some_and(|bare| !heads.contains(bare)) { STOP } else { 0 };
            let country = unique.get(row.cell(0)).copied().unwrap_or_default();
            let extra = |flags| Extra { country, value: index as u32, flags };
            self.insert(row.cell(0), Class::Role, extra(weak | stop));
            for plural in row.values(4) {
                let stop = if plural.ends_with('.') { stop } else { 0 };
                self.insert(plural, Class::Role, extra(weak | stop | PLURAL));
            }
        }
    }

    /// Ranks; those of officers that are spelt out have a plural: "Major Generals".
    fn ranks(&mut self) {
        self.keyed("ranks.tsv", Class::Rank, "RANKS", "RankRow", |row| {
            format!("RankRow {{ service: {:?}, grade: {:?} }}", one_of(row.cell(2)), row.cell(3))
        });
        for (index, row) in table("ranks.tsv").iter().enumerate() {
            let rank = row.cell(0);
            let is_spelt_out =
                rank == row.cell(1) && rank.ends_with(char::is_alphabetic) && !rank.contains(" of ");
            if is_spelt_out && row.cell(3).starts_with("OF") {
                let extra = Extra { value: index as u32, flags: PLURAL, ..Extra::none() };
                self.insert(&format!("{rank}s"), Class::Rank, extra);
            }
        }
    }

    /// Offices and houses that several states have under one name, and the states after the first.
    fn shared(&mut self) {
        let rows: Vec<Row> = ["unique_offices.tsv", "regions.tsv"].into_iter().flat_map(table).collect();
        let others = |row: &Row| row.values(1).skip(1).map(str::to_owned).collect::<Vec<_>>();
        let shared =
            rows.iter().map(|row| (row.cell(0), others(row))).filter(|(_, others)| !others.is_empty());
        self.write_rows(
            "SHARED",
            "(&str, &[&str])",
            shared.map(|(name, others)| format!("({name:?}, &{others:?})")),
        );
    }

    fn leaders(&mut self) {
        let folded = |row: &Row| phrase_words(row.cell(0)).collect::<Vec<_>>().join(" ");
        let source = |row: &Row| format!("({:?}, {:?})", folded(row), row.cell(1));
        // By their last letters, which tell most names apart.
        let mut rows = table("leaders.tsv");
        rows.sort_by_key(|row| folded(row).into_bytes().pop());
        self.write_rows("LEADERS", "(&str, &str)", rows.iter().map(source));
    }

    fn governments(&mut self) {
        let row = |row: &Row| (row.cell(0).to_owned(), row.values(1).map(str::to_owned).collect::<Vec<_>>());
        let mut rows: Vec<(String, Vec<String>)> = table("governments.tsv").iter().map(row).collect();
        // By their codes, by which they are found.
        rows.sort();
        let source = rows.iter().map(|(country, offices)| format!("({country:?}, &{offices:?})"));
        self.write_rows("GOVERNMENTS", "(&str, &[&str])", source);
    }

    /// A table whose rows the grammars look into: entries refer to them by number.
    fn keyed(&mut self, file: &str, class: Class, name: &str, of: &str, source: impl Fn(&Row) -> String) {
        let rows = table(file);
        self.write_rows(name, of, rows.iter().map(source));
        for (index, row) in rows.iter().enumerate() {
            self.insert(row.cell(0), class, Extra { value: index as u32, ..Extra::none() });
        }
    }

    /// A table that says all in its entries.
    fn plain(&mut self, file: &str, class: Class, extra: impl for<'r> Fn(&'r Row) -> Extra<'r>) {
        for row in table(file) {
            self.insert(row.cell(0), class, extra(&row));
        }
    }

    /// Headlines write verbs with capitals too: each word comes with the forms that a verb of its shape has.
    fn common_words(&mut self) {
        for row in table("common_words.tsv") {
            let word = row.cell(0);
            self.insert(word, Class::Common, Extra::none());
            for form in verb_forms(word) {
                self.insert(&form, Class::Common, Extra::none());
            }
        }
    }

    fn abbreviations(&mut self, file: &str) {
        for row in table(file) {
            for abbreviation in row.values(1) {
                self.insert(abbreviation, Class::Organisation, organisation(&row));
            }
        }
    }

    fn insert(&mut self, phrase: &str, class: Class, extra: Extra<'_>) {
        let entry = Entry {
            class: class as u8,
            flags: extra.flags | flags_of(phrase),
            country: self.country_rows.get(extra.country).copied().unwrap_or(0),
            value: extra.value,
        };
        let words: Vec<String> = phrase_words(phrase).collect();
        self.trie.insert(words.iter().map(String::as_str), entry);
    }

    fn write_rows(&mut self, name: &str, of: &str, rows: impl Iterator<Item = String>) {
        let rows: Vec<String> = rows.collect();
        writeln!(self.rows, "pub(super) static {name}: &[{of}] = &[{}];", rows.join(", "))
            .expect("a string takes all");
    }
}

/// One row of a table: its cells, between tabs.
struct Row(String);

impl Row {
    /// The text of a cell; nothing if the row is shorter or the cell is `-`.
    fn cell(&self, column: usize) -> &str {
        self.0.split('\t').nth(column).filter(|cell| *cell != "-").unwrap_or_default()
    }

    /// The first of the values of a cell.
    fn first(&self, column: usize) -> &str {
        self.values(column).next().unwrap_or_default()
    }

    /// The values of a cell, between bars.
    fn values(&self, column: usize) -> impl Iterator<Item = &str> {
        self.cell(column).split('|').filter(|value| !value.is_empty())
    }
}

/// The rows of a table, without its header.
fn table(file: &str) -> Vec<Row> {
    let path = Path::new("data").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| Row(line.to_owned()))
        .collect()
}

/// "commence": "commences", "commenced", "commencing". Forms that are surnames ("Harding") are not made.
fn verb_forms(word: &str) -> Vec<String> {
    let with =
        |stem: &str, endings: &[&str]| endings.iter().map(|ending| format!("{stem}{ending}")).collect();
    match (word.len(), word.strip_suffix('e'), word.strip_suffix('y')) {
        (..4, _, _) => Vec::new(),
        (_, Some(stem), _) => with(stem, &["es", "ed", "ing"]),
        (_, _, Some(stem)) => with(stem, &["ies", "ied"]),
        _ if ["ss", "sh", "ch", "x"].iter().any(|ending| word.ends_with(ending)) => with(word, &["es", "ed"]),
        _ => with(word, &["ed"]),
    }
}

/// A cell that names several is none of them.
fn one_of(cell: &str) -> &str {
    if cell.contains('|') { "" } else { cell }
}

fn gender(cell: &str) -> u32 {
    match cell {
        "m" => 1,
        "f" => 2,
        _ => 0,
    }
}
