import type { Repository } from '#lib/git';
import type { Reading } from '../../lineage/gate/reader.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { RecordedEvaluations } from '../../ports/index.ts';

/** A ledger that contains processes and files until it is closed. */
export type OpenLedger = Ledger & { close(): Promise<void> };

/** Trunk's evaluations by the ledger: nothing is loaded, opened or fetched before the first question, and then only once. */
export function recordedEvaluations(
  repository: Repository,
  open: () => Promise<OpenLedger>,
  reading: Omit<Reading, 'now'>,
): RecordedEvaluations {
  let opened: Promise<OpenLedger> | undefined;
  let reader: Promise<Reader> | undefined;
  const ledger = () => (reader ??= (opened ??= open()).then((one) => readerOf(one, reading)));
  return {
    nearest: async (sha, { ancestors, ...which }) => {
      const { nearest } = await ledger();
      const own = await nearest([sha], which);
      if (own.evaluation !== undefined || ancestors === 0) return own;
      // Only now: a shallow clone has to fetch the history.
      return nearest(await repository.firstParents(sha, ancestors + 1), which);
    },
    trend: async (sha, merges) => {
      const { values } = await ledger();
      return values((await repository.firstParents(sha, merges)).toReversed());
    },
    minutes: async (sha, merges) => {
      const { minutes } = await ledger();
      return minutes((await repository.firstParents(sha, merges)).toReversed());
    },
    close: async () => {
      const ledgers = [opened];
      [opened, reader] = [undefined, undefined];
      for (const one of ledgers) await one?.then((last) => last.close()).catch(() => undefined);
    },
  };
}

type Reader = Awaited<ReturnType<typeof readerOf>>;

async function readerOf(ledger: Ledger, reading: Omit<Reading, 'now'>) {
  const { evaluationReader } = await import('#lib/lineage');
  return evaluationReader(await ledger.snapshot(), { ...reading, now: Date.now });
}
