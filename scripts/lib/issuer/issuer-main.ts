/** The demonstration issuer's process. Started by `start` and by what tests start the system with; ends when who started it has gone. */
import { ConfigError } from "@parcours/shared/config";
import { codeOf, messageOf } from "../command-failed.js";
import { readIssuerSettings } from "./issuer-settings.js";
import { serveIssuer } from "./serve-issuer.js";

try {
  const settings = readIssuerSettings(process.env);
  const { port, stop } = await serveIssuer(settings);
  const end = (): void => void stop().finally(() => process.exit(0));
  process.once("SIGTERM", end).once("SIGINT", end);
  if (settings.isSupervised) process.once("disconnect", () => process.exit(0));
  process.send?.({ type: "listening", port });
} catch (error) {
  // A port that is taken has a code of the system; anything else is a fault of ours and shows where it happened.
  if (!(error instanceof ConfigError) && codeOf(error) === undefined) throw error;
  console.error(error instanceof ConfigError ? error.message : messageOf(error));
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}
