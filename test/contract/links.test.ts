import { expect, test } from 'vitest';
import { brokenLinks } from '../support/contract/links.ts';
import { documentation } from '../support/contract/sources.ts';

test.each(documentation())('$file links to what is there', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

test.each([
  ['[a](architecture.md)', []],
  ['[a](../src/cli/)', []],
  ['[a](https://example.org/no-such-page)', []],
  ['## A `b`: c\n[a](#a-b-c)', []],
  ['[a](architecture.md#arrows "title")', []],
  ['`[a](no-such-page.md)` and\n```md\n[a](no-such-page.md)\n```', []],
  ['[a](no-such-page.md)', ['no-such-page.md']],
  ['[a](architecture.md#no-such-heading)', ['architecture.md#no-such-heading']],
  ['[a](#no-such-heading)', ['#no-such-heading']],
])('links of %j', (text, broken) => {
  expect(brokenLinks({ file: 'docs/page.md', text })).toEqual(broken);
});
