/** What release lines have and trunk lacks, in words. */
import { branchRules } from '../rules.ts';
import { count } from '../../kernel/text.ts';
import { makeReport } from '../../report/make.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import type { BranchSettings } from '../../policy/settings.ts';
import { portBranch, type ForwardPortFacts, type JudgedFix, type ReleaseLine } from '../index.ts';

const gate = 'forward-port';

/** Rows of the table. */
const mostRows = 500;

/** What trunk lacks: a warning, and an error once it is overdue. `now`: milliseconds since 1970. */
export function missing(
  fix: JudgedFix,
  { trunk, settings }: { trunk: ReleaseLine; settings: Pick<BranchSettings, 'forwardPortHours'> },
  now: number,
): Finding {
  const due = Date.parse(fix.at) + settings.forwardPortHours * 3_600_000;
  const overdue = due < now;
  return branchRules['missing-on-trunk'].finding({
    severity: overdue ? 'error' : 'warning',
    message: `${trunk.name} lacks ${nameOf(fix)}, which ${fix.lines.slice(0, 3).join(', ')}${fix.lines.length > 3 ? ` and ${fix.lines.length - 3} more` : ''} ${fix.lines.length === 1 ? 'has' : 'have'} since ${fix.at}${overdue ? `: more than ${settings.forwardPortHours} hours` : ''}.`,
    help: `${commands(fix, trunk.name)} Or \`model-gates branch --forward-port --open\`. Where ${trunk.name} never needs it, say why: \`branches.only-here: { "${fix.sha.slice(0, 12)}": WHY }\` in the policy.`,
  });
}

/** How a person carries it over by hand. */
export function commands({ sha }: JudgedFix, trunk: string): string {
  const branch = portBranch(sha);
  return `\`git fetch && git switch -c ${branch} origin/${/^[\w./-]+$/.test(trunk) ? trunk : 'TRUNK'} && git cherry-pick -x ${sha}\`, then push it and open a pull request.`;
}

/** As a message names it. */
export function nameOf({ sha, subject, pullRequest }: JudgedFix): string {
  const number = pullRequest === undefined || subject.includes(`#${pullRequest}`) ? '' : ` (#${pullRequest})`;
  return `${sha.slice(0, 8)} "${subject.slice(0, 80)}"${number}`;
}

/** A line with which trunk shares nothing. */
export function notRelated(name: string, trunk: string): Finding {
  return branchRules['line-unrelated'].finding({
    message: `${name} and ${trunk} have no history in common: what ${trunk} lacks of it is not known.`,
    help: 'Where it is not a line of releases, take it out of branches.releases in the policy.',
  });
}

/** More commits than are compared. */
export function cut(): Finding {
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

/** `fail` where a fix is overdue or could not be carried over, `inconclusive` where not all was compared. */
export function reportOf(
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

/** There is nothing to compare trunk with. */
export function noLines(globs: readonly string[]): Report<ForwardPortFacts> {
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
