//! Tables as CSV (RFC 4180) that spreadsheets and programs can read without extra settings.

use app::messages::columns::{Column, ColumnType};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::io;

/// The byte order mark, by which spreadsheets recognise UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A number that is serialized as a number, without a fraction if it is whole.
#[derive(Debug, Clone, Copy)]
pub struct Number(pub Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.0.normalize();
        match number.to_i64() {
            Some(whole) if number.is_integer() => serializer.serialize_i64(whole),
            _ => serializer.serialize_f64(number.to_f64().unwrap_or(f64::NAN)),
        }
    }
}

/// Writes a table with a header. The columns must match the fields of a row in number and order. Without rows the table
/// has only the header.
///
/// # Errors
/// When a row cannot be written, or the number of its fields differs from the header.
pub fn csv<T: Serialize>(
    columns: &[&[Column]],
    rows: impl IntoIterator<Item = T>,
) -> Result<Vec<u8>, csv::Error> {
    let columns: Vec<&Column> = columns.iter().copied().flatten().collect();
    let mut table = header(&columns)?;
    table.extend(records(&columns, rows)?);
    Ok(table)
}

/// Writes the byte order mark and the header line.
///
/// # Errors
/// When the header cannot be written, which only a lack of memory could cause.
pub fn header(columns: &[&Column]) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec());
    table.write_record(columns.iter().map(|column| column.name))?;
    written(table)
}

/// Writes rows without a header.
///
/// # Errors
/// When the number of fields in a row differs from the number of columns.
pub fn records<T: Serialize>(
    columns: &[&Column],
    rows: impl IntoIterator<Item = T>,
) -> Result<Vec<u8>, csv::Error> {
    let mut cells = csv::WriterBuilder::new()
        .has_headers(false)
        .from_writer(Vec::new());
    for row in rows {
        cells.serialize(row)?;
    }
    let cells = written(cells)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(cells.as_slice());
    let mut guarded_rows = csv::Writer::from_writer(Vec::new());
    for record in reader.records() {
        let record = record?;
        if record.len() != columns.len() {
            return Err(csv::Error::from(io::Error::other(format!(
                "{} cells in a table of {} columns",
                record.len(),
                columns.len()
            ))));
        }
        let cells = columns.iter().zip(&record);
        for (column, cell) in cells {
            guarded_rows.write_field(guarded(column, cell).as_bytes())?;
        }
        guarded_rows.write_record(None::<&[u8]>)?;
    }
    written(guarded_rows)
}

fn written(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, csv::Error> {
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// Prevents spreadsheets from reading a text cell as a formula: puts an apostrophe before a text that begins like one.
/// Numbers are not changed, not even negative ones.
fn guarded<'a>(column: &Column, cell: &'a str) -> Cow<'a, str> {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if column.of_type == ColumnType::Text && is_formula {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::messages::columns::POINTS;

    #[test]
    fn a_table_without_rows_has_its_header() {
        let table = csv(&[POINTS], Vec::<(u8,)>::new()).unwrap();
        let table = String::from_utf8(table).unwrap();
        assert!(table.starts_with("\u{feff}line,year,shown_low,"), "{table}");
        assert_eq!(table.lines().count(), 1);
    }

    #[test]
    fn texts_are_no_formulas_and_numbers_stay_numbers() {
        for start in ["=1+1", "+1", "-1", "@x", "\tx"] {
            assert_eq!(guarded(&POINTS[0], start), format!("'{start}"));
        }
        assert_eq!(guarded(&POINTS[0], "1-2"), "1-2");
        assert_eq!(guarded(&POINTS[2], "-0.5"), "-0.5");
    }

    #[test]
    fn a_number_is_whole_where_it_can_be() {
        for (number, text) in [
            ("94400000000", "94400000000"),
            ("10.0", "10"),
            ("6.8", "6.8"),
            ("-0.5", "-0.5"),
        ] {
            let number = Number(number.parse().unwrap());
            assert_eq!(serde_json::to_string(&number).unwrap(), text);
        }
    }
}
