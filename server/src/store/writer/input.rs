//! What import hands over to be written.

use domain::catalogue::{City, IndustryGroup, LeadingIndustry, NewAreaEntry, Province, Synonyms};
use domain::coverage::{CoverageCounts, Judgement, LeftOut, Removed};
use domain::date::PartialDate;
use domain::dossier::Dossier;
use domain::exchange::ExchangeRate;
use domain::fact::Fact;
use domain::figure::Figure;
use domain::id::{IndicatorId, SourceId};
use domain::indicator::Indicator;
use domain::league::Latest;
use domain::source::Source;
use domain::text::Bilingual;
use domain::zone::ZoneSummary;
use std::collections::HashMap;

/// A zone as import gets it.
#[derive(Debug)]
pub struct ZoneInput {
    /// As a list shows it; its numbers of figures and cautions are counted by import.
    pub summary: ZoneSummary,
    /// What else it is or was called.
    pub other_names: Vec<Bilingual>,
    /// The county-level unit it lies in, where known.
    pub county: Option<Bilingual>,
    /// What the catalogue calls it; national new areas are not in the catalogue.
    pub catalogue_name: Option<Bilingual>,
    /// Its leading industries, as the catalogue names them.
    pub industries: Vec<LeadingIndustry>,
    /// What lists say of it, where it is a national new area.
    pub new_area: Option<NewAreaEntry>,
    /// Our sentences on what it is.
    pub lead: Option<Bilingual>,
    /// What is known of it and is not a number.
    pub facts: Vec<Fact>,
    /// What is stated of it in numbers, without the area that its list gives.
    pub figures: Vec<Figure>,
}

/// The latest value of an indicator for a zone, and the number by which it is ranked.
#[derive(Debug)]
pub struct RankedValue {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The value.
    pub latest: Latest,
    /// In yuan, square kilometres, or the unit of the indicator; none where it cannot be compared.
    pub number: Option<f64>,
}

/// A zone as one row of the tables that can be downloaded, without the last column: the digest of the dataset.
#[derive(Debug)]
pub struct ZoneRow {
    /// A record of CSV, without the end of its line.
    pub csv: String,
    /// An object of JSON on one line.
    pub json: String,
}

/// A zone with everything that import worked out of it.
#[derive(Debug)]
pub struct ZoneOutput {
    /// What the lists say, with its numbers of figures and cautions. Its facts and figures are in the dossier.
    pub zone: ZoneInput,
    /// As a row of a table.
    pub row: ZoneRow,
    /// The figure of the area that its list gives.
    pub area: Option<Figure>,
    /// How many facts were stated.
    pub facts: u32,
    /// What is known of it.
    pub dossier: Dossier,
    /// The latest value of each indicator.
    pub latest: Vec<RankedValue>,
}

/// Which dataset a file holds.
#[derive(Debug, Clone)]
pub struct DatasetName {
    /// Counted up with every release.
    pub edition: u32,
    /// The day of the release.
    pub date: PartialDate,
    /// SHA-256 over the data files.
    pub digest: String,
}

/// The lists that are written whole.
#[derive(Debug, Default)]
pub struct ReferenceLists {
    /// In the order of their codes.
    pub provinces: Vec<Province>,
    /// With their codes in GB/T 2260, in the order of those.
    pub cities: Vec<(String, City)>,
    /// In the order of the data.
    pub industry_groups: Vec<IndustryGroup>,
    /// Words for what zones are known for.
    pub synonyms: Vec<Synonyms>,
    /// In the order of the data.
    pub indicators: Vec<Indicator>,
    /// In the order of the data.
    pub sources: Vec<Source>,
    /// In order of time.
    pub rates: Vec<ExchangeRate>,
    /// What a person decided about cautions.
    pub judgements: Vec<Judgement>,
    /// In the order of the data.
    pub left_out: Vec<LeftOut>,
    /// Figures that were taken out.
    pub removed: Vec<Removed>,
}

/// How much was taken from a source, without the areas that lists give.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    /// Figures.
    pub figures: u32,
    /// Facts.
    pub facts: u32,
}

/// What import counts over all zones and groups.
#[derive(Debug, Default)]
pub struct Counts {
    /// What is known of zones, by indicator.
    pub coverage: CoverageCounts,
    /// How much was taken from each source.
    pub taken: HashMap<SourceId, Taken>,
    /// How many zones are ranked by each indicator.
    pub ranked: HashMap<IndicatorId, u32>,
    /// How many figures of each indicator the tables of all figures have: those of groups, and of zones of which more is
    /// known than the lists have.
    pub published: HashMap<IndicatorId, u32>,
    /// Zones of the catalogue.
    pub catalogue_zones: u32,
    /// National new areas.
    pub new_areas: u32,
}

/// A file for browsers.
#[derive(Debug)]
pub struct IndexFile {
    /// What it is called.
    pub name: &'static str,
    /// The start of the SHA-256 of its content, in hexadecimal.
    pub hash: String,
    /// Its content.
    pub plain: Vec<u8>,
    /// The same, compressed by Brotli.
    pub packed: Vec<u8>,
}
