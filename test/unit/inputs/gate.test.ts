import { describe, expect, it } from 'vitest';
import { judgeInputDrift } from '../../../src/inputs/gate/detect-input-drift.ts';
import { fingerprintText, readSide, sourceOf } from '../../../src/inputs/index.ts';
import { inputDefaults, type InputSettings } from '../../../src/inputs/settings.ts';
import { compareFiles, fingerprintFiles } from '../../../src/inputs/gate/compare-files.ts';
import { portsOf, tree, type World } from '../regression/gate-ports.ts';

const samples = (first = 5, count = 3): string =>
  Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ id: `s${i}`, input_ids: [first, 6, 7 + i] })}\n`,
  ).join('');
const ok = { exitCode: 0, stdout: '', stderr: '' };
const command = 'python fingerprint.py --out {out}';

const judge = (settings: Partial<InputSettings>, world: World) =>
  judgeInputDrift({ ...inputDefaults, ...settings }, portsOf(world));
/** Writes what the head and the base are fed. */
const program =
  (head: string, ...base: readonly string[]): NonNullable<World['run']> =>
  (args, scratch, cwd) => {
    const out = args[2] ?? '';
    scratch.set(out, cwd === undefined ? head : (base[out.endsWith('again') ? 1 : 0] ?? base[0] ?? ''));
    return ok;
  };

describe('files of an earlier step', () => {
  const settings = { candidate: ['inputs/*.jsonl'] };
  it.each<[string, World, string, string[]]>([
    [
      'the same',
      { base: { 'inputs/a.jsonl': samples() }, disk: { 'inputs/a.jsonl': samples() } },
      'pass',
      [],
    ],
    [
      'other tokens',
      { base: { 'inputs/a.jsonl': samples() }, disk: { 'inputs/a.jsonl': samples(9) } },
      'fail',
      ['inputs/changed'],
    ],
    [
      'none at the merge base',
      { disk: { 'inputs/a.jsonl': samples() } },
      'inconclusive',
      ['inputs/no-baseline'],
    ],
    ['none now', { base: { 'inputs/a.jsonl': samples() } }, 'fail', ['inputs/no-candidate']],
    [
      'fewer samples',
      { base: { 'inputs/a.jsonl': samples() }, disk: { 'inputs/a.jsonl': samples(5, 2) } },
      'fail',
      ['inputs/other-samples'],
    ],
    [
      'a broken file',
      { base: { 'inputs/a.jsonl': samples() }, disk: { 'inputs/a.jsonl': '{"id":' } },
      'fail',
      ['inputs/unreadable'],
    ],
  ])('%s', async (_, world, verdict, rules) => {
    const report = await judge(settings, world);
    expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual([verdict, rules]);
  });

  it.each([['{"id":'], [samples(5).replaceAll('"id":"', '"id":"other ')]])(
    'say nothing of tensors without a sample on both sides: %s',
    async (now) => {
      const world = { base: { 'inputs/a.jsonl': samples() }, disk: { 'inputs/a.jsonl': now } };
      const { verdict, facts } = await judge(settings, world);
      expect([verdict, facts.tensors, facts.samples]).toEqual(['fail', [], 0]);
    },
  );

  it('are compared with the baseline that the policy names, of the merge base alone', async () => {
    const world = {
      base: { 'main.jsonl': samples() },
      disk: { 'inputs/a.jsonl': samples(9), 'main.jsonl': samples(9) },
    };
    expect((await judge({ ...settings, baseline: ['main.jsonl'] }, world)).verdict).toBe('fail');
  });
});

describe('a command', () => {
  it('is run for the head and twice for the merge base', async () => {
    const runs: string[] = [];
    const run: World['run'] = (args, scratch, cwd) => {
      runs.push(`${cwd ?? 'head'} ${args.join(' ')}`);
      scratch.set(args[2] ?? '', samples());
      return ok;
    };
    expect((await judge({ command }, { run, checkout: true })).verdict).toBe('pass');
    expect(runs).toEqual([
      'head fingerprint.py --out /scratch/candidate',
      '/base fingerprint.py --out /scratch/baseline',
      '/base fingerprint.py --out /scratch/baseline-again',
    ]);
  });

  it('is not run for a merge base whose fingerprint is committed', async () => {
    const run = program(samples(9));
    const report = await judge(
      { command, baseline: ['inputs.jsonl'] },
      { run, base: { 'inputs.jsonl': samples() } },
    );
    expect(report.facts.tokens).toMatchObject({ changed: 3, first: 0 });
  });

  it('finds its file with the ending that it has behind {out}', async () => {
    const run: World['run'] = (args, scratch) => {
      scratch.set(args[2] ?? '', samples());
      return ok;
    };
    const report = await judge(
      { command: 'python f.py --out {out}.jsonl' },
      { run, base: { 'a.jsonl': samples() }, checkout: true },
    );
    expect(report.verdict).toBe('pass');
  });

  const noisy = (seed: number): string =>
    Array.from(
      { length: 3 },
      (_, i) =>
        `${JSON.stringify({ id: `s${i}`, features: Array.from({ length: 64 }, (__, j) => Math.sin(i + j) + 0.02 * Math.sin(seed * (j + 1))) })}\n`,
    ).join('');

  it('teaches what is noise, and tells of what is drawn at random', async () => {
    const run = program(noisy(3), noisy(1), noisy(2));
    const learned = await judge({ command }, { run, checkout: true });
    expect([learned.verdict, learned.findings.map(({ rule }) => rule)]).toEqual([
      'pass',
      ['inputs/unsteady'],
    ]);
    expect((await judge({ command, noise: 'defaults' }, { run, checkout: true })).verdict).toBe('fail');
  });

  it.each<[string, Partial<InputSettings>, World, RegExp]>([
    [
      'fails',
      { command },
      {
        run: () => ({
          exitCode: 1,
          stdout: '',
          stderr: 'Traceback\nModuleNotFoundError: No module named decord\n',
        }),
      },
      /exit code 1: ModuleNotFoundError/,
    ],
    ['is not there', { command }, { run: () => undefined }, /the program python is not there/],
    ['writes nothing', { command }, { run: () => ok }, /ended without writing \{out\}/],
    ['has no {out}', { command: 'python f.py' }, {}, /inputs\.command lacks \{out\}/],
    [
      'hangs',
      { command, timeBudget: 1 },
      { run: () => ({ exitCode: -1, stdout: '', stderr: '' }), tick: 120_000 },
      /time budget \(inputs\.time-budget\)/,
    ],
    [
      'writes other samples for the base',
      { command },
      { run: program(samples(), samples(5, 2)), checkout: true },
      /1 sample is not in the baseline: s2/,
    ],
  ])('that %s fails the gate', async (_, settings, world, message) => {
    const report = await judge(settings, world);
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]?.message).toMatch(message);
  });

  it('without a merge base decides nothing', async () => {
    expect((await judge({ command }, { run: program(samples()) })).verdict).toBe('inconclusive');
  });
});

describe('what the ledger keeps of the merge base', () => {
  const features = (noise: number): string =>
    `${JSON.stringify({ id: 's0', features: Array.from({ length: 64 }, (_, j) => Math.sin(j) + noise * Math.cos(7 * j)) })}\n`;
  const printed = async (text: string, noise?: Record<string, number>): Promise<string> => {
    const { fingerprints } = await readSide([sourceOf('a.jsonl', new TextEncoder().encode(text))]);
    return fingerprintText({ ...fingerprints, ...(noise && { noise: new Map(Object.entries(noise)) }) });
  };

  it('is compared, and the command does not run for it', async () => {
    const ports = portsOf({ run: program(samples(9)), fed: { text: await printed(samples()) } });
    const { verdict, facts } = await judgeInputDrift({ ...inputDefaults, command }, ports);
    expect([verdict, facts.tokens.changed]).toEqual(['fail', 3]);
    expect(ports.scratchFiles.get(facts.fingerprint ?? '')).toBe(await printed(samples(9)));
  });

  it.each([
    ['more than its noise', 0, 'fail'],
    ['no more than its noise', 1e-3, 'pass'],
  ])('says what is noise: %s', async (_, noise, verdict) => {
    const fed = { text: await printed(features(0), { features: noise }) };
    const ports = portsOf({ run: program(features(2e-3)), fed });
    const report = await judgeInputDrift({ ...inputDefaults, command }, ports);
    expect(report.verdict).toBe(verdict);
    // It is handed on with what the head is fed.
    expect(ports.scratchFiles.get(report.facts.fingerprint ?? '')).toContain(`"noise":{"features":${noise}}`);
  });

  it('gives way to a run where it is of another merge, and stands in where nothing can be run', async () => {
    const fed = { text: await printed(samples(8)), merges: 2 };
    const ran = await judge({ command }, { run: program(samples(), samples()), checkout: true, fed });
    expect(ran.verdict).toBe('pass');
    const report = await judge({ candidate: ['a.jsonl'] }, { disk: { 'a.jsonl': samples(8) }, fed });
    expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual([
      'pass',
      ['inputs/older-baseline'],
    ]);
  });

  it('that cannot be read is not nothing', async () => {
    const report = await judge(
      { candidate: ['a.jsonl'] },
      { disk: { 'a.jsonl': samples() }, fed: 'unreadable' },
    );
    expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual([
      'inconclusive',
      ['inputs/no-baseline', 'inputs/unread-ledger'],
    ]);
  });
});

describe('a merge', () => {
  it('runs nothing in a job that may write, and says that it is due', async () => {
    const { verdict, facts } = await judge({ command, merged: true }, { run: () => expect.fail('it ran') });
    expect([verdict, facts.due]).toEqual(['skipped', true]);
    expect((await judge({ candidate: ['a.jsonl'], merged: true }, {})).verdict).toBe('skipped');
  });

  it('is run twice where nobody knows yet how noisy it is', async () => {
    const files = new Map<string, string>();
    const run: World['run'] = (args, scratch) => {
      files.set(args[2] ?? '', '');
      scratch.set(args[2] ?? '', samples());
      return ok;
    };
    const { facts } = await judge({ command, recording: true }, { run });
    expect([...files.keys()]).toEqual(['/scratch/candidate', '/scratch/candidate-again']);
    expect(facts.fingerprint).toBe('/kept/inputs.jsonl');
  });
});

it('shows token ids as text by the vocabulary of the change', async () => {
  const vocab = { model: { vocab: { a: 5, b: 6, c: 7, d: 8, e: 9 } } };
  const disk = { 'a.jsonl': samples(9), 'model/tokenizer.json': JSON.stringify(vocab) };
  const { facts } = await judge({ candidate: ['a.jsonl'] }, { base: { 'a.jsonl': samples() }, disk });
  expect(facts.tokens.at).toMatchObject({ baselineText: 'abc', candidateText: 'ebc' });
});

describe('a change', () => {
  const settings = { candidate: ['a.jsonl'] };
  const world = { base: { 'a.jsonl': samples() }, disk: { 'a.jsonl': samples(9) } };
  it('may say that a tensor changes, by its kind', async () => {
    const kind = (await judge(settings, world)).facts.tensors[0]?.kind ?? '';
    const commits = [`Update the template\n\nInput-Change: input_ids ${kind}\n`];
    const report = await judge(settings, { ...world, commits });
    expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual(['pass', ['inputs/declared']]);
    expect(
      (await judge(settings, { ...world, commits: ['x\n\nInput-Change: input_ids nan\n'] })).verdict,
    ).toBe('fail');
    expect(
      (await judge(settings, { ...world, commits: [`x\n\nInput-Change: labels ${kind}\n`] })).verdict,
    ).toBe('fail');
  });

  it('is shown with what changed beside it', async () => {
    const changed = [
      'model/preprocessor_config.json',
      'uv.lock',
      'data/loader.py',
      'tests/test_loader.py',
      'README.md',
    ];
    const { findings } = await judge({ ...settings, harmless: ['README.md'] }, { ...world, changed });
    expect(findings[0]?.message).toContain(
      'Beside it changed the processor (model/preprocessor_config.json), packages, which detect-dep-drift judges (uv.lock) and code (data/loader.py).',
    );
    expect(findings[0]?.file).toBe('model/preprocessor_config.json');
  });

  it('on which nothing depends is skipped, and so is what nobody set up', async () => {
    expect(
      (await judge({ ...settings, harmless: ['*.md'] }, { ...world, changed: ['README.md'] })).verdict,
    ).toBe('skipped');
    expect((await judge({}, world)).verdict).toBe('skipped');
  });
});

describe('a second run of the same files', () => {
  /** Numbers of which every other one is larger by a share. */
  const wobbly = (share: number): string =>
    [0, 1, 2]
      .map((i) => {
        const row = Array.from({ length: 64 }, (_, at) => Math.sin(i + at) * (at % 2 === 0 ? 1 : 1 + share));
        return `${JSON.stringify({ id: `s${i}`, audio_features: row })}\n`;
      })
      .join('');
  const of = (text: string) => tree('files', { 'inputs.jsonl': text });
  const verdictWith = async (again?: string): Promise<string | undefined> => {
    const { text } = await fingerprintFiles(of(wobbly(0)), again === undefined ? undefined : of(again));
    return (await compareFiles(of(text), of(wobbly(0.015)))).facts.tensors[0]?.verdict;
  };

  it('says what of a fingerprint is noise', async () => {
    expect(await verdictWith()).toBe('changed');
    expect(await verdictWith(wobbly(0.01))).toBe('numeric noise');
    expect(await verdictWith(wobbly(0.001))).toBe('changed');
  });

  it('that cannot be read is reported', async () => {
    const { unread } = await fingerprintFiles(of(wobbly(0)), of('{"id":'));
    expect(unread).toHaveLength(1);
  });

  it('says so in a repository too, where an earlier step writes the files', async () => {
    const { text } = await fingerprintFiles(of(wobbly(0)), of(wobbly(0.01)));
    const world = { base: { 'main.jsonl': text }, disk: { 'now.jsonl': wobbly(0.015) } };
    const { verdict, facts } = await judge({ candidate: ['now.jsonl'], baseline: ['main.jsonl'] }, world);
    expect([verdict, facts.tensors[0]?.verdict]).toEqual(['pass', 'numeric noise']);
  });
});
