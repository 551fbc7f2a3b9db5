//! Coverage as a table.

use crate::format;
use crate::locale::Locale;
use domain::coverage::IndicatorCoverage;
use domain::filter::Filter;
use leptos::prelude::*;

/// A row an indicator: how many zones it is known of, and a way to those of which it is not.
pub fn indicators(locale: Locale, indicators: &[IndicatorCoverage], zones: u32) -> AnyView {
    let m = &locale.messages().coverage;
    let rows: Vec<_> = indicators
        .iter()
        .map(|indicator| row(locale, indicator, zones))
        .collect();
    view! {
        <table class="data-table">
            <thead>
                <tr>
                    <th scope="col">{m.column_indicator}</th>
                    <th scope="col" class="number">{m.column_zones}</th>
                    <th scope="col" class="number">{m.column_history}</th>
                    <th scope="col" class="number">{m.column_figures}</th>
                    <th scope="col">{m.column_years}</th>
                    <th scope="col">{m.column_unknown}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(locale: Locale, coverage: &IndicatorCoverage, zones: u32) -> AnyView {
    let m = &locale.messages().coverage;
    let id = &coverage.indicator.id;
    let name = locale.pick(&coverage.indicator.name).to_owned();
    let page = locale.href(&format!("/indicators/{id}"));
    let years = match (
        coverage.counts.years.keys().next(),
        coverage.counts.years.keys().last(),
    ) {
        (Some(first), Some(last)) => (m.years)(&first.to_string(), &last.to_string()),
        _ => m.no_years.to_owned(),
    };
    let address = |change: &dyn Fn(&mut Filter)| {
        let filter = Filter::default().with(|filter| change(filter));
        format!("{}?{}", locale.href("/"), filter.query())
    };
    let known = address(&|filter| filter.known.insert(id.clone()));
    let unknown = address(&|filter| filter.unknown.insert(id.clone()));
    let missing = (m.unknown_of)(&format::integer(
        zones.saturating_sub(coverage.counts.zones),
    ));
    let label = format!("{missing}{}{name}", locale.messages().colon);
    view! {
        <tr>
            <th scope="row"><a href=page>{name}</a></th>
            <td class="number"><a href=known>{(m.known_of)(&format::integer(coverage.counts.zones))}</a></td>
            <td class="number">{format::integer(coverage.counts.with_history)}</td>
            <td class="number">{format::integer(coverage.counts.figures)}</td>
            <td>{years}</td>
            <td><a href=unknown aria-label=label>{missing}</a></td>
        </tr>
    }
    .into_any()
}
