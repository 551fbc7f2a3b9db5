//! What the text of the explorer depends on.

use super::map::Place;
use crate::api::ExplorerData;
use crate::locale::Locale;
use crate::messages::atlas::AtlasMessages;
use crate::query;
use domain::filter::{Filter, ListedZone, Notice, Selection};
use domain::id::ZoneSlug;

/// What the text of the explorer depends on. Equal views have equal texts.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// Provinces, cities, groups of industries, indicators and totals.
    pub data: &'a ExplorerData,
    /// What the address asks for.
    pub filter: &'a Filter,
    /// What was cleaned in the address.
    pub notices: &'a [Notice],
    /// What the filter shows.
    pub selection: &'a Selection,
    /// The filter that the page was loaded with; it decides which filters are unfolded.
    pub first: &'a Filter,
    /// What a visitor does that is not in the address.
    pub interaction: &'a Interaction,
}

/// What a visitor does that is not in the address. Nothing, on the server.
#[derive(Debug, Clone, Default)]
pub struct Interaction {
    /// The only tile of the map that the Tab key comes to. Without one it comes to each.
    pub tab_stop: Option<Place>,
    /// The place under the pointer, on the map or in the list.
    pub pointed: Option<Place>,
    /// The place of the map that has the focus, or had it last.
    pub focused: Option<Place>,
    /// How many pages of the list are shown beyond the one in the address.
    pub depth: u32,
    /// The zones on those pages.
    pub further: Vec<ListedZone>,
    /// The rows that are opened, each with what the server tells of its zone once that has come.
    pub opened: Vec<(ZoneSlug, Option<String>)>,
    /// True while what is typed is answered with suggestions.
    pub is_suggesting: bool,
    /// The suggestion that the arrow keys have come to.
    pub suggested: Option<usize>,
    /// True while the years are played.
    pub is_playing: bool,
    /// True after a zone found the tray full.
    pub is_refused: bool,
}

impl Interaction {
    /// The place that is looked at: that under the pointer, else that in focus.
    pub fn looked_at(&self) -> Option<&Place> {
        self.pointed.as_ref().or(self.focused.as_ref())
    }

    /// What is known of an opened row; nothing while it is closed.
    pub fn opened(&self, zone: &ZoneSlug) -> Option<Option<&str>> {
        let row = self.opened.iter().find(|(slug, _)| slug == zone);
        row.map(|(_, told)| told.as_deref())
    }
}

impl<'a> View<'a> {
    /// The strings of the explorer.
    pub const fn m(&self) -> &'static AtlasMessages {
        self.locale.atlas_messages()
    }

    /// The address of another state of the page.
    pub fn href(&self, filter: &Filter) -> String {
        href(self.locale, filter)
    }

    /// The address of a comparison of zones, which leads back to this list.
    pub fn compared(&self, slugs: &[&str]) -> String {
        let page = [&self.locale.href("/compare"), "?zones=", &slugs.join(",")].concat();
        match self.href(&self.filter.list()).split_once('?') {
            Some((_, list)) => query::with_list(page, list),
            None => page,
        }
    }

    /// How many rows the list has.
    pub fn zone_count(&self) -> usize {
        self.selection.rows.len() + self.interaction.further.len()
    }

    /// The zone of a row, counted from 0.
    pub fn zone(&self, row: usize) -> Option<&'a ListedZone> {
        let rows = &self.selection.rows;
        rows.get(row)
            .or_else(|| self.interaction.further.get(row.checked_sub(rows.len())?))
    }

    /// What was cleaned in the address, and in its tray and its page number by what is shown.
    pub fn all_notices(&self) -> Vec<Notice> {
        let (filter, selection) = (self.filter, self.selection);
        let is_known = |pick: &&ZoneSlug| selection.picks.iter().any(|known| known.slug == **pick);
        let unknown = filter.picks.iter().filter(|pick| !is_known(pick));
        let unknown = unknown.map(|pick| Notice::Unknown {
            key: "pick".to_owned(),
            value: pick.to_string(),
        });
        let past_the_end = (selection.page < filter.page).then_some(Notice::PastTheEnd {
            page: filter.page.saturating_add(1),
        });
        let mut notices = self.notices.to_vec();
        notices.extend(unknown.chain(past_the_end));
        notices
    }
}

/// The address of a state of the atlas page.
pub fn href(locale: Locale, filter: &Filter) -> String {
    let query = filter.query();
    let page = locale.href("/");
    if query.is_empty() {
        page
    } else {
        format!("{page}?{query}")
    }
}
