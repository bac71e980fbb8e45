/** What readers of YAML take a value without quotes for: they differ, and a manifest is read by several. */
import { implicitTag } from '../../documents/yaml/resolvers.ts';
import type { WrittenScalar } from '../../documents/yaml/stream.ts';

/** What a value is to whoever reads the manifest; `unclear` where readers differ, or nothing is said. */
export type Meaning = 'text' | 'number' | 'bool' | 'null' | 'unclear' | 'tagged';

export function meaningOf({ style, tag, text }: Pick<WrittenScalar, 'style' | 'tag' | 'text'>): Meaning {
  if (tag !== undefined) return taggedMeaning(tag);
  return style === 'plain' ? plainMeaning(text) : 'text';
}

const tags: ReadonlyMap<string, Meaning> = new Map([
  // PyYAML resolves what stands behind it, and others do not.
  ['!', 'unclear'],
  ['tag:yaml.org,2002:str', 'text'],
  ['tag:yaml.org,2002:int', 'number'],
  ['tag:yaml.org,2002:float', 'number'],
  ['tag:yaml.org,2002:bool', 'bool'],
]);

function taggedMeaning(tag: string): Meaning {
  return tags.get(tag) ?? 'tagged';
}

const numbers: readonly (string | undefined)[] = ['int', 'float'];

function plainMeaning(text: string): Meaning {
  const [core, python] = [implicitTag(text, 'yaml-1.2'), implicitTag(text, 'pyyaml')];
  if (numbers.includes(core)) return numbers.includes(python) ? 'number' : 'unclear';
  if (core === 'bool' || core === 'null') return core;
  // Kubernetes has no dates: what PyYAML takes for one is a text there.
  return python === undefined || python === 'timestamp' ? 'text' : 'unclear';
}

/** Whether every reader takes it for a text where it stands without quotes: PyYAML, OmegaConf, YAML 1.2 and Kubernetes' own (go-yaml). */
export function isTextToAll(text: string): boolean {
  return (
    implicitTag(text, 'pyyaml') === undefined &&
    implicitTag(text, 'omegaconf') === undefined &&
    implicitTag(text, 'yaml-1.2') === undefined &&
    !isOtherToGo(text)
  );
}

/** go-yaml, resolve.go: underscores are taken out of numbers, and of 1.1's words the short ones count too. */
function isOtherToGo(text: string): boolean {
  if (/^[yYnN]$/.test(text)) return true;
  const number = text.replaceAll('_', '');
  return (
    /^[-+]?(?:\d+|0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/.test(number) ||
    /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(number)
  );
}

/** Whether it is one number to every reader, JSON's included. */
export function isNumberToAll(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) && plainMeaning(text) === 'number';
}

/** Whether it is true or false to every reader. */
export function isBoolToAll(text: string): boolean {
  return text === 'true' || text === 'false';
}
