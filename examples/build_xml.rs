//! Builds a story with its facts in code and writes it as XML.
//!
//! `cargo run --example build_xml`

use std::error::Error;

use chrono::NaiveDate;
use newsdesk::{
    Act, ActKind, Anniversary, Block, Commemoration, Country, Date, Evidence, Facts, Format, Id, Leg,
    Mention, MentionForm, Name, Official, Part, Participant, Place, PlaceKind, Remembered, Role, RoleKind,
    Status, Story, StoryDates, StoryKind, Visit,
};

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", run()?);
    Ok(())
}

/// The story as XML.
pub fn run() -> Result<String, Box<dyn Error>> {
    let published = NaiveDate::from_ymd_opt(2024, 5, 7).ok_or("the calendar has no such day")?;
    let text = "Defence Minister Helen Marlowe laid a wreath in Tallinn on the 80th anniversary.";
    let name = "Helen Marlowe";
    let start = text.find(name).ok_or("the text does not name her")?;

    let minister = Official::new(Id::new("official-1")?)
        .with_name(Name::western(name))
        .with_role(Role::new("Defence Minister").with_kind(RoleKind::Minister))
        .with_country(Country::new("GB")?)
        .with_mention(Mention::new(
            MentionForm::Name,
            Evidence::new(Part::Block(0), start..start + name.len(), "").with_text(name),
        ));
    let her = Participant::Official(minister.id.clone());
    let tallinn = Place::new("Tallinn").with_kind(PlaceKind::City).with_country(Country::new("EE")?);
    let visit = Visit::new(Id::new("visit-1")?)
        .with_visitor(her.clone())
        .with_leg(Leg::to(Country::new("EE")?).with_place(tallinn.clone()))
        .with_dates(Date::day(published))
        .with_status(Status::Completed);
    let commemoration = Commemoration::new(Id::new("commemoration-1")?)
        .with_remembered(Remembered::new("Battle of Tallinn Bay"))
        .with_anniversary(Anniversary::years(80))
        .with_act(Act::new(ActKind::Wreath).with_actor(her).with_place(tallinn));
    let story = Story::new("Minister marks anniversary in Tallinn")
        .with_kind(StoryKind::NewsStory)
        .with_dates(StoryDates::new().with_first_published(published))
        .with_block(Block::paragraph(text))
        .with_facts(Facts::new().with_official(minister).with_visit(visit).with_commemoration(commemoration));
    Ok(String::from_utf8(Format::Xml.write(&story)?)?)
}
