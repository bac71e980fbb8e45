import type { Version } from './version.ts';

/** A release named after its date: `2026.11.0`. */
function isCalendar({ major, minor }: Version): boolean {
  return major >= 1990 && major <= 2199 && minor <= 12;
}

/** Tags by the calendar that lie beside versions by number: counted as versions they would be above all of them for good. */
export function calendarBeside(versions: readonly Version[]): Version[] {
  const dated = versions.filter(isCalendar);
  return dated.length === versions.length ? [] : dated;
}

/** The versions that are counted on from: all, without dates that lie beside them. */
export function countedVersions(versions: readonly Version[]): Version[] {
  const beside = new Set(calendarBeside(versions));
  return versions.filter((version) => !beside.has(version));
}
