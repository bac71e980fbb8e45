import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsAnyOf } from '../../../src/config/gate/any-of.ts';
import { samples } from '../../support/seed.ts';

const anyName = fc.string({ unit: fc.constantFrom('a', 'b', '.', 'yaml', 'é'), minLength: 1, maxLength: 8 });
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '.', 'yaml', ' ', 'é'), maxLength: 40 });

test('a text contains one of the names where it includes one', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 6 }), anyText, (names, text) => {
      expect(containsAnyOf(names)(text)).toBe(names.some((name) => text.includes(name)));
    }),
    { numRuns: samples(20_000) },
  );
});

test('a name that is empty names nothing', () => {
  expect(containsAnyOf([''])('text')).toBe(false);
});
