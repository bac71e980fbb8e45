export interface Chains<T> {
  /** The last node of the chain that begins at a node, itself where nothing follows; on a circle, the one before it. */
  readonly endOf: (node: T) => T;
  /** Whether the chain that begins at a node comes back to it. */
  readonly isOnCircle: (node: T) => boolean;
}

/** Follows each node to the end of its chain; each is asked once for what follows it, however many chains lead through it. */
export function chainsOf<T>(next: (node: T) => T | undefined): Chains<T> {
  const ends = new Map<T, T>();
  const circle = new Set<T>();
  const walk = (start: T): void => {
    const path = new Set<T>();
    let following: T | undefined = start;
    while (following !== undefined && !ends.has(following) && !path.has(following)) {
      path.add(following);
      following = next(following);
    }
    settle([...path], following);
  };
  /** `following`: what comes after the path: nothing, a node that is settled, or one of the path itself. */
  const settle = (path: readonly T[], following: T | undefined): void => {
    const known = following === undefined ? undefined : ends.get(following);
    const last = path.at(-1);
    const from = following === undefined || known !== undefined ? path.length : path.indexOf(following);
    path.forEach((node, at) => {
      if (at >= from) circle.add(node);
      const before = at > from ? path[at - 1] : last;
      const end = known ?? before;
      if (end !== undefined) ends.set(node, end);
    });
  };
  const endOf = (node: T): T => {
    if (!ends.has(node)) walk(node);
    return ends.get(node) ?? node;
  };
  return {
    endOf,
    isOnCircle: (node) => {
      endOf(node);
      return circle.has(node);
    },
  };
}
