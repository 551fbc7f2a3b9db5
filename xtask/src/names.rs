//! The names of files that browsers may cache for ever: each name contains a hash of the content.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The name of the program, and the beginning of every hashed name.
pub const PROGRAM: &str = "zone-atlas";

/// The number of hexadecimal digits of the hash in a name. With 12 digits, two builds practically never have the same
/// name.
const DIGITS: usize = 12;

/// Returns `zone-atlas.<hash>`, with the SHA-256 of the content.
pub fn hashed(content: &[u8]) -> String {
    let mut name = format!("{PROGRAM}.");
    for byte in &Sha256::digest(content)[..DIGITS / 2] {
        // Writing to a string cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::hashed;

    #[test]
    fn a_name_holds_the_first_digits_of_sha_256() {
        assert_eq!(hashed(b""), "zone-atlas.e3b0c44298fc");
        assert_eq!(hashed(b"abc"), "zone-atlas.ba7816bf8f01");
    }
}
