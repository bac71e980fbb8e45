import type { ConfigDocument } from '../../documents/document.ts';
import { nodeAt } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import { configRules } from '../rules/rules.ts';
import type { ValueChange } from './classify.ts';

/** What is read only where the switch beside it is on (transformers: Qwen's attention, GenerationConfig). */
const switches: ReadonlyMap<string, string> = new Map([
  ...['sliding_window', 'max_window_layers'].map((name) => [name, 'use_sliding_window'] as const),
  ...['temperature', 'top_p', 'top_k', 'min_p', 'typical_p'].map((name) => [name, 'do_sample'] as const),
]);

/** Changes of values that a switch beside them turns off: whoever makes them expects an effect. */
export function withoutEffect(head: ConfigDocument, changes: readonly ValueChange[]): Finding[] {
  return changes.flatMap(({ path, before, after }) => {
    const name = String(path.at(-1));
    const toggle = switches.get(name);
    if (toggle === undefined || before === undefined || after === undefined || after.type === 'NoneType')
      return [];
    const node = nodeAt(head.root, [...path.slice(0, -1), toggle]);
    if (node?.type !== 'bool' || node.value) return [];
    return [
      configRules['change-without-effect'].finding({
        file: head.file,
        ...head.place(path, 'value'),
        message: `${name} changes, but ${toggle} is false: nothing reads it`,
        help: `set ${toggle} to true, or leave ${name} as it was`,
      }),
    ];
  });
}
