import { feature1, feature2, feature3 } from './feature-hash.ts';
import { LEFT, type ParserState } from './parser-state.ts';

/**
 * Writes the features of the next move to `out` and returns their number. After Zhang and Nivre (2011), with the
 * distances, the commas and the quotation marks between the words, sets of the children's labels, and the next finite verb.
 * The function is long because it is a list: one line a template, each with a number that no other has.
 */
export function moveFeatures(state: ParserState, out: Int32Array): number {
  const { word, tag, label } = state;
  const s0 = state.onStack(0);
  const s1 = state.onStack(1);
  const s2 = state.onStack(2);
  const b0 = state.inBuffer(0);
  const b1 = state.inBuffer(1);
  const b2 = state.inBuffer(2);
  const s0w = word[s0] as number;
  const s1w = word[s1] as number;
  const b0w = word[b0] as number;
  const b1w = word[b1] as number;
  const s0t = tag[s0] as number;
  const s1t = tag[s1] as number;
  const s2t = tag[s2] as number;
  const b0t = tag[b0] as number;
  const b1t = tag[b1] as number;
  const b2t = tag[b2] as number;
  const s0l = state.left1[s0] as number;
  const s0r = state.right1[s0] as number;
  const s1l = state.left1[s1] as number;
  const s1r = state.right1[s1] as number;
  const b0l = state.left1[b0] as number;
  const s0l2 = state.left2[s0] as number;
  const s0r2 = state.right2[s0] as number;
  const s1r2 = state.right2[s1] as number;
  const b0l2 = state.left2[b0] as number;
  const s0b0 = s0t * 64 + b0t;
  const s1s0 = s1t * 64 + s0t;
  const s1b0 = s1t * 64 + b0t;
  const b0b1 = b0t * 64 + b1t;
  const near = bucket(b0 - s0);
  const far = bucket(s0 - s1);
  const commas0 = between(state.commas, s0, b0);
  const commas1 = between(state.commas, s1, s0);
  const quotes0 = between(state.quotes, s0, b0);
  const quotes1 = between(state.quotes, s1, s0);
  const s0v = Math.min(state.leftCount[s0] as number, 3) * 4 + Math.min(state.rightCount[s0] as number, 3);
  const s1v = Math.min(state.rightCount[s1] as number, 3);
  const b0v = Math.min(state.leftCount[b0] as number, 3);
  const verb = state.nextVerb[b0] as number;
  const vt = tag[verb] as number;
  const vw = word[verb] as number;
  const vBefore = verb > b0 && verb < state.n ? (tag[verb - 1] as number) : 0;
  const verbAhead = verb <= state.n ? Math.min(bucket(verb - b0), 7) : 7;
  const s0lw = word[s0l] as number;
  let c = 0;
  out[c++] = feature2(100, s0w, s0t);
  out[c++] = feature1(101, s0w);
  out[c++] = feature1(102, s0t);
  out[c++] = feature2(103, s1w, s1t);
  out[c++] = feature1(104, s1w);
  out[c++] = feature2(106, b0w, b0t);
  out[c++] = feature1(107, b0w);
  out[c++] = feature1(108, b0t);
  out[c++] = feature2(109, b1w, b1t);
  out[c++] = feature1(110, b1w);
  out[c++] = feature2(111, word[b2] as number, b2t);
  out[c++] = feature2(112, word[s2] as number, s2t);
  out[c++] = feature3(114, s0w, s0b0, 0);
  out[c++] = feature3(115, b0w, s0b0, 0);
  out[c++] = feature2(116, s0w, b0w);
  out[c++] = feature1(117, s0b0);
  out[c++] = feature2(119, s1w, s1s0);
  out[c++] = feature2(120, s0w, s1s0);
  out[c++] = feature1(122, s1s0);
  out[c++] = feature2(124, b0w, s1b0);
  out[c++] = feature2(125, s1w, b0w);
  out[c++] = feature1(126, b0b1);
  out[c++] = feature2(127, b0b1, b2t);
  out[c++] = feature2(128, s0b0, b1t);
  out[c++] = feature2(129, s1s0, b0t);
  out[c++] = feature3(130, s1s0, b0b1, 0);
  out[c++] = feature3(131, s2t, s1s0, b0t);
  out[c++] = feature2(132, s0w, b0b1);
  out[c++] = feature3(133, b0b1, b2t, s0t);
  out[c++] = feature3(137, s0w, s1t, b0t);
  // children
  out[c++] = feature3(140, s0b0, tag[s0l] as number, label[s0l] as number);
  out[c++] = feature3(141, s0b0, tag[s0r] as number, label[s0r] as number);
  out[c++] = feature3(142, s0b0, tag[b0l] as number, label[b0l] as number);
  out[c++] = feature3(143, s1s0, tag[s0l] as number, label[s0l] as number);
  out[c++] = feature3(144, s1s0, tag[s0r] as number, label[s0r] as number);
  out[c++] = feature3(145, s1s0, tag[s1r] as number, label[s1r] as number);
  out[c++] = feature3(146, s1s0, tag[s1l] as number, label[s1l] as number);
  out[c++] = feature3(147, s1b0, tag[s1r] as number, label[s1r] as number);
  out[c++] = feature3(148, s1b0, tag[b0l] as number, label[b0l] as number);
  out[c++] = feature2(149, s0w, label[s0l] as number);
  out[c++] = feature2(150, s0w, label[s0r] as number);
  out[c++] = feature2(151, b0w, label[b0l] as number);
  out[c++] = feature3(152, s0t, (tag[s0l] as number) * 64 + (tag[s0l2] as number), b0t);
  out[c++] = feature3(153, s0t, (tag[s0r] as number) * 64 + (tag[s0r2] as number), b0t);
  out[c++] = feature3(154, s1s0, (tag[s1r] as number) * 64 + (tag[s1r2] as number), b0t);
  out[c++] = feature3(155, b0t, (tag[b0l] as number) * 64 + (tag[b0l2] as number), s0t);
  out[c++] = feature3(156, s0b0, word[s0l] as number, 0);
  out[c++] = feature3(157, s0b0, word[s0r] as number, 0);
  out[c++] = feature3(158, s0b0, word[b0l] as number, 0);
  out[c++] = feature3(159, s1s0, word[s1r] as number, b0t);
  out[c++] = feature3(160, s1s0, word[s0l] as number, 0);
  out[c++] = feature3(161, s1s0, word[s0r] as number, b0t);
  // sets of labels
  out[c++] = feature2(165, s0t, state.leftLabels[s0] as number);
  out[c++] = feature3(166, s0b0, state.rightLabels[s0] as number, 0);
  out[c++] = feature3(167, s1s0, state.rightLabels[s1] as number, b0t);
  out[c++] = feature3(168, s1s0, state.leftLabels[s1] as number, 0);
  out[c++] = feature3(169, s0b0, state.leftLabels[b0] as number, 0);
  out[c++] = feature3(170, s1w, state.rightLabels[s1] as number, s0t);
  out[c++] = feature3(171, s0b0, state.leftLabels[s0] as number, state.rightLabels[s0] as number);
  out[c++] = feature3(172, s1s0, state.leftLabels[s0] as number, b0t);
  // distances, valency, punctuation between
  out[c++] = feature2(175, s0w, near);
  out[c++] = feature2(176, s0t, near);
  out[c++] = feature2(177, b0w, near);
  out[c++] = feature2(178, b0t, near);
  out[c++] = feature2(179, s0b0, near);
  out[c++] = feature2(180, s1s0, far);
  out[c++] = feature3(181, s1s0, far, b0t);
  out[c++] = feature2(182, s0w, s0v);
  out[c++] = feature2(183, s0t, s0v);
  out[c++] = feature2(184, b0w, b0v);
  out[c++] = feature2(185, b0t, b0v);
  out[c++] = feature3(186, s1t, s1v, s0t);
  out[c++] = feature2(187, s1w, s1v);
  out[c++] = feature2(188, s0b0, commas0 * 4 + quotes0);
  out[c++] = feature2(189, s1s0, commas1 * 4 + quotes1);
  out[c++] = feature3(190, s1s0, commas1 * 4 + quotes1, b0t);
  out[c++] = feature3(191, s1b0, commas0 * 16 + quotes0 * 4 + commas1, 0);
  out[c++] = feature3(192, s0b0, s1t, near * 8 + Math.min(state.depth, 3));
  // what comes: the next finite verb, the next noun phrase; and what introduces the words at hand
  out[c++] = feature3(200, s0t, vt, verbAhead);
  out[c++] = feature3(201, s0b0, vt, verbAhead);
  out[c++] = feature3(202, s0b0, vw, 0);
  out[c++] = feature3(203, s0w, b0t, vt * 8 + verbAhead);
  out[c++] = feature3(204, s0b0, vt * 64 + vBefore, 0);
  out[c++] = feature3(205, s1s0, b0t, vt * 8 + verbAhead);
  out[c++] = feature3(206, s0b0, b1t, vt * 8 + verbAhead);
  out[c++] = feature3(214, s1w, s0lw, b0t);
  return c;
}

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
  let c = 0;
  out[c++] = feature1(300, pair);
  out[c++] = feature2(301, dw, side);
  out[c++] = feature2(302, hw, side);
  out[c++] = feature2(304, dw, pair);
  out[c++] = feature2(306, pair, distance);
  out[c++] = feature2(307, pair, commas * 4 + quotes);
  out[c++] = feature3(308, pair, commas * 4 + quotes, distance);
  out[c++] = feature2(309, pair, dLeft);
  out[c++] = feature2(310, pair, state.rightLabels[d] as number);
  out[c++] = feature2(311, pair, state.leftLabels[h] as number);
  out[c++] = feature2(312, pair, state.rightLabels[h] as number);
  out[c++] = feature3(313, pair, word[dl] as number, label[dl] as number);
  out[c++] = feature3(314, pair, word[dr] as number, label[dr] as number);
  out[c++] = feature3(315, pair, label[sibling] as number, tag[sibling] as number);
  out[c++] = feature2(316, pair, word[sibling] as number);
  out[c++] = feature3(317, pair, label[dl] as number, label[dl2] as number);
  out[c++] = feature2(318, hw, dLeft);
  out[c++] = feature2(320, pair, tag[before] as number);
  out[c++] = feature2(321, pair, tag[after] as number);
  out[c++] = feature2(322, pair, tag[afterHead] as number);
  out[c++] = feature2(323, pair, word[before] as number);
  out[c++] = feature2(324, pair, word[after] as number);
  out[c++] = feature3(325, pair, label[hl] as number, label[hr] as number);
  out[c++] = feature2(326, dt, word[dl] as number);
  out[c++] = feature2(327, dw, ht * 2 + side);
  out[c++] = feature3(329, pair, tag[state.onStack(1)] as number, tag[state.inBuffer(0)] as number);
  out[c++] = feature2(330, state.suffix[d] as number, pair);
  out[c++] = feature3(333, pair, commas * 4 + quotes, dLeft);
  return c;
}

// Distances of 1 to 4 words tell most; longer ones count in steps.
function bucket(distance: number): number {
  if (distance <= 4) return Math.max(distance, 0);
  if (distance <= 6) return 5;
  if (distance <= 10) return 6;
  return distance <= 20 ? 7 : 8;
}

function between(counts: Int32Array, from: number, to: number): number {
  const difference = (counts[to] as number) - (counts[from] as number);
  return difference < 0 ? 3 : Math.min(difference, 2);
}
