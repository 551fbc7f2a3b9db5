//! The display options of a chart, as a part of the query string.

use domain::id::FigureId;
use domain::transform::{Expression, TransformOptions};

/// The form in which the points are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ChartForm {
    /// Marks, joined by lines.
    #[default]
    Line,
    /// Bars from zero, with marks at their ends.
    Bars,
    /// A table only, without a drawing.
    Table,
}

impl ChartForm {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Line, Self::Bars, Self::Table];

    /// Returns its name in a query string.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Bars => "bars",
            Self::Table => "table",
        }
    }
}

/// The display options of a chart, from the query string. Unknown options are ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartView {
    /// Lines, bars or table.
    pub form: ChartForm,
    /// How the values are transformed: expression, base year and currency.
    pub terms: TransformOptions,
    /// True if a logarithmic axis is requested.
    pub log: bool,
    /// True if each line has its own panel.
    pub panels: bool,
    /// True if the charts of a page are side by side, as small multiples.
    pub beside: bool,
    /// The hidden lines, by the id of their first figure.
    pub hidden: Vec<FigureId>,
    /// The shown lines that a chart hides by default, by the id of their first figure.
    pub added: Vec<FigureId>,
}

impl Default for ChartView {
    fn default() -> Self {
        Self {
            form: ChartForm::Line,
            terms: TransformOptions {
                expression: Expression::Amount,
                base: None,
                currency: None,
            },
            log: false,
            panels: false,
            beside: false,
            hidden: Vec::new(),
            added: Vec::new(),
        }
    }
}

/// The maximum number of lines that a query string may hide or add.
const MAX_HIDDEN: usize = 50;

impl ChartView {
    /// Returns the view for the names and values of a query string. Unknown ones are ignored.
    pub fn of_pairs<N: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut view = Self::default();
        for (name, value) in pairs {
            view.take(name.as_ref(), value.as_ref());
        }
        view
    }

    fn take(&mut self, name: &str, value: &str) {
        let add = |list: &mut Vec<FigureId>| {
            if let Ok(id) = value.parse()
                && list.len() < MAX_HIDDEN
                && !list.contains(&id)
            {
                list.push(id);
            }
        };
        match name {
            "form" => {
                let form = ChartForm::ALL
                    .into_iter()
                    .find(|form| form.as_str() == value);
                self.form = form.unwrap_or_default();
            }
            "values" => self.terms.expression = value.parse().unwrap_or(Expression::Amount),
            "base" => {
                let year = value.parse().ok();
                self.terms.base = year.filter(|year| (1900..=2200).contains(year));
            }
            "currency" => self.terms.currency = value.parse().ok(),
            "scale" => self.log = value == "log",
            "panels" => self.panels = value == "each",
            "charts" => self.beside = value == "beside",
            "hide" => add(&mut self.hidden),
            "with" => add(&mut self.added),
            _ => {}
        }
    }

    /// Returns the names and values for this view in a fixed order; default values are left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.form != ChartForm::Line {
            pairs.push(("form", self.form.as_str().to_owned()));
        }
        if self.terms.expression != Expression::Amount {
            pairs.push(("values", self.terms.expression.to_string()));
        }
        if let Some(base) = self.terms.base {
            pairs.push(("base", base.to_string()));
        }
        if let Some(currency) = self.terms.currency {
            pairs.push(("currency", currency.to_string()));
        }
        if self.log {
            pairs.push(("scale", "log".to_owned()));
        }
        if self.panels {
            pairs.push(("panels", "each".to_owned()));
        }
        if self.beside {
            pairs.push(("charts", "beside".to_owned()));
        }
        pairs.extend(self.hidden.iter().map(|id| ("hide", id.to_string())));
        pairs.extend(self.added.iter().map(|id| ("with", id.to_string())));
        pairs
    }

    /// Returns the query string for this view, without question mark. All values consist of letters, digits and dashes,
    /// so nothing needs escaping.
    pub fn query(&self) -> String {
        let pairs: Vec<String> = self
            .pairs()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("&")
    }

    /// Returns a changed copy.
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut view = self.clone();
        change(&mut view);
        view
    }

    /// Returns a copy that shows a hidden line or hides a shown line. `shown_by_default` is true if the chart shows the line
    /// by default.
    pub fn toggled(&self, line: &FigureId, shown_by_default: bool) -> Self {
        self.with(|view| {
            let list = if shown_by_default {
                &mut view.hidden
            } else {
                &mut view.added
            };
            match list.iter().position(|id| id == line) {
                Some(place) => _ = list.remove(place),
                None => list.push(line.clone()),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(query: &str) -> ChartView {
        ChartView::of_pairs(query.split('&').filter_map(|pair| pair.split_once('=')))
    }

    #[test]
    fn a_view_comes_back_from_its_address() {
        for query in [
            "",
            "form=bars&values=index&base=2013&currency=usd&scale=log&panels=each&charts=beside&hide=k7f2q&with=h4m9t",
            "form=table&values=per-km2",
            "values=growth",
        ] {
            assert_eq!(view(query).query(), query);
        }
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let odd = "form=pie&values=sum&base=12&currency=eur&scale=big&panels=x&charts=x&hide=%00&x=1&hide=a%20b";
        assert_eq!(view(odd), ChartView::default());
    }

    #[test]
    fn a_line_is_left_out_and_taken_in_again() {
        let line = "k7f2q".parse().unwrap();
        let without = ChartView::default().toggled(&line, true);
        assert_eq!(without.query(), "hide=k7f2q");
        assert_eq!(without.toggled(&line, true), ChartView::default());
        assert_eq!(
            ChartView::default().toggled(&line, false).query(),
            "with=k7f2q"
        );
    }
}
