import { count } from '../../kernel/text.ts';
import type { Rule } from '../../report/rule.ts';
import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Pairing } from './pair.ts';
import { shownList } from '../shown.ts';
import type { ResultSet, Sample } from './sample.ts';

/** What makes two sets of results no fair pair; every one of these fails the gate. */
export function integrityFindings(pairing: Pairing): Finding[] {
  return [...unmatched(pairing), ...changed(pairing), ...otherQuestions(pairing)];
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

/** Nobody can tell what a difference between two questions says of the change. */
function otherQuestions({ asked, pairs }: Pairing): Finding[] {
  if (asked.length === 0) return [];
  const rest = pairs.length === 0 ? '' : ` The other ${pairs.length} are compared.`;
  return [
    finding(
      regressionRules['other-questions'],
      `${count(asked.length, 'sample has', 'samples have')} the same id and another question on the two sides: ${ids(asked.map(({ candidate }) => candidate))}. They are not compared.${rest}`,
      asked[0]?.candidate,
      'Give each question an id that stays with it, or name the column of such ids in regression.id. Where the questions contain the prompt, and it is what the change is about, set regression.changed: [prompt].',
    ),
  ];
}

/** Paired by their questions, for the ids are not those of the samples. */
export function renumberedFindings(
  renumbered: number | undefined,
  { samples, files }: Pick<ResultSet, 'samples' | 'files'>,
): Finding[] {
  if (renumbered === undefined) return [];
  return [
    regressionRules.renumbered.finding({
      message: `${renumbered} of ${count(samples.size, 'sample')} ${renumbered === 1 ? 'has' : 'have'} another question under the same id: paired by their questions.`,
      ...(files[0] !== undefined && { file: files[0] }),
      help: 'Give each question an id that stays with it, or leave the column of numbers out.',
    }),
  ];
}

/** The tables of one side end without a line break, and those of the other do not: where one was cut, its last value may be a part. */
export function openEndFindings(baseline: ResultSet, candidate: ResultSet): Finding[] {
  const isClosed = ({ formats, openEnds }: ResultSet): boolean => formats.has('CSV') && openEnds.length === 0;
  return [
    [candidate, baseline],
    [baseline, candidate],
  ].flatMap(([set, other]) => {
    const [file] = set?.openEnds ?? [];
    return file === undefined || other === undefined || !isClosed(other)
      ? []
      : [
          regressionRules['unreadable-results'].finding({
            severity: 'warning',
            message:
              'The last line has no line break at its end, as tables of the other side have: where the file was cut, its last value is a part of one.',
            file,
            help: 'Look whether the last line is whole; let whatever writes the file end each line.',
          }),
        ];
  });
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
