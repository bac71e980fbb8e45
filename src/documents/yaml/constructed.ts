export type Constructed =
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'NoneType'; readonly value: null }
  | { readonly type: 'date' | 'datetime'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array };

/** A scalar that the loader refuses. */
export interface Refused {
  readonly refused: string;
}
