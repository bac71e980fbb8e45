import type { Section } from '../../../report/model.ts';
import type { BranchStanding } from '../../index.ts';
import type { Handled } from './candidate.ts';

const words: Readonly<Record<Handled['did'], string>> = {
  deleted: 'delete',
  reminded: 'announce',
  stayed: 'stays',
};

/** Each branch with its tip and what becomes of it, so that the report alone suffices to bring one back. */
export function sweepSections(
  all: readonly BranchStanding[],
  handled: readonly Handled[],
  left: number,
): Section[] {
  const rows = handled.map(({ candidate: { branch, sha, pull }, did, reason }) => [
    branch,
    sha,
    `#${pull.number}`,
    words[did],
    reason,
  ]);
  const due: Section = {
    kind: 'table',
    title: left === 0 ? 'Branches that are due' : `Branches that are due; ${left} more in later runs`,
    open: true,
    columns: [
      { title: 'Branch', code: true },
      { title: 'Tip', code: true },
      { title: 'Pull request' },
      { title: 'Step' },
      { title: 'Why' },
    ],
    rows,
  };
  const staying = all.flatMap((one) => (one.kind === 'stays' ? [[one.branch, one.reason]] : []));
  const others: Section = {
    kind: 'table',
    title: 'Branches that stay',
    columns: [{ title: 'Branch', code: true }, { title: 'Why' }],
    rows: staying.slice(0, 500),
  };
  return [...(rows.length > 0 ? [due] : []), ...(staying.length > 0 ? [others] : [])];
}
