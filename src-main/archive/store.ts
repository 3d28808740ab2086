/**
 * What the archive's functions work with: the connection, its prepared statements, the
 * clock, and the one way to write. Knows no table.
 */

import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import type Database from 'better-sqlite3';
import type { ArchiveOptions } from './archive-api';
import { ChangedDocuments } from './changed-documents';
import type { Connection } from './connect';
import { keepSeals } from './seals';

/** Collects what a transaction changed, to be announced once it is on disk. */
export interface Changes {
  readonly touch: (document: DocumentUid) => void;
  /** Of the document nothing but this annotation changed, as far as this call knows. */
  readonly touchAnnotation: (document: DocumentUid, annotation: AnnotationUid) => void;
  readonly touchMany: () => void;
}

export interface Store {
  readonly db: Connection;
  readonly path: string;
  readonly nowMs: () => number;
  /** A statement, prepared once a connection. Tables are STRICT, so rows are as the caller types them. */
  readonly sql: <Parameters extends unknown[], Row = never>(source: string) => Database.Statement<Parameters, Row>;
  /**
   * Runs one immediate transaction and announces its changes after the commit. Inside
   * another it is a part of that one, undone alone when it throws.
   */
  readonly write: <T>(body: (changes: Changes) => T) => T;
  /** Runs reads that see one state of the archive. */
  readonly read: <T>(body: () => T) => T;
}

/** More documents than this are announced as "many". */
const mostNamed = 500;

/** The store over a connection to an archive of the newest schema. */
export function createStore(db: Connection, path: string, options: ArchiveOptions): Store {
  keepSeals(db);
  const statements = new Map<string, unknown>();
  const sql = <Parameters extends unknown[], Row = never>(source: string): Database.Statement<Parameters, Row> => {
    const prepared = statements.get(source) ?? db.prepare(source);
    statements.set(source, prepared);
    // A statement's types are the caller's word for what its SQL takes and gives.
    return prepared as Database.Statement<Parameters, Row>;
  };
  let outer: Changes | null = null;
  const write = <T>(body: (changes: Changes) => T): T => {
    if (outer !== null) {
      const changes = outer;
      return db.transaction(() => body(changes))();
    }
    const touched = new ChangedDocuments();
    let many = false;
    const changes: Changes = {
      touch: (document) => touched.add(document),
      touchAnnotation: (document, annotation) => touched.addAnnotation(document, annotation),
      touchMany: () => {
        many = true;
      },
    };
    outer = changes;
    let answer: T;
    try {
      answer = db.transaction(() => body(changes)).immediate();
    } finally {
      outer = null;
    }
    if (many || touched.size > mostNamed) options.onChange?.('many', {});
    else options.onChange?.(touched.documents(), touched.annotations());
    return answer;
  };
  const read = <T>(body: () => T): T => (db.inTransaction ? body() : db.transaction(body).deferred());
  return { db, path, nowMs: options.nowMs ?? Date.now, sql, write, read };
}
