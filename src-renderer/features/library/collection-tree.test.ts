import type { Collection } from '@shared/model/document';
import { collectionUid } from '@shared/model/ids';
import { describe, expect, it } from 'vitest';
import { pathName, possibleParents, treeOf } from './collection-tree';

const collection = (name: string, parent: string | null = null): Collection => ({
  uid: collectionUid(name),
  parent: parent === null ? null : collectionUid(parent),
  name,
  documents: 0,
});
const sommets = collection('Sommets');
const oulanBator = collection('Oulan-Bator', 'Sommets');
const elan = collection('Élan');
const lost = collection('Perdue', 'gone');
const all = [sommets, oulanBator, elan, lost];

describe('the collections', () => {
  it('stand by name, accents aside, each below its parent', () => {
    const names = treeOf(all, 'fr').map((node) => [
      node.collection.name,
      node.children.map((child) => child.collection.name),
    ]);
    expect(names).toEqual([
      ['Élan', []],
      ['Perdue', []],
      ['Sommets', ['Oulan-Bator']],
    ]);
  });

  it('are named with those around them', () => {
    expect(pathName(all, oulanBator.uid)).toBe('Sommets / Oulan-Bator');
  });

  it('never go into themselves or what is inside them', () => {
    expect(possibleParents(all, sommets.uid)).toEqual([elan, lost]);
  });

  it('name a path even when two are each other’s parent', () => {
    expect(pathName([collection('a', 'b'), collection('b', 'a')], collectionUid('a'))).toBe('b / a');
  });
});
