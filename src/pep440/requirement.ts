/** One requirement as PEP 508 writes it: `name[extras] specifiers ; marker` or `name[extras] @ url ; marker`. */
import { normaliseName } from './names.ts';
import { sourceUrl } from '../kernel/redact.ts';
import { parseSpecifiers } from './specifier.ts';

export interface Requirement {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: string;
  /** Without credentials. */
  readonly url: string | undefined;
  readonly marker: string;
}

const head = /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,254}[A-Za-z0-9])?)\s{0,20}(?:\[([^\]]{0,2000})\])?\s{0,20}/;

/** `undefined` for what PEP 508 does not allow. */
export function parseRequirement(text: string): Requirement | undefined {
  const trimmed = text.trim();
  const match = trimmed.length > 20_000 ? null : head.exec(trimmed);
  if (match === null) return undefined;
  const rest = trimmed.slice(match[0].length);
  const base = { name: normaliseName(match[1] ?? ''), extras: parseExtras(match[2] ?? '') };
  return rest.startsWith('@') ? withUrl(base, rest.slice(1).trim()) : withSpecifier(base, rest);
}

function parseExtras(text: string): readonly string[] {
  const extras = text.split(',').map(normaliseName);
  return extras.filter((extra) => extra !== '').toSorted();
}

type Base = Pick<Requirement, 'name' | 'extras'>;

/** In a URL a `;` may stand by itself: only one beside white space starts the marker. */
function withUrl(base: Base, rest: string): Requirement | undefined {
  const [url, marker] = splitMarker(rest);
  if (url === '' || /\s/.test(url)) return undefined;
  return { ...base, specifier: '', url: sourceUrl(url), marker };
}

/** The text before a `;` with white space before it (PEP 508) or after it (as pip and uv read too), and the marker. */
export function splitMarker(text: string): readonly [text: string, marker: string] {
  const at = /\s;|;\s/.exec(text);
  return at === null ? [text.trim(), ''] : [text.slice(0, at.index).trim(), text.slice(at.index + 2).trim()];
}

function withSpecifier(base: Base, rest: string): Requirement | undefined {
  const semicolon = rest.indexOf(';');
  const specifier = unwrap((semicolon < 0 ? rest : rest.slice(0, semicolon)).trim());
  const clauses = parseSpecifiers(specifier);
  if (clauses === undefined) return undefined;
  const marker = semicolon < 0 ? '' : rest.slice(semicolon + 1).trim();
  return { ...base, specifier: specifierText(specifier), url: undefined, marker };
}

/** `(>=1.0)`, the old spelling of Requires-Dist. */
function unwrap(text: string): string {
  return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1).trim() : text;
}

/** One text for the same set of clauses. */
export function specifierText(text: string): string {
  const clauses = text.split(',').map((clause) => clause.replaceAll(/\s+/g, ''));
  return [...new Set(clauses)]
    .filter((clause) => clause !== '')
    .toSorted()
    .join(',');
}

/** One text for the same requirement. */
export function requirementText({ name, extras, specifier, url, marker }: Requirement): string {
  const extraText = extras.length === 0 ? '' : `[${extras.join(',')}]`;
  const markerText = marker === '' ? '' : ` ; ${marker.replaceAll('"', "'").replaceAll(/\s+/g, ' ')}`;
  return name + extraText + (url === undefined ? specifier : ` @ ${url}`) + markerText;
}
