//! Which zones a visitor asked for: the state in the address, and the engine that answers it.

mod engine;
mod state;

pub use engine::{Facets, Index, PAGE_SIZE, Selection};
pub use state::{Filter, Known, Notice, Sort};
