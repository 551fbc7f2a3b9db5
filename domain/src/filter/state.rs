//! The state of the atlas page, as its query string holds it.

use crate::catalogue::{Kind, Level};
use crate::id::{IndicatorId, IndustryGroupId, ProvinceSlug};
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

vocabulary! {
    /// The order of the list.
    Sort, "an order: catalogue, name, newest, oldest or largest" {
        /// National zones first, then as the catalogue lists them.
        Catalogue = "catalogue",
        /// By English name, which for most zones is the romanised Chinese one.
        Name = "name",
        /// Latest approval first.
        Newest = "newest",
        /// Earliest approval first.
        Oldest = "oldest",
        /// Greatest area first; unknown areas last.
        Largest = "largest",
    }
}

/// What a visitor asked for. Printed in canonical order, so that equal states have equal addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Words to search for; empty for none.
    pub q: String,
    /// Any of these levels; all where empty.
    pub levels: BTreeSet<Level>,
    /// Any of these kinds; all where empty.
    pub kinds: BTreeSet<Kind>,
    /// Any of these provinces; all where empty.
    pub provinces: BTreeSet<ProvinceSlug>,
    /// Any of these groups among the leading industries; all where empty.
    pub industries: BTreeSet<IndustryGroupId>,
    /// Zones of which any of these indicators is known; all zones where empty.
    pub known: BTreeSet<IndicatorId>,
    /// Zones of which none of these indicators is known; all zones where empty.
    pub unknown: BTreeSet<IndicatorId>,
    /// Approved in this year or later.
    pub from: Option<u16>,
    /// Approved in this year or earlier.
    pub to: Option<u16>,
    /// The order of the list.
    pub sort: Sort,
    /// The page of the list, from 1.
    pub page: u32,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            q: String::new(),
            levels: BTreeSet::new(),
            kinds: BTreeSet::new(),
            provinces: BTreeSet::new(),
            industries: BTreeSet::new(),
            known: BTreeSet::new(),
            unknown: BTreeSet::new(),
            from: None,
            to: None,
            sort: Sort::Catalogue,
            page: 1,
        }
    }
}

/// Something in the query string that was cleaned, for a visible word about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// A value that the atlas does not have.
    Unknown {
        /// The name in the query string.
        key: String,
        /// The value, shortened.
        value: String,
    },
    /// The years came in the wrong order and were put right.
    YearsReversed,
    /// The list ends before this page; its last page is shown.
    PastTheEnd {
        /// The page asked for.
        page: u32,
    },
    /// Characters that cannot be printed were left out.
    Unprintable,
    /// The search text was too long; only its beginning was taken.
    SearchCut,
    /// The query string was too long; only its beginning was read.
    TooLong,
}

/// The values that are not fixed by the program: the data decides them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// All provinces.
    pub provinces: BTreeSet<ProvinceSlug>,
    /// All industry groups.
    pub industries: BTreeSet<IndustryGroupId>,
    /// All indicators of which a figure is known.
    pub indicators: BTreeSet<IndicatorId>,
}

/// The longest query string that is read, in bytes.
const LONGEST: usize = 4096;

/// The longest search text, in characters.
const LONGEST_SEARCH: usize = 100;

/// The most words that are said about one query string.
const MOST_NOTICES: usize = 5;

impl Filter {
    /// Reads a raw query string, without its question mark. Any text gives a state; what was
    /// dropped or put right is told.
    pub fn parse(query: &str, known: &Known) -> (Self, Vec<Notice>) {
        let mut filter = Self::default();
        let mut notices = Vec::new();
        let mut read = query;
        if query.len() > LONGEST {
            notices.push(Notice::TooLong);
            read = &query[..query.floor_char_boundary(LONGEST)];
            // A pair that was cut through is no value the visitor wrote.
            read = read.rfind('&').map_or("", |end| &read[..end]);
        }
        for (key, value) in form_urlencoded::parse(read.as_bytes()) {
            let printable = clean(&value);
            if printable != value.trim() && !notices.contains(&Notice::Unprintable) {
                notices.push(Notice::Unprintable);
            }
            let value = printable;
            // An empty field of a form is no value.
            if value.is_empty() {
                continue;
            }
            if key == "q" && value.chars().count() > LONGEST_SEARCH {
                notices.push(Notice::SearchCut);
            }
            if !filter.read_pair(&key, &value, known) && notices.len() < MOST_NOTICES {
                notices.push(Notice::Unknown {
                    key: key.into_owned(),
                    value: value.chars().take(40).collect(),
                });
            }
        }
        if let (Some(from), Some(to)) = (filter.from, filter.to)
            && from > to
        {
            (filter.from, filter.to) = (Some(to), Some(from));
            notices.push(Notice::YearsReversed);
        }
        (filter, notices)
    }

    /// Takes one pair into the state; says whether its value was understood. Names that are not
    /// ours, such as those of campaigns, are nobody's fault and pass in silence.
    fn read_pair(&mut self, key: &str, value: &str, known: &Known) -> bool {
        fn insert<T: Ord>(set: &mut BTreeSet<T>, value: Option<T>) -> bool {
            value.map(|value| set.insert(value)).is_some()
        }
        fn replace<T>(slot: &mut T, value: Option<T>) -> bool {
            value.map(|value| *slot = value).is_some()
        }
        let year = || value.parse().ok().filter(|y| (1900..2200).contains(y));
        let indicator = || value.parse().ok().filter(|i| known.indicators.contains(i));
        match key {
            "q" => {
                self.q = value
                    .chars()
                    .take(LONGEST_SEARCH)
                    .collect::<String>()
                    .trim()
                    .to_owned();
                true
            }
            "level" => insert(&mut self.levels, value.parse().ok()),
            "kind" => insert(&mut self.kinds, value.parse().ok()),
            "province" => insert(
                &mut self.provinces,
                value.parse().ok().filter(|p| known.provinces.contains(p)),
            ),
            "industry" => insert(
                &mut self.industries,
                value.parse().ok().filter(|i| known.industries.contains(i)),
            ),
            "known" => insert(&mut self.known, indicator()),
            "unknown" => insert(&mut self.unknown, indicator()),
            "from" => replace(&mut self.from, year().map(Some)),
            "to" => replace(&mut self.to, year().map(Some)),
            "sort" => replace(&mut self.sort, value.parse().ok()),
            "page" => replace(&mut self.page, value.parse().ok().filter(|page| *page > 0)),
            _ => true,
        }
    }

    /// The query string of this state, without a question mark; empty for the whole atlas.
    pub fn query(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (key, value) in self.pairs() {
            out.append_pair(key, &value);
        }
        out.finish()
    }

    /// The names and values of this state in canonical order, as a query string or the hidden
    /// fields of a form hold them.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        pairs.extend(self.levels.iter().map(|level| ("level", level.to_string())));
        pairs.extend(self.kinds.iter().map(|kind| ("kind", kind.to_string())));
        pairs.extend(self.provinces.iter().map(|p| ("province", p.to_string())));
        pairs.extend(self.industries.iter().map(|i| ("industry", i.to_string())));
        pairs.extend(self.known.iter().map(|i| ("known", i.to_string())));
        pairs.extend(self.unknown.iter().map(|i| ("unknown", i.to_string())));
        pairs.extend(self.from.map(|year| ("from", year.to_string())));
        pairs.extend(self.to.map(|year| ("to", year.to_string())));
        if self.sort != Sort::Catalogue {
            pairs.push(("sort", self.sort.to_string()));
        }
        if self.page != 1 {
            pairs.push(("page", self.page.to_string()));
        }
        pairs
    }

    /// Whether it leaves out any zone.
    pub fn narrows(&self) -> bool {
        !self.q.is_empty()
            || !self.levels.is_empty()
            || !self.kinds.is_empty()
            || !self.provinces.is_empty()
            || !self.industries.is_empty()
            || !self.known.is_empty()
            || !self.unknown.is_empty()
            || self.from.is_some()
            || self.to.is_some()
    }

    /// This state changed by `change`, back on the first page.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = Self {
            page: 1,
            ..self.clone()
        };
        change(&mut changed);
        changed
    }
}

/// A value without what nobody can have meant: control characters and space around it.
fn clean(value: &str) -> String {
    let printable: String = value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    printable.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known() -> Known {
        Known {
            provinces: ["hebei", "jiangsu"].map(|p| p.parse().unwrap()).into(),
            industries: ["food-and-beverages"].map(|i| i.parse().unwrap()).into(),
            indicators: ["gdp", "tax-revenue"].map(|i| i.parse().unwrap()).into(),
        }
    }

    #[test]
    fn the_query_string_is_the_state() {
        let query = "q=Li+yang&level=national&kind=etdz&kind=high-tech&province=hebei&province=jiangsu\
                     &industry=food-and-beverages&known=gdp&unknown=tax-revenue&from=1992&to=2010&sort=newest&page=3";
        let (filter, notices) = Filter::parse(query, &known());
        assert_eq!(notices, []);
        assert_eq!(filter.query(), query);
    }

    #[test]
    fn empty_fields_and_strange_names_pass_in_silence() {
        let (filter, notices) = Filter::parse("q=&from=&utm_source=x&&=", &known());
        assert_eq!((filter, notices), (Filter::default(), vec![]));
    }

    #[test]
    fn unknown_values_are_dropped_and_told() {
        let (filter, notices) = Filter::parse(
            "province=atlantis&kind=zoo&page=0&from=20&sort=random&page=-1",
            &known(),
        );
        assert_eq!(filter, Filter::default());
        assert_eq!(notices.len(), MOST_NOTICES);
        assert_eq!(
            notices[0],
            Notice::Unknown {
                key: "province".into(),
                value: "atlantis".into()
            }
        );
    }

    #[test]
    fn reversed_years_are_put_right() {
        let (filter, notices) = Filter::parse("from=2010&to=1990", &known());
        assert_eq!((filter.from, filter.to), (Some(1990), Some(2010)));
        assert_eq!(notices, [Notice::YearsReversed]);
    }

    #[test]
    fn a_long_query_is_cut_between_pairs() {
        let query = format!("kind=etdz&q={}", "%E6".repeat(4000));
        let (filter, notices) = Filter::parse(&query, &known());
        assert_eq!(filter.kinds.len(), 1);
        assert_eq!(filter.q, "");
        assert_eq!(notices, [Notice::TooLong]);
    }

    #[test]
    fn percent_and_plus_are_decoded_once() {
        let (filter, _) = Filter::parse("q=100%2525+a%2Bb", &known());
        assert_eq!(filter.q, "100%25 a+b");
    }

    proptest! {
        #[test]
        fn any_text_gives_a_state(query in ".{0,300}") {
            let (filter, _) = Filter::parse(&query, &known());
            let (again, notices) = Filter::parse(&filter.query(), &known());
            prop_assert_eq!(again, filter);
            prop_assert_eq!(notices, vec![]);
        }

        #[test]
        fn what_is_printed_is_read_back(
            q in "[^\\p{C}]{0,60}",
            national: bool,
            hebei: bool,
            from in proptest::option::of(1900_u16..2000),
            to in proptest::option::of(2000_u16..2200),
            page in 1_u32..100,
        ) {
            let filter = Filter {
                q: q.trim().to_owned(),
                levels: national.then_some(Level::National).into_iter().collect(),
                provinces: hebei.then(|| "hebei".parse().unwrap()).into_iter().collect(),
                from,
                to,
                page,
                ..Filter::default()
            };
            let (again, notices) = Filter::parse(&filter.query(), &known());
            prop_assert_eq!(again, filter);
            prop_assert_eq!(notices, vec![]);
        }
    }
}
