/** conda's environment.yml: conda specs, and pip requirements under `pip:`. */
import { sourceOf } from '../source.ts';
import { listAt, textAt, textsAt } from './own-values.ts';
import { type Format, type LockEntry, type Parsed, type Tool, maxPackages, nothing } from '../model.ts';
import { entryAt } from './entry.ts';
import { type Spot, locator } from './places.ts';
import { readLines, sourcedEntries } from './requirements.ts';
import { type Collector, collector } from './statement.ts';
import { readYaml } from './yaml.ts';
import { takes } from './names.ts';

export const condaEnvironment: Format = {
  name: 'environment.yml',
  supports: takes.condaEnvironment,
  parse,
  restore: (name, version) => `pin ${name}=${version} again`,
};

const condaExport: Tool = {
  restore: (name, version) => `install ${name}=${version}, and write the file anew with \`conda env export\``,
};

/** Other YAML bears such names too (`environment.yaml` of a simulator): only this makes it conda's. */
const hasDependencies = /^dependencies[ \t]*:/m;

function parse(text: string, path: string): Parsed {
  const read = readYaml(text);
  if (!read.ok) return hasDependencies.test(text) ? read.parsed : nothing;
  const items = listAt(read.data, 'dependencies');
  if (items.length === 0) return nothing;
  const to = collector(path);
  const find = locator(text, text.search(hasDependencies));
  const findChannel = locator(text);
  const specs = items.filter((item) => typeof item === 'string').slice(0, maxPackages + 1);
  const entries = specs.flatMap((spec) => condaSpec(spec, find(`- ${spec}`, spec), to));
  const pipLines = items
    .flatMap((item) => textsAt(item, 'pip'))
    .slice(0, maxPackages + 1)
    .map((line) => ({ text: line.trim(), ...itemSpot(find, line) }));
  const pip = readLines(pipLines, path);
  for (const channel of textsAt(read.data, 'channels')) {
    to.ranged(
      '*',
      { dialect: 'conda', specifier: '', kind: 'index', detail: `channel ${channel}` },
      findChannel(channel),
    );
  }
  const generated =
    textAt(read.data, 'prefix') !== undefined || (specs.length >= 10 && specs.every(hasBuild));
  const statements = generated ? [] : [...to.statements, ...pip.to.statements];
  return {
    ...nothing,
    entries: [...entries, ...sourcedEntries(pip)],
    statements,
    includes: pip.includes,
    problems: pip.problems,
    generated,
    ...(generated ? { tool: condaExport } : {}),
  };
}

function itemSpot(find: ReturnType<typeof locator>, line: string): Spot {
  const { line: number, column } = find(`- ${line}`, `"${line}"`, `'${line}'`, line);
  return { line: number, column: column + 2 };
}

/** `conda env export` writes name=version=build for everything. */
function hasBuild(spec: string): boolean {
  return spec.split('=').filter((part) => part !== '').length === 3;
}

const shape = /^(?:([^\s:]+)::)?([A-Za-z0-9_.-]+)\s*(?:\[[^\]]*\])?\s*(.*)$/;

function condaSpec(spec: string, spot: Spot, to: Collector): LockEntry[] {
  const match = shape.exec(spec.trim());
  if (match === null) return [];
  const [, channel = '', name = '', rest = ''] = match;
  const specifier = rest.trim();
  to.ranged(name, { dialect: 'conda', specifier, detail: channel === '' ? '' : `channel=${channel}` }, spot);
  const pin = /^={0,2}\s*(\d[^\s=*<>,|]*)(?:=([^\s=]+))?$/.exec(specifier);
  if (pin === null) return [];
  const source = sourceOf('conda', [channel, pin[2] ?? ''].filter((part) => part !== '').join(' '));
  return [entryAt(name, spot, { version: pin[1] ?? '', source })];
}
