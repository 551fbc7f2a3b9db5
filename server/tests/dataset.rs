//! The dataset that ships is sound.

use server::dataset::{Dataset, Files};

#[test]
fn the_embedded_dataset_is_sound() {
    match Dataset::read(&Files::embedded()) {
        Ok(dataset) => {
            assert_eq!(dataset.tables.zones.len(), 2_543 + 19);
            assert_eq!(dataset.zones.len(), 4);
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
