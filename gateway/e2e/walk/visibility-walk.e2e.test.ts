/**
 * Every field of the graph × every role × own, another's, granted, ended mandate: real answers of the five owners, held against the table that
 * people keep by hand. A new field is walked because it is in the schema; whoever leaves one out, or opens one, turns this red.
 */
import { statementOf } from "./facts.js";
import { startAll, type EndToEnd } from "../harness.js";
import { categoryOf, isKey, objectTypes, readGraph } from "./graph-fields.js";
import { readTable, type Table, type WalkReader } from "./oracle.js";
import { readWorld, type RowFacts, type World } from "./subjects.js";
import { cellsOfEntities, cellsOfRoots, WalkReport, type Representation } from "./walk.js";
