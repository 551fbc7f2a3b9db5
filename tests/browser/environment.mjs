// What `cargo xtask test` tells the browser tests.

/// The value of an environment variable that must be set.
export function environment(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the browser tests by: cargo xtask test`);
  return value;
}
