//! The form of a word under which the lexicon knows it: small letters, no accents, no full stops.

/// Appends the folded form of `word` to `folded`.
///
/// "Türkiye" becomes "turkiye", "U.S." becomes "us", "Lt." becomes "lt".
pub(crate) fn fold_into(word: &str, folded: &mut String) {
    if word.bytes().all(|byte| byte.is_ascii() && byte != b'.') {
        let start = folded.len();
        folded.push_str(word);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in word.chars() {
        if c.is_ascii() {
            if c != '.' {
                folded.push(c.to_ascii_lowercase());
            }
        } else {
            fold_char(c, folded);
        }
    }
}

/// The folded form of `word`.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Latin letters lose their accents; soft hyphens and combining marks go; the rest only loses its case.
fn fold_char(c: char, folded: &mut String) {
    let plain = match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ĕ' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' | 'ə' | 'Ə' => {
            "e"
        }
        'ğ' | 'Ğ' | 'ģ' | 'ĝ' | 'ġ' => "g",
        'ħ' | 'Ħ' | 'ĥ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'ı' | 'İ' => "i",
        'ķ' | 'Ķ' => "k",
        'ł' | 'Ł' | 'ļ' | 'Ļ' | 'ľ' | 'Ľ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' | 'ŕ' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'þ' | 'Þ' => "th",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' | 'ų' => "u",
        'ý' | 'Ý' | 'ÿ' | 'Ÿ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        '’' | '‘' | 'ʼ' | 'ʻ' => "'",
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => "",
        _ => {
            folded.extend(c.to_lowercase());
            return;
        }
    };
    folded.push_str(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_stops_go() {
        for (word, folded) in
            [("Türkiye", "turkiye"), ("U.S.", "us"), ("Škoda", "skoda"), ("O’Brien", "o'brien")]
        {
            assert_eq!(fold(word), folded);
        }
        assert_eq!(fold("co\u{ad}operation"), "cooperation");
        assert_eq!(fold("Мария"), "мария");
    }
}
