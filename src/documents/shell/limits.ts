/** Of one script: more is not a launch script. */
export const limits = {
  /** Bytes of UTF-8. */
  script: 1024 * 1024,
  /** Characters of a variable's value. */
  value: 64 * 1024,
  /** Statements that are followed, those of loops and functions each time they run; one counts more where many variables are set. */
  statements: 50_000,
  commands: 10_000,
  /** Words that all commands have together. */
  words: 200_000,
  /** States that conditions may leave behind before they become one. */
  worlds: 16,
  /** Rounds of a loop over a literal list. */
  rounds: 256,
  /** Words of one list, array or brace expansion. */
  fields: 500,
  /** Functions and sourced files within each other. */
  depth: 20,
} as const;
