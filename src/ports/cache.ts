/** Texts that may outlive a run, by name. A cache answers or does not: neither method rejects. */
export interface TextCache {
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}
