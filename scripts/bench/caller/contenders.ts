import type { LoadProcess } from "../../lib/bench/load-process.js";
import { askAll, type Answer } from "./answers.js";
import { graphQuestions } from "./questions.js";
import type { World } from "./world.js";

/** Whom to ask, and with what. */
interface Contender {
  readonly url: string;
  readonly questions: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ours is asked by somebody who has signed in, once for the whole run; the reference asks nobody who they are. */
export async function introduceOurs(
  load: LoadProcess,
  name: string,
  { system }: World,
  phones: readonly string[],
): Promise<Answer[]> {
  // In the language in which the owners' texts were told to the reference, whatever the advisor's own.
  const headers = { ...(await system.people.headers()), "accept-language": "fr" };
  return introduce(load, name, { url: system.gatewayUrl, questions: graphQuestions(phones), headers });
}

/** Asks a contender everything once, and tells the load process of it. */
export async function introduce(load: LoadProcess, name: string, contender: Contender): Promise<Answer[]> {
  const { url, questions, headers = {} } = contender;
  const answers = await askAll(url, questions, headers);
  const { port, pathname } = new URL(url);
  await load.target(name, {
    port: Number(port),
    path: pathname,
    headers,
    bodies: questions,
    lengths: answers.map(({ bytes }) => bytes),
  });
  return answers;
}
