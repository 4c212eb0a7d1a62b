import { type InputLine, outputOf } from './annotate-line.ts';

// A process of `annotate --jobs`: is sent lines, answers with as many outputs, in order.
process.on('message', (lines: readonly InputLine[]) => process.send?.(lines.map(outputOf)));
