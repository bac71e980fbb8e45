import { expect, test } from 'vitest';
import { emptyPolicy, notApplicable } from '../../../src/policy/index.ts';
import { belowMatcher, globMatcher } from '../../../src/kernel/globs.ts';

test.each([
  { globs: ['configs/**/*.yaml'], means: ['configs/a.yaml', 'configs/.b/c.yaml'], not: ['a.yaml'] },
  {
    globs: ['configs/**/*.yaml', '!configs/old/**'],
    means: ['configs/a.yaml'],
    not: ['configs/old/b.yaml', 'src/a.py'],
  },
  { globs: ['!configs/old.yaml', 'configs/*.yaml'], means: ['configs/a.yaml'], not: ['configs/old.yaml'] },
  { globs: ['!configs/old/**'], means: ['a.yaml', 'src/a.py'], not: ['configs/old/b.yaml'] },
  { globs: ['!(a|b).yaml'], means: ['c.yaml'], not: ['a.yaml', 'configs/c.yaml'] },
  { globs: [], means: [], not: ['a.yaml'] },
])('$globs means $means and not $not', ({ globs, means, not }) => {
  const matches = globMatcher(globs);
  expect([...means, ...not].filter((path) => matches(path))).toEqual(means);
});

test('what the globs of one side take out still touches the gate where the other side means it', () => {
  const regression = { candidate: ['docs/*.jsonl', '!docs/base.jsonl'], baseline: ['docs/base.jsonl'] };
  const policy = {
    ...emptyPolicy,
    plan: { ...emptyPolicy.plan, harmless: ['docs/**'] },
    regression,
  };
  expect(notApplicable('regression-gate', policy, ['docs/base.jsonl'])).toBeUndefined();
  expect(notApplicable('regression-gate', policy, ['docs/readme.md'])).toBeDefined();
});

test.each([
  { globs: ['configs/**/*.yaml'], may: ['configs', 'configs/a/b'], not: ['src', 'a/configs'] },
  { globs: ['configs/*.yaml'], may: ['configs'], not: ['configs/a'] },
  { globs: ['c*/{a,b/c}/x.yaml'], may: ['configs', 'configs/b', 'configs/q'], not: ['src'] },
  { globs: ['**/config.json', '!vendor/**'], may: ['a', 'a/vendor'], not: ['vendor', 'vendor/a'] },
  { globs: ['!old/**'], may: ['a'], not: ['old'] },
  { globs: [], may: [], not: ['a'] },
])('$globs may mean something below $may and not below $not', ({ globs, may, not }) => {
  const matches = belowMatcher(globs);
  expect([...may, ...not].filter((folder) => matches(folder))).toEqual(may);
});
