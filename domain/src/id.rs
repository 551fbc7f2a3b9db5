//! Ids and slugs. They are written once in the data files and never change, so that URLs stay valid.

use crate::textual::{ParseError, serde_as_text};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

macro_rules! name_type {
    ($(#[$meta:meta])* $name:ident, $max:literal, $expected:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = ParseError;
            fn from_str(text: &str) -> Result<Self, ParseError> {
                if is_kebab(text) && text.len() <= $max {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(ParseError::new(text, $expected))
                }
            }
        }

        serde_as_text!($name);
    };
}

/// True for lower-case ASCII letters and digits in groups that are joined by single hyphens.
fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|group| {
            !group.is_empty()
                && group
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

name_type!(
    /// The name of a zone in URLs: `liyang-high-tech-zone`.
    ZoneSlug, 120, "a slug such as `liyang-high-tech-zone`"
);
name_type!(
    /// The name of a prefecture-level unit in URLs: `changzhou`, `suzhou-anhui`.
    CitySlug, 60, "a city such as `changzhou`"
);
name_type!(
    /// The name of a group of zones in URLs: `national-etdzs`.
    GroupId, 60, "a group of zones such as `national-etdzs`"
);
name_type!(
    /// The name of a province in URLs: `jiangsu`.
    ProvinceSlug, 40, "a province such as `jiangsu`"
);
name_type!(
    /// The id of a group of industries: `electronics-and-ict`.
    IndustryGroupId, 60, "an industry group such as `electronics-and-ict`"
);
name_type!(
    /// The id of an indicator: `industrial-output`.
    IndicatorId, 60, "an indicator such as `industrial-output`"
);
name_type!(
    /// The id of a source document: `liyang-article`.
    SourceId, 60, "a source such as `liyang-article`"
);
name_type!(
    /// The id of a figure: short, without meaning, written once in a data file, never reused.
    FigureId, 60, "a figure id such as `k7f2q`"
);
name_type!(
    /// The id of a fact: short, without meaning, written once in a data file, never reused.
    FactId, 40, "a fact id such as `h4m9t`"
);

/// The code of a zone in the official catalogue: `G321090`, `S328119`. The catalogue uses one code twice; the second
/// zone has the code `S377018-2`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CatalogueCode(String);

impl CatalogueCode {
    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CatalogueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CatalogueCode {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let (code, suffix) = text.split_once('-').unwrap_or((text, "2"));
        let mut letters = code.chars();
        let well_formed = matches!(letters.next(), Some('G' | 'S'))
            && letters.clone().count() == 6
            && letters.all(|c| c.is_ascii_digit())
            && suffix == "2";
        if well_formed {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseError::new(text, "a catalogue code such as `G321090`"))
        }
    }
}

serde_as_text!(CatalogueCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_kebab_case() {
        assert!("liuyang-etdz".parse::<ZoneSlug>().is_ok());
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "é", "a/b", "%25"] {
            assert!(bad.parse::<ZoneSlug>().is_err(), "{bad}");
        }
    }

    #[test]
    fn catalogue_codes_have_a_letter_and_six_digits() {
        for good in ["G321090", "S328119", "S377018-2"] {
            assert_eq!(
                good.parse::<CatalogueCode>().map(String::from),
                Ok(good.to_owned())
            );
        }
        for bad in [
            "",
            "G",
            "X321090",
            "G32109",
            "G3210900",
            "S377018-3",
            "G32109a",
        ] {
            assert!(bad.parse::<CatalogueCode>().is_err(), "{bad}");
        }
    }
}
