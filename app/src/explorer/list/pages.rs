//! The pages of the list as links, so that they work without JavaScript and can be shared.

use crate::explorer::view::View;
use crate::format::integer;
use domain::filter::PAGE_SIZE;
use maud::{Markup, html};

/// Renders the range of rows shown, the total, and links to the pages if there are several.
pub fn pages(view: &View<'_>) -> Markup {
    if view.result.total() == 0 {
        return Markup::default();
    }
    html! {
        p class="results-range" { (range(view)) }
        p class="results-parts" { (parts(view)) }
        @if view.result.pages > 1 { (links(view)) }
    }
}

/// Returns the numbers of catalogue zones and new areas in the list and, if a filter is active, of all zones.
fn parts(view: &View<'_>) -> String {
    let (m, result) = (view.m(), view.result);
    let parts = [
        (result.catalogue, m.catalogue_zones),
        (result.new_areas, m.new_areas),
        (result.new_zones, m.new_zones),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(number, words)| words(&integer(number)))
        .collect();
    let mut text = parts.join(m.listing);
    if view.filter.has_filter() {
        let all = view.data.site_metadata.zones();
        text.push(' ');
        text.push_str(&(m.totals_filtered)(&integer(all)));
    }
    text
}

/// Returns the range of rows shown and the total, in words.
fn range(view: &View<'_>) -> String {
    let result = view.result;
    let size = u32::try_from(PAGE_SIZE).unwrap_or(1);
    let first = result.page * size + 1;
    let pages = result.page + 1 + view.interaction.depth;
    let last = (pages * size).min(result.total());
    (view.m().showing)(&integer(first), &integer(last), &integer(result.total()))
}

fn links(view: &View<'_>) -> Markup {
    let (m, result) = (view.m(), view.result);
    let (first, pages) = (result.page, result.pages);
    let last = first + view.interaction.depth;
    let to = |page: u32| view.href(&view.filter.on_page(page));
    html! {
        nav class="pages" aria-label=(m.pages) {
            @if first > 0 { a class="page-step" rel="prev" href=(to(first - 1)) { (m.previous_page) } }
            ol class="page-numbers" {
                @for page in shown_pages(first, last, pages) {
                    @if let Some(page) = page {
                        @let number = integer(page + 1);
                        li {
                            a class="page" href=(to(page)) aria-current=[(first..=last).contains(&page).then_some("page")]
                                aria-label=((m.page_of)(&number, &integer(pages))) { (number) }
                        }
                    } @else {
                        li class="page-gap" aria-hidden="true" { "…" }
                    }
                }
            }
            @if last + 1 < pages { a class="page-step" rel="next" href=(to(last + 1)) { (m.next_page) } }
        }
    }
}

/// Returns the page numbers to link to: the first, the last, and those around the pages shown. `None` is a gap.
fn shown_pages(first: u32, last: u32, pages: u32) -> Vec<Option<u32>> {
    let mut shown = Vec::new();
    for page in 0..pages {
        if page == 0 || page + 1 == pages || (page + 1 >= first && page <= last + 1) {
            shown.push(Some(page));
        } else if shown.last() != Some(&None) {
            shown.push(None);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_pages_are_left_out() {
        assert_eq!(shown_pages(0, 0, 3), [Some(0), Some(1), Some(2)]);
        assert_eq!(
            shown_pages(9, 9, 52),
            [Some(0), None, Some(8), Some(9), Some(10), None, Some(51)]
        );
        assert_eq!(
            shown_pages(0, 3, 26),
            [Some(0), Some(1), Some(2), Some(3), Some(4), None, Some(25)]
        );
    }
}
