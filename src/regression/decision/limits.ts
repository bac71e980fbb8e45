import type { MetricSpec } from '../metrics/spec.ts';
import type { RegressionSettings } from '../settings.ts';

export interface Limits {
  /** In the metric's own unit. */
  readonly tolerance: number;
  readonly margin: number;
  readonly unit: 'points' | 'percent';
}

/** Tolerance and margin in the metric's own unit. Points are hundredths of a share; what is not a share is taken in percent of the baseline. */
export function limitsOf(
  spec: MetricSpec,
  settings: RegressionSettings,
  baseline: number,
  share: boolean,
): Limits {
  const wanted = spec.unit ?? settings.unit;
  const unit = share ? wanted : 'percent';
  const one = unit === 'points' ? 0.01 : Math.abs(baseline) / 100;
  return {
    tolerance: (spec.tolerance ?? settings.tolerance) * one,
    margin: (spec.margin ?? settings.margin) * one,
    unit,
  };
}
