import type { NumberRule } from '../params.ts';

/**
 * How often a filter runs over the same picture, writing the same result again, as if that many equal photos
 * were filtered one after another. It fits the load to the device; the page says so.
 */
export const REPEAT: NumberRule = { name: 'repeat', min: 1, max: 64, fallback: 1, whole: true };
