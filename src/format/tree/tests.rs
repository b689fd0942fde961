//! What the tree promises, hostile documents included.

use proptest::prelude::*;

use super::slot::{Alignment, Order, Slot, Step, align, words};
use super::*;
use crate::error::{ReadError, Trouble, TroubleKind};
use crate::format::{Limits, ReadOptions};
use crate::model::Story;

/// A document, parsed leniently and handed over with what was reported.
fn with<T>(
    bytes: &[u8],
    options: &ReadOptions,
    see: impl FnOnce(&Tree<'_>, &[Trouble]) -> T,
) -> Result<T, ReadError> {
    let source = Source::new(bytes)?;
    let mut diagnostics = Diagnostics::new(&source, options);
    let tree = Tree::parse(&source, options, &mut diagnostics)?;
    let reading = diagnostics.into_reading(Story::new(""));
    Ok(see(&tree, &reading.diagnostics))
}

fn error(text: &str) -> Trouble {
    with(text.as_bytes(), &ReadOptions::new(), |_, _| ()).unwrap_err().trouble().clone()
}

/// Parsed, changed and written as it stands.
fn edited(text: &str, edit: impl FnOnce(&mut Tree<'_>)) -> String {
    let source = Source::of_text(text);
    let options = ReadOptions::new();
    let mut tree = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options)).unwrap();
    edit(&mut tree);
    let written = tree.write(Layout::AsItStands).unwrap();
    written.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap().to_owned()
}

/// The same by another parser: elements, attributes and text, without prefixes.
fn outline(text: &str) -> String {
    let document = roxmltree::Document::parse(text).unwrap();
    let mut outline = String::new();
    for node in document.descendants() {
        match node.text().filter(|_| node.is_text()) {
            Some(text) => outline.push_str(&format!("{text:?}")),
            None if node.is_element() => {
                let name = node.tag_name();
                let depth = node.ancestors().count();
                outline.push_str(&format!("\n{depth} {:?} {}", name.namespace(), name.name()));
                let mut attributes: Vec<String> = node
                    .attributes()
                    .map(|found| format!("{:?} {} {:?}", found.namespace(), found.name(), found.value()))
                    .collect();
                attributes.sort();
                outline.push_str(&attributes.join(" "));
            }
            None => {}
        }
    }
    outline
}

const DOCUMENT: &str = r#"<!-- before --><?go on?>
<n:a xmlns:n="urn:n" xmlns:m="urn:m" xml:lang="en" m:x="1&amp;&#x22;" x="2">
  text &lt; <b xmlns="urn:b">mixed<c/> <![CDATA[<&]]></b>tail
  <m:d xmlns:n="urn:other" n:y=""/><e/><!-- in -->
</n:a><!-- after -->"#;

#[test]
fn what_is_parsed_and_written_says_the_same_to_another_parser() {
    let written = edited(DOCUMENT, |_| ());
    assert_eq!(outline(&written), outline(DOCUMENT));
    assert_eq!(edited(&written, |_| ()), written);
    for kept in ["<!-- before -->", "<?go on?>", "<!-- in -->", "<!-- after -->"] {
        assert!(written.contains(kept), "{written}");
    }
}

#[test]
fn a_document_is_the_same_whatever_its_prefixes_and_indentation() {
    let one = "<p:a xmlns:p='urn:n'><p:b x='1' y='2'/><p:c>d<!-- e -->f</p:c></p:a>";
    let other = "<a xmlns='urn:n'>\n  <b y='2' x='1'/>\n  <c>df</c>\n</a>";
    let difference = |one: &str, other: &str| {
        with(one.as_bytes(), &ReadOptions::new(), |one, _| {
            with(other.as_bytes(), &ReadOptions::new(), |other, _| {
                let (a, b) = (one.root().unwrap(), other.root().unwrap());
                let difference = one.difference(a, other, b);
                let prints = [one.fingerprint(a, &|_, _| false), other.fingerprint(b, &|_, _| false)];
                assert_eq!(difference.is_none(), prints[0] == prints[1]);
                difference
            })
        })
    };
    assert_eq!(difference(one, other).unwrap().unwrap(), None);
    for (changed, path) in [
        (other.replace("df", "d f"), "a/c"),
        (other.replace("x='1'", "x='2'"), "a/b"),
        (other.replace("x='1'", ""), "a/b"),
        (other.replace("urn:n", "urn:m"), "a"),
        (other.replace("<c>", "<b/><c>"), "a"),
    ] {
        assert_eq!(difference(one, &changed).unwrap().unwrap().as_deref(), Some(path), "{changed}");
    }
}

#[test]
fn ill_formed_documents_are_errors_that_say_where() {
    for (text, kind, line, column) in [
        ("", TroubleKind::Truncated, 1, 1),
        ("text", TroubleKind::WrongFormat, 1, 1),
        ("<a>\n<b>", TroubleKind::Truncated, 2, 4),
        ("<a>\n<b></a>", TroubleKind::Syntax, 2, 4),
        ("<a><b x='1", TroubleKind::Truncated, 1, 4),
        ("<a>\n<b x='1' x='2'/></a>", TroubleKind::Syntax, 2, 13),
        ("<a xmlns:p='u' xmlns:q='u'><b p:x='1' q:x='2'/></a>", TroubleKind::Syntax, 1, 44),
        ("<a><p:b/></a>", TroubleKind::Syntax, 1, 4),
        ("<a p:x=''/>", TroubleKind::Syntax, 1, 1),
        ("<a xmlns:p=''/>", TroubleKind::Syntax, 1, 13),
        ("<a xmlns:xml='urn:x'/>", TroubleKind::Syntax, 1, 15),
        ("<a x='<'/>", TroubleKind::Syntax, 1, 7),
        ("<a/>\n<b/>", TroubleKind::Syntax, 2, 1),
        ("<a/>b", TroubleKind::Syntax, 1, 5),
        ("<a>\u{7}</a>", TroubleKind::Syntax, 1, 4),
        ("<a>&#0;</a>", TroubleKind::Syntax, 1, 4),
        ("<a><!-- b", TroubleKind::Truncated, 1, 4),
        ("<a;b/>", TroubleKind::Syntax, 1, 1),
        ("<a>]]></a>", TroubleKind::Syntax, 1, 4),
        ("<?xml version='1.1'?><a/>", TroubleKind::Syntax, 1, 1),
        ("<a/><?xml version='1.0'?>", TroubleKind::Syntax, 1, 5),
        ("<a><!DOCTYPE a></a>", TroubleKind::Syntax, 1, 4),
    ] {
        let strict = ReadOptions::new().with_strict(true);
        let error = with(text.as_bytes(), &strict, |_, _| ()).unwrap_err();
        let position = error.trouble().position.clone().unwrap();
        assert_eq!(
            (error.trouble().kind, position.line, position.column),
            (kind, line, column),
            "{text}: {error}"
        );
    }
    assert_eq!(error("<a><b><c></b></a>").path.as_deref(), Some("a/b/c"));
}

#[test]
fn a_bomb_is_no_bomb_and_nothing_is_fetched() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">\n\
                <!ENTITY z SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]>\n\
                <a b=\"&y;\">&y;&z;</a>";
    with(bomb.as_bytes(), &ReadOptions::new(), |tree, diagnostics| {
        let root = tree.root().unwrap();
        assert_eq!(tree.content(root), "&y;&z;");
        assert_eq!(tree.attribute(root, "b"), Some("&y;"));
        let places: Vec<usize> =
            diagnostics.iter().map(|found| found.position.as_ref().unwrap().line).collect();
        assert_eq!(places, [1, 3, 3, 3]);
        let written = tree.write(Layout::AsItStands).unwrap();
        assert!(written.contains("<!DOCTYPE a>") && written.contains("&amp;y;&amp;z;"), "{written}");
    })
    .unwrap();
    let strict = ReadOptions::new().with_strict(true);
    assert!(with(bomb.as_bytes(), &strict, |_, _| ()).is_err());
}

#[test]
fn limits_hold() {
    let deep = "<a>".repeat(10_000);
    let many = format!("<r>{}</r>", "<a/>".repeat(100));
    let rich = format!("<r{}/>", (0..300).map(|n| format!(" a{n}=''")).collect::<String>());
    let namespaces =
        format!("<r>{}</r>", (0..300).map(|n| format!("<a xmlns='urn:{n}'/>")).collect::<String>());
    let few = ReadOptions::new().with_limits(Limits::new().with_elements(50));
    for (text, options) in [
        (deep, ReadOptions::new()),
        (
            "<a>".repeat(200) + &"</a>".repeat(200),
            ReadOptions::new().with_limits(Limits::new().with_depth(1_000)),
        ),
        (many, few),
        (rich, ReadOptions::new()),
        (namespaces, ReadOptions::new()),
    ] {
        let error = with(text.as_bytes(), &options, |_, _| ()).unwrap_err();
        assert_eq!(error.trouble().kind, TroubleKind::Limit);
        assert!(error.trouble().position.is_some());
    }
}

#[test]
fn a_document_in_utf_16_is_read_and_its_trouble_placed() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a>é&nbsp;</a>";
    let bytes: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    with(&bytes, &ReadOptions::new(), |tree, diagnostics| {
        assert_eq!(tree.content(tree.root().unwrap()), "é&nbsp;");
        let position = diagnostics[0].position.clone().unwrap();
        assert_eq!((position.line, position.column), (2, 5));
        assert_eq!(position.span, 2 + 2 * 44..2 + 2 * 50);
    })
    .unwrap();
    assert_eq!(first_element(&bytes), Some((String::new(), "a".to_owned())));
}

#[test]
fn text_around_references_and_line_ends_is_one_piece() {
    with(b"<a>b\r\nc&amp;d<![CDATA[e\r]]>f</a>", &ReadOptions::new(), |tree, _| {
        let root = tree.root().unwrap();
        assert_eq!(tree.children(root).count(), 1);
        assert_eq!(tree.content(root), "b\nc&de\nf");
    })
    .unwrap();
}

const ORDER: Order = Order { sequence: &[("a", &["b", "c", "d"])], once: &[] };
const C: Slot = Slot::text(&[Step::child("c")]);
const D_IN_C: Slot = Slot::attribute(&[Step::with("c", "role", "main"), Step::child("d")], "xml:lang");

#[test]
fn a_slot_reads_what_it_wrote_and_touches_nothing_else() {
    let text = "<a x='1'>\n  <b/>\n  <d>e</d>\n  <c role=\"sub\"> old\n words </c>\n</a>";
    let written = edited(text, |tree| {
        let root = tree.root().unwrap();
        assert_eq!(C.get(tree, root).as_deref(), Some("old words"));
        C.put(tree, root, Some("old words"), &ORDER);
    });
    assert_eq!(written.trim_end(), text.replace('\'', "\""));
    let written = edited(text, |tree| {
        let root = tree.root().unwrap();
        C.put(tree, root, Some("a < b"), &ORDER);
        D_IN_C.put(tree, root, Some("en"), &ORDER);
        assert_eq!(D_IN_C.get(tree, root).as_deref(), Some("en"));
    });
    assert_eq!(
        written.trim_end(),
        "<a x=\"1\">\n  <b/>\n  <d>e</d>\n  <c role=\"sub\">a &lt; b</c>\n  <c role=\"main\"><d xml:lang=\"en\"/></c>\n</a>"
    );
    let written = edited(text, |tree| C.put(tree, tree.root().unwrap(), None, &ORDER));
    assert_eq!(written.trim_end(), "<a x=\"1\">\n  <b/>\n  <d>e</d>\n</a>");
}

#[test]
fn what_is_new_stands_where_the_schema_wants_it() {
    for (text, expected) in [
        ("<a/>", "<a><c/></a>"),
        ("<a><b/><d/></a>", "<a><b/><c/><d/></a>"),
        ("<a>\n <d/>\n</a>", "<a>\n <c/>\n <d/>\n</a>"),
        ("<a>\n <b/>\n</a>", "<a>\n <b/>\n <c/>\n</a>"),
        ("<a><x/></a>", "<a><c/><x/></a>"),
    ] {
        let written = edited(text, |tree| {
            ORDER.add(tree, tree.root().unwrap(), &Fresh::new("c"));
        });
        assert_eq!(written.trim_end(), expected, "{text}");
    }
}

#[test]
fn a_list_is_aligned_by_identity_and_then_by_place() {
    let source = Source::of_text("<a><b/><b/><b/></a>");
    let options = ReadOptions::new();
    let tree = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options)).unwrap();
    let nodes: Vec<NodeId> = tree.elements(tree.root().unwrap()).collect();
    let elements: Vec<(NodeId, &str)> = nodes.iter().copied().zip(["x", "y", "z"]).collect();
    let [x, y, z] = [nodes[0], nodes[1], nodes[2]].map(Some);
    let aligned = |values: &[&str]| align(&elements, values);
    assert_eq!(aligned(&["x", "new", "z"]), Alignment { places: vec![x, y, z], gone: vec![] });
    assert_eq!(aligned(&["z", "x"]), Alignment { places: vec![z, x], gone: vec![nodes[1]] });
    assert_eq!(aligned(&["x", "y", "new", "z"]), Alignment { places: vec![x, y, None, z], gone: vec![] });
}

#[test]
fn a_patch_does_what_differs_and_leaves_the_rest() {
    let name = |text: &str| Fresh::new("name").text(text);
    let thing = |key: &str, text: &str| Fresh::new("c").with("qcode", key).child(name(text));
    let of =
        |title: &str, things: Vec<Fresh>| Fresh::new("a").child(Fresh::new("b").text(title)).children(things);
    let text = "<a>\n  <b x=\"1\">old<!-- note --></b>\n  <c qcode=\"k:1\" rank=\"3\"><name>One</name><y/></c>\n  <z/>\n  \
                <c qcode=\"k:2\"><name>Two</name></c>\n  <d>kept</d>\n</a>";
    let was = of("old", vec![thing("k:1", "One"), thing("k:2", "Two")]);
    for (is, expected) in [
        (was.clone(), text.to_owned()),
        (of("new", vec![thing("k:1", "One"), thing("k:2", "Two")]), text.replace("old<!-- note -->", "new")),
        (of("old", vec![thing("k:1", "First"), thing("k:2", "Two")]), text.replace("One", "First")),
        (
            of("old", vec![thing("k:2", "Two")]),
            text.replace("\n  <c qcode=\"k:1\" rank=\"3\"><name>One</name><y/></c>", ""),
        ),
        (
            of("old", vec![thing("k:1", "One"), thing("k:9", "New"), thing("k:2", "Two")]),
            text.replace("\n  <z/>", "\n  <c qcode=\"k:9\"><name>New</name></c>\n  <z/>"),
        ),
        (of("old", vec![thing("k:1", "One"), thing("k:3", "Two")]), text.replace("k:2", "k:3")),
    ] {
        let written = edited(text, |tree| {
            let root = tree.root().unwrap();
            tree.patch(root, &was, &is, &ORDER);
        });
        assert_eq!(written.trim_end(), expected);
    }
}

#[test]
fn attributes_come_and_go() {
    let name = |local| Name { namespace: NamespaceId::NONE, local };
    let written = edited("<a x='1' y='2'><b z='3'/></a>", |tree| {
        let root = tree.root().unwrap();
        tree.set_attribute(root, name("w"), "0");
        tree.set_attribute(root, name("y"), "two");
        tree.remove_attribute(root, name("x"));
        tree.set_attribute(root, name("v"), "\"&\n");
    });
    assert_eq!(written.trim_end(), "<a y=\"two\" w=\"0\" v=\"&quot;&amp;&#10;\"><b z=\"3\"/></a>");
}

#[test]
fn indentation_leaves_text_alone() {
    let source = Source::of_text("<a xmlns='u'><b><c/></b><p><i/>t<b/></p><q><i/></q></a>");
    let options = ReadOptions::new();
    let tree = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options)).unwrap();
    let written = tree.write(Layout::Indented(|tree, node| tree.local(node) == "q")).unwrap();
    assert_eq!(
        written,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"u\">\n  <b>\n    <c/>\n  </b>\n  \
         <p><i/>t<b/></p>\n  <q><i/></q>\n</a>\n"
    );
}

#[test]
fn words_are_joined_by_one_space() {
    for (text, expected) in
        [("a b", "a b"), (" a\n  b ", "a b"), ("", ""), ("\n", ""), ("a\u{A0} b", "a\u{A0} b")]
    {
        assert_eq!(words(Cow::Borrowed(text)), expected);
        assert_eq!(words(Cow::Owned(text.to_owned())), expected);
    }
}

/// A piece of XML, or nearly so.
fn nearly_xml() -> BoxedStrategy<String> {
    let piece = prop::sample::select(
        &[
            "<a>",
            "</a>",
            "<b x='1'>",
            "</b>",
            "<c/>",
            "<p:d xmlns:p='urn:p' p:e='&lt;'/>",
            "<f xmlns='urn:f'>",
            "</f>",
            " ",
            "\n",
            "\r\n",
            "text",
            "&amp;",
            "&nbsp;",
            "&#10;",
            "<![CDATA[<]]>",
            "<!-- c -->",
            "<?i?>",
            "<",
            ">",
            "&",
            "]]>",
            "<!DOCTYPE a>",
            "é",
            "\u{202E}",
            "\u{1}",
            "<?xml version='1.0'?>",
        ][..],
    );
    prop::collection::vec(piece, 0..24).prop_map(|pieces| format!("<a>{}</a>", pieces.concat())).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_document_is_read_as_another_parser_reads_it_or_refused(text in nearly_xml()) {
        let written = with(text.as_bytes(), &ReadOptions::new(), |tree, diagnostics| {
            (tree.write(Layout::AsItStands).unwrap(), diagnostics.is_empty())
        });
        match (written, roxmltree::Document::parse(&text)) {
            (Ok((written, true)), Ok(_)) => {
                prop_assert_eq!(outline(&written), outline(&text));
                prop_assert_eq!(edited(&written, |_| ()), written.split_once('\n').unwrap().1);
            }
            // What this parser is lenient about, the other refuses.
            (Ok((_, clean)), Err(error)) => prop_assert!(!clean, "{}: {}", text, error),
            (Err(error), Ok(_)) => prop_assert!(false, "{}: {}", text, error),
            (Ok((_, false)), Ok(_)) | (Err(_), Err(_)) => {}
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = with(&bytes, &ReadOptions::new(), |_, _| ());
        let _ = first_element(&bytes);
    }
}
