/**
 * What the work resolves with, unless it takes too long. The work itself isn't stopped, and what becomes of it later
 * is nobody's concern.
 *
 * @template T
 * @param {number} limit in ms
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws where the work does, and after `limit`
 */
export async function within(limit, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Not done after ${limit / 1000} s.`));
    }, limit);
  });
  try {
    return await Promise.race([work(), /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}
