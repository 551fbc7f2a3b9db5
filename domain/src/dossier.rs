//! What is known of one zone or group, with all that is needed to question it.

use crate::check::{Caution, Evidence, References, check};
use crate::conflict::{Rivals, rivals};
use crate::derivation::{Inputs, derive};
use crate::fact::Fact;
use crate::figure::{Evidence as Basis, Figure};
use crate::id::{FactId, FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use crate::indicator::Indicator;
use crate::source::Source;
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
}

impl Dossier {
    /// Puts what is stated together with what follows from it and what is doubtful in it.
    ///
    /// `figures` are the stated ones; `indicators` and `sources` must hold theirs, and may hold
    /// those of `references`.
    pub fn new(
        (owner, name): (Owner, Bilingual),
        facts: Vec<Fact>,
        mut figures: Vec<Figure>,
        indicators: Vec<Indicator>,
        sources: Vec<Source>,
        references: &References,
    ) -> Self {
        let cautions = check(
            &Evidence {
                figures: &figures,
                facts: &facts,
                indicators: &indicators,
                sources: &sources,
            },
            references,
        );
        let derived = derive(&Inputs {
            figures: &figures,
            indicators: &indicators,
            sources: &sources,
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
        Self {
            owner,
            name,
            facts,
            figures,
            others,
            indicators,
            sources,
            cautions,
        }
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

    /// Only a caution, with what its sentence names.
    pub fn for_caution(&self, caution: &Caution) -> Self {
        let named = |figures: &[Figure]| -> Vec<Figure> {
            figures
                .iter()
                .filter(|figure| caution.concerns(&figure.id))
                .cloned()
                .collect()
        };
        let figures = named(&self.figures);
        Self {
            owner: self.owner.clone(),
            name: self.name.clone(),
            facts: self
                .facts
                .iter()
                .filter(|fact| caution.facts.contains(&fact.id))
                .cloned()
                .collect(),
            indicators: self
                .indicators
                .iter()
                .filter(|indicator| figures.iter().any(|f| f.indicator == indicator.id))
                .cloned()
                .collect(),
            figures,
            others: named(&self.others),
            sources: Vec::new(),
            cautions: vec![caution.clone()],
        }
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
        let cautions: Vec<Caution> = self.cautions_on(id).cloned().collect();
        wanted.extend(cautions.iter().flat_map(|caution| &caution.figures));
        let keep = |figures: &[Figure]| -> Vec<Figure> {
            figures
                .iter()
                .filter(|figure| wanted.contains(&figure.id))
                .cloned()
                .collect()
        };
        let (figures, others) = (keep(&self.figures), keep(&self.others));
        let of_kept = || figures.iter().chain(&others);
        let indicators = self
            .indicators
            .iter()
            .filter(|indicator| of_kept().any(|figure| figure.indicator == indicator.id))
            .cloned()
            .collect();
        let sources = self
            .sources
            .iter()
            .filter(|source| {
                of_kept()
                    .filter_map(Figure::receipt)
                    .any(|receipt| receipt.source == source.id)
            })
            .cloned()
            .collect();
        Some(Self {
            owner: self.owner.clone(),
            name: self.name.clone(),
            facts: Vec::new(),
            figures,
            others,
            indicators,
            sources,
            cautions,
        })
    }
}
