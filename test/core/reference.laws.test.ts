import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as core from "../../src/core.js";
import { calendarCase, offsetsOf } from "../../src/testing/arbitraries.js";
import { agreesWithReference, answerOf } from "../../src/testing/laws.js";
import { Reference } from "../../src/testing/reference.js";
import { forAllCases } from "../support/core-cases.js";

/** At least so many answers are compared in one run of the suite. */
const AT_LEAST = 100_000;

describe("the core", () => {
  it("gives the reference's answer to every question", () => {
    let answers = 0;
    const calendars = forAllCases(800, (calendar, example) => {
      const { data, sight } = example;
      const reference = new Reference(data, sight, offsetsOf(data.zone));
      answers += agreesWithReference(core, calendar, reference, example);
    });
    // biome-ignore lint/suspicious/noConsole: the number of checked answers is reported.
    console.info(`reference: ${answers} answers about ${calendars} calendars compared`);
    expect(answers).toBeGreaterThan(AT_LEAST);
  });

  it("refuses as never opening only what the reference never sees open", () => {
    fc.assert(
      fc.property(calendarCase, ({ data, sight }) => {
        if (answerOf(() => core.compileCalendar(data)) !== "never_opens") return;
        expect(new Reference(data, sight, offsetsOf(data.zone)).open).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
