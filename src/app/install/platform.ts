/** How this browser installs a page when it has no prompt that a page could open. */
export type InstallWay = 'iphone' | 'ipad' | 'safari-first' | 'mac' | 'firefox-android';

export interface Platform {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/** The first iOS on which other browsers than Safari have Add to Home Screen. */
const IOS_OTHERS = 16.4;
/** The first Safari with Add to Dock. */
const SAFARI_DOCK = 17;

const IOS_BROWSER = /\b(CriOS|FxiOS|EdgiOS|OPT|OPiOS|YaBrowser|DuckDuckGo|Brave|Vivaldi)\b/;
/** Pages inside other apps: they say so, or leave out Safari's name. */
const IN_APP =
  /\b(FBAN|FBAV|FBIOS|Instagram|Line|MicroMessenger|Snapchat|TikTok|musical_ly|LinkedInApp|GSA)\b/;
const OTHER_ON_MAC = /\b(Chrome|Chromium|CriOS|Edg|OPR|Firefox|FxiOS|Electron)\b/;

/**
 * The way by hand, from the user agent (no feature tells these apart); `null` where the browser has none, or has
 * an own prompt. An iPad that asks for desktop pages calls itself a Mac, but can be touched.
 */
export function installWayOf({ userAgent, maxTouchPoints }: Platform): InstallWay | null {
  const macintosh = userAgent.includes('Macintosh');
  if (/iPhone|iPod/.test(userAgent)) return iosWay(userAgent, 'iphone');
  if (userAgent.includes('iPad') || (macintosh && maxTouchPoints > 1)) return iosWay(userAgent, 'ipad');
  if (macintosh) return macWay(userAgent);
  const focus = /\b(Focus|Klar)\//.test(userAgent);
  return /Android.*\bFirefox\/\d/.test(userAgent) && !focus ? 'firefox-android' : null;
}

function iosWay(userAgent: string, device: 'iphone' | 'ipad'): InstallWay {
  if (IN_APP.test(userAgent) || !/\bSafari\//.test(userAgent)) return 'safari-first';
  const [, major, minor] = /\bOS (\d+)_(\d+)/.exec(userAgent) ?? [];
  const version = major === undefined ? Infinity : Number(`${major}.${minor ?? '0'}`);
  return IOS_BROWSER.test(userAgent) && version < IOS_OTHERS ? 'safari-first' : device;
}

function macWay(userAgent: string): InstallWay | null {
  if (OTHER_ON_MAC.test(userAgent) || !/\bSafari\//.test(userAgent)) return null;
  const version = Number(/\bVersion\/(\d+)/.exec(userAgent)?.[1] ?? 0);
  return version >= SAFARI_DOCK ? 'mac' : null;
}
