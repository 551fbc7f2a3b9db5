//! The display options of the ranking of an indicator, from the query string.

use crate::query;
use domain::catalogue::Kind;
use domain::id::ProvinceSlug;

/// The display options of a ranking. Unknown values in the query string are ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankingView {
    /// The page of the table, from 1; 0 if the query string contains an invalid page.
    pub page: u32,
    /// Shows only zones in this province.
    pub province: Option<ProvinceSlug>,
    /// Shows only zones of this kind.
    pub kind: Option<Kind>,
    /// True if the axis is logarithmic.
    pub log: bool,
}

impl RankingView {
    /// Parses the display options of a query string.
    pub fn of(query: &str) -> Self {
        let value = |name: &str| query::value(query, name);
        Self {
            page: match value("page").as_str() {
                "" => 1,
                page => page.parse().unwrap_or(0),
            },
            province: value("province").parse().ok(),
            kind: value("kind").parse().ok(),
            log: value("scale") == "log",
        }
    }

    /// Returns the query string of another page with the same options.
    pub fn query_of_page(&self, page: u32) -> String {
        let mut pairs: Vec<String> = Vec::new();
        pairs.extend(
            self.province
                .as_ref()
                .map(|slug| format!("province={slug}")),
        );
        pairs.extend(self.kind.map(|kind| format!("kind={kind}")));
        if self.log {
            pairs.push("scale=log".to_owned());
        }
        if page > 1 {
            pairs.push(format!("page={page}"));
        }
        pairs.join("&")
    }

    /// True if the options filter zones out.
    pub const fn has_filter(&self) -> bool {
        self.province.is_some() || self.kind.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_comes_back_from_its_address() {
        for query in ["", "page=3", "province=hunan&kind=customs&scale=log&page=2"] {
            let view = RankingView::of(query);
            assert_eq!(view.query_of_page(view.page), query);
        }
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let view = RankingView::of("province=%00&kind=moon&scale=sqrt&page=-1");
        assert_eq!((view.query_of_page(1), view.page), (String::new(), 0));
        assert!(!view.has_filter());
    }
}
