/// <reference types="vite/types/importMeta.d.ts" />
/** The numbered SQL files in migrations/, in order. Adding one is adding a file. */
import type { Migration } from './migrate';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** Every migration: number N takes schema N−1 to N. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => ({ name: path.replace(/^.*\//, '').replace(/\.sql$/, ''), sql }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, sql }, index) => {
    const version = Number(name.slice(0, 4));
    if (version !== index + 1) throw new Error(`Migration ${name} should have number ${index + 1}`);
    return { version, name, sql };
  });

/** The schema this program writes. */
export const newestSchema = migrations.length;
