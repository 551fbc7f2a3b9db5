//! What is known of a zone and is not a number.

use crate::date::PartialDate;
use crate::id::{FactId, ZoneSlug};
use crate::receipt::Receipt;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The part of a zone page in which a fact or figure stands, in the order of reading.
    Topic, "a topic such as `history`, `location`, `industries` or `plans`" {
        /// What happened to the zone.
        History = "history",
        /// Where it lies and how large it is.
        Location = "location",
        /// What it produces and earns.
        Economy = "economy",
        /// Its rank and designations.
        Standing = "standing",
        /// What its enterprises do.
        Industries = "industries",
        /// Who is there.
        Companies = "companies",
        /// Who does research there.
        Research = "research",
        /// What is made there under which name.
        Brands = "brands",
        /// How one gets there, and what is built.
        Infrastructure = "infrastructure",
        /// Its districts and parks.
        Structure = "structure",
        /// Who governs it.
        Administration = "administration",
        /// What is to come.
        Plans = "plans",
        /// Which other zones it has to do with.
        Related = "related",
    }
}

vocabulary! {
    /// What happened.
    EventKind, "an event such as `founded`, `approved`, `upgraded`, `renamed` or `merged`" {
        /// It was set up.
        Founded = "founded",
        /// An authority approved it.
        Approved = "approved",
        /// It rose to a higher level.
        Upgraded = "upgraded",
        /// It took another name.
        Renamed = "renamed",
        /// Others became one with it.
        Merged = "merged",
        /// It joined an initiative.
        Joined = "joined",
        /// It was given a title.
        Designated = "designated",
        /// Firms or institutes settled in it.
        Settled = "settled",
        /// A plan for it runs.
        Planned = "planned",
    }
}

vocabulary! {
    /// How something named has to do with the zone.
    RelationKind, "a relation such as `predecessor`, `part`, `tenant` or `related-zone`" {
        /// The zone grew from it.
        Predecessor = "predecessor",
        /// It is a part of the zone.
        Part = "part",
        /// It works together with the zone.
        Partner = "partner",
        /// The source names it beside the zone.
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
        /// It governs the zone, or lies around it.
        Seat = "seat",
        /// It is another name of the zone.
        Name = "name",
    }
}

/// What a fact says, beyond its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum About {
    /// Something happened.
    Event {
        /// What.
        kind: EventKind,
        /// When: a date, to its precision, or the first and last year of a span.
        date: PartialDate,
        /// The end of it, where it lasted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<PartialDate>,
        /// To what, where it is not the zone itself: a park it grew from, its subdistrict.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<Bilingual>,
        /// Who did it; empty where the source does not say.
        #[serde(default)]
        by: Vec<Bilingual>,
    },
    /// Something named has to do with the zone.
    Relation {
        /// How.
        kind: RelationKind,
        /// Its name.
        name: Bilingual,
        /// Its page, where it is a zone of the atlas.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<ZoneSlug>,
    },
    /// A source claims it.
    Claim,
    /// A plain description.
    Feature,
}

/// What is known of a zone and is not a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its name for good.
    pub id: FactId,
    /// The part of the page it stands in.
    pub topic: Topic,
    /// What it says, beyond its sentence.
    pub about: About,
    /// Its sentence, with figures in it; see [`crate::text::pieces`]. Absent where the relation
    /// says everything.
    pub text: Option<Bilingual>,
    /// Who stated it, where, and in which words.
    pub receipt: Receipt,
}

impl Fact {
    /// The date of an event.
    pub const fn date(&self) -> Option<PartialDate> {
        match self.about {
            About::Event { date, .. } => Some(date),
            _ => None,
        }
    }
}
