import { InternalTokenSigner } from "@parcours/shared/identity/internal-token";
import { gatewaySecret, identityEnvironment, lastClaims, secretOf } from "../../test/identity.js";
import { TestIssuer } from "../../test/issuer.js";
import { startGateway } from "../../test/running-gateway.js";
import type { Answer, TestGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";
import { SealedText } from "./sealed-text.js";
import { Tickets } from "./tickets.js";
import type { Ticket } from "./tickets.js";

const query = "{ products { name } }";
const ticketOf = (deadline: number): Ticket => ({
  reader: { role: "COACH", agency: "HUB", staffId: "staff-8", purpose: "COACHING", caseReference: "dossier-7" },
  requestId: "3f2b8c1e-5a64-4d0b-9c77-000000000042",
  hop: 1,
  deadline,
  subgraph: "products",
  language: "NL",
});

describe("tickets of on-behalf calls", () => {
  let issuer: TestIssuer;
  let shop: { products: TestSubgraph; stock: TestSubgraph; reviews: TestSubgraph };
  let gateway: TestGateway;
  const show = (ticket: string, headers: Record<string, string> = {}): Promise<Answer> =>
    gateway.ask(query, {}, { authorization: `Ticket ${ticket}`, ...headers });
  const outcome = ({ status, data, errors }: Answer): unknown[] => [status, data, errors?.[0]?.extensions["code"]];

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    shop = await startShop();
    const all = Object.values(shop);
    gateway = await startGateway(all, identityEnvironment(all, [issuer.settings]));
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all([issuer.stop(), ...Object.values(shop).map(({ kill }) => kill())]);
  });

  /** The ticket that a coach's question brings to the subgraph. */
  async function received(): Promise<string> {
    const authorization = `Bearer ${await issuer.token("coach")}`;
    const headers = {
      authorization,
      "x-purpose": "COACHING",
      "x-case": "dossier-7",
      "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000000042",
    };
    await gateway.ask(query, {}, headers);
    return String(shop.products.received.at(-1)?.headers["x-parcours-ticket"]);
  }

  it("bring a subgraph the same reader, purpose, case and request, one hop on", async () => {
    const answer = await show(await received());
    expect([answer.status, answer.headers.get("x-request-id")]).toEqual([200, "3f2b8c1e-5a64-4d0b-9c77-000000000042"]);
    expect(lastClaims(shop.products)).toMatchObject({
      reader: { role: "COACH", agency: "HUB", staffId: "staff-8", purpose: "COACHING", caseReference: "dossier-7" },
      requestId: "3f2b8c1e-5a64-4d0b-9c77-000000000042",
      hop: 2,
    });
    expect(gateway.log.at(-1)).toMatchObject({ askedBy: "products", role: "COACH", hop: 1 });
  });

  it("heed no header that says otherwise", async () => {
    await show(await received(), {
      "x-purpose": "CURIOSITY",
      "x-case": "0478 12 34 56",
      "x-request-id": "3f2b8c1e-5a64-4d0b-9c77-000000009999",
      "x-parcours-hop": "0",
      "x-parcours-deadline-ms": "60000",
      cookie: "__Host-parcours-session=x",
    });
    expect(lastClaims(shop.products)).toMatchObject({
      reader: { purpose: "COACHING", caseReference: "dossier-7" },
      requestId: "3f2b8c1e-5a64-4d0b-9c77-000000000042",
      hop: 2,
    });
  });

  it("leave no more time than the answer that they belong to has", async () => {
    await show(new Tickets([gatewaySecret]).seal(ticketOf(Date.now() + 300)));
    expect(Number(shop.products.received.at(-1)?.headers["x-parcours-deadline-ms"])).toBeLessThanOrEqual(300);
  });

  it("end where questions go in a circle", async () => {
    const circling = { ...ticketOf(Date.now() + 1_000), hop: 5 };
    expect(outcome(await show(new Tickets([gatewaySecret]).seal(circling)))).toEqual([508, undefined, "TOO_MANY_HOPS"]);
  });

  /** What is no ticket, and what whoever shows it is told. */
  const wrong: Readonly<Record<string, readonly [() => Promise<string>, string]>> = {
    "has expired": [async () => new Tickets([gatewaySecret]).seal(ticketOf(Date.now() - 1)), "TICKET_EXPIRED"],
    "is sealed with another key": [
      async () => new Tickets([secretOf("products")]).seal(ticketOf(Date.now() + 1_000)),
      "TICKET_INVALID",
    ],
    "was changed": [
      async () => {
        const ticket = await received();
        return `${ticket.slice(0, 60)}${ticket[60] === "A" ? "B" : "A"}${ticket.slice(61)}`;
      },
      "TICKET_INVALID",
    ],
    "was cut": [async () => (await received()).slice(0, -1), "TICKET_INVALID"],
    "was moved to another hour": [
      async () => {
        const [period, body] = (await received()).split(".");
        return `${Number(period) - 1}.${body}`;
      },
      "TICKET_INVALID",
    ],
    "is a day old": [
      async () => new Tickets([gatewaySecret]).seal(ticketOf(Date.now() + 1_000), Date.now() - 86_400_000),
      "TICKET_INVALID",
    ],
    "is the internal token of the same fetch": [
      async () => {
        await received();
        return String(shop.products.received.at(-1)?.headers["x-parcours-token"]);
      },
      "TICKET_INVALID",
    ],
    "is an internal token that a subgraph forged": [
      async () => {
        const { reader, requestId, hop } = ticketOf(0);
        const forged = new InternalTokenSigner("products", secretOf("products"));
        return forged.sign({ reader, requestId, hop }, JSON.stringify({ query }));
      },
      "TICKET_INVALID",
    ],
    "is a session": [
      async () => new SealedText([gatewaySecret], "session").seal({ iss: issuer.url }, Date.now() / 1_000 + 60),
      "TICKET_INVALID",
    ],
    "is an access token": [async () => issuer.token("advisor"), "TICKET_INVALID"],
  };

  it.each(Object.keys(wrong))("are refused when what is shown %s", async (what) => {
    const [make, code] = wrong[what] ?? [async () => "", ""];
    expect(outcome(await show(await make()))).toEqual([401, undefined, code]);
  });

  it("open nothing as a bearer token, and an internal token opens nothing in its own header", async () => {
    const ticket = await received();
    const asBearer = await gateway.ask(query, {}, { authorization: `Bearer ${ticket}` });
    expect(outcome(asBearer)).toEqual([401, undefined, "TOKEN_INVALID"]);
    const { reader, requestId, hop } = ticketOf(0);
    const forged = new InternalTokenSigner("products", secretOf("products"));
    const token = forged.sign({ reader, requestId, hop }, JSON.stringify({ query }));
    await gateway.ask(query, {}, { "x-parcours-token": token, "x-parcours-ticket": ticket });
    expect(lastClaims(shop.products).reader).toEqual({ role: "ANONYMOUS" });
  });

  it("are opened with an older secret while the secret is replaced", () => {
    const ticket = ticketOf(Date.now() + 1_000);
    const newer = "a-newer-secret-of-at-least-thirty-two-bytes";
    const sealed = new Tickets([gatewaySecret]).seal(ticket);
    expect(new Tickets([newer, gatewaySecret]).open(sealed)).toEqual(ticket);
  });
});
