//! Who or what a figure is about.

use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// Who or what a figure is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Subject {
    /// The zone on whose page it stands.
    #[default]
    Zone,
    /// A group of zones.
    Group {
        /// Its name.
        name: Bilingual,
        /// How many zones it had, where the source says so; groups of different size, and groups
        /// of unknown size, are not one series.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        members: Option<u32>,
    },
    /// A place that is no zone: a subdistrict, the host city.
    Place {
        /// Its name.
        name: Bilingual,
    },
    /// An enterprise.
    Enterprise {
        /// Its name.
        name: Bilingual,
    },
    /// A facility, such as a port.
    Facility {
        /// Its name.
        name: Bilingual,
    },
}

impl Subject {
    /// Whether both are the same, or the same group at different sizes.
    pub fn is_of_one_name(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Group { name, .. }, Self::Group { name: other, .. }) => name == other,
            _ => self == other,
        }
    }

    /// Its id in tables and in the database.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Zone => "zone",
            Self::Group { .. } => "group",
            Self::Place { .. } => "place",
            Self::Enterprise { .. } => "enterprise",
            Self::Facility { .. } => "facility",
        }
    }

    /// The name of the subject where it is not the zone itself.
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
    /// All of it.
    #[default]
    Whole,
    /// What came before it.
    Predecessor {
        /// Its name.
        name: Bilingual,
    },
    /// One industry in it.
    Industry {
        /// Its name.
        name: Bilingual,
    },
    /// Its key area.
    KeyArea {
        /// Its name.
        name: Bilingual,
    },
    /// A group of its enterprises.
    Enterprises {
        /// Which.
        name: Bilingual,
    },
    /// Its products, or a class of them.
    Products {
        /// Which.
        name: Bilingual,
    },
}

impl Scope {
    /// Whether the figure is of the whole subject.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self::Whole)
    }

    /// Its id in tables and in the database.
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

    /// What the figure is limited to, where it is.
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
