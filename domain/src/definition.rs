//! What the name of an indicator leaves open.

use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// One thing that a source says of what it counted.
    Term, "a definition such as `gross`, `value-added`, `above-scale` or `developed`" {
        /// Gross output.
        Gross = "gross",
        /// Value added.
        ValueAdded = "value-added",
        /// Only enterprises above the official size ("above-scale", "designated size").
        AboveScale = "above-scale",
        /// General public budget revenue.
        GeneralBudget = "general-budget",
        /// Total fiscal revenue.
        TotalFiscal = "total-fiscal",
        /// Area approved by the state or province.
        Approved = "approved",
        /// Area or population planned.
        Planned = "planned",
        /// Area built up.
        Developed = "developed",
        /// Area that the zone administers, by its own word.
        Administered = "administered",
        /// Area of the core of the zone.
        Core = "core",
        /// People who live there permanently.
        Resident = "resident",
        /// Registered enterprises.
        Registered = "registered",
        /// Listed on a stock exchange.
        Listed = "listed",
        /// Listed on the A-share market.
        AShare = "a-share",
        /// In production.
        InProduction = "in-production",
        /// Built.
        Built = "built",
        /// Built and open to use.
        Opened = "opened",
        /// Land area.
        Land = "land",
        /// Sea area.
        Sea = "sea",
        /// Budget revenue; which budget the source does not say.
        Budgetary = "budgetary",
        /// The part that stays with the local government.
        LocalLevel = "local-level",
        /// Taxes collected by the national tax bureau only.
        NationalTax = "national-tax",
        /// After deductions: net profit.
        Net = "net",
        /// Market entities: enterprises and the self-employed together.
        MarketEntities = "market-entities",
        /// Registered in the period.
        NewlyRegistered = "newly-registered",
        /// Private enterprises.
        Private = "private",
        /// Enterprises without foreign capital.
        Domestic = "domestic",
        /// Legal entities, as an economic census counts them.
        LegalEntities = "legal-entities",
        /// Income from technology, industry and trade together.
        TechnologyIndustryTrade = "technology-industry-trade",
    }
}

/// All that a source says of what it counted, in canonical order; empty where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Term>", into = "Vec<Term>")]
pub struct Definition(Vec<Term>);

impl Definition {
    /// The terms, in order.
    pub fn terms(&self) -> &[Term] {
        &self.0
    }

    /// Whether the source leaves the definition open.
    pub const fn is_not_stated(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<Term>> for Definition {
    fn from(mut terms: Vec<Term>) -> Self {
        terms.sort_unstable();
        terms.dedup();
        Self(terms)
    }
}

impl From<Definition> for Vec<Term> {
    fn from(definition: Definition) -> Self {
        definition.0
    }
}
