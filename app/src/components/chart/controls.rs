//! The display options of charts: rows of links, each to the same page with another option.

use crate::chart::{ChartForm, ChartState, ChartView, admits_log};
use crate::locale::Locale;
use domain::small_set::SmallSet;
use domain::transform::{Currency, Expression};
use maud::{Markup, html};

/// The options that have an effect on the charts of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// True if any amount is money.
    pub money: bool,
    /// True if any amount per square kilometre is known.
    pub density: bool,
    /// True if a chart has several lines.
    pub panels: bool,
    /// True if there are several charts.
    pub beside: bool,
    /// The years that can be the base (100) of an index.
    pub bases: SmallSet<u16>,
}

impl Choices {
    /// Returns the options of some charts.
    pub fn of(states: &[ChartState], money: bool, density: bool) -> Self {
        let bases = states
            .iter()
            .flat_map(ChartState::points)
            .filter(|point| point.low.is_some() && point.high.is_some() && !point.is_superseded)
            .map(|point| point.year)
            .collect();
        Self {
            money,
            density,
            panels: states.iter().any(|state| state.series.len() > 1),
            beside: states.len() > 1,
            bases,
        }
    }
}

/// Renders the rows of options. `page` returns the URL of the page for the query string of a view.
pub fn controls(
    locale: Locale,
    view: &ChartView,
    choices: &Choices,
    page: impl Fn(&str) -> String,
) -> Markup {
    let c = locale.chart_messages();
    let option = |id: &str, name: &str, to: ChartView| Choice {
        id: format!("chart-{id}"),
        name: name.to_owned(),
        current: to == *view,
        href: page(&to.query()),
    };
    let is_table = view.form == ChartForm::Table;
    let drawn = if is_table { ChartForm::Line } else { view.form };
    let forms = [
        option("drawn", c.form_chart, view.with(|v| v.form = drawn)),
        option(
            "table",
            (c.form_of)(ChartForm::Table),
            view.with(|v| v.form = ChartForm::Table),
        ),
    ];
    let marks = [ChartForm::Line, ChartForm::Bars].map(|form| {
        option(
            form.as_str(),
            (c.form_of)(form),
            view.with(|v| v.form = form),
        )
    });
    let values = Expression::ALL.iter().filter(|expression| {
        **expression != Expression::Density
            || choices.density
            || view.terms.expression == Expression::Density
    });
    let values = values.map(|expression| {
        let to = view.with(|v| {
            v.terms.expression = *expression;
            v.terms.base = v.terms.base.filter(|_| *expression == Expression::Index);
        });
        option(expression.as_str(), (c.values_of)(*expression), to)
    });
    let scales = [
        option("linear", c.scale_linear, view.with(|v| v.log = false)),
        option("log", c.scale_log, view.with(|v| v.log = true)),
    ];
    let currencies = [
        ("own", c.currency_own, None),
        ("cny", c.currency_yuan, Some(Currency::Yuan)),
        ("usd", c.currency_dollar, Some(Currency::Dollar)),
    ]
    .map(|(id, name, currency)| option(id, name, view.with(|v| v.terms.currency = currency)));
    let panels = [
        option(
            "together",
            c.panels_together,
            view.with(|v| v.panels = false),
        ),
        option("each", c.panels_each, view.with(|v| v.panels = true)),
    ];
    let places = [
        option("below", c.charts_below, view.with(|v| v.beside = false)),
        option("beside", c.charts_beside, view.with(|v| v.beside = true)),
    ];
    let bases: Vec<Choice> = choices
        .bases
        .iter()
        .map(|year| {
            let text = year.to_string();
            option(&text, &text, view.with(|v| v.terms.base = Some(*year)))
        })
        .collect();
    let with_panels = choices.panels || view.panels;
    let with_places = choices.beside || view.beside;
    html! {
        div class="chart-controls" role="group" aria-label=(c.controls) {
            (row(c.form, forms))
            details class="chart-options" id="chart-options" open[is_optional(view)] {
            summary { (c.options) }
            @if !is_table { (row(c.marks, marks)) }
            (row(c.values, values))
            @if view.terms.expression == Expression::Index && bases.len() > 1 { (row(c.base, bases)) }
            @if !is_table && (admits_log(view) || view.log) { (row(c.scale, scales)) }
            @if choices.money { (row(c.currency, currencies)) }
            @if with_panels && !is_table { (row(c.panels, panels)) }
            @if with_places && !is_table { (row(c.charts, places)) }
            }
        }
    }
}

/// Returns true if an option under "Options" does not have its default value.
fn is_optional(view: &ChartView) -> bool {
    let form = match view.form {
        ChartForm::Table => ChartForm::Table,
        ChartForm::Line | ChartForm::Bars => ChartForm::Line,
    };
    let plain = ChartView {
        form,
        hidden: view.hidden.clone(),
        added: view.added.clone(),
        ..ChartView::default()
    };
    *view != plain
}

/// One option in a row.
struct Choice {
    id: String,
    name: String,
    current: bool,
    href: String,
}

fn row(name: &str, choices: impl IntoIterator<Item = Choice>) -> Markup {
    html! {
        div class="chart-choices" role="group" aria-label=(name) {
            span class="chart-choices-name" aria-hidden="true" { (name) }
            span class="chart-choices-list" {
                @for choice in choices {
                    a id=(choice.id) href=(choice.href) data-noscroll=""
                        aria-current=[choice.current.then_some("true")] { (choice.name) }
                }
            }
        }
    }
}
