//! What is known of one zone or group, with all that is needed to question it.

use crate::check::{Caution, Evidence, References, check};
use crate::conflict::{Rivals, rivals};
use crate::derivation::{Inputs, derive};
use crate::exchange::ExchangeRates;
use crate::fact::{About, EventKind, Fact};
use crate::figure::{Evidence as Basis, Figure};
use crate::id::{FactId, FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use crate::indicator::Indicator;
use crate::quantity::Unit;
use crate::source::Source;
use crate::subject::Subject;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whose page a figure stands on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// A zone's.
    Zone(ZoneSlug),
    /// A group's.
    Group(GroupId),
}

impl Owner {
    /// The address of the page, without language.
    pub fn path(&self) -> String {
        match self {
            Self::Zone(slug) => format!("/zones/{slug}"),
            Self::Group(id) => format!("/groups/{id}"),
        }
    }
}

/// The parts of a dossier that belong to its zone or group alone.
#[derive(Debug, Default)]
pub struct Parts {
    /// See [`Dossier::facts`].
    pub facts: Vec<Fact>,
    /// See [`Dossier::figures`].
    pub figures: Vec<Figure>,
    /// See [`Dossier::others`].
    pub others: Vec<Figure>,
    /// See [`Dossier::cautions`].
    pub cautions: Vec<Caution>,
}

/// What is known of one zone or group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// Whose it is.
    pub owner: Owner,
    /// What the zone or group is called.
    pub name: Bilingual,
    /// What is known and is not a number.
    pub facts: Vec<Fact>,
    /// What is known in numbers, stated figures first, derived ones after them.
    pub figures: Vec<Figure>,
    /// Figures of others that cautions compare these with.
    pub others: Vec<Figure>,
    /// The indicators of the figures.
    pub indicators: Vec<Indicator>,
    /// The sources of the facts and figures.
    pub sources: Vec<Source>,
    /// The checks that fired.
    pub cautions: Vec<Caution>,
    /// What a dollar cost in the years of its amounts.
    pub rates: ExchangeRates,
}

impl Dossier {
    /// Puts what is stated together with what follows from it and what is doubtful in it.
    ///
    /// `figures` are the stated ones. Of all `indicators` and `sources` it keeps those it speaks of.
    pub fn new(
        (owner, name): (Owner, Bilingual),
        facts: Vec<Fact>,
        mut figures: Vec<Figure>,
        (indicators, sources): (&[Indicator], &[Source]),
        references: &References,
    ) -> Self {
        let cautions = check(
            &Evidence {
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
        let parts = Parts {
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

    /// Puts together what was worked out before. Of all `indicators`, `sources` and `rates` it keeps
    /// those it speaks of.
    pub fn of_parts(
        (owner, name): (Owner, Bilingual),
        parts: Parts,
        (indicators, sources): (&[Indicator], &[Source]),
        rates: &ExchangeRates,
    ) -> Self {
        let Parts {
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
        .speaking_of(indicators, sources)
    }

    /// With those of all indicators and sources that its figures and facts speak of, in their order.
    fn speaking_of(mut self, indicators: &[Indicator], sources: &[Source]) -> Self {
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

    /// A part of it: these figures, facts and cautions, with what they speak of.
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
        .speaking_of(&self.indicators, &self.sources)
    }

    /// The indicator of this name.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| &indicator.id == id)
    }

    /// The source of this name.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| &source.id == id)
    }

    /// The figure of this name, of the owner or of another.
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.figures
            .iter()
            .chain(&self.others)
            .find(|figure| &figure.id == id)
    }

    /// The fact of this name.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| &fact.id == id)
    }

    /// The cautions that speak of a figure.
    pub fn cautions_on<'a>(&'a self, figure: &'a FigureId) -> impl Iterator<Item = &'a Caution> {
        self.cautions
            .iter()
            .filter(move |caution| caution.concerns(figure))
    }

    /// The things that several figures speak of; `chosen` are figures a reader prefers.
    pub fn rivals(&self, chosen: &[FigureId]) -> Vec<Rivals> {
        rivals(&self.figures, &self.sources, chosen)
    }

    /// The figures derived from a figure.
    pub fn derived_from<'a>(&'a self, id: &'a FigureId) -> impl Iterator<Item = &'a Figure> {
        self.figures
            .iter()
            .filter(move |figure| match &figure.evidence {
                Basis::Derived(derivation) => derivation.inputs.contains(id),
                Basis::Stated(_) => false,
            })
    }

    /// True for a derived figure that rests on words which are also read of another indicator: "which has more than
    /// doubled", after an output and a gross domestic product.
    pub fn is_ambiguous(&self, figure: &Figure) -> bool {
        let Basis::Derived(derivation) = &figure.evidence else {
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

    /// Only what charts and tables of several zones show: the figures about the owner itself, and
    /// when it was founded.
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
                About::Event {
                    kind: EventKind::Founded,
                    ..
                }
            )
        };
        let facts = self.facts.iter().filter(founded).cloned().collect();
        self.part(own, facts, cautions)
    }

    /// Whether a figure is about the zone or group itself, or a part of it, and no one else.
    pub fn is_own(&self, figure: &Figure) -> bool {
        match &figure.subject {
            Subject::Zone => true,
            Subject::Group { name, .. } => *name == self.name,
            _ => false,
        }
    }

    /// Only a caution, with what its sentence names.
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

    /// Only what is needed to question one figure: itself, what it rests on and what rests on it,
    /// what speaks of the same thing, and what cautions compare it with.
    pub fn about(&self, id: &FigureId) -> Option<Self> {
        let figure = self.figure(id)?;
        let mut wanted: BTreeSet<&FigureId> = BTreeSet::from([id]);
        wanted.extend(&figure.level);
        if let Basis::Derived(derivation) = &figure.evidence {
            wanted.extend(&derivation.inputs);
        }
        for derived in self.derived_from(id) {
            wanted.insert(&derived.id);
            if let Basis::Derived(derivation) = &derived.evidence {
                wanted.extend(&derivation.inputs);
            }
        }
        wanted.extend(
            self.figures
                .iter()
                .filter(|other| other.level.as_ref() == Some(id))
                .map(|other| &other.id),
        );
        let rivals = self.rivals(&[]);
        wanted.extend(
            rivals
                .iter()
                .filter(|rivals| rivals.figures.contains(id))
                .flat_map(|rivals| &rivals.figures),
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
