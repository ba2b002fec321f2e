/** The bytes of a demonstration's documents while a database is filled: they are in the store before their rows can be seen. */
import type { KeptDocument } from "@parcours/shared/demonstration/documents/document-rows";
import type { DocumentStore } from "@parcours/shared/documents/document-store";
import pg from "pg";

/** How many files are written at once: more only wait for each other. */
const atOnce = 8;

/** Keeps the bytes of one subgraph's documents. */
export class DocumentSink {
  #waiting: KeptDocument[] = [];
  readonly #kept: string[] = [];

  constructor(private readonly store: DocumentStore) {}

  /** Takes a document in; its bytes are kept with the next batch. */
  add(document: KeptDocument): void {
    this.#waiting.push(document);
  }

  /**
   * What waits, to be kept. Whatever left word in the transaction or before that bytes of the same id are to go (an earlier demonstration) is
   * taken back first: a sweep that holds such a word is waited for, and none takes it up until the transaction ends.
   */
  takeBatch(): (client: pg.ClientBase) => Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    return async (client) => {
      if (batch.length === 0) return;
      const ids = batch.map(({ id }) => id);
      await client.query("delete from document_bytes where document_id = any($1::uuid[])", [ids]);
      this.#kept.push(...ids);
      let next = 0;
      const keepNext = async (): Promise<void> => {
        for (let document = batch[next++]; document; document = batch[next++])
          await this.store.putBytes(document.id, document.bytes, document.mediaType);
      };
      await Promise.all(Array.from({ length: atOnce }, keepNext));
    };
  }

  /** After everything was taken back: leaves word of bytes that may have no row now, so that a sweep removes them. */
  async leaveWord(ownerUrl: string): Promise<void> {
    if (this.#kept.length === 0) return;
    const client = new pg.Client({ connectionString: ownerUrl, application_name: "parcours seed" });
    await client.connect();
    try {
      await client.query("insert into document_bytes (document_id) select unnest($1::uuid[]) on conflict do nothing", [
        this.#kept,
      ]);
    } finally {
      await client.end();
    }
  }
}
