//! The shipped dataset has no errors.

use server::dataset::{Dataset, Files};

#[test]
fn the_embedded_dataset_is_sound() {
    match Dataset::read(&Files::embedded()) {
        Ok(dataset) => {
            assert_eq!(dataset.tables.zones.len(), 2_543 + 19 + 13);
            let described = dataset.zones.iter().filter(|zone| zone.lead.is_some());
            assert_eq!(described.count(), 44);
            assert_eq!((dataset.zones.len(), dataset.groups.len()), (250, 9));
            assert_eq!(dataset.lists.rates.len(), 45);
        }
        Err(problems) => panic!(
            "{}",
            problems
                .iter()
                .map(|p| format!("{p}\n"))
                .collect::<String>()
        ),
    }
}
