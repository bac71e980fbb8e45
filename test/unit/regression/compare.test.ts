import { describe, expect, it } from 'vitest';
import {
  compareResults,
  regressionDefaults,
  type Comparison,
  type MetricFacts,
  type RegressionSettings,
} from '../../../src/regression/index.ts';
import { jsonl, rows, type RowOptions } from './rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function compareText(
  baseline: string,
  candidate: string,
  settings: Partial<RegressionSettings> = {},
  path = 'r.jsonl',
): Comparison {
  return compareResults([{ path, bytes: bytes(baseline) }], [{ path, bytes: bytes(candidate) }], {
    ...regressionDefaults,
    ...settings,
  });
}

function compare(
  baseline: readonly unknown[],
  candidate: readonly unknown[],
  settings: Partial<RegressionSettings> = {},
): Comparison {
  return compareText(jsonl(baseline), jsonl(candidate), settings);
}

function metrics(report: Comparison): readonly MetricFacts[] {
  return report.facts.metrics;
}

const rules = (report: Comparison): string[] => report.findings.map(({ rule }) => rule);

describe('the interval does not contradict the verdict', () => {
  const answers = (n: number, isLost: (i: number) => boolean): unknown[] =>
    Array.from({ length: n }, (_, i) => ({ id: `s${i}`, score: i % 5 > 0 && !isLost(i) ? 1 : 0 }));

  it.each([
    ['three lost of 200', 200, 4, true],
    ['four lost of 500', 500, 5, true],
    ['thirty lost of 500', 500, 40, false],
  ])('%s', (_, n, below, contains) => {
    const base = answers(n, () => false);
    const [metric] = metrics(
      compare(
        base,
        answers(n, (i) => i < below),
      ),
    );
    expect([(metric?.ci[0] ?? 0) < 0, (metric?.ci[1] ?? -1) >= 0]).toEqual([true, contains]);
  });
});

describe('a suite that is passed as a whole', () => {
  const passes = (n: number, failed: (i: number) => boolean = () => false): unknown[] =>
    Array.from({ length: n }, (_, i) => ({ id: i, score: Number(!failed(i)) }));

  it.each<[string, unknown[], unknown[], Comparison['verdict'], string]>([
    ['stays so', passes(500), passes(500), 'pass', 'regression/saturated'],
    ['stays so, with few tests', passes(30), passes(30), 'pass', 'regression/saturated'],
    ['has its last failure fixed', passes(30, (i) => i === 7), passes(30), 'pass', 'regression/saturated'],
    ['loses some', passes(500), passes(500, (i) => i % 25 === 0), 'fail', 'regression/drop'],
    ['was none before', passes(500, (i) => i % 3 === 0), passes(500), 'fail', 'regression/all-equal'],
    [
      'is failed as a whole, as it was',
      passes(500, () => true),
      passes(500, () => true),
      'inconclusive',
      'regression/nothing-to-lose',
    ],
    ['is failed as a whole now', passes(500), passes(500, () => true), 'fail', 'regression/all-equal'],
  ])('%s', (_, baseline, candidate, verdict, rule) => {
    const report = compare(baseline, candidate);
    expect(report.verdict).toBe(verdict);
    expect(rules(report)).toContain(rule);
  });

  it('says what it can still find', () => {
    const [found] = compare(passes(500), passes(500)).findings.filter(({ rule }) =>
      rule.endsWith('saturated'),
    );
    expect(found?.message).toBe(
      'score is as good as it can be on all 500 samples. A later drop is found reliably from 0.9 points on (power 80 %).',
    );
  });
});

describe('decision', () => {
  it.each<[string, RowOptions, Partial<RegressionSettings>, Comparison['verdict'], string[]]>([
    [
      'a significant drop beyond the tolerance fails',
      { lost: 10, gained: 1 },
      {},
      'fail',
      ['regression/drop'],
    ],
    [
      'a significant drop within the tolerance passes',
      { lost: 10, gained: 1 },
      { tolerance: 3, margin: 6 },
      'pass',
      [],
    ],
    ['no change passes, and is reported', {}, {}, 'pass', ['regression/same-results']],
    ['a gain passes', { gained: 12 }, {}, 'pass', []],
    [
      'a drop that may be chance is undecided, and blocks beyond the tolerance',
      { lost: 20, gained: 12 },
      {},
      'fail',
      ['regression/undecided', 'regression/underpowered'],
    ],
    [
      'noise within the tolerance is undecided',
      { lost: 30, gained: 29 },
      {},
      'inconclusive',
      ['regression/undecided', 'regression/underpowered'],
    ],
    [
      'on-inconclusive: warn',
      { lost: 20, gained: 12 },
      { onInconclusive: 'warn' },
      'inconclusive',
      ['regression/undecided', 'regression/underpowered'],
    ],
    [
      'on-inconclusive: pass',
      { lost: 20, gained: 12 },
      { onInconclusive: 'pass' },
      'pass',
      ['regression/underpowered', 'regression/undecided'],
    ],
    [
      'on-inconclusive: fail',
      { lost: 30, gained: 29 },
      { onInconclusive: 'fail' },
      'fail',
      ['regression/undecided', 'regression/underpowered'],
    ],
    [
      'strict fails on the bare threshold',
      { lost: 20, gained: 12 },
      { mode: 'strict' },
      'fail',
      ['regression/drop', 'regression/underpowered'],
    ],
    [
      'strict passes below it',
      { lost: 13, gained: 12 },
      { mode: 'strict' },
      'pass',
      ['regression/underpowered'],
    ],
    [
      'non-inferiority blocks what is not shown',
      { lost: 20, gained: 12 },
      { mode: 'non-inferiority' },
      'fail',
      ['regression/drop', 'regression/underpowered'],
    ],
    [
      'non-inferiority passes what is shown',
      { lost: 20, gained: 12 },
      { mode: 'non-inferiority', margin: 5 },
      'pass',
      [],
    ],
  ])('%s', (_, candidate, settings, verdict, found) => {
    const report = compare(rows(), rows(candidate), settings);
    expect(report.verdict).toBe(verdict);
    expect(rules(report)).toEqual(found);
  });

  it('tells in strict mode how often the bare threshold is wrong', () => {
    const report = compare(rows(), rows({ lost: 20, gained: 12 }), { mode: 'strict' });
    expect(report.findings[0]?.message).toMatch(
      /the bare threshold also blocks 3\d % of the changes that do no harm/,
    );
  });

  it('asks for the next look while undecided, and not after a decision', () => {
    const looks = [500, 1000, 1500, 2000];
    const baseline = rows({ n: 2000 });
    // Which ids come first is the plan's: it is reported when a round does not decide.
    const all = compare(baseline, rows({ n: 2000, lost: 60 }), { looks });
    expect(all.facts.look).toMatchObject({ number: 4, of: 4 });
    expect(all.facts.nextSamples).toBe(0);
    expect(all.verdict).toBe('fail');
    const small = compare(rows(), rows({ lost: 20, gained: 12 }), { looks: [500, 1000] });
    expect(small.facts.look).toMatchObject({ number: 1, of: 1 });
  });

  it('takes tolerance and margin in percent of the baseline where asked', () => {
    const baseline = rows({
      extra: (i) => ({ target: undefined, prediction: undefined, latency: 100 + (i % 10) }),
    });
    const slower = rows({
      extra: (i) => ({ target: undefined, prediction: undefined, latency: 103 + (i % 9) }),
    });
    const report = compare(baseline, slower, { metrics: ['latency'], unit: 'percent' });
    expect(report.verdict).toBe('fail');
    expect(report.title).toMatch(/^Latency rose 2\.4 %, 95 % interval/);
    expect(compare(baseline, slower, { metrics: ['latency:tolerance=5:margin=9'] }).verdict).toBe('pass');
    expect(compare(slower, baseline, { metrics: ['latency'] }).verdict).toBe('pass');
    expect(compare(slower, baseline, { metrics: ['latency:higher'] }).verdict).toBe('fail');
  });
});

describe('metrics', () => {
  const target = ['yes', 'yes', 'yes', 'no', 'no', 'no', 'yes', 'no'];
  const side = (predictions: string): unknown[] =>
    predictions
      .split('')
      .map((letter, i) => ({ id: i, target: target[i], prediction: letter === 'y' ? 'yes' : 'no' }));

  it.each<[string, number, number]>([
    ['f1', 6 / 8, 4 / 7],
    ['f1_binary:positive=no', 6 / 8, 6 / 9],
    ['f1-macro', 6 / 8, (4 / 7 + 6 / 9) / 2],
    ['Weighted F1', 6 / 8, (4 / 7 + 6 / 9) / 2],
    ['f1_micro', 6 / 8, 5 / 8],
    ['accuracy', 6 / 8, 5 / 8],
    ['precision', 3 / 4, 2 / 3],
    ['recall', 3 / 4, 2 / 4],
    ['balanced_accuracy', 6 / 8, (2 / 4 + 3 / 4) / 2],
    ['squad_em', 6 / 8, 5 / 8],
  ])('%s of eight samples', (name, before, after) => {
    const [found] = metrics(compare(side('yynynnyn'), side('yynynnnn'), { metrics: [name] }));
    expect(found?.baseline).toBeCloseTo(before, 12);
    expect(found?.candidate).toBeCloseTo(after, 12);
    expect(found?.delta).toBeCloseTo(after - before, 12);
    expect(found?.discordant).toBe(1);
    expect(found?.n).toBe(8);
  });

  it('judges each metric on the samples of the tasks that have it', () => {
    const task = (shift: number): Record<string, unknown>[] =>
      Array.from({ length: 400 }, (_, i) => ({
        id: i,
        task: i < 100 ? 'a' : 'b',
        ...(i < 100 ? { acc: (i + shift) % 2 } : { exact_match: i % 3 === 0 ? 1 : 0 }),
      }));
    const found = metrics(compare(task(0), task(1)));
    expect(found).toMatchObject([
      { name: 'acc', n: 100, definition: 'mean of acc, on the 100 of 400 samples that carry it' },
      { name: 'exact_match', n: 300 },
    ]);
    const dropped = task(0).map((row) => (row['id'] === 7 ? { id: 7, task: 'a', exact_match: 1 } : row));
    expect(rules(compare(task(0), dropped, { metrics: ['acc'] }))).toContain('regression/not-a-number');
  });

  describe('of lm-eval under several filters', () => {
    const samples = (strict: number, flexible: number): unknown[] =>
      Array.from({ length: 400 }, (_, i) => i).flatMap((doc) => [
        { doc_id: doc, filter: 'strict-match', resps: [], exact_match: Number(doc % 10 < strict) },
        { doc_id: doc, filter: 'flexible-extract', resps: [], exact_match: Number(doc % 10 < flexible) },
      ]);

    it('are one for each filter, as in the totals, where none is named', () => {
      const report = compare(samples(8, 9), samples(6, 9));
      expect(metrics(report)).toMatchObject([
        {
          name: 'exact_match,strict-match',
          n: 400,
          baseline: 0.8,
          candidate: 0.6,
          verdict: 'fail',
          definition:
            'mean of exact_match under the filter strict-match, on the 400 of 800 samples that carry it',
        },
        { name: 'exact_match,flexible-extract', n: 400, baseline: 0.9, verdict: 'pass' },
      ]);
      expect(report.facts.slices).toEqual([]);
    });

    it('are asked for one by one, or all together', () => {
      const asked = (name: string) => metrics(compare(samples(8, 9), samples(6, 9), { metrics: [name] }));
      expect(asked('exact_match,flexible-extract')).toMatchObject([{ n: 400, verdict: 'pass' }]);
      expect(asked('exact_match')).toMatchObject([{ n: 800, clusters: 400 }]);
      expect(rules(compare(samples(8, 9), samples(6, 9), { metrics: ['exact_match,none'] }))).toContain(
        'regression/metric-missing',
      );
    });
  });

  it('judges a task that has scores of its own names only beside those of known names', () => {
    const tasks = (right: number): unknown[] =>
      Array.from({ length: 200 }, (_, i) =>
        i < 100
          ? { id: i, task: 'mmlu', acc: i % 2 }
          : { id: i, task: 'ifeval', prompt_level_strict_acc: Number(i % 10 < right) },
      );
    expect(metrics(compare(tasks(8), tasks(4)))).toMatchObject([
      { name: 'acc', n: 100 },
      { name: 'prompt_level_strict_acc', n: 100, verdict: 'fail' },
    ]);
  });

  it('does not pass over a score that the candidate does not carry any more', () => {
    const side = (score: object): unknown[] =>
      Array.from({ length: 40 }, (_, id) => ({ id, tokens: id, ...score }));
    const report = compare(side({ acc: 1 }), side({}));
    expect(report.findings[0]?.message).toBe(
      'The rows of the candidate do not carry what those of the baseline do, acc: they contain the scores tokens and no labels (target and prediction).',
    );
    expect(report.verdict).toBe('fail');
  });

  it('takes no number that counts rows for a score', () => {
    const events = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}`, event_id: i, train_trial_index: 0 }));
    const report = compare(events, events);
    expect(metrics(report)).toEqual([]);
    expect(report.verdict).toBe('fail');
    expect(rules(report)).toContain('regression/metric-missing');
  });

  it('names what it leaves out where there are too many scores', () => {
    const many = Array.from({ length: 40 }, (_, id) => ({
      id,
      scores: Object.fromEntries(Array.from({ length: 20 }, (__, k) => [`s${k}`, (id + k) % 2])),
    }));
    const report = compare(many, many);
    expect(metrics(report)).toHaveLength(16);
    expect(report.findings.find(({ rule }) => rule === 'regression/unjudged-scores')).toMatchObject({
      severity: 'warning',
      message:
        'The results carry more scores than are judged without being named. Not judged: s16, s17, s18, s19.',
    });
  });

  it('takes names with colons from the results as they are', () => {
    const side = (shift: number): unknown[] =>
      Array.from({ length: 40 }, (_, i) => ({ id: i, scores: { 'match:strict': (i + shift) % 2 } }));
    expect(metrics(compare(side(0), side(1)))).toMatchObject([{ name: 'match:strict', n: 40 }]);
  });

  it('states the smallest drop that shows: (z + z)·√(d / n)', () => {
    const [found] = metrics(compare(rows(), rows({ lost: 13, gained: 12 }), { metrics: ['accuracy'] }));
    expect(found?.discordant).toBe(25);
    expect(found?.minimalDetectableDrop).toBeCloseTo(0.024864748605243864, 12);
  });

  it.each<[string, Record<string, unknown>[], string[]]>([
    ['labels: F1', rows(), ['f1']],
    [
      'free answers: accuracy',
      rows({ extra: (i) => ({ target: `t${i}`, prediction: i % 3 === 0 ? 'x' : `t${i}` }) }),
      ['accuracy'],
    ],
    ['known scores, not other numbers', rows({ extra: (i) => ({ acc: i % 2, tokens_seen: i }) }), ['acc']],
    [
      'any score when there is nothing else',
      rows({ extra: (i) => ({ target: undefined, prediction: undefined, elo: (i % 7) / 7 }) }),
      ['elo'],
    ],
  ])('judges by default %s', (_, results, names) => {
    expect(metrics(compare(results, results)).map(({ name }) => name)).toEqual(names);
  });

  it.each<[string, string, RegExp]>([
    ['bleu', 'regression/metric-missing', /do not carry bleu/],
    ['f1:positve=yes', 'regression/metric-missing', /positve=yes is none of lower, higher, positive/],
    ['f1:tolerance=-1', 'regression/metric-missing', /tolerance=-1/],
    ['f1_binary:positive=maybe', 'regression/positive-label', /occurs nowhere/],
  ])('%s is reported', (name, rule, message) => {
    const report = compare(rows(), rows(), { metrics: [name] });
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]).toMatchObject({ rule, severity: 'error' });
    expect(report.findings[0]?.message).toMatch(message);
  });

  it('needs to know which label is positive', () => {
    const animals = rows({
      extra: (i) => ({ target: i % 2 ? 'cat' : 'dog', prediction: i % 3 ? 'cat' : 'dog' }),
    });
    expect(rules(compare(animals, animals, { metrics: ['f1_binary'] }))).toEqual([
      'regression/positive-label',
      'regression/same-results',
    ]);
    expect(metrics(compare(animals, animals, { metrics: ['f1'] }))[0]?.baseline).toBeCloseTo(0.5, 1);
  });

  it('counts several metrics as one family (Holm)', () => {
    const one = compare(rows(), rows({ lost: 12, gained: 4 }), { metrics: ['accuracy'] });
    const three = compare(rows(), rows({ lost: 12, gained: 4 }), {
      metrics: ['accuracy', 'f1', 'precision'],
    });
    expect(metrics(one)[0]?.verdict).toBe('fail');
    expect(metrics(three)[0]?.verdict).not.toBe('fail');
  });
});

describe('integrity', () => {
  const one = (changes: Record<string, unknown>): unknown[] =>
    rows().map((row, i) => (i === 3 ? { ...row, ...changes } : row));

  it.each<[string, readonly unknown[], readonly unknown[], string, RegExp]>([
    [
      'samples left out',
      rows(),
      rows().slice(3),
      'regression/unmatched-samples',
      /^3 samples are in the baseline but not in the candidate: s0, s1, s2\. 497 are in both\.$/,
    ],
    [
      'samples added',
      rows().slice(1),
      rows(),
      'regression/unmatched-samples',
      /^1 sample is in the candidate but not in the baseline: s0\./,
    ],
    ['a sample twice', rows(), [...rows(), ...rows().slice(0, 1)], 'regression/duplicate-sample', /s0/],
    [
      'another target',
      rows(),
      one({ target: 'yes', prediction: 'yes' }),
      'regression/changed-samples',
      /^1 sample has the same id/,
    ],
    ['another hash', one({ hash: 'a' }), one({ hash: 'b' }), 'regression/changed-samples', /s3/],
    ['a hash that is gone', one({ hash: 'a' }), rows(), 'regression/changed-samples', /s3/],
    [
      'no prediction',
      rows(),
      one({ prediction: undefined, score: 1 }),
      'regression/not-a-number',
      /1 sample has no target and prediction: s3/,
    ],
    [
      'nothing in common',
      rows(),
      rows().map((row) => ({ ...row, id: `x${String(row['id'])}` })),
      'regression/no-pairs',
      /baseline contains 500 samples, the candidate 500 samples/,
    ],
  ])('%s', (_, baseline, candidate, rule, message) => {
    const report = compare(baseline, candidate);
    expect(report.verdict).toBe('fail');
    const found = report.findings.find((finding) => finding.rule === rule);
    expect(found?.severity).toBe('error');
    expect(found?.message).toMatch(message);
  });

  const scored = (score: (i: number) => unknown): unknown[] =>
    Array.from({ length: 40 }, (_, i) => ({ id: i, score: score(i) }));

  it.each<[string, unknown[], unknown[], string]>([
    ['NaN', scored((i) => i % 2), scored((i) => (i === 5 ? 'NaN' : i % 2)), 'regression/not-a-number'],
    ['all zero', scored((i) => i % 2), scored(() => 0), 'regression/all-equal'],
    ['all zero before', scored(() => 0), scored((i) => i % 2), 'regression/all-equal'],
  ])('scores: %s', (_, baseline, candidate, rule) => {
    const report = compare(baseline, candidate, { metrics: ['score'] });
    expect(report.verdict).toBe('fail');
    expect(rules(report)).toContain(rule);
  });

  it('another version of a task', () => {
    const results = (version: number): string =>
      JSON.stringify({
        results: { t: { 'acc,none': 0.5, 'acc_stderr,none': 0.001 } },
        versions: { t: version },
      });
    const report = compareText(results(1), results(2), {}, 'results.json');
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings[0]).toMatchObject({ rule: 'regression/different-setup' });
    expect(report.findings[0]?.message).toContain('versions of t was 1 and is 2');
  });

  it('never echoes credentials or control characters', () => {
    const secret = `hf_${'abcdefgh'.repeat(4)}`;
    const report = compare(rows(), [
      { id: `\u001B[31m${secret}`, target: 'yes', prediction: 'yes' },
      ...rows().slice(1),
    ]);
    expect(JSON.stringify(report)).not.toContain(secret);
    expect(JSON.stringify(report)).not.toContain('\\u001b');
    expect(report.findings.map(({ message }) => message).join(' ')).toContain('***');
  });
});

describe('totals', () => {
  const results = (acc: number): string =>
    JSON.stringify({
      results: { t: { 'acc,none': acc, 'acc_stderr,none': 0.002, alias: 't' } },
      configs: {},
    });

  it.each([
    [0.6, 0.55],
    [0.6, 0.6],
    [0.6, 0.58],
  ])('%d → %d', (before, after) => {
    const report = compareText(results(before), results(after), {}, 'results.json');
    expect(rules(report)).toContain('regression/totals-only');
    expect(report.verdict).toBe(after < before ? 'fail' : 'pass');
    expect(metrics(report)[0]).toMatchObject({
      name: 't.acc,none',
      verdict: after < before ? 'fail' : 'pass',
    });
  });

  it('that are part of others are judged where they are asked for', () => {
    const groups = (law: number): string =>
      JSON.stringify({
        results: {
          mmlu: { 'acc,none': 0.6, 'acc_stderr,none': 0.002 },
          law: { 'acc,none': law, 'acc_stderr,none': 0.002 },
        },
        group_subtasks: { mmlu: ['law'] },
        versions: {},
      });
    const judged = (names: string[]): unknown =>
      metrics(compareText(groups(0.6), groups(0.5), { metrics: names }, 'results.json')).map(
        ({ name, verdict }) => [name, verdict],
      );
    expect(judged([])).toEqual([['mmlu.acc,none', 'pass']]);
    expect(judged(['acc'])).toEqual([['mmlu.acc,none', 'pass']]);
    expect(judged(['law.acc,none'])).toEqual([['law.acc,none', 'fail']]);
  });

  it('that are not a number fail', () => {
    const report = compareText(results(0.6), results(0.6).replace(':0.6,', ':NaN,'), {}, 'results.json');
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]).toMatchObject({
      rule: 'regression/not-a-number',
      message: 't.acc,none of the candidate is not a finite number.',
    });
  });

  it('are found by their last name, nearest to the root', () => {
    const scores = (right: number): string =>
      JSON.stringify({
        average: { correct: right, total: 1000 },
        language: { eu: { correct: 40, total: 100 } },
      });
    const report = compareText(scores(261), scores(120), { metrics: ['accuracy'] }, 'scores.json');
    expect(metrics(report)).toMatchObject([
      { name: 'average.accuracy', n: 1000, baseline: 0.261, verdict: 'fail' },
    ]);
    expect(report.findings[0]).toMatchObject({ rule: 'regression/drop', file: 'scores.json', line: 1 });
  });

  it.each([
    ['{"auc": 0.9}', '{"f1": 0.9}', [], 'regression/metric-missing'],
    ['{"auc": 0.9}', '{"auc": 0.9}', ['bleu'], 'regression/metric-missing'],
    ['{"auc": 0.9}', '[{"id": 1, "score": 1}]', [], 'regression/no-pairs'],
  ])('%s and %s of %j', (before, after, names, rule) => {
    const report = compareText(before, after, { metrics: names }, 'metrics.json');
    expect(report.verdict).toBe('fail');
    expect(rules(report)).toContain(rule);
  });

  it('without any spread decide nothing', () => {
    const report = compareText('{"auc": 0.90}', '{"auc": 0.899}', {}, 'metrics.json');
    expect(report.verdict).toBe('inconclusive');
    expect(report.title).toBe(
      'auc fell 0.1 points, no interval is known, from totals alone: too little to tell'.replace(
        'auc',
        'Auc',
      ),
    );
    expect(compareText('{"auc": 0.90}', '{"auc": 0.899}', { mode: 'strict' }, 'metrics.json').verdict).toBe(
      'pass',
    );
  });
});

describe('clusters and slices', () => {
  it('of one sample each change nothing', () => {
    const alone = (options: RowOptions) => rows({ ...options, extra: (i) => ({ cluster: `image ${i}` }) });
    const [result] = metrics(compare(alone({}), alone({ lost: 20 })));
    expect(result).toEqual(metrics(compare(rows({}), rows({ lost: 20 })))[0]);
    expect(result?.clusters).toBe(result?.n);
  });

  it('widen the error where samples of one cluster move together', () => {
    const clustered = (options: RowOptions): Record<string, unknown>[] =>
      rows({ ...options, extra: (i) => ({ cluster: Math.floor(i / 10) }) });
    const [alone] = metrics(compare(rows(), rows({ lost: 20 })));
    const [together] = metrics(compare(clustered({}), clustered({ lost: 20 })));
    expect(together?.clusters).toBe(50);
    expect(together?.standardError).toBeGreaterThan(1.5 * (alone?.standardError ?? NaN));
  });

  const sliced = (options: RowOptions): Record<string, unknown>[] =>
    rows({ ...options, extra: (i) => ({ slices: { language: i < 100 ? 'eu' : 'en' } }) });

  it('fail on a drop in one slice that the whole does not show', () => {
    const baseline = sliced({ n: 2000 });
    const report = compare(baseline, sliced({ n: 2000, lost: 12 }), { tolerance: 1 });
    expect(metrics(report)[0]?.verdict).toBe('pass');
    expect(report.verdict).toBe('fail');
    expect(rules(report)).toEqual(['regression/slice-drop']);
    expect(report.findings[0]?.message).toMatch(/^F1 of language=eu fell 12\.\d points/);
  });

  it('are those of the baseline: a change cannot move its samples', () => {
    const report = compare(
      sliced({ n: 2000 }),
      rows({ n: 2000, lost: 12, extra: (i) => ({ slices: { language: `l${i % 2}` } }) }),
      { tolerance: 1 },
    );
    expect(rules(report)).toEqual(['regression/slice-drop']);
  });

  it.each(['strict', 'non-inferiority'] as const)('fail only for what is shown, in mode %s too', (mode) => {
    const sliced = (options: RowOptions) =>
      rows({ ...options, extra: (i) => ({ slices: { part: i % 10 } }) });
    const report = compare(sliced({}), sliced({ lost: 1, gained: 1 }), { mode });
    expect(report.facts.slices).toHaveLength(10);
    expect(report.findings.filter(({ rule }) => rule === 'regression/slice-drop')).toEqual([]);
    expect(report.verdict).toBe('pass');
  });

  it('are limited', () => {
    const many = rows({ extra: (i) => ({ slices: { document: i % 250 } }) });
    expect(rules(compare(many, many))).toEqual(['regression/too-many-slices', 'regression/same-results']);
  });
});

describe('the report', () => {
  it('of the bare threshold says how many harmless changes it blocks, even where it passes', () => {
    const { sections, verdict } = compare(rows({}), rows({ lost: 5, gained: 5 }), { mode: 'strict' });
    const [table] = sections ?? [];
    if (table?.kind !== 'table') throw new Error('no table');
    const column = table.columns.findIndex(({ title }) => title === 'Harmless changes blocked');
    expect(verdict).toBe('pass');
    expect(table.rows[0]?.[column]).toMatch(/^\d+ %$/);
  });

  it('has a table, a chart and the samples that flipped', () => {
    const { sections = [] } = compare(rows(), rows({ lost: 10, gained: 1 }));
    expect(sections.map(({ kind, title }) => [kind, title])).toEqual([
      ['table', 'Metrics'],
      ['mermaid', 'Baseline and candidate'],
      ['table', 'Samples that flipped: 10 worse, 1 better'],
    ]);
    expect(sections[0]).toMatchObject({
      rows: [
        [
          'F1',
          '85.6',
          '83.8',
          '−1.8 points',
          expect.stringMatching(/^−3/),
          '500',
          '11',
          '0.5, 2 points',
          '1.7 points',
          '5696',
          'fail',
        ],
      ],
    });
  });

  it('is JSON: nothing in it is lost on the way', () => {
    const report = compare(rows(), rows({ lost: 10, gained: 1 }));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('is the same for the same seed', () => {
    const run = (seed: number): unknown =>
      metrics(compare(rows(), rows({ lost: 10, gained: 5 }), { seed }))[0]?.ci;
    expect(run(1)).toEqual(run(1));
  });
});
