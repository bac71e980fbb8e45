import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/report/index.ts';
import type { Block, Inline, Page } from '../../../src/report/html/model.ts';
import { renderPage } from '../../../src/report/html/page.ts';

const home = 'https://git.example/vision/qwen3-vl';

function pageOf(blocks: readonly Block[], more: Partial<Page> = {}): string {
  const page: Page = {
    name: 'name',
    subject: 'subject',
    home,
    madeAt: '2026-11-22T12:00:00.000Z',
    madeFrom: '',
    sections: [{ id: 'a', title: 'A', blocks }],
    tiles: [],
    filter: '',
    foot: '',
    ...more,
  };
  return renderPage(page, { sha256: () => 'digest' });
}

/** What the renderer makes of one piece of a line. */
function inlineOf(words: Inline, more: Partial<Page> = {}): string {
  return (
    /<section[^>]*><h2[^>]*>A<\/h2><p>(.*)<\/p><\/section>/.exec(
      pageOf([{ kind: 'text', words }], more),
    )?.[1] ?? ''
  );
}

/** Every field of the model that takes a text. */
function everything(text: string): string {
  const badge = { badge: text, look: 'fail' as const, mark: text, says: text, hint: text };
  const words: Inline = [
    { text },
    { code: text },
    { strong: text },
    { time: text, ago: true },
    { link: { text }, to: text },
    { link: { text }, to: `#${text}` },
    badge,
    { interval: [-1, 0, 1], reach: 1, look: 'open', says: text },
    { tag: text },
    { look: 'help', of: { text } },
    { lead: text, of: { text } },
    { parts: [{ text }, { text }], between: text },
  ];
  const blocks: Block[] = [
    { kind: 'text', words },
    { kind: 'code', text },
    { kind: 'list', look: 'findings', items: [{ text }] },
    { kind: 'chain', label: text, items: [{ of: { text } }] },
    { kind: 'figures', items: [{ name: text, value: text }] },
    { kind: 'cards', cards: [{ title: text, badge, blocks: [] }] },
    { kind: 'fold', title: text, blocks: [{ kind: 'code', text }] },
    {
      kind: 'table',
      title: text,
      columns: [{ title: text }, { title: text, code: true }],
      rows: [[{ text }, text]],
    },
    { kind: 'chart', spoken: text, values: [{ value: 1, title: text }], anchor: 1, tolerance: 1 },
  ];
  const sections = ['a', text].map((id) => ({ id, title: text, blocks }));
  const tiles = [{ section: text, label: text, value: text, note: text }];
  const foot = { text };
  return pageOf([], {
    name: text,
    subject: text,
    home: text,
    madeAt: text,
    madeFrom: foot,
    sections,
    tiles,
    filter: text,
    foot,
  });
}

/** Elements and the names of their attributes, in order. */
function skeleton(html: string): string[] {
  return [...html.replace(/<style>[\s\S]*<\/style>/, '').matchAll(/<[^>]*>/g)].map(([tag]) =>
    tag.replaceAll(/="[^"]*"/g, ''),
  );
}

describe('no text of a page becomes markup', () => {
  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></script><svg onload=alert(1)>',
    'javascript:alert(1)',
    '<!-- --><![CDATA[',
    '&lt;script&gt;',
    '`${alert(1)}`',
    '$& $1 $`',
  ])('%s', (payload) => {
    const expected = skeleton(everything('p'.repeat(payload.length)));
    expect(skeleton(everything(payload))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(100);
  });

  test('what would turn its neighbours around is shown', () => {
    expect(everything('a\u202Eb')).not.toContain('\u202E');
  });
});

describe('a link leads below the home of its page, to a page beside it and nowhere else', () => {
  test.each([
    ['', home],
    ['pull/3', `${home}/pull/3`],
    [`${home}/actions/runs/1`, `${home}/actions/runs/1`],
    ['#a', '#a'],
    ['./compare/a-1.html', './compare/a-1.html'],
  ])('%s leads to %s', (to, href) => {
    expect(inlineOf({ link: 'x', to })).toContain(`<a href="${href}"`);
  });

  test.each([
    'https://evil.example/x',
    'javascript:alert(1)',
    '//evil.example',
    '../other',
    `${home}/../../evil`,
    `${home}/a/%2E%2e/b`,
    `${home}/.`,
    `${home}.evil.example/x`,
    'a b',
    'a?b',
    './../a.html',
    './a/../b.html',
    './a.html?x',
    './a/b/c.html',
  ])('%s leads nowhere', (to) => {
    expect(inlineOf({ link: 'x', to })).toBe('x');
    expect(inlineOf({ link: 'x', to, only: true })).toBe('');
  });

  test.each([
    undefined,
    'javascript:alert(1)',
    'file:///etc',
    'https://a.example/?x',
    'https://a.example/..',
  ])('nowhere from %s', (home) => {
    expect(inlineOf({ link: 'x', to: 'pull/3' }, { home })).toBe('x');
  });
});

describe('pieces of a line', () => {
  test.each<[string, Inline, string]>([
    ['code between backticks', 'run `a` or `b`', 'run <code>a</code> or <code>b</code>'],
    ['a lone backtick', 'a ` b', 'a &#96; b'],
    ['a text that is cut', { text: 'abcdef', max: 4 }, '<bdi title="abcdef">abc…</bdi>'],
    ['nothing', [undefined, { text: undefined }, { code: undefined }, { time: undefined }], ''],
    ['words in front of nothing', { lead: ' by ', of: { text: undefined } }, ''],
    ['nothing in a frame', { look: 'help', of: [] }, ''],
    ['parts of which one is nothing', { parts: ['a', undefined, 'b'], between: ' · ' }, 'a · b'],
    ['two lines', { parts: ['a', 'b'], between: '\n' }, 'a<br>b'],
    [
      'a time before the page',
      { time: '2026-11-22T09:55:00Z', ago: true },
      '<time datetime="2026-11-22T09:55:00Z">2026-11-22 09:55 UTC</time> <span class="age">(2 h 5 min ago)</span>',
    ],
    [
      'a time after the page',
      { time: '2026-11-24T12:00:00Z', ago: true },
      '<time datetime="2026-11-24T12:00:00Z">2026-11-24 12:00 UTC</time> <span class="age">(in 2 days)</span>',
    ],
    [
      'a badge',
      { badge: 'deps', look: 'exempt', says: 'exempt', hint: 'by mei' },
      '<span class="chip exempt" title="by mei"><span aria-hidden="true">⚑ </span><bdi>deps</bdi><span class="sr">: exempt</span></span>',
    ],
  ])('%s', (_, piece, html) => {
    expect(inlineOf(piece)).toBe(html);
  });
});

describe('a table', () => {
  const section: Section = {
    kind: 'table',
    title: 'What serves now',
    open: true,
    columns: [{ title: 'Service' }, { title: 'Version', code: true }, { title: 'Value', align: 'right' }],
    rows: [['qwen', 'svc-1', '']],
  };

  test('of a report is one of a page', () => {
    const html = pageOf([section]);
    expect(html).toContain('<caption>What serves now</caption>');
    expect(html).toContain('<th scope="row" role="rowheader" data-label="Service"><div>qwen</div></th>');
    expect(html).toContain(
      '<td role="cell" data-label="Version"><div><code><bdi>svc-1</bdi></code></div></td>',
    );
  });

  test('says where nothing is', () => {
    expect(pageOf([section])).toContain(
      '<td role="cell" data-label="Value" class="num none"><div>–</div></td>',
    );
  });
});

test.each<Block>([
  { kind: 'text', look: 'command', words: undefined },
  { kind: 'figures', items: [] },
  { kind: 'list', look: 'findings', items: [] },
])('a block that has nothing to show is left out: $kind', (block) => {
  expect(pageOf([block])).toBe(pageOf([]));
});

test('a page of one section has neither contents nor filter', () => {
  const one = { id: 'a', title: 'A', blocks: [] };
  expect(pageOf([])).not.toMatch(/<nav|<form/);
  expect(pageOf([], { sections: [one, { ...one, id: 'b' }] })).toMatch(/<nav[\s\S]*<form/);
});

test('a chart of equal values stays inside of its picture', () => {
  const html = pageOf([
    { kind: 'chart', spoken: 'flat', values: [{ value: 2, title: 'x' }], anchor: 2, tolerance: 0 },
  ]);
  expect(html).toContain('<polyline points="160,6"></polyline>');
  expect(html).toContain('<circle class="last" cx="160" cy="6" r="4">');
});
