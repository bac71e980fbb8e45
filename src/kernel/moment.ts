/** Times as people read them, the same on every machine. */

/** `2026-11-22 15:04 UTC`. */
export function momentText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** `45 min`, `2 h 5 min`, `27 h`, `12 days`: the time between two moments, whichever is first. */
export function spanText(fromIso: string, toIso: string): string {
  const minutes = Math.floor(Math.abs(Date.parse(toIso) - Date.parse(fromIso)) / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return `${minutes} min`;
  if (hours < 10 && minutes % 60 > 0) return `${hours} h ${minutes % 60} min`;
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
