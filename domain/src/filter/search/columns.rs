//! The input of the search.

use crate::filter::Texts;
use crate::filter::file::{self, InvalidIndexFile};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// The data that only the search needs, by column. The zones have the same numbers as in the index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchColumns {
    /// The Chinese short names of the provinces, such as `沪`, in the order of the provinces.
    pub provinces_short: Texts,
    /// The English terms of the leading industries.
    pub term_en: Texts,
    /// The Chinese terms, in the same order.
    pub term_zh: Texts,
    /// Groups of synonyms, separated by `;`, such as `EV;NEV;electric vehicles`. Pages show the first one.
    pub synonyms: Vec<Bilingual>,
    /// For each zone the numbers of its terms and of its groups of synonyms. Terms are numbered from 0, and the groups
    /// follow after the last term.
    pub terms: Vec<Vec<u16>>,
    /// Former and other names, each with its zone number.
    pub other_names: Vec<(u32, Bilingual)>,
    /// Companies, each with the number of their zone.
    pub companies: Vec<(u32, Bilingual)>,
    /// The words on the page of each zone, with the zone number and sorted by it.
    pub facts: Vec<(u32, Bilingual)>,
    /// The Chinese characters of the texts that have a known reading: at least those of the zone names.
    pub hanzi: String,
    /// For each of these characters its readings in pinyin without tones, separated by spaces, most common first; the
    /// sound `ü` is written `v` or `u`. Empty for characters that are not searched by sound.
    pub readings: Texts,
    /// For each of these characters its other forms, such as `開` for `开`: traditional characters and radicals.
    pub variants: Texts,
}

impl SearchColumns {
    /// Serialises the columns to the content of a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        file::to_bytes(self)
    }

    /// Reads the columns from the content of a file.
    ///
    /// # Errors
    /// Returns an error if the bytes are not such a file.
    #[inline]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InvalidIndexFile> {
        file::from_bytes(bytes)
    }
}

/// The data that the search takes from the zone index.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The English name of each zone. Its length is the number of zones.
    pub en: &'a Texts,
    /// The Chinese name of each zone.
    pub zh: &'a Texts,
    /// The catalogue code of each zone, such as `G321090`; empty if it has none.
    pub code: &'a Texts,
    /// The city of each zone: 0 for none, otherwise 1 plus the index into `cities`.
    pub city: &'a [u16],
    /// The names of all cities.
    pub cities: &'a [Bilingual],
    /// The province of each zone, as an index into `provinces`.
    pub province: &'a [u8],
    /// The names of all provinces.
    pub provinces: &'a [Bilingual],
    /// The kind of each zone, as an index into `kinds`.
    pub kind: &'a [u8],
    /// For each kind its common search words in any language, such as `etdz` and `经开区`.
    pub kinds: &'a [&'a [&'a str]],
}
