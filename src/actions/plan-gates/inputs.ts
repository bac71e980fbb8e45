import { flag, integer, number, type Field } from '../../kernel/fields.ts';
import { mostShards } from '../../policy/index.ts';

const shards: Field<number | 'auto'> = {
  expects: `a whole number from 1 to ${mostShards}, or auto`,
  parse: (raw) => {
    if (raw === 'auto') return raw;
    const count = /^\d{1,3}$/.test(raw) ? Number(raw) : 0;
    return count >= 1 && count <= mostShards ? count : undefined;
  },
};

const given = number({ min: 0, max: 100_000 });

const minutes: Field<number | 'auto'> = {
  expects: `${given.expects}, or auto`,
  parse: (raw) => (raw === 'auto' ? raw : given.parse(raw)),
};

export const planFields = {
  shards,
  samples: integer({ min: 1 }),
  'evaluation-minutes': minutes,
  'follow-up': flag,
};
