/** Findings about moves; what follows from one cause is reported once. */
import { chainsOf } from '../../kernel/chains.ts';
import { groupBy } from '../../kernel/group.ts';
import type { Rule } from '../../report/rule.ts';
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { type FixContext, helpText, stateFix } from './fix.ts';
import { identityFindings, isIdentityMove, tellsIdentityOf, unwatchedFindings } from './identity.ts';
import type { Move } from '../model.ts';
import { leaderOf } from '../pairs/pairs.ts';
import { arrow, listed, nameOf } from './wording.ts';
import { messageOf } from './messages.ts';

export interface FindingContext extends FixContext {
  /** No manifest was found that could ask for anything. */
  readonly ungoverned: boolean;
}

/** One finding for every watched move of a lock that is not fine; moves that follow from another are reported in its finding. */
export function moveFindings(moves: readonly Move[], context: FindingContext): Finding[] {
  const told = moves.filter(({ watched, consequence }) => watched && consequence !== 'pass');
  const fresh = told.filter(({ class: kind }) => kind === 'added');
  const rest = told.filter((move) => move.class !== 'added' && !isIdentityMove(move));
  const groups = groupByRoot(rest);
  const roots = [...groups];
  const findings = roots
    .slice(0, mostFindings)
    .map(([root, followers]) => rootFinding(root, followers, context));
  return [
    ...findings,
    ...restFinding(roots.slice(mostFindings).map(([move]) => move)),
    ...identityFindings(told.filter(isIdentityMove), context),
    ...takenAlong(rest, groups, moves),
    ...addedFinding(fresh),
    ...unwatchedFindings(moves),
  ];
}

/** Nobody reads more, and all moves stand in the facts. */
const mostFindings = 1000;

function restFinding(rest: readonly Move[]): Finding[] {
  const [move] = rest;
  if (move === undefined) return [];
  const { file, line, column, name } = move;
  return [
    ruleOf(move).finding({
      severity: rest.some(({ consequence }) => consequence === 'fail') ? 'error' : 'warning',
      message: `${rest.length} more watched packages moved in ${file}, ${name} among them: the facts of the report list them all.`,
      file,
      line,
      column,
      help: 'Take the lock of the base, and move what is meant in a change of its own.',
    }),
  ];
}

type Groups = ReadonlyMap<Move, readonly Move[]>;

/** Root → the moves reported with it. A move that only warns because of a package that is fine is not a root: see `takenAlong`. */
function groupByRoot(told: readonly Move[]): Groups {
  const byName = new Map(told.map((move) => [move.name, move]));
  const groups = new Map<Move, Move[]>();
  const rootOf = rootsIn(byName);
  const roots = told.map((move) => [move, rootOf(move)] as const);
  for (const [move, root] of roots) if (move === root && !isTakenAlong(move, byName)) groups.set(move, []);
  for (const [move, root] of roots) if (move !== root) groups.get(root)?.push(move);
  return groups;
}

function isTakenAlong(move: Move, byName: ReadonlyMap<string, Move>): boolean {
  return (
    move.class === 'forced' &&
    move.consequence === 'warn' &&
    !move.isElsewhere &&
    move.because !== undefined &&
    !byName.has(move.because)
  );
}

/** Up the chain of causes while each is at least as grave. */
function rootsIn(byName: ReadonlyMap<string, Move>): (move: Move) => Move {
  const ofFailed = chainsOf<Move>((move) => {
    const cause = causeOf(move, byName);
    return cause?.consequence === 'warn' ? undefined : cause;
  });
  const ofOthers = chainsOf<Move>((move) => causeOf(move, byName));
  return (move) => (move.consequence === 'fail' ? ofFailed : ofOthers).endOf(move);
}

function causeOf(move: Move, byName: ReadonlyMap<string, Move>): Move | undefined {
  const leader = move.because ?? leaderOf(move.name);
  if (leader === undefined || (move.because === undefined && move.class === 'over-move')) return undefined;
  const cause = byName.get(leader);
  return cause === undefined || !tellsIdentityOf(move, cause) ? undefined : cause;
}

function rootFinding(move: Move, followers: readonly Move[], context: FindingContext): Finding {
  const { file, line, column } = move;
  const tail = followers.length === 0 ? '' : ` With it came ${listed(followers.map(named), 8)}.`;
  return ruleOf(move).finding({
    severity: move.consequence === 'fail' ? 'error' : 'warning',
    message: messageOf(move, context.ungoverned) + tail,
    file,
    line,
    column,
    help: helpText(move, followers, context),
    fix: stateFix(move, followers, context),
  });
}

/** Asked for or stated, and still not fine: the policy contains the package. */
function ruleOf({ class: kind }: Move): Rule {
  return kind === 'requested' || kind === 'allowed' ? depsRules.held : depsRules[kind];
}

function named(move: Move): string {
  return `${nameOf(move)} ${arrow(move)}`;
}

/** Moves that a package which was asked for made necessary: one warning for each such package. */
function takenAlong(told: readonly Move[], groups: Groups, all: readonly Move[]): Finding[] {
  const inGroups = new Set([...groups].flatMap(([root, followers]) => [root, ...followers]));
  // Of a package that moved in one environment and entered another, what moved says more.
  const byName = new Map(all.toReversed().map((move) => [move.name, move]));
  const { endOf } = chainsOf<string>((name) => byName.get(name)?.because);
  const left = told.filter((move) => !inGroups.has(move));
  const causes = groupBy(left, ({ because }) => endOf(because ?? ''));
  return [...causes].map(([cause, moves]) => takenAlongFinding(cause, moves, byName.get(cause)));
}

function takenAlongFinding(cause: string, moves: readonly Move[], root: Move | undefined): Finding {
  const [first] = moves;
  const moved = root === undefined ? cause : `${root.name} ${arrow(root)}`;
  const single = moves.length === 1 && first !== undefined ? ` (${first.reason})` : '';
  return depsRules.forced.finding({
    message: `${moved} took along ${listed(moves.map(named), 12)}${single}.`,
    ...(first === undefined ? {} : { file: first.file, line: first.line, column: first.column }),
    help: `Nothing to fix if you want ${cause} to move. Read what changed in the packages that came with it.`,
  });
}

/** What is new in the lock, in one finding. */
function addedFinding(fresh: readonly Move[]): Finding[] {
  const [first] = fresh;
  if (first === undefined) return [];
  const items = fresh.map(
    ({ name, after, because }) =>
      `${name} ${after.join(' | ')}${because === undefined ? '' : ` (for ${because})`}`,
  );
  const severity = fresh.some(({ consequence }) => consequence === 'fail') ? 'error' : 'warning';
  const message = `New in the lock, and named by no requirement that changed: ${listed(items, 12)}.`;
  const help =
    'Some libraries use what they find installed: name it in the manifest if the model is meant to run with it.';
  return [
    depsRules.added.finding({
      severity,
      message,
      file: first.file,
      line: first.line,
      column: first.column,
      help,
    }),
  ];
}
