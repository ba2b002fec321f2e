import type { Queries } from "@parcours/shared/database";
import type { Agency } from "./agency.entity.js";
import { allAgencies } from "./agency.repository.js";

/** Agencies come with a release, by migration: what was read a moment ago still holds. In milliseconds. */
const keptFor = 10_000;

/** One reading for each database of this process. The rows are the same for every reader, so requests may share them. */
const readings = new WeakMap<Queries, { readonly at: number; readonly agencies: Promise<readonly Agency[]> }>();

/** Every agency, read again after some seconds; a reading that failed is not kept. */
export async function rememberedAgencies(database: Queries): Promise<readonly Agency[]> {
  const known = readings.get(database);
  if (known && performance.now() - known.at < keptFor) return known.agencies;
  const agencies = allAgencies(database);
  readings.set(database, { at: performance.now(), agencies });
  agencies.catch(() => readings.delete(database));
  return agencies;
}
