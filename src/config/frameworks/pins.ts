import { parseSpecifiers, satisfies } from '../../pep440/specifier.ts';
import { parseVersion } from '../../pep440/version.ts';
import type { FrameworkFacts, Pin, Pins } from './facts.ts';

/** Locks first, for what they say is what runs. */
const lockFiles = ['uv.lock', 'poetry.lock', 'pdm.lock', 'pylock.toml'];

/** Files of a repository that decide on versions, those that decide first in front. */
export function pinFiles(paths: readonly string[]): string[] {
  const requirements = paths.filter((path) =>
    /^(?:requirements\/)?[\w.-]*requirements[\w.-]*\.txt$|^requirements\/[\w.-]+\.txt$/.test(path),
  );
  const others = paths.filter((path) =>
    /^(?:pyproject\.toml|environment\.ya?ml|(?:docker\/)?Dockerfile[\w.-]*)$/.test(path),
  );
  return [...lockFiles.filter((file) => paths.includes(file)), ...requirements, ...others].slice(0, 30);
}

/** The versions of frameworks that texts of such files decide on: the first exact one counts, else the first range. */
export function pinsIn(
  texts: readonly { readonly file: string; readonly text: string }[],
  facts: FrameworkFacts,
): Pins {
  const pins = new Map<string, Pin>();
  for (const { file, text } of texts) {
    for (const [name, { versions }] of Object.entries(facts)) {
      const earlier = pins.get(name);
      if (earlier?.isExact === true) continue;
      const pin = /\.(?:lock|toml)$/.test(file)
        ? (locked(name, text) ?? required(name, text, versions))
        : required(name, text, versions);
      if (pin !== undefined && (earlier === undefined || pin.isExact)) pins.set(name, { ...pin, file });
    }
  }
  return pins;
}

type Found = Omit<Pin, 'file'>;

/** `name = "transformers"`, and its version in the next line. */
function locked(name: string, text: string): Found | undefined {
  const version = new RegExp(`^name = "${name}"\\r?\\nversion = "([^"\\n]{1,60})"`, 'm').exec(text)?.[1];
  return version === undefined ? undefined : { version, isExact: true };
}

/** `transformers[torch]>=4.46,<5`, in a line of its own, in quotes, or behind `pip install`. */
function required(name: string, text: string, versions: readonly string[]): Found | undefined {
  const pattern = new RegExp(
    `(?:^|[\\s"',\\[])${name}(?:\\[[^\\]\\n]{0,80}\\])?[ \\t]{0,4}((?:===?|[<>!~]=?)[^;,#"'\\s]{1,80}(?:, ?[<>!~=][^;#"'\\s]{1,40}){0,4})`,
    'm',
  );
  const specifier = pattern.exec(text)?.[1]?.replace(/,$/, '');
  if (specifier === undefined) return undefined;
  const exact = /^={2,3}\s*([\w.+!-]+)$/.exec(specifier)?.[1];
  if (exact !== undefined && !exact.includes('*')) return { version: exact, isExact: true };
  const clauses = parseSpecifiers(specifier);
  if (clauses === undefined) return undefined;
  const newest = versions.findLast((version) => {
    const parsed = parseVersion(version);
    return parsed !== undefined && satisfies(parsed, clauses);
  });
  return newest === undefined ? undefined : { version: newest, isExact: false };
}
