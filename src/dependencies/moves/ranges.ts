/** What a statement allows, whatever notation it is written in: every range becomes alternatives of PEP 440 specifiers. */
import type { Dialect } from '../model.ts';
import { clausesOf, poetrySpecifiers } from '../../pep440/poetry.ts';
import { type Clause, parseSpecifiers, satisfies } from '../../pep440/specifier.ts';
import { type Version, parseVersion } from '../../pep440/version.ts';

export interface Range {
  readonly specifier: string;
  readonly dialect: Dialect;
}

/** `undefined`: the range or the version cannot be read, so nothing may be concluded. */
export function allows(range: Range, version: string): boolean | undefined {
  const alternatives = alternativesOf(range);
  const parsed = parseVersion(version);
  if (alternatives === undefined || parsed === undefined) return undefined;
  return alternatives.some((clauses) => satisfies(parsed, clauses, version));
}

/** Whether the range says this very version: an exact pin, a lower bound, or a prefix such as `==2.10.*`. */
export function namesVersion(range: Range, version: string): boolean {
  const parsed = parseVersion(version);
  if (parsed === undefined || allows(range, version) !== true) return false;
  return (alternativesOf(range) ?? []).some((clauses) =>
    clauses.some((clause) => clauseNames(clause, parsed)),
  );
}

const namingOperators: ReadonlySet<string> = new Set(['==', '===', '>=', '~=']);

function clauseNames(clause: Clause, version: Version): boolean {
  if (!namingOperators.has(clause.operator) || clause.version === undefined) return false;
  if (clause.prefix) return clause.version.release.length >= 2 && satisfies(version, [clause]);
  return satisfies({ ...version, local: [] }, [
    { ...clause, operator: '==', prefix: false, version: { ...clause.version, local: [] } },
  ]);
}

/** Specifiers of which one is enough; `undefined` where one cannot be read. */
export function alternativesOf({ specifier, dialect }: Range): readonly (readonly Clause[])[] | undefined {
  const alternatives = translate[dialect](specifier).map(parseSpecifiers);
  const readable = alternatives.filter((clauses) => clauses !== undefined);
  return readable.length === alternatives.length ? readable : undefined;
}

const translate: Readonly<Record<Dialect, (text: string) => readonly string[]>> = {
  pep440: (text) => [text],
  poetry: poetrySpecifiers,
  conda: (text) => text.split('|').map((part) => clausesOf(part, condaClause)),
};

/**
 * Conda: `=1.11` and `1.11` are prefixes in files that people write, `==1.11` is exact, `=1.11=build` carries a build. `<2` and `>2` go by
 * the order alone, in which `2rc1` is below 2 and `2.post1` above.
 */
function condaClause(text: string): string {
  if (text === '*' || text === '') return '';
  if (/^[<>!~]/.test(text)) {
    const plain = text.replace(/(?<![.*])\*$/, '.*').replace(/^([<>]=?)(.*?)\.\*$/, '$1$2');
    return plain.replace(/^([<>])([^=].*)$/, '$1=$2,!=$2');
  }
  const exact = text.startsWith('==');
  const version = (text.replace(/^=+/, '').split('=', 1)[0] ?? '').replace(/\.?\*$/, '');
  return exact ? `==${version}` : `==${version}.*`;
}
