import { resolve } from 'node:path';
import { build } from 'vite';

const HERE = import.meta.dirname;

/** Bundles the programs that are compared, all in the same way: minified, as they would be shipped. */
export async function bundle(folder: string): Promise<void> {
  const shared = { configFile: false, logLevel: 'error', root: HERE } as const;
  // Programs in a function, as the background is: V8 runs the engine an eighth more slowly where its constants are a module's.
  const programs = { ours: resolve(HERE, 'run-ours.ts'), yardstick: resolve(HERE, 'run-yardstick.ts') };
  const runners = { first: resolve(HERE, 'first-story.ts'), warm: resolve(HERE, 'warm.ts') };
  for (const [input, format, ending] of [[programs, 'cjs', 'cjs'] as const, [runners, 'es', 'mjs'] as const])
    await build({
      ...shared,
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        rollupOptions: { input, output: { format, entryFileNames: `[name].${ending}` } },
      },
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
