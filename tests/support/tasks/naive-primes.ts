/** Primes by a sieve as a textbook writes it, and their twins by looking at each number. */
export function naivePrimes(limit: number): Uint8Array {
  const prime = new Uint8Array(limit + 1).fill(1, 2);
  for (let n = 2; n * n <= limit; n++) {
    if (prime[n] === 1) for (let m = n * n; m <= limit; m += n) prime[m] = 0;
  }
  return prime;
}

/** Primes from `from` to `to` (not included), and pairs whose smaller one lies there. */
export function naiveCounts(prime: Uint8Array, from: number, to: number): { primes: number; twins: number } {
  let [primes, twins] = [0, 0];
  for (let n = from; n < Math.min(to, prime.length); n++) {
    primes += prime[n] as number;
    twins += (prime[n] as number) * (prime[n + 2] ?? 0);
  }
  return { primes, twins };
}
