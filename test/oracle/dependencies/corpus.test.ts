/** Real locks before and after: every move that the manifest of the corpus names is found, and none beside. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { judge, movesIn } from '../../unit/dependencies/support/world.ts';

const root = '../shared/corpus/locks';
const manifest = existsSync(`${root}/MANIFEST.csv`)
  ? readFileSync(`${root}/MANIFEST.csv`, 'utf8').split('\n')
  : [];
if (manifest.length === 0) console.log('skipped: the real locks are not here');

/** The packages that the manifest tells of. */
const told = new Set(
  'torch transformers tokenizers numpy accelerate safetensors huggingface-hub triton flash-attn vllm torchvision torchaudio xformers bitsandbytes peft datasets deepspeed'.split(
    ' ',
  ),
);

interface Pair {
  readonly name: string;
  readonly moves: readonly string[];
}

const pairs = (manifest.length === 0 ? [] : readdirSync(`${root}/pairs`)).map((name): Pair => {
  const row = manifest.find((line) => line.startsWith(`pairs/${name}/after`)) ?? '';
  const moves = [...row.matchAll(/([a-z-]+) ([^;,]*? -> [^;[]*?) \[[^\]]*\]/g)].map((match) =>
    `${match[1]} ${match[2]}`.replaceAll(' ==', ' '),
  );
  return { name, moves: moves.toSorted() };
});

function folder(path: string): Record<string, string> {
  const files = globSync('**/*', { cwd: path }).filter(
    (file) => file.includes('.') || file.endsWith('Dockerfile'),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(`${path}/${file}`, 'utf8')]));
}

describe.skipIf(pairs.length === 0)('real pairs of locks', () => {
  it.each(pairs)('$name', async ({ name, moves }) => {
    const report = await judge(folder(`${root}/pairs/${name}/before`), folder(`${root}/pairs/${name}/after`));
    const both = movesIn(report).filter(
      (move) => told.has(move.name) && move.before.length > 0 && move.after.length > 0,
    );
    const moved = both.filter(({ before, after }) => before.join() !== after.join());
    expect(
      moved.map((move) => `${move.name} ${move.before.join('|')} -> ${move.after.join('|')}`).toSorted(),
    ).toEqual(moves);
    expect(
      report.findings
        .filter(({ rule }) => rule === 'deps/broken-pair' || rule.startsWith('deps/un'))
        .filter(({ rule }) => rule !== 'deps/unexplained'),
    ).toEqual([]);
  });
});
