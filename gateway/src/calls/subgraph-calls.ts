/**
 * Calls to one subgraph. What is asked of it in one turn of the event loop, by whichever requests, travels in one HTTP call (decision 24): waking
 * a process for each question costs more than most answers. Each question keeps its own token, reader and deadline.
 */
import type { JoinedQuestion } from "@parcours/shared/server/joined-questions";
import { joinedFolder, joinsHeader, mostJoined } from "@parcours/shared/server/joined-questions";
import type { Pool } from "undici";
import type { SubgraphReply, WaitingQuestion } from "./joined-call.js";
import { askJoined } from "./joined-call.js";
import type { Patience } from "./patience.js";
import { PatienceOver } from "./patience.js";
import { post } from "./post.js";

/** A question longer than this, in bytes, travels alone: a subgraph reads a megabyte at most. */
const longestJoined = 40_000;

/** While the subgraph is at work on a question, the next ones wait so many milliseconds for others: who asks when it is idle waits for nobody. */
const linger = 3;

/** Where joined questions are refused, by the subgraph or by what stands before it, for so long all travel alone; milliseconds. */
const aloneFor = 60_000;

/** Asks one subgraph. */
export class SubgraphCalls {
  /** Whether the subgraph said, when it was last asked alone, that it takes joined questions. */
  #takesJoined = false;
  /** Joined questions were refused as such: until then nobody joins them again, in milliseconds since 1970. */
  #aloneUntil = 0;
  #waiting: WaitingQuestion[] = [];
  /** Questions that are neither answered nor given up. */
  #underWay = 0;

  readonly #path: string;
  readonly #joinedPath: string;

  constructor(
    private readonly pool: Pool,
    /** Of the subgraph's operations. */
    { pathname, search }: Pick<URL, "pathname" | "search">,
  ) {
    this.#path = `${pathname}${search}`;
    this.#joinedPath = `${pathname}${joinedFolder}${search}`;
  }

  /**
   * Asks a question. Errors: those of the connection; `PatienceOver`; `JoinedCallFailed`, after which it may be asked again, alone and with a
   * new token.
   */
  async ask(question: JoinedQuestion, patience: Patience, { alone = false } = {}): Promise<SubgraphReply> {
    const reply = this.#reply(question, patience, alone);
    this.#underWay += 1;
    try {
      return await reply;
    } finally {
      this.#underWay -= 1;
    }
  }

  #reply(question: JoinedQuestion, patience: Patience, alone: boolean): Promise<SubgraphReply> {
    return new Promise((answered, failed) => {
      const waiting = { question, patience, answered, failed };
      if (
        alone ||
        !this.#takesJoined ||
        Date.now() < this.#aloneUntil ||
        Buffer.byteLength(question.body) > longestJoined
      )
        return this.#askAlone(waiting);
      if (this.#waiting.length === 0) this.#askSoon();
      this.#waiting.push(waiting);
    });
  }

  #askSoon(): void {
    const ask = (): void => this.#askAll();
    if (this.#underWay > 0) setTimeout(ask, linger);
    // Once all that came with this turn has been heard.
    else setImmediate(ask);
  }

  #askAll(): void {
    const [over, waiting] = [true, false].map((isOver) =>
      this.#waiting.filter(({ patience }) => patience.isOver === isOver),
    ) as [WaitingQuestion[], WaitingQuestion[]];
    this.#waiting = [];
    // Nobody would read the answer, and the look would be logged.
    for (const { failed } of over) failed(new PatienceOver());
    for (let first = 0; first < waiting.length; first += mostJoined) {
      const together = waiting.slice(first, first + mostJoined);
      const [only, another] = together;
      if (only && !another) this.#askAlone(only);
      else askJoined(this.pool, this.#joinedPath, together, () => (this.#aloneUntil = Date.now() + aloneFor));
    }
  }

  #askAlone({ question, patience, answered, failed }: WaitingQuestion): void {
    const parts: Buffer[] = [];
    let status = 0;
    const cut = post(
      this.pool,
      { path: this.#path, ...question },
      {
        began: (given, headers) => {
          status = given;
          this.#takesJoined = joinsHeader in headers;
        },
        came: (chunk) => void parts.push(chunk),
        ended: () => answered({ status, text: Buffer.concat(parts).toString("utf8") }),
        failed,
      },
    );
    patience.onEnd(() => {
      const over = new PatienceOver();
      failed(over);
      cut(over);
    });
  }
}
