//! Whether a value is GeoJSON (RFC 7946, as the schema of geojson.org has it).

use crate::error::TroubleKind;
use crate::format::json_tree::{Json, Node};

/// Reports a value that is no GeoJSON object.
pub(super) fn check(node: &Node<'_, '_>) {
    if !node.is_object() {
        return;
    }
    if !is_geojson(node.value()) {
        let kind = node.value().get("type").and_then(Json::as_str).unwrap_or("GeoJSON object");
        node.report(TroubleKind::InvalidValue, format!("this is no {kind} as GeoJSON has it"));
    }
}

pub(super) fn is_geojson(value: &Json<'_>) -> bool {
    is_geometry(value)
        || is_feature(value)
        || is_collection(value, "FeatureCollection", "features", is_feature)
}

fn is_feature(value: &Json<'_>) -> bool {
    kind(value) == Some("Feature")
        && has_bounds(value)
        && value.get("id").is_none_or(|id| id.is_number() || id.is_string())
        && value.get("properties").is_some_and(|it| it.is_null() || it.is_object())
        && value.get("geometry").is_some_and(|it| it.is_null() || is_geometry(it))
}

fn is_geometry(value: &Json<'_>) -> bool {
    if is_collection(value, "GeometryCollection", "geometries", is_single_geometry) {
        return true;
    }
    is_single_geometry(value)
}

fn is_single_geometry(value: &Json<'_>) -> bool {
    let Some(coordinates) = value.get("coordinates") else { return false };
    let (depth, least) = match kind(value) {
        Some("Point") => (0, 2),
        Some("MultiPoint") => (1, 0),
        Some("LineString") => (1, 2),
        Some("MultiLineString") => (2, 2),
        Some("Polygon") => (2, 4),
        Some("MultiPolygon") => (3, 4),
        _ => return false,
    };
    has_bounds(value) && is_positions(coordinates, depth, least)
}

/// Lists within each other, `depth` of them, the innermost of at least `least` positions.
fn is_positions(value: &Json<'_>, depth: usize, least: usize) -> bool {
    let Some(items) = value.as_array() else { return false };
    match depth {
        0 => items.len() >= 2 && items.iter().all(Json::is_number),
        1 => items.len() >= least && items.iter().all(|item| is_positions(item, 0, least)),
        _ => items.iter().all(|item| is_positions(item, depth - 1, least)),
    }
}

fn is_collection(value: &Json<'_>, name: &str, member: &str, is_part: fn(&Json<'_>) -> bool) -> bool {
    kind(value) == Some(name)
        && has_bounds(value)
        && value.get(member).and_then(Json::as_array).is_some_and(|parts| parts.iter().all(is_part))
}

fn has_bounds(value: &Json<'_>) -> bool {
    value.get("bbox").is_none_or(|bounds| {
        bounds.as_array().is_some_and(|bounds| bounds.len() >= 4 && bounds.iter().all(Json::is_number))
    })
}

fn kind<'v>(value: &'v Json<'_>) -> Option<&'v str> {
    value.get("type")?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_geometry_has_the_shape_of_its_kind() {
        let line = json!([[1, 2], [3, 4]]);
        let ring = json!([[1, 2], [3, 4], [5, 6], [1, 2]]);
        for good in [
            json!({"type": "Point", "coordinates": [1, 2.5]}),
            json!({"type": "LineString", "coordinates": line}),
            json!({"type": "Polygon", "coordinates": [ring], "bbox": [1, 2, 3, 4]}),
            json!({"type": "MultiPolygon", "coordinates": [[ring]]}),
            json!({"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]}),
            json!({"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [1, 2]}}),
            json!({"type": "FeatureCollection", "features": []}),
        ] {
            assert!(is_geojson(&Json::from(&good)), "{good}");
        }
        for bad in [
            json!({"type": "Point"}),
            json!({"type": "Point", "coordinates": [1]}),
            json!({"type": "Point", "coordinates": ["1", "2"]}),
            json!({"type": "Polygon", "coordinates": [line]}),
            json!({"type": "Feature", "geometry": null}),
            json!({"type": "Circle", "coordinates": [1, 2]}),
        ] {
            assert!(!is_geojson(&Json::from(&bad)), "{bad}");
        }
    }
}
