//! The rules, a file a family.

pub(super) mod code;
pub(super) mod commemoration;
pub(super) mod date;
pub(super) mod evidence;
pub(super) mod lead_in;
pub(super) mod life;
pub(super) mod participant;
pub(super) mod quotation_marks;
pub(super) mod quote;
pub(super) mod reference;
pub(super) mod status;
pub(super) mod text;
pub(super) mod visit;

#[cfg(test)]
pub(super) mod case;
