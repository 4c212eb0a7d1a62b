import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { Anchor } from '../../../src/page/anchor.ts';
import { collectBlocks } from '../../../src/page/extract/blocks.ts';

function anchorOf(html: string) {
  const { document } = parseHTML(`<html><body><p>${html}</p></body></html>`);
  const steps = collectBlocks(document.body as unknown as Element);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const [block] = step.value.blocks;
  if (!block) throw new Error('no block');
  return {
    anchor: new Anchor(block.text, block.runs),
    text: block.text,
    nodes: [...new Set(block.runs.map(({ node }) => node))],
  };
}
const words = (html: string, wanted: string) => {
  const { anchor, text } = anchorOf(html);
  const start = text.indexOf(wanted);
  return anchor.segmentsOf({ start, end: start + wanted.length }).map(({ node, from, to }) => node.data.slice(from, to));
};

describe('a span of text is found in the nodes that show it', () => {
  test('in one node', () => expect(words('The pier is closed.', 'pier is')).toEqual(['pier is']));
  test('over links', () =>
    expect(words('The <a href="/">old pier</a> is closed.', 'The old pier is')).toEqual(['The ', 'old pier', ' is']));
  test('over collapsed white space', () =>
    expect(words('The   pier\n\n is closed.', 'The pier is')).toEqual(['The   pier\n\n is']));
  test('over soft hyphens', () => expect(words('The long\u00ADshore men.', 'longshore')).toEqual(['long\u00ADshore']));
  test('not over what stands between and is not shown', () =>
    expect(words('One<sup>1</sup> two.', 'One two')).toEqual(['One', ' two']));
});

describe('nothing is found that is not there as it was read', () => {
  test('after the words have changed', () => {
    const { anchor, nodes } = anchorOf('The pier is closed.');
    (nodes[0] as Text).data = 'The pier is opened.';
    expect(anchor.segmentsOf({ start: 0, end: 8 })).toHaveLength(1);
    expect(anchor.segmentsOf({ start: 0, end: 19 })).toHaveLength(0);
    expect(anchor.isIntact()).toBe(false);
  });
  test('after the node has gone', () => {
    const { anchor, nodes } = anchorOf('The <b>pier</b> is closed.');
    (nodes[1] as Text).remove();
    expect(anchor.segmentsOf({ start: 0, end: 8 })).toHaveLength(0);
  });
});

test('a place in a node is a place in the text', () => {
  const { anchor, text, nodes } = anchorOf('The   <a href="/">old</a> pier.');
  expect(anchor.offsetOf({ node: nodes[1] as Text, offset: 1 })).toBe(text.indexOf('ld'));
  expect(anchor.holds(nodes[0] as Text)).toBe(true);
});
