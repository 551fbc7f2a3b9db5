//! Tests of each check on figures of an invented zone: it fires where it must, and nowhere else.

use super::*;
use crate::definition::Term;
use crate::exchange::ExchangeRate;
use crate::fact::{EventKind, FactContent, Topic};
use crate::figure::StatementKind;
use crate::indicator::{ChartGroup, Family, Growth};
use crate::measure::{Measure, Prices};
use crate::quantity::Hedge;
use crate::subject::{Scope, Subject};
use crate::testing::{figure, source, statement};
use crate::text::Bilingual;

fn text(words: &str) -> Bilingual {
    Bilingual {
        en: words.to_owned(),
        zh: words.to_owned(),
    }
}

fn indicator(id: &str, growth: Growth, chart: Option<ChartGroup>) -> Indicator {
    Indicator {
        id: id.parse().unwrap(),
        name: text(id),
        family: Family::Money,
        growth,
        chart,
        definition: text("x"),
        pitfall: text("x"),
    }
}

/// Returns the rules that fire on some figures, with the rates and totals of the tests.
fn fired(figures: &[Figure]) -> Vec<&'static str> {
    found(figures, &[])
        .iter()
        .map(|c| c.rule.as_str())
        .collect()
}

fn found(figures: &[Figure], facts: &[Fact]) -> Vec<Caution> {
    let rate = |year, rate: &str| ExchangeRate {
        year,
        yuan_per_dollar: rate.parse().unwrap(),
    };
    let mut total = figure("total", "industrial-output", "2013", "19.7 wan-yi CNY");
    total.subject = Subject::Group {
        name: text("national"),
        members: Some(114),
    };
    let references = ReferenceData {
        rates: vec![rate(2017, "6.7569"), rate(2018, "6.609")].into(),
        totals: vec![total],
    };
    let indicators = [
        indicator(
            "industrial-output",
            Growth::Assumed,
            Some(ChartGroup::Output),
        ),
        indicator("fiscal-revenue", Growth::Nominal, Some(ChartGroup::Fiscal)),
        indicator("gdp", Growth::Real, None),
    ];
    let sources = [source(
        "s",
        crate::source::PublisherClass::Press,
        "2018-03-01",
    )];
    check(
        &CheckInput {
            figures,
            facts,
            indicators: &indicators,
            sources: &sources,
        },
        &references,
    )
}

fn hedged(mut figure: Figure, hedge: Hedge) -> Figure {
    statement(&mut figure).hedge = hedge;
    figure
}

#[test]
fn gdp_above_twice_the_output_is_questioned() {
    let output = figure("out", "industrial-output", "2017", "120 billion CNY");
    let gdp = |value| figure("gdp", "gdp", "2017", value);
    assert_eq!(
        fired(&[output.clone(), gdp("500 billion CNY")]),
        ["gdp-above-output"]
    );
    assert!(fired(&[output.clone(), gdp("240 billion CNY")]).is_empty());
    // The true output may be any number above the stated one, so nothing contradicts the GDP.
    let over = hedged(output.clone(), Hedge::Over);
    assert!(fired(&[over, gdp("500 billion CNY")]).is_empty());
    let convention = hedged(gdp("500 billion CNY"), Hedge::About);
    assert!(fired(&[output.clone(), convention]).is_empty());
    let mut target = gdp("500 billion CNY");
    statement(&mut target).kind = StatementKind::Target;
    assert!(fired(&[output.clone(), target]).is_empty());
    let mut other = gdp("500 billion CNY");
    other.scope = Scope::KeyArea { name: text("core") };
    assert!(fired(&[output, other]).is_empty());
}

#[test]
fn value_added_above_gdp_is_questioned() {
    let gdp = figure("gdp", "gdp", "2016", "195.13 billion CNY");
    let added = |value| figure("va", "industrial-value-added", "2016", value);
    let over = hedged(added("200 billion CNY"), Hedge::Over);
    assert_eq!(fired(&[gdp.clone(), over]), ["value-added-above-gdp"]);
    assert!(fired(&[gdp, added("100 billion CNY")]).is_empty());
}

#[test]
fn tax_above_output_is_questioned() {
    let output = figure("out", "industrial-output", "2013/04", "24.82 billion CNY");
    let tax = |value| figure("tax", "tax-revenue", "2013/04", value);
    assert_eq!(
        fired(&[output.clone(), tax("45.76 billion CNY")]),
        ["tax-above-output"]
    );
    assert!(fired(&[output.clone(), tax("4.576 billion CNY")]).is_empty());
    let mut part = tax("45.76 billion CNY");
    part.scope = Scope::KeyArea { name: text("core") };
    assert!(fired(&[output, part]).is_empty());
}

#[test]
fn one_amount_for_two_years_is_questioned() {
    let first = figure("a", "gdp", "2016", "58.23 billion CNY");
    let second = |year, value| figure("b", "gdp", year, value);
    let cautions = found(&[first.clone(), second("2017", "582.3 yi CNY")], &[]);
    assert_eq!(cautions.len(), 1);
    assert_eq!(cautions[0].rule, CautionRule::SameAmountTwice);
    assert_eq!(cautions[0].figures[0].as_str(), "b");
    assert!(fired(&[first.clone(), second("2017", "58.24 billion CNY")]).is_empty());
    assert!(fired(&[first.clone(), second("2010", "58.23 billion CNY")]).is_empty());
    let hedge = hedged(second("2017", "58.23 billion CNY"), Hedge::Over);
    assert!(fired(&[first, hedge]).is_empty());
    // Two rounded numbers are often equal.
    let rounded = |id, year| figure(id, "gdp", year, "58 billion CNY");
    assert!(fired(&[rounded("a", "2016"), rounded("b", "2017")]).is_empty());
}

#[test]
fn an_amount_in_the_wrong_currency_is_questioned() {
    let dollars = figure("a", "foreign-investment", "2016", "5.5 billion USD");
    let later = |value| figure("b", "foreign-investment", "2017", value);
    let cautions = found(&[dollars.clone(), later("60.4 yi CNY")], &[]);
    assert_eq!(cautions.len(), 1);
    assert_eq!(cautions[0].rule, CautionRule::OtherCurrency);
    assert_eq!(cautions[0].figures[0].as_str(), "b");
    assert!(fired(&[dollars.clone(), later("408 yi CNY")]).is_empty());
    assert!(fired(&[dollars, later("60.4 yi USD")]).is_empty());
}

#[test]
fn what_is_published_too_early_is_questioned() {
    // The source of all figures here is of 2018-03-01.
    assert!(fired(&[figure("a", "gdp", "2017", "5 billion CNY")]).is_empty());
    let early = figure("a", "gdp", "2018", "5 billion CNY");
    assert_eq!(fired(std::slice::from_ref(&early)), ["published-early"]);
    assert_eq!(
        fired(&[figure("a", "gdp", "2018-Q1", "5 billion CNY")]),
        ["published-early"]
    );
    let mut expected = early;
    statement(&mut expected).kind = StatementKind::Preliminary;
    assert!(fired(&[expected]).is_empty());
    assert!(fired(&[figure("a", "enterprises", "at 2018", "500 count")]).is_empty());
}

#[test]
fn a_wrong_scale_stands_out_among_neighbours() {
    let first = figure("a", "fiscal-revenue", "2010", "10 wan-yi CNY");
    let third = figure("c", "fiscal-revenue", "2013", "20.3 wan-yi CNY");
    let slip = figure("b", "fiscal-revenue", "2011", "13.16 yi CNY");
    let cautions = found(&[first.clone(), slip.clone(), third.clone()], &[]);
    assert_eq!(cautions.len(), 1);
    assert_eq!(cautions[0].rule, CautionRule::UnitSlip);
    assert_eq!(cautions[0].power, Some(4));
    assert_eq!(cautions[0].figures[0].as_str(), "b");
    // Either of two neighbours may be wrong, but one caution is enough.
    assert_eq!(fired(&[first.clone(), slip.clone()]), ["unit-slip"]);
    let right = figure("b", "fiscal-revenue", "2011", "13.16 wan-yi CNY");
    assert!(fired(&[first.clone(), right, third]).is_empty());
    // A figure with another definition or another length of period is not comparable.
    let mut defined = slip.clone();
    defined.definition = vec![Term::GeneralBudget].into();
    assert!(fired(&[first.clone(), defined]).is_empty());
    let quarter = figure("b", "fiscal-revenue", "2011-Q1", "13.16 yi CNY");
    assert!(fired(&[first, quarter]).is_empty());
}

#[test]
fn a_corrected_print_is_still_questioned() {
    let first = figure("a", "fiscal-revenue", "2010", "10 wan-yi CNY");
    let mut slip = figure("b", "fiscal-revenue", "2011", "13.16 yi CNY");
    statement(&mut slip).correction = Some(crate::figure::Correction {
        reads: "13.16 wan-yi CNY".parse().unwrap(),
        why: text("x"),
    });
    let third = figure("c", "fiscal-revenue", "2012", "15 wan-yi CNY");
    let cautions = found(&[first, slip, third], &[]);
    // The neighbours get no caution: they are compared with the corrected number.
    assert_eq!(cautions.len(), 1);
    assert_eq!(cautions[0].figures[0].as_str(), "b");
}

#[test]
fn fast_growth_is_no_slip() {
    let years = [
        ("a", "2000", "13"),
        ("b", "2005", "58"),
        ("c", "2006", "142"),
    ];
    let figures = years.map(|(id, year, value)| {
        figure(id, "fiscal-revenue", year, &format!("{value} billion CNY"))
    });
    assert!(fired(&figures).is_empty());
}

#[test]
fn no_zone_is_more_than_all() {
    let zone = figure("z", "industrial-output", "2016-H1", "257.63 trillion CNY");
    assert_eq!(fired(&[zone]), ["above-national-total"]);
    let zone = figure("z", "industrial-output", "2016-H1", "257.63 billion CNY");
    assert!(fired(&[zone]).is_empty());
}

#[test]
fn a_share_is_no_more_than_its_whole() {
    let mut share = figure("s", "gdp", "2017", "115.0 percent");
    share.measure = Measure::Share { of: text("city") };
    assert_eq!(fired(&[share.clone()]), ["share-above-whole"]);
    statement(&mut share).quantity = "100 percent".parse().unwrap();
    assert!(fired(&[share]).is_empty());
    let whole = figure("w", "gdp", "2017", "10 billion CNY");
    let mut part = figure("p", "gdp", "2017", "12 billion CNY");
    part.scope = Scope::KeyArea { name: text("core") };
    part.level = Some(whole.id.clone());
    assert_eq!(fired(&[whole, part]), ["share-above-whole"]);
}

#[test]
fn a_dollar_costs_what_it_cost() {
    let both = |yuan: &str, dollar: &str| {
        let mut figure = figure("d", "gdp", "2017", yuan);
        statement(&mut figure).also = Some(dollar.parse().unwrap());
        figure
    };
    assert!(fired(&[both("50 billion CNY", "7.43 billion USD")]).is_empty());
    assert_eq!(
        fired(&[both("50 billion CNY", "8.43 billion USD")]),
        ["dollar-rate"]
    );
    // Converted at the rate of the year the source appeared.
    assert!(fired(&[both("660.9 billion CNY", "100.0 billion USD")]).is_empty());
}

#[test]
fn only_approved_areas_are_compared_with_the_catalogue() {
    let mut catalogue = figure("s328119-area", "area", "at 2018", "130.51 ha");
    catalogue.definition = vec![Term::Approved].into();
    statement(&mut catalogue).receipt.source = crate::catalogue::CATALOGUE_SOURCE.parse().unwrap();
    let area = |term: Option<Term>, value: &str| {
        let mut figure = figure("a", "area", "at 2016-05", value);
        figure.definition = term.into_iter().collect::<Vec<_>>().into();
        figure
    };
    let about = hedged(area(Some(Term::Approved), "4.97 km2"), Hedge::About);
    assert_eq!(fired(&[catalogue.clone(), about]), ["approved-area"]);
    for term in [
        None,
        Some(Term::Planned),
        Some(Term::Core),
        Some(Term::Developed),
    ] {
        assert!(fired(&[catalogue.clone(), area(term, "4.97 km2")]).is_empty());
    }
    let near = area(Some(Term::Approved), "1.4 km2");
    assert!(fired(&[catalogue, near]).is_empty());
}

#[test]
fn a_nominal_rate_agrees_with_its_levels() {
    let before = figure("b", "fiscal-revenue", "2012", "10.0 billion CNY");
    let after = figure("a", "fiscal-revenue", "2013", "12.0 billion CNY");
    let change = |rate: &str, prices| {
        let mut figure = figure("c", "fiscal-revenue", "2013", rate);
        figure.measure = Measure::Change {
            from: "2012".parse().unwrap(),
            prices,
        };
        figure
    };
    let with = |change| fired(&[before.clone(), after.clone(), change]);
    assert_eq!(
        with(change("35.0 percent", Prices::NotStated)),
        ["growth-against-levels"]
    );
    assert!(with(change("20.4 percent", Prices::NotStated)).is_empty());
    assert!(with(change("35.0 percent", Prices::Constant)).is_empty());
    let real = ["2012", "2013"].map(|year| figure(year, "gdp", year, "10.0 billion CNY"));
    let mut rate = change("35.0 percent", Prices::NotStated);
    rate.indicator = "gdp".parse().unwrap();
    assert!(fired(&[real[0].clone(), real[1].clone(), rate]).is_empty());
}

fn event(id: &str, kind: EventKind, date: &str, of: Option<&str>) -> Fact {
    Fact {
        id: id.parse().unwrap(),
        topic: Topic::History,
        about: FactContent::Event {
            kind,
            date: date.parse().unwrap(),
            until: None,
            of: of.map(text),
            by: Vec::new(),
        },
        text: None,
        receipt: figure("x", "gdp", "2017", "1 CNY")
            .receipt()
            .unwrap()
            .clone(),
    }
}

#[test]
fn one_founding_has_one_date() {
    let rules = |facts: &[Fact]| found(&[], facts).len();
    let founded = |id, date| event(id, EventKind::Founded, date, None);
    assert_eq!(rules(&[founded("a", "2010-06"), founded("b", "2011")]), 1);
    assert_eq!(rules(&[founded("a", "2010-06"), founded("b", "2010")]), 0);
    let approved = event("b", EventKind::Approved, "2012", None);
    assert_eq!(rules(&[founded("a", "1997"), approved]), 0);
    let park = event("b", EventKind::Founded, "2003", Some("park"));
    assert_eq!(rules(&[founded("a", "2012"), park]), 0);
}

#[test]
fn a_predecessors_figure_in_the_chart_is_said_to_be_one() {
    let mut park = figure("p", "industrial-output", "2013", "94.4 billion CNY");
    park.scope = Scope::Predecessor { name: text("park") };
    let mut next = park.clone();
    next.id = "q".parse().unwrap();
    next.period = "2014".parse().unwrap();
    statement(&mut next).quantity = "99.1 billion CNY".parse().unwrap();
    let cautions = found(&[park.clone(), next], &[]);
    assert_eq!(cautions.len(), 1);
    assert_eq!(cautions[0].figures.len(), 2);
    // For an indicator without a chart, the caution appears only if the zone itself has a figure.
    park.indicator = "gdp".parse().unwrap();
    assert!(fired(&[park.clone()]).is_empty());
    let own = figure("o", "gdp", "2013", "94.4 billion CNY");
    assert_eq!(fired(&[park, own]), ["narrower-scope"]);
}

#[test]
fn a_doubt_is_shown() {
    let mut doubted = figure("d", "gdp", "2005", "206 billion CNY");
    doubted.doubt = Some(text("x"));
    assert_eq!(fired(&[doubted]), ["doubted-print"]);
}

#[test]
fn keys_are_read_and_printed_alike() {
    for text in ["unit-slip a2b3c d4e5f", "two-foundings a2b3c d4e5f"] {
        assert_eq!(text.parse::<CautionKey>().unwrap().to_string(), text);
    }
    for bad in ["", "unit-slip", "no-such-rule a2b3c", "unit-slip A"] {
        assert!(bad.parse::<CautionKey>().is_err(), "{bad}");
    }
}
