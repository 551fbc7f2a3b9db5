//! Draws charts as SVG. Data flow: [`ChartData`] (figures from the server), [`ChartState`] (what is shown, without
//! pixels), layout by plotters, SVG text.

mod amount;
mod backend;
#[cfg(feature = "ssr")]
mod card;
mod data;
mod dots;
mod dots_drawing;
mod drawing;
#[cfg(feature = "ssr")]
mod example;
mod font;
mod labels;
mod marks;
mod panel;
mod reading;
mod shapes;
#[cfg(feature = "ssr")]
mod sheet;
mod state;
#[cfg(feature = "ssr")]
mod theme;
mod ticks;
mod view;

pub use backend::{Escaped, LegendSymbol, LegendSymbols, text_width};
#[cfg(feature = "ssr")]
pub use card::{Card, SCALE as CARD_SCALE, card};
pub use data::{ChartData, FigureData, LineData, PartData};
pub use dots::{DotChart, DotScale, symbols_of};
pub use dots_drawing::draw_dots;
pub use drawing::{Drawing, MAX_LINES, Size, draw, wrapped};
#[cfg(feature = "ssr")]
pub use example::example;
pub use shapes::{line_swatch, swatch, symbol_swatch};
#[cfg(feature = "ssr")]
pub use sheet::{Number, SheetTexts, dots_sheet, sheet};
pub use state::{ChartPoint, ChartSeries, ChartState, LineKind, admits_log};
pub use view::{ChartForm, ChartView};

#[cfg(test)]
mod tests;
