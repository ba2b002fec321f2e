/** What an attack leaves and what it learns beside the answer: side channels, looks without a row, personal data in the logs of processes. */
import { startAll, type EndToEnd } from "../harness.js";
import { describeLogEvasion } from "./log-evasion.js";
import { describeProcessLogs } from "./process-logs.js";
import { describeSideChannels } from "./side-channels.js";

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "attack traces" });
}, 120_000);
afterAll(() => all?.system.stop());

describeSideChannels(() => all);
describeLogEvasion(() => all);
// Last: it reads what all the others made the processes write.
describeProcessLogs(() => all);
