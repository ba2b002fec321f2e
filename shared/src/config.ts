/** Settings: the environment is read in one file per process, which refuses to start and names all that is missing or wrong at once. */

/** How one environment variable is read. */
export interface Setting<Value> {
  readonly variable: string;
  /** What it is for, in one line: the generated reference prints it. */
  readonly purpose: string;
  /** Used where the variable is absent; a setting without default is required. */
  readonly fallback?: Value;
  /** Turns the text into the value; throws an Error whose message says what is expected. */
  readonly parse: (text: string) => Value;
}

type Values<Settings> = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
};

/** All faults of the settings, in one error. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads every setting, or throws one ConfigError that lists each missing or malformed variable. */
export function readConfig<Settings extends Readonly<Record<string, Setting<unknown>>>>(
  settings: Settings,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Values<Settings> {
  const faults: string[] = [];
  const entries = Object.entries(settings).map(([name, setting]) => {
    const text = environment[setting.variable];
    if (text === undefined || text === "") {
      if (!("fallback" in setting)) faults.push(`${setting.variable} is missing: ${setting.purpose}`);
      return [name, setting.fallback];
    }
    try {
      return [name, setting.parse(text)];
    } catch (error) {
      faults.push(`${setting.variable} is wrong: ${error instanceof Error ? error.message : String(error)}`);
      return [name, undefined];
    }
  });
  if (faults.length > 0) throw new ConfigError(`Settings to mend:\n  ${faults.join("\n  ")}`);
  return Object.fromEntries(entries) as Values<Settings>;
}

/** A text as it stands. */
export function asText(text: string): string {
  return text;
}

/** Secrets separated by commas, the present one first; each holds at least 32 bytes. */
export function asSecrets(text: string): readonly string[] {
  const secrets = text.split(",").map((secret) => secret.trim());
  if (secrets.some((secret) => Buffer.byteLength(secret) < 32))
    throw new Error("expected one or more secrets of at least 32 bytes, separated by commas");
  return secrets;
}

/** A TCP port; 0 lets the system choose. */
export function asPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(port) || port > 65_535) throw new Error("expected a port from 0 to 65535");
  return port;
}

/** A JSON object whose values are texts. */
export function asTextRecord(text: string): Readonly<Record<string, string>> {
  const value = jsonOf(text);
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isRecord || Object.values(value).some((part) => typeof part !== "string")) {
    throw new Error('expected a JSON object of texts, like {"name": "value"}');
  }
  return value as Record<string, string>;
}

/** The value of a JSON text; undefined where it is none: the parser's own message would repeat a part of it, which may be a secret. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
