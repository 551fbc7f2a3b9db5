//! A generated zone with the figures and facts that its sources state.

use super::print::{ScaleLanguage, percent_between, stated, write};
use super::references::fen;
use super::zone::{History, LAST, Zone, thousandths};
use super::{errors, extras, traps};
use domain::check::CautionRule;
use domain::date::PartialDate;
use domain::fact::{EventKind, Fact, FactContent, Topic};
use domain::figure::{Evidence, Figure, Statement, Status};
use domain::id::SourceId;
use domain::measure::{Measure, Prices};
use domain::period::Period;
use domain::quantity::{Quantity, Unit};
use domain::receipt::{Receipt, SourcePlace};
use domain::source::{PublisherClass, Source};
use domain::subject::Subject;
use domain::text::Bilingual;
use fastrand::Rng;

/// The statements about one zone, with the list of those that are wrong.
pub(super) struct Case {
    /// The figures of the zone.
    pub figures: Vec<Figure>,
    /// The facts of the zone.
    pub facts: Vec<Fact>,
    /// The sources of the figures and facts.
    pub sources: Vec<Source>,
    /// The ids of the wrong figures and facts.
    pub wrong: Vec<String>,
}

/// The indicators that sources state for each year.
pub(super) const INDICATORS: [&str; 6] = [
    "gdp",
    "industrial-output",
    "industrial-value-added",
    "fiscal-revenue",
    "foreign-trade",
    "population",
];

/// The current year: no source is published later.
const NOW: u16 = 2026;

/// Returns a text with the same words in both languages. No check reads it.
pub(super) fn words(text: &str) -> Bilingual {
    Bilingual {
        en: text.to_owned(),
        zh: text.to_owned(),
    }
}

/// Returns a case without an error; `None` if it cannot be generated.
pub(super) fn sound(rng: &mut Rng, index: u32) -> Option<Case> {
    Draft::new(rng, index).map(Draft::done)
}

/// Returns a case with one error of the sort that `rule` should find; `None` if it cannot be generated.
pub(super) fn planted(rng: &mut Rng, index: u32, rule: CautionRule) -> Option<Case> {
    let mut draft = Draft::new(rng, index)?;
    errors::put(&mut draft, rule)?;
    Some(draft.done())
}

/// A source and the scales of its numbers.
pub(super) struct NewSource {
    /// The id of the source.
    pub id: SourceId,
    /// The language of its scale words.
    pub tongue: ScaleLanguage,
}

/// A case under construction.
pub(super) struct Draft<'a> {
    /// The random numbers of this case.
    pub rng: &'a mut Rng,
    /// The true values.
    pub zone: Zone,
    /// The years for which sources state figures.
    pub years: Vec<u16>,
    /// The statements of the sources so far.
    pub case: Case,
}

impl<'a> Draft<'a> {
    /// Returns the statements of sources about a zone, with one trap: a correct statement that may mislead a check.
    /// `index` selects the trap.
    fn new(rng: &'a mut Rng, index: u32) -> Option<Self> {
        let past = traps::past(index, rng);
        let zone = Zone::new(rng, past);
        let mut years = Vec::new();
        let mut year = zone.first + rng.u16(1..=3);
        while year <= LAST {
            years.push(year);
            year += rng.u16(1..=6);
        }
        let mut draft = Self {
            rng,
            zone,
            years,
            case: Case {
                figures: Vec::new(),
                facts: Vec::new(),
                sources: Vec::new(),
                wrong: Vec::new(),
            },
        };
        draft.add_levels(past)?;
        extras::add(&mut draft)?;
        traps::set(&mut draft, index)?;
        Some(draft)
    }

    /// Returns the case. Its figures and facts are shuffled, because the data files have no fixed order.
    fn done(self) -> Case {
        let Self { rng, mut case, .. } = self;
        rng.shuffle(&mut case.figures);
        rng.shuffle(&mut case.facts);
        case
    }

    /// Adds levels of most years, and growth rates for some of them.
    fn add_levels(&mut self, past: History) -> Option<()> {
        for year in self.years.clone() {
            for indicator in INDICATORS {
                if !self.chance(65) {
                    continue;
                }
                self.level(indicator, year)?;
                if self.chance(15) && indicator != "population" {
                    if self.chance(30) {
                        self.level(indicator, year - 1)?;
                    }
                    let prices = self.usual_prices(indicator);
                    let whole = self.chance(20);
                    self.rate(indicator, year, prices, whole)?;
                }
            }
        }
        // An unusual past needs the figures that show it, or the trap has no effect.
        match past {
            History::Plain => {}
            History::Service => {
                let year = self.any_year()?;
                self.level("gdp", year)?;
                self.level("industrial-output", year)?;
            }
            History::Leap | History::Fall => {
                for year in self.zone.first + 1..=LAST {
                    let (before, after) = self.two_years("gdp", year)?;
                    if after > before.saturating_mul(2) || after.saturating_mul(5) < before * 4 {
                        for indicator in INDICATORS {
                            self.level(indicator, year - 1)?;
                            self.level(indicator, year)?;
                        }
                    }
                }
            }
        }
        Some(())
    }

    /// Returns the prices in which sources state a growth rate. Most sources do not state them.
    fn usual_prices(&mut self, indicator: &str) -> Prices {
        match indicator {
            "industrial-output" if self.chance(30) => Prices::Current,
            "gdp" | "industrial-value-added" if self.chance(30) => Prices::Constant,
            _ => Prices::NotStated,
        }
    }

    /// Returns true with a probability of `in_hundred` per cent.
    pub(super) fn chance(&mut self, in_hundred: u8) -> bool {
        self.rng.u8(0..100) < in_hundred
    }

    /// Returns one of the years for which sources state figures.
    pub(super) fn any_year(&mut self) -> Option<u16> {
        self.rng.choice(&self.years).copied()
    }

    /// Returns the true amounts of the year before and of the year.
    pub(super) fn two_years(&self, indicator: &str, year: u16) -> Option<(u64, u64)> {
        let before = self.zone.amount(indicator, year.checked_sub(1)?)?;
        Some((before, self.zone.amount(indicator, year)?))
    }

    /// Adds a source that states figures of a year. It is usually published in the next year, sometimes later, and
    /// sometimes without a date.
    pub(super) fn author(&mut self, year: u16) -> Option<NewSource> {
        let id: SourceId = format!("s{}", self.case.sources.len()).parse().ok()?;
        let published = match self.rng.u8(0..100) {
            0..70 => Some(format!("{}-{:02}", year + 1, self.rng.u8(1..=6))),
            70..92 => Some((year + self.rng.u16(1..=6)).min(NOW).to_string()),
            _ => None,
        };
        let class = if self.rng.bool() {
            PublisherClass::Official
        } else {
            PublisherClass::Press
        };
        self.case.sources.push(Source {
            id: id.clone(),
            title: id.to_string(),
            title_zh: None,
            publisher: None,
            class,
            date: published.and_then(|date| date.parse::<PartialDate>().ok()),
            address: None,
            unlinked: false,
            sha256: None,
            note: None,
        });
        let tongue = if self.rng.bool() {
            ScaleLanguage::English
        } else {
            ScaleLanguage::Chinese
        };
        Some(NewSource { id, tongue })
    }

    /// Adds a figure without a hedge. Returns its index in the figures.
    pub(super) fn add(
        &mut self,
        indicator: &str,
        period: Period,
        quantity: Quantity,
        author: &NewSource,
    ) -> Option<usize> {
        let place = self.case.figures.len();
        let id = format!("f{place}");
        let figure = stated(&id, indicator, period, quantity, author.id.as_str())?;
        self.case.figures.push(figure);
        Some(place)
    }

    /// Adds an amount in the notation of an author. Returns its index in the figures.
    pub(super) fn add_amount(
        &mut self,
        indicator: &str,
        period: Period,
        amount: u64,
        author: &NewSource,
    ) -> Option<usize> {
        let unit = match indicator {
            "population" => Unit::Count,
            _ => Unit::Yuan,
        };
        let (quantity, hedge) = write(self.rng, amount, unit, author.tongue)?;
        let place = self.add(indicator, period, quantity, author)?;
        self.statement(place)?.hedge = hedge;
        Some(place)
    }

    /// Returns the index of the level of a year. Adds the level if no source states it yet.
    pub(super) fn level(&mut self, indicator: &str, year: u16) -> Option<usize> {
        if let Some(place) = self.find_level(indicator, year) {
            return Some(place);
        }
        let amount = self.zone.amount(indicator, year)?;
        let author = self.author(year)?;
        self.add_amount(indicator, Period::Year(year), amount, &author)
    }

    /// Adds the level of a year in dollars, at the exchange rate of that year. Returns its index.
    pub(super) fn dollar_level(&mut self, indicator: &str, year: u16) -> Option<usize> {
        let yuan = self.zone.amount(indicator, year)?;
        let amount = yuan.checked_mul(100)?.checked_div(fen(year))?;
        let author = self.author(year)?;
        let (quantity, _) = write(self.rng, amount, Unit::Dollar, author.tongue)?;
        self.add(indicator, Period::Year(year), quantity, &author)
    }

    /// Gives the source of a figure another date.
    pub(super) fn date_source(&mut self, place: usize, date: PartialDate) -> Option<()> {
        let source = self.statement(place)?.receipt.source.clone();
        let mut sources = self.case.sources.iter_mut();
        sources.find(|other| other.id == source)?.date = Some(date);
        Some(())
    }

    /// Returns the index of the level of a year; `None` if no source states it.
    pub(super) fn find_level(&self, indicator: &str, year: u16) -> Option<usize> {
        self.case.figures.iter().position(|figure| {
            figure.indicator.as_str() == indicator
                && figure.period == Period::Year(year)
                && is_reported_zone_level(figure)
        })
    }

    /// Adds the growth rate from the year before to this year. A real rate is computed from an amount that is up to 8 %
    /// lower.
    pub(super) fn rate(
        &mut self,
        indicator: &str,
        year: u16,
        prices: Prices,
        whole: bool,
    ) -> Option<usize> {
        let (before, after) = self.two_years(indicator, year)?;
        let is_real =
            prices == Prices::Constant || matches!(indicator, "gdp" | "industrial-value-added");
        let after = if is_real {
            thousandths(after, 1000 - self.rng.u64(0..=80))
        } else {
            after
        };
        let quantity = percent_between(before, after, whole)?;
        self.add_rate(indicator, year, prices, quantity)
    }

    /// Adds a growth rate that is given as a quantity.
    pub(super) fn add_rate(
        &mut self,
        indicator: &str,
        year: u16,
        prices: Prices,
        quantity: Quantity,
    ) -> Option<usize> {
        let author = self.author(year)?;
        let place = self.add(indicator, Period::Year(year), quantity, &author)?;
        let level = self.find_level(indicator, year);
        let level = level.and_then(|level| self.case.figures.get(level).map(|f| f.id.clone()));
        let rate = self.case.figures.get_mut(place)?;
        rate.level = level;
        rate.measure = Measure::Change {
            from: Period::Year(year - 1),
            prices,
        };
        Some(place)
    }

    /// Returns a figure, which the caller may change.
    pub(super) fn figure(&mut self, place: usize) -> Option<&mut Figure> {
        self.case.figures.get_mut(place)
    }

    /// Returns the statement of a figure, which the caller may change; `None` if the figure is derived.
    pub(super) fn statement(&mut self, place: usize) -> Option<&mut Statement> {
        match &mut self.case.figures.get_mut(place)?.evidence {
            Evidence::Stated(statement) => Some(statement),
            Evidence::Derived(_) => None,
        }
    }

    /// Returns the quantity of a figure as its source states it.
    pub(super) fn quantity(&mut self, place: usize) -> Option<Quantity> {
        self.statement(place).map(|statement| statement.quantity)
    }

    /// Replaces the quantity of a figure and its quoted words. The hedge field is not changed.
    pub(super) fn replace(&mut self, place: usize, quantity: Quantity) -> Option<()> {
        let statement = self.statement(place)?;
        statement.quantity = quantity;
        statement.receipt.as_stated = quantity.to_string().parse().ok()?;
        Some(())
    }

    /// Replaces the amount of a figure. The new amount has scales of the same language and a hedge of its own.
    pub(super) fn replace_amount(&mut self, place: usize, amount: u64) -> Option<()> {
        let old = self.quantity(place)?;
        let (quantity, hedge) = write(self.rng, amount, old.unit(), ScaleLanguage::of(old))?;
        self.replace(place, quantity)?;
        self.statement(place)?.hedge = hedge;
        Some(())
    }

    /// Adds an event. Returns its index in the facts.
    pub(super) fn event(&mut self, kind: EventKind, date: &str, of: Option<&str>) -> Option<usize> {
        let place = self.case.facts.len();
        let as_stated = date.parse().ok()?;
        let date: PartialDate = date.parse().ok()?;
        let author = self.author(date.year())?;
        self.case.facts.push(Fact {
            // The id uses the number of sources because facts may be removed again, but sources never are.
            id: format!("e{}", self.case.sources.len()).parse().ok()?,
            topic: Topic::History,
            about: FactContent::Event {
                kind,
                date,
                until: None,
                of: of.map(words),
                by: Vec::new(),
            },
            text: None,
            receipt: Receipt {
                source: author.id,
                at: SourcePlace::Page,
                as_stated,
                reading: None,
            },
        });
        Some(place)
    }

    /// Marks a figure as wrong.
    pub(super) fn mark_wrong(&mut self, place: usize) -> Option<()> {
        let id = self.case.figures.get(place)?.id.to_string();
        self.case.wrong.push(id);
        Some(())
    }
}

/// Returns true if a figure is a reported level of the whole zone without a stated definition.
pub(super) fn is_reported_zone_level(figure: &Figure) -> bool {
    figure.measure.is_level()
        && figure.scope.is_whole()
        && figure.subject == Subject::Zone
        && figure.definition.is_not_stated()
        && figure.status() == Status::Reported
}
