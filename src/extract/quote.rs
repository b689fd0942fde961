use super::{annotated::Annotated, passage::Passage};
use crate::model::{Quote, Story};
pub(super) struct Speech;
pub(super) fn spoken(_s: &Story, _p: &mut [Passage<'_>]) -> Vec<Speech> {
    Vec::new()
}
pub(super) fn quotes(_s: &[Speech], _t: &[Annotated<'_>]) -> Vec<Quote> {
    Vec::new()
}
