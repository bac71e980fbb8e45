/** The steps by which a version takes over the traffic: one a run. */
import type { Judged } from './settings.ts';

export interface LadderState {
  readonly ladder: readonly number[];
  /** Milliseconds between two steps. */
  readonly after: number;
  /** Share that the version has now, in percent; absent where it has none. */
  readonly weight?: number | undefined;
  /** When it got it, in milliseconds since the epoch. */
  readonly since?: number | undefined;
  readonly now: number;
  /** A share that somebody asked for. */
  readonly asked?: number | undefined;
  readonly judged?: Judged | undefined;
}

export type Step =
  | { readonly kind: 'step'; readonly weight: number }
  | { readonly kind: 'wait'; readonly weight: number; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string }
  | { readonly kind: 'done' };

export function nextStep(state: LadderState): Step {
  const { ladder, weight, since, asked, judged, now, after } = state;
  if (judged === 'failure' && weight !== undefined)
    return { kind: 'stop', reason: `the judge said failure at ${weight} %` };
  if (asked !== undefined) return asked === weight ? { kind: 'done' } : { kind: 'step', weight: asked };
  if (weight === undefined) return { kind: 'step', weight: ladder[0] ?? 100 };
  const next = ladder.find((share) => share > weight) ?? (weight < 100 ? 100 : undefined);
  if (next === undefined) return { kind: 'done' };
  if (judged === 'inconclusive')
    return { kind: 'wait', weight, reason: `the judge cannot decide yet at ${weight} %` };
  const due = (since ?? now) + after;
  if (now < due)
    return {
      kind: 'wait',
      weight,
      reason: `the next step, ${next} %, is due at ${new Date(due).toISOString()}`,
    };
  return { kind: 'step', weight: next };
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `30m`, `12h` or `2d` in milliseconds. */
export function millisecondsOf(text: string): number {
  return Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? 60_000);
}
