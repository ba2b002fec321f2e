/** By when annual accounts are to be filed. */

/** Months after the end of the financial year. Source: Companies and Associations Code, article 3:10 (30 days after a meeting held within six months). */
const monthsToFile = 7;

/** The last day to file; the last of the month where the month has no such day. @param closedOn `2023-12-31` @returns `2024-07-31` */
export function filingDueOn(closedOn: string): string {
  const [year = 0, month = 1, day = 1] = closedOn.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + monthsToFile + 1, 0)).getUTCDate();
  const isLastOfMonth = day === new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + monthsToFile, isLastOfMonth ? lastOfMonth : Math.min(day, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

/** Whether accounts were filed after the last day to do so. */
export function wasFiledLate(closedOn: string, filedOn: string): boolean {
  return filedOn > filingDueOn(closedOn);
}
