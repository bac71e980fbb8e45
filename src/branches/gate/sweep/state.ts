import { isProtectedName, type ClosedPull, type SweepBranch, type SweepState } from '../../index.ts';
import type { SweepApi, SweepPorts, SweepRequest } from './request.ts';

type Pull = Awaited<ReturnType<SweepApi['pulls']['list']>>[number];

/** Pull requests closed or changed last, read in one go. */
const recentlyClosed = 300;

/** Branches without one among those are asked about one by one, so many a run, and others the next day. */
const askedAlone = 50;

const dayMs = 86_400_000;

/** Open pull requests must all be known: a list that is too long to be read whole is an error, never cut. */
const allOfThem = 100_000;

/** The branches, and what pull requests say of them. Costs a request for each hundred branches and pull requests, and at most 53 more. */
export async function readSweepState(
  request: SweepRequest,
  { github, now }: SweepPorts,
): Promise<SweepState> {
  const [branches, open, recent] = await Promise.all([
    github.branches.list(),
    github.pulls.list({ state: 'open', max: allOfThem }),
    github.pulls.list({ state: 'closed', max: recentlyClosed }),
  ]);
  const inUse = new Set([
    ...request.trunks,
    ...open.flatMap(({ base, head }) => [base.ref, head.ref]),
    ...recent.map(({ base }) => base.ref),
  ]);
  const closed = recent.flatMap((pull) => closedPull(pull, request.repository));
  const known = new Set(closed.map(({ branch }) => branch));
  const others = branches.filter(
    ({ name, protected: isProtected }) =>
      !isProtected && !known.has(name) && !inUse.has(name) && !isProtectedName(name, request),
  );
  for (const { name } of turn(others, now()))
    closed.push(...(await pullsOf(name, request.repository, github)));
  return { now: now(), branches, closed, inUse, lines: request.lines };
}

/** Closed pull requests from the branch, whatever their age. */
async function pullsOf(branch: string, repository: string, github: SweepApi): Promise<ClosedPull[]> {
  const pulls = await github.pulls.list({ state: 'closed', head: branch, max: 20 });
  return pulls.flatMap((pull) => closedPull(pull, repository)).filter((pull) => pull.branch === branch);
}

/** As a closed pull request from this repository; none for a fork's, whose branch is not ours. */
export function closedPull(pull: Pull, repository: string): ClosedPull[] {
  const { number, author, head, closedAt, mergedAt, labels, state } = pull;
  if (state !== 'closed' || closedAt === undefined) return [];
  if (head.repository?.toLowerCase() !== repository.toLowerCase()) return [];
  return [
    { number, author, branch: head.ref, headSha: head.sha, closedAt, merged: mergedAt !== undefined, labels },
  ];
}

/** A different part of the list each day, so that each comes round. */
function turn(branches: readonly SweepBranch[], now: number): SweepBranch[] {
  if (branches.length <= askedAlone) return [...branches];
  const start = (Math.floor(now / dayMs) * askedAlone) % branches.length;
  return [...branches.slice(start), ...branches.slice(0, start)].slice(0, askedAlone);
}
