import { describe, expect, it } from 'vitest';

import { redact, sourceUrl } from '../../../src/kernel/redact.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { judgeDependencies } from '../../../src/dependencies/gate/detect-dep-drift.ts';
import { dependencyDefaults } from '../../../src/dependencies/index.ts';
import { pyproject, uvLock } from './support/locks.ts';
import { judge, movesIn, portsOf, treeOf } from './support/world.ts';

const whole = uvLock('numpy 1.26.4', 'torch 2.9.1');

describe('a lock that cannot be read fails, with the place and the fix', () => {
  const cases: readonly (readonly [what: string, content: string | Uint8Array, message: RegExp])[] = [
    ['cut in half', whole.slice(0, -20), /uv\.lock \(head\) cannot be judged: not TOML/],
    ['merge-conflict markers', `${whole}<<<<<<< HEAD\n`, /merge-conflict markers/],
    ['not text', new Uint8Array([0xff, 0x00, 0xc3, 0x28]), /not text in UTF-8 or UTF-16/],
    [
      'nested deeply',
      `version = 1\nx = ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`,
      /nested too deeply|not TOML/,
    ],
    ['an unknown version', whole.replace('version = 1', 'version = 7'), /uv\.lock version 7/],
  ];
  it.each(cases)('%s', async (_, content, message) => {
    const report = await judge({ 'uv.lock': whole }, { 'uv.lock': content });
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]?.message).toMatch(message);
    expect(report.findings[0]).toMatchObject({
      severity: 'error',
      file: 'uv.lock',
      help: expect.any(String),
    });
  });

  it('in the base too: nothing can be compared, and who fixes it is shown how', async () => {
    const report = await judge({ 'uv.lock': '<<<<<<< HEAD\n' }, { 'uv.lock': whole });
    expect([report.verdict, report.findings[0]?.message]).toEqual([
      'fail',
      'uv.lock (merge base) cannot be judged: it contains merge-conflict markers.',
    ]);
    expect(report.findings[0]?.help).toMatch(/^Nothing can be compared with it\. .*exemption/);
  });

  it('but a newer revision of uv.lock, which uv keeps readable, is judged and said', async () => {
    const newer = (text: string): string =>
      text.replace(/^version = 1\n(?:revision = \d+\n)?/, 'version = 1\nrevision = 6\n');
    const report = await judge({ 'uv.lock': whole }, { 'uv.lock': newer(whole) });
    expect(report).toMatchObject({
      verdict: 'pass',
      findings: [{ rule: 'deps/newer-revision', severity: 'warning', file: 'uv.lock', line: 1 }],
    });
    expect(report.findings[0]?.message).toBe(
      'uv.lock (head) was judged, but revision 6 of uv.lock is newer than 5, the last that this gate knows.',
    );
    const moved = await judge(
      { 'uv.lock': newer(whole) },
      { 'uv.lock': newer(uvLock('numpy 1.26.4', 'torch 2.10.0')) },
    );
    expect(moved.findings.map(({ rule }) => rule)).toEqual(['deps/unexplained', 'deps/newer-revision']);
  });

  it('a lock that is a link, when only what it leads to changed', async () => {
    const ports = await portsOf(
      { 'uv.lock': whole, 'locks/real': 'x' },
      { 'uv.lock': whole, 'locks/real': 'y' },
    );
    const shows = (name: string, text: string) => treeOf(name, { 'uv.lock': text, 'locks/real': text });
    const change = {
      ...ports.change,
      files: [{ status: 'modified', path: 'uv.lock', target: 'locks/real' } as const],
      base: shows('merge base', whole),
      head: shows('head', uvLock('numpy 1.26.4', 'torch 2.10.0')),
    };
    const report = await judgeDependencies(dependencyDefaults, { ...ports, change });
    expect(report.findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'deps/unexplained uv.lock',
      'deps/linked-change uv.lock',
    ]);
  });

  it('a symlink out of the repository', async () => {
    const ports = await portsOf({ 'uv.lock': whole }, { 'uv.lock': uvLock('torch 2.10.0') });
    const link = new UserError('uv.lock is a link that leaves the repository', { help: 'Make it a file.' });
    const tree = treeOf('head', { 'uv.lock': '' });
    const head = {
      ...tree,
      read: (path: string) => (path === 'uv.lock' ? Promise.reject(link) : tree.read(path)),
    };
    const report = await judgeDependencies(dependencyDefaults, {
      ...ports,
      change: { ...ports.change, head },
    });
    expect(report).toMatchObject({ verdict: 'fail' });
  });
});

it('names of objects are names of packages like any other', async () => {
  const report = await judge(
    { 'uv.lock': uvLock('__proto__ 1.0', 'constructor 1.0', 'torch 2.9.1', 'toString 1') },
    { 'uv.lock': uvLock('__proto__ 2.0', 'constructor 2.0', 'torch 2.9.1', 'toString 2') },
    { settings: { watch: ['*'] } },
  );
  expect(movesIn(report).map(({ name, after }) => `${name} ${after.join()}`)).toEqual([
    '-proto- 2.0',
    'constructor 2.0',
    'tostring 2',
  ]);
});

it('a table called __proto__ changes nothing', async () => {
  const hostile = `${whole}\n[__proto__]\nname = "torch"\nversion = "9"\n\n[[package]]\n__proto__ = { name = "torch", version = "9" }\n`;
  const report = await judge({ 'uv.lock': whole }, { 'uv.lock': hostile });
  expect(movesIn(report).filter(({ watched }) => watched)).toEqual([]);
  expect(({} as Record<string, unknown>)['name']).toBeUndefined();
});

describe('includes of a requirements file', () => {
  const moved = (text: string): Record<string, string> => ({ 'requirements.txt': text });
  it('out of the repository', async () => {
    const report = await judge(
      moved('torch==2.9.1\n'),
      moved('torch==2.9.1\n-r ../../secret/requirements.txt\n'),
    );
    expect(report.findings).toMatchObject([
      { rule: 'deps/include-escapes', file: 'requirements.txt', line: 2, severity: 'error' },
    ]);
  });

  it('of an address', async () => {
    const report = await judge(
      moved('torch==2.9.1\n'),
      moved('-r https://files.example/r.txt\ntorch==2.9.1\n'),
    );
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deps/include-escapes']);
  });

  it('of itself', async () => {
    const report = await judge(moved('torch==2.9.1\n'), moved('torch==2.9.1\n-r requirements.txt\n'));
    expect(report.findings).toMatchObject([{ rule: 'deps/include-cycle', line: 2 }]);
  });

  it('in a circle of three', async () => {
    const circle = {
      'a.requirements.txt': '-r b.requirements.txt\n',
      'b.requirements.txt': '-r requirements.txt\n',
    };
    const report = await judge(
      { ...circle, ...moved('torch==2.9.1\n') },
      { ...circle, ...moved('-r a.requirements.txt\ntorch==2.9.1\n') },
    );
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deps/include-cycle']);
  });

  it('of a file that cannot be read', async () => {
    const report = await judge(
      { ...moved('torch==2.9.1\n'), 'more.txt': new Uint8Array([0xff, 0x00, 0xc3, 0x28]) },
      { ...moved('torch==2.9.1\n-r more.txt\n'), 'more.txt': new Uint8Array([0xff, 0x00, 0xc3, 0x28]) },
    );
    expect(report.findings).toMatchObject([
      { rule: 'deps/unreadable-file', file: 'more.txt', severity: 'error' },
    ]);
  });

  it('of a file that is not there', async () => {
    const report = await judge(moved('torch==2.9.1\n'), moved('-r gone.txt\ntorch==2.9.1\n'));
    expect(report.findings[0]).toMatchObject({ rule: 'deps/unreadable-file', line: 1 });
  });
});

describe('a list of requirements under a name of its own', () => {
  const compiled = (version: string): string => `# autogenerated by pip-compile\ntorch==${version}\n`;
  const files = (version: string, include = '-r lists/pins.txt\n') => ({
    'requirements.txt': include,
    'lists/pins.txt': compiled(version),
    'lists/pins.in': 'torch>=2.6\n',
  });

  it('is judged where requirements include it', async () => {
    const report = await judge(files('2.9.1'), files('2.10.0'));
    expect(report.findings).toMatchObject([{ rule: 'deps/unexplained', file: 'lists/pins.txt', line: 2 }]);
  });

  it('or include what includes it', async () => {
    const through = { 'lists/all': '-r pins.txt\n' };
    const report = await judge(
      { ...files('2.9.1', '-r lists/all\n'), ...through },
      { ...files('2.10.0', '-r lists/all\n'), ...through },
    );
    expect(report.findings).toMatchObject([{ rule: 'deps/unexplained', file: 'lists/pins.txt' }]);
  });

  it('or where a pattern of the workflow takes it', async () => {
    const settings = { files: ['lists/*.txt'] };
    const report = await judge(files('2.9.1', ''), files('2.10.0', ''), { settings });
    expect(report.findings).toMatchObject([{ rule: 'deps/unexplained', file: 'lists/pins.txt' }]);
  });

  it('else it is text like any other', async () => {
    const report = await judge(files('2.9.1', 'numpy\n'), files('2.10.0', 'numpy\n'));
    expect(report).toMatchObject({ verdict: 'pass', findings: [] });
  });
});

describe('a line that is not a requirement', () => {
  it('fails where this change brought it', async () => {
    const report = await judge(
      { 'requirements.txt': 'rich\n' },
      { 'requirements.txt': 'rich\ntorch == two\n' },
    );
    expect(report.findings).toMatchObject([
      { rule: 'deps/unreadable-line', severity: 'error', line: 2, column: 1 },
    ]);
  });

  it('only warns where it stood before', async () => {
    const report = await judge(
      { 'requirements.txt': 'torch == two\n' },
      { 'requirements.txt': 'torch == two\nrich\n' },
    );
    expect(report.findings).toMatchObject([{ rule: 'deps/unreadable-line', severity: 'warning' }]);
  });
});

it('reads requirements that PowerShell wrote as UTF-16', async () => {
  const encode = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  const report = await judge(
    { 'freeze.txt': encode('torch==2.9.1\r\n') },
    { 'freeze.txt': encode('torch==2.10.0\r\n') },
  );
  expect(movesIn(report)).toMatchObject([{ name: 'torch', before: ['2.9.1'], after: ['2.10.0'] }]);
});

describe('credentials', () => {
  const urls: readonly (readonly [url: string, shown: string])[] = [
    ['https://user:pass@index.example/simple', 'https://***@index.example/simple'],
    ['https://token@index.example/simple', 'https://***@index.example/simple'],
    ['git+https://a:b@c@git.example/x.git@v1', 'git+https://***@git.example/x.git@v1'],
    ['https://index.example/simple?token=abc&x=1', 'https://index.example/simple?token=***&x=1'],
    ['https://blob.example/w.whl?sv=1&sig=abc%2F', 'https://blob.example/w.whl?sv=1&sig=***'],
    ['https://git.example/x.git@v1.0', 'https://git.example/x.git@v1.0'],
    ['ssh://git@git.example/x.git', 'ssh://***@git.example/x.git'],
  ];
  it.each(urls)('%s', (url, shown) => {
    expect(redact(url)).toBe(shown);
    expect(sourceUrl(url)).not.toMatch(/pass|token@|a:b@c|=abc/);
  });

  it('are in no part of a report', async () => {
    const lock = (host: string): string =>
      uvLock({ name: 'torch', version: '2.9.0', registry: `https://bot:hunter2@${host}/simple` });
    const manifest = pyproject(
      ['torch @ https://bot:hunter2@wheels.example/torch.whl'],
      '[[tool.uv.index]]\nurl = "https://bot:hunter2@index.example/simple"\n',
    );
    const text = {
      'requirements.txt':
        '-i https://bot:hunter2@index.example/x\nhttps://bot:hunter2@x.example/y z\ntorch==1\n',
    };
    const report = await judge(
      { 'pyproject.toml': manifest, 'uv.lock': lock('a.example'), 'requirements.txt': 'torch==2\n' },
      {
        'pyproject.toml': manifest,
        'uv.lock': lock('b.example'),
        ...text,
        Dockerfile: 'FROM bot:hunter2@x.example/y:1\n',
      },
    );
    expect(report.verdict).toBe('fail');
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });
});

describe('hostile text is read to the end', () => {
  const long = 200_000;
  const texts: readonly (readonly [what: string, file: string, text: string])[] = [
    ['spaces before a comment', 'requirements.txt', `torch==2.9.1${' '.repeat(long)}x`],
    ['blank lines', 'requirements.txt', `torch==2.9.1\n${'\n \n'.repeat(long)}x`],
    ['backslashes', 'requirements.txt', `torch${'\\'.repeat(long)}x`],
    ['at signs', 'requirements.txt', `https://${'@'.repeat(long)} x`],
    ['a marker of parentheses', 'requirements.txt', `torch ; ${'('.repeat(long)}`],
    ['dashes in a name', 'requirements.txt', `${'a-'.repeat(long)}==1`],
    ['an open quote in a script', 'Dockerfile', `RUN pip install "${'a\\'.repeat(long)}`],
    ['braces in a script', 'Dockerfile', `FROM ${'${a:-'.repeat(long / 10)}`],
    ['version digits', 'uv.lock', uvLock(`torch ${'1.'.repeat(long)}x`)],
    ['equal signs', 'environment.yml', `dependencies:\n- torch${'='.repeat(long)}x`],
    ['white space in a spec', 'environment.yml', `dependencies:\n- "torch${' '.repeat(long)}x"`],
  ];
  /** What is quadratic here does not end within the time that any test has. */
  it.each(texts)('%s', async (_, file, text) => {
    const report = await judge({ [file]: 'x' }, { [file]: text });
    expect(['pass', 'fail']).toContain(report.verdict);
  });
});

describe('YAML that is more than it seems is refused', () => {
  const many = (text: string, times = 3000): string => text.repeat(times);
  const needs = Array.from({ length: 3000 }, (_, index) => `    d${index}: ''\n`).join('');
  const texts: readonly (readonly [file: string, text: string])[] = [
    [
      'conda-lock.yml',
      `version: 1\npackage:\n- &p\n  name: torch\n  dependencies:\n${needs}${many('- *p\n')}`,
    ],
    ['environment.yml', `dependencies:\n- &p\n  pip:\n${many('  - torch==2.9.1\n')}${many('- *p\n')}`],
    [
      'pixi.lock',
      `version: 6\nenvironments:\n  e: &e\n    packages:\n      p: &l\n      - conda: https://x.example/torch-2-0.conda\n${many('      - conda: https://x.example/torch-2-0.conda\n', 300)}${Array.from({ length: 300 }, (_, index) => `      p${index}: *l\n`).join('')}${Array.from({ length: 300 }, (_, index) => `  e${index}: *e\n`).join('')}packages:\n- conda: https://x.example/torch-2-0.conda\n`,
    ],
  ];
  it.each(texts)('aliases in %s', async (file, text) => {
    const report = await judge({ [file]: text }, { [file]: `${text}\n` });
    expect(report.findings[0]?.message).toMatch(/its aliases repeat each other/);
  });

  it('but aliases that a person writes are read', async () => {
    const environment = (version: string): string =>
      `dependencies:\n- &torch torch=${version}\n- pip:\n  - peft==0.17.0\nlater: [*torch]\n`;
    const report = await judge(
      { 'environment.yml': environment('2.9.1') },
      { 'environment.yml': environment('2.10.0') },
    );
    expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'requested' }]);
  });
});

describe('a file with more packages than any that is real is refused', () => {
  const lines = (line: (index: number) => string): string =>
    Array.from({ length: 200_001 }, (_, index) => line(index)).join('\n');
  const texts: readonly (readonly [file: string, text: string])[] = [
    ['requirements.txt', lines((index) => `a${index}==1`)],
    ['freeze.txt', lines((index) => `a${index}==1`)],
    ['environment.yml', `dependencies:\n${lines((index) => `- a${index}=1`)}`],
    ['Dockerfile', lines((index) => `RUN pip install a${index}==1`)],
  ];
  it.each(texts)('%s', async (file, text) => {
    const report = await judge({}, { [file]: text });
    expect(report.findings.map(({ message }) => message)).toEqual([
      `${file} (head) cannot be judged: it names more than 200000 packages.`,
    ]);
  });

  it('and of a million bad lines a thousand are reported', async () => {
    const report = await judge({}, { 'requirements.txt': 'a b\n'.repeat(1_000_000) });
    expect(report.findings).toHaveLength(1000);
  });
});

it('a pixi.lock reads an address once, however many environments install it', async () => {
  const lock = (version: string): string => {
    const address = `conda: https://x.example/linux-64/torch-${version}-0.conda`;
    const needs = Array.from({ length: 6000 }, (_, index) => `  - d${index} >=1\n`).join('');
    return `version: 6\nenvironments:\n  default:\n    packages:\n      linux-64:\n${`      - ${address}\n`.repeat(6000)}packages:\n- ${address}\n  depends:\n${needs}`;
  };
  const report = await judge({ 'pixi.lock': lock('2.9.1') }, { 'pixi.lock': lock('2.10.0') });
  expect(movesIn(report)).toMatchObject([{ name: 'torch', class: 'unexplained' }]);
});

it('a new lock that says otherwise than the one beside it is reported', async () => {
  const report = await judge(
    { 'uv.lock': whole },
    { 'uv.lock': whole, 'requirements.txt': 'torch==2.10.0\nnumpy==1.26.4\n' },
  );
  expect(report.findings).toMatchObject([
    { rule: 'deps/locks-disagree', severity: 'warning', file: 'uv.lock' },
  ]);
});
