/** In what a version differs from the one before it, each with the merge that brought it. */
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import type { Finding } from '../../report/model.ts';
import { inRank, recordedChanges, type FedFacts, type RankedChange } from '../index.ts';
import { namedBefore, type Before } from './before.ts';
import { changesSections } from './changed-sections.ts';
import { codeChanges, mergeOf, type CodeChanges } from './code-changes.ts';
import { compareCommits, type CommitComparison } from './compared.ts';
import { detailsUnread } from './details-unread.ts';
import { endOf } from './end.ts';
import { evaluationsBy } from './evaluations.ts';
import { fedBetween } from './fed.ts';
import type { Answer } from './lines.ts';
import type { RecordReader } from './reader.ts';
import type { Traced, TracePorts } from './traced.ts';

/** Changes that are reported. */
const most = 100;

/** `before`: `undefined` where no version before is recorded. */
export async function changesSince(
  traced: Traced,
  before: Before | undefined,
  { reader, snapshot }: { readonly reader: RecordReader; readonly snapshot: LedgerSnapshot },
  ports: Pick<TracePorts, 'compare' | 'commits' | 'lines'>,
): Promise<Answer> {
  const served = traced.start[0]?.id ?? '';
  if (before?.traced === undefined) return unknownBefore(served, before);
  const ends = [await endOf(before.traced, reader, ports), await endOf(traced, reader, ports)];
  const [from, to] = ends.map(({ sha }) => sha);
  const code = await compareCommits(from, to, ports);
  const found =
    code.comparison === undefined ? noCode : await codeChanges({ from, to }, code.comparison, ports);
  const fed =
    from === undefined || to === undefined || from === to
      ? { findings: [] }
      : await fedBetween(from, to, code.comparison?.commits ?? [], evaluationsBy(reader, snapshot));
  const recorded = recordedChanges(before.traced.up, traced.up, found.changes);
  const all = inRank([...fedChanges(fed.facts, code.comparison), ...found.changes, ...recorded]);
  const changes = {
    since: namedBefore(before),
    ranked: all.slice(0, most),
    more: Math.max(0, all.length - most),
    harmless: code.comparison?.files.filter(({ part }) => part === 'harmless').length ?? 0,
  };
  return {
    facts: { changes },
    sections: changesSections(served, changes),
    findings: [
      ...ends.flatMap(({ findings }) => findings),
      ...[...code.findings, ...fed.findings, ...found.findings].map(asNotice),
    ],
  };
}

function unknownBefore(served: string, before: Before | undefined): Answer {
  const since = before === undefined ? null : namedBefore(before);
  const changes = { since, ranked: [], more: 0, harmless: 0 };
  const findings =
    before === undefined
      ? []
      : [
          asNotice(
            detailsUnread(
              `nothing is recorded of ${before.id}, which was served before ${served}`,
              'Record it (record-lineage), or name another version: --since ID.',
            ),
          ),
        ];
  return { facts: { changes }, sections: changesSections(served, changes), findings };
}

/** The chain is whole without it. */
function asNotice(finding: Finding): Finding {
  return { ...finding, severity: 'notice' };
}

function fedChanges(fed: FedFacts | undefined, code: CommitComparison | undefined): RankedChange[] {
  const since = fed?.since ?? undefined;
  const merge = code?.commits.find(({ sha }) => sha === since?.sha);
  const merges = merge === undefined ? [] : [mergeOf(merge)];
  return (fed?.tensors ?? []).map(({ name, kind, cause }) => ({
    kind: 'inputs',
    grade: 'inputs differ',
    name,
    before: null,
    after: `${kind}: ${cause}`,
    file: null,
    lines: null,
    merges,
  }));
}

const noCode: CodeChanges = { changes: [], findings: [] };
