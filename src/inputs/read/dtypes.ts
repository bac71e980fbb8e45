/** Types of numbers as numpy and safetensors name them, under one name each. */

export interface Dtype {
  /** `float32`, `bfloat16`, `int64`, `bool`, `text`. */
  readonly name: string;
  /** Bytes of one value. */
  readonly bytes: number;
  readonly kind: 'float' | 'integer' | 'boolean' | 'text';
}

const table: readonly (readonly [string, number, Dtype['kind'], readonly string[]])[] = [
  ['bool', 1, 'boolean', ['BOOL', 'b1', '?']],
  ['uint8', 1, 'integer', ['U8', 'u1']],
  ['int8', 1, 'integer', ['I8', 'i1']],
  ['uint16', 2, 'integer', ['U16', 'u2']],
  ['int16', 2, 'integer', ['I16', 'i2']],
  ['uint32', 4, 'integer', ['U32', 'u4']],
  ['int32', 4, 'integer', ['I32', 'i4']],
  ['uint64', 8, 'integer', ['U64', 'u8']],
  ['int64', 8, 'integer', ['I64', 'i8']],
  ['float16', 2, 'float', ['F16', 'f2']],
  ['bfloat16', 2, 'float', ['BF16', 'bf16']],
  ['float32', 4, 'float', ['F32', 'f4']],
  ['float64', 8, 'float', ['F64', 'f8']],
  ['float8_e4m3', 1, 'float', ['F8_E4M3', 'float8_e4m3fn']],
  ['float8_e5m2', 1, 'float', ['F8_E5M2']],
];

const byName = new Map(
  table.flatMap(([name, bytes, kind, others]) =>
    [name, ...others].map((one): [string, Dtype] => [one, { name, bytes, kind }]),
  ),
);

/** `undefined` for a type that is not read: complex numbers, dates, 4-bit floats. */
export function dtypeOf(name: string): Dtype | undefined {
  return byName.get(name.replace(/^torch\./, ''));
}

export function isFloat(name: string): boolean {
  return dtypeOf(name)?.kind === 'float';
}
