/** Dockerfiles: base images after ARG substitution, and what RUN installs. */
import { assignments, instructions, type Instruction, substitute, words } from '../formats/docker-lines.ts';
import { maxPackages, unreadable } from '../model.ts';
import { variable } from './environment.ts';
import { addImage } from './images.ts';
import type { ReadShell } from './read-shell.ts';
import { addScript } from './script.ts';
import { type Sink, sinkFor } from './sink.ts';

interface Build {
  readonly sink: Sink;
  readonly readShell: ReadShell;
  /** ARGs before the first FROM: they count in every FROM, and in a stage that names them. */
  readonly global: Map<string, string>;
  /** Stages by name and number, each with where what it installs lies. */
  readonly stages: Map<string, string>;
  count: number;
  /** Of the stage: defaults, which whoever builds the image may set otherwise. */
  values: Map<string, string>;
  /** Of the stage: what ENV sets. */
  environment: Map<string, string>;
  inStage: boolean;
}

export function readDockerfile(text: string, path: string, readShell: ReadShell): Sink {
  const sink = sinkFor(path);
  const build: Build = {
    sink,
    readShell,
    global: new Map(),
    stages: new Map(),
    count: 0,
    values: new Map(),
    environment: new Map(),
    inStage: false,
  };
  const all = instructions(text);
  if (all.length > maxPackages) sink.problems.push(...tooMany.problems);
  for (const instruction of all.length > maxPackages ? [] : all)
    if (!sink.to.isFull()) handlers[instruction.keyword]?.(instruction, build);
  return sink;
}

const tooMany = unreadable(`it names more than ${maxPackages} packages`);

const handlers: Readonly<Record<string, (instruction: Instruction, build: Build) => void>> = {
  ARG: readArguments,
  ENV: readVariables,
  FROM: readBase,
  COPY: readCopy,
  RUN: readRun,
};

function readArguments({ rest, line }: Instruction, build: Build): void {
  for (const [name, value] of assignments(rest)) {
    const given = value === undefined ? build.global.get(name) : substitute(value, known(build));
    if (given === undefined) continue;
    if (!build.inStage) build.global.set(name, given);
    build.values.set(name, given);
    variable(name, given, { line, column: 1 }, build.sink);
  }
}

function readVariables({ rest, line }: Instruction, build: Build): void {
  const pairs = assignments(rest);
  const old = /^(\w+)\s+([^=].*)$/s.exec(rest);
  const isOld = pairs[0]?.[1] === undefined && old !== null;
  const all = isOld ? [[old[1] ?? '', old[2]] as const] : pairs;
  for (const [name, value] of all) {
    if (value === undefined) continue;
    const given = substitute(value, known(build));
    build.environment.set(name, given);
    variable(name, given, { line, column: 1 }, build.sink);
  }
}

function known({ values, environment }: Build): ReadonlyMap<string, string> {
  return new Map([...values, ...environment]);
}

function readBase({ rest, line }: Instruction, build: Build): void {
  const parts = words(substitute(rest, build.global)).filter((word) => !word.startsWith('--'));
  const [image = '', as = '', stage = ''] = parts;
  build.values = new Map();
  build.environment = new Map();
  build.inStage = true;
  addFrom(image, line, build);
  const number = String(build.count++);
  build.sink.place = `${build.stages.get(image.toLowerCase()) ?? ''}${number}/`;
  build.stages.set(number, build.sink.place);
  if (as.toLowerCase() === 'as') build.stages.set(stage.toLowerCase(), build.sink.place);
}

/** Not one of its own stages. */
function addFrom(image: string, line: number, { stages, sink }: Build): void {
  if (image === '' || image === 'scratch' || stages.has(image.toLowerCase()) || /^\d+$/.test(image)) return;
  addImage(image, { line, column: 1 }, sink);
}

function readCopy({ rest, line }: Instruction, build: Build): void {
  const from = /^(?:--\S+\s+)*--from=(\S+)/.exec(substitute(rest, known(build)))?.[1];
  if (from !== undefined) addFrom(from, line, build);
}

/** ARG's values as Docker puts them in; what a shell makes of them is made when the image is built. */
function readRun({ rest, line, script }: Instruction, build: Build): void {
  const mounts = rest.matchAll(/--mount=\S*?\bfrom=([^\s,]+)/g);
  for (const [, from = ''] of mounts) addFrom(substitute(from, known(build)), line, build);
  const text = substitute(script, known(build));
  addScript({ text, at: { line, column: 1 }, environment: build.environment }, build.sink, build.readShell);
}
