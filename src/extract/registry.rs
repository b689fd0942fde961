//! Every rule that reads a fact, in one table.

/// A rule that reads facts in prose. Evidence names the rule that it comes from by its id.
///
/// ```
/// use newsdesk::extract::RULES;
/// let rule = RULES.iter().find(|rule| rule.id == "title-and-name").unwrap();
/// assert_eq!(rule.example, "Foreign Minister Aino Virta spoke.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Its id, in kebab case: what [`Evidence::rule`](crate::Evidence::rule) says.
    pub id: &'static str,
    /// What it gives: "official", "organisation", "visit", "meeting", "commemoration", "quote" or "date".
    pub gives: &'static str,
    /// What it looks for.
    pub what: &'static str,
    /// A text in which it finds something: a line a paragraph, `# ` before a headline and `> ` before a
    /// block of quotation.
    pub example: &'static str,
}

/// Every rule of extraction. The [module](crate::extract) shows them as a table.
///
/// ```
/// use newsdesk::{Block, Extractor, Story, extract::RULES};
/// let story = Story::new("").with_block(Block::paragraph("He left on 4 May 2022."));
/// let story = Extractor::new().extract(story);
/// let rule = &story.facts.dates[0].evidence.rule;
/// assert!(RULES.iter().any(|known| known.id == rule));
/// ```
#[rustfmt::skip] // One rule is one row.
pub const RULES: &[Rule] = &[
    rule("title-and-name", "official", "A title, and a name after it", "Foreign Minister Aino Virta spoke."),
    rule("role-comma-name", "official", "A title, a comma, and a name", "The Foreign Minister, Aino Virta, spoke."),
    rule("name-and-appositive", "official", "A name, and a title after a comma", "Aino Virta, Foreign Minister of Ostland, spoke."),
    rule("name-and-appointment", "official", "A name, and the office that its bearer is appointed to", "Aino Virta was appointed Foreign Minister of Ostland."),
    rule("plural-role", "official", "A title in the plural that several names share", "Prime Ministers Bettino Craxi and Andreas Papandreou met."),
    rule("listed-holder", "official", "Names in a list whose office a sentence before names", "The ministers took the oath. They are Dr Aino Virta and Mr Ivo Novak."),
    rule("office-of-counterpart", "official", "A counterpart's name: the office is that of the person spoken of before", "Foreign Minister Aino Virta met her Swedish counterpart, Ola Berg."),
    rule("role-alone", "official", "A title without a name", "Foreign Minister Aino Virta spoke. The Minister then left."),
    rule("known-name", "official", "The name of somebody whom the story has given a title elsewhere", "Foreign Minister Aino Virta spoke. Virta then left."),
    rule("bare-name", "official", "A name without a title", "Foreign Minister Aino Virta spoke.\nMary Virta Smith listened. Aino Virta left."),
    rule("own-name", "official", "A name that a user's own words have: here Qiro Vantel", "Qiro Vantel left."),
    rule("pronoun", "official", "A pronoun, referred to whom the text spoke of last", "Foreign Minister Aino Virta spoke. She then left."),
    rule("style-alone", "official", "A style without a name, referred to whom the text spoke of last by it", "His Royal Highness Prince Olav spoke. His Royal Highness then left."),
    rule("first-person", "official", "\"I\" in the statement of an official", "# Statement by Foreign Minister Aino Virta\nI will visit Serbia on 4 May 2022."),

    rule("known-body", "organisation", "The name of a body that the lexicon lists", "The African Union agreed."),
    rule("public-body", "organisation", "The noun of a body of a state, and which it is", "The Ministry of Works and the Foreign Ministry agreed."),
    rule("short-name", "organisation", "An abbreviation that the story has brought in", "The National Ports Authority (NPA) agreed. The NPA then left."),

    rule("visits", "visit", "A verb of visiting, and a place", "Foreign Minister Aino Virta visited Belgrade in Serbia."),
    rule("travels-to", "visit", "A verb of travel, and \"to\" a place", "Foreign Minister Aino Virta will travel to Serbia on Monday."),
    rule("visit-to", "visit", "The noun \"visit\", and \"to\" a place", "Foreign Minister Aino Virta is on a visit to Serbia."),
    rule("hosts-visitor", "visit", "A verb of receiving, and somebody from abroad", "Foreign Minister Aino Virta of Finland hosted the President of Serbia, Ivo Novak, in Helsinki."),
    rule("is-in", "visit", "A verb of staying, and \"in\" a place", "Foreign Minister Aino Virta of Finland was in Belgrade. While in Belgrade, the Minister met President Ivo Novak of Serbia."),
    rule("attends-in", "visit", "A verb of attending or meeting, and where", "Foreign Minister Aino Virta of Finland attended a summit in Belgrade, Serbia."),
    rule("represents", "visit", "A verb of representing, and somebody who was to go", "President Aino Virta of Finland has cancelled her visit to Belgrade in Serbia. Foreign Minister Ivo Novak will represent the President."),
    rule("engagement", "visit", "What the visitor did there", "Foreign Minister Aino Virta visited Belgrade in Serbia. She opened a school and took part in a session with students."),
    rule("first-visit", "visit", "Whose first visit it is, or since when", "Foreign Minister Aino Virta visited Serbia. It was the first visit to Serbia by a Foreign Minister since 1999."),

    rule("meets", "meeting", "A verb of meeting between two parties", "Foreign Minister Aino Virta met President Ivo Novak."),
    rule("meeting-with", "meeting", "The noun \"meeting\" or \"talks\", and \"with\" somebody", "Foreign Minister Aino Virta held talks with President Ivo Novak."),
    rule("receives", "meeting", "A verb of receiving, and who is received", "President Ivo Novak received Foreign Minister Aino Virta."),
    rule("sees", "meeting", "A verb of seeing, or of discussing with, and an official", "Foreign Minister Aino Virta will see President Ivo Novak."),
    rule("with-first", "meeting", "A sentence that begins with those who were met", "With President Ivo Novak, Foreign Minister Aino Virta discussed trade."),
    rule("delegations-led", "meeting", "Who leads the delegations of two countries", "Foreign Minister Aino Virta led the Finnish delegation, and President Ivo Novak led the Serbian delegation."),
    rule("received-in-turn", "meeting", "Those who are received, a paragraph each after a colon", "President Ivo Novak received in audience:\nForeign Minister Aino Virta."),
    rule("speaks-with", "meeting", "A call, or a verb of speaking, and somebody", "Foreign Minister Aino Virta spoke by phone with President Ivo Novak."),

    rule("ordinal-anniversary", "commemoration", "An ordinal and \"anniversary\"", "The ceremony marked the 100th anniversary of the Battle of Ost."),
    rule("unit-anniversary", "commemoration", "A number of years or months, and \"anniversary\"", "The ceremony marked the 70-year anniversary of the Battle of Ost."),
    rule("unnumbered-anniversary", "commemoration", "\"anniversary\" without a number", "A wreath was laid at the memorial on the anniversary of the Battle of Ost."),
    rule("centenary", "commemoration", "\"centenary\", \"bicentenary\" and the like", "The ceremony marked the centenary of the Battle of Ost."),
    rule("years-since", "commemoration", "A number of years \"since\" an event", "The ceremony marked 70 years since the Battle of Ost."),
    rule("years-of", "commemoration", "A number of years \"of\" something that is marked", "They celebrated 50 years of diplomatic relations between Finland and Serbia."),
    rule("day-by-its-name", "commemoration", "The name of a day that is observed", "We celebrate Bridge Builders Day."),
    rule("listed-day", "commemoration", "A day of remembrance or celebration that the lexicon lists", "We mark ANZAC Day today."),

    rule("lay-wreath", "commemoration", "The laying of a wreath", "On ANZAC Day the Prime Minister laid a wreath at the memorial."),
    rule("lay-flowers", "commemoration", "The laying of flowers", "On ANZAC Day the Prime Minister laid flowers at the memorial."),
    rule("keep-silence", "commemoration", "A silence that is kept", "On ANZAC Day the Prime Minister observed a minute's silence at the memorial."),
    rule("memorial-service", "commemoration", "A service for an occasion", "On ANZAC Day the Prime Minister attended the Dawn Service at the memorial."),
    rule("memorial-mass", "commemoration", "A Mass for an occasion", "A Mass was said on the 100th anniversary of the Battle of Ost."),
    rule("memorial-ceremony", "commemoration", "A ceremony for an occasion", "A ceremony marked the 100th anniversary of the Battle of Ost."),
    rule("memorial-event", "commemoration", "An event held for an occasion", "An event was held to mark the 100th anniversary of the Battle of Ost."),
    rule("reception-for-the-day", "commemoration", "A reception, dinner or concert for an occasion", "The Ambassador hosted a reception to celebrate the 50th anniversary of the accord."),
    rule("programme-for-the-day", "commemoration", "A seminar, a book or a flag for an occasion", "A seminar was held to mark the 50th anniversary of the accord."),
    rule("congratulation", "commemoration", "A greeting told of", "The Prime Minister congratulated the King on the 50th anniversary of independence."),
    rule("memorial-parade", "commemoration", "A parade for an occasion", "The 10th anniversary of the flood was marked with a parade."),
    rule("memorial-exhibition", "commemoration", "An exhibition for an occasion", "An exhibition marked the 100th anniversary of the Battle of Ost."),
    rule("memorial-medal", "commemoration", "A medal or coin for an occasion", "A commemorative medal was issued for the 100th anniversary of the Battle of Ost."),
    rule("unveil-memorial", "commemoration", "The unveiling of a memorial", "The Prime Minister unveiled a memorial on the 100th anniversary of the Battle of Ost."),
    rule("visit-memorial", "commemoration", "A visit to a place of remembrance", "On ANZAC Day the Prime Minister visited the War Memorial in Canberra."),
    rule("tribute-to-the-dead", "commemoration", "A tribute to those who died", "On ANZAC Day the Prime Minister paid tribute to the fallen."),
    rule("speech-for-the-day", "commemoration", "A speech on an occasion", "The 75th anniversary of the abbey was marked with a ceremony, at which the President gave a speech."),
    rule("message-for-the-day", "commemoration", "A greeting for an occasion", "We wish all of you a happy National Day on July 12."),
    rule("message-sent", "commemoration", "A message or statement that is sent or issued for an occasion", "The King sent a message for the 50th anniversary of the Battle of Ost."),
    rule("memorial-custom", "commemoration", "What else is done on an occasion: candles, vigils, salutes, trees", "Candles were lit for the 50th anniversary of the Battle of Ost."),
    rule("message-under-its-headline", "commemoration", "A statement whose headline names the occasion", "# Finland National Day\nWe congratulate the people of Finland."),

    rule("quotation-marks", "quote", "Words in quotation marks", "Aino Virta said: \"We will build the bridge.\""),
    rule("quotation-block", "quote", "A block of quotation", "Aino Virta said:\n> We will build the bridge."),
    rule("lead-in", "quote", "Words without marks after \"X said:\"", "Aino Virta said: We will build the bridge. It will be long."),
    rule("letter", "quote", "The text of a letter or telegram that a story hands on", "President Aino Virta has sent the following telegram to the King of Sweden.\nI was sad to hear of the flood in your land.\nWe send our help to all who need it."),
    rule("signed-post", "quote", "A post of a social network, and whoever signs it", "The bridge is open. We are glad of it!\n— Aino Virta (@ainovirta) May 4, 2022"),
    rule("transcript-turn", "quote", "The turn of a speaker in a transcript", "MINISTER VIRTA: Good morning to you all.\nQUESTION: When will the bridge be built?\nMINISTER VIRTA: It will be built next year."),

    rule("day-month-year", "date", "A day, a month and a year", "He left on 4 May 2022."),
    rule("month-day-year", "date", "A month, a day and a year", "He left on May 4, 2022."),
    rule("iso-day", "date", "A day as ISO 8601 writes it", "He left on 2022-05-04."),
    rule("numeric-day", "date", "A day in figures", "He left on 4.5.2022."),
    rule("day-month", "date", "A day and a month", "He left on 4 May."),
    rule("month-day", "date", "A month and a day", "He left on May 4."),
    rule("month-year", "date", "A month and a year", "He left in May 2022."),
    rule("month", "date", "A month alone", "He left in May."),
    rule("year", "date", "A year alone", "He left in 2022."),
    rule("decade", "date", "A decade", "He left in the 1990s."),
    rule("century", "date", "A century by its number", "He lived in the 19th century."),
    rule("season-year", "date", "A season and a year", "He left in summer 2022."),
    rule("weekday", "date", "A weekday alone", "He left on Wednesday."),
    rule("weekday-and-date", "date", "A weekday, and a date beside it", "He left on Wednesday (4 May)."),
    rule("near-day", "date", "\"today\", \"yesterday\", \"tomorrow\" and the like", "He left yesterday."),
    rule("near-day-and-date", "date", "\"today\" and the like, and the day of the month beside it", "He left today (4)."),
    rule("stepped-weekday", "date", "\"next\" or \"last\" and a weekday", "He left last Wednesday."),
    rule("stepped-month", "date", "\"next\" or \"last\" and a month", "He left last May."),
    rule("stepped-unit", "date", "\"next\", \"last\" or \"this\" and a week, month or year", "He left last week."),
    rule("distance", "date", "How long ago, or how long from now", "He left ten years ago."),
    rule("span", "date", "A span of time up to now or from now on", "He has been away for the past ten years."),
    rule("day-to-day", "date", "From one date to another", "He was away from 4 May 2022 to 6 June 2022."),
    rule("days-of-month", "date", "Several days, then their month", "He was away from 4 to 6 May."),
    rule("month-and-days", "date", "A month, then several days", "He was away May 4-6, 2022."),
    rule("month-to-month", "date", "From one month to another", "He was away from May to July 2022."),
    rule("year-to-year", "date", "From one year to another", "He was away 2019-2022."),
];

const fn rule(id: &'static str, gives: &'static str, what: &'static str, example: &'static str) -> Rule {
    Rule { id, gives, what, example }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fmt::Write;

    use chrono::NaiveDate;

    use super::super::{Entry, Extractor};
    use super::*;
    use crate::model::{Block, Story};

    /// The table that `rules.md` holds.
    fn table() -> String {
        let mut table =
            String::from("| rule | gives | what it looks for | for example |\n| --- | --- | --- | --- |\n");
        for Rule { id, gives, what, example } in RULES {
            writeln!(
                table,
                "| `{id}` | {gives} | {what} | {} |",
                example.replace("# ", "").replace("\n> ", "\n").replace('\n', " / ")
            )
            .unwrap();
        }
        table
    }

    fn story(example: &str) -> Story {
        let mut story = Story::new("");
        for line in example.lines() {
            if let Some(headline) = line.strip_prefix("# ") {
                story.headline = headline.to_owned();
            } else if let Some(spoken) = line.strip_prefix("> ") {
                story = story.with_block(Block::quotation(spoken));
            } else {
                story = story.with_block(Block::paragraph(line));
            }
        }
        story
    }

    #[test]
    fn the_docs_show_every_rule() {
        let table = table();
        let is_shown = include_str!("rules.md") == table;
        assert!(is_shown, "src/extract/rules.md is not what the registry says; make it this:\n{table}");
    }

    #[test]
    fn every_rule_finds_something_in_its_example() {
        let extractor = Extractor::new()
            .with_date(NaiveDate::from_ymd_opt(2022, 5, 4).unwrap())
            .with_entries([Entry::person("Qiro Vantel")]);
        let mut seen = HashSet::new();
        let mut silent = Vec::new();
        for rule in RULES {
            assert!(seen.insert(rule.id), "{} stands twice", rule.id);
            let facts = extractor.extract(story(rule.example)).facts;
            let found: Vec<&str> = facts.evidence().map(|evidence| &*evidence.rule).collect();
            if !found.contains(&rule.id) {
                silent.push((rule.id, found.join(" ")));
            }
        }
        assert!(silent.is_empty(), "{silent:#?}");
    }
}
