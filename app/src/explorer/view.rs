//! The data that the HTML of the explorer depends on.

use super::map::Region;
use crate::format::integer;
use crate::locale::Locale;
use crate::messages::atlas::AtlasMessages;
use crate::query;
use crate::records::ExplorerData;
use domain::filter::{Filter, ListedZone, Notice, QueryResult};
use domain::id::ZoneSlug;

/// The data that the HTML of the explorer depends on. Equal views give equal HTML.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// Provinces, cities, industry groups, indicators and totals.
    pub data: &'a ExplorerData,
    /// The filter in the address.
    pub filter: &'a Filter,
    /// The corrections that were made to the query string when it was parsed.
    pub notices: &'a [Notice],
    /// The query result of the filter.
    pub result: &'a QueryResult,
    /// The filter that the page was loaded with. It decides which filters are open.
    pub first: &'a Filter,
    /// The state that is not in the address.
    pub interaction: &'a Interaction,
}

/// The state of the visitor that is not in the address. On the server this is the default.
#[derive(Debug, Clone, Default)]
pub struct Interaction {
    /// The only tile that the Tab key reaches; `None` if it reaches every tile.
    pub tab_stop: Option<Region>,
    /// The place under the pointer, on the map or in the list.
    pub hovered: Option<Region>,
    /// The place of the map that has the focus, or had it last.
    pub focused: Option<Region>,
    /// The number of pages of the list shown after the one in the address.
    pub depth: u32,
    /// The zones on those pages.
    pub more_rows: Vec<ListedZone>,
    /// The opened rows, each with the summary from the server; `None` while the summary is loading.
    pub opened: Vec<(ZoneSlug, Option<String>)>,
    /// True while the search shows suggestions.
    pub is_suggesting: bool,
    /// The active suggestion, chosen by the arrow keys; counted from 0.
    pub suggested: Option<usize>,
    /// True while the animation of the years is running.
    pub is_playing: bool,
    /// True if the last pick was refused because the tray was full.
    pub is_tray_full: bool,
}

impl Interaction {
    /// Returns the highlighted place: the one under the pointer, or else the one in focus.
    pub fn looked_at(&self) -> Option<&Region> {
        self.hovered.as_ref().or(self.focused.as_ref())
    }

    /// Returns the summary of an opened row; `None` if the row is closed, `Some(None)` while the summary is loading.
    pub fn opened(&self, zone: &ZoneSlug) -> Option<Option<&str>> {
        let row = self.opened.iter().find(|(slug, _)| slug == zone);
        row.map(|(_, told)| told.as_deref())
    }
}

impl<'a> View<'a> {
    /// Returns the strings of the explorer in the language of the page.
    pub const fn m(&self) -> &'static AtlasMessages {
        self.locale.atlas_messages()
    }

    /// Returns the address of another filter state.
    pub fn href(&self, filter: &Filter) -> String {
        href(self.locale, filter)
    }

    /// Returns the address of a comparison of zones. It contains the state of this list, for the link back.
    pub fn compared(&self, slugs: &[&str]) -> String {
        let page = [&self.locale.href("/compare"), "?zones=", &slugs.join(",")].concat();
        match self.href(&self.filter.list()).split_once('?') {
            Some((_, list)) => query::add_list_state(page, list),
            None => page,
        }
    }

    /// Returns the number of zones in the list, in words.
    pub fn count_in_words(&self) -> String {
        (self.m().results)(&integer(self.result.total()))
    }

    /// Returns the number of rows in the list.
    pub fn zone_count(&self) -> usize {
        self.result.rows.len() + self.interaction.more_rows.len()
    }

    /// Returns the zone of a row, counted from 0.
    pub fn zone(&self, row: usize) -> Option<&'a ListedZone> {
        let rows = &self.result.rows;
        rows.get(row)
            .or_else(|| self.interaction.more_rows.get(row.checked_sub(rows.len())?))
    }

    /// Returns all corrections: those of the query string, unknown zones in the tray, and a page past the end of the
    /// list.
    pub fn all_notices(&self) -> Vec<Notice> {
        let (filter, result) = (self.filter, self.result);
        let is_known = |pick: &&ZoneSlug| result.picks.iter().any(|known| known.slug == **pick);
        let unknown = filter.picks.iter().filter(|pick| !is_known(pick));
        let unknown = unknown.map(|pick| Notice::Unknown {
            key: "pick".to_owned(),
            value: pick.to_string(),
        });
        let past_the_end = (result.page < filter.page).then_some(Notice::PastTheEnd {
            page: filter.page.saturating_add(1),
        });
        let mut notices = self.notices.to_vec();
        notices.extend(unknown.chain(past_the_end));
        notices
    }
}

/// Returns the address of a filter state of the atlas page.
pub fn href(locale: Locale, filter: &Filter) -> String {
    let query = filter.query();
    let page = locale.href("/");
    if query.is_empty() {
        page
    } else {
        format!("{page}?{query}")
    }
}
