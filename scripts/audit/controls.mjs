/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').Locator} Locator */

/** What a person can press, choose, move or type into. A file input opens the system's dialog: its label is pressed by nobody here. */
const CONTROLS =
  'a[href], button:enabled, input:enabled:not([type=file]), select:enabled, textarea:enabled, summary, [tabindex="0"]';

/**
 * @typedef {object} Control
 * @property {number} index among the controls of its scene
 * @property {string} name
 * @property {string} kind
 */

/**
 * In the page: what can be seen, is not a way out of it, and how people would name it.
 *
 * @param {Element[]} elements
 * @returns {Control[]}
 */
function describe(elements) {
  const nameOf = (/** @type {Element} */ element) => {
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    const words = element.getAttribute('aria-label') ?? label ?? element.textContent;
    return words.trim().replace(/\s+/g, ' ').slice(0, 40);
  };
  const isSeen = (/** @type {Element} */ element) =>
    (element.closest('label') ?? element).checkVisibility({ visibilityProperty: true });
  return elements.flatMap((element, index) => {
    const away = element instanceof HTMLAnchorElement && element.origin !== globalThis.location.origin;
    if (away || !isSeen(element)) return [];
    // The link that skips the bar stands above the page until a key has led to it.
    const above = element.getBoundingClientRect().bottom + globalThis.scrollY <= 0;
    const kind = element instanceof HTMLInputElement ? element.type : element.localName;
    return [{ index, kind: above ? 'above' : kind, name: nameOf(element) }];
  });
}

/**
 * The controls that can be seen, in the topmost dialog where one is open.
 *
 * @param {Page} page
 * @returns {Promise<{ all: Locator, controls: Control[] }>}
 */
export async function controlsOf(page) {
  const dialog = page.locator('dialog:modal');
  const all = (await dialog.count()) > 0 ? dialog.last().locator(CONTROLS) : page.locator(CONTROLS);
  return { all, controls: await all.evaluateAll(describe) };
}

/** Keys that change a control's value, where a press wouldn't. @type {Readonly<Record<string, string>>} */
const KEYS = {
  select: 'ArrowDown',
  range: 'ArrowRight',
  number: '1',
  text: 'a',
  textarea: 'a',
  search: 'a',
  above: 'Enter',
};

/**
 * Uses a control as a person would.
 *
 * @param {Locator} target
 * @param {string} kind
 * @param {boolean} touch
 */
export async function use(target, kind, touch) {
  const key = KEYS[kind];
  if (key !== undefined) {
    await target.focus();
    await target.press(key);
    return;
  }
  // A radio button's key covers it.
  const pressed = kind === 'radio' || kind === 'checkbox' ? target.locator('xpath=ancestor::label') : target;
  const what = (await pressed.count()) > 0 ? pressed.first() : target;
  if (touch) await what.tap();
  else await what.click();
}
