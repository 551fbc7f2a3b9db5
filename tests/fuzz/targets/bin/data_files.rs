//! See `fuzz::TARGETS`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::check("data_files", input));
