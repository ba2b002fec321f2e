import type { ReaderRole } from "../identity/roles.js";
/** Who may read a document that is held here, and who may give one: decided by the holder alone, with its own copy of the policy. */
import { mutationErrors } from "../mutations/mutation.errors.js";
import { refuse } from "../mutations/user-error.js";
import type { ServiceScope } from "../server/context.js";
import { mayRead, type Subject } from "../visibility/may-read.js";
import { ownAgencies } from "../visibility/reader.js";
import type { DocumentRow } from "./document.repository.js";
import { countsFor, documentCategory } from "./document.rules.js";

/** What decides it of a document. */
export type DecidedDocument = Pick<
  DocumentRow,
  "entrepreneurId" | "enterpriseNumber" | "projectEnterprise" | "providedTo" | "agencyCode" | "staffId" | "isRestricted"
>;

/** Whom a document is offered for, and to whom. */
export interface Offer {
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly agency: string;
}

/** Whom a document is about, for who decides on it and for the log: what counts as an enterprise's is its mandataries' too. */
export function subjectOf(
  row: Pick<DecidedDocument, "entrepreneurId" | "enterpriseNumber" | "projectEnterprise">,
): Subject {
  return { entrepreneurId: row.entrepreneurId, enterpriseNumber: countsFor(row) };
}

type Decides = Pick<ServiceScope, "policy" | "request">;

/** Officials who take documents in, each for the own agency. */
const takers: readonly ReaderRole[] = [
  "ADVISOR_1819",
  "COACH",
  "FINANCING_OFFICER",
  "HOUSING_HOST",
  "RECOGNISED_HELPER",
];

/** Whether the reader may see a document: as that of any agency to which it was given. */
export async function mayReadDocument({ policy, request }: Decides, row: DecidedDocument): Promise<boolean> {
  const category = documentCategory(row.isRestricted);
  const { staffId } = row;
  const subject = subjectOf(row);
  const allowed = await Promise.all(
    row.providedTo.map(async (agencyCode) =>
      // The official who took it in is one of the agency that keeps it.
      mayRead(
        request.reader,
        category,
        { ...subject, agencyCode, staffId: agencyCode === row.agencyCode ? staffId : null },
        policy,
      ),
    ),
  );
  return allowed.includes(true);
}

/**
 * The documents that the reader may see. One more is asked about, which is not there: so a holder of nothing costs the same questions as one
 * of something, and an answer's time tells nothing.
 */
export async function readableDocuments(
  scope: Decides,
  rows: readonly DocumentRow[],
  asked: Offer & { readonly isRestricted: boolean },
): Promise<DocumentRow[]> {
  const { entrepreneurId, enterpriseNumber, agency, isRestricted } = asked;
  const nothing = { entrepreneurId, enterpriseNumber, isRestricted, agencyCode: agency, providedTo: [agency] };
  const [, ...allowed] = await Promise.all(
    [{ ...nothing, projectEnterprise: null, staffId: null }, ...rows].map((row) => mayReadDocument(scope, row)),
  );
  return rows.filter((_, place) => allowed[place]);
}

/** In what quality somebody gives a document: the person or a mandatary, to any agency; an official, to the own. */
export type Giver = "HOLDER" | "OFFICIAL";

/**
 * Who gives a document. The enterprise it is for is one that the person acts for today: else anybody's papers could be put with anybody's
 * enterprise.
 * @throws UserFault ACT_NOT_ALLOWED, whatever of it is not so
 */
export async function giverOf({ policy, request }: Decides, offer: Offer): Promise<Giver> {
  const { reader } = request;
  const { entrepreneurId, enterpriseNumber, agency } = offer;
  const [isOwn, mandates] = await Promise.all([
    policy.holds("OWN", reader, { entrepreneurId }, "DOCUMENT"),
    policy.mandatedEnterprises({ entrepreneurId }),
  ]);
  const isTheirs = enterpriseNumber === null || mandates.includes(enterpriseNumber);
  if (isTheirs && isOwn && reader.role === "ENTREPRENEUR") return "HOLDER";
  if (isTheirs && isOwn && reader.role === "MANDATARY" && enterpriseNumber !== null) return "HOLDER";
  if (isTheirs && takers.includes(reader.role) && ownAgencies(reader).includes(agency)) return "OFFICIAL";
  return refuse(mutationErrors.ACT_NOT_ALLOWED);
}
