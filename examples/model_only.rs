//! Uses the types alone: no format, no extraction, `default-features = false`.
//!
//! `cargo run --example model_only --no-default-features`

use std::error::Error;

use chrono::NaiveDate;
use newsdesk::{
    Calendar, Country, Date, Facts, Id, Leg, Name, Official, Participant, Relative, Role, Status, TimeUnit,
    Visit,
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", run()?);
    Ok(())
}

/// A sentence about a visit.
pub fn run() -> Result<String, Box<dyn Error>> {
    let published = NaiveDate::from_ymd_opt(2018, 11, 30).ok_or("the calendar has no such day")?;
    let minister = Official::new(Id::new("official-1")?)
        .with_name(Name::western("Aino von der Virta"))
        .with_role(Role::new("Foreign Minister"));
    let next_year = Date::new("next year").with_relative(Relative::new(1, TimeUnit::Year)).resolve(published);
    assert_eq!(next_year.known(), Some(&Calendar::Year(2019)));
    let visit = Visit::new(Id::new("visit-1")?)
        .with_visitor(Participant::Official(minister.id.clone()))
        .with_leg(Leg::to(Country::new("EE")?))
        .with_dates(next_year)
        .with_status(Status::Planned);
    let facts = Facts::new().with_official(minister).with_visit(visit);

    let visit = facts.visits.first().ok_or("there is a visit")?;
    let visitor = visit.visitors.first().and_then(Participant::id).and_then(|id| facts.official(id));
    let family = visitor.and_then(|official| official.name.as_ref()?.family()).unwrap_or_default();
    let country = visit.legs.first().and_then(|leg| leg.country).ok_or("the visit has a country")?;
    let year = visit.dates.as_ref().and_then(Date::edtf).unwrap_or_default();
    Ok(format!("{family}: {country} in {year}"))
}
