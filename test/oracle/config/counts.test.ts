/** Parameters of random models of every family that transformers builds too: what it makes of a config on torch's meta device. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument } from '../../../src/config/index.ts';
import { samples, seed } from '../../support/seed.ts';
import { randomOf } from './generate.ts';
import { generateModels } from './generate-models.ts';

const python = process.env['FRAMEWORKS_PYTHON'] ?? 'python3';
const here = spawnSync(python, ['-c', 'import torch, transformers']).status === 0;
if (!here) console.log('skipped: python3 with torch and transformers is not here');

function countedWithPython(configs: readonly unknown[]): unknown[] {
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'counts.py')], {
    input: configs.map((config) => JSON.stringify(config)).join('\n'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function countedHere(config: unknown): unknown {
  const head = readDocument(JSON.stringify(config), { file: 'config.json', dialect: 'json' });
  const { summary, findings } = judgeConfigFile({ head, settings: configDefaults });
  return summary === undefined
    ? { error: findings.map(({ message }) => message).join('; ') }
    : { total: Number(summary.counts.total) };
}

describe.skipIf(!here)('parameters', () => {
  test('are those of the model that transformers builds', { timeout: 600_000 }, () => {
    const configs = generateModels(randomOf(seed), samples(2040, 102));
    const theirs = countedWithPython(configs);
    const differing = configs.flatMap((config, index) => {
      const [ours, other] = [countedHere(config), theirs[index]];
      return JSON.stringify(ours) === JSON.stringify(other) ? [] : [{ config, ours, other }];
    });
    expect(differing).toEqual([]);
  });
});
