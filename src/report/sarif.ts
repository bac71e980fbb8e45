/** SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as far as GitHub code scanning reads it. */
import { oneLine, visible } from './escape.ts';
import { fingerprints } from './fingerprint.ts';
import { type Source, encodePath } from './links.ts';
import { type Finding, type Report, type Severity, worstFirst } from './model.ts';
import { parts, ruleUrl } from './outline.ts';
import type { RuleDoc } from './rule.ts';
import { clip, count } from '../kernel/text.ts';

export interface SarifOptions {
  /** The tables of all gates: what the rules mean and how to fix them. */
  readonly rules?: readonly RuleDoc[];
  readonly source?: Source;
  /** The page that documents the rules (docs/rules.md). */
  readonly rulesUrl?: string;
  /** Where a finding without a file is put, since GitHub refuses a result without a place. */
  readonly fallbackFile?: string;
  readonly version?: string;
}

/** GitHub shows the 5,000 gravest results of a run, and refuses more than 25,000. */
export const sarifResults = 5000;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** A SARIF log with one run a gate (also for a gate without findings, which closes its alerts), as a JSON-ready object. */
export function sarifLog(report: Report, options: SarifOptions = {}): Record<string, unknown> {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: judged(report).map((part) => run(part, options)),
  };
}

/** `sarifLog` as text. */
export function renderSarif(report: Report, options: SarifOptions = {}): string {
  return `${JSON.stringify(sarifLog(report, options), undefined, 2)}\n`;
}

/** The root report has a run of its own only when it has findings of its own. */
function judged(report: Report): Report[] {
  const all = parts(report);
  return all.filter(
    (part) => all.length === 1 || part.findings.length > 0 || (part.reports ?? []).length === 0,
  );
}

function run(part: Report, options: SarifOptions): Record<string, unknown> {
  const findings = worstFirst(part.findings).slice(0, sarifResults);
  const ids = [...new Set(findings.map((finding) => finding.rule))];
  const marks = fingerprints(findings);
  return {
    tool: { driver: driver(ids, options) },
    automationDetails: { id: `model-gates/${oneLine(part.gate)}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    ...provenance(options.source),
    invocations: [invocation(part)],
    results: findings.map((finding, i) =>
      result(finding, ids.indexOf(finding.rule), marks[i] ?? '', options),
    ),
  };
}

function driver(ids: readonly string[], options: SarifOptions): Record<string, unknown> {
  const docs = new Map((options.rules ?? []).map((doc) => [doc.id, doc]));
  return {
    name: 'model-gates',
    ...(options.version === undefined ? {} : { version: options.version, semanticVersion: options.version }),
    rules: ids.map((id) => rule(id, docs.get(id), options.rulesUrl)),
  };
}

function rule(id: string, doc: RuleDoc | undefined, rulesUrl: string | undefined): Record<string, unknown> {
  const helpUri = ruleUrl(id, rulesUrl);
  const link = helpUri === undefined ? {} : { helpUri };
  if (doc === undefined) return { id, ...link };
  const help = `${doc.summary}\n\nFor example:\n\n${doc.example}\n\n${doc.fix}`;
  return {
    id,
    shortDescription: { text: clip(doc.summary, 1000) },
    fullDescription: { text: clip(doc.summary, 1000) },
    help: { text: help },
    defaultConfiguration: { level: levels[doc.severity] },
    ...link,
  };
}

function result(
  finding: Finding,
  ruleIndex: number,
  mark: string,
  options: SarifOptions,
): Record<string, unknown> {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageText(finding) },
    locations: [{ physicalLocation: physicalLocation(finding, options) }],
    // GitHub matches alerts by the first; the second is for every other reader.
    partialFingerprints: { primaryLocationLineHash: mark, 'modelGates/v1': mark },
    ...fixes(finding),
  };
}

/** An edit at a place; what is added at the end of a file has no region that a reader could know. */
function fixes({ fix, help }: Finding): Record<string, unknown> {
  if (fix?.at === undefined) return {};
  const { line, column, endLine, endColumn } = fix.at;
  const deletedRegion = { startLine: line, startColumn: column, endLine, endColumn };
  const artifactLocation = { uri: encodePath(fix.file), uriBaseId: '%SRCROOT%' };
  const replacements = [{ deletedRegion, insertedContent: { text: visible(fix.text) } }];
  const description = help === undefined ? {} : { description: { text: clip(visible(help), 1000) } };
  return { fixes: [{ ...description, artifactChanges: [{ artifactLocation, replacements }] }] };
}

/** `[text](target)` is a link in SARIF messages (3.11.6), also where it comes from a pull request: broken up. */
function messageText({ message, help }: Finding): string {
  const text = help === undefined ? message : `${message}\nFix: ${help}`;
  return clip(visible(text), 8000).replaceAll('](', '] (');
}

function physicalLocation(finding: Finding, options: SarifOptions): Record<string, unknown> {
  const file = finding.file ?? options.fallbackFile ?? '.github/model-gates.yml';
  return { artifactLocation: { uri: encodePath(file), uriBaseId: '%SRCROOT%' }, ...region(finding) };
}

function region(finding: Finding): Record<string, unknown> {
  const { file, line, column, endLine, endColumn } = finding;
  if (file === undefined || line === undefined) return {};
  const ends = endLine !== undefined && endLine >= line ? { endLine } : {};
  const columns = column === undefined ? {} : { startColumn: column };
  const end = column !== undefined && endColumn !== undefined && isAfter(finding) ? { endColumn } : {};
  return { region: { startLine: line, ...columns, ...ends, ...end } };
}

function isAfter({ line = 1, column = 1, endLine = line, endColumn = column }: Finding): boolean {
  return endLine > line || endColumn >= column;
}

function invocation(part: Report): Record<string, unknown> {
  const left = part.findings.length - sarifResults;
  const text = `${count(left, 'finding')} beyond the first ${sarifResults} left out: see the JSON report.`;
  const notes = left > 0 ? { toolExecutionNotifications: [{ level: 'warning', message: { text } }] } : {};
  return { executionSuccessful: part.verdict !== 'inconclusive', ...notes };
}

function provenance(source: Source | undefined): Record<string, unknown> {
  return source === undefined
    ? {}
    : { versionControlProvenance: [{ repositoryUri: source.url, revisionId: source.sha }] };
}
