//! The data that import passes to the writer.

use super::super::Provenance;
use domain::catalogue::{City, IndustryGroup, LeadingIndustry, NewAreaEntry, Province, Synonyms};
use domain::coverage::{CoverageCounts, Judgement, LeftOut, Removed};
use domain::date::PartialDate;
use domain::exchange::ExchangeRate;
use domain::fact::Fact;
use domain::figure::Figure;
use domain::id::{IndicatorId, SourceId};
use domain::indicator::Indicator;
use domain::profile::Profile;
use domain::ranking::Latest;
use domain::source::Source;
use domain::text::Bilingual;
use domain::zone::ZoneSummary;
use std::collections::{BTreeSet, HashMap};

/// A zone before import calculates anything.
#[derive(Debug)]
pub struct ZoneInput {
    /// The summary; import sets its numbers of figures and cautions.
    pub summary: ZoneSummary,
    /// Other names, present and former.
    pub other_names: Vec<Bilingual>,
    /// The county-level unit that contains the zone, if known.
    pub county: Option<Bilingual>,
    /// The name in the catalogue; `None` for a national new area.
    pub catalogue_name: Option<Bilingual>,
    /// The leading industries, with the terms of the catalogue.
    pub industries: Vec<LeadingIndustry>,
    /// The entry in the lists of national new areas; `None` for other zones.
    pub new_area: Option<NewAreaEntry>,
    /// The introduction that we wrote, if there is one.
    pub lead: Option<Bilingual>,
    /// The facts: what is known and is not a number.
    pub facts: Vec<Fact>,
    /// The stated figures, without the listed area.
    pub figures: Vec<Figure>,
}

impl ZoneInput {
    /// Returns the names by which an address may call the zone, in lower case: its slug, its code, and all its names.
    pub fn names_in_addresses(&self) -> BTreeSet<String> {
        let ZoneSummary {
            slug, code, name, ..
        } = &self.summary;
        let names = std::iter::once(name)
            .chain(&self.catalogue_name)
            .chain(&self.other_names)
            .flat_map(|name| [name.en.as_str(), name.zh.as_str()]);
        let code = code.as_ref().map(|code| code.as_str());
        let all = names.chain(code).chain([slug.as_str()]);
        all.map(str::to_lowercase).collect()
    }
}

/// The latest value of an indicator for a zone, and the number that it is ranked by.
#[derive(Debug)]
pub struct RankedValue {
    /// The id of the indicator.
    pub indicator: IndicatorId,
    /// The value, and the one before it.
    pub latest: Latest,
    /// The number in yuan, square kilometres, or the unit of the indicator; `None` if it cannot be compared.
    pub number: Option<f64>,
}

/// A zone as one row of the tables for download. The last column, the digest of the dataset, is left out.
#[derive(Debug)]
pub struct ZoneRow {
    /// A CSV record, without line end.
    pub csv: String,
    /// A JSON object on one line.
    pub json: String,
}

/// A zone with everything that import calculated for it.
#[derive(Debug)]
pub struct ZoneOutput {
    /// The zone, with its numbers of figures and cautions. Its facts and figures are in the profile.
    pub zone: ZoneInput,
    /// The row for the download tables.
    pub row: ZoneRow,
    /// The figure of the listed area, if a list gives one.
    pub area: Option<Figure>,
    /// The number of stated facts.
    pub facts: u32,
    /// The profile, with derived figures and cautions.
    pub profile: Profile,
    /// The latest value of each indicator.
    pub latest: Vec<RankedValue>,
}

/// The dataset in a file.
#[derive(Debug, Clone)]
pub struct DatasetName {
    /// A number that increases with every release.
    pub edition: u32,
    /// The date of the release.
    pub date: PartialDate,
    /// SHA-256 over the data files, in hexadecimal.
    pub digest: String,
    /// Where the data comes from.
    pub provenance: Provenance,
}

/// The lists that are written without calculation.
#[derive(Debug, Default)]
pub struct ReferenceLists {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<Province>,
    /// The cities with their codes in GB/T 2260, in the order of these codes.
    pub cities: Vec<(String, City)>,
    /// The groups of industries, in the order of the data.
    pub industry_groups: Vec<IndustryGroup>,
    /// Synonyms for the industries and other things that zones are known for.
    pub synonyms: Vec<Synonyms>,
    /// The indicators, in the order of the data.
    pub indicators: Vec<Indicator>,
    /// The sources, in the order of the data.
    pub sources: Vec<Source>,
    /// The exchange rates, in the order of the years.
    pub rates: Vec<ExchangeRate>,
    /// The judgements of cautions.
    pub judgements: Vec<Judgement>,
    /// The statements that were not included, in the order of the data.
    pub left_out: Vec<LeftOut>,
    /// The figures that were removed, with the reason.
    pub removed: Vec<Removed>,
}

/// The numbers of figures and facts from one source, without listed areas.
#[derive(Debug, Clone, Copy, Default)]
pub struct SourceCounts {
    /// The number of figures.
    pub figures: u32,
    /// The number of facts.
    pub facts: u32,
}

/// The counts over all zones and groups.
#[derive(Debug, Default)]
pub struct Counts {
    /// The coverage of zones, by indicator.
    pub coverage: CoverageCounts,
    /// The numbers of figures and facts from each source.
    pub taken: HashMap<SourceId, SourceCounts>,
    /// The number of ranked zones of each indicator.
    pub ranked: HashMap<IndicatorId, u32>,
    /// The number of figures of each indicator in the tables of all figures. These tables contain the groups, and the
    /// zones that have more data than the lists contain.
    pub published: HashMap<IndicatorId, u32>,
    /// The number of zones in the catalogue.
    pub catalogue_zones: u32,
    /// The number of national new areas.
    pub new_areas: u32,
    /// The number of zones that are newer than the catalogue.
    pub new_zones: u32,
}

/// An index file for browsers.
#[derive(Debug)]
pub struct IndexFile {
    /// The name: `index` or `search`.
    pub name: &'static str,
    /// The start of the SHA-256 of its content, in hexadecimal.
    pub hash: String,
    /// The content, not compressed.
    pub plain: Vec<u8>,
    /// The content, compressed with Brotli.
    pub packed: Vec<u8>,
}
