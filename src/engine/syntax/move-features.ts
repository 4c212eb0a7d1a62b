import { valuesOf } from '../weights/templates.ts';
import { between, bucket } from './distances.ts';
import { FeatureTemplates } from './feature-hash.ts';
import type { ParserState } from './parser-state.ts';

/**
 * What the templates join. S0, S1, S2 are the stack's words from the top, B0, B1, B2 the buffer's; a word's W is its hash, T its tag, L
 * its label: S0LT is the tag of S0's leftmost child, S0RL the label of its rightmost. V is valency, VT the next finite verb's tag.
 */
const VALUES = `
  s0w s0t s1w s1t b0w b0t b1w b1t b2w b2t s2w s2t s0b0 s1s0 s1b0 b0b1 s0lt s0ll s0rt s0rl b0lt b0ll s1rt s1rl s1lt s1ll
  s0Lefts s0Rights s1Rights b0Lefts s0lw s0rw b0lw s1rw s0LeftLabels s0RightLabels s1RightLabels s1LeftLabels b0LeftLabels
  near far s0v b0v s1v marks0 marks1 marks01 nearDepth vt verbAhead vw vtAhead vtBefore`;
const values = valuesOf(VALUES);

/**
 * After Zhang and Nivre (2011), with the distances, the commas and the quotation marks between the words, sets of the children's labels,
 * and the next finite verb.
 */
const TEMPLATES = new FeatureTemplates(VALUES, [
  '100 s0w s0t, 101 s0w, 102 s0t, 103 s1w s1t, 104 s1w, 106 b0w b0t, 107 b0w, 108 b0t, 109 b1w b1t, 110 b1w, 111 b2w b2t',
  '112 s2w s2t, 114 s0w s0b0 0, 115 b0w s0b0 0, 116 s0w b0w, 117 s0b0, 119 s1w s1s0, 120 s0w s1s0, 122 s1s0, 124 b0w s1b0',
  '125 s1w b0w, 126 b0b1, 127 b0b1 b2t, 128 s0b0 b1t, 129 s1s0 b0t, 130 s1s0 b0b1 0, 131 s2t s1s0 b0t, 132 s0w b0b1',
  '133 b0b1 b2t s0t, 137 s0w s1t b0t',
  // children
  '140 s0b0 s0lt s0ll, 141 s0b0 s0rt s0rl, 142 s0b0 b0lt b0ll, 143 s1s0 s0lt s0ll, 144 s1s0 s0rt s0rl, 145 s1s0 s1rt s1rl',
  '146 s1s0 s1lt s1ll, 147 s1b0 s1rt s1rl, 148 s1b0 b0lt b0ll, 149 s0w s0ll, 150 s0w s0rl, 151 b0w b0ll, 152 s0t s0Lefts b0t',
  '153 s0t s0Rights b0t, 154 s1s0 s1Rights b0t, 155 b0t b0Lefts s0t, 156 s0b0 s0lw 0, 157 s0b0 s0rw 0, 158 s0b0 b0lw 0',
  '159 s1s0 s1rw b0t, 160 s1s0 s0lw 0, 161 s1s0 s0rw b0t',
  // sets of labels
  '165 s0t s0LeftLabels, 166 s0b0 s0RightLabels 0, 167 s1s0 s1RightLabels b0t, 168 s1s0 s1LeftLabels 0',
  '169 s0b0 b0LeftLabels 0, 170 s1w s1RightLabels s0t, 171 s0b0 s0LeftLabels s0RightLabels, 172 s1s0 s0LeftLabels b0t',
  // distances, valency, punctuation between
  '175 s0w near, 176 s0t near, 177 b0w near, 178 b0t near, 179 s0b0 near, 180 s1s0 far, 181 s1s0 far b0t, 182 s0w s0v',
  '183 s0t s0v, 184 b0w b0v, 185 b0t b0v, 186 s1t s1v s0t, 187 s1w s1v, 188 s0b0 marks0, 189 s1s0 marks1, 190 s1s0 marks1 b0t',
  '191 s1b0 marks01 0, 192 s0b0 s1t nearDepth',
  // what comes: the next finite verb, the next noun phrase; and what introduces the words at hand
  '200 s0t vt verbAhead, 201 s0b0 vt verbAhead, 202 s0b0 vw 0, 203 s0w b0t vtAhead, 204 s0b0 vtBefore 0, 205 s1s0 b0t vtAhead',
  '206 s0b0 b1t vtAhead, 214 s1w s0lw b0t',
]);

/** Writes the features of the next move to `out` and returns their number. */
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
  // In the order of their names.
  let v = 1;
  values[v++] = s0w;
  values[v++] = s0t;
  values[v++] = s1w;
  values[v++] = s1t;
  values[v++] = b0w;
  values[v++] = b0t;
  values[v++] = b1w;
  values[v++] = b1t;
  values[v++] = word[b2] as number;
  values[v++] = b2t;
  values[v++] = word[s2] as number;
  values[v++] = s2t;
  values[v++] = s0b0;
  values[v++] = s1s0;
  values[v++] = s1b0;
  values[v++] = b0b1;
  values[v++] = tag[s0l] as number;
  values[v++] = label[s0l] as number;
  values[v++] = tag[s0r] as number;
  values[v++] = label[s0r] as number;
  values[v++] = tag[b0l] as number;
  values[v++] = label[b0l] as number;
  values[v++] = tag[s1r] as number;
  values[v++] = label[s1r] as number;
  values[v++] = tag[s1l] as number;
  values[v++] = label[s1l] as number;
  values[v++] = (tag[s0l] as number) * 64 + (tag[s0l2] as number);
  values[v++] = (tag[s0r] as number) * 64 + (tag[s0r2] as number);
  values[v++] = (tag[s1r] as number) * 64 + (tag[s1r2] as number);
  values[v++] = (tag[b0l] as number) * 64 + (tag[b0l2] as number);
  values[v++] = word[s0l] as number;
  values[v++] = word[s0r] as number;
  values[v++] = word[b0l] as number;
  values[v++] = word[s1r] as number;
  values[v++] = state.leftLabels[s0] as number;
  values[v++] = state.rightLabels[s0] as number;
  values[v++] = state.rightLabels[s1] as number;
  values[v++] = state.leftLabels[s1] as number;
  values[v++] = state.leftLabels[b0] as number;
  values[v++] = near;
  values[v++] = far;
  values[v++] = s0v;
  values[v++] = b0v;
  values[v++] = s1v;
  values[v++] = commas0 * 4 + quotes0;
  values[v++] = commas1 * 4 + quotes1;
  values[v++] = commas0 * 16 + quotes0 * 4 + commas1;
  values[v++] = near * 8 + Math.min(state.depth, 3);
  values[v++] = vt;
  values[v++] = verbAhead;
  values[v++] = vw;
  values[v++] = vt * 8 + verbAhead;
  values[v++] = vt * 64 + vBefore;
  return TEMPLATES.fill(values, out);
}
