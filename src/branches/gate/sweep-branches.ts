/** sweep-branches: announces and then deletes the branches of closed pull requests; what it is not sure of, it leaves. */
import { count } from '../../kernel/text.ts';
import { branchRules } from '../rules.ts';
import type { SweepRequest, SweepPorts } from './sweep/request.ts';
import type { Finding, NoFacts, Report } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { errorFinding } from '../../report/error-report.ts';
import { isUserError } from '../../kernel/user-error.ts';
import {
  standings,
  type BranchStanding,
  type Candidate,
  type SweepFacts,
  type SweptBranch,
} from '../index.ts';
import { handle, type Handled } from './sweep/candidate.ts';
import { readSweepState } from './sweep/state.ts';
import { sweepSections } from './sweep/sections.ts';

export const sweepGate = 'sweep-branches';

/** Pull requests looked into in one run: each costs a request, and a job's token has a thousand an hour. */
const mostLookedInto = 200;

/** A token that may not write is refused at every branch: a few refusals tell as much as all. */
const mostDenied = 3;

/** Other refusals are a branch's own, such as a ruleset for its name: the next one may go. */
const mostFailures = 20;

/** The report; `fail` only where it could not do its work. Throws a UserError where the state of the repository cannot be read whole. */
export async function sweepBranches(request: SweepRequest, ports: SweepPorts): Promise<Report<SweepFacts>> {
  const state = await readSweepState(request, ports);
  const all = standings(state, request.settings);
  const due = all.flatMap((one) => (one.kind === 'due' ? [one.candidate] : []));
  const { handled, findings } = await sweep(due, request, ports);
  const left = due.length - handled.length;
  return reportOf(request, { all, handled, left, findings, requests: ports.github.requestCount() });
}

interface Swept {
  readonly handled: readonly Handled[];
  readonly findings: readonly Finding[];
}

/** The longest overdue first, until the bounds of one run are reached. */
async function sweep(due: readonly Candidate[], request: SweepRequest, ports: SweepPorts): Promise<Swept> {
  const { atMost } = request.settings;
  const handled: Handled[] = [];
  const findings: Finding[] = [];
  let denied = 0;
  const done = (step: Handled['did']) => handled.filter(({ did }) => did === step).length;
  for (const candidate of due.slice(0, mostLookedInto)) {
    const room = { remind: done('reminded') < atMost, delete: done('deleted') < atMost };
    if ((!room.remind && !room.delete) || denied >= mostDenied || findings.length >= mostFailures) break;
    try {
      const outcome = await handle(candidate, request, ports, room);
      if (outcome !== undefined) handled.push(outcome);
    } catch (error) {
      if (!isUserError(error)) throw error;
      if ('permissionDenied' in error && error.permissionDenied === true) denied += 1;
      findings.push(refused(candidate, error));
    }
  }
  return { handled, findings };
}

function refused({ branch }: Candidate, error: unknown): Finding {
  const { message, help } = errorFinding(error);
  return branchRules['sweep-refused'].finding({ message: `${branch} was left as it is: ${message}`, help });
}

/** By a policy that cannot be read nothing is deleted. */
export function notSwept(title: string, findings: readonly Finding[]): Report<NoFacts> {
  return makeReport({ gate: sweepGate, verdict: 'fail', title, findings, facts: {} });
}

interface Outcome extends Swept {
  readonly all: readonly BranchStanding[];
  /** Due, but for another run. */
  readonly left: number;
  readonly requests: number;
}

function reportOf({ dryRun, settings }: SweepRequest, outcome: Outcome): Report<SweepFacts> {
  const { handled, findings, all, left, requests } = outcome;
  const of = (did: Handled['did']) => handled.filter((one) => one.did === did).map(fact);
  const deleted = of('deleted');
  const reminded = of('reminded');
  const would = dryRun ? 'would be ' : '';
  return makeReport({
    gate: sweepGate,
    verdict: findings.length > 0 ? 'fail' : 'pass',
    title: `${dryRun ? 'Dry run: ' : ''}${count(deleted.length, 'branch', 'branches')} ${would}deleted, ${reminded.length} ${would}announced, of ${count(all.length, 'branch', 'branches')}`,
    findings: [...findings, ...handled.flatMap((one) => notice(one, dryRun))],
    facts: { dryRun, deleted, reminded, left, branches: all.length, settings, requests },
    sections: sweepSections(all, handled, left),
  });
}

function fact({ candidate: { branch, sha, pull } }: Handled): SweptBranch {
  return { branch, sha, number: pull.number, author: pull.author, closedAt: pull.closedAt };
}

function notice({ did, candidate: { branch, sha, pull } }: Handled, dryRun: boolean): Finding[] {
  if (did === 'stayed') return [];
  const verb = did === 'deleted' ? 'deleted' : 'announced for deletion';
  return [
    branchRules[did === 'deleted' ? 'swept' : 'sweep-announced'].finding({
      message: `${branch} of #${pull.number} ${dryRun ? 'would be' : 'was'} ${verb}; its tip is ${sha}.`,
      help:
        did === 'deleted'
          ? `To bring it back: \`model-gates sweep --restore ${pasteable(branch)}\`.`
          : 'To keep it: comment `/keep` on the pull request, or add the label that the policy names.',
    }),
  ];
}

/** The name where a shell takes it as it stands: somebody else chose it, and people paste commands. */
function pasteable(branch: string): string {
  return /^\w[\w./-]*$/.test(branch) ? branch : 'NAME';
}
