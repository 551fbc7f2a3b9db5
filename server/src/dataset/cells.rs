//! Cells that occur in several tables.

use super::table::Row;
use domain::id::ProvinceSlug;
use domain::quantity::Quantity;
use domain::text::Bilingual;
use std::collections::HashSet;

/// Returns the name in both languages; `None` means a reported problem.
pub(super) fn name(row: &mut Row<'_>) -> Option<Bilingual> {
    let (en, zh) = (row.filled("name_en"), row.filled("name_zh"));
    Some(Bilingual { en: en?, zh: zh? })
}

/// Returns the province; `None` means a reported problem.
pub(super) fn known_province(
    row: &mut Row<'_>,
    known: &HashSet<ProvinceSlug>,
) -> Option<ProvinceSlug> {
    let province = row.value::<ProvinceSlug>("province")?;
    if !known.contains(&province) {
        row.problem(
            "province",
            format_args!("`{province}` is not in provinces.tsv"),
        );
        return None;
    }
    Some(province)
}

/// Parses a number whose unit is part of the column name. The inner `None` means empty, the outer `None` means a
/// reported problem.
pub(super) fn measured(row: &mut Row<'_>, column: &str, unit: &str) -> Option<Option<Quantity>> {
    let text = row.text(column);
    if text.is_empty() {
        return Some(None);
    }
    match format!("{text} {unit}").parse() {
        Ok(quantity) => Some(Some(quantity)),
        Err(error) => {
            row.problem(column, error);
            None
        }
    }
}
