//! What the command line promises.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;
use tempfile::TempDir;

const GOOD: &str = "Bridge opens\n\nThe bridge at Ost is open.\n";
const UNBALANCED: &str = "Bridge opens\n\nThe bridge at Ost is open.\n\n“It is a fine bridge, she said.\n";
const BINARY: &[u8] = b"\xFF\xFE\x00\xD8\x80";

fn newsdesk() -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("newsdesk");
    command.env("NO_COLOR", "1");
    command
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/stories")
}

fn sample(name: &str) -> PathBuf {
    samples().join(name)
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// The files of a folder and those below it, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            names.extend(self::names(&path).into_iter().map(|below| format!("{name}/{below}")));
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

fn lines(output: &[u8]) -> Vec<Value> {
    str::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn stdout(command: &mut Command) -> Vec<u8> {
    command.assert().success().get_output().stdout.clone()
}

mod explain {
    use super::*;

    #[test]
    fn each_fact_is_told_with_its_sentence_its_rule_and_its_confidence() {
        let output = stdout(newsdesk().args(["extract", "--explain"]).arg(sample("harbour-visit.txt")));
        let told = String::from_utf8(output).unwrap();
        assert!(told.contains("visit-1  Helen Marlowe visited Tallinn and Tapa in Estonia"), "{told}");
        let rule =
            "   85 %  visits                headline    Defence Minister [visits Estonia and Finland]\n";
        assert!(told.contains(rule), "{told}");
        assert!(told.contains("organisation-1  Estonian Navy\n   85 %  public-body"), "{told}");
        assert!(told.contains("quote-1  Helen Marlowe\n   95 %  quotation-block"), "{told}");
    }

    #[test]
    fn a_story_without_facts_says_so() {
        newsdesk()
            .args(["extract", "--explain"])
            .write_stdin("It rained\n\nThe rain fell.\n")
            .assert()
            .success()
            .stdout("It rained\n\nNo facts were found.\n");
    }

    #[test]
    fn an_explanation_is_no_story_to_write() {
        newsdesk().args(["extract", "--explain", "--to", "json"]).assert().code(2);
    }
}

mod lexicon {
    use super::*;

    #[test]
    fn words_of_a_file_are_known() {
        let folder = folder(&[
            ("own.tsv", b"# ours\nperson\tQiro Vantel\tFI\n\nplace\tOstaville\tFR\n"),
            ("story.txt", b"A day in Ost\n\nQiro Vantel visited Ostaville.\n"),
        ]);
        let mut facts = newsdesk();
        facts.arg("facts").arg("--lexicon").arg(folder.path().join("own.tsv"));
        let lines = lines(&stdout(facts.arg(folder.path().join("story.txt"))));
        assert_eq!(lines[0]["officials"][0]["name"], "Qiro Vantel");
        assert_eq!(lines[0]["visits"][0]["country"], "FR");
    }

    #[test]
    fn a_wrong_line_is_told_with_its_place() {
        let folder = folder(&[("own.tsv", b"person\tQiro Vantel\nminister\tAna Virta\n")]);
        newsdesk()
            .args(["extract", "--lexicon"])
            .arg(folder.path().join("own.tsv"))
            .write_stdin(GOOD)
            .assert()
            .code(2)
            .stderr(contains("own.tsv").and(contains("line 2, column 1: \"minister\" is no kind of entry")));
    }
}

mod help {
    use super::*;

    #[test]
    fn every_command_explains_itself_with_examples() {
        for command in ["convert", "extract", "facts", "validate", "formats"] {
            newsdesk().args([command, "--help"]).assert().success().stdout(contains("Example"));
        }
        newsdesk().arg("--help").assert().success().stdout(contains("Exit codes"));
    }

    #[test]
    fn a_wrong_command_line_is_exit_code_2() {
        for line in [&["tidy"][..], &["convert"], &["extract", "--date", "soon"], &["facts", "--bogus"]] {
            newsdesk().args(line).assert().code(2);
        }
        newsdesk().args(["convert", "--to", "doc"]).assert().code(2).stderr(contains("the formats are text"));
    }

    #[test]
    fn a_format_is_known_by_its_ending_too() {
        newsdesk().args(["convert", "--from", "txt", "--to", "jsonl"]).write_stdin(GOOD).assert().success();
    }

    #[test]
    fn the_formats_are_listed() {
        let mut formats = newsdesk();
        let listed = formats.arg("formats").assert().success();
        for name in ["text", "markdown", "xml", "json", "facts", ".txt", ".xml", "application/json"] {
            assert!(str::from_utf8(&listed.get_output().stdout).unwrap().contains(name), "{name}");
        }
    }
}

mod extract {
    use super::*;

    #[test]
    fn every_sample_story_becomes_xml_that_validates_and_reads_back() {
        for name in names(&samples()) {
            let xml = stdout(newsdesk().arg("extract").arg(sample(&name)));
            assert!(xml.starts_with(b"<?xml"), "{name}");
            newsdesk()
                .args(["convert", "--from", "xml", "--to", "xml"])
                .write_stdin(xml.clone())
                .assert()
                .success()
                .stdout(xml);
        }
    }

    #[test]
    fn the_first_command_of_the_readme_finds_the_visit() {
        let xml = stdout(newsdesk().arg("extract").arg(sample("harbour-visit.txt")));
        let xml = String::from_utf8(xml).unwrap();
        for found in ["Marlowe", "Rannaste", "Virtakari", "wreath", "Tallinn"] {
            assert!(xml.contains(found), "{found}");
        }
    }

    #[test]
    fn standard_input_is_read_and_its_format_told_by_its_bytes() {
        newsdesk()
            .args(["extract", "--to", "json"])
            .write_stdin(GOOD)
            .assert()
            .success()
            .stdout(contains("Bridge opens"));
    }

    #[test]
    fn an_error_is_a_finding_and_the_story_is_written_all_the_same() {
        newsdesk()
            .args(["extract", "--from", "jsonl", "-"])
            .write_stdin("{\"title\": \"\", \"text\": \"A bridge is open.\"}\n")
            .assert()
            .code(1)
            .stderr(contains("error[empty-headline]"))
            .stdout(contains("A bridge is open."));
    }

    #[test]
    fn a_warning_is_a_finding_only_when_strict() {
        newsdesk().arg("extract").write_stdin(UNBALANCED).assert().code(0).stderr(contains("warning["));
        newsdesk().args(["extract", "--strict"]).write_stdin(UNBALANCED).assert().code(1);
    }
}

mod facts {
    use super::*;

    #[test]
    fn a_story_is_a_line_named_after_its_file() {
        let folder = folder(&[("a one.txt", GOOD.as_bytes()), ("b.txt", GOOD.as_bytes())]);
        let lines = lines(&stdout(newsdesk().arg("facts").arg(folder.path())));
        let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["a-one", "b"]);
        assert_eq!(lines[0]["title"], "Bridge opens");
        assert!(lines[0]["officials"].is_array());
    }

    #[test]
    fn json_lines_of_stories_are_read_as_a_stream() {
        let stories =
            "{\"id\": \"x\", \"text\": \"One.\"}\n\n{\"id\": \"y\", \"title\": \"T\", \"text\": \"Two.\"}\n";
        let lines = lines(&stdout(newsdesk().args(["facts", "--from", "jsonl"]).write_stdin(stories)));
        assert_eq!(lines.len(), 2);
        assert_eq!((&lines[1]["id"], &lines[1]["title"]), (&"y".into(), &"T".into()));
    }

    #[test]
    fn a_feed_gives_a_line_a_story() {
        let item = |text: &str| {
            format!("<item><title>{text}</title><description>{text} today.</description></item>")
        };
        let feed = format!(
            "<rss><channel><title>Ost</title>{}{}</channel></rss>",
            item("Bridge opens"),
            item("Road closes")
        );
        let folder = folder(&[("feed.xml", feed.as_bytes())]);
        let found = lines(&stdout(newsdesk().arg("facts").arg(folder.path().join("feed.xml"))));
        let titles: Vec<&Value> = found.iter().map(|line| &line["title"]).collect();
        assert_eq!(titles, ["Bridge opens", "Road closes"]);
    }

    #[test]
    fn stories_are_written_as_one_feed() {
        let folder = folder(&[("a.txt", b"News story: One\n\nA.\n"), ("b.txt", b"News story: Two\n\nB.\n")]);
        let mut convert = newsdesk();
        let feed = stdout(convert.args(["convert", "--to", "atom"]).arg(folder.path()));
        let feed = String::from_utf8(feed).unwrap();
        assert_eq!((feed.matches("<feed").count(), feed.matches("<entry>").count()), (1, 2), "{feed}");
    }

    #[test]
    fn facts_that_a_line_brings_along_are_read_anew() {
        let story =
            "{\"id\": \"x\", \"text\": \"It rained.\", \"officials\": [{\"name\": \"Nobody There\"}]}\n";
        let lines = lines(&stdout(newsdesk().args(["facts", "--from", "jsonl"]).write_stdin(story)));
        assert_eq!(lines[0]["officials"], Value::Array(Vec::new()));
    }

    #[test]
    fn convert_writes_the_facts_as_they_stand() {
        let story =
            "{\"id\": \"x\", \"text\": \"It rained.\", \"officials\": [{\"name\": \"Somebody There\"}]}\n";
        newsdesk()
            .args(["convert", "--from", "facts", "--to", "facts"])
            .write_stdin(story)
            .assert()
            .success()
            .stdout(contains("Somebody There"));
    }

    #[test]
    fn the_day_of_publication_is_that_of_the_command_line() {
        let story = "{\"id\": \"x\", \"text\": \"One.\", \"published\": \"1999-01-01\"}\n";
        let lines = lines(&stdout(
            newsdesk().args(["facts", "--date", "2024-05-06", "--from", "jsonl"]).write_stdin(story),
        ));
        assert_eq!(lines[0]["published"], "2024-05-06");
    }

    #[test]
    fn the_gold_lines_make_predictions() {
        let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/gold/dev.jsonl");
        if !gold.exists() {
            println!("skipped: {} is absent", gold.display());
            return;
        }
        let predictions = lines(&stdout(newsdesk().arg("facts").arg(&gold)));
        assert_eq!(predictions.len(), lines(&fs::read(&gold).unwrap()).len());
    }
}

mod validate {
    use super::*;

    #[test]
    fn a_finding_points_at_the_words_with_line_column_and_caret() {
        let folder = folder(&[("story.txt", UNBALANCED.as_bytes())]);
        newsdesk()
            .current_dir(folder.path())
            .args(["validate", "story.txt"])
            .assert()
            .code(1)
            .stdout(contains("warning[unbalanced-quotation-marks]"))
            .stdout(contains("story.txt:5:1"))
            .stdout(contains("5 | “It is a fine bridge, she said.\n  | ^"))
            .stdout(contains("at story/body[2]"))
            .stderr("");
    }

    #[test]
    fn text_that_repeats_is_pointed_at_where_it_stands() {
        let story = format!("{GOOD}\n“Go\n\nNo.\n\n“Go” she said.\n");
        let folder = folder(&[("story.txt", story.as_bytes())]);
        newsdesk()
            .current_dir(folder.path())
            .args(["validate", "story.txt"])
            .assert()
            .code(1)
            .stdout(contains("story.txt:5:1"));
    }

    #[test]
    fn crlf_moves_no_caret() {
        let story = UNBALANCED.replace('\n', "\r\n");
        let folder = folder(&[("story.txt", story.as_bytes())]);
        newsdesk()
            .current_dir(folder.path())
            .args(["validate", "story.txt"])
            .assert()
            .code(1)
            .stdout(contains("story.txt:5:1"));
    }

    #[test]
    fn a_good_story_is_silence_and_exit_code_0() {
        newsdesk().arg("validate").write_stdin(GOOD).assert().code(0).stdout("").stderr("");
    }

    #[test]
    fn the_sample_stories_have_no_errors() {
        newsdesk().arg("validate").arg(samples()).assert().stdout(contains("error[").not());
    }
}

mod convert {
    use super::*;

    #[test]
    fn what_the_format_cannot_hold_is_told_and_is_a_finding_when_strict() {
        let story =
            "{\"id\": \"x\", \"title\": \"T\", \"text\": \"One.\", \"url\": \"https://example.org/x\"}\n";
        let convert = |more: &[&str]| {
            let mut command = newsdesk();
            command.args(["convert", "--from", "jsonl", "--to", "text"]).args(more).write_stdin(story);
            command
                .assert()
                .stdout(contains("One."))
                .stderr(contains("warning[loss]"))
                .stderr(contains("example.org/x"))
        };
        convert(&[]).code(0);
        convert(&["--strict"]).code(1);
    }

    #[test]
    fn a_folder_becomes_a_folder_of_the_same_shape() {
        let folder = folder(&[
            ("in/a.txt", GOOD.as_bytes()),
            ("in/b/c.txt", GOOD.as_bytes()),
            ("in/photo.jpg", BINARY),
        ]);
        newsdesk()
            .current_dir(folder.path())
            .args(["convert", "--to", "json", "--output", "out/", "in"])
            .assert()
            .code(0);
        assert_eq!(names(&folder.path().join("out")), ["a.json", "b/c.json"]);
        assert!(fs::read_to_string(folder.path().join("out/b/c.json")).unwrap().contains("Bridge opens"));
    }

    #[test]
    fn the_stories_of_a_stream_are_files_named_after_their_ids() {
        let stories = "{\"id\": \"x/../1\", \"title\": \"T\", \"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\"text\": \"Three.\"}\n";
        let folder = folder(&[("in.jsonl", stories.as_bytes())]);
        newsdesk()
            .current_dir(folder.path())
            .args(["convert", "--to", "json", "--output", "out/", "in.jsonl"])
            .assert()
            .code(0);
        assert_eq!(names(&folder.path().join("out")), ["in-2.json", "in.json", "x-..-1.json"]);
    }

    #[test]
    fn two_files_of_one_name_do_not_overwrite_each_other() {
        let folder = folder(&[("1/a.txt", GOOD.as_bytes()), ("2/a.txt", GOOD.as_bytes())]);
        newsdesk()
            .current_dir(folder.path())
            .args(["convert", "--to", "json", "--output", "out/", "1", "2"])
            .assert()
            .code(0);
        assert_eq!(names(&folder.path().join("out")), ["a-2.json", "a.json"]);
    }
}

mod output {
    use super::*;

    #[test]
    fn an_unreadable_file_is_told_and_the_rest_go_on() {
        let folder = folder(&[("a.txt", GOOD.as_bytes()), ("b.txt", BINARY), ("c.txt", GOOD.as_bytes())]);
        let assert = newsdesk()
            .current_dir(folder.path())
            .args(["facts", "a.txt", "absent.txt", "b.txt", "c.txt"])
            .assert()
            .code(2)
            .stderr(contains("absent.txt"))
            .stderr(contains("b.txt"));
        assert_eq!(lines(&assert.get_output().stdout).len(), 2);
    }

    #[test]
    fn a_bad_line_is_told_by_its_number_and_the_rest_go_on() {
        let assert = newsdesk()
            .args(["facts", "--from", "jsonl"])
            .write_stdin("{\"text\": \"One.\"}\n{oops}\n{\"text\": \"Two.\"}\n")
            .assert()
            .code(2)
            .stderr(contains("<stdin>:2:2"));
        assert_eq!(lines(&assert.get_output().stdout).len(), 2);
    }

    #[test]
    fn a_value_in_a_stream_is_pointed_at() {
        let folder = folder(&[(
            "in.jsonl",
            "{\"text\": \"é\"}\n{\"text\": \"é\", \"country\": \"Narnia\"}\n".as_bytes(),
        )]);
        newsdesk()
            .current_dir(folder.path())
            .args(["facts", "in.jsonl"])
            .assert()
            .code(0)
            .stderr(contains("in.jsonl:2:26"))
            .stderr(contains(
                "2 | {\"text\": \"é\", \"country\": \"Narnia\"}\n  |                          ^^^^^^^^",
            ));
    }

    #[test]
    fn a_file_is_replaced_only_when_all_is_written() {
        let folder =
            folder(&[("a.txt", GOOD.as_bytes()), ("bad.txt", BINARY), ("out.json", b"what stood here")]);
        let convert = |input: &[&str]| {
            let mut command = newsdesk();
            command
                .current_dir(folder.path())
                .args(["convert", "--to", "json", "--output", "out.json"])
                .args(input);
            command.assert()
        };
        let stands = || fs::read_to_string(folder.path().join("out.json")).unwrap();

        convert(&["bad.txt"]).code(2);
        assert_eq!(stands(), "what stood here");
        convert(&["a.txt", "a.txt"]).code(2).stderr(contains("--output"));
        assert_eq!(stands(), "what stood here");
        convert(&["a.txt"]).code(0);
        assert!(stands().contains("Bridge opens"));
        assert_eq!(names(folder.path()), ["a.txt", "bad.txt", "out.json"], "no temporary file is left");
    }

    #[test]
    fn several_stories_make_one_file_of_lines() {
        let folder = folder(&[("a.txt", GOOD.as_bytes()), ("b.txt", GOOD.as_bytes())]);
        newsdesk()
            .current_dir(folder.path())
            .args(["facts", "-o", "out.jsonl", "a.txt", "b.txt"])
            .assert()
            .code(0);
        assert_eq!(lines(&fs::read(folder.path().join("out.jsonl")).unwrap()).len(), 2);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_exit_code_2() {
        let folder = folder(&[("a.txt", GOOD.as_bytes())]);
        newsdesk()
            .current_dir(folder.path())
            .args(["extract", "-o", "absent/out.xml", "a.txt"])
            .assert()
            .code(2)
            .stderr(contains("absent"));
    }

    #[test]
    fn a_folder_without_stories_says_so() {
        let folder = folder(&[("photo.jpg", BINARY)]);
        newsdesk()
            .arg("validate")
            .arg(folder.path())
            .assert()
            .code(2)
            .stderr(contains("no file with the ending"));
    }

    #[test]
    fn strict_reading_refuses_what_was_gone_around() {
        let story = "{\"text\": \"One.\", \"country\": \"Narnia\"}\n";
        let facts = |more: &[&str]| {
            newsdesk().args(["facts", "--from", "jsonl"]).args(more).write_stdin(story).assert()
        };
        facts(&[]).code(0).stderr(contains("warning: \"Narnia\" is not a country code"));
        facts(&["--strict"]).code(2).stderr(contains("error: \"Narnia\"")).stdout("");
    }

    #[test]
    fn a_reader_that_goes_away_is_no_panic() {
        let story = format!("{{\"text\": \"{}\"}}\n", "It rained. ".repeat(1_000)).repeat(50);
        let folder = folder(&[("in.jsonl", story.as_bytes())]);
        let mut child = std::process::Command::new(newsdesk().get_program())
            .arg("facts")
            .arg(folder.path().join("in.jsonl"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert!(child.wait().unwrap().success());
        assert_eq!(told, "");
    }

    #[test]
    fn no_terminal_command_of_a_document_is_passed_on() {
        let story = "{\"text\": \"One.\", \"\\u001b[31mred\": 1, \"quotes\": [{\"text\": \"t\", \"\\u001b[2J\": 1}], \"country\": \"\\u001b]0;x\"}\n";
        newsdesk()
            .args(["facts", "--from", "jsonl"])
            .write_stdin(story)
            .assert()
            .stderr(contains("\u{1b}").not());

        let story = UNBALANCED.replace("fine", "\u{1b}[31mfine");
        let folder = folder(&[("a\u{1b}[2J.txt", story.as_bytes())]);
        newsdesk().arg("validate").arg(folder.path()).assert().code(1).stdout(contains("\u{1b}").not());
    }
}
