/** A package is its version, source, hosts and hashes together: whichever of them changes, somebody must have asked for it. */
import { describe, expect, it } from 'vitest';

import { pyproject } from './support/locks.ts';
import { type Extra, type Files, judge, movesIn } from './support/world.ts';

const [a, b, c] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];
const index = 'https://index.example/simple';
const site = 'https://files.example';

interface File {
  readonly host?: string;
  readonly hash?: string | undefined;
  readonly name?: string;
}

/** One package of a uv.lock. */
function uv(name: string, version: string, files: readonly File[], source = `registry = "${index}"`): string {
  const wheels = files.map(({ host = site, hash, name: file = `${name}-${version}-py3-none-any.whl` }) => {
    const check = hash === undefined ? '' : `, hash = "sha256:${hash}"`;
    return `    { url = "${host}/${file}"${check}, size = 1 },\n`;
  });
  return `\n[[package]]\nname = "${name}"\nversion = "${version}"\nsource = { ${source} }\nwheels = [\n${wheels.join('')}]\n`;
}

function lock(...packages: readonly string[]): Files {
  const head = 'version = 1\nrevision = 3\nrequires-python = ">=3.11"\n';
  return { 'uv.lock': head + packages.join(''), 'pyproject.toml': pyproject(['torch>=2.6', 'rich']) };
}

const torch = (files: readonly File[], version = '2.9.1'): Files => lock(uv('torch', version, files));
const one = torch([{ hash: a }]);
const two = torch([{ hash: a }, { hash: b, name: 'torch-2.9.1-cp312.whl' }]);

type Outcome = readonly [severity: string | undefined, message: RegExp];
const clean: Outcome = [undefined, /^$/];

const cases: readonly (readonly [what: string, before: Files, after: Files, outcome: Outcome])[] = [
  ['the only hash is lost', one, torch([{}]), ['error', /has no hash any more/]],
  [
    'one of two hashes is lost',
    two,
    torch([{ hash: a }, { name: 'torch-2.9.1-cp312.whl' }]),
    ['error', /no hash any more for torch-2\.9\.1-cp312/],
  ],
  [
    'a file without a hash is added',
    one,
    torch([{ hash: a }, { name: 'torch-2.9.1-cp312.whl' }]),
    ['error', /no hash any more for/],
  ],
  ['no file is left', one, torch([]), ['error', /has no hash any more/]],
  ['one of two files is gone', two, one, ['error', /fewer hashes than before: torch-2\.9\.1-cp312/]],
  ['another hash', one, torch([{ hash: b }]), ['error', /is another file than it was/]],
  [
    'all files replaced',
    one,
    torch([{ hash: b, name: 'torch-2.9.1-1-py3-none-any.whl' }]),
    ['error', /none of its files is one that it had/],
  ],
  [
    'a file of a new host beside the known one',
    one,
    torch([{ hash: a }, { hash: b, host: 'https://own.example', name: 'torch-2.9.1-cp312.whl' }]),
    ['error', /comes from own\.example, where it came from files\.example/],
  ],
  [
    'the same file from a new host',
    one,
    torch([{ hash: a, host: 'https://own.example' }]),
    ['warning', /its hash is the same/],
  ],
  ['a file added on the known host', one, two, clean],
  [
    'a host of the same owner',
    torch([{ hash: a, host: 'https://download.wheels.example' }]),
    torch([
      { hash: b, host: 'https://cdn.wheels.example', name: 'torch-2.9.1-cp312.whl' },
      { hash: a, host: 'https://download.wheels.example' },
    ]),
    ['warning', /comes from cdn\.wheels\.example/],
  ],
  [
    'two owners below one public domain',
    torch([{ hash: a, host: 'https://one.github.io' }]),
    torch([
      { hash: b, host: 'https://two.github.io', name: 'torch-2.9.1-cp312.whl' },
      { hash: a, host: 'https://one.github.io' },
    ]),
    ['error', /comes from two\.github\.io/],
  ],
];

describe('the version stays', () => {
  it.each(cases)('%s', async (_, before, after, [severity, message]) => {
    const { findings } = await judge(before, after);
    expect(findings.map((found) => found.severity)).toEqual(severity === undefined ? [] : [severity]);
    expect(findings[0]?.message ?? '').toMatch(message);
  });

  it('and what the lock is made for changed: files for other Pythons may go', async () => {
    const after = { ...one, 'uv.lock': String(one['uv.lock']).replace('>=3.11', '>=3.12') };
    const { findings } = await judge(two, after);
    expect(findings.filter(({ rule }) => rule === 'deps/identity-change')).toEqual([]);
  });

  it('of a package that nobody watches: a warning', async () => {
    const { findings } = await judge(
      lock(uv('rich', '14.0', [{ hash: a }])),
      lock(uv('rich', '14.0', [{ hash: b }])),
    );
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      expect.stringMatching(/^warning rich, which is not watched, is another file than it was/),
    ]);
  });

  it('of many packages in the same way: once', async () => {
    const names = ['torch', 'numpy', 'peft', 'trl'];
    const from = (host: string): Files => lock(...names.map((name) => uv(name, '1.0', [{ hash: a, host }])));
    const { findings } = await judge(from(site), from('https://mirror.example'));
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^torch .*The same goes for peft, trl, numpy|^torch .*The same goes for/),
    ]);
  });
});

const asked = (version: string, extra = ''): Files => ({
  'pyproject.toml': pyproject([`torch==${version}`], extra),
});
const from = (url: string): string => `registry = "${url}"`;
const own = 'https://own.example/simple';
const hashed = [{ hash: b }];
const at = (version: string, source = from(index)): Files => lock(uv('torch', version, hashed, source));
const index_ = (url: string): string =>
  `[tool.uv.sources]\ntorch = { index = "x" }\n[[tool.uv.index]]\nname = "x"\nurl = "${url}"\nexplicit = true\n`;

it.each([
  ['a wheel for the target', 'torch-2.9.1-cp312-cp312-manylinux_2_28_x86_64.whl', 'error'],
  ['one for all platforms', 'torch-2.9.1-py3-none-any.whl', 'error'],
  ['the sources', 'torch-2.9.1.tar.gz', 'error'],
  ['one for another system', 'torch-2.9.1-cp312-cp312-macosx_11_0_arm64.whl', 'warning'],
  ['one for another processor', 'torch-2.9.1-cp312-cp312-manylinux_2_28_aarch64.whl', 'warning'],
])('%s is gone', async (_, name, severity) => {
  const kept = { hash: a, name: 'torch-2.9.1-cp313-cp313-manylinux_2_28_x86_64.whl' };
  const { findings } = await judge(torch([kept, { hash: b, name }]), torch([kept]));
  expect(findings).toMatchObject([{ severity, message: expect.stringMatching(/fewer hashes/) }]);
});

describe('the version moves as it was asked to', () => {
  const requested: typeof cases = [
    ['and nothing else', at('2.9.1'), at('2.10.0'), clean],
    [
      'to another index',
      at('2.9.1'),
      at('2.10.0', from(own)),
      [
        'error',
        /comes from registry https:\/\/own\.example\/simple, no longer from registry https:\/\/index/,
      ],
    ],
    [
      'to a fork',
      at('2.9.1'),
      at('2.10.0', 'git = "https://git.example/fork/torch?rev=main#0123"'),
      ['error', /comes from git https:\/\/git\.example\/fork\/torch/],
    ],
    ['without a hash', at('2.9.1'), torch([{}], '2.10.0'), ['error', /has no hash any more/]],
    [
      'to a new host',
      at('2.9.1'),
      torch([{ hash: c, host: 'https://own.example' }], '2.10.0'),
      ['error', /comes from own\.example/],
    ],
    [
      'to another build',
      at('2.9.1+cu128'),
      at('2.10.0+cpu'),
      ['error', /has cpu as the build in its version, where it had cu128/],
    ],
    ['to a nightly of the same build', at('2.9.1+cu128'), at('2.10.0.dev20250101+cu128'), clean],
  ];
  it.each(requested)('%s', async (_, before, after, [severity, message]) => {
    const version = /version = "([\d.a-z]+)(?:\+\w+)?"\nsource/.exec(String(after['uv.lock']))?.[1] ?? '';
    const report = await judge({ ...before, ...asked('2.9.1') }, { ...after, ...asked(version) });
    expect(report.findings.map((found) => found.severity)).toEqual(severity === undefined ? [] : [severity]);
    expect(report.findings[0]?.message ?? '').toMatch(message);
  });

  it('and the manifest names the index', async () => {
    const report = await judge(
      { ...at('2.9.1'), ...asked('2.9.1') },
      { ...at('2.10.0', from(own)), ...asked('2.10.0', index_(own)) },
    );
    expect(report.findings).toEqual([]);
  });

  it('but the manifest names another index', async () => {
    const report = await judge(
      { ...at('2.9.1'), ...asked('2.9.1') },
      { ...at('2.10.0', from(own)), ...asked('2.10.0', index_('https://third.example/simple')) },
    );
    expect(report.verdict).toBe('fail');
  });
});

describe('a package that is new in the lock', () => {
  const torchOnly = lock(uv('torch', '2.9.1', [{ hash: a }]));
  const withRich = (host: string): Files =>
    lock(uv('rich', '14.0', [{ hash: b, host }]), uv('torch', '2.9.1', [{ hash: a }]));
  const warnings = async (host: string, extra?: Extra): Promise<string[]> => {
    const { findings } = await judge(torchOnly, withRich(host), extra);
    return findings.map(({ severity, message }) => `${severity} ${message}`);
  };

  it('from a host that served nothing of its index: a warning', async () => {
    expect(await warnings('https://own.example')).toEqual([
      expect.stringMatching(/^warning rich is new in the lock, with files from own\.example/),
    ]);
  });

  it.each([
    ['from the host of the others', site, undefined],
    ['from a host that the policy allows', 'https://own.example', { settings: { hosts: ['own.example'] } }],
  ])('%s: nothing to say', async (_, host, extra) => expect(await warnings(host, extra)).toEqual([]));
});

describe('a revision of a repository', () => {
  const manifest = (revision: string): Files => ({
    'pyproject.toml': pyproject(
      ['torch==2.9.1'],
      `[tool.uv.sources]\ntorch = { git = "https://git.example/torch", rev = "${revision}" }\n`,
    ),
  });
  const script = (branch: string): Files => ({
    Dockerfile: `FROM python:3.11\nRUN git clone -b ${branch} https://git.example/x/flash-attention\n`,
  });

  it.each([
    ['that a table of sources names', manifest('a'.repeat(40)), manifest('b'.repeat(40)), 'torch'],
    ['that an image clones', script('v2.7.4'), script('v2.8.0'), 'flash-attn'],
  ])('%s is a move', async (_, before, after, name) => {
    expect(movesIn(await judge(before, after)).map((move) => move.name)).toEqual([name]);
  });
});

describe('a line states exactly what it names', () => {
  const state = (line: string): Files => ({ '.github/dependency-moves.txt': `${line}\n` });
  const lines: readonly (readonly [line: string, verdict: string])[] = [
    ['torch 2.9.1 -> 2.10.0', 'fail'],
    [`torch 2.9.1 -> 2.10.0 from ${own}`, 'pass'],
    ['torch 2.9.1 -> 2.10.0 from https://third.example/simple', 'fail'],
    [`torch 2.9.1 -> 2.11.0 from ${own}`, 'fail'],
  ];
  it.each(lines)('%s', async (line, verdict) => {
    const report = await judge(at('2.9.1'), { ...at('2.10.0', from(own)), ...state(line) });
    expect(report.verdict).toBe(verdict);
  });

  it.each(cases.filter(([, , , [severity]]) => severity === 'error'))(
    'the line of the help: %s',
    async (_, before, after) => {
      const blocked = await judge(before, after);
      const line = /add the line "([^"]+)"/.exec(blocked.findings[0]?.help ?? '')?.[1] ?? '';
      const report = await judge(before, { ...after, ...state(line) });
      expect([line, report.findings.filter(({ severity }) => severity === 'error')]).toEqual([line, []]);
      const tampered = torch([{ hash: c, host: 'https://third.example' }]);
      expect((await judge(before, { ...tampered, ...state(line) })).verdict).toBe('fail');
    },
  );

  it('a bot states versions, no files', async () => {
    const settings = { bots: ['renovate[bot]'], author: 'renovate[bot]', bot: true };
    expect((await judge(one, torch([{}]), { settings })).verdict).toBe('fail');
  });
});

describe('hosts that the policy allows', () => {
  const mirror = 'https://mirror.example';
  const settings: Extra = { settings: { hosts: ['mirror.example'] } };
  const mirrored = (hash: string, version = '2.9.1'): Files =>
    lock(uv('torch', version, [{ hash, host: mirror }], from(`${mirror}/simple`)));
  it('serve the same files', async () => {
    const report = await judge(one, mirrored(a), settings);
    expect([report.findings, movesIn(report)]).toEqual([[], []]);
  });

  it('but no others', async () => {
    const { findings } = await judge(one, mirrored(b), settings);
    expect(findings).toMatchObject([{ severity: 'error', message: expect.stringMatching(/another file/) }]);
  });

  it('and new versions that were asked for', async () => {
    const report = await judge(
      { ...one, ...asked('2.9.1') },
      { ...mirrored(c, '2.10.0'), ...asked('2.10.0') },
      settings,
    );
    expect(report.findings).toEqual([]);
  });

  it('are whole hosts', async () => {
    const other = lock(uv('torch', '2.9.1', [{ hash: a, host: 'https://xmirror.example' }]));
    expect((await judge(one, other, settings)).findings).toMatchObject([{ severity: 'warning' }]);
  });
});

/** The same package in every other format that keeps hashes, with a hash or without one. */
const formats: readonly (readonly [
  file: string,
  text: (hash: string | undefined, host?: string) => string,
])[] = [
  [
    'poetry.lock',
    (hash) =>
      `[[package]]\nname = "torch"\nversion = "2.9.1"\nfiles = [${hash === undefined ? '' : `{file = "torch-2.9.1.whl", hash = "sha256:${hash}"}`}]\n\n[metadata]\nlock-version = "2.1"\n`,
  ],
  [
    'pdm.lock',
    (hash) =>
      `[metadata]\nlock_version = "4.5.0"\n\n[[package]]\nname = "torch"\nversion = "2.9.1"\nfiles = [${hash === undefined ? '' : `{file = "torch-2.9.1.whl", hash = "sha256:${hash}"}`}]\n`,
  ],
  [
    'Pipfile.lock',
    (hash) =>
      JSON.stringify({
        _meta: { 'pipfile-spec': 6, sources: [] },
        default: { torch: { version: '==2.9.1', hashes: hash === undefined ? [] : [`sha256:${hash}`] } },
      }),
  ],
  [
    'pylock.toml',
    (hash, host = 'files.example') =>
      `lock-version = "1.0"\n\n[[packages]]\nname = "torch"\nversion = "2.9.1"\nwheels = [{ name = "torch-2.9.1.whl", url = "https://${host}/torch-2.9.1.whl"${hash === undefined ? '' : `, hashes = { sha256 = "${hash}" }`} }]\n`,
  ],
  [
    'pixi.lock',
    (hash, host = 'files.example') =>
      `version: 6\nenvironments:\n  default:\n    packages:\n      linux-64:\n      - pypi: https://${host}/torch-2.9.1-py3-none-any.whl\npackages:\n- pypi: https://${host}/torch-2.9.1-py3-none-any.whl\n  name: torch\n  version: 2.9.1\n${hash === undefined ? '' : `  sha256: ${hash}\n`}`,
  ],
  [
    'conda-lock.yml',
    (hash, host = 'files.example') =>
      `version: 1\nmetadata:\n  sources: [environment.yml]\npackage:\n- name: torch\n  version: 2.9.1\n  manager: pip\n  platform: linux-64\n  url: https://${host}/torch-2.9.1-py3-none-any.whl\n  hash:${hash === undefined ? ' {}' : `\n    sha256: ${hash}`}\n`,
  ],
  [
    'requirements.txt',
    (hash) =>
      `numpy==2.2.6 --hash=sha256:${c}\ntorch==2.9.1${hash === undefined ? '' : ` --hash=sha256:${hash}`}\n`,
  ],
];

describe.each(formats)('%s', (file, text) => {
  const verdict = async (before: string, after: string): Promise<readonly (string | undefined)[]> => {
    const { findings } = await judge({ [file]: before }, { [file]: after });
    return findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message.slice(0, 5)}`);
  };
  const error = ['error deps/identity-change torch'];
  it('a lost hash', async () => {
    expect(await verdict(text(a), text(undefined))).toEqual(error);
  });

  it('another hash', async () => {
    expect(await verdict(text(a), text(b))).toEqual(error);
  });

  it('a hash where none was', async () => {
    expect(await verdict(text(undefined), text(a))).toEqual([]);
  });

  it.runIf(text(a, 'own.example') !== text(a))('the same file from another host', async () => {
    expect(await verdict(text(a), text(a, 'own.example'))).toEqual(['warning deps/identity-change torch']);
  });

  it.runIf(text(a, 'own.example') !== text(a))('another host and no hash', async () => {
    expect((await verdict(text(a), text(undefined, 'own.example')))[0]).toBe(error[0]);
  });
});

describe('a line names another repository or site', () => {
  const git = (owner: string, name = 'transformers', rev = 'v4.56.2'): string =>
    `${name} @ git+https://github.com/${owner}/${name}@${rev}\n`;
  const wheel = (owner: string, version: string): string =>
    `flash-attn @ https://github.com/${owner}/flash-attention/releases/download/v${version}/flash_attn-${version}-cp311-cp311-linux_x86_64.whl\n`;
  const project = (requirement: string): Files => ({
    'pyproject.toml': `[project]\nname = "m"\nversion = "0"\ndependencies = ["${requirement.trim()}"]\n`,
  });
  const list = (text: string): Files => ({ 'requirements.txt': text });

  it.each<readonly [what: string, before: Files, after: Files, severity: string | undefined]>([
    ['a fork for a version', list('transformers==4.56.2\n'), list(git('somebody')), 'error'],
    ['its own repository for a version', list('transformers==4.56.2\n'), list(git('HuggingFace')), undefined],
    [
      'another commit of the fork that it was',
      list(git('a')),
      list(git('a', 'transformers', 'v5')),
      undefined,
    ],
    ['another fork', list(git('a')), list(git('b')), 'error'],
    ['a version for a fork', list(git('a')), list('transformers==4.56.2\n'), undefined],
    ['a fork of what nobody watches', list('rich==13.0\n'), list(git('somebody', 'rich')), 'warning'],
    [
      'a mirror',
      list(git('huggingface')),
      list(git('huggingface').replace('github.com', 'git.example')),
      'warning',
    ],
    ['a wheel of its publisher', list('flash-attn==2.7.4\n'), list(wheel('Dao-AILab', '2.7.4')), undefined],
    ['the next wheel of somebody', list(wheel('x', '2.7.4')), list(wheel('x', '2.8.0')), undefined],
    ['a wheel of somebody else', list(wheel('x', '2.7.4')), list(wheel('y', '2.7.4')), 'error'],
    ['a fork in pyproject.toml', project('transformers==4.56.2'), project(git('somebody')), 'error'],
  ])('%s', async (_, before, after, severity) => {
    const { findings } = await judge(before, after);
    const told = findings.filter(({ rule }) => rule === 'deps/identity-change');
    expect(told.map((finding) => finding.severity)).toEqual(severity === undefined ? [] : [severity]);
  });

  it('may be stated, and its host may be allowed', async () => {
    const [before, after] = [list('transformers==4.56.2\n'), list(git('somebody'))];
    const { findings } = await judge(before, after);
    const line = findings.find(({ rule }) => rule === 'deps/identity-change')?.fix?.text ?? '';
    expect(line).toContain(' from https://github.com/somebody/transformers');
    const stated = await judge(before, { ...after, '.github/dependency-moves.txt': line });
    expect(stated.findings.filter(({ rule }) => rule === 'deps/identity-change')).toEqual([]);
    const allowed = await judge(before, after, { settings: { hosts: ['github.com'] } });
    expect(allowed.findings.filter(({ rule }) => rule === 'deps/identity-change')).toEqual([]);
  });
});

describe('the source of a Pipfile.lock', () => {
  const lock = (url: string): string =>
    JSON.stringify({
      _meta: { 'pipfile-spec': 6, sources: [{ name: 'own', url, verify_ssl: true }] },
      default: { peft: { version: '==0.17.0', hashes: [`sha256:${'a'.repeat(64)}`] } },
    });
  const pipfile = (url: string): string =>
    `[[source]]\nname = "own"\nurl = "${url}"\nverify_ssl = true\n[packages]\npeft = "*"\n`;
  const [own, other] = ['https://index.example/simple', 'https://other.example/simple'];
  const files = (manifest: string, locked: string): Files => ({
    Pipfile: pipfile(manifest),
    'Pipfile.lock': lock(locked),
  });
  it.each([
    ['is another one that only the lock names', files(own, other), 'fail', 'deps/identity-change'],
    ['is one that the Pipfile names too', files(other, other), 'pass', 'deps/index-changed'],
  ])('%s', async (_, after, verdict, rule) => {
    const report = await judge(files(own, own), after);
    expect([report.verdict, ...new Set(report.findings.map((one) => one.rule))]).toEqual([verdict, rule]);
  });
});

describe('a Dockerfile takes a release in place of a repository', () => {
  const file = (...commands: readonly string[]): Files => ({
    Dockerfile: `FROM python:3.12\n${commands.map((one) => `RUN ${one}\n`).join('')}`,
  });
  const cloned =
    'git clone -b releases/v0.23.0 https://github.com/vllm-project/vllm.git && cd vllm && pip install .';

  it('which is asked for, whatever index another package comes from', async () => {
    const after = file('pip install vllm==0.24.0', 'pip install rich==1.0 -i https://index.example/simple');
    const report = await judge(file(cloned), after);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('or another branch of it, with a folder in its name', async () => {
    const after = file(cloned.replace('v0.23.0', 'v0.24.0').replace('releases/', 'next/'));
    const report = await judge(file(cloned), after);
    expect(report.findings.filter(({ rule }) => rule === 'deps/identity-change')).toEqual([]);
  });
});
