import {
  isScalar,
  type ConfigNode,
  type DictNode,
  type ListNode,
  type Path,
  type PythonType,
  type ScalarNode,
} from '../../documents/tree/node.ts';
import { KnownOfRuns } from '../../documents/tree/known-of-runs.ts';
import type { Rule } from '../../report/rule.ts';
import { textRules } from '../../documents/rules.ts';
import { readers, type Reader } from '../../documents/dialect.ts';
import type { Problem } from '../../documents/yaml/problem.ts';

/** A number in anyone's eyes: with an exponent, a bare point, or plain digits. */
const numberPattern = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;

/** Whether a text reads as a number; `found`: without quotes, so that its author meant one. */
export function looksLikeNumber(node: ScalarNode): { readonly found: boolean } | undefined {
  if (node.type !== 'str' || !numberPattern.test(node.value)) return undefined;
  return { found: node.written !== undefined };
}

interface Hazard {
  readonly rule: Rule;
  /** That a number is registered settles nothing: it is another number than the one that is written. */
  readonly isOtherNumber?: true;
  /** What to say of the scalar, `undefined` when it is harmless. */
  find(node: ScalarNode, written: string, reader: string): Hazardous | undefined;
}

interface Hazardous {
  readonly message: string;
  readonly help: string;
  /** What the help says to write, where it names one text. */
  readonly replacement?: string;
}

const hazards: readonly Hazard[] = [
  {
    rule: textRules['number-as-text'],
    find: (node, written, reader) =>
      looksLikeNumber(node) === undefined || /^0\d/.test(written)
        ? undefined
        : {
            message: `${reader} reads ${written} as text, not as a number`,
            help: `write ${numberText(written)}`,
            replacement: numberText(written),
          },
  },
  {
    rule: textRules['leading-zero'],
    isOtherNumber: true,
    find: (node, written, reader) => leadingZero(node, written, reader),
  },
  {
    rule: textRules['word-as-bool'],
    find: (node, written, reader) =>
      node.type === 'bool' && /^(?:yes|no|on|off)$/i.test(written)
        ? {
            message: `${reader} reads ${written} as ${node.value ? 'True' : 'False'}`,
            help: `write ${String(node.value)}, or "${written}" in quotes for the text`,
          }
        : undefined,
  },
  {
    rule: textRules['base-60'],
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
    rule: textRules['none-as-text'],
    find: (node, written, reader) =>
      node.type === 'str' && written === 'None'
        ? {
            message: `${reader} reads None as the text "None"`,
            help: 'write null, or "None" in quotes for the text',
          }
        : undefined,
  },
  {
    rule: textRules['text-as-date'],
    find: (node, written, reader) =>
      node.type === 'date' || node.type === 'datetime'
        ? {
            message: `${reader} reads ${written} as a ${node.type}`,
            help: `write "${written}" in quotes for the text`,
            replacement: `"${written}"`,
          }
        : undefined,
  },
  {
    rule: textRules['large-integer'],
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
export function findHazards(root: ConfigNode, dialect: Reader, expected: ExpectedTypes): Problem[] {
  const problems: Problem[] = [];
  const reader = readers[dialect];
  const seen = new Set<ConfigNode>();
  const path: (string | number)[] = [];
  const at = (step: string | number, node: ConfigNode): void => {
    path.push(step);
    visit(node);
    path.pop();
  };
  const visit = (node: ConfigNode): void => {
    // most scalars are harmless: they need not be remembered
    const found = isScalar(node) ? suspicions(node, reader) : none;
    if (isScalar(node) ? found.length === 0 : isHarmless(node, reader)) return;
    if (seen.has(node)) return;
    seen.add(node);
    if (isScalar(node)) problems.push(...unsettled(found, node, expected(path)));
    else if (node.type === 'list') node.items.forEach((item, index) => at(index, item));
    else {
      for (const { key, name, value } of node.entries.values()) {
        for (const { problem } of suspicions(key, reader)) problems.push(problem);
        at(name, value);
      }
    }
  };
  visit(root);
  return problems;
}

interface Suspicion {
  readonly problem: Problem;
  readonly isOtherNumber: boolean;
}

const none: readonly Suspicion[] = [];

const harmless = new Map<string, KnownOfRuns<ConfigNode, boolean>>();

/** Whether nothing in a mapping or list is suspicious: runs of one repository share most of them. */
function isHarmless(node: ConfigNode, reader: string): boolean {
  if (isScalar(node)) return suspicions(node, reader).length === 0;
  const all = harmless.get(reader) ?? new KnownOfRuns<ConfigNode, boolean>();
  harmless.set(reader, all);
  const known = all.get(node);
  if (known !== undefined) return known;
  const is = node.type === 'list' ? areHarmless(node, reader) : isHarmlessDict(node, reader);
  all.set(node, is);
  return is;
}

function areHarmless({ items }: ListNode, reader: string): boolean {
  for (const item of items) if (!isHarmless(item, reader)) return false;
  return true;
}

function isHarmlessDict({ entries }: DictNode, reader: string): boolean {
  for (const { key, value } of entries.values())
    if (suspicions(key, reader).length > 0 || !isHarmless(value, reader)) return false;
  return true;
}

function suspicions(node: ScalarNode, reader: string): readonly Suspicion[] {
  const { written, start, end, source } = node;
  if (written === undefined || isPlain(node, written)) return none;
  return hazards.flatMap(({ rule, isOtherNumber = false, find }) => {
    const found = find(node, written, reader);
    return found === undefined
      ? []
      : [{ problem: { rule, ...found, start, end, ...(source && { source }) }, isOtherNumber }];
  });
}

/** A type that is registered settles the matter, unless the number is another one than is written. */
function unsettled(
  found: readonly Suspicion[],
  { type }: ScalarNode,
  expected: ReturnType<ExpectedTypes>,
): Problem[] {
  const isExpected = expected?.has(type) === true;
  const isSettled = found.some(({ isOtherNumber }) => !isOtherNumber || type === 'str');
  if (isExpected && isSettled) return [];
  // that a date is text is only known where it is registered
  const isGuess = (type === 'date' || type === 'datetime') && expected?.has('str') !== true;
  return found.map(({ problem: { replacement, ...problem } }) =>
    isGuess || replacement === undefined ? problem : { ...problem, replacement },
  );
}

/** Most scalars: nothing that any reader takes for something else. */
function isPlain(node: ScalarNode, written: string): boolean {
  if (node.type === 'str') return written !== 'None' && !/^[-+.\d]/.test(written);
  if (node.type === 'int') return /^-?(?:0|[1-9]\d{0,14})$/.test(written);
  if (node.type === 'float') return !written.includes(':');
  return node.type === 'bool' && written === String(node.value);
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

/** The number as PyYAML takes it for one: with a point, and a sign in the exponent. */
export function numberText(written: string): string {
  const [mantissa = '', exponent] = written.replaceAll('_', '').toLowerCase().split('e');
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(mantissa) ?? [];
  const whole = digits.startsWith('.') ? `0${digits}` : digits;
  const point = whole.includes('.') ? (whole.endsWith('.') ? `${whole}0` : whole) : `${whole}.0`;
  if (exponent === undefined) return `${sign.replace('+', '')}${point}`;
  const power = /^[-+]/.test(exponent) ? exponent : `+${exponent}`;
  return `${sign.replace('+', '')}${point}e${power}`;
}
