//! Keyboard navigation between the tiles of the map.

use domain::tiles::GridCell;

/// The direction of an arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    /// North.
    Up,
    /// South.
    Down,
    /// West.
    Left,
    /// East.
    Right,
}

impl Arrow {
    /// Returns the direction of a key, given its `KeyboardEvent.key` value; `None` for other keys.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            _ => None,
        }
    }

    /// Returns how far `to` is from `from` in this direction, and how far to the side, in cells; `None` if `to` is
    /// not in this direction.
    fn distance(self, from: GridCell, to: GridCell) -> Option<(u8, u8)> {
        let (along, ahead) = match self {
            Self::Up => (from.row.abs_diff(to.row), to.row < from.row),
            Self::Down => (from.row.abs_diff(to.row), to.row > from.row),
            Self::Left => (from.column.abs_diff(to.column), to.column < from.column),
            Self::Right => (from.column.abs_diff(to.column), to.column > from.column),
        };
        let beside = match self {
            Self::Up | Self::Down => from.column.abs_diff(to.column),
            Self::Left | Self::Right => from.row.abs_diff(to.row),
        };
        ahead.then_some((along, beside))
    }

    /// Returns the nearest cell in this direction, where one cell to the side counts as two cells; `None` at the edge
    /// of the map.
    pub fn from(
        self,
        cell: GridCell,
        cells: impl IntoIterator<Item = GridCell>,
    ) -> Option<GridCell> {
        cells
            .into_iter()
            .filter_map(|other| Some((self.distance(cell, other)?, other)))
            .min_by_key(|((along, beside), other)| {
                (u16::from(*along) + 2 * u16::from(*beside), *other)
            })
            .map(|(_, other)| other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(row: u8, column: u8) -> GridCell {
        GridCell { row, column }
    }

    #[test]
    fn an_arrow_leads_to_the_nearest_tile_that_way() {
        let cells = [at(1, 1), at(1, 3), at(2, 2), at(4, 1)];
        assert_eq!(Arrow::Right.from(at(1, 1), cells), Some(at(1, 3)));
        assert_eq!(Arrow::Down.from(at(1, 1), cells), Some(at(2, 2)));
        assert_eq!(Arrow::Down.from(at(2, 2), cells), Some(at(4, 1)));
        assert_eq!(Arrow::Left.from(at(1, 3), cells), Some(at(1, 1)));
        assert_eq!(Arrow::Up.from(at(1, 1), cells), None);
        assert_eq!(Arrow::of_key("Enter"), None);
    }

    #[test]
    fn every_tile_can_be_reached() {
        let cells = [at(1, 5), at(2, 1), at(2, 5), at(3, 3), at(9, 9), at(5, 1)];
        for start in cells {
            let mut reached = vec![start];
            let mut next = 0;
            while next < reached.len() {
                for arrow in [Arrow::Up, Arrow::Down, Arrow::Left, Arrow::Right] {
                    if let Some(cell) = arrow.from(reached[next], cells)
                        && !reached.contains(&cell)
                    {
                        reached.push(cell);
                    }
                }
                next += 1;
            }
            assert_eq!(reached.len(), cells.len(), "from {start:?}");
        }
    }
}
