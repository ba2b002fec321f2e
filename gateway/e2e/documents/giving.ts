/** Giving and fetching documents in an end-to-end test, as a client of the gateway does. */
import { createHash, randomUUID } from "node:crypto";
import { request as ask } from "node:http";
import { withClient } from "@parcours/shared/database-roles";
import { operation, until, type Answer } from "../asking.js";
import type { Asking, EndToEnd } from "../harness.js";

/** A document, as it is told. */
export interface Told {
  readonly id: string;
  readonly heldBy: { readonly code: string };
  readonly providedTo: readonly { readonly code: string }[];
  readonly version: number;
  readonly isValid: boolean;
  readonly sha256: string;
}

/** What came of an offer. */
export interface Provided {
  readonly state: string | null;
  readonly isDirectoryAsked: boolean;
  readonly document: Told | null;
  readonly ticket: { readonly path: string; readonly ticket: string; readonly documentId: string } | null;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

/** What came back where bytes are taken and given. */
export interface Streamed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Of a refusal. */
  readonly code: string | undefined;
}

/** A PDF of about so many bytes. */
export function aPdf(words: string, bytes = 2_000): Buffer {
  const head = `%PDF-1.7\n% ${words}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n`;
  return Buffer.from(`${head}% ${"x".repeat(Math.max(0, bytes - head.length))}\n%%EOF\n`);
}

const text = operation(import.meta.dirname, "provide");

/** One who gives and fetches. */
export class Client {
  constructor(
    private readonly all: EndToEnd,
    private readonly asking: Asking,
  ) {}

  /** Offers a document. */
  async offer(content: Buffer, part: Readonly<Record<string, unknown>>): Promise<Provided> {
    const sha256 = createHash("sha256").update(content).digest("hex");
    const file = { mediaType: "application/pdf", size: content.length, sha256 };
    const input = { idempotencyKey: randomUUID(), documentType: "BUSINESS_PLAN", ...file, ...part };
    const { data, errors } = await this.all.ask<{ provideDocument: Provided }>(text, { input }, this.asking);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.provideDocument;
  }

  /** Sends bytes from an offset on; `cutAfter` breaks the connection when so many were sent. */
  async send({ ticket }: Provided, content: Buffer, { offset = 0, cutAfter = -1 } = {}): Promise<Streamed> {
    const rest = content.subarray(offset);
    const headers = {
      "tus-resumable": "1.0.0",
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      "content-length": String(rest.length),
      "upload-ticket": ticket?.ticket ?? "",
    };
    return this.stream("PATCH", ticket?.path ?? "", headers, rest, cutAfter);
  }

  /** Where an upload stands. */
  async head({ ticket }: Provided): Promise<Streamed> {
    const headers = { "tus-resumable": "1.0.0", "upload-ticket": ticket?.ticket ?? "" };
    return this.stream("HEAD", ticket?.path ?? "", headers);
  }

  /** A link to a document; null where it is refused. */
  async link(documentId: string, heldBy: string): Promise<string | null> {
    const answer = await this.all.ask<{ requestDocumentLink: { path: string | null } }>(
      `mutation Link($input: RequestDocumentLinkInput!) { requestDocumentLink(input: $input) { path errors { code } } }`,
      { input: { documentId, heldBy } },
      this.asking,
    );
    return answer.data.requestDocumentLink.path;
  }

  /** What follows a link. */
  async fetch(path: string): Promise<Streamed> {
    return this.stream("GET", path, {});
  }

  /** Asks the graph. */
  async ask<Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer<Data>> {
    return this.all.ask<Data>(query, variables, this.asking);
  }

  /** One request to the gateway, signed in. */
  async stream(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body = Buffer.alloc(0) as Buffer,
    cutAfter = -1,
  ): Promise<Streamed> {
    const { authorization = "" } = await this.all.headers(this.asking);
    const url = new URL(path, this.all.system.gatewayUrl);
    return new Promise((resolve, reject) => {
      const outgoing = ask(url, { method, headers: { ...headers, authorization } }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (one: Buffer) => parts.push(one));
        response.once("error", reject);
        response.once("end", () => {
          const whole = Buffer.concat(parts);
          const status = response.statusCode ?? 0;
          resolve({ status, headers: response.headers, body: whole, code: status >= 400 ? codeIn(whole) : undefined });
        });
      });
      outgoing.once("error", reject);
      if (cutAfter < 0) outgoing.end(body);
      else outgoing.write(body.subarray(0, cutAfter), () => setTimeout(() => outgoing.destroy(), 150));
    });
  }
}

function codeIn(body: Buffer): string | undefined {
  const { errors } = JSON.parse(body.toString() || "{}") as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

/** A document of Amina's and one of her enterprise's, given to a lender and known to the directory: the demonstration's stories hold none. */
export async function giveDocuments(all: EndToEnd): Promise<void> {
  const amina = new Client(all, { as: "amina" });
  const { id: entrepreneurId } = all.story("KNOWN_TO_EVERY_POLE");
  const common = { entrepreneurId, agency: "FINANCE_INVEST" };
  const ofEnterprise = { documentType: "STATUTES", enterpriseNumber: all.numberOf("KNOWN_TO_EVERY_POLE") };
  for (const part of [{ documentType: "BUSINESS_PLAN" }, ofEnterprise]) {
    const content = aPdf(part.documentType);
    const sent = await amina.send(await amina.offer(content, { ...common, ...part }), content);
    if (sent.status !== 204) throw new Error(`the bytes were not taken: ${sent.status}`);
  }
  await until("the directory points to the documents", () =>
    withClient(all.system.ownerUrl("front-door"), async (client) => {
      const { rows } = await client.query("select from document_pointer");
      return rows.length === 2;
    }),
  );
}
