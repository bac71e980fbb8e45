/** What leaves more open than before, where no lock decides. */
import { describe, expect, it } from 'vitest';

import { type Files, judge, shown } from './support/world.ts';
import { pyproject, uvLock } from './support/locks.ts';

type Line = readonly [what: string, before: string, after: string, found: string | undefined];

/** The findings of a change of one file, as `line rule message`. */
async function found(before: Files, after: Files): Promise<string | undefined> {
  const { findings } = await judge(before, after);
  const told = findings.map(({ rule, line, message }) => `${line ?? '-'} ${rule} ${message}`);
  return told.length === 0 ? undefined : told.join('\n');
}

async function expectFound(file: string, [, before, after, wanted]: Line): Promise<void> {
  const actual = await found({ [file]: before }, { [file]: after });
  expect(wanted !== undefined && actual?.includes(wanted) === true ? wanted : actual).toBe(wanted);
}

describe('requirements.txt', () => {
  const lines: readonly Line[] = [
    [
      'an upper bound that goes',
      'rich\ndatasets>=2,<4\n',
      'rich\ndatasets>=2\n',
      '2 deps/floats datasets now floats: requirements.txt asked for <4,>=2 and asks for >=2 now',
    ],
    [
      'a pin that goes',
      'torch==2.9.1\n',
      'torch\n',
      '1 deps/floats torch now floats: requirements.txt asked for ==2.9.1 and asks for any version now',
    ],
    ['a pin that becomes a series', 'torch==2.9.1\n', 'torch==2.9.*\n', '1 deps/floats'],
    ['a compatible release that becomes a lower bound', 'peft~=0.15.0\n', 'peft>=0.15\n', '1 deps/floats'],
    [
      'upper case, extras and a marker',
      'VLLM[audio]==0.11.0 ; sys_platform == "linux"\n',
      'VLLM[audio] ; sys_platform == "linux"\n',
      '1 deps/floats vllm',
    ],
    [
      'a branch for a version',
      'transformers==4.56.2\n',
      'transformers @ git+https://git.example/hf/transformers@main\n',
      '1 deps/floats transformers now floats',
    ],
    [
      'a branch for a commit',
      'trl @ git+https://git.example/hf/trl@0a1b2c3d\n',
      'trl @ git+https://git.example/hf/trl\n',
      '1 deps/floats trl',
    ],
    [
      'an archive of a branch',
      'trl==0.20.0\n',
      'trl @ https://git.example/hf/trl/archive/refs/heads/main.zip\n',
      '1 deps/floats trl',
    ],
    [
      'pre-releases',
      'torch>=2\n',
      '--pre\ntorch>=2\n',
      '1 deps/floats Everything may be a pre-release from now on',
    ],
    [
      'a second index',
      'own==1\ntorch==2.5.1\n',
      '--extra-index-url https://own.example/simple\nown==1\ntorch==2.5.1\n',
      '1 deps/index-changed requirements.txt asks other indexes than before: extra https://own.example/simple is new',
    ],
    [
      'a host that is not verified',
      'torch==2.5.1\n',
      '--trusted-host index.example\ntorch==2.5.1\n',
      '1 deps/index-changed',
    ],
    ['an upper bound that rises', 'datasets>=2,<4\n', 'datasets>=2,<5\n', undefined],
    ['a bound that is added', 'datasets>=2\n', 'datasets>=2,<5\n', undefined],
    ['a lower bound that goes', 'datasets>=2,<5\n', 'datasets<5\n', undefined],
    [
      'another order and a comment',
      'torch==2.9.1\nnumpy<2\n',
      '# numpy\nnumpy<2\ntorch==2.9.1  # here\n',
      undefined,
    ],
    ['spaces and quotes', 'numpy >= 1, < 2\n', 'numpy<2,>=1\n', undefined],
    ['an unrelated package', 'numpy<2\n', 'numpy<2\nrich\n', undefined],
    ['a package that nobody watches', 'rich==1\n', 'rich\n', undefined],
    ['a new watched package', 'numpy<2\n', 'numpy<2\npeft>=0.15\n', undefined],
    [
      'a bounded package that is no longer asked for, and may come for others',
      'numpy<2\npeft<1\n',
      'numpy<2\n',
      '1 deps/floats peft now floats: requirements.txt asked for <1 and nothing that requirements.txt reads bounds it any more',
    ],
    ['one that nothing bounded', 'numpy<2\npeft>=0.15\n', 'numpy<2\n', undefined],
    ['one that is still bounded by another line', 'peft<1\npeft==0.15.0\n', 'peft==0.15.0\n', undefined],
    [
      'a pin that a marker now divides',
      'torch==2.9.1\n',
      'torch==2.9.1 ; sys_platform == "linux"\ntorch==2.8.0 ; sys_platform != "linux"\n',
      undefined,
    ],
    [
      'a tag for a version',
      'transformers==4.56.2\n',
      'transformers @ git+https://github.com/huggingface/transformers@v4.56.2\n',
      undefined,
    ],
    [
      'a tag of a mirror for a version',
      'transformers==4.56.2\n',
      'transformers @ git+https://git.example/huggingface/transformers@v4.56.2\n',
      '1 deps/identity-change transformers is not what it was',
    ],
    ['the own code', 'torch==2.9.1\n-e .\n', 'torch==2.9.1\n-e ./pkg\n', undefined],
    [
      'two extra indexes in another order',
      '--extra-index-url https://a.example\n--extra-index-url https://b.example\nx\n',
      '--extra-index-url https://b.example\n--extra-index-url https://a.example\nx\n',
      undefined,
    ],
  ];
  it.each(lines)('%s', async (...line) => expectFound('requirements.txt', line));
});

describe('other manifests', () => {
  const poetry = (range: string): string =>
    `[tool.poetry.dependencies]\npython = "^3.11"\ntransformers = ${range}\n`;
  const pixi = (channels: string, range: string): string =>
    `[workspace]\nchannels = [${channels}]\n[dependencies]\npytorch = "${range}"\n`;
  const conda = (channels: string, ...specs: string[]): string =>
    `channels: [${channels}]\ndependencies:\n${specs.map((spec) => `  - ${spec}\n`).join('')}`;
  const uv = (rest: string): string => pyproject(['torch>=2'], rest);
  const index = (rest: string): string =>
    `[[tool.uv.index]]\nname = "pt"\nurl = "https://pt.example/simple"\n${rest}`;
  const files: readonly (readonly [file: string, ...line: Line])[] = [
    [
      'environment.yml',
      'a build of conda that is no longer chosen',
      'channels: [main]\ndependencies:\n  - pytorch=2.4.0=*cuda12.1*\n',
      'channels: [main]\ndependencies:\n  - pytorch=2.4.0\n',
      '3 deps/floats pytorch',
    ],
    [
      'environment.yml',
      'another build of conda',
      'channels: [main]\ndependencies:\n  - pytorch=2.4.0=*cuda12.1*\n',
      'channels: [main]\ndependencies:\n  - pytorch=2.4.0=*cuda12.4*\n',
      undefined,
    ],
    [
      'environment.yml',
      'a package that is called as its channel',
      'channels:\n  - pytorch\n  - main\ndependencies:\n  - pytorch=2.4.0\n',
      'channels:\n  - pytorch\n  - main\ndependencies:\n  - pytorch\n',
      '5 deps/floats pytorch',
    ],
    [
      'pyproject.toml',
      'a dependency',
      pyproject(['torch==2.9.1']),
      pyproject(['torch']),
      '5 deps/floats torch',
    ],
    [
      'pyproject.toml',
      'an optional dependency',
      uv('[project.optional-dependencies]\nx = ["vllm<1"]\n'),
      uv('[project.optional-dependencies]\nx = ["vllm"]\n'),
      '8 deps/floats vllm',
    ],
    [
      'pyproject.toml',
      'one of two alike',
      pyproject(['peft==0.15.2'], '[dependency-groups]\nx = ["peft==0.15.2"]\n'),
      pyproject(['peft==0.15.2'], '[dependency-groups]\nx = ["peft>=0.15.2"]\n'),
      '8 deps/floats peft',
    ],
    [
      'pyproject.toml',
      'a constraint of uv',
      uv('[tool.uv]\nconstraint-dependencies = ["torch<2.6"]\n'),
      uv(''),
      '5 deps/floats torch now floats: pyproject.toml asked for <2.6 and nothing',
    ],
    [
      'pyproject.toml',
      'a source of uv on a branch',
      uv('[tool.uv.sources]\ntorch = { git = "https://git.example/torch", rev = "0a1b2c3d4e" }\n'),
      uv('[tool.uv.sources]\ntorch = { git = "https://git.example/torch", branch = "main" }\n'),
      '8 deps/floats torch',
    ],
    [
      'pyproject.toml',
      'pre-releases of uv',
      uv(''),
      uv('[tool.uv]\nprerelease = "allow"\n'),
      '8 deps/floats',
    ],
    [
      'pyproject.toml',
      'an index that is explicit no longer',
      uv(index('explicit = true\n')),
      uv(index('')),
      '9 deps/index-changed',
    ],
    [
      'pyproject.toml',
      'indexes of uv in another order',
      uv(index('') + index('').replaceAll('pt', 'own')),
      uv(index('').replaceAll('pt', 'own') + index('')),
      'deps/index-changed',
    ],
    [
      'pyproject.toml',
      'a range of Poetry',
      poetry('"^4.55"'),
      poetry('">=4.55"'),
      '3 deps/floats transformers',
    ],
    [
      'pyproject.toml',
      'a pin of Poetry',
      poetry('"4.55.0"'),
      poetry('{ version = "^4.55.0", extras = ["torch"] }'),
      '3 deps/floats transformers',
    ],
    [
      'pyproject.toml',
      'a branch of Poetry',
      poetry('"4.55.0"'),
      poetry('{ git = "https://git.example/hf/transformers", branch = "main" }'),
      '3 deps/floats transformers',
    ],
    [
      'pyproject.toml',
      'a tag of Poetry on the line behind its table',
      '[tool.poetry.dependencies]\ntrl={git="https://g.example/trl", tag="v0.2"}\n',
      '[tool.poetry.dependencies]\ntrl={git="https://g.example/trl"}\n',
      '2 deps/floats trl',
    ],
    [
      'pyproject.toml',
      'what builds the project',
      '[build-system]\nrequires = ["setuptools<80", "torch==2.7.0"]\n',
      '[build-system]\nrequires = ["setuptools", "torch==2.7.0"]\n',
      '2 deps/floats setuptools',
    ],
    ['pyproject.toml', 'a caret that moves', poetry('"^4.55"'), poetry('"^5.0"'), undefined],
    [
      'pixi.toml',
      'a range of pixi',
      pixi('"main"', '>=2.5,<3'),
      pixi('"main"', '>=2.5'),
      '4 deps/floats pytorch',
    ],
    [
      'pixi.toml',
      'what only brings pytorch',
      pixi('"main"', '>=2.5,<3').replaceAll('pytorch =', 'pytorch-gpu ='),
      pixi('"main"', '>=2.5').replaceAll('pytorch =', 'pytorch-gpu ='),
      '4 deps/floats pytorch-gpu',
    ],
    [
      'pixi.toml',
      'channels of pixi',
      pixi('"pytorch", "main"', '2.5.*'),
      pixi('"main", "pytorch"', '2.5.*'),
      '2 deps/index-changed pixi.toml asks other channels than before: in another order',
    ],
    [
      'Pipfile',
      'a host that Pipenv does not verify',
      '[[source]]\nurl = "https://index.example/simple"\nverify_ssl = true\n',
      '[[source]]\nurl = "https://index.example/simple"\nverify_ssl = false\n',
      '2 deps/index-changed',
    ],
    [
      'Pipfile',
      'a range of Pipenv',
      '[packages]\ntorch = "==2.9.1"\n',
      '[packages]\ntorch = "*"\n',
      '2 deps/floats torch',
    ],
    [
      'setup.cfg',
      'a range of setup.cfg',
      '[options]\ninstall_requires =\n    torch<2.6\n',
      '[options]\ninstall_requires =\n    torch\n',
      '3 deps/floats torch',
    ],
    [
      'environment.yml',
      'a cap of conda',
      conda('main', 'numpy<2'),
      conda('main', 'numpy'),
      '3 deps/floats numpy',
    ],
    [
      'environment.yml',
      'a release of conda',
      conda('main', 'pytorch=2.4.0'),
      conda('main', 'pytorch=2.4'),
      '3 deps/floats pytorch',
    ],
    [
      'environment.yml',
      'a channel that goes',
      conda('pytorch, main', 'numpy<2'),
      conda('main', 'numpy<2'),
      '1 deps/index-changed environment.yml asks other channels than before: channel pytorch is gone',
    ],
    [
      'environment.yml',
      'channels in another order',
      conda('pytorch, main', 'numpy<2'),
      conda('main, pytorch', 'numpy<2'),
      'deps/index-changed',
    ],
    [
      'environment.yml',
      'an unrelated package',
      conda('main', 'numpy<2'),
      conda('main', 'numpy<2', 'rich'),
      undefined,
    ],
  ];
  it.each(files)('%s: %s', async (file, ...line) => expectFound(file, line));
});

describe('setup.py', () => {
  const setup = (requires: string, before = ''): string =>
    `from setuptools import setup\n${before}\nsetup(name="acme", python_requires=">=3.9", ${requires})\n`;
  const lines: readonly Line[] = [
    [
      'an upper bound that goes',
      setup('install_requires=["torch>=2,<2.6"]'),
      setup('install_requires=["torch>=2"]'),
      '3 deps/floats torch now floats',
    ],
    [
      'of a list with a name',
      setup('install_requires=NEEDED', 'NEEDED = [\n  "torch==2.5.1",\n]\n'),
      setup('install_requires=NEEDED', 'NEEDED = [\n  "torch",\n]\n'),
      '3 deps/floats torch',
    ],
    [
      'of an extra',
      setup('extras_require={"x": ["vllm<1"]}'),
      setup('extras_require={"x": ["vllm"]}'),
      '3 deps/floats vllm',
    ],
    [
      'of what is appended',
      setup('install_requires=r', 'r = []\nr.append("peft<1")\n'),
      setup('install_requires=r', 'r = []\nr.append("peft")\n'),
      '3 deps/floats peft',
    ],
    [
      'of lists that are joined',
      setup('install_requires=["a"] + ["peft<1"]'),
      setup('install_requires=["a"] + ["peft"]'),
      '3 deps/floats peft',
    ],
    [
      'a version that is computed',
      setup('install_requires=["torch==2.5.1"]'),
      setup('install_requires=[f"torch=={V}"]'),
      '3 deps/unknown-version torch',
    ],
    [
      'a version that is put in',
      setup('install_requires=["torch==2.5.1"]'),
      setup('install_requires=["torch==%s" % V]'),
      '3 deps/unknown-version torch',
    ],
    [
      'other texts',
      setup('description="torch<2", install_requires=[]'),
      setup('description="torch", install_requires=[]'),
      undefined,
    ],
    [
      'keys of extras',
      setup('extras_require={"torch": ["rich"]}'),
      setup('extras_require={"vllm": ["rich"]}'),
      undefined,
    ],
    [
      'requirements of a file',
      setup('install_requires=open("requirements.txt").read().split()'),
      setup('install_requires=open("r.txt").read().split()'),
      undefined,
    ],
    [
      'a pin that moves',
      setup('install_requires=["torch==2.5.1"]'),
      setup('install_requires=["torch==2.6.0"]'),
      undefined,
    ],
    [
      'a comment and an order',
      setup('install_requires=["torch==2.5.1", "rich"]'),
      setup('install_requires=["rich", "torch==2.5.1"], # so\n'),
      undefined,
    ],
    ['no Python', setup(''), setup('install_requires=[print "x"'), '3 deps/unread-installs'],
  ];
  it.each(lines)('%s', async (...line) => expectFound('setup.py', line));
});

describe('what bounds a package elsewhere', () => {
  const text = '-c constraints.txt\ntorch\nflash-attn==2.7.4\n';
  const constraints = 'torch==2.1.2\nrich==1\n';

  it('no longer does once its line is gone', async () => {
    const before = { 'requirements.txt': text, 'constraints.txt': constraints };
    const after = { ...before, 'requirements.txt': text.replace('-c constraints.txt\n', '') };
    expect(await found(before, after)).toBe(
      '1 deps/floats requirements.txt no longer reads the constraint file constraints.txt: torch (==2.1.2) now floats.',
    );
  });

  it.each([
    ['with a marker', ["vllm==0.11.0 ; sys_platform != 'darwin'"], /^$/],
    [
      'no more',
      ['vllm'],
      /^- deps\/floats vllm now floats: setup\.cfg asked for ==0\.11\.0 or ==0\.12\.0 and was deleted/,
    ],
  ])('does %s, where the file that pinned it is gone', async (_, requirements, wanted) => {
    const pins = "vllm==0.11.0; extra == 'a'\n  vllm==0.12.0; extra == 'b'";
    const after = { 'pyproject.toml': pyproject(requirements) };
    const before = { ...after, 'setup.cfg': `[options]\ninstall_requires =\n  ${pins}\n` };
    const text = await found(before, after);
    expect(text ?? '').toMatch(wanted);
  });

  it('is missed in the first line, where only the own code is left', async () => {
    const project = { 'pyproject.toml': pyproject(['torch']), 'constraints.txt': constraints };
    const before = { ...project, 'requirements.txt': '-c constraints.txt\n-e .\n' };
    expect(await found(before, { ...before, 'requirements.txt': '-e .\n' })).toMatch(
      /^1 deps\/floats requirements\.txt no longer reads the constraint file constraints\.txt/,
    );
  });

  it('no longer does once it left the constraint file', async () => {
    const before = { 'requirements.txt': text, 'constraints.txt': constraints };
    expect(await found(before, { ...before, 'constraints.txt': 'rich==1\n' })).toMatch(
      /^1 deps\/floats torch now floats/,
    );
  });

  it('does where the pin only moved into a file that is included', async () => {
    const before = { 'requirements.txt': 'torch==2.1.2\n' };
    const after = { 'requirements.txt': '-c constraints.txt\ntorch\n', 'constraints.txt': constraints };
    expect(await found(before, after)).toBeUndefined();
  });

  it('is the lock, where one is made from the manifest', async () => {
    const lock = { 'uv.lock': uvLock('torch 2.9.1') };
    const before = { ...lock, 'pyproject.toml': pyproject(['torch>=2,<3']) };
    const report = await judge(before, { ...lock, 'pyproject.toml': pyproject(['torch>=2']) });
    expect(report.findings).toEqual([]);
    expect(report.facts.ranges).toMatchObject([
      { name: 'torch', before: '<3,>=2', after: '>=2', floats: false },
    ]);
  });
});

describe('exact pins of a manifest without a lock', () => {
  const before = { 'pyproject.toml': pyproject(['torch==2.9.1', 'torchvision==0.24.1']) };

  it('are moves that a person asked for', async () => {
    const after = { 'pyproject.toml': pyproject(['torch==2.10.0', 'torchvision==0.25.0']) };
    const report = await judge(before, after);
    expect(shown(report)).toEqual([
      'torch 2.9.1 -> 2.10.0 requested',
      'torchvision 0.24.1 -> 0.25.0 requested',
    ]);
    expect(report.findings).toEqual([]);
    expect(report.facts.ranges).toEqual([]);
  });

  it('fail where they break a pair', async () => {
    const after = { 'pyproject.toml': pyproject(['torch==2.10.0', 'torchvision==0.24.1']) };
    expect(await found(before, after)).toMatch(/^6 deps\/broken-pair/);
  });

  it('are the lock’s affair where one holds them', async () => {
    const lock = (version: string): Files => ({
      'pyproject.toml': pyproject([`torch==${version}`]),
      'uv.lock': uvLock(`torch ${version}`),
    });
    const report = await judge(lock('2.9.1'), lock('2.10.0'));
    expect(report.facts.moves.map(({ file }) => file)).toEqual(['uv.lock']);
  });
});

describe('the policy', () => {
  const [before, after] = [{ 'requirements.txt': 'torch==2.9.1\n' }, { 'requirements.txt': 'torch\n' }];

  it('can make it an error, or let it pass', async () => {
    const verdicts = await Promise.all(
      (['fail', 'pass'] as const).map((floats) =>
        judge(before, after, { settings: { classes: { floats } } }),
      ),
    );
    expect(verdicts.map(({ verdict, findings }) => [verdict, findings.length])).toEqual([
      ['fail', 1],
      ['pass', 0],
    ]);
  });

  it('takes a stated change as meant', async () => {
    const stated = { ...after, '.github/dependency-moves.txt': 'torch ==2.9.1 -> any\n' };
    expect((await judge(before, stated)).findings).toEqual([]);
  });
});

describe('a pin that moves to another manifest of its folder', () => {
  const project = (...needs: readonly string[]): string =>
    `[project]\nname = "a"\nversion = "1"\ndependencies = ${JSON.stringify(needs)}\n`;
  const before: Files = { 'requirements.txt': 'torch==2.9.1\nrich\n', 'pyproject.toml': project() };

  it.each([
    ['as it was', 'torch==2.9.1', false],
    ['without its bound', 'torch', true],
    ['of another folder', undefined, true],
  ])('%s', async (_, need, floats) => {
    const own = need === undefined ? project() : project(need);
    const elsewhere: Files = need === undefined ? { 'tools/pyproject.toml': project('torch==2.9.1') } : {};
    const bounded: Files = { ...before, 'constraints.txt': 'torch<3\n' };
    const after = { 'requirements.txt': 'rich\n', 'pyproject.toml': own, ...elsewhere };
    const said = await found(need === undefined ? bounded : before, after);
    expect((said ?? '').includes('deps/floats')).toBe(floats);
  });
});
