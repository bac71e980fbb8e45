import { describe, expect, it } from 'vitest';

import { dependencyDefaults } from '../../../src/dependencies/index.ts';
import { judgeDependencies } from '../../../src/dependencies/gate/detect-dep-drift.ts';
import { poetryLock, pyproject, uvLock } from './support/locks.ts';
import { type Extra, judge, movesIn, portsOf } from './support/world.ts';

const manifest = pyproject(['torch>=2.6', 'numpy']);
const before = { 'pyproject.toml': manifest, 'uv.lock': uvLock('numpy 1.26.4', 'torch 2.9.1') };
const after = { 'pyproject.toml': manifest, 'uv.lock': uvLock('numpy 1.26.4', 'torch 2.10.0') };
const allowFile = '.github/dependency-moves.txt';

function commit(message: string): Extra {
  return { commits: [{ sha: '0123456789abcdef', author: 'somebody', message }] };
}

const allowed: readonly (readonly [what: string, allow: string, extra: Extra, where: string])[] = [
  ['a line of the allow file', '# ours\ntorch 2.9.1 -> 2.10.0\n', {}, `stated in ${allowFile}:2`],
  [
    'a line with a comment and an arrow',
    ' Torch  2.9.1 → 2.10.0  # for flex attention\r\n',
    {},
    `stated in ${allowFile}:1`,
  ],
  [
    'a commit trailer',
    '',
    commit('Move torch\n\nDependency-Change: torch 2.9.1 -> 2.10.0\n'),
    'stated in commit 01234567',
  ],
  [
    'a bot of the policy',
    '',
    { settings: { bots: ['Renovate[bot]'], author: 'renovate[bot]', bot: true } },
    'renovate[bot] only updates dependencies, says the policy',
  ],
  [
    'a bot on a branch of the policy',
    '',
    {
      settings: {
        botBranches: ['deps/**'],
        headBranch: 'deps/torch/2',
        author: 'dependabot[bot]',
        bot: true,
      },
    },
    'dependabot[bot] on deps/torch/2 only updates dependencies, says the policy',
  ],
];

describe('a stated move is let through and shown', () => {
  it.each(allowed)('%s', async (_, allow, extra, reason) => {
    const files = allow === '' ? after : { ...after, [allowFile]: allow };
    const report = await judge(before, files, extra);
    expect(report.verdict).toBe('pass');
    expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'allowed', reason }]);
    expect(report.sections?.find(({ kind }) => kind === 'list')).toMatchObject({
      items: [`torch 2.9.1 -> 2.10.0 (${reason})`],
    });
  });

  it('also where it stood in the base', async () => {
    const allow = { [allowFile]: 'torch 2.9.1 -> 2.10.0\n' };
    const report = await judge({ ...before, ...allow }, after);
    expect(movesIn(report)).toMatchObject([
      { class: 'allowed', reason: `stated in ${allowFile} of the base:1` },
    ]);
  });
});

const refused: readonly (readonly [what: string, allow: string, extra: Extra])[] = [
  ['another version', 'torch 2.9.1 -> 2.11.0\n', {}],
  ['only the name', 'torch\n', {}],
  ['a wildcard', '* 2.9.1 -> 2.10.0\n', {}],
  ['the way back', 'torch 2.10.0 -> 2.9.1\n', {}],
  ['a trailer for another package', '', commit('Dependency-Change: numpy 2.9.1 -> 2.10.0')],
  ['a trailer in the middle of a sentence', '', commit('no Dependency-Change: torch 2.9.1 -> 2.10.0')],
  ['another author', '', { settings: { bots: ['renovate[bot]'], author: 'somebody' } }],
  ['another bot', '', { settings: { bots: ['renovate[bot]'], author: 'eve[bot]', bot: true } }],
  ['a person of that name', '', { settings: { bots: ['renovate'], author: 'renovate', bot: false } }],
  ['an account of which nothing is known', '', { settings: { bots: ['renovate'], author: 'renovate' } }],
  ['a bot without a policy', '', { settings: { author: 'renovate[bot]', bot: true } }],
  ['a branch alone', '', { settings: { botBranches: ['deps/**'], headBranch: 'deps/torch' } }],
  [
    'a person on such a branch',
    '',
    { settings: { botBranches: ['deps/**'], headBranch: 'deps/torch', author: 'eve' } },
  ],
  [
    'a bot on another branch',
    '',
    { settings: { botBranches: ['deps/**'], headBranch: 'feature/x', author: 'eve[bot]', bot: true } },
  ],
  [
    'a workflow on such a branch',
    '',
    {
      settings: {
        botBranches: ['deps/**'],
        headBranch: 'deps/torch',
        author: 'GitHub-Actions[bot]',
        bot: true,
      },
    },
  ],
];

describe('nothing else lets a move through', () => {
  it.each(refused)('%s', async (_, allow, extra) => {
    const report = await judge(before, { ...after, [allowFile]: allow }, extra);
    expect(report.verdict).toBe('fail');
    expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'unexplained' }]);
  });
});

it('a line for the versions that went and came is enough where variants stay', async () => {
  const variants = (plain: string): Record<string, string> => ({
    'pyproject.toml': manifest,
    'uv.lock': uvLock(`torch ${plain}`, {
      name: 'torch',
      version: '2.9.0+cu128',
      registry: 'https://wheels.example/cu128',
    }),
  });
  const report = await judge(variants('2.9.0'), {
    ...variants('2.9.1'),
    [allowFile]: 'torch 2.9.0 -> 2.9.1\n',
  });
  expect(movesIn(report)).toMatchObject([{ class: 'allowed' }]);
});

it('the line that the help shows is the line that lets it through, for every class', async () => {
  const sides: readonly (readonly [Record<string, string>, Record<string, string>])[] = [
    [before, after],
    [{ 'uv.lock': uvLock('torch 2.9.0', 'torch 2.9.0+cpu') }, { 'uv.lock': uvLock('torch 2.9.0') }],
    [
      { 'uv.lock': uvLock('torch 2.9.0') },
      { 'uv.lock': uvLock({ name: 'torch', version: '2.9.0', registry: 'https://mirror.example/x' }) },
    ],
    [{ 'uv.lock': uvLock('torch 2.9.0', 'flash-attn 2.8.3') }, { 'uv.lock': uvLock('torch 2.9.0') }],
  ];
  for (const [old, now] of sides) {
    const blocked = await judge(old, now);
    const line = /add the line "([^"]+)"/.exec(blocked.findings[0]?.help ?? '')?.[1] ?? '';
    const report = await judge(old, { ...now, [allowFile]: `${line}\n` });
    expect([line, blocked.verdict, report.verdict]).toEqual([line, 'fail', 'pass']);
  }
});

describe('a compiled file does not become a request by losing what marks it', () => {
  const compiled = (version: string): string =>
    `# autogenerated by pip-compile\ntorch==${version}\n    # via -r requirements.in\n`;
  it('for itself', async () => {
    const report = await judge(
      { 'requirements.txt': compiled('2.9.1') },
      { 'requirements.txt': 'torch==2.10.0\n' },
    );
    expect([report.verdict, movesIn(report)[0]?.class]).toEqual(['fail', 'unexplained']);
  });

  it('for the lock beside it', async () => {
    const report = await judge(
      { ...before, 'requirements.txt': compiled('2.9.1') },
      { ...after, 'requirements.txt': 'torch==2.10.0\n' },
    );
    expect(
      movesIn(report)
        .map(({ file, class: kind }) => `${file} ${kind}`)
        .toSorted(),
    ).toEqual(['requirements.txt unexplained', 'uv.lock unexplained']);
  });
});

describe('the way back', () => {
  const cases: readonly (readonly [what: string, name: string, old: string, now: string, help: RegExp])[] = [
    [
      'one package, where its tool can do that',
      'uv.lock',
      uvLock('torch 2.9.1'),
      uvLock('torch 2.10.0'),
      /^If nobody meant it: `uv lock --upgrade-package 'torch==2\.9\.1'`\./,
    ],
    [
      'the lock, where the package is gone',
      'uv.lock',
      uvLock('torch 2.9.1', 'peft 0.17.0'),
      uvLock('torch 2.9.1'),
      /^If nobody meant it: take the lock of the base, then `uv lock`\./,
    ],
    [
      'the lock, where its tool cannot',
      'poetry.lock',
      poetryLock({ 'torch 2.9.1': {} }),
      poetryLock({ 'torch 2.10.0': {} }),
      /then `poetry lock` \(Poetry 1: `poetry lock --no-update`\)\./,
    ],
    [
      'what pip-compile wrote, hashes and all',
      'requirements.txt',
      '# This file is autogenerated by pip-compile\n# pip-compile --generate-hashes a.in\ntorch==2.9.1\n',
      '# This file is autogenerated by pip-compile\n# pip-compile --generate-hashes a.in\ntorch==2.10.0\n',
      /^If nobody meant it: run the command at the top of the file with `--upgrade-package 'torch==2\.9\.1'`\./,
    ],
    [
      'what was exported from a lock',
      'requirements.txt',
      '# This file was autogenerated by uv\n#    uv export\ntorch==2.9.1\n',
      '# This file was autogenerated by uv\n#    uv export\ntorch==2.10.0\n',
      /^If nobody meant it: put torch 2\.9\.1 back in the lock that the file is exported from, and export it again\./,
    ],
    [
      'what pip freeze wrote',
      'freeze.txt',
      'torch==2.9.1\n',
      'torch==2.10.0\n',
      /^If nobody meant it: install torch==2\.9\.1, and write the file anew\./,
    ],
    [
      'what does not say who wrote it',
      'requirements.txt',
      'torch==2.9.1 --hash=sha256:aa\n',
      'torch==2.10.0 --hash=sha256:bb\n',
      /^If nobody meant it: take the lock of the base, then lock again without upgrading\./,
    ],
    [
      'an environment that conda exported',
      'environment.yml',
      'dependencies:\n- torch=2.9.1\nprefix: /opt/x\n',
      'dependencies:\n- torch=2.10.0\nprefix: /opt/x\n',
      /^If nobody meant it: install torch=2\.9\.1, and write the file anew with `conda env export`\./,
    ],
    [
      'no command with a name that a shell would run',
      'uv.lock',
      uvLock("nvidia-cudnn-';id;' 1"),
      uvLock("nvidia-cudnn-';id;' 2"),
      /^If nobody meant it: take the lock of the base, then `uv lock`\./,
    ],
  ];
  it.each(cases)('%s', async (_, name, old, now, help) => {
    const report = await judge({ [name]: old }, { [name]: now });
    expect(report.findings[0]?.help).toMatch(help);
  });

  it('a pin, where a person writes it', async () => {
    const settings = { packages: { torch: { requested: 'fail' } } } as const;
    const pins = [
      { 'requirements.txt': 'torch==2.9.1\n' },
      { 'requirements.txt': 'torch==2.10.0\n' },
    ] as const;
    const report = await judge(...pins, { settings });
    expect(report.findings[0]?.help).toMatch(/^If nobody meant it: pin torch==2\.9\.1 again\./);
    const asLock = await judge(...pins, { settings: { locks: ['*.txt'] } });
    expect(asLock.findings[0]?.help).toMatch(
      /^If nobody meant it: take the lock of the base, then lock again/,
    );
  });

  it('names the commit, where there is one', async () => {
    const ports = await portsOf(
      { 'poetry.lock': poetryLock({ 'torch 2.9.1': {} }) },
      { 'poetry.lock': poetryLock({ 'torch 2.10.0': {} }) },
    );
    const base = { ...ports.change.base, sha: '1a2b3c4d'.repeat(5) };
    const report = await judgeDependencies(dependencyDefaults, {
      ...ports,
      change: { ...ports.change, base },
    });
    expect(report.findings[0]?.help).toMatch(
      /^If nobody meant it: `git checkout 1a2b3c4d -- poetry\.lock`, then `poetry lock`/,
    );
  });
});

describe('a pin that a person takes out of a file that persons write', () => {
  it.each([
    ['for a range', 'requirements.txt', 'torch==2.9.1\n', 'torch>=2.9,<3\n'],
    ['for the name alone', 'requirements.txt', 'rich\ntorch==2.9.1\n', 'rich\ntorch\n'],
    [
      'of an image',
      'Dockerfile',
      'FROM a\nRUN pip install torch==2.9.1\n',
      'FROM a\nRUN pip install "torch>=2.9"\n',
    ],
  ])('%s is asked for', async (_, file, pinned, open) => {
    const report = await judge({ [file]: pinned }, { [file]: open });
    expect(report.verdict).toBe('pass');
    expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'requested' }]);
  });

  it('is asked for although another file needs the package', async () => {
    const other = { 'b/Dockerfile': 'FROM a\nRUN pip install torch==2.9.1\n' };
    const report = await judge(
      { ...other, 'a/Dockerfile': 'FROM a\nRUN pip install torch==2.9.1\n' },
      { ...other, 'a/Dockerfile': 'FROM a\n' },
    );
    expect(report.verdict).toBe('pass');
  });

  it('is not asked for in a lock that a resolver wrote', async () => {
    const locked = (pins: string): string => `# This file is autogenerated by pip-compile\n${pins}`;
    const report = await judge(
      { 'requirements.in': 'torch\n', 'requirements.txt': locked('rich==14.0\ntorch==2.9.1\n') },
      { 'requirements.in': 'torch\n', 'requirements.txt': locked('rich==14.0\n') },
    );
    expect(report.verdict).toBe('fail');
  });
});

it('a base image that a person moves is asked for, also where another Dockerfile has it already', async () => {
  const image = (tag: string): string => `# The base image\nFROM acme/base:${tag}\n`;
  const report = await judge(
    { 'docker/Dockerfile.a': image('1.0'), 'docker/Dockerfile.b': image('2.0') },
    { 'docker/Dockerfile.a': image('2.0'), 'docker/Dockerfile.b': image('2.0') },
  );
  expect(report.verdict).toBe('pass');
  expect(movesIn(report)).toMatchObject([{ name: 'image:acme/base', class: 'requested', line: 2 }]);
});

it('so is a pin that another list has already, in a file that gets another name', async () => {
  const report = await judge(
    { 'requirements-a.txt': 'torch==2.9.1\n', 'requirements-b.txt': 'torch==2.10.0\n' },
    { 'requirements-c.txt': 'torch==2.10.0\n', 'requirements-b.txt': 'torch==2.10.0\n' },
    { renames: [{ status: 'renamed', path: 'requirements-c.txt', previousPath: 'requirements-a.txt' }] },
  );
  expect(report.verdict).toBe('pass');
  expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'requested' }]);
});
