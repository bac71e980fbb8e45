/** Version specifiers (PEP 440), read as python-packaging's `SpecifierSet.contains(version, prereleases=True)`. */
import { compareVersions, parseVersion, withoutTrailingZeros, type Version } from './version.ts';

const operators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'] as const;
type Operator = (typeof operators)[number];

export interface Clause {
  readonly operator: Operator;
  /** As written, trimmed. */
  readonly text: string;
  /** Absent for `===` with free text. */
  readonly version: Version | undefined;
  /** `== 2.10.*` */
  readonly prefix: boolean;
}

/** The clauses, all of which must hold; `undefined` for what PEP 440 does not allow. */
export function parseSpecifiers(text: string): readonly Clause[] | undefined {
  const clauses: Clause[] = [];
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const clause = parseClause(part.trim());
    if (clause === undefined) return undefined;
    clauses.push(clause);
  }
  return clauses;
}

function parseClause(part: string): Clause | undefined {
  const operator = operators.find((candidate) => part.startsWith(candidate));
  if (operator === undefined) return undefined;
  const text = part.slice(operator.length).trim();
  if (operator === '===')
    return /^[^\s,;)]+$/.test(text)
      ? { operator, text, version: parseVersion(text), prefix: false }
      : undefined;
  const prefix = text.endsWith('.*');
  const version = parseVersion(prefix ? text.slice(0, -2) : text);
  if (version === undefined || !isAllowed(operator, version, prefix)) return undefined;
  return { operator, text, version, prefix };
}

function isAllowed(operator: Operator, version: Version, prefix: boolean): boolean {
  const equality = operator === '==' || operator === '!=';
  if (prefix) return equality && version.dev === undefined && version.local.length === 0;
  if (operator === '~=' && version.release.length < 2) return false;
  return equality || version.local.length === 0;
}

/** Whether the version satisfies every clause; pre-releases are versions like any other. */
export function satisfies(version: Version, clauses: readonly Clause[], raw?: string): boolean {
  return clauses.every((clause) => holds(clause, version, raw));
}

function holds(clause: Clause, candidate: Version, raw: string | undefined): boolean {
  if (clause.operator === '===') return (raw ?? '').toLowerCase() === clause.text.toLowerCase();
  return clause.version !== undefined && tests[clause.operator](candidate, clause.version, clause.prefix);
}

type Test = (candidate: Version, wanted: Version, prefix: boolean) => boolean;

const tests: Readonly<Record<Exclude<Operator, '==='>, Test>> = {
  '==': equal,
  '!=': (candidate, wanted, prefix) => !equal(candidate, wanted, prefix),
  '<=': (candidate, wanted) => compareVersions(withoutLocal(candidate), wanted) <= 0,
  '>=': (candidate, wanted) => compareVersions(withoutLocal(candidate), wanted) >= 0,
  '<': less,
  '>': greater,
  '~=': compatible,
};

function equal(candidate: Version, wanted: Version, prefix: boolean): boolean {
  if (prefix) return startsWith(candidate, wanted);
  return compareVersions(wanted.local.length === 0 ? withoutLocal(candidate) : candidate, wanted) === 0;
}

/** `2.10.*`, and `1.0a1.*`, which PEP 440 allows too: the parts in order are a prefix, short releases padded with zeros. */
function startsWith(candidate: Version, wanted: Version): boolean {
  const prefix = parts(wanted);
  const padded = Math.max(0, wanted.release.length - candidate.release.length);
  const release = [...candidate.release, ...Array.from({ length: padded }, () => 0n)];
  const whole = parts({ ...candidate, release });
  return prefix.every((part, index) => whole[index] === part);
}

function parts({ epoch, release, pre, post, dev }: Version): string[] {
  return [
    `${epoch}!`,
    ...release.map(String),
    ...(pre === undefined ? [] : [pre.join('')]),
    ...(post === undefined ? [] : [`post${post}`]),
    ...(dev === undefined ? [] : [`dev${dev}`]),
  ];
}

/** `<1.0` leaves out 1.0's own pre-releases, unless it names one; `<1.0.post1` those of 1.0.post1. */
function less(candidate: Version, wanted: Version): boolean {
  if (compareVersions(candidate, wanted) >= 0) return false;
  if (isPrerelease(wanted) || !isPrerelease(candidate) || !sameBase(candidate, wanted)) return true;
  return wanted.post !== undefined && (candidate.pre !== undefined || candidate.post !== wanted.post);
}

/** `>1.0` leaves out 1.0's own post-releases, unless it names one, and its local tags. */
function greater(candidate: Version, wanted: Version): boolean {
  if (compareVersions(withoutLocal(candidate), wanted) <= 0) return false;
  if (wanted.post !== undefined || wanted.dev !== undefined || candidate.post === undefined) return true;
  return !sameBase(candidate, wanted) || candidate.pre?.join('') !== wanted.pre?.join('');
}

function compatible(candidate: Version, wanted: Version): boolean {
  if (compareVersions(withoutLocal(candidate), wanted) < 0) return false;
  const release = wanted.release.slice(0, -1);
  return startsWith(candidate, { ...wanted, release, pre: undefined, post: undefined, dev: undefined });
}

function isPrerelease(version: Version): boolean {
  return version.pre !== undefined || version.dev !== undefined;
}

function sameBase(a: Version, b: Version): boolean {
  return baseText(a) === baseText(b);
}

function baseText({ epoch, release }: Version): string {
  return `${epoch}!${withoutTrailingZeros(release).join('.')}`;
}

function withoutLocal(version: Version): Version {
  return version.local.length === 0 ? version : { ...version, local: [] };
}
