//! Commemorations.

use super::element;

element! { Commemoration {
    attribute required id = "id";
    child optional remembered = "remembered";
    child optional anniversary = "anniversary";
    child optional named_day = "named-day";
    child many acts = "act";
    child optional date = "date";
    child many evidence = "evidence";
} }

element! { Remembered {
    attribute optional person = "person";
    child required text = "text";
    child optional date = "date";
} }

element! { Anniversary {
    attribute required number = "number";
    attribute required unit = "unit";
    attribute defaulted approximate = "approximate";
} }

element! { Act {
    attribute required kind = "kind";
    child defaulted actors = "actors";
    child optional place = "place";
    child optional date = "date";
    child many evidence = "evidence";
} }
