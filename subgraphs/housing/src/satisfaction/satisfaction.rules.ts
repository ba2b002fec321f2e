/** Rules of the satisfaction survey (R63, J08): nobody is found in its results. */

/** The fewest answers that are told. Fewer are not told at all: a quarter with four answers looks like one with none. */
export const fewestAnswersTold = 5;

/**
 * The first day of the quarter that a day lies in. Results are told of quarters that have ended, each on its own: then no two results
 * differ by one answer.
 * @param day `YYYY-MM-DD`
 */
export function quarterOf(day: string): string {
  const [year = "", month = ""] = day.split("-");
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return `${year}-${String(first).padStart(2, "0")}-01`;
}
