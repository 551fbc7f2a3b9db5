//! Query strings of the list and of charts.

use crate::atlas::ATLAS;
use app::chart::ChartView;
use app::query;
use domain::filter::PAGE_SIZE;

/// Any query string is a valid filter and a valid chart view, and both are read back as they are printed. The list of any
/// filter has consistent counts and pages.
pub fn check(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let filter = ATLAS.filter(&text);
    assert_eq!(ATLAS.filter(&filter.query()), filter);

    let found = ATLAS.index.select(&filter);
    let zones = ATLAS.index.matching(&filter);
    assert_eq!(zones.len(), found.total() as usize);
    assert!(found.rows.len() <= PAGE_SIZE);
    assert!(found.page < found.pages);
    assert_eq!(ATLAS.index.page(&filter, found.page), found.rows);
    assert_eq!(found.pages as usize, zones.len().div_ceil(PAGE_SIZE).max(1));

    let view = ChartView::of_pairs(query::pairs(&text));
    assert_eq!(ChartView::of_pairs(query::pairs(&view.query())), view);
    let zones = query::zones(&text);
    let again = format!("zones={}", zones.join(","));
    if zones
        .iter()
        .all(|zone| zone.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    {
        assert_eq!(query::zones(&again), zones);
    }
    let list = query::list_state(&text);
    assert_eq!(query::list_state(&query::list_state_param(&text)), list);
    let chosen = query::chosen(&text);
    assert_eq!(
        query::chosen(&query::preferred_figures_query(&chosen)),
        chosen
    );
}
