//! Documents of older versions, in the members of 3.1.
//!
//! | before | in 3.1 |
//! | --- | --- |
//! | `headline`, `headline_X`; `body_X`; `description_X` | items of `headlines`, `bodies`, `descriptions` with the role X |
//! | `charcount`, `wordcount`, `mimetype` of an item | `charCount`, `wordCount`, `contentType` of its first body; without one, items of `altIds` |
//! | `person`, `byline`, `versioncreated`, … | `people`, `by`, `versionCreated`, … |
//! | `scheme` and `code` | `uri`, the one behind the other, and `literal`, the code alone; of a trust indicator, `role` |
//! | objects of `renditions`, `associations`, `altids` | lists, with the name in each item |
//! | `ticker` | `symbol` |
//! | `geometry_X` | `geoJSON`; what is no GeoJSON is the property X of a feature without a geometry |

use serde_json::{Map, Value, json};

use super::geojson;
use super::names::SCHEMA;
use super::version::Version;
use crate::format::json_tree::Json;

type Members = Map<String, Value>;

/// The item in the members of 3.1, unless it is in them already.
pub(super) fn upgraded(document: &Json<'_>) -> Option<Value> {
    if !is_older(document) {
        return None;
    }
    let mut newer = match document.to_value() {
        Value::Object(members) => Value::Object(item(members)),
        other => other,
    };
    if let Some(Value::Object(standard)) = newer.get_mut("standard") {
        declare_latest(standard);
    }
    Some(newer)
}

/// Whether any object of the value has a member that 3.1 calls otherwise.
fn is_older(value: &Json<'_>) -> bool {
    match value {
        Json::Object(members) => members.iter().any(|(name, value)| {
            let is_keyed = matches!(&**name, "associations" | "renditions") && value.is_object();
            is_keyed || is_old(name) || (name != "geoJSON" && is_older(value))
        }),
        Json::Array(items) => items.iter().any(is_older),
        _ => false,
    }
}

fn is_old(name: &str) -> bool {
    newer_name(name).is_some()
        || text_list(name).is_some()
        || matches!(name, "code" | "mimetype" | "scheme" | "ticker")
        || name.starts_with("geometry_")
}

/// Members that 3.1 has by but another name, in the order of the alphabet.
const NEWER_NAMES: [(&str, &str); 37] = [
    ("$standard", "standard"),
    ("altids", "altIds"),
    ("byline", "by"),
    ("charcount", "charCount"),
    ("contactinfo", "contactInfo"),
    ("contentcreated", "contentCreated"),
    ("contenttype", "contentType"),
    ("copyrightholder", "copyrightHolder"),
    ("copyrightnotice", "copyrightNotice"),
    ("digitalsourcetype", "digitalSourceType"),
    ("ednote", "edNote"),
    ("embargoed", "embargoedUntil"),
    ("encodedrights", "encodedRights"),
    ("event", "events"),
    ("firstcreated", "firstCreated"),
    ("genre", "genres"),
    ("geojson", "geoJSON"),
    ("infosource", "infoSources"),
    ("infosources", "infoSources"),
    ("langid", "langId"),
    ("linkedrights", "linkedRights"),
    ("object", "objects"),
    ("organisation", "organisations"),
    ("person", "people"),
    ("place", "places"),
    ("postalcode", "postalCode"),
    ("pubstatus", "pubStatus"),
    ("representationtype", "representationType"),
    ("rightsinfo", "rightsInfo"),
    ("sizeinbytes", "sizeInBytes"),
    ("subject", "subjects"),
    ("symboltype", "symbolType"),
    ("trustindicator", "trustIndicators"),
    ("trustindicators", "trustIndicators"),
    ("usageterms", "usageTerms"),
    ("versioncreated", "versionCreated"),
    ("wordcount", "wordCount"),
];

/// What 3.1 calls a member that has but another name.
fn newer_name(name: &str) -> Option<&'static str> {
    let found = NEWER_NAMES.binary_search_by_key(&name, |(old, _)| *old).ok()?;
    NEWER_NAMES.get(found).map(|(_, new)| *new)
}

/// The list that a text of an item stands in now, and its role there.
fn text_list(name: &str) -> Option<(&'static str, &str)> {
    if !["headline", "body", "description"].iter().any(|kind| name.starts_with(kind)) {
        return None;
    }
    let (kind, role) = name.split_once('_').unwrap_or((name, "main"));
    let list = match kind {
        "headline" => "headlines",
        "body" if role != "main" || name == "body_main" => "bodies",
        "description" if role != "main" || name == "description_main" => "descriptions",
        _ => return None,
    };
    Some((list, role))
}

fn item(members: Members) -> Members {
    let mut new = Members::new();
    let mut of_body = Members::new();
    for (name, value) in members {
        match (name.as_str(), value) {
            ("charcount", count) => drop(of_body.insert("charCount".to_owned(), count)),
            ("wordcount", count) => drop(of_body.insert("wordCount".to_owned(), count)),
            ("mimetype", kind) => drop(of_body.insert("contentType".to_owned(), kind)),
            ("associations", Value::Object(named)) => {
                add_all(&mut new, "associations", by_name(named, item));
            }
            ("associations", Value::Array(items)) => {
                let upgraded = |value| match value {
                    Value::Object(members) => Value::Object(item(members)),
                    other => other,
                };
                add_all(&mut new, "associations", items.into_iter().map(upgraded));
            }
            ("renditions", Value::Object(named)) => add_all(&mut new, "renditions", by_name(named, object)),
            ("altids", Value::Object(ids)) => {
                let id = |(role, value): (String, Value)| json!({"role": role, "value": plain(value)});
                add_all(&mut new, "altIds", ids.into_iter().map(id));
            }
            ("infosource", Value::Array(sources)) => {
                let source = |value| with_role(value, "rel");
                add_all(&mut new, "infoSources", sources.into_iter().map(source));
            }
            ("trustindicator", Value::Array(indicators)) => {
                let indicator = |value| with_role(value, "uri");
                add_all(&mut new, "trustIndicators", indicators.into_iter().map(indicator));
            }
            (_, value) => match (text_list(&name), value) {
                (Some((list, role)), Value::String(text)) => add(&mut new, list, text_item(list, role, text)),
                (_, value) => put(&mut new, name, value),
            },
        }
    }
    settle(&mut new, of_body);
    new
}

/// An object within an item.
fn object(members: Members) -> Members {
    let mut new = Members::new();
    let (mut scheme, mut code) = (None, None);
    for (name, value) in members {
        match (name.as_str(), value) {
            ("scheme", Value::String(text)) => scheme = Some(text),
            ("code", Value::String(text)) => code = Some(text),
            ("mimetype", kind) => put(&mut new, "contentType".to_owned(), kind),
            ("ticker", ticker) => put(&mut new, "symbol".to_owned(), ticker),
            (_, value) => match name.strip_prefix("geometry_") {
                Some(notation) => put(&mut new, "geoJSON".to_owned(), geometry(notation, value)),
                None => put(&mut new, name, value),
            },
        }
    }
    if let Some(uri) = uri(scheme, code.as_deref()) {
        put(&mut new, "uri".to_owned(), uri.into());
    }
    if let Some(code) = code {
        put(&mut new, "literal".to_owned(), code.into());
    }
    new
}

/// Puts a member under the name that it has now; where that is taken, it keeps its old one.
fn put(members: &mut Members, name: String, value: Value) {
    let value = match (name.as_str(), value) {
        ("geojson" | "geoJSON", value) => value,
        ("representationtype", Value::String(word)) => match word.as_str() {
            "complete" => "full".into(),
            "incomplete" => "partial".into(),
            _ => word.into(),
        },
        (_, Value::Object(inner)) => Value::Object(object(inner)),
        (_, Value::Array(items)) => items.into_iter().map(within).collect(),
        (_, value) => value,
    };
    let new = newer_name(&name).filter(|new| !members.contains_key(*new));
    members.insert(new.map_or(name, str::to_owned), value);
}

fn within(value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(object(members)),
        other => other,
    }
}

fn by_name(named: Members, upgraded: fn(Members) -> Members) -> impl Iterator<Item = Value> {
    named.into_iter().map(move |(name, value)| match value {
        Value::Object(members) => {
            let mut new = Members::new();
            new.insert("name".to_owned(), name.into());
            new.extend(upgraded(members));
            Value::Object(new)
        }
        other => json!({"name": name, "value": other}),
    })
}

fn add(members: &mut Members, list: &str, item: Value) {
    add_all(members, list, [item]);
}

fn add_all(members: &mut Members, list: &str, items: impl IntoIterator<Item = Value>) {
    let present = members.entry(list).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(present) = present {
        present.extend(items);
    }
}

fn text_item(list: &str, role: &str, text: String) -> Value {
    let content_type = match role {
        "text" => Some("text/plain"),
        "html" | "xhtml" | "html5" => Some("text/html"),
        _ => None,
    };
    match content_type.filter(|_| list != "headlines") {
        Some(kind) => json!({"role": role, "contentType": kind, "value": text}),
        None => json!({"role": role, "value": text}),
    }
}

/// An object whose `role` was told by another member, and needs no code beside it.
fn with_role(value: Value, by: &str) -> Value {
    let mut value = within(value);
    if let Value::Object(members) = &mut value {
        let literal = members.get("literal").cloned();
        if let Some(role) = members.shift_remove(by).or(literal.filter(|_| by == "uri")) {
            members.insert("role".to_owned(), role);
            if by == "uri" {
                members.shift_remove("literal");
            }
        }
    }
    value
}

/// Gives the first body what an item said of its body, as far as the body does not say it itself.
fn settle(item: &mut Members, mut of_body: Members) {
    if let Some(Value::Object(body)) = item.get_mut("bodies").and_then(|bodies| bodies.get_mut(0)) {
        for (name, value) in std::mem::take(&mut of_body) {
            if body.contains_key(&name) {
                of_body.insert(name, value);
            } else {
                body.insert(name, value);
            }
        }
        // What the first body says otherwise is said of the item.
        of_body.retain(|name, value| body.get(name) != Some(value));
    }
    for (name, value) in of_body {
        add(item, "altIds", json!({"role": name, "value": plain(value)}));
    }
}

/// Where the scheme does not end in what parts it from a code, a slash is put between them.
fn uri(scheme: Option<String>, code: Option<&str>) -> Option<String> {
    let scheme = scheme?;
    Some(match code {
        Some(code) if scheme.ends_with(['/', '#', ':', '=']) => format!("{scheme}{code}"),
        Some(code) => format!("{scheme}/{code}"),
        None => scheme,
    })
}

fn geometry(notation: &str, value: Value) -> Value {
    if geojson::is_geojson(&Json::from(&value)) {
        return value;
    }
    json!({"type": "Feature", "geometry": null, "properties": {notation: value}})
}

/// Text for what must be text.
fn plain(value: Value) -> Value {
    match value {
        Value::String(_) => value,
        other => other.to_string().into(),
    }
}

fn declare_latest(standard: &mut Members) {
    let latest = Version::LATEST.to_string();
    if let Some(name) = standard.get("name").and_then(Value::as_str)
        && let Some(("IPTC ninjs", version)) = name.rsplit_once(' ')
        && version.parse::<Version>().is_ok()
    {
        standard.insert("name".to_owned(), format!("IPTC ninjs {latest}").into());
    }
    let is_ours = standard
        .get("schema")
        .and_then(Value::as_str)
        .is_some_and(|schema| schema.contains("iptc.org/std/ninjs/"));
    if is_ours {
        standard.insert("schema".to_owned(), SCHEMA.into());
    }
    if standard.contains_key("version") {
        standard.insert("version".to_owned(), latest.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::ninjs::standard::Standard;

    fn upgraded(document: Value) -> Value {
        let newer = super::upgraded(&Json::from(&document));
        newer.unwrap_or(document)
    }

    #[test]
    fn no_member_of_the_latest_version_is_an_older_name() {
        for name in Standard::of(Version::LATEST).members() {
            assert!(!is_old(name), "{name}");
        }
    }

    #[test]
    fn the_newer_names_are_in_order_for_the_search() {
        assert!(NEWER_NAMES.is_sorted());
    }

    #[test]
    fn an_item_of_the_first_generation_has_the_members_of_the_third() {
        let found = upgraded(json!({
            "uri": "urn:a", "versioncreated": "2019", "headline": "H", "headline_short": "S",
            "body_text": "B", "wordcount": 1, "mimetype": "text/plain", "byline": "Ann",
            "person": [{"name": "Bob", "scheme": "http://x.org", "code": "b", "contactinfo": [{"value": "1"}]}],
            "place": [{"geometry_geojson": {"type": "Point", "coordinates": [1, 2]}}, {"geometry_wkt": {"a": 1}}],
            "organisation": [{"symbols": [{"ticker": "T"}]}],
            "altids": {"ours": "7"},
            "renditions": {"thumb": {"href": "urn:t", "mimetype": "image/png", "sizeinbytes": 5}},
            "associations": {"pic": {"uri": "urn:p", "headline": "P"}},
            "infosource": [{"name": "N", "rel": "source"}],
            "$standard": {"name": "IPTC ninjs 1.4", "version": "1.4", "schema": "http://www.iptc.org/std/ninjs/x.json"}
        }));
        let expected = json!({
            "uri": "urn:a", "versionCreated": "2019",
            "headlines": [{"role": "main", "value": "H"}, {"role": "short", "value": "S"}],
            "bodies": [{"role": "text", "contentType": "text/plain", "value": "B", "wordCount": 1}],
            "by": "Ann",
            "people": [{"name": "Bob", "contactInfo": [{"value": "1"}], "uri": "http://x.org/b", "literal": "b"}],
            "places": [{"geoJSON": {"type": "Point", "coordinates": [1, 2]}},
                {"geoJSON": {"type": "Feature", "geometry": null, "properties": {"wkt": {"a": 1}}}}],
            "organisations": [{"symbols": [{"symbol": "T"}]}],
            "altIds": [{"role": "ours", "value": "7"}],
            "renditions": [{"name": "thumb", "href": "urn:t", "contentType": "image/png", "sizeInBytes": 5}],
            "associations": [{"name": "pic", "uri": "urn:p", "headlines": [{"role": "main", "value": "P"}]}],
            "infoSources": [{"name": "N", "role": "source"}],
            "standard": {"name": "IPTC ninjs 3.1", "version": "3.1", "schema": SCHEMA}
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn an_item_of_the_second_generation_changes_its_case() {
        let found =
            upgraded(json!({"pubstatus": "usable", "bodies": [{"contenttype": "text/html", "value": ""}]}));
        assert_eq!(
            found,
            json!({"pubStatus": "usable", "bodies": [{"contentType": "text/html", "value": ""}]})
        );
    }

    #[test]
    fn an_item_of_the_third_generation_stays() {
        let item =
            json!({"standard": {"version": "3.0"}, "uri": "urn:a", "places": [{"geoJSON": {"code": 1}}]});
        assert_eq!(upgraded(item.clone()), item);
    }
}
