import { gatewaySigner, serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { internalTokenHeader } from "./internal-token.js";

let served: ServedFeed;
beforeAll(async () => void (served = await serveOrchard("ended_sessions")));
afterAll(() => served.close());

const later = Math.floor(Date.now() / 1_000) + 600;
const digest = (letter: string): string => letter.repeat(64);

async function tell(body: object, withToken = true): Promise<{ status: number; body: unknown }> {
  const text = JSON.stringify(body);
  const token = gatewaySigner.sign({ reader: { role: "ANONYMOUS" }, requestId: "request-1", hop: 1 }, text);
  const response = await fetch(`${served.url}/ended-sessions`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(withToken && { [internalTokenHeader]: token }) },
    body: text,
  });
  return { status: response.status, body: await response.json() };
}

describe("sessions that were ended", () => {
  it("are told to whoever asks next, until they would have ended by themselves", async () => {
    const [one, over] = [
      { digest: digest("a"), until: later },
      { digest: digest("b"), until: later - 1_200 },
    ];
    expect(await tell({ ended: [one, over] })).toEqual({ status: 200, body: { ended: [one] } });
    const other = { digest: digest("c"), until: later + 60 };
    // Told twice is told once.
    expect((await tell({ ended: [other, one] })).body).toEqual({ ended: [other, one] });
    expect((await tell({ ended: [] })).body).toEqual({ ended: [other, one] });
  });

  it("are the gateway's to tell and to ask, and nobody else's", async () => {
    expect((await tell({ ended: [] }, false)).status).toBe(401);
  });

  it.each([
    ["no list", {}],
    ["a digest that is none", { ended: [{ digest: "x", until: later }] }],
    ["no end", { ended: [{ digest: digest("a") }] }],
  ])("with %s are refused", async (_, body) => expect((await tell(body)).status).toBe(400));
});
