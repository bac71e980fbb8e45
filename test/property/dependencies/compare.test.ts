import { defaultSource, sourceOf } from '../../../src/dependencies/source.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareLocks } from '../../../src/dependencies/moves/compare.ts';
import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import { logicalLines } from '../../../src/dependencies/formats/requirement-lines.ts';
import { formats, type LockEntry } from '../../../src/dependencies/index.ts';
import { nameMatcher, normaliseName } from '../../../src/pep440/names.ts';
import { redact } from '../../../src/kernel/redact.ts';
import { compareVersions, parseVersion, versionKey, versionText } from '../../../src/pep440/version.ts';
import { samples } from '../../support/seed.ts';

const names = fc.constantFrom('torch', 'numpy', '__proto__', 'constructor', 'tokenizers');
const versions = fc.constantFrom('1.0', '1.0.0', '2.0', '2.0+cu128', '2.0+cu130', undefined);
const sources = fc.constantFrom(
  defaultSource,
  sourceOf('registry', 'a'),
  sourceOf('registry', 'b'),
  sourceOf('git', 'c@1'),
);
const entry: fc.Arbitrary<LockEntry> = fc
  .record({
    name: names,
    version: versions,
    source: sources,
    environment: fc.constantFrom('', 'linux-64', 'osx-arm64'),
  })
  .map(({ name, version, ...rest }) =>
    entryAt(name, { line: 1, column: 1 }, { ...rest, ...(version === undefined ? {} : { version }) }),
  );
const lock = fc.array(entry, { maxLength: 12 });

function identities(entries: readonly LockEntry[]): Set<string> {
  return new Set(
    entries.map(({ name, version, source, environment }) =>
      JSON.stringify([name, version === undefined ? '' : versionKey(version), source, environment]),
    ),
  );
}

function without(all: ReadonlySet<string>, some: ReadonlySet<string>): Set<string> {
  return new Set([...all].filter((item) => !some.has(item)));
}

describe('comparison of locks', () => {
  it('finds nothing in a lock and its shuffled copy', () => {
    fc.assert(
      fc.property(
        lock.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        ([a, b]) => {
          expect(compareLocks(a, b)).toEqual([]);
        },
      ),
    );
  });

  it('loses nothing and invents nothing: what went and came is the difference of the sets', () => {
    fc.assert(
      fc.property(lock, lock, (before, after) => {
        const differences = compareLocks(before, after);
        const [old, now] = [identities(before), identities(after)];
        expect(identities(differences.flatMap(({ gone }) => gone))).toEqual(without(old, now));
        expect(identities(differences.flatMap(({ come }) => come))).toEqual(without(now, old));
      }),
    );
  });

  it('backwards, what went came', () => {
    fc.assert(
      fc.property(lock, lock, (before, after) => {
        const there = new Map(compareLocks(before, after).map((one) => [one.name, one]));
        for (const back of compareLocks(after, before)) {
          expect(identities(back.come)).toEqual(identities(there.get(back.name)?.gone ?? []));
        }
      }),
    );
  });
});

describe('names and versions', () => {
  it('a name in its normal form stays so', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
      }),
    );
  });

  it('a pattern without a wildcard is a name, `*` is all names', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,12}$/), fc.stringMatching(/^[a-z0-9-]{1,12}$/), (a, b) => {
        expect(nameMatcher([a])(normaliseName(b))).toBe(normaliseName(a) === normaliseName(b));
        expect(nameMatcher(['*'])(a)).toBe(true);
        expect(nameMatcher([`${a}*`])(normaliseName(a + b))).toBe(
          normaliseName(a + b).startsWith(normaliseName(a)),
        );
      }),
    );
  });

  it('versions are in one total order, and their normal form is themselves', () => {
    const version = fc
      .stringMatching(
        /^([01]!)?[0-3](\.[0-3]){0,2}(a[01]|rc1)?(\.post[01])?(\.dev[01])?(\+[a-c1-2]{1,2}(\.[12])?)?$/,
      )
      .map((text) => parseVersion(text))
      .filter((parsed) => parsed !== undefined);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        const [low, middle, high] = [a, b, c].toSorted(compareVersions);
        expect(low === undefined || high === undefined || compareVersions(low, high) <= 0).toBe(true);
        expect(low === undefined || middle === undefined || compareVersions(low, middle) <= 0).toBe(true);
        expect(parseVersion(versionText(a))).toEqual(a);
      }),
    );
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    '[[package]]',
    '\n',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ':',
    '- ',
    '  ',
    '=',
    '==',
    'torch',
    '2.9.1',
    '#',
    '\\',
    ';',
    '-r ',
    '--hash=',
    'FROM ',
    'RUN pip install ',
    '${',
    '<<EOF',
    'version = 1',
    '__proto__',
    '@',
    ',',
    '\u0000',
    '\r',
  );
  const hostile = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join(''));
  it.each(formats.map((format) => [format.name, format] as const))(
    '%s: is read without an exception',
    (_, format) => {
      fc.assert(
        fc.property(hostile, (text) => void format.parse(text, 'file')),
        { numRuns: samples(300) },
      );
    },
  );

  it('lines keep their order and numbers', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = logicalLines(text).map(({ line }) => line);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      }),
    );
  });

  it('no password in a URL survives', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9!$%&*+.:=_~-]{1,20}$/);
    fc.assert(
      fc.property(word, word, fc.string(), (user, password, before) => {
        expect(redact(`${before} https://${user}:x${password}Q@h.example/x`)).not.toContain(
          `:x${password}Q@`,
        );
      }),
    );
  });
});
