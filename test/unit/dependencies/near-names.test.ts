import { describe, expect, it } from 'vitest';

import { nearNames } from '../../../src/dependencies/floating/near-names.ts';
import { watchedByDefault } from '../../../src/dependencies/moves/watch.ts';
import { judge } from './support/world.ts';
import { pyproject, uvLock } from './support/locks.ts';

describe('a name that is nearly a watched one', () => {
  const watched = watchedByDefault.filter((name) => !/[*:]/.test(name));
  it.each([
    ['transfomers', 'transformers'],
    ['trasnformers', 'transformers'],
    ['transformer', 'transformers'],
    ['tranformer', 'transformers'],
    ['numpyy', 'numpy'],
    ['nunpy', 'numpy'],
    ['torchtriton', 'torch'],
    ['torch-vision', 'torchvision'],
    ['hugging-facehub', 'huggingface-hub'],
    ['tоkenizers', 'tokenizers'],
    ['vlllm', 'vllm'],
    ['numppy', 'numpy'],
    ['t0rch', 'torch'],
    ['ntupy', undefined],
    ['vlm', undefined],
    ['protobuf3', undefined],
    ['scapy', undefined],
    ['dataset', undefined],
    ['torchx', undefined],
    ['torchtext', undefined],
    ['ctransformers', undefined],
    ['x-transformers', undefined],
    ['numpy2', undefined],
    ['flash-attn-4', undefined],
    ['rich', undefined],
    ['pytest', undefined],
  ])('%s: %s', (name, meant) => {
    expect(nearNames(watched)(name)).toBe(meant);
  });
});

it.each([
  ['opencv-pyton==4.1', 'opencv-python'],
  ['flash-infer==0.2', 'flashinfer'],
  ['TRANS_FOMERS==4.5', 'transformers'],
  ['transfomers[torch]>=4; python_version > "3"', 'transformers'],
  ['pytroch @ git+https://git.example/pytroch@main', 'pytorch'],
  ['opencv-python-rolling==4.1', undefined],
  ['nvidia-cusparselt==0.6', undefined],
])('a new line %j of a list', async (line, meant) => {
  const { findings } = await judge(
    { 'requirements.txt': 'rich==1.0\n' },
    { 'requirements.txt': `rich==1.0\n${line}\n` },
  );
  const near = findings.filter(({ rule }) => rule === 'deps/near-name');
  expect(near.map(({ message }) => message.split(/[ ,]/)[5])).toEqual(meant === undefined ? [] : [meant]);
});

it('warns where it is new, in manifests and locks', async () => {
  const files = (...names: string[]) => ({
    'pyproject.toml': pyproject(names),
    'uv.lock': uvLock(...names.map((name) => `${name} 1.0`)),
  });
  const near = ({ findings }: Awaited<ReturnType<typeof judge>>) =>
    findings.filter(({ rule }) => rule === 'deps/near-name').map(({ file, line }) => `${file}:${line}`);
  const both = await judge(files('torch'), files('torch', 'transfomers'));
  expect(near(both).toSorted()).toEqual(['pyproject.toml:6', 'uv.lock:12']);
  expect(near(await judge(files('torch', 'transfomers'), files('torch', 'transfomers', 'rich')))).toEqual([]);
});
