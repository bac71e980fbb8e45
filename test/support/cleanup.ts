import { onTestFinished } from 'vitest';

type Cleanup = () => void | Promise<void>;

const left: Cleanup[] = [];

/** Runs it when the test is over; when what several tests share was made before them, when the process ends. */
export function whenDone(cleanup: Cleanup): void {
  try {
    onTestFinished(cleanup);
  } catch {
    atEnd(cleanup);
  }
}

/** Runs it when the process ends. */
export function atEnd(cleanup: Cleanup): void {
  if (left.length === 0) cleanAtEnd();
  left.push(cleanup);
}

/** A signal ends a process without `exit`: that is how vitest ends its workers. */
function cleanAtEnd(): void {
  process.once('exit', cleanAll);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      cleanAll();
      process.kill(process.pid, signal);
    });
  }
}

function cleanAll(): void {
  for (const cleanup of left.splice(0)) void cleanup();
}
