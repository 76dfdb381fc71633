import type { IconName } from '../ui/icons.ts';
import type { PageId } from './router.ts';

export interface NavItem {
  readonly page: PageId;
  readonly label: string;
  /** Under the icon, on a phone. */
  readonly short: string;
  readonly icon: IconName;
}

/** What can be gone to, in order: one line a page. */
export const NAV: readonly NavItem[] = [
  { page: 'lab', label: 'Lab', short: 'Lab', icon: 'lab' },
  { page: 'learn', label: 'Learn', short: 'Learn', icon: 'learn' },
  { page: 'loop', label: 'Event loop', short: 'Loop', icon: 'loop' },
  { page: 'results', label: 'Results', short: 'Results', icon: 'results' },
  { page: 'about', label: 'About', short: 'About', icon: 'about' },
];
