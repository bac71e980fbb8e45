/** Merges, debts and versions as tables. */
import { momentText } from '../../kernel/moment.ts';
import { declaredText } from '../../lineage/index.ts';
import { oneLine } from '../../report/escape.ts';
import type { Block, Inline } from '../../report/html/model.ts';
import type { Verdict } from '../../report/model.ts';
import type { Board, Debt, GateResult, Merge, Trend, VersionRow } from '../model.ts';
import { numberText } from '../metric-text.ts';
import { commitLink, issueLink, pullLink, runLink, tagLink } from './links.ts';
import { cutList, emptyNote, gateBadge, shortGate, table, type Cells } from './pieces.ts';

/** Metrics that have a column of their own. */
const mostColumns = 3;

export function mergesPart({ merges, trends, trunk }: Board, history?: string): Block[] {
  if (merges.total === 0)
    return emptyNote(
      'No record tells of a commit on ',
      { text: trunk, max: 80 },
      ' or on a release branch. Run `record-lineage` on `push`.',
    );
  const cells: Cells<Merge>[] = [
    ['Commit', 'tight', (merge) => [commitLink(merge.sha), branchTags(merge, trunk)]],
    ['Merged', 'tight', ({ at }) => ({ time: at })],
    ['Pull', 'tight', ({ pullRequest }) => pullLink(pullRequest)],
    ['Author', 'tight', ({ author }) => ({ text: author, max: 30 })],
    ['Gates', '', gates],
    ...trends.shown.slice(0, mostColumns).map(metricCells),
    ['Run', 'tight', ({ run }) => runLink(run)],
  ];
  const rows = table('Newest first, with the last verdict of each gate', merges.shown, cells);
  if (history === undefined) return cutList(merges, 'merges', 'The ledger contains the others.', rows);
  const all: Inline = { link: 'All merges, searched and drawn over any range', to: `./${history}` };
  return [...cutList(merges, 'merges', '', rows), { kind: 'text', look: 'small', words: all }];
}

export function debtsPart({ debts }: Board): Block[] {
  if (debts.total === 0) return emptyNote('No gate was lifted for a commit that is merged.');
  const cells: Cells<Debt>[] = [
    ['What', 'tight', (debt) => twoLines({ text: shortGate(debt.gate) }, kindWords(debt))],
    ['State', '', debtState],
    ['Commit', 'tight', ({ sha }) => commitLink(sha)],
    ['Pull', 'tight', pulledBy],
    ['Lifted', 'tight', ({ at }) => ({ time: at })],
    ['By', 'tight', (debt) => twoLines({ text: debt.by, max: 30 }, liftedOn(debt))],
    ['Reason', '', ({ reason }) => ({ text: reason, max: 200 })],
    ['Serves in', '', servesIn],
  ];
  const rows = table('What is still owed first, by its deadline', debts.shown, cells);
  return cutList(debts, 'entries', 'Those that are paid are left out first.', rows);
}

export function versionsPart({ versions }: Board): Block[] {
  if (versions.total === 0) return emptyNote('No version tag was found. `emit-version-tag` claims one.');
  const cells: Cells<VersionRow>[] = [
    ['Version', 'tight', ({ tag }) => tagLink(tag)],
    ['Commit', 'tight', ({ sha }) => commitLink(sha)],
    ['Pull', 'tight', ({ pullRequest }) => pullLink(pullRequest)],
    ['Author', 'tight', ({ author }) => ({ text: author, max: 30 })],
    ['First recorded', 'tight', ({ at }) => (at === undefined ? unrecorded : { time: at })],
    ['Gates', 'tight', ({ verdict }) => verdictBadge(verdict)],
    ['Serves in', '', servesIn],
  ];
  const rows = table('Highest version first', versions.shown, cells);
  return cutList(versions, 'versions', 'The repository has the others.', rows);
}

const unrecorded: Inline = { look: 'none', of: 'not in the ledger' };

function verdictBadge(verdict: Verdict | undefined): Inline {
  return verdict === undefined ? undefined : { badge: verdict, look: verdict };
}

export function branchTags({ branch, hotfix }: Merge, trunk: string): Inline {
  return [
    branch === trunk || branch === 'master' ? undefined : [' ', { tag: branch }],
    hotfix ? [' ', { tag: 'hotfix', hot: true }] : undefined,
  ];
}

export function gates({ gates: results }: Merge): Inline {
  if (results.length === 0) return { look: 'none', of: 'no verdict recorded' };
  const badges = results.map((result) => gateBadge(result.gate, result.verdict, hintOf(result)));
  const declared = declaredText(results.flatMap((result) => result.declared ?? []));
  const said: Inline = declared === '' ? undefined : { look: 'soft', of: { text: declared, max: 160 } };
  return { look: 'chips', of: [...badges.slice(0, 6), said] };
}

/** `Not run: hotfix · by grace on 1a2b3c4d at 2026-11-20 10:05 UTC · its reason` */
function hintOf({ title, reason, exemptedBy, exemptedSha, exemptedAt }: GateResult): string {
  const on = exemptedSha === undefined ? '' : ` on ${exemptedSha.slice(0, 8)}`;
  const at = exemptedAt === undefined ? '' : ` at ${momentText(exemptedAt)}`;
  const lifted = exemptedBy === undefined ? undefined : `by ${exemptedBy}${on}${at}`;
  return oneLine([title, lifted, reason].filter((text) => text !== undefined).join(' · '));
}

function metricCells(trend: Trend): Cells<Merge> {
  const { metric } = trend;
  return [metric.slice(0, 40), 'right', ({ metrics }) => valueText(metrics.get(metric), trend)];
}

function valueText(value: number | undefined, trend: Trend): Inline {
  return value === undefined ? undefined : numberText(value, trend);
}

function twoLines(first: Inline, second: Inline): Inline {
  return { between: '\n', parts: [first, { look: 'help', of: second }] };
}

function pulledBy({ pullRequest, author }: Debt): Inline {
  return { between: ' ', parts: [pullLink(pullRequest), { text: author, max: 40 }] };
}

function kindWords({ kind, minutes, servedMinutes: served }: Debt): string {
  if (served !== undefined) return `${kind}, served after ${served} min`;
  return minutes === undefined ? kind : `${kind}, deploy started after ${minutes} min`;
}

/** Only where it is another commit than the merged one. */
function liftedOn({ on, sha }: Debt): Inline {
  return on === undefined || on === sha ? undefined : ['on ', { code: on.slice(0, 8) }];
}

function debtState({ state, due, settled, issue }: Debt): Inline {
  if (settled !== undefined) {
    const said = verdictBadge(settled.verdict) ?? 'values recorded';
    return [{ badge: 'paid', look: 'pass' }, ' ', said, ' ', { time: settled.at }];
  }
  const badge: Inline =
    state === 'overdue' ? { badge: state, look: 'fail' } : { badge: state, look: 'inconclusive', mark: '…' };
  return [badge, ' due ', { time: due, ago: true }, { lead: ' ', of: issueLink(issue) }];
}

function servesIn({ serving }: { readonly serving: readonly string[] }): Inline {
  const more = serving.length > 3 ? `and ${serving.length - 3} more` : undefined;
  return { between: ' ', parts: [...serving.slice(0, 3).map((id) => ({ code: id, max: 60 })), more] };
}
