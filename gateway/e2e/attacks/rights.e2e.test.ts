/** Attacks on what people may see and do (OWASP API1, API3, API5): one running system, people who sign in, real answers byte for byte. */
import { giveDocuments } from "../documents/giving.js";
import { startAll, type EndToEnd } from "../harness.js";
import { describeFunctionLevel } from "./function-level.js";
import { describeObjectLevel } from "./object-level.js";
import { describePropertyLevel } from "./property-level.js";

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "attack rights" });
  await giveDocuments(all);
}, 120_000);
afterAll(() => all?.system.stop());

describeObjectLevel(() => all);
describePropertyLevel(() => all);
describeFunctionLevel(() => all);
