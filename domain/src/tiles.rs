//! The tile map of a province: a grid in which each city has a cell near its real position.

use crate::catalogue::Point;
use serde::{Deserialize, Serialize};

/// The position of a tile in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GridCell {
    /// The row, from 1 in the north.
    pub row: u8,
    /// The column, from 1 in the west.
    pub column: u8,
}

/// The largest number of columns of a grid, so that it fits on a narrow page.
const WIDEST: usize = 7;

/// The least gain of a swap. Without it, rounding errors could make two cities change places forever.
const GAIN: f64 = 1e-9;

/// Returns a different cell for each point, in the order of the points.
///
/// The cities with a point fill a grid without empty rows or columns. Two cities are swapped if this brings them nearer
/// to their positions in total, and a city is moved to an empty cell if it is nearer there, until no change helps.
/// Cities without a valid point are placed in rows of their own below. There is room for 255 rows.
pub fn tile_positions(points: &[Option<Point>]) -> Vec<GridCell> {
    let (located, unlocated): (Vec<_>, Vec<_>) = (0..)
        .zip(points)
        .map(|(city, point)| (city, point.filter(is_on_earth)))
        .partition(|(_, point)| point.is_some());
    let (columns, rows) = shape(located.len());
    let located = located
        .into_iter()
        .filter_map(|(city, point)| Some((city, point?)))
        .collect();
    let below = columns.max(shape(unlocated.len()).0);
    let mut cells = vec![GridCell { row: 1, column: 1 }; points.len()];
    for (slot, place) in (0..).zip(assign_cells(places(located, columns, rows), columns, rows)) {
        if let Some(place) = place {
            cells[place.city] = cell(slot / columns, slot % columns);
        }
    }
    for (slot, (city, _)) in (0..).zip(unlocated) {
        cells[city] = cell(rows + slot / below, slot % below);
    }
    cells
}

/// The position of a city in the bounding box of its province, in columns and rows of the grid.
#[derive(Debug, Clone, Copy)]
struct Place {
    city: usize,
    x: f64,
    y: f64,
}

impl Place {
    /// Returns the square of the distance to the middle of a cell.
    fn distance(&self, slot: usize, columns: usize) -> f64 {
        let (dx, dy) = (
            self.x - number(slot % columns),
            self.y - number(slot / columns),
        );
        dx * dx + dy * dy
    }
}

/// Returns the number of columns and rows for a number of cities. There are fewer empty cells than columns, and fewer
/// than rows.
fn shape(cities: usize) -> (usize, usize) {
    if cities == 0 {
        return (0, 0);
    }
    // The grid is wider than high because tiles contain names, but at most about twice as wide: with fewer rows, north
    // and south could not be distinguished.
    let rows = cities.div_ceil((2 * cities).isqrt().min(WIDEST));
    (cities.div_ceil(rows), rows)
}

fn is_on_earth(point: &Point) -> bool {
    (-90.0..=90.0).contains(&point.latitude) && (-180.0..=180.0).contains(&point.longitude)
}

/// Returns the position of each city, with the bounding box scaled to the grid.
fn places(located: Vec<(usize, Point)>, columns: usize, rows: usize) -> Vec<Place> {
    let (west, east) = ends(located.iter().map(|(_, point)| point.longitude));
    let middle = f64::midpoint(west, east);
    let mut places: Vec<Place> = located
        .into_iter()
        .map(|(city, point)| Place {
            city,
            // Meridians converge towards the pole.
            x: (point.longitude - middle) * point.latitude.to_radians().cos(),
            y: -point.latitude,
        })
        .collect();
    let across = ends(places.iter().map(|place| place.x));
    let down = ends(places.iter().map(|place| place.y));
    for place in &mut places {
        place.x = stretched(place.x, across, columns);
        place.y = stretched(place.y, down, rows);
    }
    places
}

/// Returns the least and the greatest of some numbers.
fn ends(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), n| {
        (least.min(n), most.max(n))
    })
}

/// Returns the position of a number between two ends, in cells: the ends are the middles of the first and the last
/// cell. If both ends are equal, it is the middle of the grid.
fn stretched(value: f64, (least, most): (f64, f64), cells: usize) -> f64 {
    let last = number(cells.saturating_sub(1));
    if most > least {
        (value - least) / (most - least) * last
    } else {
        last / 2.0
    }
}

/// Assigns the cities to cells, row by row. Cells that are left over are `None`.
fn assign_cells(mut places: Vec<Place>, columns: usize, rows: usize) -> Vec<Option<Place>> {
    // Starts with rows from north to south, each sorted from west to east. This is close to the best arrangement.
    places.sort_by(|a, b| a.y.total_cmp(&b.y));
    for row in places.chunks_mut(columns.max(1)) {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    let mut slots: Vec<Option<Place>> = places.into_iter().map(Some).collect();
    slots.resize(columns * rows, None);
    let distance = |place: Option<Place>, slot| place.map_or(0.0, |p| p.distance(slot, columns));
    loop {
        let mut swapped = false;
        for a in 0..slots.len() {
            for b in a + 1..slots.len() {
                let stay = distance(slots[a], a) + distance(slots[b], b);
                let swap = distance(slots[a], b) + distance(slots[b], a);
                if swap < stay - GAIN {
                    slots.swap(a, b);
                    swapped = true;
                }
            }
        }
        if !swapped {
            return slots;
        }
    }
}

fn cell(row: usize, column: usize) -> GridCell {
    let from_one = |n: usize| u8::try_from(n + 1).unwrap_or(u8::MAX);
    GridCell {
        row: from_one(row),
        column: from_one(column),
    }
}

/// Converts a number of rows or columns for calculations.
fn number(cells: usize) -> f64 {
    u32::try_from(cells).unwrap_or(u32::MAX).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn point(latitude: f64, longitude: f64) -> Option<Point> {
        Some(Point {
            latitude,
            longitude,
        })
    }

    fn at(row: u8, column: u8) -> GridCell {
        GridCell { row, column }
    }

    #[test]
    fn the_cities_of_jiangsu_stand_as_they_lie() {
        let cities = [
            ("Nanjing", 32.06167, 118.77778),
            ("Wuxi", 31.56887, 120.28857),
            ("Xuzhou", 34.20442, 117.28386),
            ("Changzhou", 31.77359, 119.95401),
            ("Suzhou", 31.30408, 120.59538),
            ("Nantong", 32.03028, 120.87472),
            ("Lianyungang", 34.59845, 119.21556),
            ("Huai'an", 33.58861, 119.01917),
            ("Yancheng", 33.3575, 120.1573),
            ("Yangzhou", 32.39722, 119.43583),
            ("Zhenjiang", 32.21086, 119.45508),
            ("Taizhou", 32.49069, 119.90812),
            ("Suqian", 33.94917, 118.29583),
        ];
        let cells =
            tile_positions(&cities.map(|(_, latitude, longitude)| point(latitude, longitude)));
        let of = |name| cells[cities.iter().position(|city| city.0 == name).unwrap()];
        let (xuzhou, lianyungang) = (of("Xuzhou"), of("Lianyungang"));
        assert_eq!((xuzhou.row, lianyungang.row), (1, 1));
        assert!(xuzhou.column < lianyungang.column);
        assert!(of("Nanjing").column < of("Nantong").column);
        assert!(of("Xuzhou").column < of("Suqian").column);
        assert!(of("Yancheng").row < of("Nantong").row);
        assert_eq!(of("Suzhou"), at(3, 5));
    }

    #[test]
    fn a_grid_is_compact() {
        let shapes = [1, 2, 3, 4, 7, 9, 10, 13, 16, 17, 21, 50].map(shape);
        let compact = [
            (1, 1),
            (2, 1),
            (2, 2),
            (2, 2),
            (3, 3),
            (3, 3),
            (4, 3),
            (5, 3),
            (4, 4),
            (5, 4),
            (6, 4),
            (7, 8),
        ];
        assert_eq!(shapes, compact);
    }

    #[test]
    fn cities_that_lie_in_a_grid_stand_in_it() {
        let cells: Vec<GridCell> = (0..9)
            .map(|n| n * 4 % 9)
            .map(|n| at(n / 3 + 1, n % 3 + 1))
            .collect();
        let points: Vec<_> = cells
            .iter()
            .map(|cell| point(-f64::from(cell.row), f64::from(cell.column)))
            .collect();
        assert_eq!(tile_positions(&points), cells);
    }

    #[test]
    fn a_corner_where_nothing_lies_stays_empty() {
        // There are eleven cities for twelve cells, and none of them is in the north-west.
        let cells: Vec<GridCell> = (1..12).map(|n| at(n / 4 + 1, n % 4 + 1)).collect();
        let points: Vec<_> = cells
            .iter()
            .map(|cell| point(-f64::from(cell.row), f64::from(cell.column)))
            .collect();
        assert_eq!(tile_positions(&points), cells);
    }

    #[test]
    fn a_degree_of_longitude_is_shorter_in_the_north() {
        // Without the correction for latitude, the third city would be in the east of the box.
        let points = [point(60.0, 100.0), point(20.0, 120.0), point(40.0, 112.0)];
        assert_eq!(tile_positions(&points), [at(1, 1), at(2, 2), at(2, 1)]);
    }

    #[test]
    fn cities_on_one_meridian_stand_from_north_to_south() {
        let points = [point(40.0, 100.0), point(31.0, 100.0), point(30.0, 100.0)];
        assert_eq!(
            tile_positions(&points)
                .iter()
                .map(|c| c.row)
                .collect::<Vec<_>>(),
            [1, 2, 2]
        );
    }

    #[test]
    fn what_has_no_point_stands_below() {
        let points = [None, point(20.0, 110.3), point(18.2, 109.5), None];
        assert_eq!(
            tile_positions(&points),
            [at(2, 1), at(1, 2), at(1, 1), at(2, 2)]
        );
        assert_eq!(
            tile_positions(&[None, None, None]),
            [at(1, 1), at(1, 2), at(2, 1)]
        );
        assert_eq!(
            tile_positions(&[point(91.0, 0.0), point(0.0, 0.0)])[0],
            at(2, 1)
        );
        assert_eq!(tile_positions(&[]), []);
    }

    /// Generates degrees as in the data, sometimes equal ones, and sometimes invalid numbers.
    fn degrees() -> impl Strategy<Value = f64> {
        prop_oneof![
            8 => 18.0..54.0_f64,
            3 => proptest::sample::select(vec![18.0, 30.0, 30.5, 54.0]),
            1 => proptest::num::f64::ANY,
        ]
    }

    proptest! {
        #[test]
        fn any_cities_have_cells_of_their_own(
            pairs in proptest::collection::vec(proptest::option::weighted(0.9, (degrees(), degrees())), 0..=25),
        ) {
            let points: Vec<_> = pairs.iter().map(|pair| pair.and_then(|(a, b)| point(a, b))).collect();
            let cells = tile_positions(&points);
            prop_assert_eq!(cells.len(), points.len());
            prop_assert_eq!(cells.iter().collect::<BTreeSet<_>>().len(), cells.len());
            prop_assert_eq!(&tile_positions(&points), &cells);

            let located: Vec<(Point, GridCell)> = points
                .iter()
                .zip(&cells)
                .filter_map(|(point, cell)| Some((point.filter(is_on_earth)?, *cell)))
                .collect();
            let (columns, rows) = shape(located.len());
            prop_assert!(columns <= WIDEST && columns * rows < located.len() + columns.min(rows).max(1));
            for (_, GridCell { row, column }) in &located {
                prop_assert!((1..=columns).contains(&usize::from(*column)));
                prop_assert!((1..=rows).contains(&usize::from(*row)));
            }
            for (point, GridCell { row, column }) in points.iter().zip(&cells) {
                if point.filter(is_on_earth).is_none() {
                    prop_assert!(usize::from(*row) > rows && (1..=WIDEST).contains(&usize::from(*column)));
                }
            }
            // Of two cities in one column, the northern one is above the other.
            for (a, above) in &located {
                for (b, under) in &located {
                    let apart = a.latitude - b.latitude > 0.01;
                    prop_assert!(!apart || above.column != under.column || above.row < under.row);
                }
            }
        }
    }
}
