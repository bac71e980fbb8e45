/** Values that runs give and whose type a derived registry does not know. */
import type { ConfigDocument } from '../../documents/document.ts';
import { isScalar, nodeAt, type Path, scalarText } from '../../documents/tree/node.ts';
import { isDeferred } from '../../documents/omegaconf/interpolate.ts';
import { isAutomatic } from './automatic.ts';
import { parametersNamed } from './named.ts';
import type { Registry } from './registry.ts';
import { isTaken } from './run-values.ts';

/** A value of another type than each parameter of its name has. */
export interface SecondValue {
  /** The paths under which the registry has its name. */
  readonly paths: readonly string[];
  /** With underscores, as code spells it. */
  readonly name: string;
  /** What they are in the configs. */
  readonly wanted: string;
  readonly type: 'float' | 'str' | 'bool' | 'other';
  readonly text: string;
  /** `run.sh:12`. */
  readonly place: string;
}

/** Further types of a parameter, which runs use and code takes. */
export interface Widening {
  readonly types: ReadonlySet<'float' | 'str'>;
  /** The only texts that are taken. */
  readonly words: ReadonlySet<string>;
  /** Which run uses what, and which code takes it. */
  readonly because: readonly string[];
}

/** By the paths of parameters. */
export type Widenings = ReadonlyMap<string, Widening>;

/** A value of runs that may be a slip: only a person can say. */
export interface AskedType extends Pick<SecondValue, 'paths' | 'wanted' | 'text' | 'type'> {
  readonly places: readonly string[];
}

export interface SecondTypes {
  /** What the code of the repository says that it takes. */
  readonly widened: Widenings;
  readonly asked: readonly AskedType[];
}

/** Those of the values that are given at `paths`. */
export function secondValues(
  document: ConfigDocument,
  paths: readonly Path[],
  registry: Registry,
): SecondValue[] {
  return paths.flatMap((path) => {
    const node = nodeAt(document.root, path);
    if (node === undefined || !isScalar(node) || isDeferred(node) || isAutomatic(node)) return [];
    const parameters = parametersNamed(registry, path);
    const text = scalarText(node);
    if (text === '' || parameters.length === 0 || parameters.some((each) => isTaken(node, each))) return [];
    const { file = document.file, line = 1 } = document.place(path, 'value') ?? {};
    const { type } = node;
    return [
      {
        paths: parameters.map((parameter) => parameter.path),
        name: String(path.at(-1)).replaceAll('-', '_'),
        wanted: [...new Set(parameters.flatMap(({ types }) => [...(types ?? [])]))].join(' or '),
        type: type === 'float' || type === 'str' || type === 'bool' ? type : 'other',
        text,
        place: `${file}:${line}`,
      },
    ];
  });
}

/** No number in quotes, whatever code compares it with. */
export function isWord(text: string): boolean {
  return /^[a-z_][\w.-]*$/i.test(text);
}
