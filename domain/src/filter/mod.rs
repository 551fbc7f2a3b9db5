//! Which zones a visitor asked for: the state in the address, and the engine that answers it.
//!
//! The engine runs over an index of all zones stored by column: on the server for the first page,
//! and in the browser, which fetches the index once, for every key and click after that.

mod choices;
mod columns;
mod engine;
mod facets;
mod file;
mod orders;
mod query;
mod row;
mod search;
mod state;
mod tally;
#[cfg(test)]
mod tests;
mod texts;
mod traits;
mod values;
mod verdicts;

pub use choices::{AreaBand, Decade, Grouping, Measure, Presence, Sort};
pub use columns::{CityTile, Columns, IndexError, IndexedZone, References};
pub use engine::{Index, PAGE_SIZE, Pick, Selection};
pub use facets::{Counted, Facets, HUNDREDTHS, KINDS, Tile, Timeline};
pub use file::NotAnIndex;
pub use query::{Control, Known, Notice};
pub use row::{AreaUnit, ListedArea, ListedZone};
pub use search::{Elsewhere, Match, Names, Search, SearchColumns, WordSearch, folded};
pub use state::{Dimension, Filter, TRAY_SIZE};
pub use texts::Texts;
pub use values::{RowValue, ValueColumn, ZoneValue};
