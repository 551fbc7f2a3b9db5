//! No line of a chart joins figures of different things. Checked in all charts of zones and groups and in a comparison.

use regex::Regex;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use site_tests::shipped;
use std::collections::{BTreeMap, BTreeSet};

/// A comparison of zones with very different figures, with the two national totals.
const COMPARED: &str = "/compare?zones=pudong-new-area,suzhou-industrial-park,zhongguancun-science-park,\
                        liyang-high-tech-zone&indicator=gdp";
const VIEWS: [&str; 3] = [
    "",
    "&with=vpns4&with=k3xbn",
    "&with=vpns4&with=k3xbn&panels=each",
];

/// For each series, the offset from the top left corner of its mark shape to the middle of the shape. The first series
/// has circles, which have no offset.
const MIDDLES: [(i32, i32); 6] = [(0, 0), (4, 4), (6, 6), (6, 6), (6, 4), (6, 5)];

/// The columns in which two figures of one line must be equal.
const SAME: [&str; 13] = [
    "page",
    "subject_kind",
    "subject_name_en",
    "subject_members",
    "indicator",
    "definition_kind",
    "measure_kind",
    "measure_name_en",
    "measure_from",
    "measure_prices",
    "scope_kind",
    "scope_name_en",
    "unit",
];

#[derive(Debug)]
struct Mark {
    at: (i32, i32),
    series: String,
    figure: String,
}

#[tokio::test]
async fn no_line_joins_figures_of_different_things() {
    let site = shipped();
    let json: Value = serde_json::from_str(&site.page("/data/figures.json").await).unwrap();
    let figures = json["figures"].as_array().unwrap().iter();
    let figures: BTreeMap<&str, &Value> =
        figures.map(|figure| (text(figure, "id"), figure)).collect();
    let own_page = Regex::new("^/(zones|groups)/[a-z0-9-]+$").unwrap();
    let mut pages: BTreeSet<String> = figures
        .values()
        .map(|figure| text(figure, "page").to_owned())
        .filter(|page| own_page.is_match(page))
        .collect();
    pages.extend(VIEWS.map(|view| format!("{COMPARED}{view}")));
    let mut count = 0;
    for page in pages {
        let html = Html::parse_document(&site.page(&page).await);
        for drawing in select(html.root_element(), ".growth-drawing svg.chart") {
            let marks: Vec<Mark> = select(drawing, "a.mark").into_iter().map(mark).collect();
            for link in select(drawing, ".link") {
                for ends in points(link).windows(2) {
                    count += 1;
                    // Several marks can have the same position. The line is correct if any pair of marks at its ends
                    // belongs together.
                    let [from, to] = [ends[0], ends[1]]
                        .map(|end| marks.iter().filter(move |mark| mark.at == end));
                    let fits = from.clone().any(|one| {
                        to.clone().any(|next| {
                            let (one_figure, next_figure) =
                                (figures[&*one.figure], figures[&*next.figure]);
                            one.series == next.series
                                && may_be_joined(link, one_figure, next_figure)
                        })
                    });
                    assert!(
                        fits,
                        "{page} joins {:?} and {:?}",
                        from.collect::<Vec<_>>(),
                        to.collect::<Vec<_>>()
                    );
                }
            }
        }
    }
    assert!(count > 40, "{count} stretches of lines");
}

/// Returns true if a line of this class may join two figures, which must be of the same thing. A solid line joins two
/// known values of consecutive years. A thin line (`gap`) joins two known values of one source with years between them.
/// A dashed line (`to-target`) joins a known value and a later target.
fn may_be_joined(link: ElementRef<'_>, one: &Value, next: &Value) -> bool {
    let year = |figure| {
        let mut numbers = text(figure, "period").split(|c: char| !c.is_ascii_digit());
        let year = numbers.find(|number| number.len() == 4).unwrap();
        year.parse::<i32>().unwrap()
    };
    let is_known = |figure| {
        !["target", "planned"].contains(&text(figure, "status"))
            && figure["value_low"].is_number()
            && figure["value_high"].is_number()
    };
    let years = year(next) - year(one);
    let has = |class: &str| link.value().classes().any(|name| name == class);
    SAME.iter().all(|name| one[name] == next[name])
        && is_known(one)
        && if has("to-target") {
            years > 0 && !is_known(next)
        } else if has("gap") {
            years > 1 && is_known(next) && one["source"] == next["source"]
        } else {
            years == 1 && is_known(next)
        }
}

fn mark(mark: ElementRef<'_>) -> Mark {
    let shape = select(mark, ".shape")[0];
    let class = mark.attr("class").unwrap();
    let at = if shape.value().name() == "circle" {
        let [x, y] = ["cx", "cy"].map(|name| shape.attr(name).unwrap().parse().unwrap());
        (x, y)
    } else {
        let number = class.split_once("series-").unwrap().1;
        let number: usize = number[..1].parse().unwrap();
        let corners = points(shape);
        let left = corners.iter().map(|(x, _)| x).min().unwrap();
        let top = corners.iter().map(|(_, y)| y).min().unwrap();
        (left + MIDDLES[number].0, top + MIDDLES[number].1)
    };
    let series = mark.attr("data-at").unwrap().split(' ').next().unwrap();
    let figure = mark.attr("href").unwrap().rsplit('/').next().unwrap();
    Mark {
        at,
        series: series.to_owned(),
        figure: figure.to_owned(),
    }
}

fn points(element: ElementRef<'_>) -> Vec<(i32, i32)> {
    let points = element.attr("points").unwrap().split(' ');
    points
        .map(|point| {
            let (x, y) = point.split_once(',').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        })
        .collect()
}

fn select<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element
        .select(&Selector::parse(selector).unwrap())
        .collect()
}

fn text<'a>(figure: &'a Value, name: &str) -> &'a str {
    figure[name].as_str().unwrap()
}

/// A chart never contains both figures of the whole zone and figures of its parts.
#[tokio::test]
async fn parts_of_a_zone_have_a_chart_of_their_own() {
    let site = shipped();
    let json: Value = serde_json::from_str(&site.page("/data/figures.json").await).unwrap();
    let figures = json["figures"].as_array().unwrap().iter();
    let is_whole: BTreeMap<&str, bool> = figures
        .map(|figure| (text(figure, "id"), text(figure, "scope_kind") == "whole"))
        .collect();
    let html = Html::parse_document(&site.page("/zones/changsha-etdz").await);
    for (chart, whole) in [("#chart-output", true), ("#chart-output-parts", false)] {
        let marks = select(html.root_element(), &format!("{chart} svg.chart a.mark"));
        assert!(!marks.is_empty(), "{chart}");
        for mark in marks.into_iter().map(mark) {
            assert_eq!(is_whole[&*mark.figure], whole, "{chart}: {mark:?}");
        }
    }
    let svg = site.page("/zones/changsha-etdz/output-parts.svg").await;
    assert!(svg.contains("Output: parts of the zone"), "{svg}");
}
