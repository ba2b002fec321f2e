/** Who holds a dossier of this pole, and who may learn of it. Pure. */
import type { Holder, Pointer } from "@parcours/shared/feed/pointer";
import { sharedReaders } from "@parcours/shared/feed/pointer";

/** The two parties that a row may name. */
export interface Parties {
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
}

/**
 * The holder and, where the row names one, the other party: what is granted to an enterprise is the enterprise's, and names the person
 * who applied; all else is the person's (design section 4). Throws where a row names nobody, which no source has.
 */
export function holderOf({ entrepreneurId, enterpriseNumber }: Parties): Pick<Pointer, "holder" | "other"> {
  const person: Holder | null = entrepreneurId === null ? null : { entrepreneurId };
  const enterprise: Holder | null = enterpriseNumber === null ? null : { enterpriseNumber };
  if (enterprise) return { holder: enterprise, ...(person ? { other: person } : {}) };
  if (!person) throw new Error("a row of financing names neither person nor enterprise");
  return { holder: person };
}

/** Readers of granted help: those of every dossier, and Actiris, which grants too (requirements 5.6; R05). */
export const supportReaders: readonly string[] = [...sharedReaders, "ACTIRIS"];
