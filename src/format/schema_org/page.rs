//! JSON-LD in a page of HTML.

use super::graph::Graph;
use super::names;

/// Whether a page has a script of JSON-LD.
pub(in crate::format) fn has_linked_data(page: &str) -> bool {
    scripts(page).next().is_some()
}

/// The page with everything but its first script that has an article blanked out, so that all stands where
/// it stood; nothing if this is no page with such a script.
pub(super) fn linked_data(bytes: &[u8]) -> Option<Vec<u8>> {
    let page = str::from_utf8(bytes).ok()?;
    if !page.trim_start_matches('\u{FEFF}').trim_start().starts_with('<') {
        return None;
    }
    let mut all = scripts(page);
    let (start, script) = all.find(|(_, script)| {
        serde_json::from_str(script).is_ok_and(|value| {
            let graph = Graph::of(&value);
            graph.nodes().iter().any(|node| node.is(|name| names::is_article(name) || names::is_event(name)))
        })
    })?;
    let is_within = |at: usize| (start..start + script.len()).contains(&at);
    let blanked = |(at, byte): (usize, &u8)| match byte {
        _ if is_within(at) => *byte,
        b'\n' => b'\n',
        _ => b' ',
    };
    Some(bytes.iter().enumerate().map(blanked).collect())
}

/// The scripts of JSON-LD, and where each starts.
fn scripts(page: &str) -> impl Iterator<Item = (usize, &str)> {
    page.match_indices("<script").filter_map(|(start, _)| {
        let tag = page.get(start..)?;
        let (attributes, rest) = tag.split_once('>')?;
        let (script, _) = rest.split_once("</script")?;
        attributes.contains("application/ld+json").then_some((start + attributes.len() + 1, script))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_with_an_article_is_left_where_it_stood() {
        let page = "<p>é</p>\n<script type='application/ld+json'>{\"@type\": \"WebSite\"}</script>\
            <script type=\"application/ld+json\">{\"@type\": \"NewsArticle\"}</script><p>b</p>";
        let masked = String::from_utf8(linked_data(page.as_bytes()).unwrap()).unwrap();
        assert_eq!(masked.trim(), "{\"@type\": \"NewsArticle\"}");
        assert_eq!(masked.find('{'), page.find("{\"@type\": \"NewsArticle"));
        assert_eq!(linked_data(b"{\"@type\": \"NewsArticle\"}"), None);
        assert!(!has_linked_data("<script>{}</script>"));
    }
}
