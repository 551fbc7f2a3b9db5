//! One indicator over all zones: the latest value known of each, the greatest first.

use crate::catalogue::Kind;
use crate::derivation::yearly_growth;
use crate::dossier::Dossier;
use crate::exchange::ExchangeRates;
use crate::figure::{Figure, Status};
use crate::id::{FigureId, IndicatorId, ProvinceSlug};
use crate::indicator::Indicator;
use crate::interval::Interval;
use crate::quantity::Unit;
use crate::restate::percent_change;
use crate::series::is_of_one_line;
use crate::zone::ZoneSummary;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The latest value of an indicator that is known of a zone or group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Latest {
    /// The value, of the zone or group as a whole and no wish.
    pub figure: Figure,
    /// The value before it in the same line, where one is known.
    pub earlier: Option<Figure>,
    /// Whether a caution questions the value.
    pub questioned: bool,
}

impl Latest {
    /// The latest value of an indicator; nothing where none is known. A figure that stands aside for
    /// another is no value here, a wish is none, and neither is one of a part of the zone.
    pub fn of(dossier: &Dossier, indicator: &IndicatorId) -> Option<Self> {
        let aside = aside(dossier);
        Self::among(dossier, indicator, &aside)
    }

    /// The latest value of each indicator of which one is known, in the order of the indicators.
    pub fn all_of(dossier: &Dossier) -> Vec<(IndicatorId, Self)> {
        let aside = aside(dossier);
        let indicators = dossier.indicators.iter();
        indicators
            .filter_map(|one| Some((one.id.clone(), Self::among(dossier, &one.id, &aside)?)))
            .collect()
    }

    fn among(
        dossier: &Dossier,
        indicator: &IndicatorId,
        aside: &HashSet<FigureId>,
    ) -> Option<Self> {
        let is_value = |figure: &&Figure| {
            &figure.indicator == indicator
                && dossier.is_own(figure)
                && figure.scope.is_whole()
                && figure.measure.is_level()
                && !matches!(figure.status(), Status::Target | Status::Planned)
                && !aside.contains(&figure.id)
        };
        let year = |figure: &Figure| figure.period.chart_year();
        let values: Vec<&Figure> = dossier.figures.iter().filter(is_value).collect();
        let latest = values.iter().filter_map(|figure| year(figure)).max()?;
        let figure = values.iter().find(|figure| year(figure) == Some(latest))?;
        let earlier = values
            .iter()
            .filter(|other| year(other) < Some(latest) && is_of_one_line(figure, other))
            .max_by_key(|other| year(other));
        let questioned = dossier
            .cautions_on(&figure.id)
            .any(|caution| caution.rule.questions() && caution.figures.first() == Some(&figure.id));
        Some(Self {
            figure: (*figure).clone(),
            earlier: earlier.map(|figure| (*figure).clone()),
            questioned,
        })
    }
}

impl Latest {
    /// The growth from the value before to this one, in per cent; nothing where one of them is
    /// doubted, or no input that a calculation may rest on.
    pub fn growth(&self) -> Option<Interval> {
        let earlier = self.sound_earlier()?;
        percent_change(earlier.interval(), self.figure.interval())
    }

    /// The growth a year from the value before to this one, in per cent, as if all years had grown alike; nothing where
    /// [`Self::growth`] gives nothing or either end of it is unknown.
    pub fn yearly_growth(&self) -> Option<Interval> {
        let earlier = self.sound_earlier()?;
        let year = |figure: &Figure| figure.period.chart_year();
        let years = year(&self.figure)?.checked_sub(year(earlier)?)?;
        let growth = yearly_growth(earlier.interval(), self.figure.interval(), years)?;
        (growth.low().number().is_some() && growth.high().number().is_some()).then_some(growth)
    }

    /// The value before, where a calculation may rest on both.
    fn sound_earlier(&self) -> Option<&Figure> {
        let earlier = self.earlier.as_ref()?;
        let sound = |figure: &Figure| figure.is_sound_input() && figure.doubt.is_none();
        (!self.questioned && sound(earlier) && sound(&self.figure)).then_some(earlier)
    }
}

/// The figures that stand aside for another one of the same thing.
fn aside(dossier: &Dossier) -> HashSet<FigureId> {
    let rivals = dossier.rivals(&[]);
    let aside = rivals
        .into_iter()
        .flat_map(|it| it.figures.into_iter().skip(1));
    aside.collect()
}

/// The number by which a value is put in order: the middle of what is known, or its only end; money
/// in yuan at the average rate of its year, areas in square kilometres. None where the year's rate
/// is not known.
pub fn comparable(figure: &Figure, rates: &ExchangeRates) -> Option<Decimal> {
    let interval = figure.interval();
    let known = |number: &Decimal| !number.is_zero() || interval.is_point();
    let low = interval.low().number().filter(known);
    let middle = match (low, interval.high().number()) {
        (Some(low), Some(high)) => low.checked_add(high)?.checked_div(Decimal::TWO)?,
        (Some(end), None) | (None, Some(end)) => end,
        (None, None) => return None,
    };
    match figure.unit() {
        Unit::Dollar => middle.checked_mul(rates.of(figure.period.chart_year()?)?),
        Unit::Hectare => middle.checked_div(Decimal::ONE_HUNDRED),
        _ => Some(middle),
    }
}

/// A zone in a league table, with the latest value known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeagueLine {
    /// The zone.
    pub zone: ZoneSummary,
    /// Its latest value.
    pub latest: Latest,
    /// Its place in the order, from 1; zones of equal value share one. None where its amount cannot
    /// be put beside the others.
    pub place: Option<u32>,
}

/// Which part of a ranking is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankingPart {
    /// Only zones of this province.
    pub province: Option<ProvinceSlug>,
    /// Only zones of this kind.
    pub kind: Option<Kind>,
    /// How many zones are passed over.
    pub skip: u32,
    /// How many zones are wanted at most.
    pub most: u32,
}

impl RankingPart {
    /// The first zones of a ranking, of all provinces and kinds.
    pub const fn first(most: u32) -> Self {
        Self {
            province: None,
            kind: None,
            skip: 0,
            most,
        }
    }
}

/// A part of the league table of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct League {
    /// The indicator.
    pub indicator: Indicator,
    /// The zones of which a value is known, the greatest first; as many as were asked for.
    pub lines: Vec<LeagueLine>,
    /// Of how many zones a value is known.
    pub known: u32,
    /// Of how many zones any figure of it is stated, of the zone or a part of it, be it a target or a change.
    pub with_figures: u32,
    /// Of how many of the province and kind asked for a value is known.
    pub matching: u32,
    /// How many figures of it the atlas has, of zones and groups: targets, changes and derived ones count too.
    pub figures: u32,
    /// How many zones the lists have.
    pub zones: u32,
}
