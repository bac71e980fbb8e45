import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAction } from '../../scripts/docs/action-metadata.ts';
import { code, fillMarkers, table } from '../../scripts/docs/markdown.ts';
import { generatedPages } from '../../scripts/docs/pages.ts';
import { inputsTable, outputsTable } from '../../scripts/docs/readmes.ts';
import { root } from '../support/contract/sources.ts';

const pages = await generatedPages(root);

test.each(pages)('$file is what the code says: npm run docs', ({ file, text }) => {
  expect(existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : '').toBe(text);
});

test('generating twice changes nothing', async () => {
  expect(await generatedPages(root)).toEqual(pages);
});

describe('tables', () => {
  const action = parseAction(
    'actions/a',
    `inputs:
  files: { description: "One <b> | two,\\n\\nor \`a|<b>\`.", default: "a\\nb" }
  token: { description: A token., required: true, deprecationMessage: Use files. }
runs: { using: node24, main: x/y.js }`,
  );

  test('every input stands in its row', () => {
    expect(inputsTable(action)).toBe(`| Input | Description | Default | Required |
| --- | --- | --- | --- |
| \`files\` | One &lt;b> \\| two,<br><br>or \`a\\|<b>\`. | \`a b\` | no |
| \`token\` | A token. **Deprecated:** Use files. |  | yes |`);
  });

  test('no outputs are said aloud', () => {
    expect(outputsTable(action)).toBe('This action has no outputs.');
  });

  test('a cell contains no line break', () => {
    expect(table(['a'], [['b\n\nc\nd']]).split('\n')).toEqual(['| a |', '| --- |', '| b<br><br>c d |']);
  });

  test('code with backticks', () => {
    expect([code('a'), code('a`b'), code('')]).toEqual(['`a`', '`` a`b ``', '']);
  });
});

describe('markers', () => {
  test('only what is between them is replaced, and again the same', () => {
    const document = 'a\n<!-- x:start -->\nold\n<!-- x:end -->\nb\n';
    const filled = fillMarkers(document, 'x', 'new');
    expect(filled).toBe('a\n<!-- x:start -->\n\nnew\n\n<!-- x:end -->\nb\n');
    expect(fillMarkers(filled, 'x', 'new')).toBe(filled);
  });

  test.each(['', '<!-- x:start -->', '<!-- x:end --><!-- x:start -->'])(
    'missing or crossed: %j',
    (document) => {
      expect(() => fillMarkers(document, 'x', 'new')).toThrow('<!-- x:start --> and <!-- x:end -->');
    },
  );
});
