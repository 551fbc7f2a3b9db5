//! The parts of the explorer, each the text of one element of the page.

use super::view::View;
use super::{chips, filters, list, map, search, tools, tray, years};
use maud::{Markup, html};
use std::fmt;

/// How many rows of the list are one part: two parts are as many as a window of 900 px shows.
pub const ROWS: usize = 6;

/// A part of the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The field of the search.
    Search,
    /// The number of zones, the order, and what can be done with the list.
    Tools,
    /// The number of zones for screen readers, which is told once a visitor pauses.
    Status,
    /// Notices and active filters; what to do where no zone fits.
    Head,
    /// The heads of the columns of the list.
    Columns,
    /// Rows of the list: the first six, the next six, and so on.
    Rows(usize),
    /// The title of the map, and the choice of what its tiles show.
    MapHead,
    /// The tiles and their legend.
    Tiles,
    /// The numbers of the place that is looked at.
    Panel,
    /// The levels.
    Levels,
    /// The kinds.
    Kinds,
    /// The groups of industries.
    Industries,
    /// The cities.
    Cities,
    /// The years of approval.
    Years,
    /// The first and the last year of approval.
    YearFields,
    /// The decades of approval.
    Decades,
    /// The bands of area.
    Areas,
    /// Without figures, with and without cautions, and single indicators.
    Knowledge,
    /// Whether the list is divided into provinces.
    Grouping,
    /// The number of zones on the button that closes the sheet of the filters.
    SheetFoot,
    /// The zones that are to be compared.
    Tray,
    /// Links to the pages of the list.
    Pages,
    /// What the form sends along for visitors without JavaScript.
    Hidden,
    /// A form for each chosen place that gives it up, for visitors without JavaScript.
    DropForms,
}

impl Part {
    /// The filters that are always in sight, in the order of reading.
    pub const MAIN_FILTERS: [Self; 4] = [Self::Levels, Self::Kinds, Self::Industries, Self::Cities];

    /// The others, below the years.
    pub const MORE_FILTERS: [Self; 5] = [
        Self::YearFields,
        Self::Decades,
        Self::Areas,
        Self::Knowledge,
        Self::Grouping,
    ];

    /// The parts of the list that hold the rows of a view.
    pub fn rows(view: &View<'_>) -> impl Iterator<Item = Self> + use<> {
        (0..view.zone_count().div_ceil(ROWS)).map(Self::Rows)
    }

    /// The part of this name.
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

    /// True where the part depends on what the pointer, the focus or the arrow keys are at.
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
            Self::Knowledge => "knowledge",
            Self::Grouping => "grouping",
            Self::SheetFoot => "sheet-foot",
            Self::Tray => "tray",
            Self::Pages => "pages",
            Self::Hidden => "hidden",
            Self::DropForms => "drop-forms",
        }
    }

    /// The text of the part.
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
            Self::Knowledge => filters::knowledge(view),
            Self::Grouping => filters::grouping(view),
            Self::SheetFoot => html! { ((view.m().show)(&tools::count(view))) },
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
