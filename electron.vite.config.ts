// How the app is built: main and the command line as ES modules, the preload as one CommonJS file, the renderer bundled.
// The targets are the oldest Electron set-up may install (Chromium 130, Node 20), so one build runs in all of them.
// npm packages under "dependencies" stay packages in main; whatever the renderer uses is bundled into it.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { alias } from './vitest.config';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      target: 'node20',
      sourcemap: true,
      rollupOptions: {
        input: {
          app: path('src-main/app/app.ts'),
          host: path('src-main/host/host.ts'),
          worker: path('src-main/host/worker.ts'),
          'verify-worker': path('src-main/host/verify-worker.ts'),
          'recover-worker': path('src-main/host/recover-worker.ts'),
          cli: path('src-main/cli/cli.ts'),
        },
        // Shared pieces lie beside the entries: files of the app are found relative to out/main.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: 'node20',
      externalizeDeps: false, // a sandboxed preload can load nothing but electron
      rollupOptions: {
        input: { preload: path('src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('src-renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0, // no data: addresses, which the content security policy would refuse
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: path('src-renderer/index.html'),
        // One Korean letter in a chunk, and the engine keeps all of it in two bytes a character.
        output: { charset: 'ascii' },
      },
    },
  },
});
