/** What may explain a difference better than the model does. */
import { plural } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import type { MetricResult } from '../decision/measurement.ts';
import type { Respelled } from '../metrics/spelling.ts';
import { regressionRules } from '../rules.ts';
import type { ResultSet } from '../samples/sample.ts';
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

/** A score that fell under one filter of the answers and not under another fell for the form of the answers. `explains`: nothing else fell. */
export function filterFinding(
  fallen: MetricResult,
  steady: MetricResult | undefined,
  explains: boolean,
): Finding[] {
  return steady === undefined
    ? []
    : [
        regressionRules['other-form'].finding({
          ...severityOf(explains),
          message: `${shown(fallen.title)} fell, and under another filter of the same answers it did not (${shown(steady.name)}): ${change(steady)}. The answers changed their form more than their content${explains ? ', and nothing shows that the model got worse' : ''}.`,
          ...fallen.place,
          help: `Look at answers in which the first filter finds nothing: a changed prompt, template or stop sequence is more likely than a worse model. Where the answers may have this form, judge ${shown(steady.name)} (regression.metrics).`,
        }),
      ];
}

/** A macro average fell because an answer says what no target is, which makes a class more. `explains`: nothing else fell. */
export function classesFinding(steady: MetricResult, explains: boolean): Finding[] {
  const name = shown(steady.name);
  return [
    regressionRules['other-form'].finding({
      ...severityOf(explains),
      message: `Answers outside the classes of the targets are one class more for ${shown(steady.title)}, with the value 0. Over the classes of the targets alone: ${change(steady)}${explains ? ', and nothing shows that the model got worse' : ''}.`,
      ...steady.place,
      help: `Judge ${name.replace(/_?macro_?/i, '')}, which averages over the classes of the targets, or accuracy; and look where these answers come from.`,
    }),
  ];
}

function severityOf(explains: boolean): Pick<Finding, 'severity'> {
  return { severity: explains ? 'error' : 'warning' };
}

/** Predictions that are labels in another spelling on one side. `explains`: read plainly, nothing fell. */
export function spellingFinding(
  { baseline, candidate }: Pick<Respelled, 'baseline' | 'candidate'>,
  all: number,
  { files: [file] }: ResultSet,
  explains: boolean,
): Finding[] {
  const isCandidate = candidate.others >= baseline.others;
  const told = isCandidate ? candidate : baseline;
  if (told.example === undefined || candidate.others === baseline.others) return [];
  const { said, meant } = told.example;
  return [
    regressionRules['other-form'].finding({
      ...severityOf(explains),
      message: `${told.others} of ${all} predictions of the ${isCandidate ? 'candidate' : 'baseline'} are not a label that any target has, such as "${shown(said)}" for "${shown(meant)}". Read as these labels ${told.rightPlain} would be right in place of ${told.right} (${isCandidate ? `baseline ${baseline.rightPlain}` : `candidate ${candidate.rightPlain}`})${explains ? ', and nothing would have fallen: the answers changed their form, and nothing shows that the model got worse' : ''}.`,
      ...(file !== undefined && { file }),
      help: 'Extract the label from the answer in the same way on both sides, or judge accuracy instead of f1_macro, for which each spelling is a class of its own.',
    }),
  ];
}
