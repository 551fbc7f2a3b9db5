//! The sizes of the files that browsers download.

use app::records::ExplorerData;
use brotli::enc::BrotliEncoderParams;
use site_tests::shipped;

/// The largest sizes of the two index files, in bytes after Brotli compression at the level of a release.
const BUDGETS: [(&str, usize); 2] = [("index", 61_600), ("search", 43_400)];
const LEVEL: i32 = 11;

#[tokio::test]
async fn the_index_files_are_small() {
    let site = shipped();
    let data = site.bytes("/fn/explorer").await;
    let data: ExplorerData = postcard::from_bytes(&data).unwrap();
    let files = [&data.index_manifest.index, &data.index_manifest.search];
    for ((name, budget), address) in BUDGETS.into_iter().zip(files) {
        let plain = site.bytes(address).await;
        let mut packed = Vec::new();
        let parameters = BrotliEncoderParams {
            quality: LEVEL,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters).unwrap();
        assert!(packed.len() <= budget, "{name}: {} bytes", packed.len());
    }
}
