/** Lists for each release line what trunk lacks; opens a pull request with a fix where that is asked for. */
import { branchRules } from '../rules.ts';
import { errorFinding } from '../../report/error-report.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { Finding, Report } from '../../report/model.ts';
import type { BranchGit, CarryGit } from '../../ports/branches.ts';
import type { Pulls, PullRequestSummary } from '../../ports/github-pulls.ts';
import type { BranchSettings } from '../../policy/settings.ts';
import {
  fits,
  judgeLines,
  portBranch,
  type ForwardPortFacts,
  type JudgedFix,
  type PortedPull,
  type ReleaseLine,
} from '../index.ts';
import { commands, cut, missing, nameOf, noLines, notRelated, reportOf } from './forward-port-report.ts';

export interface ForwardPortRequest {
  readonly trunk: ReleaseLine;
  /** All branches of the remote. */
  readonly branches: readonly ReleaseLine[];
  readonly settings: Pick<BranchSettings, 'releases' | 'forwardPortHours' | 'onlyHere' | 'onlyHereLabel'>;
  /** `owner/name`; a fork's pull request carries nothing. */
  readonly repository?: string;
  /** Opens pull requests for what is owed, at most so many. */
  readonly open: number;
}

export interface ForwardPortPorts {
  readonly git: Pick<BranchGit, 'lineHistory'>;
  /** Absent without a token. */
  readonly pulls?: Pick<Pulls, 'list' | 'create'>;
  /** How a fix is carried to trunk. */
  readonly carry?: CarryGit['carry'];
  now(): number;
}

/** Throws a UserError where the history cannot be read whole. */
export async function forwardPort(
  request: ForwardPortRequest,
  ports: ForwardPortPorts,
): Promise<Report<ForwardPortFacts>> {
  const { trunk, settings } = request;
  const lines = request.branches.filter(({ name }) => name !== trunk.name && fits(name, settings.releases));
  if (lines.length === 0) return noLines(settings.releases);
  const history = await ports.git.lineHistory(
    trunk.sha,
    lines.map(({ sha }) => sha),
  );
  const pulls = await pullsOf(request, ports);
  const { fixes, unrelated } = judgeLines(lines, history, trunk.name, settings.onlyHere, pulls.pulls);
  const opened = await openAll(
    fixes.filter(({ state }) => state === 'owed').slice(0, request.open),
    request,
    ports,
  );
  const judged = fixes.map((fix) => opened.fixes.get(fix.sha) ?? fix);
  const findings = [
    ...(history.cut ? [cut()] : []),
    ...unrelated.map((name) => notRelated(name, trunk.name)),
    ...opened.findings,
    ...judged
      .filter(({ state }) => state === 'owed')
      .slice(0, mostFindings)
      .map((fix) => missing(fix, request, ports.now())),
    ...pulls.findings,
  ];
  return reportOf(judged, { lines, unrelated, findings, cut: history.cut, trunk });
}

/** What trunk lacks, as findings for who must know of it elsewhere; none where no branch keeps a line. */
export async function missingOnTrunk(
  request: Omit<ForwardPortRequest, 'open'>,
  ports: ForwardPortPorts,
): Promise<readonly Finding[]> {
  return (await forwardPort({ ...request, open: 0 }, ports)).findings;
}

/** One finding each up to here; the table has the others. */
const mostFindings = 30;

/** Pull requests that are looked through, the last changed first. */
const mostPulls = 300;

async function pullsOf(
  { trunk, repository, settings }: ForwardPortRequest,
  { pulls }: ForwardPortPorts,
): Promise<{ readonly pulls: readonly PortedPull[]; readonly findings: readonly Finding[] }> {
  if (pulls === undefined) return { pulls: [], findings: [] };
  try {
    const all = await pulls.list({ state: 'all', max: mostPulls });
    const own = all.filter(({ head }) => head.repository?.toLowerCase() === repository?.toLowerCase());
    return { pulls: own.map((pull) => portedPull(pull, settings.onlyHereLabel)), findings: [] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `What pull requests carry to ${trunk.name} is not known: ${error.message}`;
    const help = error.help ?? 'Give the job `pull-requests: read`.';
    return { pulls: [], findings: [branchRules['ports-unread'].finding({ message, help })] };
  }
}

function portedPull(pull: PullRequestSummary, label: string): PortedPull {
  const { number, head, base, state, labels, mergedAt, mergeCommit } = pull;
  const merged = mergedAt === undefined ? state : 'merged';
  return {
    number,
    headRef: head.ref,
    baseRef: base.ref,
    state: merged,
    ...(labels.includes(label) ? { onlyHere: `#${number} has the label ${label}` } : {}),
    ...(mergeCommit === undefined ? {} : { mergeCommit }),
  };
}

interface Opened {
  readonly fixes: Map<string, JudgedFix>;
  readonly findings: Finding[];
}

async function openAll(
  owed: readonly JudgedFix[],
  request: ForwardPortRequest,
  ports: ForwardPortPorts,
): Promise<Opened> {
  const opened: Opened = { fixes: new Map(), findings: [] };
  for (const fix of owed) {
    try {
      opened.fixes.set(fix.sha, { ...fix, state: 'underway', how: await openOne(fix, request, ports) });
    } catch (error) {
      const { message, help } = errorFinding(error);
      opened.findings.push(
        branchRules['not-ported'].finding({
          message: `${nameOf(fix)} was not carried over: ${message}`,
          help,
        }),
      );
    }
  }
  return opened;
}

async function openOne(
  fix: JudgedFix,
  { trunk }: ForwardPortRequest,
  { pulls, carry }: ForwardPortPorts,
): Promise<string> {
  if (pulls === undefined || carry === undefined)
    throw new UserError('a pull request needs a token', {
      help: 'Set GITHUB_TOKEN, or give the action its token.',
    });
  const branch = portBranch(fix.sha);
  const carried = await carry({ sha: fix.sha, onto: trunk.sha, branch });
  if ('conflicts' in carried)
    throw new UserError(
      `it conflicts in ${carried.conflicts
        .map(({ path }) => path)
        .slice(0, 5)
        .join(', ')}`,
      {
        help: commands(fix, trunk.name),
      },
    );
  const title = `${fix.subject.slice(0, 200)} (forward-port)`;
  const body = `Carries ${fix.sha} from ${fix.lines.slice(0, 5).join(', ')}${fix.pullRequest === undefined ? '' : ` (#${fix.pullRequest})`} to ${trunk.name}.`;
  const { number } = await pulls.create({ title, body, head: branch, base: trunk.name });
  return `#${number} was opened`;
}
