//! Officials.

use super::element;

element! { Official {
    attribute required id = "id";
    attribute optional country = "country";
    child many honorifics = "honorific";
    child optional rank = "rank";
    child optional name = "name";
    child many post_nominals = "post-nominal";
    child many roles = "role";
    child many identifiers = "identifier";
    child many mentions = "mention";
} }

element! { Rank {
    attribute optional service = "service";
    attribute optional grade = "grade";
    content title;
} }

element! { Role {
    attribute optional kind = "kind";
    attribute optional jurisdiction = "jurisdiction";
    attribute optional qualifier = "qualifier";
    child required title = "title";
    child optional organisation = "organisation";
    child many evidence = "evidence";
} }
