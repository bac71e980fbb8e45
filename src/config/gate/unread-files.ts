import type { RunFacts } from '../facts.ts';
import { conceptsOf } from '../rules/names.ts';
import { launchFile, type LaunchRepository } from './launch-repository.ts';

/** A launcher with what it gets; `pip install deepspeed` is none. */
const launcher =
  /(?<![\w./-])(?:(?:torchrun|deepspeed)[ \t]+(?:-|\\|\S+\.py\b)|accelerate[ \t]+launch\b|torch\.distributed\.(?:run|launch)[ \t])/;
/** `python - <<EOF`, `python -c`; what an image runs. */
const ownProgram =
  /\bpython[\d.]*["']?[ \t]+-(?:c\b|[ \t]*<<)|\b(?:docker|podman|nerdctl|apptainer|singularity)[ \t]+run\b/;
const withBases = /^_base_[ \t]*=|^with[ \t]+read_base\(\)/m;
const maxFiles = 5000;

/** Scripts that may well start a training, in which no command is known to; none that a run reads. */
export async function startingNothing(
  paths: readonly string[],
  entries: readonly RunFacts[],
  repository: LaunchRepository,
): Promise<RunFacts[]> {
  const read = new Set(entries.flatMap(({ files }) => files));
  const found: RunFacts[] = [];
  for (const path of paths) {
    if (read.has(path)) continue;
    const reason = whyIdle((await repository.text(path)) ?? '');
    if (reason !== undefined)
      found.push({ entry: `${path}:1`, kind: 'script', files: [path], judged: false, reason });
  }
  return found;
}

function whyIdle(text: string): string | undefined {
  const names = valuesIn(text);
  if (names.size >= 2) return 'it has values of a training, and no command of it is known to start one';
  if (names.size === 1 && ownProgram.test(text)) return 'a program stands in it, which is not read';
  return launcher.test(text)
    ? 'a launcher stands in it, and what it starts is not known to train'
    : undefined;
}

/** Names of a training's values in flags, overrides and assignments: of `--optim.lr`, `optim.lr=` and `lr=` alike. */
function valuesIn(text: string): ReadonlySet<string> {
  const names =
    text.match(/(?<![\w-])--[A-Za-z][\w.-]+|(?<![\w.-])[+]{0,2}(?:[a-z]\w*\.)*[a-z]\w*(?==)/g) ?? [];
  const last = names.map((name) => name.replace(/^--/, '').replaceAll('-', '_').split('.').at(-1) ?? '');
  return new Set(last.filter((name) => conceptsOf.has(name)));
}

/** Configs that others complete and the policy does not take, and files of other systems that start runs. */
export async function unreadFiles(
  paths: readonly string[],
  entries: readonly RunFacts[],
  isConfig: (path: string) => boolean,
  repository: LaunchRepository,
): Promise<RunFacts[]> {
  const read = new Set(entries.flatMap(({ files }) => files));
  const found: RunFacts[] = [];
  const asked = paths.filter((path) => /\.(?:py|ya?ml)$/.test(path) && !launchFile.test(path));
  for (const path of asked.slice(0, maxFiles)) {
    if (read.has(path) || isConfig(path)) continue;
    const text = (await repository.text(path)) ?? '';
    const reason = path.endsWith('.py') ? whyNoConfig(text) : whyNoWorkflow(text);
    if (reason !== undefined)
      found.push({ entry: path, kind: 'config', files: [path], judged: false, reason });
  }
  return found;
}

function whyNoConfig(text: string): string | undefined {
  return withBases.test(text)
    ? 'it is made of base configs, and the files of the policy (config.files) do not take it'
    : undefined;
}

function whyNoWorkflow(text: string): string | undefined {
  return launcher.test(text) ? 'a launcher stands in it, and files of such a system are not read' : undefined;
}
