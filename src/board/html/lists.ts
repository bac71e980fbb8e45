/** Merges, debts and versions as tables. */
import { oneLine } from '../../report/escape.ts';
import type { Board, Debt, GateResult, Merge, VersionRow } from '../model.ts';
import { momentText, numberText } from '../words.ts';
import { code, html, nothing, told, type Html } from './markup.ts';
import {
  commitLink,
  issueLink,
  pullLink,
  runLink,
  tagLink,
  time,
  verdictChip,
  type Place,
} from './places.ts';
import { shortGate } from './serving.ts';
import { cutNote, table } from './table.ts';

/** Metrics that have a column of their own. */
const mostColumns = 3;

export function mergesPart({ merges, trends, trunk }: Board, place: Place): Html {
  if (merges.total === 0)
    return html`<p class="empty">
      No record tells of a commit on ${told(trunk, 80)} or on a release branch. Run
      <code>record-lineage</code> on <code>push</code>.
    </p> `;
  const metrics = trends.shown.slice(0, mostColumns);
  const columns = [
    { title: 'Commit', tight: true },
    { title: 'Merged', tight: true },
    { title: 'Pull', tight: true },
    { title: 'Author', tight: true },
    { title: 'Gates' },
    ...metrics.map(({ metric }) => ({ title: metric.slice(0, 40), numeric: true })),
    { title: 'Run', tight: true },
  ];
  const rows = merges.shown.map((merge) => [
    html`${commitLink(merge.sha, place)}${branchNote(merge, trunk)}`,
    time(merge.at, place, false),
    pullLink(merge.pullRequest, place),
    author(merge.author),
    gateChips(merge),
    ...metrics.map((trend) => valueCell(merge.metrics.get(trend.metric), trend)),
    runLink(merge.run?.url, 'run', place),
  ]);
  const caption = `Newest first, with the last verdict of each gate`;
  return html`${table({ caption, columns, rows, filtered: true })}${cutNote(merges, 'merges', 'The ledger holds the others.')}`;
}

function author(name: string | undefined): Html {
  return name === undefined ? nothing : told(name, 30);
}

function valueCell(value: number | undefined, trend: Parameters<typeof numberText>[1]): Html {
  return value === undefined ? nothing : html`${numberText(value, trend)}`;
}

function branchNote({ branch, hotfix }: Merge, trunk: string): Html {
  const parts = [
    ...(branch === trunk || branch === 'master' ? [] : [html` <span class="tag">${told(branch, 40)}</span>`]),
    ...(hotfix ? [html` <span class="tag hot">hotfix</span>`] : []),
  ];
  return html`${parts}`;
}

function gateChips({ gates }: Merge): Html {
  if (gates.length === 0) return html`<span class="none">no verdict recorded</span>`;
  return html`<span class="chips">${gates.slice(0, 6).map(gateChip)}</span>`;
}

function gateChip(result: GateResult): Html {
  const { gate, verdict, title, reason } = result;
  const hint = [title, liftedWords(result), reason].filter((text) => text !== undefined);
  return verdictChip(verdict, shortGate(gate), oneLine(hint.join(' · ')));
}

/** `by grace on 1a2b3c4d at 2026-11-20 10:05 UTC` */
function liftedWords({ exemptedBy, exemptedSha, exemptedAt }: GateResult): string | undefined {
  if (exemptedBy === undefined) return undefined;
  const on = exemptedSha === undefined ? '' : ` on ${exemptedSha.slice(0, 8)}`;
  return `by ${exemptedBy}${on}${exemptedAt === undefined ? '' : ` at ${momentText(exemptedAt)}`}`;
}

export function debtsPart({ debts }: Board, place: Place): Html {
  if (debts.total === 0) return html`<p class="empty">No gate was lifted for a commit that is merged.</p> `;
  const columns = [
    { title: 'What', tight: true },
    { title: 'State' },
    { title: 'Commit', tight: true },
    { title: 'Pull', tight: true },
    { title: 'Lifted', tight: true },
    { title: 'By', tight: true },
    { title: 'Reason' },
    { title: 'Serves in' },
  ];
  const rows = debts.shown.map((debt) => [
    html`${shortGate(debt.gate)}<br /><span class="help">${debt.kind}${deployedIn(debt)}</span>`,
    debtState(debt, place),
    commitLink(debt.sha, place),
    html`${pullLink(debt.pullRequest, place)}${debt.author === undefined ? nothing : html` ${told(debt.author, 40)}`}`,
    time(debt.at, place, false),
    html`${author(debt.by)}${liftedOn(debt)}`,
    debt.reason === undefined ? nothing : told(debt.reason, 200),
    servingIn(debt.serving),
  ]);
  const caption = 'What is still owed first, by its deadline';
  return html`${table({ caption, columns, rows, filtered: true })}${cutNote(debts, 'entries', 'Those that are paid are left out first.')}`;
}

/** Only where it is another commit than the merged one. */
function liftedOn({ on, sha }: Debt): Html {
  return on === undefined || on === sha
    ? nothing
    : html`<br /><span class="help">on ${code(on.slice(0, 8), 8)}</span>`;
}

function deployedIn({ minutes }: Debt): string {
  return minutes === undefined ? '' : `, deployed in ${minutes} min`;
}

function debtState({ state, due, settled, issue }: Debt, place: Place): Html {
  if (settled !== undefined) {
    const said = settled.verdict === undefined ? html`values recorded` : verdictChip(settled.verdict);
    return html`<span class="chip pass"><span aria-hidden="true">✓ </span>paid</span> ${said}
      ${time(settled.at, place, false)}`;
  }
  const chip =
    state === 'overdue'
      ? html`<span class="chip fail"><span aria-hidden="true">✕ </span>overdue</span>`
      : html`<span class="chip inconclusive"><span aria-hidden="true">… </span>owed</span>`;
  return html`${chip} due ${time(due, place)} ${issueLink(issue, place)}`;
}

function servingIn(ids: readonly string[]): Html {
  if (ids.length === 0) return nothing;
  return html`${ids.slice(0, 3).map((id) => html`${code(id, 60)} `)}${ids.length > 3 ? html`and ${ids.length - 3} more` : nothing}`;
}

export function versionsPart({ versions }: Board, place: Place): Html {
  if (versions.total === 0)
    return html`<p class="empty">No version tag was found. <code>emit-version-tag</code> claims one.</p> `;
  const columns = [
    ...['Version', 'Commit', 'Pull', 'Author', 'First recorded', 'Gates'].map((title) => ({
      title,
      tight: true,
    })),
    { title: 'Serves in' },
  ];
  const rows = versions.shown.map((row) => [
    tagLink(row.tag, place),
    commitLink(row.sha, place),
    pullLink(row.pullRequest, place),
    author(row.author),
    recordedAt(row),
    row.verdict === undefined ? nothing : verdictChip(row.verdict),
    servingIn(row.serving),
  ]);
  const caption = 'Highest version first';
  return html`${table({ caption, columns, rows, filtered: true })}${cutNote(versions, 'versions', 'The repository has the others.')}`;
}

function recordedAt({ at }: VersionRow): Html {
  return at === undefined
    ? html`<span class="none">not in the ledger</span>`
    : html`<time datetime="${at}">${momentText(at)}</time>`;
}
