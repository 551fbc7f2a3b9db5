//! Snapshots of each kind of mark, and tests that any chart can be drawn.

use super::*;
use domain::figure::Status;
use proptest::prelude::*;

fn point(id: &str, year: u16, height: f64) -> ChartPoint {
    ChartPoint {
        year,
        low: Some(height),
        high: Some(height),
        is_rounded_only: false,
        status: Status::Reported,
        short: format!("{height}"),
        value: None,
        long: None,
        words: format!("{year}: {height}"),
        source: "s".to_owned(),
        is_superseded: false,
        disputed: false,
        questioned: false,
        figure: id.parse().unwrap(),
        with: None,
        href: format!("/figures/{id}"),
    }
}

fn line(number: usize, points: Vec<ChartPoint>) -> ChartSeries {
    ChartSeries {
        id: format!("line{number}").parse().unwrap(),
        switch: format!("line{number}").parse().unwrap(),
        color: number,
        shape: number,
        name: format!("line {number}"),
        is_ambiguous: false,
        label: format!("line {number}"),
        kind: LineKind::Whole,
        shown_by_default: true,
        hidden: false,
        points,
    }
}

fn state(series: Vec<ChartSeries>) -> ChartState {
    ChartState {
        title: "t".to_owned(),
        axis: "a".to_owned(),
        description: "d".to_owned(),
        nothing: "nothing to see".to_owned(),
        growth: String::new(),
        notes: Vec::new(),
        form: ChartForm::Line,
        log: false,
        panels: false,
        series,
    }
}

fn narrow(state: &ChartState) -> String {
    draw(state, Size::Narrow).svg
}

/// A snapshot of each kind of mark, so that its look does not change by accident.
mod snapshots {
    use super::*;

    fn two() -> Vec<ChartPoint> {
        vec![point("a", 2012, 88.0), point("b", 2013, 94.0)]
    }

    fn with(change: impl FnOnce(&mut ChartState)) -> String {
        let mut state = state(vec![line(0, two())]);
        change(&mut state);
        // One element per line, so that a difference can be read.
        narrow(&state).replace("><", ">\n<")
    }

    fn second(change: impl FnOnce(&mut ChartPoint)) -> String {
        with(|state| change(&mut state.series[0].points[1]))
    }

    #[test]
    fn reported() {
        insta::assert_snapshot!(with(|_| ()));
    }

    #[test]
    fn interval() {
        insta::assert_snapshot!(second(|point| point.low = Some(40.0)));
    }

    #[test]
    fn open_above() {
        insta::assert_snapshot!(second(|point| point.high = None));
    }

    #[test]
    fn open_below() {
        insta::assert_snapshot!(second(|point| point.low = None));
    }

    #[test]
    fn target() {
        insta::assert_snapshot!(second(|point| point.status = Status::Target));
    }

    #[test]
    fn derived() {
        insta::assert_snapshot!(second(|point| point.status = Status::Derived));
    }

    #[test]
    fn preliminary() {
        insta::assert_snapshot!(second(|point| point.status = Status::Preliminary));
    }

    #[test]
    fn questioned() {
        insta::assert_snapshot!(second(|point| point.questioned = true));
    }

    #[test]
    fn conflicting() {
        insta::assert_snapshot!(with(|state| {
            let points = &mut state.series[0].points;
            points[1].disputed = true;
            let mut other = point("other", 2013, 60.0);
            (other.is_superseded, other.disputed) = (true, true);
            points.push(other);
        }));
    }

    #[test]
    fn predecessor() {
        insta::assert_snapshot!(with(|state| state.series[0].kind = LineKind::Predecessor));
    }

    #[test]
    fn gap() {
        insta::assert_snapshot!(second(|point| point.year = 2016));
    }

    #[test]
    fn bars() {
        insta::assert_snapshot!(with(|state| {
            state.form = ChartForm::Bars;
            state.series.push(line(1, vec![point("c", 2013, 50.0)]));
        }));
    }

    #[test]
    fn factors() {
        insta::assert_snapshot!(with(|state| state.log = true));
    }

    #[test]
    fn panels() {
        insta::assert_snapshot!(with(|state| {
            state.panels = true;
            state.series.push(line(1, vec![point("c", 2013, 50.0)]));
        }));
    }

    #[test]
    fn empty() {
        insta::assert_snapshot!(with(|state| state.series.clear()));
    }
}

#[test]
fn values_that_would_cover_one_another_are_left_to_the_table() {
    let apart = narrow(&state(vec![line(
        0,
        vec![point("a", 2000, 10.0), point("b", 2020, 90.0)],
    )]));
    assert_eq!(apart.matches("class=\"value\"").count(), 2);
    let crowd = (0..12)
        .map(|n| point(&format!("p{n}"), 2000 + n, 1_234_567.0))
        .collect();
    let crowded = narrow(&state(vec![line(0, crowd)]));
    assert_eq!(crowded.matches("class=\"mark ").count(), 12);
    let values = crowded.matches("class=\"value\"").count();
    assert!((2..12).contains(&values), "{values}");
}

#[test]
fn what_stands_aside_lies_beneath_and_joins_nothing() {
    let mut other = point("other", 2001, 23.0);
    other.is_superseded = true;
    let mut doubted = point("c", 2002, 30.0);
    doubted.questioned = true;
    let points = vec![
        point("a", 2000, 10.0),
        other,
        point("b", 2001, 12.0),
        doubted,
    ];
    let svg = narrow(&state(vec![line(0, points)]));
    let (superseded, shown) = (svg.find("/figures/other"), svg.find("/figures/a\""));
    assert!(superseded < shown, "{svg}");
    let (_, link) = svg.split_once("class=\"link ").unwrap();
    let (link, _) = link.split_once("/>").unwrap();
    assert_eq!(
        link.matches(',').count(),
        3,
        "three years in one stretch: {link}"
    );
    assert_eq!(svg.matches("class=\"ring\"").count(), 1);
    assert!(!svg.contains(">23<"), "a value that is not shown: {svg}");
}

#[test]
fn a_thin_stroke_crosses_years_that_nobody_stated() {
    let mut points = vec![
        point("a", 2000, 10.0),
        point("b", 2002, 12.0),
        point("c", 2003, 13.0),
    ];
    let links = |points: &[ChartPoint]| {
        let svg = narrow(&state(vec![line(0, points.to_vec())]));
        let links = svg.split("class=\"link ").skip(1);
        let class = |link: &str| link.split('"').next().unwrap().to_owned();
        links.map(class).collect::<Vec<_>>()
    };
    assert_eq!(
        links(&points),
        ["series-0 gap", "series-0 reported"],
        "2000 to 2002, and 2002 to 2003"
    );
    points[1].source = "another".to_owned();
    assert_eq!(
        links(&points),
        ["series-0 reported"],
        "no connector between two sources"
    );
    points[1].high = None;
    assert_eq!(links(&points), [""; 0], "nothing is joined to an open end");
}

#[test]
fn a_target_is_joined_to_the_last_known_value() {
    let mut points = vec![
        point("a", 2018, 10.0),
        point("b", 2019, 12.0),
        point("c", 2025, 20.0),
    ];
    points[2].status = Status::Target;
    let svg = narrow(&state(vec![line(0, points)]));
    assert_eq!(svg.matches("class=\"link to-target\"").count(), 1);
    assert_eq!(svg.matches("class=\"link series-0 reported\"").count(), 1);
}

#[test]
fn a_chart_with_one_point_is_a_number() {
    let only = state(vec![line(0, vec![point("a", 2018, 10.0)])]);
    assert_eq!(only.only_point().map(|point| point.year), Some(2018));
    let two = state(vec![line(
        0,
        vec![point("a", 2018, 10.0), point("b", 2019, 12.0)],
    )]);
    assert_eq!(two.only_point(), None);
}

#[test]
fn a_drawing_says_which_signs_it_has() {
    let mut points = vec![point("a", 2000, 10.0), point("b", 2004, 12.0)];
    points[1].high = None;
    points[1].status = Status::Target;
    let symbols = draw(&state(vec![line(0, points)]), Size::Wide).symbols;
    let found: Vec<LegendSymbol> = LegendSymbol::ALL
        .into_iter()
        .filter(|s| symbols.has(*s))
        .collect();
    assert_eq!(found, [LegendSymbol::Target, LegendSymbol::Bound]);
}

#[test]
fn bars_stand_on_zero() {
    let mut chart = state(vec![line(
        0,
        vec![point("a", 2000, 900.0), point("b", 2001, 910.0)],
    )]);
    chart.form = ChartForm::Bars;
    let svg = narrow(&chart);
    assert!(svg.contains(">0</text>"), "{svg}");
    assert_eq!(svg.matches("class=\"bar ").count(), 2);
}

/// Random bounds of values: zero, one, or a number between 10^-9 and 10^15 of either sign.
fn an_end() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(1.0),
        (-6_i32..=15, 1_u32..1000, any::<bool>()).prop_map(|(exponent, digits, below)| {
            let value = f64::from(digits) / 1000.0 * 10_f64.powi(exponent);
            if below { -value } else { value }
        }),
    ]
}

fn a_name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("منطقة التنمية الاقتصادية".to_owned()),
        Just("\u{5f00}\u{53d1}\u{533a}".repeat(70)),
        "\\PC{0,200}",
        Just("<script>&\"'".to_owned()),
    ]
}

fn a_point() -> impl Strategy<Value = ChartPoint> {
    let status = prop_oneof![
        Just(Status::Reported),
        Just(Status::Derived),
        Just(Status::Target),
        Just(Status::Preliminary),
    ];
    let ends = (an_end(), an_end(), 0_u8..4);
    (1900_u16..2200, ends, status, a_name(), any::<[bool; 3]>()).prop_map(
        |(year, (one, other, open), status, name, [is_superseded, disputed, questioned])| {
            ChartPoint {
                low: (open != 1).then_some(one.min(other)),
                high: (open != 2).then_some(one.max(other)),
                status,
                short: name.clone(),
                words: name,
                is_superseded,
                disputed,
                questioned,
                ..point("p", year, 0.0)
            }
        },
    )
}

fn a_chart() -> impl Strategy<Value = ChartState> {
    let series = prop_oneof![
        4 => prop::collection::vec((prop::collection::vec(a_point(), 0..40), a_name(), any::<bool>()), 0..8),
        1 => prop::collection::vec((prop::collection::vec(a_point(), 0..3), a_name(), any::<bool>()), 200),
    ];
    (series, 0_u8..3, any::<[bool; 3]>()).prop_map(|(series, form, [log, panels, equal])| {
        let series = series
            .into_iter()
            .enumerate()
            .map(|(n, (mut points, label, hidden))| {
                points.sort_by_key(|point: &ChartPoint| point.year);
                if equal {
                    for point in &mut points {
                        (point.low, point.high) = (Some(7.0), Some(7.0));
                    }
                }
                // `ChartBuilder` also removes the points that a logarithmic axis cannot show.
                points.retain(|point| !log || point.height() > 0.0);
                ChartSeries {
                    label,
                    hidden,
                    ..line(n, points)
                }
            })
            .collect();
        ChartState {
            form: ChartForm::ALL[usize::from(form)],
            log: log && form != 1,
            panels,
            ..state(series)
        }
    })
}

/// Returns true if no attribute of the drawing has an invalid number. A text may be "NaN", because a name can have any
/// letters.
fn is_sound(svg: &str) -> bool {
    let mut tags = svg.split('<').filter_map(|part| part.split('>').next());
    let is_number = |tag: &str| !tag.contains("NaN") && !tag.contains("inf\"");
    tags.all(is_number) && !svg.contains("<script")
}

#[test]
fn a_text_may_be_nan_and_an_attribute_may_not() {
    assert!(is_sound("<text x=\"1\">NaN</text>"));
    assert!(!is_sound("<text x=\"NaN\">1</text>"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chart_is_drawn(chart in a_chart()) {
        for size in [Size::Wide, Size::Narrow] {
            let svg = draw(&chart, size).svg;
            prop_assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
            prop_assert!(is_sound(&svg), "{svg}");
            let shown = chart.drawn().any(|(_, line)| !line.points.is_empty());
            prop_assert_eq!(svg.contains("class=\"mark "), shown);
            if !shown {
                prop_assert!(svg.contains("nothing to see"), "{}", svg);
            }
        }
    }
}

#[test]
fn three_hundred_years_and_two_hundred_lines_can_be_drawn() {
    let series = (0..200)
        .map(|n| {
            let points = (0..300).map(|year| point("p", 1800 + year, f64::from(year)));
            line(n, points.collect())
        })
        .collect();
    let mut chart = state(series);
    assert!(is_sound(&draw(&chart, Size::Wide).svg));
    chart.panels = true;
    let svg = draw(&chart, Size::Wide).svg;
    assert!(is_sound(&svg));
    // The table contains the lines beyond the last panel.
    assert_eq!(
        svg.matches(">a<").count() + svg.matches(">line ").count(),
        24
    );
}
