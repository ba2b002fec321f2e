/** The directory's pattern in small: a timeline of stubs in the spine, their content with two owners, one section of each owner. */
import { GraphQLError } from "graphql";
import type { TestSubgraph } from "./subgraphs.js";
import { startSubgraph } from "./subgraphs.js";

/** Ids of entries whose label coaching cannot tell: their resolver throws. */
export const untold = new Set<string>();

/** Coaching and financing take turns: entries 1, 3, 5 are sessions, entries 0, 2, 4 applications. */
const entries = Array.from({ length: 6 }, (_, index) => ({
  __typename: index % 2 === 1 ? "Session" : "Application",
  id: `${index % 2 === 1 ? "s" : "a"}${index}`,
  occurredAt: `2026-01-0${index + 1}`,
  agency: { code: index % 2 === 1 ? "HUB" : "FINANCE" },
}));

/** Starts front door, coaching and financing. */
export async function startTimeline(): Promise<{
  frontDoor: TestSubgraph;
  coaching: TestSubgraph;
  financing: TestSubgraph;
}> {
  const frontDoor = await startSubgraph("front-door", frontDoorSdl, {
    Query: {
      entrepreneur: (_: unknown, { id }: { id: string }) => ({
        id,
        name: "Ada",
        timeline: { edges: entries.map((node) => ({ node })) },
      }),
    },
    Entrepreneur: { __resolveReference: ({ id }: { id: string }) => ({ id, name: "Ada", timeline: { edges: [] } }) },
    Agency: {
      __resolveReference: ({ code }: { code: string }) => ({ code, name: `Agency ${code}` }),
      name: ({ code }: { code: string }) => `Agency ${code}`,
    },
  });
  const coaching = await startSubgraph(
    "coaching",
    ownerSdl("Session", "minutes: Int"),
    {
      Query: { session: (_: unknown, { id }: { id: string }) => ({ id, ...content }) },
      Session: {
        __resolveReference: ({ id }: { id: string }) => ({ id, ...content }),
        label: ({ id }: { id: string }) => {
          if (untold.has(id))
            throw new GraphQLError("not for you", { extensions: { code: "NOT_SHARED", opens: ["COACH"] } });
          return `Session ${id}`;
        },
      },
      Entrepreneur: { __resolveReference: ({ id }: { id: string }) => ({ id, coaching: { open: true } }) },
    },
    { extensions: { languages: [{ asked: "EN", given: "FR" }] } },
  );
  const financing = await startSubgraph(
    "financing",
    ownerSdl("Application", "amount: Int"),
    {
      Query: { application: (_: unknown, { id }: { id: string }) => ({ id, ...content }) },
      Application: {
        __resolveReference: ({ id }: { id: string }) => ({ id, ...content, label: `Application ${id}`, amount: 100 }),
      },
      Entrepreneur: { __resolveReference: ({ id }: { id: string }) => ({ id, financing: { open: true } }) },
    },
    {
      extensions: {
        languages: [
          { asked: "EN", given: "FR" },
          { asked: "EN", given: "NL" },
        ],
      },
    },
  );
  return { frontDoor, coaching, financing };
}

const content = { occurredAt: "2026-01-01", agency: { code: "HUB" }, minutes: 60 };

const frontDoorSdl = `
  interface TimelineEntry { id: ID! occurredAt: String agency: Agency label: String }
  type Query { entrepreneur(id: ID!): Entrepreneur }
  type Agency @key(fields: "code") { code: ID! name: String }
  type Entrepreneur @key(fields: "id") { id: ID! name: String timeline: TimelineConnection }
  type TimelineConnection { edges: [TimelineEdge!] }
  type TimelineEdge { node: TimelineEntry }
  type Session implements TimelineEntry @key(fields: "id", resolvable: false) { id: ID! occurredAt: String @shareable agency: Agency @shareable label: String @external }
  type Application implements TimelineEntry @key(fields: "id", resolvable: false) { id: ID! occurredAt: String @shareable agency: Agency @shareable label: String @external }
`;

function ownerSdl(type: "Session" | "Application", own: string): string {
  const section = type === "Session" ? "coaching" : "financing";
  return `
  type Query { ${type.toLowerCase()}(id: ID!): ${type} }
  type Agency @key(fields: "code", resolvable: false) { code: ID! }
  type ${type} @key(fields: "id") { id: ID! occurredAt: String @shareable agency: Agency @shareable label: String ${own} }
  type Entrepreneur @key(fields: "id") { id: ID! ${section}: ${type}Section }
  type ${type}Section { open: Boolean }
`;
}

/** The query of the tests: the whole timeline with what the owners tell, and both sections. */
export const timelineQuery = `query Timeline($id: ID!) {
  entrepreneur(id: $id) {
    name
    timeline { edges { node { __typename id agency { code name } label ... on Session { minutes } ... on Application { amount } } } }
    coaching { open }
    financing { open }
  }
}`;
