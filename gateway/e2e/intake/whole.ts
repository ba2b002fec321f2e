/** Forms with their documents, as a client fills them in: submitted, the bytes sent, and submitted again with the same key. */
import { createHash } from "node:crypto";
import { newId } from "@parcours/shared/ids";
import type { IntakeDocumentInput } from "../../src/desk/intake/document-fate.type.js";
import { until } from "../asking.js";
import { aPdf, Client, type Provided } from "../documents/giving.js";
import type { Asking, EndToEnd } from "../harness.js";
import { anAnswerTo, type ArrivedForm, type Forms, type Holders, type SubmittedForm } from "./forms.js";

/** A file, as it is offered. */
type GivenFile = Pick<IntakeDocumentInput, "documentType" | "mediaType" | "size" | "sha256">;

/** A file that fits a document, as `submitIntake` takes it. */
export function aFile(documentType: string, content: Buffer = aPdf(documentType)): GivenFile {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { documentType, mediaType: "application/pdf", size: content.length, sha256 };
}

/** What a submission says of each document, by type. */
export function documentFatesOf({ submission }: SubmittedForm): Record<string, string> {
  return Object.fromEntries((submission?.documents ?? []).map(({ type, fate }) => [type.code, fate]));
}

/** Types of the documents that are still asked for. */
export function documentsToAsk({ documents }: Pick<ArrivedForm, "documents">): string[] {
  return documents.filter(({ state }) => state === "TO_ASK").map(({ type }) => type.code);
}

/** Sends the bytes of every ticket. */
export async function sendBytes(
  all: EndToEnd,
  { submission }: SubmittedForm,
  asking: Asking,
  contentOf: (type: string) => Buffer = aPdf,
): Promise<void> {
  const client = new Client(all, asking);
  for (const { type, ticket } of submission?.documents ?? []) {
    if (!ticket) continue;
    const sent = await client.send({ ticket } as Provided, contentOf(type.code));
    if (sent.status !== 204) throw new Error(`the bytes of ${type.code} were not taken: ${sent.status} ${sent.code}`);
  }
}

/** Submits a form with all that it still asks, and again when the bytes are there. */
export async function submitWhole(
  all: EndToEnd,
  forms: Forms,
  order: { readonly form: string; readonly holders: Holders; readonly asking: Asking },
): Promise<{ readonly arrived: ArrivedForm; readonly submitted: SubmittedForm }> {
  const { form, holders, asking } = order;
  const arrived = await forms.arrive(form, holders, asking);
  const answers = arrived.questions.filter(({ state }) => state === "TO_ASK").map(anAnswerTo);
  const files = documentsToAsk(arrived).map((type) => aFile(type));
  const key = newId();
  const first = await forms.submit(form, holders, answers, asking, key, files);
  await sendBytes(all, first, asking);
  const submitted = await forms.submit(form, holders, answers, asking, key, files);
  return { arrived, submitted };
}

/** Waits until a form of another owner is told of a document: the directory reads its pointer a moment later. */
export async function isKnownTo(
  forms: Forms,
  type: string,
  order: { readonly form: string; readonly holders: Holders; readonly asking: Asking },
): Promise<void> {
  await until(`${order.form} knows ${type}`, async () => {
    const { documents } = await forms.arrive(order.form, order.holders, order.asking);
    return documents.some((one) => one.type.code === type && one.state === "KNOWN");
  });
}
