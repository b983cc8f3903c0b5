import { describe, it } from "vitest";
import * as core from "../../src/core.js";
import {
  addSplits,
  atCloseMovesOnlyClosings,
  batchEqualsScalar,
  betweenInvertsAdd,
  betweenIsAdditive,
  subtractMirrorsAdd,
} from "../../src/testing/laws.js";
import { forAllCases, pairs } from "../support/core-cases.js";

const RUNS = 600;

describe("addWorkingTime", () => {
  it("is inverted by the time between, and is the earliest such instant", () => {
    forAllCases(RUNS, (calendar, { instants, amounts }) => {
      for (const at of instants) for (const amount of amounts) betweenInvertsAdd(core, calendar, at, amount);
    });
  });

  it("splits: two amounts one after the other are their sum", () => {
    forAllCases(RUNS, (calendar, { instants, amounts }) => {
      for (const at of instants) for (const [a, b] of pairs(amounts)) addSplits(core, calendar, at, a, b);
    });
  });

  it("moves only answers on a closing with atClose nextOpen", () => {
    forAllCases(RUNS, (calendar, { instants, amounts }) => {
      for (const [from, to] of pairs(instants)) {
        const close = core.previousClose(calendar, Math.max(from, to));
        const until = close === undefined ? 0 : core.workingTimeBetween(calendar, Math.min(from, to), close);
        for (const amount of [Math.max(0, until), ...amounts]) {
          atCloseMovesOnlyClosings(core, calendar, Math.min(from, to), amount);
        }
      }
    });
  });
});

describe("subtractWorkingTime", () => {
  it("mirrors addWorkingTime", () => {
    forAllCases(RUNS, (calendar, { instants, amounts }) => {
      for (const at of instants) for (const amount of amounts) subtractMirrorsAdd(core, calendar, at, amount);
    });
  });
});

describe("workingTimeBetween", () => {
  it("adds up over points on the way and changes its sign with its direction", () => {
    forAllCases(RUNS, (calendar, { instants, sight }) => {
      for (const [a, b] of pairs(instants)) {
        betweenIsAdditive(core, calendar, a, b, sight.to);
        betweenIsAdditive(core, calendar, sight.from, a, b);
      }
    });
  });
});

describe("addWorkingTimeBatch, workingTimeBetweenBatch", () => {
  it("give what the single forms give, also into the array they read", () => {
    forAllCases(RUNS, (calendar, { instants, amounts }) => {
      batchEqualsScalar(core, calendar, instants, [...amounts, ...amounts.map((amount) => 0 - amount)]);
    });
  });
});
