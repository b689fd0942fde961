//! Versions of ninjs.

use std::fmt;
use std::str::FromStr;

/// The versions, oldest first; the two development versions stand where they branched off.
pub(super) const NAMES: [&str; 14] =
    ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.x", "2.0", "2.1", "2.2", "2.x", "3.0", "3.1"];

/// A version of ninjs that the IPTC has published: 1.0 to 3.1, and the development versions 1.x and 2.x.
///
/// ```
/// use newsdesk::format::ninjs::Version;
/// let version: Version = "2.1".parse()?;
/// assert!(version < Version::LATEST);
/// assert_eq!(Version::LATEST.to_string(), "3.1");
/// assert!("4.0".parse::<Version>().is_err());
/// # Ok::<(), newsdesk::format::ninjs::UnknownVersion>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Version(usize);

impl Version {
    /// The version that is written: 3.1.
    pub const LATEST: Self = Self(13);
    /// The last version with the members of the second generation: 2.2.
    pub(super) const LAST_OF_2: Self = Self(10);
    /// The last version with the members of the first generation: 1.6.
    pub(super) const LAST_OF_1: Self = Self(6);

    /// The place among [`NAMES`].
    pub(super) fn index(self) -> usize {
        self.0
    }

    /// Every version, oldest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..NAMES.len()).map(Self)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(NAMES.get(self.0).copied().unwrap_or_default())
    }
}

impl FromStr for Version {
    type Err = UnknownVersion;

    fn from_str(name: &str) -> Result<Self, UnknownVersion> {
        let index = NAMES.iter().position(|known| *known == name);
        index.map(Self).ok_or_else(|| UnknownVersion { name: name.into() })
    }
}

/// The error of a name that is no [`Version`].
///
/// ```
/// let error = "4.0".parse::<newsdesk::format::ninjs::Version>().unwrap_err();
/// assert!(error.to_string().starts_with("\"4.0\" is no version of ninjs: expected one of 1.0, "));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownVersion {
    /// The name.
    pub name: Box<str>,
}

impl fmt::Display for UnknownVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no version of ninjs: expected one of {}", self.name, NAMES.join(", "))
    }
}

impl std::error::Error for UnknownVersion {}
