/** What to do about a move: put the old version back, or state that the new one is meant. */
import { moveLine } from '../moves/intent.ts';
import type { Fix } from '../../report/model.ts';
import type { Move, Tool } from '../model.ts';
import { listed, nameOf } from './wording.ts';

export interface FixContext {
  readonly allowFile: string;
  /** What wrote the lock; absent where no tool is known. */
  readonly tool: Tool | undefined;
  /** Commands that write what repeats the lock. */
  readonly exports?: readonly string[];
  /** Commit whose lock is the one before, where there is one. */
  readonly base: string | undefined;
}

/** `followers` are reported with the move; those that no cause explains must be stated too. */
export function helpText(move: Move, followers: readonly Move[], context: FixContext): string {
  const lines = linesOf(move, followers);
  return `If nobody meant it: ${putBack(move, context)}. If it is meant: ${stateIt(lines, context)}.`;
}

/** The lines that declare the move and its followers as intended, at the end of the file for them. */
export function stateFix(move: Move, followers: readonly Move[], { allowFile }: FixContext): Fix {
  return {
    file: allowFile,
    text: linesOf(move, followers)
      .map((line) => `${line}\n`)
      .join(''),
    states: true,
  };
}

function linesOf(move: Move, followers: readonly Move[]): string[] {
  return [move, ...followers.filter(({ because }) => because === undefined)].map(moveLine);
}

function stateIt(lines: readonly string[], { allowFile }: FixContext): string {
  const [line = ''] = lines;
  if (lines.length === 1)
    return `add the line "${line}" to ${allowFile}, or "Dependency-Change: ${line}" to the last paragraph of a commit message`;
  const all = listed(
    lines.map((text) => `"${text}"`),
    9,
  );
  return `add the lines ${all} to ${allowFile}, or each after "Dependency-Change: " to the last paragraph of a commit message`;
}

/** In the lock and in all that repeats it: one without the other would set them at odds. */
function putBack(move: Move, context: FixContext): string {
  const { exports = [] } = context;
  return [putLockBack(move, context), ...exports].join(', then ');
}

/** One package where the tool can do that, which needs it to be there still, else the whole lock, locked again without upgrading. */
function putLockBack(move: Move, { tool, base }: FixContext): string {
  const [version] = move.before;
  const isPlain =
    move.before.length === 1 && version !== undefined && isWord(version) && isWord(nameOf(move));
  const isThere = move.after.length > 0 && move.before.join() !== move.after.join();
  if (isPlain && isThere && tool?.restore !== undefined) return tool.restore(nameOf(move), version);
  const lock =
    base !== undefined && isWord(move.file)
      ? `\`git checkout ${base.slice(0, 8)} -- ${move.file}\``
      : 'take the lock of the base';
  return `${lock}, then ${tool?.relock ?? 'lock again without upgrading'}`;
}

/** What a shell takes as it stands: names, versions and paths come from the pull request, and commands are copied. */
function isWord(text: string): boolean {
  return /^[\w.+!/:][\w.+!/:-]*$/.test(text);
}
