/** What a chain can be exported as. Loads nothing more. */
export const exportFormats = [
  'openlineage',
  'cdevents',
  'slsa-provenance',
  'test-result',
  'oci-labels',
  'model-card',
  'mlflow',
] as const;
export type ExportFormat = (typeof exportFormats)[number];
