import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../src/report/fix.ts';
import type { Fix } from '../../../src/report/model.ts';
import { createRepository } from '../../support/repository.ts';

const at = (line: number, column: number, before: string): NonNullable<Fix['at']> => ({
  line,
  column,
  endLine: line,
  endColumn: column + before.length,
  before,
});
const fix = (line: number, column: number, before: string, text: string): Fix => ({
  file: 'a.yaml',
  at: at(line, column, before),
  text,
});
const append = (text: string): Fix => ({ file: 'a.yaml', text });

describe('edits', () => {
  test.each<[string, string | undefined, Fix[], string, number]>([
    ['one', 'lr: 1e-5\n', [fix(1, 5, '1e-5', '1.0e-5')], 'lr: 1.0e-5\n', 1],
    ['two in a line', 'a: b\n', [fix(1, 4, 'b', 'd'), fix(1, 1, 'a', 'c')], 'c: d\n', 2],
    ['the same twice', 'a: b\n', [fix(1, 4, 'b', 'd'), fix(1, 4, 'b', 'd')], 'a: d\n', 1],
    ['of two that overlap the first', 'abc\n', [fix(1, 1, 'ab', 'x'), fix(1, 2, 'bc', 'y')], 'xc\n', 1],
    ['none where the text changed', 'lr: 2e-5\n', [fix(1, 5, '1e-5', '1.0e-5')], 'lr: 2e-5\n', 0],
    ['none where the line is gone', 'lr: 2e-5\n', [fix(3, 5, '1e-5', '1.0e-5')], 'lr: 2e-5\n', 0],
    ['none beyond the end of a line', 'a\nb\n', [fix(1, 9, 'b', 'c')], 'a\nb\n', 0],
    ['lines that end as on Windows', 'a: 1\r\nb: 2\r\n', [fix(2, 4, '2', '3')], 'a: 1\r\nb: 3\r\n', 1],
    [
      'two insertions at one place',
      'p:\n  a: 1\n',
      [fix(2, 1, '', '  c: 2\n'), fix(2, 1, '', '  b: 3\n')],
      'p:\n  c: 2\n  b: 3\n  a: 1\n',
      2,
    ],
    ['a line at the end', 'a', [append('b\n')], 'a\nb\n', 1],
    ['a line that is there', 'b\na\n', [append('b\n')], 'b\na\n', 0],
    ['only the line that is not there', 'b\n', [append('b\nc\n')], 'b\nc\n', 1],
    ['a new file', undefined, [append('b\n')], 'b\n', 1],
  ])('%s', (_, text, fixes, expected, applied) => {
    const fixed = applyFixes('a.yaml', text, fixes);
    expect([fixed.text, fixed.applied.length]).toEqual([expected, applied]);
  });

  test('as a diff', () => {
    const text = 'one: 1\ntwo: 2\nthree: 3\nfour: 4\n';
    const fixes = [fix(2, 6, '2', '22'), fix(4, 1, '', 'more: 1\n'), fix(1, 1, 'one', 'eins')];
    expect(applyFixes('a.yaml', text, fixes).diff).toBe(`--- a/a.yaml
+++ b/a.yaml
@@ -1 +1 @@
-one: 1
+eins: 1
@@ -2 +2 @@
-two: 2
+two: 22
@@ -3,0 +4 @@
+more: 1
`);
    expect(applyFixes('b', undefined, [append('x\n')]).diff).toBe(
      '--- /dev/null\n+++ b/b\n@@ -0,0 +1 @@\n+x\n',
    );
  });

  test('git applies the diff, and makes the same of it', () => {
    const repository = createRepository();
    const line = fc.constantFrom('a: 1', 'b: 2', '', 'c');
    const edits = fc.array(fc.tuple(fc.nat(6), fc.constantFrom('', 'x', 'y\n', 'z\nz')), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), edits, (lines, drawn) => {
        const text = `${lines.join('\n')}\n`;
        const fixes = drawn.map(([n, into]) => {
          const before = lines[n % lines.length] ?? '';
          return fix((n % lines.length) + 1, 1, into.endsWith('\n') ? '' : before, into);
        });
        const fixed = applyFixes('a', text, fixes);
        fc.pre(fixed.text !== text);
        repository.write({ a: text });
        repository.feed(Buffer.from(fixed.diff), 'apply', '--unidiff-zero', '--whitespace=nowarn', '-');
        expect(repository.git('hash-object', 'a')).toBe(
          repository.feed(Buffer.from(fixed.text), 'hash-object', '--stdin'),
        );
      }),
      { numRuns: 40, seed: 11 },
    );
  });
});
