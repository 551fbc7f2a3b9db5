//! The profile of a zone or group: all data on it, with what a reader needs to question it.

use crate::check::{Caution, CheckInput, ReferenceData, check};
use crate::conflict::{CompetingFigures, competing_figures};
use crate::derive::{Inputs, derive};
use crate::exchange::ExchangeRates;
use crate::fact::{EventKind, Fact, FactContent};
use crate::figure::{Evidence, Figure};
use crate::id::{FactId, FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use crate::indicator::Indicator;
use crate::quantity::Unit;
use crate::series::same_quantity;
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The zone or group whose page shows a figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// A zone.
    Zone(ZoneSlug),
    /// A group.
    Group(GroupId),
}

impl Owner {
    /// Returns the path of the page, without the language: `/zones/{slug}`.
    pub fn path(&self) -> String {
        match self {
            Self::Zone(slug) => format!("/zones/{slug}"),
            Self::Group(id) => format!("/groups/{id}"),
        }
    }
}

/// The parts of a profile that belong to its zone or group alone.
#[derive(Debug, Default)]
pub struct ProfileParts {
    /// See [`Profile::facts`].
    pub facts: Vec<Fact>,
    /// See [`Profile::figures`].
    pub figures: Vec<Figure>,
    /// See [`Profile::others`].
    pub others: Vec<Figure>,
    /// See [`Profile::cautions`].
    pub cautions: Vec<Caution>,
}

/// A source with all figures and facts taken from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRecord {
    /// The source.
    pub source: Source,
    /// For each zone and group, a profile with only the figures and facts taken from this source.
    pub taken: Vec<Profile>,
}

/// All data on one zone or group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The zone or group.
    pub owner: Owner,
    /// The name of the zone or group.
    pub name: Bilingual,
    /// The data that is not numeric.
    pub facts: Vec<Fact>,
    /// The stated figures, followed by the derived ones.
    pub figures: Vec<Figure>,
    /// Figures of other zones or groups with which cautions compare these figures.
    pub others: Vec<Figure>,
    /// The indicators of the figures.
    pub indicators: Vec<Indicator>,
    /// The sources of the facts and figures.
    pub sources: Vec<Source>,
    /// The cautions: checks that fired.
    pub cautions: Vec<Caution>,
    /// The exchange rates for the years of the amounts of money.
    pub rates: ExchangeRates,
}

impl Profile {
    /// Builds a profile from stated data: derives figures and runs the checks.
    ///
    /// `figures` are the stated figures. Of `indicators` and `sources`, only those that the data refers to are kept.
    pub fn new(
        (owner, name): (Owner, Bilingual),
        facts: Vec<Fact>,
        mut figures: Vec<Figure>,
        (indicators, sources): (&[Indicator], &[Source]),
        references: &ReferenceData,
    ) -> Self {
        let cautions = check(
            &CheckInput {
                figures: &figures,
                facts: &facts,
                indicators,
                sources,
            },
            references,
        );
        let derived = derive(&Inputs {
            figures: &figures,
            indicators,
            sources,
        });
        let others = references
            .totals
            .iter()
            .filter(|total| {
                cautions.iter().any(|caution| caution.concerns(&total.id))
                    && figures.iter().all(|figure| figure.id != total.id)
            })
            .cloned()
            .collect();
        figures.extend(derived);
        let parts = ProfileParts {
            facts,
            figures,
            others,
            cautions,
        };
        Self::of_parts(
            (owner, name),
            parts,
            (indicators, sources),
            &references.rates,
        )
    }

    /// Builds a profile from parts that are already computed. Of `indicators`, `sources` and `rates`, only those that
    /// the data refers to are kept.
    pub fn of_parts(
        (owner, name): (Owner, Bilingual),
        parts: ProfileParts,
        (indicators, sources): (&[Indicator], &[Source]),
        rates: &ExchangeRates,
    ) -> Self {
        let ProfileParts {
            facts,
            figures,
            others,
            cautions,
        } = parts;
        let amount_of = |year, figure: &Figure| {
            matches!(figure.unit(), Unit::Yuan | Unit::Dollar)
                && figure.period.chart_year() == Some(year)
        };
        let rates = rates.only(|year| figures.iter().any(|figure| amount_of(year, figure)));
        Self {
            owner,
            name,
            facts,
            figures,
            others,
            indicators: Vec::new(),
            sources: Vec::new(),
            cautions,
            rates,
        }
        .with_references(indicators, sources)
    }

    /// Adds the indicators and sources that the figures and facts refer to, in their order.
    fn with_references(mut self, indicators: &[Indicator], sources: &[Source]) -> Self {
        let figures = || self.figures.iter().chain(&self.others);
        let named: BTreeSet<&SourceId> = figures()
            .filter_map(Figure::receipt)
            .chain(self.facts.iter().map(|fact| &fact.receipt))
            .map(|receipt| &receipt.source)
            .collect();
        let measured: BTreeSet<&IndicatorId> = figures().map(|figure| &figure.indicator).collect();
        let indicators = indicators
            .iter()
            .filter(|indicator| measured.contains(&indicator.id))
            .cloned()
            .collect();
        let sources = sources
            .iter()
            .filter(|source| named.contains(&source.id))
            .cloned()
            .collect();
        (self.indicators, self.sources) = (indicators, sources);
        self
    }

    /// Returns a part of the profile: the wanted figures and these facts and cautions, with their indicators and
    /// sources.
    fn part(
        &self,
        wanted: impl Fn(&Figure) -> bool,
        facts: Vec<Fact>,
        cautions: Vec<Caution>,
    ) -> Self {
        let kept = |figures: &[Figure]| figures.iter().filter(|f| wanted(f)).cloned().collect();
        Self {
            owner: self.owner.clone(),
            name: self.name.clone(),
            facts,
            figures: kept(&self.figures),
            others: kept(&self.others),
            indicators: Vec::new(),
            sources: Vec::new(),
            cautions,
            rates: self.rates.clone(),
        }
        .with_references(&self.indicators, &self.sources)
    }

    /// Returns the indicator with this id; `None` if the profile does not contain it.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| &indicator.id == id)
    }

    /// Returns the source with this id; `None` if the profile does not contain it.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| &source.id == id)
    }

    /// Returns the figure with this id, of the owner or of another zone or group; `None` if the profile does not
    /// contain it.
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.figures
            .iter()
            .chain(&self.others)
            .find(|figure| &figure.id == id)
    }

    /// Returns the fact with this id; `None` if the profile does not contain it.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| &fact.id == id)
    }

    /// Returns the cautions about a figure.
    pub fn cautions_on<'a>(&'a self, figure: &'a FigureId) -> impl Iterator<Item = &'a Caution> {
        self.cautions
            .iter()
            .filter(move |caution| caution.concerns(figure))
    }

    /// Returns the competing figures for each thing that has several. `chosen` are the figures that the reader prefers.
    pub fn competing_figures(&self, chosen: &[FigureId]) -> Vec<CompetingFigures> {
        competing_figures(&self.figures, &self.sources, chosen)
    }

    /// Returns the figures derived from a figure.
    pub fn derived_from<'a>(&'a self, id: &'a FigureId) -> impl Iterator<Item = &'a Figure> {
        self.figures
            .iter()
            .filter(move |figure| match &figure.evidence {
                Evidence::Derived(derivation) => derivation.inputs.contains(id),
                Evidence::Stated(_) => false,
            })
    }

    /// True for a derived figure whose input was read from words that are also recorded for another indicator: "which
    /// has more than doubled", after an output and a gross domestic product.
    pub fn is_ambiguous(&self, figure: &Figure) -> bool {
        let Evidence::Derived(derivation) = &figure.evidence else {
            return false;
        };
        let words = |figure: &Figure| {
            let receipt = figure.receipt()?;
            Some((
                receipt.source.clone(),
                receipt.at,
                receipt.as_stated.clone(),
            ))
        };
        let mut inputs = derivation.inputs.iter().filter_map(|id| self.figure(id));
        inputs.any(|input| {
            let is_other_reading = |other: &Figure| {
                other.indicator != input.indicator
                    && other.measure == input.measure
                    && other.period == input.period
                    && words(other) == words(input)
            };
            !input.measure.is_level() && self.figures.iter().any(is_other_reading)
        })
    }

    /// Returns only what charts and tables of several zones show: the figures of the owner itself, the cautions that
    /// question them, and the founding dates.
    pub fn own_figures(&self) -> Self {
        let own = |figure: &Figure| self.is_own(figure);
        let cautions = self
            .cautions
            .iter()
            .filter(|caution| {
                caution.rule.questions()
                    && caution
                        .figures
                        .first()
                        .is_some_and(|id| self.figure(id).is_some_and(own))
            })
            .cloned()
            .collect();
        let founded = |fact: &&Fact| {
            matches!(
                &fact.about,
                FactContent::Event {
                    kind: EventKind::Founded,
                    ..
                }
            )
        };
        let facts = self.facts.iter().filter(founded).cloned().collect();
        self.part(own, facts, cautions)
    }

    /// True if a figure is about the zone or group itself or a part of it.
    pub fn is_own(&self, figure: &Figure) -> bool {
        match &figure.subject {
            Subject::Zone => true,
            Subject::Group { name, .. } => *name == self.name,
            _ => false,
        }
    }

    /// False if only a copy at an unrelated address states the figure: then no other source states the same value.
    pub fn is_vouched_for(&self, figure: &Figure) -> bool {
        let is_copy = |figure: &Figure| {
            let source = figure.receipt().map(|receipt| &receipt.source);
            source
                .and_then(|id| self.source(id))
                .is_some_and(Source::is_copy)
        };
        let confirms = |other: &Figure| {
            other.receipt().is_some()
                && !is_copy(other)
                && same_quantity(other, figure)
                && other.interval().meets(figure.interval())
        };
        !is_copy(figure) || self.figures.iter().any(confirms)
    }

    /// Returns only a caution, with the figures and facts that its sentence names.
    pub fn for_caution(&self, caution: &Caution) -> Self {
        let facts = self
            .facts
            .iter()
            .filter(|fact| caution.facts.contains(&fact.id))
            .cloned()
            .collect();
        let named = |figure: &Figure| caution.concerns(&figure.id);
        self.part(named, facts, vec![caution.clone()])
    }

    /// Returns only what is needed to question one figure: the figure, the figures it is based on and those based on
    /// it, competing figures, and the figures that its cautions name. `None` if the profile does not contain the
    /// figure.
    pub fn about(&self, id: &FigureId) -> Option<Self> {
        let figure = self.figure(id)?;
        let mut wanted: BTreeSet<&FigureId> = BTreeSet::from([id]);
        wanted.extend(&figure.level);
        if let Evidence::Derived(derivation) = &figure.evidence {
            wanted.extend(&derivation.inputs);
        }
        for derived in self.derived_from(id) {
            wanted.insert(&derived.id);
            if let Evidence::Derived(derivation) = &derived.evidence {
                wanted.extend(&derivation.inputs);
            }
        }
        wanted.extend(
            self.figures
                .iter()
                .filter(|other| other.level.as_ref() == Some(id))
                .map(|other| &other.id),
        );
        let competing_figures = self.competing_figures(&[]);
        wanted.extend(
            competing_figures
                .iter()
                .filter(|competing_figures| competing_figures.figures.contains(id))
                .flat_map(|competing_figures| &competing_figures.figures),
        );
        let cautions: Vec<&Caution> = self
            .cautions
            .iter()
            .filter(|caution| caution.concerns(id))
            .collect();
        wanted.extend(cautions.iter().flat_map(|caution| &caution.figures));
        let cautions = cautions.into_iter().cloned().collect();
        Some(self.part(|figure| wanted.contains(&figure.id), Vec::new(), cautions))
    }
}
