/** Files asked for at the same time. */
const most = 500;

/**
 * Each path with what is read of it, in their order. One after the other, each of a thousand files would wait for an answer of git by
 * itself; of those that nobody takes any more at most a few hundred are read.
 */
export async function* readTogether<T>(
  paths: readonly string[],
  read: (path: string) => Promise<T>,
): AsyncGenerator<readonly [path: string, content: T]> {
  for (let at = 0; at < paths.length; at += most)
    yield* await Promise.all(
      paths.slice(at, at + most).map(async (path) => [path, await read(path)] as const),
    );
}
