/** One PASS or FAIL line an assertion; exit code 1 when one fails. */
import type { WorkflowRun } from './workflow.ts';

/** Runs whose log has been shown. */
const shown = new Set<WorkflowRun>();

export function assertEqual(run: WorkflowRun, what: string, got: string | undefined, expected: string): void {
  assert(run, `${what} is ${expected}`, got === expected ? [] : [`it is ${got ?? 'absent'}`]);
}

/** Passes when there are no problems; the first failure of a run shows its whole log. */
export function assert(run: WorkflowRun, what: string, problems: readonly string[]): void {
  console.log(`${problems.length === 0 ? 'PASS' : 'FAIL'}  ${what}`);
  if (problems.length === 0) return;
  for (const problem of problems) console.log(`      ${problem}`);
  if (!shown.has(run)) console.log(run.log);
  shown.add(run);
  process.exitCode = 1;
}
