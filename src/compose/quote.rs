//! Direct speech: between marks, or in blocks after the words that introduce it.

use super::cast::Cast;
use super::list::capitalised;
use crate::model::{Block, BlockKind, Marking, Quote};

/// The blocks that give a quote, and the lead-in that they hold.
pub(super) fn blocks(cast: &mut Cast<'_>, quote: &Quote) -> (Vec<Block>, Option<String>) {
    match quote.marking {
        Marking::Marked => marked(cast, quote),
        _ => unmarked(cast, quote),
    }
}

/// "X said, “…”": marks open each paragraph, and close the last.
fn marked(cast: &mut Cast<'_>, quote: &Quote) -> (Vec<Block>, Option<String>) {
    let lead_in =
        quote.lead_in.as_ref().map(|lead_in| said(cast, quote, ":").unwrap_or_else(|| lead_in.clone()));
    let before = lead_in.clone().or_else(|| said(cast, quote, ","));
    let last = quote.paragraphs.len().saturating_sub(1);
    let paragraphs = quote.paragraphs.iter().enumerate().map(|(index, paragraph)| {
        let before =
            before.as_ref().filter(|_| index == 0).map(|before| format!("{before} ")).unwrap_or_default();
        let close = if index == last { "”" } else { "" };
        Block::paragraph(format!("{before}“{paragraph}{close}"))
    });
    (paragraphs.collect(), lead_in)
}

/// A lead-in and blocks, or blocks and the name of the speaker under them.
fn unmarked(cast: &mut Cast<'_>, quote: &Quote) -> (Vec<Block>, Option<String>) {
    let lead_in = match quote.marking {
        Marking::Inferred => said(cast, quote, ":").or_else(|| quote.lead_in.clone()),
        _ => None,
    };
    let mut blocks: Vec<Block> = lead_in.iter().map(Block::paragraph).collect();
    blocks.extend(quote.paragraphs.iter().enumerate().map(|(index, paragraph)| {
        Block::new(BlockKind::Quotation { starts: index == 0 }, paragraph.clone())
    }));
    if let (None, Some(speaker)) = (&lead_in, &quote.speaker) {
        blocks.push(Block::paragraph(format!("– {}", capitalised(&cast.call_one(speaker).words))));
    }
    (blocks, lead_in)
}

fn said(cast: &mut Cast<'_>, quote: &Quote, mark: &str) -> Option<String> {
    let speaker = cast.call_one(quote.speaker.as_ref()?);
    Some(capitalised(&speaker.then("said")) + mark)
}
