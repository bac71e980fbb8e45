/** A team's figures: gathers git, GitHub and the ledger, each as far as it is there. */
import { boardRules } from '../rules.ts';
import {
  figuresOf,
  figureSection,
  valueText,
  windowOf,
  type Figure,
  type FigureFacts,
  type Window,
  feedbackSection,
  feedbackTimeOf,
  lateFeedback,
} from '../index.ts';
import type { BoardSettings } from '../settings.ts';
import { makeReport } from '../../report/make.ts';
import type { Finding, Report } from '../../report/model.ts';
import type { TrunkLog } from '../../kernel/trunk-log.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { CorrectionRights, Ledger } from '../../ports/ledger.ts';
import { readDelivery, type Delivery, type DeliveryPorts } from './delivery.ts';
import { boardRecords } from './records.ts';

export const figuresGate = 'figures';

export interface FiguresRequest {
  /** Milliseconds since the epoch; default: 90 days ago. */
  readonly since?: number | undefined;
  readonly settings: BoardSettings;
  /** What the caller could not read. */
  readonly findings?: readonly Finding[];
}

export interface FiguresPorts {
  /** Absent without a clone. */
  trunk?(): Promise<{ readonly name: string; readonly log: TrunkLog }>;
  /** GitHub, and where its answers are kept; absent without a token. */
  delivery?(): Promise<Omit<DeliveryPorts, 'now'>>;
  readonly ledger?: Pick<Ledger, 'snapshot'> | undefined;
  readonly rights?: CorrectionRights;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Always passes: figures judge nobody. What a source could not give is unknown, with its reason. */
export async function figures(
  { since, settings, findings = [] }: FiguresRequest,
  ports: FiguresPorts,
): Promise<Report<FigureFacts>> {
  const until = ports.now();
  const window = windowOf(until, since);
  const told: Finding[] = [...findings];
  const note = (reason: string, help: string) =>
    void told.push(boardRules['figures-unread'].finding({ message: reason, help }));
  const trunk = await orNothing(() => ports.trunk?.(), note);
  const delivery = await orNothing(() => deliveryOf(ports, trunk?.name ?? settings.trunk, window), note);
  const read = await orNothing(() => recordsOf(ports), note);
  if (
    trunk?.log.isCut === true &&
    (Date.parse(trunk.log.merges.at(-1)?.at ?? '') || 0) > 2 * window.since - until
  )
    note(
      'The history of this clone does not reach back to the window before, so nothing is compared with it.',
      'Fetch all of it: `git fetch --unshallow`, or check out with `fetch-depth: 0`.',
    );
  const all = figuresOf({
    window,
    trunk: trunk?.log,
    delivery,
    records: read?.records,
    noLedger: 'the ledger is not here or could not be read',
    settings: trunk === undefined ? settings : { ...settings, trunk: trunk.name },
  });
  const feedback = delivery && feedbackTimeOf(delivery.data, window, settings.feedbackMinutes);
  return makeReport({
    gate: figuresGate,
    verdict: 'pass',
    title: titleOf(all),
    findings: [...told, ...(delivery?.findings ?? []), ...(read?.findings ?? []), ...lateFeedback(feedback)],
    facts: {
      since: new Date(window.since).toISOString(),
      until: new Date(until).toISOString(),
      trunk: trunk?.name ?? null,
      figures: all,
      feedback: feedback ?? null,
    },
    sections: [figureSection(all), ...feedbackSection(feedback)],
  });
}

/** Of the window and of the one before it. */
export async function deliveryOf(
  { delivery, now }: Pick<FiguresPorts, 'delivery' | 'now'>,
  trunk: string | undefined,
  { since, until }: Window,
): Promise<Delivery | undefined> {
  if (delivery === undefined) return undefined;
  return readDelivery(trunk ?? 'main', 2 * since - until, { ...(await delivery()), now });
}

async function recordsOf({ ledger, rights, now }: FiguresPorts) {
  if (ledger === undefined) return undefined;
  return boardRecords(await ledger.snapshot(), { ...(rights !== undefined && { rights }), now });
}

/** A source that fails takes no other with it. */
async function orNothing<T>(
  read: () => Promise<T> | undefined,
  note: (reason: string, help: string) => void,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isUserError(error)) throw error;
    note(
      `Part of the figures is unknown: ${error.message}`,
      error.help ?? 'Run it in a clone with its remote.',
    );
    return undefined;
  }
}

function titleOf(all: readonly Figure[]): string {
  const known = all.filter(({ value }) => value !== null);
  const first = known
    .slice(0, 3)
    .map((figure) => `${figure.title.toLowerCase()} ${valueText({ ...figure, p90: null })}`);
  const said = first.length === 0 ? 'Nothing of it is recorded yet' : first.join(', ');
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}; ${known.length} of ${all.length} figures are known`;
}
