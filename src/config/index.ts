export * from './settings.ts';
export { type ConfigDocument, readDocument, type SourcePlace } from './document.ts';
export { type SchemaOptions, validateWithSchema } from './schema/validate.ts';
