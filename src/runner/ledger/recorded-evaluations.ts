import type { Repository } from '#lib/git';
import type { Reading } from '../../lineage/gate/reader.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { EarlierAnswer, RecordedEvaluations } from '../../ports/index.ts';

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
    earlier: async (sha, { most, harmless, ...which }) => {
      const { earlier } = await ledger();
      const { commits, ended } = await unmovedSince(repository, sha, harmless);
      return { evaluations: await earlier(commits, which, most), ...(ended !== undefined && { ended }) };
    },
    recent: async (sha, { most, until, ...which }) => {
      const { recent } = await ledger();
      const range = { most, ...(until !== undefined && { until }) };
      return recent(await repository.firstParents(sha, mostUnmoved + 1), which, range);
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

const mostUnmoved = 30;

/** The commit and its first parents, as long as each changed harmless paths alone. */
export async function unmovedSince(
  repository: Pick<Repository, 'firstParents' | 'changedFiles'>,
  sha: string,
  harmless: (path: string) => boolean,
): Promise<{ commits: readonly string[] } & Pick<EarlierAnswer, 'ended'>> {
  const commits = await repository.firstParents(sha, mostUnmoved + 1);
  for (const [at, child] of commits.entries()) {
    const parent = commits[at + 1];
    if (parent === undefined) break;
    const moved = (await repository.changedFiles(parent, child)).find(({ path }) => !harmless(path));
    if (moved !== undefined)
      return { commits: commits.slice(0, at + 1), ended: { sha: child, path: moved.path } };
  }
  return { commits };
}

type Reader = Awaited<ReturnType<typeof readerOf>>;

async function readerOf(ledger: Ledger, reading: Omit<Reading, 'now'>) {
  const { evaluationReader } = await import('#lib/lineage');
  return evaluationReader(await ledger.snapshot(), { ...reading, now: Date.now });
}
