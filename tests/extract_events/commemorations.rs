//! What is remembered, and how.

use super::*;

#[test]
fn commemorations_of_every_count() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "GB",
            "The bicentenary of the Battle of Trafalgar was marked.",
            &["200 Year of Battle of Trafalgar"],
        ),
        (
            "GB",
            "The country marks 70 years since the end of the Korean War.",
            &["70 Year of end of the Korean War"],
        ),
        ("US", "Today marks the six-month anniversary of the earthquake.", &["6 Month of earthquake"]),
        (
            "NZ",
            "Defence Minister Helen Marlowe laid a wreath at the Pukeahu National War Memorial on ANZAC Day.",
            &["ANZAC Day, wreath at Pukeahu National War Memorial"],
        ),
        ("GB", "The golden wreath is on loan to the museum.", &[]),
        ("GB", "The Minister paid tribute to the close relations between the two countries.", &[]),
    ];
    check(cases, |facts| facts.commemorations.iter().map(commemoration).collect());
}
