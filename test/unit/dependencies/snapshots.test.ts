/** Two states of an environment, as the tools list them, and what does not fit in it. */
import { describe, expect, it } from 'vitest';

import { dependencyDefaults } from '../../../src/dependencies/index.ts';
import { judgeDependencies } from '../../../src/dependencies/gate/detect-dep-drift.ts';
import type { CommandResult } from '../../../src/ports/index.ts';
import { type Files, judge, movesIn, portsOf, treeOf } from './support/world.ts';

type Installed = Readonly<Record<string, readonly [version: string, ...needs: string[]]>>;

function inspect(packages: Installed): string {
  const installed = Object.entries(packages).map(([name, [version, ...needs]]) => ({
    metadata: { name, version, requires_dist: needs },
  }));
  const environment = { python_version: '3.11', sys_platform: 'linux' };
  return JSON.stringify({ version: '1', pip_version: '25.1', installed, environment });
}

const plain = (packages: Installed): readonly (readonly [string, string])[] =>
  Object.entries(packages).map(([name, [version]]) => [name, version]);

const writers: readonly (readonly [what: string, write: (packages: Installed) => string])[] = [
  ['pip inspect', inspect],
  [
    'pip list --format=json',
    (all) => JSON.stringify(plain(all).map(([name, version]) => ({ name, version }))),
  ],
  [
    'pip freeze',
    (all) =>
      plain(all)
        .map(([name, version]) => `${name}==${version}\n`)
        .join(''),
  ],
  [
    'pip list',
    (all) =>
      `Package Version\n------- -------\n${plain(all)
        .map(([name, version]) => `${name}   ${version}\n`)
        .join('')}`,
  ],
  [
    'conda list --json',
    (all) =>
      JSON.stringify(
        plain(all).map(([name, version]) => ({
          base_url: 'https://channel.example/main',
          build_string: 'h1_0',
          name,
          version,
        })),
      ),
  ],
];

const before: Installed = { torch: ['2.9.1'], numpy: ['2.2.6'], rich: ['14.0'] };
const after: Installed = { ...before, torch: ['2.10.0'] };

/** Two files that a person names. */
async function compare(old: string, now: string): ReturnType<typeof judge> {
  const ports = await portsOf({}, {});
  const change = {
    ...ports.change,
    base: treeOf('before', { 'before.txt': old }),
    head: treeOf('after', { 'after.txt': now }),
  };
  return judgeDependencies(dependencyDefaults, { ...ports, change });
}

describe('two snapshots', () => {
  it.each(writers)('of %s', async (_, write) => {
    const report = await compare(write(before), write(after));
    expect([report.verdict, movesIn(report).map(({ name, class: kind }) => `${name} ${kind}`)]).toEqual([
      'fail',
      ['torch unexplained'],
    ]);
  });

  it('conflicts that came fail', async () => {
    const report = await compare(
      inspect({ ...before, old: ['1.0', 'numpy'] }),
      inspect({ ...before, old: ['1.0', 'numpy<2'] }),
    );
    expect(report.findings).toMatchObject([
      {
        rule: 'deps/environment-conflict',
        severity: 'error',
        message: expect.stringMatching(/old 1\.0 has requirement numpy<2, but you have numpy 2\.2\.6/),
      },
    ]);
  });

  it('conflicts that stay are reported once', async () => {
    const stuck: Installed = { ...before, old: ['1.0', 'numpy<2', 'gone'], older: ['1.0', 'numpy<1'] };
    const report = await compare(inspect(stuck), inspect({ ...stuck, rich: ['14.1'] }));
    expect([report.verdict, report.findings.map(({ severity }) => severity)]).toEqual(['pass', ['warning']]);
    expect(report.findings[0]?.message).toMatch(
      /old 1\.0 .*; old 1\.0 has requirement gone, which is not installed; older/,
    );
  });

  it('markers that do not hold need nothing', async () => {
    const windows: Installed = {
      ...before,
      old: ['1.0', "pywin32; sys_platform == 'win32'", "x; extra == 'x'"],
    };
    expect((await compare(inspect(before), inspect(windows))).findings).toEqual([]);
  });
});

/** A `python` whose pip answers with these packages and conflicts. */
function python(packages: Installed, conflicts: string) {
  return (_: string, args: readonly string[]): CommandResult | undefined =>
    args.includes('inspect')
      ? { exitCode: 0, stdout: inspect(packages), stderr: '' }
      : { exitCode: conflicts === '' ? 0 : 1, stdout: conflicts, stderr: '' };
}

describe('pip check against a snapshot of the base', () => {
  const now: Installed = { ...before, old: ['1.0', 'numpy<2,>=1'] };
  const words = 'old 1.0 has requirement numpy<2,>=1, but you have numpy 2.2.6.\n';
  const run = async (snapshot: Installed, conflicts: string, write = inspect): ReturnType<typeof judge> => {
    const files: Files = { 'snapshot.json': write(snapshot) };
    return judge(files, files, {
      settings: { environment: true, snapshot: 'snapshot.json' },
      run: python(now, conflicts),
    });
  };
  const shown = ({ findings }: Awaited<ReturnType<typeof run>>): readonly string[] =>
    findings.map(({ severity, message }) => `${severity} ${message.slice(0, 38)}`);

  it('one that it had too', async () => {
    expect(shown(await run(now, words))).toEqual(['warning The environment of the base did not fi']);
  });

  it('one of another version of the package', async () => {
    expect(shown(await run({ ...now, old: ['0.9', 'numpy<2,>=1'] }, words))).toContain(
      'error The installed environment does not fit',
    );
  });

  it('one that it had not, and one that it had', async () => {
    const both = `${words}rich 14.0 requires pygments, which is not installed.\n`;
    expect(shown(await run(now, both))).toEqual([
      'error The installed environment does not fit',
      'warning The environment of the base did not fi',
    ]);
  });

  it('of which a list of versions says nothing', async () => {
    const list = (all: Installed): string =>
      JSON.stringify(plain(all).map(([name, version]) => ({ name, version })));
    expect(shown(await run(now, words, list))).toEqual(['error The installed environment does not fit']);
  });
});
