/** The example's change, evaluated by the workflow on four runners, some of whose calls fail at first: exactly these are asked again. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assert, assertEqual } from './assert.ts';
import { edit } from './edit.ts';
import type { WorkflowRun } from './workflow.ts';

/** Instead of before the push: the model is a file that knows the answers, and a server that is overloaded in the first round. */
export function evaluateOverShards(folder: string, scratch: string): void {
  const called = 'model-pull-request.yml@v1';
  const asked = askedFolder(scratch);
  mkdirSync(asked, { recursive: true });
  const evaluate = [
    `cp "$IDS" "${asked}/$(basename "$OUT")"`,
    `while read -r id; do row=$(grep -F "\\"$id\\"" evals/mmmu_val.jsonl)`,
    `case "$(basename "$OUT") $id" in *again*) ;; *${failing}) row="{\\"id\\": \\"$id\\", \\"error\\": \\"HTTP 503\\"}" ;; esac`,
    `echo "$row"; done <"$IDS" >"$OUT"`,
  ].join('; ');
  edit(
    folder,
    'pull-request',
    called,
    `${called}\n    with:\n      shards: '4'\n      evaluate: ${JSON.stringify(evaluate)}`,
  );
}

/** The end of the ids whose calls fail. */
const failing = '_7';

function askedFolder(scratch: string): string {
  return path.join(scratch, 'asked');
}

export function judgeShards(run: WorkflowRun, scratch: string): void {
  assert(
    run,
    'four runners: no job failed',
    run.failed.filter((job) => !/round-[3-5]/.test(job)),
  );
  const folder = askedFolder(scratch);
  const files = readdirSync(folder);
  const idsIn = (isAgain: boolean): string[] =>
    files
      .filter((name) => name.includes('again') === isAgain)
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean))
      .toSorted();
  const [first, again] = [idsIn(false), idsIn(true)];
  const failed = first.filter((id) => id.endsWith(failing));
  assertEqual(run, 'four runners: samples that were asked', `${first.length}`, '500');
  assert(run, 'four runners: calls that failed at first', failed.length > 0 ? [] : ['none failed']);
  assert(
    run,
    `four runners: exactly the ${failed.length} that failed were asked again, once`,
    again.join() === failed.join() ? [] : [`asked again: ${again.join(', ')}`],
  );
  assertEqual(run, 'four runners: more samples after the rounds', run.outputs('judge')['next-samples'], '0');
  assertEqual(run, 'four runners: samples that were paired', run.outputs('judge')['n'], '500');
  assertEqual(run, 'four runners: samples that are still open', run.outputs('judge')['rerun'], '');
  assertEqual(run, 'four runners: output verdict', run.outputs('gate')['verdict'], 'pass');
}
