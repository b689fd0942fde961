//! Leaders whom the lexicon knows: "President Macron".

use super::bodies::{body_served, most_named_body};
use crate::extract::annotated::Annotated;
use crate::extract::lexicon;
use crate::extract::passage::folded_words;
use crate::model::{Country, Facts, Official, RoleKind};

/// The country that an official with the highest office is known to lead.
fn led(official: &Official) -> Option<Country> {
    let highest = |kind: &RoleKind| {
        matches!(kind, RoleKind::HeadOfState | RoleKind::HeadOfGovernment | RoleKind::Royal)
    };
    let mut kinds = official.roles.iter().filter_map(|role| role.kind.as_ref());
    let kind = kinds.find(|kind| highest(kind) || **kind == RoleKind::Religious)?;
    let is_pope = *kind == RoleKind::Religious && official.roles.iter().any(|role| role.title == "Pope");
    let is_royal = is_pope || *kind == RoleKind::Royal;
    if highest(kind) || is_pope { led_by(official, is_royal) } else { None }
}

/// The country that somebody of a name is known to lead, or led in another year: "Foreign Minister Lapid".
pub(super) fn led_by(official: &Official, is_royal: bool) -> Option<Country> {
    lexicon::country_led_by(&folded_words(&official.name.as_ref()?.to_string()), is_royal)
}

/// The country that an official is known to lead; of a Secretary-General and the like the body that the story names
/// most.
pub(super) fn led_or_served(official: &Official, body: Option<Country>) -> Option<Country> {
    led(official).or_else(|| body_served(official, body))
}

/// Gives the countries of leaders whom the lexicon knows, where nobody says who publishes.
pub(super) fn name_leaders(facts: &mut Facts, texts: &[Annotated<'_>]) {
    let body = most_named_body(&facts.officials, texts);
    for official in facts.officials.iter_mut().filter(|official| official.country.is_none()) {
        official.country = led_or_served(official, body);
    }
}
