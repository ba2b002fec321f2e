import { hashSecret, mayReadFeed, type FeedReaders } from "./feed-access.js";

const readers: FeedReaders = {
  hashes: {
    housing: hashSecret("present"),
    coaching: `${hashSecret("coming")}, ${hashSecret("present")}`,
    spine: hashSecret("s"),
  },
  spine: "spine",
};
const may = (name: string | undefined, secret: string, topic: "POLICY" | "POINTER" = "POLICY"): boolean =>
  mayReadFeed(readers, topic, name, `Bearer ${secret}`);

it.each<[string, boolean, boolean]>([
  ["who shows its secret", may("housing", "present"), true],
  ["who shows another's", may("housing", "coming"), false],
  ["who shows the hash", may("housing", hashSecret("present")), false],
  ["who shows the secret before, while it is being replaced", may("coaching", "present"), true],
  ["who shows the new one, while it is being replaced", may("coaching", "coming"), true],
  ["who shows both in one", may("coaching", "coming,present"), false],
  ["a stranger", may("stranger", "present"), false],
  ["who has a name that every object knows", may("constructor", "present"), false],
  ["nobody", may(undefined, "present"), false],
  ["another than the spine, of the directory's topics", may("housing", "present", "POINTER"), false],
  ["the spine, of the directory's topics", may("spine", "s", "POINTER"), true],
])("%s reads a feed or not", (_, found, expected) => expect(found).toBe(expected));
