//! The pages, one module each.

pub mod accessibility;
pub mod atlas;
pub mod compare;
pub mod data;
pub mod figure;
pub mod group;
pub mod indicator;
pub mod methods;
pub mod not_found;
pub mod printed_list;
pub mod source;
pub mod sources;
pub mod zone;
