/** Sends the answers to joined questions, each as soon as it is there; those of one turn of the event loop in one message. */
import type { ServerResponse } from "node:http";
import { joinedContentType, joinsHeader, mostJoined, writeAnswer, type JoinedAnswer } from "./joined-questions.js";

/** The answers of one call. */
export class JoinedAnswers {
  #ready: string[] = [];
  #missing: number;

  /** @param expected how many questions there are */
  constructor(
    private readonly response: ServerResponse,
    expected: number,
  ) {
    this.#missing = expected;
  }

  /** Sends an answer; the last one ends the response. */
  add(answer: JoinedAnswer): void {
    if (this.#ready.length === 0) setImmediate(() => this.#send());
    this.#ready.push(writeAnswer(answer));
  }

  #send(): void {
    const text = Buffer.from(this.#ready.join(""));
    this.#missing -= this.#ready.length;
    this.#ready = [];
    // Who asked has left: nobody reads it.
    if (this.response.destroyed) return;
    const isLast = this.#missing === 0;
    if (!this.response.headersSent)
      this.response.writeHead(200, {
        "content-type": joinedContentType,
        [joinsHeader]: mostJoined,
        // Where all are there at once, which is the rule, the answer need not come in parts.
        ...(isLast && { "content-length": text.length }),
      });
    if (isLast) this.response.end(text);
    else this.response.write(text);
  }
}
