/** The error, its causes and their stacks, for the debug log. */
export function causeChain(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined || depth > 8
    ? own
    : `${own}\ncaused by: ${causeChain(error.cause, depth + 1)}`;
}
