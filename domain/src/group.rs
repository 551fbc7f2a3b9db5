//! Groups of zones for which sources state totals.

use crate::id::GroupId;
use crate::profile::Profile;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// A group of zones, such as all national economic and technological development zones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The id of the group, which is also its name in URLs.
    pub id: GroupId,
    /// The name in both languages.
    pub name: Bilingual,
    /// A description in our own words.
    pub text: Bilingual,
    /// True if the group contains all national zones of a class, so that no zone of the class can exceed its totals.
    pub national: bool,
}

/// All data on a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRecord {
    /// The group.
    pub group: Group,
    /// The profile: all figures with receipts.
    pub profile: Profile,
}
