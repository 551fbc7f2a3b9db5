//! Definitions: details on what a source counted, beyond the name of the indicator.

use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// One detail that a source states about what it counted.
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
        /// Planned area or planned population.
        Planned = "planned",
        /// Built-up area.
        Developed = "developed",
        /// Area that the zone administers, as the zone itself states.
        Administered = "administered",
        /// Area of the core of the zone.
        Core = "core",
        /// Permanent residents.
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
        /// Built and open for use.
        Opened = "opened",
        /// Land area.
        Land = "land",
        /// Sea area.
        Sea = "sea",
        /// Budget revenue; the source does not state which budget.
        Budgetary = "budgetary",
        /// The part that remains with the local government.
        LocalLevel = "local-level",
        /// Taxes collected by the national tax bureau only.
        NationalTax = "national-tax",
        /// Net profit, after deductions.
        Net = "net",
        /// Market entities: enterprises and self-employed persons together.
        MarketEntities = "market-entities",
        /// Newly registered in the period.
        NewlyRegistered = "newly-registered",
        /// Private enterprises.
        Private = "private",
        /// Enterprises without foreign capital.
        Domestic = "domestic",
        /// Legal entities, as an economic census counts them.
        LegalEntities = "legal-entities",
        /// Income from technology, industry and trade together.
        TechnologyIndustryTrade = "technology-industry-trade",
        /// Income from the main lines of business only.
        MainBusiness = "main-business",
        /// Total income of enterprises or of a park, which may include more than operating revenue.
        TotalRevenue = "total-revenue",
        /// Sales for which invoices were issued.
        Invoiced = "invoiced",
        /// Sales on which tax is due.
        Taxable = "taxable",
        /// The part of the output that was sold.
        SalesOutput = "sales-output",
        /// Industrial enterprises of every size.
        AllSizes = "all-sizes",
        /// General public budget revenue before it is shared with higher levels of government.
        TotalGeneralBudget = "total-general-budget",
        /// Fiscal revenue in the widest count of the source, as a rule with the part of higher levels of government.
        AllCalibre = "all-calibre",
        /// Fiscal and tax revenue as one amount.
        FiscalWithTax = "fiscal-with-tax",
        /// Only the tax in the general public budget revenue.
        BudgetTax = "budget-tax",
        /// All tax collected in the area, for every level of government.
        AllTaxes = "all-taxes",
        /// With customs duties.
        WithCustoms = "with-customs",
    }
}

/// All details that a source states about what it counted, in the order of [`Term`]. Empty if it states none.
///
/// ```
/// use domain::definition::{Definition, Term};
///
/// // Two sources that state the same details in another order have the same definition.
/// let one: Definition = vec![Term::LegalEntities, Term::Domestic].into();
/// let other: Definition = vec![Term::Domestic, Term::LegalEntities].into();
/// assert_eq!(one, other);
/// assert!(Definition::default().is_not_stated());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Term>", into = "Vec<Term>")]
pub struct Definition(Vec<Term>);

impl Definition {
    /// Returns the details in the order of [`Term`].
    pub fn terms(&self) -> &[Term] {
        &self.0
    }

    /// True if the source states no detail.
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
