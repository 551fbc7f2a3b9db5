//! The parts of the explorer, each the text of one element of the page.

use super::view::View;
use super::{chips, downloads, filters, list, map, search, tray, years};
use maud::{Markup, html};
use std::fmt;

/// How many rows of the list are one part.
pub const ROWS: usize = 10;

/// A part of the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The field of the search, with the number of zones.
    Search,
    /// Notices, active filters, counts and the heads of the columns; all there is where no zone fits.
    Head,
    /// Rows of the list: the first ten, the next ten, and so on.
    Rows(usize),
    /// The title of the map, and the choice of what its tiles show.
    MapHead,
    /// The tiles and their legend.
    Tiles,
    /// The numbers of the place that is looked at.
    Panel,
    /// The years of approval.
    Years,
    /// The levels.
    Levels,
    /// The kinds.
    Kinds,
    /// The groups of industries.
    Industries,
    /// The cities.
    Cities,
    /// The decades of approval.
    Decades,
    /// The first and the last year of approval.
    YearFields,
    /// The bands of area.
    Areas,
    /// With and without figures, cautions and single indicators.
    Knowledge,
    /// The order of the list.
    Sort,
    /// The zones that are to be compared.
    Tray,
    /// Links to the pages of the list.
    Pages,
    /// Links to the list as files.
    Downloads,
    /// What the form sends along for visitors without JavaScript.
    Hidden,
    /// A form for each chosen place that gives it up, for visitors without JavaScript.
    DropForms,
}

impl Part {
    /// The filters, in the order of reading.
    pub const FIELDS: [Self; 9] = [
        Self::Levels,
        Self::Kinds,
        Self::Industries,
        Self::Cities,
        Self::Decades,
        Self::YearFields,
        Self::Areas,
        Self::Knowledge,
        Self::Sort,
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
            Self::Head,
            Self::MapHead,
            Self::Tiles,
            Self::Panel,
            Self::Years,
            Self::Tray,
            Self::Pages,
            Self::Downloads,
            Self::Hidden,
            Self::DropForms,
        ];
        let mut all = others.into_iter().chain(Self::FIELDS);
        all.find(|part| part.name() == name)
    }

    /// True where the part depends on what the pointer or the focus is at.
    #[cfg(feature = "hydrate")]
    pub const fn follows_pointer(self) -> bool {
        matches!(self, Self::Tiles | Self::Panel | Self::Rows(_))
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Head => "head",
            Self::Rows(_) => "rows",
            Self::MapHead => "map-head",
            Self::Tiles => "tiles",
            Self::Panel => "panel",
            Self::Years => "years",
            Self::Levels => "levels",
            Self::Kinds => "kinds",
            Self::Industries => "industries",
            Self::Cities => "cities",
            Self::Decades => "decades",
            Self::YearFields => "year-fields",
            Self::Areas => "areas",
            Self::Knowledge => "knowledge",
            Self::Sort => "sort",
            Self::Tray => "tray",
            Self::Pages => "pages",
            Self::Downloads => "downloads",
            Self::Hidden => "hidden",
            Self::DropForms => "drop-forms",
        }
    }

    /// The text of the part.
    pub fn text(self, view: &View<'_>) -> Markup {
        match self {
            Self::Search => search::search(view),
            Self::Head => html! { (chips::chips(view)) (list::head(view)) },
            Self::Rows(number) => list::rows(view, number * ROWS),
            Self::MapHead => map::head(view),
            Self::Tiles => map::tiles(view),
            Self::Panel => map::panel(view),
            Self::Years => years::years(view),
            Self::Levels => filters::levels(view),
            Self::Kinds => filters::kinds(view),
            Self::Industries => filters::industries(view),
            Self::Cities => filters::cities(view),
            Self::Decades => filters::decades(view),
            Self::YearFields => filters::years(view),
            Self::Areas => filters::areas(view),
            Self::Knowledge => filters::knowledge(view),
            Self::Sort => filters::sort(view),
            Self::Tray => tray::tray(view),
            Self::Pages => list::pages(view),
            Self::Downloads => downloads::downloads(view),
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
