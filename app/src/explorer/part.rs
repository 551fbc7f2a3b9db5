//! The parts of the explorer. Each part is the content of one element of the page.

use super::list::ROWS;
use super::view::View;
use super::{chips, filters, list, map, search, tools, tray, years};
use maud::{Markup, html};
use std::fmt;

/// A part of the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The search field.
    Search,
    /// The toolbar: number of zones, order, and downloads.
    Tools,
    /// The number of zones for screen readers, announced after the visitor pauses.
    Status,
    /// Notices and active filters, and advice if the list is empty.
    Head,
    /// The column headers of the list.
    Columns,
    /// A block of rows: 0 for the first six rows, 1 for the next six, and so on.
    Rows(usize),
    /// The title of the map, and the select box for its measure.
    MapHead,
    /// The tiles and their legend.
    Tiles,
    /// The numbers of the place under the pointer or in focus.
    Panel,
    /// The filter by level.
    Levels,
    /// The filter by kind of zone.
    Kinds,
    /// The filter by industry group.
    Industries,
    /// The filter by city.
    Cities,
    /// The bar chart of the years of approval.
    Years,
    /// The fields for the first and the last year of approval.
    YearFields,
    /// The filter by decade of approval.
    Decades,
    /// The filter by area.
    Areas,
    /// The filter by figures, cautions and single indicators.
    AvailableData,
    /// The checkbox that groups the list by province.
    Grouping,
    /// The label of the button that closes the filter sheet: the number of zones.
    SheetFoot,
    /// The zones picked for comparison.
    Tray,
    /// The links to the pages of the list.
    Pages,
    /// The hidden fields of the form.
    Hidden,
    /// A form for each chosen place that removes it, for visitors without JavaScript.
    DropForms,
}

impl Part {
    /// The filters that are always visible, in reading order.
    pub const MAIN_FILTERS: [Self; 4] = [Self::Levels, Self::Kinds, Self::Industries, Self::Cities];

    /// The filters under "More filters", after the years.
    pub const MORE_FILTERS: [Self; 5] = [
        Self::YearFields,
        Self::Decades,
        Self::Areas,
        Self::AvailableData,
        Self::Grouping,
    ];

    /// Returns the blocks of rows that a view needs.
    pub fn rows(view: &View<'_>) -> impl Iterator<Item = Self> + use<> {
        (0..view.zone_count().div_ceil(ROWS)).map(Self::Rows)
    }

    /// Returns the part with this name; `None` if there is none.
    #[cfg(feature = "hydrate")]
    pub fn named(name: &str) -> Option<Self> {
        if let Some(number) = name.strip_prefix("rows-") {
            return number.parse().ok().map(Self::Rows);
        }
        let others = [
            Self::Search,
            Self::Tools,
            Self::Status,
            Self::Head,
            Self::Columns,
            Self::MapHead,
            Self::Tiles,
            Self::Panel,
            Self::Years,
            Self::SheetFoot,
            Self::Tray,
            Self::Pages,
            Self::Hidden,
            Self::DropForms,
        ];
        let filters = Self::MAIN_FILTERS.into_iter().chain(Self::MORE_FILTERS);
        let mut all = others.into_iter().chain(filters);
        all.find(|part| part.name() == name)
    }

    /// True if the part depends on the pointer, the focus or the arrow keys.
    #[cfg(feature = "hydrate")]
    pub const fn follows_pointer(self) -> bool {
        matches!(
            self,
            Self::Search | Self::Tiles | Self::Panel | Self::Rows(_)
        )
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Tools => "tools",
            Self::Status => "status",
            Self::Head => "head",
            Self::Columns => "columns",
            Self::Rows(_) => "rows",
            Self::MapHead => "map-head",
            Self::Tiles => "tiles",
            Self::Panel => "panel",
            Self::Levels => "levels",
            Self::Kinds => "kinds",
            Self::Industries => "industries",
            Self::Cities => "cities",
            Self::Years => "years",
            Self::YearFields => "year-fields",
            Self::Decades => "decades",
            Self::Areas => "areas",
            Self::AvailableData => "available-data",
            Self::Grouping => "grouping",
            Self::SheetFoot => "sheet-foot",
            Self::Tray => "tray",
            Self::Pages => "pages",
            Self::Hidden => "hidden",
            Self::DropForms => "drop-forms",
        }
    }

    /// Returns the CSS class of the element that holds the part; empty if it has none.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Rows(block) => list::block_class(block),
            _ => "",
        }
    }

    /// Renders the content of the part.
    pub fn text(self, view: &View<'_>) -> Markup {
        match self {
            Self::Search => search::search(view),
            Self::Tools => tools::tools(view),
            Self::Status => html! { (chips::status(view)) },
            Self::Head => html! { (chips::chips(view)) (list::empty(view)) },
            Self::Columns => list::columns(view),
            Self::Rows(number) => list::rows(view, number * ROWS),
            Self::MapHead => map::head(view),
            Self::Tiles => map::tiles(view),
            Self::Panel => map::panel(view),
            Self::Levels => filters::levels(view),
            Self::Kinds => filters::kinds(view),
            Self::Industries => filters::industries(view),
            Self::Cities => filters::cities(view),
            Self::Years => years::years(view),
            Self::YearFields => filters::years(view),
            Self::Decades => filters::decades(view),
            Self::Areas => filters::areas(view),
            Self::AvailableData => filters::available_data(view),
            Self::Grouping => filters::grouping(view),
            Self::SheetFoot => html! { ((view.m().show)(&view.count_in_words())) },
            Self::Tray => tray::tray(view),
            Self::Pages => list::pages(view),
            Self::Hidden => filters::hidden(view),
            Self::DropForms => map::drop_forms(view),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        if let Self::Rows(number) = self {
            write!(f, "-{number}")?;
        }
        Ok(())
    }
}
