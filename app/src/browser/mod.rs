//! Browser functions for islands: address, history, event listeners, and page elements outside the islands.

mod address;
mod busy;
mod dom;
mod listen;
mod position;
mod task;

pub use address::Address;
pub use busy::Busy;
pub use dom::{closest, data_attribute, elements, is_plain, mark_live, was_changed};
pub use listen::listen;
pub use position::Position;
pub use task::next_task;
