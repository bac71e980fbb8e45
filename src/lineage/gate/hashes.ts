import { createHash } from 'node:crypto';
import type { Hashes } from '../index.ts';

export const hashes: Hashes = {
  sha1: (data) => createHash('sha1').update(data).digest('hex'),
  sha256: (data) => createHash('sha256').update(data).digest('hex'),
};
