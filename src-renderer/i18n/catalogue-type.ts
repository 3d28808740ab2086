/** The shape a translation must have to match the English catalogue. */

/** French counts millions apart: each plural needs `_many` beside `_one` and `_other`. */
type ManyOf<K> = K extends `${infer Stem}_other` ? `${Stem}_many` : never;

/** Every key of the English words, with plurals completed by `_many`. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]>;
} & { readonly [K in keyof T as ManyOf<K>]: string };
