import fc from 'fast-check';
import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { globMatcher } from '../../../src/kernel/globs.ts';

const step = fc.constantFrom('a', 'b', 'ab', 'a.b', '.a', '..', '.', '', 'config.json', '-a', 'a-b');
const pattern = fc.constantFrom(
  '*',
  '**',
  '?',
  '*.json',
  '{a,b}',
  '{a',
  'b}',
  '{a,b/c}',
  '[ab]',
  '(a|b)',
  'a|b',
);
const other = fc.constantFrom(
  '@(a)',
  '!(a)',
  '+(a|b)',
  '\\a',
  'a*',
  '*b',
  '*.{json,b}',
  'a,b',
  '***',
  '{1..3}',
);
const glob = fc
  .array(fc.oneof({ weight: 3, arbitrary: step }, { weight: 2, arbitrary: pattern }, other), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('/'))
  .filter((text) => text !== '' && (!text.startsWith('!') || text.startsWith('!(')));
const path = fc
  .array(
    fc.constantFrom('a', 'b', 'ab', 'a.b', '.a', 'config.json', '-a', 'a-b', 'c', '2', 'a,b', '{a', 'b}'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join('/'));

test('a glob takes the paths that its pattern takes, whatever it starts and ends with', () => {
  fc.assert(
    fc.property(glob, fc.array(path, { minLength: 20, maxLength: 40 }), (text, paths) => {
      const takes = picomatch(text, { dot: true });
      expect(paths.filter(globMatcher([text]))).toEqual(paths.filter((each) => takes(each)));
    }),
    { numRuns: 500 },
  );
});
