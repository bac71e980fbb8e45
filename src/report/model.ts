/**
 * The report: the one contract between gates, actions, the CLI and every renderer.
 * It is data only, serialises to JSON as it stands, and is published as `schema/report.schema.json`.
 */
import { compareText } from '../kernel/compare.ts';

/** What a gate concludes. `skipped` means there was nothing to decide (nothing to judge, or a draft); it is never a silent pass. */
export const verdicts = ['pass', 'fail', 'inconclusive', 'exempt', 'skipped'] as const;
export type Verdict = (typeof verdicts)[number];

/** `error` fails the gate, `warning` and `notice` do not. */
export const severities = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof severities)[number];

/**
 * One problem with its place. All texts are plain and unescaped: each renderer escapes for its medium.
 * Backticks may mark code, such as a command; nothing else is markup.
 */
export interface Finding {
  /** Stable name `gate/rule`, documented in docs/rules.md. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Repository-relative path with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units as editors count. */
  readonly column?: number;
  /** Last line, 1-based; the same as `line` where absent. */
  readonly endLine?: number;
  /** The column after the last one, as editors and SARIF count. */
  readonly endColumn?: number;
  /** How to fix it, as an instruction. */
  readonly help?: string;
  /** The same as an edit, where there is exactly one: what `--fix` applies. */
  readonly fix?: Fix;
}

/** An edit of one file: what stands at a place gives way to a text. Without a place the text is added at the end, and the file made. */
export interface Fix {
  /** Repository-relative path with forward slashes. */
  readonly file: string;
  /** Places count as those of a finding; the end is exclusive. */
  readonly at?: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    /** What stands there; where something else does, the edit is not made. */
    readonly before: string;
  };
  readonly text: string;
  /** It states something that only a person can know, such as that a move is intended. */
  readonly states?: true;
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Cells are identifiers: renderers set them in a fixed-width font. */
  readonly code?: boolean;
}

/** Something to look at below the findings: plain, unescaped text in every cell and item. */
export type Section =
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Shown unfolded. */
      readonly open?: boolean;
    }
  | {
      readonly kind: 'list';
      readonly title: string;
      readonly items: readonly string[];
      readonly open?: boolean;
    }
  | { readonly kind: 'mermaid'; readonly title: string; readonly source: string; readonly open?: boolean };

/** Who lifted a gate, when and for which commit: an exemption dies with the next push. */
export interface Exemption {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** Full head SHA for which it was granted. */
  readonly sha: string;
  readonly label: string;
  /** Granted by the approval in a review, as of a hotfix, and by no label. */
  readonly review?: true;
  readonly reason?: string;
}

/** Of a gate that had nothing to judge, or could not. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- without keys it fits where each fact may be absent
export type NoFacts = Record<never, never>;

/**
 * `Facts` is what machines read of one gate: an interface in the `facts.ts` of its domain. Of a report whose gate is not known, and of one
 * that could not be made, nothing is read.
 */
export interface Report<Facts extends object = object> {
  readonly schema: 1;
  /** The gate's name: `validate-model-config`, `detect-dep-drift`, …; `model-gates` for the root action. */
  readonly gate: string;
  readonly verdict: Verdict;
  /** One sentence that says the verdict and its reason. */
  readonly title: string;
  /** What the verdict means where it decides no merge: one sentence, for people alone. */
  readonly meaning?: string;
  readonly findings: readonly Finding[];
  /** Machine-readable results; keys are part of each gate's documented contract. */
  readonly facts: Facts;
  readonly sections?: readonly Section[];
  readonly exemption?: Exemption;
  /** The gates' own reports, in the root action's report. */
  readonly reports?: readonly Report[];
  /** Wall time in milliseconds. */
  readonly durationMs?: number;
}

/** What a domain concludes; its gate makes the report of it. */
export type Judgement<Facts extends object> = Pick<
  Report<Facts>,
  'verdict' | 'title' | 'findings' | 'facts' | 'sections'
>;

/** Worst first: what one of them means for all of them. */
const gravity: readonly Verdict[] = ['fail', 'inconclusive', 'exempt', 'pass', 'skipped'];

/** The verdict of several: the gravest; `skipped` where there are none. */
export function worstVerdict(all: readonly Verdict[]): Verdict {
  return gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
}

/** `fail` when any finding is an error, else `pass`. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  return findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass';
}

/** Findings sorted worst first, then by file, line and column; equal ones keep their order. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      compareText(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/** All findings of a report and of the reports in it. */
export function allFindings(report: Report): Finding[] {
  return [...report.findings, ...(report.reports ?? []).flatMap(allFindings)];
}

/**
 * Whether the merge must stop: on `fail`, and on `inconclusive` with an error in it (no baseline, unreadable results).
 * `inconclusive` with warnings only is what a policy chose to let through, said aloud.
 */
export function blocks(report: Report): boolean {
  if (report.verdict === 'fail') return true;
  return (
    report.verdict === 'inconclusive' && allFindings(report).some(({ severity }) => severity === 'error')
  );
}

/** Exit code of the CLI: 0 pass, exempt, skipped; 1 fail; 3 inconclusive. */
export function exitCodeOf(verdict: Verdict): 0 | 1 | 3 {
  if (verdict === 'fail') return 1;
  return verdict === 'inconclusive' ? 3 : 0;
}
