/** From outcomes to the evidence for each step: the model as a whole, with as many changes as the outcomes show. */
import { classesFor, type Classes } from './classes.ts';
import type { Chain, Reset } from './chain.ts';
import { fit } from './fit.ts';
import type { Fitted } from './informative.ts';
import { leveled, type Leveled, type Outcomes } from './outcomes.ts';
import { logSum, scan, type Evidence, type Evidences } from './scan.ts';
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
  /** Changes with evidence for them, in the order of their steps. */
  readonly changes: readonly Change[];
  /** Share of answers that an ordinary step draws anew. */
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
  const first = model.scan([]);
  const changes = model.allChanges(first);
  const clearest = changes
    .filter(({ direction }) => direction === 'down')
    .toSorted((a, b) => (b.log[b.step] ?? 0) - (a.log[a.step] ?? 0))[0];
  return {
    down: clearest?.log ?? first.evidences.down.log,
    changes: changes.toSorted((a, b) => a.step - b.step),
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
  readonly #outcomes: Outcomes;
  readonly #histories: Leveled;
  readonly classes: Classes;
  readonly #merges: readonly number[];

  constructor(histories: Leveled, outcomes: Outcomes, merges: readonly number[]) {
    this.#histories = histories;
    this.#outcomes = outcomes;
    this.classes = classesFor(histories.levels);
    this.#merges = merges;
  }

  scan(resets: readonly Reset[]): Scanned {
    const chain: Chain = fit(this.#histories, this.classes, this.#merges, resets);
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
      churn: usual.churn[1] ?? 0,
      together,
    };
  }

  /** One after the other, the clearest first, each given those before; in the end each given all others. */
  allChanges(first: Scanned): Change[] {
    const found: Found[] = [];
    let scanned = first;
    while (found.length < mostChanges) {
      const next = likeliest(scanned.evidences);
      // A fall that was made up for hides the rise, and the rise the fall: what is not clear by itself may be so given the other.
      const isHint = found.length === 0 && peakOf(next.change) > hint;
      if (!isClear(next.change) && !isHint) break;
      found.push(next);
      if (found.length < mostChanges) scanned = this.scan(found.map(({ reset }) => reset));
    }
    const [only] = found;
    if (found.length < 2) return only !== undefined && isClear(only.change) ? [only.change] : [];
    return this.#eachGivenOthers(found).filter(isClear);
  }

  #eachGivenOthers(found: readonly Found[]): Change[] {
    return found.map((one) => {
      const others = found.filter((other) => other !== one).map(({ reset }) => reset);
      const { direction } = one.change;
      return changeOf(direction, this.scan(others).evidences[direction]).change;
    });
  }
}

/** What the evidence of a merge counts that stirs unusually many answers: little is known of how such merges turn out. */
const unusual = 0.6;
const few = 2;
const much = 0.35;

function countsFor({ outliers, own }: Usual, step: number): number {
  return outliers.has(step) && (outliers.size > few || (own[step] ?? 0) > much) ? unusual : 1;
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
