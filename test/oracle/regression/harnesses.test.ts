/**
 * Result files written by the harnesses themselves (`harnesses.py`), read here: samples, scores and totals are those that the harness
 * says. Each part skips itself without its tools.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAllResults, type ResultSet } from '../../../src/regression/index.ts';

const program = path.join(import.meta.dirname, 'harnesses.py');
const python = process.env['EVALUATION_PYTHON'];
const lmEval = process.env['LM_EVAL_PYTHON'];
const promptfoo = process.env['PROMPTFOO'];
const evalplus = process.env['EVALPLUS_PYTHON'];
const ragas = process.env['RAGAS_PYTHON'];
const lightEval = process.env['LIGHTEVAL_PYTHON'];
for (const [name, tool] of Object.entries({
  'inspect_ai, deepeval and pyarrow': python,
  lm_eval: lmEval,
  promptfoo,
  evalplus,
  ragas,
  'lighteval and mteb': lightEval,
}))
  if (tool === undefined) console.log(`skipped: ${name} is not here`);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'harness-'));
  folders.push(folder);
  return folder;
}

/** What a harness says of the files that it wrote into the folder. */
function written(interpreter: string, name: string, folder: string): unknown {
  const { status, stdout, stderr } = spawnSync(interpreter, [program, name, folder], {
    encoding: 'utf8',
    env: {
      ...process.env,
      HF_HUB_OFFLINE: '1',
      HF_HOME: folder,
      HOME: folder,
      DEEPEVAL_TELEMETRY_OPT_OUT: 'YES',
    },
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr.slice(-2000));
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n')));
}

const read = (folder: string, name: string): Promise<ResultSet> =>
  readAllResults([{ path: name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) }]);

interface Said {
  readonly id: string;
  readonly score: number | null;
  readonly error?: boolean;
  readonly limit?: boolean;
  readonly pass?: boolean;
  readonly length?: number;
}

describe.skipIf(python === undefined)('written in Python', () => {
  it('inspect: both of its logs say the same of every epoch, with errors and limits', async () => {
    const folder = newFolder();
    const said = written(python ?? '', 'inspect_ai', folder) as Said[];
    for (const name of ['log.eval', 'log.json']) {
      const { samples, findings, setup } = await read(folder, name);
      expect(findings).toEqual([]);
      expect(
        said.map(({ id }) => {
          const sample = samples.get(id);
          return { id, score: sample?.scores.get('match') ?? null, status: sample?.status };
        }),
      ).toEqual(
        said.map(({ id, score, error, limit }) => ({
          id,
          score,
          status:
            error === true
              ? 'error'
              : limit === true
                ? 'truncated'
                : id.startsWith('6')
                  ? 'truncated'
                  : undefined,
        })),
      );
      expect(samples.size).toBe(said.length);
      expect(samples.get('1')?.scores.get('parts.b')).toBe(0.25);
      expect(setup.get('temperature')).toBe('0.5');
    }
  });

  it('DeepEval: whether each case passes', async () => {
    const folder = newFolder();
    const said = written(python ?? '', 'deepeval', folder) as Said[];
    const { samples, findings } = await read(folder, 'results.json');
    expect(findings).toEqual([]);
    expect([...samples.values()].map(({ id, scores }) => [id, ...scores.values()])).toEqual(
      said.map(({ id, pass, score }) => [id, Number(pass), score]),
    );
  });

  it('pyarrow: the same rows from every codec, version of pages and encoding', async () => {
    const folder = newFolder();
    const said = written(python ?? '', 'parquet', folder) as Said[];
    const files = readdirSync(folder);
    expect(files.length).toBe(17);
    for (const name of files) {
      const { samples, findings } = await read(folder, name);
      expect(findings).toEqual([]);
      expect(
        [...samples.values()].map(({ id, scores }) => [id, scores.get('em'), scores.get('length')]),
      ).toEqual(said.map(({ id, score, length }) => [id, score, length]));
    }
  });
});

describe.skipIf(lmEval === undefined)('written by lm-eval', () => {
  it('its samples and its totals agree', async () => {
    const folder = newFolder();
    const said = written(lmEval ?? '', 'lm_eval', folder) as { total: number; samples: Said[] };
    const file = (start: string): string => readdirSync(folder).find((name) => name.startsWith(start)) ?? '';
    const { samples, findings } = await read(folder, file('samples_'));
    expect(findings).toEqual([]);
    expect([...samples.values()].map(({ id, scores }) => [id, scores.get('exact_match')])).toEqual(
      said.samples.map(({ id, score }) => [id, score]),
    );
    const totals = await read(folder, file('results_'));
    expect(totals.findings).toEqual([]);
    expect(totals.aggregates.get('own.exact_match,none')).toMatchObject({
      value: said.total,
      n: said.samples.length,
    });
  });
});

describe.skipIf(evalplus === undefined)('written by EvalPlus', () => {
  it('whether each completion passes the tests of both kinds', async () => {
    const folder = newFolder();
    const said = written(evalplus ?? '', 'evalplus', folder) as { base: boolean; plus: boolean }[];
    const { samples, findings } = await read(folder, 'own_eval_results.json');
    expect(findings).toEqual([]);
    expect(
      [...samples.values()].map(({ scores }) => [scores.get('pass@1'), scores.get('pass@1,plus')]),
    ).toEqual(said.map(({ base, plus }) => [Number(base), Number(plus)]));
    expect([...samples.keys()].slice(0, 2)).toEqual(['HumanEval/0', 'HumanEval/0/repeat 2']);
  });
});

describe.skipIf(ragas === undefined)('written by ragas', () => {
  it('its metric of each question, in every form in which pandas writes it', async () => {
    const folder = newFolder();
    const said = written(ragas ?? '', 'ragas', folder) as Said[];
    const files = readdirSync(folder).filter((name) => /^(?:own|bare)\./.test(name));
    expect(files).toHaveLength(5);
    for (const name of files) {
      const { samples, findings } = await read(folder, name);
      expect(findings).toEqual([]);
      expect([...samples.values()].map(({ scores }) => scores.get('exact_match'))).toEqual(
        said.map(({ score }) => score),
      );
    }
  });
});

describe.skipIf(lightEval === undefined)('written by lighteval and mteb', () => {
  it('lighteval: its details and its totals agree', async () => {
    const folder = newFolder();
    const said = written(lightEval ?? '', 'lighteval', folder) as { total: number; samples: Said[] };
    const { samples, findings } = await read(folder, 'details.parquet');
    expect(findings).toEqual([]);
    expect([...samples.values()].map(({ id, scores }) => [id, scores.get('em')])).toEqual(
      said.samples.map(({ id, score }) => [id, score]),
    );
    const totals = await read(folder, 'results.json');
    expect(totals.findings).toEqual([]);
    expect(totals.aggregates.get('own|0.em')?.value).toBe(said.total);
    expect(totals.aggregates.get('own|0.em')?.standardError).toBeGreaterThan(0);
    expect(totals.setup.get('temperature')).toBe('0.5');
  });

  it('mteb: the main score of each split and subset, and others where they are asked for', async () => {
    const folder = newFolder();
    const said = written(lightEval ?? '', 'mteb', folder) as Record<string, number>;
    const totals = new Map<string, number>();
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const { aggregates, findings, setup } = await read(folder, name);
      expect(findings).toEqual([]);
      expect(setup.get('harness version')).toMatch(/^\d+\./);
      for (const { name: total, value, secondary } of aggregates.values())
        if (secondary !== true) totals.set(total.replace(/\.main_score$/, ''), value);
    }
    expect(Object.fromEntries(totals)).toEqual(said);
  });
});

const config = `
description: own
prompts: ['Say {{q}}']
providers: [{ id: 'file://provider.cjs' }]
tests:
${Array.from({ length: 6 }, (_, i) => `  - { vars: { q: q${i} }, assert: [{ type: equals, value: 'Say q${i % 2 === 0 ? i : 'x'}' }] }`).join('\n')}
`;

/** Says what it is asked to, and breaks down at the last question. */
const provider = `module.exports = class {
  id() { return 'own'; }
  async callApi(prompt) { return prompt.includes('q5') ? { error: 'call timed out' } : { output: prompt }; }
};`;

describe.skipIf(promptfoo === undefined)('written by promptfoo', () => {
  it('JSON, JSON lines, YAML and CSV say the same', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'promptfooconfig.yaml'), config);
    writeFileSync(path.join(folder, 'provider.cjs'), provider);
    const files = ['out.json', 'out.jsonl', 'out.yaml', 'out.csv'];
    spawnSync(
      process.execPath,
      [
        promptfoo ?? '',
        'eval',
        '--no-cache',
        '--no-progress-bar',
        '--no-table',
        ...files.flatMap((name) => ['-o', name]),
      ],
      {
        cwd: folder,
        env: {
          ...process.env,
          PROMPTFOO_CONFIG_DIR: path.join(folder, 'home'),
          PROMPTFOO_DISABLE_TELEMETRY: '1',
          PROMPTFOO_DISABLE_UPDATE: '1',
          PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
        },
      },
    );
    for (const name of files) {
      const { samples, findings } = await read(folder, name);
      expect(findings).toEqual([]);
      expect([...samples.values()].map(({ scores, status }) => [scores.get('pass_rate'), status])).toEqual([
        [1, undefined],
        [0, undefined],
        [1, undefined],
        [0, undefined],
        [1, undefined],
        [0, name === 'out.csv' ? 'error' : 'timeout'],
      ]);
    }
  });
});
