import { type InputLine, outputOf } from './annotate-line.ts';

// A process of `annotate --jobs`: is sent lines, answers with as many outputs, in order. Where nobody is left to answer, it ends.
process.on('message', (lines: readonly InputLine[]) => {
  process.send?.(lines.map(outputOf), undefined, undefined, (error) => {
    if (error) process.exit();
  });
});
process.on('disconnect', () => process.exit());
