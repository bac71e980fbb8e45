import { count } from '../../kernel/text.ts';
import { worstVerdict, type Report } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import type { BranchesFacts, BranchFacts } from '../index.ts';
import { errorReport } from '../../report/error-report.ts';

const gate = 'check-branch';

/** Runs one report a branch, one after the other; a branch that cannot be judged fails by itself and hides none of the others. */
export async function eachBranch<Item>(
  items: readonly Item[],
  judge: (item: Item) => Promise<Report<Partial<BranchFacts>>>,
): Promise<Report<BranchesFacts>> {
  const reports: Report<Partial<BranchFacts>>[] = [];
  for (const item of items)
    reports.push(await judge(item).catch((error: unknown) => errorReport(gate, error)));
  return makeReport({
    gate,
    verdict: worstVerdict(reports.map(({ verdict }) => verdict)),
    title: titleOf(reports),
    facts: {
      ageHours: highest(reports.map(({ facts }) => facts.ageHours)),
      behind: highest(reports.map(({ facts }) => facts.behind)),
      conflicts: reports.flatMap(({ facts }) => facts.conflicts ?? []),
      branches: reports.map(({ facts }) => facts),
    },
    reports,
  });
}

function titleOf(reports: readonly Report[]): string {
  const failing = reports.filter(({ verdict }) => verdict === 'fail').length;
  if (reports.length === 0) return 'No pull request is open';
  const total = count(reports.length, 'open pull request');
  return failing === 0 ? `${total}, none of them too old` : `${failing} of ${total} must be fixed`;
}

function highest(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? null : Math.max(...known);
}
