/**
 * Every question is asked once beforehand: both contenders must answer the same, and the length of each answer is what the load then
 * holds every later answer against.
 *
 * What is taken away before comparing: GraphQL's envelope (`data`), for the reference gives the same shape without it; and the value of
 * each `asOf`, which is when a copy was last brought up to date (ours) or read (the reference): that it is an instant is checked.
 */
import { isDeepStrictEqual } from "node:util";
import { CommandFailed } from "../../lib/command-failed.js";

/** An answer, compared by what it says. */
export interface Answer {
  readonly content: unknown;
  /** Bytes of the body as sent. */
  readonly bytes: number;
}

/** How many are asked at a time. */
const askedAtOnce = 4;
/** A process that has just started compiles what it is asked first, and may be too late for the deadlines of ours. */
const tries = 10;

/** Asks every question once. @throws CommandFailed on an answer with an error or without content */
export async function askAll(
  url: string,
  questions: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let first = 0; first < questions.length; first += askedAtOnce) {
    const asked = questions.slice(first, first + askedAtOnce).map((question) => ask(url, question, headers));
    answers.push(...(await Promise.all(asked)));
  }
  return answers;
}

/** The first place at which two lists of answers differ; undefined where they say the same. */
export function firstDifference(ours: readonly Answer[], theirs: readonly Answer[]): string | undefined {
  const place = ours.findIndex(({ content }, index) => !isDeepStrictEqual(content, theirs[index]?.content));
  if (place < 0) return ours.length === theirs.length ? undefined : `${ours.length} answers and ${theirs.length}`;
  return `question ${place + 1}: ${differenceOf(ours[place]?.content, theirs[place]?.content, "")}`;
}

/** The content of a body without envelope and instants of copying. @throws CommandFailed where it has errors */
export function contentOf(body: string): unknown {
  const parsed = JSON.parse(body, (key, value: unknown) => (key === "asOf" ? instantOf(value) : value)) as Body;
  if (parsed.errors) throw new CommandFailed(`An answer has errors: ${JSON.stringify(parsed.errors).slice(0, 500)}`);
  const content = "data" in parsed ? parsed.data : parsed;
  if (!content?.caller) throw new CommandFailed(`An answer has no content: ${body.slice(0, 200)}`);
  return content;
}

interface Body {
  readonly data?: { readonly caller?: unknown };
  readonly caller?: unknown;
  readonly errors?: readonly unknown[];
}

async function ask(url: string, question: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  for (let left = tries - 1; left > 0; left -= 1) {
    const answer = await askOnce(url, question, headers).catch(() => undefined);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return askOnce(url, question, headers);
}

async function askOnce(url: string, question: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: question,
  });
  const body = await response.text();
  if (response.status !== 200) throw new CommandFailed(`${url} answered ${response.status}: ${body.slice(0, 200)}`);
  return { content: contentOf(body), bytes: Buffer.byteLength(body) };
}

function instantOf(value: unknown): string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
    ? "an instant"
    : "no instant";
}

/** Where two values differ first, with both, for whoever has to find out why. */
function differenceOf(one: unknown, other: unknown, path: string): string {
  const parts = [one, other];
  if (parts.every((part) => typeof part === "object" && part !== null)) {
    const [a, b] = parts as [Record<string, unknown>, Record<string, unknown>];
    const key = [...new Set([...Object.keys(a), ...Object.keys(b)])].find(
      (name) => !isDeepStrictEqual(a[name], b[name]),
    );
    if (key !== undefined) return differenceOf(a[key], b[key], `${path}.${key}`);
  }
  return `${path} is ${JSON.stringify(one)} and ${JSON.stringify(other)}`.slice(0, 1_000);
}
