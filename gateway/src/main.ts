/** The gateway's process: settings, server, end. */
import { ConfigError } from "@parcours/shared/config";
import { pino } from "pino";
import { readGatewayConfig } from "./config.js";
import { CannotListenError, serve } from "./serve.js";
import { endWithReason } from "./supervision.js";

try {
  const config = readGatewayConfig(process.argv.slice(2), process.env);
  const logger = pino({ level: config.logLevel, base: { process: "gateway" } });
  const { port, url, stop } = await serve(config, logger);
  endWithReason(stop, config.isSupervised, logger);
  logger.info({ url }, "listening");
  process.send?.({ type: "listening", port });
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CannotListenError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}
