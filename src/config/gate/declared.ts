import { LineIndex } from '../../documents/source/lines.ts';
import { readDocument } from '../../documents/document.ts';
import { nodeAt } from '../../documents/tree/node.ts';
import { placesOf } from '../index.ts';
import { policyPath } from '../../kernel/policy-path.ts';
import type { DeclaredRun } from '../settings.ts';
import type { JudgedEntry } from '../runs/run.ts';
import { type EntryContext, entriesOf } from './entries.ts';
import type { LaunchRepository } from './launch-repository.ts';

/** The runs that the policy declares; their words stand where the policy has them. */
export async function declaredEntries(
  runs: readonly DeclaredRun[],
  repository: LaunchRepository,
  context: EntryContext,
): Promise<JudgedEntry[]> {
  const policy = (await repository.text(policyPath)) ?? '';
  const read: JudgedEntry[] = [];
  for (const [index, run] of runs.entries()) {
    const { config } = run;
    const name = `${policyPath} runs[${index}]`;
    const script = await repository.script(scriptOf(run, index, policy), policyPath, new Map());
    const entries = await entriesOf(script, policyPath, repository, context, { config });
    const wrong = wrongIn(run, repository) ?? (entries.length === 0 ? startsNothing : undefined);
    if (entries.length === 0) {
      const { line = 1 } = startOf(run.command, index, policy) ?? {};
      const entry = { entry: name, kind: 'command', file: policyPath, line, launches: [] };
      read.push({ entry, runs: [], reason: wrong ?? startsNothing });
    }
    for (const judged of entries) {
      const entry = { ...judged.entry, entry: name, ...(config === undefined ? {} : { config }) };
      const reason = wrong ?? judged.reason ?? withoutProgram(judged);
      read.push({ ...judged, entry, ...(reason === undefined ? {} : { reason }) });
    }
  }
  return read;
}

const startsNothing = 'its command starts no training or server that is known';

/** What a declared run names, and what is not there. */
function wrongIn({ cwd, config }: DeclaredRun, repository: LaunchRepository): string | undefined {
  const [folder] = placesOf(cwd ?? '', '');
  const isFolder = folder === '' || repository.all().some((path) => path.startsWith(`${folder}/`));
  if (folder === undefined || !isFolder) return `cwd ${cwd} is not a folder of the repository`;
  const isThere = config === undefined || placesOf(config, folder).some((path) => repository.has(path));
  return isThere ? undefined : `config ${config} is not a file of the repository`;
}

/** A script that it starts and that is not there, as far as it should be. */
function withoutProgram({ program, entry: { launches } }: JudgedEntry): string | undefined {
  const word = launches[0]?.program;
  const path = word?.isModule === false ? word.word.text : undefined;
  if (program !== undefined || path === undefined || path.startsWith('/')) return undefined;
  return `${path} is not a file of the repository: what it declares is not known`;
}

/** The command as a script, moved to its place in the policy; where this policy has another one it stands at the top. */
function scriptOf({ command, cwd }: DeclaredRun, index: number, policy: string): string {
  const folder = cwd === undefined ? '' : `cd '${cwd.replaceAll("'", '')}'`;
  const start = startOf(command, index, policy);
  if (start === undefined || (start.line === 1 && folder !== ''))
    return folder === '' ? command : `${folder}; ${command}`;
  const above = '\n'.repeat(Math.max(0, start.line - 2));
  const indented = command.replaceAll('\n', `\n${' '.repeat(start.indent)}`);
  return `${above}${folder}${start.line > 1 ? '\n' : ''}${' '.repeat(start.column - 1)}${indented}`;
}

interface Start {
  readonly line: number;
  readonly column: number;
  /** Of the lines that follow. */
  readonly indent: number;
}

/** Where the text of a command begins: behind its quote, or in the line below `|`; `undefined` where this policy has another one. */
function startOf(command: string, index: number, policy: string): Start | undefined {
  if (policy === '') return undefined;
  const { root } = readDocument(policy, { file: policyPath, dialect: 'yaml-1.2' });
  const node = nodeAt(root, ['runs', index, 'command']);
  if (node?.type !== 'str' || node.value !== command) return undefined;
  const { line, column } = new LineIndex(policy).place(node.start, node.end);
  const first = policy[node.start] ?? '';
  const isQuoted = first === "'" || first === '"';
  const [own = ''] = policy.slice(policy.lastIndexOf('\n', node.start) + 1).split('\n');
  const indent = own.length - own.trimStart().length;
  // a block stands in lines of its own
  if (column <= indent + 1) return { line, column: indent + 1, indent };
  return { line, column: column + (isQuoted ? 1 : 0), indent: 0 };
}
