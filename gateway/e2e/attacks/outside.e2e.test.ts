/** Attacks from outside (OWASP API2, API4, API6 to API10): one running system, rough requests, forged tokens and tickets, an owner that lies. */
import { startAll, type EndToEnd } from "../harness.js";
import { describeAuthentication } from "./authentication.js";
import { describeConsumption } from "./consumption.js";
import { describeDeputy } from "./deputy.js";
import { describeHop } from "./hop.js";
import { describeMisconfiguration } from "./misconfiguration.js";

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "attack outside" });
}, 120_000);
afterAll(() => all?.system.stop());

describeAuthentication(() => all);
describeHop(() => all);
describeDeputy(() => all);
describeMisconfiguration(() => all);
describeConsumption(() => all);
