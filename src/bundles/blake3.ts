/** BLAKE3, which Node's OpenSSL has not. Loaded by threads that hash a model, by the address of this very file. */
import blake3 from 'hash-wasm/dist/blake3.umd.min.js';

export const { createBLAKE3 } = blake3;

export const address = import.meta.url;
