//! Evidence, and where facts are mentioned.

use super::element;

element! { Evidence {
    attribute required part = "part";
    attribute required start = "start";
    attribute required end = "end";
    attribute defaulted rule = "rule";
    attribute required confidence = "confidence";
    attribute defaulted in_quote = "in-quote";
    content text;
} }

element! { Mention {
    attribute required form = "form";
    child required evidence = "evidence";
} }

element! { DateMention {
    child required date = "date";
    child required evidence = "evidence";
} }
