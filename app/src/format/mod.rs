//! Formats numbers, dates and periods in each language. No digit is lost or added.

mod amounts;
mod areas;
mod dates;
mod digits;
mod places;
mod units;

#[cfg(feature = "ssr")]
pub(crate) use amounts::value_in;
pub use amounts::{
    axis_unit, hedged, interval, interval_on_axis, on_axis, percent, printed, quantity, reading,
    value, written,
};
pub use areas::hectares;
pub use dates::{date, period};
pub use digits::{integer, per_mille};
#[cfg(feature = "ssr")]
pub use places::location;
pub use places::place;
pub use units::unit_name;

pub(crate) use digits::grouped;
#[cfg(feature = "ssr")]
pub(crate) use units::{ScaleWord, large_scale};
