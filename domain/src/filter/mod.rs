//! The query of the atlas page and the engine that evaluates it: filters, facet counts, sort orders, text search.
//!
//! The engine runs over a column-oriented index of all zones: on the server for the first page, and in the browser for
//! every later change. The browser downloads the index once.

mod choices;
mod columns;
mod engine;
mod facet_counter;
mod facets;
mod file;
mod orders;
mod predicates;
mod properties;
mod query;
mod row;
mod search;
mod state;
#[cfg(test)]
mod tests;
mod texts;
mod values;

pub use choices::{AreaBand, Basis, Decade, Grouping, Measure, Presence, Sort};
pub use columns::{CityTile, Columns, IndexError, IndexReferences, IndexedZone};
pub use engine::{Index, PAGE_SIZE, Pick, QueryResult};
pub use facets::{Counted, Facets, HUNDREDTH_HECTARES_PER_KM2, KINDS, Tile, Timeline};
pub use file::InvalidIndexFile;
pub use query::{Control, Notice, ValidValues};
pub use row::{AreaUnit, ListedArea, ListedToday, ListedZone};
pub use search::{MatchHighlights, Names, OtherMatch, Search, SearchColumns, WordSearch, folded};
pub use state::{Filter, FilterKind, TRAY_SIZE};
pub use texts::Texts;
pub use values::{RowValue, ValueColumn, ZoneValue};
