import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { optimiseLater, settleForRows } from '../../../src/kernel/v8.ts';

test.each([
  ['11.3.244.8-node.30', ['--interrupt-budget=1000000']],
  ['12.4.254.21-node.33', []],
  ['13.6.233.17-node.37', ['--invocation-count-for-maglev=4000 --invocation-count-for-turbofan=100000']],
])('V8 %s gets the flags %j', (version, flags) => {
  const given: string[] = [];
  optimiseLater(version, (flag) => given.push(flag));
  expect(given).toEqual(flags);
});

test.each([
  ['12.4.254.21-node.33', ['--semi-space-growth-factor=1']],
  ['13.6.233.17-node.37', ['--semi-space-growth-factor=1', '--invocation-count-for-turbofan=3000']],
])('many rows under V8 %s give it the flags %j', (version, flags) => {
  const given: string[] = [];
  settleForRows(version, (flag) => given.push(flag));
  expect(given).toEqual(flags);
});

test('V8 takes each of them', () => {
  const flags: string[] = [];
  for (const version of ['11', '13']) {
    if (!process.versions.v8.startsWith(`${version}.`)) continue;
    optimiseLater(`${version}.`, (flag) => flags.push(...flag.split(' ')));
    settleForRows(`${version}.`, (flag) => flags.push(flag));
  }
  const known = spawnSync(process.execPath, [...flags, '-e', '0'], { encoding: 'utf8' });
  expect({ status: known.status, stderr: known.stderr }).toEqual({ status: 0, stderr: '' });
});
