import type { Field } from '../../kernel/fields.ts';

/** `14` or `14-20`, 1-based, both ends included. */
export const lineRange: Field<readonly [number, number]> = {
  expects: 'a line, or a range such as 14-20',
  parse: (raw) => {
    const [, first, last] = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(raw) ?? [];
    if (first === undefined) return undefined;
    const range = [Number(first), Number(last ?? first)] as const;
    return range[0] <= range[1] ? range : undefined;
  },
};
