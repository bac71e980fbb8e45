import { expect, test } from 'vitest';
import { optimiseLater } from '../../../src/kernel/v8.ts';

test.each([
  ['11.3.244.8-node.30', ['--interrupt-budget=1000000']],
  ['12.4.254.21-node.33', []],
  ['13.6.233.17-node.37', ['--invocation-count-for-maglev=4000']],
])('V8 %s gets the flags %j', (version, flags) => {
  const given: string[] = [];
  optimiseLater(version, (flag) => given.push(flag));
  expect(given).toEqual(flags);
});
