/** The process that makes the load. Started by `load-process.ts` only; ends when who started it has gone. */
import { Load } from "./load-client.js";
import { summaryOf, type LoadReply, type LoadRequest } from "./load-process.js";

const targets = new Map<string, Load>();

process.on("disconnect", () => process.exit(0));
process.on("message", (request: LoadRequest) => {
  answer(request).then(say, (error: unknown) =>
    say({ type: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function answer(request: LoadRequest): Promise<LoadReply> {
  if (request.type === "target") {
    targets.set(request.name, new Load(request.target));
    return { type: "ready" };
  }
  const load = targets.get(request.name);
  if (!load) throw new Error(`nobody told of ${request.name}`);
  return { type: "slice", summary: summaryOf(await load.run(request.order)) };
}

function say(reply: LoadReply): void {
  process.send?.(reply);
}
