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

  it.each<[what: string, needs: string, conflict: string | undefined]>([
    ['another platform', "triton-windows; sys_platform == 'win32'", undefined],
    ['an extra', "deepspeed; (extra == 'all' or extra == 'ds') and python_version > '3'", undefined],
    ['an extra or a Python', "rich>15; extra == 'all' or python_version > '3'", 'rich>15'],
    ['the word extra in a value', "absent; platform_release != 'extra'", 'absent, which is not installed'],
    ['another spelling', 'Zope_Interface>=6', undefined],
    ['a prerelease that is in the range', 'rc.lib>=2.0b1', undefined],
    ['a prerelease below the range', 'rc.lib>=2', 'rc-lib>=2, but you have rc-lib 2.0rc1'],
    ['an address that is installed', 'numpy @ https://index.example/numpy-2.2.6.zip', undefined],
    ['an address that is not', 'absent @ git+https://git.example/absent@main', 'absent, which is not'],
    ['a local version of the release', 'local==1.0', undefined],
    ['a range in brackets', 'numpy (<2,>=1)', 'numpy<2,>=1, but you have numpy 2.2.6'],
    ['what is installed from a folder', 'zope.interface>=8', 'zope-interface>=8, but you have'],
  ])('a new need of %s', async (_, needs, conflict) => {
    const there: Installed = {
      ...before,
      'zope.interface': ['7.0'],
      rc_lib: ['2.0rc1'],
      local: ['1.0+cu128'],
    };
    const { findings } = await compare(inspect(there), inspect({ ...there, x: ['1', needs] }));
    expect(findings.map(({ severity }) => severity)).toEqual(conflict === undefined ? [] : ['error']);
    expect(findings[0]?.message ?? '').toContain(conflict ?? '');
  });

  it('conflicts that are healed are not reported', async () => {
    const broken: Installed = { ...before, x: ['1', 'numpy<2'] };
    expect((await compare(inspect(broken), inspect({ ...before, x: ['1.1', 'numpy>=2'] }))).findings).toEqual(
      [],
    );
  });

  it('a range in another order is the same conflict', async () => {
    const of = (range: string): string => inspect({ ...before, x: ['1', `numpy${range}`] });
    expect((await compare(of('<2,>=1'), of(' >= 1, < 2'))).verdict).toBe('pass');
  });

  it('markers that do not hold need nothing', async () => {
    const windows: Installed = {
      ...before,
      old: ['1.0', "pywin32; sys_platform == 'win32'", "x; extra == 'x'"],
    };
    expect((await compare(inspect(before), inspect(windows))).findings).toEqual([]);
  });
});

/** One package as `pip inspect` says that it came from an address. */
function direct(name: string, version: string, info: object): string {
  const url = `file:///build/${name}-${version}`;
  const installed = [{ metadata: { name, version }, direct_url: { url, ...info } }];
  return JSON.stringify({ version: '1', installed, environment: {} });
}

describe('of a snapshot are read', () => {
  const table = (head: string, ...rows: string[]): string =>
    `${head}\n${head.replaceAll(/Editable project location|\S+/g, (word) => '-'.repeat(word.length))}\n${rows.join('\n')}\n`;
  const conda = (version: string, channel: string, build: string): string => {
    const base_url = `https://channel.example/${channel}`;
    return JSON.stringify([{ base_url, channel, build_string: build, name: 'numpy', version }]);
  };

  it.each<[what: string, old: string, now: string, moves: readonly string[]]>([
    [
      'packages of a table with their location',
      table('Package Version Location Installer', 'numpy   1.26.4  /usr/lib pip'),
      table('Package Version Location Installer', 'numpy   2.2.6   /usr/lib pip'),
      ['numpy unexplained'],
    ],
    [
      'editable installs of a table as the repository’s own',
      table('Package Version Editable project location', 'mine    0.1     /work/before', 'numpy   1.26.4'),
      table('Package Version Editable project location', 'mine    0.2     /work/after', 'numpy   2.2.6'),
      ['numpy unexplained'],
    ],
    [
      'no notices below a table',
      table('Package Version', 'numpy   1.26.4', '', '[notice] A new release of pip is available'),
      table('Package Version', 'numpy   1.26.4'),
      [],
    ],
    [
      'packages that conda built in a folder',
      direct('numpy', '1.26.4', { dir_info: {} }),
      direct('numpy', '2.2.6', { dir_info: {} }),
      ['numpy unexplained'],
    ],
    [
      'editable packages as the repository’s own',
      direct('mine', '1.0', { dir_info: { editable: true } }),
      direct('mine', '2.0', { dir_info: { editable: true } }),
      [],
    ],
    [
      'packages that pip installed beside conda’s',
      conda('1.26.4', 'pypi', 'pypi_0'),
      '[{"name":"numpy","version":"1.26.4"}]',
      [],
    ],
    [
      'builds of conda',
      conda('2.2.6', 'main', 'a_0'),
      conda('2.2.6', 'main', 'b_0'),
      ['numpy identity-change'],
    ],
    ['names in any spelling', 'huggingface_hub==1\nPillow==10\n', 'huggingface-hub==1\npillow==10\n', []],
  ])('%s', async (_, old, now, moves) => {
    const report = await compare(old, now);
    expect(movesIn(report).map(({ name, class: kind }) => `${name} ${kind}`)).toEqual(moves);
  });
});

describe('what cannot be compared is said', () => {
  const told = async (old: string, now: string): Promise<readonly string[]> =>
    (await compare(old, now)).findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);

  it('a need that pip cannot read', async () => {
    const unreadable: Installed = { numpy: ['2.2.6'], old: ['1.0', 'numpy>=2.*'] };
    const said = await told(inspect({ numpy: ['2.2.6'], old: ['1.0', 'numpy>=2'] }), inspect(unreadable));
    expect(said).toEqual([
      expect.stringMatching(/^warning deps\/unreadable-line .*old needs "numpy>=2\.\*"/),
    ]);
  });

  it('a list of addresses', async () => {
    const explicit = '@EXPLICIT\nhttps://channel.example/linux-64/numpy-2.2.6-py311_0.conda\n';
    const said = await told(explicit, explicit.replace('2.2.6', '2.3.0'));
    expect(said.join('\n')).toContain('`conda list --explicit` wrote it, which this gate does not read');
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
