import type { Reader } from "../visibility/reader.js";
import { authorOf } from "./author.js";

describe("who said something", () => {
  it.each<[Reader, object]>([
    [
      { role: "ENTREPRENEUR", entrepreneurId: "p" },
      { author: "PERSON", agencyCode: null },
    ],
    [
      { role: "MANDATARY", entrepreneurId: "p" },
      { author: "MANDATARY", agencyCode: null },
    ],
    [
      { role: "COACH", agency: "HUB", staffId: "s" },
      { author: "AGENCY", agencyCode: "HUB" },
    ],
    // The centre's name would tell of difficulty.
    [
      { role: "RECOGNISED_HELPER", agency: "COM", staffId: "s" },
      { author: "AGENCY", agencyCode: null },
    ],
  ])("%j: %j", (reader, author) => expect(authorOf(reader)).toEqual(author));
});
