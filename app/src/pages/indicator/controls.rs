//! The filter and the scale of a ranking, as a form that works without scripts.

use crate::format::integer;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::ranking::RankingView;
use crate::records::{RankingPage, SiteMetadata};
use domain::catalogue::Kind;
use maud::{Markup, html};

/// Renders the form and, if a filter is set, the number of matching zones.
pub fn controls(
    locale: Locale,
    site_metadata: &SiteMetadata,
    record: &RankingPage,
    view: &RankingView,
) -> Markup {
    let m = locale.messages();
    let l = &m.ranking;
    let path = locale.href(&format!("/indicators/{}", record.ranking.indicator.id));
    html! {
        form class="ranking-controls" method="get" action=(path) aria-label=(l.choose_zones) {
            label {
                (m.province) " "
                select name="province" {
                    option value="" { (l.all_provinces) }
                    @for province in &site_metadata.provinces {
                        option value=(province.slug) selected[view.province.as_ref() == Some(&province.slug)] {
                            (locale.pick(&province.name))
                        }
                    }
                }
            }
            label {
                (m.kind) " "
                select name="kind" {
                    option value="" { (l.all_kinds) }
                    @for kind in Kind::ALL {
                        option value=(kind) selected[view.kind == Some(*kind)] { (kind.name(locale)) }
                    }
                }
            }
            label { input type="checkbox" name="scale" value="log" checked[view.log]; " " (l.log_scale) }
            button class="button-quiet" type="submit" { (l.show) }
            @if view.has_filter() {
                span { ((l.matching)(&integer(record.ranking.matching), &integer(record.ranking.known))) " " a href=(path) { (l.all_zones) } }
            }
        }
    }
}
