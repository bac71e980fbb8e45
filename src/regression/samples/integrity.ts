import { count } from '../../kernel/text.ts';
import type { Rule } from '../../report/rule.ts';
import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Pairing } from './pair.ts';
import { shown, shownList } from '../shown.ts';
import type { ResultSet, Sample } from './sample.ts';

/** What makes two sets of results no fair pair; every one of these fails the gate. */
export function integrityFindings(baseline: ResultSet, candidate: ResultSet, pairing: Pairing): Finding[] {
  return [...unmatched(pairing), ...changed(pairing), ...setups(baseline, candidate)];
}

function unmatched({ added, missing, pairs }: Pairing): Finding[] {
  const sides = [
    {
      samples: missing,
      where: 'the baseline but not in the candidate',
      help: 'Evaluate the candidate on every sample of the baseline; samples that are left out could be the ones that got worse.',
    },
    {
      samples: added,
      where: 'the candidate but not in the baseline',
      help: 'Evaluate the baseline on the same samples, or merge the change of the sample set first with a new baseline.',
    },
  ];
  return sides.flatMap(({ samples, where, help }) =>
    samples.length === 0
      ? []
      : [
          finding(
            regressionRules['unmatched-samples'],
            `${count(samples.length, 'sample is', 'samples are')} in ${where}: ${ids(samples)}. ${pairs.length} are in both.`,
            samples[0],
            help,
          ),
        ],
  );
}

function changed({ changed: samples }: Pairing): Finding[] {
  if (samples.length === 0) return [];
  const message = `${count(samples.length, 'sample has', 'samples have')} the same id but another content (hash or target) on the two sides: ${ids(samples.map(({ candidate }) => candidate))}.`;
  return [
    finding(
      regressionRules['changed-samples'],
      message,
      samples[0]?.candidate,
      'Evaluate both sides on the same version of the sample set and of its prompts.',
    ),
  ];
}

/** Versions and settings that both sides state must agree. */
function setups(baseline: ResultSet, candidate: ResultSet): Finding[] {
  const different = [...candidate.setup].filter(
    ([key, value]) => (baseline.setup.get(key) ?? value) !== value,
  );
  if (different.length === 0) return [];
  const list = different
    .slice(0, 5)
    .map(
      ([key, value]) => `${shown(key)} was ${shown(baseline.setup.get(key) ?? '')} and is ${shown(value)}`,
    );
  const file = candidate.files[0];
  return [
    regressionRules['different-setup'].finding({
      message: `The two evaluations are set up differently: ${list.join('; ')}${different.length > 5 ? `; and ${different.length - 5} more` : ''}.`,
      ...(file !== undefined && { file }),
      help: 'Evaluate both sides with the same version of the task, metric and number of shots.',
    }),
  ];
}

function ids(samples: readonly Sample[]): string {
  return shownList(
    samples.slice(0, 5).map(({ id }) => id),
    samples.length,
  );
}

/** An error at a sample's row. */
export function finding(
  rule: Rule,
  message: string,
  sample: Pick<Sample, 'file' | 'line'> | undefined,
  help: string,
): Finding {
  return rule.finding({
    message,
    ...(sample !== undefined && {
      file: sample.file,
      ...(sample.line !== undefined && { line: sample.line, column: 1 }),
    }),
    help,
  });
}
