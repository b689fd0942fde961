//! HTML fragments: what was written reads back, an edit is in place, and no text is lost.

#![cfg(feature = "html")]

mod strategy;

use newsdesk::format::html;
use newsdesk::{Block, Limits};
use proptest::prelude::*;

fn read(text: &str) -> Vec<Block> {
    html::read(text, None, &Limits::new()).unwrap().blocks
}

fn blocks() -> BoxedStrategy<Vec<Block>> {
    proptest::collection::vec(strategy::block(&strategy::any_text()), 0..8).boxed()
}

/// Elements and words as they come, well formed or not.
fn soup() -> BoxedStrategy<String> {
    let tags = &[
        "<p>", "</p>", "<div>", "</div>", "<ul>", "<ol>", "<li>", "</ul>", "<blockquote>", "</blockquote>",
        "<b>", "</b>", "<br>", "<h2>", "</h2>", "<table>", "<tr>", "<td>", "</table>",
        "<figure><figcaption>", "</figure>", "<a href=/x>", "</a>", "<pre>", "</pre>", "<p lang=fr>",
        "<div class=contact>", "<select>", "<svg>", "<template>", "</template>", "<!-- c -->",
        "<script>1</script>", "<img src=/y>", "<p class='",
    ];
    let piece = prop_oneof![
        2 => proptest::sample::select(&tags[..]).prop_map(String::from),
        1 => strategy::any_text(),
        1 => "[a-d]{1,3} ",
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat()).boxed()
}

/// Elements that leave the text in its order.
fn elements() -> proptest::sample::Select<&'static str> {
    proptest::sample::select(
        &[
            "", "<p>", "</p>", "<div>", "</div>", "<ul>", "<ol>", "<li>", "</ul>", "<blockquote>",
            "</blockquote>", "<b>", "</b>", "<br>", "<h2>", "</h2>", "<figure><figcaption>", "</figure>",
            "<a href=/x>", "</a>", "<pre>", "</pre>", "<div class=contact>", "<abbr title=a>", "</abbr>",
            "<!-- c -->", "<dl><dt>", "<dd>", "</dl>", "<section>", "<hr>", "<button>", "<q>",
            "<details><summary>",
        ][..],
    )
}

proptest! {
    #![proptest_config(strategy::cases(512))]

    #[test]
    fn blocks_read_back(blocks in blocks()) {
        let held = html::project(&blocks);
        prop_assert_eq!(html::project(&held), held.clone());
        let written = html::write(&blocks);
        prop_assert_eq!(read(&written), held, "{}", written);
    }

    #[test]
    fn any_blocks_can_be_put_in_place_of_any(text in soup(), blocks in blocks()) {
        let edited = html::update(&text, &blocks);
        prop_assert_eq!(read(&edited), html::project(&blocks), "{}", edited);
    }

    #[test]
    fn one_block_can_be_changed_in_any_html(text in soup(), at in any::<proptest::sample::Index>(), words in strategy::any_text()) {
        let mut blocks = read(&text);
        prop_assert_eq!(html::update(&text, &blocks), &*text, "no change is no change");
        if !blocks.is_empty() {
            let at = at.index(blocks.len());
            blocks[at].text = words;
        }
        let edited = html::update(&text, &blocks);
        prop_assert_eq!(read(&edited), html::project(&blocks), "{}", edited);
    }

    #[test]
    fn no_visible_character_is_lost(pieces in proptest::collection::vec((elements(), strategy::any_text()), 0..20)) {
        let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\0').collect::<String>();
        let mut text = String::new();
        let mut words = String::new();
        for (element, piece) in pieces {
            text.push_str(element);
            text.push_str(&piece.replace('&', "&amp;").replace('<', "&lt;"));
            words.push_str(&piece);
        }
        let read: String = read(&text).iter().map(|block| block.text.as_str()).collect();
        prop_assert_eq!(visible(&read), visible(&words), "{}", text);
    }
}
