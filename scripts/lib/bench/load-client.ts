/** Callers that ask one after the other over kept connections. As lean as can be: what the load costs is missing from what is measured. */
import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";

/** Whom to ask, and what. */
export interface LoadTarget {
  /** A loopback port. */
  readonly port: number;
  readonly path: string;
  /** Sent with each question, for instance who asks. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON bodies, asked in turn by whichever caller is free, so that every contender is asked the same in the same order. */
  readonly bodies: readonly string[];
  /** How many bytes the answer to each has: any other answer counts as wrong. */
  readonly lengths: readonly number[];
}

/** One slice of load. */
export interface LoadOrder {
  readonly callers: number;
  readonly milliseconds: number;
}

/** What one slice of load measured. */
export interface LoadResult {
  /** Right answers within the time. */
  readonly answers: number;
  readonly milliseconds: number;
  /** Answers with another status or another length than they should have, and connections lost or silent. */
  readonly wrong: number;
  /** Milliseconds from the question to the last byte of each right answer, ascending; those of the last questions too, which end later. */
  readonly latencies: Float64Array;
  /** Processor time of this client, in milliseconds: what it took from the contender. */
  readonly clientMilliseconds: number;
}

/** A caller that waits longer than this gives up, in milliseconds: far above any limit of the contenders. */
const longestSilence = 10_000;

/** What the callers of one slice count together. */
interface Counted {
  answers: number;
  readonly latencies: number[];
}

/** A target with its requests written out once. */
export class Load {
  readonly #requests: readonly Buffer[];
  #next = 0;

  constructor(private readonly target: LoadTarget) {
    this.#requests = target.bodies.map((body) => requestOf(target, body));
  }

  /** Connects, then asks for a time, then waits for the answers under way. */
  async run({ callers, milliseconds }: LoadOrder): Promise<LoadResult> {
    const sockets = await Promise.all(Array.from({ length: callers }, () => open(this.target.port)));
    // Each slice asks the same questions as its partner does.
    this.#next = 0;
    const counted: Counted = { answers: 0, latencies: [] };
    const before = process.cpuUsage();
    const end = performance.now() + milliseconds;
    const wrong = await Promise.all(sockets.map((socket) => this.#call(socket, end, counted)));
    const used = process.cpuUsage(before);
    for (const socket of sockets) socket.destroy();
    return {
      answers: counted.answers,
      milliseconds,
      wrong: wrong.reduce((sum, count) => sum + count, 0),
      latencies: Float64Array.from(counted.latencies).sort(),
      clientMilliseconds: (used.user + used.system) / 1000,
    };
  }

  /** One caller. Answers how many of its answers were wrong. */
  #call(socket: Socket, end: number, counted: Counted): Promise<number> {
    return new Promise((resolve) => {
      let wrong = 0;
      let asked = 0;
      let place = 0;
      const reader = new AnswerReader();
      const ask = (): void => {
        if (performance.now() >= end) return resolve(wrong);
        place = this.#next % this.#requests.length;
        this.#next += 1;
        asked = performance.now();
        socket.write(this.#requests[place] ?? "");
      };
      const lost = (): void => resolve(wrong + 1);
      socket.on("data", (chunk: Buffer) => {
        if (!reader.take(chunk)) return;
        const now = performance.now();
        if (reader.status !== "200" || reader.length !== this.target.lengths[place]) wrong += 1;
        else {
          counted.latencies.push(now - asked);
          if (now <= end) counted.answers += 1;
        }
        reader.reset();
        ask();
      });
      socket.setTimeout(longestSilence, lost);
      socket.on("error", lost).on("close", lost);
      ask();
    });
  }
}

/** Finds the end of one HTTP answer with a `content-length`, which both contenders give. */
class AnswerReader {
  status = "";
  /** Bytes of the body. */
  length = 0;
  #missing = -1;
  #head: Buffer | undefined;

  /** Takes what came. Answers whether the answer is whole. */
  take(chunk: Buffer): boolean {
    if (this.#missing < 0) this.#readHead(chunk);
    else this.#missing -= chunk.length;
    return this.#missing === 0;
  }

  reset(): void {
    this.#missing = -1;
    this.#head = undefined;
  }

  #readHead(chunk: Buffer): void {
    const start = this.#head ? Buffer.concat([this.#head, chunk]) : chunk;
    const end = start.indexOf("\r\n\r\n");
    if (end < 0) {
      this.#head = start;
      return;
    }
    const head = start.toString("latin1", 0, end);
    this.status = head.slice(9, 12);
    this.length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
    this.#missing = this.length - (start.length - end - 4);
  }
}

function requestOf({ port, path, headers = {} }: LoadTarget, body: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    "content-type: application/json",
    "accept: application/json",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${head.join("\r\n")}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => {
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", reject);
  });
}
