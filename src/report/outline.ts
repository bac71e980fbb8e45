/** What every medium for people tells, in the same order and words: verdict, what to do, gates, findings. Plain, unescaped text. */
import { placeOf } from './links.ts';
import {
  type Finding,
  type Report,
  type Severity,
  type Verdict,
  blocks,
  severities,
  worstFirst,
} from './model.ts';
import { clip, count, enumerate, plural } from '../kernel/text.ts';

/** The verdict at a glance and in plain words. */
export const verdictWords: Readonly<Record<Verdict, { readonly symbol: string; readonly word: string }>> = {
  pass: { symbol: '✅', word: 'Passed' },
  fail: { symbol: '❌', word: 'Failed' },
  inconclusive: { symbol: '❔', word: 'Undecided' },
  exempt: { symbol: '🔓', word: 'Exempt' },
  skipped: { symbol: '⏭', word: 'Skipped' },
};

const meanings: Readonly<Record<Verdict, string>> = {
  pass: 'Nothing to fix.',
  fail: 'Fix the following to merge.',
  inconclusive: 'It could not be decided; the policy lets that through, but it is not a pass.',
  exempt: 'Not judged on its merits: someone with the right to do so lifted the gate.',
  skipped: 'There was nothing to decide.',
};

/** What the verdict means, for the merge where the gate says nothing else: one sentence, or who lifted the gate. */
export function meaningOf(report: Report): string {
  if (report.meaning !== undefined) return report.meaning;
  if (report.verdict === 'inconclusive' && blocks(report)) {
    return 'It could not be decided, and that stops the merge until it can be.';
  }
  return exemptionText(report) ?? meanings[report.verdict];
}

export const severitySymbols: Readonly<Record<Severity, string>> = {
  error: '❌',
  warning: '⚠️',
  notice: 'ℹ️',
};

/** One thing to do, in one file, perhaps at several lines. */
export interface Action {
  /** What is wrong and how to fix it; the fix alone where it serves several findings. */
  readonly text: string;
  /** The findings that it fixes, by line. */
  readonly findings: readonly Finding[];
}

export interface FileActions {
  /** Absent: it belongs to no file. */
  readonly file?: string;
  readonly actions: readonly Action[];
}

export interface WhatToDo {
  readonly files: readonly FileActions[];
  /** Actions that are not listed. */
  readonly more: number;
}

/** What to do, from the errors' help (where nothing could be decided: from the warnings' too), each thing once. */
export function whatToDo(report: Report, max = 10): WhatToDo {
  const files = new Map<string, Map<string, Finding[]>>();
  for (const finding of toMend(report)) {
    const actions = getOrAdd(files, finding.file ?? '', () => new Map<string, Finding[]>());
    getOrAdd(actions, finding.help ?? finding.message, () => []).push(finding);
  }
  return cutActions(files, max);
}

function cutActions(
  files: ReadonlyMap<string, ReadonlyMap<string, readonly Finding[]>>,
  max: number,
): WhatToDo {
  let left = max;
  let more = 0;
  const kept: FileActions[] = [];
  for (const [file, byHelp] of files) {
    const actions = Array.from(byHelp, ([help, findings]) => ({
      text: actionText(help, findings),
      findings,
    }));
    const shown = actions.slice(0, left);
    left -= shown.length;
    more += actions.length - shown.length;
    if (shown.length > 0) kept.push({ ...(file === '' ? {} : { file }), actions: shown });
  }
  return { files: kept, more };
}

/** A fix alone says nothing where no line shows what it is for: then what is wrong comes first. */
function actionText(help: string, findings: readonly Finding[]): string {
  const wrong = findings.length === 1 || linesText(findings) === '' ? findings : [];
  const messages = wrong.filter((finding) => finding.help !== undefined).slice(0, 3);
  if (messages.length === 0) return clip(help, 500);
  return `${messages.map(({ message }) => firstSentence(message)).join('; ')} → ${clip(help, 500)}`;
}

/** Without its full stop; a dot inside a version or a file name ends no sentence. */
function firstSentence(message: string): string {
  const end = message.search(/\. (?=\S)|\.$/);
  return clip(end < 0 ? message : message.slice(0, end), 160);
}

function toMend(report: Report): Finding[] {
  if (report.verdict !== 'fail' && report.verdict !== 'inconclusive') return [];
  const all = parts(report)
    .filter((part) => part.verdict !== 'exempt')
    .flatMap((part) => worstFirst(part.findings));
  const errors = all.filter((finding) => finding.severity === 'error');
  return errors.length > 0
    ? errors
    : all.filter((finding) => finding.severity === 'warning' && finding.help !== undefined);
}

/** The lines of one action: `line 14`, `lines 14, 20 and 31`, `14 lines from line 3`; empty where unknown. */
export function linesText(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.flatMap((finding) => finding.line ?? []))];
  if (lines.length === 0) return '';
  if (lines.length > 5) return `${count(lines.length, 'line')} from line ${lines[0]}`;
  return `${plural(lines.length, 'line')} ${enumerate(lines.map(String))}`;
}

/** The report itself and the gates' own reports, in their order, at any depth. */
export function parts(report: Report): Report[] {
  return [report, ...(report.reports ?? []).flatMap(parts)];
}

/** `2 errors, 1 warning`; empty where there is nothing. */
export function tally(findings: readonly Finding[]): string {
  return severities
    .map((severity) => ({ severity, n: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => count(n, severity))
    .join(', ');
}

/** Who lifted the gate, for what, and until when: one sentence, or two. */
export function exemptionText(report: Report): string | undefined {
  const exemption = report.exemption;
  if (exemption === undefined) return undefined;
  const reason = exemption.reason === undefined ? '' : ` Reason given: ${exemption.reason}`;
  const how =
    exemption.review === true ? 'by approving the hotfix in a review' : `with the label "${exemption.label}"`;
  return `${exemption.by} lifted this gate at ${exemption.at} ${how}, for commit ${exemption.sha} alone: the next push ends it.${reason}`;
}

/** Why a gate says what it says: its title, and who lifted it. */
export function reasons(report: Report): string[] {
  const exemption = exemptionText(report);
  return exemption === undefined ? [report.title] : [report.title, exemption];
}

/** A finding's place, or the words for none. */
export function placeText(finding: Finding): string {
  return placeOf(finding) || 'as a whole';
}

/** Where docs/rules/<family>.md explains the rule: its heading is the rule's id, and GitHub makes the anchor from that. */
export function ruleUrl(rule: string, rulesUrl: string | undefined): string | undefined {
  if (rulesUrl === undefined) return undefined;
  const [family = '', anchor] = [rule.split('/', 1)[0], rule].map((text) =>
    text?.toLowerCase().replace(/[^a-z0-9_-]/g, ''),
  );
  return `${rulesUrl.replace(/\.md$/, '')}/${family}.md#${anchor}`;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
