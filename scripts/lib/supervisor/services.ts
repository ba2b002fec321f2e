import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { StopOrder } from "../postgres/embedded.js";
import type { Guard } from "./guard.js";
import type { ProcessPlan, ProcessPlans } from "./process-plans.js";
import { Service, type Tell } from "./service.js";

/** How long processes may take to finish what they are at, in milliseconds: gateway and subgraphs end one after the other within 5 s. */
const drain = { gateway: 2_000, subgraph: 2_000 };

/** What running the processes needs. */
export interface ServicesOptions {
  readonly plans: ProcessPlans;
  readonly logFolder: string;
  readonly tell: Tell;
  /** Told whenever a process is replaced, so that it can end them should this process be killed. */
  readonly guard: Guard;
  /** The database that the guard stops after the processes. */
  readonly stopOrder?: StopOrder;
}

/** All processes of a system. */
export class Services {
  readonly issuer: Service;
  readonly gateway: Service;
  readonly subgraphs: readonly Service[];

  constructor(options: ServicesOptions) {
    mkdirSync(options.logFolder, { recursive: true });
    const report = (): void => {
      const processes = this.#all.flatMap(({ identity }) => identity ?? []);
      options.guard.update({ processes, ...(options.stopOrder && { stop: options.stopOrder }) });
    };
    const service = (plan: ProcessPlan): Service =>
      new Service(plan, join(options.logFolder, `${plan.name}.log`), options.tell, report);
    this.issuer = service(options.plans.issuer);
    this.gateway = service(options.plans.gateway);
    this.subgraphs = options.plans.subgraphs.map(service);
  }

  /** Starts every process and waits until all listen. @throws CommandFailed naming one that does not; the others have been ended then */
  async start(): Promise<void> {
    const started = await Promise.allSettled(this.#all.map((service) => service.start()));
    const failed = started.find((result) => result.status === "rejected");
    if (failed === undefined) return;
    await this.kill();
    throw failed.reason;
  }

  /** Ends the gateway, then the others; each finishes what it is at, within limits. */
  async stop(): Promise<void> {
    await this.gateway.stop(drain.gateway);
    await Promise.all([this.issuer, ...this.subgraphs].map((service) => service.stop(drain.subgraph)));
  }

  /** Kills everything at once. */
  async kill(): Promise<void> {
    await Promise.all(this.#all.map((service) => service.stop(0, "SIGKILL")));
  }

  get #all(): readonly Service[] {
    return [this.issuer, this.gateway, ...this.subgraphs];
  }
}
