/** Evaluations that differ in more than the model: what they measure may differ for that alone. */
import { shown, shownList } from '../regression/index.ts';
import { count } from '../kernel/text.ts';
import type { Finding } from '../report/model.ts';
import type { Evaluated, Measured, Merge } from './merges.ts';
import { locateRules } from './rules.ts';

/** Most changes that are reported one by one. */
const mostTold = 5;

/** One finding for each evaluation that was set up differently from the one before. */
export function setUpChanges(
  merges: readonly Merge[],
  evaluations: readonly Evaluated<Measured>[],
): Finding[] {
  const findings = evaluations.slice(1).flatMap(({ at, results }, index) => {
    const before = evaluations[index]?.results;
    const differences = before === undefined ? [] : [...stated(before, results), ...prompts(before, results)];
    return differences.length === 0 ? [] : [changed(merges[at]?.sha ?? '', differences)];
  });
  return findings.slice(0, mostTold);
}

function changed(sha: string, differences: readonly string[]): Finding {
  return locateRules['set-up-changed'].finding({
    message: `From ${sha.slice(0, 8)} on the evaluation is set up differently: ${shownList(differences)}.`,
    help: 'A fall there may be that of the evaluation alone: evaluate one merge with both set-ups, or locate on one side of it with `--good` or `--bad`.',
  });
}

function stated(before: Measured, after: Measured): string[] {
  return [...after.setup].flatMap(([key, value]) => {
    const was = before.setup.get(key);
    return was === undefined || was === value
      ? []
      : [`${shown(key)} was ${shown(was)} and is ${shown(value)}`];
  });
}

/** The same question in another prompt. */
function prompts(before: Measured, after: Measured): string[] {
  const known = new Map(
    before.samples.flatMap(({ sample: { id, prompt } }) =>
      prompt === undefined ? [] : [[id, prompt] as const],
    ),
  );
  const different = after.samples.filter(({ sample: { id, prompt } }) => {
    const was = known.get(id);
    return was !== undefined && prompt !== undefined && was !== prompt;
  });
  return different.length === 0 ? [] : [`the prompts of ${count(different.length, 'sample')} are others`];
}
