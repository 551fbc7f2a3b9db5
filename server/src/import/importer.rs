//! Calculates once what pages show: derived figures, cautions, the shown one of competing figures, rankings, counts,
//! neighbours.

use super::search::SearchTexts;
use super::values::zone_values;
use super::{Target, index};
use crate::error::Error;
use crate::export::zone_row;
use crate::store::{
    Counts, DatasetName, RankedValue, ReferenceLists, Writer, ZoneInput, ZoneOutput,
};
use domain::catalogue::{Kind, Synonyms};
use domain::check::ReferenceData;
use domain::coverage::counts as is_counted;
use domain::exchange::ExchangeRates;
use domain::fact::{Fact, FactContent, RelationKind};
use domain::figure::Figure;
use domain::filter::IndexedZone;
use domain::group::Group;
use domain::id::{FigureId, IndicatorId, SourceId, ZoneSlug};
use domain::listed_area::listed_area;
use domain::measure::Measure;
use domain::profile::{Owner, Profile};
use domain::ranking::{Latest, ranking_value};
use domain::source::Source;
use domain::subject::{Scope, Subject};
use domain::text::Bilingual;
use domain::zone::{Location, neighbours};
use std::collections::{BTreeSet, HashMap};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// The maximum number of nearby zones on the page of a zone.
const NEIGHBOURS: usize = 6;

/// The maximum number of zones that wait to be written.
const WAITING: usize = 64;

/// Imports zones one after the other. Memory holds a few zones with their figures, and for all others only what the
/// filter index needs. A separate task writes zones while the next ones are calculated.
pub struct Importer {
    zones: mpsc::Sender<ZoneOutput>,
    writing: JoinHandle<Result<Writer, Error>>,
    lists: ReferenceLists,
    groups: Vec<(Group, Vec<Figure>)>,
    /// The position of each source in the list of sources.
    sources: HashMap<SourceId, usize>,
    references: ReferenceData,
    counts: Counts,
    index: Vec<IndexedZone>,
    search: SearchTexts,
    brotli_level: u8,
}

impl Importer {
    /// Creates a new file beside the old one. Each group comes with its stated figures.
    ///
    /// # Errors
    /// When the folder cannot be written to, or the old file must not be replaced.
    pub async fn begin(
        target: Target<'_>,
        lists: ReferenceLists,
        groups: Vec<(Group, Vec<Figure>)>,
    ) -> Result<Self, Error> {
        let sources = lists.sources.iter().zip(0..);
        let writer = Writer::create(target.path, target.force).await?;
        let (zones, waiting) = mpsc::channel(WAITING);
        Ok(Self {
            zones,
            writing: tokio::spawn(write_all(writer, waiting)),
            sources: sources.map(|(source, n)| (source.id.clone(), n)).collect(),
            references: ReferenceData {
                rates: ExchangeRates::from(lists.rates.clone()),
                totals: national_totals(&groups),
            },
            search: SearchTexts::new(&lists),
            brotli_level: target.brotli_level,
            lists,
            groups,
            counts: Counts::default(),
            index: Vec::new(),
        })
    }

    /// Adds a zone. Zones must come in the order of the lists.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn zone(&mut self, mut zone: ZoneInput) -> Result<(), Error> {
        let area = listed_area(&zone.summary);
        let facts = std::mem::take(&mut zone.facts);
        let mut figures = std::mem::take(&mut zone.figures);
        zone.summary.figures = count(figures.iter());
        let stated_facts = count(facts.iter());
        figures.extend(area.clone());
        let owner = Owner::Zone(zone.summary.slug.clone());
        let profile = self.profile((owner, zone.summary.name.clone()), facts, figures);
        let questions = profile.cautions.iter().filter(|it| it.rule.questions());
        zone.summary.cautions = count(questions);

        let listed = area.as_ref().map(|figure| &figure.id);
        self.count_zone(&zone, &profile, listed);
        if zone.summary.figures > 0 || stated_facts > 0 {
            self.count_published(&profile);
        }
        let mut latest = Vec::new();
        for (indicator, value) in Latest::all_of(&profile) {
            *self.counts.ranked.entry(indicator.clone()).or_default() += 1;
            let number = ranking_value(&value.figure, &self.references.rates);
            latest.push(RankedValue {
                indicator,
                latest: value,
                number: number.and_then(|number| number.try_into().ok()),
            });
        }
        add_industries(&mut zone, &profile, &self.lists.synonyms);
        self.search.add(&zone, &profile.facts, &profile.figures);
        let known: BTreeSet<IndicatorId> = profile
            .figures
            .iter()
            .filter(|figure| is_counted(figure))
            .map(|figure| figure.indicator.clone())
            .collect();
        self.index.push(IndexedZone {
            summary: zone.summary.clone(),
            known: known.into_iter().collect(),
            values: zone_values(&profile, &latest),
        });
        let output = ZoneOutput {
            row: zone_row(&zone)?,
            zone,
            area,
            facts: stated_facts,
            profile,
            latest,
        };
        if self.zones.send(output).await.is_err() {
            return Err(stopped(&mut self.writing).await);
        }
        Ok(())
    }

    fn profile(
        &self,
        named: (Owner, Bilingual),
        facts: Vec<Fact>,
        figures: Vec<Figure>,
    ) -> Profile {
        let sources = self.sources_of(&facts, &figures);
        let known = (&self.lists.indicators[..], &sources[..]);
        Profile::new(named, facts, figures, known, &self.references)
    }

    /// Returns the sources of these facts and figures, in the order of the data. Searching all sources for each figure
    /// would be slow.
    fn sources_of(&self, facts: &[Fact], figures: &[Figure]) -> Vec<Source> {
        let receipts = figures
            .iter()
            .filter_map(Figure::receipt)
            .chain(facts.iter().map(|fact| &fact.receipt))
            .chain(self.references.totals.iter().filter_map(Figure::receipt));
        let places: BTreeSet<usize> = receipts
            .filter_map(|receipt| self.sources.get(&receipt.source).copied())
            .collect();
        let sources = places.into_iter().filter_map(|n| self.lists.sources.get(n));
        sources.cloned().collect()
    }

    fn count_zone(&mut self, zone: &ZoneInput, profile: &Profile, listed: Option<&FigureId>) {
        match zone.summary.kind {
            Kind::NewArea => self.counts.new_areas += 1,
            _ if zone.summary.code.is_none() => self.counts.new_zones += 1,
            _ => self.counts.catalogue_zones += 1,
        }
        self.counts.coverage.add(profile);
        self.count_sources(profile, listed);
    }

    fn count_published(&mut self, profile: &Profile) {
        for figure in &profile.figures {
            let published = self.counts.published.entry(figure.indicator.clone());
            *published.or_default() += 1;
        }
    }

    fn count_sources(&mut self, profile: &Profile, listed: Option<&FigureId>) {
        let stated = profile.figures.iter();
        let stated = stated.filter(|figure| listed != Some(&figure.id));
        for receipt in stated.filter_map(Figure::receipt) {
            let taken = self.counts.taken.entry(receipt.source.clone());
            taken.or_default().figures += 1;
        }
        for fact in &profile.facts {
            let taken = self.counts.taken.entry(fact.receipt.source.clone());
            taken.or_default().facts += 1;
        }
    }

    /// Writes what depends on all zones, and replaces the old file with the new one.
    ///
    /// # Errors
    /// When the index cannot hold the zones, or the file cannot be written.
    pub async fn finish(mut self, dataset: &DatasetName) -> Result<(), Error> {
        let known = self.counts.coverage.indicators.keys().cloned().collect();
        let search = std::mem::take(&mut self.search);
        let locations: Vec<(ZoneSlug, Location)> = self.index.iter().map(location).collect();
        let index = std::mem::take(&mut self.index);
        let files = index::files(index, search, &self.lists, &known, self.brotli_level);

        let groups = std::mem::take(&mut self.groups).into_iter();
        let groups: Vec<(Group, Profile)> = groups
            .map(|(group, figures)| {
                let named = (Owner::Group(group.id.clone()), group.name.clone());
                let profile = self.profile(named, Vec::new(), figures);
                (group, profile)
            })
            .collect();
        for (_, profile) in &groups {
            self.count_sources(profile, None);
            self.count_published(profile);
            self.counts.coverage.series.add(profile);
        }
        let Self {
            zones,
            writing,
            lists,
            counts,
            ..
        } = self;
        // Closes the channel, so that the writing task ends.
        drop(zones);
        let mut writer = writing.await.map_err(Error::Task)??;
        for (position, (group, profile)) in (0_i64..).zip(&groups) {
            writer.group(position, group).await?;
            writer.group_profile(profile).await?;
        }
        write_neighbours(&mut writer, &locations).await?;
        writer.results(&lists, &counts).await?;
        writer.index_files(files.finish().await?).await?;
        writer.finish(dataset, &counts).await
    }
}

/// Writes zones until the channel is closed, and returns the writer.
async fn write_all(
    mut writer: Writer,
    mut zones: mpsc::Receiver<ZoneOutput>,
) -> Result<Writer, Error> {
    while let Some(zone) = zones.recv().await {
        writer.zone(&zone).await?;
    }
    Ok(writer)
}

/// Returns the reason why the writing task ended before the last zone.
async fn stopped(writing: &mut JoinHandle<Result<Writer, Error>>) -> Error {
    match writing.await {
        Ok(Err(error)) => error,
        Ok(Ok(_)) => Error::Interrupted,
        Err(error) => Error::Task(error),
    }
}

fn location(zone: &IndexedZone) -> (ZoneSlug, Location) {
    let summary = &zone.summary;
    let location = Location {
        province: summary.province.clone(),
        city: summary.city.as_ref().map(|city| city.slug.clone()),
        kind: summary.kind,
    };
    (summary.slug.clone(), location)
}

async fn write_neighbours(
    writer: &mut Writer,
    zones: &[(ZoneSlug, Location)],
) -> Result<(), Error> {
    let locations: Vec<Location> = zones.iter().map(|(_, location)| location.clone()).collect();
    for ((slug, _), near) in zones.iter().zip(neighbours(&locations, NEIGHBOURS)) {
        let near = near.into_iter().filter_map(|n| zones.get(n));
        let near: Vec<&str> = near.map(|(slug, _)| slug.as_str()).collect();
        writer.neighbours(slug.as_str(), &near).await?;
    }
    Ok(())
}

/// Adds industry groups to a zone: those of the industries that its figures and facts name.
fn add_industries(zone: &mut ZoneInput, profile: &Profile, synonyms: &[Synonyms]) {
    let counted = profile
        .figures
        .iter()
        .filter_map(|figure| match &figure.scope {
            Scope::Industry { name } if profile.is_own(figure) => Some(name),
            _ => None,
        });
    let named = profile.facts.iter().filter_map(|fact| match &fact.about {
        FactContent::Relation {
            kind: RelationKind::Industry,
            name,
            ..
        } => Some(name),
        _ => None,
    });
    let names: Vec<&Bilingual> = counted.chain(named).collect();
    for known in synonyms {
        let Some(group) = &known.group else { continue };
        let is_in = names.iter().any(|name| known.are_in(&name.zh));
        if is_in && !zone.summary.industries.contains(group) {
            zone.summary.industries.push(group.clone());
        }
    }
}

/// Counts the items. A `u32` is large enough: a data file with more items would not fit in memory.
fn count(things: impl Iterator) -> u32 {
    things.map(|_| 1).sum()
}

/// Returns the stated totals of all national zones of a class. No zone of the class can have more than the total.
fn national_totals(groups: &[(Group, Vec<Figure>)]) -> Vec<Figure> {
    let is_total = |group: &Group, figure: &Figure| {
        matches!(&figure.subject, Subject::Group { name, .. } if *name == group.name)
            && figure.measure == Measure::Level
            && figure.scope.is_whole()
            && figure.is_usable_as_input()
    };
    let national = groups.iter().filter(|(group, _)| group.national);
    national
        .flat_map(|(group, figures)| figures.iter().map(move |figure| (group, figure)))
        .filter(|(group, figure)| is_total(group, figure))
        .map(|(_, figure)| figure.clone())
        .collect()
}
