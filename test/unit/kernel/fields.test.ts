import { describe, expect, it } from 'vitest';
import {
  choice,
  exactText,
  flag,
  integer,
  list,
  number,
  readFields,
  text,
} from '../../../src/kernel/fields.ts';

const fields = {
  strict: flag,
  mode: choice(['paired', 'strict']),
  alpha: number({ min: 0, max: 0.5 }),
  seed: integer({ min: 0 }),
  files: list,
  name: text(),
};

function read(given: Record<string, string>) {
  return readFields(fields, (name) => given[name] ?? '');
}

describe('readFields', () => {
  it('reads each value as its type and leaves out what was not given', () => {
    expect(read({ strict: 'True', alpha: ' 5e-2 ', seed: '7', name: 'x' })).toEqual({
      strict: true,
      alpha: 0.05,
      seed: 7,
      name: 'x',
    });
  });

  it.each([
    ['a\nb\r\nc', ['a', 'b', 'c']],
    ['a, b ,,c', ['a', 'b', 'c']],
    ['configs/*.{yaml,yml}, x', ['configs/*.{yaml,yml}', 'x']],
  ])('splits a list at lines and at commas outside of braces: %j', (raw, expected) => {
    expect(read({ files: raw }).files).toEqual(expected);
  });

  it.each([' a ', '', ' '])('keeps %j where each blank counts', (given) => {
    expect(readFields({ value: exactText }, () => given)).toEqual({ value: given });
    expect(readFields({ value: exactText }, () => undefined)).toEqual({});
  });

  it('tells all bad values at once, with what is allowed', () => {
    expect(() => read({ strict: 'yes', mode: 'Paired', alpha: '0.9', seed: '1.5' })).toThrow(
      'input strict: expected true or false, got "yes"; input mode: expected one of paired, strict, got "Paired"; ' +
        'input alpha: expected a number from 0 to 0.5, got "0.9"; input seed: expected a whole number of at least 0, got "1.5"',
    );
  });

  it.each(['NaN', 'Infinity', '0x10', '1e', '1_000'])('does not take %s for a number', (raw) => {
    expect(() => read({ alpha: raw })).toThrow('input alpha: expected a number');
  });

  it('cuts a long bad value, which may be a secret in the wrong place', () => {
    expect(() => read({ mode: 's'.repeat(400) })).toThrow(/got "s{40}…"/);
  });
});
