import { EntryReader } from "@parcours/shared/entry-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import type { CoachingDossier } from "./coaching-dossier/coaching-dossier.entity.js";
import { coachingDossiers } from "./coaching-dossier/coaching-dossier.repository.js";

/** What coaching's resolvers work with. */
export interface CoachingServices {
  readonly coachingDossiers: EntryReader<CoachingDossier>;
}

/** The context of coaching's resolvers. */
export type CoachingContext = Context<CoachingServices>;

/** Wires coaching's services for one request. */
export function coachingServices(scope: ServiceScope): CoachingServices {
  return { coachingDossiers: new EntryReader(coachingDossiers, scope) };
}
