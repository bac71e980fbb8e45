import type { DictNode, Entry } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';

/** What the same facts and pins say of mappings and entries, by what these were judged as: runs of one repository share most of them. */
export class JudgedParts {
  private readonly parts = new Map<string, WeakMap<DictNode | Entry, readonly Finding[]>>();

  /** Those that were judged as this. */
  as(what: string): WeakMap<DictNode | Entry, readonly Finding[]> {
    const known = this.parts.get(what) ?? new WeakMap();
    this.parts.set(what, known);
    return known;
  }
}
