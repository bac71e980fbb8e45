/** Margins and guardrails, as texts say them. */

/** Of an outcome: an amount in its own unit, or a share of the baseline's mean. */
export type Margin = { readonly amount: number } | { readonly ofBaseline: number };

export interface Guardrail {
  readonly name: string;
  readonly lowerIsBetter: boolean;
  readonly margin: Margin;
}

/** `0.02`, or `2%`. */
export function parseMargin(text: string): Margin | undefined {
  const match = /^\s*(\d+(?:\.\d*)?|\.\d+)(?:e([-+]?\d{1,3}))?\s*(%?)\s*$/i.exec(text);
  if (match === null) return undefined;
  const value = Number(`${match[1]}e${match[2] ?? '0'}`);
  if (!Number.isFinite(value)) return undefined;
  return match[3] === '%' ? { ofBaseline: value / 100 } : { amount: value };
}

/** `latency_ms:lower:50`; the name may contain colons. */
export function parseGuardrail(text: string): Guardrail | undefined {
  const match = /^(.+):(lower|higher):([^:]+)$/.exec(text);
  const margin = parseMargin(match?.[3] ?? '');
  const name = match?.[1];
  return name === undefined || margin === undefined
    ? undefined
    : { name, lowerIsBetter: match?.[2] === 'lower', margin };
}

/** In the unit of the outcome; `undefined` where it is a share of a mean that is 0 or unknown. */
export function amountOf(margin: Margin, baseline: number): number | undefined {
  if ('amount' in margin) return margin.amount;
  const amount = margin.ofBaseline * Math.abs(baseline);
  return amount > 0 ? amount : undefined;
}
