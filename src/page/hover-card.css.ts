/** The card's own style sheet. It stands in a closed shadow root, so nothing of the page's reaches in and nothing gets out. */
export const HOVER_CARD_CSS = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; display: block !important;
  z-index: 2147483647 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important;
  overflow: visible !important; width: max-content !important; height: auto !important;
  transform: translate(var(--x, 0), var(--y, 0)) !important; }
:host(:not(:popover-open)[popover]) { display: none !important; }
.card { --paper: #fdfcfa; --raised: #f3f0ea; --ink: #1b1a17; --soft: #57544c; --rule: #e0dcd2; --edge: #85817a; --accent: #1d4f7c;
  box-sizing: border-box; width: 21.5rem; max-width: calc(100vw - 16px); max-height: calc(100vh - 16px); overflow: auto;
  font: 400 14px/1.45 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  color: var(--ink); background: var(--paper); border: 1px solid var(--rule); border-radius: 10px;
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 10px 30px rgb(0 0 0 / .18); overflow-wrap: break-word; text-align: start; color-scheme: light; }
.card[data-theme="dark"] { --paper: #1f1f1d; --raised: #2a2a27; --ink: #f1eee6; --soft: #b9b4a8; --rule: #403d37; --edge: #8a867c; --accent: #a9cdf0;
  color-scheme: dark; box-shadow: 0 1px 2px rgb(0 0 0 / .5), 0 10px 30px rgb(0 0 0 / .6); }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.part { padding: 12px 14px; }
.part + .part { border-top: 1px solid var(--rule); }
.source { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; align-items: center; }
.source + .source { margin-top: 10px; }
.sources { position: relative; padding-inline-end: 44px; }
button.close { position: absolute; inset-block-start: 8px; inset-inline-end: 8px; inline-size: 28px; padding: 0; display: inline-grid; place-items: center; color: var(--soft); }
.badge { grid-row: span 2; align-self: start; inline-size: 28px; block-size: 28px; display: grid; place-items: center; font-weight: 650; font-size: 13px;
  color: var(--badge-text); background: var(--badge-background); border-block-end: 3px solid var(--badge-line); border-radius: 5px 5px 2px 2px; }
.name { font-weight: 650; font-size: 15px; line-height: 1.25; }
.details { color: var(--soft); font-size: 12.5px; }
.status { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; }
.status strong { font-weight: 650; text-decoration: underline 2px var(--line-style) var(--line); text-underline-offset: 4px; }
.basis { color: var(--soft); }
.flag { font-size: 12px; font-weight: 600; border: 1px solid var(--edge); border-radius: 99px; padding: 0 8px; }
.meaning { margin: 4px 0 0; color: var(--soft); font-size: 12.5px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 5px 12px; margin: 0; }
dt { color: var(--soft); font-size: 12.5px; line-height: 20px; }
dd { margin: 0; }
.meter { display: inline-block; vertical-align: middle; inline-size: 56px; block-size: 5px; border-radius: 3px; background: var(--rule); margin-inline-end: 8px; overflow: hidden; }
.meter i { display: block; block-size: 100%; background: var(--ink); }
.actions { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; background: var(--raised); border-radius: 0 0 10px 10px; padding: 8px 10px; }
.place { color: var(--soft); font-size: 12.5px; font-variant-numeric: tabular-nums; padding: 0 2px; }
.space { flex: 1; }
button { all: unset; box-sizing: border-box; cursor: pointer; min-block-size: 28px; padding: 3px 7px; border-radius: 6px; font: inherit; font-size: 13px;
  color: var(--accent); text-align: center; }
button:hover { background: color-mix(in srgb, var(--accent) 12%, transparent); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
button.step { inline-size: 28px; padding: 0; display: inline-grid; place-items: center; border: 1px solid var(--edge); color: var(--ink); }
button svg { inline-size: 14px; block-size: 14px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
[dir="rtl"] button.step svg { transform: scaleX(-1); }
.note { margin: 0; color: var(--soft); font-size: 11.5px; padding: 0 14px 12px; }
.spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (pointer: coarse) { button { min-block-size: 40px; } button.step { inline-size: 40px; } }
@media (forced-colors: active) { .card { border-color: CanvasText; } .badge { border: 1px solid CanvasText; } .meter i { background: CanvasText; } }
@media (prefers-reduced-motion: no-preference) { .card { animation: appear 120ms ease-out; } @keyframes appear { from { opacity: 0; } } }
@media print { :host { display: none !important; } }
`;
