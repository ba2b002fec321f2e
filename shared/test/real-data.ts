/** Real data for tests that use it where it is: `PARCOURS_DATA`, from the repository's folder. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const realData = resolve(import.meta.dirname, "../..", process.env["PARCOURS_DATA"] ?? "../shared/data");

/** The vectors of a file, or null where it is absent: the test then says that it skips. */
export function readVectors<Vector>(name: string): readonly Vector[] | null {
  const file = resolve(realData, "vectors", name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Vector[]) : null;
}

/** Declares one test per vector; where the file is absent, one skipped test that says so. */
export function eachVector<Vector extends { readonly input: string }>(
  name: string,
  check: (vector: Vector) => void,
): void {
  const vectors = readVectors<Vector>(name);
  if (vectors)
    test.each(vectors.map((vector) => [vector.input, vector] as const))(`${name}: "%s"`, (_, vector) => check(vector));
  else test.skip(`${name}: skipped, not in ${realData} (set PARCOURS_DATA)`, () => undefined);
}
