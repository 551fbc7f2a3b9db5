//! Groups of zones whose totals sources state.

use crate::dossier::Dossier;
use crate::id::GroupId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// A group of zones, such as all national economic and technological development zones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its address.
    pub id: GroupId,
    /// What it is called.
    pub name: Bilingual,
    /// What it is, in our own words.
    pub text: Bilingual,
    /// Whether it is all national zones of a class, more than which no zone can be.
    pub national: bool,
}

/// All that the atlas knows of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRecord {
    /// The group.
    pub group: Group,
    /// What is known of it, with receipts.
    pub dossier: Dossier,
}
