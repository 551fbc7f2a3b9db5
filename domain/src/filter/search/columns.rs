//! What the search is made from.

use crate::filter::Texts;
use crate::filter::file::{self, NotAnIndex};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// What only the search needs of all zones, by column; zones are numbered as in the index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchColumns {
    /// The short names of the provinces in Chinese, such as `沪`, in the order of the provinces.
    pub provinces_short: Texts,
    /// The terms of leading industries in English.
    pub term_en: Texts,
    /// The same terms in Chinese, in the same order.
    pub term_zh: Texts,
    /// Words for one thing, behind one another with `;` between them: `EV;NEV;electric vehicles`. The first is shown.
    pub synonyms: Vec<Bilingual>,
    /// For each zone the numbers of its terms, from 0, and of its synonyms, from the number of all terms.
    pub terms: Vec<Vec<u16>>,
    /// Former and other names, each with the number of its zone.
    pub other_names: Vec<(u32, Bilingual)>,
    /// Companies, each with the number of the zone it is in.
    pub companies: Vec<(u32, Bilingual)>,
    /// The words on the pages of zones, each with the number of its zone, in the order of these.
    pub facts: Vec<(u32, Bilingual)>,
    /// The Chinese characters whose readings are known: those of the zones' names at least.
    pub hanzi: String,
    /// For each of these characters its readings in pinyin without tones, parted by spaces, the most
    /// usual first; the sound `ü` is written `v` or `u`.
    pub readings: Texts,
    /// For each of these characters its other forms, such as `開` for `开`: traditional characters and radicals.
    pub variants: Texts,
}

impl SearchColumns {
    /// The columns as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        file::to_bytes(self)
    }

    /// The columns of a file.
    ///
    /// # Errors
    /// Where the bytes are not such a file.
    #[inline]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAnIndex> {
        file::from_bytes(bytes)
    }
}

/// What the search takes from the index of the zones.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The English name of each zone; there are as many zones as there are names.
    pub en: &'a Texts,
    /// The Chinese name of each zone.
    pub zh: &'a Texts,
    /// The code of each zone in the catalogue, such as `G321090`; empty where it has none.
    pub code: &'a Texts,
    /// The city of each zone: 0 for none, else 1 more than its place in `cities`.
    pub city: &'a [u16],
    /// All cities.
    pub cities: &'a [Bilingual],
    /// The province of each zone: its place in `provinces`.
    pub province: &'a [u8],
    /// All provinces.
    pub provinces: &'a [Bilingual],
    /// The kind of each zone: its place in `kinds`.
    pub kind: &'a [u8],
    /// For each kind the words that people use for it, in any language: `etdz`, `经开区`.
    pub kinds: &'a [&'a [&'a str]],
}
