/** The schemas of this project's own files. */
export type OwnSchema = 'policy' | 'registry';

/**
 * Whether a value fits one of our own schemas. Empty here: the build puts in what ajv makes of them (scripts/prepared-schemas.ts), for
 * to compile them takes longer than to judge a hundred configs. What does not fit is held against the schema itself, which tells why.
 */
export const prepared: ReadonlyMap<OwnSchema, (value: unknown) => boolean> = new Map();
