import { list, type Field } from '../kernel/fields.ts';
import { fieldOf, type Setting, type ValueOf } from '../kernel/settings.ts';
import { plainText } from '../kernel/settings-text.ts';
import type { Option } from './verb.ts';

/** A setting of the policy as an option: its field, and what it says of itself. Lists may be given several times. */
export function optionOf<S extends Setting>(setting: S): Option<ValueOf<S>> {
  const { option, description = '' } = setting;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the field gives what its kind says
  const field = fieldOf(setting) as Field<ValueOf<S>>;
  return {
    field,
    help: plainText(setting, option?.help ?? description),
    multiple: field === list,
    ...(option?.value === undefined ? {} : { value: option.value }),
  };
}
