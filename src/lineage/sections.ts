import type { Section } from '../report/model.ts';
import type { ChainLink } from './chain.ts';
import { shortDigest } from './findings.ts';
import type { LineageVerdict } from './model.ts';
import { nodeKey, type Walk } from './walk.ts';

/** The chain as a table: one artifact a row. */
export function chainTable(title: string, links: readonly ChainLink[], open: boolean): Section {
  const measured = links.some(({ metrics }) => metrics !== undefined);
  return {
    kind: 'table',
    title,
    open,
    columns: [
      { title: 'Kind' },
      { title: 'Id', code: true },
      { title: 'Digest', code: true },
      { title: 'When (UTC)' },
      { title: 'Who' },
      { title: 'From' },
      { title: 'Gates' },
      ...(measured ? [{ title: 'Metrics' }] : []),
    ],
    rows: links.map((link) => [
      link.kind,
      link.kind === 'commit' ? link.id.slice(0, 12) : link.id,
      link.digest === undefined ? '' : shortDigest(link.digest),
      link.at === undefined ? '' : minute(link.at),
      (link.kind === 'commit' ? link.author : link.by) ?? '',
      [link.pr_number === undefined ? '' : `#${link.pr_number}`, link.git_ref ?? '']
        .filter(Boolean)
        .join(' '),
      (link.verdicts ?? []).map(verdictWords).join('; '),
      ...(measured ? [metricWords(link)] : []),
    ]),
  };
}

/** `regression-gate: exempt by grace on 1a2b3c4d (2026-11-20 10:05): the cluster is down`. */
function verdictWords(told: LineageVerdict): string {
  const { gate, verdict, exempted_by: by, exempted_sha: sha, exempted_at: at, reason } = told;
  return [
    `${gate}: ${verdict}`,
    by === undefined ? '' : ` by ${by}`,
    sha === undefined ? '' : ` on ${sha.slice(0, 8)}`,
    at === undefined ? '' : ` (${minute(at)})`,
    by === undefined || reason === undefined ? '' : `: ${reason.slice(0, 200)}`,
  ].join('');
}

/** The first of them; the JSON has all. */
function metricWords({ metrics = {} }: ChainLink): string {
  const all = Object.entries(metrics).map(([name, value]) => `${name} ${value}`);
  return [...all.slice(0, 6), ...(all.length > 6 ? [`and ${all.length - 6} more`] : [])].join(', ');
}

/** `2026-11-20 10:05`, of a time in UTC. */
function minute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** Changed files of each commit in the chain. */
export function fileTables(links: readonly ChainLink[]): Section[] {
  return links.flatMap(({ kind, id, files = [], subject }): Section[] =>
    kind !== 'commit' || files.length === 0
      ? []
      : [
          {
            kind: 'table',
            title: `Changed in ${id.slice(0, 8)}${subject === undefined ? '' : `: ${subject}`}`,
            columns: [{ title: 'Change' }, { title: 'File', code: true }],
            rows: files.slice(0, 200).map(({ status, path }) => [status, path]),
          },
        ],
  );
}

/** Longest label in the drawing. */
const longest = 60;

/** The walk as a drawing; ids are numbered, and labels hold no character that Mermaid reads. */
export function mermaid(title: string, { steps, edges, missing }: Walk): Section {
  const shown = steps.slice(0, 100);
  const names = new Map(shown.map(({ node }, at) => [nodeKey(node), `n${at}`]));
  const nodes = shown.map(({ node }, at) => {
    const id = node.kind === 'commit' ? node.id.slice(0, 12) : node.id;
    const gap = missing.some((one) => nodeKey(one.node) === nodeKey(node));
    return `  n${at}["${label(`${node.kind}: ${id}`)}"]${gap ? ':::gap' : ''}`;
  });
  const arrows = edges.flatMap(({ from, to }) => {
    const [a, b] = [names.get(from), names.get(to)];
    return a === undefined || b === undefined ? [] : [`  ${a} --> ${b}`];
  });
  const style = missing.length === 0 ? [] : ['  classDef gap stroke-dasharray: 4'];
  return { kind: 'mermaid', title, source: ['flowchart LR', ...nodes, ...arrows, ...style].join('\n') };
}

function label(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return cut.replaceAll(/[^\p{L}\p{N} ./:@_…-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}
