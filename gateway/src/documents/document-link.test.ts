import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Reader } from "@parcours/shared/visibility/reader";
import { pino } from "pino";
import { Deadline } from "../deadline.js";
import { AnswerReport } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";
import { DocumentLink } from "./document-link.js";

describe("streams to one owner", () => {
  /** Answers that have begun and are not over. */
  const waiting: ServerResponse[] = [];
  const owner = createServer((_, response) => {
    response.write("begun");
    waiting.push(response);
  });
  let link: DocumentLink;

  beforeAll(async () => {
    await once(owner.listen(0, "127.0.0.1"), "listening");
    const url = `http://127.0.0.1:${(owner.address() as AddressInfo).port}`;
    link = new DocumentLink({ name: "owner", url, pass: undefined, logger: pino({ level: "silent" }) });
  });
  afterAll(async () => {
    await link.close();
    owner.closeAllConnections();
    await new Promise((resolve) => void owner.close(resolve));
  });

  const person = (entrepreneurId: string): Reader => ({ role: "ENTREPRENEUR", entrepreneurId });
  const fetching = (reader: Reader, signal = new AbortController().signal) => {
    const context: GatewayContext = {
      requestId: "4c1f0f4e-6a0e-4f0f-9f6d-5a1f5c0a7b10",
      reader,
      askedBy: undefined,
      language: "EN",
      acceptLanguage: "en",
      hop: 0,
      deadline: new Deadline(5_000),
      signal,
      report: new AnswerReport(),
    };
    return link.pass({ method: "GET", path: "/documents/files/one", headers: {} }, context);
  };
  const refused = { extensions: { code: "TOO_MANY_STREAMS", http: { status: 503 } } };

  it("are two for one actor at once, whoever else has any, and two again when one is over", async () => {
    const [first] = [await fetching(person("one")), await fetching(person("one"))];
    await expect(fetching(person("one"))).rejects.toMatchObject(refused);
    const others = [await fetching(person("two")), await fetching(person("three"))];
    expect(others.map((answer) => answer?.statusCode)).toEqual([200, 200]);
    if (!first) throw new Error("no answer");
    const over = once(first.body, "close");
    waiting[0]?.end();
    first.body.resume();
    await over;
    expect((await fetching(person("one")))?.statusCode).toBe(200);
    await expect(fetching(person("one"))).rejects.toMatchObject(refused);
  });

  it("that never began count for nobody", async () => {
    for (let index = 0; index < 3; index += 1) expect(await fetching(person("four"), AbortSignal.abort())).toBeNull();
    expect((await fetching(person("four")))?.statusCode).toBe(200);
  });
});
