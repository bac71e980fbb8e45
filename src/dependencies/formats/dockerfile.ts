/** Dockerfiles: base images after ARG substitution, and what RUN installs with pip or conda. */
import { sourceOf } from '../source.ts';
import { type Format, type LockEntry, type Parsed, nothing } from '../model.ts';
import { redact } from '../../kernel/redact.ts';
import { type Instruction, assignments, instructions, substitute, words } from './docker-lines.ts';
import { entryAt } from './entry.ts';
import { installsOf } from './installs.ts';
import { readLines, sourcedEntries } from './requirements.ts';
import { type Collector, collector } from './statement.ts';
import { conflictMarker } from './conflict-marker.ts';

export const dockerfile: Format = {
  name: 'Dockerfile',
  supports: (path) =>
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.\-_][^/]*)?$|\.(?:dockerfile|containerfile)$/i.test(path),
  installs: true,
  parse,
  restore: (name, version) =>
    name.startsWith('image:')
      ? `write FROM ${name.slice('image:'.length)}:${version} again`
      : `pin ${name}==${version} again`,
};

interface Build {
  readonly to: Collector;
  readonly entries: LockEntry[];
  /** ARGs before the first FROM: they count in every FROM, and in a stage that names them. */
  readonly global: Map<string, string>;
  readonly stages: Set<string>;
  readonly path: string;
  values: Map<string, string>;
  inStage: boolean;
}

function parse(text: string, path: string): Parsed {
  const conflict = conflictMarker(text);
  if (conflict !== undefined) return conflict;
  const build: Build = {
    to: collector(path),
    entries: [],
    global: new Map(),
    stages: new Set(),
    path,
    values: new Map(),
    inStage: false,
  };
  for (const instruction of instructions(text))
    if (!build.to.isFull()) handlers[instruction.keyword]?.(instruction, build);
  return { ...nothing, entries: build.entries, statements: build.to.statements };
}

const handlers: Readonly<Record<string, (instruction: Instruction, build: Build) => void>> = {
  ARG: readArguments,
  ENV: readVariables,
  FROM: readBase,
  RUN: readRun,
};

function readArguments({ rest }: Instruction, build: Build): void {
  for (const [name, value] of assignments(rest)) {
    const given = value === undefined ? build.global.get(name) : substitute(value, build.values);
    if (given === undefined) continue;
    if (!build.inStage) build.global.set(name, given);
    build.values.set(name, given);
  }
}

function readVariables({ rest }: Instruction, build: Build): void {
  const pairs = assignments(rest);
  const old = /^(\w+)\s+([^=].*)$/s.exec(rest);
  if (pairs[0]?.[1] === undefined && old !== null)
    build.values.set(old[1] ?? '', substitute(old[2] ?? '', build.values));
  else
    for (const [name, value] of pairs)
      if (value !== undefined) build.values.set(name, substitute(value, build.values));
}

function readBase({ rest, line }: Instruction, build: Build): void {
  const parts = words(substitute(rest, build.global)).filter((word) => !word.startsWith('--'));
  const [image = '', as = '', stage = ''] = parts;
  build.values = new Map();
  build.inStage = true;
  if (image !== '' && image !== 'scratch' && !build.stages.has(image.toLowerCase()))
    addImage(image, line, build);
  if (as.toLowerCase() === 'as') build.stages.add(stage.toLowerCase());
}

/** `registry:5000/name:tag@sha256:…` */
function addImage(image: string, line: number, { to, entries }: Build): void {
  const [reference = '', digest] = redact(image).split('@', 2);
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  const repository = (colon < 0 ? reference : reference.slice(0, colon)).toLowerCase();
  const tag = colon < 0 ? (digest === undefined ? 'latest' : '') : reference.slice(colon + 1);
  const name = `image:${repository}`;
  const version = tag === '' ? (digest ?? '') : tag;
  const spot = { line, column: 1 };
  to.ranged(
    name,
    {
      dialect: 'pep440',
      specifier: '',
      detail: `${tag}${digest === undefined ? '' : `@${digest}`}`,
      kind: 'image',
    },
    spot,
  );
  entries.push({
    ...entryAt('', spot, { version, source: sourceOf('image', digest === undefined ? '' : `@${digest}`) }),
    name,
  });
}

function readRun({ rest, line }: Instruction, build: Build): void {
  const script = substitute(rest, build.values);
  for (const { items, dialect } of installsOf(script)) {
    if (dialect === 'conda') readConda(items, line, build);
    else readPip(items, line, build);
  }
}

function readPip(items: readonly string[], line: number, { to, entries, path }: Build): void {
  const draft = readLines(
    items.map((text) => ({ text, line, column: 1 })),
    path,
  );
  for (const statement of draft.to.statements) to.statements.push(statement);
  for (const entry of sourcedEntries(draft)) entries.push(entry);
}

function readConda(items: readonly string[], line: number, { to, entries }: Build): void {
  for (const item of items) {
    const match = /^(?:([^\s:]+)::)?([A-Za-z0-9_.-]+)(.*)$/.exec(item);
    if (match === null) continue;
    const [, channel = '', name = '', specifier = ''] = match;
    to.ranged(name, { dialect: 'conda', specifier, detail: channel }, { line, column: 1 });
    const version = /^={1,2}(\d[^=*<>,|]*)/.exec(specifier)?.[1];
    if (version !== undefined)
      entries.push(entryAt(name, { line, column: 1 }, { version, source: sourceOf('conda') }));
  }
}
