//! Open vocabularies: enums that keep the words they do not know.

/// Declares an enum whose variants each have one word, and an `Other` for every other word.
///
/// The enum reads from and prints as that word (`From<&str>`, `Display`, serde), so no value of a
/// newer vocabulary is ever lost. `Other` never holds a known word: `From` normalises it.
macro_rules! open_vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vmeta])* $variant,)*
            /// A word outside this vocabulary, as written.
            Other(Box<str>),
        }

        impl $name {
            /// The known values, in the order of their definition.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant,)*];

            /// The word of this value, as in XML and JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)*
                    other => Self::Other(other.into()),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::word::deserialize(deserializer, |word| Ok::<_, std::convert::Infallible>(Self::from(word)))
            }
        }
    };
}

pub(crate) use open_vocabulary;

#[cfg(test)]
mod tests {
    use crate::model::StoryKind;

    #[test]
    fn every_known_word_reads_back_as_itself() {
        for kind in StoryKind::KNOWN {
            assert_eq!(StoryKind::from(kind.as_str()), *kind);
        }
    }

    #[test]
    fn an_unknown_word_is_kept() {
        assert_eq!(StoryKind::from("gazette notice").as_str(), "gazette notice");
    }
}
