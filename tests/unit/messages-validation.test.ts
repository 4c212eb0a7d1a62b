import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedArticle } from '../../src/article/annotated-article.ts';
import type { Correction } from '../../src/article/correction.ts';
import {
  isAnalyseReply,
  isAnalyseRequest,
  isBackgroundMessage,
  isSessionCommand,
  isSessionState,
  isTabCommand,
  LONGEST_ARTICLE,
} from '../../src/platform/message-guards.ts';
import type { AnalyseRequest, BackgroundMessage, SessionCommand, SessionState, TabCommand } from '../../src/platform/messages.ts';
import { inventedArticle } from '../support/invented-article.ts';

const article: AnnotatedArticle = inventedArticle();
const view = {
  highlights: true,
  hiddenSources: ['pmo'],
  hiddenStatuses: ['reported'],
  hiddenBases: [],
  minConfidence: 0.5,
} as const;
const label = {
  kind: 'label',
  sources: [{ name: 'Ana Ruiz', type: 'person' }],
  status: 'reported',
  basis: 'named',
  flags: [],
} as const;
const correction: Correction = {
  selector: { exact: 'She said so.', prefix: '', suffix: '' },
  position: { start: 0, end: 12 },
  change: { kind: 'not-a-claim' },
  was: label,
};

const request: AnalyseRequest = { type: 'analyse', article };
const commands: readonly SessionCommand[] = [
  { type: 'view', view: {} },
  { type: 'view', view },
  { type: 'go-to-sentence', sentence: 3 },
  { type: 'go-to-next', source: null, step: 1 },
  { type: 'go-to-next', source: 'pmo', step: -1 },
  { type: 'corrections', corrections: [correction] },
  { type: 'analyse-again' },
  { type: 'end' },
];
const states: readonly SessionState[] = [
  { state: 'loading', progress: 0.4 },
  { state: 'ready', article, view, current: 1, correcting: null, corrections: [correction], notKept: false },
  { state: 'no-article', detail: '' },
  { state: 'unsupported-language', detail: 'de' },
  { state: 'error', detail: 'x' },
];
const toBackground: readonly BackgroundMessage[] = [
  { type: 'badge', sources: 4 },
  { type: 'badge', sources: null },
  { type: 'open-panel' },
];
const shortcuts: readonly TabCommand[] = [{ type: 'tab-command', command: 'next' }];

const GUARDS = { isAnalyseReply, isAnalyseRequest, isBackgroundMessage, isSessionCommand, isSessionState, isTabCommand };

/** As a message arrives: through JSON, as Chromium sends it. */
const sent = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe('a receiver believes', () => {
  it.each([
    ['requests', isAnalyseRequest, [request]],
    [
      'replies',
      isAnalyseReply,
      [
        { ok: true, article },
        { ok: false, error: 'no' },
      ],
    ],
    ['commands of surfaces', isSessionCommand, commands],
    ['states of sessions', isSessionState, states],
    ['messages to the background', isBackgroundMessage, toBackground],
    ['shortcuts', isTabCommand, shortcuts],
  ])('%s as they are sent, and none of another kind', (_, guard, messages) => {
    for (const message of messages) expect([message, guard(sent(message))]).toEqual([message, true]);
    const others = [request, ...commands, ...states, ...toBackground, ...shortcuts].filter(
      (one) => !(messages as unknown[]).includes(one),
    );
    for (const other of others) expect([other, guard(sent(other))]).toEqual([other, false]);
  });
});

describe('a receiver refuses', () => {
  it.each<readonly [string, keyof typeof GUARDS, unknown]>([
    [
      'a text that is too long',
      'isAnalyseRequest',
      { ...request, article: { ...article, text: 'x'.repeat(LONGEST_ARTICLE + 1) } },
    ],
    [
      'blocks outside the text',
      'isAnalyseRequest',
      { ...request, article: { ...article, blocks: [{ start: 0, end: 1e9, kind: 'paragraph' }] } },
    ],
    [
      'blocks that overlap',
      'isAnalyseRequest',
      {
        ...request,
        article: {
          ...article,
          blocks: [
            { start: 0, end: 9, kind: 'paragraph' },
            { start: 5, end: 12, kind: 'paragraph' },
          ],
        },
      },
    ],
    [
      'a block that ends before it begins',
      'isAnalyseRequest',
      { ...request, article: { ...article, blocks: [{ start: 9, end: 5, kind: 'paragraph' }] } },
    ],
    [
      'a kind of block that is none',
      'isAnalyseRequest',
      { ...request, article: { ...article, blocks: [{ start: 0, end: 5, kind: '__proto__' }] } },
    ],
    ['a text that is no text', 'isAnalyseRequest', { ...request, article: { ...article, text: { length: 5 } } }],
    ['packs with prototypes for ids', 'isAnalyseRequest', { ...request, packs: [{ id: '__proto__', name: 'x', entries: [] }] }],
    ['a number of sources that is none', 'isBackgroundMessage', { type: 'badge', sources: '<b>4</b>' }],
    ['a number below nothing', 'isBackgroundMessage', { type: 'badge', sources: -1 }],
    ['a type out of the prototype', 'isBackgroundMessage', { type: 'constructor' }],
    ['a command out of the prototype', 'isSessionCommand', { type: 'toString' }],
    ['a step of a thousand', 'isSessionCommand', { type: 'go-to-next', source: null, step: 1000 }],
    ['a sentence before the first', 'isSessionCommand', { type: 'go-to-sentence', sentence: -1 }],
    ['a confidence over one', 'isSessionCommand', { type: 'view', view: { minConfidence: 7 } }],
    [
      'corrections that are none',
      'isSessionCommand',
      { type: 'corrections', corrections: [{ ...correction, change: { kind: 'eval' } }] },
    ],
    ['a million corrections', 'isSessionCommand', { type: 'corrections', corrections: Array(3000).fill(correction) }],
    ['a state without an article', 'isSessionState', { state: 'ready', view, current: null }],
    ['a shortcut that is none', 'isTabCommand', { type: 'tab-command', command: 'end' }],
    ['a reply that is neither', 'isAnalyseReply', { ok: 'yes', article }],
  ])('%s', (_, guard, message) => {
    expect(GUARDS[guard](sent(message))).toBe(false);
  });

  it('anything else, without an error', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), (message) => {
        for (const guard of Object.values(GUARDS)) expect(guard(message)).toBe(false);
      }),
    );
  });
});
