import { describe, expect, test } from 'vitest';
import { installWayOf, type InstallWay } from '../../../src/app/install/platform.ts';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone = (os: string, rest: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) ${WEBKIT} ${rest}`;
const ipad = (os: string, rest: string) => `Mozilla/5.0 (iPad; CPU OS ${os} like Mac OS X) ${WEBKIT} ${rest}`;
const mac = (rest: string) => `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${rest}`;
const android = (rest: string) =>
  `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`;

type Case = readonly [name: string, userAgent: string, maxTouchPoints: number, way: InstallWay | null];

const CASES: readonly Case[] = [
  ['Safari on an iPhone', iphone('17_5_1', 'Version/17.5 Mobile/15E148 Safari/604.1'), 5, 'iphone'],
  ['Safari 26 on an iPhone', iphone('18_6', 'Version/26.0 Mobile/15E148 Safari/604.1'), 5, 'iphone'],
  ['an old Safari on an iPhone', iphone('12_5_7', 'Version/12.1.2 Mobile/15E148 Safari/604.1'), 5, 'iphone'],
  ['Chrome on an iPhone', iphone('17_5', 'CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1'), 5, 'iphone'],
  ['Firefox on an iPhone', iphone('17_5', 'FxiOS/127.0 Mobile/15E148 Safari/605.1.15'), 5, 'iphone'],
  [
    'Edge on an iPhone',
    iphone('17_4', 'Version/17.0 EdgiOS/124.0.2478.89 Mobile/15E148 Safari/604.1'),
    5,
    'iphone',
  ],
  [
    'Chrome on iOS 16.3',
    iphone('16_3_1', 'CriOS/110.0.5481.83 Mobile/15E148 Safari/604.1'),
    5,
    'safari-first',
  ],
  ['Chrome on iOS 15', iphone('15_8', 'CriOS/113.0.5672.109 Mobile/15E148 Safari/604.1'), 5, 'safari-first'],
  ['Chrome on iOS 16.4', iphone('16_4', 'CriOS/113.0.5672.109 Mobile/15E148 Safari/604.1'), 5, 'iphone'],
  [
    'Instagram on an iPhone',
    iphone('17_4_1', 'Mobile/15E148 Instagram 330.0.3.29.109 (iPhone14,5; iOS 17_4_1; en_GB; scale=3.00)'),
    5,
    'safari-first',
  ],
  [
    'Facebook on an iPhone',
    iphone('17_4', 'Mobile/15E148 [FBAN/FBIOS;FBAV/463.1.0.44.108;FBBV/592254061;FBDV/iPhone14,5]'),
    5,
    'safari-first',
  ],
  ['Line on an iPhone', iphone('17_4', 'Mobile/15E148 Safari Line/14.5.0'), 5, 'safari-first'],
  [
    'the Google app on an iPhone',
    iphone('17_5', 'GSA/319.0.638 Mobile/15E148 Safari/604.1'),
    5,
    'safari-first',
  ],
  ['a page inside another app', iphone('17_5', 'Mobile/15E148'), 5, 'safari-first'],
  ['Safari on an iPad, mobile pages', ipad('17_5', 'Version/17.5 Mobile/15E148 Safari/604.1'), 5, 'ipad'],
  ['Safari on an iPad, desktop pages', mac(`${WEBKIT} Version/17.5 Safari/605.1.15`), 5, 'ipad'],
  ['Chrome on an iPad, desktop pages', mac(`${WEBKIT} CriOS/126 Version/11.1.1 Safari/605.1.15`), 5, 'ipad'],
  [
    'an iPod',
    iphone('15_8', 'Version/15.6.4 Mobile/15E148 Safari/604.1').replace('(iPhone', '(iPod touch'),
    5,
    'iphone',
  ],
  ['Safari 17 on a Mac', mac(`${WEBKIT} Version/17.0 Safari/605.1.15`), 0, 'mac'],
  ['Safari 26 on a Mac', mac(`${WEBKIT} Version/26.1 Safari/605.1.15`), 0, 'mac'],
  ['Safari 16 on a Mac', mac(`${WEBKIT} Version/16.6 Safari/605.1.15`), 0, null],
  ['Chrome on a Mac', mac('AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'), 0, null],
  [
    'Edge on a Mac',
    mac('AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0'),
    0,
    null,
  ],
  [
    'Firefox on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0',
    0,
    null,
  ],
  ['an app made of a page on a Mac', mac(WEBKIT), 0, null],
  [
    'Firefox on an Android phone',
    'Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
    5,
    'firefox-android',
  ],
  [
    'Firefox on an Android tablet',
    'Mozilla/5.0 (Android 13; Tablet; rv:128.0) Gecko/128.0 Firefox/128.0',
    10,
    'firefox-android',
  ],
  [
    'Firefox Focus on Android',
    'Mozilla/5.0 (Android 13; Mobile; rv:128.0) Gecko/128.0 Focus/128.0 Firefox/128.0',
    5,
    null,
  ],
  ['Chrome on Android', android('Chrome/126.0.0.0 Mobile Safari/537.36'), 5, null],
  ['Samsung Internet', android('SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36'), 5, null],
  [
    'a page inside another Android app',
    android('Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36; wv'),
    5,
    null,
  ],
  [
    'Chrome on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    0,
    null,
  ],
  [
    'Firefox on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
    0,
    null,
  ],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 0, null],
  [
    'Chrome on a Chromebook',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    10,
    null,
  ],
  [
    'WebKitGTK on Linux',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    0,
    null,
  ],
];

describe('how a page is installed by hand', () => {
  test.each(CASES)('%s', (_, userAgent, maxTouchPoints, way) => {
    expect(installWayOf({ userAgent, maxTouchPoints })).toBe(way);
  });
});
