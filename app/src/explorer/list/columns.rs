//! The column headers of the list.

use crate::explorer::view::View;
use domain::filter::{Sort, ValueColumn};
use maud::{Markup, html};

/// Renders the column headers. A header of a sortable column is a link that sorts by it, or reverses the order.
pub fn columns(view: &View<'_>) -> Markup {
    if view.result.total() == 0 {
        return Markup::default();
    }
    let m = view.m();
    let sort = view.filter.sort;
    let head = |label: &str, unit: &str, (one, other): (Sort, Sort), is_falling: bool| {
        let is_current =
            sort == one || (one == Sort::Output && view.filter.ranked_by() == one.column());
        let direction = match (is_current, sort == other && one != other, is_falling) {
            (true, _, true) | (false, true, false) => Some("descending"),
            (true, _, false) | (false, true, true) => Some("ascending"),
            _ => None,
        };
        let next = if is_current { other } else { one };
        let href = view.href(&view.filter.with(|filter| filter.sort = next));
        html! {
            div role="columnheader" class="column" aria-sort=[direction] {
                // Not in the Tab order, so that keyboard users reach the first row sooner: the select box above has
                // all orders.
                a data-noscroll="" tabindex="-1" href=(href) aria-label=((m.sort_by)(label)) { (label) }
                @if !unit.is_empty() { span class="column-unit" { (unit) } }
            }
        }
    };
    let value =
        |column: ValueColumn, sort| head((m.column)(column), (m.unit)(column), (sort, sort), true);
    html! {
        div role="row" class="columns" {
            div role="columnheader" { span class="visually-hidden" { (m.pick) } }
            (head(m.column_name, "", (Sort::Name, Sort::NameReversed), false))
            (value(ValueColumn::Output, Sort::Output))
            (value(ValueColumn::Revenue, Sort::Revenue))
            (value(ValueColumn::Growth, Sort::Growth))
            div role="columnheader" { ((m.column)(ValueColumn::Trend)) }
            (head(m.column_area, m.hectares, (Sort::Largest, Sort::Smallest), true))
            div role="columnheader" { span class="visually-hidden" { (m.summary) } }
        }
    }
}
