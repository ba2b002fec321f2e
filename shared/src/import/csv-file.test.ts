import { CsvHeaderWrong, readCsv, type CsvFault, type CsvRow } from "./csv-file.js";

const looseQuote = "a quote stands inside a value or is never closed";
const header = ["Number", "Name"];

/** Reads a text in pieces of a few bytes, so that every cut falls everywhere once. */
async function read(
  text: string | Buffer,
  pieces = [1, 7, 64, 1 << 20],
): Promise<{ rows: CsvRow[]; faults: CsvFault[] }> {
  const answers = await Promise.all(pieces.map((size) => readInPieces(Buffer.from(text), size)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  return answers[0] ?? { rows: [], faults: [] };
}

async function readInPieces(bytes: Buffer, size: number) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  for await (const batch of readCsv(chunks(), { header })) {
    rows.push(...batch.rows);
    faults.push(...batch.faults);
  }
  return { rows, faults };
}

describe("a CSV file", () => {
  it("is read with a byte order mark, doubled quotes, newlines inside quotes, both kinds of empty and any line end", async () => {
    const { rows, faults } = await read('\uFEFF"Number","Name"\r\n"1","a ""b"""\r\n2,"two\nlines"\n\n"3",""\n4,');
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 2, values: ["1", 'a "b"'] },
      { line: 3, values: ["2", "two\nlines"] },
      { line: 6, values: ["3", ""] },
      { line: 7, values: ["4", ""] },
    ]);
  });

  it.each([
    ["text behind a closing quote", '"5","q"x'],
    ["a quote that is never closed", '"5,"q"'],
    ["a quote inside a value", '"5",q"'],
  ])("loses one line and no more to %s", async (_, bad) => {
    const { rows, faults } = await read(`Number,Name\n"1","a"\n${bad}\n"2","b"\n"3","c"\n`);
    expect(rows.map(({ line, values }) => [line, values[0]])).toEqual([
      [2, "1"],
      [4, "2"],
      [5, "3"],
    ]);
    expect(faults).toEqual([{ line: 3, reason: looseQuote }]);
  });

  it("finds its feet again where no other quote closes the one that is open", async () => {
    const many = Array.from({ length: 200 }, (_, index) => `${index},x`).join("\n");
    const { rows, faults } = await read(`Number,Name\n1,"open\n${many}\n`);
    expect(faults).toEqual([{ line: 2, reason: looseQuote }]);
    expect(rows).toHaveLength(200);
    expect(rows[0]).toEqual({ line: 3, values: ["0", "x"] });
  });

  it("keeps rows of another length for the caller to judge", async () => {
    const { rows } = await read("Number,Name\n1\n1,2,3\n");
    expect(rows.map(({ values }) => values.length)).toEqual([1, 3]);
  });

  it("names the line that is no UTF-8, and reads the others", async () => {
    const { rows, faults } = await read(
      Buffer.concat([Buffer.from("Number,Name\n1,"), Buffer.from([0xe9]), Buffer.from("\n2,é\n")]),
    );
    expect(faults).toEqual([{ line: 2, reason: "holds bytes that are not UTF-8" }]);
    expect(rows).toEqual([{ line: 3, values: ["2", "é"] }]);
  });

  it.each(["Name,Number\n", "Number\n", "", "Number;Name\n1;2\n"])(
    "is refused when its header is another: %j",
    async (text) => {
      await expect(readInPieces(Buffer.from(text), 64)).rejects.toThrow(CsvHeaderWrong);
    },
  );

  it("costs little memory when a quote is never closed in a large file", async () => {
    const text = `Number,Name\n1,"open\n${"2,x\n".repeat(200_000)}`;
    const { rows, faults } = await read(text, [1 << 16]);
    expect(rows).toHaveLength(200_000);
    expect(faults).toHaveLength(1);
  });
});
