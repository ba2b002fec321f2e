/** Every operation of `gateway/examples` runs as it stands, with the variables in its comment, on the demonstration that `pnpm start` makes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startAll, type EndToEnd } from "./harness.js";

const folder = join(__dirname, "../examples");
const files = readdirSync(folder).filter((file) => file.endsWith(".graphql"));

describe("the examples", () => {
  let all: EndToEnd;
  beforeAll(async () => {
    all = await startAll({ name: "examples" });
  }, 90_000);
  afterAll(() => all.system.stop());

  it.each(files)("%s says what it is for, and answers", async (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).toMatch(/^# [A-Z].*[.?]$/m);
    const variables = JSON.parse(
      commentOf(text, "Variables") ?? JSON.stringify({ phone: all.system.caller }),
    ) as object;
    const { status, data, errors } = await all.ask<Record<string, unknown>>(text, { ...variables });
    expect(status).toBe(200);
    expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual(
      commentOf(text, "Errors")?.split(", ") ?? [],
    );
    for (const [root, value] of Object.entries(data))
      expect([root, JSON.stringify(value).replace(/null|\[\]|false/g, "")]).toEqual([
        root,
        expect.stringMatching(/:"[^"]/),
      ]);
  });
});

/** What stands behind `# Name: ` in the comment of an operation. */
function commentOf(text: string, name: string): string | undefined {
  return new RegExp(`^# ${name}: (.*)$`, "m").exec(text)?.[1];
}
