import { valuesOf } from '../weights/templates.ts';
import { between, bucket } from './distances.ts';
import { FeatureTemplates } from './feature-hash.ts';
import { LEFT, type ParserState } from './parser-state.ts';

/**
 * What the templates join. D is the dependent, H its head; a word's W is its hash, T its tag, L its label: DLW is the dependent's leftmost
 * child, DRL the label of its rightmost. SIB is the head's outermost child so far on the same side.
 */
const VALUES = `
  pair dw side hw distance marks dLeft dRight hLeft hRight dlw dll drw drl sibl sibt sibw dl2l beforeT afterT afterHeadT
  beforeW afterW hll hrl dt htSide s1t b0t ds`;
const values = valuesOf(VALUES);

const TEMPLATES = new FeatureTemplates(VALUES, [
  '300 pair, 301 dw side, 302 hw side, 304 dw pair, 306 pair distance, 307 pair marks, 308 pair marks distance',
  '309 pair dLeft, 310 pair dRight, 311 pair hLeft, 312 pair hRight, 313 pair dlw dll, 314 pair drw drl, 315 pair sibl sibt',
  '316 pair sibw, 317 pair dll dl2l, 318 hw dLeft, 320 pair beforeT, 321 pair afterT, 322 pair afterHeadT, 323 pair beforeW',
  '324 pair afterW, 325 pair hll hrl, 326 dt dlw, 327 dw htSide, 329 pair s1t b0t, 330 ds pair, 333 pair marks dLeft',
]);

/** Writes the features of the relation of the stack's top to the head that `move` gives it; returns their number. */
export function labelFeatures(state: ParserState, move: number, out: Int32Array): number {
  const { word, tag, label } = state;
  const d = state.onStack(0);
  const h = state.headOf(move);
  const side = move === LEFT ? 0 : 1;
  const dw = word[d] as number;
  const hw = word[h] as number;
  const dt = tag[d] as number;
  const ht = tag[h] as number;
  const pair = (dt * 64 + ht) * 2 + side;
  const dl = state.left1[d] as number;
  const dl2 = state.left2[d] as number;
  const dr = state.right1[d] as number;
  const hl = state.left1[h] as number;
  const hr = state.right1[h] as number;
  const sibling = side === 0 ? hl : hr;
  const before = d > 0 ? d - 1 : state.nothing;
  const after = d + 1 < state.n ? d + 1 : state.nothing;
  const afterHead = h + 1 < state.n ? h + 1 : state.nothing;
  const distance = bucket(Math.abs(h - d));
  const commas = h > d ? between(state.commas, d, h) : between(state.commas, h, d);
  const quotes = h > d ? between(state.quotes, d, h) : between(state.quotes, h, d);
  const dLeft = state.leftLabels[d] as number;
  // In the order of their names.
  let v = 1;
  values[v++] = pair;
  values[v++] = dw;
  values[v++] = side;
  values[v++] = hw;
  values[v++] = distance;
  values[v++] = commas * 4 + quotes;
  values[v++] = dLeft;
  values[v++] = state.rightLabels[d] as number;
  values[v++] = state.leftLabels[h] as number;
  values[v++] = state.rightLabels[h] as number;
  values[v++] = word[dl] as number;
  values[v++] = label[dl] as number;
  values[v++] = word[dr] as number;
  values[v++] = label[dr] as number;
  values[v++] = label[sibling] as number;
  values[v++] = tag[sibling] as number;
  values[v++] = word[sibling] as number;
  values[v++] = label[dl2] as number;
  values[v++] = tag[before] as number;
  values[v++] = tag[after] as number;
  values[v++] = tag[afterHead] as number;
  values[v++] = word[before] as number;
  values[v++] = word[after] as number;
  values[v++] = label[hl] as number;
  values[v++] = label[hr] as number;
  values[v++] = dt;
  values[v++] = ht * 2 + side;
  values[v++] = tag[state.onStack(1)] as number;
  values[v++] = tag[state.inBuffer(0)] as number;
  values[v++] = state.suffix[d] as number;
  return TEMPLATES.fill(values, out);
}
