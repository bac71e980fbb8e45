/** From outcomes to the evidence for each step: the model as a whole, with as many changes as the outcomes show. */
import { classesFor, type Classes } from './classes.ts';
import type { Chain, Reset } from './chain.ts';
import { fit, fitAgain } from './fit.ts';
import type { Fitted } from './informative.ts';
import { logSum } from './log-sum.ts';
import { leveled, type Leveled, type Outcomes } from './outcomes.ts';
import { hasNoise } from './returns.ts';
import { scan, type Evidence, type Evidences } from './scan.ts';
import { median } from './steps.ts';
import { togetherness, usualOf, type Usual } from './usual.ts';

/** A change of the outcomes: where it may lie, each place against all others. */
export interface Change {
  readonly direction: 'down' | 'up';
  /** log of the ratio of likelihoods, by step: a change there against none; step 0 is none. */
  readonly log: Float64Array;
  /** The likeliest step. */
  readonly step: number;
}

export interface StepEvidence {
  /** The metric fell there against no change at all: the clearest fall, others that were found taken as given. */
  readonly down: Float64Array;
  /** Nothing is left to explain when all changes that were found are taken as given, and answers that turned do not turn back unexpectedly often: else the model does not fit, and its evidence is none. */
  readonly fits: boolean;
  /** Changes with evidence for them, in the order of their steps. */
  readonly changes: readonly Change[];
  /** log of the ratio of likelihoods, by step: it fell there too, all changes that were found taken as given; absent where no fall was. */
  readonly further?: Float64Array;
  /** Share of answers that an ordinary merge draws anew. */
  readonly churn: number;
  /** By what the evidence is divided, for samples turn together. */
  readonly together: number;
  /** What the evidence was made with, and the likeliest way in which each step may have lowered the metric. */
  readonly fitted: Fitted | undefined;
}

/** A claim needs this much more evidence for a change than for none. */
export const leastBayesFactor = 20;

/** More are a trunk that changes all the time. */
const mostChanges = 4;

/** `mergesAt`: how many merges lie between the evaluation `step` and the one before; between two of one merge none. */
export function evidenceOf(outcomes: Outcomes, mergesAt: (step: number) => number = () => 1): StepEvidence {
  const histories = leveled(outcomes);
  const model = new Model(
    histories,
    outcomes,
    outcomes.values.map((_, step) => mergesAt(step)),
  );
  const first = model.atBest([]);
  const { found, rest } = model.allChanges(first);
  const changes = found.filter(isClear);
  const isNoisy = hasNoise(histories, model.classes, first.chain, first.together);
  const [clearest] = found
    .filter(({ direction }) => direction === 'down')
    .toSorted((a, b) => peakOf(b) - peakOf(a));
  return {
    down: clearest?.log ?? rest.down.log,
    fits: !isClear(likeliest(rest).change) && !isNoisy,
    changes: changes.toSorted((a, b) => a.step - b.step),
    ...(clearest !== undefined && { further: rest.down.log }),
    churn: first.churn,
    together: first.together,
    fitted: { histories, classes: model.classes, chain: first.chain, hits: first.evidences.down.best },
  };
}

interface Scanned {
  readonly evidences: Evidences;
  readonly chain: Chain;
  readonly churn: number;
  readonly together: number;
}

interface Found {
  readonly change: Change;
  readonly reset: Reset;
}

class Model {
  #together: number | undefined;
  /** Of no change. */
  #usual: Chain | undefined;
  /** Of one change taken as given: it is asked for twice. */
  #fitted: { readonly reset: Reset; readonly chain: Chain } | undefined;
  readonly #outcomes: Outcomes;
  readonly #histories: Leveled;
  readonly classes: Classes;
  readonly #merges: readonly number[];

  constructor(histories: Leveled, outcomes: Outcomes, merges: readonly number[]) {
    this.#histories = histories;
    this.#outcomes = outcomes;
    this.classes = classesFor(histories.levels, histories.of.length);
    this.#merges = merges;
  }

  #fit(resets: readonly Reset[]): Chain {
    const usual = (this.#usual ??= fit(this.#histories, this.classes, this.#merges));
    const [only] = resets;
    if (only === undefined) return usual;
    const known = this.#fitted;
    if (known !== undefined && resets.length === 1 && isSame(known.reset, only)) return known.chain;
    const chain = fitAgain(usual, resets, this.#histories, this.classes);
    if (resets.length === 1) this.#fitted = { reset: only, chain };
    return chain;
  }

  /**
   * Given some changes: what is usual was learned as if nothing else had changed, and so from the next culprit too. Learned again without it, it is too
   * good a fit to that change; the mean of both logarithms is, up to the second order, the ratio of the two likelihoods, each where it is highest.
   */
  atBest(given: readonly Reset[]): Scanned {
    const first = this.#scanWith(this.#fit(given));
    const { change, reset } = likeliest(first.evidences);
    if (peakOf(change) <= hint) return first;
    const { evidences } = this.#scanWith({ ...this.#fit([...given, reset]), resets: given });
    const both = (direction: Change['direction']): Evidence => {
      const { log, best } = first.evidences[direction];
      return { best, log: log.map((value, step) => (value + (evidences[direction].log[step] ?? value)) / 2) };
    };
    return { ...first, evidences: { down: both('down'), up: both('up') } };
  }

  #scanWith(chain: Chain): Scanned {
    const { resets } = chain;
    const usual = usualOf(this.#histories, chain, this.#merges);
    const { down, up } = scan(this.#histories, this.classes, chain, usual);
    const together = (this.#together ??= togetherness(this.#histories, this.#outcomes, usual));
    const given = new Set(resets.map(({ step }) => step));
    const tempered = ({ log, best }: Evidence): Evidence => ({
      best,
      log: log.map((value, step) =>
        given.has(step) || this.#merges[step] === 0 ? -Infinity : (value * countsFor(usual, step)) / together,
      ),
    });
    return {
      evidences: { down: tempered(down), up: tempered(up) },
      chain,
      churn: ofOneMerge(usual.churn, this.#merges),
      together,
    };
  }

  /** One after the other, the clearest first, each given those before; in the end each given all others. What is left is given all of them. */
  allChanges(first: Scanned): { found: readonly Change[]; rest: Evidences } {
    const found: Found[] = [];
    let rest = first.evidences;
    while (found.length < mostChanges) {
      const next = likeliest(rest);
      // A fall that was made up for hides the rise, and the rise the fall: what is not clear by itself may be so given the other.
      const isHint = found.length === 0 && peakOf(next.change) > hint;
      if (!isClear(next.change) && !isHint) break;
      found.push(next);
      rest = this.atBest(found.map(({ reset }) => reset)).evidences;
    }
    const [only] = found;
    if (only !== undefined && found.length === 1) return { found: [only.change], rest };
    return { found: this.#eachGivenOthers(found), rest };
  }

  #eachGivenOthers(found: readonly Found[]): Change[] {
    return found.map((one) => {
      const others = found.filter((other) => other !== one).map(({ reset }) => reset);
      const { direction } = one.change;
      return changeOf(direction, this.atBest(others).evidences[direction]).change;
    });
  }
}

/** Median over the steps. */
function ofOneMerge(churn: Float64Array, merges: readonly number[]): number {
  const hazards = [...churn.keys()].slice(1).flatMap((step) => {
    const span = merges[step] ?? 1;
    return span === 0 ? [] : [-Math.log1p(-Math.min(churn[step] ?? 0, 0.999)) / span];
  });
  return hazards.length === 0 ? 0 : -Math.expm1(-median(hazards));
}

function isSame(a: Reset, b: Reset): boolean {
  return a.step === b.step && a.kernel === b.kernel && a.share === b.share;
}

/** What the evidence of a merge counts that stirs unusually many answers, as others do, or nearly half of them: little is known of how such merges turn out. */
const unusual = 0.6;
const few = 2;
const much = { from: 0.2, to: 0.35 };

function countsFor({ outliers, own, balance }: Usual, step: number): number {
  if (!outliers.has(step)) return 1;
  const stirred = (own[step] ?? 0) * (balance[step] ?? 1);
  const part = outliers.size > few ? 1 : (stirred - much.from) / (much.to - much.from);
  return 1 - (1 - unusual) * Math.min(1, Math.max(0, part));
}

/** log of the evidence at the likeliest step, from which a change is worth a second look. */
const hint = 3;

function peakOf({ log, step }: Change): number {
  return log[step] ?? -Infinity;
}

function isClear({ log }: Change): boolean {
  return meanOf(log) > Math.log(leastBayesFactor);
}

function likeliest(evidences: Evidences): Found {
  const [down, up] = [changeOf('down', evidences.down), changeOf('up', evidences.up)];
  return meanOf(up.change.log) > meanOf(down.change.log) ? up : down;
}

/** log of the mean ratio over the steps where a change may be. */
function meanOf(log: Float64Array): number {
  const places = log.filter((value) => value > -Infinity);
  return logSum(places) - Math.log(places.length);
}

function changeOf(direction: Change['direction'], { log, best }: Evidence): Found {
  const step = [...log.keys()].reduce((a, b) => ((log[b] ?? 0) > (log[a] ?? 0) ? b : a), 0);
  const hit = best[step];
  if (hit === undefined) throw new Error('a change has a step');
  return { change: { direction, log, step }, reset: { step, ...hit } };
}
