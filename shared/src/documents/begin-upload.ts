/**
 * `POST /documents/begin`: somebody offers a document to an agency of this subgraph (R01, J03). Answers the version that is held already and
 * that the offerer may read, else a ticket to send the bytes with. Asked by the single desk in the name of who offers.
 */
import { actLog, logLooks } from "../access-log/request-log.js";
import type { Queries } from "../database.js";
import { publish } from "../feed/outbox.js";
import { newId } from "../ids.js";
import { actorOf, once } from "../mutations/once.js";
import { attempt, refuse } from "../mutations/user-error.js";
import { brusselsDate } from "../periods.js";
import { giverOf, mayReadDocument, readableDocuments, type Giver } from "./document-access.js";
import { checkedOrder, orderIn, type CheckedOrder, type DocumentOrder } from "./document-order.js";
import { documentPointerRow } from "./document-pointer.js";
import { countOfOpen, insertUpload, openUpload } from "./document-upload.repository.js";
import { documentErrors } from "./document.errors.js";
import {
  countOfGiven,
  documentById,
  giveDocumentTo,
  presentVersions,
  type DocumentRow,
} from "./document.repository.js";
import {
  documentCategory,
  isHeldAlready,
  isRestrictedAgency,
  isRestrictedOffer,
  type LinkedScope,
} from "./document.rules.js";
import type { DocumentsScope } from "./documents-scope.js";
import { toldDocument, type ToldBeginning } from "./told-document.js";

/** The most versions of one type that one actor gives for one holder, and the most uploads that one actor has open at once. */
const mostVersions = 20;
const mostOpen = 8;

/** Where documents come from that an office was given. */
export const givenSource = "OFFICE";

/** Takes everything of the transaction back: the document is held by another owner, which is to be asked first. */
class HeldElsewhere extends Error {
  override readonly name = "HeldElsewhere";
}

/** An order, with what its project became. */
type LinkedOrder = CheckedOrder & LinkedScope;

/** What the transaction works with: all that needs the policy is decided before, for that asks on a connection of its own. */
interface Offered {
  readonly order: LinkedOrder;
  /** The days as they were given: from when and to when it holds where they were not, depends on the day it is asked. */
  readonly daysGiven: Pick<DocumentOrder, "validFrom" | "validUntil">;
  /** All ids of the person, the one in use first. */
  readonly ids: readonly string[];
  readonly giver: Giver;
  /** What this subgraph holds that stands for what is offered. */
  readonly held: DocumentRow | undefined;
  readonly isHeldElsewhere: boolean;
}

/** Answers an offer. Errors: BadRequest; access, as the single desk passes it on. */
export async function answerBeginning(scope: DocumentsScope, body: unknown): Promise<{ status: number; body: object }> {
  const { input, isHeldElsewhere } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const asked = orderIn(input);
  const { request, policy, target, definition } = scope;
  const { result, errors } = await attempt(request, async () => {
    const checked = checkedOrder(asked, definition.manifest, brusselsDate(new Date()));
    const [giver, { ids }, projectEnterprise] = await Promise.all([
      giverOf(scope, checked),
      policy.identity(checked.entrepreneurId),
      policy.projects.enterpriseOf(checked),
    ]);
    const order = { ...checked, projectEnterprise };
    const held = await heldHere(scope, order, ids);
    const daysGiven = { validFrom: asked.validFrom, validUntil: asked.validUntil };
    return begin(scope, { order, daysGiven, ids, giver, held, isHeldElsewhere: isHeldElsewhere === true });
  });
  const subject = { entrepreneurId: asked.entrepreneurId, enterpriseNumber: asked.enterpriseNumber };
  const shown = result && "document" in result ? result.document : null;
  request.looks.note(subject, documentCategory(isRestrictedOffer(asked)), result !== null, shown);
  await logLooks(target, request, { action: "WRITE", failed: false, policy });
  const told: ToldBeginning = result ?? { state: "REFUSED", errors };
  return { status: 200, body: told };
}

/** What this subgraph holds that stands for what is offered, and the reader may see: what may not be seen is as if it were not there. */
async function heldHere(
  scope: DocumentsScope,
  order: LinkedOrder,
  ids: readonly string[],
): Promise<DocumentRow | undefined> {
  const { documentType: type } = order;
  const rows = await presentVersions(scope.database, { ...order, ids, type });
  const today = brusselsDate(new Date());
  const readable = await readableDocuments(scope, rows, order);
  return readable.find((row) => isHeldAlready(row, { ...order, type }, today));
}

async function begin(scope: DocumentsScope, offered: Offered): Promise<ToldBeginning> {
  const { database, request, target, policy } = scope;
  // What the project became and what day it is are no part of what was asked: they may change between two tries.
  const { idempotencyKey, projectEnterprise: _, ...checked } = offered.order;
  const input = { ...checked, ...offered.daysGiven };
  const { entrepreneurId, enterpriseNumber, isRestricted } = input;
  const subject = { entrepreneurId, enterpriseNumber };
  const order = {
    actor: actorOf(request.reader),
    mutation: "provideDocument",
    idempotencyKey,
    persons: offered.ids,
    input,
  };
  try {
    const ids = await database.transaction((queries) =>
      once(queries, order, {
        work: () => findOrAwait(scope, queries, offered),
        logged: () =>
          actLog(target, request, policy)({ subject, category: documentCategory(isRestricted), records: 1 }),
      }),
    );
    return await told(scope, ids);
  } catch (error) {
    if (error instanceof HeldElsewhere) return { state: "ELSEWHERE" };
    throw error;
  }
}

/** Answers the id of what is held twice, that of an upload once: so who asks again with the same key is told the same. */
async function findOrAwait(scope: DocumentsScope, queries: Queries, offered: Offered): Promise<readonly string[]> {
  const { held, giver, order, isHeldElsewhere } = offered;
  if (held) {
    if (giver === "HOLDER") await giveTo(queries, held, order.agency);
    return [held.id, held.id];
  }
  if (isHeldElsewhere) throw new HeldElsewhere();
  return [await awaitBytes(scope, queries, offered)];
}

/** Whether a document that is held may be given to an agency: one with a pointer never to an agency that no pointer may name. */
export function mayBeGivenTo({ isRestricted }: Pick<DocumentRow, "isRestricted">, agency: string): boolean {
  return isRestricted || !isRestrictedAgency(agency);
}

/** From now on the agency reads it as its own: the person gave it, once. @throws Error where the agency may not be named in its pointer */
export async function giveTo(queries: Queries, held: DocumentRow, agency: string): Promise<void> {
  if (!mayBeGivenTo(held, agency)) throw new Error("a document with a pointer was to be given to a restricted agency");
  // What was read before may be superseded, or given to others, by now: the pointer says what the row says.
  const given = await giveDocumentTo(queries, held.id, agency);
  if (given) await publish(queries, [documentPointerRow(given)]);
}

async function awaitBytes(scope: DocumentsScope, queries: Queries, { order, ids }: Offered): Promise<string> {
  const { reader } = scope.request;
  const actor = actorOf(reader);
  const { documentType: type, isRestricted, enterpriseNumber, entrepreneurId, agency: agencyCode } = order;
  // Only what the actor gave counts: a limit that others' documents fill would tell of them.
  const given = await countOfGiven(queries, { ...order, ids, type }, actor);
  if (given >= mostVersions) refuse(documentErrors.DOCUMENT_TOO_MANY, "documentType", { most: mostVersions });
  if ((await countOfOpen(queries, actor)) >= mostOpen)
    refuse(documentErrors.DOCUMENT_TOO_MANY, undefined, { most: mostOpen });
  const id = newId();
  const { projectId, mediaType, size, sha256, validFrom, validUntil, form, dossierId } = order;
  const file = { type, mediaType, size, sha256, validFrom, validUntil, form, dossierId, isRestricted };
  const whose = { id, entrepreneurId, enterpriseNumber, projectId, agencyCode };
  const why = { purpose: reader.purpose ?? null, caseReference: reader.caseReference ?? null };
  const by = { staffId: reader.staffId ?? null, actor, source: givenSource };
  await insertUpload(queries, { ...whose, ...file, ...by, ...why });
  return id;
}

/** What came of it, read again under today's rights. */
async function told(scope: DocumentsScope, [id = "", again]: readonly string[]): Promise<ToldBeginning> {
  const { database, tickets } = scope;
  const document = await documentById(database, id);
  if (document && (await mayReadDocument(scope, document)))
    return {
      state: again === undefined ? "RECEIVED" : "ALREADY_HELD",
      document: toldDocument(document, brusselsDate(new Date())),
    };
  const upload = document ? null : await openUpload(database, id);
  if (!upload) return refuse(documentErrors.DOCUMENT_UPLOAD_GONE, "idempotencyKey");
  return { state: "TICKET", uploadId: id, ticket: tickets.of(upload), expiresAt: upload.expiresAt.toISOString() };
}
