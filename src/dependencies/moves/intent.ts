/** Moves that a person stated, one exact line each: `torch 2.9.1 -> 2.10.0`. */
import { trailersOf } from '../../kernel/trailers.ts';
import { normaliseName } from '../../pep440/names.ts';
import type { IdentityChange } from '../model.ts';
import type { Shape } from './shape.ts';
import { sides } from '../findings/wording.ts';

export interface StatedMove {
  readonly line: string;
  /** For the report: `.github/dependency-moves.txt:3`, `commit 1a2b3c4d`. */
  readonly where: string;
}

/** The exact line that states a move, as help texts show it: `torch 2.9.1 -> 2.10.0 from https://index.example/simple`. */
export function moveLine(move: Shape): string {
  return `${versionsLine(move)}${identityWords(move.identity)}`;
}

/** Where versions and identity say nothing, the sources do. */
function versionsLine(move: Shape): string {
  const isPlain = move.identity.length > 0 && move.before.length > 0 && move.after.length > 0;
  const [left, right] = isPlain ? [move.before, move.after] : sides(move);
  return `${move.name} ${side(left)} -> ${side(right)}`;
}

/** Sources and hosts behind `from`, files by their hashes behind `files`. A build is part of the version. */
function identityWords(identity: readonly IdentityChange[]): string {
  const names = (wanted: boolean): readonly string[] => [
    ...new Set(
      identity
        .filter(({ kind }) => kind !== 'build' && (kind === 'source' || kind === 'host') === wanted)
        .flatMap((change) => change.names),
    ),
  ];
  const [places, files] = [names(true).join(','), names(false).join(',')];
  return `${places && ` from ${places}`}${files && ` files ${files}`}`;
}

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

export interface Found {
  readonly where: string;
  /** Sources, hosts, files and builds that the lines name. */
  readonly names: ReadonlySet<string>;
}

/** The lines that state the move: the whole of it, or exactly the versions that went and came. */
export function whereStated(move: Shape, lines: readonly StatedMove[]): Found | undefined {
  const gone = move.before.filter((version) => !move.after.includes(version));
  const come = move.after.filter((version) => !move.before.includes(version));
  const wanted = new Set([canonical(moveLine(move)), canonical(versionsLine(move))]);
  if (gone.length > 0 && come.length > 0)
    wanted.add(canonical(`${move.name} ${side(gone)} -> ${side(come)}`));
  const [labelled] = [canonical(moveLine({ ...move, identity: [] }))];
  const found = lines.filter(({ line }) => line === labelled || wanted.has(withoutNames(line)));
  const [first] = found;
  if (first === undefined) return undefined;
  const isWhole = found.some(({ line }) => line === labelled && labelled.includes('_('));
  const names = isWhole
    ? move.identity.flatMap((change) => change.names)
    : found.flatMap(({ line }) => namesIn(line));
  return { where: first.where, names: new Set([...names, ...buildsOf(move)]) };
}

/** `from` and `files` with their values stand behind the versions. */
const nameWords = / (?:from|files) (\S+)/g;

function withoutNames(line: string): string {
  return line.replaceAll(nameWords, '');
}

function namesIn(line: string): readonly string[] {
  return [...line.matchAll(nameWords)].flatMap(([, value = '']) => value.split(','));
}

/** Versions are stated in full, with their builds. */
function buildsOf({ identity }: Shape): readonly string[] {
  return identity.filter(({ kind }) => kind === 'build').flatMap(({ names }) => names);
}
