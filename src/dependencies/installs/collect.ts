/** From the commands of a script to statements and entries. */
import type { ShellCommand, ShellScript } from '../../documents/shell/model.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { normaliseName } from '../../pep440/names.ts';
import { entryAt } from '../formats/entry.ts';
import type { Spot } from '../formats/places.ts';
import { readLines, sourcedEntries } from '../formats/requirements.ts';
import { sourceOf } from '../source.ts';
import { cloneReader } from './clones.ts';
import { type Install, type Item, installOf } from './commands.ts';
import { variable } from './environment.ts';
import { type Sink, installing, unknownVersion, unread } from './sink.ts';
import type { Manager } from './tools.ts';
import { takenBy } from './uninstalls.ts';

type Environment = ReadonlyMap<string, string> | undefined;

/** Adds what the script installs to the sink, and takes out what it takes away. `above`: lines of the file before it; `given`: what is set where it runs, and reported there. */
export function collectScript(
  { commands, problems }: ShellScript,
  above: number,
  given: Environment,
  sink: Sink,
): void {
  const clone = cloneReader(sink, above);
  for (const command of commands) {
    if (sink.to.isFull()) return;
    clone(command);
    const install = installOf(command, above);
    if (install?.removes === true) collectUninstall(install, command, sink);
    else if (install !== undefined)
      installing(installedBy(install, command, sink), sink, () =>
        collectInstall(install, command, given, sink),
      );
  }
  for (const { message, line, column } of problems)
    sink.problems.push(unread(message, { line: line + above, column }));
}

function installedBy({ line, column, target, upgrades }: Install, command: ShellCommand, sink: Sink) {
  const isMaybe = command.isMaybe === true || command.isUncalled;
  const place = `${target}|${sink.place}`;
  return { at: `${line}:${column}`, place, isMaybe, upgrades, order: sink.commands++ };
}

function collectUninstall(install: Install, command: ShellCommand, sink: Sink): void {
  const by = installedBy(install, command, sink);
  sink.uninstalls.push(...takenBy(install, by, sink.path));
  const behind = sink.to.statements.length;
  for (const { text, line, column, isKnown } of install.files)
    if (isKnown) sink.takes.push({ path: text, installed: by, line, column, behind });
  if (install.isOpen)
    sink.problems.push(unread('which packages this command takes away is made while it runs', install));
}

function collectInstall(install: Install, command: ShellCommand, given: Environment, sink: Sink): void {
  const known = install.items.filter(({ isKnown }) => isKnown);
  const names = collectors[install.manager](known, install, sink);
  const unknown = install.items
    .filter(({ isKnown }) => !isKnown)
    .flatMap((item) => unknownItem(item, install, sink));
  const all = [...names, ...unknown, ...(install.files.length > 0 ? ['*'] : [])];
  // `pip install -c constraints.txt -e .`: what the project itself needs.
  const ofProject = all.length === 0 ? ['*'] : all;
  for (const { option, value } of install.options)
    for (const name of option === 'no-deps' ? all : ofProject)
      sink.to.option(name, option, sourceUrl(value), install);
  for (const [name, { text }] of command.environment)
    if (text !== undefined && given?.get(name) !== text) variable(name, text, install, sink);
}

type Collect = (items: readonly Item[], install: Install, sink: Sink) => readonly string[];

const collectors: Readonly<Record<Manager, Collect>> = {
  pip: readPip,
  poetry: (items, _, sink) => items.map((item) => readPoetry(item, sink)),
  conda: (items, _, sink) => items.flatMap((item) => readConda(item, sink)),
  os: (items, _, sink) => items.flatMap((item) => readSystemPackage(item, sink)),
};

function readPip(items: readonly Item[], { options, files }: Install, sink: Sink): readonly string[] {
  const indexes = options.filter(({ option }) => option === 'index').map(({ value }) => sourceUrl(value));
  const draft = readLines(items, sink.path);
  for (const url of indexes) {
    const range = { dialect: 'pep440', specifier: '', kind: 'index', detail: `in a command ${url}` } as const;
    sink.to.ranged('*', range, items[0] ?? { line: 1, column: 1 });
  }
  for (const { text, line, column } of files.filter(({ isKnown }) => isKnown))
    sink.lists.push({ path: text, line, column, behind: sink.to.statements.length });
  sink.to.statements.push(...draft.to.statements);
  for (const entry of sourcedEntries({ ...draft, indexes })) sink.entries.push(entry);
  return draft.to.statements.map(({ name }) => name);
}

/** `torch@^2.5`, `torch==2.5.1`. */
function readPoetry(item: Item, sink: Sink): string {
  const [, name = '', , specifier = ''] = /^([A-Za-z0-9_.-]+)(\[[^\]]*\])?@?(.*)$/.exec(item.text) ?? [];
  const range = specifier === 'latest' ? '' : specifier;
  sink.to.ranged(name, { dialect: 'poetry', specifier: range }, item);
  const version = /^=*(\d[^,*|\s]*)$/.exec(range)?.[1];
  if (version !== undefined) sink.entries.push(entryAt(name, item, { version }));
  return normaliseName(name);
}

function readConda(item: Item, { to, entries }: Sink): readonly string[] {
  const match = /^(?:([^\s:]+)::)?([A-Za-z0-9_.-]+)(.*)$/.exec(item.text);
  if (match === null) return [];
  const [, channel = '', name = '', specifier = ''] = match;
  to.ranged(name, { dialect: 'conda', specifier, detail: channel }, item);
  const version = /^={1,2}(\d[^=*<>,|]*)/.exec(specifier)?.[1];
  if (version !== undefined) entries.push(entryAt(name, item, { version, source: sourceOf('conda') }));
  return [normaliseName(name)];
}

/** `libnccl2=2.21.5-1+cuda12.4` (apt, apk), `libnccl-2.21.5-1+cuda12.4` (dnf, yum, zypper). */
function readSystemPackage(item: Item, { to, entries }: Sink): readonly string[] {
  const match = systemPackage.exec(item.text) ?? releaseInName.exec(item.text);
  const bare = (match?.[1] ?? item.text).replace(/^(cuda-[a-z-]+?)-\d+-\d+$/, '$1');
  const name = `os:${bare.toLowerCase()}`;
  const version = match?.[2]?.replace(/^(\d+)-(\d+)$/, '$1.$2') ?? '';
  if (!/^os:[a-z0-9]/.test(name)) return [];
  to.ranged(name, { dialect: 'pep440', specifier: version === '' ? '' : `=${version}` }, item);
  if (version !== '') entries.push({ ...entryAt('', item, { version }), name });
  return [name];
}

const systemPackage = /^([A-Za-z0-9][\w.+-]*?)(?::\w+)?(?:=|~=|>=?|<=?|-(?=\d+\.))(.+)$/;
/** `cuda-toolkit-12-4` */
const releaseInName = /^(cuda-[a-z-]+?|lib[a-z]+)-(\d+-\d+)$/;

/** `torch==2.0.1+cu…`: the name is there, the version is made while it runs. */
function unknownItem(item: Item, { manager }: Install, sink: Sink): readonly string[] {
  const [, bare = '', rest = ''] =
    /^([A-Za-z0-9][\w.-]*?)(?:\[[^\]]*\])?([=<>~!@ ].*)$/s.exec(item.text) ?? [];
  if (bare === '') return [];
  const name = manager === 'os' ? `os:${bare.toLowerCase()}` : normaliseName(bare);
  addUnknown(name, rest, item, sink);
  return [name];
}

export function addUnknown(name: string, specifier: string, spot: Spot, sink: Sink): void {
  unknownVersion(sink, { name, specifier, text: `${name} ${specifier}` }, spot);
  sink.entries.push({ ...entryAt('', spot, { version: 'unknown' }), name });
}
