//! The pages, one module each.

pub mod atlas;
pub mod methods;
pub mod not_found;
pub mod zone;
