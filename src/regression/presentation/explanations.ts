/** What may explain a difference better than the model does. */
import { plural } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import type { MetricResult } from '../decision/measurement.ts';
import { regressionRules } from '../rules.ts';
import type { Pair } from '../samples/pair.ts';
import type { ResultSet, Sample } from '../samples/sample.ts';
import { shown } from '../shown.ts';
import { change } from './wording.ts';

/** Directions that only the metrics' names say. */
export function guessedDirections(results: readonly MetricResult[], candidate: ResultSet): Finding[] {
  const guessed = results.filter((result) => result.isGuessed === true);
  if (guessed.length === 0) return [];
  const list = guessed.map(
    ({ name, higherIsBetter }) => `${higherIsBetter ? 'more' : 'less'} of ${shown(name)}`,
  );
  const [first] = guessed;
  const [file] = candidate.files;
  return [
    regressionRules['guessed-direction'].finding({
      message: `The results do not say in which direction ${plural(guessed.length, 'a metric is', 'metrics are')} better; by the ${plural(guessed.length, 'name')} ${list.join(', ')} is taken as better.`,
      ...(file !== undefined && { file }),
      help: `Say it in regression.metrics of the policy or with --metric: ${shown(first?.name ?? '')}:${first?.higherIsBetter === true ? 'higher' : 'lower'} if this is right.`,
    }),
  ];
}

/** A score that falls under one filter of the answers and not under another fell for the form of the answers. */
export function filterFindings(results: readonly MetricResult[]): Finding[] {
  return results
    .filter(({ name, verdict }) => name.includes(',') && verdict === 'fail')
    .flatMap((fallen) => {
      const [column] = fallen.name.split(',', 1);
      const steady = results.find(
        (other) => other !== fallen && other.name.split(',', 1)[0] === column && !fell(other),
      );
      return steady === undefined
        ? []
        : [
            regressionRules['other-form'].finding({
              message: `${shown(fallen.title)} fell, and under another filter of the same answers it did not: ${change(steady)}. The answers changed their form more than their content.`,
              ...fallen.place,
              help: 'Look at answers in which the first filter finds nothing: a changed prompt, template or stop sequence is more likely than a worse model.',
            }),
          ];
    });
}

function fell({ delta, higherIsBetter, tolerance, verdict }: MetricResult): boolean {
  return verdict === 'fail' || (higherIsBetter ? delta : -delta) < -tolerance;
}

interface Spelling {
  /** Predictions that are not a label of any target, and would be in plain spelling. */
  readonly others: number;
  /** How many of all are right, and how many would be. */
  readonly right: number;
  readonly rightPlain: number;
  readonly example?: { readonly said: string; readonly meant: string };
}

/** Predictions that are labels in another spelling on one side: they count as wrong, and as classes of their own. */
export function spellingFindings(pairs: readonly Pair[], candidate: ResultSet): Finding[] {
  const labels = labelsOf(pairs);
  if (labels === undefined) return [];
  const sides = {
    candidate: spellingOf(
      pairs.map((pair) => pair.candidate),
      labels,
    ),
    baseline: spellingOf(
      pairs.map((pair) => pair.baseline),
      labels,
    ),
  };
  const [name, told] =
    sides.candidate.others >= sides.baseline.others
      ? (['candidate', sides.candidate] as const)
      : (['baseline', sides.baseline] as const);
  if (told.example === undefined || sides.candidate.others === sides.baseline.others) return [];
  const [file] = candidate.files;
  return [
    regressionRules['other-form'].finding({
      message: `${told.others} of ${pairs.length} predictions of the ${name} are not a label that any target has, such as "${shown(told.example.said)}" for "${shown(told.example.meant)}". Read as these labels ${told.rightPlain} would be right in place of ${told.right} (${name === 'candidate' ? `baseline ${sides.baseline.rightPlain}` : `candidate ${sides.candidate.rightPlain}`}).`,
      ...(file !== undefined && { file }),
      help: 'Extract the label from the answer in the same way on both sides, or judge accuracy instead of F1, for which each spelling is a class of its own.',
    }),
  ];
}

/** Plain spelling of each label of the targets; `undefined` where these are answers in words. */
function labelsOf(pairs: readonly Pair[]): ReadonlyMap<string, string> | undefined {
  const labels = new Map<string, string>();
  const most = Math.max(2, Math.min(100, pairs.length / 5));
  for (const { baseline } of pairs) {
    if (typeof baseline.target !== 'string') return undefined;
    labels.set(baseline.target, plainLabel(baseline.target));
    if (labels.size > most) return undefined;
  }
  return labels;
}

function spellingOf(samples: readonly Sample[], labels: ReadonlyMap<string, string>): Spelling {
  const meant = new Map([...labels].map(([label, plain]) => [plain, label]));
  let [others, right, rightPlain] = [0, 0, 0];
  let example: Spelling['example'];
  for (const { target, prediction } of samples) {
    if (typeof prediction !== 'string') continue;
    const known = labels.has(prediction);
    const label = known ? prediction : meant.get(plainLabel(prediction));
    right += Number(prediction === target);
    rightPlain += Number(label === target);
    if (known || label === undefined) continue;
    others++;
    example ??= { said: prediction, meant: label };
  }
  return { others, right, rightPlain, ...(example !== undefined && { example }) };
}

const longestLabel = 64;

/** Without what stands around a label: `(A)`, `A.`, `**a**`, `Answer: A`. */
function plainLabel(text: string): string {
  return text
    .slice(0, longestLabel)
    .toLowerCase()
    .replace(/^\s*(?:the )?(?:final )?(?:answer|option|choice|label)(?: is)?\s*[:=]?/, '')
    .replaceAll(/[\s()[\]{}"'“”‘’`*_.,:;!?<>#$\\]+/g, ' ')
    .trim();
}
