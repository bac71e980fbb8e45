import { describe, expect, test } from 'vitest';
import type { BoardInput } from '../../../src/board/index.ts';
import type { RecordDraft } from '../../../src/lineage/index.ts';
import { recordsOf, shaOf, teamDrafts, teamTags, teamUrl } from '../../support/team-ledger.ts';
import { board, boardOf, hoursBefore, judged, made, page, sha256 } from './support.ts';

/** A team's records with every text that a person may choose replaced. */
function texts(text: (name: string) => string): { drafts: RecordDraft[]; more: Partial<BoardInput> } {
  const drafts: RecordDraft[] = [
    judged('a', 30, {
      by: text('by'),
      author: text('author'),
      pr_number: 7,
      run: { id: '1', url: text('url'), workflow: text('workflow') },
      note: text('note'),
      metrics: { [text('metric')]: 0.8, [text('metric 2')]: 3 },
      verdicts: [
        {
          gate: text('gate'),
          verdict: 'exempt',
          title: text('title'),
          exempted_by: text('who'),
          exempted_at: '2026-11-20T10:05:00Z',
          exempted_sha: 'b'.repeat(40),
          reason: text('why'),
        },
        {
          gate: 'detect-input-drift',
          verdict: 'pass',
          declared: [{ tensor: text('tensor'), kind: text('kind'), where: text('where') }],
        },
        { gate: 'regression-gate', verdict: 'fail', title: text('title 2') },
      ],
    }),
    judged('r', 29, {
      git_ref: `release/${text('branch')}`,
      verdicts: [{ gate: text('gate'), verdict: 'fail' }],
    }),
    made(['commit:a'], `image:${text('image')}`, 9, { git_ref: text('ref'), author: text('author') }),
    made(['commit:a', `image:${text('image')}`], `job:${text('job')}`, 8, { by: text('trainer') }),
    made([`job:${text('job')}`], `weights:${text('weights')}`, 7, { metrics: { [text('loss')]: 0.8 } }),
    made([`weights:${text('weights')}`], `serving:${text('old')}`, 6, { service: text('service') }),
    made([`weights:${text('weights')}`], `serving:${text('new')}`, 5, {
      service: text('service'),
      replaces: text('old'),
      run: { url: text('url') },
    }),
    made([`weights:${text('lost')}`], `serving:${text('other')}`, 5, { service: text('service 2') }),
  ];
  const finding = {
    rule: 'lineage/corrupt-record',
    severity: 'warning' as const,
    message: text('finding'),
    help: text('help'),
  };
  const more = {
    unread: [finding],
    name: text('name'),
    url: text('repository'),
    tags: [{ name: `v1.0.0-${text('tag')}`, sha: shaOf('a') }],
  };
  return { drafts, more };
}

async function pageOf(text: (name: string) => string): Promise<string> {
  const { drafts, more } = texts(text);
  return page(await boardOf(drafts, more));
}

/** Elements and the names of their attributes, in order. */
function skeleton(html: string): string[] {
  const body = html.slice(html.indexOf('</style>'), html.indexOf('<script>'));
  return [...body.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/="[^"]*"/g, ''));
}

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></script><svg onload=alert(1)>',
  'javascript:alert(1)',
  'https://evil.example/"><b>',
  '<!-- --><![CDATA[',
  '&lt;script&gt;',
  '`${alert(1)}`',
  '\\"; alert(1)//',
  '__proto__',
  'constructor',
  '$& $1 $`',
];

describe('no text of the ledger becomes markup', () => {
  const harmless = (name: string) => `plain ${name}`;
  test.each(hostile)('%s', async (payload) => {
    // Of the same length, for what is cut has a title.
    const plain = (name: string) => `${'p'.repeat(payload.length)} ${name}`;
    const [expected, found] = [await pageOf(plain), await pageOf((name) => `${payload} ${name}`)];
    expect(skeleton(found)).toEqual(skeleton(expected));
    expect(skeleton(expected).length).toBeGreaterThan(200);
    expect(found.match(/<script/g)).toHaveLength(1);
    expect(found.match(/href="(?!#)[^"]*"/g) ?? []).toEqual([]);
  });

  test('a template that did not escape would be found', async () => {
    const broken = (await pageOf(harmless)).replaceAll('plain author', '<script>alert(1)</script>');
    expect(skeleton(broken)).not.toEqual(skeleton(await pageOf(harmless)));
  });

  test('text that turns around or hides what stands beside it is shown as what it is', async () => {
    const found = await pageOf((name) => `a\u202Eb\u200B ${name}`);
    expect(found).not.toMatch(/[\u202E\u200B]/);
    expect(found).toContain('a[U+202E]b[U+200B]');
  });
});

describe('links', () => {
  const url = 'https://git.example/vision/qwen3-vl';
  const hrefs = (html: string) => [...html.matchAll(/href="(?!#)([^"]*)"/g)].map((match) => match[1]);
  test('lead to the repository and nowhere else', async () => {
    const found = hrefs(page(await board(recordsOf(teamDrafts()), { tags: teamTags, url: teamUrl })));
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((href) => href !== teamUrl && !href?.startsWith(`${teamUrl}/`))).toEqual([]);
    expect(found).toContain(`${teamUrl}/commit/${shaOf('merge-305')}`);
    expect(found).toContain(`${teamUrl}/compare/${shaOf('merge-301')}...${shaOf('merge-305')}`);
    expect(found).toContain(`${teamUrl}/pull/305`);
    expect(found).toContain(`${teamUrl}/releases/tag/v2.3.2`);
  });

  test.each([
    [`${url}/actions/runs/1`, true],
    ['https://evil.example/actions/runs/1', false],
    [`${url}.evil.example/runs/1`, false],
    [`${url}/../other/runs/1`, false],
    ['actions/runs/1', false],
    [`${url}/x"onclick="y`, false],
    [`javascript:${url}/`, false],
  ])('the run %s: %s', async (run, linked) => {
    const html = page(await boardOf([judged('a', 1, { run: { url: run } })], { url }));
    expect(hrefs(html).includes(run)).toBe(linked);
    expect(html.includes('>run</a>')).toBe(linked);
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://a.example/b c', 'https://a.example/?x'])(
    'a repository at %s has none',
    async (address) => {
      expect(hrefs(page(await boardOf([judged('a', 1, { pr_number: 3 })], { url: address })))).toEqual([]);
    },
  );
});

describe('one file that asks for nothing', () => {
  const shown = board(recordsOf(teamDrafts()), { tags: teamTags, url: teamUrl }).then(page);

  test('loads no resource', async () => {
    const html = await shown;
    expect(html).not.toMatch(/<(?:link|img|iframe|object|embed|base|video|audio|source)\b/i);
    expect(html).not.toMatch(/\s(?:src|srcset|style|on\w+)="/i);
    expect(html).not.toMatch(/@import|url\(/i);
  });

  test('allows itself its own style and script by their digests, and nothing else', async () => {
    const html = await shown;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${sha256(style)}'`,
      `script-src 'sha256-${sha256(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // What stands before the policy is not held by it.
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
  });

  test('the script is one that parses', async () => {
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(await shown) ?? [];
    // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- only compiled
    expect(() => new Function(script)).not.toThrow();
  });

  test('has landmarks, one title of each rank in order, and names for its tables and charts', async () => {
    const html = await shown;
    for (const element of [
      '<main id="main">',
      '<nav aria-label=',
      '<footer>',
      '<html lang="en">',
      'class="skip"',
    ])
      expect(html).toContain(element);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const tables = html.match(/<table/g)?.length;
    expect(html.match(/<caption>/g)).toHaveLength(tables ?? 0);
    expect(html.match(/<svg [^>]*role="img" aria-label="[^"]{20,}"/g)).toHaveLength(
      html.match(/<svg/g)?.length ?? 0,
    );
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]*)"|aria-labelledby="([^"]*)"|for="([^"]*)"/g)].map(
      (match) => match[1] ?? match[2] ?? match[3],
    );
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('every row has as many cells as the table has columns', async () => {
    for (const [table] of (await shown).matchAll(/<table[\s\S]*?<\/table>/g)) {
      const columns = table.match(/<th scope="col"/g)?.length;
      const rows = [...table.matchAll(/<tr role="row">\s*(<th scope="row"[\s\S]*?)<\/tr>/g)];
      expect(rows.length).toBeGreaterThan(0);
      for (const [, row = ''] of rows) expect(row.match(/<t[hd] /g)).toHaveLength(columns ?? 0);
    }
  });
});

describe('colours', () => {
  test.each(['light', 'dark'])('%s: every text has a contrast of 4.5 on its ground', async (scheme) => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page(await boardOf([])))?.[1] ?? '';
    const [light, dark] = [...style.matchAll(/:root\{([^}]*)\}/g)].map((match) => match[1] ?? '');
    const colours = coloursOf((scheme === 'light' ? light : dark) ?? '');
    const grounds = ['ground', 'surface', 'none-bg'].map((name) => colours.get(name) ?? '');
    const pairs = [
      ...['text', 'soft', 'link'].flatMap((name) =>
        grounds.map((ground) => [colours.get(name) ?? '', ground]),
      ),
      ...['pass', 'fail', 'warn', 'exempt'].flatMap((name) => [
        [colours.get(name) ?? '', colours.get(`${name}-bg`) ?? ''],
        [colours.get(name) ?? '', colours.get('surface') ?? ''],
      ]),
    ];
    const weak = pairs.filter(([text = '', ground = '']) => contrast(text, ground) < 4.5);
    expect(pairs.length).toBe(17);
    expect(weak).toEqual([]);
  });

  test('a weak one is found', () => {
    expect(contrast('#999', '#fff')).toBeLessThan(4.5);
    expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
  });
});

function coloursOf(rule: string): Map<string, string> {
  return new Map(
    [...rule.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.slice(1).replaceAll(/./g, '$&$&') : colour.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('what is not there is said', () => {
  test('an empty ledger: how to begin', async () => {
    const html = page(await boardOf([]));
    expect(html).toContain('The ledger is empty');
    expect(html).toContain('record-lineage');
    expect(html).not.toContain('What serves now');
  });

  test('an empty ledger of which something could not be read is not called empty', async () => {
    const unread = [
      { rule: 'lineage/corrupt-record', severity: 'warning' as const, message: 'a record cannot be read' },
    ];
    const html = page(await boardOf([], { unread }));
    expect(html).not.toContain('The ledger is empty');
    expect(html).toContain('a record cannot be read');
  });

  test('each part without an entry says what would fill it', async () => {
    const html = page(await boardOf([made(['serving:v1'], 'evaluation:e', 1)]));
    for (const text of [
      'No record names a serving version',
      'has a metric',
      'No gate was lifted',
      'No version tag',
      'Nothing waits for anybody',
      'All of it was read',
    ])
      expect(html).toContain(text);
  });

  test('a list that is cut says how long it is', async () => {
    const html = page(await boardOf(Array.from({ length: 45 }, (_, at) => judged(`c${at}`, 50 - at))));
    expect(html).toContain('30 of 45 merges are shown');
  });

  test('a missing link stands in the chain', async () => {
    expect(page(await boardOf([made(['weights:w'], 'serving:v1', 1)]))).toMatch(
      /class="gap">\s*<span class="kind">Training job\?/,
    );
  });
});

test('an id that a shell would read is not offered in a command', async () => {
  const of = async (id: string) => page(await boardOf([made([], `serving:${id}`, 1)]));
  expect(await of('svc-v1')).toContain('model-gates trace svc-v1');
  const team = page(await board(recordsOf(teamDrafts())));
  expect(team).toContain('model-gates trace svc-qwen3-vl-v2.3.1 --diff svc-qwen3-vl-v2.3.2');
  for (const id of ['a; rm -rf /', '$(id)', '--help', 'a b', '`id`'])
    expect(await of(id)).not.toContain('model-gates trace');
});

test('the largest ledger gives a page of bounded size', async () => {
  const long = (name: string, at: number) => `${name}${at}${'<&"'.repeat(165)}`.slice(0, 500);
  const metrics = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`${'<'.repeat(190)}${at}`, at / 100]),
  );
  const verdicts = Array.from({ length: 50 }, (_, at) => ({
    gate: `${'"'.repeat(90)}${at}`,
    verdict: 'exempt' as const,
    title: '<'.repeat(1000),
    exempted_by: '<'.repeat(200),
    reason: '<'.repeat(1000),
  }));
  const drafts = Array.from({ length: 150 }, (_, at) => [
    judged(`c${at}`, at + 30, { author: '<'.repeat(200), verdicts, metrics, pr_number: at + 1 }),
    made([`commit:c${at}`], `weights:${long('w', at)}`, at + 20, { metrics }),
    made([`weights:${long('w', at)}`, `job:${long('lost', at)}`], `serving:${long('s', at)}`, at + 10, {
      service: long('service', at % 60),
    }),
  ]).flat();
  const unread = Array.from({ length: 500 }, (_, at) => ({
    rule: 'lineage/corrupt-record',
    severity: 'warning' as const,
    message: long('m', at),
    help: long('h', at),
  }));
  const html = page(await boardOf(drafts, { unread }));
  expect(html.length).toBeLessThan(3_000_000);
});

test('figures stand with what they count, and what nobody recorded is named', async () => {
  const merges = [5, 6].map((hours) => ({
    sha: shaOf(String(hours)),
    at: hoursBefore(hours),
    author: { name: '<script>', email: 'a@example.org' },
    message: 'Change',
    brought: [{ author: { name: 'Ada', email: 'ada@example.org' }, authoredAt: hoursBefore(hours + 3) }],
  }));
  const shown = await boardOf([judged('a', 5)], { trunkLog: { merges, isCut: false } });
  const html = page(shown);
  expect(html).toContain('How the team delivers');
  expect(html).toContain('3 h, nine of ten within 3 h');
  expect(html).toContain('8 of 12 are unknown');
  expect(shown.figures.find(({ name }) => name === 'merges')).toMatchObject({ count: 2 });
});
