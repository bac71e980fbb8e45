import { isSlip, nearest } from '../../kernel/near.ts';
import type { Registry } from '../registry/registry.ts';
import type { Declared, Program } from './programs/model.ts';
import { transformersArguments } from './programs/transformers.ts';
import { canonical } from './flags.ts';

/** The declaration that a flag means, by its whole name or, as argparse allows, by the start of exactly one. */
export function declarationOf(program: Program | undefined): (flag: string) => Declared | undefined {
  if (program === undefined) return () => undefined;
  const declared = declarations.get(program) ?? declarationIn(program);
  declarations.set(program, declared);
  return declared;
}

const declarations = new WeakMap<Program, (flag: string) => Declared | undefined>();

function declarationIn(program: Program): (flag: string) => Declared | undefined {
  const byFlag = new Map<string, Declared>();
  for (const declared of program.declared)
    for (const flag of declared.flags) byFlag.set(flag, either(byFlag.get(flag), declared, program.known));
  const loose = [...byFlag].filter(([, declared]) => program.isLoose || isLoose(declared));
  const bySpelling = new Map(loose.map(([flag, declared]) => [spelling(flag), declared]));
  const cut = program.takesPrefixes ? [...byFlag].filter(([, declared]) => takesPrefixes(declared)) : [];
  return (flag) => {
    const known = byFlag.get(flag) ?? bySpelling.get(spelling(flag));
    if (known !== undefined || !flag.startsWith('--')) return known;
    const starting = cut.filter(([name]) => name.startsWith(flag)).map(([, declared]) => declared);
    const distinct = new Set(starting.map(({ name }) => name));
    return distinct.size === 1 ? starting[0] : undefined;
  };
}

/** Of several parsers of a program, one in a class of another package included, it is not known which one gets a flag: what any of them takes is right. */
function either(other: Declared | undefined, declared: Declared, known: ReadonlySet<string>): Declared {
  const { choices: own, type, by, list, isOptional, sets, takes, ...rest } = declared;
  const choices = known.has(declared.name) ? undefined : own;
  if (other === undefined) {
    if (choices === own) return declared;
    const { choices: _, ...open } = declared;
    return open;
  }
  const both = other.choices && choices && [...new Set([...other.choices, ...choices])];
  return {
    ...rest,
    takes: [Math.min(takes[0], other.takes[0]), Math.max(takes[1], other.takes[1])],
    choices: both && both,
    ...(by !== undefined && by === other.by && { by }),
    ...(type !== undefined && type === other.type && { type }),
    ...(list !== undefined && list === other.list && { list }),
    ...((isOptional ?? other.isOptional) && { isOptional: true }),
    ...(sets !== undefined && sets.text === other.sets?.text && { sets }),
  };
}

/** To tyro, and where it is not known what reads them, `--a-b` is `--a_b`. */
function isLoose({ by }: Declared): boolean {
  return by === undefined || by === 'tyro';
}

function takesPrefixes({ by }: Declared): boolean {
  return by === undefined || by === 'argparse' || by === 'hf' || by === 'simple_parsing';
}

function spelling(flag: string): string {
  return flag.replaceAll('_', '-');
}

/** Names that the rules know, by `has`: passed in, for whoever judges runs has them loaded. */
export type Concepts = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

/** Names that frameworks take: those of transformers' trainer, and those whose meaning the rules know. */
export function isFrameworkName(name: string, concepts: Concepts): boolean {
  return transformersArguments.has(name) || concepts.has(name);
}

/** The name that was meant, among those that the program declares or, where that is not known, those that are registered or well known. */
export function meantName(
  name: string,
  program: Program | undefined,
  registered: ReadonlySet<string>,
  concepts: Concepts,
): string | undefined {
  const declared = (program?.declared ?? []).flatMap(({ name: own, flags }) => [
    own,
    ...flags.filter((flag) => flag.startsWith('--')).map(canonical),
  ]);
  const others =
    program !== undefined && program.open === undefined
      ? []
      : [
          ...(program?.known ?? []),
          ...(program === undefined || program.declared.length === 0
            ? [...registered, ...transformersArguments, ...concepts.keys()]
            : []),
        ];
  return (
    declared.find((own) => own === name) ??
    nearest(name, declared) ??
    nearest(
      name,
      others.filter((known) => isLikely(name, known)),
    )
  );
}

/** Of a program that is not known, only what is clearly the same word: long, and begun alike. */
function isLikely(name: string, known: string): boolean {
  return known.length >= 8 && name[0] === known[0] && isSlip(name, known);
}

/** The last steps of all registered paths, with underscores. */
export function registeredNames(registry: Registry | undefined): ReadonlySet<string> {
  if (registry === undefined) return none;
  const known = registeredIn.get(registry);
  if (known !== undefined) return known;
  const names = [...registry.parameters.values()].map(({ steps }) =>
    (steps.findLast((step) => !step.startsWith('*')) ?? '').replaceAll('-', '_'),
  );
  const registered = new Set(names);
  registeredIn.set(registry, registered);
  return registered;
}

const none: ReadonlySet<string> = new Set();
const registeredIn = new WeakMap<Registry, ReadonlySet<string>>();
