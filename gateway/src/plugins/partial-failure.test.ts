import { startGateway, summaryOf } from "../../test/running-gateway.js";
import type { Answer, TestGateway } from "../../test/running-gateway.js";
import type { Behaviour, TestSubgraph } from "../../test/subgraphs.js";
import { startTimeline, timelineQuery, untold } from "../../test/timeline.js";

const agencies = { "front-door": ["1819"], coaching: ["HUB", "WOMEN"], financing: ["FINANCE"] };
const missingOfCoaching = ["1", "3", "5"].flatMap((index) =>
  ["label", "minutes"].map((field) => `entrepreneur.timeline.edges.${index}.node.${field}`),
);
const allOfCoaching = ["entrepreneur.coaching", ...missingOfCoaching];

describe("an agency is down", () => {
  let subgraphs: { frontDoor: TestSubgraph; coaching: TestSubgraph; financing: TestSubgraph };
  let gateway: TestGateway;
  const ask = (headers = {}): Promise<Answer> => gateway.ask(timelineQuery, { id: "e1" }, headers);

  beforeAll(async () => {
    subgraphs = await startTimeline();
    gateway = await startGateway(Object.values(subgraphs), {}, agencies);
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map(({ kill }) => kill()));
  });
  beforeEach(() => {
    untold.clear();
    for (const subgraph of Object.values(subgraphs)) subgraph.behaviour = "well";
  });

  it("answers without errors while all are up", async () => {
    const { data, errors, extensions } = await ask();
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ entrepreneur: { name: "Ada", coaching: { open: true }, financing: { open: true } } });
    expect(extensions).toEqual({
      languages: [
        { asked: "EN", given: "FR" },
        { asked: "EN", given: "NL" },
      ],
    });
  });

  it.each<[Behaviour, string]>([
    ["hang", "SUBGRAPH_TIMEOUT"],
    ["halfAnswer", "SUBGRAPH_TIMEOUT"],
    ["garbage", "SUBGRAPH_UNAVAILABLE"],
    ["status500", "SUBGRAPH_UNAVAILABLE"],
    ["wrongShape", "SUBGRAPH_UNAVAILABLE"],
    ["reset", "SUBGRAPH_UNAVAILABLE"],
  ])("gives each null of a subgraph that answers with %s its own error and path", async (behaviour, code) => {
    subgraphs.coaching.behaviour = behaviour;
    const started = performance.now();
    const answer = await ask();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(summaryOf(answer)).toEqual(allOfCoaching.map((path) => `${code} ${path}`).sort());
    expect(answer.errors?.every(({ extensions }) => extensions["service"] === "coaching")).toBe(true);
    expect(answer.extensions?.["agencies"]).toEqual({
      HUB: { state: "NOT_ANSWERED", code },
      WOMEN: { state: "NOT_ANSWERED", code },
    });
    expect(answer.data).toMatchObject({ entrepreneur: { name: "Ada", coaching: null, financing: { open: true } } });
  });

  it("keeps what the others know of each entry", async () => {
    subgraphs.coaching.behaviour = "reset";
    const { data } = await ask();
    const { edges } = (data as { entrepreneur: { timeline: { edges: { node: object }[] } } }).entrepreneur.timeline;
    expect(edges[0]?.node).toEqual({
      __typename: "Application",
      id: "a0",
      agency: { code: "FINANCE", name: "Agency FINANCE" },
      label: "Application a0",
      amount: 100,
    });
    expect(edges[1]?.node).toEqual({
      __typename: "Session",
      id: "s1",
      agency: { code: "HUB", name: "Agency HUB" },
      label: null,
      minutes: null,
    });
  });

  it("passes on the code of a subgraph that refuses, and does not call that silence", async () => {
    subgraphs.coaching.behaviour = "refuse";
    const answer = await ask();
    expect(summaryOf(answer)).toEqual(allOfCoaching.map((path) => `TOKEN_SPENT ${path}`).sort());
    expect(answer.extensions?.["agencies"]).toBeUndefined();
  });

  it("names every agency of every silent subgraph", async () => {
    subgraphs.coaching.behaviour = "reset";
    subgraphs.financing.behaviour = "garbage";
    const answer = await ask();
    expect(Object.keys(answer.extensions?.["agencies"] ?? {}).sort()).toEqual(["FINANCE", "HUB", "WOMEN"]);
    expect(summaryOf(answer)).toHaveLength(14);
  });

  it("gives one error for a root whose owner is silent, and none for what would have been beneath", async () => {
    subgraphs.frontDoor.behaviour = "reset";
    const answer = await ask();
    expect(answer.data).toEqual({ entrepreneur: null });
    expect(summaryOf(answer)).toEqual(["SUBGRAPH_UNAVAILABLE entrepreneur"]);
  });

  it("answers roots of other subgraphs while the spine is silent", async () => {
    subgraphs.frontDoor.behaviour = "reset";
    const answer = await gateway.ask('{ session(id: "s1") { id label minutes agency { code name } } }');
    expect(answer.data).toEqual({
      session: { id: "s1", label: "Session s1", minutes: 60, agency: { code: "HUB", name: null } },
    });
    expect(summaryOf(answer)).toEqual(["SUBGRAPH_UNAVAILABLE session.agency.name"]);
  });

  it("follows aliases, fragments, @skip and @include", async () => {
    subgraphs.coaching.behaviour = "reset";
    const answer = await gateway.ask(`query ($no: Boolean = false, $yes: Boolean = true) {
      who: entrepreneur(id: "e1") { ...Sections timeline { edges { node { id ...Told @include(if: $yes) } } } } }
      fragment Sections on Entrepreneur { left: coaching { open } right: coaching @include(if: $no) { open } }
      fragment Told on TimelineEntry { ... on Session { text: label length: minutes @skip(if: $yes) } }`);
    expect(summaryOf(answer)).toEqual(
      [
        "who.left",
        "who.timeline.edges.1.node.text",
        "who.timeline.edges.3.node.text",
        "who.timeline.edges.5.node.text",
      ].map((path) => `SUBGRAPH_UNAVAILABLE ${path}`),
    );
  });

  it("speaks the reader's language", async () => {
    subgraphs.coaching.behaviour = "reset";
    const { errors } = await ask({ "accept-language": "nl-BE" });
    expect(errors?.[0]?.message).toBe("“coaching” heeft niet geantwoord: dat betekent niet dat er niets is.");
  });

  it("puts the error of one entry of a mixed list at that entry, and keeps its code and details", async () => {
    untold.add("s3");
    const answer = await ask();
    expect(summaryOf(answer)).toEqual(["NOT_SHARED entrepreneur.timeline.edges.3.node.label"]);
    expect(answer.errors?.[0]).toMatchObject({
      message: "not for you",
      extensions: { code: "NOT_SHARED", opens: ["COACH"], service: "coaching" },
    });
  });

  it("answers in full as soon as the subgraph is back", async () => {
    await subgraphs.coaching.kill();
    expect(summaryOf(await ask())).toHaveLength(7);
    await subgraphs.coaching.revive();
    expect((await ask()).errors).toBeUndefined();
  });
});
