/** The gateway's process: settings, server, end. */
import { ConfigError } from "@parcours/shared/config";
import { pino } from "pino";
import type { Logger } from "pino";
import { readGatewayConfig } from "./config.js";
import { CannotListenError, serve } from "./serve.js";
import { endWithReason } from "./supervision.js";

try {
  const config = readGatewayConfig(process.argv.slice(2), process.env);
  const logger = bufferedLogger(config.logLevel);
  const { port, url, stop } = await serve(config, logger);
  endWithReason(stop, config.isSupervised, logger);
  logger.info({ url }, "listening");
  process.send?.({ type: "listening", port });
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CannotListenError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}

/**
 * A logger that writes several lines at a time: a write for each operation took a tenth of the gateway's time. The end of the process
 * writes what waits; a process that is killed loses the lines of the last tenth of a second.
 */
function bufferedLogger(level: string): Logger {
  const logger = pino({ level, base: { process: "gateway" } }, pino.destination({ sync: false, minLength: 4096 }));
  setInterval(() => logger.flush(), 100).unref();
  return logger;
}
