import type { DriftFacts } from '../../promotion/index.ts';
import type { TrunkLog } from '../../kernel/trunk-log.ts';
import type { Finding, Report } from '../../report/model.ts';
import type { HttpPort } from '../../ports/http.ts';
import type { LedgerCache } from '../../ports/ledger-cache.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { WitnessedStates } from '../../ports/ledger-states.ts';
import type { Signatures } from '../../ports/signatures.ts';
import type { Tag } from '../../ports/tags.ts';
import type { ComparingPorts } from './comparisons.ts';
import type { KeptFile } from './kept-records.ts';
import type { DeliveryPorts } from './delivery.ts';

export interface DashboardPorts extends ComparingPorts {
  readonly ledger: Pick<Ledger, 'snapshot'>;
  /** Records that an earlier board has read; absent: all are read. */
  readonly kept?: KeptFile | undefined;
  /** What runs of trunk saw of the ledger. */
  readonly states?: WitnessedStates;
  /** Signatures of artifacts; without it none is verified. */
  readonly signatures?: Signatures;
  /** Tags of the repository; absent where there is nobody to ask. A failed read is reported on the page. */
  tags?(): Promise<readonly Tag[]>;
  /** Trunk as it was merged; absent without a clone. What cannot be read is on the page. */
  trunkLog?(): Promise<TrunkLog>;
  /** GitHub, and where its answers are kept; absent without a token. */
  delivery?(): Promise<Omit<DeliveryPorts, 'now'>>;
  /** Sends the summary; absent where nothing is to be sent. */
  http?(): Promise<HttpPort>;
  /** Remembers what was sent. */
  readonly cache?: LedgerCache | undefined;
  /** Fixes of release lines that trunk lacks, as findings; absent where no clone is at hand. What cannot be determined is on the page too. */
  missing?(): Promise<readonly Finding[]>;
  /** Compares the manifests of the targets with the ledger, and writes nothing; absent where there are none. */
  drift?(): Promise<Pick<Report<DriftFacts>, 'facts' | 'findings'>>;
  /** Name of the page's file, for pages beside it that lead back; default `index.html`. */
  readonly file?: string;
  /** Puts the page where it belongs, whole or not at all, and gives its path. */
  write(page: string): Promise<string>;
}
