//! Countries, by code.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::checked_text::InvalidText;

/// The code of a country, or of a body that sends officials as a country does.
///
/// An ISO 3166-1 alpha-2 code in capitals; `XK` for Kosovo (user-assigned, as the European Commission
/// uses it); `EU` and `UN` (exceptionally reserved in ISO 3166-1); and `NATO`. Only the shape is
/// checked here; whether a code is assigned is what [`status`](Self::status) says.
///
/// ```
/// # use newsdesk::{Country, CodeStatus};
/// let kosovo: Country = "XK".parse()?;
/// assert_eq!(kosovo.as_str(), "XK");
/// assert_eq!(kosovo.status(), CodeStatus::InUse);
/// assert_eq!(Country::new("YU")?.status(), CodeStatus::Retired);
/// assert!(Country::new("Kosovo").is_err());
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(Code);

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Code {
    Alpha2([u8; 2]),
    Nato,
}

/// Whether a country code is one that the standard has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeStatus {
    /// Assigned in ISO 3166-1, or one of `XK`, `EU`, `UN`, `NATO`.
    InUse,
    /// Withdrawn: listed in ISO 3166-3 and not assigned again.
    Retired,
    /// Neither.
    Unknown,
}

impl Country {
    /// The North Atlantic Treaty Organization, whose officials serve no one country.
    pub const NATO: Self = Self(Code::Nato);
    /// The European Union.
    pub const EU: Self = Self(Code::Alpha2(*b"EU"));
    /// The United Nations.
    pub const UN: Self = Self(Code::Alpha2(*b"UN"));

    /// Takes a code: two letters of either case, or `NATO`.
    ///
    /// # Errors
    ///
    /// If `code` has another shape.
    pub fn new(code: impl AsRef<str>) -> Result<Self, InvalidText> {
        let code = code.as_ref();
        match code.as_bytes() {
            &[a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self(Code::Alpha2([a.to_ascii_uppercase(), b.to_ascii_uppercase()])))
            }
            _ if code.eq_ignore_ascii_case("NATO") => Ok(Self::NATO),
            _ => Err(InvalidText {
                text: code.into(),
                wanted: "a country code",
                expected: "two letters (ISO 3166-1 alpha-2), or NATO",
            }),
        }
    }

    /// The code, in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Code::Alpha2(code) => str::from_utf8(code).unwrap_or_default(),
            Code::Nato => "NATO",
        }
    }

    /// Whether the code is assigned, retired or neither.
    #[must_use]
    pub fn status(&self) -> CodeStatus {
        let Code::Alpha2(code) = self.0 else { return CodeStatus::InUse };
        if lists(ASSIGNED, code) || lists("XK EU UN", code) {
            CodeStatus::InUse
        } else if lists(RETIRED, code) {
            CodeStatus::Retired
        } else {
            CodeStatus::Unknown
        }
    }
}

fn lists(codes: &str, code: [u8; 2]) -> bool {
    codes.split_ascii_whitespace().any(|listed| listed.as_bytes() == code)
}

/// ISO 3166-1 alpha-2, officially assigned.
const ASSIGNED: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW \
BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI \
FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN \
IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME \
MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF \
PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE \
YT ZA ZM ZW";

/// ISO 3166-3, codes withdrawn and not assigned to another country since.
const RETIRED: &str = "AN BU CS CT DD DY FQ FX HV JT MI NH NQ NT PC PU PZ RH SU TP VD WK YD YU ZR";

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.as_str())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Country {
    type Err = InvalidText;

    fn from_str(code: &str) -> Result<Self, InvalidText> {
        Self::new(code)
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::word::deserialize(deserializer, str::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_has_249_codes_in_order() {
        let codes: Vec<&str> = ASSIGNED.split_ascii_whitespace().collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(RETIRED.split_ascii_whitespace().all(|code| !codes.contains(&code)));
    }

    #[test]
    fn a_lower_case_code_is_raised() {
        assert_eq!(Country::new("rs").unwrap().as_str(), "RS");
        assert_eq!(Country::new("nato").unwrap(), Country::NATO);
    }

    #[test]
    fn a_code_of_another_shape_is_refused() {
        for bad in ["", "R", "RSX", "R1", "ÅX", "Serbia"] {
            assert!(Country::new(bad).is_err(), "{bad}");
        }
    }
}
