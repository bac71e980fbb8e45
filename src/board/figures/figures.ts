/** A team's pace, of what git, GitHub and the ledger have of it; what nobody recorded is unknown, never guessed. */
import { locatedCommit, type LineageRecord } from '../../lineage/index.ts';
import type { TrunkLog } from '../../kernel/trunk-log.ts';
import { count } from '../../kernel/text.ts';
import { uniqueBy } from '../../kernel/group.ts';
import { mergesOf, recordedCommits, type RecordedCommit } from '../commits.ts';
import { trunkSuccessOf, waitingByRuns, waitingOf } from '../delivery/figures.ts';
import type { KnownDelivery } from '../delivery/model.ts';
import { recordsMaking } from '../making.ts';
import type { Merge } from '../model.ts';
import type { BoardSettings } from '../settings.ts';
import { servedOf, servingFigures, undoneIn, type Served } from './deployments.ts';
import { dayOf, durations, rate, share, unknownFigure, type FigureName } from './figure.ts';
import { firstContribution } from './first-contribution.ts';
import type { Figure, FigureEvent, Window } from './model.ts';
import { mergeFigures, mergesIn, type SortedMerge } from './trunk.ts';

interface KnownMerges {
  readonly commits: ReadonlyMap<string, RecordedCommit>;
  /** Those that are merges. */
  readonly recorded: readonly Merge[];
}

export interface FigureInput {
  readonly window: Window;
  /** Absent without a clone. */
  readonly trunk?: TrunkLog | undefined;
  /** Absent where GitHub was not asked. */
  readonly delivery?: KnownDelivery | undefined;
  /** Records that count; absent where there is no ledger, and `noLedger` says why. */
  readonly records?: readonly LineageRecord[] | undefined;
  /** What was made of `records` already. */
  readonly known?: KnownMerges | undefined;
  readonly noLedger?: string | undefined;
  readonly settings: BoardSettings;
}

export function figuresOf(input: FigureInput): Figure[] {
  const { window, trunk, delivery, records = [], settings } = input;
  const pulls = delivery?.hasPulls === true ? delivery.data.pulls : undefined;
  const merges = mergesIn(trunk, pulls, window);
  const { commits, recorded } = input.known ?? knownOf(records, settings);
  const hotfixes = new Set(recorded.filter(({ hotfix }) => hotfix).map(({ sha }) => sha));
  const recordedSince = firstOf(records);
  const served = servedOf(records);
  const ledger: LedgerQuestion = {
    window,
    records,
    commits,
    recorded,
    served,
    hotfixes,
    merges,
    recordedSince,
  };
  const ofLedger = [...servingFigures(ledger), quietDays(ledger), locating(ledger), exemptions(ledger)];
  return inOrder([
    ...mergeFigures({ merges, asksGitHub: pulls !== undefined, window }),
    ...(input.records === undefined
      ? ofLedger.map((one) => unknownFigure(one, one.unit, input.noLedger ?? 'there is no ledger'))
      : ofLedger),
    firstContribution({ roster: settings.roster, merges, isCut: trunk?.isCut ?? true, window }),
    successFigure(ledger, input),
    waitingFigure(input),
  ]);
}

function knownOf(records: readonly LineageRecord[], settings: BoardSettings): KnownMerges {
  const commits = recordedCommits(records);
  return { commits, recorded: mergesOf(commits, records, settings) };
}

/** Of GitHub's runs where they are known, for those are of every push; else of what was recorded. */
function successFigure(ledger: LedgerQuestion, { delivery, records, noLedger, window }: FigureInput): Figure {
  const since = delivery?.runsSince.push;
  if (delivery !== undefined && since !== undefined) {
    const figure = trunkSuccessOf(delivery.data.runs, window, since);
    if (figure.value !== null) return figure;
  }
  return records === undefined
    ? unknownFigure(successName, 'share', noLedger ?? 'there is no ledger')
    : trunkSuccess(ledger);
}

function waitingFigure({ delivery, window }: FigureInput): Figure {
  const since = delivery?.runsSince.pull_request;
  return delivery === undefined || since === undefined
    ? unknownFigure(
        waitingByRuns,
        'hours',
        'queues and runs of workflows are known to GitHub only: give a token',
      )
    : waitingOf(delivery.data.runs, window, since);
}

function firstOf(records: readonly LineageRecord[]): number | undefined {
  // As records are kept, times are compared as texts.
  const first = records.reduce((least, { at }) => (least === '' || at < least ? at : least), '');
  return first === '' ? undefined : Date.parse(first);
}

const order = [
  'trunk-success',
  'merges',
  'lead-time-to-merge',
  'lead-time-to-serving',
  'deployments',
  'change-failure',
  'days-since-interruption',
  'time-to-locate',
  'time-to-recover',
  'first-contribution',
  'exemptions',
  'waiting-for-gates',
];

function inOrder(figures: readonly Figure[]): Figure[] {
  return figures.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

interface LedgerQuestion {
  readonly window: Window;
  readonly records: readonly LineageRecord[];
  readonly commits: ReadonlyMap<string, RecordedCommit>;
  readonly recorded: readonly Merge[];
  readonly served: readonly Served[];
  readonly hotfixes: ReadonlySet<string>;
  readonly merges: readonly SortedMerge[] | string;
  readonly recordedSince: number | undefined;
}

const successName: FigureName = {
  name: 'trunk-success',
  title: 'Trunk success',
  definition:
    'Merges of trunk whose first recorded verdicts are all a pass, of those that passed or failed; a run repeated later does not count (ledger).',
};

/** Lifted, skipped and undecided gates are neither: they are counted apart. */
function trunkSuccess({ commits, recorded, window, recordedSince }: LedgerQuestion): Figure {
  const firsts = recorded.map(({ sha, at }) => {
    const first = commits.get(sha)?.records.find(({ verdicts = [] }) => verdicts.length > 0);
    const said = (first?.verdicts ?? []).map(({ verdict }) => verdict);
    return { at: Date.parse(at), said };
  });
  const events = firsts.flatMap(({ at, said }): FigureEvent[] => {
    if (said.includes('fail')) return [{ at, value: 0 }];
    return said.includes('pass') && !said.includes('inconclusive') ? [{ at, value: 1 }] : [];
  });
  const own = firsts.filter(({ at }) => at >= window.since && at < window.until);
  const inWindow = events.filter(({ at }) => at >= window.since && at < window.until);
  const out = own.length - inWindow.length;
  return share({
    ...successName,
    events,
    window,
    recordedSince,
    aside: out === 0 ? undefined : `${out} skipped, lifted or undecided are left out`,
  });
}

const quietName: FigureName = {
  name: 'days-since-interruption',
  title: 'Days since an interruption',
  definition: 'Since the last hotfix that was merged, or version that was rolled back (ledger).',
};

/** What was never recorded is not what never happened. */
function quietDays({ recorded, served, hotfixes, recordedSince, window }: LedgerQuestion): Figure {
  const returns = served.filter(({ isReturn }) => isReturn).map(({ at }) => at);
  const fixes = recorded.filter(({ hotfix }) => hotfix).map(({ at }) => Date.parse(at));
  const all = [...returns, ...fixes].filter((at) => at < window.until);
  if (all.length === 0) {
    const since = recordedSince === undefined ? '' : ` since the ledger began on ${dayOf(recordedSince)}`;
    return unknownFigure(quietName, 'days', `no hotfix and no roll-back is recorded${since}`);
  }
  const last = all.reduce((most, at) => Math.max(most, at));
  const undone = undoneIn({ served, hotfixes }).size;
  return {
    ...unknownFigure(quietName, 'days', ''),
    value: Math.floor((window.until - last) / 86_400_000),
    count: all.filter((at) => at >= window.since).length,
    unknown: null,
    aside: undone === 0 ? null : `${count(undone, 'version')} undone in all`,
  };
}

const locateName: FigureName = {
  name: 'time-to-locate',
  title: 'Time to locate',
  definition: 'From the merge that made a metric fall to the record that names it (git and ledger).',
  lowerIsBetter: true,
};

function locating({ records, merges, recorded, window, recordedSince }: LedgerQuestion): Figure {
  const mergedAt = new Map(recorded.map(({ sha, at }) => [sha, Date.parse(at)]));
  if (typeof merges !== 'string') for (const { sha, at } of merges) mergedAt.set(sha, at);
  const events = recordsMaking(records, 'verdict').flatMap((record): FigureEvent[] => {
    const began = mergedAt.get(locatedCommit(record) ?? '');
    const named = Date.parse(record.at);
    return began === undefined ? [] : [{ at: named, value: Math.max(0, named - began) / 3_600_000 }];
  });
  return durations({ ...locateName, events, window, recordedSince });
}

const exemptionsName: FigureName = {
  name: 'exemptions',
  title: 'Exemptions',
  definition: 'Gates that were lifted, once for each gate and commit (ledger).',
  lowerIsBetter: true,
};

function exemptions({ records, window }: LedgerQuestion): Figure {
  // Before verdicts were recorded no exemption could be.
  const judged = records.filter(({ verdicts }) => verdicts !== undefined && verdicts.length > 0);
  const recordedSince = firstOf(judged);
  const lifted = judged.flatMap(({ inputs, verdicts = [], at }) => {
    const sha = inputs.find(({ kind }) => kind === 'commit')?.id ?? '';
    return verdicts
      .filter(({ gate, verdict }) => verdict === 'exempt' && gate !== 'model-gates')
      .map((told) => ({
        key: `${told.exempted_sha ?? sha} ${told.gate}`,
        at: Date.parse(told.exempted_at ?? at),
      }));
  });
  const events = uniqueBy(
    lifted.toSorted((a, b) => a.at - b.at),
    ({ key }) => key,
  );
  return rate({
    ...exemptionsName,
    events: events.map(({ at }) => ({ at, value: 1 })),
    window,
    recordedSince,
  });
}
