/** Lists for each release line what trunk lacks; opens a pull request with a fix where that is asked for. */
import { branchRules } from '../rules.ts';
import { count } from '../../kernel/text.ts';
import { errorFinding } from '../../report/error-report.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { makeReport } from '../../report/make.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
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

const gate = 'forward-port';

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
const mostRows = 500;

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

function missing(fix: JudgedFix, { trunk, settings }: ForwardPortRequest, now: number): Finding {
  const due = Date.parse(fix.at) + settings.forwardPortHours * 3_600_000;
  const overdue = due < now;
  return branchRules['missing-on-trunk'].finding({
    severity: overdue ? 'error' : 'warning',
    message: `${trunk.name} lacks ${nameOf(fix)}, which ${fix.lines.slice(0, 3).join(', ')}${fix.lines.length > 3 ? ` and ${fix.lines.length - 3} more` : ''} ${fix.lines.length === 1 ? 'has' : 'have'} since ${fix.at}${overdue ? `: more than ${settings.forwardPortHours} hours` : ''}.`,
    help: `${commands(fix, trunk.name)} Or \`model-gates branch --forward-port --open\`. Where ${trunk.name} never needs it, say why: \`branches.only-here: { "${fix.sha.slice(0, 12)}": WHY }\` in the policy.`,
  });
}

function commands({ sha }: JudgedFix, trunk: string): string {
  const branch = portBranch(sha);
  return `\`git fetch && git switch -c ${branch} origin/${/^[\w./-]+$/.test(trunk) ? trunk : 'TRUNK'} && git cherry-pick -x ${sha}\`, then push it and open a pull request.`;
}

function nameOf({ sha, subject, pullRequest }: JudgedFix): string {
  const number = pullRequest === undefined || subject.includes(`#${pullRequest}`) ? '' : ` (#${pullRequest})`;
  return `${sha.slice(0, 8)} "${subject.slice(0, 80)}"${number}`;
}

function notRelated(name: string, trunk: string): Finding {
  return branchRules['line-unrelated'].finding({
    message: `${name} and ${trunk} have no history in common: what ${trunk} lacks of it cannot be told.`,
    help: 'Where it is no line of releases, take it out of branches.releases in the policy.',
  });
}

function cut(): Finding {
  return branchRules['lines-unread'].finding({
    message:
      'The release lines, or trunk since they left it, have more commits than are compared: what is missing may not be all.',
    help: 'Narrow branches.releases in the policy to the lines that are still kept.',
  });
}

interface Outcome {
  readonly lines: readonly ReleaseLine[];
  readonly unrelated: readonly string[];
  readonly findings: readonly Finding[];
  readonly cut: boolean;
  readonly trunk: ReleaseLine;
}

function reportOf(
  fixes: readonly JudgedFix[],
  { lines, unrelated, findings, cut: isCut, trunk }: Outcome,
): Report<ForwardPortFacts> {
  const of = (state: JudgedFix['state']) => fixes.filter((fix) => fix.state === state);
  const owed = of('owed');
  const unsure = isCut || unrelated.length > 0;
  const failed = findings.some(
    ({ severity, rule }) => severity === 'error' && rule !== branchRules['lines-unread'].id,
  );
  const verdict = unsure ? 'inconclusive' : 'pass';
  return makeReport({
    gate,
    verdict: failed ? 'fail' : verdict,
    title:
      owed.length === 0
        ? `${trunk.name} lacks nothing of ${count(lines.length - unrelated.length, 'release line')}`
        : `${trunk.name} lacks ${count(owed.length, 'fix', 'fixes')} of ${count(lines.length, 'release line')}`,
    findings,
    facts: {
      trunk: trunk.name,
      lines: lines.map(({ name }) => name),
      unrelated,
      owed,
      underway: of('underway'),
      onlyHere: of('only-here'),
      there: of('there').length,
      complete: !unsure,
    },
    sections: sectionsOf(fixes.filter(({ state }) => state !== 'there')),
  });
}

function sectionsOf(fixes: readonly JudgedFix[]): Section[] {
  if (fixes.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Fixes that trunk does not have',
      open: true,
      columns: [
        { title: 'Commit', code: true },
        { title: 'Subject' },
        { title: 'Lines' },
        { title: 'Since' },
        { title: 'State' },
      ],
      rows: fixes
        .slice(0, mostRows)
        .map((fix) => [
          fix.sha.slice(0, 8),
          fix.subject.slice(0, 120),
          fix.lines.slice(0, 5).join(', '),
          fix.at,
          fix.state === 'owed' ? 'owed' : `${fix.state}: ${fix.how}`,
        ]),
    },
  ];
}

function noLines(globs: readonly string[]): Report<ForwardPortFacts> {
  return makeReport({
    gate,
    verdict: 'skipped',
    title: `No branch keeps a line of releases (${globs.join(', ')})`,
    facts: {
      trunk: '',
      lines: [],
      unrelated: [],
      owed: [],
      underway: [],
      onlyHere: [],
      there: 0,
      complete: true,
    },
  });
}
