//! The drawing of the years: a bar for each, of a part for each kind.

use crate::format::integer;
use crate::locale::Locale;
use domain::catalogue::Kind;
use domain::filter::Timeline;
use maud::{Markup, html};

/// How wide the drawing is. Two are made, and the style sheet shows the one that fits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// For a desktop.
    Wide,
    /// For a phone.
    Narrow,
}

impl Width {
    const fn units(self) -> u32 {
        match self {
            Self::Wide => 640,
            Self::Narrow => 320,
        }
    }

    /// The class of the place where it stands.
    pub const fn place(self) -> &'static str {
        match self {
            Self::Wide => "years-wide",
            Self::Narrow => "years-narrow",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Wide => "years-svg",
            Self::Narrow => "years-svg years-svg-narrow",
        }
    }
}

/// How high the highest bar is.
const HEIGHT: u32 = 64;
/// Room above it for its number.
const ABOVE: u32 = 14;
/// Room below the bars for the years.
const BELOW: u32 = 16;
/// A bar is this many tenths of the room of its year.
const TENTHS: u32 = 8;

/// The years as a drawing; what lies outside the chosen years is dimmed.
pub fn draw(
    locale: Locale,
    timeline: &Timeline,
    chosen: (Option<u16>, Option<u16>),
    width: Width,
) -> String {
    let m = locale.messages();
    let count = u32::try_from(timeline.years.len()).unwrap_or(1).max(1);
    let highest = timeline.highest().max(1);
    let last = timeline.last();
    let title = (m.atlas.timeline_described)(
        &timeline.first.to_string(),
        &last.to_string(),
        &integer(timeline.highest()),
    );
    let is_chosen = |year: u16| {
        chosen.0.is_none_or(|from| year >= from) && chosen.1.is_none_or(|to| year <= to)
    };
    let room = Scale {
        width: width.units(),
        count,
    };
    html! {
        svg class=(width.class()) viewBox=(format!("0 0 {} {}", width.units(), ABOVE + HEIGHT + BELOW)) role="img" aria-label=(title) {
            @for ((n, year), kinds) in (0_u32..).zip(timeline.first..=last).zip(&timeline.years) {
                @let total: u32 = kinds.iter().sum();
                g class=(if is_chosen(year) { "year" } else { "year year-out" }) {
                    @if total > 0 { title { (year) (m.colon) (integer(total)) } }
                    rect class="year-room" x=(room.left(n, 0)) y="0" width=(room.hundredths(10)) height=(ABOVE + HEIGHT) {}
                    (bar(&room, n, kinds, highest))
                    @if total == timeline.highest() && total > 0 {
                        text class="year-most" x=(room.middle(n)) y=(ABOVE - 4) text-anchor="middle" { (integer(total)) }
                    }
                }
            }
            line class="year-axis" x1="0" x2=(width.units()) y1=(ABOVE + HEIGHT) y2=(ABOVE + HEIGHT) {}
            @for (n, year) in (0_u32..).zip(timeline.first..=last) {
                @if is_labelled(year, timeline.first, last, width) {
                    @let anchor = if n == 0 { "start" } else if n + 1 == count { "end" } else { "middle" };
                    @let x = if n == 0 { "0".to_owned() } else if n + 1 == count { width.units().to_string() } else { room.middle(n) };
                    text class="year-label" x=(x) y=(ABOVE + HEIGHT + BELOW - 3) text-anchor=(anchor) { (year) }
                }
            }
        }
    }
    .into_string()
}

/// Where the years stand.
struct Scale {
    width: u32,
    count: u32,
}

impl Scale {
    /// So many tenths of the room of a year, in hundredths of a unit.
    fn hundredths(&self, tenths: u32) -> String {
        fixed(self.width * 10 * tenths / self.count)
    }

    /// So many tenths of its room right of where a year begins.
    fn left(&self, n: u32, tenths: u32) -> String {
        fixed(self.width * 10 * (10 * n + tenths) / self.count)
    }

    fn middle(&self, n: u32) -> String {
        self.left(n, 5)
    }
}

/// A number of hundredths, as SVG writes it.
fn fixed(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn bar(room: &Scale, n: u32, kinds: &[u32], highest: u32) -> Markup {
    let left = room.left(n, (10 - TENTHS) / 2);
    let width = room.hundredths(TENTHS);
    let height = |zones: u32| HEIGHT * 100 * zones / highest;
    let parts = Kind::ALL.iter().zip(kinds).scan(0, |below, (kind, zones)| {
        let (foot, top) = (height(*below), height(*below + zones));
        *below += zones;
        Some((kind, foot, top))
    });
    html! {
        @for (kind, foot, top) in parts.filter(|(_, foot, top)| top > foot) {
            rect class=(format!("fill-{kind}")) x=(left) width=(width)
                y=(fixed((ABOVE + HEIGHT) * 100 - top)) height=(fixed(top - foot)) {}
        }
    }
}

/// Which years are named: the ends, and the decades that do not touch them.
fn is_labelled(year: u16, first: u16, last: u16, width: Width) -> bool {
    let apart = match width {
        Width::Wide => 3,
        Width::Narrow => 5,
    };
    year == first
        || year == last
        || (year.is_multiple_of(10) && year >= first + apart && year + apart <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline() -> Timeline {
        let mut years = vec![[0; 8]; 35];
        years[8] = [10, 20, 0, 0, 0, 0, 0, 0];
        years[34] = [0, 0, 0, 0, 0, 0, 0, 1];
        Timeline { first: 1984, years }
    }

    #[test]
    fn the_parts_of_a_bar_stand_on_one_another() {
        let svg = draw(Locale::En, &timeline(), (None, None), Width::Wide);
        // A third of 64, then two thirds on top of it.
        assert!(svg.contains(r#"y="56.67" height="21.33""#), "{svg}");
        assert!(svg.contains(r#"y="14.00" height="42.67""#), "{svg}");
        assert_eq!(svg.matches("fill-").count(), 3);
    }

    #[test]
    fn years_outside_the_chosen_ones_are_dimmed() {
        let svg = draw(
            Locale::Zh,
            &timeline(),
            (Some(1990), Some(1999)),
            Width::Narrow,
        );
        assert_eq!(svg.matches(r#"class="year""#).count(), 10);
        assert_eq!(svg.matches("year-out").count(), 25);
    }

    #[test]
    fn an_atlas_without_zones_has_a_drawing() {
        let svg = draw(Locale::En, &Timeline::default(), (None, None), Width::Wide);
        assert!(!svg.contains("NaN"));
    }
}
