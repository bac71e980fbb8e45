/** Moves that a person stated, one exact line each: `torch 2.9.1 -> 2.10.0`. */
import { trailersOf } from '../../kernel/trailers.ts';
import { normaliseName } from '../../pep440/names.ts';
import type { Move } from '../model.ts';
import { sides } from '../findings/wording.ts';

export interface StatedMove {
  readonly line: string;
  /** For the report: `.github/dependency-moves.txt:3`, `commit 1a2b3c4d`. */
  readonly where: string;
}

/** The exact line that states a move, as help texts show it. */
export function moveLine(move: MoveShape): string {
  const [left, right] = sides(move);
  return `${move.name} ${side(left)} -> ${side(right)}`;
}

type MoveShape = Pick<Move, 'name' | 'before' | 'after' | 'beforeSources' | 'afterSources'>;

function side(parts: readonly string[]): string {
  return parts.length === 0 ? 'none' : parts.join('|').replaceAll(/\s+/g, '_');
}

/** Lines of an allow file; `#` starts a comment. */
export function allowLines(text: string, file: string): StatedMove[] {
  const lines = text.split(/\r?\n/).slice(0, 10_000);
  return lines.flatMap((line, index) => {
    const comment = line.indexOf('#');
    return stated(comment < 0 ? line : line.slice(0, comment), `${file}:${index + 1}`);
  });
}

/** `Dependency-Change:` trailers of a commit message; in a message of more than 200,000 characters nobody states anything. */
export function trailerLines(message: string, sha: string): StatedMove[] {
  if (message.length > 200_000) return [];
  return trailersOf(message)
    .filter(({ key }) => key.toLowerCase() === 'dependency-change')
    .flatMap(({ value }) => stated(value, `commit ${sha.slice(0, 8)}`));
}

function stated(text: string, where: string): StatedMove[] {
  const line = canonical(text);
  return line === '' ? [] : [{ line, where }];
}

function canonical(text: string): string {
  const words = text.trim().slice(0, 4000).replaceAll('→', '->').split(/\s+/);
  return [normaliseName(words[0] ?? ''), ...words.slice(1)].join(' ');
}

/** Where the move is stated: the whole of it, or exactly the versions that went and came. */
export function whereStated(move: MoveShape, stated: readonly StatedMove[]): string | undefined {
  const gone = move.before.filter((version) => !move.after.includes(version));
  const come = move.after.filter((version) => !move.before.includes(version));
  const lines = new Set([canonical(moveLine(move))]);
  if (gone.length > 0 && come.length > 0) lines.add(canonical(`${move.name} ${side(gone)} -> ${side(come)}`));
  return stated.find(({ line }) => lines.has(line))?.where;
}
