import {
  fileText,
  type ShellCommand,
  type ShellScript,
  type ShellWord,
  type UnfollowedScript,
} from '../../documents/shell/model.ts';
import { wrappedBy } from '../../documents/shell/wrappers.ts';
import { type Launch, launchOf } from './launch.ts';
import { moduleFile } from './programs/imports.ts';

/** One command that starts a run, in each way in which the script may run it. */
export interface ScriptEntry {
  /** `scripts/train.sh:14`. */
  readonly entry: string;
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly launches: readonly Launch[];
  /** In how many more ways it may run than are judged. */
  readonly left?: number;
  /** A config that it reads, as the policy says. */
  readonly config?: string;
}

/** The runs that a script starts, by the command that does. */
export function scriptEntries({ commands }: ShellScript): ScriptEntry[] {
  const entries = new Map<string, Map<string, Launch | undefined>>();
  for (const command of commands) {
    const launch = launchOf(command);
    if (launch === undefined) continue;
    const key = `${command.file}:${command.line}:${command.column}:${launch.kind}`;
    const ways = entries.get(key) ?? new Map<string, Launch | undefined>();
    entries.set(key, ways);
    const way = wayOf(launch);
    if (!ways.has(way)) ways.set(way, ways.size < maxVariants ? launch : undefined);
  }
  return [...entries.values()].flatMap((ways) => {
    const launches = [...ways.values()].filter((launch) => launch !== undefined);
    const left = ways.size - launches.length;
    const [first] = launches;
    if (first === undefined) return [];
    const { kind, command } = first;
    const { file, line } = command;
    return [{ entry: `${file}:${line}`, kind, file, line, launches, ...(left > 0 && { left }) }];
  });
}

/** What a run is made of: the same words from the same places are one way, whatever else is in the environment. */
function wayOf({ program, launcher, args, command: { directory } }: Launch): string {
  const words = [...launcher, ...(program === undefined ? [] : [program.word]), ...args];
  const pieces = words.map((word) =>
    word.pieces.map(({ text, place }) => `${text} ${place.line}:${place.column}`),
  );
  return JSON.stringify([directory.from, directory.path, launcher.length, pieces]);
}

/** A script that runs one command in more ways than this is judged by the first ones. */
const maxVariants = 64;

/** Commands that build what they run while the script runs: nothing of it can be seen. */
export function builtWhenRun({ commands }: ShellScript): readonly ShellCommand[] {
  return commands.filter(
    ({ words }) =>
      (words[0]?.text === 'eval' && mentionsTraining(words.slice(1))) ||
      (startsUnknownText(words) && (mentionsLauncher(words) || isSentWhole(words))),
  );
}

/** `ssh host "$COMMAND"`: nothing of what runs elsewhere is known. */
function isSentWhole(words: readonly ShellWord[]): boolean {
  if (!/(?:^|\/)(?:ssh|autossh|pdsh|clush|srun|mpirun|mpiexec)$/.test(words[0]?.text ?? '')) return false;
  const pieces = words.at(-1)?.pieces ?? [];
  return pieces.every((piece) =>
    piece.text === undefined ? piece.unknown !== fileText : !/\w/.test(piece.text),
  );
}

/** `ssh host "cd $DIR && …"`, `xargs bash -c '… $0'`: a shell reads a text of which a part is known only when it runs. */
function startsUnknownText(words: readonly ShellWord[]): boolean {
  let [rest, isFilled] = [words, false];
  for (let steps = 0; steps < 8; steps += 1) {
    const wrapped = wrappedBy(rest.map(({ text }) => text));
    if (wrapped === undefined) break;
    rest = rest.slice(wrapped.from, wrapped.to);
    isFilled ||= wrapped.fills !== undefined;
    if (wrapped.isText) return isFilled || rest.some(({ text }) => text === undefined);
  }
  const [shell, ...args] = rest;
  if (!/(?:^|\/)(?:ba|da)?sh$/.test(shell?.text ?? '')) return false;
  const option = args.findIndex(({ text }) => text !== undefined && /^-[a-z]*c$/.test(text));
  return option >= 0 && (isFilled || args[option + 1]?.text === undefined);
}

const clusterLaunchers = /(?:^|\/)(?:srun|mpirun|mpiexec|orterun|sbatch)$/;

const mayStartRuns = /train|tune|sft|launch|serve|rlhf|[dpg]po\b|(?:^|\/)run/i;

/** By what is known of the path, but for the folder of installed programs; a script of which only a part is known may do anything. */
function saysSo({ path, isKnown }: UnfollowedScript): boolean {
  const known = path.replaceAll(/\([^()]*\)/g, '').replace(/^.*\/s?bin\//, '');
  if (known === '') return mayStartRuns.test(path) || /script/i.test(path);
  return mayStartRuns.test(known) || (!isKnown && /script|\.(?:sh|bash|slurm|sbatch)$/i.test(known));
}

/** Scripts that are run and not followed, as far as their names, or who starts them, say that they train or serve. */
export function unfollowedRuns({ commands, unfollowed }: ShellScript): readonly UnfollowedScript[] {
  const named = unfollowed.filter((script) =>
    script.reason === undefined ? saysSo(script) : launcher.test(script.path),
  );
  const unknown = commands.flatMap(({ words: [first, ...args], ...place }) => {
    const isLaunched = clusterLaunchers.test(first?.text ?? '');
    const [open] = args.flatMap(({ pieces }) => pieces).filter(({ text }) => text === undefined);
    const starts = wrappedBy([first?.text, ...args.map(({ text }) => text)]);
    return isLaunched && starts === undefined && open?.text === undefined && open !== undefined
      ? [{ ...place, path: `(${open.unknown})`, isKnown: false }]
      : [];
  });
  const managed = commands.flatMap(({ words, ...place }) => {
    const found = managers.exec(
      words
        .slice(0, 6)
        .map(({ text }) => text ?? '?')
        .join(' '),
    )?.[1];
    const reason = 'a tool that starts what its server or its own file says';
    return found === undefined ? [] : [{ ...place, path: found, isKnown: true, reason }];
  });
  return [...named, ...unknown, ...managed];
}

/** Tools that start what a sweep, a job file or their server says. */
const managers =
  /^(?:\S*python[\d.]* -m )?(?:\S*\/)?(wandb (?:agent|launch|launch-agent)|mlflow run|dvc (?:repro|exp run)|sky (?:launch|exec|jobs launch)|modal run|ray submit|torchx run|dstack (?:apply|run)|beaker experiment create|guild run|clearml-task|gcloud ai custom-jobs create|aws sagemaker create-training-job|az ml job create)(?: |$)/;

const launcher = /\b(?:torchrun|deepspeed|accelerate|python[\d.]*|srun)\s|train\w*\.(?:sh|slurm|sbatch)\b/;

function mentionsLauncher(words: readonly ShellWord[]): boolean {
  return words.some(({ pieces }) => pieces.some(({ text }) => launcher.test(text ?? '')));
}

function mentionsTraining(words: readonly ShellWord[]): boolean {
  return words.some(({ pieces }) =>
    pieces.some(({ text }) => /torchrun|deepspeed|accelerate|python|train|srun/.test(text ?? '')),
  );
}

export interface Repository {
  has(path: string): boolean;
  /** The only path that ends in this, behind a slash; `undefined` where there is none or more than one. */
  endingIn(path: string): string | undefined;
}

/** The file of the program that a launch runs, if it is one of the repository. */
export function programFile(
  { program, command }: Launch,
  script: string,
  repository: Repository,
): string | undefined {
  if (program === undefined) return undefined;
  const { word, isModule } = program;
  const { directory } = command;
  if (isModule) return word.text === undefined ? undefined : moduleOf(word.text, repository);
  const text = word.text ?? word.pieces.at(-1)?.text;
  if (text === undefined) return undefined;
  const [first] = word.pieces;
  const isFromScript = first?.text === undefined && first?.folder === 'script';
  const path = normal(text);
  const own = folderOf(script);
  const started =
    directory.from === 'script'
      ? normal(`${own}/${directory.path}/${text}`)
      : normal(`${directory.path}/${text}`);
  const tried = isFromScript
    ? [normal(`${own}/${text}`)]
    : [
        started,
        normal(`${own}/${text}`),
        path,
        ...foldersAbove(own).map((folder) => normal(`${folder}/${text}`)),
      ];
  return tried.find((each) => repository.has(each)) ?? repository.endingIn(path.replace(/^(?:\.\.\/)+/, ''));
}

/** The nearest first: of several projects in one repository a script starts the program of its own. */
function foldersAbove(folder: string): string[] {
  const steps = folder.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, steps.length - 1 - index).join('/'));
}

function moduleOf(name: string, repository: Repository): string | undefined {
  const found = moduleFile(name, '', '', (path) => repository.has(path));
  const path = name.replaceAll('.', '/');
  const main = [`${path}/__main__.py`, `src/${path}/__main__.py`].find((each) => repository.has(each));
  if (found !== undefined && !found.endsWith('__init__.py')) return found;
  return main ?? found ?? repository.endingIn(`${path}.py`) ?? repository.endingIn(`${path}/__main__.py`);
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function normal(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}
