//! The facts, meetings, quotes, organisations, and who and where all facts speak of.

use super::{choice, element, one_of};

element! { Facts {
    child many officials = "official";
    child many organisations = "organisation";
    child many visits = "visit";
    child many meetings = "meeting";
    child many commemorations = "commemoration";
    child many quotes = "quote";
    child many dates = "date-mention";
} }

element! { Meeting {
    attribute required id = "id";
    attribute required mode = "mode";
    attribute optional status = "status";
    child defaulted party = "party";
    child defaulted with = "with";
    child optional place = "place";
    child optional date = "date";
    child optional subject = "subject";
    child many evidence = "evidence";
} }

element! { Quote {
    attribute required id = "id";
    attribute required marking = "marking";
    child optional speaker = "speaker";
    child optional lead_in = "lead-in";
    child many paragraphs = "paragraph";
    child many evidence = "evidence";
} }

element! { Organisation {
    attribute required id = "id";
    attribute optional country = "country";
    child required name = "name";
    child optional abbreviation = "abbreviation";
    child many identifiers = "identifier";
    child many evidence = "evidence";
} }

element! { Identifier {
    attribute required scheme = "scheme";
    attribute required value = "value";
    child optional retired = "retired";
} }

element! { Place {
    attribute optional kind = "kind";
    attribute optional country = "country";
    child required name = "name";
    child many identifiers = "identifier";
} }

choice! { Participant {
    "official" = Official(value);
    "organisation" = Organisation(value);
    "described" = Described(value);
} }

one_of! { Participant }
