export interface Fault {
  readonly method?: string;
  /** A part of the path, or a pattern for it. */
  readonly path: string | RegExp;
  /** How many requests it meets; default 1. */
  readonly times?: number;
  /** How many it lets pass before. */
  readonly skip?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** What is sent instead of the message, as it is. */
  readonly text?: string;
  /** The connection breaks instead of an answer; `half` breaks it in the middle of the body. */
  readonly reset?: boolean | 'half';
  readonly delayMs?: number;
  /** The request is carried out first: only its answer is lost. */
  readonly carriedOut?: boolean;
}

export interface Faults {
  add(fault: Fault): void;
  /** The fault that meets a request, if any; it is used up once more. */
  take(method: string, path: string): Fault | undefined;
}

export function faults(): Faults {
  const waiting: { fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 });
    },
    take: (method, path) => {
      const found = waiting.find(({ fault, left }) => left > 0 && meets(fault, method, path));
      if (found === undefined) return undefined;
      if (found.skip > 0) {
        found.skip -= 1;
        return undefined;
      }
      found.left -= 1;
      return found.fault;
    },
  };
}

function meets(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  return typeof fault.path === 'string' ? path.includes(fault.path) : fault.path.test(path);
}
