import { parentOf } from '../dom.ts';

/**
 * For each of some elements the largest one around it that holds no other of them: what belongs to a heading, to a button. In the order
 * given; elements that stand in one another give the inner one itself.
 */
export function partsAround(elements: readonly Element[]): readonly Element[] {
  const held = new Map<Element, number>();
  // What holds two is known to hold several, and so is all above it: no element is passed a third time, however deep they stand.
  for (const element of elements)
    for (let here: Element | null = element; here && held.get(here) !== 2; here = parentOf(here))
      held.set(here, (held.get(here) ?? 0) + 1);
  return elements.map((element) => {
    let part = element;
    for (let above = parentOf(part); above && held.get(above) === 1; above = parentOf(above)) part = above;
    return part;
  });
}
