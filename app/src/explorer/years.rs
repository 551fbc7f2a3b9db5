//! The bar chart of the years of approval: one stacked bar per year, divided by kind of zone, with two sliders and a
//! button for the animation.

use super::view::View;
use crate::format::integer;
use domain::catalogue::Kind;
use domain::filter::{KINDS, Timeline};
use maud::{Markup, html};

/// The height of the highest bar, in units of the `viewBox`.
const HEIGHT: u32 = 640;
/// The width of each year, in the same units.
const ROOM: u32 = 100;
/// The gap on each side of a bar.
const GAP: u32 = 10;
/// The minimum distance, in years, between the label of a decade and the first or last year, so that labels do not
/// overlap.
const APART: u16 = 5;

/// Renders the bar chart with its sliders and its button.
pub fn years(view: &View<'_>) -> Markup {
    let (m, filter) = (view.m(), view.filter);
    let timeline = &view.result.timeline;
    let (first, last) = (timeline.first, timeline.last());
    let is_playing = view.interaction.is_playing;
    let end = |class: &str, label: &str, year: Option<u16>, default: u16| {
        let year = year.unwrap_or(default).clamp(first, last);
        html! {
            input class={ "years-end " (class) } type="range" step="1" aria-label=(label) min=(first) max=(last)
                value=(year) aria-valuetext=(year);
        }
    };
    html! {
        div class="years-head" {
            h2 id="years-title" class="years-title" { (m.timeline) }
            button class="button-quiet js-only play" type="button" aria-pressed=(is_playing) {
                span aria-hidden="true" { @if is_playing { "■ " } @else { "▶ " } }
                @if is_playing { (m.stop_playing) } @else { (m.play) }
            }
        }
        (drawing(view, timeline))
        div class="years-ends" {
            (end("years-end-first", m.first_year, filter.from, first))
            (end("years-end-last", m.last_year, filter.to, last))
        }
        p class="hint years-hint" { (m.timeline_hint) }
    }
}

/// Renders the bars and their labels. The bars stretch to the width of the page; years outside the selection are
/// dimmed.
fn drawing(view: &View<'_>, timeline: &Timeline) -> Markup {
    let m = view.m();
    let (first, last, highest) = (timeline.first, timeline.last(), timeline.highest());
    let (from, to) = (view.filter.from, view.filter.to);
    let is_chosen =
        |year: u16| from.is_none_or(|from| year >= from) && to.is_none_or(|to| year <= to);
    let title = (m.timeline_described)(&first.to_string(), &last.to_string(), &integer(highest));
    let totals: Vec<u32> = timeline
        .years
        .iter()
        .map(|kinds| kinds.iter().sum())
        .collect();
    let years = || (0_u32..).zip(first..=last).zip(&totals);
    let width = ROOM * u32::try_from(totals.len()).unwrap_or(1).max(1);
    html! {
        div class="years-drawing" {
            div class="years-row" aria-hidden="true" {
                @for total in &totals { span { @if *total == highest && highest > 0 { (integer(highest)) } } }
            }
            svg class="years-svg" viewBox={ "0 0 " (width) " " (HEIGHT) } preserveAspectRatio="none" role="img" aria-label=(title) {
                @for (kind, path) in Kind::ALL.iter().zip(bars(&timeline.years, highest)) {
                    @if !path.is_empty() { path class={ "fill-" (kind) } d=(path) {} }
                }
                @for ((n, year), total) in years() {
                    rect class=(if is_chosen(year) { "year" } else { "year year-out" }) x=(n * ROOM) width=(ROOM) height=(HEIGHT) {
                        @if *total > 0 { title { (year) (m.colon) (integer(*total)) } }
                    }
                }
            }
            div class="years-row years-labels" aria-hidden="true" {
                @for year in first..=last { span { @if is_labelled(year, first, last) { (year) } } }
            }
        }
    }
}

/// Returns one SVG path for each kind, with its sections of the stacked bars.
fn bars(years: &[[u32; KINDS]], highest: u32) -> [String; KINDS] {
    let highest = highest.max(1);
    let mut paths: [String; KINDS] = Default::default();
    for (n, kinds) in (0_u32..).zip(years) {
        let left = n * ROOM + GAP;
        let width = ROOM - 2 * GAP;
        let mut below = 0;
        for (path, zones) in paths.iter_mut().zip(kinds) {
            let foot = HEIGHT - HEIGHT * below / highest;
            below += zones;
            let top = HEIGHT - HEIGHT * below / highest;
            if top < foot {
                let height = foot - top;
                let numbers = [left, top, width, height].map(|number| number.to_string());
                let [left, top, width, height] = &numbers;
                path.push_str(
                    &[
                        "M", left, " ", top, "h", width, "v", height, "h-", width, "z",
                    ]
                    .concat(),
                );
            }
        }
    }
    paths
}

/// True if a year has a label: the first, the last, and the decades far enough from both.
const fn is_labelled(year: u16, first: u16, last: u16) -> bool {
    year == first
        || year == last
        || (year.is_multiple_of(10) && year >= first + APART && year + APART <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_stand_on_one_another() {
        let mut years = vec![[0; KINDS]; 35];
        years[8] = [10, 20, 0, 0, 0, 0, 0, 0];
        years[34] = [0, 0, 0, 0, 0, 0, 0, 1];
        let paths = bars(&years, 30);
        // The first kind takes a third of 640, the second kind the two thirds above it.
        assert_eq!(paths[0], "M810 427h80v213h-80z");
        assert_eq!(paths[1], "M810 0h80v427h-80z");
        assert_eq!(paths[2], "");
        assert_eq!(paths[7], "M3410 619h80v21h-80z");
    }

    #[test]
    fn an_atlas_without_zones_has_bars() {
        assert!(bars(&[], 0).iter().all(String::is_empty));
    }

    #[test]
    fn labels_do_not_touch() {
        let labels = |first, last| -> Vec<u16> {
            (first..=last)
                .filter(|year| is_labelled(*year, first, last))
                .collect()
        };
        assert_eq!(labels(1984, 2018), [1984, 1990, 2000, 2010, 2018]);
        assert_eq!(labels(1988, 2012), [1988, 2000, 2012]);
    }
}
