import type { Surface } from './driver.ts';

/** Where the keyboard is after one press of Tab. */
interface Stop {
  /** Place among the controls in the order of the document; -1 beside all of them. */
  readonly at: number;
  readonly what: string;
  /** What a reader who sees would miss: a frame around it, or the whole of it. */
  readonly missing: string | null;
}

/** In the document: takes the keyboard to the beginning, by a focus on the body that is taken away again. */
function goToBeginning(): void {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}

/** In the document: numbers what the Tab key should come to, and returns how many there are. */
function numberControls(): number {
  const all = document.body.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]');
  const reachable = [...all].filter(
    (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }),
  );
  for (const one of all) one.removeAttribute('data-stop');
  for (const [at, one] of reachable.entries()) one.setAttribute('data-stop', String(at));
  return reachable.length;
}

/** In the document: what has the focus, and how it looks. */
function stopHere(): Stop {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement)
    return { at: -1, what: 'the page', missing: null };
  const framed = [element, element.parentElement as Element].some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  });
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.x + box.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.y + Math.min(box.height / 2, innerHeight / 2))),
  );
  const seen = top !== null && (element.contains(top) || top.contains(element));
  return {
    at: Number(element.getAttribute('data-stop') ?? -1),
    what: element.outerHTML.slice(0, 160),
    missing: framed ? (seen ? null : 'covered') : 'no frame',
  };
}

/** Numbers the controls once none is added any more: what a surface reads from the browser (keys, sites) comes a moment after the rest. */
async function settledControls(surface: Surface): Promise<number> {
  let before = -1;
  for (;;) {
    const now = await surface.evaluate(numberControls);
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/**
 * Goes through a surface by the Tab key alone, from its beginning to its end.
 *
 * @returns what is wrong, one line a place: a control that is never reached, be it for one before it that keeps the keyboard, one that is out of order, or one whose focus is not seen.
 */
export async function walkByTab(surface: Surface): Promise<readonly string[]> {
  const controls = await settledControls(surface);
  await surface.evaluate(goToBeginning);
  const wrong: string[] = [];
  const reached: number[] = [];
  // A press more would leave the document, and Firefox's driver does not come back from there.
  while (reached.length < controls) {
    await surface.press('Tab');
    const { at, what, missing } = await surface.evaluate(stopHere);
    if (at === -1 || reached.includes(at)) break;
    if (at < (reached.at(-1) ?? -1)) wrong.push(`out of order: ${what}`);
    if (missing) wrong.push(`${missing}: ${what}`);
    reached.push(at);
  }
  if (reached.length < controls) {
    const left = await surface.evaluate(
      (found: readonly number[]) =>
        [...document.querySelectorAll('[data-stop]')]
          .filter((one) => !found.includes(Number(one.getAttribute('data-stop'))))
          .map((one) => one.outerHTML.slice(0, 160)),
      reached,
    );
    wrong.push(...left.map((one) => `never reached: ${one}`));
  }
  return wrong;
}

/** Goes to the way on after something went wrong, and takes it. */
export async function tryAgain(surface: Surface): Promise<void> {
  await tabTo(surface, '.popup__message button');
  await surface.press('Enter');
}

/** Presses Tab from the beginning until the keyboard is on what matches; fails where it never is. */
export async function tabTo(surface: Surface, selector: string): Promise<void> {
  await surface.evaluate(goToBeginning);
  for (let presses = 0; presses < 120; presses++) {
    await surface.press('Tab');
    if (await surface.evaluate((wanted: string) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the Tab key never comes to ${selector}`);
}
