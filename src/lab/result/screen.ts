import { MediaQuery } from 'svelte/reactivity';

/** The timeline fits beside the figures, as the table's last column. */
export const laptop = new MediaQuery('(min-width: 1200px)');

/** One column of figures less, strips wrapped, lanes one at a time. */
export const phone = new MediaQuery('(max-width: 767px)');
