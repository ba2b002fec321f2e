import type { Queries } from "../database.js";

/** Writes what a person says of the own file (design 7; J29). Answers whether the value is one of that fact; where it is not, nothing was written. */
export type OwnFactChange = (queries: Queries, entrepreneurId: string, value: unknown) => Promise<boolean>;
