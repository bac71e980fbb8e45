import { list, type Field } from '../kernel/fields.ts';
import { fieldOf, type Setting, type ValueOf } from '../kernel/settings.ts';
import { plainText } from '../kernel/settings-text.ts';
import type { Option } from './verb.ts';

/** A setting of the policy as an option: its field, and what it says of itself. Lists may be given several times. */
export function optionOf<S extends Setting>(setting: S): Option<ValueOf<S>> {
  const { option, description = '' } = setting;
  const field: Field<unknown> = fieldOf(setting);
  return {
    field: fieldOf(setting),
    help: plainText(setting, option?.help ?? description),
    multiple: field === list,
    ...(option?.value === undefined ? {} : { value: option.value }),
  };
}
