/** Findings about moves, in words for a person who has never seen the gate; what follows from one cause is told once. */
import type { Finding } from '../report/model.ts';
import { moveLine } from './intent.ts';
import type { Format, Move, MoveClass } from './model.ts';
import { leaderOf } from './pairs.ts';

export interface FindingContext {
  readonly allowFile: string;
  readonly restore: Format['restore'] | undefined;
}

/** One finding for every watched move of a lock that is not fine; moves that follow from another are told in its finding. */
export function moveFindings(moves: readonly Move[], context: FindingContext): Finding[] {
  const told = moves.filter(({ watched, consequence }) => watched && consequence !== 'pass');
  const roots = new Map(told.map((move) => [move.name, rootOf(move, told)]));
  const own = told.filter((move) => roots.get(move.name) === move && move.class !== 'added');
  const findings = own.map((move) =>
    finding(
      move,
      told.filter((other) => other !== move && roots.get(other.name) === move),
      context,
    ),
  );
  const added = told.filter(({ class: kind, name }) => kind === 'added' && roots.get(name)?.name === name);
  return [...findings, ...addedFinding(added)];
}

/** The move in whose finding this one is told: up the chain of causes while each is at least as grave. */
function rootOf(move: Move, told: readonly Move[]): Move {
  const byName = new Map(told.map((other) => [other.name, other]));
  const seen = new Set<Move>();
  let current = move;
  for (;;) {
    seen.add(current);
    const cause = causeOf(current, byName);
    if (
      cause === undefined ||
      seen.has(cause) ||
      (cause.consequence === 'warn' && move.consequence === 'fail')
    )
      return current;
    current = cause;
  }
}

function causeOf(move: Move, told: ReadonlyMap<string, Move>): Move | undefined {
  if (move.because !== undefined) return told.get(move.because);
  const leader = leaderOf(move.name);
  if (leader === undefined || move.class === 'over-move') return undefined;
  return told.get(leader);
}

function finding(move: Move, followers: readonly Move[], context: FindingContext): Finding {
  const { name, file, line, column } = move;
  const message = [headline(move), causeText(move), followerText(followers)]
    .filter((part) => part !== '')
    .join(' ');
  const severity = move.consequence === 'fail' ? 'error' : 'warning';
  return {
    rule: `deps/${move.class}`,
    severity,
    message,
    file,
    line,
    column,
    help: helpText(move, followers, context),
    ...(name === '' ? {} : {}),
  };
}

const verbs: Readonly<Partial<Record<MoveClass, string>>> = {
  'identity-change': 'is no longer the same build',
  'fork-added': 'has more variants',
  'fork-collapsed': 'has fewer variants',
  removed: 'was dropped',
  downgraded: 'went down',
};

function headline(move: Move): string {
  const verb = verbs[move.class] ?? 'moved';
  return `${move.name} ${verb}: ${arrow(move)}${environmentText(move)}.`;
}

/** `2.9.1 -> 2.10.0`, with sources where the versions say nothing. */
export function arrow({ before, after, beforeSources, afterSources }: Move): string {
  const same = before.join() === after.join();
  const side = (versions: readonly string[], sources: readonly string[]): string =>
    versions.length === 0
      ? 'none'
      : versions.join(' | ') + (same && sources.length > 0 ? ` from ${sources.join(', ')}` : '');
  return `${side(before, beforeSources)} -> ${side(after, afterSources)}`;
}

function environmentText({ environments }: Move): string {
  if (environments.length === 0) return '';
  const shown = environments.slice(0, 4).join(', ');
  return ` (in ${shown}${environments.length > 4 ? ` and ${environments.length - 4} more` : ''})`;
}

/** Why it counts as it does, and the requirement that did not move. */
function causeText(move: Move): string {
  if (move.class === 'forced') return `${sentence(move.reason)}.`;
  const place = statementsText(move);
  if (move.class === 'over-move')
    return `The requirement changed${place === '' ? '' : ` to ${place}`}, but it still allows ${list(move.before)}: the lock moved further than this change asked for.`;
  if (place === '')
    return `${noStatement(move)} ${sentence(move.reason.replace('its requirement did not change and still allows what was locked before', 'nothing in this change asks for it'))}.`;
  return `Its requirement did not change: ${place}. ${sentence(move.reason)}.`;
}

function statementsText({ statements }: Move): string {
  const shown = statements.slice(0, 3).map(({ file, line, text }) => `${file}:${line} says "${text}"`);
  return shown.join(', ') + (statements.length > 3 ? `, and ${statements.length - 3} more` : '');
}

function noStatement({ name, movedParents }: Move): string {
  const through = movedParents.slice(0, 3);
  const names = `No manifest that governs this lock names ${name}.`;
  return through.length === 0
    ? names
    : `${names} It comes in through ${list(through)}, which moved too; the lock does not say whether that forced it.`;
}

function followerText(followers: readonly Move[]): string {
  if (followers.length === 0) return '';
  const shown = followers.slice(0, 8).map((move) => `${move.name} ${arrow(move)}`);
  const more = followers.length > 8 ? ` and ${followers.length - 8} more` : '';
  return `With it came ${shown.join(', ')}${more}.`;
}

function helpText(move: Move, followers: readonly Move[], { allowFile, restore }: FindingContext): string {
  const version = move.before.length === 1 ? move.before[0] : undefined;
  const back =
    restore === undefined || version === undefined || version.startsWith('@')
      ? 'take the base version of the lock and lock again'
      : restore(move.name, version);
  const lines = [move, ...followers].map((one) => `Dependency-Change: ${moveLine(one)}`);
  return `Not meant? Put it back: ${back}. Meant? Say so in a commit message of this change, one line each: ${lines.slice(0, 9).join('; ')} (or the same lines, without "Dependency-Change:", in ${allowFile}).`;
}

/** What is new in the lock, in one warning. */
function addedFinding(added: readonly Move[]): Finding[] {
  const [first] = added;
  if (first === undefined) return [];
  const names = added.slice(0, 12).map(({ name, after }) => `${name} ${after.join(' | ')}`);
  const more = added.length > 12 ? ` and ${added.length - 12} more` : '';
  const severity = added.some(({ consequence }) => consequence === 'fail') ? 'error' : 'warning';
  const message = `New in the lock, and named by no changed requirement: ${names.join(', ')}${more}.`;
  const help = 'Name it in the manifest if the model is meant to run with it.';
  return [
    { rule: 'deps/added', severity, message, file: first.file, line: first.line, column: first.column, help },
  ];
}

function list(items: readonly string[]): string {
  return items.join(', ');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
