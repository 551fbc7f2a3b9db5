//! The pages of the list as links, so that they work without JavaScript and can be sent.

use super::super::state::AtlasState;
use super::more::Depth;
use crate::format::integer;
use leptos::either::Either;
use leptos::prelude::*;

/// Links to the pages, where there are several.
pub fn pages(state: AtlasState, depth: Depth) -> impl IntoView {
    let place = Memo::new(move |_| {
        state.with_selection(|selection| {
            (
                selection.page,
                selection.page + depth.pages(),
                selection.pages,
            )
        })
    });
    let body = move || {
        let (first, last, pages) = place.get();
        (pages > 1).then(|| links(state, first, last, pages))
    };
    view! { <div>{body}</div> }
}

/// `first` and `last` are the pages shown, counted from 0.
fn links(state: AtlasState, first: u32, last: u32, pages: u32) -> impl IntoView {
    let m = state.locale.messages();
    let filter = state.filter();
    let to = |page: u32| state.href(&filter.on_page(page));
    let previous = (first > 0).then(
        || view! { <a class="page-step" rel="prev" href=to(first - 1)>{m.previous_page}</a> },
    );
    let next = (last + 1 < pages)
        .then(|| view! { <a class="page-step" rel="next" href=to(last + 1)>{m.next_page}</a> });
    let numbers: Vec<_> = shown_pages(first, last, pages)
        .into_iter()
        .map(|page| match page {
            None => Either::Left(view! { <li class="page-gap" aria-hidden="true">"…"</li> }),
            Some(page) => {
                let current = (first..=last).contains(&page).then_some("page");
                let number = integer(page + 1);
                let label = (m.page_of)(&number, &integer(pages));
                Either::Right(view! {
                    <li><a class="page" href=to(page) aria-current=current aria-label=label>{number}</a></li>
                })
            }
        })
        .collect();
    view! {
        <nav class="pages" aria-label=m.pages>
            {previous}
            <ol class="page-numbers">{numbers}</ol>
            {next}
        </nav>
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
