import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const LINUX_PLACES = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PLACES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function windowsFolders() {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  const x86 = process.env['PROGRAMFILES(X86)'];
  return [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
}

function pathFolders() {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** @returns {string[]} */
function candidates() {
  if (process.platform === 'win32') {
    return windowsFolders().flatMap((folder) => WINDOWS_PLACES.map((parts) => join(folder, ...parts)));
  }
  if (process.platform === 'darwin') {
    const home = process.env.HOME ?? '';
    return MAC_APPS.flatMap((app) =>
      ['', home].map((root) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`),
    );
  }
  const folders = ['/usr/bin', '/usr/local/bin', ...pathFolders()];
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).concat(LINUX_PLACES);
}

/** Where a Chrome, Chromium or Edge is on this machine, most ordinary first. */
export function installedBrowsers() {
  return [...new Set(candidates())].filter((path) => existsSync(path));
}
