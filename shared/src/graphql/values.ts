/** Value types that every subgraph shares, the same in each: the only types that may be `@shareable`. */
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import type { LocalizedText } from "../languages.js";
import { euros } from "../money.js";
import { Category } from "../visibility/category.js";

/** The languages one can ask a label in. */
export enum LanguageCode {
  NL = "NL",
  FR = "FR",
  EN = "EN",
}
registerEnumType(LanguageCode, {
  name: "Language",
  description:
    "A language of labels and messages. A label that is missing in it falls back to another, and the answer says so in `extensions.languages`.",
  valuesConfig: {
    NL: { description: "Nederlands" },
    FR: { description: "Français" },
    EN: { description: "English" },
  },
});

/** An amount of money. */
@ObjectType({ description: "An amount of money.", simpleResolvers: true })
@Directive("@shareable")
@Category("STRUCTURE")
export class Money {
  @Field(() => String, {
    nullable: false,
    description: "Decimal amount with two digits behind the point, as a text: 592255.00.",
  })
  amount!: string;

  @Field(() => String, { nullable: false, description: "ISO 4217 code: EUR." })
  currency!: string;
}

/** Cents of the database as the graph's amount; null stays null. */
export function money(cents: bigint | string | null | undefined): Money | null {
  return cents === null || cents === undefined ? null : { amount: euros(cents), currency: "EUR" };
}

/** Where a page of a list ends. */
@ObjectType({ description: "Where a page of a list ends.", simpleResolvers: true })
@Directive("@shareable")
@Category("STRUCTURE")
export class PageInfo {
  @Field(() => Boolean, { nullable: false, description: "Whether there is more behind this page." })
  hasNextPage!: boolean;

  @Field(() => String, { description: "Give it as `after` to read on; null on an empty page." })
  endCursor!: string | null;
}

/** A code of a list that grows, with its labels. */
@ObjectType({
  description:
    "A code of a list that grows, with its label. Such lists are never enums: a new value must not break a client.",
})
@Directive("@shareable")
@Category("STRUCTURE")
export class Code {
  @Field(() => String, { nullable: false, description: "The stable code." })
  code!: string;

  /** Resolved with the request's language by the kernel's `codeOf`. */
  labels!: Required<LocalizedText>;
}
