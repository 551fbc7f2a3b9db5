//! The sizes of what browsers download.

use brotli::enc::BrotliEncoderParams;
use serde_json::Value;
use site_tests::shipped;

/// Largest sizes of the two index files, in bytes after compression by Brotli at the level that a release uses.
const BUDGETS: [(&str, usize); 2] = [("index", 60_000), ("search", 40_000)];
const LEVEL: i32 = 11;

#[tokio::test]
async fn the_index_files_are_small() {
    let site = shipped();
    let groundwork: Value = serde_json::from_str(&site.page("/api/groundwork").await).unwrap();
    for (name, budget) in BUDGETS {
        let plain = site.bytes(groundwork[name].as_str().unwrap()).await;
        let mut packed = Vec::new();
        let parameters = BrotliEncoderParams {
            quality: LEVEL,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters).unwrap();
        assert!(packed.len() <= budget, "{name}: {} bytes", packed.len());
    }
}
