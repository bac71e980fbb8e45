import { describe, expect, it } from 'vitest';
import { readResults } from '../../../src/regression/index.ts';
import { locateIn, rowsText, shasOf, trunkGit } from '../../support/locate/trunk.ts';
import { uniformOf, worldOf, type WorldPlan } from '../../support/locate/worlds.ts';

/** A world on disk: a file for each merge that `has` one. */
function filesOf(plan: WorldPlan, has: (merge: number) => boolean = () => true) {
  const { rows, culprit } = worldOf(plan);
  const shas = shasOf(rows.length);
  const files = Object.fromEntries(
    rows.flatMap((row, at) => (has(at) ? [[`${shas[at]}.jsonl`, rowsText(row)]] : [])),
  );
  return { files, shas, culprit: shas[culprit] ?? '' };
}

describe('a culprit', () => {
  it('is named from what was measured of each merge', async () => {
    const { files, shas, culprit } = filesOf({
      seed: 11,
      merges: 20,
      samples: 400,
      churn: 0.05,
      kind: 'concentrated',
      drop: 0.04,
    });
    const { verdict, facts, findings } = await locateIn(files, shas);
    expect(verdict).toBe('fail');
    expect(facts).toMatchObject({
      verdict: 'located',
      set: [culprit],
      evaluations: 0,
      next: [],
      metric: 'score',
    });
    expect(facts.merges[0]).toMatchObject({ sha: culprit, pr: shas.indexOf(culprit) });
    expect(facts.merges[0]?.probability).toBeGreaterThan(0.9);
    expect(findings[0]?.help).toContain(`git revert ${culprit.slice(0, 12)}`);
  });

  it('is one of several where the merges about it were not evaluated, and the middle one is proposed', async () => {
    const { files, shas, culprit } = filesOf(
      { seed: 11, merges: 24, samples: 400, churn: 0.05, kind: 'concentrated', drop: 0.08 },
      (merge) => merge % 8 === 0,
    );
    const { facts } = await locateIn(files, shas);
    expect(facts.verdict).toBe('set');
    expect(facts.set).toHaveLength(8);
    expect(facts.set).toContain(culprit);
    const block = Math.floor((shas.indexOf(culprit) - 1) / 8) * 8;
    expect(facts.next[0]).toBe(shas[block + 4]);
  });

  it('sums to one with the probability of none', async () => {
    const { files, shas } = filesOf({ seed: 3, merges: 12, samples: 200, churn: 0.2, kind: 'diffuse' });
    const { facts } = await locateIn(files, shas);
    const sum = facts.merges.reduce((total, { probability }) => total + probability, facts.noMerge ?? 0);
    expect(sum).toBeCloseTo(1, 9);
    expect(facts.merges).toHaveLength(12);
  });

  it('is looked for between good and bad alone', async () => {
    const { files, shas } = filesOf({
      seed: 11,
      merges: 20,
      samples: 400,
      churn: 0.05,
      kind: 'concentrated',
      drop: 0.04,
    });
    const { facts } = await locateIn(files, shas, { good: shas[2] ?? '', bad: shas[3] ?? '' });
    expect(facts.merges.map(({ sha }) => sha)).toEqual([shas[3]]);
  });
});

describe('two changes', () => {
  it('finds the fall that was made up for later, and what made up for it', async () => {
    const { rows } = worldOf({ seed: 6, merges: 30, samples: 400, churn: 0.02, kind: 'none' });
    const broken = (row: Float64Array, at: number) =>
      at >= 10 && at < 20 ? row.map((value, i) => (i < 24 ? 0 : value)) : row;
    const shas = shasOf(rows.length);
    const files = Object.fromEntries(rows.map((row, at) => [`${shas[at]}.jsonl`, rowsText(broken(row, at))]));
    const { facts, findings } = await locateIn(files, shas);
    expect(facts.verdict).toBe('located');
    expect(facts.changes?.map(({ direction, sha }) => [direction, shas.indexOf(sha)])).toEqual([
      ['fell', 10],
      ['rose', 20],
    ]);
    expect(findings.map(({ rule }) => rule)).toContain('locate/fell-later-rose');
  });
});

describe('a fall that was made up for right after the first evaluation', () => {
  it('is not called none', async () => {
    const { rows } = worldOf({ seed: 1, merges: 24, samples: 400, churn: 0.05, kind: 'none' });
    const shas = shasOf(rows.length);
    const broken = (row: Float64Array, at: number) =>
      at > 0 && at < 8 ? row.map((value, i) => (i % 20 === 0 ? 0 : value)) : row;
    const files = Object.fromEntries(rows.map((row, at) => [`${shas[at]}.jsonl`, rowsText(broken(row, at))]));
    const { facts } = await locateIn(files, shas);
    expect(facts.verdict).not.toBe('none');
    expect(facts.merges[0]?.sha).toBe(shas[1]);
  });
});

describe('scores that vary a little each time', () => {
  const jittered = (plan: WorldPlan) => {
    const { rows, culprit } = worldOf(plan);
    const shas = shasOf(rows.length);
    const uniform = uniformOf(plan.seed);
    const files = Object.fromEntries(
      rows.map((row, at) => [`${shas[at]}.jsonl`, rowsText(row.map((value) => value / 2 + uniform() / 20))]),
    );
    return { files, shas, culprit };
  };
  const plan = { seed: 1, merges: 24, samples: 300, churn: 0.05 };

  it('name the merge as right and wrong would', async () => {
    const { files, shas, culprit } = jittered({ ...plan, kind: 'concentrated', drop: 0.1 });
    const { facts } = await locateIn(files, shas);
    expect(facts).toMatchObject({ verdict: 'located', set: [shas[culprit]] });
    expect(facts.changes).toHaveLength(1);
  });

  it('claim nothing where nothing fell', async () => {
    const { files, shas } = jittered({ ...plan, kind: 'none' });
    const { facts } = await locateIn(files, shas);
    expect(['none', 'cannot-tell']).toContain(facts.verdict);
  });
});

describe('scores of which less than half vary a little each time', () => {
  it('are judged by totals, for single changes do not explain them', async () => {
    const { rows } = worldOf({ seed: 1, merges: 24, samples: 300, churn: 0.05, kind: 'none' });
    const shas = shasOf(rows.length);
    const uniform = uniformOf(1);
    const jittered = (row: Float64Array) =>
      row.map((value, i) => value / 2 + (i % 9 < 4 ? uniform() / 20 : 0));
    const files = Object.fromEntries(rows.map((row, at) => [`${shas[at]}.jsonl`, rowsText(jittered(row))]));
    const { facts, findings } = await locateIn(files, shas);
    expect(findings.map(({ rule }) => rule)).toContain('locate/does-not-fit');
    expect(facts.verdict).not.toBe('located');
  });
});

describe('no culprit', () => {
  it.each([0.05, 1])('is claimed where there is none, at a churn of %d', async (churn) => {
    const { files, shas } = filesOf({ seed: 2, merges: 24, samples: 300, churn, kind: 'none' });
    const { verdict, facts } = await locateIn(files, shas);
    expect(['none', 'cannot-tell']).toContain(facts.verdict);
    expect(verdict).not.toBe('fail');
    expect(facts.merges).toHaveLength(24);
  });
});

describe('a fall right after the first evaluation', () => {
  it.each([
    [12, 'located'],
    [60, 'located'],
  ])('of %d of 300 samples is never called none', async (lost, verdict) => {
    const { rows } = worldOf({ seed: 5, merges: 9, samples: 300, churn: 0.01, kind: 'none' });
    const shas = shasOf(rows.length);
    const broken = (row: Float64Array, at: number) =>
      at > 0 ? row.map((value, i) => (i < lost ? 0 : value)) : row;
    const files = Object.fromEntries(rows.map((row, at) => [`${shas[at]}.jsonl`, rowsText(broken(row, at))]));
    const { facts } = await locateIn(files, shas);
    expect(facts).toMatchObject({ verdict, merges: [{ sha: shas[1] }, ...shas.slice(2).map(() => ({}))] });
  });
});

describe('other samples from one merge on', () => {
  // Each turns one sample for good.
  const rows = Array.from({ length: 10 }, (_, at) =>
    Array.from({ length: 300 }, (_unused, i) => Number(i % 7 > 0) ^ Number(i % 31 === 5 && i / 31 < at)),
  );
  const shas = shasOf(rows.length);
  const files = (shared: number) =>
    Object.fromEntries(
      rows.map((row, at) => {
        const lines = Array.from(row, (score, i) => ({
          id: `${at < 5 || i < shared ? 'old' : 'new'} ${i}`,
          score,
        }));
        return [`${shas[at]}.jsonl`, lines.map((line) => JSON.stringify(line)).join('\n')];
      }),
    );

  it.each([
    ['are never called no fall where none was evaluated on both sides', 0, true],
    ['are nothing to speak of where enough were', 200, false],
  ])('%s', async (_, shared, isSaid) => {
    const { facts, findings } = await locateIn(files(shared), shas);
    // Trunk turns worse by one sample each time.
    expect(facts.verdict).toBe('cannot-tell');
    const said = findings.filter(({ rule }) => rule === 'locate/no-shared-samples');
    expect(said.map(({ message }) => message.includes(shas[5]?.slice(0, 8) ?? ''))).toEqual(
      isSaid ? [true] : [],
    );
  });
});

describe('samples of a harness', () => {
  const row = (doc: number) => ({
    doc_id: doc,
    doc: { question: `Q${doc}` },
    target: 'a',
    filter: 'none',
    exact_match: 1,
  });
  const text = Array.from({ length: 20 }, (_, doc) =>
    JSON.stringify({ ...row(doc), arguments: [['Q', {}]], resps: [['a']], filtered_resps: ['a'] }),
  ).join('\n');
  const all = shasOf(3);
  // An abbreviated SHA may be of digits alone, as a date is.
  const digits = all.map((sha, at) => `2026113${at}${sha.slice(8)}`);

  it.each([
    ['whole SHAs', 'samples_gsm8k_{sha}.jsonl', all, 40],
    ['eight digits of them', 'samples_gsm8k_{sha}.jsonl', all, 8],
    ['the fewest', 'samples_gsm8k-{sha}.jsonl', all, 7],
    ['digits that are no letters', 'samples_gsm8k_{sha}.jsonl', digits, 8],
    ['the SHA before the task', 'runs/{sha}_samples_gsm8k.jsonl', all, 8],
    ['the SHA before a number', 'samples_gsm8k_{sha}_0.jsonl', all, 40],
    ['the SHA alone', '{sha}.jsonl', all, 40],
  ])('are the same in files that are named by %s', async (_, pattern, shas, length) => {
    const files = Object.fromEntries(
      shas.map((sha) => [pattern.replace('{sha}', sha.slice(0, length)), text]),
    );
    const { facts, findings } = await locateIn(files, shas, { metric: 'exact_match' }, pattern);
    expect(facts).toMatchObject({ recorded: 3, samples: 20 });
    expect(findings.map(({ rule }) => rule)).not.toContain('locate/no-shared-samples');
  });

  it.each([
    ['with short SHAs', (sha: string) => `samples_gsm8k_${sha.slice(0, 8)}.jsonl`],
    ['that are short SHAs', (sha: string) => `${sha.slice(0, 8)}.jsonl`],
    ['of which one has no task', (sha: string) => (sha === all[1] ? 'results.json' : 'samples_gsm8k.jsonl')],
  ])('are the same where they were recorded under names %s', async (_, pathOf) => {
    const bytes = new TextEncoder().encode(text);
    const { facts, findings } = await locateIn({}, all, { metric: 'exact_match' }, '{sha}.jsonl', {
      results: (commits, take) => {
        for (const sha of commits) take({ sha, set: readResults([{ path: pathOf(sha), bytes }]) });
        return Promise.resolve([]);
      },
    });
    expect(facts).toMatchObject({ recorded: 3, samples: 20 });
    expect(findings.map(({ rule }) => rule)).not.toContain('locate/set-up-changed');
  });
});

describe('a merge', () => {
  const shas = shasOf(9);
  const rows = (lost: number) => rowsText(Array.from({ length: 300 }, (_, id) => Number(id >= lost)));
  const files = Object.fromEntries(shas.map((sha, at) => [`${sha}.jsonl`, rows(at < 4 ? 2 : 60)]));

  it.each([
    ['Raise lr (#15)', '#15, Raise lr', 15, 'git revert '],
    ['Merge both rates (#15)', '#15, Merge both rates', 15, 'git revert '],
    [
      'Merge pull request #15 from acme/raise-lr\n\nRaise lr\n\nNoted.',
      '#15, Raise lr',
      15,
      'git revert -m 1 ',
    ],
    [
      'Merge pull request #15 from acme/raise-lr',
      '#15, Merge pull request #15 from acme/raise-lr',
      15,
      'git revert -m 1 ',
    ],
    ["Merge branch 'raise-lr'\n\nRaise lr", "Merge branch 'raise-lr'", null, 'git revert -m 1 '],
    ['Raise lr, by hand', 'Raise lr, by hand', null, 'git revert -m 1 '],
    ['Merge the two rates', 'Merge the two rates', null, 'git revert '],
  ])('that says %j is called %s', async (message, name, pr, revert) => {
    const { facts, findings, sections } = await locateIn(files, shas, {}, '{sha}.jsonl', {
      git: trunkGit(shas, { 4: message }, revert.includes('-m') ? [4] : []),
    });
    expect(facts.merges[0]).toMatchObject({ sha: shas[4], pr });
    expect(findings[0]).toMatchObject({
      message: expect.stringContaining(`${shas[4]?.slice(0, 8)} (${name})`) as string,
      help: expect.stringContaining(revert + (shas[4]?.slice(0, 12) ?? '')) as string,
    });
    const [table] = sections ?? [];
    const title = table?.kind === 'table' ? table.rows[0]?.[2] : undefined;
    expect(name.endsWith(String(title).replace(' (#15)', ''))).toBe(true);
  });

  it('stands in a table without a row for each that it is not', async () => {
    const { facts, sections } = await locateIn(files, shas);
    const [table] = sections ?? [];
    const rows = table?.kind === 'table' ? table.rows.slice(0, -1) : [];
    const likely = facts.merges.filter(({ probability }) => probability >= 0.0005);
    expect(rows.length).toBe(Math.max(3, likely.length));
    expect(facts.merges.length).toBeGreaterThan(rows.length);
  });
});

describe('what cannot be compared', () => {
  const [first = '', second = '', third = ''] = shasOf(3);
  const rows = (ids: readonly string[]) => ids.map((id) => JSON.stringify({ id, score: 1 })).join('\n');

  it.each([
    ['no file of a commit', {}, 'locate/no-results', 'No commit of the range has results'],
    ['one evaluation', { [`${first}.jsonl`]: rows(['a', 'b']) }, 'locate/no-results', 'Only one commit'],
    [
      'other samples each time',
      { [`${first}.jsonl`]: rows(['a', 'b']), [`${third}.jsonl`]: rows(['c', 'd']) },
      'locate/no-shared-samples',
      'share no sample',
    ],
    [
      'an empty file',
      { [`${first}.jsonl`]: '', [`${third}.jsonl`]: rows(['a']) },
      'locate/no-results',
      'Only one commit',
    ],
  ])('is said of %s', async (_, files, rule, words) => {
    const { verdict, facts, findings } = await locateIn(files, [first, second, third]);
    expect(verdict).toBe('inconclusive');
    expect(facts).toMatchObject({ verdict: 'cannot-tell', set: [], merges: [] });
    expect(findings[0]).toMatchObject({ rule, message: expect.stringContaining(words) as string });
  });

  it('says which direction it guessed', async () => {
    const files = Object.fromEntries(
      [first, third].map((sha) => [
        `${sha}.jsonl`,
        '{"id":"a","scores":{"quality_v2":3}}\n{"id":"b","scores":{"quality_v2":2}}',
      ]),
    );
    const { findings } = await locateIn(files, [first, second, third], { metric: 'quality_v2' });
    expect(findings.map(({ rule }) => rule)).toContain('locate/direction-guessed');
    const told = await locateIn(files, [first, second, third], { metric: 'quality_v2:lower' });
    expect(told.findings.map(({ rule }) => rule)).not.toContain('locate/direction-guessed');
  });

  it('says where the evaluation itself changed', async () => {
    const results = (prompt: string) =>
      [1, 0].map((score, id) => JSON.stringify({ id, score, prompt_template: prompt })).join('\n');
    const files = {
      [`${first}.jsonl`]: results('Q: a'),
      [`${second}.jsonl`]: results('Q: a'),
      [`${third}.jsonl`]: results('A: b'),
    };
    const { findings } = await locateIn(files, [first, second, third]);
    const told = findings.filter(({ rule }) => rule === 'locate/set-up-changed');
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(third.slice(0, 8))]);
  });

  it('names a commit whose results lack the metric', async () => {
    const files = {
      [`${first}.jsonl`]: rows(['a']),
      [`${second}.jsonl`]: rows(['a']),
      [`${third}.jsonl`]: '{"id":"a","bleu":1}',
    };
    const { findings } = await locateIn(files, [first, second, third], { metric: 'score' });
    expect(findings.find(({ rule }) => rule === 'locate/unmeasured')?.message).toContain(third.slice(0, 8));
  });
});

describe('files', () => {
  const shas = shasOf(3);
  const [first = '', , third = ''] = shas;
  const rows = rowsText([1, 0, 1]);

  it.each([
    ['{sha}.jsonl', `${first.slice(0, 7)}.jsonl`, `${third}.jsonl`],
    ['{sha}/out.jsonl', `${first}/out.jsonl`, `${third.slice(0, 12)}/out.jsonl`],
    ['run-{sha}-*.jsonl', `run-${first}-1.jsonl`, `run-${third.toUpperCase()}-x.jsonl`],
    ['**/{sha}.jsonl', `a/b/${first}.jsonl`, `${third}.jsonl`],
    ['acc{sha}.jsonl', `acc${first}.jsonl`, `acc${third}.jsonl`],
  ])('are found by %s', async (pattern, one, other) => {
    const { facts } = await locateIn({ [one]: rows, [other]: rows }, shas, {}, pattern);
    expect(facts.recorded).toBe(2);
  });

  it('of one commit are shards where their samples differ, and two evaluations where not', async () => {
    const shard = (ids: readonly number[]) => ids.map((id) => JSON.stringify({ id, score: 1 })).join('\n');
    const files = {
      [`${first}-a.jsonl`]: shard([0, 1]),
      [`${first}-b.jsonl`]: shard([2]),
      [`${third}-a.jsonl`]: shard([0, 1, 2]),
      [`${third}-b.jsonl`]: shard([0, 1, 2]),
    };
    const { facts } = await locateIn(files, shas, {}, '{sha}-*.jsonl');
    expect(facts).toMatchObject({ recorded: 3, samples: 3 });
  });

  it('of other commits are named and do not count', async () => {
    const { findings } = await locateIn(
      { [`${first}.jsonl`]: rows, [`${'e'.repeat(40)}.jsonl`]: rows },
      shas,
    );
    expect(findings.map(({ rule }) => rule)).toContain('locate/not-in-history');
  });
});
