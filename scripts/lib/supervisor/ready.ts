import { CommandFailed, messageOf } from "../command-failed.js";

/** Waits until a gateway says it is ready: supergraph loaded, front door up. @throws CommandFailed with its last answer */
export async function waitUntilReady(gatewayUrl: string, milliseconds = 30_000): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask(`${gatewayUrl}/health/ready`);
    if (answer === "ready") return;
    if (Date.now() > end)
      throw new CommandFailed(`The gateway is not ready after ${milliseconds / 1000} s (${answer}): look in its log.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    const body = await response.text();
    return response.ok ? "ready" : `${response.status} ${body.slice(0, 200)}`;
  } catch (error) {
    return messageOf(error);
  }
}
