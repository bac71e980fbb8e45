/** `policy.versioning`: how tags are named. */
export interface VersioningSettings {
  /** In front of `v2.3.1`, for several models in one repository: `qwen3-vl/`. */
  readonly prefix: string;
}

export const versioningDefaults: VersioningSettings = { prefix: '' };
