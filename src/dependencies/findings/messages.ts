import type { Move, MoveClass } from '../model.ts';
import { arrow, environmentText, listed, signals, statementsText, nameOf } from './wording.ts';

/** What happened, why it counts, and the requirement that did not ask for it. */
export function messageOf(move: Move, ungoverned: boolean): string {
  const head = `${nameOf(move)} ${verbs[move.class] ?? 'moved'}${environmentText(move)}: ${arrowThere(move)}`;
  const cause = causes[move.class]?.(move, ungoverned) ?? unasked(move, ungoverned);
  const elsewhere = move.isElsewhere
    ? 'Only platforms are affected that the policy does not name as its target.'
    : '';
  return [`${head}${cause}`, besides(move), signals(move), elsewhere].filter((part) => part !== '').join(' ');
}

/** What happened in the environments that are named, and in all, as a line that states it must say. */
function arrowThere(move: Move): string {
  const whole = arrow(move);
  const part = arrow({ ...move, ...move.there });
  return part === whole ? whole : `${part} (in all environments: ${whole})`;
}

/** Its identity, where the class is about its version. */
function besides({ class: kind, identity }: Move): string {
  if (kind === 'identity-change' || identity.length === 0) return '';
  return `It also ${identity.map(({ what }) => what).join('; it ')}.`;
}

const verbs: Readonly<Partial<Record<MoveClass, string>>> = {
  'identity-change': 'is not what it was',
  'fork-added': 'has more variants',
  'fork-collapsed': 'has fewer variants',
  removed: 'left the lock',
  downgraded: 'went down',
};

const causes: Readonly<Partial<Record<MoveClass, (move: Move, ungoverned: boolean) => string>>> = {
  requested: held,
  allowed: held,
  forced: ({ reason, because, consequence }) =>
    consequence === 'fail'
      ? `, because ${reason}; but nothing asked for ${because ?? 'that'} to move either.`
      : `, because ${reason}.`,
  'over-move': (move) =>
    `. The requirement changed to ${statementsText(move)}, but it still allows ${listed(goneFrom(move), 3)}: the lock moved further than this change asked for.`,
  'identity-change': (move, ungoverned) =>
    `. ${capital(move.reason)}. ${move.identity.length > 0 ? identityText(move) : requirementText(move, ungoverned)}`,
};

function identityText({ identity }: Move): string {
  return identity.every(({ said }) => said === true)
    ? 'Its line names that, and whoever owns it decides what is installed.'
    : 'Nothing in this change asks for that.';
}

function held({ reason }: Move): string {
  return `. ${capital(reason)}, but the policy holds this package.`;
}

function unasked(move: Move, ungoverned: boolean): string {
  const extra =
    move.class === 'unexplained' || move.class === 'downgraded' ? '' : `. ${capital(move.reason)}`;
  if (move.statements.length === 0) return `${extra}. ${requirementText(move, ungoverned)}`;
  const allowed =
    move.class === 'unexplained' || move.class === 'downgraded'
      ? `, and still allows ${listed(goneFrom(move), 3)}`
      : '';
  return `${extra}. Its requirement did not change (${statementsText(move)})${allowed}.`;
}

function requirementText(move: Move, ungoverned: boolean): string {
  if (move.statements.length > 0) return `Its requirement did not change (${statementsText(move)}).`;
  if (ungoverned)
    return 'No manifest was found that governs this lock, so nothing says that it was asked for.';
  const parents = listed(move.movedParents, 3);
  const through =
    parents === ''
      ? ''
      : ` It is needed by ${parents}, which moved too, but the lock does not show that this forced it.`;
  return `No requirement names it, and nothing in this change asks for it.${through}`;
}

function goneFrom({ before, after }: Move): readonly string[] {
  const gone = before.filter((version) => !after.includes(version));
  return gone.length === 0 ? before : gone;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
