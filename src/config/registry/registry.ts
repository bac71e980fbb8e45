import type { PythonType } from '../../documents/tree/node.ts';
import type { CompileResult } from '../../kernel/pattern/compile.ts';

export type ParameterKind = 'structural' | 'tuning';

/** What a value must be. */
export interface Constraints {
  /** Python's types; `undefined`: any. */
  readonly types: ReadonlySet<PythonType> | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly multipleOf?: number;
  readonly enum?: readonly unknown[];
  readonly pattern?: Pattern;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A pattern as written, and what it compiles to. */
export interface Pattern {
  readonly source: string;
  readonly compiled: CompileResult;
}

export interface Parameter extends Constraints {
  /** As written in the registry. */
  readonly path: string;
  readonly steps: readonly string[];
  readonly items?: Constraints;
  readonly required: boolean;
  readonly kind: ParameterKind;
  readonly owner?: string;
  readonly since?: string;
  readonly deprecated?: string;
  readonly replacedBy?: string;
  readonly doc?: string;
  /** Of a derived registry: in how many configs its type was seen. */
  readonly seen?: number;
}

/** Fewer configs are a guess: what was an int, or a text, may be a float, a list or null as well. */
const enoughSightings = 5;

/** Whether the type was derived from so few configs that another one only warns. */
export function isGuess({ seen }: Parameter): boolean {
  return seen !== undefined && seen < enoughSightings;
}

/** Registered paths as a tree: `*` and `**` are children like any other. */
export interface RegistryNode {
  readonly parameter?: Parameter;
  readonly children: ReadonlyMap<string, RegistryNode>;
}

export interface Registry {
  readonly file: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly root: RegistryNode;
  readonly reasons: readonly StructuralReason[];
  /** Where a line for another parameter can stand; absent where the registry is not written in lines. */
  readonly insertion?: Insertion;
}

/** In front of the first parameter. */
interface Insertion {
  readonly line: number;
  readonly indent: string;
}

/** Why a structural parameter gets another value. */
export interface StructuralReason {
  readonly parameter: string;
  /** As plain data; `null` for a parameter that is removed. */
  readonly to: unknown;
  readonly reason: string;
}

type Required = readonly (readonly [name: string, Parameter])[];

const required = new WeakMap<RegistryNode, Required>();

/** Names that must be set in a mapping; found once, for a thousand configs ask. */
export function requiredIn(node: RegistryNode): Required {
  const known = required.get(node);
  if (known !== undefined) return known;
  const found = [...node.children].flatMap(([name, { parameter }]) =>
    parameter?.required === true && name !== '*' && name !== '**' ? [[name, parameter] as const] : [],
  );
  required.set(node, found);
  return found;
}

/** The child that a step leads to: its own name first, then `*`, then `**`. */
export function registryChild(node: RegistryNode, step: string | number): RegistryNode | undefined {
  return node.children.get(String(step)) ?? node.children.get('*') ?? node.children.get('**');
}

/** The parameter that governs a path: its own, or the one above that covers everything below itself. */
export function parameterAt(registry: Registry, path: readonly (string | number)[]): Parameter | undefined {
  let node: RegistryNode = registry.root;
  for (const [index, step] of path.entries()) {
    const child = registryChild(node, step);
    if (child === undefined) return covers(node) ? node.parameter : undefined;
    if (child.parameter?.steps.at(-1) === '**' && !covers(child)) return child.parameter;
    node = child;
    if (index === path.length - 1) return node.parameter;
  }
  return node.parameter;
}

/** Whether a path, or what holds it, is registered; a mapping is where something below it is. */
export function isRegistered(registry: Registry, path: readonly string[]): boolean {
  let node = registry.root;
  for (const step of path) {
    const child = registryChild(node, step);
    if (child === undefined) return covers(node);
    if (child.parameter?.steps.at(-1) === '**') return true;
    node = child;
  }
  return true;
}

/** A mapping or list registered without anything below it is open: all that it holds is registered with it. */
export function covers(node: RegistryNode): boolean {
  return node.parameter !== undefined && node.children.size === 0 && node.parameter.steps.length > 0;
}
