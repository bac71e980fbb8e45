import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesIn, filesStarting, namesIn } from '../../../src/git/ledger/objects.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
/** Few letters, so that names begin alike; what else a name may contain, a blank and what looks like a mode among it. */
const name = fc
  .array(fc.constantFrom('a', 'b', '@', ' ', '100644 a', 'é', '\u{1F600}'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''));
const mode = fc.constantFrom('100644', '100755', '120000', '40000', '160000');

test.each([20, 32])('names that begin so are those of the whole folder, with ids of %i bytes', (width) => {
  const entry = fc.tuple(mode, name, bytes(width));
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: ([, own]) => own, maxLength: 30 }),
      name,
      (entries, prefix) => {
        const tree = Buffer.concat(
          entries.flatMap(([kind, own, id]) => [Buffer.from(`${kind} ${own}\0`), id]),
        );
        const whole = [...namesIn(tree, width).files];
        for (const asked of [prefix, prefix.slice(0, 1), ''])
          expect(filesStarting(entriesIn(tree, width), asked)).toEqual(
            whole.filter(([own]) =>
              Buffer.from(own).subarray(0, Buffer.byteLength(asked)).equals(Buffer.from(asked)),
            ),
          );
      },
    ),
  );
});
