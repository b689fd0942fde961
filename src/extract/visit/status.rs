//! How far a visit has come, seen from the day of publication.

use chrono::{Days, NaiveDate};

use super::super::modality::Modality;
use super::account::Account;
use crate::model::{Calendar, Date, Status, TimeUnit};

/// What the clauses of a story tell of how far one visit has come.
#[derive(Debug, Clone, Default)]
pub(super) struct Telling {
    cancelled: bool,
    past: bool,
    present: bool,
    future: bool,
    /// Whether a verb of setting out was told in the past: "arrived", "began".
    set_out: bool,
    /// Whether any other verb was: "visited", "met".
    acted: bool,
    /// Whether they were said to be on it: "who is on a two-day visit".
    pub(super) is_on_it: bool,
    /// Whether they were said to be in the country: "is currently in Kenya".
    pub(super) is_there: bool,
    /// Whether a verb told what is still to come: "will then travel to", "will open".
    pub(super) goes_on: bool,
    /// Whether more was told in the past than that hosts received the visitors.
    pub(super) is_seen_there: bool,
    /// Whether it was told to have come to its end: "concluded a visit".
    pub(super) is_over: bool,
    /// What the headline alone says; it counts where the body says nothing.
    headline: Option<Modality>,
    /// Whether the headline tells what was done: "Minister opens school", where the present is of the past.
    pub(super) has_historical_present: bool,
}

impl Telling {
    pub(super) fn add(&mut self, account: &Account, in_headline: bool) {
        let told = account.told;
        if in_headline && told != Modality::Cancelled {
            self.headline.get_or_insert(told);
            return;
        }
        self.mark(told);
        self.set_out |= account.sets_out && matches!(told, Modality::Past | Modality::Present);
        self.acted |= !account.sets_out && !account.is_company && told == Modality::Past;
        self.goes_on |= account.is_act && told == Modality::Future;
    }

    /// Adds that hosts received them.
    pub(super) fn is_received(&mut self, on_arrival: bool) {
        self.mark(Modality::Past);
        self.set_out |= on_arrival;
    }

    /// Whether the visitors are still on their way, for all that the story tells up to a number of days after.
    fn is_under_way(&self, days_since: i64, length: Option<u32>) -> bool {
        /// How long after its beginning a visit of unknown length may be thought to go on.
        const DAYS: i64 = 3;
        let is_recent = days_since < length.map_or(DAYS, i64::from);
        is_recent
            && (self.set_out && !self.acted || self.past && self.goes_on || self.is_there || self.is_on_it)
    }

    /// Whether they were told to arrive or to set out.
    pub(super) fn has_set_out(&self) -> bool {
        self.set_out
    }

    fn mark(&mut self, told: Modality) {
        match told {
            Modality::Cancelled => self.cancelled = true,
            Modality::Past => self.past = true,
            Modality::Present => self.present = true,
            Modality::Future => self.future = true,
            Modality::Named | Modality::Unreal => {}
        }
    }

    /// The status that verbs and dates give together. A visit of several days that is told of on its day
    /// of publication goes on.
    pub(super) fn status(
        mut self,
        dates: Option<&Date>,
        days: Option<u32>,
        anchor: Option<NaiveDate>,
    ) -> Option<Status> {
        if self.cancelled {
            return Some(Status::Cancelled);
        }
        if self.is_over {
            return Some(Status::Completed);
        }
        let is_silent = !(self.past || self.present || self.future);
        self.has_historical_present &= is_silent;
        if let Some(headline) = self.headline.filter(|_| is_silent) {
            self.mark(headline);
        }
        let dated = dates.zip(anchor).and_then(|(date, anchor)| self.by_date(date, days, anchor));
        // "Visit to Tonga" over a release announces it.
        let is_announced = self.headline == Some(Modality::Named) && anchor.is_some();
        dated.or_else(|| self.by_verbs()).or_else(|| is_announced.then_some(Status::Planned))
    }

    fn by_date(&self, date: &Date, days: Option<u32>, anchor: NaiveDate) -> Option<Status> {
        // "will follow the visit in March 2023": a day of a year that is told is over, whatever follows it.
        let has_year =
            matches!(date.calendar, Some(Calendar::Day(_) | Calendar::Month { .. } | Calendar::Year(_)));
        let date = date.clone().resolve(anchor);
        let (first, last) = (date.first_day()?, date.last_day()?);
        if first > anchor {
            // "arrived this afternoon" for talks tomorrow
            let is_there = self.is_on_it || self.past && self.set_out;
            return Some(Status::Planned).filter(|_| !is_there && (!self.past || self.future));
        }
        let is_day = first == last;
        let length = days;
        let last = days
            .filter(|_| is_day)
            .and_then(|days| first.checked_add_days(Days::new(u64::from(days).saturating_sub(1))))
            .unwrap_or(last);
        if last < anchor && is_day && self.is_under_way((anchor - first).num_days(), length) {
            return Some(Status::Ongoing);
        }
        if last < anchor {
            return Some(Status::Completed).filter(|_| has_year || !self.future || self.past);
        }
        // "this week" and "this month" do not tell what day of it has come.
        let is_exact = is_day
            || date.relative.is_none_or(|relative| relative.unit == TimeUnit::Day)
                && matches!(date.known(), Some(Calendar::Range(range)) if range.end.as_ref().is_some_and(|end| matches!(end, Calendar::Day(_))));
        if !is_exact {
            return None;
        }
        if first < last && (first < anchor || !self.future || self.present) {
            let days_since = (anchor - first).num_days();
            let is_done = self.past && !self.present && !self.is_under_way(days_since, length);
            return Some(if last == anchor && is_done { Status::Completed } else { Status::Ongoing });
        }
        None
    }

    fn by_verbs(&self) -> Option<Status> {
        if self.past {
            // "received X, who is on a visit"
            let is_received = self.present && !self.is_seen_there;
            let goes_on =
                self.set_out && (self.future || self.present) || is_received || self.is_under_way(0, None);
            return Some(if goes_on { Status::Ongoing } else { Status::Completed });
        }
        if self.present {
            return Some(if self.has_historical_present { Status::Completed } else { Status::Ongoing });
        }
        self.future.then_some(Status::Planned)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{headline_visits, visits};

    #[test]
    fn a_month_of_a_past_year_is_over_whatever_follows_it() {
        let told =
            visits("FI", "The talks will follow the visit of President Ivo Novak to Finland in March 2021.");
        assert!(told.len() == 1 && told[0].starts_with("Ivo Novak -> FI completed"), "{told:?}");
    }

    #[test]
    fn a_guest_who_was_received_and_is_on_a_visit_is_still_there() {
        let told = visits(
            "AE",
            "Foreign Minister Hamad Ali received today President Ann Berg of Sweden, who is currently on an official visit to the country.",
        );
        assert!(
            told.iter().all(|told| told.starts_with("Ann Berg -> AE ongoing")) && told.len() == 1,
            "{told:?}"
        );
    }

    #[test]
    fn what_a_headline_says_that_somebody_does_is_done() {
        let told = headline_visits("GB", "Minister Ann Hale opens new school in Swansea");
        assert!(told.iter().all(|told| told.ends_with("completed")) && told.len() == 1, "{told:?}");
        let told = headline_visits("GB", "Minister Ann Hale travels to Kenya");
        assert_eq!(told, ["Ann Hale -> KE ongoing"]);
        let told = headline_visits("GB", "Minister Ann Hale visits Kenya from 8 to 10 May");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Hale -> KE planned")) && told.len() == 1,
            "{told:?}"
        );
    }

    #[test]
    fn a_plan_is_cancelled_by_what_stands_after_but() {
        for end in ["but this leg was cancelled because of the cyclone", "but will no longer do so"] {
            let told =
                visits("BR", &format!("Foreign Minister Mauro Duarte was due to visit Maputo, {end}."));
            assert_eq!(told, ["Mauro Duarte -> MZ Maputo cancelled"], "{end}");
        }
        let told =
            visits("BR", "Foreign Minister Mauro Duarte will visit Maputo, but the summit was postponed.");
        assert_eq!(told, ["Mauro Duarte -> MZ Maputo planned"]);
        let told = visits(
            "BR",
            "Foreign Minister Mauro Duarte was due to visit Maputo in April, but this was postponed to June.",
        );
        assert!(!told.iter().any(|told| told.contains("cancelled")), "{told:?}");
    }

    #[test]
    fn who_has_just_gone_is_still_there() {
        let told = visits("IE", "Foreign Minister Sean Daly has today travelled to Kyiv.");
        assert_eq!(told, ["Sean Daly -> UA Kyiv ongoing 2022-05-04"]);
        let told = visits(
            "MT",
            "Foreign Minister Ian Borg met Foreign Minister Ivo Novak in Belgrade on the second day of his visit to Serbia.",
        );
        assert!(told.iter().any(|told| told.starts_with("Ian Borg -> RS Belgrade ongoing")), "{told:?}");
    }

    #[test]
    fn who_arrived_yesterday_for_two_days_is_there() {
        let told = visits(
            "PK",
            "Foreign Minister Ivo Novak of Serbia arrived in Islamabad yesterday for a two-day visit. The two ministers held talks.",
        );
        assert!(told.iter().all(|told| told.contains("PK Islamabad ongoing")) && told.len() == 1, "{told:?}");
        let told = visits("SE", "President Ann Berg has begun a three-day state visit to Kenya.");
        assert_eq!(told, ["Ann Berg -> KE ongoing"]);
    }

    #[test]
    fn trips_at_home_are_no_journey_that_goes_on() {
        let told = visits(
            "FJ",
            "Prime Minister Ann Hale yesterday visited Suva and opened a school. The Prime Minister will tour Labasa next week.",
        );
        assert!(told.iter().all(|told| told.contains(" completed")) && !told.is_empty(), "{told:?}");
    }

    #[test]
    fn a_visit_after_which_one_is_to_come_is_planned_too() {
        let told = visits(
            "EG",
            "President Ivo Said is due to arrive in Paris on Friday following a visit to Berlin on Thursday.",
        );
        assert_eq!(
            told,
            ["Ivo Said -> FR Paris planned 2022-05-06", "Ivo Said -> DE Berlin planned 2022-05-05"]
        );
    }

    #[test]
    fn a_first_ever_visit_that_was_paid_is_over() {
        let told =
            visits("SK", "President Ivo Novak paid the first-ever visit of a Slovak president to Malta.");
        assert!(told.iter().all(|told| told.contains("MT completed")) && !told.is_empty(), "{told:?}");
    }

    #[test]
    fn who_has_come_back_has_been_there() {
        let told = visits(
            "NG",
            "President Ann Hale returned to Abuja on Tuesday after a three-day official visit to Riyadh, Saudi Arabia.",
        );
        assert_eq!(told, ["Ann Hale -> SA Riyadh completed 2022-05-01/2022-05-03"]);
    }

    #[test]
    fn who_is_on_a_visit_is_there_whatever_comes_next() {
        let told = visits(
            "GB",
            "State Secretary Ivo Berg of Norway, who is on a two-day visit to Scotland, will continue to Aberdeen tomorrow.",
        );
        assert!(told.iter().all(|told| told.contains(" ongoing")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn a_visit_that_is_envisaged_or_scheduled_is_to_come() {
        for text in [
            "A working visit by Federal Councillor Ann Roth to Brussels is envisaged for the early summer.",
            "They spoke of Federal Councillor Ann Roth’s visit to Brussels scheduled for the second half of the year.",
            "Federal Councillor Ann Roth will on Tuesday, 10 May 2022 visit Brussels.",
        ] {
            let told = visits("CH", text);
            assert!(
                told.iter().all(|told| told.contains("BE Brussels planned")) && told.len() == 1,
                "{told:?}"
            );
        }
    }

    #[test]
    fn who_does_not_come_as_announced_has_cancelled() {
        let told = visits(
            "FJ",
            "Prime Minister Ivo Molisa of Vanuatu will not be travelling to Suva as earlier announced.",
        );
        assert_eq!(told, ["Ivo Molisa -> FJ Suva cancelled"]);
    }

    #[test]
    fn who_wraps_up_a_visit_has_been_there_and_who_is_at_the_first_stop_is_not() {
        let told = visits(
            "BD",
            "Prime Minister Ana Hasan returned home last night wrapping up her four-day official visit to Japan.",
        );
        assert!(
            told.iter().all(|told| told.starts_with("Ana Hasan -> JP completed")) && told.len() == 1,
            "{told:?}"
        );
        let told = visits(
            "CZ",
            "Foreign Minister Jan Lipa set off on a trip to the Balkans. Minister Lipa’s first stop is Sarajevo.",
        );
        assert!(told.iter().all(|told| told.contains("BA Sarajevo ongoing")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn whoever_will_return_home_does_not_visit_it() {
        let told = visits(
            "FI",
            "Prime Minister Ana Virta left for Berlin. The Prime Minister’s visit was shortened and she will return to Finland on Thursday.",
        );
        assert_eq!(told, ["Ana Virta -> DE Berlin ongoing"]);
    }

    #[test]
    fn a_date_may_stand_between_will_and_its_verb() {
        let told = visits("GB", "Foreign Secretary Ann Hale will today (4 May) travel to Washington.");
        assert_eq!(told, ["Ann Hale -> US Washington planned 2022-05-04"]);
    }

    #[test]
    fn a_guest_who_is_visiting_is_still_there_on_the_day_after_a_meeting() {
        let told = visits(
            "FI",
            "President Ivo Novak of Serbia, who is visiting Finland, met Prime Minister Aino Virta on Tuesday.",
        );
        assert_eq!(told, ["Ivo Novak -> FI ongoing 2022-05-03"]);
    }

    #[test]
    fn who_joins_others_in_departing_has_set_out() {
        let told = visits(
            "US",
            "Today, Senator Ann Hale joined Chairman Bo Lind in departing on a congressional delegation to Kenya and Uganda.",
        );
        assert!(told.iter().all(|told| told.contains(" ongoing")) && told.len() == 2, "{told:?}");
        let told =
            visits("US", "A guest today joined Chairman Bo Lind in departing on a delegation to Kenya.");
        assert!(told.iter().all(|told| told.contains("KE ongoing")) && told.len() == 1, "{told:?}");
    }
}
