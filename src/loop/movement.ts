/**
 * Jobs move from place to place, so that the eye learns the rule. A job keeps its id on its whole way, but each list
 * draws a card of its own: what moves is a copy of the new card, over everything, from where the old one stood.
 */

const MOVE_MS = 240;
/** Where motion is unwelcome, what has come is outlined for so long. */
const OUTLINE_MS = 600;
/** Nearer than this, nothing has moved. */
const LEAST_PX = 6;

/** Where each job stands; keys are what the cards carry as `data-job`. */
type Places = ReadonlyMap<string, DOMRect>;

const cards = (stage: HTMLElement): HTMLElement[] => [
  ...stage.querySelectorAll<HTMLElement>('[data-job]:not([data-copy])'),
];

export function placesOf(stage: HTMLElement): Places {
  return new Map(cards(stage).map((card) => [card.dataset['job'] ?? '', card.getBoundingClientRect()]));
}

const far = (a: DOMRect, b: DOMRect): boolean => Math.hypot(a.x - b.x, a.y - b.y) > LEAST_PX;

/** After the page has changed: lets what is somewhere else now go there. Returns how to end it at once. */
export function moveFrom(stage: HTMLElement, before: Places): () => void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const running = cards(stage).flatMap((card) => {
    const old = before.get(card.dataset['job'] ?? '');
    const now = card.getBoundingClientRect();
    if (old !== undefined && !far(old, now)) return [];
    if (still) return [outline(card)];
    return old === undefined ? [appear(card)] : fly(stage, card, { old, now });
  });
  return () => {
    for (const animation of running) animation.finish();
  };
}

function outline(card: HTMLElement): Animation {
  const [from, to] = ['2px solid var(--ink)', '2px solid var(--ink)'];
  return card.animate({ outline: [from, to], outlineOffset: ['2px', '2px'] }, { duration: OUTLINE_MS });
}

function appear(card: HTMLElement): Animation {
  return card.animate({ opacity: [0, 1] }, { duration: MOVE_MS, easing: 'ease-out' });
}

function fly(
  stage: HTMLElement,
  card: HTMLElement,
  { old, now }: { old: DOMRect; now: DOMRect },
): Animation[] {
  const copy = copyOf(stage, card, now);
  const from = `translate(${String(old.x - now.x)}px, ${String(old.y - now.y)}px)`;
  const options = { duration: MOVE_MS, easing: 'cubic-bezier(0.3, 0, 0.2, 1)' };
  const moving = copy.animate({ transform: [from, 'none'] }, options);
  const hidden = card.animate({ opacity: [0, 0] }, { duration: MOVE_MS });
  const over = (): void => {
    copy.remove();
  };
  moving.addEventListener('finish', over);
  moving.addEventListener('cancel', over);
  return [moving, hidden];
}

function copyOf(stage: HTMLElement, card: HTMLElement, place: DOMRect): HTMLElement {
  const frame = stage.getBoundingClientRect();
  const copy = card.cloneNode(true) as HTMLElement;
  copy.dataset['copy'] = '';
  copy.inert = true;
  copy.setAttribute('aria-hidden', 'true');
  Object.assign(copy.style, {
    position: 'absolute',
    zIndex: '8',
    left: `${String(place.x - frame.x)}px`,
    top: `${String(place.y - frame.y)}px`,
    width: `${String(place.width)}px`,
    height: `${String(place.height)}px`,
    margin: '0',
    pointerEvents: 'none',
  });
  stage.append(copy);
  return copy;
}
