/** Whether the ledger still is what runs of trunk saw it to be. */
import { lineageRules } from '../rules.ts';
import { type Finding, verdictOf } from '../../report/model.ts';
import type {
  LedgerStates,
  SeenState,
  SeenStates,
  Standing,
  WitnessedStates,
} from '../../ports/ledger-states.ts';
import { isUserError } from '../../kernel/user-error.ts';

/** States beyond the last hundred of the ledger that one reader asks about, each by a request of its own. */
const mostAsked = 10;

/** Findings that one reader shows. */
const mostShown = 5;

/**
 * What contradicts the ledger, read at `root` (full SHA; absent where there is none): one request where nothing does.
 * Where nobody can tell, that is a finding too.
 */
export async function stateFindings(
  root: string | undefined,
  source: WitnessedStates | undefined,
): Promise<Finding[]> {
  if (source === undefined) return [];
  try {
    return await contradictions(await source.seen(root), source);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [unknown(error.message, error.help)];
  }
}

async function contradictions({ states, history }: SeenStates, source: WitnessedStates): Promise<Finding[]> {
  const open = states.filter(({ state }) => !history.has(state));
  if (open.length === 0) return [];
  // Somebody may have folded the inbox since it was read: what was seen then belongs to the ledger of now.
  const now = await source.current();
  const gone: SeenState[] = [];
  for (const one of open.slice(0, mostAsked))
    if (now === undefined || !(await source.standing(one.state, now)).kept) gone.push(one);
  const lost = await stillWanted(gone, source);
  return [
    ...lost.slice(0, mostShown).map((one) => rewritten(one, now)),
    ...(open.length > mostAsked ? [unasked(open.length - mostAsked)] : []),
  ];
}

/** The same before the inbox is folded, and whether records went from the ledger by pushes that only go forward. */
export async function lossesBefore(
  root: string | undefined,
  source: WitnessedStates | undefined,
): Promise<Finding[]> {
  if (source === undefined) return [];
  try {
    const answer = await source.seen(root);
    const found = await contradictions(answer, source);
    return found.length > 0 || root === undefined ? found : await losses(root, answer, source);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [unknown(error.message, error.help)];
  }
}

async function losses(root: string, { states }: SeenStates, source: WitnessedStates): Promise<Finding[]> {
  const found: (SeenState & Pick<Standing, 'lost'>)[] = [];
  for (const one of states.filter(({ state }) => state !== root).slice(0, mostAsked)) {
    const { kept, lost } = await source.standing(one.state, root);
    if (kept && lost.length > 0) found.push({ ...one, lost });
  }
  return (await stillWanted(found, source)).map((one) => emptied(one, root, one.lost));
}

const noneGiven: readonly string[] = [];

/** Without those that the policy gives up; all of them where it cannot be read. */
async function stillWanted<T extends SeenState>(gone: readonly T[], source: WitnessedStates): Promise<T[]> {
  if (gone.length === 0) return [];
  const given = await source.abandoned().catch((error: unknown) => {
    if (!isUserError(error)) throw error;
    return noneGiven;
  });
  return gone.filter(({ state }) => !given.includes(state));
}

/** Notes where the ledger stands on a commit of trunk, unless what was noted before contradicts it. */
export async function noteState(
  source: WitnessedStates & Pick<LedgerStates, 'note'>,
  { on, url }: { readonly on: string; readonly url?: string },
): Promise<Finding[]> {
  try {
    const state = await source.current();
    const answer = await source.seen(state);
    const found = await contradictions(answer, source);
    const noted = answer.states.some((one) => one.state === state && one.on === on);
    if (state !== undefined && !noted && verdictOf(found) !== 'fail')
      await source.note({ state, on, ...(url === undefined ? {} : { url }) });
    return found;
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `where the ledger stands was not noted on commit ${short(on)}: ${error.message}`;
    return [
      lineageRules['state-not-noted'].finding({
        message,
        help: error.help ?? 'Give the job `statuses: write`.',
      }),
    ];
  }
}

function rewritten(seen: SeenState, now: string | undefined): Finding {
  const { state } = seen;
  return lineageRules['history-lost'].finding({
    message: `the ledger was at ${short(state)} (${witness(seen)}), and is at ${now === undefined ? 'nothing' : short(now)}, which does not follow from it: it was rewritten`,
    help: `Put it back: git fetch origin ${state} && git push --force origin FETCH_HEAD:refs/heads/model-lineage FETCH_HEAD:refs/lineage/head, then record anew what came after it; see who pushed. If it was rewritten on purpose, list ${state} under lineage.abandoned in the policy of trunk.`,
  });
}

function emptied(seen: SeenState, root: string, lost: readonly string[]): Finding {
  const { state } = seen;
  const more = lost.length > 3 ? ` and ${lost.length - 3} more` : '';
  return lineageRules['history-lost'].finding({
    message: `the ledger at ${short(root)} has no more, or otherwise, what it had at ${short(state)} (${witness(seen)}): ${lost.slice(0, 3).join(', ')}${more}`,
    help: `See who pushed to model-lineage (git log --diff-filter=DM FETCH_HEAD after git fetch origin refs/lineage/head), and put the files back with a commit on top of it. If they went on purpose, list ${state} under lineage.abandoned in the policy of trunk.`,
  });
}

function witness({ on, by, at, url }: SeenState): string {
  return `seen ${at} on commit ${short(on)} by ${by}${url === undefined ? '' : `, ${url}`}`;
}

function unasked(count: number): Finding {
  return lineageRules['details-unread'].finding({
    severity: 'notice',
    message: `${count} earlier states of the ledger, older than its last hundred commits, were not compared with it`,
    help: 'Nothing is wrong: the newer ones agree with it, or are named.',
  });
}

function unknown(reason: string, help?: string): Finding {
  return lineageRules['details-unread'].finding({
    severity: 'notice',
    message: `whether the ledger was rewritten is not known: ${reason}`,
    help: help ?? 'Give the token `statuses: read`.',
  });
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
