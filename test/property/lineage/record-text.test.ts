import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordText, type LineageRecord } from '../../../src/lineage/index.ts';
import { isRecord } from '../../../src/kernel/record.ts';
import { samples } from '../../support/seed.ts';

const keys = fc.oneof(
  fc.string(),
  fc.constantFrom('10', '9', '01', '-1', '1.5', '4294967295', '__proto__', 'a', 'B', 'é'),
);
const scalars = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
const parameters = fc.dictionary(keys, scalars).map((own) => Object.fromEntries(Object.entries(own)));

/** JSON of objects whose keys were put in by code units: ids have always been made of it. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, found: unknown) =>
    isRecord(found)
      ? Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))))
      : found,
  );
}

test('the text of a record is JSON with its keys in order', () => {
  fc.assert(
    fc.property(parameters, fc.string(), fc.option(fc.string(), { nil: undefined }), (own, by, note) => {
      const record: LineageRecord = {
        schema: 1,
        id: 'r',
        at: '2026-11-22T10:00:00.000Z',
        by,
        inputs: [],
        outputs: [{ kind: 'job', id: by }],
        parameters: own,
        ...(note !== undefined && { note }),
      };
      expect(recordText(record)).toBe(`${sortedText(record)}\n`);
    }),
    { numRuns: samples(500) },
  );
});
