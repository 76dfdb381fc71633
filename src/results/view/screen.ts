import { MediaQuery } from 'svelte/reactivity';

/** Tables have fewer columns, and what stood in them moves beneath the first. */
export const phone = new MediaQuery('(max-width: 767px)');
