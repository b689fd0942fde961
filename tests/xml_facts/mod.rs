//! What a document of XML says, told by another parser than ours.

/// What a document says, a line a fact, by another parser: elements, attributes and text in their order, without
/// prefixes, comments and white space that means nothing.
pub fn facts(document: &[u8]) -> Vec<String> {
    fn walk(node: roxmltree::Node<'_, '_>, depth: usize, facts: &mut Vec<String>) {
        facts.push(format!("{depth} {:?} {}", node.tag_name().namespace(), node.tag_name().name()));
        let attributes = node.attributes();
        let mut named: Vec<String> = attributes
            .map(|found| format!("{depth} @{:?} {} {:?}", found.namespace(), found.name(), found.value()))
            .collect();
        named.sort();
        facts.append(&mut named);
        let is_space = |text: &str| text.chars().all(|c| " \t\r\n".contains(c));
        let is_mixed = node.children().any(|child| child.is_text() && !is_space(child.text().unwrap()))
            || !node.children().any(|child| child.is_element());
        let mut text = String::new();
        for child in node.children() {
            if child.is_text() && is_mixed {
                text.push_str(child.text().unwrap());
            } else if child.is_element() {
                if !text.is_empty() {
                    facts.push(format!("{depth} {text:?}"));
                }
                text.clear();
                walk(child, depth + 1, facts);
            }
        }
        if !text.is_empty() {
            facts.push(format!("{depth} {text:?}"));
        }
    }
    // The other parser reads UTF-8 alone.
    let is_latin = document.windows(10).take(100).any(|name| name == b"ISO-8859-1");
    let text = match is_latin {
        true => document.iter().map(|byte| char::from(*byte)).collect(),
        false => str::from_utf8(document).unwrap().to_owned(),
    };
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let parsed = roxmltree::Document::parse_with_options(&text, options).unwrap();
    let mut facts = Vec::new();
    walk(parsed.root_element(), 0, &mut facts);
    facts
}
