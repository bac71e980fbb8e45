import type { Section } from '../report/model.ts';
import { spanText } from './age.ts';
import { ageOf, hoursSinceSync, listed, startText, type BranchState } from './state.ts';

/** What a person wants to see of a branch: its figures, what conflicts, who else works on the same files. */
export function branchSections(state: BranchState): Section[] {
  return [figures(state), ...conflicts(state), ...overlaps(state)];
}

function figures(state: BranchState): Section {
  const { behind, ahead, trunk, base, prediction } = state;
  const hours = ageOf(state);
  const age = hours === undefined ? 'none' : spanText(hours);
  return {
    kind: 'table',
    title: 'The branch',
    open: true,
    columns: [{ title: 'What' }, { title: 'Value' }, { title: 'How it is known' }],
    rows: [
      ['Age', age, startText(state)],
      ['Ahead', String(ahead), `commits that ${trunk} has not`],
      ['Behind', String(behind), `commits of ${trunk} that it lacks; ${trunk} is at ${base.slice(0, 8)}`],
      ['Last sync', behind === 0 ? 'now' : `${spanText(hoursSinceSync(state))} ago`, syncText(state)],
      ['Conflicts', conflictCount(state), comparedText(prediction)],
    ],
  };
}

function syncText({ behind, trunk, lastSync }: BranchState): string {
  if (behind === 0) return `it has all of ${trunk}`;
  return lastSync.how === 'merge'
    ? `${trunk} was merged in at ${lastSync.at}`
    : `it left ${trunk} at a commit of ${lastSync.at}`;
}

function conflictCount({ prediction: { trunkTried, tried, conflicts: found } }: BranchState): string {
  return trunkTried || tried > 0 ? String(found.length) : 'unknown';
}

function comparedText({ trunkTried, tried, left }: BranchState['prediction']): string {
  const parts = [
    trunkTried ? 'merge with trunk tried' : 'merge with trunk not tried',
    `${tried} of those with the same files tried`,
    ...(left > 0 ? [`${left} not looked at`] : []),
  ];
  return parts.join(', ');
}

function conflicts({ prediction }: BranchState): Section[] {
  if (prediction.conflicts.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'What would have to be resolved',
      open: true,
      columns: [{ title: 'With' }, { title: 'File', code: true }, { title: 'Kind' }],
      rows: prediction.conflicts.flatMap((conflict) =>
        conflict.files.map(({ path, kind }) => [conflict.with, path, kind]),
      ),
    },
  ];
}

function overlaps({ prediction }: BranchState): Section[] {
  if (prediction.overlaps.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Who else works on the same files',
      columns: [{ title: 'Branch' }, { title: 'Files' }],
      rows: prediction.overlaps.map((overlap) => [overlap.with, listed(overlap.files)]),
    },
  ];
}
