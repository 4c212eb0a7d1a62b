/*
 * `npm run pictures`: every picture of the README and of the store listing, taken from the built extension. Run `npm run build` first.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beside, over, tile } from './pictures/compositions.ts';
import { Studio } from './pictures/studio.ts';

const ROOT = resolve(import.meta.dirname, '..');
const README = join(ROOT, 'docs/images');
const STORE = join(ROOT, 'docs/store/pictures');
/** What the Chrome Web Store asks for, in CSS pixels: screenshots, and the small tile. */
const SCREEN = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const README_SCREEN = { width: 1280, height: 960 };
const PANEL = { width: 400, height: SCREEN.height };

for (const folder of [README, STORE]) mkdirSync(folder, { recursive: true });

for (const scheme of ['light', 'dark'] as const) {
  await using studio = await Studio.open(scheme);
  const { page, popup } = await studio.annotate('ceasefire-talks', README_SCREEN, 'Witkoff');
  await studio.compose(over(await studio.shot(page), popup), README_SCREEN, join(README, `annotated-${scheme}.png`));
  await studio.resize(page, SCREEN, 'Witkoff');
  const store = { light: '1-article.png', dark: '5-dark.png' }[scheme];
  await studio.compose(over(await studio.shot(page), popup), SCREEN, join(STORE, store));
}

{
  await using studio = await Studio.open('light');
  const narrow = { ...SCREEN, width: SCREEN.width - PANEL.width };
  const { page, tab } = await studio.annotate('swing-bridge', narrow, '“Nobody');
  await studio.hover(page, 'Nobody wanted this');
  await studio.compose(
    beside(await studio.shot(page), await studio.surface(`sidepanel.html?tab=${tab}`, PANEL)),
    SCREEN,
    join(STORE, '2-panel.png'),
  );
  await studio.compose(over(await studio.surface(`classroom.html?tab=${tab}`, SCREEN)), SCREEN, join(STORE, '3-class.png'));
  await studio.compose(over(await studio.surface(`worksheet.html?tab=${tab}`, SCREEN)), SCREEN, join(STORE, '4-worksheet.png'));
  await studio.compose(tile(join(ROOT, 'public/icon/mark.svg')), TILE, join(STORE, 'tile.png'));
}
