import { worstFirst } from '../report/model.ts';
import type { Finding, Severity, Verdict } from '../report/model.ts';
import type { Client } from './client.ts';
import type { CheckRun, Checks } from './types.ts';

/** Annotations a request; further ones are added by updates. */
const batchSize = 50;

/** Longest summary and text, in characters. */
const longestText = 65_535;

const longestTitle = 255;

/** Longest message of an annotation, in bytes. */
const longestMessage = 64 * 1024;

export function checks(client: Client): Checks {
  return { publish: (check) => publish(client, check) };
}

/** The conclusion stands from the first request on: a run that dies between batches leaves no check that never ends. */
async function publish({ call, rest, repo }: Client, check: CheckRun): Promise<{ id: number; url: string }> {
  const [first = [], ...others] = batches(annotationsOf(check.findings));
  const output = outputOf(check);
  const created = await call('write check', () =>
    rest.checks.create({
      ...repo,
      name: check.name,
      head_sha: check.sha,
      status: 'completed',
      conclusion: conclusionOf(check.verdict, check.inconclusiveAs),
      ...(check.detailsUrl === undefined ? {} : { details_url: check.detailsUrl }),
      output: { ...output, annotations: first },
    }),
  );
  for (const annotations of others) {
    await call('write check', () =>
      rest.checks.update({ ...repo, check_run_id: created.id, output: { ...output, annotations } }),
    );
  }
  return { id: created.id, url: created.html_url ?? '' };
}

export type Conclusion = 'success' | 'failure' | 'neutral' | 'skipped';

/** What a verdict shows as. GitHub lets `neutral` and `skipped` pass: that is why inconclusive is `failure` unless told otherwise. */
export function conclusionOf(
  verdict: Verdict,
  inconclusiveAs: 'neutral' | 'failure' = 'failure',
): Conclusion {
  const conclusions: Readonly<Record<Verdict, Conclusion>> = {
    pass: 'success',
    fail: 'failure',
    inconclusive: inconclusiveAs,
    exempt: 'neutral',
    skipped: 'skipped',
  };
  return conclusions[verdict];
}

function outputOf({ title, summary, text }: CheckRun): { title: string; summary: string; text?: string } {
  for (const part of [summary, text ?? '']) {
    if (part.length > longestText)
      throw new RangeError(`a check text of ${part.length} characters: GitHub takes ${longestText}`);
  }
  return { title: cut(title, longestTitle), summary, ...(text === undefined ? {} : { text }) };
}

interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly message: string;
  readonly title: string;
}

const levels: Readonly<Record<Severity, Annotation['annotation_level']>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
};

function annotationsOf(findings: readonly Finding[]): Annotation[] {
  return worstFirst(findings).flatMap((finding) =>
    finding.file === undefined ? [] : [annotationOf(finding, finding.file)],
  );
}

function annotationOf(finding: Finding, path: string): Annotation {
  const start_line = finding.line ?? 1;
  const end_line = Math.max(finding.endLine ?? start_line, start_line);
  return {
    path,
    start_line,
    end_line,
    ...columnsOf(finding, start_line === end_line),
    annotation_level: levels[finding.severity],
    message: cut(
      finding.help === undefined ? finding.message : `${finding.message}\n\n${finding.help}`,
      longestMessage / 4,
    ),
    title: cut(finding.rule, longestTitle),
  };
}

/** GitHub refuses columns on an annotation of several lines, and an end without a start. */
function columnsOf(
  { column, endColumn }: Finding,
  oneLine: boolean,
): { start_column?: number; end_column?: number } {
  if (column === undefined || !oneLine) return {};
  return { start_column: column, end_column: Math.max(endColumn ?? column, column) };
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
