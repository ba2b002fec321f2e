/** Paths into an answer: response names, list indexes, and `@` for every element of a list in the path of a fetch. */

/** A way into an answer, from its root. */
export type ResponsePath = readonly (string | number)[];

/** Whether `path` begins with `prefix`. */
export function startsWith(path: ResponsePath, prefix: ResponsePath): boolean {
  return prefix.length <= path.length && prefix.every((part, index) => part === path[index]);
}

/** Whether the fetch that goes to `pattern` reaches the object at `path` or one around it. */
export function fetchReaches(pattern: ResponsePath, path: ResponsePath): boolean {
  return (
    pattern.length <= path.length &&
    pattern.every((part, index) => part === path[index] || (part === "@" && typeof path[index] === "number"))
  );
}

/** A text by which equal paths are found again. */
export function keyOf(path: ResponsePath): string {
  return JSON.stringify(path);
}
