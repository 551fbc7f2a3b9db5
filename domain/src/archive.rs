//! Everything the atlas knows in numbers and facts, put together once.

use crate::catalogue::{is_listed_area, listed_area};
use crate::check::{CautionKey, References};
use crate::conflict::Rivals;
use crate::coverage::{
    IndicatorCoverage, Judged, Judgement, Verdict, counts, coverage, has_history,
};
use crate::dossier::{Dossier, Owner};
use crate::exchange::ExchangeRates;
use crate::fact::{About, Fact, RelationKind};
use crate::figure::Figure;
use crate::group::Group;
use crate::id::{FigureId, IndicatorId, SourceId, ZoneSlug};
use crate::indicator::Indicator;
use crate::league::{League, LeagueLine};
use crate::measure::Measure;
use crate::source::{Source, SourceLine, SourceRecord};
use crate::spark::Spark;
use crate::subject::Subject;
use crate::text::Bilingual;
use crate::zone::ZoneSummary;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is stated, as it is stored.
#[derive(Debug, Clone, Default)]
pub struct Holdings {
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// What was read.
    pub sources: Vec<Source>,
    /// The groups of zones.
    pub groups: Vec<Group>,
    /// Facts of zones.
    pub facts: Vec<(ZoneSlug, Fact)>,
    /// Stated figures of zones and groups.
    pub figures: Vec<(Owner, Figure)>,
    /// What a dollar cost.
    pub rates: ExchangeRates,
    /// What a person said of cautions.
    pub judgements: Vec<Judgement>,
}

/// Everything the atlas knows in numbers and facts, with what follows from it and what is doubtful
/// in it.
#[derive(Debug)]
pub struct Archive {
    indicators: Vec<Indicator>,
    sources: Vec<Source>,
    groups: Vec<Group>,
    references: References,
    dossiers: BTreeMap<Owner, Dossier>,
    homes: HashMap<FigureId, Owner>,
    judgements: HashMap<CautionKey, (Verdict, Bilingual)>,
}

impl Archive {
    /// Puts what is stated together. `zones` are all zones of the lists.
    pub fn new(zones: &[ZoneSummary], holdings: Holdings) -> Self {
        let references = References {
            totals: national_totals(&holdings),
            rates: holdings.rates,
        };
        let mut facts: HashMap<ZoneSlug, Vec<Fact>> = HashMap::new();
        for (zone, fact) in holdings.facts {
            facts.entry(zone).or_default().push(fact);
        }
        let mut figures: HashMap<Owner, Vec<Figure>> = HashMap::new();
        for (owner, figure) in holdings.figures {
            figures.entry(owner).or_default().push(figure);
        }
        let mut archive = Self {
            indicators: holdings.indicators,
            sources: holdings.sources,
            groups: holdings.groups,
            references,
            dossiers: BTreeMap::new(),
            homes: HashMap::new(),
            judgements: holdings
                .judgements
                .into_iter()
                .map(|judgement| (judgement.caution, (judgement.verdict, judgement.why)))
                .collect(),
        };
        for zone in zones {
            let owner = Owner::Zone(zone.slug.clone());
            let facts = facts.remove(&zone.slug).unwrap_or_default();
            let figures = figures.remove(&owner).unwrap_or_default();
            if !facts.is_empty() || !figures.is_empty() {
                let dossier = archive.put_together(zone, facts, figures);
                archive.keep(dossier);
            }
        }
        for group in archive.groups.clone() {
            let owner = Owner::Group(group.id.clone());
            let figures = figures.remove(&owner).unwrap_or_default();
            let dossier = archive.dossier_of((owner, group.name), Vec::new(), figures);
            archive.keep(dossier);
        }
        archive
    }

    fn keep(&mut self, dossier: Dossier) {
        for figure in &dossier.figures {
            self.homes.insert(figure.id.clone(), dossier.owner.clone());
        }
        self.dossiers.insert(dossier.owner.clone(), dossier);
    }

    fn put_together(
        &self,
        zone: &ZoneSummary,
        facts: Vec<Fact>,
        mut figures: Vec<Figure>,
    ) -> Dossier {
        figures.extend(listed_area(zone));
        let owner = Owner::Zone(zone.slug.clone());
        self.dossier_of((owner, zone.name.clone()), facts, figures)
    }

    fn dossier_of(
        &self,
        of: (Owner, Bilingual),
        facts: Vec<Fact>,
        figures: Vec<Figure>,
    ) -> Dossier {
        let known = (&self.indicators[..], &self.sources[..]);
        Dossier::new(of, facts, figures, known, &self.references)
    }

    /// What is known of a zone of the lists: at least its listed area.
    pub fn of_zone(&self, zone: &ZoneSummary) -> Dossier {
        self.dossiers
            .get(&Owner::Zone(zone.slug.clone()))
            .cloned()
            .unwrap_or_else(|| self.put_together(zone, Vec::new(), Vec::new()))
    }

    /// What is known of a zone or group, where it is more than what the lists say.
    pub fn dossier(&self, owner: &Owner) -> Option<&Dossier> {
        self.dossiers.get(owner)
    }

    /// All dossiers that hold more than what the lists say.
    pub fn dossiers(&self) -> impl Iterator<Item = &Dossier> {
        self.dossiers.values()
    }

    /// The dossier that a figure stands in.
    pub fn home_of(&self, figure: &FigureId) -> Option<&Dossier> {
        self.dossiers.get(self.homes.get(figure)?)
    }

    /// The groups of zones.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// All indicators of which a zone has a figure beyond its listed area.
    pub fn known_indicators(&self) -> BTreeSet<IndicatorId> {
        self.dossiers.values().flat_map(known_in).collect()
    }

    /// Writes into the zones of the list what is known of each.
    pub fn tell(&self, zones: &mut [ZoneSummary]) {
        for zone in zones {
            if let Some(dossier) = self.dossiers.get(&Owner::Zone(zone.slug.clone())) {
                zone.known = known_in(dossier).into_iter().collect();
                let questions = dossier.cautions.iter().filter(|c| c.rule.questions());
                zone.cautions = number(questions.count());
            }
        }
    }

    /// The line that the list shows of each zone that has one.
    pub fn sparks(&self) -> HashMap<ZoneSlug, Spark> {
        let of = |dossier: &Dossier| match &dossier.owner {
            Owner::Zone(slug) => Some((slug.clone(), Spark::of(dossier)?)),
            Owner::Group(_) => None,
        };
        self.dossiers.values().filter_map(of).collect()
    }

    /// The enterprises and institutions that a zone is known to have.
    pub fn tenants(&self, zone: &ZoneSlug) -> impl Iterator<Item = &Bilingual> {
        let dossier = self.dossiers.get(&Owner::Zone(zone.clone()));
        let facts = dossier.into_iter().flat_map(|dossier| &dossier.facts);
        facts.filter_map(|fact| match &fact.about {
            About::Relation {
                kind: RelationKind::Tenant,
                name,
                ..
            } => Some(name),
            _ => None,
        })
    }

    /// All sources with how much was taken from each.
    pub fn source_lines(&self) -> Vec<SourceLine> {
        let mut figures: HashMap<&SourceId, usize> = HashMap::new();
        let mut facts: HashMap<&SourceId, usize> = HashMap::new();
        for dossier in self.dossiers.values() {
            for receipt in stated(dossier).filter_map(Figure::receipt) {
                *figures.entry(&receipt.source).or_default() += 1;
            }
            for fact in &dossier.facts {
                *facts.entry(&fact.receipt.source).or_default() += 1;
            }
        }
        let count = |counts: &HashMap<&SourceId, usize>, id| {
            number(counts.get(id).copied().unwrap_or_default())
        };
        self.sources
            .iter()
            .map(|source| SourceLine {
                figures: count(&figures, &source.id),
                facts: count(&facts, &source.id),
                source: source.clone(),
            })
            .collect()
    }

    /// A source with everything taken from it, beyond the areas that the lists give.
    pub fn source(&self, id: &SourceId) -> Option<SourceRecord> {
        let source = self.sources.iter().find(|source| &source.id == id)?;
        let taken = self
            .dossiers
            .values()
            .filter_map(|dossier| dossier.taken_from(id))
            .collect();
        Some(SourceRecord {
            source: source.clone(),
            taken,
        })
    }

    /// One indicator over all zones of the lists; nothing where there is no such indicator.
    pub fn league(&self, zones: &[ZoneSummary], id: &IndicatorId) -> Option<League> {
        let indicator = self.indicators.iter().find(|one| &one.id == id)?;
        let lines = zones.iter().filter_map(|zone| {
            let known = self.dossiers.get(&Owner::Zone(zone.slug.clone()));
            match known {
                Some(dossier) => LeagueLine::of(zone, dossier, id, &self.references.rates),
                None => listed_area(zone)
                    .filter(|area| &area.indicator == id)
                    .and_then(|_| {
                        LeagueLine::of(zone, &self.of_zone(zone), id, &self.references.rates)
                    }),
            }
        });
        Some(League::new(
            indicator.clone(),
            lines.collect(),
            number(zones.len()),
        ))
    }

    /// What is stated of all national zones of a class together.
    pub fn national(&self) -> impl Iterator<Item = &Dossier> {
        self.groups
            .iter()
            .filter(|group| group.national)
            .filter_map(|group| self.dossiers.get(&Owner::Group(group.id.clone())))
    }

    /// How many zones each indicator is known of.
    pub fn coverage(&self) -> Vec<IndicatorCoverage> {
        let zones: Vec<&Dossier> = self.zones().collect();
        coverage(&zones, &self.indicators)
    }

    /// How many zones have a figure of their own, and how many a line of two years or more.
    pub fn zones_with_figures(&self) -> (u32, u32) {
        let own = |dossier: &Dossier| dossier.figures.iter().any(counts);
        let history =
            |dossier: &Dossier| has_history(dossier.figures.iter().filter(|figure| counts(figure)));
        (
            number(self.zones().filter(|dossier| own(dossier)).count()),
            number(self.zones().filter(|dossier| history(dossier)).count()),
        )
    }

    fn zones(&self) -> impl Iterator<Item = &Dossier> {
        self.dossiers
            .values()
            .filter(|dossier| matches!(dossier.owner, Owner::Zone(_)))
    }

    /// Every caution with what a person said of it.
    pub fn judged(&self) -> Vec<Judged> {
        self.dossiers
            .values()
            .flat_map(|dossier| {
                dossier.cautions.iter().map(|caution| Judged {
                    judgement: self.judgements.get(&caution.key()).cloned(),
                    dossier: dossier.for_caution(caution),
                })
            })
            .collect()
    }

    /// The judgements that speak of no caution: the data changed after they were made.
    pub fn idle_judgements(&self) -> Vec<&CautionKey> {
        let fired: BTreeSet<CautionKey> = self
            .dossiers
            .values()
            .flat_map(|dossier| &dossier.cautions)
            .map(crate::check::Caution::key)
            .collect();
        let mut idle: Vec<&CautionKey> = self
            .judgements
            .keys()
            .filter(|key| !fired.contains(*key))
            .collect();
        idle.sort();
        idle
    }

    /// The things whose figures disagree, each with its dossier.
    pub fn conflicts(&self) -> Vec<(&Dossier, Rivals)> {
        self.dossiers
            .values()
            .flat_map(|dossier| {
                dossier
                    .rivals(&[])
                    .into_iter()
                    .filter(|rivals| rivals.disagree)
                    .map(move |rivals| (dossier, rivals))
            })
            .collect()
    }
}

/// The stated figures of a dossier, beyond the area that a list gives.
fn stated(dossier: &Dossier) -> impl Iterator<Item = &Figure> {
    dossier
        .figures
        .iter()
        .filter(|figure| figure.statement().is_some() && !is_listed_area(figure))
}

fn known_in(dossier: &Dossier) -> BTreeSet<IndicatorId> {
    let is_zone = matches!(dossier.owner, Owner::Zone(_));
    dossier
        .figures
        .iter()
        .filter(|figure| is_zone && counts(figure))
        .map(|figure| figure.indicator.clone())
        .collect()
}

/// Reported totals of all national zones of a class.
fn national_totals(holdings: &Holdings) -> Vec<Figure> {
    let is_total = |owner: &Owner, figure: &Figure| {
        let Owner::Group(id) = owner else {
            return false;
        };
        let Some(group) = holdings.groups.iter().find(|group| &group.id == id) else {
            return false;
        };
        group.national
            && matches!(&figure.subject, Subject::Group { name, .. } if *name == group.name)
            && figure.measure == Measure::Level
            && figure.scope.is_whole()
            && figure.is_sound_input()
    };
    holdings
        .figures
        .iter()
        .filter(|(owner, figure)| is_total(owner, figure))
        .map(|(_, figure)| figure.clone())
        .collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
