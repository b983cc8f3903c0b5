// A public support document: TiDB Cloud promises working hours in the customer's own local time.
//
//   node examples/catalog-document.mjs
import { compilePolicy, deadlinesFor } from "sla-clock";
import { tidbCloud } from "sla-clock/catalog";

const policy = compilePolicy(tidbCloud);

// One instant, a Friday, for three customers of the plan Developer.
const openedAt = "2026-11-20T16:00Z";

for (const zone of ["Asia/Shanghai", "Europe/Berlin", "America/New_York"]) {
  const [deadline] = deadlinesFor(policy, { openedAt, tier: "developer", severity: "S1", zone });
  if (deadline?.promise !== "deadline") continue;
  console.log(`${zone}: ${deadline.dueAt}`);
}

// What the document leaves open, and how it was read for such an answer.
const [deadline] = deadlinesFor(policy, { openedAt, tier: "developer", severity: "S1", zone: "Asia/Shanghai" });
for (const { message } of deadline?.notices ?? []) console.log(`- ${message}`);

// Prints:
//
//   Asia/Shanghai: 2026-11-23T13:00:00+08:00
//   Europe/Berlin: 2026-11-23T12:00:00+01:00
//   America/New_York: 2026-11-20T15:00:00-05:00
//   - whose time "local time" is: The customer's. The zone is a required parameter; asking without one is an error that names it.
//   - what 24 working hours (工作小时) are: At nine hours a day, two days and six hours of working time; never 24 elapsed hours, never "1 day".
//   - no holidays are named: None are applied unless the user passes them.
