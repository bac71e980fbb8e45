/** What the ledger keeps of each merge beside its results: what the gates concluded, and how long its evaluation took. */
import { openReader, type Reading } from '../../lineage/gate/reader.ts';
import { locatedCommit, suspicionIn, type LineageRecord, type LineageVerdict } from '../../lineage/index.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { Naming, Seen, SeenVerdict } from '../index.ts';

/** Merges that are asked about, the newest. */
const most = 1000;

/** Full SHA → what is known. Throws a UserError where the ledger cannot be read. */
export async function seenMerges(
  ledger: Pick<Ledger, 'snapshot'>,
  reading: Reading,
  shas: readonly string[],
): Promise<ReadonlyMap<string, Seen>> {
  const reader = await openReader(await ledger.snapshot(), reading);
  const asked = shas.slice(-most);
  const found = await reader.mentioning(asked.map((id) => ({ kind: 'commit', id })));
  return new Map(asked.map((sha, at) => [sha, seenIn(sha, found[at] ?? [])]));
}

function seenIn(sha: string, records: readonly LineageRecord[]): Seen {
  const own = records.filter(({ inputs }) => inputs.some(({ kind, id }) => kind === 'commit' && id === sha));
  const named = (prefix: string): readonly LineageRecord[] =>
    own.filter(({ outputs }) =>
      outputs.some(({ kind, id }) => kind === 'verdict' && id === `${prefix}-${sha}`),
    );
  const minutes = own.flatMap(({ parameters }) => Number(parameters?.['evaluation_minutes'] ?? NaN));
  return {
    verdicts: latest([...named('hotfix'), ...named('merge')].flatMap(({ verdicts = [] }) => verdicts)),
    isHotfix: named('hotfix').length > 0,
    named: own.filter((record) => locatedCommit(record) === sha).map(namingIn),
    minutes: minutes.filter((one) => one > 0),
  };
}

function namingIn(record: LineageRecord): Naming {
  const { locate_metric: metric, locate_noise: noise } = record.parameters ?? {};
  const noMerge = Number(noise ?? 0);
  return {
    at: record.at,
    ...(typeof metric === 'string' && { metric }),
    suspicion: suspicionIn(record),
    noMerge: noMerge >= 0 && noMerge <= 1 ? noMerge : 0,
  };
}

/** Of each gate the last word. */
function latest(verdicts: readonly LineageVerdict[]): SeenVerdict[] {
  const byGate = new Map(verdicts.map((one) => [one.gate, one]));
  return [...byGate.values()].map(({ gate, verdict, title, exempted_by: by }) => ({
    gate,
    verdict,
    ...(title === undefined ? {} : { title }),
    ...(by === undefined ? {} : { exemptedBy: by }),
  }));
}
