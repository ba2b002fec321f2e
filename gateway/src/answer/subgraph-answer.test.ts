import { readAnswer } from "./subgraph-answer.js";

const ofEntities = {
  query:
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Session { __typename label text: note } ... on Other { id } } }",
  representations: [{ __typename: "Session" }, { __typename: "Session" }],
};
const ofRoot = { query: "{ a b }" };

describe("reading a subgraph's answer", () => {
  it.each([[null], [[]], ["text"], [{}], [{ data: 5 }], [{ data: null }], [{ errors: "no" }]])(
    "does not take %j for an answer",
    (body) => {
      expect(readAnswer(body, ofRoot)).toBeNull();
    },
  );

  it.each([[{}], [{ _entities: [] }], [{ _entities: [{}, {}, {}] }], [{ _entities: {} }]])(
    "does not take %j for the two entities asked",
    (data) => {
      expect(readAnswer({ data }, ofEntities)).toBeNull();
    },
  );

  it("takes away a null that has an error: it is no value", () => {
    const answer = readAnswer({ data: { a: null, b: null }, errors: [{ message: "no", path: ["a"] }] }, ofRoot);
    expect(answer?.data).toEqual({ b: null });
  });

  it("takes away the null that an error beneath it made", () => {
    expect(readAnswer({ data: { a: null }, errors: [{ message: "no", path: ["a", "b", "c"] }] }, ofRoot)?.data).toEqual(
      {},
    );
  });

  it("leaves a null in a list where it is, because places count", () => {
    expect(readAnswer({ data: { a: [1, null] }, errors: [{ message: "no", path: ["a", 1] }] }, ofRoot)?.data).toEqual({
      a: [1, null],
    });
  });

  it("speaks the nulls of an entity that its owner does not know", () => {
    expect(readAnswer({ data: { _entities: [null, { label: "x", text: null }] } }, ofEntities)?.data).toEqual({
      _entities: [
        { label: null, text: null },
        { label: "x", text: null },
      ],
    });
  });

  it("leaves an entity empty that is null because of an error", () => {
    expect(
      readAnswer(
        { data: { _entities: [null, {}] }, errors: [{ message: "no", path: ["_entities", 0, "label"] }] },
        ofEntities,
      )?.data,
    ).toEqual({ _entities: [null, {}] });
  });

  it("keeps the reason of a whole refusal", () => {
    const refused = readAnswer({ errors: [{ message: "spent", extensions: { code: "TOKEN_SPENT" } }] }, ofEntities);
    expect(refused).toMatchObject({
      data: null,
      errors: [],
      refusal: { message: "spent", extensions: { code: "TOKEN_SPENT" } },
    });
  });

  it("uses the names that the client knows where the planner renamed a field", () => {
    const answer = readAnswer(
      { data: { a__alias_0: null }, errors: [{ message: "no", path: ["a__alias_0"] }] },
      ofRoot,
    );
    expect(answer).toMatchObject({ data: {}, errors: [{ path: ["a"] }] });
  });

  it("drops what is no path and no language", () => {
    const answer = readAnswer(
      {
        data: { a: 1 },
        errors: [{ message: "no", path: "a" }, "x"],
        extensions: { languages: [{ asked: "EN", given: "FR" }, "FR", 5] },
      },
      ofRoot,
    );
    expect(answer).toMatchObject({ errors: [{ message: "no" }], languages: [{ asked: "EN", given: "FR" }] });
    expect(answer?.errors).toHaveLength(1);
  });
});
