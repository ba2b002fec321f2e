/** What the rule needs of an activity. */
export interface ActivityVersion {
  readonly groupCode: string;
  readonly naceVersion: string;
}

/** Newest first. Codes are never compared across versions. */
const versions = ["2025", "2008", "2003"];

/**
 * The activities to show: of each group those in its newest version of NACE-BEL, since rows of several versions stand for one activity.
 * Source: reference 5.3
 */
export function preferredActivities<Row extends ActivityVersion>(rows: readonly Row[]): readonly Row[] {
  const newest = new Map<string, string>();
  for (const { groupCode, naceVersion } of rows) {
    const known = newest.get(groupCode);
    if (known === undefined || age(naceVersion) < age(known)) newest.set(groupCode, naceVersion);
  }
  return rows.filter(({ groupCode, naceVersion }) => newest.get(groupCode) === naceVersion);
}

/** A version that came after this was written is newer than all of these. */
function age(version: string): number {
  return versions.indexOf(version);
}
