/** How a trace reads, for machines and for people. */
import { uniqueBy } from '../../kernel/group.ts';
import { lineageRules } from '../rules.ts';
import {
  chainTable,
  correctionTable,
  fileTables,
  mermaid,
  nodeText,
  uncommon,
  wordTables,
  type ChainLink,
  type RequestFacts,
  type TraceFacts,
} from '../index.ts';
import { verdictOf, type Finding, type Report, type Section, type Verdict } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { correctionFacts } from './corrections.ts';
import type { RecordReader } from './reader.ts';
import type { Traced } from './traced.ts';

export const traceGate = 'trace-lineage';

export function unknownId(
  id: string,
  reader: Pick<RecordReader, 'findings' | 'isEmpty'>,
): Report<TraceFacts> {
  const ledger = reader.findings();
  const unread = ledger.some(({ rule }) => rule === lineageRules['corrupt-record'].id);
  const message = reader.isEmpty
    ? 'the ledger is empty: nothing has been recorded here yet'
    : `nothing ${unread ? 'that can be read ' : ''}in the ledger is called ${id.slice(0, 200)}`;
  const odd = uncommon(id.normalize('NFC'));
  const spelling =
    odd.length === 0 ? 'Check the spelling' : `Check the spelling: it is written with ${odd.join(', ')}`;
  const finding: Finding = lineageRules['unknown-id'].finding({
    message,
    help: reader.isEmpty
      ? 'Record artifacts where they are made (record-lineage); where there should be records, look whether model-lineage and refs/lineage were deleted.'
      : `${spelling}; record the artifact where it is made (record-lineage).`,
  });
  return makeReport({
    gate: traceGate,
    title: message,
    findings: [finding, ...ledger],
    facts: { id, chain: [], down: [], missing: [], ambiguous: [] },
  });
}

/** A request of which the logs do not say what answered it. */
export function unansweredReport(
  id: string,
  { facts, findings }: { readonly facts: RequestFacts; readonly findings: readonly Finding[] },
  reader: Pick<RecordReader, 'findings'>,
): Report<TraceFacts> {
  return makeReport({
    gate: traceGate,
    title: findings[0]?.message ?? '',
    findings: [...findings, ...reader.findings()],
    facts: { id, chain: [], down: [], missing: [], ambiguous: [], request: facts },
  });
}

/** The chain, both ways. */
export function chainReport(
  id: string,
  traced: Traced,
  reader: Pick<RecordReader, 'findings' | 'corrections'>,
): Report<TraceFacts> {
  const { chain, uses, up } = traced;
  const corrections = reader.corrections().map(correctionFacts);
  const commits = chain.filter(({ kind }) => kind === 'commit');
  const findings = uniqueBy(
    [...reader.findings(), ...traced.findings],
    ({ rule, message }) => `${rule} ${message}`,
  );
  return makeReport({
    gate: traceGate,
    verdict: traceVerdict(commits.length > 0, findings),
    title: titleOf(traced, commits),
    findings,
    facts: {
      id,
      chain,
      down: uses,
      missing: up.missing,
      ambiguous: up.ambiguous,
      commits: commits.map((link) => link.id),
      ...(corrections.length === 0 ? {} : { corrections }),
    },
    sections: [...sectionsOf(traced), ...correctionTable(corrections)],
  });
}

/** A ledger that somebody altered is not a ground for an answer, whatever else was found. */
export function traceVerdict(whole: boolean, findings: readonly Finding[]): Verdict {
  if (verdictOf(findings) === 'fail') return 'fail';
  return whole ? 'pass' : 'inconclusive';
}

function titleOf({ start, uses }: Traced, commits: readonly ChainLink[]): string {
  const what = start[0] === undefined ? '' : nodeText(start[0]);
  const [commit] = commits;
  if (start[0]?.kind === 'commit') return `${what} ${servedBy(uses)}`;
  if (commit === undefined) return `The chain of ${what} ends before a commit`;
  const pull = commit.pr_number === undefined ? '' : `, pull request #${commit.pr_number}`;
  const claim = commit.standing === 'claimed' ? ' as recorded' : '';
  const author = commit.author === undefined ? '' : ` by ${commit.author}${claim}`;
  return `${what} comes from commit ${commit.id.slice(0, 8)}${author}${pull}`;
}

/** What is asked of a commit is not where it comes from. */
function servedBy(uses: readonly ChainLink[]): string {
  const served = uses.filter(({ kind }) => kind === 'serving').map(({ id }) => id);
  if (served.length === 0) return 'is in no serving version that is recorded';
  const more = served.length > 3 ? ` and ${served.length - 3} more` : '';
  return `is served by ${served.slice(0, 3).join(', ')}${more}`;
}

function sectionsOf({ chain, uses, up, down }: Traced): Section[] {
  const joined = { ...up, steps: [...up.steps, ...down.steps.slice(1)], edges: [...up.edges, ...down.edges] };
  return [
    chainTable('Made of', chain),
    ...(uses.length === 0 ? [] : [chainTable('What it went into', uses)]),
    ...wordTables([...chain, ...uses]),
    ...fileTables(chain),
    mermaid('Drawing', joined),
  ];
}
