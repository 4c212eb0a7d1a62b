import { resolve } from 'node:path';
import { build } from 'vite';

const HERE = import.meta.dirname;

/** Bundles the programs that are compared, all in the same way: minified, as they would be shipped. */
export async function bundle(folder: string): Promise<void> {
  const shared = { configFile: false, logLevel: 'error', root: HERE } as const;
  const node = {
    ours: resolve(HERE, 'run-ours.ts'),
    yardstick: resolve(HERE, 'run-yardstick.ts'),
    first: resolve(HERE, 'first-story.ts'),
    warm: resolve(HERE, 'warm.ts'),
  };
  await build({
    ...shared,
    ssr: { noExternal: true },
    build: { ssr: true, outDir: folder, minify: true, rollupOptions: { input: node, output: { entryFileNames: '[name].mjs' } } },
  });
  await build({
    ...shared,
    build: {
      outDir: resolve(folder, 'page'),
      minify: true,
      lib: { entry: resolve(HERE, 'page-yardstick.ts'), formats: ['iife'], name: 'bench', fileName: () => 'yardstick.js' },
    },
  });
}
