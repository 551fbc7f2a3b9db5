//! The pages of the list as links, so that they work without JavaScript and can be sent.

use crate::explorer::view::View;
use crate::format::integer;
use maud::{Markup, html};

/// Links to the pages, where there are several.
pub fn pages(view: &View<'_>) -> Markup {
    let (m, selection) = (view.m(), view.selection);
    let (first, pages) = (selection.page, selection.pages);
    let last = first + view.interaction.depth;
    if pages <= 1 {
        return Markup::default();
    }
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

/// The first page, the last, and those round the ones shown; `None` where some are left out.
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
