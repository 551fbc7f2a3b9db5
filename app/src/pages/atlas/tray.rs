//! The tray: the zones picked to be compared.

use super::state::AtlasState;
use crate::format::integer;
use domain::filter::Selection;
use leptos::prelude::*;

/// The tray, at the foot of the window while anything is in it.
pub fn tray(state: AtlasState) -> impl IntoView {
    let picks =
        Memo::new(move |_| state.with_selection(|selection: &Selection| selection.picks.clone()));
    let m = state.locale.messages();
    let body = move || {
        let picks = picks.get();
        if picks.is_empty() {
            return None;
        }
        let filter = state.filter();
        let count = integer(u32::try_from(picks.len()).unwrap_or(0));
        let slugs: Vec<&str> = picks.iter().map(|pick| pick.slug.as_str()).collect();
        let compare = format!(
            "{}?zones={}",
            state.locale.href("/compare"),
            slugs.join(",")
        );
        let items: Vec<_> = picks
            .iter()
            .map(|pick| {
                let name = state.locale.pick(&pick.name).to_owned();
                let label = (m.atlas.drop_of)(&name);
                let href = state.href(&filter.picked(&pick.slug));
                view! {
                    <li>
                        <a class="chip" data-noscroll="" href=href aria-label=label>
                            {name}<span class="chip-x" aria-hidden="true">"×"</span>
                        </a>
                    </li>
                }
            })
            .collect();
        Some(view! {
            <aside class="tray" aria-label=m.atlas.tray>
                <div class="tray-inner">
                    <p class="tray-title">{m.atlas.tray}" "<span class="tray-count">{(m.atlas.tray_hint)(&count)}</span></p>
                    <p class="tray-full" role="status">{move || state.refused().then_some(m.atlas.tray_refused)}</p>
                    <ul class="chips tray-chips">{items}</ul>
                    <a class="button tray-go" href=compare>{(m.atlas.compare)(&count)}</a>
                </div>
            </aside>
        })
    };
    view! { <div class="tray-place">{body}</div> }
}
