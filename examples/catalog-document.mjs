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
//   TODO
