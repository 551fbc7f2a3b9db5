//! One indicator over all zones: the latest value known of each, the greatest first.

use crate::catalogue::{Kind, Level};
use crate::dossier::Dossier;
use crate::exchange::ExchangeRates;
use crate::figure::{Figure, Status};
use crate::id::{FigureId, IndicatorId, ProvinceSlug, ZoneSlug};
use crate::indicator::Indicator;
use crate::quantity::Unit;
use crate::series::is_of_one_line;
use crate::text::Bilingual;
use crate::zone::ZoneSummary;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A zone as a league table shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeagueZone {
    /// Its address.
    pub slug: ZoneSlug,
    /// What it is called.
    pub name: Bilingual,
    /// Who approved it.
    pub level: Level,
    /// What it is for.
    pub kind: Kind,
    /// Where it lies.
    pub province: ProvinceSlug,
}

impl From<&ZoneSummary> for LeagueZone {
    fn from(zone: &ZoneSummary) -> Self {
        Self {
            slug: zone.slug.clone(),
            name: zone.name.clone(),
            level: zone.level,
            kind: zone.kind,
            province: zone.province.clone(),
        }
    }
}

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
    /// The latest value; nothing where none is known. A figure that stands aside for another is no
    /// value here, a wish is none, and neither is one of a part of the zone.
    pub fn of(dossier: &Dossier, indicator: &IndicatorId) -> Option<Self> {
        let rivals = dossier.rivals(&[]);
        let aside: HashSet<&FigureId> = rivals
            .iter()
            .flat_map(|rivals| rivals.figures.iter().skip(1))
            .collect();
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

/// A zone in a league table, with the latest value known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeagueLine {
    /// The zone.
    pub zone: LeagueZone,
    /// Its latest value.
    pub latest: Latest,
    /// Its place in the order, from 1; zones of equal value share one. None where its amount cannot
    /// be put beside the others.
    pub place: Option<u32>,
    order: Option<Decimal>,
}

impl LeagueLine {
    /// The line of a zone; nothing where no value is known.
    pub fn of(
        zone: &ZoneSummary,
        dossier: &Dossier,
        indicator: &IndicatorId,
        rates: &ExchangeRates,
    ) -> Option<Self> {
        let latest = Latest::of(dossier, indicator)?;
        Some(Self {
            zone: zone.into(),
            order: comparable(&latest.figure, rates),
            latest,
            place: None,
        })
    }
}

/// The number by which a value is put in order: the middle of what is known, or its only end; money
/// in yuan at the average rate of its year, areas in square kilometres.
fn comparable(figure: &Figure, rates: &ExchangeRates) -> Option<Decimal> {
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

/// One indicator over all zones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct League {
    /// The indicator.
    pub indicator: Indicator,
    /// The zones of which a value is known, the greatest first.
    pub lines: Vec<LeagueLine>,
    /// How many zones the lists have.
    pub zones: u32,
}

impl League {
    /// Puts lines in order and counts their places.
    pub fn new(indicator: Indicator, mut lines: Vec<LeagueLine>, zones: u32) -> Self {
        // Stable: equal values keep the order of the lists.
        lines.sort_by_key(|line| std::cmp::Reverse(line.order));
        let mut last: Option<(Decimal, u32)> = None;
        for (number, line) in (1..).zip(&mut lines) {
            line.place = line.order.map(|order| match last {
                Some((before, place)) if before == order => place,
                _ => {
                    last = Some((order, number));
                    number
                }
            });
        }
        Self {
            indicator,
            lines,
            zones,
        }
    }
}
