import { createElement, Suspense } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { later } from './later';

const shown = (Part: React.ComponentType): string =>
  renderToStaticMarkup(createElement(Suspense, { fallback: 'waiting' }, createElement(Part)));
const hall = () => later(async () => ({ default: () => 'the hall' }));

test('a part whose code was read ahead is there at once', async () => {
  const { Part, read } = hall();
  await read();
  expect(shown(Part)).toBe('the hall');
});

test('a part whose code was not read yet is waited for', () => {
  expect(shown(hall().Part)).toContain('waiting');
});
