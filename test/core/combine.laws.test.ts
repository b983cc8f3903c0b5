import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Calendar,
  type CalendarData,
  compileCalendar,
  exceptCalendar,
  intersectCalendars,
  isOpen,
  type OpenInterval,
  openIntervals,
  SlaError,
  uniteCalendars,
  workingTimeBetween,
} from "../../src/core.js";
import { calendarCase, offsetsOf, PLACES, weeklyHours } from "../../src/testing/arbitraries.js";
import { Reference } from "../../src/testing/reference.js";

const HOUR = 3_600_000;
const RUNS = 150;

/** Two or three calendars of any zones, and a fortnight in which something happens to the first one's clock. */
const members = fc
  .record({
    first: calendarCase,
    others: fc.array(fc.record({ zone: fc.constantFrom(...PLACES.map(({ zone }) => zone)), hours: weeklyHours }), {
      minLength: 2,
      maxLength: 2,
    }),
  })
  .map(({ first, others }) => {
    const middle = (first.sight.from + first.sight.to) / 2;
    return {
      data: [first.data, ...others] as [CalendarData, CalendarData, CalendarData],
      range: { from: middle - 150 * HOUR, to: middle + 150 * HOUR },
    };
  });

type Example = typeof members extends fc.Arbitrary<infer T> ? T : never;

/** What was compiled or combined, or `undefined` where it never opens. */
function orNever(make: () => Calendar): Calendar | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof SlaError && error.code === "never_opens") return undefined;
    throw error;
  }
}

function compiled(example: Example): [Calendar, Calendar, Calendar] {
  const calendars = example.data.map((data) => orNever(() => compileCalendar(data)));
  fc.pre(calendars.every((calendar) => calendar !== undefined));
  return calendars as [Calendar, Calendar, Calendar];
}

/** The maximal stretches of a range in which a rule holds of the references, found by asking at every edge of theirs. */
function slowly(example: Example, rule: (open: readonly boolean[]) => boolean): OpenInterval[] {
  const { from, to } = example.range;
  const sight = { from: from - 72 * HOUR, to: to + 72 * HOUR };
  const references = example.data.map((data) => new Reference(data, sight, offsetsOf(data.zone)));
  const all = references.flatMap(({ open }) => open.flatMap((stretch) => [stretch.from, stretch.to]));
  const edges = [from, ...all.filter((edge) => edge > from && edge < to), to].sort((a, b) => a - b);
  const found: { from: number; to: number }[] = [];
  edges.slice(0, -1).forEach((edge, i) => {
    const end = edges[i + 1] as number;
    if (edge === end || !rule(references.map((reference) => reference.isOpen(edge)))) return;
    const last = found.at(-1);
    if (last?.to === edge) last.to = end;
    else found.push({ from: edge, to: end });
  });
  return found;
}

function intervalsOf(calendar: Calendar | undefined, { range }: Example): OpenInterval[] {
  return calendar === undefined ? [] : openIntervals(calendar, range.from, range.to);
}

describe.each<[string, (a: Calendar, b: Calendar, c: Calendar) => Calendar, (open: readonly boolean[]) => boolean]>([
  ["uniteCalendars", (a, b, c) => uniteCalendars(a, b, c), (open) => open.some(Boolean)],
  ["intersectCalendars", (a, b, c) => intersectCalendars(a, b, c), (open) => open.every(Boolean)],
  ["exceptCalendar", (a, b, c) => exceptCalendar(exceptCalendar(a, b), c), ([a, b, c]) => !!a && !b && !c],
])("%s", (_, combine, rule) => {
  it("is open exactly when the references say so, over zones", () => {
    let compared = 0;
    fc.assert(
      fc.property(members, (example) => {
        const calendars = compiled(example);
        const expected = slowly(example, rule);
        expect(
          intervalsOf(
            orNever(() => combine(...calendars)),
            example,
          ),
        ).toEqual(expected);
        compared += expected.length;
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS);
  });
});

describe("combinations", () => {
  function law(check: (example: Example, calendars: [Calendar, Calendar, Calendar]) => void): void {
    fc.assert(
      fc.property(members, (example) => check(example, compiled(example))),
      { numRuns: RUNS },
    );
  }

  const length = (calendar: Calendar | undefined, { range }: Example) =>
    calendar === undefined ? 0 : workingTimeBetween(calendar, range.from, range.to);

  it("are bounded: an intersection by each member, each member by a union", () => {
    law((example, [a, b]) => {
      const [both, either] = [orNever(() => intersectCalendars(a, b)), uniteCalendars(a, b)];
      for (const { from } of intervalsOf(both, example))
        expect([isOpen(a, from), isOpen(b, from)]).toEqual([true, true]);
      for (const { from } of intervalsOf(a, example)) expect(isOpen(either, from)).toBe(true);
      expect(length(both, example) + length(either, example)).toBe(length(a, example) + length(b, example));
    });
  });

  it("tile: what is common to two and what is in the first only make up the first", () => {
    law((example, [a, b]) => {
      const parts = [orNever(() => intersectCalendars(a, b)), orNever(() => exceptCalendar(a, b))];
      expect(parts.reduce((sum, part) => sum + length(part, example), 0)).toBe(length(a, example));
    });
  });

  it("obey de Morgan: without either is without the one and without the other", () => {
    law((example, [a, b, c]) => {
      const without = (other: Calendar) => orNever(() => exceptCalendar(a, other));
      const left = without(uniteCalendars(b, c));
      const [withoutB, withoutC] = [without(b), without(c)];
      const right = withoutB && withoutC && orNever(() => intersectCalendars(withoutB, withoutC));
      expect(intervalsOf(right, example)).toEqual(intervalsOf(left, example));
    });
  });
});
