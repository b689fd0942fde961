//! What is written in a lossless format and read again is the same story.

mod strategy;

use newsdesk::Story;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_model_survives_serde(story in strategy::story(&strategy::any_text())) {
        let json = serde_json::to_string(&story).unwrap();
        let again: Story = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&again, &story);
        // Moments are equal across offsets; their offsets must come back too.
        prop_assert_eq!(format!("{again:?}"), format!("{story:?}"));
    }
}
