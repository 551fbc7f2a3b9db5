//! Parses the state of the atlas page from a query string and prints it back in canonical order.

use super::state::{Filter, TRAY_SIZE};
use crate::id::{CitySlug, IndicatorId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::small_set::SmallSet;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A part of the query string that was ignored or corrected. The page shows a message about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// A value that the atlas does not contain; it is ignored.
    Unknown {
        /// The name of the parameter.
        key: String,
        /// The value, cut to 40 characters.
        value: String,
    },
    /// The first year was later than the last year; the two were exchanged.
    YearsReversed,
    /// The list ends before the requested page; the last page is shown.
    PastTheEnd {
        /// The requested page, counted from 1.
        page: u32,
    },
    /// More zones were picked than the tray holds; only the first ones were kept.
    TrayFull,
    /// Control characters were removed from a value.
    Unprintable,
    /// The search text was too long; only its beginning is used.
    SearchCut,
    /// The query string was too long; only its beginning was read.
    TooLong,
}

/// The valid values that come from the dataset, not from the program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValidValues {
    /// All provinces.
    pub provinces: SmallSet<ProvinceSlug>,
    /// All cities.
    pub cities: SmallSet<CitySlug>,
    /// All industry groups.
    pub industries: SmallSet<IndustryGroupId>,
    /// All indicators for which at least one zone has a figure.
    pub indicators: SmallSet<IndicatorId>,
}

/// A control of the filter form, as a visitor has set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// Its name, which is also the name of the query parameter.
    pub name: String,
    /// Its value; empty for none.
    pub value: String,
    /// `Some` for a checkbox: true if it is ticked. `None` for a field or a list, whose value replaces the first value
    /// of the same name.
    pub is_ticked: Option<bool>,
}

/// The maximum length of a query string, in bytes; the rest is ignored.
const LONGEST: usize = 4096;

/// The maximum length of the search text, in characters.
const LONGEST_SEARCH: usize = 100;

/// The maximum number of notices about one query string; further unknown values are ignored without a notice.
const MAX_NOTICES: usize = 5;

impl Filter {
    /// Parses a raw query string without its question mark. Every text gives a valid state; the notices describe what
    /// was ignored or corrected.
    ///
    /// ```
    /// use domain::filter::{Filter, ValidValues};
    ///
    /// let valid = ValidValues::default();
    /// let (filter, notices) = Filter::parse("q=battery&level=national&level=imperial", &valid);
    /// assert_eq!(filter.query(), "q=battery&level=national");
    /// assert_eq!(notices.len(), 1);
    /// ```
    #[inline]
    pub fn parse(query: &str, known: &ValidValues) -> (Self, Vec<Notice>) {
        let mut filter = Self::default();
        let mut notices = Vec::new();
        let mut read = query;
        if query.len() > LONGEST {
            notices.push(Notice::TooLong);
            read = &query[..query.floor_char_boundary(LONGEST)];
            // The last pair may be cut in the middle, so it is dropped.
            read = read.rfind('&').map_or("", |end| &read[..end]);
        }
        for (key, value) in form_urlencoded::parse(read.as_bytes()) {
            let printable = clean(&value);
            if printable != value.trim() && !notices.contains(&Notice::Unprintable) {
                notices.push(Notice::Unprintable);
            }
            let value = printable;
            // A form also sends its empty fields.
            if value.is_empty() {
                continue;
            }
            if key == "q" && value.chars().count() > LONGEST_SEARCH {
                notices.push(Notice::SearchCut);
            }
            if key == "pick" && filter.picks.len() == TRAY_SIZE {
                if !notices.contains(&Notice::TrayFull) {
                    notices.push(Notice::TrayFull);
                }
                continue;
            }
            if !filter.read_pair(&key, &value, known) && notices.len() < MAX_NOTICES {
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

    /// Sets one parameter; returns false if its value is not valid. Unknown parameters, such as those of advertising
    /// campaigns, are ignored and return true.
    fn read_pair(&mut self, key: &str, value: &str, known: &ValidValues) -> bool {
        let year = || value.parse().ok().filter(|y| (1900..2200).contains(y));
        match key {
            "q" => {
                self.q = search_text(value);
                true
            }
            "as" => replace(&mut self.basis, value.parse().ok()),
            "level" => insert(&mut self.levels, value.parse().ok()),
            "kind" => insert(&mut self.kinds, value.parse().ok()),
            "province" => insert(&mut self.provinces, among(value, &known.provinces)),
            "city" => insert(&mut self.cities, among(value, &known.cities)),
            "industry" => insert(&mut self.industries, among(value, &known.industries)),
            "decade" => insert(&mut self.decades, value.parse().ok()),
            "area" => insert(&mut self.areas, value.parse().ok()),
            "figures" => insert(&mut self.figures, value.parse().ok()),
            "cautions" => insert(&mut self.cautions, value.parse().ok()),
            "known" => insert(&mut self.known, among(value, &known.indicators)),
            "unknown" => insert(&mut self.unknown, among(value, &known.indicators)),
            "from" => replace(&mut self.from, year().map(Some)),
            "to" => replace(&mut self.to, year().map(Some)),
            "sort" => replace(&mut self.sort, value.parse().ok()),
            "group" => replace(&mut self.grouping, value.parse().ok()),
            "map" => replace(&mut self.measure, value.parse().ok()),
            "zoom" => replace(&mut self.zoom, among(value, &known.provinces).map(Some)),
            "pick" => match value.parse::<ZoneSlug>() {
                Ok(zone) => {
                    if !self.picks.contains(&zone) {
                        self.picks.push(zone);
                    }
                    true
                }
                Err(_) => false,
            },
            "page" => {
                let page = value.parse().ok().filter(|page: &u32| *page > 0);
                replace(&mut self.page, page.map(|page| page - 1))
            }
            _ => true,
        }
    }

    /// Returns this state with a new search text, cleaned in the same way as one from a URL, on the first page.
    #[must_use]
    #[inline]
    pub fn searching(&self, words: &str) -> Self {
        self.with(|filter| filter.q = search_text(&clean(words)))
    }

    /// Returns this state after a control was changed, on the first page. A value that the atlas does not contain is
    /// ignored.
    #[must_use]
    #[inline]
    pub fn with_control(&self, control: &Control, known: &ValidValues) -> Self {
        let mut pairs = self.on_page(0).pairs();
        let name = control.name.as_str();
        let is_it = |pair: &(&str, String)| pair.0 == name && pair.1 == control.value;
        let before = match control.is_ticked {
            Some(_) => pairs.iter().position(is_it),
            None => pairs.iter().position(|pair| pair.0 == name),
        };
        if let Some(before) = before {
            pairs.remove(before);
        }
        let added = (control.is_ticked != Some(false)).then_some((name, control.value.clone()));
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs.into_iter().chain(added) {
            query.append_pair(name, &value);
        }
        Self::parse(&query.finish(), known).0
    }

    /// Returns the query string of this state, without a question mark; empty for the default state.
    #[inline]
    pub fn query(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        for (key, value) in self.pairs() {
            out.append_pair(key, &value);
        }
        out.finish()
    }

    /// Returns the names and values of this state in canonical order, for a query string or the hidden fields of a
    /// form.
    #[inline]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Pairs(Vec::new());
        if !self.q.is_empty() {
            pairs.all("q", [&self.q]);
        }
        pairs.unless_default("as", self.basis);
        pairs.all("level", &self.levels);
        pairs.all("kind", &self.kinds);
        pairs.all("province", &self.provinces);
        pairs.all("city", &self.cities);
        pairs.all("industry", &self.industries);
        pairs.all("decade", &self.decades);
        pairs.all("area", &self.areas);
        pairs.all("figures", &self.figures);
        pairs.all("cautions", &self.cautions);
        pairs.all("known", &self.known);
        pairs.all("unknown", &self.unknown);
        pairs.all("from", self.from);
        pairs.all("to", self.to);
        pairs.unless_default("sort", self.sort);
        pairs.unless_default("group", self.grouping);
        pairs.unless_default("map", self.measure);
        pairs.all("zoom", &self.zoom);
        pairs.all("pick", &self.picks);
        if self.page > 0 {
            pairs.all("page", [self.page.saturating_add(1)]);
        }
        pairs.0
    }
}

/// The pairs of a query string while it is built.
struct Pairs(Vec<(&'static str, String)>);

impl Pairs {
    fn all<T: ToString>(&mut self, key: &'static str, values: impl IntoIterator<Item = T>) {
        let values = values.into_iter().map(|value| (key, value.to_string()));
        self.0.extend(values);
    }

    fn unless_default<T: Default + PartialEq + ToString>(&mut self, key: &'static str, value: T) {
        if value != T::default() {
            self.all(key, [value]);
        }
    }
}

fn insert<T: Ord>(set: &mut SmallSet<T>, value: Option<T>) -> bool {
    value.map(|value| set.insert(value)).is_some()
}

fn replace<T>(slot: &mut T, value: Option<T>) -> bool {
    value.map(|value| *slot = value).is_some()
}

fn among<T: FromStr + Ord>(value: &str, known: &SmallSet<T>) -> Option<T> {
    value.parse().ok().filter(|value| known.contains(value))
}

/// Cuts a text to the maximum length of a search text.
fn search_text(text: &str) -> String {
    let beginning: String = text.chars().take(LONGEST_SEARCH).collect();
    beginning.trim().to_owned()
}

/// Replaces control characters by spaces, then removes spaces at both ends.
fn clean(value: &str) -> String {
    let printable: String = value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    printable.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::choices::{AreaBand, Basis, Decade, Grouping, Measure, Presence, Sort};
    use super::*;
    use crate::catalogue::{Kind, Level};
    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};

    fn known() -> ValidValues {
        ValidValues {
            provinces: ["hebei", "jiangsu"].map(|p| p.parse().unwrap()).into(),
            cities: ["changzhou", "suzhou-anhui"]
                .map(|c| c.parse().unwrap())
                .into(),
            industries: ["food-and-beverages"].map(|i| i.parse().unwrap()).into(),
            indicators: ["gdp", "tax-revenue"].map(|i| i.parse().unwrap()).into(),
        }
    }

    #[test]
    fn the_query_string_is_the_state() {
        let query = "q=Li+yang&level=national&kind=etdz&kind=high-tech&province=hebei&province=jiangsu\
                     &city=changzhou&industry=food-and-beverages&decade=1990s&decade=2000s&area=100-500&figures=with\
                     &cautions=without&known=gdp&unknown=tax-revenue&from=1992&to=2010&sort=newest&group=province\
                     &map=area&zoom=jiangsu&pick=b-zone&pick=a-zone&page=3";
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
        assert_eq!(notices.len(), MAX_NOTICES);
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
        assert_eq!(filter.kinds.iter().count(), 1);
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
            levels in subsequence(Level::ALL, 0..=2),
            kinds in subsequence(Kind::ALL, 0..=8),
            places in (subsequence(vec!["hebei", "jiangsu"], 0..=2), subsequence(vec!["changzhou", "suzhou-anhui"], 0..=2)),
            decades in subsequence(Decade::ALL, 0..=5),
            areas in subsequence(AreaBand::ALL, 0..=6),
            presence in (subsequence(Presence::ALL, 0..=2), subsequence(Presence::ALL, 0..=2)),
            known in (subsequence(vec!["gdp", "tax-revenue"], 0..=2), subsequence(vec!["gdp", "tax-revenue"], 0..=2)),
            years in (proptest::option::of(1900_u16..2000), proptest::option::of(2000_u16..2200)),
            view in (select(Sort::ALL), select(Grouping::ALL), select(Measure::ALL), proptest::option::of(Just("hebei")), select(Basis::ALL)),
            picks in subsequence(vec!["a", "b", "c", "d", "e", "f", "g"], 0..=6).prop_shuffle(),
            page in 0_u32..u32::MAX,
        ) {
            fn all<T: FromStr<Err: std::fmt::Debug>, C: FromIterator<T>>(words: Vec<&str>) -> C {
                words.into_iter().map(|word| word.parse().unwrap()).collect()
            }
            let filter = Filter {
                q: q.trim().to_owned(),
                basis: view.4,
                levels: levels.into_iter().collect(),
                kinds: kinds.into_iter().collect(),
                provinces: all(places.0),
                cities: all(places.1),
                industries: SmallSet::default(),
                decades: decades.into_iter().collect(),
                areas: areas.into_iter().collect(),
                figures: presence.0.into_iter().collect(),
                cautions: presence.1.into_iter().collect(),
                known: all(known.0),
                unknown: all(known.1),
                from: years.0,
                to: years.1,
                sort: view.0,
                grouping: view.1,
                measure: view.2,
                zoom: view.3.map(|p| p.parse().unwrap()),
                picks: all(picks),
                page,
            };
            let (again, notices) = Filter::parse(&filter.query(), &self::known());
            prop_assert_eq!(again, filter);
            prop_assert_eq!(notices, vec![]);
        }
    }

    #[test]
    fn the_tray_holds_six_each_once() {
        let query: String = ["a", "b", "a", "c", "d", "e", "f", "g", "h"]
            .map(|z| format!("pick={z}&"))
            .concat();
        let (filter, notices) = Filter::parse(&query, &known());
        let picks: Vec<_> = filter.picks.iter().map(ZoneSlug::as_str).collect();
        assert_eq!(picks, ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(notices, [Notice::TrayFull]);
        let full = filter.picked(&"g".parse().unwrap());
        assert_eq!(full, filter);
        assert_eq!(filter.picked(&"b".parse().unwrap()).picks.len(), 5);
    }
}
