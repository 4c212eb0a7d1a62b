import type { Span } from '../../article/span.ts';
import type { Syntax } from '../syntax.ts';
import { section } from '../weights/container.ts';
import { type ParserWeights, parseWords } from './parser.ts';
import { tagKinds } from './parser-state.ts';
import { SparseWeights } from './sparse-weights.ts';
import { tagWords } from './tagger.ts';
import { TernaryWeights } from './ternary-weights.ts';
import { hashWords } from './word-hash.ts';
import { WordTable } from './word-table.ts';

/** Sentences longer than this are read in pieces; the pieces after the first hang on the first one's root as `dep`. */
const LONGEST = 1024;

/** The names of a weights file's sections that hold the tagger and the parser. */
export const SYNTAX_SECTIONS = {
  names: 'syntax.names',
  dictionary: 'syntax.dictionary',
  tagger: 'syntax.tagger',
  moves: 'syntax.moves',
  labels: 'syntax.labels',
} as const;

/** A part-of-speech tagger and dependency parser: the learned weights and the names of their classes. */
export class SyntaxModel {
  readonly tags: readonly string[];
  /** Index 0 stands for "none yet" and is never given. */
  readonly relations: readonly string[];
  readonly #dictionary: WordTable;
  readonly #tagger: SparseWeights;
  readonly #parser: ParserWeights;

  private constructor(sections: ReadonlyMap<string, Uint8Array>) {
    const [tags, relations] = ascii(section(sections, SYNTAX_SECTIONS.names)).split('\n');
    this.tags = (tags ?? '').split(' ');
    this.relations = (relations ?? '').split(' ');
    this.#dictionary = new WordTable(section(sections, SYNTAX_SECTIONS.dictionary));
    this.#tagger = new SparseWeights(section(sections, SYNTAX_SECTIONS.tagger));
    this.#parser = {
      moves: new TernaryWeights(section(sections, SYNTAX_SECTIONS.moves)),
      labels: new SparseWeights(section(sections, SYNTAX_SECTIONS.labels)),
      labelCount: this.relations.length,
      kinds: tagKinds(this.tags),
    };
  }

  /**
   * A model from the sections of a weights file.
   * @throws Error where a section is missing or damaged.
   */
  static load(sections: ReadonlyMap<string, Uint8Array>): SyntaxModel {
    return new SyntaxModel(sections);
  }

  /** Tags and parses one sentence; never throws, linear in its length. */
  tagAndParse(text: string, tokens: readonly Span[]): Syntax {
    const n = tokens.length;
    if (n > LONGEST) return this.#inPieces(text, tokens);
    const words = hashWords(text, tokens);
    const tags = tagWords(words, this.#dictionary, this.#tagger, this.tags.length);
    const { head, label } = parseWords(words, tags, this.#parser);
    const tag = new Array<string>(n);
    const relation = new Array<string>(n);
    for (let i = 0; i < n; i++) {
      tag[i] = this.tags[tags[i] as number] as string;
      relation[i] = this.relations[label[i] as number] as string;
    }
    return { tag, head, relation };
  }

  #inPieces(text: string, tokens: readonly Span[]): Syntax {
    const tag: string[] = [];
    const relation: string[] = [];
    const head = new Int16Array(tokens.length);
    let root = -1;
    for (let from = 0; from < tokens.length; from += LONGEST) {
      const piece = this.tagAndParse(text, tokens.slice(from, from + LONGEST));
      for (const [i, h] of piece.head.entries()) {
        const hung = h < 0 && root >= 0;
        head[from + i] = h >= 0 ? from + h : root;
        tag.push(piece.tag[i] as string);
        relation.push(hung ? 'dep' : (piece.relation[i] as string));
      }
      if (root < 0) root = piece.head.indexOf(-1);
    }
    return { tag, head, relation };
  }
}

function ascii(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
}
