//! Finds tables in plain text: rows are lines, cells are separated by tabs or vertical bars.

use super::text::{is_space, lines};
use std::ops::Range;

/// A cell with the numbers of its table, row and column, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableCell {
    pub table: usize,
    pub row: usize,
    pub column: usize,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    Tab,
    Bar,
}

/// Returns the cells of all tables of a normalised text, in order.
pub(super) fn cells(text: &str) -> Vec<TableCell> {
    let lines: Vec<Range<usize>> = lines(text).collect();
    let separators: Vec<Option<Separator>> = lines
        .iter()
        .map(|line| separator(&text[line.clone()]))
        .collect();
    let mut found = Vec::new();
    let mut table = 0;
    let mut first = 0;
    while first < lines.len() {
        let Some(separator) = separators[first] else {
            first += 1;
            continue;
        };
        let mut end = first + 1;
        while end < lines.len() && goes_on(separator, &separators[end..], &lines[end]) {
            end += 1;
        }
        let rows = rows(text, separator, &lines[first..end]);
        first = end;
        if is_table(&rows) {
            table += 1;
            let rows = rows.into_iter().filter(|row| !row.is_rule).zip(1..);
            found.extend(rows.flat_map(|(row, number)| {
                row.cells
                    .into_iter()
                    .zip(1..)
                    .map(move |(range, column)| TableCell {
                        table,
                        row: number,
                        column,
                        range,
                    })
            }));
        }
    }
    found
}

fn separator(line: &str) -> Option<Separator> {
    if line.trim_start().starts_with('|') {
        Some(Separator::Bar)
    } else if line.contains('\t') {
        Some(Separator::Tab)
    } else {
        line.contains('|').then_some(Separator::Bar)
    }
}

/// True if the next line is another row of the table. `separators` starts with the separator of this line.
fn goes_on(separator: Separator, separators: &[Option<Separator>], line: &Range<usize>) -> bool {
    match separators {
        [Some(own), ..] => *own == separator,
        // A row with only its first cell filled has lost its tabs, because they were space at the end of a line. It is
        // a row only if the following line has tabs again.
        [None, Some(Separator::Tab), ..] => separator == Separator::Tab && !line.is_empty(),
        _ => false,
    }
}

struct Row {
    cells: Vec<Range<usize>>,
    is_rule: bool,
}

fn rows(text: &str, separator: Separator, lines: &[Range<usize>]) -> Vec<Row> {
    lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let cells = cells_of(text, separator, line.clone());
            Row {
                // Only the second row can be a rule; further down, dashes mean that there is no value.
                is_rule: n == 1
                    && separator == Separator::Bar
                    && cells.iter().all(|cell| is_dashes(&text[cell.clone()])),
                cells,
            }
        })
        .collect()
}

/// True for a cell of a table rule: `---`, `:--`, `:-:`
fn is_dashes(cell: &str) -> bool {
    cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':'))
}

/// True if at least two rows exist and one of them has two filled cells. A single line with a bar is a menu or a page
/// title; lines that start with a tab are indented text.
fn is_table(rows: &[Row]) -> bool {
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    rows.len() > 1 && rows.iter().any(|row| filled(row) > 1)
}

fn cells_of(text: &str, separator: Separator, line: Range<usize>) -> Vec<Range<usize>> {
    let words = &text[line.clone()];
    let mut escaped = false;
    let separates = |c: char| match separator {
        Separator::Tab => c == '\t',
        Separator::Bar => {
            let bare = !escaped;
            escaped = bare && c == '\\';
            bare && c == '|'
        }
    };
    let mut start = line.start;
    let mut cells: Vec<Range<usize>> = words
        .split(separates)
        .map(|cell| {
            let range = trimmed(cell, start);
            start += cell.len() + 1;
            range
        })
        .collect();
    if separator == Separator::Bar {
        // The bars at both ends of a row are its border.
        if words.trim_start().starts_with('|') {
            cells.remove(0);
        }
        if words.ends_with('|') && cells.last().is_some_and(Range::is_empty) {
            cells.pop();
        }
    }
    cells
}

fn trimmed(cell: &str, start: usize) -> Range<usize> {
    let words = cell.trim_start_matches(is_space);
    let start = start + cell.len() - words.len();
    start..start + words.trim_end_matches(is_space).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> Vec<(String, &str)> {
        cells(text)
            .into_iter()
            .map(|c| {
                (
                    format!("t{} r{} c{}", c.table, c.row, c.column),
                    &text[c.range],
                )
            })
            .collect()
    }

    fn cell<'t>(text: &'t str, place: &str) -> Option<&'t str> {
        let found = counted(text).into_iter().find(|(at, _)| at == place);
        found.map(|(_, words)| words)
    }

    #[test]
    fn cells_stand_between_bars() {
        let text = "Output:\n\n| Year | Output |\n|:---|---:|\n| 2016 | 94.4 |\n| 2017 | a \\| b |\n| - | - |\n";
        assert_eq!(
            counted(text),
            [
                ("t1 r1 c1", "Year"),
                ("t1 r1 c2", "Output"),
                ("t1 r2 c1", "2016"),
                ("t1 r2 c2", "94.4"),
                ("t1 r3 c1", "2017"),
                ("t1 r3 c2", "a \\| b"),
                ("t1 r4 c1", "-"),
                ("t1 r4 c2", "-"),
            ]
            .map(|(place, words)| (place.to_owned(), words))
        );
        assert_eq!(
            cell("Year | Output\n--- | ---\n2016 | 94.4", "t1 r2 c2"),
            Some("94.4")
        );
    }

    #[test]
    fn cells_stand_between_tabs() {
        let text = "\t2016\t2017\nOutput\t94.4\t120\nof this:\nExports\t\t8\nA note.\n\nKey\tValue\nJobs\t4,000";
        assert_eq!(cell(text, "t1 r1 c1"), Some(""));
        assert_eq!(cell(text, "t1 r2 c3"), Some("120"));
        assert_eq!(cell(text, "t1 r3 c1"), Some("of this:"));
        assert_eq!(cell(text, "t1 r4 c2"), Some(""));
        assert_eq!(cell(text, "t1 r4 c3"), Some("8"));
        assert_eq!(cell(text, "t1 r5 c1"), None);
        assert_eq!(cell(text, "t2 r2 c2"), Some("4,000"));
    }

    #[test]
    fn menus_and_indented_lines_are_no_tables() {
        for text in [
            "A zone | example.com\n\nIt grew.",
            "\tIt grew.\n\tIt has parks.",
            "",
            "|\n|",
        ] {
            assert_eq!(counted(text), [], "{text}");
        }
    }
}
