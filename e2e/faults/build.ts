/** Builds the child process of the rows: the archive and its services as a plain module, inside the checkout for its packages. */
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Builds child.ts into a folder under out/ and says where it is. Must run at the root of the checkout. */
export async function buildChild(folder: string): Promise<string> {
  const root = resolve('.');
  const outDir = join(root, 'out', folder);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src-shared'), '@main': join(root, 'src-main') } },
    build: {
      ssr: join(root, 'e2e/faults/child.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}
