/** Lists that repeat a lock or close over an `.in` file are results, whatever their first line says. */
import { describe, expect, it } from 'vitest';

import { poetryLock, pyproject, uvLock } from './support/locks.ts';
import { type Files, judge, movesIn } from './support/world.ts';

const deep = ['filelock 3.0', 'fsspec 2025.1', 'jinja2 3.1', 'networkx 3.4', 'sympy 1.13'];
const listOf = (items: readonly string[]): string =>
  items.map((item) => `${item.replace(' ', '==')}\n`).join('');
const torch = (version: string): readonly string[] => [`torch ${version}`, ...deep];
const manifest = { 'pyproject.toml': pyproject(['torch>=2.6']) };
const uv = (version: string, list: string): Files => ({
  ...manifest,
  'uv.lock': uvLock(...torch(version)),
  'requirements.txt': list,
});
const moved = (report: Awaited<ReturnType<typeof judge>>): readonly string[] =>
  movesIn(report).map(({ file, name, class: kind, consequence }) => `${file} ${name} ${kind} ${consequence}`);

describe('a list that repeats the lock beside it', () => {
  it('asks for nothing, and is reported with the lock', async () => {
    const report = await judge(uv('2.9.1', listOf(torch('2.9.1'))), uv('2.10.0', listOf(torch('2.10.0'))));
    expect(moved(report)).toEqual([
      'requirements.txt torch unexplained pass',
      'uv.lock torch unexplained fail',
    ]);
    expect(report.findings).toMatchObject([{ file: 'uv.lock', severity: 'error' }]);
  });

  it('is put back together with it', async () => {
    const report = await judge(uv('2.9.1', listOf(torch('2.9.1'))), uv('2.10.0', listOf(torch('2.10.0'))));
    expect(report.findings[0]?.help).toMatch(
      /`uv lock --upgrade-package 'torch==2\.9\.1'`, then `uv export --no-hashes -o requirements\.txt`/,
    );
  });

  it('as it was at the base, though a line was edited', async () => {
    const report = await judge(
      uv('2.9.1', listOf(torch('2.9.1'))),
      uv('2.10.0', listOf(torch('2.10.0')).replace('fsspec==2025.1', 'fsspec>=2025')),
    );
    expect(moved(report)).toContain('uv.lock torch unexplained fail');
  });

  it('in the folder below', async () => {
    const list = (version: string): Files => ({
      ...manifest,
      'uv.lock': uvLock(...torch(version)),
      'docker/requirements.txt': listOf(torch(version)),
    });
    expect(moved(await judge(list('2.9.1'), list('2.10.0')))).toContain(
      'docker/requirements.txt torch unexplained pass',
    );
  });

  it('has moves of its own where it leaves the lock', async () => {
    const report = await judge(uv('2.9.1', listOf(torch('2.9.1'))), uv('2.9.1', listOf(torch('2.10.0'))));
    expect(moved(report)).toEqual(['requirements.txt torch unexplained fail']);
  });

  it('passes where it catches up with it', async () => {
    const report = await judge(uv('2.9.1', listOf(torch('2.8.0'))), uv('2.9.1', listOf(torch('2.9.1'))));
    expect([report.verdict, moved(report)]).toEqual(['pass', ['requirements.txt torch forced pass']]);
  });

  it('shares the causes that the lock shows', async () => {
    const state = (transformers: string, tokenizers: string): Files => ({
      'pyproject.toml': pyproject([`transformers==${transformers}`]),
      'poetry.lock': poetryLock({
        [`transformers ${transformers}`]: { tokenizers: `==${tokenizers}`, filelock: '*', regex: '*' },
        [`tokenizers ${tokenizers}`]: { 'huggingface-hub': '*' },
        'huggingface-hub 0.34.0': { filelock: '*' },
        'filelock 3.0': {},
        'regex 2025.1': {},
      }),
      'requirements.txt': listOf([
        'filelock 3.0',
        'huggingface-hub 0.34.0',
        'regex 2025.1',
        `tokenizers ${tokenizers}`,
        `transformers ${transformers}`,
      ]),
    });
    const report = await judge(state('4.56.2', '0.22.0'), state('4.57.1', '0.22.1'));
    expect([report.verdict, moved(report)]).toEqual([
      'pass',
      [
        'poetry.lock tokenizers forced warn',
        'poetry.lock transformers requested pass',
        'requirements.txt tokenizers forced pass',
        'requirements.txt transformers requested pass',
      ],
    ]);
  });
});

describe("a person's list beside a lock", () => {
  const own: readonly (readonly [what: string, list: (version: string) => string])[] = [
    ['names what the project names', (version) => `torch==${version}\n`],
    [
      'pins more than the lock holds',
      (version) => `torch==${version}\nrich==13.0\ntyper==0.1\nattrs==25.1\n`,
    ],
    ['has ranges', (version) => `${listOf(torch(version))}rich>=13\n`],
  ];
  it.each(own)('%s', async (_, list) => {
    const report = await judge(uv('2.9.1', list('2.9.1')), uv('2.10.0', list('2.10.0')));
    expect(moved(report)).toEqual(['requirements.txt torch requested pass', 'uv.lock torch requested pass']);
  });
});

describe('a list beside the .in file that it closes over', () => {
  const lists = (version: string, asked = 'torch\n'): Files => ({
    'requirements.in': asked,
    'requirements.txt': listOf(torch(version)),
  });
  it('is a result', async () => {
    const report = await judge(lists('2.9.1'), lists('2.10.0'));
    expect(report.findings).toMatchObject([
      {
        file: 'requirements.txt',
        severity: 'error',
        help: expect.stringMatching(
          /uv pip compile requirements\.in -o requirements\.txt --upgrade-package 'torch==2\.9\.1'/,
        ),
      },
    ]);
  });

  it('moves as the .in file asks', async () => {
    const report = await judge(lists('2.9.1', 'torch==2.9.1\n'), lists('2.10.0', 'torch==2.10.0\n'));
    expect(report.verdict).toBe('pass');
  });

  it('is none where it lacks what is asked for', async () => {
    const report = await judge(lists('2.9.1', 'vllm\n'), lists('2.10.0', 'vllm\n'));
    expect(moved(report)).toEqual(['requirements.txt torch requested pass']);
  });
});
