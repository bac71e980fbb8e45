/** One algorithm by itself: the package's main file has all of them. */
declare module 'hash-wasm/dist/blake3.umd.min.js' {
  import type { IHasher } from 'hash-wasm';

  const blake3: { createBLAKE3(): Promise<IHasher> };
  export default blake3;
}
