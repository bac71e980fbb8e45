/** Facts of frameworks against what the installed packages say of themselves. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Framework, type FrameworkFacts, placeOfVersion } from '../../../src/config/frameworks/facts.ts';
import { factsOf, type OptionFacts, optionsOf } from '../../../src/config/frameworks/options.ts';
import { seed } from '../../support/seed.ts';
import { randomOf } from './generate.ts';

interface Said {
  readonly framework: string;
  readonly group: string;
  readonly name: string;
  readonly types?: string;
  readonly default?: unknown;
}

const python = process.env['FRAMEWORKS_PYTHON'] ?? 'python3';
const here = spawnSync(python, ['-c', 'import torch, transformers, trl, peft, accelerate']).status === 0;
if (!here) console.log('skipped: python3 with transformers, TRL, PEFT and accelerate is not here');

const facts = JSON.parse(readFileSync('src/config/frameworks/facts.json', 'utf8')) as FrameworkFacts;

function frameworkOf(name: string): Framework {
  const framework = facts[name];
  if (framework === undefined) throw new Error(`no facts of ${name}`);
  return framework;
}

/** Families with facts of their own, the names of sections. */
const families = new Set(
  [...optionsOf(frameworkOf('transformers'), 'configs').keys()].map((name) =>
    name.slice(0, name.indexOf('.')),
  ),
);

const lines: readonly string[] = here
  ? spawnSync(python, [join(import.meta.dirname, 'facts.py'), ...families], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
      .stdout.trimEnd()
      .split('\n')
  : [];
const [first = '{}', ...rest] = lines;
const versions = (JSON.parse(first) as { versions?: Record<string, string> }).versions ?? {};
const said = rest.map((line) => JSON.parse(line) as Said);

function knownOf({ framework, group, name }: Said): OptionFacts | undefined {
  const whole = frameworkOf(framework);
  const place = placeOfVersion(whole, versions[framework] ?? '');
  return factsOf(whole, group, name).find((one) => one.first <= place && place <= one.last);
}

/** A group leaves out what the trainer's own arguments have too. */
const inTrainer = (one: Said): boolean =>
  knownOf({ framework: 'transformers', group: 'TrainingArguments', name: one.name }) !== undefined;

/** How a fact differs from what the package says; `undefined` where it does not. */
function difference(one: Said): string | undefined {
  const known = knownOf(one);
  const at = `${one.framework} ${one.group} ${one.name}`;
  if (known === undefined) return one.framework === 'trl' && inTrainer(one) ? undefined : `${at}: no fact`;
  const types = known.types.split('').toSorted().join('');
  if (one.types !== undefined && types !== '?' && types !== one.types)
    return `${at}: ${types}, not ${one.types}`;
  if (!('default' in one) || known.standard === undefined) return undefined;
  const standard: unknown =
    known.standard === 'T' ? true : known.standard === 'F' ? false : JSON.parse(known.standard);
  return standard === one.default
    ? undefined
    : `${at}: ${known.standard}, not ${JSON.stringify(one.default)}`;
}

describe.skipIf(!here)('facts of frameworks', () => {
  test('are of the versions that are installed', () => {
    for (const [name, version] of Object.entries(versions))
      expect(frameworkOf(name).versions).toContain(version);
  });

  test('equal what the package says: names, types, defaults', () => {
    const random = randomOf(seed);
    const drawn = Array.from({ length: 200 }, () => said[Math.floor(random() * said.length)]);
    expect(drawn.flatMap((one) => (one === undefined ? 'nothing said' : (difference(one) ?? [])))).toEqual(
      [],
    );
  });
});
