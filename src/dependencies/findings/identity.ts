/** Findings about packages that are other ones than before, whatever their versions say. */
import { groupBy } from '../../kernel/group.ts';
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { type FixContext, helpText, stateFix } from './fix.ts';
import { messageOf } from './messages.ts';
import type { IdentityChange, Move } from '../model.ts';
import { listed } from './wording.ts';

/** Nothing but its identity is wrong. */
export function isIdentityMove({ class: kind, identity }: Move): boolean {
  return kind === 'identity-change' && identity.length > 0;
}

/** Whoever reads of the cause knows by what else the other changed. */
export function tellsIdentityOf(move: Move, cause: Move): boolean {
  return move.identity.length === 0 || signatureOf(move) === signatureOf(cause);
}

/** What happened to several packages in the same way, such as another index for all of them, is reported once. */
export function identityFindings(moves: readonly Move[], context: FixContext & Ungoverned): Finding[] {
  const groups = groupBy(moves, (move) => `${move.consequence} ${signatureOf(move)}`);
  return [...groups.values()].flatMap((group) => {
    const [move, ...alike] = group;
    if (move === undefined) return [];
    const { file, consequence } = move;
    const { line, column } = placeOf(move);
    const severity = consequence === 'fail' ? 'error' : 'warning';
    const message = messageOf(move, context.ungoverned) + same(alike);
    const help = helpText(move, alike, context);
    const fix = stateFix(move, alike, context);
    return [depsRules['identity-change'].finding({ severity, message, file, line, column, help, fix })];
  });
}

interface Ungoverned {
  readonly ungoverned: boolean;
}

/** Of packages that nobody watches: who replaces one of them runs code beside the model all the same. */
export function unwatchedFindings(moves: readonly Move[]): Finding[] {
  const strange = moves.filter(({ watched, identity }) => !watched && identity.length > 0);
  return [...groupBy(strange, signatureOf).values()].flatMap((group) => {
    const [move, ...alike] = group;
    if (move === undefined) return [];
    const { line, column } = placeOf(move);
    const what = move.identity.map((change) => change.what).join('; it ');
    const message = `${move.name}, which is not watched, ${what}.${same(alike)}`;
    const help = 'See that this is meant: nothing else in this change says so.';
    return [
      depsRules['identity-change'].finding({
        severity: 'warning',
        message,
        file: move.file,
        line,
        column,
        help,
      }),
    ];
  });
}

function same(alike: readonly Move[]): string {
  if (alike.length === 0) return '';
  return ` The same goes for ${listed(
    alike.map(({ name }) => name),
    12,
  )}.`;
}

function placeOf({ identity, line, column }: Move): { line: number; column: number } {
  const [first] = identity;
  return first === undefined ? { line, column } : { line: first.line, column: first.column };
}

/** By what it changed, and where it comes from now. */
function signatureOf({ identity }: Move): string {
  return identity.map(partOf).toSorted().join(' ');
}

function partOf({ kind, grade, names }: IdentityChange): string {
  return kind === 'source' || kind === 'host' ? `${kind} ${grade} ${names.join(' ')}` : `${kind} ${grade}`;
}
