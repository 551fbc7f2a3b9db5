//! Above the list: how many zones, in which order, and what can be done with them.

use super::empty::empty;
use crate::explorer::view::View;
use crate::format::integer;
use domain::filter::{Grouping, PAGE_SIZE, Sort};
use maud::{Markup, html};

/// The counts, the tools and the heads of the columns; where no zone fits, what to do.
pub fn head(view: &View<'_>) -> Markup {
    if view.selection.total() == 0 {
        return empty(view);
    }
    let m = view.m();
    html! {
        div class="results-head" {
            h2 class="results-count" role="status" { ((m.results)(&integer(view.selection.total()))) }
            p class="results-parts" { (parts(view)) }
            p class="results-range" { (range(view)) }
            div class="results-tools" {
                label class="tool" {
                    input type="checkbox" form="filter" name="group" value=(Grouping::Province)
                        checked[view.filter.grouping == Grouping::Province];
                    span { (m.group_by_province) }
                }
                button class="button-quiet js-only copy-link" type="button" {
                    span aria-live="polite" { @if view.interaction.is_copied { (m.copied) } @else { (m.copy_link) } }
                }
            }
        }
        @if view.selection.corrected { p class="corrected" role="status" { ((m.corrected)(&view.filter.q)) } }
        (columns(view))
    }
}

/// How many zones of which kind, and of how many.
fn parts(view: &View<'_>) -> String {
    let (m, selection) = (view.m(), view.selection);
    let parts = [
        (selection.catalogue, m.catalogue_zones),
        (selection.new_areas, m.new_areas),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(number, words)| words(&integer(number)))
        .collect();
    let mut text = parts.join(m.listing);
    if view.filter.narrows() {
        let all = view.data.outline.catalogue + view.data.outline.new_areas;
        text.push(' ');
        text.push_str(&(m.totals_filtered)(&integer(all)));
    }
    text
}

/// Which rows of how many are shown.
fn range(view: &View<'_>) -> String {
    let selection = view.selection;
    let size = u32::try_from(PAGE_SIZE).unwrap_or(1);
    let first = selection.page * size + 1;
    let pages = selection.page + 1 + view.interaction.depth;
    let last = (pages * size).min(selection.total());
    (view.m().showing)(&integer(first), &integer(last), &integer(selection.total()))
}

/// The heads of the columns, each leading to the list in its order, or in the reverse of it.
fn columns(view: &View<'_>) -> Markup {
    let m = view.m();
    let column = |label: &str, one: Sort, other: Sort| {
        let sort = view.filter.sort;
        let mark = if sort == one {
            "▲"
        } else if sort == other {
            "▼"
        } else {
            ""
        };
        let next = if sort == one { other } else { one };
        let href = view.href(&view.filter.with(|filter| filter.sort = next));
        html! {
            a class="column" data-noscroll="" href=(href) aria-current=[(!mark.is_empty()).then_some("true")]
                aria-label=((m.sort_by)(label)) {
                (label) " " span class="column-mark" aria-hidden="true" { (mark) }
            }
        }
    };
    html! {
        div class="columns" {
            span {
                (column(m.column_name, Sort::Name, Sort::NameReversed))
                (column(m.kind, Sort::Kind, Sort::KindReversed))
            }
            span { (column(m.column_place, Sort::Place, Sort::PlaceReversed)) }
            span { (column(m.column_approved, Sort::Newest, Sort::Oldest)) }
            span class="columns-number" { (column(m.column_area, Sort::Largest, Sort::Smallest)) }
            span { (column(m.column_industries, Sort::Industry, Sort::IndustryReversed)) }
        }
    }
}
