import { nodeAt } from '../../documents/tree/node.ts';
import type { ConfigDocument, readDocument } from '../../documents/document.ts';
import type { ConfigNode } from '../../documents/tree/node.ts';
import { makefileAsShell } from '../../documents/shell/makefile.ts';

export type LaunchFileKind = 'script' | 'slurm' | 'workflow' | 'makefile';

/** What kind of file that starts runs a path is; `undefined` of any other. */
export function launchFileKind(path: string): LaunchFileKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.(?:slurm|sbatch|sub)$/.test(name)) return 'slurm';
  if (/\.(?:sh|bash)$/.test(name)) return 'script';
  if (/^(?:GNUm|M|m)akefile$|\.mk$/.test(name)) return 'makefile';
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ? 'workflow' : undefined;
}

/** A piece of shell in a file, in which every line has the number that it has there. */
export interface ShellText {
  readonly text: string;
  readonly environment: ReadonlyMap<string, string>;
}

/** What a shell runs of a file. Scripts are given as they are, with whatever bytes they hold. */
export function shellTexts(text: string, path: string, read: typeof readDocument): ShellText[] {
  const kind = launchFileKind(path);
  if (kind === 'makefile') return [{ text: makefileAsShell(text), environment: new Map() }];
  return kind === 'workflow'
    ? steps(text, read(text, { file: path, dialect: 'yaml-1.2' }))
    : [{ text, environment: new Map() }];
}

/** The `run:` of every step of a workflow. */
function steps(text: string, document: ConfigDocument): ShellText[] {
  const jobs = nodeAt(document.root, ['jobs']);
  if (jobs?.type !== 'dict') return [];
  const global = environmentOf(nodeAt(document.root, ['env']));
  return [...jobs.entries].flatMap(([name, { value: job }]) => {
    const list = nodeAt(job, ['steps']);
    const ofJob = [...global, ...environmentOf(nodeAt(job, ['env']))];
    return list?.type !== 'list'
      ? []
      : list.items.flatMap((step, index) =>
          stepText(step, document.place(['jobs', name, 'steps', index, 'run'], 'value')?.line, text, ofJob),
        );
  });
}

function stepText(
  step: ConfigNode,
  line: number | undefined,
  text: string,
  environment: readonly [string, string][],
): ShellText[] {
  const run = nodeAt(step, ['run']);
  const shell = nodeAt(step, ['shell']);
  if (
    run?.type !== 'str' ||
    line === undefined ||
    (shell?.type === 'str' && !/^(?:ba)?sh\b/.test(shell.value))
  )
    return [];
  const isBlock = /^[|>]/.test(text.slice(run.start, run.start + 1));
  const folder = nodeAt(step, ['working-directory']);
  const before =
    folder?.type === 'str' && !folder.value.includes('${{')
      ? `cd '${folder.value.replaceAll("'", '')}';`
      : '';
  const first = isBlock ? line + 1 : line;
  const body = run.value.replaceAll(/\$\{\{[^}]*\}\}/g, '${GITHUB_EXPRESSION}');
  return [
    {
      text: `${before}${'\n'.repeat(first - 1)}${body}`,
      environment: new Map([...environment, ...environmentOf(nodeAt(step, ['env']))]),
    },
  ];
}

/** Literal values only. */
function environmentOf(node: ConfigNode | undefined): [string, string][] {
  if (node?.type !== 'dict') return [];
  return [...node.entries.values()].flatMap(({ name, value }): [string, string][] => {
    if (value.type === 'str') return value.value.includes('${{') ? [] : [[name, value.value]];
    return value.type === 'int' ? [[name, String(value.value)]] : [];
  });
}
