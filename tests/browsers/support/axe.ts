import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surface } from './driver.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Drivers send functions as source text, so this one carries all of axe with it.
const run = new Function(
  'rules',
  `${source}
  // A colour on its way to another is neither. Where nobody looks at a document its animations stand still, so they are not waited for.
  for (const animation of document.getAnimations()) animation.finish();
  return window.axe.run(document, { resultTypes: ['violations'], rules }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary)));`,
) as (rules: Readonly<Record<string, { readonly enabled: boolean }>>) => Promise<readonly string[]>;

/** What axe-core (WCAG 2.2 A and AA, and best practices) finds wrong in a document, one line a place; empty where all is well. */
export function violationsIn(surface: Surface): Promise<readonly string[]> {
  return surface.evaluate(run, {});
}
