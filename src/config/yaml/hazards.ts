import type { Dialect } from '../settings.ts';
import type { ConfigNode, Path, PythonType, ScalarNode } from '../model/node.ts';
import { readers } from './build.ts';
import type { Problem } from './problem.ts';

/** A number in anyone's eyes: with an exponent, a bare point, or plain digits. */
const numberPattern = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;

/** Whether a text reads as a number; `found`: without quotes, so that its author meant one. */
export function looksLikeNumber(node: ScalarNode): { readonly found: boolean } | undefined {
  if (node.type !== 'str' || !numberPattern.test(node.value)) return undefined;
  return { found: node.written !== undefined };
}

interface Hazard {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'notice';
  /** That a number is registered settles nothing: it is another number than the one that is written. */
  readonly isOtherNumber?: true;
  /** What to say of the scalar, `undefined` when it is harmless. */
  find(node: ScalarNode, written: string, reader: string): { message: string; help: string } | undefined;
}

const hazards: readonly Hazard[] = [
  {
    rule: 'config/number-as-text',
    severity: 'error',
    find: (node, written, reader) =>
      looksLikeNumber(node) === undefined || /^0\d/.test(written)
        ? undefined
        : { message: `${reader} reads ${written} as text, not as a number`, help: spelling(written) },
  },
  {
    rule: 'config/leading-zero',
    severity: 'warning',
    isOtherNumber: true,
    find: (node, written, reader) => leadingZero(node, written, reader),
  },
  {
    rule: 'config/word-as-bool',
    severity: 'warning',
    find: (node, written, reader) =>
      node.type === 'bool' && /^(?:yes|no|on|off)$/i.test(written)
        ? {
            message: `${reader} reads ${written} as ${node.value ? 'True' : 'False'}`,
            help: `write ${String(node.value)}, or "${written}" in quotes for the text`,
          }
        : undefined,
  },
  {
    rule: 'config/base-60',
    severity: 'warning',
    isOtherNumber: true,
    find: (node, written, reader) =>
      (node.type === 'int' || node.type === 'float') && written.includes(':')
        ? {
            message: `${reader} reads ${written} as ${String(node.value)}: base 60`,
            help: `write ${String(node.value)}, or "${written}" in quotes for the text`,
          }
        : undefined,
  },
  {
    rule: 'config/none-as-text',
    severity: 'warning',
    find: (node, written, reader) =>
      node.type === 'str' && written === 'None'
        ? {
            message: `${reader} reads None as the text "None"`,
            help: 'write null, or "None" in quotes for the text',
          }
        : undefined,
  },
  {
    rule: 'config/text-as-date',
    severity: 'notice',
    find: (node, written, reader) =>
      node.type === 'date' || node.type === 'datetime'
        ? {
            message: `${reader} reads ${written} as a ${node.type}`,
            help: `write "${written}" in quotes for the text`,
          }
        : undefined,
  },
  {
    rule: 'config/large-integer',
    severity: 'notice',
    find: (node, written) =>
      node.type === 'int' && (node.value > 2n ** 53n || node.value < -(2n ** 53n))
        ? {
            message: `${written} is exact in Python, but readers that hold numbers as float64 read ${Number(node.value)}`,
            help: 'quote it if it is an identifier',
          }
        : undefined,
  },
];

/** The types that a parameter may have, `undefined` where none are registered. */
export type ExpectedTypes = (path: Path) => ReadonlySet<PythonType> | undefined;

/** What in a document its reader takes for something else than it looks like, and than is expected. */
export function findHazards(root: ConfigNode, dialect: Dialect | 'json', expected: ExpectedTypes): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<ConfigNode>();
  const path: (string | number)[] = [];
  const at = (step: string | number, node: ConfigNode): void => {
    path.push(step);
    visit(node);
    path.pop();
  };
  const visit = (node: ConfigNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.type === 'list') for (const [index, item] of node.items.entries()) at(index, item);
    else if (node.type !== 'dict') problems.push(...hazardsOf(node, readers[dialect], () => expected(path)));
    else {
      for (const { key, name, value } of node.entries.values()) {
        problems.push(...hazardsOf(key, readers[dialect], () => undefined));
        at(name, value);
      }
    }
  };
  visit(root);
  return problems;
}

function hazardsOf(node: ScalarNode, reader: string, expected: () => ReturnType<ExpectedTypes>): Problem[] {
  const { written } = node;
  if (written === undefined || isPlainWord(node, written)) return [];
  const problems: Problem[] = [];
  for (const { rule, severity, isOtherNumber, find } of hazards) {
    const found = find(node, written, reader);
    if (found === undefined) continue;
    const isSettled = isOtherNumber !== true || node.type === 'str';
    if (isSettled && expected()?.has(node.type) === true) return [];
    problems.push({ rule, severity, ...found, start: node.start, end: node.end });
  }
  return problems;
}

/** Most texts: no number, date or word that any reader takes for something else. */
function isPlainWord(node: ScalarNode, written: string): boolean {
  return node.type === 'str' && written !== 'None' && !/^[-+.\d]/.test(written);
}

function leadingZero(node: ScalarNode, written: string, reader: string) {
  if (!/^[-+]?0[\d_]+$/.test(written)) return undefined;
  if (node.type === 'str') {
    return {
      message: `${reader} reads ${written} as text`,
      help: 'remove the zero in front, or quote the text',
    };
  }
  const decimal = BigInt(written.replaceAll(/[_+-]/g, '')) * (written.startsWith('-') ? -1n : 1n);
  if (node.type !== 'int' || node.value === decimal) return undefined;
  return {
    message: `${reader} reads ${written} as ${node.value}: octal`,
    help: `write ${node.value}, or "${written}" in quotes for the text`,
  };
}

/** How to write the number so that PyYAML takes it for one: a point, and a sign in the exponent. */
function spelling(written: string): string {
  const [mantissa = '', exponent] = written.replaceAll('_', '').toLowerCase().split('e');
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(mantissa) ?? [];
  const whole = digits.startsWith('.') ? `0${digits}` : digits;
  const point = whole.includes('.') ? (whole.endsWith('.') ? `${whole}0` : whole) : `${whole}.0`;
  if (exponent === undefined) return `write ${sign.replace('+', '')}${point}`;
  const power = /^[-+]/.test(exponent) ? exponent : `+${exponent}`;
  return `write ${sign.replace('+', '')}${point}e${power}`;
}
