//! Charts: state (what is shown, no pixels), layout (plotters), marks, SVG text.
//!
//! The same function draws on the server and in the browser and gives the same bytes: nothing
//! here asks for fonts, the clock or the screen.

mod backend;
mod layout;
mod marks;
mod state;
mod ticks;

pub use layout::{Size, draw};
pub use marks::{marked_swatch, swatch};
pub use state::{ChartPoint, ChartSeries, ChartState, ChartSubject};
