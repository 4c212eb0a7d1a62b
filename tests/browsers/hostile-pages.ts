/** A page made to break what reads it, and what a reader should get from it all the same. */
export interface HostilePage {
  readonly what: string;
  readonly html: string;
  /** What the popup shows in the end. */
  readonly state: 'ready' | 'no-article' | 'error';
  /** Words that are painted where the article is found. */
  readonly painted?: string;
  /** Words of the popup where it is not. */
  readonly told?: string;
}

/** An invented article of our own; every page below holds it, in one disguise or another. */
export const PARAGRAPHS: readonly string[] = [
  'The harbour bridge will close in March for at least a year, the city council said on Tuesday after a long meeting in the old customs house.',
  '“We have looked at every other way, and there is none,” said Ana Ruiz, the head of the works department, in front of some forty people.',
  'Shop owners along the quay told the council that they had not been asked. “Nobody came to us before this was decided,” Marcus Webb said.',
  'The bridge was built in 1931. It carries about nine thousand cars a day, and its two leaves have stuck open four times since the summer.',
  'According to the council, the repair will cost eleven million pounds, of which the county pays a third and the city pays the rest of it.',
  'A spokesman for the county said it had not yet agreed to any sum. He added that talks would go on for as long as they were useful.',
  'Police are looking for two drivers who passed the closed gates last week. Witnesses said that both cars had come from the north side.',
  'The ferry company confirmed that it would run boats every ten minutes, from six in the morning until midnight, for as long as the work lasts.',
];

const TITLE = 'Harbour bridge to close for a year, council says';
const article = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');

interface Parts {
  readonly head?: string;
  readonly body?: string;
  /** Runs in the page after its body was parsed. */
  readonly script?: string;
}

/** A page around an article; it counts its own errors and its own heartbeats. */
function page({ head = '', body = `<article><h1>${TITLE}</h1>${article}</article>`, script = '' }: Parts): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>
<script>
  window.mine = { errors: [], beats: 0, clicks: 0, registry: CSS.highlights };
  addEventListener('error', (event) => { mine.errors[mine.errors.length] = event.message; });
  addEventListener('unhandledrejection', (event) => { mine.errors[mine.errors.length] = String(event.reason); });
  setInterval(() => { mine.beats++; }, 50);
</script>${head}</head><body>${body}<button id="own" onclick="mine.clicks++">Own button</button>
<script>${script}</script></body></html>`;
}

const clobbered = [
  'body',
  'getElementById',
  'querySelector',
  'querySelectorAll',
  'createRange',
  'createElement',
  'documentElement',
  'adoptedStyleSheets',
  'defaultView',
  'contentType',
  'location',
  'addEventListener',
  'title',
];
const clobberedInForm = [
  'localName',
  'nodeType',
  'childNodes',
  'parentNode',
  'parentElement',
  'textContent',
  'getAttribute',
  'hasAttribute',
  'getRootNode',
  'isConnected',
  'closest',
  'shadowRoot',
  'children',
  'ownerDocument',
  'firstChild',
];

/**
 * A nest of elements in a page's article, made in halves that are joined: Chromium passes all elements above one that it puts into a page,
 * and took two minutes for a hundred thousand put in one by one.
 */
const nest = (depth: string, then: string) => `
  const nest = (depth) => {
    if (depth === 1) { const only = document.createElement('div'); return [only, only]; }
    const [outer, middle] = nest(depth >> 1);
    const [next, inner] = nest(depth - (depth >> 1));
    middle.append(next);
    return [outer, inner];
  };
  const [outermost, innermost] = nest(${depth});
  ${then}`;
/** Laid out by nobody, so that the browser itself lives through it. */
const hiddenNest = (depth: string) =>
  nest(
    depth,
    "innermost.append('deep down'); outermost.style.display = 'none'; document.querySelector('article').prepend(outermost);",
  );

/** The pages that must give the article and its labels. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  {
    what: 'names of the document taken by its own elements',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({
      body: `${clobbered.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('')}
        <article><h1>${TITLE}</h1>${article}</article>`,
    }),
  },
  {
    what: 'an article in a form whose fields are named like DOM properties',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({
      body: `<form><div><article><h1>${TITLE}</h1>${article}</article></div>
        ${clobberedInForm.map((name) => `<input type="hidden" name="${name}">`).join('')}</form>`,
    }),
  },
  {
    what: 'built-in objects replaced in the page’s world',
    state: 'ready',
    painted: 'Ana Ruiz',
    // The page puts them back for the test's own reading, which happens in the same world.
    html: page({
      script: `
      const broken = () => { mine.trapped = (mine.trapped || 0) + 1; throw new Error('trapped'); };
      const kept = [];
      const wreck = (owner, name) => {
        const before = Object.getOwnPropertyDescriptor(owner, name);
        kept[kept.length] = [owner, name, before];
        Object.defineProperty(owner, name, { configurable: true, get: broken, set: broken });
      };
      mine.restore = () => { for (const [owner, name, before] of kept) Reflect.defineProperty(owner, name, before); };
      for (const [owner, names] of [
        [Array.prototype, ['push', 'map', 'filter', 'flatMap', 'at', 'entries']],
        [String.prototype, ['charAt', 'slice', 'replace', 'matchAll', 'startsWith']],
        [RegExp.prototype, ['exec', 'test']], [Map.prototype, ['get', 'set']], [Set.prototype, ['has', 'add']],
        [Node.prototype, ['childNodes', 'textContent', 'parentNode', 'isConnected', 'getRootNode']],
        [CharacterData.prototype, ['data']],
        [Element.prototype, ['getAttribute', 'hasAttribute', 'closest', 'attachShadow', 'localName']],
        [Document.prototype, ['createRange', 'querySelector', 'querySelectorAll', 'adoptedStyleSheets', 'body']],
        [Range.prototype, ['setStart', 'setEnd']], [MutationObserver.prototype, ['observe']],
        [JSON, ['parse', 'stringify']], [window, ['Highlight', 'CSSStyleSheet', 'MutationObserver', 'URL']],
      ]) for (const name of names) wreck(owner, name);`,
    }),
  },
  {
    what: 'setters planted on Object.prototype, and getters that throw on the article’s nodes',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({
      script: `
      for (const name of ['type', 'article', 'ok', 'sentences', 'start', 'state', 'view', 'then'])
        Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined; }, set() { mine.trapped = 1; } });
      mine.restore = () => { for (const name of ['type', 'article', 'ok', 'sentences', 'start', 'state', 'view', 'then']) delete Object.prototype[name]; };
      for (const element of document.querySelectorAll('article, article *')) {
        for (const name of ['textContent', 'childNodes', 'localName', 'parentNode', 'getAttribute', 'isConnected', 'getRootNode'])
          Object.defineProperty(element, name, { get() { mine.trapped = 1; throw new Error('trapped'); } });
        for (const child of [...Node.prototype.__lookupGetter__('childNodes').call(element)])
          if (child.nodeType === 3) Object.defineProperty(child, 'data', { get() { mine.trapped = 1; throw new Error('trapped'); } });
      }`,
    }),
  },
  {
    what: 'a hundred thousand elements before the article',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({ body: `<div>${'<i></i>'.repeat(100_000)}</div><article><h1>${TITLE}</h1>${article}</article>` }),
  },
  {
    // Firefox itself loses the tab somewhere above thirty thousand.
    what: 'elements inside one another in the article: a hundred thousand, in Firefox thirty thousand',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({ script: hiddenNest("navigator.userAgent.includes('Firefox') ? 30_000 : 100_000") }),
  },
  {
    // Chromium itself loses the tab somewhere above two thousand that it has to lay out.
    what: 'an article inside two thousand elements',
    state: 'no-article',
    told: 'more than a thousand elements',
    html: page({
      script: nest('2000', "innermost.append(document.querySelector('article')); document.body.prepend(outermost);"),
    }),
  },
  {
    what: 'words that change their direction',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({
      body: `<article><h1>\u202eetirw ${TITLE}\u2067</h1>${article}
        <p>The report is false, \u202edias\u202c said the \u2066\u2067head\u2069 of the union, \u202eOmar \u061cHaddad, on Tuesday evening.</p></article>`,
    }),
  },
  {
    what: 'markup written as words, in names, in the headline and in the data for machines',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({
      head: `<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt; closes">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"<img src=x onerror=alert(1)><script>alert(1)<\\/script>","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}</script>
        <script type="application/ld+json">${'['.repeat(20_000)}</script>`,
      body: `<article><h1>Bridge</h1>${article}
        <p>“It is all nonsense,” said &lt;img src=x onerror=alert(1)&gt; Smith, the owner of &lt;script&gt;alert(1)&lt;/script&gt; Limited.</p></article>`,
    }),
  },
  {
    what: 'the extension’s own names in use by the page, and messages shaped like its own',
    state: 'ready',
    painted: 'Ana Ruiz',
    html: page({
      head: '<style>::highlight(sourcelight-own), ::highlight(page-own) { color: red }</style>',
      body: `<sourcelight-card popover><b>Fake</b></sourcelight-card><article><h1>${TITLE}</h1>${article}</article>`,
      script: `
      customElements.define('sourcelight-card', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'open' }).append('fake'); }
      });
      const range = new Range(); range.selectNodeContents(document.querySelector('h1'));
      mine.registry.set('page-own', new Highlight(range));
      mine.registry.set('sourcelight-own', new Highlight(range));
      window.sourcelightSession = { session: { ended: false }, isAlive: () => true };
      setInterval(() => {
        for (const type of ['analyse', 'badge', 'open-panel', 'view', 'corrections', 'end', 'tab-command'])
          postMessage({ type, command: 'end', source: 'sourcelight', state: 'ready', sources: 1e9, article: { __proto__: null } }, '*');
        dispatchEvent(new CustomEvent('sourcelight-session', { detail: { type: 'end' } }));
        document.dispatchEvent(new PopStateEvent('popstate'));
      }, 20);`,
    }),
  },
];

/** A paragraph of a million units. */
const sentence = 'The council said on Tuesday that the bridge would close in March, and Ana Ruiz said there was no other way. ';

/** Pages that are large rather than sly: the reader is told that the text is too long, and the page answers meanwhile. */
export const HUGE_PAGES: readonly HostilePage[] = [
  {
    what: 'a paragraph of a megabyte',
    state: 'error',
    told: 'too long',
    html: page({
      body: `<article><h1>${TITLE}</h1>${article}<p>${sentence.repeat(Math.ceil(1e6 / sentence.length))}</p></article>`,
    }),
  },
  {
    what: 'a word of a megabyte',
    state: 'error',
    told: 'too long',
    html: page({ body: `<article><h1>${TITLE}</h1>${article}<p>The word is ${'a'.repeat(1e6)}.</p></article>` }),
  },
  {
    what: 'a million quotation marks',
    state: 'error',
    told: 'too long',
    html: page({
      body: `<article><h1>${TITLE}</h1>${article}<p>${'“'.repeat(2e5)}${'" '.repeat(2e5)}${'‘’'.repeat(2e5)}${"'a ".repeat(2e5)}</p></article>`,
    }),
  },
];

/** Rewrites its article ten times a second, and says how often. */
export const RESTLESS_PAGE = page({
  script: `
  mine.rewritten = 0;
  const original = document.querySelector('article').innerHTML;
  mine.timer = setInterval(() => {
    mine.rewritten++;
    document.querySelector('article').innerHTML = original.replace('in March', 'in week ' + mine.rewritten);
  }, 100);`,
});

/** Clears the registry of highlights again and again, until it is told to stop. */
export const CLEARING_PAGE = page({
  script: `mine.timer = setInterval(() => { mine.registry.clear(); document.adoptedStyleSheets = []; }, 50);`,
});
