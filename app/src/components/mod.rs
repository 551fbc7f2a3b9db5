//! Components that several pages share.

pub mod chart;
pub mod citation;
pub mod value;

#[cfg(feature = "ssr")]
pub mod caution;
#[cfg(feature = "ssr")]
pub mod competing;
#[cfg(feature = "ssr")]
pub mod derivation;
#[cfg(feature = "ssr")]
pub mod figure;
#[cfg(feature = "ssr")]
pub mod figure_table;
#[cfg(feature = "ssr")]
pub mod growth;
#[cfg(feature = "ssr")]
pub mod head;
#[cfg(feature = "ssr")]
pub mod help;
#[cfg(feature = "ssr")]
pub mod layout;
#[cfg(feature = "ssr")]
pub mod loaded;
#[cfg(feature = "ssr")]
pub mod problem;
#[cfg(feature = "ssr")]
pub mod receipt;
#[cfg(feature = "ssr")]
pub mod source_list;
#[cfg(feature = "ssr")]
pub mod zone_summary;
