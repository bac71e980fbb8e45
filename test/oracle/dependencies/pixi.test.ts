/**
 * pixi.lock by rattler, the library with which pixi itself reads its locks and matches its specs: pixi has no package on PyPI.
 * Needs Python with py-rattler.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pixiLock } from '../../../src/dependencies/formats/pixi-lock.ts';
import { samples, seed } from '../../support/seed.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { judge } from '../../unit/dependencies/support/world.ts';
import { askPython, canAsk } from './python.ts';

const isHere = canAsk('rattler');

const matching = `
import json, sys
from rattler import BuildString, MatchSpec, PackageRecord
def fits(spec, version, build):
    record = PackageRecord(name='numpy', version=version, build=BuildString(build), build_number=0, subdir='linux-64')
    return MatchSpec('numpy ' + spec).matches(record)
print(json.dumps([fits(*one) for one in json.load(sys.stdin)]))`;

const reading = `
import json, sys
from rattler import LockFile
def packages(path):
    lock = LockFile.from_path(path)
    return sorted({(env, str(platform), str(package.name), str(package.version))
        for env, environment in lock.environments() for platform in environment.platforms() for package in environment.packages(platform)})
print(json.dumps([packages(path) for path in json.load(sys.stdin)]))`;

const spec = fc.constantFrom(
  '*',
  '1.26.*',
  '=1.26',
  '==1.26.4',
  '==1.26',
  '>=1.26',
  '>=2',
  '<2',
  '<=1.26.4',
  '!=1.26.4',
  '!=1.26.*',
  '>1.26.4',
  '>=1.25,<1.27',
  '>=1.26,<2,!=1.26.3',
  '<1|>=2',
  '>=1.26,<1.27|>=2.1',
  '~=1.26.0',
  '1.26.4.*',
);
const version = fc.constantFrom('1.26.4', '1.26.3', '1.26', '2.0.0', '2.1.3', '2.0.0rc1', '1.27.0.dev0');

function lockOf(held: string): string {
  const url = `https://channel.example/main/linux-64/numpy-${held}-py312_0.conda`;
  return `version: 6\nenvironments:\n  default:\n    channels:\n    - url: https://channel.example/main/\n    packages:\n      linux-64:\n      - conda: ${url}\npackages:\n- conda: ${url}\n  sha256: ${'a'.repeat(64)}\n`;
}

function manifest(asks: string): string {
  return `[workspace]\nname = "m"\nchannels = ["main"]\nplatforms = ["linux-64"]\n[dependencies]\nnumpy = "${asks}"\n`;
}

/** rattler writes names as conda does, and no zero in front of a number. */
function alike(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/(?<=\s\S*)[_.-]+(?=\S*\s)/g, '-')
    .replaceAll(/(?<![\da-z])0+(?=\d)/g, '');
}

describe.skipIf(!isHere)('rattler', () => {
  it('agrees whether a lock fits an edited manifest', { timeout: 300_000 }, async () => {
    const drawn = fc.sample(fc.tuple(spec, version), { numRuns: samples(600, 120), seed });
    const theirs = askPython(
      'rattler',
      matching,
      drawn.map(([asks, held]) => [asks, held, 'py312_0']),
    );
    for (const [index, [asks, held]] of drawn.entries()) {
      const before = { 'pixi.toml': manifest('*'), 'pixi.lock': lockOf(held) };
      const report = await judge(before, { ...before, 'pixi.toml': manifest(asks) });
      const fits = report.findings.every(({ rule }) => rule !== 'deps/stale-lock');
      expect([asks, held, fits]).toEqual([asks, held, Array.isArray(theirs) ? theirs[index] : undefined]);
    }
  });

  it('reads the same packages of a lock', () => {
    const folder = temporaryFolder();
    const own = path.join(folder, 'pixi.lock');
    writeFileSync(own, lockOf('1.26.4'));
    const locks = [own, ...globSync('../shared/corpus/locks/**/pixi.lock/*')].map((file) =>
      path.resolve(file),
    );
    const theirs = askPython('rattler', reading, locks);
    const ours = locks.map((file) => pixiLock.parse(readFileSync(file, 'utf8'), file).entries);
    expect(Array.isArray(theirs)).toBe(true);
    for (const [index, packages] of (Array.isArray(theirs) ? theirs : []).entries()) {
      const read = (ours[index] ?? []).map(({ environment, name, version: held = '' }) =>
        [environment.split('/')[0], name, held].join(' '),
      );
      const listed = (packages as readonly (readonly string[])[]).map(([environment, , ...one]) =>
        [environment, ...one].join(' ').replace('<dynamic>', ''),
      );
      // Without the platform: of a lock of revision 7 rattler says the name that the lock gives it, we what it is.
      expect(new Set(read.map(alike))).toEqual(new Set(listed.map(alike)));
    }
  });
});
