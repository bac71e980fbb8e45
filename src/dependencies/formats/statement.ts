import { type Dialect, type InstallOption, type Statement, maxPackages } from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { redact, sourceUrl } from '../../kernel/redact.ts';
import { parseRequirement, requirementText } from '../../pep440/requirement.ts';
import type { Spot } from './places.ts';

/** Collects the statements of one file, each with its place. */
export interface Collector {
  readonly file: string;
  readonly statements: Statement[];
  /** A PEP 508 text; `false` when it is none. */
  readonly requirement: (text: string, spot: Spot, kind?: Statement['kind'], context?: string) => boolean;
  /** A name with a version in a tool's own notation. */
  readonly ranged: (name: string, range: Ranged, spot: Spot) => void;
  /** What the installer is given about a package, or of all (`*`). */
  readonly option: (name: string, option: InstallOption, value: string, spot: Spot) => void;
  /** It contains more than is judged: there is no use in reading on. */
  readonly isFull: () => boolean;
}

export interface Ranged {
  readonly dialect: Dialect;
  readonly specifier: string;
  /** What else is said of it (source, extras, group), part of the statement's identity. */
  readonly detail?: string;
  readonly marker?: string;
  readonly kind?: Statement['kind'];
}

export function collector(file: string): Collector {
  const statements: Statement[] = [];
  return {
    file,
    statements,
    isFull: () => statements.length > maxPackages,
    requirement: (text, { line, column }, kind = 'requirement', context = '') => {
      const parsed = parseRequirement(text);
      if (parsed === undefined) return false;
      const { name, specifier, marker } = parsed;
      const identity = context + requirementText(parsed);
      statements.push({
        name,
        kind,
        text: identity,
        specifier,
        dialect: 'pep440',
        marker,
        file,
        line,
        column,
      });
      return true;
    },
    ranged: (
      name,
      { dialect, specifier, detail = '', marker = '', kind = 'requirement' },
      { line, column },
    ) => {
      const text = redact([name, specifier, detail, marker].filter((part) => part !== '').join(' '));
      statements.push({
        name: isLiteral(name) ? name : normaliseName(name),
        kind,
        text,
        specifier,
        dialect,
        marker,
        file,
        line,
        column,
      });
    },
    option: (name, option, value, { line, column }) => {
      const specifier = redact(value);
      const text = [name, option, specifier].filter((part) => part !== '').join(' ');
      const place = { file, line, column };
      statements.push({
        name,
        kind: 'option',
        option,
        text,
        specifier,
        dialect: 'pep440',
        marker: '',
        ...place,
      });
    },
  };
}

/** An index that serves only packages that name it: `index:pt`. */
export function explicitIndex(name: string, url: string, to: Collector, spot: Spot): void {
  to.ranged(
    `index:${name}`,
    { dialect: 'pep440', specifier: '', kind: 'index', detail: sourceUrl(url) },
    spot,
  );
}

/** Every package, images, whose names are paths, and packages of the operating system. */
function isLiteral(name: string): boolean {
  return name === '*' || name.includes(':');
}
