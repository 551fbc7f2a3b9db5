//! The enumerated options of the atlas page: sort orders, decades, area bands, map measures, row grouping.

use super::values::ValueColumn;
use crate::textual::vocabulary;

vocabulary! {
    /// The sort order of the list.
    #[derive(Default)]
    Sort, "an order such as output, revenue, name, newest or largest" {
        /// With search words: best match first, equal matches by output. Without search words: the same as `output`.
        #[default]
        Automatic = "automatic",
        /// Largest latest output first; zones without a comparable value last.
        Output = "output",
        /// Largest latest fiscal revenue first; zones without a comparable value last.
        Revenue = "revenue",
        /// Fastest growth of output first; zones without a known growth last.
        Growth = "growth",
        /// Largest area first; zones of unknown area last.
        Largest = "largest",
        /// Smallest area first; zones of unknown area last.
        Smallest = "smallest",
        /// Latest approval first.
        Newest = "newest",
        /// Earliest approval first.
        Oldest = "oldest",
        /// By English name, which for most zones is the romanised Chinese name.
        Name = "name",
        /// By English name, reversed.
        NameReversed = "name-reversed",
        /// By province, then by city.
        Place = "place",
        /// By province, then by city, reversed.
        PlaceReversed = "place-reversed",
        /// By kind of zone.
        Kind = "kind",
        /// By kind of zone, reversed.
        KindReversed = "kind-reversed",
        /// By the industry group of the first leading industry; zones without one last.
        Industry = "industry",
        /// By the same industry group, reversed; zones without one last.
        IndustryReversed = "industry-reversed",
        /// Most figures first.
        Figures = "figures",
        /// In the order of the catalogue, national zones first. National new areas, which are not in the catalogue,
        /// precede the other national zones.
        Catalogue = "catalogue",
    }
}

impl Sort {
    /// Returns the column whose values define this order; `None` if the order needs no such column.
    pub const fn column(self) -> Option<ValueColumn> {
        match self {
            Self::Automatic | Self::Output => Some(ValueColumn::Output),
            Self::Revenue => Some(ValueColumn::Revenue),
            Self::Growth => Some(ValueColumn::Growth),
            // All variants are listed, so that the compiler asks about a new one.
            Self::Largest
            | Self::Smallest
            | Self::Newest
            | Self::Oldest
            | Self::Name
            | Self::NameReversed
            | Self::Place
            | Self::PlaceReversed
            | Self::Kind
            | Self::KindReversed
            | Self::Industry
            | Self::IndustryReversed
            | Self::Figures
            | Self::Catalogue => None,
        }
    }
}

vocabulary! {
    /// The decade of an approval.
    Decade, "a decade such as 1990s" {
        /// 1980 to 1989, and all earlier years.
        Eighties = "1980s",
        /// 1990 to 1999.
        Nineties = "1990s",
        /// 2000 to 2009.
        Noughties = "2000s",
        /// 2010 to 2019.
        Tens = "2010s",
        /// 2020 to 2029, and all later years.
        Twenties = "2020s",
    }
}

impl Decade {
    /// Returns the decade of a year. The years of the catalogue are in these five decades.
    pub const fn of(year: u16) -> Self {
        match year {
            0..1990 => Self::Eighties,
            1990..2000 => Self::Nineties,
            2000..2010 => Self::Noughties,
            2010..2020 => Self::Tens,
            2020.. => Self::Twenties,
        }
    }
}

vocabulary! {
    /// A range of zone areas, by the area in the official list. The lower limit belongs to the band, the upper limit
    /// does not.
    AreaBand, "a band of area such as 100-500" {
        /// Less than 100 ha.
        Below100 = "0-100",
        /// 100 ha to less than 500 ha.
        To500 = "100-500",
        /// 500 ha to less than 1,000 ha.
        To1000 = "500-1000",
        /// 1,000 ha to less than 5,000 ha.
        To5000 = "1000-5000",
        /// 5,000 ha or more.
        From5000 = "5000-up",
        /// The list states no area.
        NotKnown = "not-known",
    }
}

impl AreaBand {
    /// Returns the band of an area in hundredths of a hectare.
    pub const fn of(area: Option<u64>) -> Self {
        match area {
            None => Self::NotKnown,
            Some(0..10_000) => Self::Below100,
            Some(10_000..50_000) => Self::To500,
            Some(50_000..100_000) => Self::To1000,
            Some(100_000..500_000) => Self::To5000,
            Some(500_000..) => Self::From5000,
        }
    }

    /// Returns the lower and the upper limit in hectares; `None` for an open end and for an unknown area.
    pub const fn ends(self) -> (Option<u32>, Option<u32>) {
        match self {
            Self::Below100 => (None, Some(100)),
            Self::To500 => (Some(100), Some(500)),
            Self::To1000 => (Some(500), Some(1_000)),
            Self::To5000 => (Some(1_000), Some(5_000)),
            Self::From5000 => (Some(5_000), None),
            Self::NotKnown => (None, None),
        }
    }
}

vocabulary! {
    /// Whether the atlas has any items of some type, such as figures or cautions, for a zone.
    Presence, "with or without" {
        /// At least one.
        With = "with",
        /// None.
        Without = "without",
    }
}

impl Presence {
    /// Returns `With` if `number` is greater than 0.
    pub const fn of(number: u32) -> Self {
        if number > 0 {
            Self::With
        } else {
            Self::Without
        }
    }
}

vocabulary! {
    /// The quantity that the tiles of the map are shaded by.
    #[derive(Default)]
    Measure, "a measure of the map: zones, area, year or figures" {
        /// The number of zones.
        #[default]
        Zones = "zones",
        /// The sum of the approved areas in the catalogue.
        Area = "area",
        /// The median year of approval.
        Year = "year",
        /// The number of zones with figures other than those in the official lists.
        Figures = "figures",
    }
}

vocabulary! {
    /// The time whose levels and types the filters and counts use.
    #[derive(Default)]
    Basis, "a basis: catalogue or today" {
        /// As in the catalogue of 2018.
        #[default]
        Catalogue = "catalogue",
        /// As sources state them today.
        Today = "today",
    }
}

vocabulary! {
    /// The grouping of the rows of the list.
    #[derive(Default)]
    Grouping, "a grouping: none or province" {
        /// No grouping.
        #[default]
        None = "none",
        /// By province, in the order of the province codes.
        Province = "province",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_in_the_decade_it_begins_with() {
        assert_eq!(Decade::of(1984), Decade::Eighties);
        assert_eq!(Decade::of(1990), Decade::Nineties);
        assert_eq!(Decade::of(2009), Decade::Noughties);
        assert_eq!(Decade::of(2018), Decade::Tens);
    }

    #[test]
    fn the_lower_end_belongs_to_the_band() {
        let band = |hectares: u64| AreaBand::of(Some(hectares * 100));
        assert_eq!(band(0), AreaBand::Below100);
        assert_eq!(band(99), AreaBand::Below100);
        assert_eq!(band(100), AreaBand::To500);
        assert_eq!(band(500), AreaBand::To1000);
        assert_eq!(band(1_000), AreaBand::To5000);
        assert_eq!(band(5_000), AreaBand::From5000);
        assert_eq!(AreaBand::of(None), AreaBand::NotKnown);
        for band in AreaBand::ALL {
            if let (Some(from), _) = band.ends() {
                assert_eq!(AreaBand::of(Some(u64::from(from) * 100)), *band);
            }
        }
    }
}
