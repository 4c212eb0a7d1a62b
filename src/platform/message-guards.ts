import * as v from 'valibot';
import { BASES, STATUSES } from '../article/attribution.ts';
import { articleSchema } from './article-schema.ts';
import { correctionSchema, MOST_CORRECTIONS } from './correction-schema.ts';
import type { AnalyseReply, AnalyseRequest, BackgroundMessage, SessionCommand, SessionState, TabCommand } from './messages.ts';
import { packSchema } from './packs.ts';

/*
 * What each receiver checks before it believes a message (src/platform/messages.ts). A page cannot send any of these, but a page that
 * broke out of its renderer could send all that a content script can: what arrives is checked as a file is. The tables are keyed by
 * the protocol's own types, so that a message without a check does not compile.
 */

/** In UTF-16 code units, some sixty thousand words, a short book. More is analysed by nobody's patience. */
export const LONGEST_ARTICLE = 400_000;
const MOST_BLOCKS = 100_000;
const LONGEST_TITLE = 10_000;

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const corrections = v.pipe(v.array(correctionSchema), v.maxLength(MOST_CORRECTIONS));

const view = v.object({
  highlights: v.boolean(),
  hiddenSources: v.array(v.string()),
  hiddenStatuses: v.array(v.picklist(STATUSES)),
  hiddenBases: v.array(v.picklist(BASES)),
  minConfidence: share,
});

const analyseRequest = v.object({
  type: v.literal('analyse'),
  article: v.pipe(
    v.object({
      ...articleSchema.entries,
      title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
      text: v.pipe(v.string(), v.maxLength(LONGEST_ARTICLE)),
      blocks: v.pipe(articleSchema.entries.blocks, v.maxLength(MOST_BLOCKS)),
      sources: v.optional(v.unknown()),
      sentences: v.optional(v.unknown()),
      attributions: v.optional(v.unknown()),
    }),
    v.check(({ text, blocks }) => areApart(blocks, text.length), 'blocks overlap or leave the text'),
  ),
  packs: v.exactOptional(v.array(packSchema)),
});

const BACKGROUND_MESSAGES: Readonly<Record<BackgroundMessage['type'], v.GenericSchema>> = {
  badge: v.object({ sources: v.nullable(index) }),
  prepare: v.object({}),
  'open-panel': v.object({}),
};

const COMMANDS: Readonly<Record<SessionCommand['type'], v.GenericSchema>> = {
  view: v.object({ view: v.partial(view) }),
  'go-to-sentence': v.object({ sentence: index }),
  'go-to-next': v.object({ source: v.nullable(v.string()), step: v.picklist([1, -1]) }),
  corrections: v.object({ corrections }),
  'analyse-again': v.object({}),
  end: v.object({}),
};

const failure = v.object({ detail: v.string() });
const STATES: Readonly<Record<SessionState['state'], v.GenericSchema>> = {
  loading: v.object({ progress: share }),
  ready: v.object({
    article: articleSchema,
    view,
    current: v.nullable(index),
    correcting: v.optional(v.nullable(index)),
    corrections: v.optional(corrections),
    notKept: v.optional(v.boolean()),
  }),
  'no-article': failure,
  'unsupported-language': failure,
  error: failure,
};

const tabCommand = v.object({ type: v.literal('tab-command'), command: v.picklist(['next', 'previous', 'toggle']) });
const reply = v.variant('ok', [
  v.object({ ok: v.literal(true), article: articleSchema }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);

/** Whether a message asks for an analysis of an article whose blocks lie in its text, in order and apart. */
export const isAnalyseRequest = (message: unknown): message is AnalyseRequest => v.is(analyseRequest, message);

export const isBackgroundMessage = (message: unknown): message is BackgroundMessage =>
  isOneOf(BACKGROUND_MESSAGES, 'type', message);

export const isAnalyseReply = (message: unknown): message is AnalyseReply => v.is(reply, message);

export const isTabCommand = (message: unknown): message is TabCommand => v.is(tabCommand, message);

export const isSessionCommand = (message: unknown): message is SessionCommand => isOneOf(COMMANDS, 'type', message);

export const isSessionState = (message: unknown): message is SessionState => isOneOf(STATES, 'state', message);

/** Whether a message is of a known kind, its `key`, and of the shape of that kind. */
function isOneOf(table: Readonly<Record<string, v.GenericSchema>>, key: string, message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const kind = (message as Record<string, unknown>)[key];
  const schema = typeof kind === 'string' && Object.hasOwn(table, kind) ? table[kind] : undefined;
  return schema !== undefined && v.is(schema, message);
}

function areApart(blocks: readonly { readonly start: number; readonly end: number }[], length: number): boolean {
  let last = 0;
  for (const { start, end } of blocks) {
    if (start < last || end < start || end > length) return false;
    last = end;
  }
  return true;
}
