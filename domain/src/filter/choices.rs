//! The closed choices of the atlas page: orders, decades, bands of area, measures of the map.

use super::values::ValueColumn;
use crate::textual::vocabulary;

vocabulary! {
    /// The order of the list.
    #[derive(Default)]
    Sort, "an order such as output, revenue, name, newest or largest" {
        /// The best match first where words are searched, and equal matches by output; all by output where none are.
        #[default]
        Automatic = "automatic",
        /// Greatest latest output first; zones without one after all others.
        Output = "output",
        /// Greatest latest fiscal revenue first; zones without one after all others.
        Revenue = "revenue",
        /// Greatest growth of output first; zones of which none is known after all others.
        Growth = "growth",
        /// Greatest area first; unknown areas last.
        Largest = "largest",
        /// Smallest area first; unknown areas last.
        Smallest = "smallest",
        /// Latest approval first.
        Newest = "newest",
        /// Earliest approval first.
        Oldest = "oldest",
        /// By English name, which for most zones is the romanised Chinese one.
        Name = "name",
        /// The same from the end.
        NameReversed = "name-reversed",
        /// By province and city.
        Place = "place",
        /// The same from the end.
        PlaceReversed = "place-reversed",
        /// By kind.
        Kind = "kind",
        /// The same from the end.
        KindReversed = "kind-reversed",
        /// By the group of the first leading industry; none last.
        Industry = "industry",
        /// The same from the end; none last.
        IndustryReversed = "industry-reversed",
        /// Most figures first.
        Figures = "figures",
        /// As the catalogue lists them, national zones first.
        Catalogue = "catalogue",
    }
}

impl Sort {
    /// The column by whose values it puts zones in order; nothing where it needs none.
    pub const fn column(self) -> Option<ValueColumn> {
        match self {
            Self::Automatic | Self::Output => Some(ValueColumn::Output),
            Self::Revenue => Some(ValueColumn::Revenue),
            Self::Growth => Some(ValueColumn::Growth),
            _ => None,
        }
    }
}

vocabulary! {
    /// The decade of an approval.
    Decade, "a decade such as 1990s" {
        /// 1980 to 1989.
        Eighties = "1980s",
        /// 1990 to 1999.
        Nineties = "1990s",
        /// 2000 to 2009.
        Noughties = "2000s",
        /// 2010 to 2019.
        Tens = "2010s",
        /// 2020 to 2029.
        Twenties = "2020s",
    }
}

impl Decade {
    /// The decade of a year; the catalogue's years lie in these five, and one before them counts with the first.
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
    /// How large a zone is by the area of its list, in hectares; the lower end belongs to the band.
    AreaBand, "a band of area such as 100-500" {
        /// Less than 100 ha.
        Below100 = "0-100",
        /// 100 to 500 ha.
        To500 = "100-500",
        /// 500 to 1,000 ha.
        To1000 = "500-1000",
        /// 1,000 to 5,000 ha.
        To5000 = "1000-5000",
        /// 5,000 ha or more.
        From5000 = "5000-up",
        /// The list gives none.
        NotKnown = "not-known",
    }
}

impl AreaBand {
    /// The band of an area in hundredths of a hectare.
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

    /// Its ends in hectares; nothing at an end that is open, or where no area is known.
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
    /// Whether the atlas has something of a zone.
    Presence, "with or without" {
        /// It has.
        With = "with",
        /// It has not.
        Without = "without",
    }
}

impl Presence {
    /// Whether there are any.
    pub const fn of(number: u32) -> Self {
        if number > 0 {
            Self::With
        } else {
            Self::Without
        }
    }
}

vocabulary! {
    /// What the tiles of the map are shaded by.
    #[derive(Default)]
    Measure, "a measure of the map: zones, area, year or figures" {
        /// How many zones.
        #[default]
        Zones = "zones",
        /// The sum of the catalogue's approved areas.
        Area = "area",
        /// The median year of approval.
        Year = "year",
        /// How many zones have figures beyond the lists.
        Figures = "figures",
    }
}

vocabulary! {
    /// How the rows of the list are grouped.
    #[derive(Default)]
    Grouping, "a grouping: none or province" {
        /// Not at all.
        #[default]
        None = "none",
        /// By province, in the order of their codes.
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
