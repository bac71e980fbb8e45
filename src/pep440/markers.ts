/** Environment markers (https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers). */
import { normaliseName } from './names.ts';
import { parseSpecifiers, satisfies } from './specifier.ts';
import { parseVersion } from './version.ts';

export interface Comparison {
  readonly kind: 'comparison';
  readonly variable: string;
  readonly operator: string;
  readonly value: string;
  /** `'linux' in sys_platform`: the value stands left. */
  readonly reversed: boolean;
}

export type Marker = Comparison | { readonly kind: 'and' | 'or'; readonly parts: readonly Marker[] };

/** Values of marker variables; what is absent is not known. */
export type MarkerEnvironment = Readonly<Record<string, string>>;

/** True, false, or `undefined` where it hangs on something that is not known. */
export type Truth = boolean | undefined;

const token =
  /[ \t]*(?:(?<mark>[()])|(?<operator>===|==|~=|!=|<=|>=|<|>)|'(?<single>[^'\n]*)'|"(?<double>[^"\n]*)"|(?<word>[A-Za-z][A-Za-z0-9._]*))[ \t]*/y;

const variables: ReadonlySet<string> = new Set([
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_release',
  'platform_system',
  'platform_version',
  'platform_machine',
  'platform_python_implementation',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
]);

const versionVariables: ReadonlySet<string> = new Set([
  'python_version',
  'python_full_version',
  'implementation_version',
  'platform_release',
]);

interface Token {
  readonly kind: 'mark' | 'operator' | 'value' | 'variable' | 'word';
  readonly text: string;
}

const longest = 20_000;
const deepest = 100;

/** `undefined` for what is not a marker. */
export function parseMarker(text: string): Marker | undefined {
  const tokens = text.length > longest ? undefined : tokensOf(text);
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0 };
  const marker = parseAny(reader, 0);
  return reader.at === tokens.length ? marker : undefined;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (groups === undefined) return undefined;
    tokens.push(tokenOf(groups));
  }
  return tokens;
}

function tokenOf({ mark, operator, single, double, word }: Record<string, string | undefined>): Token {
  if (mark !== undefined) return { kind: 'mark', text: mark };
  if (operator !== undefined) return { kind: 'operator', text: operator };
  const value = single ?? double;
  if (value !== undefined) return { kind: 'value', text: value };
  const name = (word ?? '')
    .replaceAll('.', '_')
    .replace(/^python_implementation$/, 'platform_python_implementation');
  return variables.has(name) ? { kind: 'variable', text: name } : { kind: 'word', text: word ?? '' };
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function parseAny(reader: Reader, depth: number): Marker | undefined {
  return parseChain(reader, 'or', () => parseChain(reader, 'and', () => parseAtom(reader, depth)));
}

function parseChain(reader: Reader, word: 'and' | 'or', next: () => Marker | undefined): Marker | undefined {
  const parts: Marker[] = [];
  do {
    const part = next();
    if (part === undefined) return undefined;
    parts.push(part);
  } while (takeWord(reader, word));
  return parts.length === 1 ? parts[0] : { kind: word, parts };
}

function takeWord(reader: Reader, word: string): boolean {
  const next = reader.tokens[reader.at];
  if (next?.kind !== 'word' || next.text !== word) return false;
  reader.at++;
  return true;
}

function parseAtom(reader: Reader, depth: number): Marker | undefined {
  const next = reader.tokens[reader.at];
  if (next?.kind !== 'mark') return parseComparison(reader);
  if (next.text !== '(' || depth > deepest) return undefined;
  reader.at++;
  const inner = parseAny(reader, depth + 1);
  return reader.tokens[reader.at++]?.text === ')' ? inner : undefined;
}

function parseComparison(reader: Reader): Marker | undefined {
  const left = reader.tokens[reader.at++];
  const operator = parseOperator(reader);
  const right = reader.tokens[reader.at++];
  if (operator === undefined || left === undefined || right === undefined) return undefined;
  if (left.kind === 'variable' && right.kind === 'value') {
    return { kind: 'comparison', variable: left.text, operator, value: right.text, reversed: false };
  }
  if (left.kind !== 'value' || right.kind !== 'variable') return undefined;
  return { kind: 'comparison', variable: right.text, operator, value: left.text, reversed: true };
}

function parseOperator(reader: Reader): string | undefined {
  const next = reader.tokens[reader.at++];
  if (next?.kind === 'operator') return next.text;
  if (next?.kind !== 'word') return undefined;
  if (next.text === 'in') return 'in';
  return next.text === 'not' && takeWord(reader, 'in') ? 'not in' : undefined;
}

/** The marker's value in an environment of which only some variables are known. */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment): Truth {
  if (marker.kind === 'comparison') return compare(marker, environment);
  const decisive = marker.kind === 'or';
  const values = marker.parts.map((part) => evaluateMarker(part, environment));
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}

function compare({ variable, operator, value, reversed }: Comparison, environment: MarkerEnvironment): Truth {
  const known = Object.hasOwn(environment, variable) ? environment[variable] : undefined;
  if (known === undefined) return undefined;
  const [left, right] = (reversed ? [value, known] : [known, value]).map((side) =>
    variable === 'extra' ? normaliseName(side) : side,
  );
  if (left === undefined || right === undefined) return undefined;
  if (versionVariables.has(variable)) {
    const byVersion = compareAsVersions(left, operator, right);
    if (byVersion !== undefined) return byVersion;
  }
  return textOperators[operator]?.(left, right);
}

function compareAsVersions(left: string, operator: string, right: string): Truth {
  const clauses = operator.endsWith('in') ? undefined : parseSpecifiers(operator + right);
  const version = parseVersion(left);
  return clauses === undefined || version === undefined ? undefined : satisfies(version, clauses, left);
}

const textOperators: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  in: (left, right) => right.includes(left),
  'not in': (left, right) => !right.includes(left),
  '==': (left, right) => left === right,
  '===': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};
