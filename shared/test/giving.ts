/** Giving documents to a subgraph in a test, as the gateway does it: begin, send bytes, ask where they stand, fetch. */
import { createHash, randomUUID } from "node:crypto";
import { request as ask } from "node:http";
import type { ToldBeginning, ToldDocument } from "../src/documents/told-document.js";
import { internalTokenHeader, type InternalTokenSigner } from "../src/identity/internal-token.js";
import { streamedRequest } from "../src/server/streamed-request.js";
import type { Reader } from "../src/visibility/reader.js";
import { gatewaySigner } from "./feed-pair.js";

/** A PDF that a reader would open, of some length. */
export function aPdf(words = "a plan", bytes = 400): Buffer {
  const head = `%PDF-1.7\n% ${words}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n`;
  return Buffer.from(`${head}% ${"x".repeat(Math.max(0, bytes - head.length - 9))}\n%%EOF\n`);
}

/** SHA-256, hexadecimal. */
export function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** What came back of an address that takes or gives bytes. */
export interface Streamed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** The code of a refusal. */
export function codeOfRefusal({ body }: Streamed): string | undefined {
  const { errors } = JSON.parse(body.toString() || "{}") as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

/** Gives documents as one reader. */
export class Giving {
  constructor(
    private readonly url: string,
    private readonly reader: Reader,
    /** Stands in for the gateway towards another subgraph than the orchard. */
    private readonly signer: Pick<InternalTokenSigner, "sign"> = gatewaySigner,
  ) {}

  /** What `provideDocument` asks of an owner. */
  static order(entrepreneurId: string, content: Buffer, part: object = {}): Record<string, unknown> {
    return {
      idempotencyKey: randomUUID(),
      entrepreneurId,
      enterpriseNumber: null,
      projectId: null,
      agency: "ORCHARD",
      documentType: "BUSINESS_PLAN",
      mediaType: "application/pdf",
      size: content.length,
      sha256: sha256(content),
      validFrom: null,
      validUntil: null,
      isRestricted: false,
      isNewVersion: false,
      form: null,
      dossierId: null,
      ...part,
    };
  }

  /** Posts to one of the owner's addresses. */
  async post<Body>(path: string, body: object): Promise<{ readonly status: number; readonly body: Body }> {
    const text = JSON.stringify(body);
    const token = this.signer.sign({ reader: this.reader, requestId: "giving", hop: 1 }, text);
    const headers = { "content-type": "application/json", [internalTokenHeader]: token };
    const response = await fetch(`${this.url}${path}`, { method: "POST", headers, body: text });
    return { status: response.status, body: (await response.json()) as Body };
  }

  /** Offers a document. */
  async begin(input: object, isHeldElsewhere = false): Promise<ToldBeginning> {
    return (await this.post<ToldBeginning>("/documents/begin", { input, isHeldElsewhere })).body;
  }

  /** Sends bytes from an offset on; `cutAfter` ends the connection when so many were sent. */
  async send(
    { uploadId, ticket }: { readonly uploadId: string; readonly ticket: string },
    content: Buffer,
    { offset = 0, cutAfter }: { readonly offset?: number; readonly cutAfter?: number } = {},
  ): Promise<Streamed> {
    const rest = content.subarray(offset);
    const headers = {
      "tus-resumable": "1.0.0",
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      "content-length": String(rest.length),
      "upload-ticket": ticket,
    };
    return this.stream("PATCH", `/documents/uploads/${uploadId}`, headers, rest, cutAfter);
  }

  /** Where an upload stands. */
  async head(uploadId: string, ticket: string): Promise<Streamed> {
    return this.stream("HEAD", `/documents/uploads/${uploadId}`, { "tus-resumable": "1.0.0", "upload-ticket": ticket });
  }

  /** Fetches a document by a link. */
  async fetch(token: string): Promise<Streamed> {
    return this.stream("GET", `/documents/files/${token}`, {});
  }

  /** Gives a document whole. Answers it as it was received. */
  async give(entrepreneurId: string, content: Buffer, part: object = {}): Promise<ToldDocument> {
    const order = Giving.order(entrepreneurId, content, part);
    const begun = await this.begin(order);
    if (begun.state !== "TICKET") throw new Error(`no ticket: ${JSON.stringify(begun)}`);
    const { status, body } = await this.send(begun, content);
    if (status !== 204) throw new Error(`bytes were refused: ${status} ${body.toString()}`);
    const done = await this.begin(order);
    if (done.state !== "RECEIVED") throw new Error(`not received: ${JSON.stringify(done)}`);
    return done.document;
  }

  /** One request with a token for its line. */
  async stream(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Buffer = Buffer.alloc(0),
    cutAfter?: number,
  ): Promise<Streamed> {
    const claims = { reader: this.reader, requestId: "giving", hop: 1 };
    const token = this.signer.sign(claims, streamedRequest(method, path, headers));
    return new Promise((resolve, reject) => {
      const all = { ...headers, [internalTokenHeader]: token };
      const outgoing = ask(`${this.url}${path}`, { method, headers: all }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.once("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      });
      outgoing.once("error", reject);
      if (cutAfter === undefined) return void outgoing.end(body);
      outgoing.write(body.subarray(0, cutAfter), () => setTimeout(() => outgoing.destroy(), 100));
    });
  }
}
