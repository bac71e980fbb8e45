import { textRules } from '../rules.ts';
import type { Reader } from '../dialect.ts';
import type { Problem } from '../yaml/problem.ts';
import { type ConfigNode, sameValue, type ScalarNode, scalarText } from './node.ts';

/** The finding of a key that stands twice in one mapping; `$first` is replaced by the first one's line when offsets become places. */
export function duplicateKey(
  key: ScalarNode,
  earlier: { readonly start: number },
  before: ConfigNode,
  after: ConfigNode,
  refused: boolean,
  dialect: Reader,
): Problem {
  const same = !refused && sameValue(before, after);
  const outcome = refused ? refusals[dialect] : `the last one wins${same ? ', with the same value' : ''}`;
  return {
    rule: textRules['duplicate-key'],
    severity: same ? 'warning' : 'error',
    message: `${scalarText(key)} is already set ${firstAt(earlier.start)}: ${outcome}`,
    help: 'keep one of the two',
    start: key.start,
    end: key.end,
  };
}

const refusals: Readonly<Record<Reader, string>> = {
  pyyaml: 'the last one wins',
  omegaconf: 'OmegaConf refuses the file',
  'yaml-1.2': 'YAML 1.2 forbids it',
  json: 'the last one wins',
  json5: 'the last one wins',
  toml: 'TOML forbids it',
  python: 'the last one wins',
};

/** Stands in a message for `in line N` until the document knows its lines. */
export function firstAt(offset: number): string {
  return `@{${offset}}`;
}
