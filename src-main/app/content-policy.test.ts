import { expect, test } from 'vitest';
import { assetHeaders, contentPolicy, pageHeaders } from './content-policy';

const directives = (policy: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  );

test('forbids everything that is not named', () => {
  expect(directives(contentPolicy(null))['default-src']).toBe("'none'");
});

test('runs scripts of ours only: none inline, none evaluated, no string as markup', () => {
  const policy = directives(contentPolicy(null));
  expect(policy['script-src']).toBe("'self'");
  expect(policy['require-trusted-types-for']).toBe("'script'");
});

test('names no place outside the app: no network, no data, no blob', () => {
  expect(contentPolicy(null)).not.toMatch(/https?:|wss?:|data:|blob:|\*/);
  expect(directives(contentPolicy(null))['connect-src']).toBe("'none'");
});

test('lets the development server be reached in development only', () => {
  expect(directives(contentPolicy('http://localhost:5173'))['connect-src']).toBe("'self' ws://localhost:5173");
});

test('sends the policy with every file', () => {
  expect(pageHeaders('text/html')['content-security-policy']).toBe(contentPolicy(null));
});

test('shows pictures of the app and the archive, and lets a picture opened as a page do nothing', () => {
  expect(directives(contentPolicy(null))['img-src']).toBe("'self' postil-asset:");
  expect(assetHeaders('image/svg+xml')).toMatchObject({
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
  });
  const policy = directives(assetHeaders('image/svg+xml')['content-security-policy'] ?? '');
  expect(policy).toMatchObject({ 'default-src': "'none'", sandbox: '' });
  expect(policy['script-src']).toBeUndefined();
});
