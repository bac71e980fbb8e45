/** Asks GitHub for what is not known yet of pull requests and runs, and keeps it: within a number of requests, whatever the size of the team. */
import { boardRules } from '../rules.ts';
import { isDeliveryFile, keptFiles, readKept, type Kept } from '../delivery/cache.ts';
import { noDelivery, type KnownDelivery, type RunRow } from '../delivery/model.ts';
import type { Finding } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { DeliverySource } from '../../ports/delivery.ts';
import type { LedgerCache } from '../../ports/ledger-cache.ts';
import { readNew } from './delivery-reading.ts';

export interface DeliveryPorts {
  readonly source: DeliverySource;
  /** Absent where nothing can be kept: then all is asked anew each time. */
  readonly cache?: LedgerCache | undefined;
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface Delivery extends KnownDelivery {
  readonly findings: readonly Finding[];
}

/** Everything since `since` (milliseconds) of the branch. What fails on the way is a finding, and what was known before stays. */
export async function readDelivery(trunk: string, since: number, ports: DeliveryPorts): Promise<Delivery> {
  const findings: Finding[] = [];
  const note = (finding: Finding) => void findings.push(finding);
  const files = await keptBefore(ports.cache, note);
  const kept = usable(readKept(files ?? new Map()), trunk, since);
  const { data, mark, reached, broke } = await readNew(
    kept,
    { trunk, since: new Date(since).toISOString() },
    ports,
  );
  if (broke !== undefined) note(unread(broke.message, broke.help));
  // Others keep files there too: what could not be read is never written over.
  if (files !== undefined) await keep(ports.cache, files, keptFiles(data, mark), note);
  const known = (event: RunRow['event']) => (mark[event] === undefined ? reached[event] : mark.since);
  const sinceOf = (event: RunRow['event']) => {
    const from = known(event);
    return from === undefined ? {} : { [event]: Date.parse(from) };
  };
  return {
    data,
    hasPulls: mark.pulls !== undefined,
    runsSince: { ...sinceOf('push'), ...sinceOf('pull_request') },
    findings,
  };
}

/** Of another branch, or of a shorter time, it is of no use. */
function usable(kept: Kept, trunk: string, since: number): Kept {
  const { mark } = kept;
  return mark !== undefined && mark.trunk === trunk && Date.parse(mark.since) <= since
    ? kept
    : { data: noDelivery };
}

/** `undefined` where nobody could look. */
async function keptBefore(
  cache: LedgerCache | undefined,
  note: (finding: Finding) => void,
): Promise<Map<string, string> | undefined> {
  try {
    const files = (await cache?.read()) ?? new Map<string, Uint8Array>();
    return new Map([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  } catch (error) {
    if (!isUserError(error)) throw error;
    note(
      boardRules['figures-not-kept'].finding({
        message: `What GitHub said before could not be read, so all of it is asked again, and nothing is kept: ${error.message}`,
        help: error.help ?? 'See that the remote of the ledger can be reached.',
      }),
    );
    return undefined;
  }
}

async function keep(
  cache: LedgerCache | undefined,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  note: (finding: Finding) => void,
): Promise<void> {
  const others = [...before].filter(([name]) => !isDeliveryFile(name));
  const all = new Map([...others, ...after]);
  const isSame = before.size === all.size && [...all].every(([name, text]) => before.get(name) === text);
  if (cache === undefined || isSame) return;
  try {
    await cache.write(new Map([...all].map(([name, text]) => [name, new TextEncoder().encode(text)])));
  } catch (error) {
    if (!isUserError(error)) throw error;
    note(
      boardRules['figures-not-kept'].finding({
        message: `What GitHub said of pull requests and runs could not be kept, so the next run asks for it again: ${error.message}`,
        help: 'Give the job `contents: write`: it is kept in refs/lineage/cache.',
      }),
    );
  }
}

function unread(reason: string, help = 'The next run goes on from there.'): Finding {
  return boardRules['figures-unread'].finding({
    message: `GitHub could not be asked for all pull requests and runs, so the figures are of what is known already: ${reason}`,
    help,
  });
}
