//! Visits.

use super::{choice, element, one_of};

element! { Visit {
    attribute required id = "id";
    attribute optional kind = "kind";
    attribute optional direction = "direction";
    attribute optional status = "status";
    attribute optional days = "days";
    attribute defaulted background = "background";
    child defaulted visitors = "visitors";
    child defaulted companions = "companions";
    child optional dates = "dates";
    child many legs = "leg";
    child defaulted hosts = "hosts";
    child many meetings = "meeting";
    child many engagements = "engagement";
    child optional invitation = "invitation";
    child optional purpose = "purpose";
    child many precedence = "precedence";
    child many evidence = "evidence";
} }

element! { Leg {
    attribute optional country = "country";
    child many places = "place";
    child optional dates = "dates";
} }

element! { Engagement {
    child required text = "text";
    child optional place = "place";
    child optional date = "date";
    child many evidence = "evidence";
} }

element! { Precedence {
    attribute required ordinal = "ordinal";
    child required scope = "scope";
    child optional place = "place";
    child optional since = "since";
    child optional since_event = "since-event";
    child many evidence = "evidence";
} }

choice! { PrecedenceScope {
    "person" = Person(value);
    "office" = Office(value);
} }

one_of! { PrecedenceScope }
