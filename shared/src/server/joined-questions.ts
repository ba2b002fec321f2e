/**
 * Several questions of the gateway in one HTTP call (decision 24), each with the headers it would have had by itself: its own token, for its own
 * reader and its own body. A question is two lines, its headers as JSON and its body byte for byte; an answer is one line, sent as soon as it
 * is there, so that nobody waits for somebody else's.
 */
import { StringDecoder } from "node:string_decoder";

/** By this header of its answers a subgraph says how many questions it takes in one call; who does not say it is asked one by one. */
export const joinsHeader = "x-parcours-joins";

/** How many questions one call may hold. */
export const mostJoined = 16;

/** Where joined questions go, behind the address of a subgraph's operations. */
export const joinedFolder = "/joined";

/** What joined questions and their answers are called. */
export const joinedContentType = "application/x-ndjson";

/** One question: what it would be as a request of its own. */
export interface JoinedQuestion {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON without a line break. */
  readonly body: string;
}

/** One answer: to which question, with which status, and its JSON. */
export interface JoinedAnswer {
  /** The question's place in the call, from 0. */
  readonly place: number;
  readonly status: number;
  readonly body: string;
}

/** Questions as the body of one call. */
export function writeQuestions(questions: readonly JoinedQuestion[]): string {
  return questions.map(({ headers, body }) => `${JSON.stringify(headers)}\n${body}\n`).join("");
}

/** The questions of a call's body; null where it holds none, or more than may be joined, or is no such body. */
export function readQuestions(text: string): readonly JoinedQuestion[] | null {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length === 0 || lines.length % 2 !== 0 || lines.length / 2 > mostJoined) return null;
  const questions: JoinedQuestion[] = [];
  for (let line = 0; line < lines.length; line += 2) {
    const headers = headersIn(lines[line] ?? "");
    if (!headers) return null;
    questions.push({ headers, body: lines[line + 1] ?? "" });
  }
  return questions;
}

/** An answer as its line. */
export function writeAnswer({ place, status, body }: JoinedAnswer): string {
  return `${place} ${status} ${body}\n`;
}

/** Reads the lines of answers from chunks, which may end anywhere, also within a character. */
export class AnswerLines {
  readonly #decoder = new StringDecoder("utf8");
  #begun = "";

  /** The answers that a chunk completes. Throws where a line is no answer. */
  take(chunk: Buffer): readonly JoinedAnswer[] {
    const lines = (this.#begun + this.#decoder.write(chunk)).split("\n");
    this.#begun = lines.pop() ?? "";
    return lines.map(readAnswer);
  }
}

function readAnswer(line: string): JoinedAnswer {
  const placeEnds = line.indexOf(" ");
  const statusEnds = line.indexOf(" ", placeEnds + 1);
  const place = Number(line.slice(0, placeEnds));
  const status = Number(line.slice(placeEnds + 1, statusEnds));
  if (placeEnds < 1 || statusEnds < 0 || !Number.isInteger(place) || !Number.isInteger(status))
    throw new Error("a line of joined answers is no answer");
  return { place, status, body: line.slice(statusEnds + 1) };
}

function headersIn(line: string): Readonly<Record<string, string>> | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const isText = Object.values(value).every((header) => typeof header === "string");
    return isText ? (value as Readonly<Record<string, string>>) : null;
  } catch {
    return null;
  }
}
