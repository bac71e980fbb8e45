import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { encodeName } from '../../../src/lineage/index.ts';
import { samples } from '../../support/seed.ts';

const ids = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 600 }),
  fc.string({
    unit: fc.constantFrom('.', '/', '%', 'a', 'A', '@', '{', '~', '-', 'lock'),
    minLength: 1,
    maxLength: 150,
  }),
);

test('a name is short, in small letters, and valid on any file system', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const name = encodeName(id, hashes);
      expect(name).toMatch(/^[a-z0-9._%-]{1,100}$/);
      expect(name).not.toMatch(/^[.-]|\.\.|\.$|\.lock$/);
    }),
    { numRuns: samples(500) },
  );
});

test('two ids never share a name', () => {
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      fc.pre(a.isWellFormed() && b.isWellFormed());
      expect(encodeName(a, hashes) === encodeName(b, hashes)).toBe(a === b);
    }),
    { numRuns: samples(500) },
  );
});

test('git takes every name for a ref', () => {
  for (const id of fc.sample(ids, 40))
    expect(() =>
      execFileSync('git', ['check-ref-format', `refs/lineage/inbox/${encodeName(id, hashes)}`], {
        stdio: 'ignore',
      }),
    ).not.toThrow();
});
