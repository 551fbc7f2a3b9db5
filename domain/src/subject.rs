//! Subjects and scopes: who or what a figure is about, and how much of it the figure covers.

use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// Who or what a figure is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Subject {
    /// The zone whose page shows the figure.
    #[default]
    Zone,
    /// A group of zones.
    Group {
        /// The name of the group.
        name: Bilingual,
        /// The number of zones in the group; `None` if the source does not state it. Groups of different or unknown
        /// size do not form one series.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        members: Option<u32>,
    },
    /// A place that is not a zone: a subdistrict, the host city.
    Place {
        /// The name of the place.
        name: Bilingual,
    },
    /// An enterprise.
    Enterprise {
        /// The name of the enterprise.
        name: Bilingual,
    },
    /// A facility, such as a port.
    Facility {
        /// The name of the facility.
        name: Bilingual,
    },
}

impl Subject {
    /// True if both are the same subject, or the same group at different sizes.
    pub fn has_same_name(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Group { name, .. }, Self::Group { name: other, .. }) => name == other,
            _ => self == other,
        }
    }

    /// Returns the id of the variant in exported tables and in the database.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Zone => "zone",
            Self::Group { .. } => "group",
            Self::Place { .. } => "place",
            Self::Enterprise { .. } => "enterprise",
            Self::Facility { .. } => "facility",
        }
    }

    /// Returns the name of the subject; `None` for the zone itself.
    pub const fn name(&self) -> Option<&Bilingual> {
        match self {
            Self::Zone => None,
            Self::Group { name, .. }
            | Self::Place { name }
            | Self::Enterprise { name }
            | Self::Facility { name } => Some(name),
        }
    }
}

/// How much of the subject a figure covers.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Scope {
    /// The whole subject.
    #[default]
    Whole,
    /// A predecessor of the subject.
    Predecessor {
        /// The name of the predecessor.
        name: Bilingual,
    },
    /// One industry of the subject.
    Industry {
        /// The name of the industry.
        name: Bilingual,
    },
    /// A key area of the subject.
    KeyArea {
        /// The name of the area.
        name: Bilingual,
    },
    /// A group of enterprises of the subject.
    Enterprises {
        /// Which enterprises.
        name: Bilingual,
    },
    /// The products of the subject, or a class of them.
    Products {
        /// Which products.
        name: Bilingual,
    },
}

impl Scope {
    /// True if the figure covers the whole subject.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self::Whole)
    }

    /// Returns the id of the variant in exported tables and in the database.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Predecessor { .. } => "predecessor",
            Self::Industry { .. } => "industry",
            Self::KeyArea { .. } => "key-area",
            Self::Enterprises { .. } => "enterprises",
            Self::Products { .. } => "products",
        }
    }

    /// Returns the name of the part that the figure covers; `None` if it covers the whole subject.
    pub const fn name(&self) -> Option<&Bilingual> {
        match self {
            Self::Whole => None,
            Self::Predecessor { name }
            | Self::Industry { name }
            | Self::KeyArea { name }
            | Self::Enterprises { name }
            | Self::Products { name } => Some(name),
        }
    }
}
