import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FigureFacts } from '../../src/board/index.ts';
import type { Report } from '../../src/report/model.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

function figures(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'figures', '--json', ...args], {
    cwd,
    encoding: 'utf8',
    env: hermeticEnvironment({ NO_COLOR: '1' }),
  });
  return {
    code: status,
    stderr,
    report: stdout === '' ? undefined : (JSON.parse(stdout) as Report<FigureFacts>),
  };
}

test('a clone without a ledger has the figures of git, and says why the others are unknown', () => {
  const repository = createRepository();
  repository.commit({ a: '1' });
  repository.commit({ a: '2' }, 'Revert "Change"');
  const { code, report } = figures(repository.root, '--since', '2025-01-01');
  expect(code).toBe(0);
  expect(report).toMatchObject({
    gate: 'figures',
    verdict: 'pass',
    facts: { trunk: 'main', since: '2025-01-01T00:00:00.000Z' },
  });
  const all = new Map(report?.facts.figures.map((one) => [one.name, one]));
  expect(all.get('merges')).toMatchObject({ count: 1, trend: null, aside: '1 revert' });
  expect(all.get('deployments')).toMatchObject({
    value: null,
    unknown: expect.stringContaining('ledger') as string,
  });
  expect(report?.facts.figures).toHaveLength(12);
});

test('outside of a clone nothing is known, and that is not a failure', () => {
  const { code, report } = figures(temporaryFolder());
  expect(code).toBe(0);
  expect(report?.facts.figures.filter(({ value }) => value !== null)).toEqual([]);
  expect(report?.findings.length).toBeGreaterThan(0);
});

test.each(['2099-01-01', 'yesterday', '2025-13-01'])('--since %s is for the user to fix', (since) => {
  expect(figures(temporaryFolder(), '--since', since).code).toBe(2);
});
