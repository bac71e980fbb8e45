import { isSlip, nearest } from '../../kernel/near.ts';
import { conceptsOf } from '../rules/names.ts';
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
  const bySpelling = new Map([...byFlag].map(([flag, declared]) => [spelling(flag), declared]));
  return (flag) => {
    const known = byFlag.get(flag) ?? bySpelling.get(spelling(flag));
    if (known !== undefined || !program.takesPrefixes || !flag.startsWith('--')) return known;
    const starting = [...byFlag].filter(([name]) => name.startsWith(flag)).map(([, declared]) => declared);
    const distinct = new Set(starting.map(({ name }) => name));
    return distinct.size === 1 ? starting[0] : undefined;
  };
}

/** Of several parsers of a program, one in a class of another package included, it is not known which one gets a flag: what any of them takes is right. */
function either(other: Declared | undefined, declared: Declared, known: ReadonlySet<string>): Declared {
  const { choices: own, type, ...rest } = declared;
  const choices = known.has(declared.name) ? undefined : own;
  if (other === undefined) return choices === own ? declared : { ...rest, ...(type && { type }) };
  const both = other.choices && choices && [...new Set([...other.choices, ...choices])];
  return {
    ...rest,
    ...(both && { choices: both }),
    ...(type !== undefined && type === other.type && { type }),
  };
}

/** Parsers of dataclasses take `--a-b` for `--a_b`; argparse itself does not. */
function spelling(flag: string): string {
  return flag.replaceAll('_', '-');
}

/** Names that frameworks take: those of transformers' trainer, and those whose meaning the rules know. */
export function isFrameworkName(name: string): boolean {
  return transformersArguments.has(name) || conceptsOf.has(name);
}

/** The name that was meant, among those that the program declares or, where that is not known, those that are registered or well known. */
export function meantName(
  name: string,
  program: Program | undefined,
  registered: ReadonlySet<string>,
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
            ? [...registered, ...transformersArguments, ...conceptsOf.keys()]
            : []),
        ];
  return (
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
