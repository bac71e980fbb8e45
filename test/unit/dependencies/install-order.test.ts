/** Commands of one file whose installs override each other. */
import { describe, expect, it } from 'vitest';

import { type Files, judge } from './support/world.ts';

const image = 'FROM nvidia/cuda:12.8.0-devel-ubuntu22.04\n';
const torch = 'RUN pip install torch==2.5.1 torchvision==0.20.1\n';

function dockerfile(...runs: readonly string[]): Files {
  return { Dockerfile: image + runs.map((run) => `RUN ${run}\n`).join('') };
}

async function order(before: Files, after: Files): Promise<readonly string[]> {
  const { findings } = await judge(before, after);
  return findings
    .filter(({ rule }) => rule === 'deps/install-order' || rule === 'deps/broken-pair')
    .map(({ rule, line, message }) => `${line} ${rule.slice(5)} ${message}`);
}

/** One that fits, or none. */
function expectOnly(found: readonly string[], wanted: RegExp | undefined): void {
  const all = wanted === undefined ? [] : [wanted];
  expect(found).toEqual(all.map((one) => expect.stringMatching(one)));
}

describe('a later command of an image', () => {
  const cases: readonly (readonly [
    what: string,
    before: readonly string[],
    added: string,
    wanted: RegExp | undefined,
  ])[] = [
    [
      'that needs another version',
      ['pip install torch==2.5.1'],
      'pip install vllm==0.10.0',
      /^3 install-order vllm is installed after torch ==2\.5\.1, in a command of its own: it brings the torch/,
    ],
    [
      'that does not allow it',
      ['pip install numpy==1.26.4'],
      'pip install "numpy>=2"',
      /^3 install-order numpy >=2 is installed after numpy ==1\.26\.4, .* does not allow that version/,
    ],
    [
      'that upgrades it',
      ['pip install peft==0.15.0'],
      'python -m pip install --upgrade peft',
      /^3 install-order peft is installed after peft ==0\.15\.0, .*--upgrade/,
    ],
    [
      'that installs it anew',
      ['pip install numpy==1.26.4'],
      'uv pip install --reinstall numpy',
      /^3 install-order numpy/,
    ],
    ['that allows it', ['pip install numpy==1.26.4'], 'pip install "numpy<2"', undefined],
    ['that names it again', ['pip install numpy==1.26.4'], 'pip install numpy', undefined],
    [
      'that pins another version, which a person wrote',
      ['pip install numpy==1.26.4'],
      'pip install numpy==2.2.0',
      undefined,
    ],
    ['under a constraint file', ['pip install numpy==1.26.4'], 'pip install -c c.txt "numpy>=2"', undefined],
    [
      'into a folder of its own',
      ['pip install numpy==1.26.4'],
      'pip install --target /opt/x "numpy>=2"',
      undefined,
    ],
    [
      'into another environment',
      ['pip install numpy==1.26.4'],
      '/opt/serve/bin/pip install "numpy>=2"',
      undefined,
    ],
    ['that only makes a wheel', ['pip install torch==2.5.1'], 'pip wheel vllm', undefined],
    [
      'after which it is pinned again',
      ['pip install torch==2.5.1', 'pip install peft==0.15.0'],
      'pip install vllm==0.10.0 && pip install torch==2.5.1',
      undefined,
    ],
    [
      'on the other side of a condition',
      ['if [ "$OLD" ]; then pip install numpy==1.26.4; fi'],
      'if [ -z "$OLD" ]; then pip install "numpy>=2"; fi',
      undefined,
    ],
  ];
  it.each(cases)('%s', async (_, before, added, wanted) => {
    const found = await order(dockerfile(...before), dockerfile(...before, added));
    expectOnly(found, wanted);
  });

  it('is nothing that this change brought where it stood there before', async () => {
    const runs = ['pip install numpy==1.26.4', 'pip install "numpy>=2"'];
    expect(await order(dockerfile(...runs), dockerfile(...runs, 'pip install rich'))).toEqual([]);
  });
});

describe('stages and jobs', () => {
  const stages = (from: string, added: string): Files => ({
    Dockerfile: `FROM a.example/x:1 AS train\nRUN pip install torch==2.5.1\nFROM ${from} AS serve\nRUN pip install peft==0.15.0\n${added}`,
  });
  it.each([
    ['one made from another has what that installs', 'train', ['5 install-order']],
    ['one made from an image has not', 'b.example/y:2', []],
  ])('%s', async (_, from, wanted) => {
    const found = await order(stages(from, ''), stages(from, 'RUN pip install vllm==0.10.0\n'));
    expect(found.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(wanted);
  });

  const job = (name: string, ...runs: readonly string[]): string =>
    `  ${name}:\n    runs-on: x\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`;
  const workflow = (...jobs: readonly string[]): Files => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n${jobs.join('')}`,
  });
  it.each([
    [
      'steps of one job follow each other',
      workflow(job('a', 'pip install torch==2.5.1', 'pip install vllm')),
      1,
    ],
    [
      'other jobs have machines of their own',
      workflow(job('a', 'pip install torch==2.5.1'), job('b', 'pip install vllm')),
      0,
    ],
  ])('%s', async (_, after, wanted) => {
    const before = workflow(job('a', 'pip install torch==2.5.1'));
    expect(await order(before, after)).toHaveLength(wanted);
  });
});

describe('what is there in the end', () => {
  it.each([
    ['the last of each fit', `${torch}RUN pip install torch==2.6.0 torchvision==0.21.0\n`, []],
    [
      'the last torch does not fit',
      `${torch}RUN pip install torch==2.6.0\n`,
      [/broken-pair .*torch 2\.6\.0 goes with torchvision ==0\.21\.0/],
    ],
    ['nor without its needs', `${torch}RUN pip install --no-deps torch==2.6.0\n`, [/broken-pair/]],
    [
      'one side of a condition replaces nothing',
      `${torch}RUN if [ "$NEW" ]; then pip install torch==2.6.0; fi\n`,
      [],
    ],
    [
      'each stage has its own',
      `${torch}FROM b.example/y:2\nRUN pip install torch==2.6.0 torchvision==0.21.0\n`,
      [],
    ],
  ])('%s', async (_, after, wanted) => {
    const found = await order({ Dockerfile: image + torch }, { Dockerfile: image + after });
    expect(found).toEqual(wanted.map((one) => expect.stringMatching(one)));
  });
});

describe('a list that a later command installs', () => {
  const pin = 'RUN pip install torch==2.5.1\n';
  const reads = (path: string): Files => ({ Dockerfile: `${image}${pin}RUN pip install -r ${path}\n` });
  it.each([
    [
      'brings its own pin',
      'torch==2.6.0\n',
      'requirements.txt',
      /torch ==2\.6\.0 of requirements\.txt is installed after torch ==2\.5\.1/,
    ],
    [
      'brings what needs another',
      'vllm==0.10.0\n',
      'requirements.txt',
      /vllm of requirements\.txt is installed after torch/,
    ],
    ['lies elsewhere in the image', 'torch==2.6.0\n', '/tmp/requirements.txt', /of requirements\.txt/],
    ['says the same', 'torch==2.5.1\n', 'requirements.txt', undefined],
    ['is not there', 'torch==2.6.0\n', 'other.txt', undefined],
  ])('%s', async (_, list, path, wanted) => {
    const before = { 'requirements.txt': list, Dockerfile: image + pin };
    const found = await order(before, { ...before, ...reads(path) });
    expectOnly(found, wanted);
  });
});
