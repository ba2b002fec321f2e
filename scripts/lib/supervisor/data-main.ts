/** The process that migrates and seeds on request. Started by `data-process.ts` only; ends when who started it has gone. */
import { CommandFailed, codeOf, messageOf } from "../command-failed.js";
import type { DataReply, DataRequest } from "./data-process.js";
import { migrateAll } from "./data-work.js";
import { readDemonstrationMark, writeDemonstrationMark, type DemonstrationMark } from "./demonstration-mark.js";

type SeedRequest = Extract<DataRequest, { type: "seed" }>;

process.on("disconnect", () => process.exit(1));
process.on("message", (request: DataRequest) => {
  answer(request).then(say, (error: unknown) => say(failure(error)));
});

function say(reply: DataReply): void {
  process.send?.(reply);
}

async function answer(request: DataRequest): Promise<DataReply> {
  if (request.type === "migrate") return { type: "migrated", results: await migrateAll(request.targets) };
  const spineUrl = request.targets.find(({ name }) => name === request.spine)?.ownerUrl;
  if (spineUrl === undefined) throw new CommandFailed(`There is no database of ${request.spine}.`);
  const known = await readDemonstrationMark(spineUrl);
  if (known) return { type: "seeded", mark: known, made: false };
  const mark = await seed(request);
  await writeDemonstrationMark(spineUrl, mark);
  return { type: "seeded", mark, made: true };
}

async function seed({ targets, entrepreneurs, seed: key, asOf }: SeedRequest): Promise<DemonstrationMark> {
  // Loaded only when needed: every later start finds the data there.
  const { seedDemonstration } = await import("../demonstration/seed.js");
  const { caller } = await seedDemonstration({
    subgraphs: targets,
    entrepreneurs,
    seed: key,
    asOf,
    onProgress: (text) => say({ type: "detail", text }),
  });
  return { caller, seed: key, asOf };
}

function failure(error: unknown): DataReply {
  const full = codeOf(error) === "53100" || codeOf(error) === "ENOSPC";
  const message = full ? "The disk is full: make room and start again." : messageOf(error);
  return { type: "failed", message, exitCode: error instanceof CommandFailed ? error.exitCode : 1 };
}
