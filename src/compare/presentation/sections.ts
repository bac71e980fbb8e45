import { grouped } from '../../kernel/text.ts';
import { shown } from '../../regression/index.ts';
import type { Section } from '../../report/model.ts';
import type { CompareFacts } from '../facts.ts';
import { chance, figure, percent, signedFigure } from './numbers.ts';

/** Arms and metrics as tables. */
export function outcomeSections(facts: CompareFacts): Section[] {
  return [metricSection(facts), armSection(facts)];
}

function metricSection({ metrics, verdict }: CompareFacts): Section {
  return {
    kind: 'table',
    title: verdict === 'void' ? 'Metrics, of a void comparison: conclude nothing from them' : 'Metrics',
    open: verdict !== 'void',
    columns: [
      { title: 'Metric' },
      { title: 'Role' },
      ...['Baseline', 'Candidate', 'Difference', 'Interval', 'Margin'].map((title) => ({
        title,
        align: 'right' as const,
      })),
      { title: 'Verdict' },
    ],
    rows: metrics.map((metric) => [
      `${shown(metric.name)} (${metric.higherIsBetter ? 'more' : 'less'} is better)`,
      metric.role,
      figure(metric.baseline),
      figure(metric.candidate),
      signedFigure(metric.delta),
      `${signedFigure(metric.ci[0])} to ${signedFigure(metric.ci[1])}`,
      metric.role === 'aside' ? '' : figure(metric.margin),
      metric.role === 'aside' ? '' : metric.verdict,
    ]),
  };
}

function armSection({ arms = [], sampleRatio }: CompareFacts): Section {
  const ratio = sampleRatio.p === null ? '' : `: ratio of units, ${chance(sampleRatio.p)}`;
  return {
    kind: 'table',
    title: `Arms${ratio}`,
    open: true,
    columns: [
      { title: 'Arm', code: true },
      { title: 'Role' },
      ...['Units', 'Outcomes', 'Share', 'Expected'].map((title) => ({ title, align: 'right' as const })),
    ],
    rows: arms.map((arm) => [
      shown(arm.name),
      arm.role,
      grouped(arm.units),
      grouped(arm.outcomes),
      percent(arm.share),
      percent(arm.expected),
    ]),
  };
}
