/** Locks against the manifests that they were made from. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { pythonJson } from '../../../src/dependencies/fit/python-json.ts';
import { type Files, judge } from './support/world.ts';

const project = (dependencies: readonly string[], more = '', python = '>=3.11'): string =>
  `[project]\nname = "model"\nversion = "1.0"\nrequires-python = "${python}"\ndependencies = [${dependencies.map((one) => `"${one}"`).join(', ')}]\n${more}`;

interface Uv {
  readonly asked?: Readonly<Record<string, string>>;
  readonly head?: string;
  readonly packages?: readonly string[];
  readonly tail?: string;
}

/** A uv.lock with the root package, what it asked for, and `name version`s. */
function uv({ asked, head = '', packages = ['torch 2.9.1', 'numpy 2.2.6'], tail = '' }: Uv): string {
  const record = Object.entries(asked ?? {}).map(
    ([name, range]) => `{ name = "${name}"${range === '' ? '' : `, specifier = "${range}"`} }`,
  );
  const metadata =
    asked === undefined ? '' : `\n[package.metadata]\nrequires-dist = [${record.join(', ')}]\n`;
  const items = packages.map((item) => {
    const [name = '', version = ''] = item.split(' ');
    return `\n[[package]]\nname = "${name}"\nversion = "${version}"\nsource = { registry = "https://index.example/simple" }\n`;
  });
  return `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n${head}\n[[package]]\nname = "model"\nversion = "1.0"\nsource = { virtual = "." }\n${metadata}${items.join('')}${tail}`;
}

const fits = { torch: '>=2.6', numpy: '' };
const base: Files = { 'pyproject.toml': project(['torch>=2.6', 'numpy']), 'uv.lock': uv({ asked: fits }) };

type Case = readonly [what: string, head: Files, message: RegExp | undefined];

const cases: readonly Case[] = [
  [
    'nothing changed in what is asked for',
    { 'pyproject.toml': `${project(['numpy', 'torch>=2.6'])}# x\n` },
    undefined,
  ],
  [
    'the requirement excludes what is locked',
    { 'pyproject.toml': project(['torch>=2.10', 'numpy']) },
    /asks for torch >=2\.10, but uv\.lock contains 2\.9\.1/,
  ],
  [
    'the requirement changed, and still fits',
    { 'pyproject.toml': project(['torch>=2.8', 'numpy']) },
    /asks for torch >=2\.8, which uv\.lock was not made from/,
  ],
  [
    'a new requirement',
    { 'pyproject.toml': project(['torch>=2.6', 'numpy', 'peft']) },
    /asks for peft, which uv\.lock does not contain/,
  ],
  [
    'an override that a source serves, of which the lock keeps no range',
    {
      'pyproject.toml': `${project(['torch>=2.8', 'numpy'])}\n[tool.uv]\noverride-dependencies = ["peft>=0.15"]\n[tool.uv.sources]\npeft = { git = "https://git.example/peft" }\n`,
      'uv.lock': uv({
        asked: { torch: '>=2.8', numpy: '' },
        head: '[manifest]\noverrides = [{ name = "peft", git = "https://git.example/peft" }]\n',
      }),
    },
    undefined,
  ],
  [
    'one that is locked for another',
    {
      'pyproject.toml': project(['torch>=2.6', 'numpy', 'jinja2']),
      'uv.lock': uv({ asked: fits, packages: ['torch 2.9.1', 'numpy 2.2.6', 'jinja2 3.1'] }),
    },
    /asks for jinja2, which uv\.lock was not made from/,
  ],
  [
    'a requirement that is gone',
    { 'pyproject.toml': project(['torch>=2.6']) },
    /was made from a requirement of numpy/,
  ],
  [
    'a requirement for other platforms',
    {
      'pyproject.toml': project(['torch>=2.6', 'numpy', "peft; sys_platform == 'never'"]),
      'uv.lock': uv({ asked: { ...fits, peft: '' } }),
    },
    undefined,
  ],
  [
    'an extra',
    {
      'pyproject.toml': project(
        ['torch>=2.6', 'numpy'],
        '[project.optional-dependencies]\ntrain = ["peft==0.17"]\n',
      ),
    },
    /asks for peft/,
  ],
  [
    'a group',
    { 'pyproject.toml': project(['torch>=2.6', 'numpy'], '[dependency-groups]\ndev = ["peft==0.17"]\n') },
    /asks for peft/,
  ],
  [
    'another Python',
    { 'pyproject.toml': project(['torch>=2.6', 'numpy'], '', '>=3.12') },
    /requires Python >=3\.12, but uv\.lock was made for >=3\.11/,
  ],
  [
    'pre-releases',
    { 'pyproject.toml': project(['torch>=2.6', 'numpy'], '[tool.uv]\nprerelease = "allow"\n') },
    /sets prerelease to allow/,
  ],
  [
    'the way to choose',
    { 'pyproject.toml': project(['torch>=2.6', 'numpy'], '[tool.uv]\nresolution = "lowest-direct"\n') },
    /sets resolution to lowest-direct/,
  ],
  [
    'an override',
    {
      'pyproject.toml': project(['torch>=2.6', 'numpy'], '[tool.uv]\noverride-dependencies = ["numpy<2"]\n'),
    },
    /overrides of pyproject\.toml are others/,
  ],
  [
    'a constraint',
    {
      'pyproject.toml': project(
        ['torch>=2.6', 'numpy'],
        '[tool.uv]\nconstraint-dependencies = ["numpy<2.3"]\n',
      ),
    },
    /constraints of pyproject\.toml are others/,
  ],
  [
    'a new member',
    {
      'pyproject.toml': project(['torch>=2.6', 'numpy'], '[tool.uv.workspace]\nmembers = ["parts/*"]\n'),
      'parts/bridge/pyproject.toml': '[project]\nname = "bridge"\nversion = "1.0"\n',
    },
    /is a member of the workspace, but uv\.lock does not contain bridge/,
  ],
  [
    'a build makes the requirements',
    {
      'pyproject.toml':
        '[project]\nname = "model"\ndynamic = ["version", "dependencies"]\nrequires-python = ">=3.11"\n',
    },
    undefined,
  ],
  [
    'a repository in place of a version',
    {
      'pyproject.toml': project(
        ['torch>=2.6', 'numpy'],
        '[tool.uv.sources]\nnumpy = { git = "https://git.example/numpy" }\n',
      ),
    },
    /takes numpy from git https:\/\/git\.example\/numpy, but uv\.lock was made with the index of all/,
  ],
];

describe('uv.lock', () => {
  it.each(cases)('%s', async (_, head, message) => {
    const { findings } = await judge(base, { ...base, ...head });
    const found = findings.filter(({ rule }) => rule === 'deps/stale-lock');
    expect(found.map(({ severity }) => severity)).toEqual(message === undefined ? [] : ['error']);
    expect(found[0]?.message ?? '').toMatch(message ?? /^$/);
    expect(found[0]?.help ?? 'Lock again with `uv lock`').toMatch(/^Lock again with `uv lock`/);
  });

  it('only warns of what it did not fit before', async () => {
    const stale = { ...base, 'pyproject.toml': project(['torch>=2.10', 'numpy']) };
    const { findings } = await judge(stale, {
      ...stale,
      'pyproject.toml': `${stale['pyproject.toml']}# x\n`,
    });
    expect(findings).toMatchObject([
      {
        rule: 'deps/stale-lock',
        severity: 'warning',
        message: expect.stringMatching(/as before this change/),
      },
    ]);
  });
});

const sha = (value: unknown, compact = false): string =>
  createHash('sha256').update(pythonJson(value, compact)).digest('hex');
const poetryProject = (range: string): string =>
  `[tool.poetry]\nname = "model"\nversion = "1.0"\n[tool.poetry.dependencies]\npython = ">=3.11"\ntorch = "${range}"\n`;
const poetryHash = sha({
  dependencies: { python: '>=3.11', torch: '^2.6' },
  'dev-dependencies': null,
  extras: null,
  source: null,
});
const pdmHash = sha({
  dependencies: ['torch>=2.6'],
  'dev-dependencies': {},
  'optional-dependencies': {},
  'requires-python': '>=3.11',
  resolution: {},
  sources: [],
});
const pipfile = (range: string): string =>
  `[[source]]\nurl = "https://index.example/simple"\nname = "own"\n\n[packages]\ntorch = "${range}"\n`;
const pipHash = sha(
  {
    _meta: { requires: {}, sources: [{ name: 'own', url: 'https://index.example/simple' }] },
    default: { torch: '>=2.6' },
    develop: {},
  },
  true,
);

const others: readonly (readonly [
  lock: string,
  text: string,
  manifest: string,
  fresh: string,
  stale: string,
  outside: string,
])[] = [
  [
    'poetry.lock',
    `[[package]]\nname = "torch"\nversion = "2.9.1"\nfiles = []\n\n[metadata]\nlock-version = "2.1"\npython-versions = ">=3.11"\ncontent-hash = "${poetryHash}"\n`,
    'pyproject.toml',
    poetryProject('^2.6'),
    poetryProject('^2.8'),
    poetryProject('^3.0'),
  ],
  [
    'pdm.lock',
    `[metadata]\nlock_version = "4.5.0"\ncontent_hash = "sha256:${pdmHash}"\n\n[[package]]\nname = "torch"\nversion = "2.9.1"\n`,
    'pyproject.toml',
    project(['torch>=2.6']),
    project(['torch>=2.8']),
    project(['torch>=3']),
  ],
  [
    'Pipfile.lock',
    JSON.stringify({
      _meta: { 'pipfile-spec': 6, hash: { sha256: pipHash } },
      default: { torch: { version: '==2.9.1' } },
    }),
    'Pipfile',
    pipfile('>=2.6'),
    pipfile('>=2.8'),
    pipfile('>=3'),
  ],
];

describe.each(others)('%s', (lock, text, manifest, fresh, stale, outside) => {
  const judged = async (head: string): Promise<readonly string[]> => {
    const before = { [lock]: text, [manifest]: fresh };
    const { findings } = await judge(before, { ...before, [manifest]: head });
    return findings.filter(({ rule }) => rule === 'deps/stale-lock').map(({ message }) => message);
  };
  it('fits', async () => {
    expect(await judged(`# A comment.\n${fresh}`)).toEqual([]);
  });

  it('was not made from a requirement that it satisfies', async () => {
    expect(await judged(stale)).toEqual([expect.stringMatching(/keeps the hash of another state/)]);
  });

  it('does not satisfy the requirement', async () => {
    expect(await judged(outside)).toEqual([expect.stringMatching(/but \S+ contains 2\.9\.1/)]);
  });
});

describe('what a part of the repository asks for, as the lock keeps it', () => {
  const part = (range: string): string =>
    `\n[[package]]\nname = "bridge"\nversion = "1.0"\nsource = { editable = "vendor/bridge" }\ndependencies = [{ name = "numpy" }]\n\n[package.metadata]\nrequires-dist = [{ name = "numpy"${range} }]\n`;
  const state = (numpy: string, range: string): Files => ({
    'pyproject.toml': project(
      ['torch>=2.6', 'bridge'],
      '[tool.uv.sources]\nbridge = { path = "vendor/bridge" }\n',
    ),
    'uv.lock': uv({
      asked: { torch: '>=2.6', bridge: '' },
      packages: ['torch 2.9.1', `numpy ${numpy}`],
      tail: part(range),
    }),
  });
  it('forces a package', async () => {
    const report = await judge(state('2.2.6', ''), state('1.26.4', ', specifier = "<2"'));
    expect([report.verdict, report.findings.map(({ message }) => message)]).toEqual([
      'pass',
      [expect.stringMatching(/bridge \(vendor\/bridge\) now asks for numpy <2/)],
    ]);
  });

  it('and in turn what goes with the old one only', async () => {
    const both = (numpy: string, opencv: string, range: string): Files => {
      const files = state(numpy, range);
      const item = `\n[[package]]\nname = "opencv-python-headless"\nversion = "${opencv}"\nsource = { registry = "https://index.example/simple" }\n`;
      return { ...files, 'uv.lock': `${String(files['uv.lock'])}${item}` };
    };
    const report = await judge(
      both('2.2.6', '4.12.0.88', ''),
      both('1.26.4', '4.11.0.86', ', specifier = "<2"'),
    );
    expect([report.verdict, report.findings.map(({ severity }) => severity)]).toEqual(['pass', ['warning']]);
  });

  it('but not where it asked for it before', async () => {
    const report = await judge(state('2.2.6', ', specifier = "<3"'), state('1.26.4', ', specifier = "<3"'));
    expect(report.verdict).toBe('fail');
  });

  it('nor where its own manifest says otherwise', async () => {
    const own = {
      'vendor/bridge/pyproject.toml':
        '[project]\nname = "bridge"\nversion = "1.0"\ndependencies = ["numpy"]\n',
    };
    const report = await judge(
      { ...state('2.2.6', ''), ...own },
      { ...state('1.26.4', ', specifier = "<2"'), ...own },
    );
    expect(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'deps/stale-lock',
    ]);
  });
});

it('names the settings with which a lock was made anew', async () => {
  const state = (version: string, head: string): Files => ({
    'pyproject.toml': project(['torch>=2.6']),
    'uv.lock': uv({ asked: { torch: '>=2.6' }, packages: [`torch ${version}`], head }),
  });
  const { findings } = await judge(
    state('2.9.1', ''),
    state('2.10.0', '[options]\nexclude-newer = "2026-01-01T00:00:00Z"\n'),
  );
  expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toContainEqual(
    expect.stringMatching(
      /^deps\/resolver-settings uv\.lock was made with other settings of the resolver: exclude-newer the default -> 2026/,
    ),
  );
});

describe('locks of other tools', () => {
  const pylock = 'lock-version = "1.0"\ncreated-by = "uv"\n[[packages]]\nname = "torch"\nversion = "2.9.1"\n';
  const environment = (...specs: readonly string[]): string =>
    `name: e\nchannels: [main]\ndependencies:\n${specs.map((spec) => `  - ${spec}\n`).join('')}`;
  const condaPackage = (name: string, version: string): string =>
    `- name: ${name}\n  version: ${version}\n  manager: conda\n  platform: linux-64\n  dependencies: {}\n  url: https://c.example/linux-64/${name}-${version}-0.conda\n  hash: {sha256: ${'a'.repeat(64)}}\n`;
  const condaLock = `version: 1\nmetadata:\n  platforms: [linux-64]\n  sources: [environment.yml]\npackage:\n${condaPackage('numpy', '1.26.4')}${condaPackage('pytorch', '2.4.0')}`;
  const condaSources = condaLock.replace(
    '[environment.yml]',
    '[../env/gpu-environment.yml, ../env/last-environment.yml]',
  );
  const pixi = (range: string): string =>
    `[workspace]\nname = "m"\nchannels = ["main"]\nplatforms = ["linux-64"]\n[dependencies]\nnumpy = "<2"\n[feature.gpu.dependencies]\npytorch = "${range}"\n[environments]\ngpu = ["gpu"]\n`;
  const at = 'https://c.example/main/linux-64';
  const pixiLock = `version: 6\nenvironments:\n  gpu:\n    channels:\n    - url: https://c.example/main/\n    packages:\n      linux-64:\n      - conda: ${at}/numpy-1.26.4-0.conda\n      - conda: ${at}/pytorch-2.4.0-0.conda\npackages:\n- conda: ${at}/numpy-1.26.4-0.conda\n  sha256: ${'a'.repeat(64)}\n- conda: ${at}/pytorch-2.4.0-0.conda\n  sha256: ${'b'.repeat(64)}\n`;

  it.each<[string, Files, Files, RegExp | undefined]>([
    [
      'pylock.toml, outside',
      { 'pylock.toml': pylock, 'pyproject.toml': project(['torch']) },
      { 'pyproject.toml': project(['torch>=2.10']) },
      /asks for torch >=2\.10, but pylock\.toml contains 2\.9\.1/,
    ],
    [
      'pylock.toml, lacking',
      { 'pylock.toml': pylock, 'pyproject.toml': project(['torch']) },
      { 'pyproject.toml': project(['torch', 'peft']) },
      /asks for peft, which pylock\.toml does not contain/,
    ],
    [
      'pylock.toml of something else',
      { 'pylock.toml': pylock, 'pyproject.toml': project(['rich']) },
      { 'pyproject.toml': project(['rich', 'peft']) },
      undefined,
    ],
    [
      'pylock.toml of a group',
      { 'pylock.docs.toml': pylock, 'pyproject.toml': project(['torch']) },
      { 'pyproject.toml': project(['torch', 'peft']) },
      undefined,
    ],
    [
      'conda-lock.yml, outside',
      { 'conda-lock.yml': condaLock, 'environment.yml': environment('numpy<2', 'pytorch=2.4') },
      { 'environment.yml': environment('numpy>=2', 'pytorch=2.4') },
      /asks for numpy >=2, but conda-lock\.yml contains 1\.26\.4/,
    ],
    [
      'conda-lock.yml, lacking',
      { 'conda-lock.yml': condaLock, 'environment.yml': environment('numpy<2') },
      { 'environment.yml': environment('numpy<2', 'peft') },
      /asks for peft, which conda-lock\.yml does not contain/,
    ],
    [
      'conda-lock.yml that fits',
      { 'conda-lock.yml': condaLock, 'environment.yml': environment('numpy<2') },
      { 'environment.yml': environment('numpy<2', 'pytorch>=2.3') },
      undefined,
    ],
    [
      'conda-lock.yml, a source elsewhere',
      { 'locks/conda-lock.yml': condaSources, 'env/gpu-environment.yml': environment('numpy<2') },
      { 'env/gpu-environment.yml': environment('numpy>=2') },
      /env\/gpu-environment\.yml asks for numpy >=2, but locks\/conda-lock\.yml contains 1\.26\.4/,
    ],
    [
      'conda-lock.yml, where a later source says otherwise',
      {
        'locks/conda-lock.yml': condaSources,
        'env/gpu-environment.yml': environment('numpy<2'),
        'env/last-environment.yml': environment('numpy<2'),
      },
      { 'env/gpu-environment.yml': environment('numpy>=2') },
      undefined,
    ],
    [
      'conda-lock.yml, what is for one platform',
      { 'conda-lock.yml': condaLock, 'environment.yml': environment('numpy<2') },
      { 'environment.yml': environment('numpy<2', 'peft  # [osx]') },
      undefined,
    ],
    [
      'pixi.lock, a feature',
      { 'pixi.lock': pixiLock, 'pixi.toml': pixi('>=2.4,<2.5') },
      { 'pixi.toml': pixi('>=2.5') },
      /asks for pytorch >=2\.5, but pixi\.lock contains 2\.4\.0/,
    ],
    [
      'pixi.lock, a feature that fits',
      { 'pixi.lock': pixiLock, 'pixi.toml': pixi('>=2.4,<2.5') },
      { 'pixi.toml': pixi('>=2.3,<2.5') },
      undefined,
    ],
  ])('%s', async (_, before, after, message) => {
    const { findings } = await judge(before, { ...before, ...after });
    const stale = findings.filter(({ rule }) => rule === 'deps/stale-lock');
    expect(stale.map(({ severity }) => severity)).toEqual(message === undefined ? [] : ['error']);
    expect(stale.map((one) => one.message).join()).toMatch(message ?? /^$/);
  });
});

describe('where a package of uv comes from', () => {
  const sources = (torch: string, more = ''): string =>
    project(
      ['torch>=2.6'],
      `[tool.uv.sources]\ntorch = ${torch}\n[[tool.uv.index]]\nname = "pt"\nurl = "https://pt.example/cu128/"\nexplicit = true\n${more}`,
    );
  const lock = (...entries: readonly string[]): string =>
    uv({ packages: ['torch 2.9.1'] }).replace(
      'source = { virtual = "." }\n',
      `source = { virtual = "." }\n\n[package.metadata]\nrequires-dist = [${entries.map((one) => `{ name = "torch", specifier = ">=2.6"${one} }`).join(', ')}]\n`,
    );
  const indexed = lock(', index = "https://pt.example/cu128"');
  const git = '{ git = "https://git.example/torch.git", rev = "v1" }';
  const inGit = lock(', git = "https://git.example/torch?rev=v1"');
  const two =
    '[{ index = "pt", marker = "sys_platform == \'linux\'" }, { index = "pu", marker = "sys_platform == \'darwin\'" }]';
  const second = '[[tool.uv.index]]\nname = "pu"\nurl = "https://pu.example/cpu"\n';

  it.each([
    ['an index', sources('{ index = "pt" }'), indexed, sources('{ index = "pt" } # x'), undefined],
    [
      'an index at another address',
      sources('{ index = "pt" }'),
      indexed,
      sources('{ index = "pt" }').replace('cu128', 'cu130'),
      /takes torch from index https:\/\/pt\.example\/cu130, but uv\.lock was made with index https:\/\/pt\.example\/cu128/,
    ],
    [
      'an index that goes',
      sources('{ index = "pt" }'),
      indexed,
      project(['torch>=2.6']),
      /takes torch from the index of all packages, but/,
    ],
    [
      'an index that comes',
      project(['torch>=2.6']),
      lock(''),
      sources('{ index = "pt" }'),
      /but uv\.lock was made with the index of all packages/,
    ],
    [
      'a commit',
      sources(git),
      inGit,
      sources(git).replace('v1', 'v2'),
      /takes torch from git https:\/\/git\.example\/torch v2, but/,
    ],
    ['the same commit', sources(git), inGit, sources(git).replace('.git"', '"'), undefined],
    [
      'one of two indexes, for which a marker leaves no room',
      project(['torch>=2.6']),
      indexed,
      sources(two, second),
      undefined,
    ],
    [
      'an index that another file names',
      sources('{ index = "pt" }'),
      indexed,
      sources('{ index = "own" }'),
      /asks for torch in another way than uv\.lock was made from/,
    ],
  ])('%s', async (_, before, locked, after, wanted) => {
    const report = await judge(
      { 'pyproject.toml': before, 'uv.lock': locked },
      { 'pyproject.toml': after, 'uv.lock': locked },
    );
    const told = report.findings
      .filter(({ rule }) => rule === 'deps/stale-lock')
      .map(({ message }) => message);
    expect(told.join('\n')).toMatch(wanted ?? /^$/);
  });
});

describe('a uv.lock that stays as it was', () => {
  const made = uv({ asked: { torch: '>=2.6', numpy: '' } });
  const state = (more: string, torch = 'torch>=2.6'): string => project([torch, 'numpy'], more);
  const group = (items: string): string => `[dependency-groups]\ndev = [${items}]\n`;
  const one = '[[tool.uv.index]]\nurl = "https://index.example/simple"\ndefault = true\n';

  it.each([
    [
      'a group asks for what the project asks for',
      state(''),
      made,
      state(group('"numpy"')),
      /^error .* asks for numpy in another way/,
    ],
    [
      'an extra of a package',
      state(''),
      made,
      state('', 'torch[opt]>=2.6'),
      /^error .* asks for torch in another way/,
    ],
    [
      'a marker',
      state(''),
      made,
      state('', "torch>=2.6 ; sys_platform == 'linux'"),
      /^warning uv\.lock may not fit .* torch under another marker/,
    ],
    [
      'the same marker in other words',
      state('', "torch>=2.6; sys_platform=='linux' and os_name == 'posix'"),
      made,
      state('', "torch>=2.6 ; os_name == 'posix' and sys_platform == 'linux'"),
      /^$/,
    ],
    [
      'an index of what is locked that goes',
      state(one),
      made,
      state(one.replace('index.', 'other.')),
      /^error .* packages from the index https:\/\/index\.example\/simple, which pyproject\.toml no longer names/,
    ],
    [
      'an index that served nothing',
      state(`${one}[[tool.uv.index]]\nurl = "https://unused.example/simple"\n`),
      made,
      state(one),
      /^$/,
    ],
    [
      'a group that includes another one',
      state(group('')),
      made,
      state(group('{ include-group = "x" }').concat('x = []\n')),
      /^error .* asks for the group x in another way/,
    ],
  ])('%s', async (_, before, locked, after, wanted) => {
    const report = await judge(
      { 'pyproject.toml': before, 'uv.lock': locked },
      { 'pyproject.toml': after, 'uv.lock': locked },
    );
    const found = report.findings.filter(({ rule }) => rule === 'deps/stale-lock');
    expect(found.map(({ severity, message }) => `${severity} ${message}`).join('\n')).toMatch(wanted);
  });
});
