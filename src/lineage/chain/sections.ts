import type { Section } from '../../report/model.ts';
import type { ChainLink } from './chain.ts';
import { saidBy } from './claims.ts';
import type { CorrectionFacts } from '../facts.ts';
import { shortDigest } from '../findings.ts';
import { declaredText } from './declared.ts';
import type { LineageVerdict } from '../record/model.ts';
import { nodeKey, type Walk } from './walk.ts';

/** The chain as a table, one artifact a row: ids are copied, so nothing wide stands beside them. */
export function chainTable(title: string, links: readonly ChainLink[]): Section {
  return {
    kind: 'table',
    title,
    open: true,
    columns: [
      { title: 'Kind' },
      { title: 'Id', code: true },
      { title: 'Digest', code: true },
      { title: 'When (UTC)' },
      { title: 'Who' },
      { title: 'From' },
    ],
    rows: links.map((link) => [
      link.kind,
      nameOf(link),
      link.digest === undefined ? '' : shortDigest(link.digest),
      link.at === undefined ? '' : minute(link.at),
      saidBy(link.kind === 'commit' ? link.author : link.by, link.standing, link.signed_by),
      [
        link.pr_number === undefined ? '' : `#${link.pr_number}`,
        link.git_ref?.replace('refs/heads/', '') ?? '',
      ]
        .filter(Boolean)
        .join(' '),
    ]),
  };
}

/** What gates said along the chain, with who lifted one, when, on which commit and why; and what was measured. */
export function wordTables(links: readonly ChainLink[]): Section[] {
  const verdicts = links.flatMap((link) => (link.verdicts ?? []).map((told) => verdictRow(link, told)));
  const metrics = links.flatMap((link) =>
    Object.entries(link.metrics ?? {}).map(([name, value]) => [nameOf(link), name, String(value)]),
  );
  return [
    ...table('What the gates said', ['Of', 'Gate', 'Verdict', 'Why'], verdicts),
    ...table('What was measured', ['Of', 'Metric', 'Value'], metrics),
  ];
}

/** Records that others correct: both versions, by whom and when. */
export function correctionTable(corrections: readonly CorrectionFacts[]): Section[] {
  const rows = corrections.map(({ before, after, changed, accepted }) => [
    before.record,
    `${before.by}, ${minute(before.at)}`,
    after.record,
    `${after.by}, ${minute(after.at)}`,
    accepted ? 'counts' : 'refused',
    changed.join('; '),
  ]);
  return table('Corrections', ['Record', 'Says', 'Corrected by', 'Says', 'It', 'From -> to'], rows);
}

/** None where there is no row; the JSON has those beyond the first. */
function table(title: string, [first = '', ...others]: readonly string[], rows: string[][]): Section[] {
  if (rows.length === 0) return [];
  const columns = [{ title: first, code: true }, ...others.map((name) => ({ title: name }))];
  return [{ kind: 'table', title, open: true, columns, rows: rows.slice(0, 100) }];
}

/** `exempt by grace on 1a2b3c4d (2026-11-20 10:05)`, and the reason. */
function verdictRow(link: ChainLink, told: LineageVerdict): string[] {
  const { gate, verdict, exempted_by: by, exempted_sha: sha, exempted_at: at, reason, declared = [] } = told;
  const words = [
    verdict,
    by === undefined ? '' : ` by ${by}`,
    sha === undefined ? '' : ` on ${sha.slice(0, 8)}`,
    at === undefined ? '' : ` (${minute(at)})`,
  ].join('');
  const why = [by === undefined ? '' : (reason?.slice(0, 200) ?? ''), declaredText(declared)];
  return [nameOf(link), gate, words, why.filter(Boolean).join(' · ')];
}

function nameOf({ kind, id }: ChainLink): string {
  return kind === 'commit' ? id.slice(0, 12) : id;
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
