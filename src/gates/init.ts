/** `model-gates init`: the first policy, registry and workflow of a repository, made from what is there. */
import picomatch from 'picomatch';
import type { ConfigDocument } from '../config/index.ts';
import { configDefaults, type Dialect, dialectOf } from '../config/settings.ts';
import { count } from '../report/text.ts';
import { policyPath } from '../trunk/index.ts';
import type { FileTree } from './ports.ts';

export interface InitFile {
  readonly path: string;
  readonly content: string;
  /** What it was made from, for the person who ran init. */
  readonly note: string;
}

const maxConfigBytes = 1024 * 1024;
const maxConfigs = 200;

/** Files that judge this repository at once, each with what it was made from. Nothing is written. */
export async function initialFiles(tree: FileTree, trunk: string): Promise<InitFile[]> {
  const { deriveRegistry } = await import('#lib/config');
  const paths = await tree.list();
  const configs = await readConfigs(tree, paths);
  const results = resultGlobs(paths);
  return [
    { path: policyPath, content: policyText(trunk, configs, results), note: policyNote(configs, results) },
    {
      path: configDefaults.registry,
      content: deriveRegistry(configs.documents),
      note:
        configs.documents.length === 0
          ? 'no config was found: register parameters by hand'
          : `from ${count(configs.documents.length, 'config file')}, read as ${configs.dialect} reads them`,
    },
    {
      path: '.github/workflows/model-gates.yml',
      content: workflowText(trunk),
      note: 'runs every gate on each pull request',
    },
  ];
}

interface Configs {
  readonly dialect: Dialect;
  readonly documents: readonly ConfigDocument[];
}

const configFolders = ['config', 'configs', 'conf', 'recipes'];
const candidateConfigs = picomatch(
  [`**/{${configFolders.join(',')}}/**/*.{yaml,yml,json}`, '**/config.json'],
  { dot: false },
);

/** Mappings that can be read, with whatever faults: their parameters are in use all the same. */
async function readConfigs(tree: FileTree, paths: readonly string[]): Promise<Configs> {
  const { readDocument } = await import('#lib/config');
  const texts = new Map<string, Uint8Array>();
  for (const path of paths.filter((file) => candidateConfigs(file)).slice(0, maxConfigs)) {
    const bytes = await tree.read(path, maxConfigBytes).catch(() => undefined);
    if (bytes !== undefined) texts.set(path, bytes);
  }
  const dialect = [...texts.values()].some(interpolates) ? 'omegaconf' : configDefaults.dialect;
  const documents = Array.from(texts, ([file, bytes]) =>
    readDocument(bytes, { file, dialect: dialectOf(file, { dialect }) }),
  );
  return { dialect, documents: documents.filter(({ root }) => root?.type === 'dict') };
}

/** `${model.width}`, `${.lr}`, `${oc.env:HOME}`: only OmegaConf makes something of these. `${HOME}` is for a shell. */
function interpolates(bytes: Uint8Array): boolean {
  return /\$\{(?:\.*[a-z_]\w*(?:\.\w+)*|[a-z_]\w*(?:\.\w+)*:[^}]*)\}/.test(new TextDecoder().decode(bytes));
}

const resultFiles = picomatch('**/{evals,eval_results,results}/**/*.{jsonl,csv}', { dot: false });

/** One glob a folder that holds result files. */
function resultGlobs(paths: readonly string[]): string[] {
  const found = paths.filter((path) => resultFiles(path));
  return [...new Set(found.map((path) => path.replace(/[^/]+\.(jsonl|csv)$/, '*.$1')))].toSorted();
}

function policyNote({ documents }: Configs, results: readonly string[]): string {
  const parts = [documents.length === 0 ? 'no config found' : count(documents.length, 'config')];
  parts.push(
    results.length === 0
      ? 'no evaluation results found: name them under regression'
      : `results in ${results.join(', ')}`,
  );
  return parts.join('; ');
}

function policyText(trunk: string, configs: Configs, results: readonly string[]): string {
  const folders = [...new Set(configs.documents.map(({ file }) => globOf(file)))].toSorted();
  const globs = folders.length === 0 ? configDefaults.files : folders;
  const candidate =
    results.length === 0
      ? [
          '  # Result files with one row a sample: {id, target, prediction} or {id, score}.',
          '  # candidate: [evals/*.jsonl]',
        ]
      : ['  candidate:', ...results.map((glob) => `    - ${quoted(glob)}`)];
  return `# Policy of model-gates. It is read from the base commit: a change to it applies after its merge.
# yaml-language-server: $schema=../node_modules/model-gates/schema/policy.schema.json
trunk: ${quoted(trunk)}

config:
  files:
${globs.map((glob) => `    - ${quoted(glob)}`).join('\n')}
  # How the training code reads YAML: pyyaml (yaml.safe_load), omegaconf (Hydra, LLaMA-Factory, verl) or yaml-1.2.
  dialect: ${configs.dialect}
  registry: ${configDefaults.registry}
  # An unregistered parameter fails the gate; false: it warns.
  strict: true

dependencies:
  # Watched beside torch, transformers, tokenizers, numpy and the others of the default list.
  also-watch: []

regression:
${candidate.join('\n')}
  tolerance: 0.5
  margin: 2
  unit: points
`;
}

/** `configs/llm/a.yaml` → `configs/**` with its ending, `models/a/config.json` → `models/**` with its name: no other file of those folders. */
function globOf(path: string): string {
  const steps = path.split('/');
  const name = steps.at(-1) ?? '';
  const folder = steps.slice(0, -1).findIndex((step) => configFolders.includes(step));
  if (folder >= 0) return `${steps.slice(0, folder + 1).join('/')}/**/*${name.slice(name.lastIndexOf('.'))}`;
  return steps.length === 1 ? name : `${steps[0]}/**/${name}`;
}

/** JSON strings are YAML strings. */
function quoted(value: string): string {
  return JSON.stringify(value);
}

function workflowText(trunk: string): string {
  return `name: model-gates
on:
  pull_request:
    branches: [${quoted(trunk)}, "release/**"]
    types: [opened, synchronize, reopened, edited, ready_for_review]
  merge_group:

permissions:
  contents: read # to read configs, locks and results
  pull-requests: write # to keep one comment with the verdict up to date

concurrency:
  group: model-gates-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: true

jobs:
  gates:
    # A draft goes without its evaluation: under another name, so that it never stands for the required check.
    name: \${{ github.event.pull_request.draft && 'gates (draft)' || 'gates' }}
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: true # so that the gate can fetch the merge base
      - uses: model-gates/model-gates@v1
`;
}
