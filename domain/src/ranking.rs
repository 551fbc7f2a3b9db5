//! The ranking of zones by one indicator: the latest known value of each zone, the greatest first.

use crate::catalogue::Kind;
use crate::derive::yearly_growth;
use crate::exchange::ExchangeRates;
use crate::figure::{Figure, Status};
use crate::id::{FigureId, IndicatorId, ProvinceSlug};
use crate::indicator::Indicator;
use crate::interval::Interval;
use crate::profile::Profile;
use crate::quantity::Unit;
use crate::series::same_series;
use crate::transform::percent_change;
use crate::zone::ZoneSummary;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The latest known value of an indicator for a zone or group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Latest {
    /// The value. It covers the whole zone or group and is not a target or plan.
    pub figure: Figure,
    /// The previous value of the same series; `None` if none is known. A value whose source can be read in two ways does
    /// not count.
    pub earlier: Option<Figure>,
    /// True if a caution questions the value.
    pub questioned: bool,
}

impl Latest {
    /// Returns the latest value of an indicator; `None` if none is known. Targets, plans, figures of a part of the
    /// zone, figures that are not shown because of a competing figure, and figures that only copies on unrelated sites state
    /// do not count.
    pub fn of(profile: &Profile, indicator: &IndicatorId) -> Option<Self> {
        let superseded = superseded_figures(profile);
        Self::among(profile, indicator, &superseded)
    }

    /// Returns the latest value of each indicator that has one, in the order of the indicators.
    pub fn all_of(profile: &Profile) -> Vec<(IndicatorId, Self)> {
        let superseded = superseded_figures(profile);
        let indicators = profile.indicators.iter();
        indicators
            .filter_map(|one| Some((one.id.clone(), Self::among(profile, &one.id, &superseded)?)))
            .collect()
    }

    fn among(
        profile: &Profile,
        indicator: &IndicatorId,
        superseded: &HashSet<FigureId>,
    ) -> Option<Self> {
        let is_value = |figure: &&Figure| {
            &figure.indicator == indicator
                && profile.is_own(figure)
                && figure.scope.is_whole()
                && figure.measure.is_level()
                && !matches!(figure.status(), Status::Target | Status::Planned)
                && !superseded.contains(&figure.id)
                && profile.is_vouched_for(figure)
        };
        let year = |figure: &Figure| figure.period.chart_year();
        let values: Vec<&Figure> = profile.figures.iter().filter(is_value).collect();
        let latest = values.iter().filter_map(|figure| year(figure)).max()?;
        let figure = values.iter().find(|figure| year(figure) == Some(latest))?;
        let earlier = values
            .iter()
            .filter(|other| {
                year(other) < Some(latest)
                    && same_series(figure, other)
                    && !profile.is_ambiguous(other)
            })
            .max_by_key(|other| year(other));
        let questioned = profile
            .cautions_on(&figure.id)
            .any(|caution| caution.rule.questions() && caution.figures.first() == Some(&figure.id));
        Some(Self {
            figure: (*figure).clone(),
            earlier: earlier.map(|figure| (*figure).clone()),
            questioned,
        })
    }
}

/// The most years that may lie between two values shown side by side.
const MOST_YEARS_APART: u16 = 5;

impl Latest {
    /// Returns the previous value if a reader may compare it with this one at a glance: it is at most five years older,
    /// a source states it, and both sources state what they counted, or neither does.
    pub fn comparable_earlier(&self) -> Option<&Figure> {
        let earlier = self.earlier.as_ref()?;
        let year = |figure: &Figure| figure.period.chart_year();
        let years = year(&self.figure)?.checked_sub(year(earlier)?)?;
        let is_comparable = years <= MOST_YEARS_APART
            && earlier.receipt().is_some()
            && earlier.definition == self.figure.definition;
        is_comparable.then_some(earlier)
    }

    /// Returns the growth from the previous value to this one, in per cent. `None` if one of them is unknown, doubted
    /// or not a sound input.
    pub fn growth(&self) -> Option<Interval> {
        let earlier = self.sound_earlier()?;
        percent_change(earlier.interval(), self.figure.interval())
    }

    /// Returns the constant yearly growth from the previous value to this one, in per cent. `None` if [`Self::growth`]
    /// returns `None` or an end of the result is unbounded.
    pub fn yearly_growth(&self) -> Option<Interval> {
        let earlier = self.sound_earlier()?;
        let year = |figure: &Figure| figure.period.chart_year();
        let years = year(&self.figure)?.checked_sub(year(earlier)?)?;
        let growth = yearly_growth(earlier.interval(), self.figure.interval(), years)?;
        (growth.low().number().is_some() && growth.high().number().is_some()).then_some(growth)
    }

    /// Returns the previous value if both values may be used in calculations.
    fn sound_earlier(&self) -> Option<&Figure> {
        let earlier = self.earlier.as_ref()?;
        let sound = |figure: &Figure| figure.is_usable_as_input() && figure.doubt.is_none();
        (!self.questioned && sound(earlier) && sound(&self.figure)).then_some(earlier)
    }
}

/// Returns the figures that are not shown because of a competing figure.
fn superseded_figures(profile: &Profile) -> HashSet<FigureId> {
    let competing_figures = profile.competing_figures(&[]);
    let superseded = competing_figures
        .into_iter()
        .flat_map(|it| it.figures.into_iter().skip(1));
    superseded.collect()
}

/// Returns the number by which a value is ranked: the middle of its interval, or its only end. Money is converted to
/// yuan at the average rate of its year, areas to square kilometres. `None` if the rate is unknown or the interval is
/// unbounded.
pub fn ranking_value(figure: &Figure, rates: &ExchangeRates) -> Option<Decimal> {
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

/// A zone in a ranking, with its latest value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingRow {
    /// The zone.
    pub zone: ZoneSummary,
    /// The latest value.
    pub latest: Latest,
    /// The rank, from 1; zones of equal value have the same rank. `None` if the value cannot be compared with others.
    pub place: Option<u32>,
}

/// The requested part of a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankingPart {
    /// Only zones of this province; all provinces if `None`.
    pub province: Option<ProvinceSlug>,
    /// Only zones of this kind; all kinds if `None`.
    pub kind: Option<Kind>,
    /// Number of zones to skip.
    pub skip: u32,
    /// The largest number of zones to return.
    pub most: u32,
}

impl RankingPart {
    /// Requests the first zones of a ranking, of all provinces and kinds.
    pub const fn first(most: u32) -> Self {
        Self {
            province: None,
            kind: None,
            skip: 0,
            most,
        }
    }
}

/// A part of the ranking of zones by one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// The indicator.
    pub indicator: Indicator,
    /// The requested zones with a known value, the greatest first.
    pub lines: Vec<RankingRow>,
    /// Number of zones with a known value.
    pub known: u32,
    /// Number of zones with any stated figure of the indicator, for the zone or a part of it, including targets and
    /// changes.
    pub with_figures: u32,
    /// Number of zones with a known value in the requested province and of the requested kind.
    pub matching: u32,
    /// Number of figures of the indicator in the atlas, for zones and groups, including targets, changes and derived
    /// figures.
    pub figures: u32,
    /// Number of zones in the atlas.
    pub zones: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::figure;

    #[test]
    fn an_earlier_value_of_another_time_is_not_shown_beside_the_latest() {
        let of = |earlier: &str| Latest {
            figure: figure("a", "gdp", "2020", "900 yi CNY"),
            earlier: Some(figure("b", "gdp", earlier, "500 yi CNY")),
            questioned: false,
        };
        assert!(of("2015").comparable_earlier().is_some());
        assert!(of("2014").comparable_earlier().is_none());
        assert!(of("2021").comparable_earlier().is_none());
        let mut other = of("2019");
        other.figure.definition = vec![crate::definition::Term::Gross].into();
        assert!(other.comparable_earlier().is_none());
    }
}
