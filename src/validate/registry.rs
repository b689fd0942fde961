//! Every rule, in one table.

use super::report::Severity::{self, Error, Warning};
use super::rule::{Check, Rule};
use super::rules::{
    code, commemoration, date, evidence, lead_in, life, participant, quotation_marks, quote, reference,
    status, text, visit,
};

/// Every rule. The [module](crate::validate) shows them as a table.
///
/// ```
/// use newsdesk::validate::RULES;
/// assert!(RULES.iter().any(|rule| rule.id == "weekday-disagrees"));
/// ```
#[rustfmt::skip] // One rule is one row.
pub const RULES: &[Rule] = &[
    rule("empty-headline", Error, "The headline has no words", "a headline of a space", text::empty_headline),
    rule("no-text", Error, "The story has neither a body nor a standfirst", "a headline alone", text::no_text),
    rule("blank-text", Warning, "A name or a line that is there says nothing", "a place named \"\"", text::blank_text),
    rule("empty-block", Warning, "A block of the body has no words", "a paragraph of a line end", text::empty_block),
    rule("heading-level", Warning, "A heading has no level of 1 to 6", "a heading of level 0", text::heading_level),
    rule("duplicate-paragraph", Warning, "A long paragraph stands twice", "a paragraph that was pasted twice", text::duplicate_paragraph),
    rule("garbled-text", Warning, "Text was read in the wrong encoding", "\"Ministerâ€™s\"", text::garbled_text),
    rule("control-character", Warning, "Text has a control character", "a bell, U+0007", text::control_character),
    rule("unbalanced-quotation-marks", Warning, "A quotation opens and never closes, or closes and never opened", "“It is open, she said.", quotation_marks::unbalanced_quotation_marks),
    rule("lead-in-without-quotation", Warning, "Words that introduce a quotation are followed by none", "\"She said:\", and the story ends", lead_in::lead_in_without_quotation),

    rule("updated-before-published", Error, "The story was updated before it was published", "published on 30 November, updated on 29 November", life::updated_before_published),
    rule("withdrawn-before-published", Warning, "The story was withdrawn before it was published", "published on 30 November, withdrawn on 29 November", life::withdrawn_before_published),
    rule("published-under-embargo", Warning, "The story was published before its embargo ended", "published on 30 November, embargo until 1 December", life::published_under_embargo),
    rule("dateline-after-publication", Warning, "The dateline is later than the publication", "\"OST, 1 December\", published on 30 November", life::dateline_after_publication),

    rule("unknown-language", Error, "The language is not in the IANA subtag registry", "`xx-GB`", code::unknown_language),
    rule("unregistered-subtag", Warning, "The script or region of a language is not in the IANA subtag registry", "`en-UK`", code::unregistered_subtag),
    rule("unknown-country", Error, "The country is not in ISO 3166-1", "`ZZ`", code::unknown_country),
    rule("retired-country", Warning, "The country was withdrawn from ISO 3166-1", "`YU`", code::retired_country),
    rule("malformed-identifier", Warning, "An identifier has not the shape of its scheme", "the Wikidata item `Q012`", code::malformed_identifier),
    rule("retired-identifier", Warning, "An identifier is no longer in use", "a QCode retired in 2010", code::retired_identifier),
    rule("shared-identifier", Warning, "Two officials have the same identifier", "two officials who are `Q12`", code::shared_identifier),

    rule("duplicate-id", Error, "Two facts have the same id", "two officials who are `official-1`", reference::duplicate_id),
    rule("dangling-reference", Error, "An id refers to nothing in the story", "a visitor who is no official of the story", reference::dangling_reference),
    rule("misdirected-reference", Error, "An id refers to a fact of another kind", "an official's id as that of an organisation", reference::misdirected_reference),

    rule("part-missing", Error, "Evidence stands in a part that the story has not", "`body[9]` of two blocks", evidence::part_missing),
    rule("span-outside-part", Error, "Evidence ends before it starts, or past the end of its part", "bytes 0 to 999 of a headline", evidence::span_outside_part),
    rule("span-splits-character", Error, "Evidence cuts a character in two", "byte 1 of \"Á\"", evidence::span_splits_character),
    rule("span-text-differs", Error, "The text that evidence points at is no longer the text that was read", "\"Virta\" where \"Virtanen\" stands", evidence::span_text_differs),
    rule("empty-span", Warning, "Evidence points at no text", "bytes 3 to 3", evidence::empty_span),
    rule("no-confidence", Warning, "Evidence has a confidence of 0", "0 per cent", evidence::no_confidence),

    rule("impossible-date", Error, "No calendar has the date", "30 February; month 13", date::impossible_date),
    rule("reversed-range", Error, "A range of dates ends before it starts", "from 10 to 8 March 2018", date::reversed_range),
    rule("weekday-disagrees", Warning, "The weekday is not that of the date", "Thursday, 30 November 2018", date::weekday_disagrees),
    rule("relative-date-disagrees", Warning, "The date is not what it is called, seen from the publication", "\"today (4 January)\", published on 30 November", date::relative_date_disagrees),
    rule("resolution-disagrees", Warning, "What a date was resolved to is not what it says", "\"4 January\", resolved to 1 April", date::resolution_disagrees),

    rule("visit-ends-before-it-starts", Error, "A visit, or a stop of it, ends before it starts", "a visit from 10 to 8 March 2018", visit::visit_ends_before_it_starts),
    rule("zero-day-visit", Error, "A visit takes 0 days", "a visit of 0 days", visit::zero_day_visit),
    rule("zero-ordinal", Error, "A visit is the 0th of its kind", "the 0th visit by a minister", visit::zero_ordinal),
    rule("visit-length-disagrees", Warning, "The length of a visit is not that of its range of days", "a five-day visit from 8 to 10 March 2018", visit::visit_length_disagrees),
    rule("leg-outside-visit", Warning, "A stop is made before or after the visit", "a stop on 11 March, visit from 8 to 10 March", visit::leg_outside_visit),
    rule("legs-out-of-order", Warning, "A stop stands after one that is later", "a stop on 10 March, then one on 8 March", visit::legs_out_of_order),
    rule("engagement-outside-visit", Warning, "An engagement is before or after the visit", "a speech on 7 March, visit from 8 to 10 March", visit::engagement_outside_visit),
    rule("visitor-is-host", Warning, "A visitor is also a host of the visit", "the minister receives herself", visit::visitor_is_host),
    rule("visitor-is-companion", Warning, "A visitor is also a companion", "the minister travels with herself", visit::visitor_is_companion),
    rule("completed-after-publication", Warning, "A completed visit or meeting is later than the publication", "completed, on 1 December; published on 30 November", status::completed_after_publication),
    rule("planned-before-publication", Warning, "A planned visit or meeting is earlier than the publication", "planned, on 29 November; published on 30 November", status::planned_before_publication),
    rule("ongoing-apart-from-publication", Warning, "An ongoing visit or meeting is not on the day of publication", "ongoing, on 29 November; published on 30 November", status::ongoing_apart_from_publication),
    rule("meets-self", Warning, "One stands on both sides of a meeting", "the minister meets herself", participant::meets_self),
    rule("participant-repeated", Warning, "One is listed twice", "the minister visits, and the minister", participant::participant_repeated),
    rule("role-repeated", Warning, "An official has the same office twice", "\"Mayor of Ost\" and \"mayor of Ost\"", participant::role_repeated),

    rule("zero-anniversary", Error, "An anniversary is the 0th", "the 0th anniversary", commemoration::zero_anniversary),
    rule("anniversary-disagrees", Warning, "An anniversary is more than one unit off the time since its event", "the 90th anniversary of 1918 in 2018", commemoration::anniversary_disagrees),
    rule("commemorated-before-it-happened", Warning, "An event is later than its commemoration", "an event of 1914 remembered in 1913", commemoration::commemorated_before_it_happened),

    rule("quote-without-words", Error, "A quote has no words", "a quote of \"…\"", quote::quote_without_words),
    rule("quote-evidence-count", Error, "A quote has not one evidence for each of its paragraphs", "two paragraphs, three pieces of evidence", quote::quote_evidence_count),
    rule("quote-not-in-evidence", Warning, "The words of a quote do not stand where its evidence points", "\"It is closed.\" where \"It is open.\" stands", quote::quote_not_in_evidence),
];

const fn rule(
    id: &'static str,
    severity: Severity,
    what: &'static str,
    example: &'static str,
    check: Check,
) -> Rule {
    Rule { id, severity, what, example, check }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fmt::Write;

    use super::super::rules;
    use super::*;

    /// The table that `rules.md` holds.
    fn table() -> String {
        let mut table =
            String::from("| rule | severity | what is wrong | for example |\n| --- | --- | --- | --- |\n");
        for Rule { id, severity, what, example, .. } in RULES {
            writeln!(table, "| `{id}` | {severity} | {what} | {example} |").unwrap();
        }
        table
    }

    #[test]
    fn the_docs_show_every_rule() {
        let table = table();
        let is_shown = include_str!("rules.md") == table;
        assert!(is_shown, "src/validate/rules.md is not what the registry says; make it this:\n{table}");
    }

    #[test]
    fn an_id_is_kebab_case_and_stands_once() {
        let mut seen = HashSet::new();
        for rule in RULES {
            assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.id);
            assert!(seen.insert(rule.id), "{}", rule.id);
        }
    }

    #[test]
    fn every_rule_is_tested_by_what_breaks_it_and_what_comes_close() {
        let cases = [
            rules::code::tests::cases(),
            rules::commemoration::tests::cases(),
            rules::date::tests::cases(),
            rules::evidence::tests::cases(),
            rules::lead_in::tests::cases(),
            rules::life::tests::cases(),
            rules::participant::tests::cases(),
            rules::quotation_marks::tests::cases(),
            rules::quote::tests::cases(),
            rules::reference::tests::cases(),
            rules::status::tests::cases(),
            rules::text::tests::cases(),
            rules::visit::tests::cases(),
        ];
        let tested: HashSet<&str> = cases.iter().flatten().map(|case| case.rule).collect();
        let untested: Vec<&str> =
            RULES.iter().map(|rule| rule.id).filter(|id| !tested.contains(id)).collect();
        assert!(untested.is_empty(), "without a case: {untested:?}");
    }
}
