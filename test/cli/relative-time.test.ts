import { describe, expect, it } from "vitest";
import { formatFromNow } from "../../src/cli/relative-time.js";
import { at } from "../support/at.js";

const NOW = at("Fri 2026-11-20 20:30 +08:00");

describe("formatFromNow", () => {
  it.each([
    ["Fri 2026-11-20 20:30 +08:00", "now", "现在"],
    ["Fri 2026-11-20 20:30:00.999 +08:00", "now", "现在"],
    ["Fri 2026-11-20 20:30:45 +08:00", "in 45 s", "45 秒后"],
    ["Fri 2026-11-20 20:28:30 +08:00", "1 min 30 s ago", "1 分钟 30 秒前"],
    ["Fri 2026-11-20 17:10 +08:00", "3 h 20 min ago", "3 小时 20 分钟前"],
    ["Fri 2026-11-20 23:30:59 +08:00", "in 3 h", "3 小时后"],
    ["Sun 2026-11-22 23:30 +08:00", "in 2 d 3 h", "2 天 3 小时后"],
    ["Sun 2026-11-22 20:59 +08:00", "in 2 d", "2 天后"],
    ["Sat 2026-10-10 10:00 +08:00", "41 d 10 h ago", "41 天 10 小时前"],
  ])("says how far away %s is", (instant, en, zh) => {
    expect(formatFromNow(at(instant), NOW, "en")).toBe(en);
    expect(formatFromNow(at(instant), NOW, "zh")).toBe(zh);
  });
});
