import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LabelEncoder, type LabelCodes, type Labels } from '../../../src/regression/metrics/labels.ts';
import { samples } from '../../support/seed.ts';

const label = fc.constantFrom('A', 'B', 'C');
const labels: fc.Arbitrary<Labels> = fc.oneof(
  { arbitrary: label, weight: 6 },
  { arbitrary: fc.array(label, { maxLength: 3 }), weight: 1 },
  { arbitrary: fc.constantFrom(null, undefined), weight: 1 },
);

function namesOf({ codes, offsets }: LabelCodes, names: readonly string[]): string[][] {
  return Array.from({ length: offsets.length - 1 }, (_, at) =>
    [...codes.subarray(offsets[at], offsets[at + 1])].map((code) => names[code] ?? ''),
  );
}

function plainOf(one: Labels): string[] {
  if (typeof one === 'string') return [one];
  return [...new Set(one ?? [])].toSorted();
}

test('sides that one encoder writes as numbers say what they said, whatever the others say', () => {
  const sides = fc.array(fc.array(labels, { maxLength: 12 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sides, (all) => {
      const encoder = new LabelEncoder();
      const encoded = all.map((side) => encoder.encode(side, (one) => one));
      const read = encoded.map((codes) => namesOf(codes, encoder.names()));
      expect(read).toEqual(all.map((side) => side.map(plainOf)));
    }),
    { numRuns: samples(2000) },
  );
});
