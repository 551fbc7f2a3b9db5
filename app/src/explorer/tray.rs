//! The tray: the zones picked for comparison.

use super::view::View;
use crate::format::integer;
use maud::{Markup, html};

/// Renders the tray at the bottom of the window; empty if no zone is picked.
pub fn tray(view: &View<'_>) -> Markup {
    let m = view.m();
    let picks = &view.result.picks;
    if picks.is_empty() {
        return Markup::default();
    }
    let count = integer(u32::try_from(picks.len()).unwrap_or(0));
    let slugs: Vec<&str> = picks.iter().map(|pick| pick.slug.as_str()).collect();
    let compare = view.compared(&slugs);
    html! {
        aside class="tray" aria-label=(m.tray) {
            div class="tray-inner" {
                p class="tray-title" { (m.tray) " " span class="tray-count" { ((m.tray_hint)(&count)) } }
                p class="tray-full" role="status" { @if view.interaction.is_tray_full { (m.tray_refused) } }
                ul class="chips tray-chips" {
                    @for pick in picks {
                        @let name = view.locale.pick(&pick.name);
                        li {
                            a class="chip" data-noscroll="" href=(view.href(&view.filter.picked(&pick.slug)))
                                aria-label=((m.drop_of)(name)) {
                                span class="chip-name" { (name) } span class="chip-x" aria-hidden="true" { "×" }
                            }
                        }
                    }
                }
                a class="button tray-go" href=(compare) { ((m.compare)(&count)) }
            }
        }
    }
}
