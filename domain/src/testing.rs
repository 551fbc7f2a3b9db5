//! Functions that create figures and sources for tests.

use crate::figure::{Evidence, Figure, Statement};
use crate::receipt::Receipt;
use crate::source::{PublisherClass, Source};

/// Creates a figure of a whole zone, reported by the source `s`.
pub fn figure(id: &str, indicator: &str, period: &str, value: &str) -> Figure {
    let receipt = Receipt {
        source: "s".parse().unwrap(),
        at: "page".parse().unwrap(),
        as_stated: value.parse().unwrap(),
        reading: None,
    };
    Figure::level(
        id.parse().unwrap(),
        indicator.parse().unwrap(),
        period.parse().unwrap(),
        value.parse().unwrap(),
        receipt,
    )
}

/// Returns the statement of a figure, for changes.
pub fn statement(figure: &mut Figure) -> &mut Statement {
    match &mut figure.evidence {
        Evidence::Stated(statement) => statement,
        Evidence::Derived(_) => panic!("not stated"),
    }
}

/// Creates a source with a class and a date.
pub fn source(id: &str, class: PublisherClass, date: &str) -> Source {
    Source {
        id: id.parse().unwrap(),
        title: id.to_owned(),
        title_zh: None,
        publisher: None,
        class,
        date: date.parse().ok(),
        address: None,
        unlinked: false,
        sha256: None,
        note: None,
    }
}
