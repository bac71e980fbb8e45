import { describe, expect, it } from 'vitest';
import { judgeRegression } from '../../../src/regression/gate/regression-gate.ts';
import { commandLine } from '../../../src/kernel/command-line.ts';
import { regressionDefaults, type RegressionSettings } from '../../../src/regression/index.ts';
import { portsOf, type World } from './gate-ports.ts';
import { jsonl, rows } from './rows.ts';

const results = 'results/test.jsonl';
const base = { [results]: jsonl(rows({ n: 2000 })) };
const settings: RegressionSettings = {
  ...regressionDefaults,
  baseline: [results],
  evaluate: 'python eval.py --ids {ids} --out {out}',
};

/** Answers each round with the rows that were asked for. */
function evaluator(all: readonly Record<string, unknown>[], rounds: string[][]): NonNullable<World['run']> {
  const byId = new Map(all.map((row) => [row['id'], row]));
  return (args, scratch) => {
    const ids = (scratch.get(args[2] ?? '') ?? '').trim().split('\n');
    rounds.push(ids);
    scratch.set(args[4] ?? '', jsonl(ids.map((id) => byId.get(id))));
    return { exitCode: 0, stdout: '', stderr: '' };
  };
}

describe('evaluate', () => {
  it('stops at the first round that decides', async () => {
    const rounds: string[][] = [];
    const report = await judgeRegression(
      settings,
      portsOf({ base, run: evaluator(rows({ n: 2000, lost: 400 }), rounds) }),
    );
    expect(report.verdict).toBe('fail');
    expect(rounds.map((ids) => ids.length)).toEqual([500]);
    expect(report.facts.look).toMatchObject({ number: 1, of: 4 });
  });

  it('asks for more only while undecided, never for a sample twice', async () => {
    const rounds: string[][] = [];
    const candidate = rows({ n: 2000, lost: 45, gained: 25 });
    const report = await judgeRegression(settings, portsOf({ base, run: evaluator(candidate, rounds) }));
    expect(rounds.length).toBeGreaterThan(1);
    const all = rounds.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(report.facts.look).toMatchObject({ number: rounds.length, of: 4 });
    expect(report.facts.nextSamples).toBe(0);
  });

  it('asks once more for exactly the samples whose call failed', async () => {
    const all = rows({ n: 2000 });
    const rounds: string[][] = [];
    const answer = evaluator(all, rounds);
    const report = await judgeRegression(
      settings,
      portsOf({
        base,
        run: (args, scratch, cwd) => {
          const done = answer(args, scratch, cwd);
          const [out = ''] = args.slice(4);
          if (rounds.length > 1) return done;
          const told = (scratch.get(out) ?? '')
            .trim()
            .split('\n')
            .map((line): unknown => JSON.parse(line));
          scratch.set(
            out,
            jsonl(
              told.map((row, i) =>
                i % 20 === 0 ? { ...Object(row), prediction: null, error: 'HTTP 503' } : row,
              ),
            ),
          );
          return done;
        },
      }),
    );
    expect(rounds.map((ids) => ids.length)).toEqual([500, 25]);
    expect(rounds[0]).toEqual(expect.arrayContaining(rounds[1] ?? []));
    expect(report).toMatchObject({ verdict: 'pass', facts: { rerun: { candidate: [] } } });
  });

  it.each<[string, Partial<RegressionSettings>, boolean]>([
    ['the merge base is asked again for what trunk has not answered', {}, true],
    ['not where the baseline is another state of trunk', { baseline: ['v1.0.0:results/test.jsonl'] }, false],
  ])('%s', async (_, changed, isAsked) => {
    const all = rows({ n: 2000 });
    const rounds: string[][] = [];
    const folders: (string | undefined)[] = [];
    const first = await judgeRegression(settings, portsOf({ base, run: evaluator(all, rounds) }));
    expect(first.verdict).toBe('pass');
    const asked = rounds.splice(0).flat();
    const failed = new Set(asked.filter((__, i) => i % 20 === 0));
    const answer = evaluator(all, rounds);
    const trunk = {
      [results]: jsonl(
        all.map((row) =>
          failed.has(String(row['id'])) ? { ...row, prediction: null, error: 'HTTP 503' } : row,
        ),
      ),
    };
    const report = await judgeRegression(
      { ...settings, ...changed },
      portsOf({
        base: trunk,
        refs: { 'v1.0.0': trunk },
        checkout: true,
        run: (args, scratch, cwd) => {
          folders.push(cwd);
          return answer(args, scratch, cwd);
        },
      }),
    );
    expect(folders.includes('/base')).toBe(isAsked);
    expect(rounds[1]?.length).toBe(isAsked ? 25 : 500);
    expect(report.facts.baseline?.statuses['error']).toBe(isAsked ? undefined : 25);
  });

  it('takes the same samples for the same seed, and others for another', async () => {
    const first = async (seed: number): Promise<string[]> => {
      const rounds: string[][] = [];
      await judgeRegression(
        { ...settings, seed },
        portsOf({ base, run: evaluator(rows({ n: 2000 }), rounds) }),
      );
      return rounds[0] ?? [];
    };
    expect(await first(1)).toEqual(await first(1));
    expect(await first(1)).not.toEqual(await first(2));
  });

  it.each<[string, World['run'], RegExp]>([
    ['is not there', () => undefined, /the program python is not there/],
    [
      'fails',
      () => ({ exitCode: 3, stdout: '', stderr: 'Traceback\nKeyError: hf_abcdefghijklmnopqrstuv' }),
      /exit code 3: KeyError: \*\*\*/,
    ],
    [
      'fails and says more after its error',
      () => ({ exitCode: 1, stdout: '', stderr: 'Error: no GPU\n    at main\n\nNode.js v24.21.0\n' }),
      /exit code 1: Error: no GPU\.$/,
    ],
    [
      'is killed',
      () => ({ exitCode: -1, stdout: '', stderr: 'loading' }),
      /python was killed from outside, as it is where memory runs out: loading/,
    ],
    ['writes nothing', () => ({ exitCode: 0, stdout: '', stderr: '' }), /without writing \{out\}/],
  ])('fails when the command %s', async (_, run, message) => {
    const report = await judgeRegression(settings, portsOf({ base, ...(run !== undefined && { run }) }));
    expect(report.verdict).toBe('fail');
    expect(report.findings.find(({ rule }) => rule === 'regression/evaluation-failed')?.message).toMatch(
      message,
    );
    expect(report.title).toMatch(message);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('regression/metric-missing');
  });

  it('notices samples that the command left out', async () => {
    const all = rows({ n: 2000 });
    const run: World['run'] = (args, scratch) => {
      const ids = new Set((scratch.get(args[2] ?? '') ?? '').trim().split('\n').slice(3));
      scratch.set(args[4] ?? '', jsonl(all.filter(({ id }) => ids.has(String(id)))));
      return { exitCode: 0, stdout: '', stderr: '' };
    };
    const report = await judgeRegression(settings, portsOf({ base, run }));
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]?.message).toMatch(/^3 samples are in the baseline but not in the candidate/);
  });

  it('says that the command was stopped where the time is used up', async () => {
    const report = await judgeRegression(
      { ...settings, timeBudget: 0.01 },
      portsOf({ base, tick: 1000, run: () => ({ exitCode: -1, stdout: '', stderr: '' }) }),
    );
    expect(report.title).toBe(
      'The evaluation did not run: python was stopped, for the time budget (regression.time-budget) was used up.',
    );
  });

  it('reads a table too', async () => {
    const report = await judgeRegression(
      settings,
      portsOf({
        base,
        run: (args, scratch) => {
          const asked = (scratch.get(args[2] ?? '') ?? '').trim().split('\n');
          const byId = new Map(rows({ n: 2000, lost: 400 }).map((row) => [row['id'], row]));
          const lines = asked.map(
            (id) => `${id},${String(byId.get(id)?.['target'])},${String(byId.get(id)?.['prediction'])}`,
          );
          scratch.set(args[4] ?? '', ['id,target,prediction', ...lines].join('\n'));
          return { exitCode: 0, stdout: '', stderr: '' };
        },
      }),
    );
    expect(report).toMatchObject({
      verdict: 'fail',
      facts: { candidate: { samples: 500, formats: ['CSV'] } },
    });
  });

  it('ends with the time budget, undecided', async () => {
    const rounds: string[][] = [];
    const report = await judgeRegression(
      { ...settings, timeBudget: 1 },
      portsOf({ base, tick: 20_000, run: evaluator(rows({ n: 2000, lost: 45, gained: 25 }), rounds) }),
    );
    expect(rounds).toHaveLength(1);
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings.map(({ rule }) => rule)).toContain('regression/time-budget');
  });

  describe('without results of trunk', () => {
    const ids = rows({ n: 2000 }).map(({ id }) => id);
    const world = (lost: number, calls: (string | undefined)[]): World => {
      const [before, after] = [evaluator(rows({ n: 2000 }), []), evaluator(rows({ n: 2000, lost }), [])];
      return {
        base: { 'pool.txt': `${ids.join('\n')}\n` },
        checkout: true,
        run: (args, scratch, cwd) => {
          calls.push(cwd);
          return cwd === undefined ? after(args, scratch, cwd) : before(args, scratch, cwd);
        },
      };
    };

    it.each([
      [400, 'fail', 1],
      [0, 'pass', 1],
    ])('evaluates the merge base in its own folder: %d lost', async (lost, verdict, rounds) => {
      const calls: (string | undefined)[] = [];
      const report = await judgeRegression({ ...settings, pool: 'pool.txt' }, portsOf(world(lost, calls)));
      expect(report.verdict).toBe(verdict);
      expect(calls).toEqual(Array.from({ length: rounds }, () => [undefined, '/base']).flat());
      // The plan is that of the whole pool, not of what was evaluated so far.
      expect(report.facts.look).toMatchObject({ number: 1, of: 4 });
    });

    it.each<[string, (asked: Record<string, unknown>[]) => Record<string, unknown>[], string, RegExp]>([
      [
        'leave out the same',
        (asked) => asked.slice(3),
        'fail',
        /^The evaluation was given 500 samples, and the candidate lacks 3 of them: s/,
      ],
      [
        'answer one more',
        (asked) => [...asked, { id: 'other', target: 'yes', prediction: 'no' }],
        'fail',
        /^The evaluation was given 500 samples, and the candidate answers 1 that were not asked: other\.$/,
      ],
      [
        'answer each twice, as epochs',
        (asked) => asked.flatMap((row) => [0, 1].map((trial) => ({ ...row, trial }))),
        'pass',
        /did not move/,
      ],
    ])('sees that both sides %s', async (_, change, verdict, title) => {
      const byId = new Map(rows({ n: 2000 }).map((row) => [row['id'], row]));
      const run: World['run'] = (args, scratch) => {
        const asked = (scratch.get(args[2] ?? '') ?? '').trim().split('\n');
        scratch.set(args[4] ?? '', jsonl(change(asked.map((id) => byId.get(id) ?? {}))));
        return { exitCode: 0, stdout: '', stderr: '' };
      };
      const report = await judgeRegression(
        { ...settings, pool: 'pool.txt' },
        portsOf({ ...world(0, []), run }),
      );
      expect(report).toMatchObject({ verdict, title: expect.stringMatching(title) });
      expect(report.findings.filter(({ rule }) => rule === 'regression/unmatched-samples')).toHaveLength(
        verdict === 'fail' ? 1 : 0,
      );
    });

    it('needs the pool', async () => {
      expect((await judgeRegression(settings, portsOf(world(0, [])))).verdict).toBe('inconclusive');
    });
  });

  it('refuses ids that would break the list of ids', async () => {
    const odd = { [results]: jsonl(rows({ n: 20, extra: (i) => ({ id: `a\n${i}` }) })) };
    const report = await judgeRegression(settings, portsOf({ base: odd, run: evaluator([], []) }));
    expect(report.findings.map(({ message }) => message).join(' ')).toMatch(/contains a line break/);
  });

  it('has no pass without a baseline', async () => {
    const report = await judgeRegression(settings, portsOf({ run: evaluator(rows(), []) }));
    expect(report.verdict).toBe('inconclusive');
  });
});

describe('commandLine', () => {
  it.each([
    ['eval {ids} {out}', { program: 'eval', args: ['/i $&', '/o'] }],
    ['"my eval" --ids={ids} \'{out}\'', { program: 'my eval', args: ['--ids=/i $&', '/o'] }],
    [
      'C:\\py\\python.exe "C:\\my evals\\e.py" --ids="{ids}" --name=\'a b\'c {out}',
      {
        program: 'C:\\py\\python.exe',
        args: ['C:\\my evals\\e.py', '--ids=/i $&', '--name=a bc', '/o'],
      },
    ],
    ['eval "{ids} {out}', 'a quote in regression.evaluate is never closed'],
    [
      'eval {ids} {out} && echo',
      'regression.evaluate is run without a shell, which && is meant for; put the commands in a script',
    ],
    [
      'CUDA_VISIBLE_DEVICES=0 eval {ids} {out}',
      'regression.evaluate begins with CUDA_VISIBLE_DEVICES=, which is meant for a shell; set variables with env: in the workflow',
    ],
    ['eval {ids}; rm -rf / {out}', { program: 'eval', args: ['/i $&;', 'rm', '-rf', '/', '/o'] }],
    ['eval --out {out}', 'regression.evaluate lacks {ids}'],
    ['  ', 'regression.evaluate is empty'],
  ])('%s', (template, expected) => {
    expect(commandLine(template, { ids: '/i $&', out: '/o' }, 'regression.evaluate')).toEqual(expected);
  });
});
