/** Documents of a town: what the directory and the owners promise of them, as plainly as it can be said. */
import type { StandingAsked } from "@parcours/shared/documents/asked-documents";
import type { DocumentOrder } from "@parcours/shared/documents/document-order";
import { documentCategory, isForTheSame, isRestrictedOffer } from "@parcours/shared/documents/document.rules";
import type { ToldBeginning, ToldDocument } from "@parcours/shared/documents/told-document";
import { newId } from "@parcours/shared/ids";
import { mayRead } from "@parcours/shared/visibility/may-read";
import { ownAgencies, type Reader } from "@parcours/shared/visibility/reader";
import type { GraphAnswer, GraphQuestion } from "../../src/desk/graph.js";
import type { OwnerAnswer } from "../../src/desk/owners.js";
import { onlyOwn } from "./readers.js";

/** A document that an owner has taken. */
export interface KeptDocument extends ToldDocument {
  readonly owner: string;
  readonly entrepreneurId: string;
}

/** Whether a reader may see it. */
export async function isSeen(reader: Reader, { providedTo, isRestricted, ...row }: KeptDocument): Promise<boolean> {
  const category = documentCategory(isRestricted);
  const allowed = await Promise.all(
    providedTo.map(async (agencyCode) => mayRead(reader, category, { ...row, agencyCode }, onlyOwn)),
  );
  return allowed.includes(true);
}

/** Whether it is the person's; what an enterprise holds is of whoever acts for it, and in a town nobody shares one. */
export function isOf(row: KeptDocument, entrepreneurId: string): boolean {
  return row.entrepreneurId === entrepreneurId;
}

/** The documents of one town. */
export class ModelDocuments {
  readonly kept: KeptDocument[] = [];
  /** What is offered, until its bytes come: just before the same is asked again. */
  readonly #offered = new Map<string, KeptDocument>();

  /** What an owner answers at `/documents/…`; the people of the town may all be read about. */
  async answer(owner: string, reader: Reader, path: string, body: object): Promise<OwnerAnswer> {
    if (path === "/documents/standing") return this.#standing(owner, reader, body as StandingAsked);
    if (path === "/documents/begin")
      return this.#begin(owner, reader, body as { readonly input: DocumentOrder; readonly isHeldElsewhere: boolean });
    return this.#claim(owner, reader, body as { readonly documentId: string; readonly agency: string });
  }

  /** What the directory answers. */
  async pointed({ variables: { types, id, number } }: GraphQuestion, reader: Reader): Promise<GraphAnswer["data"]> {
    const asked = this.kept.filter(({ type, isRestricted }) => !isRestricted && (types as string[]).includes(type));
    const seen = await readBy(reader, asked);
    const list = (rows: readonly KeptDocument[]): object => {
      const edges = rows.map((row) => ({ node: pointerTo(row) }));
      return { documents: { edges }, valid: { edges }, former: { edges } };
    };
    return {
      entrepreneur: { id, ...list(seen.filter((row) => row.entrepreneurId === id)) },
      enterprise: list(seen.filter((row) => row.enterpriseNumber !== null && row.enterpriseNumber === number)),
    };
  }

  async #standing(
    owner: string,
    reader: Reader,
    { entrepreneurId, agency, documents }: StandingAsked,
  ): Promise<OwnerAnswer> {
    const seen = await readBy(
      reader,
      this.kept.filter((row) => row.owner === owner && isOf(row, entrepreneurId)),
    );
    const told = seen.filter((row) =>
      documents.some((one) => {
        const isRestricted = isRestrictedOffer({ agency, documentType: one.type, isRestricted: false });
        return (
          row.type === one.type &&
          row.isRestricted === isRestricted &&
          isForTheSame(row, { ...one, projectEnterprise: null })
        );
      }),
    );
    return { status: 200, body: { documents: told } };
  }

  async #begin(
    owner: string,
    reader: Reader,
    { input, isHeldElsewhere }: { readonly input: DocumentOrder; readonly isHeldElsewhere: boolean },
  ): Promise<OwnerAnswer> {
    const told = (body: ToldBeginning): OwnerAnswer => ({ status: 200, body });
    if (reader.role !== "ENTREPRENEUR" && !ownAgencies(reader).includes(input.agency))
      return told({ state: "REFUSED", errors: [{ code: "ACT_NOT_ALLOWED", message: "", path: ["input"] }] });
    const offered = this.#offered.get(input.idempotencyKey);
    if (offered) {
      if (!this.kept.includes(offered)) this.kept.push(offered);
      return told({ state: "RECEIVED", document: offered });
    }
    const { entrepreneurId, agency, documentType: type } = input;
    const standing = { entrepreneurId, agency, documents: [{ ...input, type }] };
    const held = (await this.#standing(owner, reader, standing)) as { body: { documents: KeptDocument[] } };
    const [first] = held.body.documents;
    if (first) return told({ state: "ALREADY_HELD", document: this.#given(first, reader, input.agency) });
    if (isHeldElsewhere) return told({ state: "ELSEWHERE" });
    const row = rowOf(owner, input);
    this.#offered.set(input.idempotencyKey, row);
    return told({ state: "TICKET", uploadId: row.id, ticket: "t", expiresAt: new Date().toISOString() });
  }

  async #claim(
    owner: string,
    reader: Reader,
    { documentId, agency }: { readonly documentId: string; readonly agency: string },
  ): Promise<OwnerAnswer> {
    const row = this.kept.find((one) => one.id === documentId && one.owner === owner);
    if (!row || !(await isSeen(reader, row))) return { status: 403, body: {} };
    return { status: 200, body: this.#given(row, reader, agency) };
  }

  /** The person gives; staff are told. */
  #given(row: KeptDocument, { role }: Reader, agency: string): KeptDocument {
    if (role !== "ENTREPRENEUR" || row.providedTo.includes(agency)) return row;
    const given = { ...row, providedTo: [...row.providedTo, agency] };
    this.kept.splice(this.kept.indexOf(row), 1, given);
    return given;
  }
}

async function readBy(reader: Reader, rows: readonly KeptDocument[]): Promise<KeptDocument[]> {
  const allowed = await Promise.all(rows.map(async (row) => isSeen(reader, row)));
  return rows.filter((_, place) => allowed[place]);
}

function pointerTo({ enterpriseNumber, providedTo, agencyCode, type, ...row }: KeptDocument): object {
  return {
    ...row,
    type: { code: type },
    holder: { code: agencyCode },
    providedTo: providedTo.map((code) => ({ code })),
    enterprise: enterpriseNumber === null ? null : { number: enterpriseNumber },
  };
}

function rowOf(owner: string, { documentType, agency, ...order }: DocumentOrder): KeptDocument {
  const { entrepreneurId, enterpriseNumber, projectId, mediaType, size, sha256, form, dossierId } = order;
  return {
    id: newId(),
    owner,
    type: documentType,
    agencyCode: agency,
    providedTo: [agency],
    entrepreneurId,
    enterpriseNumber,
    projectId,
    projectEnterprise: null,
    mediaType,
    size,
    sha256,
    form,
    dossierId,
    version: 1,
    validFrom: "2026-01-01",
    validUntil: null,
    supersededBy: null,
    receivedAt: new Date().toISOString(),
    isValid: true,
    isRestricted: isRestrictedOffer({ ...order, documentType, agency }),
  };
}
