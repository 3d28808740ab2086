/** What a page says of its article in JSON-LD (schema.org), read defensively. */

/** Facts of an article as its page states them; a fact not stated is empty. */
export interface StatedFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly site: string;
  readonly url: string;
  /** As written; see edtf-date. */
  readonly date: string;
  readonly language: string;
  readonly description: string;
}

type Json = Readonly<Record<string, unknown>>;

const articleTypes = /(?:Article|BlogPosting|Report|Review|Posting)$/;
/** Objects looked at in one page; a page's graph has a few dozen. */
const maxObjects = 500;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (object: Json, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
const many = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function parsed(source: string): unknown {
  try {
    // browsers forgive line breaks inside strings; so do we
    return JSON.parse(
      source.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/[\r\n\t]+/g, ' '),
    );
  } catch (error) {
    // a page's broken metadata is no reason to refuse its text
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Every object of the graph, breadth first, bounded. */
function objectsIn(roots: readonly unknown[]): readonly Json[] {
  const queue = roots.flatMap(many);
  const objects: Json[] = [];
  for (let index = 0; index < queue.length && objects.length < maxObjects; index++) {
    const value = queue[index];
    if (!isObject(value)) continue;
    objects.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) {
      queue.push(...many(own(value, key)).filter(isObject));
    }
  }
  return objects;
}

const typesOf = (object: Json): readonly string[] =>
  many(own(object, '@type')).filter((type) => typeof type === 'string');
const firstText = (value: unknown): string =>
  many(value)
    .find((item) => typeof item === 'string')
    ?.toString() ?? '';

/** A name given as text or as an object with `name`; references are looked up. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): readonly string[] {
  return many(value).flatMap((item) => {
    if (typeof item === 'string') return [item];
    if (!isObject(item)) return [];
    const direct = firstText(own(item, 'name'));
    if (direct) return [direct];
    const reference = byId.get(firstText(own(item, '@id')));
    return reference ? [firstText(own(reference, 'name'))] : [];
  });
}

/** Reads a page's JSON-LD scripts; null when none describes an article. */
export function factsFromJsonLd(scripts: readonly string[]): StatedFacts | null {
  const objects = objectsIn(scripts.map(parsed));
  const article = objects.find((object) => typesOf(object).some((type) => articleTypes.test(type)));
  if (!article) return null;
  const byId = new Map<string, Json>();
  for (const object of objects) {
    const id = firstText(own(object, '@id'));
    if (id && own(object, 'name') !== undefined) byId.set(id, object);
  }
  const page = own(article, 'mainEntityOfPage');
  return {
    title: firstText(own(article, 'headline')) || firstText(own(article, 'name')),
    authors: namesOf(own(article, 'author'), byId).filter((name) => name !== ''),
    site: namesOf(own(article, 'publisher'), byId)[0] ?? '',
    url: firstText(own(article, 'url')) || firstText(page) || (isObject(page) ? firstText(own(page, '@id')) : ''),
    date: firstText(own(article, 'datePublished')) || firstText(own(article, 'dateCreated')),
    language: firstText(own(article, 'inLanguage')),
    description: firstText(own(article, 'description')),
  };
}
