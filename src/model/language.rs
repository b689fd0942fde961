//! Language tags.

use super::checked_text::checked_text;

checked_text! {
    /// A well-formed language tag (BCP 47, RFC 5646 section 2.1): `en`, `en-GB`, `zh-Hant-TW`, `x-pirate`.
    ///
    /// Well-formed is a matter of shape; whether the subtags are registered is a rule of validation.
    ///
    /// ```
    /// # use newsdesk::Language;
    /// assert_eq!(Language::new("en-GB")?.primary(), "en");
    /// assert!(Language::new("English").is_ok(), "eight letters are kept for registration");
    /// assert!(Language::new("en_GB").is_err());
    /// # Ok::<(), newsdesk::InvalidText>(())
    /// ```
    Language, "a language tag", "subtags of 1 to 8 letters and digits joined by hyphens, as BCP 47 orders them", is_language
}

impl Language {
    /// The primary language subtag, as written: `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.as_str().split('-').next().unwrap_or_default()
    }
}

/// The tags of RFC 5646 section 2.1 that its grammar does not describe.
const IRREGULAR: [&str; 17] = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo",
    "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
];

fn is_language(tag: &str) -> bool {
    if IRREGULAR.iter().any(|irregular| irregular.eq_ignore_ascii_case(tag)) {
        return true;
    }
    let subtags: Vec<&str> = tag.split('-').collect();
    let Some((primary, rest)) = subtags.split_first() else { return false };
    if !subtags.iter().all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return false;
    }
    if primary.eq_ignore_ascii_case("x") {
        return !rest.is_empty();
    }
    if primary.len() < 2 || !is_alpha(primary) {
        return false;
    }
    follows_order(primary, rest)
}

/// Extended language, script, region, variants, extensions, private use: each at most where the grammar puts it.
fn follows_order(primary: &str, subtags: &[&str]) -> bool {
    let mut rest = subtags.iter().peekable();
    if primary.len() <= 3 {
        for _ in 0..3 {
            if rest.next_if(|s| s.len() == 3 && is_alpha(s)).is_none() {
                break;
            }
        }
    }
    rest.next_if(|s| s.len() == 4 && is_alpha(s));
    rest.next_if(|s| {
        (s.len() == 2 && is_alpha(s)) || (s.len() == 3 && s.bytes().all(|b| b.is_ascii_digit()))
    });
    let is_variant =
        |s: &&&str| s.len() >= 5 || (s.len() == 4 && s.starts_with(|c: char| c.is_ascii_digit()));
    while rest.next_if(is_variant).is_some() {}
    while let Some(singleton) = rest.next_if(|s| s.len() == 1) {
        if singleton.eq_ignore_ascii_case("x") {
            return rest.next().is_some();
        }
        let is_extension = |s: &&&str| s.len() >= 2;
        if rest.next_if(is_extension).is_none() {
            return false;
        }
        while rest.next_if(is_extension).is_some() {}
    }
    rest.next().is_none()
}

fn is_alpha(subtag: &str) -> bool {
    subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn agrees_with_oxilangtag(tag in "([a-zA-Z]{1,9}|x|i)(-([a-zA-Z0-9]{1,9}|[a-z]{3}|[A-Z]{2}|[a-z]|u-co|x)){0,5}") {
            prop_assert_eq!(is_language(&tag), oxilangtag::LanguageTag::parse(tag.as_str()).is_ok(), "{}", tag);
        }
    }
}
