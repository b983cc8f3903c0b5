// A support policy of one's own: two tiers, three severities, office hours in Berlin.
//
//   node examples/own-policy.mjs
import { compilePolicy, deadlinesFor } from "sla-clock";

const policy = compilePolicy({
  name: "acme",
  zone: "Europe/Berlin",
  calendars: {
    office: { hours: "Mon-Thu 09:00-17:30; Fri 09:00-15:00", holidays: ["2026-12-24", "2026-12-25", "2026-12-31"] },
  },
  workingDayRule: "endOfDay",
  tiers: { standard: {}, premium: {} },
  severities: { S1: {}, S2: {}, S3: {} },
  targets: [
    { when: { tier: "premium", severity: "S1" }, metric: "firstResponse", within: "30 minutes" },
    { when: { tier: "standard", severity: "S1" }, metric: "firstResponse", within: "2 hours", startsOn: "office" },
    { when: { severity: "S2" }, metric: "firstResponse", within: "4 working hours", calendar: "office" },
    { when: { severity: "S3" }, metric: "firstResponse", within: "1 working day", calendar: "office" },
    { when: { severity: ["S1", "S2"] }, metric: "resolution", within: "3 days" },
    { when: { severity: "S3" }, metric: "resolution", within: "by arrangement" },
  ],
});

// Wednesday evening; the office opens again after Christmas, on Monday.
const openedAt = "2026-12-23T20:00+01:00";

const tickets = /** @type {const} */ ([
  { openedAt, tier: "premium", severity: "S1" },
  { openedAt, tier: "standard", severity: "S1" },
  { openedAt, tier: "standard", severity: "S3" },
]);

for (const ticket of tickets) {
  console.log(`${ticket.tier} ${ticket.severity}`);
  for (const deadline of deadlinesFor(policy, ticket)) {
    console.log(`  ${deadline.metric}: ${deadline.promise === "deadline" ? deadline.dueAt : deadline.promise}`);
  }
}

// Prints:
//
//   premium S1
//     firstResponse: 2026-12-23T20:30:00+01:00
//     resolution: 2026-12-26T20:00:00+01:00
//   standard S1
//     firstResponse: 2026-12-28T11:00:00+01:00
//     resolution: 2026-12-26T20:00:00+01:00
//   standard S3
//     firstResponse: 2026-12-29T17:30:00+01:00
//     resolution: byArrangement
