/**
 * What many runs cost beside one that Hydra composes: `node bench/runs-cost.ts GIT-DIR PYTHON [COUNT] [--one-way]`, with verl's repository and a
 * Python that has hydra-core. One value of a group changes under COUNT (100) of its launch scripts, and the built CLI judges all of their runs,
 * composed before and after it; the Python process composes one of them, of a middling script, with the overrides of its command. They take turns;
 * processor time with that of git. `--one-way`: scripts that each start one run in one way, each several times with a value of its own.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { scriptEntries } from '../src/config/runs/entries.ts';
import { readShell } from '../src/documents/shell/read.ts';
import { median } from './measure.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'one-way': { type: 'boolean', default: false } },
});
const [git = '', python = 'python3', count = '100'] = positionals;
const cli = path.resolve(import.meta.dirname, '../dist/cli/index.js');
const group = 'verl/trainer/config/actor/actor.yaml';
const folder = mkdtempSync(path.join(tmpdir(), 'runs-cost-'));
const ask = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, {
    cwd: folder,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
const gitIn = (...args: readonly string[]): string =>
  ask('git', '-c', 'user.name=a', '-c', 'user.email=a@example', ...args);

/** Seconds of user and system time of a command with all that it starts; it may end with any code. */
function cpuOf(...command: readonly string[]): number {
  const told =
    'import resource as r, subprocess as s, sys; s.run(sys.argv[1:], stdout=s.DEVNULL, stderr=s.DEVNULL); u = r.getrusage(r.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime)';
  return Number(ask(python, '-c', told, ...command));
}

const compose = `
import json, sys
from hydra import compose, initialize_config_dir
from omegaconf import OmegaConf
with initialize_config_dir(config_dir=sys.argv[1], version_base=None):
    OmegaConf.to_container(compose(sys.argv[2], overrides=json.loads(sys.argv[3])), resolve=True)
`;

interface Explained {
  readonly origin?: { readonly kind: string; readonly name?: string };
}

function overridesOf(entry: string): string[] {
  const values: readonly Explained[] = JSON.parse(ask(process.execPath, cli, 'config', '--explain', entry));
  const names = values.flatMap(({ origin }) => (origin?.kind === 'override' ? [origin.name ?? ''] : []));
  return [...new Set(names)].filter((name) => !name.startsWith('hydra'));
}

function textOf(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

function isOneWay(file: string): boolean {
  const script = readShell(textOf(file), { file, environment: new Map(), read: () => undefined });
  return scriptEntries(script).flatMap(({ launches }) => launches).length === 1;
}

/** Of each script as many as are asked for in all, each with a value of its own. */
function copies(files: readonly string[]): string[] {
  return Array.from({ length: Number(count) }, (_, at) => {
    const file = files[at % files.length] ?? '';
    const name = file.replace(/\.sh$/, `_${at}.sh`);
    const text = textOf(file).replaceAll('trainer.project_name=', `trainer.max_actor_ckpt_to_keep=${at} $&`);
    writeFileSync(path.join(folder, name), text);
    return name;
  });
}

function sizeOf(entry: string): number {
  return readFileSync(path.join(folder, entry.replace(/:\d+$/, ''))).length;
}

try {
  execFileSync('tar', ['-x', '-C', folder], {
    input: execFileSync('git', [`--git-dir=${git}`, 'archive', 'HEAD', 'verl', 'examples'], {
      maxBuffer: 2 ** 30,
    }),
  });
  const scripts = ask('find', 'examples', '-name', '*.sh').trim().split('\n').toSorted();
  const ppo = scripts.filter((file) => textOf(file).includes('verl.trainer.main_ppo'));
  const kept = options['one-way'] ? copies(ppo.filter(isOneWay)) : ppo.slice(0, Number(count));
  for (const file of scripts) if (!kept.includes(file)) rmSync(path.join(folder, file));
  gitIn('init', '-q');
  gitIn('add', '-A');
  gitIn('commit', '-qm', 'base');
  const text = readFileSync(path.join(folder, group), 'utf8');
  writeFileSync(path.join(folder, group), text.replace('clip_ratio: 0.2', 'clip_ratio: 0.3'));
  const judge = [process.execPath, cli, 'check', '--base', 'HEAD', '--json'] as const;
  const [config] = JSON.parse(ask(...judge)).reports;
  const runs = config.facts.runs.filter(({ judged }: { judged: boolean }) => judged);
  const entries: readonly string[] = runs
    .filter(({ files }: { files: readonly string[] }) =>
      files.includes('verl/trainer/config/ppo_trainer.yaml'),
    )
    .map(({ entry }: { entry: string }) => entry)
    .toSorted((one: string, other: string) => sizeOf(one) - sizeOf(other));
  const one = overridesOf(entries[entries.length >> 1] ?? '');
  const times = Array.from({ length: 5 }, () => [
    cpuOf(...judge),
    cpuOf(
      python,
      '-c',
      compose,
      path.join(folder, 'verl/trainer/config'),
      'ppo_trainer',
      JSON.stringify(one),
    ),
  ]);
  const [ours = 0, theirs = 0] = [0, 1].map((at) => median(times.map((pair) => pair[at] ?? 0)));
  console.log(config.title);
  console.log(`| ${runs.length} runs judged | one composed by hydra-core, ${one.length} overrides | ratio |`);
  console.log(`| ${ours.toFixed(2)} s | ${theirs.toFixed(2)} s | ${(ours / theirs).toFixed(2)} |`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
