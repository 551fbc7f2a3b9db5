//! A made-up zone as its sources print it.

use super::print::{Tongue, percent_between, stated, write};
use super::zone::{LAST, Past, Zone, thousandths};
use super::{errors, extras, traps};
use domain::check::CautionRule;
use domain::date::PartialDate;
use domain::fact::{About, EventKind, Fact, Topic};
use domain::figure::{Evidence, Figure, Statement, Status};
use domain::id::SourceId;
use domain::measure::{Measure, Prices};
use domain::period::Period;
use domain::quantity::{Quantity, Unit};
use domain::receipt::{Place, Receipt};
use domain::source::{PublisherClass, Source};
use domain::subject::Subject;
use domain::text::Bilingual;
use fastrand::Rng;

/// What is stated of a zone, and which of it is wrong.
pub(super) struct Case {
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Its facts.
    pub facts: Vec<Fact>,
    /// Who stated them.
    pub sources: Vec<Source>,
    /// The ids of the figures or facts that are wrong.
    pub wrong: Vec<String>,
}

/// Every indicator that sources give year by year.
pub(super) const INDICATORS: [&str; 6] = [
    "gdp",
    "industrial-output",
    "industrial-value-added",
    "fiscal-revenue",
    "foreign-trade",
    "population",
];

/// The year in which all this is read: no source is younger.
const NOW: u16 = 2026;

/// A text that nobody reads.
pub(super) fn words(text: &str) -> Bilingual {
    Bilingual {
        en: text.to_owned(),
        zh: text.to_owned(),
    }
}

/// A case without an error.
pub(super) fn sound(rng: &mut Rng, index: u32) -> Option<Case> {
    Draft::new(rng, index).map(Draft::done)
}

/// The same with one error of a sort.
pub(super) fn planted(rng: &mut Rng, index: u32, rule: CautionRule) -> Option<Case> {
    let mut draft = Draft::new(rng, index)?;
    errors::put(&mut draft, rule)?;
    Some(draft.done())
}

/// A source and the scales it counts in.
pub(super) struct Author {
    /// Its id.
    pub id: SourceId,
    /// Its scales.
    pub tongue: Tongue,
}

/// A case in the making.
pub(super) struct Draft<'a> {
    /// Where all chance comes from.
    pub rng: &'a mut Rng,
    /// What is true.
    pub zone: Zone,
    /// The years of which sources speak.
    pub years: Vec<u16>,
    /// What they say.
    pub case: Case,
}

impl<'a> Draft<'a> {
    /// What sources say of a zone, with what may fool a check; `index` chooses which of these.
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
        draft.tell_levels(past)?;
        extras::add(&mut draft)?;
        traps::set(&mut draft, index)?;
        Some(draft)
    }

    /// The case, its figures in no order: none of the data files promises one.
    fn done(self) -> Case {
        let Self { rng, mut case, .. } = self;
        rng.shuffle(&mut case.figures);
        rng.shuffle(&mut case.facts);
        case
    }

    /// Levels year by year, and growth rates beside some.
    fn tell_levels(&mut self, past: Past) -> Option<()> {
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
        // What is odd about a past is of use only where it is told.
        match past {
            Past::Plain => {}
            Past::Service => {
                let year = self.any_year()?;
                self.level("gdp", year)?;
                self.level("industrial-output", year)?;
            }
            Past::Leap | Past::Fall => {
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

    /// The prices in which sources give a rate, as a rule without saying so.
    fn usual_prices(&mut self, indicator: &str) -> Prices {
        match indicator {
            "industrial-output" if self.chance(30) => Prices::Current,
            "gdp" | "industrial-value-added" if self.chance(30) => Prices::Constant,
            _ => Prices::NotStated,
        }
    }

    /// Whether something with so many chances in a hundred happens.
    pub(super) fn chance(&mut self, in_hundred: u8) -> bool {
        self.rng.u8(0..100) < in_hundred
    }

    /// One of the years of which sources speak.
    pub(super) fn any_year(&mut self) -> Option<u16> {
        self.rng.choice(&self.years).copied()
    }

    /// The true amounts of a year and of the one before.
    pub(super) fn two_years(&self, indicator: &str, year: u16) -> Option<(u64, u64)> {
        let before = self.zone.amount(indicator, year.checked_sub(1)?)?;
        Some((before, self.zone.amount(indicator, year)?))
    }

    /// A new source that speaks of a year: as a rule one of the next year, now and then a late one
    /// or one without a date.
    pub(super) fn author(&mut self, year: u16) -> Option<Author> {
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
            publisher: None,
            class,
            date: published.and_then(|date| date.parse::<PartialDate>().ok()),
            address: None,
            sha256: None,
            note: None,
        });
        let tongue = if self.rng.bool() {
            Tongue::English
        } else {
            Tongue::Chinese
        };
        Some(Author { id, tongue })
    }

    /// Adds a figure without hedge; gives its place among the figures.
    pub(super) fn add(
        &mut self,
        indicator: &str,
        period: Period,
        quantity: Quantity,
        author: &Author,
    ) -> Option<usize> {
        let place = self.case.figures.len();
        let id = format!("f{place}");
        let figure = stated(&id, indicator, period, quantity, author.id.as_str())?;
        self.case.figures.push(figure);
        Some(place)
    }

    /// Adds an amount as an author writes it.
    pub(super) fn tell(
        &mut self,
        indicator: &str,
        period: Period,
        amount: u64,
        author: &Author,
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

    /// The level of a year, told now if no one told it yet.
    pub(super) fn level(&mut self, indicator: &str, year: u16) -> Option<usize> {
        if let Some(place) = self.told(indicator, year) {
            return Some(place);
        }
        let amount = self.zone.amount(indicator, year)?;
        let author = self.author(year)?;
        self.tell(indicator, Period::Year(year), amount, &author)
    }

    /// The level of a year, if someone told it.
    pub(super) fn told(&self, indicator: &str, year: u16) -> Option<usize> {
        self.case.figures.iter().position(|figure| {
            figure.indicator.as_str() == indicator
                && figure.period == Period::Year(year)
                && is_plain(figure)
        })
    }

    /// Adds the growth of a year over the one before. Rates that are not nominal are some points
    /// off that of the levels.
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

    /// Adds a growth rate as written.
    pub(super) fn add_rate(
        &mut self,
        indicator: &str,
        year: u16,
        prices: Prices,
        quantity: Quantity,
    ) -> Option<usize> {
        let author = self.author(year)?;
        let place = self.add(indicator, Period::Year(year), quantity, &author)?;
        let level = self.told(indicator, year);
        let level = level.and_then(|level| self.case.figures.get(level).map(|f| f.id.clone()));
        let rate = self.case.figures.get_mut(place)?;
        rate.level = level;
        rate.measure = Measure::Change {
            from: Period::Year(year - 1),
            prices,
        };
        Some(place)
    }

    /// A figure, to change it.
    pub(super) fn figure(&mut self, place: usize) -> Option<&mut Figure> {
        self.case.figures.get_mut(place)
    }

    /// The statement of a figure, to change it.
    pub(super) fn statement(&mut self, place: usize) -> Option<&mut Statement> {
        match &mut self.case.figures.get_mut(place)?.evidence {
            Evidence::Stated(statement) => Some(statement),
            Evidence::Derived(_) => None,
        }
    }

    /// The number of a figure as written.
    pub(super) fn quantity(&mut self, place: usize) -> Option<Quantity> {
        self.statement(place).map(|statement| statement.quantity)
    }

    /// Puts another number in a figure's place, without a hedge.
    pub(super) fn replace(&mut self, place: usize, quantity: Quantity) -> Option<()> {
        let statement = self.statement(place)?;
        statement.quantity = quantity;
        statement.receipt.as_stated = quantity.to_string().parse().ok()?;
        Some(())
    }

    /// Puts another amount in a figure's place, written as the first was.
    pub(super) fn rewrite(&mut self, place: usize, amount: u64) -> Option<()> {
        let old = self.quantity(place)?;
        let (quantity, hedge) = write(self.rng, amount, old.unit(), Tongue::of(old))?;
        self.replace(place, quantity)?;
        self.statement(place)?.hedge = hedge;
        Some(())
    }

    /// Adds an event; gives its place among the facts.
    pub(super) fn event(&mut self, kind: EventKind, date: &str, of: Option<&str>) -> Option<usize> {
        let place = self.case.facts.len();
        let as_stated = date.parse().ok()?;
        let date: PartialDate = date.parse().ok()?;
        let author = self.author(date.year())?;
        self.case.facts.push(Fact {
            // Facts may be taken out again, sources never are.
            id: format!("e{}", self.case.sources.len()).parse().ok()?,
            topic: Topic::History,
            about: About::Event {
                kind,
                date,
                until: None,
                of: of.map(words),
                by: Vec::new(),
            },
            text: None,
            receipt: Receipt {
                source: author.id,
                at: Place::Page,
                as_stated,
                reading: None,
            },
        });
        Some(place)
    }

    /// Says that a figure is wrong.
    pub(super) fn is_wrong(&mut self, place: usize) -> Option<()> {
        let id = self.case.figures.get(place)?.id.to_string();
        self.case.wrong.push(id);
        Some(())
    }
}

/// A level of the whole zone, reported, whose definition no one states.
pub(super) fn is_plain(figure: &Figure) -> bool {
    figure.measure.is_level()
        && figure.scope.is_whole()
        && figure.subject == Subject::Zone
        && figure.definition.is_not_stated()
        && figure.status() == Status::Reported
}
