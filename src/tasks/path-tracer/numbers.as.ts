/** The two arrays of layout.as.ts, by address. */

export function get(array: usize, at: i32): f64 {
  return load<f64>(array + ((<usize>at) << 3));
}

export function set(array: usize, at: i32, value: f64): void {
  store<f64>(array + ((<usize>at) << 3), value);
}
