import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { isScalar, nodeAt, type Path, type ScalarNode, scalarText } from '../../documents/tree/node.ts';
import { isDeferred } from '../../documents/omegaconf/interpolate.ts';
import type { SchemaRule } from '../../documents/schema/words.ts';
import { plainValue } from '../../documents/plain-value.ts';
import { isAutomatic } from './automatic.ts';
import { constraintsOf } from './constraints.ts';
import { parametersNamed } from './named.ts';
import { isGuess, type Parameter, type Registry } from './registry.ts';

/**
 * Values that a command gives against what is registered under their names. A name may be registered at several places: a value
 * is wrong where none of them takes it. A command line has only text, so what takes a text takes anything.
 */
export function runValueFindings(
  document: ConfigDocument,
  paths: readonly Path[],
  registry: Registry,
): Finding[] {
  return paths.flatMap((path) => {
    const node = nodeAt(document.root, path);
    if (node === undefined || !isScalar(node) || isDeferred(node) || isAutomatic(node)) return [];
    const breaches = parametersNamed(registry, path).map((parameter) => breachOf(node, path, parameter));
    const [first] = breaches;
    if (first === undefined || breaches.includes(undefined)) return [];
    const { message, severity, parameter } = first;
    return [
      configRules[first.rule].finding({
        severity,
        message,
        help: helpOf(parameter, registry),
        file: document.file,
        ...document.place(path, 'value'),
      }),
    ];
  });
}

interface Breach {
  readonly rule: SchemaRule;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly parameter: Parameter;
}

function breachOf(node: ScalarNode, path: Path, parameter: Parameter): Breach | undefined {
  const severity = isGuess(parameter) ? 'warning' : 'error';
  if (!isTaken(node, parameter)) {
    const types = [...(parameter.types ?? [])].join(' or ');
    const message = `${String(path.at(-1))} must be ${types}, not ${scalarText(node)}`;
    return { rule: 'wrong-type', message, severity, parameter };
  }
  const isText = parameter.types?.has('str') === true && parameter.types.size === 1;
  const data = isText ? scalarText(node) : plainValue(node);
  for (const { breach } of constraintsOf(parameter)) {
    const found = breach(data, parameter, path);
    if (found !== undefined)
      return { rule: found.rule, message: found.message, severity: 'error', parameter };
  }
  return undefined;
}

/** Only numbers refuse a text: how a program reads a bool, a list or a mapping from a word is its own affair. */
export function isTaken(node: ScalarNode, { types }: Parameter): boolean {
  if (types === undefined || [...types].some((each) => !/^(?:int|float|NoneType)$/.test(each))) return true;
  if (node.type === 'str') return false;
  // a flag without a value gives no word
  if (node.type === 'bool') return node.written === undefined;
  return node.type !== 'float' || types.has('float');
}

function helpOf({ doc, owner, path }: Parameter, { file }: Registry): string {
  const help = doc ?? `keep to what ${file} says of ${path}, or widen it there`;
  return owner === undefined ? help : `${help} (owner: ${owner})`;
}
