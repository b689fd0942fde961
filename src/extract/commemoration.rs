use super::annotated::Annotated;
use crate::model::Commemoration;
pub(super) fn commemorations(_t: &[Annotated<'_>]) -> Vec<Commemoration> {
    Vec::new()
}
