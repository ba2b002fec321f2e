import { codeOf } from "@parcours/shared/graphql/code";
import { Code, money, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { earlySignalLabels } from "../labels/early-signals.js";
import {
  areNewestAccountsLate,
  figuresBehindSignals,
  isEquityNegative,
  lossYearsInARow,
  type AccountsFigures,
} from "./early-signals.rules.js";

/** One figure that raises a signal. */
@ObjectType({ description: "One figure that raises an early signal.", simpleResolvers: true })
@Category("STRUCTURE")
export class EarlySignalFigure {
  @Field(() => Code, { nullable: false, description: "The signal it raises." })
  signal!: Code;

  @Field(() => Int, { nullable: false, description: "The year of the accounts that hold it." })
  year!: number;

  @Field(() => Money, { description: "Equity or result; null for late filing." })
  amount!: Money | null;

  @Field(() => GraphQLDate, { description: "Last day to file; of late filing only." })
  dueOn!: string | null;

  @Field(() => GraphQLDate, { description: "Day of filing; of late filing only." })
  filedOn!: string | null;
}

/** Signals of difficulty in the annual accounts, for recognised helpers to offer help in time (R30). */
@ObjectType({
  description: "Signals of difficulty in the annual accounts: a ground to offer help, never a mark.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class EarlySignals {
  @Field(() => Boolean, { description: "Whether the newest accounts show negative equity; null without accounts." })
  negativeEquity!: boolean | null;

  @Field(() => Boolean, {
    description: "Whether the newest accounts were filed after the last day to do so; null without accounts.",
  })
  accountsFiledLate!: boolean | null;

  @Field(() => Int, {
    description:
      "Years with a loss in a row, up to the newest accounts, of the last five at most; null without accounts.",
  })
  lossYears!: number | null;

  @Field(() => [EarlySignalFigure], {
    nullable: false,
    description: "The figures that raise these signals; empty where there is none.",
  })
  figures!: readonly EarlySignalFigure[];
}

/** The signals in the accounts of an enterprise. @param accounts newest first */
export function earlySignalsIn(accounts: readonly AccountsFigures[]): EarlySignals {
  return {
    negativeEquity: isEquityNegative(accounts),
    accountsFiledLate: areNewestAccountsLate(accounts),
    lossYears: lossYearsInARow(accounts),
    figures: figuresBehindSignals(accounts).map(({ signal, amountCents, ...figure }) => ({
      ...figure,
      signal: codeOf(earlySignalLabels, signal),
      amount: money(amountCents),
    })),
  };
}
