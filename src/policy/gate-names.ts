/** The names of the gates. */
/** The gates that judge a change, in the order in which reports show them. */
export const gateNames = [
  'validate-model-config',
  'detect-dep-drift',
  'detect-input-drift',
  'regression-gate',
] as const;

export type GateName = (typeof gateNames)[number];
