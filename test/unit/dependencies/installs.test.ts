/** What the files that install something bring. */
import { describe, expect, it } from 'vitest';

import type { InstallKind } from '../../../src/dependencies/model.ts';
import { parseInstalls } from '../../../src/dependencies/installs/index.ts';
import { readShell } from '../../../src/documents/shell/read.ts';
import { type Files, judge } from './support/world.ts';

/** Every statement as `line text`; entries as `line name version`. */
function read(kind: InstallKind, text: string): { says: readonly string[]; pins: readonly string[] } {
  const { statements, entries } = parseInstalls(kind, text, 'file', readShell);
  return {
    says: statements.map((one) => `${one.line} ${one.text}`),
    pins: entries.map(({ line, name, version }) => `${line} ${name} ${version}`),
  };
}

describe('a script', () => {
  const scripts: readonly (readonly [script: string, ...says: readonly string[]])[] = [
    ['pip install torch==2.9.0', '1 torch ==2.9.0'],
    ['python3 -m pip install -U --no-cache-dir torch', '1 torch'],
    ['/opt/venv/bin/pip3.11 install "transformers>=4, <5"', '1 transformers <5,>=4'],
    ['sudo -E pip3 install torch', '1 torch'],
    ['pip install \\\n  torch==2.9.0 \\\n  numpy', '2 torch ==2.9.0', '3 numpy'],
    [
      'pip install -r requirements.txt -c c.txt torch',
      '1 torch',
      '1 torch constraints c.txt',
      '1 * constraints c.txt',
    ],
    [
      'pip install --target /x --index-url=https://i.example/x numpy',

      '1 * in a command https://i.example/x',
      '1 numpy',
      '1 numpy index https://i.example/x',
    ],
    ['pip install . ./pkg -e .[dev] /src'],
    [
      'pip install -e git+https://git.example/trl@main#egg=trl',
      '1 trl git+https://git.example/trl@main#egg=trl',
    ],
    ['cd x && uv pip install --system a==1; pip install b==2 | tee log > out', '1 a ==1', '1 b ==2'],
    ['uv add "torch>=2"', '1 torch >=2'],
    ['poetry add torch@^2.5', '1 torch ^2.5'],
    ['pdm add torch==2.5.1', '1 torch ==2.5.1'],
    ['pip install deepspeed==0.14.*', '1 deepspeed ==0.14.*'],
    ['apt-get install cuda-toolkit-12-4', '1 os:cuda-toolkit =12.4'],
    ['apt-get install cuda-toolkit-12-4=12.4.1-1', '1 os:cuda-toolkit =12.4.1-1'],
    ['conda install --no-deps pytorch', '1 pytorch', '1 pytorch no-deps'],
    ["echo 'pip install torch'\necho pip install torch\n# pip install torch"],
    ['conda install -y -c pytorch pytorch=2.1.0', '1 pytorch =2.1.0', '1 pytorch index channel pytorch'],
    ['mamba create -n x python=3.11 numpy', '1 python =3.11', '1 numpy'],
    ['conda run -n x pip install torch', '1 torch'],
    ['apt-get -y install libnccl2=2.21.5-1+cuda12.4 curl', '1 os:libnccl2 =2.21.5-1+cuda12.4', '1 os:curl'],
    ['dnf install -y libcudnn9-9.1.0', '1 os:libcudnn9 =9.1.0'],
    ['apk add --no-cache gcc=13', '1 os:gcc =13'],
    ['V=2.5.1\npip install torch==$V', '2 torch ==2.5.1'],
    ['V=$(cat v)\npip install "torch==$V"', '2 torch ==…'],
    ['pip install --no-deps --pre vllm', '1 vllm', '1 vllm no-deps', '1 vllm pre-releases'],
    [
      'git clone -b v2.7 https://git.example/x/flash-attention.git',
      '1 flash-attn source git=https://git.example/x/flash-attention.git rev=v2.7',
    ],
    [
      'git clone https://git.example/x/apex && cd apex && git checkout 0a1b2c3d',
      '1 apex source git=https://git.example/x/apex rev=0a1b2c3d',
    ],
    [
      'export PIP_EXTRA_INDEX_URL=https://i.example/x\npip install torch',
      '2 torch',
      '2 * index PIP_EXTRA_INDEX_URL https://i.example/x',
    ],
    ['for p in torch numpy; do pip install $p; done', '1 torch', '1 numpy'],
    [
      'if [ "$GPU" ]; then pip install torch==2.5.1; else pip install torch==2.4.1; fi',
      '1 torch ==2.5.1',
      '1 torch ==2.4.1',
    ],
  ];
  it.each(scripts)('%s', (script, ...says) => {
    expect(read('script', script).says).toEqual(says);
  });
});

describe('a Dockerfile', () => {
  const files: readonly (readonly [text: string, ...says: readonly string[]])[] = [
    [
      'FROM a:1\nRUN pip install \\\n    # here\n    torch==2.5.1 \\\n    numpy',
      '1 image:a 1',
      '4 torch ==2.5.1',
      '5 numpy',
    ],
    ['ARG V=2.5.1\nFROM a:1\nARG V\nRUN pip install torch==${V}', '2 image:a 1', '4 torch ==2.5.1'],
    [
      'FROM a:1\nARG C=11.8.0\nRUN V=${C%.*} && pip install torch==2.0.1+cu${V//./}',
      '1 image:a 1',
      '3 torch ==2.0.1+cu…',
    ],
    ['FROM a:1\nENV V=2.5.1\nRUN pip install torch==${V}', '1 image:a 1', '3 torch ==2.5.1'],
    [
      'FROM a:1\nENV PIP_INDEX_URL=https://i.example/x UV_CONSTRAINT=/c.txt',
      '1 image:a 1',
      '2 * index PIP_INDEX_URL https://i.example/x',
      '2 * constraints /c.txt',
    ],
    [
      'FROM a:1 AS build\nFROM b:2\nCOPY --from=build /x /x\nCOPY --from=c/d:latest /x /x',
      '1 image:a 1',
      '2 image:b 2',
      '4 image:c/d latest',
    ],
    ['FROM a:1\nRUN --mount=type=cache,target=/x pip install torch', '1 image:a 1', '2 torch'],
    [
      `FROM a:1\nRUN sed -i 's|cout << "made|x|' a.cpp\nRUN cat <<'EOF' > f\npip install numpy\nEOF\nRUN pip install peft\n`,
      '1 image:a 1',
      '6 peft',
    ],
    ['FROM a:1\nRUN <<EOF\npip install torch\npip install numpy\nEOF\n', '1 image:a 1', '3 torch', '4 numpy'],
    ['FROM a:1\nRUN ["pip", "install", "torch==2.5.1"]', '1 image:a 1', '2 torch ==2.5.1'],
    ['FROM r.example:5000/a/b:1@sha256:00', '1 image:r.example:5000/a/b 1@sha256:00'],
  ];
  it.each(files)('%s', (text, ...says) => {
    expect(read('dockerfile', text).says).toEqual(says);
  });
});

describe('YAML', () => {
  const job = (text: string): string => `jobs:\n  a:\n${text.replaceAll(/^/gm, '    ')}`;
  const files: readonly (readonly [what: string, text: string, ...says: readonly string[]])[] = [
    ['a step of one line', job('steps:\n- run: pip install "numpy<2"'), '4 numpy <2'],
    [
      'a step of several lines',
      job('steps:\n- run: |\n    pip install a==1\n    pip install b==2'),
      '5 a ==1',
      '6 b ==2',
    ],
    [
      'a container and services',
      job('container: x/y:1\nservices:\n  db:\n    image: z:2'),
      '3 image:x/y 1',
      '6 image:z 2',
    ],
    ['a container with an image', job('container:\n  image: x/y:1'), '4 image:x/y 1'],
    [
      'an interpreter',
      job('steps:\n- uses: a/setup-python@v5\n  with:\n    python-version: "3.11"'),
      '6 interpreter:python 3.11',
    ],
    [
      'an interpreter without quotes',
      job('steps:\n- with:\n    python-version: 3.10'),
      '5 interpreter:python 3.10',
    ],
    [
      'a matrix',
      job(
        'strategy:\n  matrix:\n    torch: ["2.5.1", "2.6.0"]\nsteps:\n- run: pip install torch==${{ matrix.torch }}',
      ),
      '7 torch ==2.5.1',
      '7 torch ==2.6.0',
    ],
    ['an input', job('steps:\n- run: pip install torch==${{ inputs.torch }}'), '4 torch ==…'],
    [
      'variables',
      `env:\n  V: 2.5.1\n${job('steps:\n- env:\n    PIP_INDEX_URL: https://i.example/x\n  run: pip install torch==$V numpy==${{ env.V }}')}`,
      '7 * index PIP_INDEX_URL https://i.example/x',
      '8 torch ==2.5.1',
      '8 numpy ==2.5.1',
    ],
    [
      'build arguments',
      job('steps:\n- with:\n    build-args: |\n      TORCH_VERSION=2.5.1\n      BASE_IMAGE=x/y:1'),
      '6 torch ==2.5.1 build argument',
      '6 image:x/y 1',
    ],
    ['an action of an image', job('steps:\n- uses: docker://x/y:1'), '4 image:x/y 1'],
    [
      'compose',
      'services:\n  a:\n    image: x/y:${TAG:-v1}\n    build:\n      args:\n        TORCH_VERSION: 2.5.1\n  b:\n    image: x/z:${TAG}\n',
      '3 image:x/y v1',
      '6 torch ==2.5.1 build argument',
      '8 image:x/z …',
    ],
    [
      'a chart',
      'a:\n  image:\n    repository: x/y\n    tag: "0.9"\n    digest: sha256:00\nb:\n  image: z\n  imageTag: v1\n',
      '4 image:x/y 0.9@sha256:00',
      '8 image:z v1',
    ],
    [
      'another CI',
      'image:\n  name: x/y:1\ntest:\n  script:\n    - pip install torch==2.5.1\n',
      '2 image:x/y 1',
      '5 torch ==2.5.1',
    ],
    ['names of steps', 'name: pip install torch\njobs:\n  image:\n    name: deploy it\n'],
  ];
  it.each(files)('%s', (_, text, ...says) => {
    expect(read('yaml', text).says).toEqual(says);
  });
});

describe('other files that install', () => {
  const files: readonly (readonly [kind: InstallKind, text: string, says: readonly string[]])[] = [
    [
      'makefile',
      'T := 2.6.0\n\nsetup: a\n\t@pip install torch==$(T) \\\n\t  "numpy<2"\n',
      ['4 torch ==2.6.0', '5 numpy <2'],
    ],
    ['makefile', 'all:\n\techo pip\n# pip install x\n', []],
    [
      'tox',
      '[tox]\ndeps = no\n[testenv]\ndeps =\n    pytest\n    py311,gpu: torch>=2,<2.6 # why\n    -c c.txt\nset_env =\n    PIP_PRE = 1\ncommands =\n    pip install peft==0.15\n    pytest\n',
      ['9 * pre-releases', '11 peft ==0.15', '5 pytest', '6 torch <2.6,>=2'],
    ],
    [
      'nox',
      'import nox\n\n@nox.session\ndef t(s):\n    s.install(\n        "pytest", r"numpy<2",\n        f"torch=={V}",\n        "--pre",\n    )\n    s.run("pip", "install", \'peft\')\n    s.conda_install("pytorch=2.4", channel="x")\n    s.notify("pip install vllm")\n',
      ['6 pytest', '6 numpy <2', '7 torch ==…', '10 peft', '11 pytorch =2.4'],
    ],
    ['nox', 'def t(s:\n    s.install("torch"\n', ['2 torch']],
    [
      'pip-settings',
      '[global]\nindex-url = https://a.example/x\nextra-index-url =\n    https://b.example/x\n[install]\nno-deps = true\n[list]\nformat = json\n',
      [
        '2 * index PIP_INDEX_URL https://a.example/x',
        '4 * index PIP_EXTRA_INDEX_URL https://b.example/x',
        '6 * no-deps',
      ],
    ],
    [
      'kubernetes',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: a/b:1.2\n      command: [sh, -c, "pip install torch==2.5.1"]\n',
      ['5 image:a/b 1.2', '6 torch ==2.5.1'],
    ],
    ['kubernetes', 'image: a/b:1.2\nkind: of training\n', []],
  ];
  it.each(files)('%s: %j', (kind, text, says) => {
    const found = read(kind, text).says;
    expect(found.filter((one) => !/pre-releases/.test(one) || kind === 'tox')).toEqual(says);
  });
});

it('a definition file of Apptainer', () => {
  const text =
    'Bootstrap: docker\nFrom: x/y:1\n%files\n  a b\n%post\n  pip install \\\n    torch==2.5.1\n%runscript\n  pip install no\n';
  expect(read('definition', text).says).toEqual(['2 image:x/y 1', '7 torch ==2.5.1']);
});

describe('an interpreter', () => {
  it.each([
    ['.python-version', '# here\n3.11\n', '2 interpreter:python 3.11'],
    ['.python-version', 'cpython-3.11.4\n', '1 interpreter:python 3.11.4'],
    ['.tool-versions', 'nodejs 20\npython 3.11.4\n', '2 interpreter:python 3.11.4'],
    ['mise.toml', '[tools]\npython = "3.11"\n', '2 interpreter:python 3.11'],
  ])('%s %s', (path, text, said) => {
    const { statements } = parseInstalls('python-version', text, path, readShell);
    expect(statements.map((one) => `${one.line} ${one.text}`)).toEqual([said]);
  });
});

describe('a change', () => {
  const flow = (install: string, image = 'x/pytorch:23.10', python = '3.11'): Files => ({
    '.github/workflows/ci.yml': `jobs:\n  a:\n    container: ${image}\n    steps:\n      - with: { python-version: "${python}" }\n      - run: ${install}\n`,
  });
  const docker = (run: string): Files => ({ Dockerfile: `FROM a:1\nRUN ${run}\n` });
  const matrix = (versions: string): Files => ({
    '.github/workflows/ci.yml': `jobs:\n  a:\n    strategy:\n      matrix:\n        torch: ${versions}\n    steps:\n      - run: pip install torch==\${{ matrix.torch }}\n`,
  });
  const script = (text: string): Files => ({ 'scripts/install.sh': `#!/bin/sh\n${text}\n` });
  const changes: readonly (readonly [what: string, before: Files, after: Files, found: readonly string[]])[] =
    [
      [
        'a cap that goes in a job',
        flow('pip install "numpy<2"'),
        flow('pip install numpy'),
        ['6 deps/floats'],
      ],
      ['another image of a job', flow('true'), flow('true', 'x/pytorch:23.11'), ['3 deps/base-image']],
      [
        'an image of a job without a version',
        flow('true'),
        flow('true', 'x/pytorch:latest'),
        ['3 deps/floats'],
      ],
      [
        'another interpreter of a job',
        flow('true'),
        flow('true', 'x/pytorch:23.10', '3.12'),
        ['5 deps/platform-moved'],
      ],
      ['any interpreter of a job', flow('true'), flow('true', 'x/pytorch:23.10', '3.x'), ['5 deps/floats']],
      [
        'a script',
        script('pip install "numpy<2" torch==2.2.2'),
        script('pip install numpy torch==2.2.2'),
        ['2 deps/floats'],
      ],
      ['a pin that moves', script('pip install torch==2.2.2'), script('pip install torch==2.3.0'), []],
      [
        'another script',
        script('pip install torch==2.2.2'),
        script('# why\n\npip install torch==2.2.2\npip install rich'),
        [],
      ],
      [
        'a package without what it needs',
        docker('pip install vllm==0.11.0'),
        docker('pip install --no-deps vllm==0.11.0'),
        ['2 deps/no-deps'],
      ],
      [
        'a constraint file of a command',
        docker('pip install -c c.txt vllm'),
        docker('pip install vllm'),
        ['2 deps/floats'],
      ],
      [
        'a constraint file of the image',
        { Dockerfile: 'FROM a:1\nENV PIP_CONSTRAINT=/c.txt\nRUN pip install vllm\n' },
        docker('pip install vllm'),
        ['- deps/floats'],
      ],
      [
        'any NCCL',
        docker('apt-get install -y libnccl2=2.21.5-1+cuda12.4'),
        docker('apt-get install -y libnccl2'),
        ['2 deps/floats'],
      ],
      [
        'another NCCL',
        docker('apt-get install -y libnccl2=2.21.5-1+cuda12.4'),
        docker('apt-get install -y libnccl2=2.22.3-1+cuda12.6'),
        ['2 deps/platform-moved'],
      ],
      ['another curl', docker('apt-get install -y curl=8.1'), docker('apt-get install -y curl'), []],
      [
        'a version that the shell makes',
        docker('pip install torch==2.0.1+cu118'),
        docker('V=$(nvcc -V) && pip install torch==2.0.1+cu$V'),
        ['2 deps/unknown-version'],
      ],
      [
        'a branch that is cloned',
        docker('git clone -b v2.7.4 https://git.example/x/flash-attention'),
        docker('git clone -b main https://git.example/x/flash-attention'),
        ['2 deps/floats'],
      ],
      [
        'a second index of a command',
        docker('pip install torch==2.5.1'),
        docker('pip install --extra-index-url https://i.example/x torch==2.5.1'),
        ['2 deps/index-changed'],
      ],
      [
        'a new command with an index of its own',
        docker('pip install torch==2.5.1'),
        docker('pip install torch==2.5.1 && pip install -i https://i.example/x rich'),
        [],
      ],
      [
        'Python of a project',
        { '.python-version': '3.11\n' },
        { '.python-version': '3.13\n' },
        ['1 deps/platform-moved'],
      ],
      [
        'Python of conda',
        { 'environment.yml': 'dependencies:\n  - python=3.11\n' },
        { 'environment.yml': 'dependencies:\n  - python=3.12\n' },
        ['2 deps/platform-moved'],
      ],
      [
        'fewer versions in a matrix, which a person wrote',
        matrix('["2.5.1", "2.6.0", "2.7.0"]'),
        matrix('["2.6.0", "2.7.0"]'),
        [],
      ],
      [
        'one more Python of a matrix',
        { 'action.yml': 'a:\n  python-version: "3.10 3.11"\n' },
        { 'action.yml': 'a:\n  python-version: "3.10 3.11 3.12"\n' },
        [],
      ],
      [
        'a script that is no longer read',
        script('pip install torch'),
        { 'scripts/install.sh': '#!/usr/bin/env zsh\npip install torch\n' },
        ['1 deps/unread-installs'],
      ],
    ];
  const others: typeof changes = [
    [
      'installs in another order',
      docker('pip install torch==2.5.1 && pip install torch==2.6.0'),
      docker('pip install torch==2.6.0 && pip install torch==2.5.1'),
      ['2 deps/install-order'],
    ],
    [
      'a nightly image of a release',
      flow('true', 'x/y:2.6.0'),
      flow('true', 'x/y:2.7.0-nightly'),
      ['3 deps/floats'],
    ],
    [
      'a digest that goes',
      { Dockerfile: 'FROM a:1@sha256:00\n' },
      { Dockerfile: 'FROM a:1\n' },
      ['1 deps/floats'],
    ],
    [
      'an index of a command that goes',
      docker('pip install --extra-index-url https://i.example/x torch==2.5.1'),
      docker('pip install torch==2.5.1'),
      ['2 deps/index-changed'],
    ],
    [
      'no more Python of a project',
      { '.python-version': '3.11\n', 'uv.toml': '' },
      { 'uv.toml': '' },
      ['- deps/floats'],
    ],
    [
      'any Python of conda',
      { 'environment.yml': 'dependencies:\n  - python=3.11\n' },
      { 'environment.yml': 'dependencies:\n  - python\n' },
      ['2 deps/floats'],
    ],
    [
      'another CUDA of the system',
      docker('apt-get install cuda-toolkit-12-4'),
      docker('apt-get install cuda-toolkit-12-6'),
      ['2 deps/platform-moved'],
    ],
  ];
  const image = (...lines: readonly string[]): Files => ({
    Dockerfile: `FROM a/b:1.0\n${lines.map((line) => `RUN ${line}\n`).join('')}`,
  });
  const more: typeof others = [
    [
      'a constraint file that a pinned install no longer has',
      image('pip install -c c.txt vllm==0.9.1'),
      image('pip install vllm==0.9.1'),
      ['2 deps/floats'],
    ],
    [
      'another constraint file',
      image('pip install -c a.txt vllm==0.9.1'),
      image('pip install -c b.txt vllm==0.9.1'),
      ['2 deps/floats'],
    ],
    [
      'no constraint for the project itself',
      image('pip install -c c.txt -e .'),
      image('pip install -e .'),
      ['- deps/floats'],
    ],
    [
      'a later install that brings its own torch',
      image('pip install torch==2.5.1'),
      image('pip install torch==2.5.1', 'pip install vllm==0.9.1'),
      ['3 deps/install-order'],
    ],
    [
      'two installs in another order',
      image('pip install vllm==0.9.1', 'pip install torch==2.5.1'),
      image('pip install torch==2.5.1', 'pip install vllm==0.9.1'),
      ['3 deps/install-order'],
    ],
    [
      'a later install in the same command, without its needs, or before another pin',
      image('pip install torch==2.5.1'),
      image(
        'pip install torch==2.5.1 xformers==0.0.28',
        'pip install --no-deps vllm==0.9.1',
        'pip install sglang==0.5 && pip install torch==2.5.1',
      ),
      ['3 deps/no-deps'],
    ],
  ];
  it.each([...changes, ...others, ...more])('%s', async (_, before, after, wanted) => {
    const { findings } = await judge(before, after);
    expect(findings.map(({ line, rule }) => `${line ?? '-'} ${rule}`)).toEqual(wanted);
  });
});

describe('what is judged', () => {
  const workflow = (name: string): Files => ({ '.github/workflows/ci.yml': `name: ${name}\njobs: {}\n` });
  const other = (text: string): Files => ({ 'scripts/i.ps1': text });

  it('is not a file that installs nothing', async () => {
    expect((await judge(workflow('a'), workflow('b'))).verdict).toBe('skipped');
  });

  it('is not a file of a kind that is not read: by its name or ending it is refused, with all else in its folder that is said', async () => {
    const [named, ended, matched] = await Promise.all(
      ['scripts/i.ps1', '**/*.ps1', 'scripts/*'].map((file) =>
        judge(other('pip install torch'), other('pip install numpy'), { settings: { files: [file] } }),
      ),
    );
    expect(named?.verdict).toBe('fail');
    expect(named?.findings[0]).toMatchObject({ rule: 'deps/unreadable-file', file: 'scripts/i.ps1' });
    expect(ended?.findings).toEqual(named?.findings);
    expect(matched?.findings).toMatchObject([
      { rule: 'deps/unread-installs', severity: 'warning', file: 'scripts/i.ps1' },
    ]);
  });

  it('does not let a script speak for a lock', async () => {
    const files = (version: string): Files => ({
      'uv.lock': `version = 1\n[[package]]\nname = "torch"\nversion = "${version}"\nsource = { registry = "https://i.example/x" }\n`,
      'install.sh': `pip install torch==${version}\n`,
    });
    expect((await judge(files('2.9.1'), files('2.10.0'))).findings).toMatchObject([
      { rule: 'deps/unexplained', file: 'uv.lock' },
    ]);
  });
});
