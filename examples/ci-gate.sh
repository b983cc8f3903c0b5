#!/usr/bin/env bash
# A gate for a pipeline: fails while a ticket's first response is overdue.
#
#   examples/ci-gate.sh "2026-11-20T20:00+08:00" L3
#
# Takes the ticket's opening, its severity, and the time to judge at (default: now). Exits with 0 while there is time
# left, with 1 when it is overdue, and with 2 when sla-clock refuses the question (an unknown severity, say).
set -euo pipefail

opened=$1
severity=$2
now=${3:-$(date -u +%Y-%m-%dT%H:%M:%SZ)}

due=$(${SLA_CLOCK:-npx sla-clock} due --policy chinanetcloud --severity "$severity" --opened "$opened" \
  --metric firstResponse --print dueAt)

# Exactly at the deadline is in time.
if node -e 'const [due, now] = process.argv.slice(1).map(Date.parse); process.exit(now > due ? 1 : 0)' "$due" "$now"; then
  echo "in time: due $due"
else
  echo "overdue: was due $due"
  exit 1
fi
