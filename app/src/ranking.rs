//! How the ranking of an indicator is looked at: the part of its address that tells.

use crate::query;
use domain::catalogue::Kind;
use domain::id::ProvinceSlug;

/// How a ranking is looked at. Any text is a view: what is unknown in it is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankingView {
    /// The page of the table, from 1; 0 where the address asks for none that there can be.
    pub page: u32,
    /// Only zones of this province.
    pub province: Option<ProvinceSlug>,
    /// Only zones of this kind.
    pub kind: Option<Kind>,
    /// True where equal steps of the axis are equal factors.
    pub log: bool,
}

impl RankingView {
    /// The view that a query string asks for.
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

    /// The query string that asks for this view at a page.
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

    /// True where it leaves zones out.
    pub const fn narrows(&self) -> bool {
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
        assert!(!view.narrows());
    }
}
