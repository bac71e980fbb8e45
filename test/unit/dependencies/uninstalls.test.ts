/** What commands take away again: it is not there, whatever an earlier command brought. */
import { describe, expect, it } from 'vitest';

import { type Files, judge, movesIn } from './support/world.ts';

/** The same commands in each kind of file that runs them. */
const kinds: Readonly<Record<string, (commands: readonly string[]) => Files>> = {
  'a Dockerfile, a RUN each': (commands) => ({
    Dockerfile: `FROM python:3.12\n${commands.map((one) => `RUN ${one}\n`).join('')}`,
  }),
  'a Dockerfile, in one RUN': (commands) => ({
    Dockerfile: `FROM python:3.12\nRUN ${commands.join(' && \\\n    ')}\n`,
  }),
  'a workflow, a step each': (commands) => ({
    '.github/workflows/train.yml': `on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n${commands.map((one) => `      - run: ${one}\n`).join('')}`,
  }),
  'a shell script': (commands) => ({ 'setup.sh': `set -e\n${commands.join('\n')}\n` }),
};

const torch = 'pip install torch==2.9.1 flash-attn==2.8.3';

interface Case {
  readonly what: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Beside them, at both ends. */
  readonly lists?: Files;
  /** Moves and rules, in the order of the report. */
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'a pin that is taken away from now on',
    before: [torch],
    after: [torch, 'pip uninstall -y flash-attn'],
    says: ['flash-attn 2.8.3 ->  requested'],
  },
  {
    what: 'under another spelling, by another tool',
    before: [torch],
    after: [torch, 'uv pip uninstall Flash_Attn'],
    says: ['flash-attn 2.8.3 ->  requested'],
  },
  {
    what: 'a pin that stays from now on',
    before: [torch, 'pip uninstall --yes flash-attn'],
    after: [torch],
    says: ['flash-attn  -> 2.8.3 requested'],
  },
  {
    what: 'and comes again in another version',
    before: [torch],
    after: [torch, 'pip uninstall -y torch', 'pip install torch==2.10.0'],
    says: ['torch 2.9.1 -> 2.10.0 requested'],
  },
  {
    what: 'and comes again in whatever version is newest',
    before: [torch],
    after: [torch, 'pip uninstall -y torch', 'pip install torch'],
    says: ['torch 2.9.1 ->  requested', 'deps/floats'],
  },
  {
    what: 'before it is installed: as if it were not there',
    before: [torch],
    after: ['pip uninstall -y torch torchvision', torch],
    says: ['deps/uninstalled'],
  },
  {
    what: 'no other command brings back what it needs',
    before: ['pip install torch==2.9.1', 'pip uninstall -y torch'],
    after: ['pip install torch==2.9.1', 'pip uninstall -y torch', 'pip install vllm==0.11.2'],
    says: ['vllm  -> 0.11.2 requested'],
  },
  {
    what: 'what only the run decides',
    before: [torch],
    after: [torch, 'python -c "import apex" || pip uninstall -y flash-attn'],
    says: ['deps/uninstalled'],
  },
  {
    what: 'what no line of the file brought',
    before: ['pip install numpy==2.2.6'],
    after: ['pip install numpy==2.2.6', 'pip uninstall -y transformer-engine rich'],
    says: ['deps/uninstalled'],
  },
  {
    what: 'what is made while it runs',
    before: ['pip install numpy==2.2.6'],
    after: ['pip install numpy==2.2.6', 'pip uninstall -y $(pip freeze)'],
    says: ['deps/unread-installs'],
  },
  {
    what: 'what a list and those that it includes name, in whichever version',
    before: [torch],
    after: [torch, 'pip uninstall -y -r old/remove.txt'],
    lists: { 'old/remove.txt': '-r more.txt\nrich\n', 'old/more.txt': 'flash_attn>=1\n' },
    says: ['flash-attn 2.8.3 ->  requested'],
  },
  {
    what: 'what a list names, and comes again',
    before: [torch],
    after: [
      torch,
      'uv pip uninstall --requirements=remove.txt',
      'pip install torch==2.10.0 flash-attn==2.8.3',
    ],
    lists: { 'remove.txt': 'torch\nflash-attn\n' },
    says: ['torch 2.9.1 -> 2.10.0 requested'],
  },
  {
    what: 'what a list names and a base image brought',
    before: ['pip install numpy==2.2.6'],
    after: ['pip install numpy==2.2.6', 'pip uninstall -y --requirement remove.txt'],
    lists: { 'remove.txt': 'apex\nnumpy==2.2.6\n' },
    says: ['numpy 2.2.6 ->  requested', 'deps/uninstalled'],
  },
  {
    what: 'by short options that stand together',
    before: [torch],
    after: [torch, 'pip uninstall -yrremove.txt'],
    lists: { 'remove.txt': 'flash-attn\n' },
    says: ['flash-attn 2.8.3 ->  requested'],
  },
  {
    what: 'what a list names that is not in the repository',
    before: [torch],
    after: [torch, 'pip uninstall -y -r /opt/remove.txt'],
    says: ['deps/unread-installs'],
  },
  {
    what: 'by conda',
    before: ['conda install -y pytorch=2.5.1'],
    after: ['conda install -y pytorch=2.5.1', 'conda remove -y --force pytorch'],
    says: ['pytorch 2.5.1 ->  requested'],
  },
  {
    what: 'of the operating system',
    before: ['apt-get install -y libnccl2=2.21.5-1+cuda12.4'],
    after: ['apt-get install -y libnccl2=2.21.5-1+cuda12.4', "apt-get purge -y 'libnccl*'"],
    says: ['os:libnccl2 2.21.5-1+cuda12.4 ->  requested'],
  },
];

const table = Object.entries(kinds).flatMap(([kind, files]) => cases.map((one) => ({ ...one, kind, files })));

describe('pip uninstall', () => {
  it.each(table)('$kind: $what', async ({ files, before, after, lists, says }) => {
    const report = await judge({ ...lists, ...files(before) }, { ...lists, ...files(after) });
    const moves = movesIn(report)
      .filter(({ watched }) => watched)
      .map((one) => `${one.name} ${one.before.join('|')} -> ${one.after.join('|')} ${one.class}`);
    expect([...moves, ...report.findings.map(({ rule }) => rule)]).toEqual(says);
  });

  it('leaves alone what lies in another place', async () => {
    const stages = (...more: readonly string[]): Files => ({
      Dockerfile: ['FROM python:3.12 AS base', `RUN ${torch}`, 'FROM base AS slim', ...more, ''].join('\n'),
    });
    const report = await judge(stages(), stages('RUN pip uninstall -y flash-attn'));
    expect([movesIn(report), report.findings.map(({ rule, line }) => `${line} ${rule}`)]).toEqual([
      [],
      ['4 deps/uninstalled'],
    ]);
  });

  it('breaks no pair with what is not there', async () => {
    const file = (run: string): Files => ({ Dockerfile: `FROM python:3.12\n${run}` });
    const both = 'RUN pip install torch==2.9.1 torchvision==0.23.0\nRUN pip uninstall -y torchvision\n';
    const report = await judge(file(''), file(both));
    expect(report.findings).toEqual([]);
  });
});
