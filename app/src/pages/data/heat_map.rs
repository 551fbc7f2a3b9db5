//! Coverage as a heat map: one row per indicator and one column per year; darker cells have more zones.

use crate::format;
use crate::locale::Locale;
use domain::coverage::IndicatorCoverage;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The side length of a cell.
const CELL: u32 = 16;

/// The height of the year labels above the cells.
const HEAD: u32 = 18;

/// The margin on both sides, for the labels of the first and last year.
const MARGIN: u32 = 8;

/// The smallest number of zones of each shade.
const SHADES: [u32; 5] = [1, 2, 5, 10, 20];

/// Renders the heat map. It is hidden from screen readers, because the table beside it contains the same numbers.
pub fn heat_map(locale: Locale, indicators: &[IndicatorCoverage]) -> AnyView {
    let m = &locale.messages().coverage;
    let indicators: Vec<&IndicatorCoverage> = indicators
        .iter()
        .filter(|indicator| !indicator.counts.years.is_empty())
        .collect();
    let years: BTreeSet<u16> = indicators
        .iter()
        .flat_map(|indicator| indicator.counts.years.keys().copied())
        .collect();
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else {
        return ().into_any();
    };
    let column = |year: u16| MARGIN + u32::from(year - first) * CELL;
    let width = column(last) + CELL + MARGIN;
    let rows = u32::try_from(indicators.len()).unwrap_or(0);
    let height = HEAD + rows * CELL;
    let shades = SHADES.map(|zones| zones.to_string());
    let shades = shades.join(locale.messages().listing);
    let labels: Vec<_> = (first..=last)
        .filter(|year| year.is_multiple_of(5))
        .map(|year| {
            let x = column(year) + CELL / 2;
            view! { <text class="label" x=x.to_string() y="12" text-anchor="middle">{year.to_string()}</text> }
        })
        .collect();
    let cells: Vec<_> = (0_u32..)
        .zip(&indicators)
        .flat_map(|(row, indicator)| {
            let name = locale.pick(&indicator.indicator.name).to_owned();
            indicator.counts.years.iter().map(move |(year, zones)| (row, name.clone(), *year, *zones))
        })
        .map(|(row, name, year, zones)| {
            let title = (m.picture_cell)(&name, &year.to_string(), &format::integer(zones));
            let y = HEAD + row * CELL;
            view! {
                <rect class=format!("coverage-cell shade-{}", shade(zones)) x=(column(year) + 1).to_string()
                    y=(y + 1).to_string() width=(CELL - 2).to_string() height=(CELL - 2).to_string()>
                    <title>{title}</title>
                </rect>
            }
        })
        .collect();
    let swatches: Vec<_> = (1..)
        .zip(SHADES)
        .map(|(shade, zones)| {
            view! { <li><span class=format!("legend-swatch shade-{shade}")></span>{zones.to_string()}</li> }
        })
        .collect();
    let names: Vec<_> = indicators
        .iter()
        .map(|indicator| view! { <li>{locale.pick(&indicator.indicator.name).to_owned()}</li> })
        .collect();
    view! {
        <figure class="coverage-picture" aria-hidden="true">
            <figcaption>{(m.picture)(&shades)}</figcaption>
            <ul class="map-legend-steps">{swatches}</ul>
            <div class="coverage-frame">
                <ul class="coverage-names">{names}</ul>
                <div class="coverage-scroll">
                    <svg viewBox=format!("0 0 {width} {height}") width=width.to_string() height=height.to_string()>
                        {labels}
                        {cells}
                    </svg>
                </div>
            </div>
        </figure>
    }
    .into_any()
}

/// Returns the shade for a number of zones, from 1 (light) to 5 (dark).
fn shade(zones: u32) -> usize {
    SHADES.iter().filter(|begin| zones >= **begin).count()
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn more_zones_are_darker() {
        assert_eq!([1, 2, 4, 5, 19, 20, 500].map(shade), [1, 2, 2, 3, 4, 5, 5]);
    }
}
