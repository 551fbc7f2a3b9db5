//! Numbers, dates and periods as each language writes them. No digit is lost or added.

mod amounts;
mod dates;
mod digits;
mod units;

pub use amounts::{axis_unit, hedged, interval, on_axis, quantity, reading, value};
pub use dates::{date, period};
pub use digits::integer;

pub(crate) use digits::grouped;
