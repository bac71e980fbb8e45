import { describe, expect, it } from 'vitest';

import { sourceText } from '../../../src/dependencies/source.ts';
import {
  type LockEntry,
  type Parsed,
  type Statement,
  formatOf,
  formats,
  plainFormat,
  sniffFormat,
} from '../../../src/dependencies/index.ts';
import { condaEnvironment } from '../../../src/dependencies/formats/conda-environment.ts';
import { fixture } from './support/fixture.ts';
import { parseWith } from './support/parse.ts';

function read(path: string): Parsed {
  const text = fixture(path);
  const format = formatOf(path) ?? sniffFormat(text) ?? plainFormat(path, true, false);
  if (format === undefined) throw new Error(`no format takes ${path}`);
  return parseWith(format, text, path.slice(path.lastIndexOf('/') + 1));
}

function entryText({ name, version, source, own, environment, line, column }: LockEntry): string {
  return [name, version ?? '-', `[${sourceText(source)}]`, own ? 'own' : '', environment, `${line}:${column}`]
    .filter((part) => part !== '')
    .join(' ');
}

function statementText({ kind, text, line, column }: Statement): string {
  return `${kind} ${text} ${line}:${column}`;
}

const locks: readonly (readonly [path: string, entries: readonly string[]])[] = [
  [
    'uv.lock/uv.lock',
    [
      'apex 0.1 [git https://git.example/nvidia/apex?rev=main#0123456789abcdef0123456789abcdef01234567] 18:11',
      'flash-attn 2.8.3+cu12torch2.9 [url https://wheels.example/flash_attn-2.8.3%2Bcu12torch2.9-cp311-cp311-linux_x86_64.whl] 23:11',
      'tokenizers 0.22.1 [registry https://index.example/simple] 31:11',
      'torch 2.9.0 [registry https://index.example/simple] 40:11',
      'torch 2.9.0+cu128 [registry https://wheels.example/cu128] 48:11',
      'vision-data - [editable packages/data] own 54:1',
      'vision-model - [virtual .] own 58:1',
    ],
  ],
  [
    'poetry.lock/poetry.lock',
    [
      'numpy 1.26.4 [] 5:11',
      'numpy 2.1.0 [] 17:11',
      'torch 2.6.0+cu124 [legacy https://wheels.example/cu124] 27:11',
      'transformers 4.50.0.dev0 [git https://git.example/huggingface/transformers.git@89abcdef0123456789abcdef0123456789abcdef] 49:11',
    ],
  ],
  ['poetry.lock/poetry-1.1.lock.txt', ['torch 1.13.1 [] 3:11']],
  [
    'pdm.lock/pdm.lock',
    [
      'datasets 3.2.0 [] 14:11',
      'fsspec 2024.9.0 [] 29:11',
      'fsspec 2024.9.0 [] 35:11',
      'peft 0.14.1.dev0 [git https://git.example/huggingface/peft.git@fedcba9876543210fedcba9876543210fedcba98] 45:11',
      'torch 2.5.1+cpu [url https://wheels.example/cpu/torch-2.5.1%2Bcpu-cp311-cp311-linux_x86_64.whl] 54:11',
    ],
  ],
  [
    'Pipfile.lock/Pipfile.lock',
    [
      'numpy 1.26.4 [registry https://wheels.example/cu118] default 19:9',
      'torch 2.0.1+cu118 [registry https://wheels.example/cu118] default 27:9',
      'transformers - [git https://git.example/huggingface/transformers.git@0123abcd] default 32:9',
      'numpy 1.25.0 [registry https://wheels.example/cu118] develop 38:9',
    ],
  ],
  [
    'pylock.toml/pylock.toml',
    [
      'numpy 2.2.3 [registry https://index.example/simple] 8:11',
      'torch 2.7.1+cu128 [registry https://wheels.example/cu128] 16:11',
      'transformers 4.52.0.dev0 [git https://git.example/huggingface/transformers.git@0123456789abcdef0123456789abcdef01234567] 25:11',
      'flash-attn - [url https://wheels.example/flash_attn-2.8.3.tar.gz] 32:1',
      'own - [directory .] own 38:1',
    ],
  ],
  [
    'conda-lock.yml/conda-lock.yml',
    [
      'numpy 1.26.4 [conda https://conda.example/conda-forge/linux-64 py311h64a7726_0] linux-64 16:12',
      'numpy 1.26.3 [conda https://conda.example/conda-forge/osx-arm64 py311h7125741_0] osx-arm64 27:12',
      'pytorch 2.10 [conda https://conda.example/pytorch/linux-64 py3.11_cuda12.4_cudnn9.1.0_0] linux-64 37:12',
      'transformers 4.40.1 [pip] linux-64 48:12',
    ],
  ],
  [
    'pixi.lock/pixi.lock',
    [
      'pytorch 2.5.1 [conda https://conda.example/conda-forge/linux-64 cuda126_py312h1763f6d_306] default/linux-64 19:10',
      'transformers 4.48.0 [pypi] default/linux-64 41:9',
      'own 0.1.0 [directory .] own default/linux-64 38:9',
      'torch-ops 1.2.0 [source git https://git.example/ops/torch-ops.git@0123456789abcdef] default/linux-64 26:10',
      'py-kernels 0.4.0 [source ./py-kernels-build] own default/linux-64 35:10',
      'pytorch 2.5.1 [conda https://conda.example/conda-forge/osx-arm64 cpu_generic_py312h1234567_6] default/osx-arm64 24:10',
    ],
  ],
  [
    'pixi.lock/pixi-7.lock.txt',
    [
      'cuda-version 12.6 [conda https://conda.example/conda-forge/linux-64 h7480c83_3] cuda/linux-64 18:10',
      'kernels - [source .] own cuda/linux-64 20:17',
      'flash-attn 2.8.3 [source url https://files.example/flash_attn-2.8.3.tar.gz] cuda/linux-64 21:17',
      'apex 0.1.0 [source git+https://git.example/nvidia/apex@main] cuda/linux-64 28:17',
    ],
  ],
  [
    'environment.yml/environment.yml',
    [
      'python 3.10 [conda] 6:3',
      'pytorch 2.1.0 [conda pytorch] 7:3',
      'pytorch-cuda 11.8 [conda pytorch] 8:3',
      'cudnn 8.9.2 [conda h2a1b_0] 10:3',
      'transformers 4.36.2 [index extra https://wheels.example/cu118] 14:9',
      'taming-transformers - [url git+https://git.example/CompVis/taming.git@master#egg=taming-transformers] 16:9',
    ],
  ],
  [
    'requirements.txt/requirements.txt',
    [
      'torch 2.9.0+cu128 [index extra https://wheels.example/cu128 https://index.example/simple] 7:1',
      'torch 2.9.0 [index extra https://wheels.example/cu128 https://index.example/simple] 8:1',
      'flash-attn - [url https://wheels.example/flash_attn-2.8.3+cu12torch2.9-cp311-linux_x86_64.whl#sha256=aaaa] 9:1',
      'peft - [url git+https://git.example/huggingface/peft.git@v0.17.1#egg=peft] 12:1',
      'apex - [url git+ssh://git.example/nvidia/apex.git#egg=apex&subdirectory=python] 13:1',
      'local-pkg - [url ./wheels/local_pkg-1.0-py3-none-any.whl] 15:1',
    ],
  ],
  ['requirements.txt/compiled.txt', ['numpy 2.1.0 [] 7:1', 'torch 2.9.0 [] 13:1']],
  [
    'pip-freeze/freeze.txt',
    [
      'accelerate 1.8.1 [] 1:1',
      'own - [url git+https://git.example/me/own.git@0123abcd#egg=own] 2:1',
      'flash-attn - [url file:///wheels/flash_attn-2.8.3.whl] 3:1',
      'torch 2.9.0+cu128 [] 4:1',
    ],
  ],
  [
    'pip-list/pip-list.json',
    ['flash-attn 2.8.3 [] 1:3', 'own 0.1.0 [] own 1:47', 'torch 2.9.0+cu128 [] 2:3'],
  ],
  [
    'pip-inspect/pip-inspect.json',
    [
      'transformers 4.57.1 [] 6:47',
      'peft 0.17.1 [url https://git.example/huggingface/peft.git@0123abcd] 11:47',
      'own 0.1.0 [directory] own 16:47',
    ],
  ],
  [
    'Dockerfile/Dockerfile',
    [
      'image:nvidia/cuda 12.8.1-devel-ubuntu22.04 [image] 4:1',
      'image:python 3.11-slim [image @sha256:0123456789abcdef] 5:1',
      'torch 2.9.0 [index extra https://wheels.example/cu128] 11:35',
      'flash-attn 2.8.3 [] 15:25',
      'pytorch 2.1.0 [conda] 16:29',
      'image:nvcr.example/nvidia/pytorch 26.04-py3 [image] 18:1',
      'kernels - [url git+https://git.example/me/kernels.git@v2#egg=kernels] 20:38',
    ],
  ],
];

describe.each(locks)('%s', (path, entries) => {
  it('gives every entry with its identity and place', () => {
    expect(read(path).entries.map(entryText)).toEqual(entries);
  });

  it('is the same with the line ends of Windows', () => {
    const text = fixture(path);
    const format = formatOf(path) ?? sniffFormat(text);
    const [unix, windows] = [text, text.replaceAll('\n', '\r\n')].map(
      (content) => format && parseWith(format, content, 'file').entries.map(entryText),
    );
    expect(windows).toEqual(unix);
  });

  it('is read without complaint, and no credential survives', () => {
    const parsed = read(path);
    expect(parsed.problems).toEqual([]);
    expect(JSON.stringify(parsed)).not.toMatch(/s3cret|hunter2|t0ken|INDEX_TOKEN/);
  });
});

const manifests: readonly (readonly [path: string, statements: readonly string[]])[] = [
  [
    'pyproject.toml/pyproject.toml',
    [
      'requirement torch>=2.6 8:5',
      "requirement transformers[torch]<5,>=4.50 ; python_version < '3.14' 9:5",
      "requirement flash-attn @ https://wheels.example/flash_attn-2.8.3.whl ; sys_platform == 'linux' 13:9",
      'requirement numpy<2 13:94',
      'requirement pytest 16:8',
      'requirement ruff==0.5.0 17:9',
      'build build setuptools 2:13',
      'requirement python >=3.11 6:1',
      'override override numpy==1.26.4 20:26',
      'constraint constraint triton<4 21:28',
      'option torch index https://wheels.example/cu128 24:1',
      "source torch source index=pytorch-cu128 https://wheels.example/cu128 sys_platform == 'linux' 24:1",
      'option torch index https://wheels.example/cpu 24:1',
      "source torch source index=pytorch-cpu https://wheels.example/cpu sys_platform != 'linux' 24:1",
      'source peft source git=https://git.example/huggingface/peft.git rev=v0.17.1 28:1',
      'index index:pytorch-cu128 https://wheels.example/cu128 32:8',
      'index index:pytorch-cpu https://wheels.example/cpu 37:8',
      'index * uv index default https://index.example/simple 41:8',
      'requirement accelerate ^1.2 46:1',
      'requirement datasets ~3.2 optional=true extras=audio 47:1',
      "requirement bitsandbytes 0.45.* sys_platform == 'linux' 50:1",
      'override xformers ==0.0.29 pdm override 53:1',
    ],
  ],
  ['requirements.in/requirements.in', ['requirement torch >=2.6 1:1', 'requirement numpy 2:1']],
  [
    'requirements.txt/requirements.txt',
    [
      'index * https://index.example/simple 2:1',
      'index * extra https://wheels.example/cu128 3:1',
      "requirement torch ==2.9.0+cu128 sys_platform == 'linux' 7:1",
      "requirement torch ==2.9.0 sys_platform != 'linux' 8:1",
      'requirement flash-attn https://wheels.example/flash_attn-2.8.3+cu12torch2.9-cp311-linux_x86_64.whl#sha256=aaaa 9:1',
      'requirement transformers <5,>=4.57 [torch,vision] 10:1',
      'requirement peft git+https://git.example/huggingface/peft.git@v0.17.1#egg=peft 12:1',
      'requirement apex git+ssh://git.example/nvidia/apex.git#egg=apex&subdirectory=python 13:1',
      'requirement local-pkg ./wheels/local_pkg-1.0-py3-none-any.whl 15:1',
      'requirement numpy ~=2.1 16:1',
    ],
  ],
  ['requirements.txt/compiled.txt', []],
  [
    'setup.cfg/setup.cfg',
    [
      'requirement torch>=2.1 7:5',
      "requirement transformers<5,>=4.36 ; python_version >= '3.9' 9:5",
      'requirement flash-attn==2.5.6 13:5',
    ],
  ],
  [
    'pixi.toml/pixi.toml',
    [
      'index * channel conda-forge 2:13',
      'requirement pytorch >=2.5,<3 6:1',
      'option numpy index conda-forge 7:1',
      'requirement numpy 1.26.* channel=conda-forge 7:1',
      'requirement transformers ==4.48.0 10:1',
      'requirement cuda 12 feature=cuda 13:1',
      'requirement cudnn 9.* feature=cuda target=linux-64 16:1',
    ],
  ],
  [
    'Pipfile/Pipfile',
    [
      'index * source https://wheels.example/cu118 3:8',
      'option torch index wheels 7:1',
      'requirement torch ==2.0.1 index=wheels packages 7:1',
      'requirement transformers packages 8:1',
      'requirement pytest >=7 dev-packages 11:1',
    ],
  ],
];

describe.each(manifests)('%s states', (path, statements) => {
  it('every requirement with its place', () => {
    expect(read(path).statements.map(statementText)).toEqual(statements);
  });
});

describe('constraints between packages', () => {
  const needs: readonly (readonly [path: string, name: string, needs: string])[] = [
    ['poetry.lock/poetry.lock', 'torch', 'filelock *, numpy >=1.26,<2 || >=2.1, triton 3.2.0'],
    ['pdm.lock/pdm.lock', 'datasets', 'fsspec <=2024.9.0,>=2023.1.0, numpy >=1.17, torch '],
    ['conda-lock.yml/conda-lock.yml', 'pytorch', 'numpy >=1.23,<3'],
    ['pixi.lock/pixi.lock', 'pytorch', 'numpy >=1.19,<3, python '],
    ['pixi.lock/pixi.lock', 'transformers', 'tokenizers <0.22,>=0.21'],
    ['pip-inspect/pip-inspect.json', 'transformers', 'tokenizers <=0.23.0,>=0.22.0'],
  ];
  it.each(needs)('%s: %s', (path, name, wanted) => {
    const entry = read(path).entries.find((candidate) => candidate.name === name);
    expect(entry?.needs.map((need) => `${need.name} ${need.specifier}`).join(', ')).toBe(wanted);
  });
});

describe('what cannot be judged is reported with its format and version', () => {
  const cases: readonly (readonly [path: string, text: string, message: RegExp])[] = [
    ['uv.lock', 'version = 2\n', /uv\.lock version 2 is not known/],
    ['uv.lock', 'version = 1\nrevision = "x"\n', /version 1 revision NaN/],
    ['uv.lock', 'version = 2\nrevision = 6\n', /version 2 revision 6/],
    ['poetry.lock', '[metadata]\nlock-version = "3.0"\n', /poetry\.lock version 3\.0/],
    ['pdm.lock', '[metadata]\nlock_version = "5.0"\n', /pdm\.lock version 5\.0/],
    ['Pipfile.lock', '{"_meta": {"pipfile-spec": 7}}', /Pipfile\.lock version 7/],
    ['pylock.toml', 'lock-version = "2.0"\n', /pylock\.toml version 2\.0/],
    ['poetry.lock', '', /it names no version of poetry\.lock \(it reads lock-version 1\.1 to 2\.1\)/],
    [
      'pixi.lock',
      fixture('pixi.lock/pixi.lock').slice(0, 900),
      /"https:[^"]+transformers[^"]+", which is not under packages/,
    ],
    ['conda-lock.yml', 'version: 2\npackage: []\n', /conda-lock\.yml version 2/],
    ['pixi.lock', 'version: 5\n', /pixi\.lock version 5/],
    ['pip-inspect.json', '{"version": "2", "installed": []}', /pip inspect version 2/],
    ['uv.lock', 'version = 1\n[[package]\nname = "torch"', /not TOML/],
    ['uv.lock', '<<<<<<< HEAD\nversion = 1\n=======\nversion = 1\n>>>>>>> main\n', /merge-conflict markers/],
    ['requirements.txt', 'torch==2.9.0\n<<<<<<< HEAD\n', /merge-conflict markers/],
    ['Pipfile.lock', '{"_meta": {"pipfile-spec": 6}, "default": {', /not JSON/],
    ['conda-lock.yml', 'version: 1\npackage:\n- name: "torch\n', /not YAML/],
  ];
  it.each(cases)('%s %j', (path, text, message) => {
    const format = formatOf(path);
    const parsed = format && parseWith(format, text, path);
    expect(parsed?.problems.map((problem) => problem.message).join()).toMatch(message);
    expect(parsed?.entries).toEqual([]);
  });
});

describe('names of files', () => {
  const names: readonly (readonly [path: string, format: string | undefined])[] = [
    ['a/uv.lock', 'uv.lock'],
    ['pylock.cuda.toml', 'pylock.toml'],
    ['pylock.a.b.toml', undefined],
    ['requirements_cuda.txt', 'requirements.txt'],
    ['requirements/base.in', 'requirements.txt'],
    ['constraints.txt', 'requirements.txt'],
    ['notes.txt', undefined],
    ['pip-freeze.gpu.txt', 'requirements.txt'],
    ['freeze_layers.txt', undefined],
    ['environment.yaml', 'environment.yml'],
    ['environments/production.yml', 'environment.yml'],
    ['conda-lock.yml', 'conda-lock.yml'],
    ['gpu.conda-lock.yml', 'conda-lock.yml'],
    ['docker/Dockerfile.rocm', 'Dockerfile'],
    ['train.dockerfile', 'Dockerfile'],
    ['.github/workflows/ci.yml', 'workflow'],
    ['.github/actions/setup/action.yaml', 'workflow'],
    ['docs/workflows/ci.yml', undefined],
    ['docker-compose.gpu.yml', 'compose file'],
    ['compose.yaml', 'compose file'],
    ['deploy/chart/values-prod.yaml', 'Helm values'],
    ['scripts/install.sh', 'shell script'],
    ['Singularity.train', 'Apptainer definition'],
    ['train.def', 'Apptainer definition'],
    ['.python-version', '.python-version'],
    ['.tool-versions', '.python-version'],
    ['env.yaml', 'environment.yml'],
    ['Cargo.lock', undefined],
    ['package-lock.json', undefined],
  ];
  it.each(names)('%s is %s', (path, format) => {
    expect(formatOf(path)?.name).toBe(format);
  });

  it('an environment.yaml that is not conda’s contains nothing, readable or not', () => {
    const texts = ['gravity: 9.81\n', '{% if x %}\nsteps: [\n'];
    expect(texts.map((text) => condaEnvironment.parse(text, 'environment.yaml').problems)).toEqual([[], []]);
  });

  it('has one name for each format', () => {
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
  });
});
