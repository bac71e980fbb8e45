/** What a comparison of outcomes is set to: light, for what only asks. */
import { list as listField, type Field } from '../kernel/fields.ts';
import { defaultsOf, settings, type ValuesOf } from '../kernel/settings.ts';
import { flag, globs, integer, number, text } from '../kernel/kinds.ts';
import type { ComparisonSettings } from '../policy/settings.ts';
import { parseGuardrail, parseMargin } from './amounts.ts';

const marginText: Field<string> = {
  expects: 'an amount in the unit of the outcome (0.02), or percent of the baseline (2%)',
  parse: (raw) => (parseMargin(raw) === undefined ? undefined : raw),
};

const guardrailTexts: Field<readonly string[]> = {
  expects: 'NAME:lower|higher:MARGIN, such as latency_ms:lower:50 or cost:lower:5%',
  parse: (raw) => {
    const found = listField.parse(raw);
    return found?.every((one) => parseGuardrail(one) !== undefined) === true ? found : undefined;
  },
};

/** `model-gates compare --outcomes`. */
export const compareTable = settings({
  'candidate-arm': {
    kind: text({ min: 1, max: 200 }, 'the name of an arm'),
    option: { value: 'NAME', help: 'The arm that is judged. Default: of two arms the later by name.' },
  },
  'baseline-arm': {
    kind: text({ min: 1, max: 200 }, 'the name of an arm'),
    option: { value: 'NAME', help: 'The arm against which it is judged. Default: the other of two.' },
  },
  metric: {
    kind: globs,
    default: [],
    option: {
      value: 'NAME',
      help: 'Outcome that decides, where a file has several. Default: all of them, with the error shared.',
    },
  },
  split: {
    kind: text({ min: 1, max: 200 }, 'shares'),
    option: {
      value: 'SHARES',
      help: 'Expected shares of units, in the order of the arms by name: 50:50 (default), 90:10.',
    },
  },
  margin: {
    kind: text({ min: 1, max: 50 }, 'an amount'),
    field: marginText,
    option: {
      value: 'M',
      help: 'Differences within it do not count, in the unit of the outcome (0.02) or percent of the baseline (2%). Default: 0.02 for outcomes from 0 to 1, else 2%; then a shown difference is still named.',
    },
  },
  guardrail: {
    kind: globs,
    field: guardrailTexts,
    default: [],
    option: {
      value: 'NAME:lower|higher:MARGIN',
      help: 'A column or metric that must not get worse by the margin, and which way is better.',
    },
  },
  'lower-is-better': {
    kind: flag,
    default: false,
    option: { help: 'Less of the outcome is better.' },
  },
  alpha: {
    kind: number({ above: 0, max: 0.5 }),
    default: 0.05,
    option: {
      value: 'A',
      help: 'Chance of a false winner over all looks together, both ways. Default: {default}.',
    },
  },
  planned: {
    kind: integer({ min: 10, max: 1_000_000_000 }),
    default: 4000,
    option: {
      value: 'N',
      help: 'Units at which the interval is narrowest; it is valid at any number. Default: {default}.',
    },
  },
});

export type CompareSettings = ValuesOf<typeof compareTable>;

export const compareDefaults: CompareSettings = defaultsOf(compareTable);

/** As the policy says them, for two recorded versions. */
export function settingsBy({ metrics, margin }: ComparisonSettings): CompareSettings {
  return {
    ...compareDefaults,
    metric: metrics,
    ...(margin !== undefined && { margin: String(margin) }),
  };
}
