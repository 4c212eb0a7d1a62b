import type { BlockKind } from '../../article/article.ts';
import type { PageBlock } from './blocks.ts';

/** Words that must agree in a row. */
const ROW = 5;

/** Whether a block is set apart as a pull quote is: a quotation, a heading or bold throughout. */
function standsApart(block: PageBlock, kind: BlockKind): boolean {
  return kind === 'quote' || kind === 'heading' || block.emphasised > block.text.length * 0.9;
}

/** Takes out what stands apart and only repeats words of the running text: pull quotes, under whatever name. */
export function dropPullQuotes(blocks: readonly PageBlock[], kinds: BlockKind[]): void {
  const apart = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    if (block.text.length < 400 && standsApart(block, kinds[index] as BlockKind)) apart.add(index);
  }
  if (apart.size === 0) return;
  const running = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const kind = kinds[index];
    if (apart.has(index) || (kind !== 'paragraph' && kind !== 'list-item')) continue;
    for (const row of rowsOf(block.text)) running.add(row);
  }
  for (const index of apart) {
    const rows = rowsOf((blocks[index] as PageBlock).text);
    if (rows.length > 0 && rows.every((row) => running.has(row))) kinds[index] = 'promotion';
  }
}

function rowsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[A-Za-zÀ-ỿ\u3040-\ud7ff\d]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - ROW + 1)).map((_, at) => words.slice(at, at + ROW).join(' '));
}
