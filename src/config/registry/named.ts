import type { Path } from '../../documents/tree/node.ts';
import type { Parameter, Registry } from './registry.ts';

const indexes = new WeakMap<Registry, ReadonlyMap<string, readonly Parameter[]>>();

/**
 * The parameters that a value of a run may be: those with the same last steps, as far as both have steps. A flag has one step,
 * and however it spells its dashes.
 */
export function parametersNamed(registry: Registry, path: Path): readonly Parameter[] {
  const name = path.at(-1);
  if (typeof name !== 'string') return [];
  const found = indexOf(registry).get(plain(name)) ?? [];
  return found.filter(({ steps }) => isEnding(steps, path));
}

function isEnding(steps: readonly string[], path: Path): boolean {
  const length = Math.min(steps.length, path.length);
  const [here, there] = [steps.slice(-length), path.slice(-length)];
  return here.every((step, at) => step === '*' || plain(step) === plain(String(there[at])));
}

function indexOf(registry: Registry): ReadonlyMap<string, readonly Parameter[]> {
  const known = indexes.get(registry);
  if (known !== undefined) return known;
  const made = new Map<string, Parameter[]>();
  for (const parameter of registry.parameters.values()) {
    const name = plain(parameter.steps.at(-1) ?? '');
    if (!name.startsWith('*')) made.set(name, [...(made.get(name) ?? []), parameter]);
  }
  indexes.set(registry, made);
  return made;
}

function plain(step: string): string {
  return step.replaceAll('-', '_');
}
