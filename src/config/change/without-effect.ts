import type { ConfigDocument } from '../../documents/document.ts';
import { isScalar, nodeAt, scalarText } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import { configRules } from '../rules/rules.ts';
import type { ValueChange } from './classify.ts';

/** What is read only where the switch beside it is on (transformers: Qwen's attention, GenerationConfig). */
const switches: ReadonlyMap<string, string> = new Map([
  ...['sliding_window', 'max_window_layers'].map((name) => [name, 'use_sliding_window'] as const),
  ...['temperature', 'top_p', 'top_k', 'min_p', 'typical_p'].map((name) => [name, 'do_sample'] as const),
]);

/** What is read only where the strategy beside it counts steps (transformers TrainingArguments). */
const strategies: ReadonlyMap<string, string> = new Map([
  ['eval_steps', 'eval_strategy'],
  ['save_steps', 'save_strategy'],
  ['logging_steps', 'logging_strategy'],
]);

/** Changes of values that a switch beside them turns off: whoever makes them expects an effect. */
export function withoutEffect(head: ConfigDocument, changes: readonly ValueChange[]): Finding[] {
  return changes.flatMap(({ path, before, after }) => {
    const name = String(path.at(-1));
    const toggle = switches.get(name) ?? strategies.get(name);
    if (toggle === undefined || before === undefined || after === undefined || after.type === 'NoneType')
      return [];
    const node = nodeAt(head.root, [...path.slice(0, -1), toggle]);
    const isOff = switches.has(name)
      ? node?.type === 'bool' && !node.value
      : node?.type === 'str' && ['no', 'epoch'].includes(node.value);
    if (!isOff || node === undefined || !isScalar(node)) return [];
    return [
      configRules['change-without-effect'].finding({
        file: head.file,
        ...head.place(path, 'value'),
        message: `${name} changes, but ${toggle} is ${scalarText(node)}: nothing reads it`,
        help: `set ${toggle} to ${switches.has(name) ? 'true' : 'steps'}, or leave ${name} as it was`,
      }),
    ];
  });
}
