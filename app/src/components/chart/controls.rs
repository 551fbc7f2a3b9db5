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

/// Returns the names of the chosen options that were not chosen before, in the order of the controls.
#[cfg(feature = "hydrate")]
pub fn newly_chosen(locale: Locale, before: &ChartView, view: &ChartView) -> Vec<String> {
    let was = chosen(locale, before);
    let is = chosen(locale, view).into_iter();
    is.filter(|name| !was.contains(name)).collect()
}

/// Returns the names of the chosen options of all rows. A base year has the name of its row before it.
#[cfg(feature = "hydrate")]
fn chosen(locale: Locale, view: &ChartView) -> Vec<String> {
    let options = Options {
        locale,
        view,
        page: &|_| String::new(),
    };
    let choices = Choices {
        density: true,
        bases: view.terms.base.into_iter().collect(),
        ..Choices::default()
    };
    let c = locale.chart_messages();
    let bases = options.bases(&choices).into_iter().map(|base| Choice {
        name: [c.base, c.colon, &base.name].concat(),
        ..base
    });
    let rows = options.forms().into_iter().chain(options.marks());
    let rows = rows.chain(options.values(&choices)).chain(bases);
    let rows = rows.chain(options.scales()).chain(options.currencies());
    let rows = rows.chain(options.panels()).chain(options.places());
    rows.filter(|choice| choice.current)
        .map(|choice| choice.name)
        .collect()
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
