import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerParser, type Answer } from '../../../src/git/objects/answers.ts';

const oid = 'a'.repeat(40);

function written(object: Buffer | undefined): Buffer {
  if (object === undefined) return Buffer.from('gone missing\n');
  return Buffer.concat([Buffer.from(`${oid} blob ${object.length}\n`), object, Buffer.from('\n')]);
}

/** What the parser finds in a stream that comes in pieces of this length. */
function parsed(stream: Buffer, piece: number, maxBytes: number): (Answer | undefined)[] {
  const found: (Answer | undefined)[] = [];
  const parse = answerParser(
    () => maxBytes,
    (answer) => found.push(answer),
  );
  for (let at = 0; at < stream.length; at += piece) parse(stream.subarray(at, at + piece));
  return found;
}

describe('answers of git cat-file', () => {
  const object = fc.option(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    { nil: undefined },
  );

  test('are the same in pieces of any length, without contents above the bound', () => {
    fc.assert(
      fc.property(
        fc.array(object, { maxLength: 6 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        (objects, piece, maxBytes) => {
          const expected = objects.map((bytes) => {
            if (bytes === undefined) return undefined;
            const header = { oid, type: 'blob', size: bytes.length };
            return bytes.length > maxBytes ? header : { ...header, bytes };
          });
          expect(parsed(Buffer.concat(objects.map(written)), piece, maxBytes)).toEqual(expected);
        },
      ),
    );
  });
});
