import { describe, expect, it } from 'vitest';
import type { CompareVerdict } from '../../../src/compare/index.ts';
import {
  compareFiles,
  compareRows,
  csvOf,
  dayMs,
  jsonlOf,
  now,
  rowsOf,
  type OutcomeRow,
  type Test,
} from './outcome-files.ts';

describe('the verdict on outcomes', () => {
  const cases: readonly [what: string, verdict: CompareVerdict, test: Test, settings?: object][] = [
    ['a clear gain', 'better', { treatment: 0.58 }],
    ['a clear loss', 'worse', { treatment: 0.42 }],
    ['a loss of what should be low is a gain', 'better', { treatment: 0.42 }, { lowerIsBetter: true }],
    ['a gain of what should be low is a loss', 'worse', { treatment: 0.58 }, { lowerIsBetter: true }],
    ['nothing, and too little to exclude 2 points', 'keep-going', {}],
    ['nothing, within a margin', 'no-difference', {}, { margin: '0.05' }],
    ['nothing, within a share of the baseline', 'no-difference', {}, { margin: '10%' }],
    ['a gain that the margin says is none', 'no-difference', { treatment: 0.56 }, { margin: '0.2' }],
    ['nothing, rare outcomes', 'no-difference', { control: 0.02, treatment: 0.02 }],
    ['ten units of each', 'keep-going', { units: 20, control: 0, treatment: 1 }],
    ['every unit lost against every unit won', 'better', { units: 200, control: 0, treatment: 1 }],
    ['another arm named', 'worse', { treatment: 0.58 }, { candidateArm: 'control' }],
    ['the baseline named', 'worse', { treatment: 0.58 }, { baselineArm: 'treatment' }],
    ['a split that was meant', 'better', { treatment: 0.6, split: 0.1 }, { split: '90:10' }],
    ['a split that was not meant', 'void', { treatment: 0.6, split: 0.1 }],
    ['one arm', 'void', { split: 0 }],
    ['a ramp', 'void', { split: (day) => (day < 10 ? 0.2 : 0.8) }],
  ];

  it.each(cases)('%s: %s', async (_what, verdict, test, settings) => {
    const { facts } = await compareRows(rowsOf(test), settings);
    expect(facts.verdict).toBe(verdict);
  });

  it('gives candidate less baseline, an interval around it, and both arms', async () => {
    const rows = rowsOf({ treatment: 0.58 });
    const mean = (arm: string): number => {
      const own = rows.filter((row) => row.arm === arm);
      return own.reduce((sum, { outcome }) => sum + outcome, 0) / own.length;
    };
    const { facts, verdict } = await compareRows(rows);
    const [metric] = facts.metrics;
    expect(verdict).toBe('pass');
    expect(metric?.name).toBe('outcome');
    expect(metric?.delta).toBeCloseTo(mean('treatment') - mean('control'), 12);
    expect(metric?.ci[0]).toBeLessThan(metric?.delta ?? 0);
    expect(metric?.ci[1]).toBeGreaterThan(metric?.delta ?? 0);
    expect(facts.arms?.map(({ name, role }) => [name, role])).toEqual([
      ['control', 'baseline'],
      ['treatment', 'candidate'],
    ]);
  });

  it('says how much longer', async () => {
    const { facts, findings } = await compareRows(rowsOf({ units: 4000, treatment: 0.53, days: 8, seed: 3 }));
    expect(facts.wait?.units).toBeGreaterThan(1000);
    expect(facts.wait?.days).toBeGreaterThan(2);
    expect(findings[0]?.message).toMatch(
      /^About [\d,]+ more units are needed .*, \d+ days at the pace so far\.$/,
    );
  });

  it('counts a unit once, whatever it did', async () => {
    const clustered = rowsOf({ units: 400, perUnit: 50, seed: 5 });
    const apart = clustered.map((row, at) => ({ ...row, unit: `${row.unit}-${at}` }));
    const width = async (rows: readonly OutcomeRow[]): Promise<number> => {
      const { facts } = await compareRows(rows);
      return (facts.metrics[0]?.ci[1] ?? 0) - (facts.metrics[0]?.ci[0] ?? 0);
    };
    expect(await width(clustered)).toBeGreaterThan(3 * (await width(apart)));
  });

  it('judges continuous outcomes, with a loss in a guardrail deciding', async () => {
    const rows = rowsOf({ units: 2000, treatment: 0.7 }).map((row, at) => ({
      ...row,
      latency_ms: 400 + (at % 50) + (row.arm === 'treatment' ? 100 : 0),
    }));
    expect((await compareRows(rows)).facts.verdict).toBe('better');
    const guarded = await compareRows(rows, { guardrail: ['latency_ms:lower:50'] });
    expect(guarded.facts.verdict).toBe('worse');
    expect(guarded.findings[0]?.message).toContain('beyond the margin 50.0 of this guardrail');
    expect((await compareRows(rows, { guardrail: ['latency_ms:lower:150'] })).facts.verdict).toBe('better');
    const own = await compareRows(rows, { columns: { outcome: 'latency_ms' }, lowerIsBetter: true });
    expect(own.facts.verdict).toBe('worse');
    expect(own.facts.metrics[0]?.delta).toBeCloseTo(100, -1);
  });

  it('waits where a guardrail is open although the goal is won', async () => {
    const rows = rowsOf({ units: 2000, treatment: 0.7 }).map((row, at) => ({
      ...row,
      cost: (at * 7919) % 100,
    }));
    const { facts } = await compareRows(rows, { guardrail: ['cost:lower:1'] });
    expect(facts.metrics.map(({ verdict }) => verdict)).toEqual(['better', 'keep-going']);
    expect(facts.verdict).toBe('keep-going');
  });

  it('warns where the candidate comes after the other only as text', async () => {
    const numbered = rowsOf().map((row) => ({ ...row, arm: row.arm === 'control' ? 'v9' : 'v10' }));
    const { findings } = await compareRows(numbered);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toContain(
      'compare/candidate-name: The candidate is v9, the later name of both as text; counted, v10 is later.',
    );
  });

  it('warns where the candidate has the name of a baseline', async () => {
    const renamed = rowsOf().map((row) => ({ ...row, arm: row.arm === 'control' ? 'candidate' : 'control' }));
    const { findings } = await compareRows(renamed);
    expect(findings.map(({ rule }) => rule)).toContain('compare/candidate-name');
  });
});

describe('what makes a comparison void', () => {
  const better = { treatment: 0.6 };
  const on = (days: readonly number[]) => (row: OutcomeRow) =>
    days.includes(Math.floor((Date.parse(row.time) - Date.parse('2026-10-05')) / dayMs));

  it.each<[what: string, message: RegExp, rows: () => object[]]>([
    [
      'units in both arms',
      /^200 units \(.* and 195 more\) are in more than one arm/,
      () => {
        const rows = rowsOf(better);
        const twins = rows
          .slice(0, 200)
          .map((row) => ({ ...row, arm: row.arm === 'control' ? 'treatment' : 'control' }));
        return [...rows, ...twins];
      },
    ],
    [
      'a changed assignment',
      /^The assignment of 1 unit \(u7\) changed: it left one arm for another/,
      () => {
        const rows = rowsOf(better);
        const [seventh] = rows.slice(7);
        const other = seventh?.arm === 'control' ? 'treatment' : 'control';
        return [...rows, { ...seventh, arm: other, time: '2026-10-24T00:00:00Z' }];
      },
    ],
    [
      'missing days of one arm',
      /^There is no outcome of treatment on 2026-10-09 and 2026-10-10, between days with many/,
      () => rowsOf(better).filter((row) => row.arm === 'control' || !on([4, 5])(row)),
    ],
    [
      'missing days of both arms',
      /^There is no outcome of any arm on 2026-10-12, between/,
      () => rowsOf(better).filter((row) => !on([7])(row)),
    ],
    [
      'missing days of a small test',
      /^There is no outcome of any arm on 2026-10-13, 2026-10-14 and 2026-10-15, between/,
      () => rowsOf({ ...better, units: 400 }).filter((row) => !on([8, 9, 10])(row)),
    ],
    [
      'times that only some rows have',
      /^500 rows of outcomes.csv cannot be read: they have no time, which others have/,
      () => rowsOf(better).map((row, at) => (at % 20 === 0 ? { ...row, time: '' } : row)),
    ],
    [
      'a clock ahead',
      /^The newest outcome is of 2027-10-04 00:00 UTC, \d+ days ahead/,
      () => rowsOf(better).map((row, at) => (at === 77 ? { ...row, time: '2027-10-04' } : row)),
    ],
    [
      'a row that cannot be read',
      /^1 row of outcomes.csv cannot be read, the first of them line 12: maybe is not a number|^1 row of outcomes.csv cannot be read, the first of them line 12: outcome is not a number/,
      () => rowsOf(better).map((row, at) => (at === 10 ? { ...row, outcome: 'maybe' } : row)),
    ],
    [
      'more units without an outcome in one arm',
      /^\d\.\d % of the units of control and \d+\.\d % of treatment have no outcome/,
      () =>
        rowsOf(better).map((row, at) => ({
          ...row,
          outcome: at % (row.arm === 'control' ? 20 : 10) === 0 ? '' : row.outcome,
        })),
    ],
  ])('%s', async (_what, message, rows) => {
    const { facts, verdict, title } = await compareRows(rows());
    expect(facts.verdict).toBe('void');
    expect(verdict).toBe('inconclusive');
    expect(facts.void.some((reason) => message.test(reason))).toBe(true);
    expect(title).toMatch(/^Void: /);
  });

  it.each<[what: string, rows: () => object[]]>([
    [
      'weekends without anybody',
      () => rowsOf(better).filter(({ time }) => ![0, 6].includes(new Date(time).getUTCDay())),
    ],
    ['days that chance left empty', () => rowsOf({ treatment: 0.9, control: 0.1, units: 200, days: 50 })],
    ['a day that has just begun', () => rowsOf({ ...better, days: 20.02 })],
    [
      'quiet weekends',
      () =>
        rowsOf({ treatment: 0.9, control: 0.1, units: 300, days: 28 }).filter(
          ({ time }) => ![0, 6].includes(new Date(time).getUTCDay()) || time.startsWith('2026-10-11'),
        ),
    ],
    ['times that are all empty', () => rowsOf(better).map((row) => ({ ...row, time: '' }))],
    ['times without a calendar', () => rowsOf(better).map((row, at) => ({ ...row, time: at }))],
    ['no times', () => rowsOf(better).map(({ time: _time, ...row }) => row)],
    [
      'unknown outcomes in both arms alike',
      () => rowsOf(better).map((row, at) => ({ ...row, outcome: at % 10 === 0 ? '' : row.outcome })),
    ],
  ])('not %s', async (_what, rows) => {
    expect((await compareRows(rows())).facts).toMatchObject({ verdict: 'better', void: [] });
  });
});

/** With a column for each score, which has a list of its values. */
function langfuseTrace({ unit, arm, outcome, time }: OutcomeRow, at: number): object {
  return {
    id: `trace-${at}`,
    timestamp: time,
    name: 'chat',
    userId: unit,
    sessionId: null,
    release: arm,
    version: null,
    tags: ['web'],
    bookmarked: false,
    public: false,
    input: 'Where is it, please?',
    latency: 1.5,
    totalCost: 0.01,
    observationCount: 3,
    totalTokens: 120,
    helpful: at < 3 ? null : [outcome],
  };
}

function quotedCsv(rows: readonly object[]): string {
  const cell = (value: unknown): string => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    return `"${(text === '""' ? '' : text).replaceAll('"', '""')}"`;
  };
  const [first = {}] = rows;
  return [Object.keys(first), ...rows.map(Object.values)]
    .map((cells) => cells.map(cell).join(','))
    .join('\n');
}

describe('files of outcomes', () => {
  const rows = rowsOf({ treatment: 0.6, units: 2000 });
  const batch = (list: readonly OutcomeRow[]): object => ({
    resourceLogs: list.map(({ unit, arm, outcome, time }) => ({
      resource: { attributes: [{ key: 'service.version', value: { stringValue: arm } }] },
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: `${Date.parse(time)}000000`,
              eventName: 'gen_ai.evaluation.result',
              attributes: [
                { key: 'gen_ai.evaluation.name', value: { stringValue: 'Relevance' } },
                { key: 'gen_ai.evaluation.score.value', value: { doubleValue: outcome } },
                { key: 'user.id', value: { stringValue: unit } },
              ],
            },
            { timeUnixNano: '1', eventName: 'another', attributes: [] },
          ],
        },
      ],
    })),
  });

  it.each<[what: string, metric: string, files: Record<string, string>]>([
    ['JSON lines', 'outcome', { 'a.jsonl': jsonlOf(rows) }],
    ['a list in JSON', 'outcome', { 'a.json': JSON.stringify(rows) }],
    ['tabs', 'outcome', { 'a.tsv': csvOf(rows).replaceAll(',', '\t') }],
    ['semicolons and a byte order mark', 'outcome', { 'a.csv': `\uFEFF${csvOf(rows).replaceAll(',', ';')}` }],
    [
      'a header in capitals',
      'Outcome',
      { 'a.csv': csvOf(rows).replace('unit,arm,outcome,time', 'Unit, Arm ,Outcome,TIME') },
    ],
    ['shards', 'outcome', { 'a.csv': csvOf(rows.slice(0, 900)), 'b.csv': csvOf(rows.slice(900)) }],
    [
      'other names, words and seconds',
      'converted',
      {
        'a.jsonl': jsonlOf(
          rows.map(({ unit, arm, outcome, time }) => ({
            user_id: unit,
            variant: arm,
            converted: outcome === 1 ? 'yes' : 'no',
            ts: Date.parse(time) / 1000,
          })),
        ),
      },
    ],
    [
      'OpenTelemetry',
      'Relevance',
      {
        'otel.jsonl': [batch(rows.slice(0, 500)), batch(rows.slice(500))]
          .map((one) => JSON.stringify(one))
          .join('\n'),
      },
    ],
    [
      'scores of Langfuse',
      'helpful',
      {
        'scores.json': JSON.stringify({
          data: rows.map(({ unit, arm, outcome, time }, at) => ({
            id: `score-${at}`,
            name: 'helpful',
            value: outcome,
            dataType: 'BOOLEAN',
            traceId: `trace-${at}`,
            timestamp: time.replace('T', ' ').replace('Z', ''),
            trace: { userId: unit, version: arm },
          })),
        }),
      },
    ],
    [
      'traces of Langfuse',
      'helpful',
      {
        'traces.jsonl': jsonlOf(
          rows.map(({ unit, arm, outcome, time }, at) => ({
            id: `trace-${at}`,
            userId: unit,
            release: arm,
            timestamp: time,
            scores: [{ name: 'helpful', value: outcome }],
            totalCost: 0.01,
            latency: 1.5,
          })),
        ),
      },
    ],
    [
      'traces as the page of Langfuse exports them',
      'helpful',
      { 'traces.csv': quotedCsv(rows.map((row, at) => langfuseTrace(row, at))) },
    ],
    [
      'the same as JSON lines',
      'helpful',
      { 'traces.jsonl': jsonlOf(rows.map((row, at) => langfuseTrace(row, at))) },
    ],
    [
      'what the SDK of OpenTelemetry writes: labels where a score is missing, beside other records',
      'Relevance',
      {
        'console.jsonl': jsonlOf(
          rows.flatMap(({ unit, arm, outcome, time }, at) => [
            { body: 'started', attributes: { 'user.id': unit }, event_name: 'app.started', timestamp: time },
            { body: 'hello', severity_number: 9, attributes: null, timestamp: time },
            {
              body: null,
              severity_number: 9,
              event_name: 'gen_ai.evaluation.result',
              timestamp: time,
              // What the SDK writes outside of any span.
              trace_id: '0x00000000000000000000000000000000',
              attributes: {
                'gen_ai.response.id': unit,
                'gen_ai.evaluation.name': 'Relevance',
                ...(at % 2 === 0
                  ? { 'gen_ai.evaluation.score.value': outcome }
                  : { 'gen_ai.evaluation.score.label': outcome === 1 ? 'relevant' : 'not_relevant' }),
              },
              resource: { attributes: { 'service.version': arm } },
            },
          ]),
        ),
      },
    ],
    [
      'rows of which the first have no outcome yet',
      'outcome',
      {
        'a.jsonl': jsonlOf([...rows.map(({ unit, arm, time }) => ({ unit, arm, time })), ...rows]),
      },
    ],
    [
      'spend logs of LiteLLM',
      'status',
      {
        'spend.jsonl': jsonlOf(
          rows.map(({ unit, arm, outcome, time }, at) => ({
            request_id: `r${at}`,
            user: 'default_user_id',
            end_user: unit,
            model: arm,
            status: outcome === 1 ? 'success' : 'failure',
            spend: 0.002,
            response_time: 0.8,
            startTime: time,
            metadata: {},
          })),
        ),
      },
    ],
  ])('%s', async (_what, metric, files) => {
    const { facts } = await compareFiles(files);
    expect(facts).toMatchObject({
      verdict: 'better',
      metrics: [{ name: metric, role: 'goal' }, ...facts.metrics.slice(1)],
    });
    expect(facts.metrics.slice(1).every(({ role }) => role === 'aside')).toBe(true);
    expect(facts.arms?.map(({ units }) => units).reduce((sum, n) => sum + n)).toBe(2000);
  });

  it('counts a unit by the trace where OpenTelemetry names no other', async () => {
    const one = (traceId: string, arm: string): object => ({
      resourceLogs: [
        {
          resource: { attributes: [{ key: 'service.version', value: { stringValue: arm } }] },
          scopeLogs: [
            {
              logRecords: [1, 2].map((id) => ({
                traceId,
                attributes: [
                  { key: 'gen_ai.evaluation.name', value: { stringValue: 'Relevance' } },
                  { key: 'gen_ai.evaluation.score.value', value: { doubleValue: 1 } },
                  { key: 'gen_ai.response.id', value: { stringValue: `${traceId}-${id}` } },
                ],
              })),
            },
          ],
        },
      ],
    });
    const { facts } = await compareFiles({ 'otel.jsonl': jsonlOf([one('t1', 'v1'), one('t2', 'v2')]) });
    expect(facts.arms).toMatchObject([
      { name: 'v1', units: 1, outcomes: 2 },
      { name: 'v2', units: 1 },
    ]);
  });

  it('finds a metric that the first rows do not have', async () => {
    const sparse = rows.map((row, at) => (at < 10 ? row : { ...row, latency_ms: 100 + (at % 7) }));
    const { facts } = await compareFiles(
      { 'a.jsonl': jsonlOf(sparse) },
      { guardrail: ['latency_ms:lower:5'] },
    );
    expect(facts.metrics).toMatchObject([
      { name: 'outcome' },
      { name: 'latency_ms', role: 'guardrail', n: 1990 },
    ]);
  });

  it('reads a column that is named, down into objects', async () => {
    const nested = rows.map(({ unit, arm, outcome }) => ({ who: unit, meta: { arm }, kpi: { x: outcome } }));
    const columns = { unit: 'who', arm: 'meta.arm', outcome: 'kpi.x' };
    expect((await compareFiles({ 'a.jsonl': jsonlOf(nested) }, { columns })).facts.verdict).toBe('better');
  });

  it.each<[what: string, content: string, message: RegExp]>([
    [
      'no arm',
      'unit,outcome\nu1,1',
      /^There is no column that is known to contain the arm; the columns are unit, outcome\.$/,
    ],
    ['no outcome', 'unit,arm\nu1,a', /no column that is known to contain the outcome/],
    ['three arms', 'unit,arm,outcome\nu1,a,1\nu2,b,1\nu3,c,0', /There are 3 arms: a, b, c/],
    [
      'numbers for arms',
      csvOf(Array.from({ length: 30 }, (_, at) => ({ unit: at, arm: at, outcome: 1 }))),
      /more than 20 arms/,
    ],
  ])('refuses %s, and says what to name', async (_what, content, message) => {
    await expect(compareFiles({ 'a.csv': content })).rejects.toThrow(message);
  });

  it.each([
    ['an empty file', ''],
    ['a header alone', 'unit,arm,outcome'],
    ['a file that was cut', 'unit,arm,outcome\nu1,a,1\nu2,b'],
  ])('is void for %s', async (_what, content) => {
    const { facts, findings } = await compareFiles({ 'a.csv': content });
    expect(facts.verdict).toBe('void');
    expect(findings.map(({ rule }) => rule)).toContain('compare/unreadable-outcomes');
  });

  it.each([
    ['margins in points', { margin: '2' }, /as wide as all of outcome/],
    ['a split that does not fit', { split: '50:30:20' }, /does not give a share above 0 to each of 2 arms/],
    [
      'an arm that is not there',
      { candidateArm: 'treatmnt' },
      /no arm treatmnt; there are control, treatment/,
    ],
  ])('refuses %s', async (_what, settings, message) => {
    await expect(compareRows(rows, settings)).rejects.toThrow(message);
  });

  it('is void for a metric that no row has', async () => {
    const { facts } = await compareRows(rows, { guardrail: ['latency:lower:5'] });
    expect(facts).toMatchObject({
      verdict: 'void',
      void: ['There is no metric latency; there are outcome.'],
    });
  });

  it('asks no clock of its own', async () => {
    expect((await compareRows(rows, { at: now - 59 * dayMs })).facts.verdict).toBe('void');
  });
});
