import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import type { LockEntry } from '../../../src/dependencies/index.ts';
import { identityChanges } from '../../../src/dependencies/moves/identity.ts';
import { strictIdentity } from '../../../src/dependencies/moves/compare.ts';
import type { Artifact } from '../../../src/dependencies/model.ts';
import { sourceOf } from '../../../src/dependencies/source.ts';

const hosts = fc.constantFrom('files.example', 'cdn.other');
const file: fc.Arbitrary<Artifact> = fc
  .record({ digit: fc.nat(15), host: hosts })
  .map(({ digit, host }) => ({ file: '', hash: `sha256:${digit.toString(16).repeat(64)}`, host }));
/** Files with names of their own, all hashed. */
const files = fc
  .array(file, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one, index) => ({ ...one, file: `x-${index}.whl` })));
const place = fc.nat(5);
const source = sourceOf('registry', 'https://index.example/simple');

function entry(artifacts: readonly Artifact[], version = '1.0'): LockEntry {
  return entryAt('x', { line: 1, column: 1 }, { version, source, artifacts: () => artifacts });
}

function kinds(before: readonly Artifact[], after: readonly Artifact[], version?: string): readonly string[] {
  return identityChanges([entry(before)], entry(after, version), strictIdentity).map(({ kind }) => kind);
}

function changed(all: readonly Artifact[], at: number, change: Partial<Artifact>): readonly Artifact[] {
  return all.map((one, index) => (index === at % all.length ? { ...one, ...change } : one));
}

describe('the files of a package', () => {
  it('in another order are the same', () => {
    fc.assert(
      fc.property(
        files.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([a, b]) => {
          expect(kinds(a, b)).toEqual([]);
        },
      ),
    );
  });

  it('whichever loses its hash is reported, also under another version', () => {
    fc.assert(
      fc.property(files, place, fc.constantFrom('1.0', '2.0'), (all, at, version) => {
        const bare = all.map((one, index): Artifact => {
          const { hash: _, ...rest } = one;
          return index === at % all.length ? rest : one;
        });
        expect(kinds(all, bare, version)).toContain('unhashed');
      }),
    );
  });

  it('whichever has another hash is reported', () => {
    fc.assert(
      fc.property(files, place, (all, at) => {
        expect(kinds(all, changed(all, at, { hash: `sha256:${'z'.repeat(64)}` }))).toContain('hash');
      }),
    );
  });

  it('whichever comes from a new host is reported, also under another version', () => {
    fc.assert(
      fc.property(files, place, fc.constantFrom('1.0', '2.0'), (all, at, version) => {
        expect(kinds(all, changed(all, at, { host: 'evil.test' }), version)).toContain('host');
      }),
    );
  });

  it('that are added on a known host are nothing', () => {
    fc.assert(
      fc.property(files, file, (all, one) => {
        const [first] = all;
        expect(
          kinds(all, [
            ...all,
            { ...one, file: 'new.whl', ...(first?.host !== undefined && { host: first.host }) },
          ]),
        ).toEqual([]);
      }),
    );
  });
});
