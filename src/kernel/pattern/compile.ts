import { type Atom, parsePattern, type Piece } from './parse.ts';

export interface CompiledPattern {
  /** Whether the pattern matches anywhere in the text, in time linear in its length. */
  test(text: string): boolean;
}

export type CompileResult =
  | { readonly ok: true; readonly pattern: CompiledPattern }
  | { readonly ok: false; readonly problem: string };

/** Thompson's construction: a state is a test of one character, a jump, an anchor or the end. */
type State =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'match' };

/** Repeats are copied, so a pattern such as (a{1000}){1000} is refused here. */
const maxStates = 20_000;

/** Regular expressions without back-references and look-around, matched without backtracking: no pattern can hang the gate. */
export function compilePattern(source: string): CompileResult {
  const parsed = parsePattern(source);
  if (!parsed.ok) return parsed;
  const builder = new Builder();
  try {
    const end = builder.add({ kind: 'match' });
    const start = builder.alternatives(parsed.alternatives, end);
    return { ok: true, pattern: { test: (text) => run(builder.states, start, text) } };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, problem: 'its repeats are too large' };
    throw error;
  }
}

class TooLarge extends Error {}

class Builder {
  readonly states: State[] = [];

  add(state: State): number {
    if (this.states.length >= maxStates) throw new TooLarge();
    this.states.push(state);
    return this.states.length - 1;
  }

  alternatives(all: readonly (readonly Piece[])[], next: number): number {
    const starts = all.map((pieces) => this.sequence(pieces, next));
    return starts.length === 1 ? (starts[0] ?? next) : this.add({ kind: 'split', next: starts });
  }

  private sequence(pieces: readonly Piece[], next: number): number {
    return pieces.reduceRight((after, piece) => this.piece(piece, after), next);
  }

  private piece({ atom, min, max }: Piece, next: number): number {
    let start = max === undefined ? this.loop(atom, next) : next;
    for (let count = min; count < (max ?? min); count += 1) {
      start = this.add({ kind: 'split', next: [this.atom(atom, start), next] });
    }
    for (let count = 0; count < min; count += 1) start = this.atom(atom, start);
    return start;
  }

  private loop(atom: Atom, next: number): number {
    const targets: number[] = [];
    const split = this.add({ kind: 'split', next: targets });
    targets.push(this.atom(atom, split), next);
    return split;
  }

  private atom(atom: Atom, next: number): number {
    if (atom.kind === 'group') return this.alternatives(atom.alternatives, next);
    if (atom.kind === 'character') return this.add({ kind: 'character', accepts: atom.accepts, next });
    return this.add({ kind: atom.kind, next });
  }
}

function run(states: readonly State[], start: number, text: string): boolean {
  const characters = Array.from(text);
  let active = new Set<number>();
  for (const [index, character] of [...characters, undefined].entries()) {
    const atEnd = index === characters.length;
    if (follow(states, start, active, index === 0, atEnd)) return true;
    if (character === undefined) return false;
    const next = new Set<number>();
    for (const id of active) {
      const state = states[id];
      if (state?.kind !== 'character' || !state.accepts(character)) continue;
      if (follow(states, state.next, next, false, index + 1 === characters.length)) return true;
    }
    active = next;
  }
  return false;
}

/** Adds all states that are reached without a character; true when the match is among them. */
function follow(
  states: readonly State[],
  from: number,
  into: Set<number>,
  atStart: boolean,
  atEnd: boolean,
): boolean {
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const state = states[id];
    if (state === undefined || into.has(id)) continue;
    into.add(id);
    if (state.kind === 'match') return true;
    if (state.kind === 'split') open.push(...state.next);
    else if ((state.kind === 'start' && atStart) || (state.kind === 'end' && atEnd)) open.push(state.next);
  }
  return false;
}
