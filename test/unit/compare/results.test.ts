import { pageOf } from '../../../src/compare/gate/page.ts';
import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/compare/gate/compare-results.ts';
import { compareDefaults, type CompareSettings, type CompareVerdict } from '../../../src/compare/index.ts';
import { memoryTree } from '../../support/trees.ts';

interface Row {
  readonly id: string;
  readonly score: number;
  readonly slices?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}

const languages = ['eu', 'en', 'zh'];

/** 600 samples, right where their number modulo 100 is below `right`; `worse` of Basque ones are lost. */
function rows(right: number, lost = 0): Row[] {
  return Array.from({ length: 600 }, (_, at) => {
    const language = languages[at % 3] ?? '';
    const isLost = language === 'eu' && at % 200 < lost;
    return { id: `s${at}`, score: Number(at % 100 < right && !isLost), slices: { language } };
  });
}

const texts = (all: readonly unknown[]): string => all.map((row) => JSON.stringify(row)).join('\n');

function compare(
  baseline: string,
  candidate: string,
  settings: Partial<CompareSettings> = {},
  file = 'results.jsonl',
) {
  return compareResults({
    baseline: memoryTree({ [file]: baseline }),
    candidate: memoryTree({ [file]: candidate }),
    settings: { ...compareDefaults, ...settings },
    now: () => 0,
  });
}

describe('two files of results', () => {
  const cases: readonly [
    what: string,
    verdict: CompareVerdict,
    before: Row[],
    after: Row[],
    settings?: object,
  ][] = [
    ['a gain', 'better', rows(80), rows(85)],
    ['a loss', 'worse', rows(85), rows(80)],
    ['less, where less is better', 'better', rows(85), rows(80), { lowerIsBetter: true }],
    ['the same', 'no-difference', rows(80), rows(80)],
    [
      'a flip or two',
      'no-difference',
      rows(80),
      rows(80).map((row, at) => (at < 2 ? { ...row, score: 0 } : row)),
    ],
    [
      'a few flips, and little else to go by',
      'keep-going',
      rows(80).slice(0, 60),
      rows(80)
        .slice(0, 60)
        .map((row, at) => (at < 2 ? { ...row, score: 0 } : row)),
    ],
    [
      'the same within a wide margin',
      'no-difference',
      rows(80).slice(0, 60),
      rows(80)
        .slice(0, 60)
        .map((row, at) => (at < 2 ? { ...row, score: 0 } : row)),
      { margin: '0.2' },
    ],
    ['a loss in one slice', 'worse', rows(80), rows(80, 150)],
    ['other samples', 'void', rows(80), rows(95).slice(50)],
    [
      'other samples of the same number',
      'void',
      rows(80),
      rows(95).map((row) => ({ ...row, id: `t${row.id}` })),
    ],
    [
      'a sample twice',
      'void',
      rows(80),
      [
        ...rows(95),
        ...rows(95)
          .slice(0, 1)
          .map((row) => ({ ...row, score: 0.5 })),
      ],
    ],
  ];

  it.each(cases)('%s: %s', async (_what, verdict, before, after, settings) => {
    const { facts, title } = await compare(texts(before), texts(after), settings);
    expect(facts.verdict).toBe(verdict);
    expect(title.startsWith('Void: ')).toBe(verdict === 'void');
  });

  it('counts wins, losses and what is even, and lists the samples that turned', async () => {
    const { facts, sections } = await compare(texts(rows(80)), texts(rows(85)));
    expect(facts.metrics).toMatchObject([{ name: 'score', role: 'goal', n: 600, better: 30, worse: 0 }]);
    expect(facts.metrics[0]?.delta).toBeCloseTo(0.05, 12);
    expect(facts.metrics[0]?.ci[0]).toBeGreaterThan(0.03);
    expect(facts.turned).toHaveLength(30);
    expect(facts.turned?.[0]).toEqual({ id: 's80', change: 'better', file: 'results.jsonl', line: 81 });
    expect(sections?.map(({ title }) => title)).toContain('Samples that turned');
  });

  it('is the mirror of itself', async () => {
    const [one, other] = [texts(rows(80, 30)), texts(rows(84))];
    const [there, back] = [await compare(one, other), await compare(other, one)];
    expect([there.facts.verdict, back.facts.verdict]).toEqual(['better', 'worse']);
    expect(there.facts.metrics[0]?.ci[0]).toBeCloseTo(-(back.facts.metrics[0]?.ci[1] ?? 0), 9);
  });

  it('draws the slices on one scale, a loss counted over all of them', async () => {
    const { facts, sections } = await compare(texts(rows(80)), texts(rows(80, 150)));
    expect(facts.slices?.filter(({ isWorse }) => isWorse).map(({ slice }) => slice)).toEqual(['language=eu']);
    const table = sections?.find(({ title }) => title.startsWith('Slices'));
    const plots = table?.kind === 'table' ? table.rows.map((row) => row[4] ?? '') : [];
    expect(plots).toHaveLength(3);
    expect(plots[0]).toMatch(/^├─*●─*┤·+│·+$/);
    expect(new Set(plots.map((plot) => plot.length))).toEqual(new Set([29]));
  });

  it('colours no slice on the page but what is a loss over all of them', async () => {
    const report = await compare(texts(rows(80)), texts(rows(80, 150)));
    const html = pageOf(report, { name: 'x', home: undefined, madeAt: '2026-11-22T12:00:00Z' });
    const slices = html.slice(html.indexOf('id="slices"'), html.indexOf('id="details"'));
    const looks = [...slices.matchAll(/<svg class="interval (\w+)"/g)].map(([, look]) => look);
    // The largest loss stands first.
    expect(looks).toEqual(['worse', 'open', 'open']);
  });

  it('shows cost, latency and what became of the samples beside', async () => {
    const with_ = (all: Row[], cost: number, timeouts: number) =>
      all.map((row, at) =>
        at < timeouts
          ? { id: row.id, status: 'timeout', cost, latency_ms: 9 }
          : { ...row, cost, latency_ms: 5 },
      );
    const { facts, sections } = await compare(texts(with_(rows(80), 1, 0)), texts(with_(rows(90), 2, 3)));
    expect(facts.metrics.map(({ name, role, delta }) => [name, role, delta])).toContainEqual([
      'cost',
      'aside',
      1,
    ]);
    expect(facts.statuses?.candidate).toMatchObject({ timeout: 3 });
    expect(sections?.map(({ title }) => title)).toContain('What became of the samples');
  });

  it('reads labels, and tables with commas', async () => {
    const labels = (wrong: number): string =>
      [
        'id,target,prediction',
        ...Array.from({ length: 400 }, (_, at) => `q${at},${at % 2},${at < wrong ? 1 - (at % 2) : at % 2}`),
      ].join('\n');
    const { facts } = await compare(labels(80), labels(40), { metric: ['accuracy'] }, 'a.csv');
    expect(facts).toMatchObject({ verdict: 'better', metrics: [{ name: 'accuracy', better: 40, worse: 0 }] });
  });

  it('is void for what cannot be read', async () => {
    expect((await compare(texts(rows(80)), '{"id": 1, "sco')).facts.verdict).toBe('void');
  });
});
