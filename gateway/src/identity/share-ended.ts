/** Sharing ended sessions through the spine: the gateway asks it in nobody's name. */
import { randomUUID } from "node:crypto";
import type { EndedSession } from "@parcours/shared/identity/ended-sessions";
import { Deadline } from "../deadline.js";
import { AnswerReport } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";
import type { SubgraphLink } from "../subgraph-link.js";
import type { ShareEnded } from "./ended-sessions.js";

/** Longest wait for the spine, ms: who signs out waits so long at most. */
const patience = 1_000;

/** Shares with the spine; without one, with nobody. */
export function shareEnded(spine: SubgraphLink | undefined): ShareEnded {
  return async (ended) => {
    const answer = await spine?.post("/ended-sessions", JSON.stringify({ ended }), inNobodysName());
    if (answer?.status !== 200) return null;
    return (answer.body as { readonly ended: readonly EndedSession[] }).ended;
  };
}

function inNobodysName(): GatewayContext {
  return {
    requestId: randomUUID(),
    reader: { role: "ANONYMOUS" },
    askedBy: undefined,
    language: "FR",
    acceptLanguage: undefined,
    hop: 0,
    deadline: new Deadline(patience),
    signal: new AbortController().signal,
    report: new AnswerReport(),
  };
}
