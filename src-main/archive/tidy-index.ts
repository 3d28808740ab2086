/** Merging the parts an import leaves the full-text index in: fewer parts are smaller and quicker to ask. */
import { indexTables } from './index-rows';
import type { Store } from './store';

/** Pages of the index written in one step: some ten milliseconds. */
const pagesAtOnce = 500;

/** Does one step in one transaction. Answers whether there is more to do. */
export function tidyIndexStep(store: Store): boolean {
  return store.write(() =>
    Object.keys(indexTables).some((table) => {
      const changes = (): number => Number(store.db.prepare('SELECT total_changes()').pluck().get());
      const before = changes();
      store.db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(pagesAtOnce);
      // A step that finds nothing to merge writes at most the row that counts them.
      return changes() - before >= 2;
    }),
  );
}
