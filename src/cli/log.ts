import { terminalText } from '../report/escape.ts';
import type { Logger } from '../ports/index.ts';

/** Progress on stderr, so that stdout contains the answer alone. */
export function stderrLog(verbose: boolean): Logger {
  const write = (message: string) =>
    void process.stderr.write(`${message.split('\n').map(terminalText).join('\n')}\n`);
  return {
    info: write,
    debug: verbose ? write : () => undefined,
    warning: (message) => write(`warning: ${message}`),
  };
}
