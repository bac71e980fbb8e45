import { normalQuantile } from './normal.ts';

/** The power at which detectable drops are stated. */
export const statedPower = 0.8;

/** Samples that find a given drop of a share: (z + z)²·(d − Δ²) / Δ², rounded up; Infinity for a drop of 0. */
export function samplesNeeded(discordance: number, drop: number, alpha: number, power = statedPower): number {
  const z = normalQuantile(1 - alpha) + normalQuantile(power);
  return drop > 0 ? Math.max(1, Math.ceil((z * z * (discordance - drop * drop)) / (drop * drop))) : Infinity;
}
