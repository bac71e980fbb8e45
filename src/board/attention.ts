/** What somebody must look at, as findings: worst first, each with the part of the board that tells more. */
import type { Finding } from '../report/model.ts';
import { lineageRules } from '../lineage/rules.ts';
import { boardRules } from './rules.ts';
import { isTrunk } from './commits.ts';
import type { Attention, Board, Debt, Merge, Service, Trend } from './model.ts';
import { momentText } from '../kernel/moment.ts';
import { metricText } from './metric-text.ts';

interface Parts {
  readonly services: readonly Service[];
  readonly debts: readonly Debt[];
  readonly merges: readonly Merge[];
  readonly trends: readonly Trend[];
  readonly unread: Board['unread'];
  /** Fixes of release lines that trunk lacks. */
  readonly missing: readonly Finding[];
  /** Manifests that say something else than what serves. */
  readonly drift: readonly Finding[];
  /** Verdicts that come too late. */
  readonly late: readonly Finding[];
}

/** Wrong in what serves, wrong, to be seen to, good to know. */
const levels: readonly Attention['level'][] = ['serving', 'now', 'soon', 'note'];

export function attentionOf(parts: Parts, trunk: string | undefined): Attention[] {
  const all = [
    ...parts.debts.flatMap(owed),
    ...parts.missing.map((finding): Attention => ({
      finding,
      part: 'debts',
      level: finding.severity === 'error' ? 'now' : 'soon',
    })),
    ...parts.drift.map((finding): Attention => ({ finding, part: 'serving', level: 'serving' })),
    ...parts.services.flatMap(untraced),
    ...lastMerge(parts.merges, trunk),
    ...parts.trends.flatMap((trend) => drifted(trend, parts.trends.length)),
    ...parts.late.map((finding): Attention => ({ finding, part: 'figures', level: 'soon' })),
    ...parts.unread
      .filter(({ severity }) => severity !== 'notice')
      .map((finding): Attention => ({
        finding,
        part: 'unread',
        level: finding.severity === 'error' ? 'now' : 'soon',
      })),
  ];
  return all.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

function owed({ state, gate, sha, kind, serving, due, pullRequest }: Debt): Attention[] {
  if (state === 'paid') return [];
  const overdue = state === 'overdue';
  const pull = pullRequest === undefined ? '' : ` (#${pullRequest})`;
  const where = serving.length === 0 ? '' : `, and it serves in ${serving.slice(0, 3).join(', ')}`;
  const rule = overdue ? boardRules['evaluation-overdue'] : boardRules['evaluation-owed'];
  const finding = rule.finding({
    message: `${gate} was lifted for ${kind} ${sha.slice(0, 8)}${pull} and ${overdue ? 'was' : 'is'} due ${momentText(due)}${where}`,
    help: `Run ${gate} on ${sha.slice(0, 8)} and record its verdict; revert the change if it fails.`,
  });
  const level = overdue ? (serving.length > 0 ? 'serving' : 'now') : 'note';
  return [{ finding, part: 'debts', level }];
}

function untraced({ name, current, complete, gaps }: Service): Attention[] {
  if (complete) return [];
  const gap = gaps.find(({ rule }) => rule === lineageRules['missing-link'].id)?.message;
  const finding = boardRules['serving-untraced'].finding({
    severity: 'warning' as const,
    message: `${current.id} serves ${name}, and a link of its chain is missing${gap === undefined ? '' : `: ${gap}`}`,
    help: 'Record the missing link with record-lineage, in the step that makes it.',
  });
  return [{ finding, part: 'serving', level: 'serving' }];
}

/** Older merges were somebody's concern before; the tip of trunk is what everybody starts from. */
function lastMerge(merges: readonly Merge[], trunk: string | undefined): Attention[] {
  const last = merges.find(({ branch }) => isTrunk(branch, trunk === undefined ? {} : { trunk }));
  if (last?.verdict !== 'fail' && last?.verdict !== 'inconclusive') return [];
  const gates = last.gates.filter(({ verdict }) => verdict === last.verdict).map(({ gate }) => gate);
  const said = last.verdict === 'fail' ? 'failed' : 'could not decide';
  const finding = boardRules['merge-not-passed'].finding({
    severity: 'warning' as const,
    message: `The last merge to ${last.branch}, ${last.sha.slice(0, 8)}: ${gates.join(' and ')} ${said}`,
    help: 'Look at its report; fix or revert it before more is built on it.',
  });
  return [{ finding, part: 'merges', level: last.verdict === 'fail' ? 'now' : 'soon' }];
}

/** Against the last release, against what serves, and as a line that goes one way. */
function drifted(trend: Trend, trends: number): Attention[] {
  const found = [...againstRelease(trend), ...againstServing(trend)];
  const all = found.length > 0 ? found : goingDown(trend, trends);
  return all.map(({ finding, level }) => ({ finding, part: 'trends', level }));
}

type Drifted = Pick<Attention, 'finding' | 'level'>;

const lookBetween =
  'Small drops add up: look at the merges between, and set regression.anchor in the policy so that the gate sees them.';

function againstRelease(trend: Trend): Drifted[] {
  if (trend.state !== 'worse') return [];
  const { metric, anchor, drift, tolerance } = trend;
  const since = anchor.release ? `release ${anchor.name}` : `${anchor.name}, the oldest merge shown`;
  const finding = boardRules['metric-drift'].finding({
    message: `${metric} moved by ${metricText(drift, trend, true)} since ${since}; ${metricText(tolerance, trend)} are tolerated`,
    help: culpritHelp(trend) ?? lookBetween,
  });
  return [{ finding, level: 'soon' }];
}

function culpritHelp({ culprits = [] }: Trend): string | undefined {
  const last = culprits.at(-1);
  if (last === undefined) return undefined;
  const pull = last.pullRequest === undefined ? '' : ` (#${last.pullRequest})`;
  return `A search named ${last.sha.slice(0, 8)}${pull} as the merge that did it: revert or fix it.`;
}

/** What the next deploy would change for those who use it. */
function againstServing(trend: Trend): Drifted[] {
  const { metric, serving, tolerance } = trend;
  if (serving?.state !== 'worse') return [];
  const finding = boardRules['metric-below-serving'].finding({
    message: `${metric} of the newest merge is ${metricText(serving.drift, trend, true)} against ${serving.id}, which serves; ${metricText(tolerance, trend)} are tolerated`,
    help: 'Do not deploy it before the merges between are looked at: `model-gates locate` names the likely one.',
  });
  return [{ finding, level: 'soon' }];
}

/** Within tolerance still, and going there; of many metrics one does so by chance, so each is asked for more (Bonferroni). */
function goingDown(trend: Trend, trends: number): Drifted[] {
  const { metric, test, lowerIsBetter } = trend;
  if (test === undefined || test.slope === 0 || test.slope > 0 !== lowerIsBetter) return [];
  if (test.p * trends >= 0.05) return [];
  const finding = boardRules['metric-trend'].finding({
    message: `${metric} gets worse by ${metricText(test.slope, trend, true)} a merge over the last ${test.n}, within tolerance still`,
    help: lookBetween,
  });
  return [{ finding, level: 'note' }];
}
