import { annotationMessage } from './annotations.ts';
import { compose } from './compose.ts';
import { oneLine, visible } from './escape.ts';
import { detailBlocks, gatesMarkdown, verdictMarkdown, whatToDoMarkdown } from './markdown.ts';
import {
  type Finding,
  type Report,
  type Severity,
  type Verdict,
  allFindings,
  blocks,
  worstFirst,
} from './model.ts';
import type { RenderOptions } from './options.ts';
import { verdictWords } from './outline.ts';
import { clip } from '../kernel/text.ts';

/** GitHub takes 65,535 characters each of summary and text; bytes are never fewer. */
export const checkBytes = 65_000;
/** Annotations of one request. */
export const checkBatch = 50;
/** Annotations of one check: beyond this nobody reads and each batch costs a request. */
export const checkAnnotations = 1000;

export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'skipped';

/**
 * `neutral` and `skipped` satisfy a required check and yet look unlike success: so they serve `exempt`, `skipped`,
 * and what could not be decided where the policy lets that through.
 */
export function conclusionOf(report: Report): CheckConclusion {
  const conclusions: Readonly<Record<Verdict, CheckConclusion>> = {
    pass: 'success',
    fail: 'failure',
    inconclusive: blocks(report) ? 'failure' : 'neutral',
    exempt: 'neutral',
    skipped: 'skipped',
  };
  return conclusions[report.verdict];
}

/** As `POST /repos/{owner}/{repo}/check-runs` takes it. */
export interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column?: number;
  end_column?: number;
  annotation_level: 'failure' | 'warning' | 'notice';
  message: string;
  title: string;
}

export interface CheckOutput {
  readonly conclusion: CheckConclusion;
  readonly title: string;
  /** Verdict, what to do, gates. Markdown. */
  readonly summary: string;
  /** Findings and sections. Markdown; empty where there are none. */
  readonly text: string;
  /** One entry a request, at most 50 annotations each; the first goes with the creation, the others are updates. */
  readonly annotations: readonly (readonly CheckAnnotation[])[];
}

/** What a check run shows. Findings without a file are in the text alone: GitHub annotates files only. */
export function checkOutput(report: Report, options: RenderOptions = {}): CheckOutput {
  const max = options.maxBytes ?? checkBytes;
  const head = [verdictMarkdown(report), whatToDoMarkdown(report, options), gatesMarkdown(report)];
  return {
    conclusion: conclusionOf(report),
    title: clip(`${verdictWords[report.verdict].word}: ${oneLine(report.title)}`, 250),
    summary: compose(head, [], '', max, options),
    text: compose([], detailBlocks(report, options), '', max, options).trimStart(),
    annotations: batches(worstFirst(allFindings(report)).flatMap(checkAnnotation).slice(0, checkAnnotations)),
  };
}

const levels: Readonly<Record<Severity, CheckAnnotation['annotation_level']>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
};

function checkAnnotation(finding: Finding): CheckAnnotation[] {
  if (finding.file === undefined) return [];
  return [
    {
      path: finding.file,
      ...lines(finding),
      annotation_level: levels[finding.severity],
      // GitHub takes 64 KB; what is longer than this is not read in a margin.
      message: annotationMessage(finding, 8000),
      title: clip(visible(finding.rule), 255),
    },
  ];
}

/** GitHub refuses columns of an annotation that spans lines. */
function lines(
  finding: Finding,
): Pick<CheckAnnotation, 'start_line' | 'end_line' | 'start_column' | 'end_column'> {
  const start = finding.line ?? 1;
  const end = Math.max(start, finding.endLine ?? start);
  if (finding.line === undefined || finding.column === undefined || start !== end)
    return { start_line: start, end_line: end };
  const endColumn = Math.max(finding.column, finding.endColumn ?? finding.column);
  return { start_line: start, end_line: end, start_column: finding.column, end_column: endColumn };
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / checkBatch) }, (_, i) =>
    items.slice(i * checkBatch, (i + 1) * checkBatch),
  );
}
