import { asPort, asText, asTextRecord, ConfigError, readConfig } from "./config.js";

const settings = {
  url: { variable: "URL_OF_IT", purpose: "where it is", parse: asText },
  port: { variable: "PORT_OF_IT", purpose: "where it listens", fallback: 4000, parse: asPort },
  names: { variable: "NAMES_OF_IT", purpose: "what it is called", parse: asTextRecord },
} as const;

const faultsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(settings, environment);
    return "";
  } catch (error) {
    return error instanceof ConfigError ? error.message : `no ConfigError: ${String(error)}`;
  }
};

describe("the settings of a process", () => {
  it("are read, with what is not given", () => {
    expect(readConfig(settings, { URL_OF_IT: "u", NAMES_OF_IT: '{"a":"b"}' })).toEqual({
      url: "u",
      port: 4000,
      names: { a: "b" },
    });
    expect(readConfig(settings, { URL_OF_IT: "u", NAMES_OF_IT: "{}", PORT_OF_IT: "0" }).port).toBe(0);
  });

  it("name everything that is missing or wrong at once", () => {
    const message = faultsOf({ PORT_OF_IT: "99999" });
    expect(message).toContain("URL_OF_IT is missing: where it is");
    expect(message).toContain("NAMES_OF_IT is missing: what it is called");
    expect(message).toContain("PORT_OF_IT is wrong: expected a port");
  });

  it("take an empty variable for a missing one", () => {
    expect(faultsOf({ URL_OF_IT: "", NAMES_OF_IT: "{}" })).toContain("URL_OF_IT is missing");
  });

  it.each(["80.5", "-1", "65536", "http", "0x50", "1e3", " "])("refuse %j for a port", (text) =>
    expect(() => asPort(text)).toThrow("expected a port"),
  );

  it.each(["[]", '["a"]', "null", '"a"', '{"a":1}', '{"a":null}', "secret-that-is-no-json"])(
    "refuse %s for a record of texts, without repeating it",
    (text) => {
      expect(() => asTextRecord(text)).toThrow("expected a JSON object of texts");
      expect(faultsOf({ URL_OF_IT: "u", NAMES_OF_IT: text })).not.toContain("secret");
    },
  );
});
