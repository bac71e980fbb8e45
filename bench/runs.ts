/**
 * How much of what decides runs in public repositories is judged, and what the gate says of it: `node bench/runs.ts GIT-DIR…`.
 * A file decides a run where it has two words of a training; tests, documentation and others' code do not count. It is judged as a
 * config that `init` takes or as a file that a judged run reads; or named with the reason why not; else it is passed over in silence.
 * `--merges N` judges the last N first-parent commits instead, each against its parent. `--list` prints each finding and silent file.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareTrees, unchanged } from '../src/check/compare-trees.ts';
import { findEntries } from '../src/config/gate/find-entries.ts';
import { firstRegistry } from '../src/config/gate/first-registry.ts';
import { typeNotes } from '../src/init/second-types.ts';
import { launchFile } from '../src/config/gate/launch-repository.ts';
import { judgeConfig } from '../src/config/gate/validate-model-config.ts';
import { configDefaults, type ConfigSettings } from '../src/config/settings.ts';
import { findConfigs } from '../src/init/configs.ts';
import type { ChangeSet, FileTree, Ports } from '../src/ports/index.ts';
import type { Finding } from '../src/report/model.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    merges: { type: 'string' },
    list: { type: 'boolean', default: false },
    registry: { type: 'boolean', default: false },
  },
});

const elsewhere =
  /(?:^|\/)(?:tests?|testdata|fixtures|docs?|node_modules|third_party|vendor|\.runpod|\.vscode)\//;
/** Says what is installed or published, not what is trained. */
const about = /(?:^|\/)(?:pyproject\.toml|cog\.yaml|_quarto\.yml)$/;
const kinds = /\.(?:sh|bash|slurm|sbatch|ya?ml|json|toml)$/;
const training =
  /\b(?:learning_rate|lr|batch_size|micro_batch_size|per_device_train_batch_size|num_train_epochs|num_epochs|max_steps|train_iters|warmup(?:_\w+)?|weight_decay|gradient_accumulation_steps|torchrun|deepspeed|accelerate|tensor_parallel\w*|pipeline_parallel\w*|tensor-model-parallel-size|optimizer|lora_\w+|zero_optimization|hidden_size|num_layers|learning-rate|lr-warmup-\w+)\b/g;
const base = /^_base_\s*=|^with read_base\(\)/m;

interface Blob {
  readonly sha: string;
  readonly bytes: number;
}

/** The blobs of a bare clone, each read once; what a partial clone lacks is left out. */
class Store {
  readonly git: string;
  private readonly blobs = new Map<string, Uint8Array | undefined>();

  constructor(git: string) {
    this.git = git;
  }

  ask(...args: readonly string[]): Buffer {
    return execFileSync('git', [`--git-dir=${this.git}`, ...args], {
      maxBuffer: 2 ** 30,
      env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }

  files(rev: string): Map<string, Blob> {
    const lines = this.ask('ls-tree', '-r', '-l', '-z', rev).toString('utf8').split('\0');
    const found = lines.flatMap((line): [string, Blob][] => {
      const [, mode, sha = '', size = '', name = ''] =
        /^(\d+) blob ([0-9a-f]+) +(\S+)\t([^]*)$/.exec(line) ?? [];
      return mode === undefined || mode === '120000' ? [] : [[name, { sha, bytes: Number(size) || 0 }]];
    });
    return new Map(found);
  }

  read(sha: string): Uint8Array | undefined {
    if (!this.blobs.has(sha)) this.blobs.set(sha, this.blob(sha));
    return this.blobs.get(sha);
  }

  private blob(sha: string): Uint8Array | undefined {
    try {
      return this.ask('cat-file', 'blob', sha);
    } catch {
      return undefined;
    }
  }
}

function treeOf(store: Store, rev: string): FileTree & { shaOf(file: string): string | undefined } {
  const files = store.files(rev);
  return {
    name: rev,
    list: () => Promise.resolve([...files.keys()].toSorted()),
    read: (file, most = 2 ** 20) => {
      const blob = files.get(file);
      return Promise.resolve(blob === undefined || blob.bytes > most ? undefined : store.read(blob.sha));
    },
    shaOf: (file) => files.get(file)?.sha,
  };
}

function portsOf(change: ChangeSet): Ports {
  const log = { info: () => {}, debug: () => {}, warning: () => {} };
  return {
    change,
    workspace: change.head,
    log,
    commands: { run: () => Promise.resolve(undefined) },
    now: () => 0,
  };
}

async function deciding(tree: FileTree): Promise<string[]> {
  const found: string[] = [];
  for (const file of await tree.list()) {
    if (elsewhere.test(file) || about.test(file) || (!kinds.test(file) && !file.endsWith('.py'))) continue;
    const text = new TextDecoder().decode((await tree.read(file)) ?? new Uint8Array());
    if (file.endsWith('.py') ? base.test(text) : new Set(text.match(training)).size >= 2) found.push(file);
  }
  return found;
}

async function settingsOf(tree: FileTree): Promise<{ settings: ConfigSettings; registry: string }> {
  const { globs, dialect, documents } = await findConfigs(tree);
  const settings = { ...configDefaults, dialect, files: globs.length === 0 ? configDefaults.files : globs };
  if (!values.registry) return { settings, registry: '' };
  const first = await firstRegistry(tree, documents, { ...configDefaults, files: [] });
  if (values.list) for (const note of typeNotes(first)) console.log(`  init: ${note}`);
  return { settings, registry: first.text };
}

const faults = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'notice');

function show(findings: readonly Finding[], before = ''): void {
  for (const { severity, rule, file, line, message } of findings)
    if (values.list) console.log(`  ${before}${severity} ${rule} ${file}:${line} ${message.slice(0, 260)}`);
}

async function head(git: string): Promise<void> {
  const store = new Store(git);
  const tree = treeOf(store, 'HEAD');
  const { settings } = await settingsOf(tree);
  const { entries } = await findEntries(tree, settings);
  const judged = new Set(entries.filter((entry) => entry.judged).flatMap(({ files }) => files));
  const named = new Set(entries.filter((entry) => !entry.judged).flatMap(({ files }) => files));
  const files = await deciding(tree);
  const isJudged = files.filter((file) => judged.has(file));
  const isNamed = files.filter((file) => !judged.has(file) && named.has(file));
  const silent = files.filter((file) => !judged.has(file) && !named.has(file));
  const scripts = (await tree.list()).filter((file) => launchFile.test(file) && !elsewhere.test(file));
  const only = [
    ...new Set([...scripts, ...entries.flatMap(({ kind, entry }) => (kind === 'config' ? [entry] : []))]),
  ];
  const report = await judgeConfig({ ...settings, only }, portsOf(unchanged(tree)));
  const found = faults(report.findings).filter(({ rule }) => rule !== 'config/run-not-judged');
  const errors = found.filter(({ severity }) => severity === 'error');
  const share = (part: readonly string[]) =>
    `${part.length} (${Math.round((100 * part.length) / Math.max(1, files.length))} %)`;
  const runs = entries.filter(({ kind }) => kind !== 'config');
  console.log(
    `| ${path.basename(path.dirname(git))} | ${files.length} | ${share(isJudged)} | ${share(isNamed)} | ${share(silent)} | ${runs.filter((run) => run.judged).length} of ${runs.length} | ${errors.length} in ${new Set(errors.map(({ file }) => file)).size} | ${found.length - errors.length} |`,
  );
  if (values.list) for (const file of silent) console.log(`  silent ${file}`);
  if (values.list)
    for (const { judged: is, entry, reason } of runs)
      if (!is) console.log(`  not judged ${entry}: ${reason}`);
  show(found);
}

async function merges(git: string, count: number): Promise<void> {
  const store = new Store(git);
  const commits = store
    .ask('rev-list', '--first-parent', `--max-count=${count + 1}`, 'HEAD')
    .toString()
    .trim()
    .split('\n');
  const first = commits.at(-1) ?? 'HEAD';
  const { settings, registry } = await settingsOf(treeOf(store, first));
  let [blocked, warned, judged] = [0, 0, 0];
  for (let at = commits.length - 2; at >= 0; at -= 1) {
    const [sha = '', parent = ''] = [commits[at], commits[at + 1]];
    const report = await judgeMerge(store, [parent, sha], settings, registry);
    const found = faults(report.findings);
    const errors = found.filter(({ severity }) => severity === 'error').length;
    if (report.verdict !== 'skipped') judged += 1;
    if (errors > 0) blocked += 1;
    else if (found.length > 0) warned += 1;
    show(found, `${sha.slice(0, 9)} `);
  }
  console.log(
    `| ${path.basename(path.dirname(git))} | ${commits.length - 1} | ${judged} | ${blocked} | ${warned} |`,
  );
}

async function judgeMerge(
  store: Store,
  [from, to]: readonly [string, string],
  settings: ConfigSettings,
  registry: string,
) {
  const [before, after] = [treeOf(store, from), treeOf(store, to)];
  const withRegistry = (tree: FileTree): FileTree => ({
    ...tree,
    read: (file, most) =>
      file === settings.registry && values.registry
        ? Promise.resolve(new TextEncoder().encode(registry))
        : tree.read(file, most),
  });
  const paths = new Set([...(await before.list()), ...(await after.list())]);
  const changed = [...paths].filter((file) => before.shaOf(file) !== after.shaOf(file));
  const part = (tree: ReturnType<typeof treeOf>): FileTree => ({
    ...tree,
    list: () => Promise.resolve(changed.filter((file) => tree.shaOf(file) !== undefined)),
  });
  const { files } = await compareTrees(part(before), part(after));
  const change = {
    base: withRegistry(before),
    head: withRegistry(after),
    files,
    commits: () => Promise.resolve([]),
  };
  return judgeConfig(settings, portsOf(change));
}

console.log(
  values.merges === undefined
    ? '| repository | files | judged | named | silent | runs judged | errors | warnings |\n|---|---|---|---|---|---|---|---|'
    : '| repository | merges | with something to judge | blocked | warned |\n|---|---|---|---|---|',
);
for (const git of positionals)
  await (values.merges === undefined ? head(git) : merges(git, Number(values.merges)));
