// The environment variables that `cargo xtask test` sets for the browser tests.

/// Returns the value of an environment variable; fails if it is not set.
export function environment(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the browser tests by: cargo xtask test`);
  return value;
}
