//! The index files that browsers read.

use crate::atlas::ATLAS;
use domain::filter::{Columns, Filter, Index, SearchColumns, Sort};
use domain::text::Bilingual;

/// The first byte of an input with an index; any other byte is followed by search columns.
pub const INDEX: u8 = b'i';

/// The searches that are made in each index.
const SEARCHES: [&str; 5] = ["", "a", "park e", "高新区", "gaoxin"];

/// Reads bytes as an index or as search columns. They are refused, or lists and searches with them work.
pub fn check(input: &[u8]) {
    let small = ATLAS.index.columns();
    match input {
        [INDEX, bytes @ ..] => {
            if let Ok(columns) = Columns::from_bytes(bytes) {
                assert_eq!(
                    Columns::from_bytes(&columns.to_bytes()),
                    Ok(columns.clone())
                );
                lists(&Index::new(columns));
            }
        }
        [_, bytes @ ..] => {
            if let Ok(search) = SearchColumns::from_bytes(bytes) {
                assert_eq!(
                    SearchColumns::from_bytes(&search.to_bytes()),
                    Ok(search.clone())
                );
                let index = Index::new(small.clone());
                index.add_search(province_names(), search);
                lists(&index);
            }
        }
        [] => {}
    }
}

/// The names of the provinces of the small dataset.
fn province_names() -> Vec<Bilingual> {
    let provinces = ATLAS.reference.provinces.iter();
    provinces.map(|province| province.name.clone()).collect()
}

fn lists(index: &Index) {
    for &sort in Sort::ALL {
        let filter = Filter {
            sort,
            ..Filter::default()
        };
        assert_eq!(
            index.select(&filter).total() as usize,
            index.columns().len()
        );
    }
    for search in SEARCHES {
        let found = index.select(&Filter::default().searching(search));
        assert!(found.total() as usize <= index.columns().len());
    }
}
