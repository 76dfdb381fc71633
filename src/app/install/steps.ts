import type { InstallWay } from './platform.ts';

export type PictureOf =
  | { readonly kind: 'bar'; readonly at: 'top' | 'bottom'; readonly mark: 'share' | 'dots' | 'address' }
  | { readonly kind: 'menu'; readonly label: string; readonly under: string | null }
  | { readonly kind: 'home'; readonly dock: boolean };

/** One thing to do: `name` is what stands on the screen, in the browser's own words. */
export interface Step {
  readonly before: string;
  readonly name: string;
  readonly after: string;
  readonly picture: PictureOf;
}

const toHome = (dock: boolean): Step => ({
  before: 'Confirm with ',
  name: 'Add',
  after: dock
    ? '. It opens from the Dock, in a window of its own.'
    : '. It opens from its icon, in a window of its own.',
  picture: { kind: 'home', dock },
});

const addToHome: Step = {
  before: 'Scroll down a little and choose ',
  name: 'Add to Home Screen',
  after: '.',
  picture: { kind: 'menu', label: 'Add to Home Screen', under: null },
};

const share = (at: 'top' | 'bottom'): Step => ({
  before: 'Tap ',
  name: 'Share',
  after: ' in the browser’s bar. In newer versions it is behind the three dots.',
  picture: { kind: 'bar', at, mark: 'share' },
});

const safari: Step = {
  before: 'Open this page in ',
  name: 'Safari',
  after: ': the app you are in can’t put it on the Home Screen.',
  picture: { kind: 'bar', at: 'top', mark: 'address' },
};

const IPHONE = [share('bottom'), addToHome, toHome(false)];

export const STEPS: Readonly<Record<InstallWay, readonly Step[]>> = {
  iphone: IPHONE,
  ipad: [share('top'), addToHome, toHome(false)],
  'safari-first': [safari, ...IPHONE],
  mac: [
    {
      before: 'In the menu bar open ',
      name: 'File',
      after: ' and choose Add to Dock (macOS Sonoma or newer).',
      picture: { kind: 'menu', label: 'Add to Dock…', under: 'File' },
    },
    toHome(true),
  ],
  'firefox-android': [
    {
      before: 'Open the ',
      name: 'menu',
      after: ' with the three dots.',
      picture: { kind: 'bar', at: 'bottom', mark: 'dots' },
    },
    {
      before: 'Choose ',
      name: 'Add app to Home screen',
      after: ', in some versions Install or behind More.',
      picture: { kind: 'menu', label: 'Add app to Home screen', under: null },
    },
    toHome(false),
  ],
};
