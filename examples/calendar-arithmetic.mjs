// Working time without any policy: hours as text, China's holidays, three questions.
//
//   node examples/calendar-arithmetic.mjs
import { addWorkingTime, compileCalendar, nextOpen, workingDaysBetween, workingTimeBetween } from "sla-clock";

const office = compileCalendar({ zone: "Asia/Shanghai", hours: "Mon-Fri 9:00-12:00, 13:00-18:00", holidays: "CN" });

// Wednesday, the eve of National Day: 1 to 7 October are holidays, Saturday the 10th is worked instead.
const eve = "2026-09-30T17:00+08:00";

console.log("4 working hours later:", addWorkingTime(office, eve, "4 working hours"));
console.log("open again:", nextOpen(office, "2026-10-01T09:00+08:00"));
console.log("working days until the 12th:", workingDaysBetween(office, "2026-09-30", "2026-10-12"));

// The same functions take numbers, Dates, luxon DateTimes and Temporal, and answer in the same kind.
const from = Date.parse(eve);
const twoWeeksMs = 14 * 24 * 3_600_000;
console.log("working hours in two weeks:", workingTimeBetween(office, from, from + twoWeeksMs) / 3_600_000);

// Prints:
//
//   4 working hours later: 2026-10-08T12:00:00+08:00
//   open again: 2026-10-08T09:00:00+08:00
//   working days until the 12th: 4
//   working hours in two weeks: 48
