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
    let options = Options {
        locale,
        view,
        page: &page,
    };
    let is_table = view.form == ChartForm::Table;
    let bases = options.bases(choices);
    let with_bases = view.terms.expression == Expression::Index && bases.len() > 1;
    let with_scales = !is_table && (admits_log(view) || view.log);
    let with_panels = !is_table && (choices.panels || view.panels);
    let with_places = !is_table && (choices.beside || view.beside);
    html! {
        div class="chart-controls" role="group" aria-label=(c.controls) {
            (row(c.form, options.forms()))
            details class="chart-options" id="chart-options" open[is_optional(view)] {
            summary { (c.options) }
            @if !is_table { (row(c.marks, options.marks())) }
            (row(c.values, options.values(choices)))
            @if with_bases { (row(c.base, bases)) }
            @if with_scales { (row(c.scale, options.scales())) }
            @if choices.money { (row(c.currency, options.currencies())) }
            @if with_panels { (row(c.panels, options.panels())) }
            @if with_places { (row(c.charts, options.places())) }
            }
        }
    }
}

/// Makes the options of each row from the current view.
struct Options<'a> {
    locale: Locale,
    view: &'a ChartView,
    page: &'a dyn Fn(&str) -> String,
}

impl Options<'_> {
    /// Returns the option that changes the current view by `change`.
    fn option(&self, id: &str, name: &str, change: impl FnOnce(&mut ChartView)) -> Choice {
        let to = self.view.with(change);
        Choice {
            id: format!("chart-{id}"),
            name: name.to_owned(),
            current: to == *self.view,
            href: (self.page)(&to.query()),
        }
    }

    fn forms(&self) -> [Choice; 2] {
        let c = self.locale.chart_messages();
        let drawn = match self.view.form {
            ChartForm::Table => ChartForm::Line,
            form => form,
        };
        [
            self.option("drawn", c.form_chart, |v| v.form = drawn),
            self.option("table", (c.form_of)(ChartForm::Table), |v| {
                v.form = ChartForm::Table;
            }),
        ]
    }

    fn marks(&self) -> [Choice; 2] {
        let name_of = self.locale.chart_messages().form_of;
        [ChartForm::Line, ChartForm::Bars]
            .map(|form| self.option(form.as_str(), name_of(form), |v| v.form = form))
    }

    fn values(&self, choices: &Choices) -> Vec<Choice> {
        let name_of = self.locale.chart_messages().values_of;
        let with_density = choices.density || self.view.terms.expression == Expression::Density;
        let expressions = Expression::ALL
            .iter()
            .filter(|expression| with_density || **expression != Expression::Density);
        let options = expressions.map(|expression| {
            self.option(expression.as_str(), name_of(*expression), |v| {
                v.terms.expression = *expression;
                v.terms.base = v.terms.base.filter(|_| *expression == Expression::Index);
            })
        });
        options.collect()
    }

    fn bases(&self, choices: &Choices) -> Vec<Choice> {
        let options = choices.bases.iter().map(|year| {
            let text = year.to_string();
            self.option(&text, &text, |v| v.terms.base = Some(*year))
        });
        options.collect()
    }

    fn scales(&self) -> [Choice; 2] {
        let c = self.locale.chart_messages();
        [
            self.option("linear", c.scale_linear, |v| v.log = false),
            self.option("log", c.scale_log, |v| v.log = true),
        ]
    }

    fn currencies(&self) -> [Choice; 3] {
        let c = self.locale.chart_messages();
        [
            ("own", c.currency_own, None),
            ("cny", c.currency_yuan, Some(Currency::Yuan)),
            ("usd", c.currency_dollar, Some(Currency::Dollar)),
        ]
        .map(|(id, name, currency)| self.option(id, name, |v| v.terms.currency = currency))
    }

    fn panels(&self) -> [Choice; 2] {
        let c = self.locale.chart_messages();
        [
            self.option("together", c.panels_together, |v| v.panels = false),
            self.option("each", c.panels_each, |v| v.panels = true),
        ]
    }

    fn places(&self) -> [Choice; 2] {
        let c = self.locale.chart_messages();
        [
            self.option("below", c.charts_below, |v| v.beside = false),
            self.option("beside", c.charts_beside, |v| v.beside = true),
        ]
    }
}

/// Returns the names of the options that `view` has and `before` had not, in the order of the controls.
pub fn changed_options(locale: Locale, before: &ChartView, view: &ChartView) -> Vec<String> {
    let c = locale.chart_messages();
    let mut names = Vec::new();
    let mut note = |is_changed: bool, name: &str| {
        if is_changed {
            names.push(name.to_owned());
        }
    };
    let (was, is) = (before.terms, view.terms);
    note(before.form != view.form, (c.form_of)(view.form));
    note(
        was.expression != is.expression,
        (c.values_of)(is.expression),
    );
    if let Some(base) = is.base {
        note(was.base != is.base, &(c.axis_index)(base));
    }
    let scale = if view.log {
        c.scale_log
    } else {
        c.scale_linear
    };
    note(before.log != view.log, scale);
    let currency = match is.currency {
        None => c.currency_own,
        Some(Currency::Yuan) => c.currency_yuan,
        Some(Currency::Dollar) => c.currency_dollar,
    };
    note(was.currency != is.currency, currency);
    let panels = if view.panels {
        c.panels_each
    } else {
        c.panels_together
    };
    note(before.panels != view.panels, panels);
    let places = if view.beside {
        c.charts_beside
    } else {
        c.charts_below
    };
    note(before.beside != view.beside, places);
    names
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
