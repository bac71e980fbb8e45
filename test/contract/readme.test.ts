/** README.md and README.zh-CN.md say the same, as far as structure, commands, tables and links show it. */
import { describe, expect, test } from 'vitest';
import { filesUnder, sourceFile } from '../support/contract/sources.ts';

interface Outline {
  readonly headings: readonly number[];
  readonly code: readonly string[];
  /** Of each row its number of cells and the code in its first one; of the row with titles only the number. */
  readonly tables: readonly string[];
  readonly links: readonly string[];
}

function outline(markdown: string): Outline {
  const text = markdown.replaceAll(/^```\w+\n[^]*?^```$/gm, '');
  const rows = [...text.matchAll(/^\|.*\|$/gm)].map(([row]) =>
    row.replaceAll(/\\\|/g, '').split('|').slice(1, -1),
  );
  const targets = [...text.matchAll(/(?:\]\(|srcset="|src=")([^)"]+)/g)].map(([, target = '']) => target);
  return {
    headings: [...text.matchAll(/^(#+) /gm)].map(([, level = '']) => level.length),
    code: [...markdown.matchAll(/^```(\w+\n[^]*?)^```$/gm)].map(([, code = '']) => code),
    tables: rows.map((cells) => `${cells.length} ${(cells[0]?.match(/`[^`]+`/g) ?? []).join(' ')}`),
    links: [...new Set(targets)].filter((target) => !target.startsWith('README')).toSorted(),
  };
}

const english = outline(sourceFile('README.md').text);
const chinese = outline(sourceFile('README.zh-CN.md').text);

test.each(['headings', 'code', 'tables', 'links'] as const)('the same %s in both languages', (part) => {
  expect(chinese[part]).toEqual(english[part]);
});

test('each names the other', () => {
  expect(sourceFile('README.md').text).toContain('](README.zh-CN.md)');
  expect(sourceFile('README.zh-CN.md').text).toContain('](README.md)');
});

describe('every page', () => {
  const all = filesUnder('docs', ['.md']).map(({ file }) => file);
  const below = (name: string) => all.filter((page) => page.startsWith(`docs/${name}/`));
  const pages = all.filter((page) => !/^docs\/.*\//.test(page));
  const index = outline(sourceFile('docs/README.md').text).links;

  test.each(pages)('%s is linked from the README', (page) => {
    expect(english.links).toContain(page);
  });

  test.each(pages.filter((page) => page !== 'docs/README.md'))('%s is in the index', (page) => {
    expect(index.map((target) => target.split('#')[0])).toContain(page.replace('docs/', ''));
  });

  test.each(['rules', 'cli'])('below docs/%s is in its index', (name) => {
    const linked = outline(sourceFile(`docs/${name}.md`).text).links.map((link) => link.split('#')[0]);
    expect(below(name).length).toBeGreaterThan(3);
    expect(below(name).filter((page) => !linked.includes(page.replace('docs/', '')))).toEqual([]);
  });
});

test.each([
  ['# A', '## A'],
  ['run', 'run it'],
  ['`x`', '`y`'],
  ['| 1 |', '| 1 | 2 |'],
  ['docs/a.md', 'docs/b.md'],
])('%s is not %s', (from, to) => {
  const page = '# A\n\n```sh\nrun\n```\n\n| a | b |\n|---|---|\n| `x` | 1 |\n\n[l](docs/a.md)\n';
  expect(outline(page.replace(from, to))).not.toEqual(outline(page));
});
