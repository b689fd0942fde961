use super::*;
use crate::model::Language;

fn blocks(html: &str) -> Vec<Block> {
    read(html, None, &Limits::default()).unwrap().blocks
}

fn item(ordered: bool, depth: u8, starts: bool, text: &str) -> Block {
    Block::new(BlockKind::ListItem { ordered, depth, starts }, text)
}

fn starting(text: &str) -> Block {
    Block::new(BlockKind::Quotation { starts: true }, text)
}

#[test]
fn each_element_gives_its_block() {
    let html = "<div class=\"govspeak\"><h2 id=\"a\">Works  at\n Ost</h2><p>The <abbr title=\"Ministry\">MoW</abbr>\
        \u{a0}spoke&nbsp;to&#32; the <a href=\"https://a.example/\">press</a>.<br>Twice.</p>
        loose <b>words</b>
        <blockquote>  <p>One.</p> <p class=\"last-child\">Two.</p></blockquote><blockquote>Three.</blockquote>
        <figure><img src=\"https://a.example/b.jpg\" alt=\"A bridge\"><figcaption><p>The bridge</p></figcaption></figure>
        <div class=\"contact \"><div><h3>Press office</h3><p>Tel 1</p></div></div>
        <table><tr><th>Year</th><td>2022</td></tr></table><script>no()</script><!-- no --></div>";
    assert_eq!(
        blocks(html),
        [
            Block::heading(1, "Works at Ost"),
            Block::paragraph("The MoW\u{a0}spoke\u{a0}to the press.\nTwice."),
            Block::paragraph("loose words"),
            Block::quotation("One."),
            Block::quotation("Two."),
            starting("Three."),
            Block::new(BlockKind::Caption, "The bridge"),
            Block::boilerplate(BoilerplateRole::Contact, "Press office"),
            Block::boilerplate(BoilerplateRole::Contact, "Tel 1"),
            Block::paragraph("Year\n2022"),
        ]
    );
    let content = read(html, None, &Limits::default()).unwrap();
    assert_eq!(content.links, [Link::new(Iri::new("https://a.example/").unwrap()).with_title("press")]);
    assert_eq!(
        content.media,
        [Media::new(Iri::new("https://a.example/b.jpg").unwrap()).with_alt("A bridge")]
    );
}

#[test]
fn lists_keep_their_depth_and_their_sort() {
    let html = "<ul><li>a<ul><li>b</li></ul>more</li><li><p>c</p> <p>d</p></li></ul><ul><li>e</li></ul>\
        <ol><li>f</li></ol><blockquote><ul><li>g</li></ul></blockquote><ul><li><ol><li>h</li></ol></li></ul>";
    assert_eq!(
        blocks(html),
        [
            item(false, 0, false, "a"),
            item(false, 1, false, "b"),
            item(false, 0, false, "more"),
            item(false, 0, false, "c\n\nd"),
            item(false, 0, true, "e"),
            item(true, 0, false, "f"),
            Block::quotation("g"),
            item(true, 1, false, "h"),
        ]
    );
}

#[test]
fn the_language_of_an_element_is_that_of_its_blocks() {
    let urdu = Block::paragraph("وزیراعظم").with_language(Language::new("ur").unwrap());
    assert_eq!(
        blocks("<div lang=ur dir=rtl><p>وزیراعظم</p></div><p lang=''>a</p>"),
        [urdu, Block::paragraph("a")]
    );
}

#[test]
fn what_was_written_reads_back() {
    let story = [
        Block::paragraph("a < b & \"c\"\nnext\n\nlast"),
        item(false, 2, false, "deep"),
        item(true, 1, false, "less"),
        item(true, 1, true, "again"),
        item(false, 0, false, "flat"),
        item(false, 0, true, "new"),
        Block::quotation("q"),
        starting("r"),
        Block::quotation("s"),
        Block::boilerplate(BoilerplateRole::from("a\"b\r"), "t"),
        Block::heading(5, "u"),
    ];
    let html = write(&story);
    assert_eq!(blocks(&html), story, "{html}");
}

#[test]
fn an_edit_touches_nothing_else() {
    let html = "<div class=\"govspeak\"><h2 id=\"x\">One</h2>\n<p>The <abbr title=\"m\">MoW</abbr> opened <a href=\"/b\">the bridge</a>.</p>\
        <ul>\n<li>first</li>\n<li>second</li></ul><blockquote><p class=\"last-child\">Speech.</p></blockquote><!-- c --></div>";
    let edit = |change: &dyn Fn(&mut Vec<Block>)| {
        let mut changed = blocks(html);
        change(&mut changed);
        let edited = update(html, &changed);
        assert_eq!(blocks(&edited), project(&changed), "{edited}");
        edited
    };
    assert_eq!(edit(&|_| {}), html);
    assert_eq!(
        edit(&|blocks| blocks[1].text = "The MoW closed the bridge.".into()),
        html.replace("opened", "closed")
    );
    assert_eq!(edit(&|blocks| blocks[1].text.push('\n')), html);
    assert_eq!(
        edit(&|blocks| blocks[1].text.push_str("\nAgain & again")),
        html.replace("</a>.", "</a>.<br/>Again &amp; again")
    );
    assert_eq!(edit(&|blocks| drop(blocks.remove(2))), html.replace("<li>first</li>", ""));
    assert_eq!(
        edit(&|blocks| blocks.insert(3, Block::list_item("half"))),
        html.replace("first</li>", "first</li>\n<li>half</li>")
    );
    assert_eq!(
        edit(&|blocks| blocks.push(Block::quotation("More."))),
        html.replace("Speech.</p>", "Speech.</p>\n<p>More.</p>")
    );
    assert_eq!(
        edit(&|blocks| blocks.insert(0, Block::paragraph("Zero"))),
        html.replace("<h2", "<p>Zero</p><h2")
    );
    assert_eq!(
        edit(&|blocks| drop(blocks.drain(2..4))),
        html.replace("<ul>\n<li>first</li>\n<li>second</li></ul>", "")
    );
    assert!(
        edit(&|blocks| blocks.insert(3, Block::paragraph("A list is split")))
            .starts_with("<div class=\"govspeak\"><h2>")
    );
    assert_eq!(edit(&|blocks| blocks.clear()), "<div class=\"govspeak\">\n<!-- c --></div>");
}

#[test]
fn addresses_are_resolved() {
    let base = Iri::new("https://www.gov.uk/government/news/a").unwrap();
    let html = "<a href='/b'>b</a><a href='c d'></a><a href='#e'>e</a><a href='mailto:f@g.example'>f</a><a href='/b'>b</a>";
    let links = read(html, Some(&base), &Limits::default()).unwrap().links;
    let targets: Vec<&str> = links.iter().map(|link| link.target.as_str()).collect();
    assert_eq!(
        targets,
        ["https://www.gov.uk/b", "https://www.gov.uk/government/news/c%20d", "mailto:f@g.example"]
    );
    let content = read(html, None, &Limits::default()).unwrap();
    assert_eq!((content.links.len(), content.diagnostics.len()), (1, 3));
}

#[test]
fn what_is_too_deep_or_too_rich_is_refused() {
    let limits = Limits::default();
    for html in [
        "<div>".repeat(100_000),
        "<b>a<i>".repeat(100_000),
        (0..20_000).map(|number| format!("<p><b id={number}>a")).collect(),
        "<ul><li>".repeat(100_000),
        format!("<a{}>", " a=b".repeat(100_000)),
        format!("<a{}>", " a= \"'>\"".repeat(100_000)),
        "<table><tr><td>".repeat(100_000),
        "<svg><g>".repeat(100_000),
    ] {
        let start: String = html.chars().take(20).collect();
        assert!(read(&html, None, &limits).is_err(), "{start}");
    }
    let few = Limits::new().with_elements(10);
    assert!(read(&"<p>a".repeat(11), None, &few).is_err());
    assert!(read(&format!("<p title=\"{}\">a", " a".repeat(10_000)), None, &limits).is_ok());
}
