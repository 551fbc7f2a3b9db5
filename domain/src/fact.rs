//! Facts: statements about a zone that are not numbers.

use crate::date::PartialDate;
use crate::id::{FactId, ZoneSlug};
use crate::receipt::Receipt;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The section of a zone page in which a fact or figure is shown, in page order.
    Topic, "a topic such as `history`, `location`, `industries` or `plans`" {
        /// Events in the history of the zone.
        History = "history",
        /// Location and size.
        Location = "location",
        /// Output and revenue.
        Economy = "economy",
        /// Rank and titles.
        Standing = "standing",
        /// Industries.
        Industries = "industries",
        /// Enterprises in the zone.
        Companies = "companies",
        /// Research institutes in the zone.
        Research = "research",
        /// Brands and products.
        Brands = "brands",
        /// Transport links and facilities.
        Infrastructure = "infrastructure",
        /// Districts and parks of the zone.
        Structure = "structure",
        /// The authorities that govern the zone.
        Administration = "administration",
        /// Plans for the future.
        Plans = "plans",
        /// Other zones that are connected with it.
        Related = "related",
    }
}

vocabulary! {
    /// The kind of an event.
    EventKind, "an event such as `founded`, `approved`, `upgraded`, `renamed` or `merged`" {
        /// The zone was set up.
        Founded = "founded",
        /// An authority approved the zone.
        Approved = "approved",
        /// The zone was raised to a higher level.
        Upgraded = "upgraded",
        /// The zone was renamed.
        Renamed = "renamed",
        /// Other zones or parks were merged into the zone.
        Merged = "merged",
        /// The zone became a part of a larger area.
        Absorbed = "absorbed",
        /// The zone was taken off the list of its level.
        Delisted = "delisted",
        /// The zone joined an initiative.
        Joined = "joined",
        /// The zone was given a title.
        Designated = "designated",
        /// Firms or institutes moved into the zone.
        Settled = "settled",
        /// A plan for the zone covers this time.
        Planned = "planned",
    }
}

vocabulary! {
    /// The relation of a named thing to the zone.
    RelationKind, "a relation such as `predecessor`, `part`, `tenant` or `related-zone`" {
        /// The zone developed from it.
        Predecessor = "predecessor",
        /// It is a part of the zone.
        Part = "part",
        /// It cooperates with the zone.
        Partner = "partner",
        /// The source names it next to the zone.
        RelatedZone = "related-zone",
        /// It is an enterprise or institution in the zone.
        Tenant = "tenant",
        /// It is an industry of the zone.
        Industry = "industry",
        /// It is a brand made in the zone.
        Brand = "brand",
        /// It is a road, line or waterway that serves the zone.
        Link = "link",
        /// It is a facility in the zone.
        Facility = "facility",
        /// It governs the zone or surrounds it.
        Seat = "seat",
        /// It is another name of the zone.
        Name = "name",
    }
}

/// The content of a fact in structured form, in addition to its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum FactContent {
    /// An event.
    Event {
        /// The kind of event.
        kind: EventKind,
        /// The date, with the precision of the source. For an event over a longer time, its start.
        date: PartialDate,
        /// The end of an event over a longer time; `None` for other events.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<PartialDate>,
        /// What the event happened to, such as a predecessor park or a subdistrict; `None` if it is the zone itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<Bilingual>,
        /// Who did it; empty if the source does not state it.
        #[serde(default)]
        by: Vec<Bilingual>,
    },
    /// A named thing that is related to the zone.
    Relation {
        /// The kind of relation.
        kind: RelationKind,
        /// The name of the thing.
        name: Bilingual,
        /// The zone, if the thing is a zone of the atlas.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<ZoneSlug>,
    },
    /// A claim of the source that could not be checked.
    Claim,
    /// A plain description.
    Feature,
}

/// A statement about a zone that is not a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The permanent id of the fact.
    pub id: FactId,
    /// The section of the page that shows it.
    pub topic: Topic,
    /// The content in structured form.
    pub about: FactContent,
    /// The sentence, which may contain figures; see [`crate::text::pieces`]. `None` if the relation is enough.
    pub text: Option<Bilingual>,
    /// The source, the place in it, and its words.
    pub receipt: Receipt,
}

impl Fact {
    /// Returns the date if the fact is an event.
    pub const fn date(&self) -> Option<PartialDate> {
        match self.about {
            FactContent::Event { date, .. } => Some(date),
            _ => None,
        }
    }

    /// True if the fact states that the zone is in this place.
    pub fn is_seat(&self, place: &Bilingual) -> bool {
        matches!(
            &self.about,
            FactContent::Relation { kind: RelationKind::Seat, name, .. } if name == place
        )
    }
}
