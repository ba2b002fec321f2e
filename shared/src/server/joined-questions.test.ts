import { AnswerLines, mostJoined, readQuestions, writeAnswer, writeQuestions } from "./joined-questions.js";

const question = (name: string) => ({ headers: { "x-parcours-token": name }, body: JSON.stringify({ query: name }) });

describe("joined questions", () => {
  it("are read as they were written, bodies byte for byte", () => {
    const questions = [question("one"), question("deux: « é »\n"), { headers: {}, body: "{}" }];
    expect(readQuestions(writeQuestions(questions))).toEqual(questions);
  });

  it.each([
    ["nothing", ""],
    ["a headers' line without body", "{}\n"],
    ["a last line without end", "{}\n{}"],
    ["headers that are no object", "[]\n{}\n"],
    ["headers that are no JSON", "x\n{}\n"],
    ["a header that is no text", '{"x-parcours-token":7}\n{}\n'],
    ["more than may be joined", "{}\n{}\n".repeat(mostJoined + 1)],
  ])("are none where the body is %s", (_, text) => {
    expect(readQuestions(text)).toBeNull();
  });

  it("take as many as may be joined", () => {
    expect(readQuestions("{}\n{}\n".repeat(mostJoined))).toHaveLength(mostJoined);
  });
});

describe("the lines of their answers", () => {
  const answers = [
    { place: 1, status: 200, body: '{"data":{"name":"Zoë 🌳"}}' },
    { place: 0, status: 401, body: '{"error":"no"}' },
  ];
  const bytes = Buffer.from(answers.map(writeAnswer).join(""));

  it("are complete as soon as their last byte is there, wherever chunks end", () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const lines = new AnswerLines();
      const first = lines.take(bytes.subarray(0, cut));
      expect([...first, ...lines.take(bytes.subarray(cut))]).toEqual(answers);
    }
  });

  it.each(["x 200 {}\n", "200\n", "0 2x0 {}\n", "\n"])("are refused where %j is one", (line) => {
    expect(() => new AnswerLines().take(Buffer.from(line))).toThrow("no answer");
  });
});
