interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** Makes room for a line; the next second shows it again. */
  readonly clear: () => void;
  readonly end: () => void;
}

const firstSecond = 2;

/** Says how long `what` has been running, once it takes over two seconds; only on a terminal, where the line is replaced by what comes next. */
export function showProgress(what: string, stream: Stream | undefined): Progress {
  if (stream?.isTTY !== true) return { clear: () => undefined, end: () => undefined };
  let seconds = 0;
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001B[K');
    shown = false;
  };
  const timer = setInterval(() => {
    seconds += 1;
    if (seconds < firstSecond) return;
    stream.write(`\r\u001B[K${what} … ${seconds} s`);
    shown = true;
  }, 1000);
  timer.unref();
  return {
    clear,
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}
