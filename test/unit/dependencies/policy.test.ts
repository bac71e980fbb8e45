import { describe, expect, it } from 'vitest';

import { pyproject, uvLock } from './support/locks.ts';
import { type Files, judge, movesIn } from './support/world.ts';

const before = {
  'pyproject.toml': pyproject(['rich']),
  'uv.lock': uvLock('numpy 1.26.4', 'our-kernels 1.0', 'rich 13.0', 'torch 2.9.1'),
};
const after = {
  'pyproject.toml': pyproject(['rich']),
  'uv.lock': uvLock('numpy 2.2.6', 'our-kernels 1.1', 'rich 14.0', 'torch 2.10.0'),
};

describe('watched packages', () => {
  const cases = [
    [{}, ['torch', 'numpy']],
    [{ watch: ['Our_Kernels'] }, ['our-kernels']],
    [{ alsoWatch: ['our-*'] }, ['torch', 'numpy', 'our-kernels']],
    [{ watch: ['*'] }, ['torch', 'numpy', 'our-kernels', 'rich']],
    [{ watch: [] }, []],
  ] as const;
  it.each(cases)('%j', async (settings, names) => {
    const report = await judge(before, after, { settings });
    expect(
      movesIn(report)
        .filter(({ watched }) => watched)
        .map(({ name }) => name),
    ).toEqual(names);
    expect(report.verdict).toBe(names.length > 0 ? 'fail' : 'pass');
    for (const fact of ['watchedMoves', 'unexplained'] as const)
      expect(report.facts[fact]).toEqual(
        names.map((name) => expect.stringMatching(`^${name} \\S+ -> \\S+$`)),
      );
  });
});

describe('consequences', () => {
  it('of a class', async () => {
    const report = await judge(before, after, { settings: { classes: { unexplained: 'warn' } } });
    expect([report.verdict, ...report.findings.map(({ severity }) => severity)]).toEqual([
      'pass',
      'warning',
      'warning',
    ]);
  });

  it('of one package, over those of the class', async () => {
    const settings = {
      classes: { unexplained: 'pass' },
      packages: { Torch: { unexplained: 'fail' } },
    } as const;
    const report = await judge(before, after, { settings });
    expect(report.findings.map(({ severity, message }) => [severity, message.split(' ', 1)[0]])).toEqual([
      ['error', 'torch'],
    ]);
  });

  it('a class that does not exist is an error, never a silent pass', async () => {
    const report = await judge(before, after, {
      settings: { classes: { unexplaned: 'pass', toString: 'pass' } as Record<string, 'pass'> },
    });
    expect(report.findings.filter(({ rule }) => rule === 'deps/unknown-class')).toHaveLength(2);
  });
});

describe('nothing to judge', () => {
  it('is a pass where locks exist and did not change', async () => {
    const report = await judge(before, { ...before, 'README.md': 'new' });
    expect([report.verdict, report.title, report.facts.moves]).toEqual([
      'pass',
      'No lock file or manifest changed, so no package moved',
      [],
    ]);
  });

  it('is skipped, by name, where there is no file that it reads', async () => {
    const report = await judge({ 'README.md': 'old' }, { 'README.md': 'new' });
    expect(report.verdict).toBe('skipped');
  });
});

describe('which files', () => {
  it('only those of the policy', async () => {
    const report = await judge(before, after, { settings: { files: ['serving/**'] } });
    expect([report.verdict, movesIn(report)]).toEqual(['pass', []]);
  });

  it('a file of any name that the policy names, by its content', async () => {
    const text = (version: string): string => uvLock(`torch ${version}`);
    const report = await judge(
      { 'locks/gpu.txt.lock': text('2.9.1') },
      { 'locks/gpu.txt.lock': text('2.10.0') },
      { settings: { only: ['locks/gpu.txt.lock'] } },
    );
    expect(movesIn(report)).toMatchObject([{ name: 'torch', file: 'locks/gpu.txt.lock' }]);
  });
});

it('a glob of the policy takes what it knows and leaves the rest', async () => {
  const files = (version: string): Record<string, string> => ({
    'deps/README.txt': `notes for ${version}`,
    'deps/gpu': uvLock(`torch ${version}`),
  });
  const report = await judge(files('2.9.1'), files('2.10.0'), { settings: { files: ['deps/**'] } });
  expect(report.findings.map(({ rule, file }) => [rule, file])).toEqual([['deps/unexplained', 'deps/gpu']]);
});

describe('two files that a person named', () => {
  it('are compared whatever their names', async () => {
    const report = await judge({ 'old.lock': uvLock('torch 2.9.1') }, { 'new.lock': uvLock('torch 2.10.0') });
    expect(movesIn(report)).toMatchObject([
      { name: 'torch', before: ['2.9.1'], after: ['2.10.0'], file: 'new.lock' },
    ]);
  });

  it('fail where nothing says what they are', async () => {
    const report = await judge({ 'a.bin': 'x' }, { 'b.bin': 'y' });
    expect([report.verdict, report.findings[0]?.rule]).toEqual(['fail', 'deps/unreadable-file']);
  });
});

describe('which manifests', () => {
  const lock = { before: uvLock('torch 2.9.1'), after: uvLock('torch 2.10.0') };

  it('a requirement in another project of the repository asks for nothing here', async () => {
    const ours = { 'model/pyproject.toml': pyproject(['torch>=2.6']) };
    const report = await judge(
      { ...ours, 'model/uv.lock': lock.before, 'tools/requirements.in': 'torch<2.10\n' },
      { ...ours, 'model/uv.lock': lock.after, 'tools/requirements.in': 'torch==2.10.0\n' },
    );
    expect(report.verdict).toBe('fail');
  });

  it('a member of the workspace asks', async () => {
    const member = '\n[[package]]\nname = "data"\nsource = { editable = "packages/data" }\n';
    const report = await judge(
      {
        'pyproject.toml': pyproject([]),
        'packages/data/pyproject.toml': pyproject(['torch<2.10']),
        'uv.lock': lock.before + member,
      },
      {
        'pyproject.toml': pyproject([]),
        'packages/data/pyproject.toml': pyproject(['torch==2.10.0']),
        'uv.lock': lock.after + member,
      },
    );
    expect(movesIn(report)).toMatchObject([{ class: 'requested' }]);
  });

  it('a file that the requirements include asks', async () => {
    const compiled = (version: string): string =>
      `# autogenerated by pip-compile\ntorch==${version}\n    # via -r requirements.in\n`;
    const report = await judge(
      {
        'requirements.in': '-r common/base.list\n',
        'common/base.list': 'torch<2.10\n',
        'requirements.txt': compiled('2.9.1'),
      },
      {
        'requirements.in': '-r common/base.list\n',
        'common/base.list': 'torch>=2.10\n',
        'requirements.txt': compiled('2.10.0'),
      },
    );
    expect(movesIn(report)).toMatchObject([{ class: 'requested', file: 'requirements.txt' }]);
  });

  it('a file that a compiler named from the root of the repository asks', async () => {
    const compiled = (version: string): string =>
      `# autogenerated by pip-compile\ntorch==${version}\n    # via -r wishes/gpu.in\n`;
    const named = (range: string, version: string): Record<string, string> => ({
      'wishes/gpu.in': `torch${range}\n`,
      'wishes/requirements-gpu.in': '',
      'locks/requirements-gpu.txt': compiled(version),
    });
    const report = await judge(named('<2.10', '2.9.1'), named('>=2.10', '2.10.0'));
    expect(movesIn(report)).toMatchObject([{ class: 'requested' }]);
  });

  it('no manifest at all: nothing asked, and the message says so', async () => {
    const report = await judge({ 'uv.lock': lock.before }, { 'uv.lock': lock.after });
    expect(report.findings[0]?.message).toBe(
      'torch moved: 2.9.1 -> 2.10.0. No manifest was found that governs this lock, so nothing says that it was asked for.',
    );
  });
});

describe('locks that come and go', () => {
  const manifest = { 'pyproject.toml': pyproject(['torch>=2.6']) };

  it('a new lock has nothing to be compared with', async () => {
    const report = await judge(manifest, { ...manifest, 'uv.lock': uvLock('torch 2.10.0') });
    expect([report.verdict, movesIn(report)]).toEqual(['pass', []]);
  });

  it('a deleted lock leaves watched packages free', async () => {
    const report = await judge({ ...manifest, 'uv.lock': uvLock('torch 2.10.0') }, manifest);
    expect(report.findings).toMatchObject([{ rule: 'deps/lock-removed', severity: 'error' }]);
  });

  const pipfile = (torch: string): string =>
    JSON.stringify({ _meta: { 'pipfile-spec': 6 }, default: { torch: { version: `==${torch}` } } });
  it.each([
    [
      '2.10.0',
      /^a\/Pipfile\.lock was deleted; a\/uv\.lock beside it contains its watched packages, in the same versions/,
    ],
    ['2.9.1', /but torch 2\.9\.1 -> 2\.10\.0\.$/],
  ])('unless a lock beside it contains them (%s)', async (torch, message) => {
    const after = { 'a/pyproject.toml': manifest['pyproject.toml'], 'a/uv.lock': uvLock('torch 2.10.0') };
    const { findings } = await judge({ ...after, 'a/Pipfile.lock': pipfile(torch) }, after);
    const wanted = {
      rule: 'deps/lock-removed',
      severity: 'warning',
      message: expect.stringMatching(message),
    };
    expect(findings).toMatchObject([wanted]);
  });

  it.each<[string, Files, string]>([
    ['unless all of its folder went', {}, 'warning'],
    ['also where only the manifest stayed', { 'old/pyproject.toml': manifest['pyproject.toml'] }, 'error'],
    ['also where a lock of its name came elsewhere', { 'new/uv.lock': uvLock('torch 2.11.0') }, 'error'],
  ])('%s', async (_, after, severity) => {
    const before = {
      'old/pyproject.toml': manifest['pyproject.toml'],
      'old/uv.lock': uvLock('torch 2.10.0'),
    };
    const { findings } = await judge({ ...before, 'x.py': '' }, { ...after, 'x.py': '' });
    expect(findings.filter(({ rule }) => rule === 'deps/lock-removed')).toMatchObject([{ severity }]);
  });

  it('a lock of another tool in the same folder is compared with the one that it replaces', async () => {
    const poetry =
      '[[package]]\nname = "torch"\nversion = "2.9.1"\nfiles = []\n\n[metadata]\nlock-version = "2.1"\n';
    const report = await judge(
      { ...manifest, 'poetry.lock': poetry },
      { ...manifest, 'uv.lock': uvLock('torch 2.10.0') },
    );
    expect(movesIn(report)).toMatchObject([
      { name: 'torch', before: ['2.9.1'], after: ['2.10.0'], class: 'unexplained', file: 'uv.lock' },
    ]);
  });

  it('the same versions in the lock of another tool are not a move', async () => {
    const poetry =
      '[[package]]\nname = "torch"\nversion = "2.9.1"\nfiles = []\n\n[metadata]\nlock-version = "2.1"\n';
    const report = await judge(
      { ...manifest, 'poetry.lock': poetry },
      { ...manifest, 'uv.lock': uvLock('torch 2.9.1') },
    );
    expect(report.verdict).toBe('pass');
  });

  it('a renamed lock is compared with itself', async () => {
    const renames = [{ status: 'renamed', path: 'b/uv.lock', previousPath: 'a/uv.lock' }] as const;
    const report = await judge(
      { 'a/uv.lock': uvLock('torch 2.9.1') },
      { 'b/uv.lock': uvLock('torch 2.10.0') },
      { renames },
    );
    expect(movesIn(report)).toMatchObject([{ name: 'torch', file: 'b/uv.lock' }]);
  });

  it('two locks of one folder that disagree are reported', async () => {
    const other = { 'requirements.txt': '# autogenerated by uv\ntorch==2.9.1\n' };
    const report = await judge(
      { ...other, 'uv.lock': uvLock('torch 2.9.1') },
      { ...other, 'uv.lock': uvLock('torch 2.10.0') },
    );
    expect(report.findings.filter(({ rule }) => rule === 'deps/locks-disagree')).toMatchObject([
      {
        file: 'requirements.txt',
        line: 2,
        message: expect.stringContaining('torch is 2.10.0 in uv.lock but 2.9.1 in requirements.txt'),
        help: 'Lock or export requirements.txt again, or put uv.lock back.',
      },
    ]);
  });

  it('two locks of one folder that moved apart are reported once', async () => {
    const report = await judge(
      { 'uv.lock': uvLock('torch 2.9.1'), Dockerfile: 'RUN pip install torch==2.9.1\n' },
      { 'uv.lock': uvLock('torch 2.10.0'), Dockerfile: 'RUN pip install torch==2.11.0\n' },
    );
    expect(report.findings.filter(({ rule }) => rule === 'deps/locks-disagree')).toMatchObject([
      { help: 'Lock or export uv.lock again, or put Dockerfile back.' },
    ]);
  });

  it('a pin without a local tag agrees with every build of its release', async () => {
    const other = { Dockerfile: 'RUN pip install torch==2.10.0\n' };
    const rules = async (version: string): Promise<readonly string[]> => {
      const report = await judge(
        { ...other, 'uv.lock': uvLock('torch 2.9.1') },
        { ...other, 'uv.lock': uvLock(`torch ${version}`) },
      );
      return report.findings.map(({ rule }) => rule);
    };
    expect(await rules('2.10.0+cu128')).not.toContain('deps/locks-disagree');
    expect(await rules('2.10.1+cu128')).toContain('deps/locks-disagree');
  });
});

it('a list of pins is a wish where a person writes it, and a result where the policy says that a resolver does', async () => {
  const [old, now] = [{ 'requirements.txt': 'torch==2.9.1\n' }, { 'requirements.txt': 'torch==2.10.0\n' }];
  const classes = [
    await judge(old, now),
    await judge(old, now, { settings: { locks: ['**/requirements.txt'] } }),
  ].map((report) => movesIn(report)[0]?.class);
  expect(classes).toEqual(['requested', 'unexplained']);
});
