import {
  type AndOr,
  type CommandNode,
  type CompoundList,
  parse,
  type Pipeline,
  type PipelineNode,
  type Statement,
} from 'unbash';
import { submitted } from './batch.ts';
import { andOr, anyNumber, choice, conditional, loop } from './control.ts';
import { arithmetic, countingLoop } from './counting.ts';
import { expressionOutcome } from './conditions.ts';
import { limits } from './limits.ts';
import type { Field, ShellCommand, ShellProblem, Source, Span, UnfollowedScript } from './model.ts';
import { NotedCommands } from './noted.ts';
import { merged } from './merged.ts';
import type { Places } from './places.ts';
import { runCommand } from './commands.ts';
import { catOf } from './given.ts';
import type { Runner, SourceReader } from './runner.ts';
import { Words } from './words.ts';
import { type ShellFunction, unknownArguments, type World, World as NewWorld } from './world.ts';

/** Follows a script through every state in which it may be. */
export class Run implements Runner {
  readonly problems: ShellProblem[] = [];
  readonly missing = new Set<string>();
  readonly read: SourceReader;
  private readonly places: Places;
  private readonly environment: ReadonlyMap<string, string>;
  private readonly noted = new NotedCommands();
  private readonly called = new Set<ShellFunction>();
  readonly unfollowed: UnfollowedScript[] = [];
  piped: Field | undefined;
  /** Texts of scripts that run each other. */
  private readonly open: string[] = [];
  private statements = 0;
  private depth = 0;
  private isUncalled = false;
  private doubts = 0;

  constructor(
    places: Places,
    read: SourceReader | undefined,
    environment: ReadonlyMap<string, string> = new Map(),
  ) {
    this.places = places;
    this.read = read ?? (() => undefined);
    this.environment = environment;
  }

  get commands(): readonly ShellCommand[] {
    return this.noted.commands;
  }

  start(statements: readonly Statement[], source: Source): void {
    const world = new NewWorld();
    const at: Span = { source, start: 0, end: 0 };
    for (const [name, text] of this.environment) {
      world.set(name, {
        items: [{ pieces: [{ text, at }], isMany: false, at, assumes: [] }],
        isArray: false,
      });
      world.exported.add(name);
    }
    // bash has aliases only on demand, other shells always
    world.expandsAliases = /^#!.*\b(?:da|a)?sh\s*$/m.test(source.text.split('\n', 1)[0] ?? '');
    const [last = world] = this.list(statements, submitted(source, world, {}), source);
    this.uncalled(last, at);
  }

  /** What a library defines for the scripts that source it is read as well, with arguments that are not known. */
  private uncalled(world: World, at: Span): void {
    this.isUncalled = true;
    for (const definition of world.functions.values()) {
      if (!this.called.has(definition)) this.call(definition, [unknownArguments(at)], world.clone());
    }
  }

  list(
    statements: readonly Statement[],
    worlds: readonly World[],
    source: Source,
    isCondition = false,
  ): World[] {
    const outer = worlds[0]?.refuted ?? new Map();
    let live = [...worlds];
    for (const statement of statements) {
      if (live.every(({ stop }) => stop !== undefined) || !this.spend(statement, source, live)) break;
      const next = live.flatMap((world) =>
        world.stop === undefined ? this.statement(statement, world, source) : [world],
      );
      if (!isCondition) for (const each of next) each.undo(outer);
      live = merged(next, { source, start: statement.pos, end: statement.end });
    }
    return live;
  }

  private spend(statement: Statement, source: Source, worlds: readonly World[]): boolean {
    for (const { variables } of worlds) this.statements += 1 + variables.size / 50;
    if (this.statements <= limits.statements && !this.noted.isFull) return true;
    if (this.problems.length === 0)
      this.problem(
        { source, start: statement.pos, end: statement.end },
        'the script runs more commands than are followed: the rest is not read',
      );
    return false;
  }

  problem(at: Span, message: string): void {
    this.problems.push({ ...this.places.of(at), message });
  }

  private statement({ command, background }: Statement, world: World, source: Source): World[] {
    if (background !== true) return this.node(command, world, source);
    this.node(command, world.clone(), source);
    world.status = 'ok';
    return [world];
  }

  node(node: PipelineNode | AndOr, world: World, source: Source): World[] {
    if (node.type === 'AndOr') return andOr(this, node, world, source);
    if (node.type === 'Pipeline') return this.pipeline(node, world, source);
    return this.command(node, world, source);
  }

  /** Each part of a pipeline runs in a shell of its own; one part alone does not. */
  private pipeline({ commands, prefixes }: Pipeline, world: World, source: Source): World[] {
    const isInverted = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
    const [first, ...rest] = commands;
    if (first !== undefined && rest.length === 0) {
      const worlds = this.command(first, world, source);
      if (isInverted) for (const each of worlds) each.invert();
      return worlds;
    }
    for (const [index, command] of commands.entries()) {
      this.piped = catOf(commands[index - 1], world, source);
      this.command(command, world.clone(), source);
    }
    this.piped = undefined;
    world.status = 'unknown';
    return [world];
  }

  private command(node: CommandNode | CompoundList, world: World, source: Source): World[] {
    switch (node.type) {
      case 'Command':
        return runCommand(node, world, source, this);
      case 'If':
        return conditional(this, node, world, source);
      case 'For':
        return loop(this, node, world, source);
      case 'Case':
        return choice(this, node, world, source);
      case 'BraceGroup':
        return this.list(node.body.commands, [world], source);
      case 'CompoundList':
        return this.list(node.commands, [world], source);
      case 'Redirected':
        return this.command(node.command, world, source);
      case 'Function':
        world.functions.set(node.name.value, { body: node.body, source, name: node.name.value });
        world.status = 'ok';
        return [world];
      case 'Subshell':
        return this.apart(node.body.commands, world, source);
      case 'TestCommand':
        world.conclude(expressionOutcome(node.expression, new Words(world, source)));
        return [world];
      case 'ArithmeticCommand':
        return arithmetic(node, world, source);
      case 'While':
        return anyNumber(this, node, [...node.clause.commands, ...node.body.commands], world, source);
      case 'ArithmeticFor':
        return countingLoop(this, node, world, source);
      case 'Select':
        return anyNumber(this, node, node.body.commands, world, source);
      case 'Coproc':
        this.command(node.body, world.clone(), source);
        return [world];
    }
  }

  maybe<T>(body: () => T): T {
    this.doubts += 1;
    const result = body();
    this.doubts -= 1;
    return result;
  }

  /** In a shell of its own: what it sets is gone after it. */
  apart(statements: readonly Statement[], world: World, source: Source): World[] {
    const inner = this.list(statements, [world.clone()], source);
    const [first] = inner;
    world.status =
      inner.length === 1 && first !== undefined && first.stop === undefined ? first.status : 'unknown';
    return [world];
  }

  /** Runs a function with these arguments. */
  call(definition: ShellFunction, given: readonly Field[], world: World): World[] {
    this.called.add(definition);
    const at: Span = { source: definition.source, start: definition.body.pos, end: definition.body.end };
    if (this.depth >= limits.depth) {
      world.forget('functions call each other too deeply');
      return [world];
    }
    const before = world.clone();
    world.arguments = given;
    world.locals = new Set();
    this.depth += 1;
    const after = this.command(definition.body, world, definition.source);
    this.depth -= 1;
    for (const each of after) {
      for (const name of each.locals ?? []) each.restore(name, before);
      each.arguments = before.arguments;
      if (each.integers !== before.integers)
        each.integers = new Set(
          [...each.integers].filter((name) => before.integers.has(name) || each.locals?.has(name) !== true),
        );
      each.locals = before.locals;
      if (each.stop === 'return') [each.stop, each.status] = [undefined, 'unknown'];
    }
    return merged(after, at);
  }

  /** Runs what another file, `eval` or `bash -c` gives. */
  nested(source: Source, worlds: readonly World[], at: Span): World[] {
    if (this.depth >= limits.depth || source.text.length > limits.script) {
      this.problem(at, 'scripts run each other too deeply: the rest is not read');
      return [...worlds];
    }
    // a script that submits itself does so where it runs the first time
    if (this.open.filter((text) => text === source.text).length > 1) return [...worlds];
    this.piped = undefined;
    const { commands, errors = [] } = parse(source.text);
    for (const { message, pos } of errors.slice(0, 3))
      this.problem({ source, start: pos, end: pos }, `this is not read as bash: ${message}`);
    this.depth += 1;
    this.open.push(source.text);
    const after = this.list(commands, worlds, source);
    this.open.pop();
    this.depth -= 1;
    for (const each of after) if (each.stop === 'return') each.stop = undefined;
    return merged(after, at);
  }

  leave({ pieces }: Field, at: Span, reason?: string): void {
    const path = pieces.map((piece) => piece.text ?? `(${piece.unknown})`).join('');
    const isKnown = pieces.every(({ text }) => text !== undefined);
    this.unfollowed.push({ ...this.places.of(at), path, isKnown, ...(reason !== undefined && { reason }) });
  }

  emit(fields: readonly Field[], environment: ReadonlyMap<string, Field>, world: World, at: Span): void {
    const words = fields.map((field) => this.places.word(field));
    this.noted.add({
      ...this.places.of(at),
      words,
      environment: new Map([...environment].map(([name, field]) => [name, this.places.word(field)])),
      directory: world.directory,
      isUncalled: this.isUncalled,
      ...(this.doubts === 0 ? {} : { isMaybe: true as const }),
    });
  }
}
