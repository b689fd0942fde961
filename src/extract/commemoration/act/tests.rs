//! What each act is read by, and what only looks like one.

use crate::extract::told::commemorations;

/// Whether a text tells of an act.
fn tells(text: &str, act: &str) -> bool {
    commemorations("GB", text).iter().any(|told| told.contains(act))
}

#[test]
fn a_service_at_graves_remembers() {
    assert!(tells("The service was held at Bedford House Cemetery near Ypres.", "service"));
    assert!(tells(
        "The burial service was led by a chaplain, and flowers were laid at the grave.",
        "service"
    ));
    assert!(!tells("The service was held up by snow, said the railway.", "service"));
}

#[test]
fn who_speaks_at_a_service_gives_a_speech() {
    let text = "The Minister will speak at the Dawn Service to mark the 107th anniversary of the landings.";
    assert!(
        commemorations("NZ", text).iter().any(|told| told.contains("speech") && told.contains("service"))
    );
    assert!(!tells(
        "The Minister will speak at a trade fair on the 10th anniversary of the flood.",
        "speech"
    ));
}

#[test]
fn a_plaque_is_unveiled_however_long_its_purpose() {
    let text =
        "A plaque to mark the 80th anniversary of the Kokoda campaign in Papua was unveiled by the Governor.";
    assert_eq!(commemorations("AU", text), ["80; unveiling"]);
}

#[test]
fn flames_and_incense_are_customs_of_a_day() {
    for custom in ["lit the flame of remembrance", "offered incense"] {
        let text = format!("The President {custom} on the 28th anniversary of the genocide.");
        assert_eq!(commemorations("RW", &text).len(), 1, "{custom}");
        assert!(tells(&text, "other"), "{custom}");
    }
    assert!(commemorations("RW", "The President lit the flame of the stove.").is_empty());
}

#[test]
fn a_custom_that_names_its_dead_needs_no_day() {
    for text in [
        "The Prime Minister lit a candle in the cathedral to remember the victims of the bombing.",
        "The Minister signed a book of condolence at the embassy in memory of Queen Ana.",
        "Flags will fly at half mast in memory of the miners.",
    ] {
        assert!(tells(text, "other"), "{text}");
    }
    assert!(commemorations("GB", "The Minister lit a candle on the cake.").is_empty());
    assert!(commemorations("GB", "Prices rose by half in memory cards.").is_empty());
}

#[test]
fn coins_stamps_and_roll_calls_are_of_a_day() {
    for text in [
        "The Mint issued a coin to mark the 80th anniversary of the landings.",
        "The Prime Minister released a postage stamp to mark the 150th anniversary of the railway.",
        "A roll call of the fallen was held on the 80th anniversary of the uprising.",
    ] {
        assert!(tells(text, "other"), "{text}");
    }
    assert!(commemorations("GB", "The Mint issued a coin with a bee on it.").is_empty());
}

#[test]
fn poppies_are_flowers_and_a_wreath_on_loan_is_none() {
    assert!(tells("Families placed poppies at the headstone in Hill Cemetery.", "flowers"));
    assert!(!tells("He presented a golden wreath on loan to the museum.", "wreath"));
}

#[test]
fn an_ordinal_commemoration_is_an_anniversary() {
    let text = "We mark the 28th commemoration of the genocide with a minute of silence.";
    assert!(commemorations("RW", text).iter().any(|told| told.starts_with("28; ")));
    let day = "The President released a message on the occasion of 18 March Martyrs' Day.";
    assert!(commemorations("TR", day).iter().any(|told| told.starts_with("Martyrs' Day; ")));
}

#[test]
fn what_is_done_at_a_memorial_or_out_of_respect_remembers() {
    for (text, act) in [
        ("The President planted a tree at the Hill Memorial.", "other"),
        ("Flags will be flown at half-mast as a mark of respect to the victims of the earthquake.", "other"),
        ("President Hale tossed a wreath into the sea.", "wreath"),
        ("The Chancellor took part in the central memorial event for the victims.", "ceremony"),
        ("Veterans marched through the town to mark Armistice Day.", "parade"),
        ("The Governor read the message for the 50th anniversary of the accord.", "message"),
        ("The Secretary-General, in a message on the 50th anniversary of the accord, urged calm.", "message"),
    ] {
        assert!(tells(text, act), "{text}");
    }
    for none in ["The President planted a tree at the school.", "The central event was a match."] {
        assert!(commemorations("GB", none).is_empty(), "{none}");
    }
}

#[test]
fn days_of_india_are_named_days() {
    let text = "The Prime Minister paid tribute to the poet on Parakram Diwas.";
    assert!(commemorations("IN", text).iter().any(|told| told.starts_with("Parakram Diwas; tribute")));
    let text = "Marking 25 years of the Good Friday Agreement, the Secretary hosted a reception.";
    assert!(commemorations("GB", text).iter().any(|told| told.starts_with("25; ")), "{text}");
    assert!(!commemorations("GB", text).iter().any(|told| told.starts_with("Good Friday")), "{text}");
}

#[test]
fn a_service_may_be_one_of_several_acts() {
    let text = "The ceremony for the 70th anniversary of the battle will include a church service, a parade and a wreath-laying.";
    assert!(tells(text, "service"));
    assert!(!tells("The hall has a church service, a shop and a lift.", "service"));
}

#[test]
fn a_message_may_be_read_out_or_tweeted() {
    let day = "The veterans marked the 80th anniversary of the battle in Ost. A message from the President was read by the attaché.";
    assert!(tells(day, "message"));
    assert!(tells("President Lind tweeted on the 10th anniversary of the coup.", "message"));
    assert!(!tells("President Lind tweeted about the road. A message from the King was read.", "message"));
}

#[test]
fn flowers_are_offered_at_graves_and_to_guests() {
    assert!(tells("Scouts offered flowers at the graves on the 10th anniversary of the flood.", "flowers"));
    assert!(tells(
        "Scouts made a floral offering to the Tomb on the 10th anniversary of the flood.",
        "flowers"
    ));
    assert!(!tells("Scouts offered flowers to the guest on the 10th anniversary of the flood.", "flowers"));
}

#[test]
fn a_story_that_tells_first_how_an_occasion_is_kept_is_of_it() {
    for lead in [
        "World leaders gathered on the occasion of the eightieth anniversary of the relief of the town.",
        "The President led the national ceremony marking the centenary of the battle of the two rivers.",
    ] {
        let text = format!("{lead}\nThe road was long.\nIn his speech he thanked those who had come.");
        assert!(tells(&text, "speech"), "{lead}");
    }
    let text = "We mark the 25th anniversary of the accord with the islands and of all that it brought.\nThe police broke up vigils there.";
    assert!(!tells(text, "other"));
}

#[test]
fn a_wave_of_silence_is_kept_in_memory() {
    assert!(tells("A wave of silence swept the coast in remembrance of the flood.", "silence"));
    assert!(!tells("A wave of silence swept the hall as the judge came in.", "silence"));
}

#[test]
fn flowers_are_left_at_graves() {
    assert!(tells("White carnations were left on the graves of the sailors.", "flowers"));
    assert!(!tells("The flowers were left in the rain.", "flowers"));
}

#[test]
fn commemorations_are_held_and_processions_join_them() {
    let lead = "The town on Monday marked the 30th anniversary of its fall with wreaths and prayers at noon.";
    assert!(tells(&format!("{lead}\nThe main commemoration was held at the quay."), "ceremony"));
    assert!(!tells(&format!("{lead}\nA day of commemoration is held each year in May."), "ceremony"));
    assert!(tells("Thousands joined the Memorial Procession through the town.", "parade"));
    assert!(!tells("The procession of the bride went through the town.", "parade"));
}

#[test]
fn a_mass_is_said_on_the_day_that_heads_a_story() {
    let lead = "The town on Monday marked the 30th anniversary of its fall with wreaths and prayers at noon.";
    assert!(tells(&format!("{lead}\nHoly Mass was celebrated by the bishop."), "service"));
    assert!(!tells("The road was long.\nHoly Mass was celebrated by the bishop.", "service"));
}

#[test]
fn medals_are_awarded_to_the_dead() {
    let lead =
        "The UN marked the International Day of Peacekeepers with a wreath at its headquarters on Monday.";
    assert!(tells(&format!("{lead}\nThe medal was awarded posthumously to 103 of them."), "medal"));
    assert!(!tells(&format!("{lead}\nThe medal was awarded to a runner."), "medal"));
}
